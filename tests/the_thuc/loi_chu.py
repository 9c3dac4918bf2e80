"""Phép kiểm lời chữ: viết hoa khi viện dẫn (Phụ lục II), viện dẫn lần đầu và các lần sau (khoản 6 Mục II Phần I Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.docx_doc import DoanDoc
from tests.the_thuc.giai_phau import VanBanDoc, chu, co_chu
from tests.the_thuc.quy_tac import quy_tac, trich


def _doan_chu(v: VanBanDoc) -> Sequence[DoanDoc]:
    return [d for d in v.doan if co_chu(d)]


@quy_tac("T-100", "VH-19", chon=_doan_chu)
def hoa_vien_dan(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    for khop in re.finditer(r"\b(điều|chương|mục|phần|tiểu mục) (\d+|[IVXLC]+)\b(?! ?%)", chu(d)):
        yield f"“{khop[0]}” phải viết hoa: {trich(d)}"
    for khop in re.finditer(r"(?<![.:;!?] )(?<!^)\b(Khoản|Điểm) (\d+|[a-zđ])\b", chu(d)):
        yield f"“{khop[0]}” giữa câu phải viết thường: {trich(d)}"


_TEN_CO_NHAN_DAN = re.compile(
    r"(?:Hội đồng|Ủy ban|Thanh tra|Tòa án|[Kk]iểm sát|Hội thẩm|[Qq]uân đội|[Cc]ông an|Nghệ sĩ|Nhà giáo|Nhà hát) nhân dân"
)


@quy_tac("VH-13", chon=_doan_chu)
def nhan_dan(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if re.search(r"\bnhân dân\b", _TEN_CO_NHAN_DAN.sub("", chu(d))):
        yield f"“Nhân dân” đứng riêng phải viết hoa: …{chu(d)[max(0, chu(d).find('nhân dân') - 40) :][:80]}"


_VIEN_DAN = re.compile(r"(Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị) số (\d+/[\w/Đ-]+)")


def _lan_dan(v: VanBanDoc) -> Sequence[tuple[bool, str, str]]:
    """(lần đầu, lời dẫn, chữ theo sau) của từng lần dẫn một văn bản khác có số đủ.

    Văn bản được nêu trong tên gọi của văn bản sửa đổi nó thì là lời của tên ấy, không phải một lần dẫn.
    """
    thay: set[str] = set()
    ra = []
    for d in v.doan:
        if d is v.kem_theo:
            continue
        loi = chu(d)
        for khop in _VIEN_DAN.finditer(loi):
            if khop[2] not in thay or not re.search(r"sửa đổi, bổ sung [^;]*\bcủa $", loi[: khop.start()]):
                ra.append((khop[2] not in thay, khop[0], loi[khop.end() :]))
            thay.add(khop[2])
    return ra


@quy_tac("VD-01", "VD-02", chon=_lan_dan)
def vien_dan(v: VanBanDoc, lan: tuple[bool, str, str]) -> Iterator[str]:
    dau, ten, sau = lan
    du = re.match(r" ngày \d{2} tháng \d{1,2} năm \d{4} của \S", sau) is not None
    if dau and not du:
        yield f"lần đầu dẫn {ten} phải ghi đủ ngày, cơ quan, trích yếu: “{sau[:40]}”"
    if not dau and du:
        yield f"lần sau dẫn {ten} chỉ ghi tên loại và số: “{sau[:40]}”"


@quy_tac("VD-03", chon=lambda v: [d for d in v.than if "Luật " in chu(d)], loai=("nghi_quyet", "quy_che", "ke_hoach"))
def vien_dan_luat(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    khop = re.search(r"Luật [^.;]{0,80}? số \d+/\d{4}/QH\d+", chu(d))
    if khop:
        yield f"trong lời văn luật chỉ ghi tên: “{khop[0]}”"
