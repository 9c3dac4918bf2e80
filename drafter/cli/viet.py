"""Trang trợ giúp và cách gọi lệnh của click, bằng tiếng Việt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import ClassVar

import click

_CHU_ANH = (
    (re.compile(r"\bPATH\b|\bFILENAME\b"), "ĐƯỜNG_DẪN"),
    (re.compile(r"\bFILE\b"), "TỆP"),
    (re.compile(r"\bDIRECTORY\b"), "THƯ_MỤC"),
    (re.compile(r"\bTEXT\b"), "CHỮ"),
    (re.compile(r"\b(?:INTEGER|FLOAT)\b(?: RANGE)?"), "SỐ"),
    (re.compile(r"\[default: "), "[mặc định: "),
    (re.compile(r"\[required\]"), "[bắt buộc]"),
)


def viet_hoa_muc(chu: str) -> str:
    """Mục trợ giúp của click với các từ tiếng Anh cố định đổi sang tiếng Việt."""
    for mau, viet in _CHU_ANH:
        chu = mau.sub(viet, chu)
    return chu


class _TroGiup:
    """Các đề mục của trang trợ giúp, tiếng Việt."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Dòng cách dùng."""
        assert isinstance(self, click.Command)
        phan = []
        for p in self.collect_usage_pieces(ctx):
            if p == "[OPTIONS]":
                phan.append("[TÙY CHỌN]")
            elif "COMMAND" in p:
                phan.append("[LỆNH …]" if p.startswith("[") else "LỆNH …")
            else:
                phan.append(p)
        formatter.write_usage(ctx.command_path, " ".join(phan), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Mục tùy chọn, rồi các lệnh con nếu có."""
        assert isinstance(self, click.Command)
        muc = [r for p in self.get_params(ctx) if isinstance(p, click.Option) and (r := p.get_help_record(ctx)) is not None]
        if muc:
            with formatter.section("Tùy chọn"):
                formatter.write_dl([(viet_hoa_muc(ten), viet_hoa_muc(giup)) for ten, giup in muc])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Tùy chọn xem trợ giúp."""
        return click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_in_tro_giup,
            help="Xem trang này rồi thoát.",
        )


def _in_tro_giup(ctx: click.Context, _tham_so: click.Parameter, gia_tri: bool) -> None:
    if gia_tri and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class Lenh(_TroGiup, click.Command):
    """Lệnh có trang trợ giúp tiếng Việt."""


class Nhom(_TroGiup, click.Group):
    """Nhóm lệnh có trang trợ giúp tiếng Việt, nhận tên tiếng Anh (``ten_khac``), gợi ý khi gõ sai."""

    command_class = Lenh
    ten_khac: ClassVar[Mapping[str, str]] = {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Lệnh theo tên Việt hoặc Anh, gạch nối hay gạch dưới."""
        ten = cmd_name.replace("_", "-")
        return self.tim_lenh(ctx, self.ten_khac.get(ten, ten))

    def tim_lenh(self, ctx: click.Context, ten: str) -> click.Command | None:
        """Lệnh có đúng tên Việt ``ten``."""
        return super().get_command(ctx, ten)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Như click, nhưng báo lỗi bằng tiếng Việt và gọi lệnh bằng tên Việt."""
        ten = args[0] if args else ""
        lenh = self.get_command(ctx, ten) if ten else None
        if ten and not ten.startswith("-") and lenh is None and not ctx.resilient_parsing:
            gan = difflib.get_close_matches(ten, [*self.list_commands(ctx), *self.ten_khac], n=1)
            goi_y = f"Ý bạn là “{gan[0]}”?" if gan else f"Xem: {ctx.command_path} --help."
            raise click.UsageError(f"Không có lệnh “{ten}”. {goi_y}", ctx)
        return (lenh.name, lenh, args[1:]) if lenh is not None else super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Danh sách lệnh con."""
        with formatter.section("Lệnh"):
            lenh = ((ten, self.get_command(ctx, ten)) for ten in self.list_commands(ctx))
            formatter.write_dl([(ten, c.get_short_help_str(80)) for ten, c in lenh if c is not None])
