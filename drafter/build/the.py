"""Thẻ: giá trị của trường đi qua Jinja và bộ phân tích ký pháp dưới dạng chữ riêng, nên không bao giờ đổi được bố cục.

Một thẻ là U+E000, các chữ số ở U+E010…U+E019, rồi U+E001. Dữ liệu người dùng bị từ chối nếu có ký tự vùng này, nên không ai
giả được thẻ. Số thẻ theo thứ tự in ra: hai phiếu rẽ cùng nhánh cho cùng một chuỗi, và lời văn đã phân tích dùng lại được.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.model import (
    Chu,
    ChuThich,
    Doan,
    DongChu,
    Hang,
    Inline,
    Khuc,
    Nut,
    OBang,
    ThamChieu,
    TrichDan,
    VienDan,
)

MO, DONG, DAU_MUC = "\ue000", "\ue001", "\ue002"
_MAU_THE = re.compile("\ue000([\ue010-\ue019]+)\ue001")


class BangThe:
    """Các mẩu chữ đã phát thẻ trong một lần dựng."""

    __slots__ = ("gia_tri",)

    def __init__(self) -> None:
        self.gia_tri: list[Inline] = []

    def phat(self, mau: Inline) -> str:
        """Thẻ cho một mẩu chữ."""
        self.gia_tri.append(mau)
        return MO + "".join(chr(0xE010 + int(c)) for c in str(len(self.gia_tri) - 1)) + DONG


def _so(ma: str) -> int:
    return int("".join(chr(ord(c) - 0xE010 + ord("0")) for c in ma))


def thay_the(chu: str, gia_tri: Sequence[str]) -> str:
    """Chữ với mỗi thẻ thay bằng giá trị cùng số trong ``gia_tri``."""
    return _MAU_THE.sub(lambda khop: gia_tri[_so(khop[1])], chu)


def dien_dong(dong: DongChu, the: Sequence[Inline]) -> DongChu:
    """Dòng chữ với mọi thẻ thay bằng giá trị; kiểu đậm, nghiêng của chỗ đặt thẻ phủ lên giá trị."""
    ra: list[Inline] = []
    for mau in dong:
        if not isinstance(mau, Chu) or MO not in mau.van_ban:
            ra.append(mau)
            continue
        vi_tri = 0
        for khop in _MAU_THE.finditer(mau.van_ban):
            if khop.start() > vi_tri:
                ra.append(replace(mau, van_ban=mau.van_ban[vi_tri : khop.start()]))
            gia_tri = the[_so(khop[1])]
            if isinstance(gia_tri, Chu | VienDan | ThamChieu):
                gia_tri = replace(gia_tri, dam=mau.dam or gia_tri.dam, nghieng=mau.nghieng or gia_tri.nghieng)
            ra.append(gia_tri)
            vi_tri = khop.end()
        if vi_tri < len(mau.van_ban):
            ra.append(replace(mau, van_ban=mau.van_ban[vi_tri:]))
    return tuple(ra)


def doi_dong(than: tuple[Khuc, ...], doi: Callable[[DongChu], DongChu]) -> tuple[Khuc, ...]:
    """Thân văn bản với mọi dòng chữ đi qua ``doi``."""

    def doan(d: Doan) -> Doan:
        return replace(d, noi_dung=doi(d.noi_dung))

    def khuc(k: Khuc) -> Khuc:
        if isinstance(k, Doan):
            return doan(k)
        if isinstance(k, Nut):
            return replace(k, ten=doi(k.ten), con=tuple(khuc(c) for c in k.con))
        if isinstance(k, TrichDan):
            return replace(k, con=tuple(khuc(c) for c in k.con))
        return replace(
            k,
            hang=tuple(
                Hang(tuple(OBang(tuple(doan(d) for d in o.con), o.gop_ngang, o.gop_doc) for o in h.o), h.tieu_de) for h in k.hang
            ),
        )

    return tuple(khuc(k) for k in than)


def dien_than(than: tuple[Khuc, ...], the: Sequence[Inline]) -> tuple[Khuc, ...]:
    """Thân văn bản đã điền giá trị vào thẻ."""
    return doi_dong(than, lambda d: dien_dong(d, the)) if the else than


def dien_chu_thich(chu_thich: tuple[ChuThich, ...], the: Sequence[Inline]) -> tuple[ChuThich, ...]:
    """Chú thích đã điền giá trị vào thẻ."""
    return tuple(replace(c, con=tuple(replace(d, noi_dung=dien_dong(d.noi_dung, the)) for d in c.con)) for c in chu_thich)
