"""Điều tìm thấy trong dữ liệu, lời văn hoặc tệp của người dùng; gom đủ một lượt, không ném từng cái."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model import Nguon


class MucDo(StrEnum):
    """Mức độ: ``loi`` thì không làm tệp (trừ ``--nhap``); ``canh_bao`` vẫn làm; ``ghi_chu`` là điều đã làm hoặc cần người xem."""

    LOI = "loi"
    CANH_BAO = "canh_bao"
    GHI_CHU = "ghi_chu"


@dataclass(frozen=True, slots=True)
class Finding:
    """Một điều tìm thấy.

    ``ma``: mã quy tắc ổn định (``truong.thieu``, ``SK-02``); ``duong_dan``: đường dẫn trường hoặc nút; ``thong_bao``: sai gì;
    ``cach_sua``: sửa thế nào; ``dieu_khoan``: quy định nào; ``nguon``: ở đâu trong tệp người dùng.
    """

    ma: str
    muc: MucDo
    thong_bao: str
    duong_dan: str = ""
    cach_sua: str = ""
    dieu_khoan: str = ""
    nguon: Nguon | None = None


def loi(
    ma: str, thong_bao: str, *, duong_dan: str = "", cach_sua: str = "", dieu_khoan: str = "", nguon: Nguon | None = None
) -> Finding:
    """Finding mức ``loi``."""
    return Finding(ma, MucDo.LOI, thong_bao, duong_dan, cach_sua, dieu_khoan, nguon)


def canh_bao(
    ma: str, thong_bao: str, *, duong_dan: str = "", cach_sua: str = "", dieu_khoan: str = "", nguon: Nguon | None = None
) -> Finding:
    """Finding mức ``canh_bao``."""
    return Finding(ma, MucDo.CANH_BAO, thong_bao, duong_dan, cach_sua, dieu_khoan, nguon)


def ghi_chu(
    ma: str, thong_bao: str, *, duong_dan: str = "", cach_sua: str = "", dieu_khoan: str = "", nguon: Nguon | None = None
) -> Finding:
    """Finding mức ``ghi_chu``."""
    return Finding(ma, MucDo.GHI_CHU, thong_bao, duong_dan, cach_sua, dieu_khoan, nguon)


def co_loi(tim_thay: tuple[Finding, ...] | list[Finding]) -> bool:
    """Có điều nào mức ``loi`` không."""
    return any(f.muc is MucDo.LOI for f in tim_thay)
