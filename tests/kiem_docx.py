"""Đồ nghề soát DOCX và PDF cho phép thử: lint riêng, lược đồ Open XML, LibreOffice, Poppler."""

from __future__ import annotations

import io
import json
import os
import posixpath
import signal
import subprocess
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

GOC = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MM_MOI_PT = 25.4 / 72


# --- lint -----------------------------------------------------------------------------------------------------------


def lint(du_lieu: bytes) -> list[str]:
    """Những lỗi mà bộ soát lược đồ không thấy, mỗi lỗi một câu; rỗng là sạch."""
    loi: list[str] = []
    cay: dict[str, etree._Element] = {}
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
        ten_phan = goi.namelist()
        loi += [f"gói có hai phần {ten}" for ten, so in Counter(ten_phan).items() if so > 1]
        for ten in ten_phan:
            if ten.endswith((".xml", ".rels")):
                try:
                    cay[ten] = etree.fromstring(goi.read(ten))
                except etree.XMLSyntaxError as hong:
                    loi.append(f"{ten}: XML hỏng: {hong.msg}")
    loi += _lint_loai(cay, ten_phan)
    loi += _lint_quan_he(cay, set(ten_phan))
    kieu = {k.get(f"{W}styleId") for k in cay["word/styles.xml"].iter(f"{W}style")} if "word/styles.xml" in cay else set()
    for ten, goc in cay.items():
        if ten.startswith("word/") and ten.endswith(".xml"):
            loi += [f"{ten}: {cau}" for cau in (*_lint_kieu(goc, kieu), *_lint_bang(goc), *_lint_chu(goc))]
    if "word/document.xml" in cay:
        loi += _lint_than(cay["word/document.xml"])
        loi += _lint_chu_thich(cay["word/document.xml"], cay.get("word/footnotes.xml"))
    return loi


def _lint_loai(cay: dict[str, etree._Element], ten_phan: list[str]) -> list[str]:
    goc = cay.get("[Content_Types].xml")
    if goc is None:
        return ["thiếu [Content_Types].xml"]
    duoi = {d.get("Extension") for d in goc.iter(f"{CT}Default")}
    rieng = {o.get("PartName", "").lstrip("/") for o in goc.iter(f"{CT}Override")}
    thieu = [f"khai loại cho phần không có: {ten}" for ten in sorted(rieng - set(ten_phan))]
    return thieu + [f"không khai loại của {t}" for t in ten_phan if t not in rieng and t.rsplit(".", 1)[-1] not in duoi]


def _lint_quan_he(cay: dict[str, etree._Element], ten_phan: set[str]) -> list[str]:
    loi = []
    for ten, goc in cay.items():
        if ten.endswith(".rels"):
            thu_muc = posixpath.dirname(posixpath.dirname(ten))
            for q in goc:
                dich = posixpath.normpath(posixpath.join(thu_muc, q.get("Target", ""))).lstrip("/")
                if q.get("TargetMode") != "External" and dich not in ten_phan:
                    loi.append(f"{ten}: quan hệ {q.get('Id')} trỏ tới {dich} không có")
        elif ten.startswith("word/"):
            rels = cay.get(posixpath.join("word/_rels", f"{posixpath.basename(ten)}.rels"))
            co = {q.get("Id") for q in rels} if rels is not None else set()
            dung = {val for pt in goc.iter() for khoa, val in pt.attrib.items() if str(khoa).startswith(R)}
            loi += [f"{ten}: dùng quan hệ {rid} không có" for rid in sorted(map(str, dung)) if rid not in co]
    return loi


def _lint_kieu(goc: etree._Element, kieu: set[str | None]) -> list[str]:
    return [
        f"kiểu không có: {pt.get(f'{W}val')}"
        for pt in goc.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn")
        if pt.get(f"{W}val") not in kieu
    ]


def _lint_bang(goc: etree._Element) -> list[str]:
    loi = []
    for tbl in goc.iter(f"{W}tbl"):
        sau = tbl.getnext()
        if sau is not None and sau.tag == f"{W}tbl":
            loi.append("hai bảng liền nhau, Word sẽ nhập làm một")
        so_cot = len(tbl.findall(f"{W}tblGrid/{W}gridCol"))
        mo: set[int] = set()
        for hang in tbl.findall(f"{W}tr"):
            cot, mo_moi = 0, set()
            for o in hang.findall(f"{W}tc"):
                if len(o) == 0 or o[-1].tag != f"{W}p":
                    loi.append("ô bảng không kết bằng một đoạn")
                gop = o.find(f"{W}tcPr/{W}vMerge")
                if gop is not None:
                    if gop.get(f"{W}val") != "restart" and cot not in mo:
                        loi.append("ô gộp dọc tiếp theo không có ô đầu")
                    mo_moi.add(cot)
                rong = o.find(f"{W}tcPr/{W}gridSpan")
                cot += int(rong.get(f"{W}val", "1")) if rong is not None else 1
            if cot == 0:
                loi.append("hàng bảng không có ô")
            elif cot != so_cot:
                loi.append(f"hàng bảng có {cot} cột, lưới có {so_cot}")
            mo = mo_moi
    return loi


def _lint_chu(goc: etree._Element) -> list[str]:
    loi = []
    for p in goc.iter(f"{W}p"):
        chu = "".join(t.text or "" for t in p.iter(f"{W}t"))
        loi += [f"còn thẻ mẫu {dau} trong “{chu[:60]}”" for dau in ("{{", "{%") if dau in chu]
    return loi


def _lint_than(goc: etree._Element) -> list[str]:
    than = goc.find(f"{W}body")
    if than is None or len(than) < 2 or than[-1].tag != f"{W}sectPr" or than[-2].tag != f"{W}p":
        return ["thân văn bản không kết bằng một đoạn rồi sectPr"]
    return []


def _lint_chu_thich(than: etree._Element, goc: etree._Element | None) -> list[str]:
    co = Counter(c.get(f"{W}id") for c in goc.iter(f"{W}footnote")) if goc is not None else Counter()
    goi = Counter(c.get(f"{W}id") for c in than.iter(f"{W}footnoteReference"))
    loi = [f"hai chú thích cùng mã {ma}" for ma, so in co.items() if so > 1]
    loi += [f"gọi chú thích {ma} hai lần" for ma, so in goi.items() if so > 1]
    return loi + [f"gọi chú thích {ma} không có" for ma in goi if ma not in co]


# --- lược đồ --------------------------------------------------------------------------------------------------------


def thu_muc_node() -> Path | None:
    """Thư mục ``node_modules`` có bộ soát, hoặc ``None``."""
    cac_cho = [Path(os.environ["DRAFTER_NODE_MODULES"])] if os.environ.get("DRAFTER_NODE_MODULES") else []
    cac_cho.append(GOC / ".moi_truong" / "node_modules")
    return next((c for c in cac_cho if (c / "@ooxml-tools" / "validate" / "package.json").is_file()), None)


def schema_loi(cac_tep: list[Path]) -> dict[Path, list[str]]:
    """Lỗi lược đồ Open XML của từng tệp, soát chung một tiến trình Node.

    Raises RuntimeError khi bộ soát không chạy được.
    """
    nha = thu_muc_node()
    if nha is None:
        raise RuntimeError("không có node_modules/@ooxml-tools/validate")
    with TemporaryDirectory() as tam:
        danh_sach, ra = Path(tam, "tep.json"), Path(tam, "loi.json")
        danh_sach.write_text(json.dumps([str(t) for t in cac_tep]), encoding="utf-8")
        lenh = ["node", str(GOC / "tests" / "xac_nhan_docx.mjs"), str(nha), str(danh_sach), str(ra)]
        chay = subprocess.run(lenh, capture_output=True, text=True, timeout=600, check=False)
        if not ra.is_file():
            raise RuntimeError(f"bộ soát lược đồ hỏng (mã {chay.returncode}): {chay.stderr[-2000:]}")
        loi = json.loads(ra.read_text(encoding="utf-8"))
    return {t: loi[str(t)] for t in cac_tep}


# --- PDF ------------------------------------------------------------------------------------------------------------


def soffice_pdf(cac_tep: list[Path], thu_muc_ra: Path, *, gioi_han_giay: float = 240) -> list[Path]:
    """PDF của từng DOCX, làm trong một lần gọi LibreOffice với hồ sơ riêng.

    Mã thoát của LibreOffice luôn là 0 nên không tin: từng tệp ra phải có và mở đầu bằng ``%PDF``. Raises RuntimeError khi không.
    """
    thu_muc_ra.mkdir(parents=True, exist_ok=True)
    ra = [thu_muc_ra / f"{t.stem}.pdf" for t in cac_tep]
    for cu in ra:
        cu.unlink(missing_ok=True)
    ho_so = (thu_muc_ra / "ho_so_soffice").resolve().as_uri()
    lenh = ["soffice", f"-env:UserInstallation={ho_so}", "--headless", "--convert-to", "pdf", "--outdir", str(thu_muc_ra)]
    may = subprocess.Popen(
        [*lenh, *map(str, cac_tep)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        loi_noi, _ = may.communicate(timeout=gioi_han_giay)
    except subprocess.TimeoutExpired:
        os.killpg(may.pid, signal.SIGKILL)
        may.communicate()
        raise RuntimeError(f"LibreOffice không xong trong {gioi_han_giay} giây") from None
    for tep in ra:
        if not tep.is_file() or not tep.read_bytes().startswith(b"%PDF"):
            raise RuntimeError(f"LibreOffice không làm ra {tep.name}: {loi_noi[-2000:]}")
    return ra


def trang_png(pdf: Path, *, dpi: int = 100) -> list[Path]:
    """Ảnh PNG xám của từng trang, đặt cạnh tệp PDF."""
    dau = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", str(pdf), str(dau)], check=True, timeout=120)
    return sorted(pdf.parent.glob(f"{dau.name}-*.png"))


@dataclass(frozen=True, slots=True)
class DongPdf:
    """Một dòng chữ trên trang PDF; khung bao tính bằng mm từ góc trên trái."""

    chu: str
    trai: float
    tren: float
    phai: float
    duoi: float


def dong_pdf(pdf: Path) -> list[list[DongPdf]]:
    """Các dòng của từng trang, theo thứ tự đọc của Poppler."""
    lenh = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    tho = subprocess.run(lenh, capture_output=True, check=True, timeout=120).stdout
    goc = etree.fromstring(tho, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True))
    x = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            DongPdf(
                " ".join(tu.text or "" for tu in dong.iter(f"{x}word")),
                *(float(dong.get(canh, "0")) * MM_MOI_PT for canh in ("xMin", "yMin", "xMax", "yMax")),
            )
            for dong in trang.iter(f"{x}line")
        ]
        for trang in goc.iter(f"{x}page")
    ]


@dataclass(frozen=True, slots=True)
class NetNgang:
    """Một nét ngang liền trên ảnh trang, mm."""

    trai: float
    phai: float
    tren: float

    @property
    def dai(self) -> float:
        """Độ dài nét."""
        return self.phai - self.trai


def net_ngang(pdf: Path, trang: int, *, dai_tu_mm: float = 8, dpi: int = 300) -> list[NetNgang]:
    """Các nét ngang liền dài từ ``dai_tu_mm`` trên ``trang`` (từ 1), đo trên ảnh."""
    lenh = ["pdftoppm", "-r", str(dpi), "-gray", "-f", str(trang), "-l", str(trang), str(pdf)]
    tho = subprocess.run(lenh, capture_output=True, check=True, timeout=120).stdout
    _, kho, _, anh = tho.split(b"\n", 3)
    rong, cao = map(int, kho.split())
    mm = 25.4 / dpi
    net: list[NetNgang] = []
    for y in range(cao):
        dong = anh[y * rong : (y + 1) * rong].translate(_DEN)
        for doan in _doan_den(dong, round(dai_tu_mm / mm)):
            moi = NetNgang(doan[0] * mm, doan[1] * mm, y * mm)
            if not any(abs(n.trai - moi.trai) < 0.5 and abs(n.phai - moi.phai) < 0.5 and moi.tren - n.tren < 0.6 for n in net):
                net.append(moi)
    return net


_DEN = bytes(1 if d < 160 else 0 for d in range(256))


def _doan_den(dong: bytes, it_nhat: int) -> list[tuple[int, int]]:
    """Các đoạn điểm đen liền nhau dài từ ``it_nhat``."""
    kq = []
    dau = dong.find(b"\x01" * it_nhat)
    while dau >= 0:
        cuoi = dong.find(b"\x00", dau)
        cuoi = len(dong) if cuoi < 0 else cuoi
        kq.append((dau, cuoi))
        dau = dong.find(b"\x01" * it_nhat, cuoi)
    return kq
