"""Sổ phép kiểm: mỗi phép một mã của đặc tả, nói rõ xem những gì, áp dụng cho loại nào, giữ những quy tắc nào."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.docx_doc import DoanDoc
from drafter.metrics import ngat_dong, rong_mm
from tests.the_thuc.giai_phau import CAC_LOAI, VanBanDoc, chu, run_chu


@dataclass(frozen=True, slots=True)
class QuyTac:
    """Một phép kiểm; ``chon`` là những thứ nó xem trong một văn bản, ``kiem`` kể chỗ sai của từng thứ."""

    ma: str
    giu: tuple[str, ...]
    loai: tuple[str, ...]
    chon: Callable[[VanBanDoc], Sequence[Any]]
    kiem: Callable[[VanBanDoc, Any], Iterator[str]]

    def sai(self, v: VanBanDoc) -> list[str]:
        """Mọi chỗ sai trong văn bản; rỗng khi đạt hoặc không áp dụng cho loại ấy."""
        if v.loai not in self.loai:
            return []
        return [f"{self.ma}, {v.loai}: {cau}" for vat in self.chon(v) for cau in self.kiem(v, vat)]


QUY_TAC: dict[str, QuyTac] = {}
Kiem = Callable[[VanBanDoc, Any], Iterator[str]]


def ca_van_ban(v: VanBanDoc) -> Sequence[Any]:
    """Xem cả văn bản: thành phần phải có mà vắng cũng là sai."""
    return (v,)


def quy_tac(
    ma: str, giu: str = "", *, chon: Callable[[VanBanDoc], Sequence[Any]] = ca_van_ban, loai: Sequence[str] = CAC_LOAI
) -> Callable[[Kiem], Kiem]:
    """Ghi một phép kiểm vào sổ; ``giu`` là các mã khác của đặc tả mà nó giữ."""

    def ghi(ham: Kiem) -> Kiem:
        assert ma not in QUY_TAC, ma
        QUY_TAC[ma] = QuyTac(ma, (ma, *giu.split()), tuple(loai), chon, ham)
        return ham

    return ghi


# --- đo và xem một đoạn ----------------------------------------------------------------------------------------------


def trich(d: DoanDoc) -> str:
    """Đầu chữ của đoạn, để chỉ chỗ."""
    loi = chu(d)
    return f"“{loi[:60]}{'…' if len(loi) > 60 else ''}”"


def kiem_doan(
    d: DoanDoc | None,
    ten: str,
    *,
    co: tuple[float, float],
    dam: bool = False,
    nghieng: bool = False,
    hoa: bool = False,
    canh: str | None = "giua",
    gian_don: bool = False,
) -> Iterator[str]:
    """Chỗ sai về cỡ, đậm, nghiêng, hoa, canh của một đoạn; vắng thì nói vắng."""
    if d is None:
        yield f"thiếu {ten}"
        return
    for r in run_chu(d):
        if not co[0] <= r.co_pt <= co[1]:
            yield f"{ten} cỡ {r.co_pt}, phải {co[0]}–{co[1]}: {trich(d)}"
        if r.dam is not dam:
            yield f"{ten} {'phải' if dam else 'không được'} đậm: {trich(d)}"
        if r.nghieng is not nghieng:
            yield f"{ten} {'phải' if nghieng else 'không được'} nghiêng: {trich(d)}"
        if r.an:
            yield f"{ten} có chữ ẩn: {trich(d)}"
    if hoa and not la_hoa(d):
        yield f"{ten} phải in hoa: {trich(d)}"
    if canh is not None and d.canh != canh:
        yield f"{ten} canh {d.canh}, phải {canh}: {trich(d)}"
    if canh == "giua" and (abs(d.lui_mm) > 0.05 or abs(d.trai_mm - d.phai_mm) > 0.1):
        yield f"{ten} canh giữa mà bị lùi lệch: {trich(d)}"
    if gian_don and (d.gian_dong.quy_tac, d.gian_dong.gia_tri) != ("boi", 1.0):
        yield f"{ten} phải giãn dòng đơn: {trich(d)}"


def la_hoa(d: DoanDoc) -> bool:
    """Chữ hiện ra là chữ hoa (gõ hoa hoặc thuộc tính in hoa)."""
    return all(r.hoa or r.chu == r.chu.upper() for r in d.chu)


def rong_chu(d: DoanDoc) -> float:
    """Bề rộng dòng chữ nếu không ngắt, mm."""
    return sum(rong_mm(r.chu.upper() if r.hoa else r.chu, co_pt=r.co_pt, dam=r.dam, nghieng=r.nghieng) for r in d.chu)


def cac_dong(d: DoanDoc, vung_mm: float) -> list[float]:
    """Bề rộng từng dòng khi đoạn được ngắt trong ``vung_mm``, mm."""
    r = d.chu[0]
    ca_doan = "".join(m.chu.upper() if m.hoa else m.chu for m in d.chu)
    rong = vung_mm - d.trai_mm - d.phai_mm
    return [
        rong_mm(dong, co_pt=r.co_pt, dam=r.dam, nghieng=r.nghieng)
        for doan in ca_doan.split("\n")
        for dong in ngat_dong(doan, rong, co_pt=r.co_pt, dam=r.dam, nghieng=r.nghieng)
    ]


def dai_net(net: DoanDoc, vung_mm: float) -> float:
    """Độ dài nét kẻ: phần vùng chữ không bị lùi, mm."""
    return vung_mm - net.trai_mm - net.phai_mm


def kiem_net(net: DoanDoc | None, ten: str, vung_mm: float) -> Iterator[str]:
    """Chỗ sai của một nét kẻ: phải có, liền, đen, cân giữa."""
    if net is None:
        yield f"thiếu nét kẻ dưới {ten}"
        return
    vien = net.vien_tren or net.vien_duoi
    assert vien is not None
    if vien.kieu != "single" or vien.day_pt <= 0:
        yield f"nét kẻ dưới {ten} không liền ({vien.kieu})"
    if vien.mau not in {"auto", "000000"}:
        yield f"nét kẻ dưới {ten} không đen ({vien.mau})"
    if abs(net.trai_mm - net.phai_mm) > 0.2 or abs(net.lui_mm) > 0.05:
        yield f"nét kẻ dưới {ten} không cân giữa ({net.trai_mm:.1f} và {net.phai_mm:.1f} mm)"
    if dai_net(net, vung_mm) <= 0:
        yield f"nét kẻ dưới {ten} không có độ dài"
