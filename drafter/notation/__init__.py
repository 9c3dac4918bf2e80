"""Ký pháp lời văn: viết một nghị quyết như người ta vẫn viết nghị quyết.

Một dòng là một đoạn, dòng trống không có nghĩa (trừ việc ngăn hai bảng liền nhau), nhãn đầu dòng quyết định cấp.
``\\`` đầu dòng, hoặc ngay sau nhãn, nói "từ đây là lời văn"; trong dòng ``\\`` thoát ``*``, ``[^``, ``@``, ``|``, ``{#``, ``\\``,
``<br>``. Dòng ``> `` là lời trích. Ký tự U+E000–U+F8FF là chữ thường không tạo cấu trúc.
"""

from drafter.notation.danh_so import danh_so_lai
from drafter.notation.dong import NguCanh, chu_tran, in_dong, parse_dong
from drafter.notation.in_ra import in_ra, van_ban_thuan
from drafter.notation.kiem import kiem_danh_so
from drafter.notation.parse import KetQua, parse
from drafter.notation.tham_chieu import chen_chu_thich, chen_dong, chen_tham_chieu, nhan_cho

__all__ = [
    "KetQua", "NguCanh", "chen_chu_thich", "chen_dong", "chen_tham_chieu", "chu_tran", "danh_so_lai", "in_dong", "in_ra",
    "kiem_danh_so", "nhan_cho", "parse", "parse_dong", "van_ban_thuan",
]  # fmt: skip
