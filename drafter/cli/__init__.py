"""Dòng lệnh: cửa mỏng, mỗi lệnh một tệp, chỉ nạp lệnh được gọi."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from drafter import __version__
from drafter.cli.viet import Nhom
from drafter.errors import DrafterError

_LENH = {
    "soan": ("drafter.cli.soan", "Soạn văn bản từ một phiếu đã điền."),
    "mau": ("drafter.cli.mau", "Xem mẫu, lấy phiếu để điền, tạo mẫu mới."),
    "don-vi": ("drafter.cli.don_vi", "Tra đơn vị hành chính, nay và trước 01/7/2025."),
}
_TEN_KHAC = {"draft": "soan", "templates": "mau", "units": "don-vi"}


class NhomLenh(Nhom):
    """Nhóm lệnh nạp chậm, nhận tên tiếng Anh, gợi ý khi gõ sai."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Tên các lệnh."""
        return list(_LENH)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Lệnh theo tên Việt hoặc Anh."""
        ten = _TEN_KHAC.get(cmd_name, cmd_name).replace("_", "-")
        if ten not in _LENH:
            return None
        lenh = import_module(_LENH[ten][0]).lenh
        assert isinstance(lenh, click.Command)
        return lenh

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Như click, nhưng báo lỗi bằng tiếng Việt."""
        ten = args[0] if args else ""
        if ten and not ten.startswith("-") and self.get_command(ctx, ten) is None:
            import difflib

            gan = difflib.get_close_matches(ten, [*_LENH, *_TEN_KHAC], n=1)
            raise click.UsageError(f"Không có lệnh “{ten}”." + (f" Ý bạn là “{gan[0]}”?" if gan else " Xem: drafter --help."))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Danh sách lệnh, không nạp lệnh nào."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(ten, mo_ta) for ten, (_, mo_ta) in _LENH.items()])


@click.group(
    cls=NhomLenh,
    help="Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ dữ liệu.",
    epilog="\b\nBắt đầu:\n  drafter mau\n  drafter mau phieu MẪU -o phieu.yaml\n  drafter soan phieu.yaml",
)
@click.version_option(__version__, prog_name="drafter", message="%(prog)s %(version)s", help="Xem số phiên bản rồi thoát.")
def nhom() -> None:
    """Gốc của dòng lệnh."""


def _utf8() -> None:
    """Màn hình Windows cũ không nói UTF-8; ép để chữ Việt không thành lỗi."""
    for luong in (sys.stdout, sys.stderr):
        dat_lai = getattr(luong, "reconfigure", None)
        if dat_lai is not None and (luong.encoding or "").lower().replace("-", "") != "utf8":
            dat_lai(encoding="utf-8", errors="replace")


def main() -> None:
    """Chạy dòng lệnh; mã thoát: 0 xong, 1 có lỗi trong dữ liệu, 2 gọi sai, 3 mẫu hỏng, 4 thiếu bộ máy PDF, 5 không đọc được."""
    _utf8()
    try:
        nhom.main(prog_name="drafter", standalone_mode=False)
    except DrafterError as ngoai_le:
        click.secho(f"Lỗi: {ngoai_le.thong_bao}", err=True, fg="red")
        for dong in (f"  Ở: {ngoai_le.cho}" if ngoai_le.cho else "", f"  Sửa: {ngoai_le.cach_sua}" if ngoai_le.cach_sua else ""):
            if dong:
                click.echo(dong, err=True)
        sys.exit(ngoai_le.ma_thoat)
    except click.exceptions.Exit as thoat:
        sys.exit(thoat.exit_code)
    except click.Abort:
        click.echo("Đã dừng.", err=True)
        sys.exit(130)
    except click.ClickException as ngoai_le:
        from drafter.cli.loi_goi import dich

        click.secho(f"Lỗi: {dich(ngoai_le)}", err=True, fg="red")
        sys.exit(2)
