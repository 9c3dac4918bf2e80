"""Cơ quan và đơn vị hành chính như lời văn của mẫu nhìn thấy."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from drafter.fields import GiaTri
from drafter.model import CoQuanBanHanh, Nguon
from drafter.registry.don_vi import DonVi, ky_cua
from drafter.registry.so_don_vi import SoDonVi

_TEN_TAP_THE = {"ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân"}


@dataclass(frozen=True, slots=True)
class DonViNguCanh:
    """Đơn vị hành chính trong lời văn: ``ten``, ``loai``, ``ten_day_du``, ``cap``, ``tinh``, ``huyen``, ``tien_than``."""

    don_vi: DonVi
    so: SoDonVi = field(repr=False, compare=False)

    @property
    def ma(self) -> str:
        """Mã đơn vị, 5 chữ số (cấp xã)."""
        return self.don_vi.ma

    @property
    def ten(self) -> str:
        """Tên riêng: "Long Hồ"."""
        return self.don_vi.ten

    @property
    def loai(self) -> str:
        """Loại viết thường: "xã"."""
        return self.don_vi.loai

    @property
    def cap(self) -> str:
        """``tinh``, ``huyen`` hoặc ``xa``."""
        return self.don_vi.cap

    @property
    def ten_day_du(self) -> str:
        """Loại và tên, viết hoa theo Phụ lục II: "xã Long Hồ", "Phường 1"."""
        return self.don_vi.ten_day_du

    @property
    def dia_danh(self) -> str:
        """Địa danh ghi ở dòng ngày (DD-05, DD-06)."""
        return self.don_vi.dia_danh

    @property
    def tinh(self) -> DonViNguCanh | None:
        """Tỉnh, thành phố trực thuộc trung ương chứa đơn vị; chính nó khi nó là cấp tỉnh."""
        if self.don_vi.cap == "tinh":
            return self
        return DonViNguCanh(self.don_vi.tinh, self.so) if self.don_vi.tinh is not None else None

    @property
    def huyen(self) -> DonViNguCanh | None:
        """Huyện chứa đơn vị (chỉ trước 01/7/2025)."""
        return DonViNguCanh(self.don_vi.huyen, self.so) if self.don_vi.huyen is not None else None

    @property
    def tien_than(self) -> tuple[str, ...]:
        """Tên các đơn vị cũ nhập vào: "xã An Bình, huyện Long Hồ, tỉnh Vĩnh Long"."""
        return tuple(t.ten for t in self.so.tien_than(self.don_vi))

    @property
    def in_chu(self) -> str:
        """Chữ khi in thẳng trong lời văn."""
        return self.ten_day_du


@dataclass(frozen=True, slots=True)
class CoQuanNguCanh:
    """Cơ quan trong lời văn; in thẳng thì ra tên đầy đủ."""

    ten: GiaTri
    viet_tat: str
    loai: str
    don_vi: DonViNguCanh | None = None
    chu_quan: tuple[str, ...] = ()
    dia_danh: str = ""
    chua_ro: bool = False

    @property
    def in_chu(self) -> GiaTri:
        """Chữ khi in thẳng trong lời văn."""
        return self.ten

    def ban_hanh(self) -> CoQuanBanHanh:
        """Các dòng của ô số 2: tên tập thể và tên đơn vị đứng hai dòng, đều là tên cơ quan ban hành."""
        tap_the = _TEN_TAP_THE.get(self.loai)
        dong = (tap_the, self.don_vi.ten_day_du) if tap_the and self.don_vi is not None else (str(self.ten),)
        return CoQuanBanHanh(str(self.ten), dong, self.chu_quan, self.viet_tat, self.don_vi.ma if self.don_vi else None)


def chua_ro(nhan: str, so: SoDonVi, ngay: date) -> CoQuanNguCanh:
    """Cơ quan giữ chỗ cho bản nháp khi phiếu chưa cho biết cơ quan nào: một xã chưa rõ tên."""
    ten = f"[{nhan}]"
    don_vi = DonVi(ma="", ten="[tên xã]", loai="xã", cap="xa", ky=ky_cua(ngay))
    tinh = DonVi(ma="", ten="[tên tỉnh]", loai="tỉnh", cap="tinh", ky=ky_cua(ngay))
    return CoQuanNguCanh(
        GiaTri(ten, gt=ten, nguon=Nguon(), duong_dan="truong.co_quan"),
        "…",
        "khac",
        DonViNguCanh(replace(don_vi, tinh=tinh), so),
        chua_ro=True,
    )
