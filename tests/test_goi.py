"""Đóng gói: bánh xe mang đủ mẫu và dữ liệu, bánh xe thiếu thì bị từ chối, và chương trình nói ra được là nó bị đóng thiếu."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from kiem_banh_xe import phai_co, thieu_trong_banh_xe

import drafter

GOC = Path(__file__).resolve().parent.parent
DANG_THU_BANH_XE = os.environ.get("DRAFTER_BANH_XE") == "1"


@pytest.fixture(scope="session")
def banh_xe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bánh xe đang thử (``DRAFTER_TEP_BANH_XE``), hoặc một cái đóng ngay từ bản mã nguồn."""
    if san_co := os.environ.get("DRAFTER_TEP_BANH_XE"):
        return Path(san_co)
    ra = tmp_path_factory.mktemp("banh_xe")
    lenh = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(ra)]
    subprocess.run(lenh, cwd=GOC, check=True, capture_output=True)
    return next(ra.glob("*.whl"))


def que(banh_xe: Path, ra: Path, bo: str) -> Path:
    """Bản chép của bánh xe, bỏ mọi tệp có tên bắt đầu bằng ``bo``."""
    with zipfile.ZipFile(banh_xe) as vao, zipfile.ZipFile(ra, "w") as moi:
        for muc in vao.infolist():
            if not muc.filename.startswith(bo):
                moi.writestr(muc, vao.read(muc))
    return ra


def chay_tu(banh_xe: Path, cho: Path, *lenh: str) -> subprocess.CompletedProcess[str]:
    """Chạy python với chính bánh xe ấy trải ra ở ``cho``, ngoài tầm của bản mã nguồn."""
    with zipfile.ZipFile(banh_xe) as goi:
        goi.extractall(cho / "goi")
    env = {ten: gia_tri for ten, gia_tri in os.environ.items() if not ten.startswith("DRAFTER_")}
    env |= {"PYTHONPATH": str(cho / "goi"), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, *lenh], cwd=cho, env=env, capture_output=True, encoding="utf-8", check=False)


def test_dang_thu_dung_ban_da_cai() -> None:
    cho = Path(drafter.__file__).resolve()
    assert ("site-packages" in cho.parts) == DANG_THU_BANH_XE
    assert (GOC in cho.parents and "site-packages" not in cho.parts) != DANG_THU_BANH_XE


def test_banh_xe_mang_du_chuong_trinh_mau_va_du_lieu(banh_xe: Path) -> None:
    assert thieu_trong_banh_xe(banh_xe, GOC) == []
    with zipfile.ZipFile(banh_xe) as goi:
        ten = set(goi.namelist())
    assert {"drafter/model.py", "drafter/py.typed", "drafter/_kem/data/che_do/nd30_2020.yaml"} <= ten
    assert "drafter/_kem/templates/_khung/van_ban.yaml" in ten


def test_banh_xe_khong_mang_gi_cua_nguoi_lam(banh_xe: Path) -> None:
    with zipfile.ZipFile(banh_xe) as goi:
        goc = {ten.split("/")[0] for ten in goi.namelist()}
        la = [ten for ten in goi.namelist() if re.search(r"__pycache__|\.pyc$|(^|/)tests?/|(^|/)\.", ten)]
    assert goc == {"drafter", f"drafter-{drafter.__version__}.dist-info"}
    assert la == []


def test_ho_so_cua_banh_xe(banh_xe: Path) -> None:
    with zipfile.ZipFile(banh_xe) as goi:
        nha = f"drafter-{drafter.__version__}.dist-info"
        ho_so = Parser().parsestr(goi.read(f"{nha}/METADATA").decode("utf-8"))
        cua_vao = goi.read(f"{nha}/entry_points.txt").decode("utf-8")
        giay_phep = goi.read(f"{nha}/licenses/LICENSE").decode("utf-8")
    assert ho_so["Requires-Python"] == ">=3.11"
    assert ho_so["License-Expression"] == "MIT"
    assert "drafter = drafter.cli:main" in cua_vao
    assert "The drafter authors" in giay_phep


@pytest.mark.parametrize("bo", ["drafter/_kem/templates/", "drafter/_kem/data/"])
def test_banh_xe_que_bi_tu_choi(bo: str, banh_xe: Path, tmp_path: Path) -> None:
    thieu = thieu_trong_banh_xe(que(banh_xe, tmp_path / banh_xe.name, bo), GOC)
    assert bo in thieu
    assert len(thieu) > 1
    assert all(ten.startswith(bo) for ten in thieu)


def test_banh_xe_thieu_mot_tep_cung_bi_tu_choi(banh_xe: Path, tmp_path: Path) -> None:
    mot = "drafter/_kem/data/che_do/nd30_2020.yaml"
    assert thieu_trong_banh_xe(que(banh_xe, tmp_path / banh_xe.name, mot), GOC) == [mot]


def test_ban_ma_nguon_rong_khong_lam_banh_xe_rong_qua_cua(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as goi:
        goi.writestr("drafter/__init__.py", "")
    (tmp_path / "nguon").mkdir()
    assert phai_co(tmp_path / "nguon") == set()
    assert thieu_trong_banh_xe(tmp_path / "a.whl", tmp_path / "nguon") == ["drafter/_kem/data/", "drafter/_kem/templates/"]


def test_ban_ma_nguon_bo_qua_tep_may_sinh(tmp_path: Path) -> None:
    for ten in ("data/a.yaml", "drafter/__pycache__/a.pyc", "drafter/a.py"):
        (tmp_path / ten).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / ten).write_text("", encoding="utf-8")
    assert phai_co(tmp_path) == {"drafter/_kem/data/a.yaml", "drafter/a.py"}


@pytest.mark.parametrize(("bo", "goi_ham"), [("data", "tep_du_lieu('a.yaml')"), ("templates", "thu_muc_mau()")])
def test_chuong_trinh_dong_thieu_noi_ra_la_thieu(bo: str, goi_ham: str, banh_xe: Path, tmp_path: Path) -> None:
    hong = que(banh_xe, tmp_path / banh_xe.name, f"drafter/_kem/{bo}/")
    ra = chay_tu(hong, tmp_path, "-c", f"import drafter.resources as r; r.{goi_ham}")
    assert f"Gói cài đặt thiếu thư mục {bo}/." in ra.stderr
    assert "DrafterError" in ra.stderr


@pytest.mark.parametrize(("bo", "lenh"), [("templates", ["soan", "phieu.yaml"]), ("data", ["don-vi", "Long Hồ"])])
def test_dong_lenh_dong_thieu_bao_ro_va_thoat_2(bo: str, lenh: list[str], banh_xe: Path, tmp_path: Path) -> None:
    (tmp_path / "phieu.yaml").write_text("mau: ke_hoach/khung\n", encoding="utf-8")
    ra = chay_tu(que(banh_xe, tmp_path / banh_xe.name, f"drafter/_kem/{bo}/"), tmp_path, "-m", "drafter", *lenh)
    assert (ra.returncode, ra.stdout) == (2, "")
    assert f"Lỗi: Gói cài đặt thiếu thư mục {bo}/." in ra.stderr
    assert "Cài lại drafter từ tệp .whl đầy đủ." in ra.stderr


def test_chuong_trinh_tu_banh_xe_du_tim_thay_ca_hai(banh_xe: Path, tmp_path: Path) -> None:
    lenh = "import drafter.resources as r; print(r.thu_muc_mau()); print(r.tep_du_lieu('che_do', 'nd30_2020.yaml').is_file())"
    ra = chay_tu(banh_xe, tmp_path, "-c", lenh)
    assert ra.stdout.split() == [str(tmp_path / "goi" / "drafter" / "_kem" / "templates"), "True"]


# --- khóa phiên bản --------------------------------------------------------------------------------------------------


def khoa(ten: str) -> dict[str, tuple[str, int]]:
    """Gói đã khóa → (phiên bản, số mã băm)."""
    chu = (GOC / "requirements" / ten).read_text(encoding="utf-8").replace("\\\n", " ")
    dong = [d for d in chu.splitlines() if d and not d.lstrip().startswith("#")]
    ra = {}
    for d in dong:
        khop = re.match(r"([a-z0-9-]+)==(\S+)", d)
        assert khop, f"dòng không khóa: {d}"
        ra[khop[1]] = (khop[2], len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", d)))
    return ra


def chuan_ten(ten: str) -> str:
    """Tên gói viết thường, gạch nối, bỏ phần phiên bản."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", ten, maxsplit=1)[0]).lower()


def test_khoa_giu_moi_goi_bang_ma_bam() -> None:
    for ten in ("khoa.txt", "khoa-dev.txt"):
        assert all(bam >= 1 for _, bam in khoa(ten).values())
        chu = (GOC / "requirements" / ten).read_text(encoding="utf-8")
        assert "://" not in chu
        assert "--index-url" not in chu


def test_khoa_du_nhung_goi_da_khai_va_hai_khoa_giong_nhau() -> None:
    khai = tomllib.loads((GOC / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    nen, dev = khoa("khoa.txt"), khoa("khoa-dev.txt")
    assert {chuan_ten(ten) for ten in khai["dependencies"]} <= set(nen)
    assert {chuan_ten(ten) for ten in khai["optional-dependencies"]["dev"]} <= set(dev)
    assert {ten: dev[ten] for ten in nen} == nen


def test_khoa_dung_cho_ca_windows() -> None:
    assert "colorama" in khoa("khoa-dev.txt")
    assert "sys_platform == 'win32'" in (GOC / "requirements" / "khoa-dev.txt").read_text(encoding="utf-8")


def test_khoa_node_khong_ghi_noi_tai() -> None:
    chu = (GOC / "tools" / "node" / "package-lock.json").read_text(encoding="utf-8")
    assert "http" not in chu
    assert chu.count('"integrity": "sha512-') == chu.count('"node_modules/')
    assert re.search(r'"node_modules/@ooxml-tools/validate": \{\s*"version": "0\.4\.6"', chu)


# --- phép đo tốc độ --------------------------------------------------------------------------------------------------


def test_phep_do_buoc_dung_chay_duoc_va_hai_cach_ra_cung_chu() -> None:
    env = os.environ | {"PYTHONPATH": str(GOC), "PYTHONUTF8": "1"}
    lenh = [sys.executable, "-m", "benchmarks", "--chi", "dung", "--lan", "1", "--so-doan", "3", "--json"]
    ra = subprocess.run(lenh, cwd=GOC, env=env, capture_output=True, encoding="utf-8", check=True)
    ket_qua = json.loads(ra.stdout)["ket_qua"]
    assert [muc["lan"] for muc in ket_qua] == [1, 1, 1, 1]
    assert all(muc["trung_vi_ms"] > 0 for muc in ket_qua)


# --- tài liệu nói đúng kho -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ten", ["README.md", "README.vi.md", "CONTRIBUTING.md", "docs/kien_truc.md", "Makefile"])
def test_tep_va_lenh_make_nhac_trong_tai_lieu_deu_co(ten: str) -> None:
    chu = (GOC / ten).read_text(encoding="utf-8")
    lien_ket = {noi for noi in re.findall(r"\]\(([^)#\s]+)\)", chu) if "://" not in noi}
    assert [noi for noi in sorted(lien_ket) if not ((GOC / ten).parent / noi).exists()] == []
    duong = set(re.findall(r"\b(?:templates|data|tools|docs|requirements)[/\\][\w./\\-]*\w\.(?:yaml|txt|py|md|json)\b", chu))
    assert [noi for noi in sorted(duong) if not (GOC / noi.replace("\\", "/")).exists()] == []
    dich = set(re.findall(r"^([a-z-]+):", (GOC / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"`(?:\w+=\w+ )?make ([a-z-]+)", chu)) <= dich


def test_ban_tieng_viet_chay_duoc_khong_can_make() -> None:
    chu = (GOC / "README.vi.md").read_text(encoding="utf-8")
    assert "python -m venv .venv" in chu
    assert r".venv\Scripts\pip install ." in chu
    assert r".venv\Scripts\drafter soan " in chu
    assert not re.search(r"^make ", chu, flags=re.MULTILINE)


def test_lenh_ci_chay_duoc() -> None:
    tep = GOC / ".ci" / "run"
    assert os.access(tep, os.X_OK)
    bash = shutil.which("bash")
    assert bash
    subprocess.run([bash, "-n", str(tep)], check=True)
