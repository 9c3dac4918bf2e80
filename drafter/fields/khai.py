"""Khai báo của một trường, như ``mau.yaml`` viết; dữ liệu thuần, không biết cách đọc."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from drafter.fields.ve_sinh import chi_co_trang
from drafter.record import Cay, Day, La, Nhanh

CAP_HOP_LE = ("tinh", "huyen", "xa")


@dataclass(frozen=True, slots=True)
class TruongKhai:
    """Một trường: ``ten`` là khóa người điền ghi, ``nhan`` là tên tiếng Việt, ``duong_dan`` là chỗ trong phiếu.

    ``chon`` là mã → nhãn; ``cot`` là các cột của ``bang``; ``phan_tu`` là kiểu phần tử của ``danh_sach``; ``tu``/``den`` kể cả
    hai đầu; ``cap`` rỗng là mọi cấp; ``rong``/``canh`` chỉ dùng cho cột (rộng tương đối, canh ``trai|giua|phai|deu``).
    """

    ten: str
    kieu: str
    nhan: str = ""
    giup: str = ""
    bat_buoc: bool = False
    mac_dinh: Cay | None = None
    vi_du: Cay | None = None
    chon: Mapping[str, str] = field(default_factory=dict)
    cot: Mapping[str, TruongKhai] = field(default_factory=dict)
    phan_tu: TruongKhai | None = None
    tu: date | None = None
    den: date | None = None
    cap: tuple[str, ...] = ()
    doi_chieu: str = ""
    duong_dan: str = ""
    rong: float = 0.0
    canh: str = ""

    def duoc_hoi(self, *, xet_theo: date, cap: str | None) -> bool:
        """Trường có được hỏi vào ngày ``xet_theo`` ở cấp ``cap`` không; ``cap`` là ``None`` thì chỉ xét ngày."""
        if self.tu is not None and xet_theo < self.tu:
            return False
        if self.den is not None and xet_theo > self.den:
            return False
        return not self.cap or cap is None or cap in self.cap


def rong_khong(cay: Cay | None) -> bool:
    """Cả cây không có chữ nào, tức là chưa điền."""
    if cay is None:
        return True
    if isinstance(cay, La):
        return chi_co_trang(cay.chu)
    con = cay.muc.values() if isinstance(cay, Nhanh) else cay.phan_tu
    return all(rong_khong(c) for c in con)


def ta_cay(cay: Cay | None) -> str:
    """Một dòng chữ cho người đọc về một giá trị mẫu: ``Nguyễn Văn A``, ``{ho_ten: …; chuc_vu: …}``, ``a; b``."""
    if cay is None:
        return ""
    if isinstance(cay, La):
        return " ".join(cay.chu.split())
    if isinstance(cay, Day):
        return "; ".join(ta_cay(c) for c in cay.phan_tu)
    return "{" + "; ".join(f"{ten}: {ta_cay(c)}" for ten, c in cay.muc.items()) + "}"
