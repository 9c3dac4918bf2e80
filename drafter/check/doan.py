"""Các đoạn chữ của một văn bản, theo thứ tự đọc, với chỗ của chúng."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Bang, Doan, Khuc, Nut, TrichDan, VanBan
from drafter.notation import chu_tran


def doan_cua(vb: VanBan) -> Iterator[tuple[str, str]]:
    """(chỗ, chữ) của từng đoạn: trích yếu, căn cứ, thân, câu kết, chú thích."""
    if vb.trich_yeu:
        yield "trích yếu", " ".join(chu_tran(d).strip() for d in vb.trich_yeu)
    for i, c in enumerate(vb.can_cu, 1):
        yield f"căn cứ thứ {i}", chu_tran(c.noi_dung)
    yield from _than(vb.than, "")
    if vb.cau_ket:
        yield "câu kết", chu_tran(vb.cau_ket)
    for ct in vb.chu_thich:
        for d2 in ct.con:
            yield f"chú thích {ct.ma}", chu_tran(d2.noi_dung)


def _than(than: tuple[Khuc, ...], cho: str) -> Iterator[tuple[str, str]]:
    for khuc in than:
        if isinstance(khuc, Doan):
            yield cho or "nội dung", chu_tran(khuc.noi_dung)
        elif isinstance(khuc, Nut):
            nhan = (khuc.nhan_go or "").rstrip(".) -")
            o_day = f"{cho} › {nhan}" if cho and nhan else nhan or cho
            if khuc.ten:
                yield o_day, chu_tran(khuc.ten)
            yield from _than(khuc.con, o_day)
        elif isinstance(khuc, TrichDan):
            yield from _than(khuc.con, cho)
        elif isinstance(khuc, Bang):
            for i, hang in enumerate(khuc.hang, 1):
                for o in hang.o:
                    for d in o.con:
                        yield f"{cho or 'nội dung'} › bảng, hàng {i}", chu_tran(d.noi_dung)


def trich(chu: str, vi_tri: int = 0, rong: int = 40) -> str:
    """Một mẩu chữ quanh ``vi_tri`` để người đọc tìm thấy chỗ."""
    dau, cuoi = max(0, vi_tri - rong // 2), min(len(chu), vi_tri + rong)
    return ("…" if dau else "") + chu[dau:cuoi].strip() + ("…" if cuoi < len(chu) else "")
