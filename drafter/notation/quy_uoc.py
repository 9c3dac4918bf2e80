"""Quy ước chung của phần đọc và phần in: cái gì là tiêu đề, dòng trích, chú thích, nhãn cuối dòng."""

from __future__ import annotations

import re

from drafter.model import Cap, DongChu
from drafter.notation.dong import bo_thoat_dau, chu_tran
from drafter.notation.nhan import DE_MUC, co_dau_ket, nhan_dien

TRICH_SAU_NHAT = 3
DAI_TEN_KHOAN = 250
DAI_TEN_MUC = 150

CHU_THICH_RE = re.compile(r"\[\^([\w-]{1,40})\]:")
MA_RE = re.compile(r"[a-z][a-z0-9_]*")
_HAI_CACH_RE = re.compile(r"[ \t\xa0]{2}")
_CUOI_CAU = (".", ";", ":", ",")


def la_ten(cap: Cap, noi_dung: DongChu, co_con: bool) -> bool:
    """Chữ cùng dòng với nhãn cấp ``cap`` có phải tiêu đề không; ``co_con``: dưới nó còn nội dung."""
    if not noi_dung:
        return False
    chu = chu_tran(noi_dung)
    match cap:
        case _ if cap in DE_MUC:
            return True
        case Cap.DIEU:
            return not co_dau_ket(chu)
        case Cap.MUC_LA_MA:
            return not (len(chu) > DAI_TEN_MUC and chu.endswith((".", ";", ":")))
        case Cap.KHOAN | Cap.KHOAN_CON:
            return co_con and len(chu) <= DAI_TEN_KHOAN and not co_dau_ket(chu)
        case _:
            return False


def la_dong_ten(noi_dung: DongChu) -> bool:
    """Dòng lời văn ngay dưới "Chương I" có phải tiêu đề của nó không: câu dài có dấu kết thì không."""
    chu = chu_tran(noi_dung)
    return bool(noi_dung) and not (len(chu) > DAI_TEN_MUC and chu.endswith(_CUOI_CAU))


def duoc_dung_duoi(dong: str) -> bool:
    """Dòng thô này có thể là tiêu đề đặt dưới nhãn không; dòng mở đầu bằng ký hiệu thì không."""
    return not dong.startswith(("|", ">", "//")) and not bo_thoat_dau(dong)[1]


def bo_trich(dong: str) -> str | None:
    """Chữ sau dấu ``>`` của một dòng trích, ``None`` khi không phải dòng trích."""
    if dong == ">":
        return ""
    return dong[1:].strip() if dong.startswith(">") and dong[1].isspace() else None


def tach_ma(dong: str) -> tuple[str, str | None]:
    """(dòng đã bỏ nhãn, nhãn) khi dòng kết bằng ``{#nhan}`` hợp lệ và không bị thoát."""
    if not dong.endswith("}"):
        return dong, None
    cho = dong.rfind("{#")
    ma = dong[cho + 2 : -1]
    if cho < 0 or MA_RE.fullmatch(ma) is None:
        return dong, None
    truoc = dong[:cho]
    if (len(truoc) - len(truoc.rstrip("\\"))) % 2:
        return dong, None
    return truoc.rstrip(), ma


def la_cau_truc(dong: str) -> bool:
    """Dòng này, nếu không thoát, có thành nhãn, dòng trích, nội dung chú thích hay ghi chú của người viết mẫu không."""
    return (
        dong.startswith("//")
        or bo_trich(dong) is not None
        or CHU_THICH_RE.match(dong) is not None
        or nhan_dien(tach_ma(dong)[0]) is not None
    )


def co_hai_cach(dong: str) -> bool:
    """Trong dòng có từ hai khoảng trắng liền nhau không."""
    return _HAI_CACH_RE.search(dong) is not None
