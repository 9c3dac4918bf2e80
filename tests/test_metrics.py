"""Đo chữ: đúng bảng số đo của thể thức, và các luật của phép ngắt dòng."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.metrics import do_duoc, ngat_dong, rong_dong_dai_nhat, rong_mm
from drafter.resources import tep_du_lieu

# Bảng số đo chữ của thể thức (mục 1.10): chuỗi, (đậm, nghiêng), {cỡ pt: mm}.
BANG = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False, {12: 88.3, 13: 95.7}),
    ("Độc lập - Tự do - Hạnh phúc", True, False, {13: 56.1, 14: 60.5}),
    ("ỦY BAN NHÂN DÂN", True, False, {12: 39.9, 13: 43.2, 14: 46.5}),
    ("HỘI ĐỒNG NHÂN DÂN", True, False, {12: 45.7, 13: 49.6, 14: 53.4}),
    ("TM. ỦY BAN NHÂN DÂN", True, False, {13: 52.9, 14: 56.9}),
    ("TM. HỘI ĐỒNG NHÂN DÂN", True, False, {13: 59.2, 14: 63.8}),
    ("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", True, False, {13: 95.6, 14: 102.9}),
    ("NGHỊ QUYẾT", True, False, {13: 29.7, 14: 32.0}),
    ("Long Hồ, ngày 21 tháng 9 năm 2026", False, True, {13: 67.5, 14: 72.7}),
    ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", False, True, {13: 98.7, 14: 106.3}),
]
CHU_VIET = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
cau = st.text(alphabet=CHU_VIET + CHU_VIET.upper() + "0123456789 ,.;:-/–()%\u00a0", min_size=0, max_size=200)


@pytest.mark.parametrize(("chu", "dam", "nghieng", "do"), BANG, ids=[b[0] for b in BANG])
def test_dung_bang_so_do_cua_the_thuc(chu: str, dam: bool, nghieng: bool, do: dict[int, float]) -> None:
    for co, mm in do.items():
        assert round(rong_mm(chu, co_pt=co, dam=dam, nghieng=nghieng), 1) == mm


def test_quoc_hieu_13_pt_vua_cot_phai_100_mm() -> None:
    assert ngat_dong("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 100, co_pt=13, dam=True) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_du_moi_chu_cai_viet() -> None:
    assert len(CHU_VIET) == 12 * 6 + 17
    assert do_duoc(CHU_VIET + CHU_VIET.upper() + "0123456789.,;:!?()[]/-–—“”‘’…%&<>=+*₫²³°≥≤×½\u00a0")
    assert all(unicodedata.is_normalized("NFC", c) for c in CHU_VIET)


def test_chu_la_tinh_mot_em() -> None:
    assert not do_duoc("越")
    assert rong_mm("越", co_pt=72) == pytest.approx(25.4)
    assert rong_mm("", co_pt=14) == 0


def test_tep_so_do_ghi_nguon_va_giay_phep() -> None:
    nguon = json.loads(tep_du_lieu("so_do", "tinos.json").read_text(encoding="utf-8"))["nguon"]
    assert nguon["phong"] == "Tinos"
    assert "OFL" in nguon["giay_phep"] or "Open Font License 1.1" in nguon["giay_phep"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", nguon["ngay_lam"])


def test_ngat_o_khoang_trang_va_gach_noi_khong_o_gach_cheo() -> None:
    assert ngat_dong("một hai ba", 1000, co_pt=14) == ["một hai ba"]
    mot_dong = rong_mm("số 15/QĐ-UBND", co_pt=14)
    assert ngat_dong("số 15/QĐ-UBND", mot_dong, co_pt=14) == ["số 15/QĐ-UBND"]
    assert ngat_dong("số 15/QĐ-UBND", mot_dong - 1, co_pt=14) == ["số 15/QĐ-", "UBND"]
    assert ngat_dong("giai đoạn 2026-2030", rong_mm("giai đoạn 2026-20", co_pt=14), co_pt=14) == ["giai đoạn", "2026-2030"]
    assert ngat_dong("ab/cd ef", rong_mm("ab/", co_pt=14), co_pt=14)[0] == "ab/"


def test_khoang_trang_khong_ngat_giu_hai_tu_mot_dong() -> None:
    assert ngat_dong("một hai\u00a0ba", rong_mm("một hai", co_pt=14), co_pt=14) == ["một", "hai\u00a0ba"]


def test_xuong_dong_co_san_va_dong_dai_nhat() -> None:
    assert ngat_dong("a\nbb", 100, co_pt=14) == ["a", "bb"]
    assert rong_dong_dai_nhat("a\nbb", 100, co_pt=14) == rong_mm("bb", co_pt=14)
    assert rong_dong_dai_nhat("", 100, co_pt=14) == 0


@given(cau, st.floats(min_value=5, max_value=170), st.sampled_from([11, 13, 14]), st.booleans())
def test_ngat_dong_khong_mat_chu_va_moi_dong_deu_vua(chu: str, vung: float, co: int, dam: bool) -> None:
    dong = ngat_dong(chu, vung, co_pt=co, dam=dam)
    assert "".join(dong).replace(" ", "") == chu.replace(" ", "")
    assert all(rong_mm(d, co_pt=co, dam=dam) <= vung + 0.02 for d in dong)


@given(cau, cau)
def test_be_rong_cong_duoc(dau: str, cuoi: str) -> None:
    tong = rong_mm(dau, co_pt=14) + rong_mm(cuoi, co_pt=14)
    assert rong_mm(dau + cuoi, co_pt=14) == pytest.approx(tong, abs=1e-6)
