"""Tìm thư mục ``templates/`` và ``data/`` đi cùng chương trình, trong gói đã cài hoặc trong bản mã nguồn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import DrafterError


@cache
def thu_muc(ten: str) -> Path:
    """Đường dẫn thư mục ``ten`` (``data`` hoặc ``templates``): trong gói trước, rồi ngay trên gói (bản mã nguồn).

    Raises DrafterError khi cả hai nơi đều không có, tức là gói đóng thiếu.
    """
    goc = Path(__file__).resolve().parent
    for nha in (goc / "_kem", goc.parent):
        if (nha / ten).is_dir():
            return nha / ten
    raise DrafterError(f"Gói cài đặt thiếu thư mục {ten}/.", cach_sua="Cài lại drafter từ tệp .whl đầy đủ.")


def tep_du_lieu(*phan: str) -> Path:
    """Đường dẫn một tệp trong ``data/``."""
    return thu_muc("data").joinpath(*phan)


def thu_muc_mau() -> Path:
    """Đường dẫn ``templates/`` đi cùng chương trình."""
    return thu_muc("templates")
