"""Chỗ xuống dòng của tên cơ quan và trích yếu: ở chỗ người đọc nghỉ hơi, không chẻ đôi một từ."""

from __future__ import annotations

import pytest

from drafter.metrics import rong_mm
from drafter.trinh_bay.ngat import ngat_deu

TEN = [
    ("Trường Tiểu học Liên Chiểu", ["TRƯỜNG TIỂU HỌC", "LIÊN CHIỂU"]),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", ["VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"]),
    ("xã Long Hồ", ["XÃ LONG HỒ"]),
]


@pytest.mark.parametrize(("ten", "dong"), TEN)
def test_ten_co_quan(ten: str, dong: list[str]) -> None:
    rong = 60.0 if len(ten) < 40 else 90.0
    assert ngat_deu(ten, rong, co_pt=13, dam=True, in_hoa=True) == dong


def test_trich_yeu_xuong_dong_truoc_cum() -> None:
    chu = "Về các biện pháp bảo đảm thực hiện dân chủ ở cơ sở trên địa bàn xã Long Hồ"
    assert ngat_deu(chu, 160, co_pt=14, dam=True) == [
        "Về các biện pháp bảo đảm thực hiện dân chủ ở cơ sở",
        "trên địa bàn xã Long Hồ",
    ]


@pytest.mark.parametrize("so_chu", [1, 5, 20, 60, 120])
def test_du_chu_va_vua_cot(so_chu: int) -> None:
    chu = " ".join(["nhiệm", "vụ", "phát", "triển", "kinh"][i % 5] for i in range(so_chu))
    dong = ngat_deu(chu, 100, co_pt=14, dam=True)
    assert " ".join(dong) == chu
    assert all(rong_mm(d, co_pt=14, dam=True) <= 100 for d in dong)
