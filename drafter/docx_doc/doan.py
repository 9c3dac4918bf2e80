"""Đọc một ``w:p``: các mẩu chữ và định dạng có hiệu lực của đoạn."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.docx_doc.goi import M, W
from drafter.docx_doc.kieu import CacKieu, TinhChat, tinh_chat_chu, tinh_chat_doan, twip
from drafter.docx_doc.mo_hinh import DoanDoc, GianDong, RunDoc, VienDoc, ViTriO

if TYPE_CHECKING:
    from lxml.etree import _Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CANH = {
    "left": "trai", "start": "trai", "center": "giua", "right": "phai", "end": "phai", "both": "deu", "distribute": "deu",
}  # fmt: skip
_CHU_CUA = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# Chữ đã xóa hoặc đã chuyển đi khi theo dõi sửa đổi, và mã lệnh của trường, không phải chữ của văn bản.
_BO_QUA = frozenset(f"{W}{t}" for t in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText"))
_KHUNG = frozenset(f"{W}{t}" for t in ("drawing", "pict", "object"))


@dataclass(frozen=True, slots=True)
class NgucCanh:
    """Chỗ đang đọc: kiểu của bảng bao ngoài, ô, phần trang, có ở trong khung chữ không."""

    kieu_bang: str = ""
    trong_o: ViTriO | None = None
    phan: int = 0
    trong_khung: bool = False

    def voi(self, *, trong_khung: bool) -> NgucCanh:
        """Ngữ cảnh này, trong (hoặc ngoài) khung chữ."""
        return replace(self, trong_khung=trong_khung)


def chon_nhanh(pt: _Element) -> list[_Element]:
    """Các con của nhánh được dùng trong một ``mc:AlternateContent``: nhánh đầu, không có thì nhánh dự phòng."""
    nhanh = pt.find(f"{MC}Choice")
    if nhanh is None:
        nhanh = pt.find(f"{MC}Fallback")
    return list(nhanh) if nhanh is not None else []


def khung_chu(pt: _Element) -> list[_Element]:
    """Các ``w:txbxContent`` ngoài cùng dưới ``pt``, mỗi khung một lần dù ghi hai cách."""
    kq: list[_Element] = []
    for con in chon_nhanh(pt) if pt.tag == f"{MC}AlternateContent" else pt:
        if con.tag == f"{W}txbxContent":
            kq.append(con)
        else:
            kq += khung_chu(con)
    return kq


def doc_doan(p: _Element, kieu: CacKieu, o_dau: NgucCanh) -> tuple[DoanDoc, list[_Element]]:
    """Đoạn ``p`` và các khung chữ neo trong nó."""
    truc_tiep = tinh_chat_doan(p.find(f"{W}pPr"))
    ma_kieu = kieu.ma_kieu_doan(truc_tiep.get("pStyle"))
    tc = kieu.doan(truc_tiep, ma_kieu, o_dau.kieu_bang)
    khung: list[_Element] = []
    cac_run: list[RunDoc] = []
    _gom(p, kieu, ma_kieu, o_dau.kieu_bang, cac_run, khung)
    so, cap = tc.get("numId", "0"), tc.get("ilvl", "0")
    bac = tc.get("outlineLvl", "9")
    doan = DoanDoc(
        chu=tuple(cac_run),
        canh=_CANH.get(tc.get("jc", "left"), "deu"),
        lui_mm=_mm(tc, "firstLine") - _mm(tc, "hanging"),
        trai_mm=_mm(tc, "left"),
        phai_mm=_mm(tc, "right"),
        truoc_pt=_cach(tc, "before"),
        sau_pt=_cach(tc, "after"),
        gian_dong=_gian_dong(tc),
        giu_voi_sau=tc.get("keepNext") == "1",
        giu_dong=tc.get("keepLines") == "1",
        vien_tren=_vien(tc.get("vien_top")),
        vien_duoi=_vien(tc.get("vien_bottom")),
        kieu=kieu.ten(ma_kieu),
        bac=int(bac) + 1 if bac.isdecimal() and int(bac) < 9 else 0,
        trong_o=o_dau.trong_o,
        phan=o_dau.phan,
        danh_so=(so, int(cap) if cap.isdecimal() else 0) if so != "0" else None,
        trong_khung=o_dau.trong_khung,
    )
    return doan, khung


def _gom(pt: _Element, kieu: CacKieu, ma_kieu: str, kieu_bang: str, ra: list[RunDoc], khung: list[_Element]) -> None:
    """Mọi run dưới ``pt``, kể cả trong siêu liên kết, thẻ thông minh, ô nội dung, phần mới chèn."""
    for con in chon_nhanh(pt) if pt.tag == f"{MC}AlternateContent" else pt:
        if con.tag in _BO_QUA:
            continue
        if con.tag in {f"{W}r", f"{M}r"}:
            _doc_run(con, kieu, ma_kieu, kieu_bang, ra, khung)
        elif con.tag in _KHUNG:
            khung += khung_chu(con)
        else:
            _gom(con, kieu, ma_kieu, kieu_bang, ra, khung)


def _doc_run(r: _Element, kieu: CacKieu, ma_kieu: str, kieu_bang: str, ra: list[RunDoc], khung: list[_Element]) -> None:
    tc = kieu.chu(tinh_chat_chu(r.find(f"{W}rPr")), ma_kieu, kieu_bang)
    chu: list[str] = []
    goi: str | None = None
    hang_doi = list(r)
    while hang_doi:
        con = hang_doi.pop(0)
        ten = str(con.tag).removeprefix(W).removeprefix(M)
        if con.tag == f"{MC}AlternateContent":
            hang_doi = chon_nhanh(con) + hang_doi
        elif con.tag in _KHUNG:
            khung += khung_chu(con)
        elif ten == "t":
            chu.append(con.text or "")
        elif ten in _CHU_CUA:
            chu.append(_CHU_CUA[ten])
        elif ten == "sym":
            chu.append(_ky_hieu(con.get(f"{W}char", "")))
        elif ten in {"footnoteReference", "endnoteReference"}:
            goi = f"{ten.removesuffix('Reference')}:{con.get(f'{W}id', '')}"
    van_ban = unicodedata.normalize("NFC", "".join(chu))
    if not van_ban and goi is None:
        return
    phong_ascii, phong_khac = kieu.phong(tc, "ascii"), kieu.phong(tc, "hAnsi")
    # Word lấy phông "ascii" cho chữ không dấu và phông "hAnsi" cho chữ có dấu; hai phông khác nhau thì là hai mẩu.
    manh = (
        [(van_ban, phong_khac if any(c > "\x7f" for c in van_ban) else phong_ascii)]
        if phong_ascii == phong_khac or goi is not None
        else [("".join(nhom), phong_ascii if la_ascii else phong_khac) for la_ascii, nhom in groupby(van_ban, str.isascii)]
    )
    co = twip(tc.get("sz"))
    ra += [
        RunDoc(
            chu=phan,
            phong=phong,
            co_pt=co / 2 if co is not None else 10.0,
            dam=tc["b"] == "1",
            nghieng=tc["i"] == "1",
            mau=tc.get("color", "auto"),
            hoa=tc["caps"] == "1",
            an=tc["vanish"] == "1",
            goi_chu_thich=goi,
        )
        for phan, phong in manh
    ]


def _ky_hieu(ma: str) -> str:
    """Chữ của ``w:sym``; mã hỏng thì là dấu thay thế U+FFFD, để chỗ mất còn thấy được."""
    try:
        diem = int(ma, 16)
    except ValueError:
        return "\ufffd"
    return chr(diem) if 0x20 <= diem <= 0xFFFD and not 0xD800 <= diem <= 0xDFFF else "\ufffd"


def _mm(tc: TinhChat, khoa: str) -> float:
    return (twip(tc.get(khoa)) or 0.0) * 25.4 / 1440


def _cach(tc: TinhChat, khoa: str) -> float:
    """Cách đoạn, pt; cách "tự động" kiểu trang web là 14 pt."""
    if tc.get(f"{khoa}Autospacing") in {"1", "true", "on"}:
        return 14.0
    return (twip(tc.get(khoa)) or 0.0) / 20


def _gian_dong(tc: TinhChat) -> GianDong:
    line = twip(tc.get("line"))
    quy_tac = tc.get("lineRule", "auto")
    if line is None:
        return GianDong("boi", 1.0)
    if quy_tac == "exact":
        return GianDong("dung", line / 20)
    return GianDong("it_nhat", line / 20) if quy_tac == "atLeast" else GianDong("boi", line / 240)


def _vien(tho: str | None) -> VienDoc | None:
    if tho is None:
        return None
    kieu, day, mau = tho.split(";", 2)
    return None if kieu in {"none", "nil"} else VienDoc(kieu, (twip(day) or 0.0) / 8, mau)
