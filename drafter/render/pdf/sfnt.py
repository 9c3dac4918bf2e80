"""Đọc hai điều cần biết của một tệp TTF mà không cần thư viện phông: tên họ phông và những ký tự nó có."""

from __future__ import annotations

import struct
from pathlib import Path

from drafter.errors import EngineError


def doc_phong(tep: Path) -> tuple[str, frozenset[int]]:
    """Tên họ phông và các điểm mã trong bảng ``cmap``.

    Raises EngineError khi tệp không đọc được hay không phải phông TrueType dùng được.
    """
    try:
        du_lieu = tep.read_bytes()
        bang = _bang(du_lieu)
        return _ten_ho(du_lieu, bang["name"]), _cmap(du_lieu, bang["cmap"])
    except (OSError, struct.error, KeyError, IndexError, UnicodeDecodeError) as loi:
        raise EngineError(f"Không đọc được phông chữ “{tep}”.", cach_sua="Chỉ tới một thư mục có bốn tệp .ttf lành.") from loi


def _bang(d: bytes) -> dict[str, int]:
    """Tên bảng → chỗ bắt đầu."""
    (so,) = struct.unpack_from(">H", d, 4)
    ra = {}
    for i in range(so):
        the, _, cho, _ = struct.unpack_from(">4sIII", d, 12 + 16 * i)
        ra[the.decode("latin-1")] = cho
    return ra


def _ten_ho(d: bytes, goc: int) -> str:
    _, so, kho = struct.unpack_from(">HHH", d, goc)
    ten: dict[int, str] = {}
    for i in range(so):
        nen, _, tieng, ma, dai, cho = struct.unpack_from(">6H", d, goc + 6 + 12 * i)
        if nen == 3 and ma in (1, 16) and (ma not in ten or tieng == 0x409):
            ten[ma] = d[goc + kho + cho : goc + kho + cho + dai].decode("utf-16-be")
    return ten.get(16) or ten[1]


def _cmap(d: bytes, goc: int) -> frozenset[int]:
    (so,) = struct.unpack_from(">H", d, goc + 2)
    cac = {}
    for i in range(so):
        nen, kieu, cho = struct.unpack_from(">HHI", d, goc + 4 + 8 * i)
        cac[nen, kieu] = goc + cho
    for khoa in ((3, 10), (3, 1)):
        if khoa in cac:
            return _dang_12(d, cac[khoa]) if khoa == (3, 10) else _dang_4(d, cac[khoa])
    raise KeyError("cmap")


def _dang_12(d: bytes, cho: int) -> frozenset[int]:
    (so,) = struct.unpack_from(">I", d, cho + 12)
    return frozenset(c for i in range(so) for c in range(*_khoang(struct.unpack_from(">II", d, cho + 16 + 12 * i))))


def _khoang(dau_cuoi: tuple[int, ...]) -> tuple[int, int]:
    return dau_cuoi[0], dau_cuoi[1] + 1


def _dang_4(d: bytes, cho: int) -> frozenset[int]:
    so = struct.unpack_from(">H", d, cho + 6)[0] // 2
    cuoi = struct.unpack_from(f">{so}H", d, cho + 14)
    dau = struct.unpack_from(f">{so}H", d, cho + 16 + 2 * so)
    them = struct.unpack_from(f">{so}H", d, cho + 16 + 4 * so)
    nhay_tu = cho + 16 + 6 * so
    nhay = struct.unpack_from(f">{so}H", d, nhay_tu)
    ra = set()
    for i in range(so):
        for c in range(dau[i], cuoi[i] + 1):
            if nhay[i]:
                (hinh,) = struct.unpack_from(">H", d, nhay_tu + 2 * i + nhay[i] + 2 * (c - dau[i]))
                co = hinh != 0
            else:
                co = (c + them[i]) & 0xFFFF != 0
            if co and c != 0xFFFF:
                ra.add(c)
    return frozenset(ra)
