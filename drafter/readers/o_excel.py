"""Một ô Excel đọc thành chữ, như người ta nhìn thấy nó: số kiểu Việt, ngày ISO, có/không."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

GIU_DUNG = 10**15


def chu_cua_o(gia_tri: object) -> str:
    """Chữ của một giá trị ô: ``5.0`` → "5", ``95.5`` → "95,5", ngày → "2024-04-01", đúng/sai → "có"/"không"."""
    if isinstance(gia_tri, str):
        return unicodedata.normalize("NFC", gia_tri)
    if isinstance(gia_tri, bool):
        return "có" if gia_tri else "không"
    if isinstance(gia_tri, int):
        return str(gia_tri)
    if isinstance(gia_tri, float):
        return f"{Decimal(f'{gia_tri:.15g}').normalize():f}".replace(".", ",")
    if isinstance(gia_tri, datetime):
        gio = "" if gia_tri.time() == time() else f" {_gio(gia_tri.hour, gia_tri.minute, gia_tri.second)}"
        return gia_tri.date().isoformat() + gio
    if isinstance(gia_tri, date):
        return gia_tri.isoformat()
    if isinstance(gia_tri, time):
        return _gio(gia_tri.hour, gia_tri.minute, gia_tri.second)
    if isinstance(gia_tri, timedelta):
        phut, giay = divmod(int(gia_tri.total_seconds()), 60)
        return _gio(phut // 60, phut % 60, giay)
    return "" if gia_tri is None else str(gia_tri)


def _gio(gio: int, phut: int, giay: int) -> str:
    return f"{gio}:{phut:02d}" + (f":{giay:02d}" if giay else "")


def mat_chu_so(gia_tri: object) -> bool:
    """Ô số dài quá 15 chữ số: Excel đã làm tròn các chữ số cuối."""
    return isinstance(gia_tri, int | float) and not isinstance(gia_tri, bool) and abs(gia_tri) >= GIU_DUNG


def ten_o(hang: int, cot: int) -> str:
    """Tên ô kiểu ``C4`` từ hàng và cột đếm từ 0."""
    chu, so = "", cot + 1
    while so:
        so, du = divmod(so - 1, 26)
        chu = chr(65 + du) + chu
    return f"{chu}{hang + 1}"
