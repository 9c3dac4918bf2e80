"""Khối trình bày phẳng: danh sách mà DOCX, PDF và bản chữ chỉ còn việc dịch.

Mọi quyết định dàn trang đã xong ở đây. ``vai`` là khóa trong mục ``vai`` của tệp chế độ (cỡ chữ, kiểu, canh, lùi, giãn);
độ dài bằng mm, cỡ chữ bằng pt. Không khối nào mang tên của bộ máy dựng.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from drafter.model import Nguon


@dataclass(frozen=True, slots=True)
class Manh:
    """Một mẩu chữ đã quyết định kiểu. ``dam``/``nghieng`` là ``None`` khi theo vai."""

    chu: str
    dam: bool | None = None
    nghieng: bool | None = None
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class Xuong:
    """Xuống dòng trong đoạn."""


@dataclass(frozen=True, slots=True)
class GoiSo:
    """Dấu gọi chú thích số ``so`` (từ 1, theo văn bản)."""

    so: int


MauChu: TypeAlias = Manh | Xuong | GoiSo


@dataclass(frozen=True, slots=True)
class KhoiDoan:
    """Một đoạn.

    ``giu_voi_sau``: không rời khối sau (keep with next). ``giu_dong``: không tách các dòng của đoạn. ``canh`` đè canh của vai.
    ``bac`` là bậc mục lục (1…) của đề mục, 0 là lời văn. ``trai_mm`` lùi cả đoạn vào, ``treo_mm`` kéo dòng đầu ra.
    """

    vai: str
    chu: tuple[MauChu, ...] = ()
    giu_voi_sau: bool = False
    giu_dong: bool = False
    canh: str | None = None
    bac: int = 0
    trai_mm: float = 0.0
    treo_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class KhoiNet:
    """Nét kẻ ngang nằm giữa vùng chứa nó: dài ``dai_mm``; ``canh`` giữa vùng rộng ``vung_mm``."""

    dai_mm: float
    vung_mm: float
    vai: str = "net_ke"
    giu_voi_sau: bool = False


@dataclass(frozen=True, slots=True)
class KhoiTrong:
    """Khoảng trống cao ``cao_mm`` (chỗ ký)."""

    cao_mm: float
    giu_voi_sau: bool = False


KhoiCot: TypeAlias = KhoiDoan | KhoiNet | KhoiTrong


@dataclass(frozen=True, slots=True)
class HangHaiCot:
    """Một hàng của khối hai cột: ô trái và ô phải ngang nhau từ dòng đầu."""

    trai: tuple[KhoiCot, ...]
    phai: tuple[KhoiCot, ...]


@dataclass(frozen=True, slots=True)
class KhoiHaiCot:
    """Bảng hai cột không viền (đầu văn bản, khối ký). Không hàng nào bị tách trang; ``giu_lien`` thì cả khối ở một trang."""

    vai: str
    rong_trai_mm: float
    rong_phai_mm: float
    hang: tuple[HangHaiCot, ...]
    giu_lien: bool = True


@dataclass(frozen=True, slots=True)
class OKhoi:
    """Một ô của bảng có viền."""

    doan: tuple[KhoiDoan, ...]
    gop_ngang: int = 1
    gop_doc: int = 1


@dataclass(frozen=True, slots=True)
class HangKhoi:
    """Một hàng của bảng có viền; ``tieu_de`` thì lặp lại đầu trang. Hàng không bị tách trang."""

    o: tuple[OKhoi, ...]
    tieu_de: bool = False


@dataclass(frozen=True, slots=True)
class KhoiBang:
    """Bảng có viền; bề rộng từng cột bằng mm. Ô gộp dọc chỉ đứng ở hàng đầu của nó, các hàng dưới bỏ ô ấy."""

    rong_mm: tuple[float, ...]
    hang: tuple[HangKhoi, ...]


@dataclass(frozen=True, slots=True)
class KhoiPhan:
    """Mở một phần trang mới: hướng ``doc`` hoặc ``ngang``; ``so_trang_tu`` đặt lại số trang; ``an_trang_dau`` ẩn số trang đầu."""

    huong: str = "doc"
    so_trang_tu: int | None = None
    an_trang_dau: bool = True


Khoi: TypeAlias = KhoiDoan | KhoiNet | KhoiTrong | KhoiHaiCot | KhoiBang | KhoiPhan


@dataclass(frozen=True, slots=True)
class ChuThichKhoi:
    """Nội dung chú thích số ``so``."""

    so: int
    doan: tuple[KhoiDoan, ...]


@dataclass(frozen=True, slots=True)
class ThongTinTep:
    """Thông tin tệp: tiêu đề, tác giả (cơ quan), chủ đề, ngôn ngữ."""

    tieu_de: str = ""
    tac_gia: str = ""
    chu_de: str = ""
    ngon_ngu: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class BanTrinhBay:
    """Kết quả trình bày của một tệp: các khối (khối đầu luôn là ``KhoiPhan``), chú thích, thông tin tệp."""

    khoi: tuple[Khoi, ...]
    chu_thich: tuple[ChuThichKhoi, ...] = ()
    thong_tin: ThongTinTep = ThongTinTep()
