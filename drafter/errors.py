"""Lỗi của chính chương trình hoặc của môi trường chạy; mỗi lớp mang mã thoát của dòng lệnh."""

from __future__ import annotations


class DrafterError(Exception):
    """Gốc của mọi lỗi có câu trả lời cho người dùng; ``ma_thoat`` là mã thoát của dòng lệnh."""

    ma_thoat = 2

    def __init__(self, thong_bao: str, *, cach_sua: str = "", cho: str = "") -> None:
        super().__init__(thong_bao)
        self.thong_bao = thong_bao
        self.cach_sua = cach_sua
        self.cho = cho


class UsageError(DrafterError):
    """Gọi sai, hoặc nơi ghi không dùng được (mã 2)."""

    ma_thoat = 2


class TemplateError(DrafterError):
    """Mẫu hỏng (mã 3)."""

    ma_thoat = 3


class EngineError(DrafterError):
    """Thiếu hoặc hỏng bộ máy làm PDF (mã 4)."""

    ma_thoat = 4


class InputError(DrafterError):
    """Không đọc được tệp đầu vào (mã 5)."""

    ma_thoat = 5
