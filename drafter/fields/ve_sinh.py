"""Vệ sinh chữ của một lá: chuẩn hóa NFC, bỏ khoảng trắng thừa, chặn ký tự không in được."""

from __future__ import annotations

import re
import unicodedata

from drafter.findings import Finding, canh_bao, loi
from drafter.record import La

DAI_BAT_THUONG = 2_000

_XUONG_DONG = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_KHONG_DUNG = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
VO_HINH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NHIEU_TRANG = re.compile(" *\n[ \n]*")


def ten_ky_tu(ky_tu: str) -> str:
    """Mã điểm của một ký tự: ``U+E001``."""
    return f"U+{ord(ky_tu):04X}"


def chi_co_trang(chu: str) -> bool:
    """Chuỗi rỗng, hoặc chỉ có khoảng trắng và ký tự vô hình."""
    return not VO_HINH.sub("", chu).strip()


def _vi_sao(ky_tu: str) -> str:
    ma = ord(ky_tu)
    if 0xE000 <= ma <= 0xF8FF or ma >= 0xF0000:
        return "ký tự dùng riêng, thường do phông chữ cũ hoặc biểu tượng của Word"
    if 0xD800 <= ma <= 0xDFFF:
        return "nửa ký tự bị cắt rời"
    return "ký tự điều khiển, không in được"


def lam_sach(la: La, *, duong_dan: str, nhan: str, nhieu_dong: bool = False) -> tuple[str | None, list[Finding]]:
    """Chữ NFC đã cắt khoảng trắng hai đầu, hoặc ``None`` khi có ký tự không dùng được; cùng mọi điều tìm thấy.

    Chữ một dòng (``nhieu_dong`` sai) được nối các dòng bằng khoảng trắng và đổi Tab thành khoảng trắng, có cảnh báo.
    """
    chu = la.chu if unicodedata.is_normalized("NFC", la.chu) else unicodedata.normalize("NFC", la.chu)
    chu = _XUONG_DONG.sub("\n", chu)
    tim_thay = [
        loi(
            "truong.ky_tu",
            f"“{nhan}” có ký tự không dùng được {ten_ky_tu(m.group())} ở vị trí {m.start() + 1} ({_vi_sao(m.group())}).",
            duong_dan=duong_dan,
            cach_sua="Xóa ký tự ấy rồi gõ lại chữ ở chỗ đó.",
            nguon=la.nguon,
        )
        for m in _KHONG_DUNG.finditer(chu)
    ]
    if tim_thay:
        return None, tim_thay

    def nhac(ma: str, thong_bao: str, cach_sua: str = "") -> None:
        tim_thay.append(canh_bao(ma, thong_bao, duong_dan=duong_dan, cach_sua=cach_sua, nguon=la.nguon))

    if an := VO_HINH.search(chu):
        nhac("truong.vo_hinh", f"“{nhan}” có ký tự vô hình {ten_ky_tu(an.group())} ở vị trí {an.start() + 1}, đã bỏ.")
        chu = VO_HINH.sub("", chu)
    if "\ufffd" in chu:
        nhac(
            "truong.mat_chu",
            f"“{nhan}” có ký tự thay thế U+FFFD ở vị trí {chu.index(chr(0xFFFD)) + 1}: chữ gốc đã mất khi đổi bảng mã.",
            "Gõ lại chữ ở chỗ đó.",
        )
    chu = chu.strip()
    if not nhieu_dong:
        if "\t" in chu:
            nhac("truong.tab", f"“{nhan}” có dấu Tab, đã đổi thành khoảng trắng.")
            chu = chu.replace("\t", " ")
        if "\n" in chu:
            nhac("truong.xuong_dong", f"“{nhan}” chỉ có một dòng; các dòng đã được nối bằng khoảng trắng.")
            chu = _NHIEU_TRANG.sub(" ", chu)
        if len(chu) > DAI_BAT_THUONG:
            nhac(
                "truong.qua_dai",
                f"“{nhan}” dài {len(chu)} chữ, quá mức thường thấy ({DAI_BAT_THUONG}).",
                "Xem có dán nhầm cả đoạn văn vào đây không.",
            )
    return chu, tim_thay
