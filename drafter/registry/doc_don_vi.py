"""Đọc danh mục đơn vị hành chính của một kỳ từ CSV; đối tượng ``DonVi`` chỉ dựng khi được hỏi tới."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError
from drafter.registry.don_vi import LOAI_THEO_CAP, DonVi, Ky
from drafter.vn.khoa import khoa_tim_nhieu


class BanGhi(NamedTuple):
    """Một dòng danh mục, chưa xét ngày."""

    ma: str
    ten: str
    loai: str
    cap: str
    ma_tinh: str = ""
    ma_huyen: str = ""
    loai_sau: str = ""
    doi_ngay: str = ""
    doi_theo: str = ""
    ten_khac: str = ""


def doc_csv(tep: Path) -> list[list[str]]:
    """Các dòng của một tệp CSV, bỏ dòng tiêu đề.

    Raises DrafterError khi không đọc được tệp.
    """
    try:
        with tep.open(encoding="utf-8", newline="") as f:
            return list(csv.reader(f))[1:]
    except (OSError, UnicodeDecodeError) as e:
        raise DrafterError(
            f"Không đọc được danh mục đơn vị hành chính {tep.name}: {e}.", cach_sua="Cài lại drafter.", cho=str(tep)
        ) from e


def tach_loai_in(chu: str, loai: str, cap: str) -> tuple[str, str]:
    """(loại, tên) của tên in trong danh mục cũ; chữ đứng trước tên thắng cột loại, vì vài dòng ghi cột loại nhầm."""
    if chu.startswith(loai + " "):
        return loai.lower(), chu[len(loai) + 1 :]
    thuong = chu.lower()
    for ten_loai in LOAI_THEO_CAP[Ky.BA_CAP][cap]:
        if thuong.startswith(ten_loai + " "):
            return ten_loai, chu[len(ten_loai) + 1 :]
    return loai.lower(), chu


class BangKy:
    """Danh mục của một kỳ: tra theo mã, theo khóa tìm của tên, dựng ``DonVi`` theo ngày."""

    def __init__(self, ky: Ky, ban_ghi: Iterable[BanGhi], can_duyet: Mapping[str, str]) -> None:
        self.ky = ky
        self.theo_ma: dict[str, BanGhi] = {b.ma: b for b in ban_ghi}
        self._can_duyet = can_duyet
        self._da_dung: dict[tuple[str, str, str], DonVi] = {}

    def cua_cap(self, cap: str) -> list[BanGhi]:
        """Các dòng của một cấp, theo thứ tự danh mục."""
        return [b for b in self.theo_ma.values() if b.cap == cap]

    @cached_property
    def theo_khoa(self) -> dict[str, list[BanGhi]]:
        """Khóa tìm của tên → các dòng mang tên ấy, mọi cấp."""
        cac = list(self.theo_ma.values())
        ket: dict[str, list[BanGhi]] = {}
        for khoa, b in zip(khoa_tim_nhieu([b.ten for b in cac]), cac, strict=True):
            ket.setdefault(khoa, []).append(b)
        return ket

    def don_vi(self, ban_ghi: BanGhi, ngay: date) -> DonVi:
        """Đơn vị của một dòng, loại và cấp trên đúng theo ``ngay``."""
        tinh = self.don_vi(self.theo_ma[ban_ghi.ma_tinh], ngay) if ban_ghi.ma_tinh else None
        huyen = self.don_vi(self.theo_ma[ban_ghi.ma_huyen], ngay) if ban_ghi.ma_huyen else None
        doi = date.fromisoformat(ban_ghi.doi_ngay) if ban_ghi.doi_ngay else None
        loai = ban_ghi.loai_sau if doi is not None and ngay >= doi else ban_ghi.loai
        khoa = (ban_ghi.ma, loai, tinh.loai if tinh else "")
        if khoa not in self._da_dung:
            self._da_dung[khoa] = DonVi(
                ma=ban_ghi.ma,
                ten=ban_ghi.ten,
                loai=loai,
                cap=ban_ghi.cap,
                ky=self.ky,
                tinh=tinh,
                huyen=huyen,
                ten_khac=tuple(t.strip() for t in ban_ghi.ten_khac.split(";") if t.strip()),
                can_duyet=self._can_duyet.get(ban_ghi.ma, ""),
                loai_dau=ban_ghi.loai if doi else "",
                loai_sau=ban_ghi.loai_sau if doi else "",
                doi_loai_ngay=doi,
                doi_loai_theo=ban_ghi.doi_theo,
            )
        return self._da_dung[khoa]


def _ban_ghi_moi(hang: list[str], cap: str, *, ma_tinh: str = "", ten_khac: str = "") -> BanGhi:
    ma, ten, loai_dau, loai_nay, doi_ngay, doi_theo = hang[:6]
    dau, nay = loai_dau.lower(), loai_nay.lower()
    if dau != nay and not doi_ngay:
        raise DrafterError(f"Danh mục đơn vị hành chính: {ten} ({ma}) đổi loại mà không ghi ngày.", cach_sua="Cài lại drafter.")
    return BanGhi(ma, ten, dau, cap, ma_tinh, "", nay, doi_ngay, doi_theo, ten_khac)


def doc_hai_cap(thu_muc: Path) -> BangKy:
    """Danh mục từ 01/7/2025.

    Raises DrafterError khi tệp hỏng, hoặc có đơn vị đổi loại mà không ghi ngày.
    """
    cac = [_ban_ghi_moi(h, "tinh") for h in doc_csv(thu_muc / "provinces.csv")]
    cac += [_ban_ghi_moi(h, "xa", ma_tinh=h[6], ten_khac=h[7]) for h in doc_csv(thu_muc / "communes.csv")]
    can_duyet = {h[0]: h[4] for h in doc_csv(thu_muc / "dia_danh_review.csv")}
    return BangKy(Ky.HAI_CAP, cac, can_duyet)


def doc_ba_cap(thu_muc: Path) -> BangKy:
    """Danh mục ngày 30/6/2025.

    Raises DrafterError khi tệp hỏng.
    """
    tinh: dict[str, BanGhi] = {}
    huyen: dict[str, BanGhi] = {}
    xa: list[BanGhi] = []
    for ma_tinh, ten_tinh, ma_huyen, ten_huyen, loai_huyen, ma, ten, loai in doc_csv(thu_muc / "legacy_2025-06-30.csv"):
        if ma_tinh not in tinh:
            loai_tinh, rieng = tach_loai_in(ten_tinh, "Tỉnh", "tinh")
            tinh[ma_tinh] = BanGhi(ma_tinh, rieng, loai_tinh, "tinh")
        if ma_huyen not in huyen:
            loai_h, rieng = tach_loai_in(ten_huyen, loai_huyen, "huyen")
            huyen[ma_huyen] = BanGhi(ma_huyen, rieng, loai_h, "huyen", ma_tinh)
        if ma:
            loai_x, rieng = tach_loai_in(ten, loai, "xa")
            xa.append(BanGhi(ma, rieng, loai_x, "xa", ma_tinh, ma_huyen))
    return BangKy(Ky.BA_CAP, [*tinh.values(), *huyen.values(), *xa], {})
