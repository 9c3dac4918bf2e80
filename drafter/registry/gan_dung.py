"""Gợi ý đơn vị gần với chữ gõ sai."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from drafter.registry.doc_don_vi import BanGhi, BangKy
from drafter.registry.don_vi import DonVi, Ky, ky_cua
from drafter.registry.ket_qua_don_vi import TOI_DA
from drafter.registry.khop_don_vi import duoi_tinh
from drafter.registry.so_don_vi import SoDonVi
from drafter.registry.tach_chu import CacTu, khoa_cum, tach_loai
from drafter.vn.khoa import khoa_tim, khoa_tim_nhieu

_NGUONG = 0.75
_NGUONG_TINH = 0.8
_XA_NHAT = 0.15


def _xep(khoa: str, cac: Iterable[BanGhi], nguong: float) -> list[tuple[float, BanGhi]]:
    from difflib import SequenceMatcher

    cac = list(cac)
    so_sanh = SequenceMatcher(autojunk=False)
    so_sanh.set_seq2(khoa)
    ket = []
    for ten, b in zip(khoa_tim_nhieu([b.ten for b in cac]), cac, strict=True):
        so_sanh.set_seq1(ten)
        if so_sanh.real_quick_ratio() >= nguong and so_sanh.quick_ratio() >= nguong and (diem := so_sanh.ratio()) >= nguong:
            ket.append((diem, b))
    return sorted(ket, key=lambda x: (-x[0], x[1].ma))


def _tinh(so: SoDonVi, bang: BangKy, tu: CacTu, ngay: date) -> tuple[str, CacTu] | None:
    """(mã tỉnh trong ``bang``, phần trước): tỉnh đúng tên; tỉnh cũ đổi sang tỉnh nay; rồi mới tới tỉnh gõ sai."""
    thay = duoi_tinh(bang, tu, ngay)
    if thay is not None:
        return thay[0].ma, thay[1]
    if bang.ky is Ky.HAI_CAP:
        cu = duoi_tinh(so.ba_cap, tu, ngay)
        nay = so.hau_than(so.ba_cap.don_vi(cu[0], ngay), ngay) if cu else ()
        if cu is not None and nay:
            return nay[0].don_vi.ma, cu[1]
    cuoi = tuple(t for t in tu if t.doan == tu[-1].doan)
    if len(cuoi) == len(tu):
        return None
    gan = [x for _, ten in tach_loai(cuoi) for x in _xep(khoa_cum(ten), bang.cua_cap("tinh"), _NGUONG_TINH)]
    return (max(gan, key=lambda x: x[0])[1].ma, tu[: -len(cuoi)]) if gan else None


def goi_y(so: SoDonVi, tu: CacTu, ngay: date, cap: str | None) -> tuple[DonVi, ...]:
    """Các đơn vị vào ``ngay`` có tên gần với phần đầu của chữ đã gõ, gần nhất trước, không quá tám."""
    bang = so.bang(ky_cua(ngay))
    tinh = _tinh(so, bang, tu, ngay)
    ma_tinh, con_lai = tinh if tinh else ("", tu)
    dau = tuple(t for t in con_lai if t.doan == con_lai[0].doan)
    xet = [b for b in bang.theo_ma.values() if (not ma_tinh or b.ma_tinh == ma_tinh) and (cap is None or b.cap == cap)]
    if not ma_tinh and len(dau) < len(tu):
        xet = [b for b in xet if b.cap != "tinh"]
    cac_diem: dict[str, float] = {}
    for loai, ten in tach_loai(dau):
        khoa = khoa_cum(ten)
        for diem, b in _xep(khoa, xet, _NGUONG):
            # Cùng loại và cùng chữ đầu thì gần hơn: người gõ hiếm khi sai hai chỗ ấy.
            thuong = 0.05 * (bool(loai) and loai in (b.loai, b.loai_sau)) + 0.02 * (khoa_tim(b.ten)[:1] == khoa[:1])
            cac_diem[b.ma] = max(cac_diem.get(b.ma, 0.0), diem + thuong)
    nguong = max(cac_diem.values(), default=0.0) - _XA_NHAT
    thu_tu = sorted((ma for ma, d in cac_diem.items() if d >= nguong), key=lambda ma: (-cac_diem[ma], ma))[:TOI_DA]
    return tuple(bang.don_vi(bang.theo_ma[ma], ngay) for ma in thu_tu)
