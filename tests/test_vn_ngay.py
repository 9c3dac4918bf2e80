"""Ngày tháng theo DD-03: đệm 0 cho ngày dưới 10, tháng chỉ 1 và 2."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.vn.ngay import ngay_day_du, ngay_gon


@pytest.mark.parametrize(
    ("ngay", "mong_doi"),
    [
        ((5, 3, 2026), "ngày 05 tháng 3 năm 2026"),
        ((15, 1, 2026), "ngày 15 tháng 01 năm 2026"),
        ((5, 2, 2026), "ngày 05 tháng 02 năm 2026"),
        ((31, 12, 2026), "ngày 31 tháng 12 năm 2026"),
        ((29, 6, 2019), "ngày 29 tháng 6 năm 2019"),
        ((10, 10, 2024), "ngày 10 tháng 10 năm 2024"),
        ((9, 9, 2024), "ngày 09 tháng 9 năm 2024"),
        ((None, None, 2026), "ngày      tháng      năm 2026"),
        ((None, 4, 2023), "ngày      tháng 4 năm 2023"),
        ((7, None, 2023), "ngày 07 tháng      năm 2023"),
        ((None, None, None), "ngày      tháng      năm      "),
    ],
)
def test_ngay_day_du(ngay: tuple[int | None, int | None, int | None], mong_doi: str) -> None:
    assert ngay_day_du(*ngay) == mong_doi


def test_ngay_day_du_be_rong_cho_trong() -> None:
    assert ngay_day_du(None, 4, 2023, rong=3) == "ngày   tháng 4 năm 2023"


@pytest.mark.parametrize(
    ("ngay", "mong_doi"),
    [
        ((5, 3, 2026), "05/3/2026"),
        ((15, 1, 2026), "15/01/2026"),
        ((1, 12, 2025), "01/12/2025"),
        ((None, 4, 2023), "tháng 4/2023"),
        ((None, 2, 2023), "tháng 02/2023"),
        ((None, None, 2023), "năm 2023"),
        ((5, None, 2023), "05/      /2023"),
        ((None, None, None), "      /      /      "),
    ],
)
def test_ngay_gon(ngay: tuple[int | None, int | None, int | None], mong_doi: str) -> None:
    assert ngay_gon(*ngay) == mong_doi


@given(st.integers(0, 200 * 365).map(lambda n: date(1945, 9, 2) + timedelta(days=n)))
def test_hai_loi_viet_cung_mot_ngay(ngay: date) -> None:
    dai = ngay_day_du(ngay.day, ngay.month, ngay.year).split()
    assert [dai[1], dai[3], dai[5]] == ngay_gon(ngay.day, ngay.month, ngay.year).split("/")
    assert date(int(dai[5]), int(dai[3]), int(dai[1])) == ngay
    assert len(dai[1]) == 2
    assert dai[3].startswith("0") == (ngay.month in (1, 2))
