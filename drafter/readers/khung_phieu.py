"""Phiếu sẽ viết ra gồm những mục nào: trường đã khai (giá trị có sẵn hoặc chỗ trống) rồi những mục khác của dữ liệu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.fields import TruongKhai, khai_phan_tu, lay_kieu, ta_cay
from drafter.model import TrangThai
from drafter.record import Cay, Day, La, Nhanh

DAU_PHIEU = {
    "xet_theo": "Ngày xét đơn vị, căn cứ và thể thức, như 01/7/2025; để trống thì theo ngày của văn bản",
    "trang_thai": "Trạng thái văn bản: " + ", ".join(TrangThai) + "; để trống là dự thảo",
}
NHANH = {"truong": "Nội dung riêng của mẫu", "van_ban": "Số, ngày, người ký, nơi nhận và các thành phần chung"}


@dataclass(frozen=True, slots=True)
class Muc:
    """Một mục của phiếu; ``khai`` là ``None`` khi mẫu không khai trường ấy."""

    ten: str
    cay: Cay
    khai: TruongKhai | None


def cho_trong(khai: TruongKhai) -> Cay:
    """Chỗ trống của một trường: lá rỗng, các phần rỗng, hoặc dãy một phần tử rỗng."""
    if khai.kieu == "danh_sach":
        return Day((cho_trong(khai_phan_tu(khai)),))
    if khai.kieu == "bang":
        return Day((Nhanh({ten: cho_trong(c) for ten, c in khai.cot.items()}),))
    phan = lay_kieu(khai.kieu).phan(khai)
    return Nhanh({p.ten: La("") for p in phan}) if phan else La("")


def bu_cho_trong(cay: Cay, khai: TruongKhai) -> Cay:
    """Giá trị có sẵn, thêm chỗ trống cho những phần của trường ghép và ô của bảng còn thiếu."""
    khuon = cho_trong(khai)
    if isinstance(cay, Nhanh) and isinstance(khuon, Nhanh):
        return Nhanh({**khuon.muc, **cay.muc}, cay.nguon)
    if isinstance(cay, Day) and isinstance(khuon, Day):
        mau = khuon.phan_tu[0]
        if not cay.phan_tu:
            return khuon
        if isinstance(mau, Nhanh):
            hang = (Nhanh({**mau.muc, **h.muc}, h.nguon) if isinstance(h, Nhanh) else h for h in cay.phan_tu)
            return Day(tuple(hang), cay.nguon)
    return khuon if isinstance(cay, La) and not cay.chu else cay


def cac_muc(khai: Mapping[str, TruongKhai], cay: Cay | None) -> list[Muc]:
    """Các mục của một nhánh: theo thứ tự khai, rồi những mục ngoài khai báo theo thứ tự của dữ liệu."""
    co = cay.muc if isinstance(cay, Nhanh) else {}
    da_khai = [Muc(ten, bu_cho_trong(co[ten], k) if ten in co else cho_trong(k), k) for ten, k in khai.items()]
    return da_khai + [Muc(ten, c, None) for ten, c in co.items() if ten not in khai]


def la_cua(cay: Nhanh | None, ten: str) -> str:
    """Chữ của mục ``ten`` ở tầng trên cùng, rỗng khi không có."""
    con = cay.muc.get(ten) if cay is not None else None
    return con.chu if isinstance(con, La) else ""


def nhan_cua(khai: TruongKhai | None, ten: str) -> str:
    """Nhãn cho người điền, có (*) khi bắt buộc."""
    if khai is None:
        return ten
    return khai.nhan + (" (*)" if khai.bat_buoc else "")


def chi_dan(khai: TruongKhai | None) -> str:
    """Lời chỉ dẫn một dòng: giúp, được gõ gì, ví dụ, mặc định."""
    if khai is None:
        return "Mẫu không có trường này"
    mo_ta = "" if khai.kieu == "chu" else lay_kieu(khai.kieu).mo_ta(khai)
    phan = [khai.giup.rstrip("."), mo_ta[:1].upper() + mo_ta[1:]]
    if vi_du := ta_cay(khai.vi_du):
        phan.append(f"Ví dụ: {vi_du}")
    if mac_dinh := ta_cay(khai.mac_dinh):
        phan.append(f"Để trống thì lấy: {mac_dinh}")
    return ". ".join(" ".join(p.split()) for p in phan if p)


def dong_chi_dan(khai: TruongKhai | None, ten: str) -> str:
    """Nhãn rồi lời chỉ dẫn, thành một dòng."""
    return ". ".join(p for p in (nhan_cua(khai, ten), chi_dan(khai)) if p) + "."
