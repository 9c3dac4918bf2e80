"""``drafter hoan-thanh``: kịch bản để phím Tab gõ nốt lệnh, tùy chọn và mã mẫu."""

from __future__ import annotations

import click

from drafter.cli.viet import Lenh

_VO = ("bash", "zsh", "fish")


@click.command(cls=Lenh, name="hoan-thanh", short_help="Để phím Tab gõ nốt lệnh và mã mẫu.")
@click.argument("vo", type=click.Choice(_VO), metavar="[bash|zsh|fish]")
def lenh(vo: str) -> None:
    """In kịch bản gõ nốt cho vỏ lệnh bash, zsh hoặc fish.

    \b
    Dùng:
      bash:  eval "$(drafter hoan-thanh bash)"      (thêm vào ~/.bashrc)
      zsh:   eval "$(drafter hoan-thanh zsh)"       (thêm vào ~/.zshrc)
      fish:  drafter hoan-thanh fish | source
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from drafter.cli import BIEN_GO_NOT, nhom

    lop = get_completion_class(vo)
    assert lop is not None
    # Gọi thẳng lớp gốc: bản của bash chạy thử bash và nói tiếng Anh khi không có.
    click.echo(ShellComplete.source(lop(nhom, {}, "drafter", BIEN_GO_NOT)))
