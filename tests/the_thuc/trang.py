"""Phép kiểm trang giấy, phông chữ, số trang (Mục I Phần I Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.docx_doc import PhanDoc, RunDoc
from tests.the_thuc.giai_phau import VanBanDoc, chu, co_chu
from tests.the_thuc.quy_tac import kiem_doan, quy_tac, trich


def _twip(mm: float) -> int:
    return round(mm * 1440 / 25.4)


@quy_tac("T-001", "CH-01 CH-03 CH-04 CH-05 CH-06", chon=lambda v: v.phan)
def trang_giay(v: VanBanDoc, p: PhanDoc) -> Iterator[str]:
    kho = (_twip(p.rong_mm), _twip(p.cao_mm))
    if kho != ((16838, 11906) if p.ngang else (11906, 16838)):
        yield f"khổ giấy {kho}, phải 11906 × 16838 twip"
    for ten, mm, tu, den in (
        ("trên", p.le_tren_mm, 1134, 1417),
        ("dưới", p.le_duoi_mm, 1134, 1417),
        ("trái", p.le_trai_mm, 1701, 1984),
        ("phải", p.le_phai_mm, 850, 1134),
    ):
        if not tu <= _twip(mm) <= den:
            yield f"lề {ten} {_twip(mm)} twip, phải {tu}–{den}"


@quy_tac("CH-02", chon=lambda v: list(enumerate(v.phan, v.doan[0].phan)))
def chieu_giay(v: VanBanDoc, mot: tuple[int, PhanDoc]) -> Iterator[str]:
    so, p = mot
    if p.ngang and not any(d.trong_o is not None and v.tep.bang[d.trong_o[0]].co_vien for d in v.doan if d.phan == so):
        yield "trang xoay ngang mà không có bảng"


def _moi_run(v: VanBanDoc) -> Sequence[RunDoc]:
    ngoai = [d for p in v.phan for k in (p.dau_trang, p.dau_trang_dau, p.chan_trang, p.chan_trang_dau) for d in k.doan]
    ghi_chu = [d for c in v.tep.chu_thich for d in c.doan]
    return [r for d in (*v.doan, *ngoai, *ghi_chu) for r in d.chu]


@quy_tac("T-002", "CH-07", chon=_moi_run)
def phong_chu(v: VanBanDoc, r: RunDoc) -> Iterator[str]:
    if r.phong != "Times New Roman":
        yield f"phông {r.phong}: “{r.chu[:40]}”"
    if r.mau not in {"auto", "000000"}:
        yield f"chữ màu {r.mau}: “{r.chu[:40]}”"


@quy_tac("T-003", "CH-08 CH-09", chon=lambda v: v.phan)
def so_trang(v: VanBanDoc, p: PhanDoc) -> Iterator[str]:
    co = [d for d in p.dau_trang.doan if co_chu(d)]
    if not p.dau_trang.co_so_trang or len(co) != 1:
        yield "đầu trang không có đúng một dòng số trang"
    for d in co:
        yield from kiem_doan(d, "số trang", co=(13, 14))
        if not re.fullmatch(r"\d+", chu(d)):
            yield f"số trang kèm chữ khác: {trich(d)}"
        if p.cach_mep_tren_mm + 1.15 * d.chu[0].co_pt * 25.4 / 72 > p.le_tren_mm:
            yield "số trang lọt ra ngoài lề trên"
    if p.chan_trang.co_so_trang or p.chan_trang_dau.co_so_trang:
        yield "số trang ở chân trang"
    if p is v.phan[0]:
        if not p.khac_trang_dau:
            yield "trang thứ nhất không khác các trang sau (titlePg)"
        if p.dau_trang_dau.co_so_trang or any(co_chu(d) for d in p.dau_trang_dau.doan):
            yield "trang thứ nhất hiện số trang"
    elif p.khac_trang_dau:
        yield "phần trang nối tiếp mất số ở trang đầu của nó"


@quy_tac("CH-10", chon=lambda v: v.phan)
def so_trang_rieng(v: VanBanDoc, p: PhanDoc) -> Iterator[str]:
    dau = p is v.phan[0]
    if dau and v.thu_tu and p.so_trang_tu != 1:
        yield "văn bản thứ hai không đánh số trang lại từ 1"
    if dau and not v.thu_tu and p.so_trang_tu not in (None, 1):
        yield f"số trang bắt đầu từ {p.so_trang_tu}"
    if not dau and p.so_trang_tu is not None:
        yield "đánh lại số trang giữa một văn bản"
