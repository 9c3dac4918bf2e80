"""Kiểu ``ngay``: ngày đầy đủ, hoặc chỉ tháng năm, chỉ năm, hoặc từng phần có chỗ trống."""

from __future__ import annotations

import re
from calendar import monthrange

from drafter.fields.gia_tri import GiaTriNgay, NgayTrong
from drafter.fields.khai import TruongKhai, rong_khong
from drafter.fields.loai import BoiCanh, KetQua, KieuTruong, LuocDo, khai_con, kieu, muc_la, nguon_cua, sai_hinh
from drafter.fields.ve_sinh import lam_sach
from drafter.findings import Finding, loi
from drafter.model import NgayVanBan, Nguon
from drafter.record import KHONG_RO, Cay, La, Nhanh

NAM_DAU, NAM_CUOI = 1900, 2199

_TRONG = r"[\s.…_]*"
_DANG = tuple(
    re.compile(mau, re.IGNORECASE)
    for mau in (
        r"(?P<ngay>\d{1,2})\s*([/.-])\s*(?P<thang>\d{1,2})\s*\2\s*(?P<nam>\d{4})",
        r"(?P<nam>\d{4})-(?P<thang>\d{2})-(?P<ngay>\d{2})",
        rf"ngày{_TRONG}(?P<ngay>\d{{0,2}}){_TRONG}tháng{_TRONG}(?P<thang>\d{{0,2}}){_TRONG}năm{_TRONG}(?P<nam>(?:\d{{4}})?){_TRONG}",
        r"(?:tháng\s*)?(?P<thang>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<nam>\d{4})",
        r"(?:năm\s*)?(?P<nam>\d{4})",
    )
)
_HAI_CHU_SO = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}")


def vi_sao_sai(ngay: NgayVanBan) -> str:
    """Lý do các phần không hợp thành ngày có thật; rỗng khi hợp lệ. Phần trống được bỏ qua."""
    if ngay.nam is not None and not NAM_DAU <= ngay.nam <= NAM_CUOI:
        return f"năm {ngay.nam} ngoài khoảng {NAM_DAU}–{NAM_CUOI}"
    if ngay.thang is not None and not 1 <= ngay.thang <= 12:
        if ngay.ngay is not None and ngay.ngay <= 12 < ngay.thang <= 31:
            return f"không có tháng {ngay.thang}; ghi ngày trước tháng sau: {ngay.thang:02d}/{ngay.ngay}/{ngay.nam or ''}"
        return f"không có tháng {ngay.thang}"
    if ngay.ngay is not None:
        so_ngay = 31 if ngay.thang is None else monthrange(ngay.nam or 2000, ngay.thang)[1]
        if not 1 <= ngay.ngay <= so_ngay:
            thang = "tháng" if ngay.thang is None else f"tháng {ngay.thang}" + (f"/{ngay.nam}" if ngay.nam else "")
            return f"{thang} chỉ có {so_ngay} ngày" if ngay.ngay else "không có ngày 0"
    return ""


def hieu_ngay(chu: str) -> tuple[NgayVanBan | None, str]:
    """(ngày, lý do sai) từ chữ người dùng gõ; lý do rỗng khi đọc được."""
    chu = chu.strip()
    if _HAI_CHU_SO.fullmatch(chu):
        return None, "năm phải đủ bốn chữ số"
    for dang in _DANG:
        if khop := dang.fullmatch(chu):
            phan = {ten: int(so) for ten, so in khop.groupdict().items() if so}
            ngay = NgayVanBan(**phan)
            ly_do = vi_sao_sai(ngay)
            return (None, ly_do) if ly_do else (ngay, "")
    return None, "không nhận ra dạng ngày"


@kieu("ngay")
class KieuNgay(KieuTruong):
    """Ngày, có thể thiếu phần."""

    def doc(self, cay: Cay, khai: TruongKhai, boi_canh: BoiCanh) -> KetQua:
        """Ngày từ chữ, hoặc từ các mục ``ngay``, ``thang``, ``nam`` (mục trống là chừa chỗ)."""
        if not isinstance(cay, Nhanh):
            return super().doc(cay, khai, boi_canh)
        so: dict[str, int] = {}
        tim_thay: list[Finding] = []
        phan = (khai_con(khai, "ngay", "ngày"), khai_con(khai, "thang", "tháng"), khai_con(khai, "nam", "năm"))
        for ten, con in cay.muc.items():
            k = next((k for k in phan if k.ten == ten), None)
            if rong_khong(con):
                continue
            if k is None:
                tim_thay.append(muc_la(ten, con, khai.nhan, f"{khai.duong_dan}.{ten}", phan))
            elif not isinstance(con, La):
                tim_thay.append(sai_hinh(con, k, "một số"))
            else:
                chu, them = lam_sach(con, duong_dan=k.duong_dan, nhan=k.nhan)
                tim_thay += them
                if chu is None:
                    continue
                mau = "[0-9]{4}" if ten == "nam" else "[0-9]{1,2}"
                if re.fullmatch(mau, chu):
                    so[ten] = int(chu)
                else:
                    do_dai = "bốn chữ số" if ten == "nam" else "một hoặc hai chữ số"
                    tim_thay.append(self._sai(k, chu, f"phải là {do_dai}", nguon_cua(con, k)))
        if tim_thay and not so:
            return None, tim_thay
        ngay = NgayVanBan(**so)
        if ly_do := vi_sao_sai(ngay):
            viet = "/".join(str(so[ten]) for ten in ("ngay", "thang", "nam") if ten in so)
            return None, [*tim_thay, self._sai(khai, viet, ly_do, nguon_cua(cay, khai))]
        return GiaTriNgay.cua(ngay, nguon=nguon_cua(cay, khai), duong_dan=khai.duong_dan), tim_thay

    def doc_chu(self, chu: str, khai: TruongKhai, boi_canh: BoiCanh, nguon: Nguon) -> KetQua:
        """Ngày từ chữ."""
        ngay, ly_do = hieu_ngay(chu)
        if ngay is None:
            return None, [self._sai(khai, chu, ly_do, nguon)]
        return GiaTriNgay.cua(ngay, nguon=nguon, duong_dan=khai.duong_dan), []

    def _sai(self, khai: TruongKhai, chu: str, ly_do: str, nguon: Nguon) -> Finding:
        return loi(
            "truong.ngay",
            f"“{khai.nhan}” không đọc được ngày “{chu}”: {ly_do}.",
            duong_dan=khai.duong_dan,
            cach_sua=f"Ghi {self.mo_ta(khai)}.",
            nguon=nguon,
        )

    def trong(self, khai: TruongKhai, nguon: Nguon = KHONG_RO) -> object:
        """Ngày trống."""
        return NgayTrong.cua(khai, nguon)

    def json_schema(self, khai: TruongKhai) -> LuocDo:
        """Chữ, hoặc các phần."""
        phan = {"anyOf": [{"type": "integer"}, {"type": "string"}]}
        cac_phan = {"ngay": phan, "thang": phan, "nam": phan}
        return {
            "anyOf": [
                {"type": "string"},
                {"type": "integer"},
                {"type": "object", "properties": cac_phan, "additionalProperties": False},
            ]
        }

    def dieu_khien_web(self, khai: TruongKhai) -> LuocDo:
        """Ba ô ngày, tháng, năm, vì được chừa trống từng phần."""
        return {"loai": "ngay", "phan": ["ngay", "thang", "nam"]}

    def mo_ta(self, khai: TruongKhai) -> str:
        """Các dạng ngày."""
        return "ngày (01/4/2024 hoặc 2024-04-01), tháng (tháng 4/2024) hoặc năm (2024)"
