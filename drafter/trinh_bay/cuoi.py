"""Phần cuối văn bản: khối ký (ô 7) và nơi nhận (ô 9b), ngang hàng nhau trong bảng hai cột không viền."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.khoi import HangHaiCot, Khoi, KhoiCot, KhoiDoan, KhoiHaiCot, KhoiTrong, Manh
from drafter.metrics import ngat_dong
from drafter.model import KhoiKy, VanBan
from drafter.trinh_bay.chu import Dan, chu_tron
from drafter.trinh_bay.ngat import ngat_deu

_DONG_CUNG_TRANG = 30
_CACH_THAN_MM = 3.0


class Cuoi:
    """Dàn khối ký và nơi nhận."""

    __slots__ = ("dan", "vb")

    def __init__(self, dan: Dan, vb: VanBan) -> None:
        self.dan = dan
        self.vb = vb

    def khoi(self) -> Iterator[Khoi]:
        """Khối ký và nơi nhận; nơi nhận quá dài thì phần sau được sang trang, khối ký vẫn liền với đầu danh sách."""
        vb = self.vb
        if not vb.khoi_ky and not vb.noi_nhan:
            return
        vung = self.dan.che_do.trang.vung_chu_mm
        nua = vung / 2
        trai = self._noi_nhan()
        phai: list[KhoiCot] = []
        for ky in vb.khoi_ky:
            phai += self._ky(ky, nua)
        dau, sau = self._chia(trai, nua)
        yield KhoiTrong(_CACH_THAN_MM, giu_voi_sau=True)
        yield KhoiHaiCot("khoi_ky", nua, nua, (HangHaiCot(tuple(dau), tuple(phai)),))
        if sau:
            yield KhoiHaiCot("noi_nhan_tiep", nua, nua, tuple(HangHaiCot((d,), ()) for d in sau), giu_lien=False)

    def _chia(self, trai: list[KhoiCot], rong: float) -> tuple[list[KhoiCot], list[KhoiCot]]:
        vai = self.dan.che_do.vai["noi_nhan"]
        so_dong = 0
        for i, khoi in enumerate(trai):
            if isinstance(khoi, KhoiDoan):
                so_dong += len(ngat_dong(chu_tron(khoi.chu), rong, co_pt=vai.co.dung))
            if so_dong > _DONG_CUNG_TRANG:
                return trai[:i], trai[i:]
        return trai, []

    def _noi_nhan(self) -> list[KhoiCot]:
        if not self.vb.noi_nhan:
            return []
        ra: list[KhoiCot] = [self.dan.doan("noi_nhan_nhan", self.dan.che_do.giong["noi_nhan"])]
        ra += [KhoiDoan("noi_nhan", self.dan.dong(d)) for d in self.vb.noi_nhan]
        return ra

    def _ky(self, ky: KhoiKy, rong: float) -> list[KhoiCot]:
        ra: list[KhoiCot] = []
        for dong in ky.quyen_han:
            ra += [KhoiDoan("quyen_han", (Manh(d),), giu_voi_sau=True) for d in self._vua("quyen_han", dong, rong)]
        ra.append(KhoiTrong(self.dan.che_do.cho_ky_mm, giu_voi_sau=True))
        for dong in ky.chuc_vu_khac:
            ra += [KhoiDoan("chuc_vu_khac", (Manh(d),), giu_voi_sau=True) for d in self._vua("chuc_vu_khac", dong, rong)]
        ra.append(self.dan.doan("ho_ten", ky.ho_ten))
        return ra

    def _vua(self, vai: str, chu: str, rong: float) -> list[str]:
        v = self.dan.che_do.vai[vai]
        return ngat_deu(chu, rong, co_pt=v.co.dung, dam=v.dam, nghieng=v.nghieng, in_hoa=v.hoa)
