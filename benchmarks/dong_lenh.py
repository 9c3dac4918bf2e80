"""Đo dòng lệnh như người dùng gặp: tiến trình mới mỗi lần, từ lúc gọi đến lúc thoát."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from benchmarks.bam_gio import KetQua, bam_gio

GOC = Path(__file__).resolve().parent.parent


def _chay(*lenh: str | Path) -> None:
    subprocess.run([sys.executable, *map(str, lenh)], cwd=GOC, check=True, capture_output=True, stdin=subprocess.DEVNULL)


def phieu_mac_dinh() -> Path:
    """Phiếu ví dụ đầu tiên theo chữ cái.

    Raises FileNotFoundError khi kho chưa có ví dụ nào.
    """
    co = sorted((GOC / "templates").glob("*/*/vi_du/*.yaml"))
    if not co:
        raise FileNotFoundError("Chưa có phiếu ví dụ nào dưới templates/*/*/vi_du/; chỉ một phiếu bằng --phieu.")
    return co[0]


def do_dong_lenh(phieu: Path, *, lan: int) -> list[KetQua]:
    """Python trống (để trừ ra), ``drafter --help``, một văn bản từ ``phieu``.

    Raises subprocess.CalledProcessError khi một lệnh thoát khác 0.
    """
    # Mỗi lần một tên mới: ghi đè có thể bị từ chối, và không phải điều đang đo.
    so_thu_tu = count(1)
    with tempfile.TemporaryDirectory() as tam:

        def soan() -> None:
            _chay("-m", "drafter", "soan", phieu, "-o", Path(tam) / f"{next(so_thu_tu)}.docx")

        return [
            bam_gio("python -c pass", lambda: _chay("-c", "pass"), lan=lan),
            bam_gio("drafter --help", lambda: _chay("-m", "drafter", "--help"), lan=lan),
            bam_gio(f"drafter soan {phieu.name}", soan, lan=lan),
        ]
