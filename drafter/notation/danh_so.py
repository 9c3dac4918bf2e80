"""Đánh số lại cây bố cục theo thứ tự.

Phần, Chương và Điều đánh liên tục cả văn bản (như các bộ luật); mọi cấp khác đánh lại từ đầu dưới mỗi nút cha. Nhãn viết theo lối
chuẩn: "Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1.", "I.", "1.", "1.1.", "a)", "-", "+". Tiêu đề của Phần, Chương, Mục,
Tiểu mục xuống dòng dưới nhãn. Lời trích giữ nguyên.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from drafter.model import Cap, Khuc, Nut
from drafter.notation.nhan import DE_MUC, LIET_KE, nhan_chuan, so_trong_nhan

_LIEN_TUC = frozenset({Cap.PHAN, Cap.CHUONG, Cap.DIEU})


def danh_so_lai(than: tuple[Khuc, ...]) -> tuple[Khuc, ...]:
    """Cây với ``nhan_go``, ``so`` tính lại; làm lại lần nữa không đổi gì."""
    return _cac(than, "", Counter())


def _cac(cac: tuple[Khuc, ...], tien_to: str, toan_bo: Counter[Cap]) -> tuple[Khuc, ...]:
    """``tien_to`` là số của nút cha gần nhất, dùng cho khoản con; ``toan_bo`` đếm các cấp liên tục."""
    rieng: Counter[Cap] = Counter()
    ra: list[Khuc] = []
    for k in cac:
        if isinstance(k, Nut):
            dem = toan_bo if k.cap in _LIEN_TUC else rieng
            dem[k.cap] += 1
            ra.append(_mot(k, dem[k.cap], tien_to, toan_bo))
        else:
            ra.append(k)
    return tuple(ra)


def _mot(nut: Nut, so: int, tien_to: str, toan_bo: Counter[Cap]) -> Nut:
    goc = tien_to or so_trong_nhan(nut).rpartition(".")[0]
    moi = replace(
        nut,
        nhan_go=nhan_chuan(nut.cap, so, goc),
        so=None if nut.cap in LIET_KE else so,
        ten_xuong_dong=bool(nut.ten) and nut.cap in DE_MUC,
    )
    con = f"{goc or '1'}.{so}" if nut.cap is Cap.KHOAN_CON else str(so)
    return replace(moi, con=_cac(nut.con, con if nut.cap not in DE_MUC else "", toan_bo))
