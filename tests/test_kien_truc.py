"""Luật của nhà (docs/kien_truc.md) đọc thẳng trên mã nguồn: tầng, cỡ module, lời ghi, đồng hồ, chữ không được để lọt."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

GOC = Path(__file__).resolve().parent.parent

TANG = {
    "nền": {"model", "regime", "fields", "findings", "errors", "record", "khoi", "resources"},
    "kệ": {"notation", "registry", "metrics", "docx_doc", "vn"},
    "phòng": {"readers", "build", "importer", "check", "trinh_bay", "render"},
    "đường": {"app", "world", "ghi"},
    "cửa": {"cli", "portal", "batch"},
}
THU_TU = list(TANG)
# Trong cùng một tầng chỉ những lối này được đi; nền đi lại tự do miễn không vòng tròn.
LOI_NGANG = {("app", "world"), ("app", "ghi"), ("cli", "portal"), ("cli", "batch")}
# Nạp nặng: chỉ bên trong hàm, để `drafter --help` không trả giá cho thứ nó không dùng.
NANG = {"lxml", "docx", "docxtpl", "openpyxl", "num2words", "rich", "python_calamine", "fontTools", "pypandoc"}
DAI_NHAT = 400


@dataclass(frozen=True)
class Module:
    """Một module của gói: tên đầy đủ, nhà (phần đầu sau ``drafter``), cây cú pháp."""

    ten: str
    tep: Path
    cay: ast.Module

    @property
    def nha(self) -> str:
        """``drafter.render.docx`` → ``render``; module gốc → chuỗi rỗng."""
        phan = self.ten.split(".")
        return phan[1] if len(phan) > 1 else ""


def tach_module(tep: Path, goc: Path) -> Module:
    """Đọc một tệp ``.py`` dưới gói ``goc``."""
    phan = [goc.name, *tep.relative_to(goc).with_suffix("").parts]
    ten = ".".join(phan[:-1] if phan[-1] == "__init__" else phan)
    return Module(ten, tep, ast.parse(tep.read_text(encoding="utf-8"), filename=str(tep)))


@cache
def cac_module() -> tuple[Module, ...]:
    """Mọi module của gói trong bản mã nguồn."""
    goc = GOC / "drafter"
    return tuple(tach_module(tep, goc) for tep in sorted(goc.rglob("*.py")) if "_kem" not in tep.parts)


def tang_cua(nha: str) -> int | None:
    """Số tầng của một nhà, ``None`` khi chưa xếp."""
    return next((i for i, ten in enumerate(THU_TU) if nha in TANG[ten]), None)


def nap(module: Module) -> Iterator[tuple[int, str]]:
    """Mọi tên được nạp, ở mọi độ sâu, dạng tuyệt đối: (dòng, ``drafter.render.docx``)."""
    la_goi = module.tep.name == "__init__.py"
    for nut in ast.walk(module.cay):
        if isinstance(nut, ast.Import):
            yield from ((nut.lineno, muc.name) for muc in nut.names)
        elif isinstance(nut, ast.ImportFrom):
            cha = module.ten.split(".")
            cha = cha[: len(cha) - nut.level + la_goi] if nut.level else []
            nguon = ".".join([*cha, *([nut.module] if nut.module else [])])
            # `from drafter import render` nạp drafter.render, không chỉ drafter.
            yield from ((nut.lineno, f"{nguon}.{muc.name}" if nguon == "drafter" else nguon) for muc in nut.names)


def sai_tang(module: Module) -> Iterator[str]:
    """Những lối nạp đi lên, đi ngang trái luật, hoặc tới một nhà chưa xếp tầng."""
    day = tang_cua(module.nha)
    for dong, ten in nap(module):
        phan = ten.split(".")
        if phan[0] != "drafter" or len(phan) == 1 or phan[1].startswith("__") or phan[1] == module.nha:
            continue
        kia = tang_cua(phan[1])
        loi = f"{module.ten}:{dong} nạp {ten}"
        if day is None or kia is None:
            yield f"{loi} (có nhà chưa xếp tầng)"
        elif kia > day or (kia == day and THU_TU[day] != "nền" and not duoc_di_ngang(module.nha, phan[1])):
            yield loi


def duoc_di_ngang(tu: str, den: str) -> bool:
    """Cùng tầng mà vẫn được nạp: ai trên kệ cũng được hỏi ``vn``."""
    return (tu, den) in LOI_NGANG or (tu in TANG["kệ"] and den == "vn")


def nap_nang_o_dau(module: Module) -> Iterator[str]:
    """Những lần nạp nặng chạy ngay khi module được nạp (không tính khối TYPE_CHECKING)."""
    hang_doi: list[ast.AST] = [module.cay]
    while hang_doi:
        nut = hang_doi.pop()
        if isinstance(nut, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(nut, ast.If) and "TYPE_CHECKING" in ast.unparse(nut.test):
            hang_doi.extend(nut.orelse)
            continue
        ten = [muc.name for muc in nut.names] if isinstance(nut, ast.Import) else []
        ten += [nut.module or ""] if isinstance(nut, ast.ImportFrom) and not nut.level else []
        yield from (f"{module.ten}:{getattr(nut, 'lineno', 0)} {t}" for t in ten if t.split(".")[0] in NANG)
        hang_doi.extend(ast.iter_child_nodes(nut))


def goi_ham(module: Module, mau: str) -> Iterator[str]:
    """Những lời gọi mà tên đầy đủ khớp ``mau``."""
    for nut in ast.walk(module.cay):
        if isinstance(nut, ast.Call) and re.fullmatch(mau, ast.unparse(nut.func)):
            yield f"{module.ten}:{nut.lineno} {ast.unparse(nut.func)}"


def thieu_loi_ghi(module: Module) -> Iterator[str]:
    """Module, lớp, hàm và phương thức công khai chưa có docstring."""
    if not ast.get_docstring(module.cay):
        yield module.ten
    nha: list[tuple[str, ast.AST]] = [(module.ten, module.cay)]
    while nha:
        ten_cha, cha = nha.pop()
        for nut in ast.iter_child_nodes(cha):
            if not isinstance(nut, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or nut.name.startswith("_"):
                continue
            if not ast.get_docstring(nut):
                yield f"{ten_cha}.{nut.name}"
            if isinstance(nut, ast.ClassDef):
                nha.append((f"{ten_cha}.{nut.name}", nut))


def vong_tron(canh: dict[str, set[str]]) -> list[str]:
    """Một vòng tròn trong đồ thị nạp, rỗng khi không có."""
    xong: set[str] = set()

    def tham(ten: str, duong: tuple[str, ...]) -> list[str]:
        if ten in duong:
            return [*duong[duong.index(ten) :], ten]
        if ten in xong:
            return []
        for ke in sorted(canh.get(ten, ())):
            if vong := tham(ke, (*duong, ten)):
                return vong
        xong.add(ten)
        return []

    return next((vong for ten in sorted(canh) if (vong := tham(ten, ()))), [])


# --- luật trên gói thật ----------------------------------------------------------------------------------------------


def test_goi_co_module_de_doc() -> None:
    assert {"drafter", "drafter.model", "drafter.findings"} <= {m.ten for m in cac_module()}


def test_moi_thu_muc_la_mot_goi_that() -> None:
    """Thiếu ``__init__.py`` thì vẫn nạp được ở đây nhưng mypy và công cụ đóng gói hiểu khác nhau."""
    assert {str(m.tep.parent.relative_to(GOC)) for m in cac_module() if not (m.tep.parent / "__init__.py").is_file()} == set()


def test_moi_nha_deu_da_xep_tang() -> None:
    assert not {m.nha for m in cac_module() if not m.nha.startswith("__")} - {""} - set().union(*TANG.values())


def test_chi_nap_tu_tren_xuong() -> None:
    assert [loi for m in cac_module() if m.nha and not m.nha.startswith("__") for loi in sai_tang(m)] == []


def test_nen_khong_nap_vong_tron() -> None:
    canh = {m.nha: {t.split(".")[1] for _, t in nap(m) if t.startswith("drafter.")} for m in cac_module() if m.nha in TANG["nền"]}
    assert vong_tron(canh) == []


def test_nap_nang_nam_trong_ham() -> None:
    assert [loi for m in cac_module() for loi in nap_nang_o_dau(m)] == []


def test_docxtpl_chi_o_mot_module() -> None:
    dung = {m.ten for m in cac_module() for _, ten in nap(m) if ten.split(".")[0] == "docxtpl"}
    assert len(dung) <= 1, dung


def test_khong_module_nao_qua_dai() -> None:
    dai = {m.ten: len(m.tep.read_text(encoding="utf-8").splitlines()) for m in cac_module()}
    assert {ten: so for ten, so in dai.items() if so > DAI_NHAT} == {}


def test_cong_khai_thi_co_loi_ghi() -> None:
    assert [thieu for m in cac_module() for thieu in thieu_loi_ghi(m)] == []


def test_chi_dong_lenh_in_ra_man_hinh() -> None:
    assert [loi for m in cac_module() if m.nha not in {"cli", "__main__"} for loi in goi_ham(m, r"print")] == []


def test_chi_the_gioi_xem_dong_ho() -> None:
    mau = r"(datetime\.)?(date|datetime)\.(today|now|utcnow)|time\.(time|localtime|strftime|gmtime)"
    assert [loi for m in cac_module() if m.nha != "world" for loi in goi_ham(m, mau)] == []


# --- chính các phép đọc phải biết bắt lỗi ----------------------------------------------------------------------------


def module_gia(tmp_path: Path, duong: str, chu: str) -> Module:
    """Một module viết tay trong một gói ``drafter`` giả."""
    tep = tmp_path / "drafter" / duong
    tep.parent.mkdir(parents=True, exist_ok=True)
    tep.write_text(chu, encoding="utf-8")
    return tach_module(tep, tmp_path / "drafter")


@pytest.mark.parametrize(
    ("duong", "chu"),
    [
        ("model.py", "def f():\n    from drafter.render import docx"),
        ("render/docx.py", "from drafter.build import the"),
        ("render/docx.py", "from ..build import the"),
        ("render/__init__.py", "from ..build import the"),
        ("check/__init__.py", "from drafter import render"),
        ("registry/can_cu.py", "import drafter.notation.doc"),
        ("vn/__init__.py", "import drafter.registry"),
        ("world.py", "from drafter.app import soan"),
        ("batch/chay.py", "from drafter.cli import main"),
        ("render/docx.py", "import drafter.kho_la"),
    ],
)
def test_bat_duoc_loi_nap_trai_luat(tmp_path: Path, duong: str, chu: str) -> None:
    assert len(list(sai_tang(module_gia(tmp_path, duong, chu)))) == 1


@pytest.mark.parametrize(
    ("duong", "chu"),
    [
        ("render/docx.py", "from drafter.khoi import Khoi\nfrom drafter.metrics import do\nfrom . import text"),
        ("registry/__init__.py", "from drafter.vn import khoa_so\nfrom drafter import errors"),
        ("app.py", "from drafter import build, render, world"),
        ("findings.py", "from drafter.model import Nguon"),
        ("cli/__init__.py", "import drafter.batch.chay\nfrom drafter import __version__"),
    ],
)
def test_khong_bat_oan_loi_nap_dung(tmp_path: Path, duong: str, chu: str) -> None:
    assert list(sai_tang(module_gia(tmp_path, duong, chu))) == []


def test_phan_biet_nap_nang_trong_va_ngoai_ham(tmp_path: Path) -> None:
    chu = (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from lxml import etree\n"
        "class A:\n    from docx import Document\n"
        "try:\n    import rich.table\nfinally:\n    pass\n"
        "def f():\n    import openpyxl\n"
    )
    bat = sorted(nap_nang_o_dau(module_gia(tmp_path, "render/docx.py", chu)))
    assert bat == ["drafter.render.docx:5 docx", "drafter.render.docx:7 rich.table"]


def test_bat_duoc_thieu_loi_ghi_va_vong_tron(tmp_path: Path) -> None:
    chu = '"""Có."""\nclass A:\n    """Có."""\n    def cong_khai(self): ...\n    def _rieng(self): ...\ndef f(): ...\n'
    assert sorted(thieu_loi_ghi(module_gia(tmp_path, "vn/a.py", chu))) == ["drafter.vn.a.A.cong_khai", "drafter.vn.a.f"]
    assert vong_tron({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert vong_tron({"a": {"b", "c"}, "b": {"c"}}) == []


# --- chữ không được để lọt vào kho -----------------------------------------------------------------------------------

# Ghép từ mảnh để chính tệp này không chứa chữ cấm.
CHU_CAM = tuple(
    "".join(manh)
    for manh in (
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("yarnpkg", ".com"),
        ("jsdelivr", ".net"),
        ("unpkg", ".com"),
        ("anaconda", ".org"),
        ("/work", "/main"),
        ("/work", "/shared"),
        ("/tmp", "/w/"),
        ("/opt", "/pypi"),
        ("/opt", "/wheels"),
        ("/root", "/."),
    )
)
THU_MUC_MAY = {"node_modules", "__pycache__", "dist", "demo", "tam"}


def tep_trong_kho(goc: Path) -> Iterator[Path]:
    """Mọi tệp người viết; bỏ thư mục máy sinh và thư mục ẩn (trừ ``.ci``)."""
    for con in sorted(goc.iterdir()):
        if con.is_dir():
            if con.name not in THU_MUC_MAY and (not con.name.startswith(".") or con.name == ".ci"):
                yield from tep_trong_kho(con)
        elif con.name != ".git":
            yield con


def chu_cam_trong(tep: Path) -> list[str]:
    """Những chữ cấm có trong một tệp, chữ thường như chữ hoa."""
    noi_dung = tep.read_bytes().lower()
    return [chu for chu in CHU_CAM if chu.encode() in noi_dung]


def test_khong_tep_nao_ghi_kho_goi_hay_duong_dan_noi_lam_viec() -> None:
    co = {str(tep.relative_to(GOC)): cam for tep in tep_trong_kho(GOC) if (cam := chu_cam_trong(tep))}
    assert co == {}


def test_quet_thay_chu_cam_trong_tep_an_cua_ci(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_text("curl https://" + CHU_CAM[0].upper() + "/simple", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CHU_CAM[1], encoding="utf-8")
    (tmp_path / "sach.md").write_text("không có gì", encoding="utf-8")
    assert {tep.name: chu_cam_trong(tep) for tep in tep_trong_kho(tmp_path)} == {"run": [CHU_CAM[0]], "sach.md": []}
