"""Kiểu ``nguoi``, ``don_vi``, ``can_cu``: trường ghép và trường tra sổ đăng ký."""

from __future__ import annotations

from dataclasses import replace

from drafter.fields.gia_tri import DonViTrong, GiaTri, GiaTriCanCu, GiaTriDonVi, GiaTriTrong, Nguoi
from drafter.fields.khai import TruongKhai
from drafter.fields.loai import BoiCanh, KetQua, KetQuaTra, KieuTruong, LuocDo, doc_muc, khai_con, kieu, nguon_cua
from drafter.findings import Finding
from drafter.model import Nguon
from drafter.record import KHONG_RO, Cay, Nhanh


def _phan_schema(khai: tuple[TruongKhai, ...]) -> LuocDo:
    return {
        "type": "object",
        "properties": {k.ten: {"type": "string", "title": k.nhan} for k in khai},
        "additionalProperties": False,
    }


def _dien_cho(tra: KetQuaTra, khai: TruongKhai, nguon: Nguon) -> list[Finding]:
    return [
        replace(f, duong_dan=f.duong_dan or khai.duong_dan, nguon=nguon if f.nguon in (None, KHONG_RO) else f.nguon)
        for f in tra.tim_thay
    ]


@kieu("nguoi")
class KieuNguoi(KieuTruong):
    """Một người: họ tên và chức vụ."""

    def phan(self, khai: TruongKhai) -> tuple[TruongKhai, ...]:
        """``ho_ten`` (bắt buộc nếu trường bắt buộc) và ``chuc_vu``."""
        return (
            khai_con(khai, "ho_ten", "họ và tên", bat_buoc=khai.bat_buoc),
            khai_con(khai, "chuc_vu", "chức vụ"),
        )

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """``Nguoi`` từ ``{ho_ten, chuc_vu}`` hoặc từ họ tên."""
        if isinstance(cay, Nhanh):
            muc, tim_thay = doc_muc(cay, khai, self.phan(khai), boi_canh)
            ho_ten, chuc_vu = muc["ho_ten"], muc["chuc_vu"]
            if isinstance(ho_ten, GiaTri) and isinstance(chuc_vu, GiaTri):
                return Nguoi(ho_ten, chuc_vu), tim_thay
            return None, tim_thay
        return super().doc(cay, khai, boi_canh)

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Người chỉ có họ tên."""
        ho_ten, chuc_vu = self.phan(khai)
        ten = GiaTri(chu, nguon=Nguon(ho_ten.duong_dan, nguon.cho), duong_dan=ho_ten.duong_dan)
        return Nguoi(ten, GiaTriTrong.cua(chuc_vu, nguon)), []

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Người trống cả hai phần."""
        ho_ten, chuc_vu = self.phan(khai)
        return Nguoi(GiaTriTrong.cua(ho_ten, nguon), GiaTriTrong.cua(chuc_vu, nguon))

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Chữ họ tên, hoặc hai phần."""
        return {"anyOf": [{"type": "string"}, _phan_schema(self.phan(khai))]}

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Nhóm hai ô."""
        return {"loai": "nhom", "phan": [{"ten": k.ten, "nhan": k.nhan, "loai": "chu"} for k in self.phan(khai)]}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Họ tên và chức vụ."""
        return "họ và tên (ho_ten) cùng chức vụ (chuc_vu)"


@kieu("don_vi")
class KieuDonVi(KieuTruong):
    """Cơ quan, đơn vị; tra sổ đăng ký qua bối cảnh."""

    def _cac_phan(self, khai: TruongKhai) -> tuple[TruongKhai, ...]:
        return (
            khai_con(khai, "ten", "tên cơ quan", bat_buoc=True, vi_du=khai.vi_du),
            khai_con(khai, "chu_quan", "cơ quan chủ quản"),
            khai_con(khai, "viet_tat", "chữ viết tắt"),
            khai_con(khai, "dia_danh", "địa danh"),
        )

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """Cơ quan từ tên đầy đủ, hoặc từ ``{ten, chu_quan, viet_tat, dia_danh}``."""
        if not isinstance(cay, Nhanh):
            return super().doc(cay, khai, boi_canh)
        muc, tim_thay = doc_muc(cay, khai, self._cac_phan(khai), boi_canh)
        chu = {ten: gt for ten, gt in muc.items() if isinstance(gt, GiaTri)}
        if not chu["ten"]:
            return None, tim_thay
        gia_tri, them = self._tra(chu["ten"], chu, khai, boi_canh, nguon_cua(cay, khai))
        return gia_tri, tim_thay + them

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Cơ quan từ tên đầy đủ."""
        return self._tra(chu, {}, khai, boi_canh, nguon)

    def _tra(self, ten: str, ghi: dict[str, GiaTri], khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        tra = boi_canh.tra_co_quan(str(ten), str(ghi.get("chu_quan", "")))
        in_ra = tra.chu or str(getattr(tra.gia_tri, "ten", "") or ten)
        gia_tri = GiaTriDonVi(in_ra, nguon=nguon, duong_dan=khai.duong_dan)
        gia_tri.gt = tra.gia_tri
        gia_tri.ten = GiaTri(in_ra, nguon=nguon, duong_dan=khai.duong_dan)
        gia_tri.viet_tat = self._phan_hay_so(ghi, "viet_tat", tra, khai, nguon)
        gia_tri.dia_danh = self._phan_hay_so(ghi, "dia_danh", tra, khai, nguon)
        return gia_tri, _dien_cho(tra, khai, nguon)

    def _phan_hay_so(self, ghi: dict[str, GiaTri], ten: str, tra: KetQuaTra, khai: TruongKhai, nguon: Nguon) -> GiaTri:
        if ghi.get(ten):
            return ghi[ten]
        cua_so = str(getattr(tra.gia_tri, ten, "") or "")
        if cua_so:
            return GiaTri(cua_so, nguon=nguon, duong_dan=khai.duong_dan)
        k = next(k for k in self._cac_phan(khai) if k.ten == ten)
        return GiaTriTrong.cua(k, nguon)

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Cơ quan trống."""
        return DonViTrong.cua(khai, nguon)

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Chữ tên cơ quan, hoặc các phần."""
        phan = _phan_schema(self._cac_phan(khai)) | {"required": ["ten"]}
        return {"anyOf": [{"type": "string"}, phan]}

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô tìm cơ quan."""
        return {"loai": "don_vi", "phan": [{"ten": k.ten, "nhan": k.nhan, "loai": "chu"} for k in self._cac_phan(khai)]}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Tên cơ quan kèm tỉnh."""
        return "tên cơ quan kèm đơn vị cấp trên, như “UBND xã Long Hồ, tỉnh Vĩnh Long”"


@kieu("can_cu")
class KieuCanCu(KieuTruong):
    """Một văn bản viện dẫn; tra sổ đăng ký qua bối cảnh."""

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Lời viện dẫn của văn bản; không tra được thì giữ chữ đã gõ."""
        tra = boi_canh.tra_can_cu(chu)
        gia_tri = GiaTriCanCu(tra.chu or chu, nguon=nguon, duong_dan=khai.duong_dan)
        gia_tri.gt = tra.gia_tri
        return gia_tri, _dien_cho(tra, khai, nguon)

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ô tìm văn bản."""
        return {"loai": "can_cu"}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Mã hoặc số ký hiệu."""
        return "số ký hiệu của văn bản (30/2020/NĐ-CP) hoặc mã trong sổ căn cứ"
