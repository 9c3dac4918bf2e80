"""Lưới của bảng có viền: ô nào đứng ở cột nào khi có ô gộp."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.khoi import KhoiBang


def xep_cot(bang: KhoiBang) -> list[list[int]]:
    """Cột đầu (từ 0) của từng ô, theo hàng.

    Raises DrafterError khi các ô của một hàng không vừa khít số cột, hoặc ô gộp dọc kéo quá hàng cuối.
    """
    so_cot, so_hang = len(bang.rong_mm), len(bang.hang)
    chiem = [[False] * so_cot for _ in range(so_hang)]
    ra: list[list[int]] = []
    for i, hang in enumerate(bang.hang):
        cot = 0
        cho: list[int] = []
        for o in hang.o:
            while cot < so_cot and chiem[i][cot]:
                cot += 1
            het = cot + o.gop_ngang
            if o.gop_ngang < 1 or o.gop_doc < 1:
                raise DrafterError(f"Ô ở cột {cot + 1} hàng {i + 1} của bảng gộp {o.gop_ngang} cột, {o.gop_doc} hàng: phải từ 1.")
            if het > so_cot:
                raise DrafterError(f"Hàng {i + 1} của bảng thừa ô: bảng chỉ có {so_cot} cột.")
            if any(chiem[i][cot:het]):
                raise DrafterError(f"Ô ở cột {cot + 1} hàng {i + 1} của bảng gộp {o.gop_ngang} cột nhưng không còn đủ chỗ.")
            if i + o.gop_doc > so_hang:
                raise DrafterError("Ô gộp dọc kéo dài quá hàng cuối của bảng.", cho=f"cột {cot + 1}")
            for h in range(i, i + o.gop_doc):
                chiem[h][cot:het] = [True] * o.gop_ngang
            cho.append(cot)
            cot = het
        if not all(chiem[i]):
            raise DrafterError(f"Hàng {i + 1} của bảng thiếu ô: mới xếp đến cột {chiem[i].index(False)} trong {so_cot} cột.")
        ra.append(cho)
    return ra
