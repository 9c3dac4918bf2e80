"""Soát chữ: mỗi quy tắc có chỗ phải báo và chỗ không được báo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.vn.chinh_ta import kiem_cap, kiem_chu


def _ma(chu: str) -> list[str]:
    return [p.ma for p in kiem_chu(chu)]


SAI = [
    ("Cơ quan  có trách nhiệm.", "chinh_ta.khoang_trang_kep", 7),
    ("Ủy ban nhân dân xã , phường", "chinh_ta.trang_truoc_dau", 18),
    ("Thực hiện như sau :", "chinh_ta.trang_truoc_dau", 17),
    ("Ông “Nguyễn Văn A ” chủ trì", "chinh_ta.trang_truoc_dau", 17),
    ("Kết thúc tại đây .", "chinh_ta.trang_truoc_dau", 16),
    ("Các xã,phường báo cáo", "chinh_ta.thieu_trang", 6),
    ("Họp thôn;niêm yết", "chinh_ta.thieu_trang", 8),
    ("Ủy ban nhân dân xã.Chủ tịch ký", "chinh_ta.thieu_trang", 18),
    ("– Tổ chức hội nghị", "chinh_ta.gach_dau_dong", 0),
    ("Văn hóa – Xã hội", "chinh_ta.gach_noi", 7),
    ("Kinh tế—xã hội", "chinh_ta.gach_noi", 7),
    ("Quyết định sо́ 5", "chinh_ta.chu_gia", 12),
    ("СĂN CỨ pháp lý", "chinh_ta.chu_gia", 0),
    ("Ðiều này được thực hiện", "chinh_ta.chu_gia", 0),
    ("hΟp lệ và đúng", "chinh_ta.chu_gia", 1),
    ("Công\u200bkhai", "chinh_ta.ky_tu_an", 4),
    ("ph\u00adương án", "chinh_ta.ky_tu_an", 2),
    ("\ufeffKế hoạch này", "chinh_ta.ky_tu_an", 0),
    ("Theo điều 5 của Luật", "VH-19", 5),
    ("Theo khoản 2 điều 5", "VH-19", 13),
    ("Quy định tại chương II", "VH-19", 13),
    ("Quy định tại mục III Kế hoạch này", "VH-19", 13),
    ("Theo quy định tại Khoản 2 Điều 5", "VH-19", 18),
    ("Theo quy định tại Điểm a khoản 2", "VH-19", 18),
    ("Công khai kịp thời; Thực hiện nghiêm", "chinh_ta.hoa_sau_cham_phay", 20),
    ("Công khai kịp thời; Và báo cáo", "chinh_ta.hoa_sau_cham_phay", 20),
    ("xóa bỏ hủ tục trong cộng đồng.", "chinh_ta.dau_doan_thuong", 0),
    ("- tuyên truyền đến từng hộ;", "chinh_ta.dau_doan_thuong", 2),
    ("a) công khai tại trụ sở;", "chinh_ta.dau_doan_thuong", 3),
    ("1. mục đích của kế hoạch", "chinh_ta.dau_doan_thuong", 3),
    ("TT Chi Lăng, ngày 01 tháng 4 năm 2024", "chinh_ta.tat_dia_danh", 0),
    ("Tại TP. Hồ Chí Minh", "chinh_ta.tat_dia_danh", 4),
    ("Tại TX.Bình Long", "chinh_ta.tat_dia_danh", 4),
]


@pytest.mark.parametrize(("chu", "ma", "vi_tri"), SAI)
def test_bao_dung_cho(chu: str, ma: str, vi_tri: int) -> None:
    assert (ma, vi_tri) in [(p.ma, p.vi_tri) for p in kiem_chu(chu)]


DUNG = [
    "Kế hoạch này có hiệu lực kể từ ngày ký./.",
    "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ;",
    "Số:      /QĐ-UBND, ngày      tháng      năm 2026",
    "Căn cứ Nghị quyết số    /NQ-HĐND ngày    tháng    năm 2024 của Hội đồng nhân dân tỉnh;",
    "Họ và tên: ........ , sinh ngày ......",
    "Tỷ lệ 95,5%; mức 1.500.000 đồng; lúc 08:30.",
    "Thư điện tử: ubnd.longho,x@vinhlong.gov.vn; trang https://longho.gov.vn/a,b;c.",
    "Công khai trên longho.vinhlong.gov.vn và niêm yết.",
    "Quy định tại điểm a khoản 2 Điều 5 Mục 1 Chương II Luật này.",
    "Quy định tại các điều 8, 9 và 10 Nghị định này.",
    "Khoản 2 được sửa đổi như sau:",
    "Sửa đổi như sau: “Khoản 2. Người dân bàn và quyết định.”",
    "1. Khoản 3 Điều 4 được bãi bỏ.",
    "Có 05 điều và một phần việc.",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật này;",
    "Chủ tịch Ủy ban nhân dân xã; Công an xã; Ban Thanh tra nhân dân; Thực phẩm.",
    "đ) Tổ chức hội nghị;",
    "- Như Điều 3;",
    "Thông tư số 05/2025/TT-BNV và Tờ trình số 12/TTr-UBND",
    "Kinh tế - Xã hội; giai đoạn 2021–2026",
    "Độ rộng 5 μm, góc α",
    "www.chinhphu.vn",
    "Họp thôn, v.v. và các việc khác",
    "M'Drắk, Đắk Lắk",
    "",
]


@pytest.mark.parametrize("chu", DUNG)
def test_khong_bao_nham(chu: str) -> None:
    assert kiem_chu(chu) == ()


def test_nhieu_dong_la_nhieu_doan() -> None:
    assert [(p.ma, p.vi_tri) for p in kiem_chu("Mở đầu.\nxóa bỏ hủ tục.")] == [("chinh_ta.dau_doan_thuong", 8)]


def test_moi_dieu_bao_deu_noi_cach_sua() -> None:
    for chu, _, _ in SAI:
        for p in kiem_chu(chu):
            assert p.thong_bao.endswith(".")
            assert p.cach_sua.endswith(".")


@pytest.mark.parametrize(
    ("doan", "mong_doi"),
    [
        (["Theo “Quy chế” (sau đây gọi là Quy chế)"], []),
        (["Trích “mở ở đây", "đóng ở đây”"], []),
        (["a) Việc thứ nhất", "1) Việc khác", "theo điểm b) khoản 2"], []),
        (['Gọi là "Quy chế"', 'và "Kế hoạch"'], []),
        (["Thiếu đóng (như sau", "đoạn sau)"], [(0, 11), (1, 8)]),
        (["Thừa đóng như sau)"], [(0, 17)]),
        (["Mở “không đóng"], [(0, 3)]),
        (["đóng không mở”"], [(0, 13)]),
        (['một nháy "lẻ'], [(0, 9)]),
        (["sai thứ tự (a]"], [(0, 11), (0, 13)]),
        ([], []),
    ],
)
def test_kiem_cap(doan: list[str], mong_doi: list[tuple[int, int]]) -> None:
    assert [(so, p.vi_tri) for so, p in kiem_cap(doan)] == mong_doi


@given(st.text(max_size=80))
def test_vi_tri_luon_nam_trong_chu_va_dung_thu_tu(chu: str) -> None:
    vi_tri = [p.vi_tri for p in kiem_chu(chu)]
    assert vi_tri == sorted(vi_tri)
    assert all(0 <= v < len(chu) for v in vi_tri)


@given(st.lists(st.text('()[]“”"a ', max_size=12), max_size=5))
def test_kiem_cap_khong_bao_khi_khong_co_dau(doan: list[str]) -> None:
    sach = [d.translate(str.maketrans("", "", '()[]“”"')) for d in doan]
    assert kiem_cap(sach) == ()
    for so, p in kiem_cap(doan):
        assert doan[so][p.vi_tri] in '()[]“”"'
