"""Sổ đơn vị hành chính với dữ liệu thật: số đếm, loại theo ngày, tên, địa danh, đơn vị cũ và mới."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.registry.don_vi import Ky, ky_cua
from drafter.registry.so_don_vi import SoDonVi, nap
from drafter.resources import tep_du_lieu
from drafter.vn.khoa import khoa_tim

CU = date(2025, 6, 30)
MOI = date(2025, 7, 1)
NAY = date(2026, 11, 22)
SO = nap()


@pytest.mark.parametrize(
    ("ngay", "cap", "so_luong"),
    [
        (CU, "tinh", 63),
        (CU, "huyen", 696),
        (CU, "xa", 10035),
        (MOI, "tinh", 34),
        (MOI, "huyen", 0),
        (MOI, "xa", 3321),
        (NAY, "xa", 3321),
    ],
)
def test_so_don_vi(ngay: date, cap: str, so_luong: int) -> None:
    assert len(SO.tat_ca(ngay, cap)) == so_luong


@pytest.mark.parametrize(
    ("ngay", "cap", "dem"),
    [
        (MOI, "tinh", {"tỉnh": 28, "thành phố": 6}),
        (NAY, "tinh", {"tỉnh": 25, "thành phố": 9}),
        (MOI, "xa", {"xã": 2621, "phường": 687, "đặc khu": 13}),
        (NAY, "xa", {"xã": 2599, "phường": 709, "đặc khu": 13}),
        (CU, "tinh", {"tỉnh": 57, "thành phố": 6}),
    ],
)
def test_so_don_vi_theo_loai(ngay: date, cap: str, dem: dict[str, int]) -> None:
    assert Counter(d.loai for d in SO.tat_ca(ngay, cap)) == dem


def test_loai_cua_danh_muc_cu_deu_hop_le() -> None:
    assert {d.loai for d in SO.tat_ca(CU, "huyen")} == {"huyện", "quận", "thị xã", "thành phố"}
    assert {d.loai for d in SO.tat_ca(CU, "xa")} == {"xã", "phường", "thị trấn"}


@pytest.mark.parametrize(
    ("ma", "ngay", "loai"),
    [
        ("24", date(2026, 9, 19), "tỉnh"),
        ("24", date(2026, 9, 20), "thành phố"),
        ("24", date(2026, 9, 21), "thành phố"),
        ("22", date(2026, 8, 31), "tỉnh"),
        ("22", date(2026, 9, 1), "thành phố"),
        ("75", date(2026, 4, 29), "tỉnh"),
        ("75", date(2026, 4, 30), "thành phố"),
        ("07375", date(2026, 9, 19), "xã"),
        ("07375", date(2026, 9, 21), "phường"),
    ],
)
def test_loai_theo_ngay(ma: str, ngay: date, loai: str) -> None:
    dv = SO.theo_ma(ma, ngay)
    assert dv is not None
    assert dv.loai == loai


def test_cap_tren_cua_xa_cung_theo_ngay() -> None:
    truoc, sau = (SO.theo_ma("07375", ngay) for ngay in (date(2026, 9, 19), date(2026, 9, 21)))
    assert truoc is not None
    assert sau is not None
    assert truoc.ten_kem_cap_tren == "xã Lạng Giang, tỉnh Bắc Ninh"
    assert sau.ten_kem_cap_tren == "phường Lạng Giang, thành phố Bắc Ninh"
    assert (sau.doi_loai_ngay, sau.doi_loai_theo) == (date(2026, 9, 20), "388/NQ-UBTVQH16")


def test_don_vi_khong_doi_loai_thi_khong_co_ngay_doi() -> None:
    dv = SO.theo_ma("01", NAY)
    assert dv is not None
    assert (dv.loai, dv.doi_loai_ngay, dv.doi_loai_theo, dv.tung_la("thành phố")) == ("thành phố", None, "", False)


def test_cung_ma_khac_ky_la_hai_don_vi() -> None:
    cu, moi = SO.theo_ma("29584", CU), SO.theo_ma("29584", MOI)
    assert cu is not None
    assert moi is not None
    assert (cu.ky, moi.ky) == (Ky.BA_CAP, Ky.HAI_CAP) == (ky_cua(CU), ky_cua(MOI))
    assert cu.ten_kem_cap_tren == "xã Hòa Ninh, huyện Long Hồ, tỉnh Vĩnh Long"
    assert moi.ten_kem_cap_tren == "xã An Bình, tỉnh Vĩnh Long"
    assert cu != moi


def test_ma_la_chu_du_nam_ky_tu() -> None:
    for ngay in (CU, NAY):
        assert {len(d.ma) for d in SO.tat_ca(ngay, "xa")} == {5}
        assert all(d.ma.isdigit() for d in SO.tat_ca(ngay, "xa"))
    assert SO.theo_ma("00004", NAY) is not None
    assert SO.theo_ma("4", NAY) is None


def test_hai_ky_co_3316_ma_chung() -> None:
    cu, moi = ({d.ma: d.ten for d in SO.tat_ca(ngay, "xa")} for ngay in (CU, MOI))
    assert len(cu.keys() & moi.keys()) == 3316


def test_tam_cap_trung_ten_khi_bo_dau() -> None:
    dem = Counter(khoa_tim(d.ten_kem_cap_tren) for d in SO.tat_ca(NAY, "xa"))
    assert [n for n in dem.values() if n > 1] == [2] * 8


def test_tat_ca_trong_mot_tinh() -> None:
    vinh_long = SO.theo_ma("86", NAY)
    assert vinh_long is not None
    assert len(SO.tat_ca(NAY, "xa", vinh_long)) == len(SO.tat_ca(NAY, "xa", "86")) == 124
    assert {d.tinh for d in SO.tat_ca(NAY, "xa", "86")} == {vinh_long}


# --- tên và địa danh --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ma", "ngay", "ten_day_du", "dia_danh"),
    [
        ("29602", NAY, "xã Long Hồ", "Long Hồ"),
        ("86", NAY, "tỉnh Vĩnh Long", "Vĩnh Long"),
        ("48", NAY, "thành phố Đà Nẵng", "Đà Nẵng"),
        ("01", NAY, "thành phố Hà Nội", "Hà Nội"),
        ("79", NAY, "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("79", CU, "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("760", CU, "Quận 1", "Quận 1"),
        ("27046", CU, "Phường 5", "Phường 5"),
        ("24820", NAY, "Phường 2 Bảo Lộc", "Phường 2 Bảo Lộc"),
        ("18196", NAY, "xã Sơn Kim 1", "Sơn Kim 1"),
    ],
)
def test_ten_day_du_va_dia_danh(ma: str, ngay: date, ten_day_du: str, dia_danh: str) -> None:
    dv = SO.theo_ma(ma, ngay)
    assert dv is not None
    assert (dv.ten_day_du, dv.dia_danh) == (ten_day_du, dia_danh)


def test_ten_phu_luc_ii_neu_thi_viet_hoa_ten_chua_duyet_thi_khong() -> None:
    theo_ten = {d.ten: d for d in SO.tat_ca(NAY, "xa") if d.can_duyet}
    assert theo_ten["Điện Biên Phủ"].ten_day_du == "Phường Điện Biên Phủ"
    assert theo_ten["Điện Biên Phủ"].dia_danh == "Phường Điện Biên Phủ"
    assert theo_ten["Lương Văn Tri"].ten_day_du == "phường Lương Văn Tri"
    assert "tên người" in theo_ten["Lương Văn Tri"].can_duyet


def test_chu_viet_hoa_la_trong_danh_muc_cu_duoc_viet_thuong() -> None:
    ten = {d.ten_day_du for d in SO.tat_ca(CU, "huyen")}
    assert {"thành phố Bắc Kạn", "thị xã Mường Lay"} <= ten
    assert not any(t.startswith(("Thành Phố", "Thị Xã")) for t in ten)
    thi_tran = {d.ma: d.ten_day_du for d in SO.tat_ca(CU, "xa")}
    assert (thi_tran["15061"], thi_tran["19624"]) == ("thị trấn Ngọc Lặc", "thị trấn Ái Tử")


# --- cũ và mới --------------------------------------------------------------------------------------------------------


def test_tien_than_cua_mot_xa() -> None:
    dv = SO.theo_ma("29584", NAY)
    assert dv is not None
    cac = SO.tien_than(dv)
    assert "xã An Bình, huyện Long Hồ, tỉnh Vĩnh Long" in [t.ten for t in cac]
    assert all(t.toan_bo for t in cac)
    assert len(cac) == 4


def test_tien_than_mot_phan_dung_sau_toan_bo() -> None:
    dv = SO.theo_ma("00004", NAY)
    assert dv is not None
    cac = SO.tien_than(dv)
    assert [t.toan_bo for t in cac] == sorted((t.toan_bo for t in cac), reverse=True)
    theo_ten = {t.ten: t.toan_bo for t in cac}
    assert theo_ten["phường Trúc Bạch, quận Ba Đình, thành phố Hà Nội"] is True
    assert theo_ten["phường Thụy Khuê, quận Tây Hồ, thành phố Hà Nội"] is False


@pytest.mark.parametrize(
    ("ma", "tinh_cu"),
    [
        ("86", {"tỉnh Bến Tre", "tỉnh Trà Vinh", "tỉnh Vĩnh Long"}),
        ("80", {"tỉnh Tây Ninh", "tỉnh Long An"}),
        ("79", {"Thành phố Hồ Chí Minh", "tỉnh Bình Dương", "tỉnh Bà Rịa - Vũng Tàu"}),
        ("20", {"tỉnh Lạng Sơn"}),
    ],
)
def test_tien_than_cua_mot_tinh(ma: str, tinh_cu: set[str]) -> None:
    dv = SO.theo_ma(ma, NAY)
    assert dv is not None
    assert {t.ten for t in SO.tien_than(dv)} == tinh_cu


def test_dac_khu_tu_huyen_dao_va_noi_khong_phai_don_vi() -> None:
    bach_long_vi, kim_dong = SO.theo_ma("11948", NAY), SO.theo_ma("14698", NAY)
    assert bach_long_vi is not None
    assert kim_dong is not None
    assert [t.ten for t in SO.tien_than(bach_long_vi)] == ["huyện Bạch Long Vĩ, thành phố Hải Phòng"]
    bai_boi = [t for t in SO.tien_than(kim_dong) if t.don_vi is None]
    assert [t.ten for t in bai_boi] == ["khu vực bãi bồi ven biển do huyện Kim Sơn quản lý, tỉnh Ninh Bình"]


@pytest.mark.parametrize(("ma_cu", "ten_cu", "ma_moi"), [("01651", "Mỹ Hưng", "01648"), ("02482", "Phú Thịnh", "02494")])
def test_ma_ghi_nham_trong_nguon_duoc_noi_lai_theo_ten(ma_cu: str, ten_cu: str, ma_moi: str) -> None:
    cu = SO.theo_ma(ma_cu, CU)
    assert cu is not None
    assert cu.ten == ten_cu
    assert [h.don_vi.ma for h in SO.hau_than(cu, NAY)] == [ma_moi]


def test_moi_don_vi_cu_deu_co_noi_den() -> None:
    for cap in ("tinh", "huyen", "xa"):
        assert [d.ten_kem_cap_tren for d in SO.tat_ca(CU, cap) if not SO.hau_than(d, NAY)] == []


def test_moi_don_vi_moi_deu_co_tien_than() -> None:
    assert [d.ten_kem_cap_tren for d in SO.tat_ca(NAY, "xa") if not SO.tien_than(d)] == []


def test_hau_than_cua_tinh_cu_la_mot_tinh() -> None:
    assert all(len(SO.hau_than(t, NAY)) == 1 and SO.hau_than(t, NAY)[0].toan_bo for t in SO.tat_ca(CU, "tinh"))


def test_hau_than_theo_ngay_va_mot_phan() -> None:
    lang_giang = next(d for d in SO.tat_ca(CU, "huyen") if d.ten == "Lạng Giang")
    truoc = {h.don_vi.ten_kem_cap_tren for h in SO.hau_than(lang_giang, date(2026, 9, 19))}
    sau = {h.don_vi.ten_kem_cap_tren for h in SO.hau_than(lang_giang, date(2026, 9, 20))}
    assert "xã Lạng Giang, tỉnh Bắc Ninh" in truoc
    assert "phường Lạng Giang, thành phố Bắc Ninh" in sau
    ngoc_ha = SO.theo_ma("00016", CU)
    assert ngoc_ha is not None
    assert len(SO.hau_than(ngoc_ha, NAY)) == 2
    assert not any(h.toan_bo for h in SO.hau_than(ngoc_ha, NAY))


def test_tien_than_va_hau_than_chi_cua_dung_ky() -> None:
    cu, moi = SO.theo_ma("29584", CU), SO.theo_ma("29584", NAY)
    assert cu is not None
    assert moi is not None
    assert SO.tien_than(cu) == ()
    assert SO.hau_than(moi, NAY) == ()


# --- đọc tệp ----------------------------------------------------------------------------------------------------------


def test_tra_don_vi_hom_nay_khong_doc_danh_muc_cu() -> None:
    so = SoDonVi(tep_du_lieu("don_vi"))
    assert so.theo_ma("29602", NAY) is not None
    assert "hai_cap" in vars(so)
    assert "ba_cap" not in vars(so)


def test_thieu_tep_thi_bao_loi_cai_dat(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match=r"provinces\.csv"):
        SoDonVi(tmp_path).tat_ca(NAY, "tinh")


def test_doi_loai_khong_ghi_ngay_thi_khong_doan(tmp_path: Path) -> None:
    for ten in ("communes.csv", "dia_danh_review.csv"):
        (tmp_path / ten).write_bytes(tep_du_lieu("don_vi", ten).read_bytes())
    with (tmp_path / "provinces.csv").open("w", encoding="utf-8", newline="") as f:
        ghi = csv.writer(f)
        ghi.writerow(["code", "name", "type_2025_07_01", "type_now", "type_changed_on", "changed_by"])
        ghi.writerow(["24", "Bắc Ninh", "Tỉnh", "Thành phố", "", ""])
    with pytest.raises(DrafterError, match="Bắc Ninh"):
        SoDonVi(tmp_path).theo_ma("24", NAY)
