"""Soát chữ từng đoạn: khoảng trắng, dấu câu, ngoặc nháy, chữ lạ, viết hoa khi viện dẫn, tên viết tắt."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.doan import doan_cua, trich
from drafter.findings import Finding, canh_bao
from drafter.model import VanBan
from drafter.vn.chinh_ta import kiem_cap, kiem_chu


def kiem_chu_van_ban(vb: VanBan) -> Iterator[Finding]:
    """Điều đáng ngờ về chữ trong một văn bản."""
    doan = list(doan_cua(vb))
    for cho, chu in doan:
        for p in kiem_chu(chu):
            yield canh_bao(p.ma, f"{p.thong_bao} “{trich(chu, p.vi_tri)}”", duong_dan=f"{vb.ma}: {cho}", cach_sua=p.cach_sua)
    for thu_tu, p in kiem_cap([chu for _, chu in doan]):
        cho, chu = doan[thu_tu]
        yield canh_bao(p.ma, f"{p.thong_bao} “{trich(chu, p.vi_tri)}”", duong_dan=f"{vb.ma}: {cho}", cach_sua=p.cach_sua)
    if vb.dia_danh:
        for p in kiem_chu(vb.dia_danh):
            yield canh_bao(
                "DD-05" if "tắt" in p.thong_bao else p.ma,
                f"Địa danh “{vb.dia_danh}”: {p.thong_bao}",
                duong_dan="van_ban.dia_danh",
                cach_sua=p.cach_sua,
                dieu_khoan="khoản 4 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
            )
