"""Trạng thái của văn bản và điều mỗi trạng thái đòi hỏi."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.findings import Finding, canh_bao, loi
from drafter.model import Nguon, TrangThai

_TEN = {
    TrangThai.DU_THAO: "dự thảo",
    TrangThai.THONG_QUA: "đã thông qua",
    TrangThai.DA_KY: "đã ký, chưa cấp số",
    TrangThai.BAN_HANH: "đã ban hành",
}


def kiem_trang_thai(trang_thai: TrangThai, loai: str, vb: Mapping[str, object], nguon_ghi: Nguon | None) -> list[Finding]:
    """Điều thiếu hoặc thừa so với trạng thái: dự thảo không mang số, ban hành phải có số, ngày, người ký.

    ``nguon_ghi`` là chỗ phiếu ghi trạng thái, để chỉ cho người điền khi một trường bị thiếu hẳn.
    """
    ra: list[Finding] = []
    so = str(vb.get("so") or "")
    nguon = getattr(vb.get("so"), "nguon", None)
    ngay = getattr(vb.get("ngay"), "day_du", None)
    ky = vb.get("nguoi_ky")
    ho_ten = str(getattr(ky, "ho_ten", "") or "")
    if trang_thai is TrangThai.DU_THAO:
        if so:
            ra.append(_so_du_thao(so, nguon))
        if vb.get("ngay_thong_qua"):
            ra.append(
                canh_bao(
                    "trang_thai.du_thao_thong_qua",
                    "Phiếu ghi dự thảo nhưng lại có ngày thông qua.",
                    duong_dan="van_ban.ngay_thong_qua",
                    cach_sua="Nếu đã thông qua, ghi trang_thai: thong_qua.",
                    nguon=getattr(vb["ngay_thong_qua"], "nguon", None),
                )
            )
    if trang_thai is not TrangThai.DU_THAO and loai == "nghi_quyet" and not getattr(vb.get("ngay_thong_qua"), "day_du", None):
        ra.append(_thieu("ngay_thong_qua", "ngày thông qua", trang_thai, nguon_ghi))
    thong_qua = getattr(vb.get("ngay_thong_qua"), "day_du", None)
    if thong_qua is not None and ngay is not None and ngay < thong_qua:
        ra.append(
            canh_bao(
                "trang_thai.ngay_truoc_thong_qua",
                "Ngày ban hành đứng trước ngày thông qua.",
                duong_dan="van_ban.ngay",
                cach_sua="Xem lại van_ban.ngay và van_ban.ngay_thong_qua.",
                nguon=getattr(vb["ngay"], "nguon", None),
            )
        )
    if trang_thai in (TrangThai.DA_KY, TrangThai.BAN_HANH) and not ho_ten:
        ra.append(_thieu("nguoi_ky.ho_ten", "họ tên người ký", trang_thai, nguon_ghi))
    if trang_thai is TrangThai.BAN_HANH:
        if not so:
            ra.append(_thieu("so", "số", trang_thai, nguon_ghi))
        if ngay is None:
            ra.append(_thieu("ngay", "ngày, tháng, năm ban hành đủ", trang_thai, nguon_ghi))
    return ra


def _so_du_thao(so: str, nguon: object) -> Finding:
    return loi(
        "trang_thai.du_thao_co_so",
        f"Dự thảo không được mang số “{so}”.",
        duong_dan="van_ban.so",
        cach_sua="Xóa số, hoặc ghi trang_thai: ban_hanh nếu văn bản đã ban hành.",
        dieu_khoan="Điều 15 Nghị định 30/2020/NĐ-CP",
        nguon=nguon if isinstance(nguon, Nguon) else None,
    )


def _thieu(truong: str, ten: str, trang_thai: TrangThai, nguon_ghi: Nguon | None) -> Finding:
    return loi(
        f"trang_thai.thieu_{truong.split('.')[0]}",
        f"Văn bản {_TEN[trang_thai]} phải có {ten}.",
        duong_dan=f"van_ban.{truong}",
        cach_sua=f"Điền van_ban.{truong}, hoặc ghi trang_thai: du_thao.",
        nguon=nguon_ghi,
    )
