"""Kính gửi (ô 9a): một nơi thì cùng dòng, từ hai nơi thì mỗi nơi một gạch đầu dòng (NN-01 đến NN-04)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.khoi import Khoi, KhoiDoan, Manh
from drafter.metrics import rong_mm
from drafter.model import VanBan
from drafter.trinh_bay.chu import Dan, gop

_LUI_MM = 35.0


def kinh_gui(dan: Dan, vb: VanBan) -> Iterator[Khoi]:
    """Các đoạn Kính gửi, rỗng khi văn bản không gửi ai; từ hai nơi thì các gạch thẳng hàng dưới dấu hai chấm."""
    if not vb.kinh_gui:
        return
    co = dan.che_do.vai["kinh_gui"].co.dung
    nhan = dan.che_do.giong["kinh_gui"]
    if len(vb.kinh_gui) == 1:
        treo = rong_mm(nhan + " ", co_pt=co)
        yield KhoiDoan("kinh_gui", gop([Manh(nhan + " "), *dan.dong(vb.kinh_gui[0])]), trai_mm=_LUI_MM + treo, treo_mm=treo)
        return
    yield KhoiDoan("kinh_gui", (Manh(nhan),), giu_voi_sau=True, trai_mm=_LUI_MM)
    lui = _LUI_MM + rong_mm(nhan.rstrip(":"), co_pt=co)
    treo = rong_mm("- ", co_pt=co)
    for dong in vb.kinh_gui:
        yield KhoiDoan("kinh_gui", gop([Manh("- "), *dan.dong(dong)]), trai_mm=lui + treo, treo_mm=treo)
