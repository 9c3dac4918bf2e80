"""Văn bản thật để thử: đọc tại chỗ, không chép vào kho mã. Không có thì các vòng lặp trên chúng không chạy vòng nào."""

from __future__ import annotations

import os
from pathlib import Path

VAN_BAN_MAU = Path(__file__).resolve().parents[2] / "shared" / "van_ban_mau"


def mau_that(dau_ten: str = "") -> list[str]:
    """Chữ của các văn bản thật có tên bắt đầu bằng ``dau_ten``, trong ``DRAFTER_VAN_BAN_MAU`` hoặc thư mục bên cạnh kho mã."""
    thu_muc = Path(os.environ.get("DRAFTER_VAN_BAN_MAU", VAN_BAN_MAU))
    return [tep.read_text(encoding="utf-8") for tep in sorted(thu_muc.glob(f"{dau_ten}*.txt"))]
