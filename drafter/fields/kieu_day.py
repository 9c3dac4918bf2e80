"""Kiểu ``danh_sach`` và ``bang``: dãy phần tử và dãy hàng."""

from __future__ import annotations

from dataclasses import replace

from drafter.fields.gia_tri import DayGiaTri, HangGiaTri
from drafter.fields.khai import TruongKhai, rong_khong
from drafter.fields.loai import (
    BoiCanh,
    KetQua,
    KieuTruong,
    LuocDo,
    OExcel,
    doc_muc,
    doc_truong,
    kieu,
    lay_kieu,
    nguon_cua,
    sai_hinh,
)
from drafter.findings import Finding
from drafter.model import Nguon
from drafter.record import KHONG_RO, Cay, Day, La, Nhanh


def khai_phan_tu(khai: TruongKhai, i: int | None = None) -> TruongKhai:
    """Khai báo của phần tử thứ ``i`` (từ 0): kiểu theo ``phan_tu``, mặc định một dòng chữ; nhãn kèm số thứ tự."""
    goc = khai.phan_tu or TruongKhai(ten=khai.ten, kieu="chu")
    nhan = goc.nhan or khai.nhan
    if i is None:
        return replace(goc, nhan=nhan, duong_dan=khai.duong_dan)
    return replace(goc, nhan=f"{nhan} (mục {i + 1})", duong_dan=f"{khai.duong_dan}[{i}]", bat_buoc=False)


def khai_hang(khai: TruongKhai, i: int) -> TruongKhai:
    """Khai báo của hàng thứ ``i`` (từ 0), để dựng đường dẫn và nhãn cho các ô."""
    return replace(khai, nhan=f"{khai.nhan} (hàng {i + 1})", duong_dan=f"{khai.duong_dan}[{i}]")


@kieu("danh_sach")
class KieuDanhSach(KieuTruong):
    """Dãy phần tử cùng kiểu; chữ nhiều dòng là mỗi dòng một phần tử; phần tử trống được bỏ."""

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """Bộ giá trị theo thứ tự gõ; phần tử không đọc được thì thành giá trị trống."""
        if isinstance(cay, Nhanh):
            return None, [sai_hinh(cay, khai, self.mo_ta(khai))]
        phan_tu: tuple[Cay, ...]
        phan_tu = cay.phan_tu if isinstance(cay, Day) else tuple(La(dong, cay.nguon) for dong in cay.chu.splitlines())
        gia_tri: list[object] = []
        tim_thay: list[Finding] = []
        for i, con in enumerate(phan_tu):
            if rong_khong(con):
                continue
            gt, them = doc_truong(con, khai_phan_tu(khai, i), boi_canh)
            gia_tri.append(gt)
            tim_thay += them
        return DayGiaTri.cua(khai, gia_tri, nguon_cua(cay, khai)), tim_thay

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Dãy rỗng."""
        return DayGiaTri.cua(khai)

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Mảng phần tử, hoặc chữ mỗi dòng một phần tử."""
        con = khai_phan_tu(khai)
        return {"anyOf": [{"type": "array", "items": lay_kieu(con.kieu).json_schema(con)}, {"type": "string"}]}

    def o_excel(self, khai: TruongKhai) -> OExcel:
        """Một trang riêng."""
        return OExcel(kieu="trang", ghi_chu="mỗi hàng một mục")

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Dãy ô thêm bớt được."""
        con = khai_phan_tu(khai)
        return {"loai": "day", "phan_tu": lay_kieu(con.kieu).dieu_khien_web(con)}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Dãy, mỗi mục gì."""
        con = khai_phan_tu(khai)
        return f"một dãy, mỗi mục sau dấu gạch đầu dòng; mỗi mục là {lay_kieu(con.kieu).mo_ta(con)}"


@kieu("bang")
class KieuBang(KieuTruong):
    """Dãy hàng, mỗi hàng có các cột đã khai; hàng trống được bỏ."""

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """Bộ ``HangGiaTri`` theo thứ tự gõ."""
        if not isinstance(cay, Day):
            return None, [sai_hinh(cay, khai, self.mo_ta(khai))]
        hang: list[object] = []
        tim_thay: list[Finding] = []
        for i, con in enumerate(cay.phan_tu):
            if rong_khong(con):
                continue
            dong = khai_hang(khai, i)
            if not isinstance(con, Nhanh):
                tim_thay.append(sai_hinh(con, dong, self._ta_hang(khai)))
                continue
            cot = (replace(c, nhan=f"{c.nhan} ({dong.nhan})", duong_dan=f"{dong.duong_dan}.{c.ten}") for c in khai.cot.values())
            muc, them = doc_muc(con, dong, cot, boi_canh)
            hang.append(HangGiaTri(muc, nguon_cua(con, dong)))
            tim_thay += them
        return DayGiaTri.cua(khai, hang, nguon_cua(cay, khai)), tim_thay

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Bảng không hàng nào."""
        return DayGiaTri.cua(khai)

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Mảng các đối tượng có khóa là tên cột."""
        cot = {c.ten: lay_kieu(c.kieu).json_schema(c) | {"title": c.nhan} for c in khai.cot.values()}
        bat_buoc = [c.ten for c in khai.cot.values() if c.bat_buoc and c.mac_dinh is None]
        hang: LuocDo = {"type": "object", "properties": cot, "additionalProperties": False}
        if bat_buoc:
            hang["required"] = bat_buoc
        return {"type": "array", "items": hang}

    def o_excel(self, khai: TruongKhai) -> OExcel:
        """Một trang riêng."""
        return OExcel(kieu="trang", ghi_chu="mỗi hàng của bảng một hàng")

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Bảng thêm bớt hàng được."""
        cot = [
            {"ten": c.ten, "nhan": c.nhan, "bat_buoc": c.bat_buoc} | lay_kieu(c.kieu).dieu_khien_web(c) for c in khai.cot.values()
        ]
        return {"loai": "bang", "cot": cot}

    def _ta_hang(self, khai: TruongKhai) -> str:
        return "các mục " + ", ".join(f"{c.ten} ({c.nhan})" for c in khai.cot.values())

    def mo_ta(self, khai: TruongKhai) -> str:
        """Dãy hàng với các cột."""
        return f"một dãy hàng, mỗi hàng có {self._ta_hang(khai)}"
