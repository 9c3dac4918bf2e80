"""Sự nhất quán trong một văn bản: khóa, kỳ họp nói hai lần phải giống nhau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.doan import doan_cua
from drafter.findings import Finding, canh_bao
from drafter.model import VanBan
from drafter.notation import chu_tran

_KHOA = re.compile(r"\bkh(?:óa|oá)\s+([IVXLC]+)\b", re.IGNORECASE)
_KY_HOP = re.compile(
    r"\bkỳ họp(?:\s+lần)?\s+thứ\s+([\w…\.]+(?:\s+(?:mươi|mười)?\s*(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mốt))?)",
    re.IGNORECASE,
)
_THONG_QUA = re.compile(r"thông qua ngày", re.IGNORECASE)


def kiem_nhat_quan(vb: VanBan) -> Iterator[Finding]:
    """Khóa hoặc kỳ họp ở dòng thẩm quyền khác với câu thông qua."""
    if vb.loai != "nghi_quyet":
        return
    dau = " ".join(chu_tran(d) for d in vb.tham_quyen)
    cuoi = [(cho, chu) for cho, chu in doan_cua(vb) if _THONG_QUA.search(chu)]
    for ten, mau in (("Khóa", _KHOA), ("Kỳ họp", _KY_HOP)):
        o_dau = mau.search(dau)
        if o_dau is None:
            continue
        for cho, chu in cuoi:
            o_cuoi = mau.search(chu)
            if o_cuoi is not None and _gon(o_cuoi[1]) != _gon(o_dau[1]):
                yield canh_bao(
                    "nhat_quan.khoa_ky_hop",
                    f"{ten} ghi hai nơi khác nhau: “{o_dau[1]}” ở dòng thẩm quyền, “{o_cuoi[1]}” ở câu thông qua.",
                    duong_dan=f"{vb.ma}: {cho}",
                    cach_sua="Đối chiếu biên bản kỳ họp rồi sửa cho khớp.",
                )


def _gon(chu: str) -> str:
    return re.sub(r"[.…\s]+", " ", chu).strip().lower()
