"""Thành phần thể thức của một văn bản: điều còn thiếu hoặc ghi sai lệ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.doan import chu_tron
from drafter.findings import Finding, canh_bao, loi
from drafter.model import Cap, Nut, VanBan

_PL1 = "Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
_LUAT_CO_SO = re.compile(r"Căn cứ (?:Bộ l|L)uật [^;]*?\bsố\s+\d+/\d{4}/QH\d+", re.IGNORECASE)
_NGAY_TAT = re.compile(r"\bngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_PHAY_SAU_SO = re.compile(r"\d+[-/]?[A-ZĐ0-9/-]*(?:-[A-ZĐ]+|/[A-ZĐ]+), ngày ")


def kiem_thanh_phan(vb: VanBan) -> Iterator[Finding]:
    """Điều thiếu, điều lạ trong thể thức của một văn bản."""
    yield from _trich_yeu(vb)
    yield from _can_cu(vb)
    yield from _dieu(vb)
    if not vb.than:
        yield loi(
            "ND-00", "Văn bản chưa có nội dung.", duong_dan=vb.ma, cach_sua="Điền lời văn.", dieu_khoan="khoản 6 Mục II " + _PL1
        )


def _trich_yeu(vb: VanBan) -> Iterator[Finding]:
    chu = " ".join(chu_tron(d) for d in vb.trich_yeu).strip()
    if not chu:
        if vb.ten_loai:
            yield canh_bao(
                "TL-02",
                f"{vb.ten_loai} chưa có trích yếu.",
                duong_dan="van_ban.trich_yeu",
                cach_sua="Điền van_ban.trich_yeu: một cụm từ ngắn nói nội dung.",
                dieu_khoan="khoản 5 Mục II " + _PL1,
            )
    elif chu.endswith((".", ";", ",")):
        yield canh_bao("TL-02", f"Trích yếu kết bằng dấu “{chu[-1]}”.", duong_dan="van_ban.trich_yeu", cach_sua="Bỏ dấu cuối.")


def _can_cu(vb: VanBan) -> Iterator[Finding]:
    for i, c in enumerate(vb.can_cu, 1):
        chu = chu_tron(c.noi_dung)
        if _LUAT_CO_SO.search(chu):
            yield canh_bao(
                "CC-03",
                f"Căn cứ thứ {i} ghi số của luật: “{chu[:80]}”.",
                duong_dan=f"van_ban.can_cu[{i - 1}]",
                cach_sua="Luật làm căn cứ chỉ ghi tên và ngày.",
                dieu_khoan="điểm a khoản 6 Mục II " + _PL1,
                nguon=c.nguon,
            )
        if _NGAY_TAT.search(chu):
            yield canh_bao(
                "DD-03",
                f"Căn cứ thứ {i} viết tắt ngày tháng: “{_NGAY_TAT.findall(chu)[0]}”.",
                duong_dan=f"van_ban.can_cu[{i - 1}]",
                cach_sua="Viết đủ “ngày … tháng … năm …”.",
                dieu_khoan="khoản 6 Mục II " + _PL1,
                nguon=c.nguon,
            )
        if _PHAY_SAU_SO.search(chu):
            yield canh_bao(
                "CC-02",
                f"Căn cứ thứ {i} có dấu phẩy thừa giữa số và ngày: “{_PHAY_SAU_SO.findall(chu)[0].strip()}”.",
                duong_dan=f"van_ban.can_cu[{i - 1}]",
                cach_sua="Bỏ dấu phẩy.",
                nguon=c.nguon,
            )


def _dieu(vb: VanBan) -> Iterator[Finding]:
    """Trong quy chế, quy định, Điều phải có tiêu đề."""
    if vb.loai not in ("quy_che", "quy_dinh"):
        return
    ngan = list(vb.than)
    while ngan:
        khuc = ngan.pop(0)
        if isinstance(khuc, Nut):
            if khuc.cap is Cap.DIEU and not khuc.ten:
                yield canh_bao(
                    "ND-08",
                    f"{khuc.nhan_go} của {vb.ten_loai.lower()} chưa có tiêu đề.",
                    duong_dan=f"{vb.ma}: {khuc.nhan_go}",
                    cach_sua="Ghi tiêu đề ngay sau số của Điều, nội dung xuống dòng.",
                    dieu_khoan="điểm d khoản 6 Mục II " + _PL1,
                )
            elif khuc.cap is not Cap.DIEU:
                ngan = [*khuc.con, *ngan]
