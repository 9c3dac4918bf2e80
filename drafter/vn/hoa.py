"""Viết hoa chữ Việt mà không đụng tới phần còn lại của tên."""

from __future__ import annotations

from drafter.vn.khoa import nfc


def hoa(chuoi: str) -> str:
    """Cả chữ in hoa, NFC: "M'Drắk" thành "M'DRẮK"."""
    return nfc(nfc(chuoi).upper())


def _chu_dau(chuoi: str) -> int:
    return next((i for i, ky_tu in enumerate(chuoi) if ky_tu.isalnum()), -1)


def hoa_dau(chuoi: str) -> str:
    """Chữ cái đầu thành hoa, phần sau giữ nguyên; dấu ngoặc và khoảng trắng đứng trước được bỏ qua."""
    chuoi = nfc(chuoi)
    i = _chu_dau(chuoi)
    return chuoi if i < 0 else chuoi[:i] + chuoi[i].upper() + chuoi[i + 1 :]


def thuong_dau(chuoi: str) -> str:
    """Chữ cái đầu thành thường, phần sau giữ nguyên.

    Âm tiết đầu còn chữ hoa khác thì để nguyên: đó là chữ viết tắt hoặc tên ("UBND", "QyĐ", "M'Drắk").
    """
    chuoi = nfc(chuoi)
    i = _chu_dau(chuoi)
    if i < 0 or any(ky_tu.isupper() for ky_tu in chuoi[i + 1 :].split(" ", 1)[0]):
        return chuoi
    return chuoi[:i] + chuoi[i].lower() + chuoi[i + 1 :]
