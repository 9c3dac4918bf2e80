"""Phần đầu văn bản: Quốc hiệu, cơ quan, số, ngày, tên loại, trích yếu, thẩm quyền, căn cứ (ô 1–5 và đầu ô 6)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.khoi import HangHaiCot, Khoi, KhoiCot, KhoiDoan, KhoiHaiCot, KhoiNet, KhoiTrong, Manh, MauChu, Xuong
from drafter.metrics import rong_mm
from drafter.model import NgayVanBan, SoKyHieu, TrangThai, VanBan
from drafter.trinh_bay.chu import Dan, chu_tron
from drafter.trinh_bay.ngat import ngat_deu
from drafter.vn.hoa import hoa
from drafter.vn.ngay import ngay_day_du

_RONG_SO_TRONG = 8
_DU_MM = 0.5
_CACH_CAN_CU_MM = 2.0


def so_ky_hieu(so: SoKyHieu) -> str:
    """Dòng "Số: 05/NQ-HĐND"; số dưới 10 thêm một số 0 (SK-02), chưa cấp số thì chừa trống (SK-09)."""
    return f"Số: {so.so_in or ' ' * _RONG_SO_TRONG}/{so.ky_hieu}"


def dia_danh_ngay(dia_danh: str, ngay: NgayVanBan | None) -> str:
    """Dòng "Long Hồ, ngày 21 tháng 9 năm 2026" (DD-02, DD-03); phần chưa có thì chừa trống."""
    n = ngay or NgayVanBan()
    return f"{dia_danh}, {ngay_day_du(n.ngay, n.thang, n.nam)}"


class Dau:
    """Dàn phần đầu của một văn bản."""

    __slots__ = ("dan", "rong_phai", "rong_trai", "vb", "vung")

    def __init__(self, dan: Dan, vb: VanBan) -> None:
        self.dan = dan
        self.vb = vb
        self.vung = dan.che_do.trang.vung_chu_mm
        # Quốc hiệu không bao giờ được xuống dòng: cột phải luôn đủ rộng cho nó; cột trái rộng thêm khi tên cơ quan cần.
        con_lai = self.vung - self._rong("quoc_hieu", dan.che_do.giong["quoc_hieu"]) - _DU_MM
        ten = [self._rong("co_quan_chu_quan", d) for c in vb.co_quan for d in c.chu_quan]
        ten += [self._rong("co_quan_ban_hanh", d) for c in vb.co_quan for d in c.dong]
        can = max((t + 2 * _DU_MM for t in ten if t + 2 * _DU_MM <= con_lai), default=0.0)
        self.rong_trai = min(max(dan.che_do.rong_trai_mm, can), con_lai)
        self.rong_phai = self.vung - self.rong_trai

    def _rong(self, vai: str, chu: str) -> float:
        v = self.dan.che_do.vai[vai]
        return rong_mm(hoa(chu) if v.hoa else chu, co_pt=v.co.dung, dam=v.dam, nghieng=v.nghieng)

    def _vua_cot(self, vai: str, chu: str, rong: float) -> KhoiDoan:
        """Một dòng tên; dài quá cột thì ngắt thành các dòng dài gần bằng nhau."""
        v = self.dan.che_do.vai[vai]
        dong = ngat_deu(chu, rong - _DU_MM, co_pt=v.co.dung, dam=v.dam, nghieng=v.nghieng, in_hoa=v.hoa)
        mau: list[Manh | Xuong] = []
        for i, d in enumerate(dong):
            if i:
                mau.append(Xuong())
            mau.append(Manh(d))
        return KhoiDoan(vai, tuple(mau), giu_voi_sau=True)

    def _net(self, ten: str, vai: str, dong: list[str], vung: float, vai_net: str = "net_ke") -> KhoiNet:
        ti_le = self.dan.che_do.net_ke[ten].ti_le
        return KhoiNet(ti_le * max((self._rong(vai, d) for d in dong), default=0.0), vung, vai=vai_net, giu_voi_sau=True)

    def khoi(self) -> Iterator[Khoi]:
        """Các khối của phần đầu, theo thứ tự in."""
        yield self._hai_cot()
        yield from self._ten_loai()
        yield from self._mo_dau()

    def _hai_cot(self) -> KhoiHaiCot:
        vb, giong = self.vb, self.dan.che_do.giong
        trai: list[KhoiCot] = []
        for co_quan in vb.co_quan:
            trai += [self._vua_cot("co_quan_chu_quan", d, self.rong_trai) for d in co_quan.chu_quan]
            trai += [self._vua_cot("co_quan_ban_hanh", d, self.rong_trai) for d in co_quan.dong]
        if trai:
            cuoi = trai[-1]
            assert isinstance(cuoi, KhoiDoan)
            trai.append(self._net("co_quan", cuoi.vai, chu_tron(cuoi.chu).split("\n"), self.rong_trai))
        phai: list[KhoiCot] = [
            self.dan.doan("quoc_hieu", giong["quoc_hieu"], giu=True),
            self.dan.doan("tieu_ngu", giong["tieu_ngu"], giu=True),
            self._net("tieu_ngu", "tieu_ngu", [giong["tieu_ngu"]], self.rong_phai),
        ]
        hang = [HangHaiCot(tuple(trai), tuple(phai))]
        hang_so = self._hang_so()
        if hang_so is not None:
            hang.append(hang_so)
        return KhoiHaiCot("dau", self.rong_trai, self.rong_phai, tuple(hang))

    def _hang_so(self) -> HangHaiCot | None:
        vb = self.vb
        trai: list[KhoiCot] = []
        phai: list[KhoiCot] = []
        if vb.so_ky_hieu is not None:
            trai.append(self._vua_cot("so_ky_hieu", so_ky_hieu(vb.so_ky_hieu), self.rong_trai))
        if vb.mau_trinh_bay == "1.5" and vb.trich_yeu:
            trai.append(
                self._vua_cot("trich_yeu_cong_van", " ".join(chu_tron(self.dan.dong(d)) for d in vb.trich_yeu), self.rong_trai)
            )
        if vb.dia_danh or vb.ngay is not None:
            phai.append(self._vua_cot("dia_danh_ngay", dia_danh_ngay(vb.dia_danh, vb.ngay), self.rong_phai))
        if vb.trang_thai is TrangThai.DU_THAO and vb.kem_theo is None and vb.du_thao is not None:
            lan = f" LẦN {vb.du_thao.lan}" if vb.du_thao.lan is not None else ""
            trai.append(self.dan.doan("du_thao", "DỰ THẢO" + lan, giu=True))
        trai += [self.dan.doan("du_thao", dau, giu=True) for dau in vb.dau]
        return HangHaiCot(tuple(trai), tuple(phai)) if trai or phai else None

    def _ten_loai(self) -> Iterator[Khoi]:
        vb = self.vb
        vai = "ten_loai"
        dong_cuoi: list[str] = []
        if vb.ten_loai:
            yield self.dan.doan("ten_loai", vb.ten_loai, giu=True)
            dong_cuoi = [vb.ten_loai]
        cac = [("trich_yeu", d) for d in vb.trich_yeu if vb.mau_trinh_bay != "1.5"]
        for vai, d in [*cac, *(("dong_kem_theo", d) for d in vb.dong_kem_theo)]:
            khoi = self._ngat_deu_doan(vai, self.dan.dong(d))
            yield khoi
            dong_cuoi = chu_tron(khoi.chu).split("\n")
        if dong_cuoi and (vb.ten_loai or vb.dong_kem_theo):
            yield self._net("trich_yeu", vai, dong_cuoi, self.vung, "net_ke_trich_yeu")

    def _ngat_deu_doan(self, vai: str, mau: tuple[MauChu, ...]) -> KhoiDoan:
        """Đoạn giữa trang; dài hơn một dòng thì ngắt thành các dòng gần bằng nhau, không để một chữ trơ trọi."""
        if len(mau) == 1 and isinstance(mau[0], Manh):
            return self._vua_cot(vai, mau[0].chu, self.vung)
        return KhoiDoan(vai, mau, giu_voi_sau=True)

    def _mo_dau(self) -> Iterator[Khoi]:
        vb = self.vb
        for i, d in enumerate(vb.tham_quyen):
            vai = "tham_quyen" if i == 0 else "khoa_ky_hop"
            yield KhoiDoan(vai, self.dan.dong(d, in_hoa=True), giu_voi_sau=True)
        if vb.tham_quyen:
            yield KhoiTrong(_CACH_CAN_CU_MM, giu_voi_sau=True)
        for can_cu in vb.can_cu:
            yield KhoiDoan("can_cu", self.dan.dong(can_cu.noi_dung))
        if vb.menh_lenh:
            yield self.dan.doan("menh_lenh", vb.menh_lenh, giu=True)
