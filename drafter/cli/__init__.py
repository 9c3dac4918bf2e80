"""Dòng lệnh: cửa mỏng, mỗi lệnh một tệp, chỉ nạp lệnh được gọi."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import ClassVar

import click

from drafter import __version__
from drafter.cli.viet import Nhom
from drafter.errors import DrafterError

_LENH = {
    "soan": ("drafter.cli.soan", "Soạn văn bản từ một phiếu đã điền."),
    "mau": ("drafter.cli.mau", "Xem mẫu, lấy phiếu để điền, tạo mẫu mới."),
    "don-vi": ("drafter.cli.don_vi", "Tra đơn vị hành chính, nay và trước 01/7/2025."),
    "hoan-thanh": ("drafter.cli.hoan_thanh", "Để phím Tab gõ nốt lệnh và mã mẫu (bash, zsh, fish)."),
}
# Tên biến do click đặt ra cho lệnh "drafter".
BIEN_GO_NOT = "_DRAFTER_COMPLETE"


class NhomLenh(Nhom):
    """Nhóm lệnh gốc, nạp chậm."""

    ten_khac: ClassVar = {"draft": "soan", "templates": "mau", "units": "don-vi", "completion": "hoan-thanh"}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Tên các lệnh."""
        return list(_LENH)

    def tim_lenh(self, ctx: click.Context, ten: str) -> click.Command | None:
        """Lệnh có tên Việt ``ten``, nạp lúc này."""
        if ten not in _LENH:
            return None
        lenh = import_module(_LENH[ten][0]).lenh
        assert isinstance(lenh, click.Command)
        return lenh

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Danh sách lệnh, không nạp lệnh nào."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(ten, mo_ta) for ten, (_, mo_ta) in _LENH.items()])


@click.group(
    cls=NhomLenh,
    invoke_without_command=True,
    help="Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ dữ liệu.",
    epilog="\b\nBắt đầu:\n  drafter mau\n  drafter mau phieu MẪU -o phieu.yaml\n  drafter soan phieu.yaml",
)
@click.version_option(__version__, prog_name="drafter", message="%(prog)s %(version)s", help="Xem số phiên bản rồi thoát.")
@click.pass_context
def nhom(ctx: click.Context) -> None:
    """Gốc của dòng lệnh; không kèm lệnh nào thì in trang trợ giúp."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _utf8() -> None:
    """Màn hình Windows cũ không nói UTF-8, tên tệp cũ không phải UTF-8: chữ lạ thành "?" chứ không thành lỗi."""
    for luong in (sys.stdout, sys.stderr):
        dat_lai = getattr(luong, "reconfigure", None)
        if dat_lai is not None:
            dat_lai(encoding="utf-8", errors="replace")


def main() -> None:
    """Chạy dòng lệnh; mã thoát: 0 xong, 1 có lỗi trong dữ liệu, 2 gọi sai, 3 mẫu hỏng, 4 thiếu bộ máy PDF, 5 không đọc được."""
    _utf8()
    sys.excepthook = _loi_chuong_trinh
    try:
        ma_thoat = _chay()
        sys.stdout.flush()
    except BrokenPipeError:
        # Người đọc (head, less) đóng ống trước: không phải lỗi; chỗ ghi nốt lúc thoát phải có nơi đi.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ma_thoat = 0
    sys.exit(ma_thoat)


def _chay() -> int:
    """Mã thoát của lệnh được gọi; lỗi có câu trả lời đã được in."""
    from drafter.cli.loi_goi import dich, huong_dan

    if viec := os.environ.get(BIEN_GO_NOT):
        from click.shell_completion import shell_complete

        return shell_complete(nhom, {}, "drafter", BIEN_GO_NOT, viec)
    mau = False if os.environ.get("NO_COLOR") else None
    try:
        with nhom.make_context("drafter", sys.argv[1:], color=mau) as ctx:
            nhom.invoke(ctx)
    except DrafterError as ngoai_le:
        return _in_loi(ngoai_le.thong_bao, ngoai_le.cho, ngoai_le.cach_sua, ngoai_le.ma_thoat)
    except click.ClickException as ngoai_le:
        xem = huong_dan(ngoai_le)
        return _in_loi(dich(ngoai_le), "", f"Xem cách gọi: {xem}" if xem else "", 2)
    except click.exceptions.Exit as thoat:
        return thoat.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        click.echo("Đã dừng, không có tệp nào ghi dở.", err=True)
        return 130
    return 0


def _in_loi(thong_bao: str, cho: str, cach_sua: str, ma_thoat: int) -> int:
    if "--json" in sys.argv:
        from drafter.cli.in_ra import in_json

        in_json({"ok": False, "loi": {"thong_bao": thong_bao, "cho": cho, "cach_sua": cach_sua}, "ma_thoat": ma_thoat})
    click.secho(f"Lỗi: {thong_bao}", err=True, fg="red")
    for nhan, chu in (("Ở", cho), ("Sửa", cach_sua)):
        if chu:
            click.echo(f"  {nhan}: {chu}", err=True)
    return ma_thoat


def _loi_chuong_trinh(kieu: type[BaseException], ngoai_le: BaseException, vet: object) -> None:
    """Lỗi không lường trước: nói đây là lỗi của chương trình, rồi để nguyên vết cho người sửa."""
    click.echo("Lỗi của chương trình, không phải của phiếu. Xin gửi các dòng dưới đây cho người bảo trì.", err=True)
    sys.__excepthook__(kieu, ngoai_le, vet)  # type: ignore[arg-type]
