"""Kiểu ``chu``, ``noi_dung``, ``chon``, ``co_khong``."""

from __future__ import annotations

from drafter.fields.gia_tri import ChonTrong, GiaTri, GiaTriChon
from drafter.fields.khai import TruongKhai
from drafter.fields.loai import BoiCanh, KetQua, KieuTruong, LuocDo, OExcel, goi_y, kieu
from drafter.findings import canh_bao, loi
from drafter.model import Nguon
from drafter.record import KHONG_RO


@kieu("chu")
class KieuChu(KieuTruong):
    """Một dòng chữ."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Chữ đúng như gõ, đã làm sạch."""
        return GiaTri(chu, nguon=nguon, duong_dan=khai.duong_dan), []

    def mo_ta(self, khai: TruongKhai) -> str:
        """Một dòng chữ."""
        return "một dòng chữ"


@kieu("noi_dung")
class KieuNoiDung(KieuChu):
    """Lời văn theo ký pháp; dòng đầu mỗi đoạn quyết định bố cục."""

    nhieu_dong = True

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô chữ nhiều dòng."""
        return {"loai": "chu_dai", "so_dong": 12}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Lời văn nhiều dòng."""
        return "lời văn, mỗi đoạn một dòng (đầu dòng được dùng “Điều 1.”, “1.”, “a)”, “-”)"


@kieu("chon")
class KieuChon(KieuTruong):
    """Một trong các lựa chọn của mẫu; nhận mã hoặc nhãn, không kể hoa thường."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Nhãn của lựa chọn, kèm mã."""
        tim = " ".join(chu.casefold().split())
        ma = next((m for m, nhan in khai.chon.items() if tim in (m.casefold(), " ".join(nhan.casefold().split()))), None)
        if ma is None:
            ung_vien = [*khai.chon, *(nhan.casefold() for nhan in khai.chon.values())]
            dieu = loi(
                "truong.chon",
                f"“{khai.nhan}” không có lựa chọn “{chu}”.",
                duong_dan=khai.duong_dan,
                cach_sua=(goi_y(chu, ung_vien) + " Chọn " + self.mo_ta(khai) + ".").strip(),
                nguon=nguon,
            )
            return None, [dieu]
        gia_tri = GiaTriChon(khai.chon[ma], gt=ma, nguon=nguon, duong_dan=khai.duong_dan)
        gia_tri.ma = ma
        return gia_tri, []

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Lựa chọn trống."""
        return ChonTrong.cua(khai, nguon)

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Liệt kê mã rồi nhãn."""
        return {"type": "string", "enum": list(dict.fromkeys([*khai.chon, *khai.chon.values()]))}

    def o_excel(self, khai: TruongKhai) -> OExcel:
        """Danh sách thả xuống các nhãn."""
        return OExcel(danh_sach_chon=tuple(khai.chon.values()), ghi_chu="chọn trong danh sách")

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Hộp chọn."""
        return {"loai": "chon", "lua_chon": [{"ma": ma, "nhan": nhan} for ma, nhan in khai.chon.items()]}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Liệt kê lựa chọn."""
        return "một trong: " + "; ".join(f"{nhan} ({ma})" if ma != nhan else nhan for ma, nhan in khai.chon.items())


DUNG = frozenset({"có", "co", "x", "true", "1", "đúng", "dung", "yes"})
SAI = frozenset({"không", "khong", "false", "0", "sai", "no"})


@kieu("co_khong")
class KieuCoKhong(KieuTruong):
    """Có hay không; giá trị là ``bool``, chưa điền là không."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Đúng hoặc sai; bật một trường có ``doi_chieu`` thì kèm cảnh báo cần đối chiếu."""
        tim = chu.casefold()
        if tim not in DUNG | SAI:
            sai = loi(
                "truong.co_khong",
                f"“{khai.nhan}” chỉ nhận có hoặc không, đang là “{chu}”.",
                duong_dan=khai.duong_dan,
                cach_sua="Ghi “có” hoặc “không”.",
                nguon=nguon,
            )
            return None, [sai]
        if tim in DUNG and khai.doi_chieu:
            nhac = canh_bao(
                "truong.doi_chieu",
                f"Cần đối chiếu: “{khai.nhan}” đang bật. {khai.doi_chieu}",
                duong_dan=khai.duong_dan,
                cach_sua="Đọc lại phần lời văn này với luật hiện hành trước khi trình ký.",
                nguon=nguon,
            )
            return True, [nhac]
        return tim in DUNG, []

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Chưa điền là không."""
        return False

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Boolean, hoặc chữ có/không."""
        return {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": ["có", "không", ""]}]}

    def o_excel(self, khai: TruongKhai) -> OExcel:
        """Danh sách thả xuống có, không."""
        return OExcel(danh_sach_chon=("có", "không"), ghi_chu=self.mo_ta(khai))

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô đánh dấu."""
        return {"loai": "co_khong"}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Có hoặc không."""
        return "“có” hoặc “không”"
