"""Hiểu tên cơ quan người ta gõ."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.findings import MucDo
from drafter.registry.co_quan import CoQuan, phan_tich_co_quan
from drafter.registry.so_don_vi import nap

CU = date(2025, 3, 1)
NAY = date(2026, 1, 1)
SO = nap()


@pytest.mark.parametrize(
    ("go", "ngay", "loai", "ten", "viet_tat", "ma"),
    [
        ("UBND xã Long Hồ, tỉnh Vĩnh Long", NAY, "ubnd", "Ủy ban nhân dân xã Long Hồ", "UBND", "29602"),
        ("Uỷ ban nhân dân xã Long Hồ, tỉnh Vĩnh Long", NAY, "ubnd", "Ủy ban nhân dân xã Long Hồ", "UBND", "29602"),
        ("ỦY BAN NHÂN DÂN XÃ LONG HỒ", NAY, "ubnd", "Ủy ban nhân dân xã Long Hồ", "UBND", "29602"),
        ("U.B.N.D xã Long Hồ", NAY, "ubnd", "Ủy ban nhân dân xã Long Hồ", "UBND", "29602"),
        ("uy ban nhan dan xa long ho vinh long", NAY, "ubnd", "Ủy ban nhân dân xã Long Hồ", "UBND", "29602"),
        ("Ủy ban nhân dân quận Liên Chiểu, Đà Nẵng", CU, "ubnd", "Ủy ban nhân dân quận Liên Chiểu", "UBND", "490"),
        ("Hội đồng nhân dân huyện Vĩnh Linh, Quảng Trị", CU, "hdnd", "Hội đồng nhân dân huyện Vĩnh Linh", "HĐND", "464"),
        ("HĐND tỉnh Vĩnh Long", NAY, "hdnd", "Hội đồng nhân dân tỉnh Vĩnh Long", "HĐND", "86"),
        ("UBND TP.HCM", NAY, "ubnd", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND", "79"),
        ("UBND TP Đà Nẵng", NAY, "ubnd", "Ủy ban nhân dân thành phố Đà Nẵng", "UBND", "48"),
    ],
)
def test_ubnd_hdnd(go: str, ngay: date, loai: str, ten: str, viet_tat: str, ma: str) -> None:
    kq = phan_tich_co_quan(SO, go, ngay)
    assert kq.ket_qua is not None
    assert kq.co_quan == CoQuan(loai, ten, viet_tat, kq.ket_qua.don_vi)
    assert kq.co_quan.don_vi is not None
    assert kq.co_quan.don_vi.ma == ma


def test_ten_cap_tinh_theo_ngay() -> None:
    ten = [phan_tich_co_quan(SO, "UBND Bắc Ninh", date(2026, 9, ngay)).co_quan.ten for ngay in (19, 21)]
    assert ten == ["Ủy ban nhân dân tỉnh Bắc Ninh", "Ủy ban nhân dân thành phố Bắc Ninh"]


@pytest.mark.parametrize(
    "go", ["Hội đồng nhân dân huyện Vĩnh Linh, Quảng Trị", "UBND quận Liên Chiểu, Đà Nẵng", "UBND TX Tịnh Biên, An Giang"]
)
def test_cap_huyen_khong_con_tu_01_7_2025(go: str) -> None:
    kq = phan_tich_co_quan(SO, go, NAY)
    assert kq.co_quan.don_vi is None
    (f,) = kq.findings(duong_dan="truong.co_quan")
    assert (f.ma, f.muc, f.duong_dan) == ("don_vi.khac_ky", MucDo.LOI, "truong.co_quan")
    assert "không còn đơn vị hành chính cấp huyện" in f.thong_bao
    assert "72/2025/QH15" in f.dieu_khoan
    assert f.cach_sua


@pytest.mark.parametrize(
    ("go", "ngay", "don_vi"),
    [
        ("Phòng Nội vụ quận Liên Chiểu, Đà Nẵng", CU, "quận Liên Chiểu, thành phố Đà Nẵng"),
        ("P. Nội vụ quận Liên Chiểu, Đà Nẵng", CU, "quận Liên Chiểu, thành phố Đà Nẵng"),
        ("Sở Nội vụ tỉnh Vĩnh Long", NAY, "tỉnh Vĩnh Long"),
        ("Sở Nội vụ Đà Nẵng", NAY, "thành phố Đà Nẵng"),
        ("Văn phòng HĐND và UBND xã Long Hồ", NAY, "xã Long Hồ, tỉnh Vĩnh Long"),
        ("HĐND và UBND xã Long Hồ, Vĩnh Long", NAY, "xã Long Hồ, tỉnh Vĩnh Long"),
        ("Trung tâm Phục vụ hành chính công, Long Hồ, Vĩnh Long", NAY, "xã Long Hồ, tỉnh Vĩnh Long"),
        ("Cục Thống kê", NAY, None),
        ("Công ty Hòa Bình", NAY, None),
        ("", NAY, None),
    ],
)
def test_co_quan_khac_giu_chu_da_go(go: str, ngay: date, don_vi: str | None) -> None:
    kq = phan_tich_co_quan(SO, go, ngay)
    assert (kq.co_quan.loai, kq.co_quan.ten, kq.co_quan.viet_tat) == ("khac", go, "")
    assert (kq.co_quan.don_vi.ten_kem_cap_tren if kq.co_quan.don_vi else None) == don_vi
    assert kq.findings() == ()


def test_co_quan_khac_o_cap_huyen_cu_thi_canh_bao_khong_doan_len_tinh() -> None:
    kq = phan_tich_co_quan(SO, "Phòng Nội vụ quận Liên Chiểu, Đà Nẵng", NAY)
    assert kq.co_quan.don_vi is None
    assert [(f.ma, f.muc) for f in kq.findings()] == [("don_vi.khac_ky", MucDo.CANH_BAO)]


def test_ubnd_khong_ghi_don_vi() -> None:
    kq = phan_tich_co_quan(SO, "UBND", NAY)
    assert kq.co_quan == CoQuan("ubnd", "Ủy ban nhân dân", "UBND", None)
    assert [(f.ma, f.muc) for f in kq.findings()] == [("don_vi.thieu", MucDo.LOI)]


def test_ubnd_mo_ho_giu_chu_da_go_va_goi_y() -> None:
    kq = phan_tich_co_quan(SO, "UBND xã Tân Hòa", NAY)
    assert kq.co_quan == CoQuan("ubnd", "Ủy ban nhân dân xã Tân Hòa", "UBND", None)
    assert [f.ma for f in kq.findings()] == ["don_vi.mo_ho"]
