"""Định dạng có hiệu lực: mặc định của tệp → kiểu bảng → chuỗi kiểu đoạn → kiểu chữ → định dạng trực tiếp."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from drafter.docx_doc.goi import W

if TYPE_CHECKING:
    from lxml.etree import _Element

# Thuộc tính thô theo tên; tầng sau đè tầng trước theo từng khóa.
TinhChat: TypeAlias = dict[str, str]

CONG_TAC = ("b", "i", "caps", "vanish")
_CONG_TAC_DOAN = ("keepNext", "keepLines")
_DO_DAI = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIP_MOI = {None: 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
# Hai khóa loại trừ nhau: đặt khóa này thì khóa kia của tầng trên hết hiệu lực.
_LOAI_TRU = {"firstLine": "hanging", "hanging": "firstLine", "ascii": "asciiTheme", "asciiTheme": "ascii"} | {
    "hAnsi": "hAnsiTheme",
    "hAnsiTheme": "hAnsi",
}


def twip(gia_tri: str | None) -> float | None:
    """Số twip của một độ dài như Word ghi (``720``, ``12.7mm``); ``None`` khi vắng hoặc không đọc được."""
    khop = _DO_DAI.fullmatch(gia_tri.strip()) if gia_tri else None
    return float(khop[1]) * _TWIP_MOI[khop[2]] if khop else None


def bat(phan_tu: _Element | None) -> bool:
    """Công tắc của Word: có phần tử là bật, trừ khi ghi rõ 0, false, off."""
    return phan_tu is not None and phan_tu.get(f"{W}val", "1") not in {"0", "false", "off", "none"}


def tinh_chat_chu(r_pr: _Element | None) -> TinhChat:
    """Các thuộc tính chữ ghi ngay trong một ``w:rPr``."""
    if r_pr is None:
        return {}
    kq: TinhChat = {}
    phong = r_pr.find(f"{W}rFonts")
    if phong is not None:
        for khoa in ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme"):
            if (ten := phong.get(f"{W}{khoa}")) is not None:
                # Cùng một chỗ mà ghi cả hai thì phông của chủ đề thắng.
                kq.pop(khoa.removesuffix("Theme"), None)
                kq[khoa] = ten
    for khoa in ("sz", "color", "rStyle"):
        pt = r_pr.find(f"{W}{khoa}")
        if pt is not None and (val := pt.get(f"{W}val")) is not None:
            kq[khoa] = val
    for khoa in CONG_TAC:
        pt = r_pr.find(f"{W}{khoa}")
        if pt is not None:
            kq[khoa] = "1" if bat(pt) else "0"
    return kq


def tinh_chat_doan(p_pr: _Element | None) -> TinhChat:
    """Các thuộc tính đoạn ghi ngay trong một ``w:pPr``."""
    if p_pr is None:
        return {}
    kq: TinhChat = {}
    for khoa in ("pStyle", "jc", "outlineLvl"):
        pt = p_pr.find(f"{W}{khoa}")
        if pt is not None and (val := pt.get(f"{W}val")) is not None:
            kq[khoa] = val
    for khoa in _CONG_TAC_DOAN:
        pt = p_pr.find(f"{W}{khoa}")
        if pt is not None:
            kq[khoa] = "1" if bat(pt) else "0"
    cach = p_pr.find(f"{W}spacing")
    if cach is not None:
        kq |= _thuoc_tinh(cach, "before", "after", "line", "lineRule", "beforeAutospacing", "afterAutospacing")
    lui = p_pr.find(f"{W}ind")
    if lui is not None:
        kq |= _thuoc_tinh(lui, "left", "right", "firstLine", "hanging")
        for cu, moi in (("start", "left"), ("end", "right")):
            if (val := lui.get(f"{W}{cu}")) is not None:
                kq[moi] = val
        if "hanging" in kq:
            kq.pop("firstLine", None)
    for canh in ("top", "bottom"):
        vien = p_pr.find(f"{W}pBdr/{W}{canh}")
        if vien is not None:
            kq[f"vien_{canh}"] = ";".join((vien.get(f"{W}val", "none"), vien.get(f"{W}sz", "0"), vien.get(f"{W}color", "auto")))
    so = p_pr.find(f"{W}numPr")
    if so is not None:
        for khoa in ("numId", "ilvl"):
            pt = so.find(f"{W}{khoa}")
            if pt is not None:
                kq[khoa] = pt.get(f"{W}val", "0")
    return kq


def _thuoc_tinh(pt: _Element, *ten: str) -> TinhChat:
    return {t: val for t in ten if (val := pt.get(f"{W}{t}")) is not None}


def de_len(duoi: TinhChat, tren: TinhChat) -> TinhChat:
    """Tầng ``tren`` đè lên tầng ``duoi``."""
    kq = dict(duoi)
    for khoa, val in tren.items():
        kq.pop(_LOAI_TRU.get(khoa, ""), None)
        kq[khoa] = val
    return kq


class CacKieu:
    """Các kiểu của tệp, đã gộp theo chuỗi ``basedOn``."""

    def __init__(self, styles: _Element | None, phong_chu_de: dict[str, str]) -> None:
        self._phong_chu_de = phong_chu_de
        self._kieu: dict[str, _Element] = {}
        self._mac_dinh: dict[str, str] = {}
        self.chu_goc: TinhChat = {}
        self.doan_goc: TinhChat = {}
        self._da_gop: dict[str, tuple[TinhChat, TinhChat]] = {}
        if styles is None:
            return
        goc = styles.find(f"{W}docDefaults")
        if goc is not None:
            self.chu_goc = tinh_chat_chu(goc.find(f"{W}rPrDefault/{W}rPr"))
            self.doan_goc = tinh_chat_doan(goc.find(f"{W}pPrDefault/{W}pPr"))
        for k in styles.findall(f"{W}style"):
            ma = k.get(f"{W}styleId", "")
            self._kieu[ma] = k
            if k.get(f"{W}default") in {"1", "true", "on"}:
                self._mac_dinh[k.get(f"{W}type", "")] = ma

    def ma_kieu_doan(self, ma: str | None) -> str:
        """Mã kiểu đoạn có thật: ``ma``, hoặc kiểu mặc định khi vắng hay không có kiểu ấy."""
        return ma if ma is not None and ma in self._kieu else self._mac_dinh.get("paragraph", "")

    def ten(self, ma: str) -> str:
        """Tên hiện trong Word của kiểu ``ma``, rỗng khi không có."""
        k = self._kieu.get(ma)
        ten = k.find(f"{W}name") if k is not None else None
        return ten.get(f"{W}val", "") if ten is not None else ""

    def gop(self, ma: str) -> tuple[TinhChat, TinhChat]:
        """(thuộc tính đoạn, thuộc tính chữ) của kiểu ``ma`` sau khi theo hết chuỗi ``basedOn``."""
        if ma not in self._da_gop:
            doan: TinhChat = {}
            chu: TinhChat = {}
            for k in reversed(self.chuoi(ma)):
                doan = de_len(doan, tinh_chat_doan(k.find(f"{W}pPr")))
                chu = de_len(chu, tinh_chat_chu(k.find(f"{W}rPr")))
            self._da_gop[ma] = (doan, chu)
        return self._da_gop[ma]

    def chuoi(self, ma: str) -> list[_Element]:
        """Kiểu ``ma`` rồi các kiểu nó dựa vào, dừng ở vòng lặp."""
        kq: list[_Element] = []
        da_qua: set[str] = set()
        while ma in self._kieu and ma not in da_qua:
            da_qua.add(ma)
            k = self._kieu[ma]
            kq.append(k)
            cha = k.find(f"{W}basedOn")
            ma = cha.get(f"{W}val", "") if cha is not None else ""
        return kq

    def doan(self, truc_tiep: TinhChat, ma_kieu: str, ma_kieu_bang: str) -> TinhChat:
        """Thuộc tính có hiệu lực của một đoạn."""
        nen = de_len(self.doan_goc, self.gop(ma_kieu_bang)[0]) if ma_kieu_bang else self.doan_goc
        return de_len(de_len(nen, self.gop(ma_kieu)[0]), truc_tiep)

    def chu(self, truc_tiep: TinhChat, ma_kieu: str, ma_kieu_bang: str) -> TinhChat:
        """Thuộc tính có hiệu lực của một mẩu chữ trong đoạn kiểu ``ma_kieu``.

        Công tắc (đậm, nghiêng…) ở các tầng kiểu đảo nhau; định dạng trực tiếp thì quyết định hẳn.
        """
        tang = [self.gop(m)[1] for m in (ma_kieu_bang, ma_kieu, truc_tiep.get("rStyle", "")) if m]
        kq = self.chu_goc
        for t in tang:
            kq = de_len(kq, t)
        kq = de_len(kq, truc_tiep)
        for khoa in CONG_TAC:
            if khoa not in truc_tiep:
                le = sum(t.get(khoa) == "1" for t in tang) % 2 == 1
                kq[khoa] = "1" if le or self.chu_goc.get(khoa) == "1" else "0"
        return kq

    def phong(self, tinh_chat: TinhChat, khoa: str) -> str:
        """Tên phông ở ``khoa`` (``ascii`` hoặc ``hAnsi``), đã đổi phông của chủ đề ra tên thật."""
        chu_de = tinh_chat.get(f"{khoa}Theme")
        ten = self._phong_chu_de.get(chu_de[:5], "") if chu_de else ""
        return ten or tinh_chat.get(khoa) or "Times New Roman"


def phong_chu_de(theme: _Element | None) -> dict[str, str]:
    """Phông Latinh của chủ đề: ``major`` và ``minor`` → tên phông."""
    if theme is None:
        return {}
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    kq = {}
    for loai in ("major", "minor"):
        latin = theme.find(f".//{a}fontScheme/{a}{loai}Font/{a}latin")
        if latin is not None:
            kq[loai] = latin.get("typeface", "")
    return kq
