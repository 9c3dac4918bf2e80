"""Lời viện dẫn văn bản pháp luật trong văn bản hành chính (điểm a, b khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from datetime import date

from drafter.errors import DrafterError
from drafter.registry.so_can_cu import SoCanCu, VanBanPhapLuat, so_can_cu
from drafter.vn.ngay import ngay_day_du

DANG = ("day_du", "loi_van", "ngan")
KIEU_SUA_DOI = ("ten_ngay", "so_va_ngay", "khong")


def vien_dan(
    vb: VanBanPhapLuat,
    *,
    dang: str = "day_du",
    ngay: date,
    che_do: str = "nd30_2020",
    kieu_sua_doi: str = "ten_ngay",
    so: SoCanCu | None = None,
) -> str:
    """Lời viện dẫn ``vb`` vào ``ngay``, không có chữ "Căn cứ" và dấu cuối.

    ``dang``: ``day_du`` cho căn cứ, kèm văn bản sửa đổi đã có hiệu lực; ``loi_van`` cho lần đầu trong lời văn; ``ngan`` cho
    lần sau. ``kieu_sua_doi``: ``ten_ngay`` (luật sửa đổi ghi tên và ngày), ``so_va_ngay`` ("Luật số 97/2025/QH15 ngày … sửa
    đổi, bổ sung …"), ``khong`` (không kèm). Raises DrafterError khi chế độ, dạng hoặc kiểu chưa có.
    """
    if che_do != "nd30_2020":
        raise DrafterError(f"Chưa có lối viện dẫn của chế độ thể thức “{che_do}”.", cach_sua="Hiện dùng được: nd30_2020.")
    if dang not in DANG:
        raise DrafterError(f"Không có dạng viện dẫn “{dang}”.", cach_sua=f"Dùng một trong: {', '.join(DANG)}.")
    if kieu_sua_doi not in KIEU_SUA_DOI:
        raise DrafterError(f"Không có kiểu ghi văn bản sửa đổi “{kieu_sua_doi}”.", cach_sua=f"Dùng: {', '.join(KIEU_SUA_DOI)}.")
    if dang == "ngan" or (dang == "loi_van" and vb.la_luat):
        return vb.ten_ngan
    if dang == "loi_van":
        return _day_du(vb)
    sua = () if kieu_sua_doi == "khong" else sua_doi_ghi_kem(vb, ngay=ngay, so=so)
    if vb.loai == "Hiến pháp":
        duoi = " và ".join(s.ten_ngan for s in sua)
        return vb.ten + (f" đã được sửa đổi, bổ sung một số điều theo {duoi}" if duoi else "")
    return "; ".join(
        [_day_du(vb), *(_luat_so_va_ngay(s) if s.la_luat and kieu_sua_doi == "so_va_ngay" else _day_du(s) for s in sua)]
    )


def sua_doi_ghi_kem(vb: VanBanPhapLuat, *, ngay: date, so: SoCanCu | None = None) -> tuple[VanBanPhapLuat, ...]:
    """Những văn bản sửa đổi ghi kèm ``vb`` ở căn cứ: còn hiệu lực vào ``ngay``, tên đầy đủ và chính tên ấy nêu ``vb``.

    Luật về việc khác mà chỉ có một điều sửa ``vb`` thì không ghi kèm.
    """
    so = so or so_can_cu()
    nhac = (vb.ten if vb.la_luat else vb.so_ky_hieu).lower()
    return tuple(
        s
        for s in so.sua_doi(vb, ngay)
        if nhac in s.ten.lower() and "sửa đổi, bổ sung" in s.ten.lower() and not s.ten_rut_gon
        if so.tinh_trang(s, ngay).ma == "hieu_luc"
    )


def _day_du(vb: VanBanPhapLuat) -> str:
    if vb.la_luat:
        return f"{vb.ten} {_ngay_ban_hanh(vb)}"
    return f"{vb.ten_ngan} {_ngay_ban_hanh(vb)} của {vb.co_quan} {vb.trich_yeu_noi}"


def _luat_so_va_ngay(vb: VanBanPhapLuat) -> str:
    return f"{vb.loai} số {vb.so_ky_hieu} {_ngay_ban_hanh(vb)} {vb.ten.removeprefix(vb.loai).strip()}"


def _ngay_ban_hanh(vb: VanBanPhapLuat) -> str:
    """Ngày còn nghi vấn (mức D) chỉ ghi năm, phần kia chừa trống để đối chiếu rồi điền."""
    n = vb.ngay_ban_hanh
    nam = n.nam
    if nam is None and (thay := re.search(r"/(\d{4})/", vb.so_ky_hieu)):
        nam = int(thay[1])
    return ngay_day_du(None, None, nam) if vb.muc.ngay_ban_hanh == "D" else ngay_day_du(n.ngay, n.thang, nam)
