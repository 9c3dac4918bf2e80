"""Số, tiền, ngày, chọn, có/không: đọc điều người ta gõ, và nói vì sao khi không đọc được."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.fields import (
    GiaTriChon,
    GiaTriNgay,
    GiaTriSo,
    GiaTriTien,
    KetQuaTra,
    TruongKhai,
    doc_truong,
    hieu_ngay,
    hieu_so,
    hieu_tien,
    viet_so,
)
from drafter.findings import Finding, MucDo
from drafter.model import Nguon
from drafter.record import Cay, La, Nhanh


class BoiCanhThu:
    """Sổ đăng ký trống, ngày xét cố định."""

    xet_theo = date(2025, 8, 1)

    def tra_co_quan(self, chuoi: str, chu_quan: str) -> KetQuaTra:
        return KetQuaTra(None)

    def tra_can_cu(self, chuoi: str) -> KetQuaTra:
        return KetQuaTra(None)


def doc(kieu: str, chu: str | Cay, **them: object) -> tuple[object, list[Finding]]:
    khai = TruongKhai(ten="x", kieu=kieu, nhan="Mục X", duong_dan="truong.x", **them)  # type: ignore[arg-type]
    cay = La(chu, Nguon("", "phieu.yaml:3")) if isinstance(chu, str) else chu
    return doc_truong(cay, khai, BoiCanhThu())


@pytest.mark.parametrize(
    ("go", "gia_tri", "in_ra"),
    [
        ("1.234,5", "1234.5", "1.234,5"),
        ("1234,5", "1234.5", "1234,5"),
        ("1.234", "1234", "1.234"),
        ("95,5", "95.5", "95,5"),
        ("0,125", "0.125", "0,125"),
        ("2026", "2026", "2026"),
        ("05", "5", "05"),
        ("1.234,567", "1234.567", "1.234,567"),
        ("1,2340", "1.234", "1,2340"),
        ("-7", "-7", "-7"),
        ("−7", "-7", "-7"),
        ("1 500 000", "1500000", "1.500.000"),
    ],
)
def test_so_doc_duoc(go: str, gia_tri: str, in_ra: str) -> None:
    gt, tim = doc("so", go)
    assert isinstance(gt, GiaTriSo)
    assert (gt.gt, str(gt), tim) == (Decimal(gia_tri), in_ra, [])


@pytest.mark.parametrize(
    ("go", "noi"),
    [
        ("1,234", "“1.234”"),
        ("12,345", "“12,3450”"),
        ("1,234.5", "“1.234,5”"),
        ("1,234,567", "“1.234.567”"),
        ("95.5", "“95,5”"),
        ("NaN", "không phải là số"),
        ("inf", "không phải là số"),
        ("1e400", "dạng mũ"),
        ("1.23.4", "sai chỗ"),
        ("1,2,3", "sai chỗ"),
        ("5,", "sai chỗ"),
        (",5", "sai chỗ"),
        ("95%", "%"),
        ("mười", "không phải là số"),
        ("١٢", "không phải là số"),
        ("9" * 31, "30 chữ số"),
    ],
)
def test_so_sai_thi_noi_cach_viet_dung(go: str, noi: str) -> None:
    gt, tim = doc("so", go)
    assert not gt
    assert [(f.ma, f.muc) for f in tim] == [("truong.so", MucDo.LOI)]
    assert noi in tim[0].thong_bao
    assert tim[0].nguon == Nguon("truong.x", "phieu.yaml:3")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_so_viet_ra_doc_lai_nhu_cu(so: Decimal) -> None:
    gia_tri, in_ra, ly_do = hieu_so(viet_so(so))
    assert (gia_tri, ly_do) == (so, "")
    assert in_ra == viet_so(so)


@given(st.text(max_size=30))
def test_so_tien_ngay_khong_bao_gio_nem(chu: str) -> None:
    for so, ly_do in (hieu_so(chu)[::2], hieu_tien(chu), hieu_ngay(chu)):
        assert (so is None) == bool(ly_do)


@pytest.mark.parametrize(
    ("go", "dong"),
    [
        ("1.500.000", 1_500_000),
        ("1500000", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("1.500.000đ", 1_500_000),
        ("1.500.000 VNĐ", 1_500_000),
        ("1,5 triệu đồng", 1_500_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1,5 tỉ đồng", 1_500_000_000),
        ("2 tỷ 500 triệu", 2_500_000_000),
        ("3 nghìn tỷ", 3_000_000_000_000),
        ("500 nghìn", 500_000),
        ("10tr", 10_000_000),
        ("-200.000", -200_000),
        ("0", 0),
    ],
)
def test_tien_doc_duoc(go: str, dong: int) -> None:
    gt, tim = doc("tien", go)
    assert isinstance(gt, GiaTriTien)
    assert (gt.gt, tim) == (dong, [])


def test_tien_in_kieu_viet() -> None:
    assert str(doc("tien", "1,5 triệu")[0]) == "1.500.000 đồng"


@pytest.mark.parametrize(
    "go", ["1.500,5", "1,2345 nghìn", "1,234 triệu", "2 triệu 500", "5 triệu 2 tỷ", "1,5 triêu", "đồng", "abc", "1.500.000 USD"]
)
def test_tien_sai(go: str) -> None:
    gt, tim = doc("tien", go)
    assert not gt
    assert [f.ma for f in tim] == ["truong.tien"]


@pytest.mark.parametrize(
    ("go", "phan"),
    [
        ("01/4/2024", (1, 4, 2024)),
        ("1-4-2024", (1, 4, 2024)),
        ("01.04.2024", (1, 4, 2024)),
        ("2024-04-01", (1, 4, 2024)),
        ("ngày 01 tháng 4 năm 2024", (1, 4, 2024)),
        ("Ngày      tháng      năm 2024", (None, None, 2024)),
        ("ngày … tháng 4 năm 2024", (None, 4, 2024)),
        ("tháng 4/2024", (None, 4, 2024)),
        ("tháng 4 năm 2024", (None, 4, 2024)),
        ("4/2024", (None, 4, 2024)),
        ("năm 2024", (None, None, 2024)),
        ("2024", (None, None, 2024)),
        ("29/02/2024", (29, 2, 2024)),
    ],
)
def test_ngay_doc_duoc(go: str, phan: tuple[int | None, int | None, int | None]) -> None:
    gt, tim = doc("ngay", go)
    assert isinstance(gt, GiaTriNgay)
    assert ((gt.ngay, gt.thang, gt.nam), tim) == (phan, [])


@pytest.mark.parametrize(
    ("go", "noi"),
    [
        ("31/02/2024", "tháng 2/2024 chỉ có 29 ngày"),
        ("29/02/2023", "tháng 2/2023 chỉ có 28 ngày"),
        ("04/13/2024", "13/4/2024"),
        ("1/13/24", "bốn chữ số"),
        ("01/4/24", "bốn chữ số"),
        ("00/4/2024", "không có ngày 0"),
        ("01/4/0202", "ngoài khoảng 1900–2199"),
        ("01/4-2024", "không nhận ra"),
        ("hôm nay", "không nhận ra"),
    ],
)
def test_ngay_sai_thi_noi_vi_sao(go: str, noi: str) -> None:
    gt, tim = doc("ngay", go)
    assert not gt
    assert [f.ma for f in tim] == ["truong.ngay"]
    assert noi in tim[0].thong_bao


@pytest.mark.parametrize(
    ("go", "in_ra"),
    [
        ("5/3/2026", "ngày 05 tháng 3 năm 2026"),
        ("15/1/2026", "ngày 15 tháng 01 năm 2026"),
        ("9/02/2026", "ngày 09 tháng 02 năm 2026"),
        ("10/12/2026", "ngày 10 tháng 12 năm 2026"),
        ("2026", "ngày      tháng      năm 2026"),
        ("tháng 7/2026", "ngày      tháng 7 năm 2026"),
    ],
)
def test_chu_cua_ngay_theo_dd_03(go: str, in_ra: str) -> None:
    assert str(doc("ngay", go)[0]) == in_ra


def test_ngay_gon_chi_co_phan_da_biet() -> None:
    gt, _ = doc("ngay", "tháng 4/2024")
    assert isinstance(gt, GiaTriNgay)
    assert gt.gon == "tháng 4 năm 2024"


def test_ngay_tung_phan_va_phan_la() -> None:
    gt, tim = doc("ngay", Nhanh({"ngay": La(""), "thang": La(""), "nam": La("2024")}))
    assert isinstance(gt, GiaTriNgay)
    assert ((gt.ngay, gt.thang, gt.nam, gt.day_du), tim) == ((None, None, 2024, None), [])
    _, tim = doc("ngay", Nhanh({"nam": La("24"), "thag": La("3")}))
    assert [(f.ma, f.duong_dan) for f in tim] == [("truong.ngay", "truong.x.nam"), ("truong.la", "truong.x.thag")]
    assert "“thang”" in tim[1].cach_sua
    _, tim = doc("ngay", Nhanh({"ngay": La("31"), "thang": La("2")}))
    assert "tháng 2 chỉ có 29 ngày" in tim[0].thong_bao


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_chu_cua_ngay_doc_lai_dung_ngay(d: date) -> None:
    for go in (d.isoformat(), f"{d.day}/{d.month}/{d.year}"):
        gt, tim = doc("ngay", go)
        assert isinstance(gt, GiaTriNgay) and gt.day_du == d and not tim
        lai, _ = doc("ngay", str(gt))
        assert lai == gt


@pytest.mark.parametrize("go", ["tap_the", "TAP_THE", "Tập thể ký", "tập  thể ký"])
def test_chon_nhan_ma_hoac_nhan(go: str) -> None:
    gt, tim = doc("chon", go, chon={"tap_the": "Tập thể ký", "thu_truong": "Thủ trưởng ký"})
    assert isinstance(gt, GiaTriChon)
    assert (str(gt), gt.ma, tim) == ("Tập thể ký", "tap_the", [])


def test_chon_sai_thi_goi_y() -> None:
    gt, tim = doc("chon", "tap_te", chon={"tap_the": "Tập thể ký", "thu_truong": "Thủ trưởng ký"})
    assert not gt and tim[0].ma == "truong.chon"
    assert "Ý bạn là “tap_the”?" in tim[0].cach_sua


@pytest.mark.parametrize("go", ["có", "Có", "co", "x", "X", "true", "1", "đúng", "yes"])
def test_co(go: str) -> None:
    assert doc("co_khong", go) == (True, [])


@pytest.mark.parametrize("go", ["không", "khong", "no", "false", "0", "sai", ""])
def test_khong(go: str) -> None:
    assert doc("co_khong", go) == (False, [])


def test_co_khong_sai_va_doi_chieu() -> None:
    assert [f.ma for f in doc("co_khong", "có lẽ")[1]] == ["truong.co_khong"]
    gt, tim = doc("co_khong", "có", doi_chieu="Luật mới chưa đọc được.")
    assert gt is True
    assert [(f.ma, f.muc) for f in tim] == [("truong.doi_chieu", MucDo.CANH_BAO)]
    assert "Luật mới chưa đọc được." in tim[0].thong_bao
    assert doc("co_khong", "không", doi_chieu="Luật mới chưa đọc được.") == (False, [])
