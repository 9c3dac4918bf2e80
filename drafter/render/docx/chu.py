"""Chữ và đơn vị của WordprocessingML: mọi chữ của người dùng đi vào XML qua đây."""

from __future__ import annotations

import re

from drafter.errors import DrafterError

KHAI_BAO = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NS_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GOC_W = f'xmlns:w="{NS_W}" xmlns:r="{NS_R}"'

# Ngoài \t và \n, ký tự điều khiển, nửa cặp thay thế và U+FFFE/FFFF không có chỗ trong XML 1.0; \r thì XML đọc lại thành \n.
_CAM = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_CAN_XET = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


def twip(mm: float) -> int:
    """Số twip (1/1440 inch) gần nhất của ``mm``."""
    return round(mm * 1440 / 25.4)


def twip_pt(pt: float) -> int:
    """Số twip gần nhất của ``pt``."""
    return round(pt * 20)


def thoat(chu: str) -> str:
    """``chu`` đặt được vào chữ hoặc thuộc tính XML.

    Raises DrafterError khi có ký tự mà XML không chứa được.
    """
    if not _CAN_XET.search(chu):
        return chu
    hong = _CAM.search(chu)
    if hong:
        cho = chu[max(0, hong.start() - 20) : hong.start()]
        raise DrafterError(
            f"Ký tự U+{ord(hong.group()):04X} không ghi được vào tệp Word, đứng sau chữ “{cho}”.",
            cach_sua="Xóa ký tự ấy rồi gõ lại đoạn chữ.",
        )
    return chu.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def noi_dung_run(chu: str) -> str:
    """Các phần tử chữ của một run: tab thành ``w:tab``, xuống dòng thành ``w:br``, khoảng trắng giữ nguyên.

    Raises DrafterError khi có ký tự mà XML không chứa được.
    """
    sach = thoat(chu)
    than = f'<w:t xml:space="preserve">{sach}</w:t>'
    if "\t" in sach:
        than = than.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    if "\n" in sach:
        than = than.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return than if than.find("></w:t>") < 0 else than.replace('<w:t xml:space="preserve"></w:t>', "")
