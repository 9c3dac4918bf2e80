"""Số và ký hiệu người điền ghi: số Ả Rập không có năm, ký hiệu in hoa (khoản 3 Mục II Phần I Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.findings import Finding, canh_bao, loi
from drafter.record import La, Nhanh

LY_DO_QPPL = (
    "Đây là văn bản quy phạm pháp luật (số có năm ban hành, thể thức theo Luật Ban hành văn bản quy phạm pháp luật, "
    "không theo Nghị định 30/2020/NĐ-CP); drafter chưa có chế độ thể thức ấy nên không làm, để khỏi mặc nhầm áo."
)
_DIEU = "khoản 3 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
_SO_CO_NAM = re.compile(r"\s*[0-9]*\s*/\s*(?:19|20)[0-9]{2}\s*(?:/.*)?")
_KY_HIEU_CO_NAM = re.compile(r"(?:^|.*/)\s*(?:19|20)[0-9]{2}\s*(?:/.*|$)")
_SO_KEM_KY_HIEU = re.compile(r"\s*([0-9]+)\s*/\s*(.*\S)\s*")
# Chữ viết tắt loại văn bản có chữ thường ở bảng của Phụ lục III.
_CHU_THUONG = frozenset(("QyĐ", "CTr", "TTr", "TrS"))


def kiem_so_ky_hieu(van_ban: Nhanh) -> Iterator[Finding]:
    """Điều sai ở ``van_ban.so`` và ``van_ban.ky_hieu`` của phiếu."""
    so, ky_hieu = van_ban.muc.get("so"), van_ban.muc.get("ky_hieu")
    if isinstance(so, La) and so.chu.strip():
        yield from _so(so)
    if isinstance(ky_hieu, La) and ky_hieu.chu.strip():
        yield from _ky_hieu(ky_hieu)


def _co_nam(la: La, truong: str) -> Finding:
    return loi(
        "che_do.so_co_nam",
        f"“{la.chu.strip()}” có năm trong số. {LY_DO_QPPL}",
        duong_dan=f"van_ban.{truong}",
        cach_sua="Văn bản hành chính cá biệt thì ghi số không có năm: so là 27, ky_hieu là NQ-HĐND.",
        dieu_khoan=_DIEU,
        nguon=la.nguon,
    )


def _so(la: La) -> Iterator[Finding]:
    chu = la.chu.strip()
    if _SO_CO_NAM.fullmatch(chu):
        yield _co_nam(la, "so")
    elif kem := _SO_KEM_KY_HIEU.fullmatch(chu):
        yield loi(
            "SK-04",
            f"“{chu}” có cả ký hiệu, số chỉ gồm chữ số.",
            duong_dan="van_ban.so",
            cach_sua=f"Ghi so: “{kem[1]}”; ký hiệu “{kem[2]}” ghi ở van_ban.ky_hieu, hoặc bỏ để máy ghép.",
            dieu_khoan=_DIEU,
            nguon=la.nguon,
        )
    elif not re.fullmatch("[0-9]+", chu) or not int(chu):
        yield loi(
            "SK-02",
            f"Số văn bản “{chu}” không đúng: số ghi bằng chữ số Ả Rập, từ 1.",
            duong_dan="van_ban.so",
            cach_sua="Ghi số văn thư đã cấp, ví dụ 27; chưa cấp thì để trống.",
            dieu_khoan=_DIEU,
            nguon=la.nguon,
        )


def _ky_hieu(la: La) -> Iterator[Finding]:
    chu = la.chu.strip()
    if _KY_HIEU_CO_NAM.fullmatch(chu):
        yield _co_nam(la, "ky_hieu")
    elif any(
        not nhom or re.search(r"[\s–—]", nhom) or (nhom != nhom.upper() and nhom not in _CHU_THUONG) for nhom in chu.split("-")
    ):
        yield canh_bao(
            "SK-03",
            f"Ký hiệu “{chu}” không đúng lối: chữ viết tắt in hoa, nối bằng dấu “-”, không có khoảng trắng.",
            duong_dan="van_ban.ky_hieu",
            cach_sua="Ví dụ NQ-HĐND, UBND-VHXH (riêng QyĐ, CTr, TTr, TrS có chữ thường).",
            dieu_khoan=_DIEU,
            nguon=la.nguon,
        )
