"""Trạng thái và ngày xét: dự thảo không mang số, chỉ văn bản đã thông qua mới nói thế, ngày quyết định đầu văn bản."""

from __future__ import annotations

import re
from datetime import date

import pytest

from drafter.findings import MucDo
from drafter.model import TrangThai
from drafter.resources import thu_muc_mau
from drafter.world import World
from tests.phieu_thu import cac_loi, ke_hoach, mot, nghi_quyet, soan_thu

KHONG_GHI = {"van_ban": None}


def test_du_thao_mang_so_la_loi() -> None:
    ban = soan_thu(nghi_quyet(trang_thai="du_thao", van_ban={"ngay_thong_qua": ""}))
    assert cac_loi(ban) == {("trang_thai.du_thao_co_so", "van_ban.so")}
    f = mot(ban, "trang_thai.du_thao_co_so")
    assert "“18”" in f.thong_bao and "ban_hanh" in f.cach_sua and "Điều 15" in f.dieu_khoan


def test_du_thao_co_ngay_thong_qua_duoc_nhac() -> None:
    ban = soan_thu(nghi_quyet(trang_thai="du_thao", van_ban={"so": ""}))
    assert ban.ok
    assert mot(ban, "trang_thai.du_thao_thong_qua").duong_dan == "van_ban.ngay_thong_qua"


@pytest.mark.parametrize(
    ("trang_thai", "thieu"),
    [
        ("du_thao", set()),
        ("thong_qua", {"ngay_thong_qua"}),
        ("da_ky", {"ngay_thong_qua", "nguoi_ky.ho_ten"}),
        ("ban_hanh", {"ngay_thong_qua", "nguoi_ky.ho_ten", "so", "ngay"}),
    ],
)
def test_moi_trang_thai_doi_dung_nhung_gi_no_can_mot_luot(trang_thai: str, thieu: set[str]) -> None:
    ban = soan_thu(nghi_quyet(trang_thai=trang_thai, **KHONG_GHI))
    assert {d.removeprefix("van_ban.") for _, d in cac_loi(ban)} == thieu
    assert ban.ok is not bool(thieu)


@pytest.mark.parametrize(
    ("trang_thai", "thieu"), [("da_ky", {"nguoi_ky.ho_ten"}), ("ban_hanh", {"nguoi_ky.ho_ten", "so", "ngay"})]
)
def test_ke_hoach_khong_doi_ngay_thong_qua(trang_thai: str, thieu: set[str]) -> None:
    ban = soan_thu(ke_hoach(trang_thai=trang_thai))
    assert {d.removeprefix("van_ban.") for _, d in cac_loi(ban)} == thieu


@pytest.mark.parametrize("ngay", ["7/2026", "2026"])
def test_ngay_thieu_phan_chua_la_ngay_thong_qua(ngay: str) -> None:
    ban = soan_thu(nghi_quyet(trang_thai="thong_qua", van_ban={"so": "", "ngay_thong_qua": ngay}))
    assert cac_loi(ban) == {("trang_thai.thieu_ngay_thong_qua", "van_ban.ngay_thong_qua")}


@pytest.mark.parametrize(("ngay", "nhac"), [("22/7/2026", True), ("23/7/2026", False), ("24/7/2026", False)])
def test_ngay_ban_hanh_truoc_ngay_thong_qua(ngay: str, nhac: bool) -> None:
    ban = soan_thu(nghi_quyet(van_ban={"ngay": ngay}))
    assert ("trang_thai.ngay_truoc_thong_qua" in {f.ma for f in ban.findings}) is nhac
    assert ban.ok


def test_trang_thai_la_va_mac_dinh() -> None:
    ban = soan_thu(nghi_quyet(trang_thai="ban_hành", van_ban={"so": ""}))
    assert ("phieu.trang_thai", "trang_thai") in cac_loi(ban)
    assert "“ban_hanh”" in mot(ban, "phieu.trang_thai").cach_sua
    khong_ghi = soan_thu(ke_hoach())
    assert khong_ghi.bo is not None and khong_ghi.bo.van_ban[0].trang_thai is TrangThai.DU_THAO
    assert "DỰ THẢO" in khong_ghi.text


@pytest.mark.parametrize(("trang_thai", "noi"), [("du_thao", False), ("thong_qua", True), ("da_ky", True), ("ban_hanh", True)])
def test_chi_van_ban_da_thong_qua_noi_minh_da_thong_qua(trang_thai: str, noi: bool) -> None:
    doi: dict[str, object] = {"van_ban": {"so": "", "ngay_thong_qua": ""}} if trang_thai == "du_thao" else {}
    ban = soan_thu(nghi_quyet(trang_thai=trang_thai, **doi))
    assert ban.ok
    chu = " ".join(ban.text.split())
    assert ("thông qua ngày 23 tháng 7 năm 2026" in chu) is noi
    assert ("Nghị quyết này đã được Hội đồng nhân dân xã Long Hồ khóa II, kỳ họp thứ ba thông qua" in chu) is noi


def test_khoa_cua_hoi_dong_la_du_lieu_khong_suy_tu_nam() -> None:
    for nam in ("2026", "2031"):
        ban = soan_thu(nghi_quyet(van_ban={"ngay": f"24/7/{nam}", "ngay_thong_qua": f"23/7/{nam}"}, truong={"khoa": "VIII"}))
        assert "khóa VIII" in " ".join(ban.text.split())
    thieu = soan_thu(nghi_quyet(truong={"khoa": ""}), nhap=True)
    assert ("truong.thieu", "truong.khoa") in cac_loi(thieu)
    assert re.search(r"KHÓA\s+[IVX]+\b", soan_thu(nghi_quyet()).text.upper())
    assert not re.search(r"KHÓA\s+[IVX]+\b", thieu.text.upper())


# --- ngày xét -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hom_nay", [date(2026, 11, 22), date(2024, 5, 20)])
def test_khong_ghi_ngay_thi_xet_theo_hom_nay_va_noi_ra(hom_nay: date) -> None:
    co_quan = "UBND xã Long Hồ, tỉnh Vĩnh Long" if hom_nay.year == 2026 else "UBND xã An Bình, huyện Long Hồ, tỉnh Vĩnh Long"
    phieu = ke_hoach(truong={"co_quan": co_quan}, xet_theo="")
    ban = soan_thu(phieu, the_gioi=World(hom_nay, (thu_muc_mau(),)))
    assert ban.ok and ban.bo is not None
    assert ban.bo.xet_theo == hom_nay
    f = mot(ban, "xet_theo.hom_nay")
    assert f.muc is MucDo.GHI_CHU
    assert {date(2026, 11, 22): "22/11/2026", date(2024, 5, 20): "20/5/2024"}[hom_nay] in f.thong_bao


def test_cung_phieu_khac_ngay_thi_don_vi_khac() -> None:
    phieu = ke_hoach(xet_theo="")
    assert soan_thu(phieu, the_gioi=World(date(2026, 1, 1), (thu_muc_mau(),))).ok
    truoc = soan_thu(phieu, the_gioi=World(date(2025, 6, 30), (thu_muc_mau(),)))
    assert cac_loi(truoc) == {("don_vi.khac_ky", "truong.co_quan")}


def test_ngay_day_du_cua_van_ban_thang_xet_theo_va_noi_ra() -> None:
    ban = soan_thu(nghi_quyet(xet_theo="2024-01-01"))
    assert ban.ok and ban.bo is not None
    assert ban.bo.xet_theo == date(2026, 7, 24)
    f = mot(ban, "xet_theo.khac_ngay")
    assert "24/7/2026" in f.thong_bao and "01/01/2024" in f.thong_bao


def test_ngay_thieu_phan_thi_xet_theo_duoc_dung() -> None:
    ban = soan_thu(ke_hoach(van_ban={"ngay": {"nam": "2026"}}, xet_theo="2026-02-03"))
    assert ban.bo is not None and ban.bo.xet_theo == date(2026, 2, 3)
    assert not [f for f in ban.findings if f.ma.startswith("xet_theo.")]


@pytest.mark.parametrize("xet_theo", ["2026-31-12", "31/02/2026", "2026", "tháng 7/2026", "mai"])
def test_xet_theo_phai_la_ngay_day_du(xet_theo: str) -> None:
    ban = soan_thu(ke_hoach(xet_theo=xet_theo))
    assert ("phieu.xet_theo", "xet_theo") in cac_loi(ban)


@pytest.mark.parametrize(
    ("xet_theo", "dong"),
    [("19/9/2026", "TỈNH BẮC NINH"), ("20/9/2026", "THÀNH PHỐ BẮC NINH"), ("21/9/2026", "THÀNH PHỐ BẮC NINH")],
)
@pytest.mark.parametrize("ghi", ["tỉnh", "thành phố"])
def test_bac_ninh_tu_20_9_2026_la_thanh_pho(xet_theo: str, dong: str, ghi: str) -> None:
    ban = soan_thu(ke_hoach(truong={"co_quan": f"UBND {ghi} Bắc Ninh"}, xet_theo=xet_theo))
    assert ban.ok
    dau = ban.text.splitlines()[1].upper()
    assert dau.strip().startswith(dong)
    # Ghi loại của ngày khác thì được nói ra, không lặng lẽ đổi.
    assert ("don_vi.sai_loai" in {f.ma for f in ban.findings}) is (ghi.upper() not in dong)
