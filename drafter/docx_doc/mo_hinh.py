"""Điều đọc được từ một tệp DOCX: định dạng có hiệu lực, không suy đoán gì về thể thức. Độ dài mm, cỡ và giãn cách pt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class RunDoc:
    """Một mẩu chữ cùng định dạng; ``mau`` là ``auto`` hoặc RRGGBB, ``goi_chu_thich`` là mã chú thích khi mẩu là dấu gọi.

    ``hoa`` là thuộc tính "All caps" của Word (chữ gõ thường, hiện hoa); ``an`` là chữ ẩn.
    """

    chu: str
    phong: str
    co_pt: float
    dam: bool
    nghieng: bool
    mau: str = "auto"
    hoa: bool = False
    an: bool = False
    goi_chu_thich: str | None = None


@dataclass(frozen=True, slots=True)
class GianDong:
    """Giãn dòng: ``boi`` thì ``gia_tri`` là số lần dòng đơn; ``dung`` (chính xác) và ``it_nhat`` thì là pt."""

    quy_tac: str
    gia_tri: float


@dataclass(frozen=True, slots=True)
class VienDoc:
    """Một cạnh viền của đoạn."""

    kieu: str
    day_pt: float
    mau: str


ViTriO: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DoanDoc:
    """Một đoạn.

    ``canh``: trai | giua | phai | deu. ``lui_mm``: lùi dòng đầu (âm là treo). ``kieu``: tên kiểu đoạn. ``trong_o``: (bảng, hàng,
    cột lưới), đều từ 0, của ô trong cùng. ``phan``: phần trang chứa đoạn. ``trong_khung``: đoạn nằm trong khung chữ. ``bac``: bậc
    đề mục từ 1, 0 là lời văn. ``danh_so``: (mã dãy, cấp) khi Word tự đánh số, số ấy không nằm trong chữ.
    """

    chu: tuple[RunDoc, ...]
    canh: str
    lui_mm: float
    trai_mm: float
    phai_mm: float
    truoc_pt: float
    sau_pt: float
    gian_dong: GianDong
    giu_voi_sau: bool
    giu_dong: bool
    vien_tren: VienDoc | None
    vien_duoi: VienDoc | None
    kieu: str
    bac: int
    trong_o: ViTriO | None
    phan: int
    danh_so: tuple[str, int] | None = None
    trong_khung: bool = False

    def van_ban(self) -> str:
        """Chữ của đoạn."""
        return "".join(r.chu for r in self.chu)


@dataclass(frozen=True, slots=True)
class ODoc:
    """Một ô: cột lưới đầu tiên, số cột gộp, bề rộng; ``gop_doc`` là ``""``, ``dau`` hoặc ``tiep``."""

    cot: int
    gop_ngang: int
    rong_mm: float
    gop_doc: str


@dataclass(frozen=True, slots=True)
class HangDoc:
    """Một hàng bảng."""

    o: tuple[ODoc, ...]
    tieu_de: bool
    khong_tach: bool


@dataclass(frozen=True, slots=True)
class BangDoc:
    """Một bảng; ``le_o_mm`` là lề trái, phải trong ô; ``co_vien`` khi bảng hoặc kiểu bảng khai viền."""

    rong_cot_mm: tuple[float, ...]
    hang: tuple[HangDoc, ...]
    co_vien: bool
    le_o_mm: tuple[float, float]
    co_dinh: bool


@dataclass(frozen=True, slots=True)
class DauTrangDoc:
    """Một đầu (hoặc chân) trang; ``co_so_trang`` khi có trường PAGE."""

    doan: tuple[DoanDoc, ...]
    co_so_trang: bool


TRONG = DauTrangDoc((), False)


@dataclass(frozen=True, slots=True)
class PhanDoc:
    """Một phần trang. Đầu trang đã tính cả phần kế thừa; ``dau_trang_dau`` là của trang đầu, chỉ hiện khi ``khac_trang_dau``."""

    rong_mm: float
    cao_mm: float
    ngang: bool
    le_tren_mm: float
    le_duoi_mm: float
    le_trai_mm: float
    le_phai_mm: float
    cach_mep_tren_mm: float
    cach_mep_duoi_mm: float
    so_trang_tu: int | None
    khac_trang_dau: bool
    dau_trang: DauTrangDoc
    dau_trang_dau: DauTrangDoc
    chan_trang: DauTrangDoc
    chan_trang_dau: DauTrangDoc


@dataclass(frozen=True, slots=True)
class ChuThichDoc:
    """Một chú thích; ``ma`` là ``footnote:<mã>`` (cuối trang) hoặc ``endnote:<mã>`` (cuối văn bản)."""

    ma: str
    doan: tuple[DoanDoc, ...]


@dataclass(frozen=True, slots=True)
class TepDocx:
    """Một tệp DOCX đã đọc; ``doan`` theo thứ tự đọc, kể cả đoạn trong bảng (ô trái trước ô phải)."""

    doan: tuple[DoanDoc, ...]
    bang: tuple[BangDoc, ...]
    phan: tuple[PhanDoc, ...]
    chu_thich: tuple[ChuThichDoc, ...]
    che_do_tuong_thich: int | None
    thong_tin: dict[str, str] = field(default_factory=dict)

    def van_ban(self) -> str:
        """Toàn bộ chữ, mỗi đoạn một dòng: thân (cả bảng) rồi chú thích."""
        than = [d.van_ban() for d in self.doan]
        ghi_chu = [d.van_ban() for c in self.chu_thich for d in c.doan]
        return "\n".join(than + ghi_chu)
