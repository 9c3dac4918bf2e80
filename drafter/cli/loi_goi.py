"""Lỗi gọi lệnh của click, nói bằng tiếng Việt."""

from __future__ import annotations

import re

import click

_CAU = (
    (r"Got unexpected extra arguments? \((.+)\)", "Thừa tham số: {0}."),
    (r"Option '([^']+)' requires an argument", "“{0}” cần một giá trị đứng sau."),
    (r"Option '([^']+)' requires (\d+) arguments", "“{0}” cần {1} giá trị đứng sau."),
    (r"Option '([^']+)' does not take a value", "“{0}” không nhận giá trị."),
    (r"(?:File|Directory|Path) '(.+)' does not exist", "Không có “{0}”."),
    (r"'(.+)' is a file|(?:Directory) '(.+)' is a file", "“{0}” là một tệp, ở đây cần thư mục."),
    (r"(?:File|Path) '(.+)' is a directory", "“{0}” là một thư mục, ở đây cần tệp."),
    (r"'(.+)' is not readable", "Không đọc được “{0}”."),
    (r"'(.+)' is not writable", "Không ghi được “{0}”."),
    (r"'(.+)' is not a valid (?:integer|float|number)", "“{0}” không phải là số."),
    (r"Missing command", "Chưa ghi lệnh nào."),
)


def dich(loi: click.ClickException) -> str:
    """Câu tiếng Việt cho một lỗi gọi lệnh."""
    if isinstance(loi, click.NoSuchOption):
        gan = f" Ý bạn là “{loi.possibilities[0]}”?" if loi.possibilities else ""
        return f"Không có tùy chọn “{loi.option_name}”.{gan}"
    if isinstance(loi, click.MissingParameter):
        ten = loi.param.make_metavar(loi.ctx) if loi.param is not None and loi.ctx is not None else "tham số"
        return f"Thiếu {ten}."
    if isinstance(loi, click.FileError):
        return f"Không mở được tệp {loi.ui_filename}."
    cau = _dich_cau(loi.message)
    if isinstance(loi, click.BadParameter) and loi.param is not None:
        kieu = loi.param.type
        if isinstance(kieu, click.Choice):
            cau = "Chỉ nhận: " + ", ".join(str(c) for c in kieu.choices) + "."
        ten = loi.param.opts[-1] if isinstance(loi.param, click.Option) else str(loi.param.metavar or loi.param.name)
        return f"Giá trị của “{ten}” không đúng. {cau}"
    return cau


def huong_dan(loi: click.ClickException) -> str:
    """Lệnh xem trợ giúp nên gõ tiếp; rỗng khi không biết đang ở lệnh nào."""
    ctx = getattr(loi, "ctx", None)
    return f"{ctx.command_path} --help" if ctx is not None else ""


def _dich_cau(chu: str) -> str:
    for mau, viet in _CAU:
        khop = re.search(mau, chu)
        if khop:
            return viet.format(*[g for g in khop.groups() if g is not None])
    # Câu của chính chương trình này luôn có dấu tiếng Việt; câu lạ của click thì không.
    return chu if re.search(r"[^\x00-\x7f]", chu) else "Gọi lệnh chưa đúng."
