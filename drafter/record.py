"""Dữ liệu thô của một phiếu: cây chữ có nơi xuất xứ, chưa hiểu gì thêm.

Mọi giá trị là chữ (kể cả số, ngày, có/không); kiểu của trường trong ``mau.yaml`` mới chuyển đổi, nên YAML, JSON, Excel và HTTP
đi cùng một đường.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from drafter.model import Nguon

KHONG_RO = Nguon()


@dataclass(frozen=True, slots=True)
class La:
    """Một giá trị chữ; rỗng nghĩa là để trống."""

    chu: str
    nguon: Nguon = KHONG_RO


@dataclass(frozen=True, slots=True)
class Nhanh:
    """Các mục có tên, theo thứ tự gõ."""

    muc: dict[str, Cay] = field(default_factory=dict)
    nguon: Nguon = KHONG_RO


@dataclass(frozen=True, slots=True)
class Day:
    """Một dãy."""

    phan_tu: tuple[Cay, ...] = ()
    nguon: Nguon = KHONG_RO


Cay: TypeAlias = La | Nhanh | Day


def duyet(cay: Cay, duong_dan: str = "") -> Iterator[tuple[str, La]]:
    """Từng lá với đường dẫn của nó: ``truong.chi_tieu[0].ten``."""
    if isinstance(cay, La):
        yield duong_dan, cay
    elif isinstance(cay, Nhanh):
        for ten, con in cay.muc.items():
            yield from duyet(con, f"{duong_dan}.{ten}" if duong_dan else ten)
    else:
        for i, con in enumerate(cay.phan_tu):
            yield from duyet(con, f"{duong_dan}[{i}]")
