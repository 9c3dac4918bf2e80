"""Đổi byte của tệp chữ thành chuỗi: UTF-8 (có hay không BOM) và UTF-16 có BOM."""

from __future__ import annotations

import codecs

from drafter.errors import InputError


def giai_ma(du_lieu: bytes, *, ten: str) -> str:
    """Chữ của tệp. InputError khi bảng mã khác, nói rõ byte nào, dòng nào."""
    if du_lieu.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise InputError(f"Tệp {ten} dùng bảng mã UTF-32.", cach_sua="Lưu lại với bảng mã UTF-8.", cho=ten)
    if du_lieu.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        bang_ma = "utf-16"
    else:
        bang_ma = "utf-8-sig"
        if b"\0" in du_lieu[:4096]:
            vi_tri = du_lieu.index(b"\0")
            raise InputError(
                f"Tệp {ten} dòng {_dong(du_lieu, vi_tri)} có byte 00: đây không phải tệp chữ UTF-8.",
                cach_sua="Lưu lại với bảng mã UTF-8 (trong Notepad: Save As, Encoding: UTF-8).",
                cho=f"{ten}:{_dong(du_lieu, vi_tri)}",
            )
    try:
        return du_lieu.decode(bang_ma)
    except UnicodeDecodeError as e:
        them = len(codecs.BOM_UTF8) if du_lieu.startswith(codecs.BOM_UTF8) else 0
        vi_tri = e.start + them
        dong = _dong(du_lieu, vi_tri)
        byte = du_lieu[vi_tri : vi_tri + 3].hex(" ").upper()
        raise InputError(
            f"Tệp {ten} dòng {dong}: byte {byte} không phải chữ UTF-8; tệp có lẽ lưu bằng bảng mã cũ (Windows-1258, TCVN3, VNI).",
            cach_sua="Mở tệp và lưu lại với bảng mã UTF-8.",
            cho=f"{ten}:{dong}",
        ) from e


def _dong(du_lieu: bytes, vi_tri: int) -> int:
    return du_lieu.count(b"\n", 0, vi_tri) + 1
