"""Đọc DOCX bất kỳ ra định dạng có hiệu lực, như Word hiện chứ không như XML ghi.

Tách hẳn khỏi máy viết: không dùng chung mã với nó và không biết chế độ thể thức nào, nên kiểm được cả tệp do máy này làm ra.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.docx_doc.doan import NgucCanh
from drafter.docx_doc.goi import GoiDocx, W
from drafter.docx_doc.kieu import CacKieu, phong_chu_de
from drafter.docx_doc.mo_hinh import (
    BangDoc,
    ChuThichDoc,
    DauTrangDoc,
    DoanDoc,
    GianDong,
    HangDoc,
    ODoc,
    PhanDoc,
    RunDoc,
    TepDocx,
    VienDoc,
)
from drafter.docx_doc.than import NguoiDoc, co_truong_page, doc_phan
from drafter.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "BangDoc",
    "ChuThichDoc",
    "DauTrangDoc",
    "DoanDoc",
    "GianDong",
    "HangDoc",
    "ODoc",
    "PhanDoc",
    "RunDoc",
    "TepDocx",
    "VienDoc",
    "doc",
]


def doc(du_lieu: bytes) -> TepDocx:
    """Nội dung và định dạng có hiệu lực của một tệp DOCX.

    Raises InputError khi tệp không phải DOCX, đặt mật khẩu, hỏng, hoặc vượt giới hạn an toàn.
    """
    goi = GoiDocx(du_lieu)
    goc_goi = dict(goi.quan_he("").values())
    chinh = goc_goi.get("officeDocument", "word/document.xml")
    quan_he = goi.quan_he(chinh)
    theo_loai = {loai: dich for loai, dich in quan_he.values() if goi.co(dich)}

    def phan(loai: str) -> _Element | None:
        return goi.xml(theo_loai[loai]) if loai in theo_loai else None

    than = goi.xml(chinh).find(f"{W}body")
    if than is None:
        raise InputError("Tệp không có thân văn bản: không phải văn bản Word.", cho=chinh)
    kieu = CacKieu(phan("styles"), phong_chu_de(phan("theme")))
    nguoi_doc = NguoiDoc(kieu)
    nguoi_doc.di(than, NgucCanh())
    dau_trang = {
        ma: _dau_trang(goi.xml(dich), kieu)
        for ma, (loai, dich) in quan_he.items()
        if loai in {"header", "footer"} and goi.co(dich)
    }
    return TepDocx(
        doan=tuple(nguoi_doc.doan),
        bang=tuple(b for b in nguoi_doc.bang if b is not None),
        phan=doc_phan(nguoi_doc.sect, dau_trang),
        chu_thich=(*_chu_thich(phan("footnotes"), "footnote", kieu), *_chu_thich(phan("endnotes"), "endnote", kieu)),
        che_do_tuong_thich=_tuong_thich(phan("settings")),
        thong_tin=_thong_tin(goi, goc_goi.get("core-properties", "")),
    )


def _dau_trang(goc: _Element, kieu: CacKieu) -> DauTrangDoc:
    nguoi_doc = NguoiDoc(kieu)
    nguoi_doc.di(goc, NgucCanh())
    return DauTrangDoc(tuple(nguoi_doc.doan), co_truong_page(goc))


def _chu_thich(goc: _Element | None, loai: str, kieu: CacKieu) -> tuple[ChuThichDoc, ...]:
    """Các chú thích thật (``footnote`` hoặc ``endnote``), không kể đường ngăn."""
    ket_qua = []
    for pt in goc.findall(f"{W}{loai}") if goc is not None else ():
        if pt.get(f"{W}type", "normal") == "normal":
            nguoi_doc = NguoiDoc(kieu)
            nguoi_doc.di(pt, NgucCanh())
            ket_qua.append(ChuThichDoc(f"{loai}:{pt.get(f'{W}id', '')}", tuple(nguoi_doc.doan)))
    return tuple(ket_qua)


def _tuong_thich(settings: _Element | None) -> int | None:
    for pt in settings.iter(f"{W}compatSetting") if settings is not None else ():
        val = pt.get(f"{W}val", "")
        if pt.get(f"{W}name") == "compatibilityMode" and val.isdecimal():
            return int(val)
    return None


def _thong_tin(goi: GoiDocx, ten: str) -> dict[str, str]:
    """Thông tin tệp (title, creator, subject, language, created…), tên không kèm không gian tên."""
    if not goi.co(ten):
        return {}
    return {str(pt.tag).rsplit("}", 1)[-1]: pt.text or "" for pt in goi.xml(ten)}
