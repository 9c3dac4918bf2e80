"""Lỗi gọi lệnh của click, nói bằng tiếng Việt."""

from __future__ import annotations

import click


def dich(loi: click.ClickException) -> str:
    """Câu tiếng Việt cho một lỗi gọi lệnh."""
    if isinstance(loi, click.NoSuchOption):
        gan = f" Ý bạn là “{loi.possibilities[0]}”?" if loi.possibilities else ""
        return f"Không có tùy chọn “{loi.option_name}”.{gan}"
    if isinstance(loi, click.MissingParameter):
        ten = loi.param.make_metavar(loi.ctx) if loi.param is not None and loi.ctx is not None else "tham số"
        return f"Thiếu {ten}."
    if isinstance(loi, click.BadParameter):
        ten = loi.param.name if loi.param is not None else ""
        return f"Giá trị của “{ten}” không đúng: {loi.message}"
    if isinstance(loi, click.FileError):
        return f"Không mở được tệp {loi.ui_filename}."
    return loi.format_message()
