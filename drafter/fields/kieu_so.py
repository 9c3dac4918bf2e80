"""Kiểu ``so`` và ``tien``: dấu chấm ngăn hàng nghìn, dấu phẩy mở phần thập phân."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.fields.gia_tri import GiaTriSo, GiaTriTien
from drafter.fields.khai import TruongKhai
from drafter.fields.loai import BoiCanh, KetQua, KieuTruong, LuocDo, kieu
from drafter.findings import loi
from drafter.model import Nguon

NHIEU_CHU_SO = 30

_DUNG_DANG = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_MAP_MO = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_KIEU_ANH = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_CHAM_LE = re.compile(r"-?[0-9]+\.[0-9]+")
_NHOM_TRANG = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?")
_DON_VI_TIEN = re.compile(r"\s*(?:đồng|vnđ|vnd|đ|₫)$", re.IGNORECASE)
_HE_SO = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_CUM_TIEN = re.compile(r"([0-9.,]+)\s*(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|nghìn|ngàn|triệu|tr|tỷ|tỉ)(?![a-zà-ỹ])\s*")


def viet_so(so: Decimal) -> str:
    """Chữ số kiểu Việt của ``so``: "1.234,5"; không có phần mũ."""
    dau, _, le = f"{so:,f}".partition(".")
    return dau.replace(",", ".") + (f",{le}" if le else "")


def hieu_so(chu: str) -> tuple[Decimal | None, str, str]:
    """(số, chữ in ra, lý do sai). Lý do rỗng khi đọc được.

    "1.234" là một nghìn hai trăm ba mươi tư; "1,234" mập mờ nên là lỗi; "1.234,5" và "1234,5" giữ nguyên chữ đã gõ.
    """
    so = re.sub(r"\s+", " ", chu.replace("−", "-"))
    if len(so) > 2 * NHIEU_CHU_SO or sum(c.isdigit() for c in so) > NHIEU_CHU_SO:
        return None, "", f"quá {NHIEU_CHU_SO} chữ số"
    if _MAP_MO.fullmatch(so):
        nghin = so.replace(",", ".")
        return None, "", f"đọc được hai cách: viết “{nghin}” nếu là hàng nghìn, viết “{so}0” nếu là số thập phân"
    if _DUNG_DANG.fullmatch(so):
        return Decimal(so.replace(".", "").replace(",", ".")), so, ""
    if _NHOM_TRANG.fullmatch(so):
        gia_tri = Decimal(so.replace(" ", "").replace(",", "."))
        return gia_tri, viet_so(gia_tri), ""
    if _KIEU_ANH.fullmatch(so):
        doi = so.replace(",", "_").replace(".", ",").replace("_", ".")
        return None, "", f"dấu chấm ngăn hàng nghìn, dấu phẩy mở phần thập phân: viết “{doi}”"
    if _CHAM_LE.fullmatch(so):
        return None, "", f"dấu chấm chỉ ngăn từng nhóm ba chữ số: viết “{so.replace('.', ',')}” nếu là số thập phân"
    if re.fullmatch(r"-?[0-9.,]+[eE][+-]?[0-9]+", so):
        return None, "", "không viết dạng mũ; viết đủ các chữ số"
    if so.endswith("%"):
        return None, "", "chỉ ghi số, bỏ dấu “%”"
    if re.fullmatch(r"-?[0-9.,]+", so):
        return None, "", "dấu chấm hoặc dấu phẩy đặt sai chỗ; mẫu đúng: 1.234,5"
    return None, "", "không phải là số; mẫu đúng: 1.234,5"


def hieu_tien(chu: str) -> tuple[int | None, str]:
    """(số đồng, lý do sai); nhận "1.500.000", "1,5 triệu đồng", "2 tỷ 500 triệu"."""
    tho = _DON_VI_TIEN.sub("", re.sub(r"\s+", " ", chu.replace("−", "-")).strip().casefold())
    am = tho.startswith("-")
    than = tho[1:].strip() if am else tho
    if not re.search(r"[a-zà-ỹđ]", than):
        tong, _, ly_do = hieu_so(than)
    else:
        tong, ly_do = _cong_cum(than)
    if tong is None:
        return None, ly_do
    if tong != int(tong):
        return None, "số tiền tính bằng đồng, không có phần lẻ"
    return (-int(tong) if am else int(tong)), ""


def _cong_cum(than: str) -> tuple[Decimal | None, str]:
    tong, truoc, vi_tri = Decimal(0), 10**18, 0
    while vi_tri < len(than):
        cum = _CUM_TIEN.match(than, vi_tri)
        if cum is None and not vi_tri:
            return None, "không phải là số tiền; mẫu đúng: 1.500.000 hoặc 1,5 triệu đồng"
        if cum is None:
            return None, f"phần “{than[vi_tri:].strip()}” không rõ đơn vị; viết đủ số, như 2.500.000"
        so, _, ly_do = hieu_so(cum.group(1))
        if so is None:
            return None, ly_do
        he_so = 1
        for tu in cum.group(2).split():
            he_so *= _HE_SO[tu]
        if so * he_so >= truoc and vi_tri:
            return None, "phần sau phải nhỏ hơn phần trước, như “2 tỷ 500 triệu”"
        tong, truoc, vi_tri = tong + so * he_so, he_so, cum.end()
    return tong, ""


@kieu("so")
class KieuSo(KieuTruong):
    """Số kiểu Việt."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Số, chữ giữ như gõ khi đúng kiểu Việt."""
        so, in_ra, ly_do = hieu_so(chu)
        if so is None:
            return None, [
                loi(
                    "truong.so",
                    f"“{khai.nhan}” không đọc được số “{chu}”: {ly_do}.",
                    duong_dan=khai.duong_dan,
                    cach_sua=f"Ghi {self.mo_ta(khai)}.",
                    nguon=nguon,
                )
            ]
        return GiaTriSo(in_ra, gt=so, nguon=nguon, duong_dan=khai.duong_dan), []

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Số JSON, hoặc chữ số kiểu Việt."""
        return {"anyOf": [{"type": "number"}, {"type": "string"}]}

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô số, gõ bằng chữ để giữ dấu phẩy."""
        return {"loai": "so", "inputmode": "decimal"}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Số kiểu Việt."""
        return "số, dấu chấm ngăn hàng nghìn và dấu phẩy mở phần thập phân (1.234,5)"


@kieu("tien")
class KieuTien(KieuTruong):
    """Số tiền bằng đồng."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Số đồng, chữ "1.500.000 đồng"."""
        dong, ly_do = hieu_tien(chu)
        if dong is None:
            return None, [
                loi(
                    "truong.tien",
                    f"“{khai.nhan}” không đọc được số tiền “{chu}”: {ly_do}.",
                    duong_dan=khai.duong_dan,
                    cach_sua=f"Ghi {self.mo_ta(khai)}.",
                    nguon=nguon,
                )
            ]
        chu_tien = viet_so(Decimal(dong)) + " đồng"
        return GiaTriTien(chu_tien, gt=dong, nguon=nguon, duong_dan=khai.duong_dan), []

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Số nguyên đồng, hoặc chữ."""
        return {"anyOf": [{"type": "integer"}, {"type": "string"}]}

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô số tiền."""
        return {"loai": "tien", "inputmode": "numeric"}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Số tiền."""
        return "số tiền bằng đồng (1.500.000) hoặc kèm đơn vị (1,5 triệu đồng)"
