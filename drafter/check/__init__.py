"""Kiểm nội dung của bộ văn bản: chữ, sự nhất quán, điều còn thiếu; không sửa gì, chỉ nói."""

from __future__ import annotations

from drafter.check.chu import kiem_chu_van_ban
from drafter.check.nhat_quan import kiem_nhat_quan
from drafter.check.thanh_phan import kiem_thanh_phan
from drafter.findings import Finding
from drafter.model import BoVanBan

__all__ = ["kiem_noi_dung"]


def kiem_noi_dung(bo: BoVanBan) -> list[Finding]:
    """Mọi điều tìm thấy trong nội dung của bộ."""
    ra: list[Finding] = []
    for vb in bo.van_ban:
        ra += kiem_thanh_phan(vb)
        ra += kiem_chu_van_ban(vb)
        ra += kiem_nhat_quan(vb)
    return ra
