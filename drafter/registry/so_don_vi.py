"""Sổ đơn vị hành chính: tra theo mã, kê theo cấp, đơn vị cũ và mới; mỗi tệp chỉ đọc khi cần tới."""

from __future__ import annotations

from datetime import date
from functools import cache, cached_property
from pathlib import Path

from drafter.registry.chuyen_doi import Canh, doc_canh
from drafter.registry.doc_don_vi import BangKy, doc_ba_cap, doc_hai_cap
from drafter.registry.don_vi import NGAY_CHUP, NGAY_HAI_CAP, DonVi, HauThan, Ky, TienThan, ky_cua
from drafter.resources import tep_du_lieu


class SoDonVi:
    """Sổ đơn vị hành chính đọc từ một thư mục CSV."""

    def __init__(self, thu_muc: Path) -> None:
        self._thu_muc = thu_muc

    @cached_property
    def hai_cap(self) -> BangKy:
        """Danh mục từ 01/7/2025."""
        return doc_hai_cap(self._thu_muc)

    @cached_property
    def ba_cap(self) -> BangKy:
        """Danh mục ngày 30/6/2025."""
        return doc_ba_cap(self._thu_muc)

    @cached_property
    def _canh_moi(self) -> dict[str, list[Canh]]:
        ket: dict[str, list[Canh]] = {}
        for canh in doc_canh(self._thu_muc, self.ba_cap):
            ket.setdefault(canh.ma_moi, []).append(canh)
        return ket

    @cached_property
    def _canh_cu(self) -> dict[str, list[Canh]]:
        ket: dict[str, list[Canh]] = {}
        for cac in self._canh_moi.values():
            for canh in cac:
                if canh.cu is not None:
                    for ma in {canh.cu.ma, canh.cu.ma_huyen, canh.cu.ma_tinh} - {""}:
                        ket.setdefault(ma, []).append(canh)
        return ket

    def bang(self, ky: Ky) -> BangKy:
        """Danh mục của một kỳ."""
        return self.hai_cap if ky is Ky.HAI_CAP else self.ba_cap

    def theo_ma(self, ma: str, ngay: date) -> DonVi | None:
        """Đơn vị mang mã ``ma`` (chữ, đủ số 0 ở đầu) vào ``ngay``; ``None`` khi danh mục của kỳ ấy không có."""
        bang = self.bang(ky_cua(ngay))
        ban_ghi = bang.theo_ma.get(ma)
        return bang.don_vi(ban_ghi, ngay) if ban_ghi else None

    def tat_ca(self, ngay: date, cap: str, tinh: DonVi | str | None = None) -> tuple[DonVi, ...]:
        """Mọi đơn vị của ``cap`` (``tinh|huyen|xa``) vào ``ngay``, trong ``tinh`` nếu có, theo thứ tự danh mục."""
        ma_tinh = tinh.ma if isinstance(tinh, DonVi) else tinh
        bang = self.bang(ky_cua(ngay))
        return tuple(bang.don_vi(b, ngay) for b in bang.cua_cap(cap) if ma_tinh is None or ma_tinh in (b.ma_tinh, b.ma))

    def tien_than(self, don_vi: DonVi) -> tuple[TienThan, ...]:
        """Các đơn vị cũ đã nhập vào một đơn vị của kỳ hai cấp, toàn bộ trước, một phần sau; rỗng với đơn vị kỳ cũ."""
        if don_vi.ky is not Ky.HAI_CAP:
            return ()
        if don_vi.cap == "tinh":
            return self._tien_than_tinh(don_vi)
        ket = []
        for canh in sorted(self._canh_moi.get(don_vi.ma, ()), key=lambda c: c.thu_tu):
            cu = self.ba_cap.don_vi(canh.cu, NGAY_CHUP) if canh.cu else None
            ket.append(TienThan(cu.ten_kem_cap_tren if cu else canh.ten_cu, canh.toan_bo, canh.ghi_chu, cu))
        return tuple(ket)

    def _tien_than_tinh(self, don_vi: DonVi) -> tuple[TienThan, ...]:
        ma_cu: dict[str, None] = {}
        for ma, cac in self._canh_moi.items():
            if self.hai_cap.theo_ma[ma].ma_tinh == don_vi.ma:
                ma_cu.update(dict.fromkeys(c.cu.ma_tinh for c in cac if c.cu is not None))
        cac_tinh = [self.ba_cap.don_vi(self.ba_cap.theo_ma[ma], NGAY_CHUP) for ma in sorted(ma_cu)]
        return tuple(TienThan(t.ten_day_du, len(self.hau_than(t, NGAY_HAI_CAP)) == 1, "", t) for t in cac_tinh)

    def hau_than(self, don_vi: DonVi, ngay: date) -> tuple[HauThan, ...]:
        """Đơn vị của kỳ cũ nay (vào ``ngay``, từ 01/7/2025) thuộc những đơn vị nào; rỗng với đơn vị của kỳ hai cấp.

        Đơn vị cấp tỉnh cho đơn vị cấp tỉnh; cấp huyện và cấp xã cho đơn vị cấp xã. ``toan_bo`` là nhập trọn vào nơi ấy.
        """
        if don_vi.ky is not Ky.BA_CAP:
            return ()
        cac = sorted(self._canh_cu.get(don_vi.ma, ()), key=lambda c: c.thu_tu)
        ma_moi = (self.hai_cap.theo_ma[c.ma_moi].ma_tinh if don_vi.cap == "tinh" else c.ma_moi for c in cac)
        theo_moi: dict[str, list[Canh]] = {}
        for ma, canh in zip(ma_moi, cac, strict=True):
            theo_moi.setdefault(ma, []).append(canh)
        mot_noi = len(theo_moi) == 1
        return tuple(
            HauThan(
                don_vi=self.hai_cap.don_vi(self.hai_cap.theo_ma[ma], max(ngay, NGAY_HAI_CAP)),
                toan_bo=any(c.toan_bo and c.cu is not None and c.cu.ma == don_vi.ma for c in nhom)
                or (mot_noi and don_vi.cap != "xa"),
                ghi_chu=nhom[0].ghi_chu if don_vi.cap == "xa" else "",
            )
            for ma, nhom in theo_moi.items()
        )


@cache
def nap() -> SoDonVi:
    """Sổ đơn vị hành chính đi cùng chương trình (``data/don_vi``), nạp một lần."""
    return SoDonVi(tep_du_lieu("don_vi"))
