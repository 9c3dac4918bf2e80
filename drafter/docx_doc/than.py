"""Đi hết thân văn bản theo thứ tự đọc: đoạn, bảng (lồng nhau), khung chữ, phần trang."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.docx_doc.doan import MC, NgucCanh, chon_nhanh, doc_doan
from drafter.docx_doc.goi import R, W
from drafter.docx_doc.kieu import CacKieu, bat, twip
from drafter.docx_doc.mo_hinh import TRONG, BangDoc, DauTrangDoc, DoanDoc, HangDoc, ODoc, PhanDoc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# Lề trái, phải trong ô khi không nơi nào khai: 0,19 cm.
_LE_O_TWIP = 115.0


class NguoiDoc:
    """Gom đoạn, bảng và ``w:sectPr`` khi đi qua một cây."""

    def __init__(self, kieu: CacKieu) -> None:
        self._kieu = kieu
        self.doan: list[DoanDoc] = []
        self.bang: list[BangDoc | None] = []
        self.sect: list[_Element] = []

    def di(self, cac_pt: Iterable[_Element], o_dau: NgucCanh) -> None:
        """Đọc các phần tử khối liền nhau."""
        for pt in cac_pt:
            # Phần trang chỉ đổi ở thân, nên phần hiện tại luôn là số sectPr đã gặp.
            o_day = replace(o_dau, phan=len(self.sect))
            if pt.tag == f"{W}p":
                self._doan(pt, o_day)
            elif pt.tag == f"{W}tbl":
                self._bang(pt, o_day)
            elif pt.tag == f"{W}sectPr":
                self.sect.append(pt)
            elif pt.tag == f"{MC}AlternateContent":
                self.di(chon_nhanh(pt), o_dau)
            elif pt.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}:
                self.di(pt, o_dau)

    def _doan(self, p: _Element, o_dau: NgucCanh) -> None:
        doan, khung = doc_doan(p, self._kieu, o_dau)
        self.doan.append(doan)
        for k in khung:
            self.di(k, o_dau.voi(trong_khung=True))
        sect = p.find(f"{W}pPr/{W}sectPr")
        if sect is not None and not o_dau.trong_khung:
            self.sect.append(sect)

    def _bang(self, tbl: _Element, o_dau: NgucCanh) -> None:
        so = len(self.bang)
        self.bang.append(None)
        pt_kieu = tbl.find(f"{W}tblPr/{W}tblStyle")
        kieu_bang = pt_kieu.get(f"{W}val", "") if pt_kieu is not None else ""
        luoi = tuple(_mm(c.get(f"{W}w")) for c in tbl.findall(f"{W}tblGrid/{W}gridCol"))
        cac_hang: list[HangDoc] = []
        for tr in _con(tbl, f"{W}tr"):
            bo = tr.find(f"{W}trPr/{W}gridBefore")
            cot = _so(bo)
            cac_o: list[ODoc] = []
            for tc in _con(tr, f"{W}tc"):
                o = _o(tc, cot, luoi)
                cac_o.append(o)
                self.di(tc, replace(o_dau, kieu_bang=kieu_bang, trong_o=(so, len(cac_hang), cot)))
                cot += o.gop_ngang
            cac_hang.append(HangDoc(tuple(cac_o), bat(tr.find(f"{W}trPr/{W}tblHeader")), bat(tr.find(f"{W}trPr/{W}cantSplit"))))
        tbl_pr = [
            pt for pt in (tbl.find(f"{W}tblPr"), *(k.find(f"{W}tblPr") for k in self._kieu.chuoi(kieu_bang))) if pt is not None
        ]
        bo_cuc = tbl.find(f"{W}tblPr/{W}tblLayout")
        self.bang[so] = BangDoc(
            rong_cot_mm=luoi,
            hang=tuple(cac_hang),
            co_vien=any(_co_vien(pt) for pt in tbl_pr),
            le_o_mm=(_le_o(tbl_pr, "left", "start"), _le_o(tbl_pr, "right", "end")),
            co_dinh=bo_cuc is not None and bo_cuc.get(f"{W}type") == "fixed",
        )


def doc_phan(cac_sect: list[_Element], dau_trang: dict[str, DauTrangDoc]) -> tuple[PhanDoc, ...]:
    """Các phần trang; đầu, chân trang vắng thì kế thừa phần trước. ``dau_trang`` tra theo mã quan hệ."""
    ket_qua: list[PhanDoc] = []
    hien: dict[tuple[str, str], DauTrangDoc] = {}
    for sect in cac_sect:
        for loai in ("header", "footer"):
            for pt in sect.findall(f"{W}{loai}Reference"):
                hien[loai, pt.get(f"{W}type", "default")] = dau_trang.get(pt.get(f"{R}id", ""), TRONG)
        kho, le, so = sect.find(f"{W}pgSz"), sect.find(f"{W}pgMar"), sect.find(f"{W}pgNumType")
        bat_dau = so.get(f"{W}start") if so is not None else None
        ket_qua.append(
            PhanDoc(
                rong_mm=_thuoc_tinh_mm(kho, "w"),
                cao_mm=_thuoc_tinh_mm(kho, "h"),
                ngang=kho is not None and kho.get(f"{W}orient") == "landscape",
                le_tren_mm=_thuoc_tinh_mm(le, "top"),
                le_duoi_mm=_thuoc_tinh_mm(le, "bottom"),
                le_trai_mm=_thuoc_tinh_mm(le, "left"),
                le_phai_mm=_thuoc_tinh_mm(le, "right"),
                cach_mep_tren_mm=_thuoc_tinh_mm(le, "header"),
                cach_mep_duoi_mm=_thuoc_tinh_mm(le, "footer"),
                so_trang_tu=int(bat_dau) if bat_dau is not None and bat_dau.isdecimal() else None,
                khac_trang_dau=bat(sect.find(f"{W}titlePg")),
                dau_trang=hien.get(("header", "default"), TRONG),
                dau_trang_dau=hien.get(("header", "first"), TRONG),
                chan_trang=hien.get(("footer", "default"), TRONG),
                chan_trang_dau=hien.get(("footer", "first"), TRONG),
            )
        )
    return tuple(ket_qua)


def co_truong_page(goc: _Element) -> bool:
    """Có trường PAGE (số trang) dưới ``goc``."""
    lenh = "".join(pt.text or "" for pt in goc.iter(f"{W}instrText"))
    don = " ".join(pt.get(f"{W}instr", "") for pt in goc.iter(f"{W}fldSimple"))
    return "PAGE" in f"{lenh} {don}".upper().split()


def _con(pt: _Element, ten: str) -> list[_Element]:
    """Các con mang tên ``ten``, kể cả khi bọc trong ô nội dung hay thẻ riêng."""
    kq: list[_Element] = []
    for con in pt:
        if con.tag == ten:
            kq.append(con)
        elif con.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            kq += _con(con, ten)
    return kq


def _o(tc: _Element, cot: int, luoi: tuple[float, ...]) -> ODoc:
    gop = max(1, _so(tc.find(f"{W}tcPr/{W}gridSpan")) or 1)
    doc = tc.find(f"{W}tcPr/{W}vMerge")
    rong = tc.find(f"{W}tcPr/{W}tcW")
    mm = _mm(rong.get(f"{W}w")) if rong is not None and rong.get(f"{W}type", "dxa") == "dxa" else sum(luoi[cot : cot + gop])
    gop_doc = "" if doc is None else "dau" if doc.get(f"{W}val") == "restart" else "tiep"
    return ODoc(cot=cot, gop_ngang=gop, rong_mm=mm, gop_doc=gop_doc)


def _co_vien(tbl_pr: _Element) -> bool:
    vien = tbl_pr.find(f"{W}tblBorders")
    return vien is not None and any(c.get(f"{W}val", "none") not in {"none", "nil"} for c in vien)


def _le_o(cac_tbl_pr: list[_Element], *ten: str) -> float:
    for tbl_pr in cac_tbl_pr:
        for t in ten:
            pt = tbl_pr.find(f"{W}tblCellMar/{W}{t}")
            if pt is not None:
                return _mm(pt.get(f"{W}w"))
    return _LE_O_TWIP * 25.4 / 1440


def _so(pt: _Element | None) -> int:
    val = pt.get(f"{W}val", "0") if pt is not None else "0"
    return int(val) if val.isdecimal() else 0


def _mm(gia_tri: str | None) -> float:
    return (twip(gia_tri) or 0.0) * 25.4 / 1440


def _thuoc_tinh_mm(pt: _Element | None, ten: str) -> float:
    return _mm(pt.get(f"{W}{ten}")) if pt is not None else 0.0
