"""Trang trợ giúp của click bằng tiếng Việt."""

from __future__ import annotations

import click


class _TroGiup:
    """Các đề mục của trang trợ giúp, tiếng Việt."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Dòng cách dùng."""
        assert isinstance(self, click.Command)
        phan = [
            "[TÙY CHỌN]" if p == "[OPTIONS]" else "LỆNH …" if p.startswith("COMMAND") else p
            for p in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(phan), prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Mục tùy chọn, rồi các lệnh con nếu có."""
        assert isinstance(self, click.Command)
        muc = [r for p in self.get_params(ctx) if isinstance(p, click.Option) and (r := p.get_help_record(ctx)) is not None]
        if muc:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(muc)
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
    """Nhóm lệnh có trang trợ giúp tiếng Việt."""

    command_class = Lenh

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Danh sách lệnh con."""
        with formatter.section("Lệnh"):
            lenh = ((ten, self.get_command(ctx, ten)) for ten in self.list_commands(ctx))
            formatter.write_dl([(ten, c.get_short_help_str(80)) for ten, c in lenh if c is not None])
