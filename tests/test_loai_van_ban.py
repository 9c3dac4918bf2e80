"""Danh mục loại văn bản."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.registry.loai_van_ban import danh_muc, doc, loai, theo_viet_tat


def test_hai_muoi_chin_loai_van_ban_hanh_chinh() -> None:
    cac = [m for m in danh_muc().loai.values() if m.nhom == "van_ban_hanh_chinh"]
    assert [m.stt_dieu_7 for m in cac] == list(range(1, 30))
    assert [m.stt_bang_tat for m in cac if m.stt_bang_tat] == list(range(1, 28))
    assert {m.do_tin_cay for m in cac} == {"A"}


@pytest.mark.parametrize(
    ("ma", "ten_goi", "in_hoa", "viet_tat", "mau"),
    [
        ("nghi_quyet", "Nghị quyết", "NGHỊ QUYẾT", "NQ", ("1.1",)),
        ("quyet_dinh", "Quyết định", "QUYẾT ĐỊNH", "QĐ", ("1.2", "1.3")),
        ("quy_dinh", "Quy định", "QUY ĐỊNH", "QyĐ", ("1.4", "1.3")),
        ("ke_hoach", "Kế hoạch", "KẾ HOẠCH", "KH", ("1.4",)),
        ("chuong_trinh", "Chương trình", "CHƯƠNG TRÌNH", "CTr", ("1.4",)),
        ("cong_van", "Công văn", "", "", ("1.5",)),
        ("giay_nghi_phep", "Giấy nghỉ phép", "GIẤY NGHỈ PHÉP", "GNP", ("1.10",)),
        ("hop_dong", "Hợp đồng", "HỢP ĐỒNG", "HĐ", ()),
        ("sao_y", "Bản sao y", "SAO Y", "SY", ("3.1", "3.2")),
        ("nq_hdnd_qppl", "Nghị quyết", "NGHỊ QUYẾT", "", ()),
    ],
)
def test_mot_loai(ma: str, ten_goi: str, in_hoa: str, viet_tat: str, mau: tuple[str, ...]) -> None:
    m = loai(ma)
    assert (m.ten_goi, m.ten_in_hoa, m.viet_tat, m.mau) == (ten_goi, in_hoa, viet_tat, mau)


def test_ten_giu_nhu_nghi_dinh_va_ghi_chu_con_nguyen() -> None:
    assert loai("nghi_quyet").ten == "Nghị quyết (cá biệt)"
    assert "QUYẾT NGHỊ" in loai("nghi_quyet").ghi_chu
    assert loai("quy_che").mau_ghi == "1.4 hoặc văn bản kèm theo 1.3"
    assert loai("nq_hdnd_qppl").dang_so == "<số>/<năm>/NQ-HĐND"
    assert loai("nq_hdnd_qppl").cap == ("tinh", "xa")
    assert set(danh_muc().nguon) == {"nd30_goc", "ma_32", "vbqppl"}
    assert danh_muc().ngay_lap == "2026-11-22"


def test_viet_tat_phan_biet_hoa_thuong_va_khong_trung() -> None:
    assert [m.id for m in (theo_viet_tat("QĐ"), theo_viet_tat("QyĐ"), theo_viet_tat("TTr")) if m] == [
        "quyet_dinh",
        "quy_dinh",
        "to_trinh",
    ]
    assert theo_viet_tat("qđ") is None
    assert theo_viet_tat("") is None
    cac = [m.viet_tat for m in danh_muc().loai.values() if m.viet_tat]
    assert len(cac) == len(set(cac)) == 30


def test_ma_la_thi_bao_loi_kem_danh_sach() -> None:
    with pytest.raises(DrafterError, match="khong_co") as loi:
        loai("khong_co")
    assert "nghi_quyet" in loi.value.cach_sua


@pytest.mark.parametrize(
    "chu",
    [
        "van_ban_hanh_chinh: [",
        "van_ban_hanh_chinh: [{ten: A}]",
        'ngay_lap: "x"\nnguon: {}\nban_sao: [{id: a, ten: A, do_tin_cay: A}, {id: a, ten: B, do_tin_cay: A}]',
    ],
)
def test_tep_hong_thi_bao_loi_cai_dat(tmp_path: Path, chu: str) -> None:
    tep = tmp_path / "loai_van_ban.yaml"
    tep.write_text(chu, encoding="utf-8")
    with pytest.raises(DrafterError, match="loại văn bản"):
        doc(tep)
