"""Ngày tháng năm theo lối viết của Nghị định 30/2020/NĐ-CP (điểm b khoản 4 Mục II Phần I Phụ lục I)."""

from __future__ import annotations

RONG = 6


def _hai_chu_so(so: int, duoi: int) -> str:
    return f"{so:02d}" if so < duoi else str(so)


def chu_ngay(ngay: int) -> str:
    """Số của ngày: từ 1 đến 9 thêm số 0 phía trước."""
    return _hai_chu_so(ngay, 10)


def chu_thang(thang: int) -> str:
    """Số của tháng: chỉ tháng 1 và tháng 2 thêm số 0 phía trước."""
    return _hai_chu_so(thang, 3)


def ngay_day_du(ngay: int | None = None, thang: int | None = None, nam: int | None = None, *, rong: int = RONG) -> str:
    """ "ngày 05 tháng 3 năm 2026"; phần chưa có thì chừa ``rong`` khoảng trắng để điền tay."""
    trong = " " * rong
    o_ngay = trong if ngay is None else f" {chu_ngay(ngay)} "
    o_thang = trong if thang is None else f" {chu_thang(thang)} "
    return f"ngày{o_ngay}tháng{o_thang}năm" + (trong if nam is None else f" {nam}")


def ngay_gon(ngay: int | None = None, thang: int | None = None, nam: int | None = None, *, rong: int = RONG) -> str:
    """ "05/3/2026"; chỉ có tháng, năm: "tháng 3/2026"; chỉ có năm: "năm 2026"; thiếu kiểu khác thì chừa ``rong`` khoảng trắng."""
    if ngay is None and nam is not None:
        return f"năm {nam}" if thang is None else f"tháng {chu_thang(thang)}/{nam}"
    trong = " " * rong
    phan = (
        trong if ngay is None else chu_ngay(ngay),
        trong if thang is None else chu_thang(thang),
        trong if nam is None else str(nam),
    )
    return "/".join(phan)
