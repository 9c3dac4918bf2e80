"""Đơn vị hành chính tại một ngày: tên, loại, cấp, và cách viết tên theo Phụ lục II Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NGAY_CHUP = date(2025, 6, 30)
NGAY_HAI_CAP = date(2025, 7, 1)


class Ky(StrEnum):
    """Kỳ danh mục: ba cấp (một ảnh chụp ngày 30/6/2025) hoặc hai cấp (từ 01/7/2025)."""

    BA_CAP = "den_2025-06-30"
    HAI_CAP = "tu_2025-07-01"


def ky_cua(ngay: date) -> Ky:
    """Kỳ danh mục của một ngày."""
    return Ky.HAI_CAP if ngay >= NGAY_HAI_CAP else Ky.BA_CAP


LOAI_THEO_CAP: dict[Ky, dict[str, frozenset[str]]] = {
    Ky.BA_CAP: {
        "tinh": frozenset({"tỉnh", "thành phố"}),
        "huyen": frozenset({"huyện", "quận", "thị xã", "thành phố"}),
        "xa": frozenset({"xã", "phường", "thị trấn"}),
    },
    Ky.HAI_CAP: {
        "tinh": frozenset({"tỉnh", "thành phố"}),
        "huyen": frozenset(),
        "xa": frozenset({"xã", "phường", "đặc khu"}),
    },
}
LOAI_HUYEN = LOAI_THEO_CAP[Ky.BA_CAP]["huyen"]

# Hai tên chính Phụ lục II đã nêu; tên người, tên sự kiện khác chưa có ai duyệt nên không tự viết hoa.
_HOA_THEO_PHU_LUC = frozenset({("thành phố", "Hồ Chí Minh"), ("phường", "Điện Biên Phủ")})


def viet_hoa_loai(loai: str, ten: str) -> bool:
    """Danh từ chung có viết hoa không: tên bắt đầu bằng chữ số, và các tên Phụ lục II đã nêu (khoản 1 Mục III, điểm b, c)."""
    return ten[:1].isdigit() or (loai, ten) in _HOA_THEO_PHU_LUC


@dataclass(frozen=True, slots=True)
class DonVi:
    """Một đơn vị hành chính, loại đúng theo ngày đã hỏi; định danh là (``ma``, ``ky``).

    ``loai`` viết thường ("xã", "đặc khu"); ``can_duyet`` là lý do phải có người xem tên có mang tên người, sự kiện không;
    ``doi_loai_ngay`` là ngày đổi từ ``loai_dau`` sang ``loai_sau`` theo văn bản ``doi_loai_theo`` (rỗng khi không đổi).
    """

    ma: str
    ten: str
    loai: str
    cap: str
    ky: Ky
    tinh: DonVi | None = None
    huyen: DonVi | None = None
    ten_khac: tuple[str, ...] = ()
    can_duyet: str = ""
    loai_dau: str = ""
    loai_sau: str = ""
    doi_loai_ngay: date | None = None
    doi_loai_theo: str = ""

    @property
    def hoa_loai(self) -> bool:
        """Tên đầy đủ có viết hoa danh từ chung không (điểm b, c khoản 1 Mục III Phụ lục II)."""
        return viet_hoa_loai(self.loai, self.ten)

    @property
    def ten_day_du(self) -> str:
        """Loại và tên: "xã Long Hồ", "Phường 1", "Thành phố Hồ Chí Minh"."""
        loai = self.loai[:1].upper() + self.loai[1:] if self.hoa_loai else self.loai
        return f"{loai} {self.ten}"

    @property
    def dia_danh(self) -> str:
        """Chữ ở dòng địa danh, ngày tháng: bỏ danh từ chung, trừ đơn vị mang chữ số, tên người, sự kiện (DD-05, DD-06)."""
        return self.ten_day_du if self.hoa_loai else self.ten

    @property
    def cap_tren(self) -> DonVi | None:
        """Đơn vị cấp trên trực tiếp, ``None`` với cấp tỉnh."""
        return self.huyen or self.tinh

    @property
    def ten_kem_cap_tren(self) -> str:
        """Tên đầy đủ kèm các cấp trên: "xã An Bình, huyện Long Hồ, tỉnh Vĩnh Long"."""
        return ", ".join(d.ten_day_du for d in (self, self.huyen, self.tinh) if d is not None)

    def tung_la(self, loai: str) -> bool:
        """Ở một ngày khác trong cùng kỳ, đơn vị này có phải loại ``loai`` không."""
        return loai != self.loai and loai in (self.loai_dau, self.loai_sau)


@dataclass(frozen=True, slots=True)
class TienThan:
    """Một đơn vị cũ nhập vào đơn vị mới; ``don_vi`` là ``None`` khi nơi ấy không phải đơn vị hành chính."""

    ten: str
    toan_bo: bool
    ghi_chu: str
    don_vi: DonVi | None = None


@dataclass(frozen=True, slots=True)
class HauThan:
    """Một đơn vị hiện nay nhận toàn bộ hoặc một phần đơn vị cũ."""

    don_vi: DonVi
    toan_bo: bool
    ghi_chu: str
