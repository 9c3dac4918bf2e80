"""Đổi "dòng N" của lời văn đã điền thành chỗ người dùng tìm được: ô hay dòng của phiếu, hoặc tệp của mẫu."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.build.hop_cat import GiaTriNoiDung
from drafter.findings import Finding
from drafter.model import Nguon

_DONG = re.compile(r"dòng (\d+)")


def dat_cho(tim_thay: Iterable[Finding], chu: str, noi_dung: Iterable[GiaTriNoiDung], tep: str) -> list[Finding]:
    """Các điều tìm thấy khi phân tích ``chu``, với chỗ đã đổi.

    ``noi_dung`` là lời văn người dùng đã chèn vào ``chu``; điều tìm thấy ở ngoài các lời ấy là của tệp mẫu ``tep``.
    """
    khoang: list[tuple[int, int, GiaTriNoiDung]] = []
    for gt in noi_dung:
        vi_tri = chu.find(str(gt).strip("\n"))
        if vi_tri >= 0:
            dau = chu.count("\n", 0, vi_tri) + 1
            khoang.append((dau, dau + str(gt).strip("\n").count("\n"), gt))
    return [_mot(f, khoang, tep) for f in tim_thay]


def _mot(f: Finding, khoang: list[tuple[int, int, GiaTriNoiDung]], tep: str) -> Finding:
    khop = _DONG.fullmatch(f.nguon.cho) if f.nguon else None
    if khop is None:
        return f
    dong = int(khop[1])
    for dau, cuoi, gt in khoang:
        if dau <= dong <= cuoi:
            noi = gt.nguon.cho if gt.nguon else ""
            cho = f"{noi}, dòng {dong - dau + 1} của lời văn" if noi else f"dòng {dong - dau + 1} của lời văn"
            return replace(f, duong_dan=f.duong_dan or gt.duong_dan, nguon=Nguon(gt.duong_dan, cho))
    return replace(f, nguon=Nguon("", f"{tep}, dòng {dong} của phần nội dung đã điền"))
