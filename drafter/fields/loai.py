"""Sổ các kiểu trường: mỗi kiểu là một lớp nhỏ, ghi tên bằng ``@kieu("…")``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Protocol, TypeAlias

from drafter.fields.gia_tri import GiaTriTrong
from drafter.fields.khai import TruongKhai, rong_khong, ta_cay
from drafter.fields.ve_sinh import lam_sach
from drafter.findings import Finding, loi
from drafter.model import Nguon
from drafter.record import KHONG_RO, Cay, Day, La, Nhanh

KetQua: TypeAlias = tuple[object | None, list[Finding]]
LuocDo: TypeAlias = dict[str, object]
NGUON_MAC_DINH = "mặc định của mẫu"


@dataclass(frozen=True, slots=True)
class KetQuaTra:
    """Kết quả tra sổ đăng ký: ``gia_tri`` là đối tượng của sổ (``None`` khi không có), ``chu`` là lời in ra."""

    gia_tri: object | None
    chu: str = ""
    tim_thay: tuple[Finding, ...] = ()


class BoiCanh(Protocol):
    """Điều bên ngoài mà bộ đọc trường cần: ngày xét và hai sổ đăng ký; ``app`` cung cấp."""

    @property
    def xet_theo(self) -> date:
        """Ngày xét đơn vị và căn cứ."""

    def tra_co_quan(self, chuoi: str, chu_quan: str) -> KetQuaTra:
        """Cơ quan theo chữ người điền ghi; ``chu_quan`` rỗng khi không ghi."""

    def tra_can_cu(self, chuoi: str) -> KetQuaTra:
        """Văn bản theo mã hoặc số ký hiệu."""


@dataclass(frozen=True, slots=True)
class OExcel:
    """Trường đứng thế nào trong phiếu Excel: ``o`` một ô, ``nhom`` vài dòng, ``trang`` một trang riêng."""

    kieu: str = "o"
    danh_sach_chon: tuple[str, ...] = ()
    dinh_dang: str = "@"
    ghi_chu: str = ""


class KieuTruong:
    """Kiểu trường; lớp con đọc cây chữ thành giá trị và tự tả mình cho lược đồ, Excel, web và thông báo."""

    ten = ""
    nhieu_dong = False

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """Giá trị của một cây đã điền, ``None`` khi không đọc được; cùng mọi điều tìm thấy."""
        if not isinstance(cay, La):
            return None, [sai_hinh(cay, khai, self.mo_ta(khai))]
        chu, tim_thay = lam_sach(cay, duong_dan=khai.duong_dan, nhan=khai.nhan, nhieu_dong=self.nhieu_dong)
        if chu is None:
            return None, tim_thay
        gia_tri, them = self.doc_chu(chu, khai, boi_canh, nguon_cua(cay, khai))
        return gia_tri, tim_thay + them

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Giá trị từ chữ đã làm sạch, khác rỗng; lớp con một ô chỉ cần viết hàm này."""
        raise NotImplementedError(self.ten)

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Giá trị khi chưa điền."""
        return GiaTriTrong.cua(khai, nguon)

    def phan(self, khai: TruongKhai) -> tuple[TruongKhai, ...]:
        """Các phần có tên của trường ghép, để phiếu hỏi từng phần; rỗng với trường một ô."""
        return ()

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Lược đồ JSON của giá trị."""
        return {"type": "string"}

    def o_excel(self, khai: TruongKhai) -> OExcel:
        """Cách đứng trong phiếu Excel."""
        return OExcel(kieu="nhom" if self.phan(khai) else "o", ghi_chu=self.mo_ta(khai))

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Điều khiển của biểu web: ``loai`` và các thuộc tính."""
        return {"loai": "chu"}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Người điền được gõ gì, tiếng Việt."""
        raise NotImplementedError(self.ten)


_SO_KIEU: dict[str, KieuTruong] = {}


def kieu(ten: str) -> Callable[[type[KieuTruong]], type[KieuTruong]]:
    """Ghi một lớp vào sổ dưới tên ``ten``."""

    def ghi(lop: type[KieuTruong]) -> type[KieuTruong]:
        lop.ten = ten
        _SO_KIEU[ten] = lop()
        return lop

    return ghi


def cac_kieu() -> tuple[str, ...]:
    """Tên mọi kiểu, theo thứ tự ghi sổ."""
    return tuple(_SO_KIEU)


def lay_kieu(ten: str) -> KieuTruong:
    """Kiểu có tên ``ten``; KeyError khi không có (``doc_khai`` đã chặn)."""
    return _SO_KIEU[ten]


def nguon_cua(cay: Cay, khai: TruongKhai) -> Nguon:
    """Nguồn của ``cay`` với đường dẫn của trường."""
    return Nguon(khai.duong_dan, cay.nguon.cho)


def goi_y(ten: str, ung_vien: Iterable[str]) -> str:
    """ "Ý bạn là “…”?" cho tên gần đúng, rỗng khi không có tên nào gần."""
    gan = get_close_matches(ten.casefold(), list(ung_vien), n=1, cutoff=0.6)
    return f"Ý bạn là “{gan[0]}”?" if gan else ""


def sai_hinh(cay: Cay, khai: TruongKhai, mong_doi: str) -> Finding:
    """Finding: trường nhận được dạng dữ liệu khác với kiểu của nó."""
    dang = {La: "một giá trị chữ", Nhanh: "các mục con", Day: "một dãy"}[type(cay)]
    return loi(
        "truong.hinh_dang",
        f"“{khai.nhan}” đang là {dang}, không đúng dạng.",
        duong_dan=khai.duong_dan,
        cach_sua=f"Ghi {mong_doi}.",
        nguon=nguon_cua(cay, khai),
    )


def cach_dien(khai: TruongKhai) -> str:
    """Câu chỉ cách điền: ghi gì, ví dụ nào."""
    vi_du = ta_cay(khai.vi_du)
    return f"Ghi {lay_kieu(khai.kieu).mo_ta(khai)}" + (f", ví dụ: {vi_du}" if vi_du else "") + "."


def doc_truong(cay: Cay | None, khai: TruongKhai, boi_canh: BoiCanh) -> tuple[object, list[Finding]]:
    """Giá trị của một trường có thể vắng: lấy mặc định, báo thiếu, và luôn trả một giá trị (trống khi không đọc được)."""
    bo_doc = lay_kieu(khai.kieu)
    nguon = KHONG_RO if cay is None else nguon_cua(cay, khai)
    if cay is None or rong_khong(cay):
        if khai.mac_dinh is not None and not rong_khong(khai.mac_dinh):
            cay = doi_nguon(khai.mac_dinh, khai.duong_dan)
        elif khai.bat_buoc:
            thieu = loi(
                "truong.thieu",
                f"Chưa điền “{khai.nhan}”.",
                duong_dan=khai.duong_dan,
                cach_sua=cach_dien(khai),
                nguon=nguon,
            )
            return bo_doc.trong(khai, nguon), [thieu]
        else:
            return bo_doc.trong(khai, nguon), []
    gia_tri, tim_thay = bo_doc.doc(cay, khai, boi_canh)
    return (bo_doc.trong(khai, nguon) if gia_tri is None else gia_tri), tim_thay


def doi_nguon(cay: Cay, duong_dan: str) -> Cay:
    """Cùng cây ấy, mọi nơi xuất xứ là "mặc định của mẫu"."""
    nguon = Nguon(duong_dan, NGUON_MAC_DINH)
    if isinstance(cay, La):
        return La(cay.chu, nguon)
    if isinstance(cay, Day):
        return Day(tuple(doi_nguon(c, f"{duong_dan}[{i}]") for i, c in enumerate(cay.phan_tu)), nguon)
    return Nhanh({ten: doi_nguon(c, f"{duong_dan}.{ten}") for ten, c in cay.muc.items()}, nguon)


def khai_con(khai: TruongKhai, ten: str, nhan: str, **them: object) -> TruongKhai:
    """Khai báo một phần con kiểu ``chu`` của trường ghép; đường dẫn nối tiếp, nhãn kèm nhãn trường."""
    con = TruongKhai(ten=ten, kieu="chu", nhan=f"{khai.nhan}: {nhan}", duong_dan=f"{khai.duong_dan}.{ten}")
    return replace(con, **them)  # type: ignore[arg-type]


def doc_muc(
    cay: Nhanh, khai: TruongKhai, con: Iterable[TruongKhai], boi_canh: BoiCanh
) -> tuple[dict[str, object], list[Finding]]:
    """Các phần con của một nhánh, cùng lỗi cho mục lạ có chữ."""
    con = tuple(con)
    ten_con = {k.ten for k in con}
    tim_thay: list[Finding] = []
    for ten, cay_la in cay.muc.items():
        if ten not in ten_con and not rong_khong(cay_la):
            tim_thay.append(muc_la(ten, cay_la, khai.nhan, f"{khai.duong_dan}.{ten}", con))
    gia_tri: dict[str, object] = {}
    for k in con:
        gia_tri[k.ten], them = doc_truong(cay.muc.get(k.ten), k, boi_canh)
        tim_thay += them
    return gia_tri, tim_thay


def muc_la(ten: str, cay: Cay, noi: str, duong_dan: str, con: Iterable[TruongKhai]) -> Finding:
    """Finding: mục không có trong khai báo, với gợi ý theo tên và nhãn."""
    con = tuple(con)
    theo_ten = {k.ten: k.ten for k in con} | {k.nhan.casefold(): k.ten for k in con if k.nhan}
    gan = get_close_matches(ten.casefold(), list(theo_ten), n=1, cutoff=0.6)
    cach_sua = f"Ý bạn là “{theo_ten[gan[0]]}”?" if gan else "Bỏ mục này, hoặc dùng: " + ", ".join(k.ten for k in con) + "."
    return loi(
        "truong.la",
        f"Không có mục “{ten}” trong “{noi}”; chữ ghi ở đây sẽ không vào văn bản.",
        duong_dan=duong_dan,
        cach_sua=cach_sua,
        nguon=Nguon(duong_dan, cay.nguon.cho),
    )
