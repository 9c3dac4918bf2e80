"""Dấu kết "./." ở cuối thân văn bản."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import Bang, Chu, Doan, DongChu, Khuc, Nut, TrichDan
from drafter.notation import chu_tran

_DAU = "./."
_CHAM = re.compile(r"[.;]?\s*$")


def _dong(dong: DongChu) -> DongChu:
    mau = list(dong)
    if mau and isinstance(mau[-1], Chu):
        cuoi = mau[-1]
        mau[-1] = replace(cuoi, van_ban=_CHAM.sub("", cuoi.van_ban, count=1) + _DAU)
        return tuple(mau)
    return (*mau, Chu(_DAU))


def dat_dau_ket(than: tuple[Khuc, ...]) -> tuple[tuple[Khuc, ...], bool]:
    """Thân có "./." sau chữ cuối cùng, và ``True`` nếu vừa thêm; sau bảng thì dấu kết đứng dòng riêng."""
    if not than:
        return than, False
    cuoi = than[-1]
    if isinstance(cuoi, Doan):
        if chu_tran(cuoi.noi_dung).rstrip().endswith(_DAU):
            return than, False
        return (*than[:-1], replace(cuoi, noi_dung=_dong(cuoi.noi_dung))), True
    if isinstance(cuoi, Bang):
        return (*than, Doan((Chu(_DAU),))), True
    if isinstance(cuoi, TrichDan):
        con, them = dat_dau_ket(cuoi.con)
        return (*than[:-1], replace(cuoi, con=con)), them
    assert isinstance(cuoi, Nut)
    if cuoi.con:
        con, them = dat_dau_ket(cuoi.con)
        return (*than[:-1], replace(cuoi, con=con)), them
    if chu_tran(cuoi.ten).rstrip().endswith(_DAU):
        return than, False
    return (*than[:-1], replace(cuoi, ten=_dong(cuoi.ten))), True
