"""Khóa so sánh chữ Việt: bỏ dấu để tìm, hoặc chỉ bỏ qua chỗ đặt dấu thanh (Hòa và Hoà đều là tên chính thức, tùy đơn vị)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_DAU = re.compile("[\u0300-\u036f]")
_MAU_CHU = "\u0302\u0306\u031b"
_THANH = "\u0300\u0301\u0303\u0309\u0323"
_DOI_THANH = re.compile(f"([{_THANH}])((?:[a-zđ][{_MAU_CHU}]*)+)")
_NHAY = re.compile("['’‘ʼ`´] *")
_NGOAI_CHU = re.compile(r"[^\w\n\u0300-\u036f]+|_+")


def nfc(chuoi: str) -> str:
    """Chữ ở dạng NFC."""
    return unicodedata.normalize("NFC", chuoi)


def bo_dau(chuoi: str) -> str:
    """Chữ đã bỏ mọi dấu, đ thành d; giữ hoa thường và dấu câu."""
    return nfc(_DAU.sub("", unicodedata.normalize("NFD", chuoi))).replace("đ", "d").replace("Đ", "D")


def co_dau(chuoi: str) -> bool:
    """Trong chữ có dấu thanh, dấu mũ, dấu móc hoặc đ không."""
    return bo_dau(chuoi) != nfc(chuoi)


def _gon(chuoi: str) -> str:
    return "\n".join(" ".join(dong.split()) for dong in _NGOAI_CHU.sub(" ", _NHAY.sub("", chuoi)).split("\n"))


def khoa_tim(chuoi: str) -> str:
    """Khóa tìm: chữ thường, bỏ dấu, bỏ dấu nháy (M'Drắk → "mdrak"), mọi dấu câu khác thành một khoảng trắng."""
    return khoa_tim_nhieu((chuoi.replace("\n", " "),))[0]


def khoa_tim_nhieu(cac_chuoi: Sequence[str]) -> list[str]:
    """``khoa_tim`` của từng chữ, tính một lượt cho nhanh; chữ không được chứa dấu xuống dòng."""
    return bo_dau(_gon("\n".join(cac_chuoi)).lower()).split("\n")


def khoa_dau(chuoi: str) -> str:
    """Khóa giữ dấu, chỉ bỏ qua chỗ đặt dấu thanh trong âm tiết, hoa thường, dấu nháy và dấu câu.

    "Hòa" và "Hoà" cùng khóa, "Hòa" và "Hóa" khác khóa. Khóa chỉ để so sánh, không để in.
    """
    return _DOI_THANH.sub(r"\2\1", unicodedata.normalize("NFD", _gon(chuoi.replace("\n", " ")).lower()))
