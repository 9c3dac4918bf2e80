"""Khối trình bày thành cây JSON cho ``van_ban.typ``: chỉ đổi đơn vị, đổi tên và đặt các đoạn đệm đúng chỗ DOCX đặt.

Độ dài tính bằng pt sau khi làm tròn về twip như tệp Word, để hai tệp bắt đầu từ cùng những con số.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from drafter.errors import DrafterError
from drafter.khoi import (
    ChuThichKhoi,
    GoiSo,
    Khoi,
    KhoiBang,
    KhoiCot,
    KhoiDoan,
    KhoiHaiCot,
    KhoiNet,
    KhoiPhan,
    Manh,
    MauChu,
    OKhoi,
)
from drafter.metrics import MM_MOI_PT, rong_mm
from drafter.regime import CheDo, Vai
from drafter.render.pdf.luoi import xep_cot
from drafter.render.pdf.manh import tach

Cay = dict[str, Any]

# Trong bảng có viền: lề trái, phải của ô 1,9 mm; lề trên, dưới 0,5 mm (108 và 28 twip).
LE_O_PT = 5.4
LE_O_DOC_PT = 1.4
VIEN_PT = 0.5
VAI_DEM = "dem"
_CAO_DONG = 1.149


def pt(mm: float) -> float:
    """Số pt của ``mm`` sau khi làm tròn về twip."""
    return round(mm * 1440 / 25.4) / 20


def che_do_json(che_do: CheDo, phong: tuple[str, ...]) -> str:
    """Phần không đổi của một chế độ: khổ giấy, các vai, phông."""
    trang = che_do.trang
    cay: Cay = {
        "phong": phong,
        "net_day": max(2, round(che_do.net_day_pt * 8)) / 8,
        "vien": VIEN_PT,
        "le_o": LE_O_PT,
        "le_o_doc": LE_O_DOC_PT,
        "trang": {
            "rong": pt(trang.rong),
            "cao": pt(trang.cao),
            "tren": pt(trang.le_tren.dung),
            "duoi": pt(trang.le_duoi.dung),
            "trai": pt(trang.le_trai.dung),
            "phai": pt(trang.le_phai.dung),
            "so_cach": pt(trang.so_trang_cach_mep),
        },
        "vai": {
            v.ma: {
                "co": v.co.dung,
                "cao": round(_CAO_DONG * v.co.dung * 20) / 20,
                "dam": v.dam,
                "nghieng": v.nghieng,
                "canh": v.canh,
                "lui": pt(v.lui_mm),
                "truoc": v.truoc_pt,
                "sau": v.sau_pt,
            }
            for v in che_do.vai.values()
        },
    }
    return json.dumps(cay, ensure_ascii=False)


class Phang:
    """Dịch một bản trình bày; giữ sổ dấu gọi chú thích và bậc đề mục của một tệp."""

    def __init__(self, che_do: CheDo, co_noi_dung: frozenset[int]) -> None:
        self._che_do = che_do
        self._co_noi_dung = co_noi_dung
        self._da_goi = 0
        self._bac: list[int] = []

    def vai(self, ma: str) -> Vai:
        """Vai ``ma``.

        Raises DrafterError khi chế độ không có vai ấy.
        """
        try:
            return self._che_do.vai[ma]
        except KeyError:
            raise DrafterError(f"Chế độ thể thức “{self._che_do.ma}” không có vai “{ma}”.") from None

    def phan(self, cac_khoi: tuple[Khoi, ...]) -> list[Cay]:
        """Các phần trang. ``goc`` là phần mà số trang được đếm từ đó, ``tu`` là số của trang đầu phần ấy."""
        if not cac_khoi or not isinstance(cac_khoi[0], KhoiPhan):
            raise DrafterError("Danh sách khối phải mở đầu bằng một phần trang.")
        ra: list[Cay] = []
        trong_phan: list[Cay] = []
        vung = 0.0
        for khoi in cac_khoi:
            if isinstance(khoi, KhoiPhan):
                if khoi.huong not in ("doc", "ngang"):
                    raise DrafterError(f"Hướng trang “{khoi.huong}” không có; chỉ có doc và ngang.")
                dat_lai = khoi.so_trang_tu is not None or not ra
                trong_phan = []
                ra.append(
                    {
                        "ngang": khoi.huong == "ngang",
                        "an": khoi.an_trang_dau,
                        "goc": len(ra) if dat_lai else ra[-1]["goc"],
                        "tu": (1 if khoi.so_trang_tu is None else khoi.so_trang_tu) if dat_lai else ra[-1]["tu"],
                        "khoi": trong_phan,
                    }
                )
                vung = self._vung(ngang=khoi.huong == "ngang")
                can_dem = True
            elif isinstance(khoi, KhoiHaiCot | KhoiBang):
                # Cùng những đoạn đệm 1 pt mà tệp Word cần trước một bảng đứng đầu phần hay đứng sau một bảng.
                if can_dem:
                    trong_phan.append(self._trong(self.vai(VAI_DEM).co.dung, giu=True))
                trong_phan.append(self._hai_cot(khoi) if isinstance(khoi, KhoiHaiCot) else self._bang(khoi))
                can_dem = True
            else:
                trong_phan.append(self.khoi(khoi, vung))
                can_dem = False
        return ra

    def _vung(self, *, ngang: bool) -> float:
        """Bề rộng vùng chữ, pt."""
        trang = self._che_do.trang
        return pt(trang.cao if ngang else trang.rong) - pt(trang.le_trai.dung) - pt(trang.le_phai.dung)

    @staticmethod
    def _trong(cao_pt: float, *, giu: bool) -> Cay:
        return {"k": "trong", "cao": cao_pt, "g": giu}

    def khoi(self, khoi: KhoiCot, vung: float) -> Cay:
        """Một đoạn, nét kẻ hay khoảng trống trong vùng rộng ``vung`` pt."""
        if isinstance(khoi, KhoiDoan):
            return self._doan(khoi, vung)
        if isinstance(khoi, KhoiNet):
            self.vai(khoi.vai)
            ca_vung, dai = pt(khoi.vung_mm), pt(khoi.dai_mm)
            return {"k": "net", "v": khoi.vai, "dai": dai, "trai": (ca_vung - dai) / 2, "g": khoi.giu_voi_sau}
        return self._trong(max(0.05, pt(khoi.cao_mm)), giu=khoi.giu_voi_sau)

    def _doan(self, khoi: KhoiDoan, vung: float) -> Cay:
        vai = self.vai(khoi.vai)
        rong = vung - pt(khoi.trai_mm)
        cay: Cay = {"k": "doan", "v": khoi.vai, "c": self.mau(khoi.chu, vai, rong), "g": khoi.giu_voi_sau}
        if khoi.giu_dong:
            cay["l"] = True
        if khoi.canh is not None and khoi.canh != vai.canh:
            cay["a"] = khoi.canh
        if khoi.trai_mm:
            cay["t"] = pt(khoi.trai_mm)
        if khoi.treo_mm:
            cay["h"] = pt(khoi.treo_mm)
        if khoi.bac and cay["c"]:
            cay["b"] = self._bac_lien(khoi.bac)
        return cay

    def _bac_lien(self, bac: int) -> int:
        """Bậc mục lục không nhảy cóc: bậc trong PDF là số đề mục đang bao quanh, kể cả chính nó."""
        while self._bac and self._bac[-1] >= bac:
            self._bac.pop()
        self._bac.append(bac)
        return len(self._bac)

    def mau(self, cac_mau: Iterable[MauChu], vai: Vai, rong: float) -> list[Cay]:
        """Các mẩu chữ của một đoạn trong vùng rộng ``rong`` pt."""
        ra: list[Cay] = []
        for mau in cac_mau:
            if isinstance(mau, Manh):
                dam = vai.dam if mau.dam is None else mau.dam
                nghieng = vai.nghieng if mau.nghieng is None else mau.nghieng
                for kieu, chu in tach(mau.chu):
                    # Hộp rộng hơn cả dòng sẽ tràn lề; chữ ấy để Typst cắt.
                    if kieu == "h" and rong_mm(chu, co_pt=vai.co.dung, dam=dam, nghieng=nghieng) / MM_MOI_PT > rong:
                        kieu = "s"
                    ra.append({"k": kieu} if kieu == "x" else {"k": kieu, "s": chu, "b": dam, "i": nghieng})
            elif isinstance(mau, GoiSo):
                ra.append({"k": "g", "so": mau.so, "moi": self._goi(mau.so)})
            else:
                ra.append({"k": "x"})
        return _bo_cach_cuoi_dong(ra)

    def _goi(self, so: int) -> bool:
        """Ghi một dấu gọi; đúng khi là lần gọi đầu.

        Raises DrafterError khi số không có nội dung hoặc không theo thứ tự.
        """
        if so not in self._co_noi_dung:
            raise DrafterError(f"Dấu gọi chú thích {so} không có nội dung chú thích.")
        if so <= self._da_goi:
            return False
        if so != self._da_goi + 1:
            raise DrafterError(f"Dấu gọi chú thích {so} đứng trước dấu gọi {self._da_goi + 1}.")
        self._da_goi = so
        return True

    def kiem_du(self) -> None:
        """Raises DrafterError khi có chú thích không được gọi ở đâu."""
        thieu = sorted(so for so in self._co_noi_dung if so > self._da_goi)
        if thieu:
            raise DrafterError(f"Chú thích {thieu[0]} không được gọi ở đâu trong văn bản.")

    def chu_thich(self, chu_thich: ChuThichKhoi) -> list[Cay]:
        """Các đoạn của một chú thích.

        Raises DrafterError khi chú thích trống hoặc gọi chú thích khác.
        """
        if not chu_thich.doan:
            raise DrafterError(f"Chú thích {chu_thich.so} không có nội dung.")
        if any(isinstance(m, GoiSo) for d in chu_thich.doan for m in d.chu):
            raise DrafterError(f"Chú thích {chu_thich.so} gọi một chú thích khác; Word không cho chú thích trong chú thích.")
        vung = self._vung(ngang=False)
        return [self._doan(d, vung) for d in chu_thich.doan]

    def _hai_cot(self, khoi: KhoiHaiCot) -> Cay:
        rong = [pt(khoi.rong_trai_mm), pt(khoi.rong_phai_mm)]
        hang = [[[self.khoi(k, r) for k in cot] for cot, r in zip((h.trai, h.phai), rong, strict=True)] for h in khoi.hang]
        return {"k": "hai_cot", "rong": rong, "lien": khoi.giu_lien, "hang": hang}

    def _bang(self, khoi: KhoiBang) -> Cay:
        rong = [pt(r) for r in khoi.rong_mm]
        tieu_de = next((i for i, h in enumerate(khoi.hang) if not h.tieu_de), len(khoi.hang))
        hang: list[list[Cay]] = []
        for h, cot in zip(khoi.hang, xep_cot(khoi), strict=True):
            vung = [sum(rong[c : c + o.gop_ngang]) - 2 * LE_O_PT for o, c in zip(h.o, cot, strict=True)]
            # Một ô giữ liền là cả hàng giữ liền, nên cho tách thì cho tách cả hàng.
            roi = any(self._qua_mot_trang(o, v) for o, v in zip(h.o, vung, strict=True))
            hang.append([self._o(o, v, roi=roi) for o, v in zip(h.o, vung, strict=True)])
        return {"k": "bang", "rong": rong, "tieu_de": tieu_de, "hang": hang}

    def _o(self, o: OKhoi, vung: float, *, roi: bool) -> Cay:
        cay: Cay = {"d": [self.khoi(d, vung) for d in o.doan] or [self._trong(self.vai(VAI_DEM).co.dung, giu=False)]}
        if o.gop_ngang > 1:
            cay["ngang"] = o.gop_ngang
        if o.gop_doc > 1:
            cay["doc"] = o.gop_doc
        if roi:
            cay["roi"] = True
        return cay

    def _qua_mot_trang(self, o: OKhoi, vung: float) -> bool:
        """Ô có thể cao hơn một trang, ước lượng dư; khi ấy hàng được tách, vì giữ liền thì chữ tràn khỏi giấy và mất."""
        trang = self._che_do.trang
        cao_trang = pt(min(trang.rong, trang.cao)) - pt(trang.le_tren.dung) - pt(trang.le_duoi.dung)
        dong = 0.0
        for d in o.doan:
            co = self.vai(d.vai).co.dung
            so_chu = sum(len(m.chu) if isinstance(m, Manh) else 1 for m in d.chu)
            dong += (so_chu * 0.6 * co / max(vung, co) + 2) * _CAO_DONG * co
        return dong > cao_trang


def _bo_cach_cuoi_dong(cac_mau: list[Cay]) -> list[Cay]:
    """Bỏ khoảng trắng cuối dòng: Word không tính chúng khi canh giữa, canh phải, còn Typst thì có."""
    ra: list[Cay] = []
    cuoi = True
    for mau in reversed(cac_mau):
        if cuoi and mau["k"] == "s":
            mau["s"] = mau["s"].rstrip(" ")
            if not mau["s"]:
                continue
        cuoi = mau["k"] == "x"
        ra.append(mau)
    return ra[::-1]
