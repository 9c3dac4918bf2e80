"""Khóa so sánh và viết hoa chữ Việt."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.vn.hoa import hoa, hoa_dau, thuong_dau
from drafter.vn.khoa import bo_dau, co_dau, khoa_dau, khoa_tim, khoa_tim_nhieu, nfc

AM_TIET = st.text(
    alphabet="aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵAĐẮ ", max_size=20
)


@pytest.mark.parametrize(
    ("chu", "khoa"),
    [
        ("Xã Long Hồ", "xa long ho"),
        ("  Đắk   Lắk ", "dak lak"),
        ("M'Drắk", "mdrak"),
        ("M’ Drắk", "mdrak"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
        ("Phường 1, TP. Vĩnh Long", "phuong 1 tp vinh long"),
        ("dòng một\ndòng hai", "dong mot dong hai"),
        ("", ""),
    ],
)
def test_khoa_tim_bo_dau_bo_dau_cau(chu: str, khoa: str) -> None:
    assert khoa_tim(chu) == khoa
    assert khoa_tim(unicodedata.normalize("NFD", chu)) == khoa


def test_khoa_tim_nhieu_giong_khoa_tim_tung_chu() -> None:
    cac = ["Hòa An", "M'Drắk", "Văn Miếu - Quốc Tử Giám", "1 Bảo Lộc", "Đa Kao"]
    assert (
        khoa_tim_nhieu(cac) == [khoa_tim(c) for c in cac] == ["hoa an", "mdrak", "van mieu quoc tu giam", "1 bao loc", "da kao"]
    )


@pytest.mark.parametrize(
    ("mot", "hai"),
    [
        ("Hòa", "Hoà"),
        ("Thủy", "Thuỷ"),
        ("ỦY BAN", "Uỷ ban"),
        ("Thụy Khuê", "thuỵ khuê"),
        ("Hoá", "Hóa"),
        ("Nguyễn Uý", "Nguyễn Úy"),
    ],
)
def test_cho_dat_dau_thanh_khong_lam_khac_khoa(mot: str, hai: str) -> None:
    assert mot.casefold() != hai.casefold()
    assert khoa_dau(mot) == khoa_dau(hai)


@pytest.mark.parametrize(
    ("mot", "hai"), [("Hòa", "Hóa"), ("Hòa", "Hoa"), ("Đa", "Da"), ("Hồ", "Hò"), ("Tân", "Tăn"), ("Mường", "Mượng")]
)
def test_khac_dau_thi_khac_khoa_dau(mot: str, hai: str) -> None:
    assert khoa_dau(mot) != khoa_dau(hai)
    assert khoa_tim(mot) == khoa_tim(hai)


def test_dau_thanh_khong_chay_sang_am_tiet_khac() -> None:
    assert khoa_dau("Hòa an") != khoa_dau("Hoa àn")


@given(AM_TIET)
def test_khoa_khong_doi_theo_cach_ma_hoa(chu: str) -> None:
    nfd = unicodedata.normalize("NFD", chu)
    assert khoa_dau(nfd) == khoa_dau(chu)
    assert khoa_tim(nfd) == khoa_tim(chu) == khoa_tim(bo_dau(chu))
    assert not co_dau(bo_dau(chu))


@given(AM_TIET, AM_TIET)
def test_cung_khoa_dau_thi_cung_khoa_tim(mot: str, hai: str) -> None:
    if khoa_dau(mot) == khoa_dau(hai):
        assert khoa_tim(mot) == khoa_tim(hai)


@pytest.mark.parametrize(
    ("thuong", "in_hoa"),
    [
        ("M'Drắk", "M'DRẮK"),
        ("Cư M'gar", "CƯ M'GAR"),
        ("Ủy ban nhân dân", "ỦY BAN NHÂN DÂN"),
        ("đặc khu Vân Đồn", "ĐẶC KHU VÂN ĐỒN"),
    ],
)
def test_in_hoa(thuong: str, in_hoa: str) -> None:
    assert hoa(thuong) == in_hoa
    assert hoa(unicodedata.normalize("NFD", thuong)) == in_hoa


@pytest.mark.parametrize(
    ("chu", "ket"),
    [
        ("xã Long Hồ", "Xã Long Hồ"),
        ("đặc khu", "Đặc khu"),
        ("ủy ban", "Ủy ban"),
        ("“quy chế này”", "“Quy chế này”"),
        ("  a", "  A"),
        ("Cư M'gar", "Cư M'gar"),
        ("1. điều", "1. điều"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_hoa_dau_chi_doi_chu_dau(chu: str, ket: str) -> None:
    assert hoa_dau(chu) == ket


@pytest.mark.parametrize(
    ("chu", "ket"),
    [
        ("Ban hành Quy chế", "ban hành Quy chế"),
        ("Ủy ban nhân dân xã Long Hồ", "ủy ban nhân dân xã Long Hồ"),
        ("UBND xã Long Hồ", "UBND xã Long Hồ"),
        ("QyĐ", "QyĐ"),
        ("M'Drắk", "M'Drắk"),
        ("Ô tô", "ô tô"),
        ("", ""),
    ],
)
def test_thuong_dau_giu_chu_viet_tat(chu: str, ket: str) -> None:
    assert thuong_dau(chu) == ket


@given(AM_TIET)
def test_hoa_dau_giu_phan_sau(chu: str) -> None:
    assert hoa_dau(chu).casefold() == nfc(chu).casefold()
    assert hoa_dau(hoa_dau(chu)) == hoa_dau(chu)
