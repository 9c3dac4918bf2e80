"""Bấm giờ một việc nhiều lần và nói kết quả bằng trung vị."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class KetQua:
    """Một phép đo: trung vị, ngắn nhất, dài nhất (ms) của ``lan`` lần chạy, sau một lần chạy nháp không tính."""

    ten: str
    lan: int
    trung_vi_ms: float
    ngan_nhat_ms: float
    dai_nhat_ms: float

    def dong(self) -> str:
        """Một dòng bảng Markdown."""
        return f"| {self.ten} | {self.lan} | {self.trung_vi_ms:.2f} | {self.ngan_nhat_ms:.2f} | {self.dai_nhat_ms:.2f} |"

    def json(self) -> dict[str, object]:
        """Các trường, để in JSON."""
        return asdict(self)


def bam_gio(ten: str, viec: Callable[[], object], *, lan: int) -> KetQua:
    """Chạy ``viec`` một lần nháp rồi ``lan`` lần có tính giờ (``lan`` từ 1)."""
    viec()
    ms = []
    for _ in range(lan):
        luc = time.perf_counter()
        viec()
        ms.append((time.perf_counter() - luc) * 1000)
    return KetQua(ten, lan, statistics.median(ms), min(ms), max(ms))
