"""Giá trị của trường như lời văn nhìn thấy: chữ in ra được, kèm giá trị đã hiểu và nơi xuất xứ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from drafter.fields.khai import TruongKhai
from drafter.model import NgayVanBan, Nguon
from drafter.record import KHONG_RO

CHO_TRONG = " " * 6


class GiaTri(str):
    """Chữ in ra, ``gt`` là giá trị Python đã hiểu, ``nguon`` và ``duong_dan`` là nơi người dùng ghi."""

    gt: object
    nguon: Nguon
    duong_dan: str

    def __new__(cls, chu: str = "", *, gt: object = None, nguon: Nguon = KHONG_RO, duong_dan: str = "") -> Self:
        moi = super().__new__(cls, chu)
        moi.gt = str(chu) if gt is None else gt
        moi.nguon = nguon
        moi.duong_dan = duong_dan
        return moi


class GiaTriTrong(GiaTri):
    """Trường chưa điền (hoặc điền sai): rỗng, không đúng với ``if``; ``khai`` cho biết là trường nào để chừa chỗ trống."""

    khai: TruongKhai

    @classmethod
    def cua(cls, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> Self:
        """Giá trị trống của trường ``khai``."""
        moi = cls("", nguon=nguon, duong_dan=khai.duong_dan)
        moi.gt = None
        moi.khai = khai
        return moi


class NgayTrong(GiaTriTrong):
    """Ngày chưa điền."""

    ngay = None
    thang = None
    nam = None
    day_du = None


class ChonTrong(GiaTriTrong):
    """Lựa chọn chưa điền; ``ma`` rỗng."""

    ma = ""


class DonViTrong(GiaTriTrong):
    """Cơ quan chưa điền; các thuộc tính chữ đều trống, ``loai`` là ``khac``."""

    loai = "khac"
    don_vi = None

    @property
    def ten(self) -> GiaTriTrong:
        """Tên cơ quan, trống."""
        return GiaTriTrong.cua(self.khai, self.nguon)

    viet_tat = ten
    dia_danh = ten


class GiaTriChon(GiaTri):
    """Nhãn của lựa chọn; ``ma`` là mã để so sánh."""

    ma: str


def chu_ngay(ngay: NgayVanBan) -> str:
    """ "ngày 05 tháng 3 năm 2026"; phần thiếu để trống sáu khoảng trắng (quy tắc DD-03, SK-09)."""
    nn = CHO_TRONG if ngay.ngay is None else f" {ngay.ngay:02d} "
    tt = CHO_TRONG if ngay.thang is None else f" {chu_thang(ngay.thang)} "
    return f"ngày{nn}tháng{tt}năm" + (CHO_TRONG if ngay.nam is None else f" {ngay.nam}")


def chu_thang(thang: int) -> str:
    """Tháng bằng số: chỉ tháng 1 và 2 có số 0 phía trước (điểm b khoản 4 Mục II Phần I Phụ lục I Nghị định 30)."""
    return f"{thang:02d}" if thang < 3 else str(thang)


class GiaTriNgay(GiaTri):
    """Ngày có thể thiếu phần; ``gt`` là ``NgayVanBan``."""

    gt: NgayVanBan

    @classmethod
    def cua(cls, ngay: NgayVanBan, *, nguon: Nguon, duong_dan: str) -> Self:
        """Giá trị ngày với chữ theo quy tắc DD-03."""
        return cls(chu_ngay(ngay), gt=ngay, nguon=nguon, duong_dan=duong_dan)

    @property
    def ngay(self) -> int | None:
        """Ngày trong tháng."""
        return self.gt.ngay

    @property
    def thang(self) -> int | None:
        """Tháng."""
        return self.gt.thang

    @property
    def nam(self) -> int | None:
        """Năm."""
        return self.gt.nam

    @property
    def day_du(self) -> date | None:
        """Ngày thật khi đủ phần."""
        return self.gt.day_du

    @property
    def gon(self) -> str:
        """Chỉ các phần đã có, không chừa chỗ: "tháng 4 năm 2024"."""
        phan = []
        if self.gt.ngay is not None:
            phan.append(f"ngày {self.gt.ngay:02d}")
        if self.gt.thang is not None:
            phan.append(f"tháng {chu_thang(self.gt.thang)}")
        if self.gt.nam is not None:
            phan.append(f"năm {self.gt.nam}")
        return " ".join(phan)


class GiaTriSo(GiaTri):
    """Số; chữ theo kiểu Việt, ``gt`` là ``Decimal``."""

    gt: Decimal


class GiaTriTien(GiaTri):
    """Số tiền; chữ "1.500.000 đồng", ``gt`` là số đồng."""

    gt: int


class GiaTriDonVi(GiaTri):
    """Cơ quan, đơn vị; ``gt`` là đối tượng của sổ đăng ký (``None`` khi không tra được).

    Thuộc tính khác (``loai``, ``don_vi``…) lấy ở ``gt``; ``viet_tat`` và ``dia_danh`` người dùng ghi thì đè lên.
    """

    ten: GiaTri
    viet_tat: GiaTri
    dia_danh: GiaTri

    def __getattr__(self, ten: str) -> object:
        if ten.startswith("_") or ten == "gt":
            raise AttributeError(ten)
        if self.gt is None and ten in ("loai", "don_vi"):
            return "khac" if ten == "loai" else None
        return getattr(self.gt, ten)


class GiaTriCanCu(GiaTri):
    """Một văn bản viện dẫn; chữ là lời viện dẫn, ``gt`` là đối tượng của sổ đăng ký, ``ma`` là mã của nó."""

    @property
    def ma(self) -> str:
        """Mã trong sổ đăng ký, rỗng khi không tra được."""
        return str(getattr(self.gt, "ma", ""))


@dataclass(frozen=True, slots=True)
class Nguoi:
    """Một người; không đúng với ``if`` khi cả hai phần đều trống."""

    ho_ten: GiaTri
    chuc_vu: GiaTri

    def __bool__(self) -> bool:
        return bool(self.ho_ten or self.chuc_vu)

    def __str__(self) -> str:
        return str(self.ho_ten)


class DayGiaTri(tuple[object, ...]):
    """Dãy giá trị của ``danh_sach`` hoặc các hàng của ``bang``; ``khai`` giữ khai báo cột."""

    khai: TruongKhai
    nguon: Nguon
    duong_dan: str

    @classmethod
    def cua(cls, khai: TruongKhai, phan_tu: Iterable[object] = (), nguon: Nguon = KHONG_RO) -> Self:
        """Dãy ``phan_tu`` của trường ``khai``."""
        moi = cls(phan_tu)
        moi.khai = khai
        moi.nguon = nguon
        moi.duong_dan = khai.duong_dan
        return moi


class HangGiaTri:
    """Một hàng của bảng: ``h.ten_cot`` hoặc ``h["ten_cot"]``; duyệt thì được tên cột."""

    __slots__ = ("_muc", "_nguon")

    def __init__(self, muc: Mapping[str, object], nguon: Nguon = KHONG_RO) -> None:
        self._muc = dict(muc)
        self._nguon = nguon

    def __getattr__(self, ten: str) -> object:
        if ten.startswith("_"):
            raise AttributeError(ten)
        try:
            return self._muc[ten]
        except KeyError:
            raise AttributeError(ten) from None

    def __getitem__(self, ten: str) -> object:
        return self._muc[ten]

    def __iter__(self) -> Iterator[str]:
        return iter(self._muc)

    def __len__(self) -> int:
        return len(self._muc)

    def __eq__(self, khac: object) -> bool:
        return isinstance(khac, HangGiaTri) and self._muc == khac._muc

    def __hash__(self) -> int:
        return hash(tuple(self._muc))

    def __repr__(self) -> str:
        return f"HangGiaTri({self._muc!r})"
