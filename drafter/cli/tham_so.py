"""Tham số dùng chung của các lệnh: tên tiếng Việt, gõ nốt mã mẫu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])
THU_MUC = click.Path(path_type=Path, file_okay=False)
DUONG_DAN = click.Path(path_type=Path)


def goi_ma_mau(ctx: click.Context, _tham_so: click.Parameter, dau: str) -> list[CompletionItem]:
    """Các mã mẫu bắt đầu bằng ``dau``."""
    from drafter.world import World

    rieng = (ctx.parent.params if ctx.parent else {}).get("noi_mau")
    return [CompletionItem(ma) for ma, _ in World.that(templates=rieng).ke_mau() if ma.startswith(dau)]


def goi_vi_du(ctx: click.Context, _tham_so: click.Parameter, dau: str) -> list[CompletionItem]:
    """Các tên ví dụ của mẫu đã gõ, bắt đầu bằng ``dau``."""
    from drafter.world import World

    rieng = (ctx.parent.params if ctx.parent else {}).get("noi_mau")
    thu_muc = dict(World.that(templates=rieng).ke_mau()).get(str(ctx.params.get("ma")))
    return (
        [CompletionItem(t.stem) for t in sorted((thu_muc / "vi_du").glob("*.yaml")) if t.stem.startswith(dau)] if thu_muc else []
    )


def tham_so_mau() -> Callable[[F], F]:
    """Tham số MẪU có gõ nốt."""
    return click.argument("ma", metavar="MẪU", shell_complete=goi_ma_mau)


def tuy_chon_thu_muc_mau() -> Callable[[F], F]:
    """Tùy chọn ``--mau`` chỉ thư mục mẫu riêng."""
    return click.option("--mau", "noi_mau", type=THU_MUC, metavar="THƯ_MỤC", help="Thư mục mẫu riêng, tìm trước mẫu đi kèm.")
