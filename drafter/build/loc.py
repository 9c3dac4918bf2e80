"""Các lọc của lời văn: đọc số ra chữ, đổi hoa thường; kết quả giữ nơi xuất xứ của giá trị."""

from __future__ import annotations

from collections.abc import Callable

from drafter.fields import GiaTri, GiaTriSo, GiaTriTien
from drafter.vn.so_chu import doc_so, doc_thap_phan, doc_tien


class DungDang(Exception):
    """Mẫu làm một việc không làm được."""


def bang_chu(gia_tri: object) -> object:
    """Số, số tiền của một trường đọc ra chữ ("mười hai").

    Raises DungDang khi không phải số.
    """
    if isinstance(gia_tri, GiaTriTien):
        chu = doc_tien(gia_tri.gt)
    elif isinstance(gia_tri, GiaTriSo):
        nguyen = gia_tri.gt == gia_tri.gt.to_integral_value()
        chu = doc_so(int(gia_tri.gt)) if nguyen else doc_thap_phan(gia_tri.gt)
    elif isinstance(gia_tri, int) and not isinstance(gia_tri, bool):
        return doc_so(gia_tri)
    elif isinstance(gia_tri, str) and not gia_tri:
        return gia_tri
    elif isinstance(gia_tri, str) and gia_tri.isdigit():
        chu = doc_so(int(gia_tri))
    else:
        raise DungDang("dùng lọc bang_chu cho thứ không phải số.")
    return GiaTri(chu, gt=chu, nguon=gia_tri.nguon, duong_dan=gia_tri.duong_dan) if isinstance(gia_tri, GiaTri) else chu


def giu_nguon(ham: Callable[[str], str]) -> Callable[[object], object]:
    """Lọc đổi chữ bằng ``ham`` mà giữ nơi xuất xứ; lời văn đã dựng thì không đổi được."""

    def loc(gia_tri: object) -> object:
        if hasattr(gia_tri, "__html__"):
            raise DungDang("dùng lọc đổi chữ cho cả đoạn lời văn; lọc này chỉ dùng cho giá trị của trường.")
        chu = ham(str(gia_tri))
        return GiaTri(chu, gt=chu, nguon=gia_tri.nguon, duong_dan=gia_tri.duong_dan) if isinstance(gia_tri, GiaTri) else chu

    return loc
