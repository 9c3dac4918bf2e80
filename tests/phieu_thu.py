"""Phiếu thử đủ và đúng, để từng phép thử làm sai một chỗ; thế giới thử có ngày hôm nay đứng yên."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from drafter.app import Draft, soan
from drafter.findings import MucDo
from drafter.resources import thu_muc_mau
from drafter.world import World

HOM_NAY = date(2026, 11, 22)
THE_GIOI = World(HOM_NAY, (thu_muc_mau(),))
XA = "xã Long Hồ, tỉnh Vĩnh Long"

MAU_YAML = """\
ma: ke_hoach/thu
ten: Mẫu thử
bo:
  - {id: vb, loai: ke_hoach, tep: loi_van.txt}
truong:
  co_quan: {kieu: don_vi, nhan: Cơ quan ban hành, bat_buoc: true}
  viec: {kieu: chu, nhan: Việc}
  cac_viec: {kieu: danh_sach, nhan: Các việc}
"""


def _gop(goc: dict[str, Any], doi: Mapping[str, Any]) -> dict[str, Any]:
    for k, v in doi.items():
        goc[k] = goc[k] | v if isinstance(v, Mapping) and isinstance(goc.get(k), Mapping) else v
    return goc


def nghi_quyet(**doi: Any) -> dict[str, Any]:
    """Nghị quyết đã ban hành, không có điều gì phải nói ngoài ghi chú về luật được sửa."""
    return _gop(
        {
            "mau": "nghi_quyet/dan_chu_co_so",
            "trang_thai": "ban_hanh",
            "van_ban": {
                "so": "18",
                "ngay": "24/7/2026",
                "ngay_thong_qua": "23/7/2026",
                "nguoi_ky": {"ho_ten": "Lê Minh Đức", "chuc_vu": "Chủ tịch"},
            },
            "truong": {
                "co_quan": f"HĐND {XA}",
                "khoa": "II",
                "ky_hop": "3",
                "ban_thanh_tra_nhan_dan": "không",
                "cong_doan": "không",
            },
        },
        doi,
    )


def ke_hoach(**doi: Any) -> dict[str, Any]:
    """Kế hoạch dự thảo theo khung trống, lời văn do người soạn mang tới."""
    return _gop(
        {
            "mau": "ke_hoach/khung",
            "xet_theo": "2026-07-01",
            "van_ban": {"trich_yeu": "Tiếp công dân", "noi_nhan": ["Ủy ban nhân dân tỉnh"]},
            "truong": {"co_quan": f"UBND {XA}", "noi_dung": "I. MỤC ĐÍCH\n1. Một việc."},
        },
        doi,
    )


def soan_thu(phieu: Any, *, nhap: bool = False, the_gioi: World = THE_GIOI) -> Draft:
    """Bản soạn trong thế giới thử."""
    return soan(phieu, the_gioi=the_gioi, nhap=nhap)


def cac_loi(ban: Draft) -> set[tuple[str, str]]:
    """(mã, đường dẫn) của mọi điều mức lỗi."""
    return {(f.ma, f.duong_dan) for f in ban.findings if f.muc is MucDo.LOI}


def mot(ban: Draft, ma: str) -> Any:
    """Điều tìm thấy duy nhất mang mã ``ma``."""
    (f,) = [f for f in ban.findings if f.ma == ma]
    return f


def mau_tam(goc: Path, loi_van: str, *, mau_yaml: str = MAU_YAML) -> World:
    """Thế giới thử có thêm mẫu ``ke_hoach/thu`` với lời văn ấy."""
    thu_muc = goc / "ke_hoach" / "thu"
    thu_muc.mkdir(parents=True)
    (thu_muc / "mau.yaml").write_text(mau_yaml, encoding="utf-8")
    (thu_muc / "loi_van.txt").write_text(loi_van, encoding="utf-8")
    return World(HOM_NAY, (goc, thu_muc_mau()))


def phieu_mau_tam(**truong: Any) -> dict[str, Any]:
    """Phiếu cho mẫu ``ke_hoach/thu``."""
    return {
        "mau": "ke_hoach/thu",
        "xet_theo": "2026-07-01",
        "van_ban": {"noi_nhan": ["Ủy ban nhân dân tỉnh"]},
        "truong": {"co_quan": f"UBND {XA}", "viec": "Sở A & Sở B", "cac_viec": ["một", "hai"]} | truong,
    }
