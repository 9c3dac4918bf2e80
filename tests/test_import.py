"""Khởi động nhẹ: những gì `import drafter` và `drafter --help` được nạp, đo trong tiến trình riêng."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# Mỗi gói ở đây tốn từ 10 đến 300 ms khi nạp lần đầu.
NANG = {
    "docx",
    "docxtpl",
    "fontTools",
    "fastapi",
    "jinja2",
    "lxml",
    "num2words",
    "openpyxl",
    "pydantic",
    "pypandoc",
    "python_calamine",
    "rich",
    "typst",
    "yaml",
}
IN_RA = "import json, sys; print('\\n@' + json.dumps(sorted({ten.split('.')[0] for ten in sys.modules})))"
GOC = Path(__file__).resolve().parent.parent


def da_nap(ma_nguon: str, tmp_path: Path) -> set[str]:
    """Tên gói gốc có trong ``sys.modules`` sau khi chạy ``ma_nguon``."""
    # Trình chạy thử có thể cài móc (coverage, xdist) qua biến môi trường; tiến trình đo phải trắng.
    env = {ten: gia_tri for ten, gia_tri in os.environ.items() if not ten.startswith(("COV_", "PYTEST_"))}
    lenh = [sys.executable, "-c", f"{ma_nguon}\n{IN_RA}"]
    ra = subprocess.run(lenh, capture_output=True, text=True, encoding="utf-8", check=True, cwd=tmp_path, env=duong_tim(env))
    return set(json.loads(ra.stdout.rsplit("\n@", 1)[1]))


def duong_tim(env: dict[str, str]) -> dict[str, str]:
    """Đường tìm của tiến trình con: bản đã cài khi thử bánh xe, bản mã nguồn khi không."""
    return env if env.get("DRAFTER_BANH_XE") == "1" else env | {"PYTHONPATH": str(GOC)}


def test_import_drafter_khong_keo_theo_gi_ngoai_thu_vien_chuan(tmp_path: Path) -> None:
    assert da_nap("import drafter", tmp_path) - da_nap("", tmp_path) - sys.stdlib_module_names == {"drafter"}


@pytest.mark.parametrize("ten", ["errors", "findings", "khoi", "model", "record", "resources"])
def test_nen_khong_nap_goi_ngoai(ten: str, tmp_path: Path) -> None:
    assert da_nap(f"import drafter.{ten}", tmp_path) - da_nap("", tmp_path) - sys.stdlib_module_names == {"drafter"}


@pytest.mark.parametrize("tham_so", [["--help"], ["--version"], ["soan", "--help"], ["soan", "--khong-co"]])
def test_dong_lenh_chua_lam_gi_thi_chua_nap_gi_nang(tham_so: list[str], tmp_path: Path) -> None:
    chay = f"import runpy, sys; sys.argv = ['drafter', *{tham_so!r}]\ntry: runpy.run_module('drafter', run_name='__main__')"
    co = da_nap(f"{chay}\nexcept SystemExit: pass", tmp_path)
    assert co & {"click", "drafter"} == {"click", "drafter"}
    assert co & NANG == set()


def test_phep_do_thay_duoc_goi_nang(tmp_path: Path) -> None:
    assert {"yaml", "lxml"} <= da_nap("import yaml\ndef f():\n    import lxml\nf()", tmp_path) & NANG
