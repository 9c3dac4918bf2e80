"""Đo chữ bằng bề rộng Times New Roman (số đo của Tinos, trùng ngang), chưa kể kerning.

Chữ không có trong bảng số đo được tính rộng đúng 1 em: rộng nhất có thể, nên không bao giờ báo "vừa" cho một dòng không vừa.
"""

from __future__ import annotations

import json
import re
from functools import cache

from drafter.resources import tep_du_lieu

MM_MOI_PT = 25.4 / 72
# Word và LibreOffice làm tròn từng chữ theo đơn vị riêng; dưới mức này thì coi như vừa.
SAI_SO_MM = 0.01
# Chỗ được xuống dòng trong một từ: sau gạch nối (không đứng trước chữ số) và sau gạch ngang dài.
_MAU_TU = re.compile(r"[^ ]*?[^ -]-+(?=[^ \d-])|[^ ]*?[^ –—][–—]+(?=[^ ])|[^ ]+")


@cache
def _bang() -> tuple[int, dict[tuple[bool, bool], dict[str, int]]]:
    tho = json.loads(tep_du_lieu("so_do", "tinos.json").read_text(encoding="utf-8"))
    mat = {ma: {chu: int(rong) for rong, nhom in cac_nhom.items() for chu in nhom} for ma, cac_nhom in tho["mat"].items()}
    em = int(tho["em"])
    return em, {
        (False, False): mat["thuong"],
        (True, False): mat["dam"],
        (False, True): mat["nghieng"],
        (True, True): mat["dam_nghieng"],
    }


def rong_mm(chu: str, *, co_pt: float, dam: bool = False, nghieng: bool = False) -> float:
    """Bề rộng (mm) của ``chu`` trên một dòng ở cỡ ``co_pt``; chữ lạ tính 1 em."""
    em, cac_mat = _bang()
    mat = cac_mat[dam, nghieng]
    return sum([mat.get(c, em) for c in chu]) / em * co_pt * MM_MOI_PT


def do_duoc(chu: str) -> bool:
    """Mọi chữ trong ``chu`` đều có số đo thật (không chữ nào phải tính 1 em thay)."""
    mat = _bang()[1][False, False]
    return all(c in mat for c in chu)


def ngat_dong(chu: str, vung_mm: float, *, co_pt: float, dam: bool = False, nghieng: bool = False) -> list[str]:
    """Các dòng khi xếp ``chu`` vào vùng rộng ``vung_mm``, tham lam như Word không bóp khoảng trắng.

    Xuống dòng ở khoảng trắng, sau gạch nối và ở ``\\n`` có sẵn; không xuống dòng ở khoảng trắng không ngắt, không sau "/". Từ dài
    hơn cả dòng thì cắt giữa từ. Khoảng trắng ở chỗ ngắt không thuộc dòng nào.
    """
    kieu = {"dam": dam, "nghieng": nghieng}
    ket_qua: list[str] = []
    for dong_go in chu.split("\n"):
        dang_xep = ""
        cuoi_truoc = 0
        for khop in _MAU_TU.finditer(dong_go):
            tu, cach = khop.group(), dong_go[cuoi_truoc : khop.start()]
            cuoi_truoc = khop.end()
            if dang_xep and rong_mm(dang_xep + cach + tu, co_pt=co_pt, **kieu) > vung_mm + SAI_SO_MM:
                ket_qua.append(dang_xep)
                dang_xep = tu
            else:
                dang_xep += cach + tu
            while len(dang_xep) > 1 and rong_mm(dang_xep, co_pt=co_pt, **kieu) > vung_mm + SAI_SO_MM:
                vua = _so_chu_vua(dang_xep, vung_mm, co_pt=co_pt, dam=dam, nghieng=nghieng)
                ket_qua.append(dang_xep[:vua])
                dang_xep = dang_xep[vua:]
        ket_qua.append(dang_xep)
    return ket_qua


def rong_dong_dai_nhat(chu: str, vung_mm: float, *, co_pt: float, dam: bool = False, nghieng: bool = False) -> float:
    """Bề rộng (mm) của dòng dài nhất khi xếp ``chu`` vào vùng rộng ``vung_mm``."""
    return max(
        rong_mm(dong, co_pt=co_pt, dam=dam, nghieng=nghieng)
        for dong in ngat_dong(chu, vung_mm, co_pt=co_pt, dam=dam, nghieng=nghieng)
    )


def _so_chu_vua(chu: str, vung_mm: float, *, co_pt: float, dam: bool, nghieng: bool) -> int:
    """Số chữ đầu (ít nhất một) vừa vùng."""
    so = 1
    while so < len(chu) and rong_mm(chu[: so + 1], co_pt=co_pt, dam=dam, nghieng=nghieng) <= vung_mm + SAI_SO_MM:
        so += 1
    return so
