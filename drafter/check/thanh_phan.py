"""Thành phần thể thức của một văn bản: điều còn thiếu hoặc ghi sai lệ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.findings import Finding, canh_bao, loi
from drafter.model import Cap, Nut, TrangThai, VanBan
from drafter.notation import chu_tran

_PL1 = "Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
_LUAT_CO_SO = re.compile(r"Căn cứ (?:Bộ l|L)uật [^;]*?\bsố\s+\d+/\d{4}/QH\d+", re.IGNORECASE)
_NGAY_TAT = re.compile(r"\bngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_PHAY_SAU_SO = re.compile(r"\d+[-/]?[A-ZĐ0-9/-]*(?:-[A-ZĐ]+|/[A-ZĐ]+), ngày ")


def kiem_thanh_phan(vb: VanBan) -> Iterator[Finding]:
    """Điều thiếu, điều lạ trong thể thức của một văn bản."""
    yield from _trich_yeu(vb)
    yield from _can_cu(vb)
    yield from _dieu(vb)
    yield from _noi_nhan(vb)
    yield from _thong_qua(vb)
    if not vb.than:
        yield loi(
            "ND-00", "Văn bản chưa có nội dung.", duong_dan=vb.ma, cach_sua="Điền lời văn.", dieu_khoan="khoản 6 Mục II " + _PL1
        )


def _trich_yeu(vb: VanBan) -> Iterator[Finding]:
    chu = " ".join(chu_tran(d) for d in vb.trich_yeu).strip()
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
        chu = chu_tran(c.noi_dung)
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


def _noi_nhan(vb: VanBan) -> Iterator[Finding]:
    """Nơi nhận chỉ có dòng Lưu, hoặc thiếu "Như Điều" ở nghị quyết, quyết định."""
    if not vb.noi_nhan:
        return
    if len(vb.noi_nhan) == 1:
        yield canh_bao(
            "NN-06",
            "Nơi nhận chỉ có dòng Lưu.",
            duong_dan="van_ban.noi_nhan",
            cach_sua="Điền van_ban.noi_nhan: các cơ quan, đơn vị nhận văn bản.",
            dieu_khoan="khoản 9 Mục II " + _PL1,
        )
    elif vb.loai in ("nghi_quyet", "quyet_dinh") and not chu_tran(vb.noi_nhan[0]).lstrip("- ").startswith("Như Điều"):
        yield canh_bao(
            "NN-09",
            f"Nơi nhận của {vb.ten_loai.lower()} chưa mở đầu bằng “- Như Điều …;”.",
            duong_dan="van_ban.noi_nhan",
            cach_sua="Thêm dòng đầu dẫn tới Điều về trách nhiệm thi hành.",
            dieu_khoan="mẫu 1.1, 1.2, 1.3 Phụ lục III Nghị định 30/2020/NĐ-CP",
        )


def _thong_qua(vb: VanBan) -> Iterator[Finding]:
    """Chỉ văn bản đã thông qua mới được nói là đã thông qua."""
    if vb.trang_thai is TrangThai.DU_THAO and "thông qua ngày" in chu_tran(vb.cau_ket):
        yield canh_bao(
            "trang_thai.cau_thong_qua",
            "Dự thảo đã ghi câu “… thông qua ngày …”.",
            duong_dan="van_ban.cau_ket",
            cach_sua="Câu này chỉ ghi khi nghị quyết đã được thông qua; ở dự thảo nên để trống.",
        )
