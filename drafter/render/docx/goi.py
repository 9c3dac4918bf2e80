"""Đóng gói ZIP tất định: ngày cố định 01/01/1980, thứ tự do người gọi đặt, phần tĩnh nén một lần dùng mãi."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

MUC_NEN = 6
_DEFLATE = 8
_NGAY_1980_01_01 = 0x21
_PHIEN_BAN = 20


@dataclass(frozen=True, slots=True)
class ThanhPhan:
    """Một tệp trong gói, đã nén; ``goc`` là số byte trước khi nén."""

    ten: bytes
    crc: int
    goc: int
    nen: bytes


def nen(ten: str, noi_dung: str) -> ThanhPhan:
    """Thành phần ``ten`` (ASCII) chứa ``noi_dung`` dạng UTF-8."""
    return nen_tho(ten, noi_dung.encode("utf-8"))


def nen_tho(ten: str, tho: bytes) -> ThanhPhan:
    """Thành phần ``ten`` (ASCII) chứa đúng các byte ``tho``."""
    may_nen = zlib.compressobj(MUC_NEN, zlib.DEFLATED, -15)
    return ThanhPhan(ten.encode("ascii"), zlib.crc32(tho), len(tho), may_nen.compress(tho) + may_nen.flush())


def dong_goi(cac_phan: Iterable[ThanhPhan]) -> bytes:
    """Tệp ZIP gồm các thành phần theo đúng thứ tự đưa vào."""
    than: list[bytes] = []
    muc_luc: list[bytes] = []
    vi_tri = 0
    for p in cac_phan:
        chung = struct.pack("<HHHHHIIIHH", _PHIEN_BAN, 0, _DEFLATE, 0, _NGAY_1980_01_01, p.crc, len(p.nen), p.goc, len(p.ten), 0)
        muc_luc.append(b"PK\1\2" + struct.pack("<H", _PHIEN_BAN) + chung + struct.pack("<HHHII", 0, 0, 0, 0, vi_tri) + p.ten)
        dau = b"PK\3\4" + chung + p.ten
        than += (dau, p.nen)
        vi_tri += len(dau) + len(p.nen)
    cuoi = b"".join(muc_luc)
    so = len(muc_luc)
    return b"".join((*than, cuoi, b"PK\5\6", struct.pack("<HHHHIIH", 0, 0, so, so, len(cuoi), vi_tri, 0)))
