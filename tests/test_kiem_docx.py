"""Đồ nghề của phép thử cũng phải biết báo hỏng: công cụ thiếu, LibreOffice làm hỏng mà vẫn thoát 0."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kiem_docx import GOC, soffice_pdf

PHEP_THU = """
import pytest

@pytest.mark.can_co("soffice", "poppler")
def test_can_cong_cu(): pass

def test_khong_can(): pass
"""


@pytest.mark.parametrize(
    ("day_du", "ma_thoat", "cac_cau"),
    [
        (
            "",
            0,
            [
                "1 passed, 1 deselected",
                "không chạy: 1 phép thử, cần LibreOffice (soffice)",
                "không chạy: 1 phép thử, cần Poppler",
            ],
        ),
        ("1", 1, ["DAY_DU=1 mà máy thiếu LibreOffice (soffice), Poppler", "1 passed, 1 error"]),
    ],
)
def test_thieu_cong_cu_thi_ke_ten_va_day_du_thi_hong(tmp_path: Path, day_du: str, ma_thoat: int, cac_cau: list[str]) -> None:
    noi_thu = tmp_path / "tests"
    noi_thu.mkdir()
    for tep in (GOC / "tests").glob("*.py"):
        if not tep.name.startswith("test_"):
            shutil.copy(tep, noi_thu)
    (noi_thu / "test_x.py").write_text(PHEP_THU, encoding="utf-8")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "DRAFTER"))}
    env |= {"PATH": str(tmp_path), "DAY_DU": day_du, "PYTHONUTF8": "1"}
    chay = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--import-mode=importlib",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(tmp_path),
            "tests",
        ],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert chay.returncode == ma_thoat, chay.stdout + chay.stderr
    for cau in cac_cau:
        assert cau in chay.stdout


@pytest.mark.can_co("soffice")
def test_libreoffice_khong_lam_ra_tep_thi_hong_du_ma_thoat_0(tmp_path: Path) -> None:
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 khong phai docx")
    with pytest.raises(RuntimeError, match=r"không làm ra hong\.pdf"):
        soffice_pdf([tmp_path / "hong.docx"], tmp_path / "ra")
