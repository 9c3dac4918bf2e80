"""Kiểu trung tâm: một văn bản nói gì, đúng hay sai, đủ hay thiếu.

Mọi lớp ở đây bất biến và không bao giờ từ chối: dựng một ``VanBan`` không kiểm tra gì cả. Đúng sai là việc của
``Finding``; vì thế cùng một kiểu giữ được bản thảo hoàn chỉnh, tờ phiếu mới điền một nửa và tệp Word hỏng của người khác.
Chữ trong các lớp này là Unicode NFC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Nguon:
    """Nơi một mẩu chữ đến: đường dẫn trường (``truong.co_quan``) và chỗ người dùng tìm được (``phieu.yaml:12``, ``Phiếu!C4``)."""

    duong_dan: str = ""
    cho: str = ""


# --- chữ trong dòng -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chu:
    """Một mẩu chữ cùng kiểu."""

    van_ban: str
    dam: bool = False
    nghieng: bool = False
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class ThamChieu:
    """Dẫn tới một nhãn trong chính văn bản (``@khen_thuong``); số thật được tính khi trình bày."""

    ma: str
    dam: bool = False
    nghieng: bool = False


@dataclass(frozen=True, slots=True)
class VienDan:
    """Viện dẫn một văn bản khác đã nhận ra: mã trong sổ đăng ký và lời đã soạn."""

    ma_can_cu: str
    van_ban: str
    dam: bool = False
    nghieng: bool = False
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class GoiChuThich:
    """Dấu gọi chú thích cuối trang ``[^ma]``."""

    ma: str


@dataclass(frozen=True, slots=True)
class ChoTrong:
    """Chỗ chừa để điền tay (số, ngày, tên), ``rong`` là số khoảng trắng."""

    truong: str
    rong: int = 8


@dataclass(frozen=True, slots=True)
class NgatDong:
    """Ngắt dòng trong đoạn."""


Inline: TypeAlias = Chu | ThamChieu | VienDan | GoiChuThich | ChoTrong | NgatDong
DongChu: TypeAlias = tuple[Inline, ...]


# --- thân văn bản ---------------------------------------------------------------------------------------------------


class Cap(Enum):
    """Cấp bố cục, từ cao xuống thấp (Mục IV Phần I Phụ lục I Nghị định 30/2020/NĐ-CP)."""

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu_muc"
    DIEU = "dieu"
    MUC_LA_MA = "muc_la_ma"
    KHOAN = "khoan"
    KHOAN_CON = "khoan_con"
    DIEM = "diem"
    GACH = "gach"
    CONG = "cong"


@dataclass(frozen=True, slots=True)
class Doan:
    """Một đoạn lời văn; ``cung_dong`` khi đoạn đứng cùng dòng với nhãn của nút cha ("1. Lời văn…")."""

    noi_dung: DongChu
    cung_dong: bool = False
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class Cot:
    """Một cột bảng: bề rộng tương đối (0 là tự tính), canh ``trai|giua|phai|deu``."""

    rong: float = 0.0
    canh: str = "trai"


@dataclass(frozen=True, slots=True)
class OBang:
    """Một ô bảng, có thể gộp ngang (số cột) và dọc (số hàng)."""

    con: tuple[Doan, ...]
    gop_ngang: int = 1
    gop_doc: int = 1


@dataclass(frozen=True, slots=True)
class Hang:
    """Một hàng bảng; ``tieu_de`` thì lặp lại ở đầu mỗi trang."""

    o: tuple[OBang, ...]
    tieu_de: bool = False


@dataclass(frozen=True, slots=True)
class Bang:
    """Một bảng; ``xoay_ngang`` khi phải đặt trên trang ngang."""

    cot: tuple[Cot, ...]
    hang: tuple[Hang, ...]
    xoay_ngang: bool = False


@dataclass(frozen=True, slots=True)
class TrichDan:
    """Lời trích của văn bản được sửa đổi; không bao giờ đánh số lại."""

    con: tuple[Khuc, ...]


@dataclass(frozen=True, slots=True)
class Nut:
    """Một nút bố cục.

    ``nhan_go`` là nhãn đúng như người ta gõ ("Điều 5.", "I-", "a)"); ``so`` là thứ tự đọc được từ nhãn, ``None`` khi không
    đọc được. ``ten`` là tiêu đề; ``ten_xuong_dong`` khi tiêu đề đứng ở dòng dưới nhãn (Phần, Chương, Mục).
    """

    cap: Cap
    nhan_go: str | None = None
    so: int | None = None
    ten: DongChu = ()
    con: tuple[Khuc, ...] = ()
    ma: str | None = None
    ten_xuong_dong: bool = False
    nguon: Nguon | None = None


Khuc: TypeAlias = Nut | Doan | Bang | TrichDan


@dataclass(frozen=True, slots=True)
class ChuThich:
    """Nội dung một chú thích cuối trang."""

    ma: str
    con: tuple[Doan, ...]


# --- thành phần thể thức --------------------------------------------------------------------------------------------


class DanhSo(StrEnum):
    """``giu`` giữ số đã gõ; ``tinh`` tính lại số theo thứ tự."""

    GIU = "giu"
    TINH = "tinh"


class TrangThai(StrEnum):
    """Đời của một văn bản, từ dự thảo đến ban hành."""

    DU_THAO = "du_thao"
    THONG_QUA = "thong_qua"
    DA_KY = "da_ky"
    BAN_HANH = "ban_hanh"


@dataclass(frozen=True, slots=True)
class NgayVanBan:
    """Ngày có thể thiếu phần: ``None`` là chừa trống."""

    ngay: int | None = None
    thang: int | None = None
    nam: int | None = None

    @property
    def day_du(self) -> date | None:
        """Ngày thật khi đủ và có thật, không thì ``None``."""
        if self.ngay is None or self.thang is None or self.nam is None:
            return None
        try:
            return date(self.nam, self.thang, self.ngay)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class CoQuanBanHanh:
    """Cơ quan ban hành như in ở ô số 2.

    ``dong`` là các dòng tên cơ quan, ``chu_quan`` các dòng cơ quan chủ quản trực tiếp (chưa in hoa, trình bày sẽ in hoa).
    """

    ten: str = ""
    dong: tuple[str, ...] = ()
    chu_quan: tuple[str, ...] = ()
    viet_tat: str = ""
    ma_don_vi: str | None = None


@dataclass(frozen=True, slots=True)
class SoKyHieu:
    """Số và ký hiệu; ``so`` rỗng là chưa cấp số."""

    so: str = ""
    ky_hieu: str = ""

    @property
    def so_in(self) -> str:
        """Số như in ra: dưới 10 thêm một số 0 phía trước (khoản 3 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP)."""
        return f"0{self.so}" if self.so.isdigit() and len(self.so) == 1 else self.so


@dataclass(frozen=True, slots=True)
class KhoiKy:
    """Khối chữ ký: các dòng quyền hạn, chức vụ (ô 7a), chức vụ khác, họ tên (ô 7b); ``vai`` là ``phai`` hoặc ``trai``."""

    quyen_han: tuple[str, ...] = ()
    ho_ten: str = ""
    chuc_vu_khac: tuple[str, ...] = ()
    vai: str = "phai"


@dataclass(frozen=True, slots=True)
class CanCu:
    """Một căn cứ, đủ cả chữ "Căn cứ" và dấu cuối dòng; ``ma`` là mã trong sổ đăng ký nếu nhận ra."""

    noi_dung: DongChu
    ma: str | None = None
    nguon: Nguon | None = None


@dataclass(frozen=True, slots=True)
class DuThao:
    """Dự thảo lần mấy; ``lan`` rỗng là không ghi lần."""

    lan: int | None = None


@dataclass(frozen=True, slots=True)
class VanBan:
    """Một văn bản, hoàn chỉnh hay dở dang.

    ``ma`` là tên của văn bản trong bộ (``qd``, ``qc``); ``kem_theo`` là ``ma`` của văn bản chính khi đây là văn bản kèm theo;
    ``dong_kem_theo`` là dòng nghiêng "(Kèm theo …)".
    """

    loai: str
    ma: str = ""
    che_do: str = "nd30_2020"
    mau_trinh_bay: str = "1.4"
    co_quan: tuple[CoQuanBanHanh, ...] = ()
    so_ky_hieu: SoKyHieu | None = None
    dia_danh: str = ""
    ngay: NgayVanBan | None = None
    ten_loai: str = ""
    trich_yeu: tuple[DongChu, ...] = ()
    dong_kem_theo: tuple[DongChu, ...] = ()
    kinh_gui: tuple[DongChu, ...] = ()
    tham_quyen: tuple[DongChu, ...] = ()
    can_cu: tuple[CanCu, ...] = ()
    menh_lenh: str = ""
    than: tuple[Khuc, ...] = ()
    cau_ket: DongChu = ()
    khoi_ky: tuple[KhoiKy, ...] = ()
    noi_nhan: tuple[DongChu, ...] = ()
    dau: tuple[str, ...] = ()
    chu_thich: tuple[ChuThich, ...] = ()
    phu_luc: tuple[VanBan, ...] = ()
    kem_theo: str | None = None
    danh_so: DanhSo = DanhSo.GIU
    trang_thai: TrangThai = TrangThai.DU_THAO
    du_thao: DuThao | None = None
    khac: tuple[Khuc, ...] = ()


@dataclass(frozen=True, slots=True)
class BoVanBan:
    """Một bộ gồm một hay nhiều văn bản, xét theo một ngày (đơn vị, căn cứ, chế độ thể thức của ngày ấy)."""

    van_ban: tuple[VanBan, ...]
    xet_theo: date
    mau: str = ""
