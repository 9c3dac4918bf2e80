"""Hàm ``bang(x)`` của lời văn: một trường kiểu bảng thành bảng trong ký pháp, mỗi ô là một thẻ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter.build.hop_cat import luot_cua
from drafter.errors import TemplateError
from drafter.fields import DayGiaTri, GiaTri, HangGiaTri
from drafter.model import ChoTrong, Chu, Inline

_CANH = {"trai": ":---", "giua": ":---:", "phai": "---:", "deu": "---"}


def ham_bang() -> Callable[..., object]:
    """Hàm ``bang(x, stt=False)`` cho môi trường Jinja; ``stt`` thêm cột thứ tự ở đầu."""
    from jinja2 import pass_context
    from markupsafe import Markup

    @pass_context
    def bang(ngu_canh: Any, gia_tri: object, stt: bool = False) -> object:
        if not isinstance(gia_tri, DayGiaTri) or not gia_tri.khai.cot:
            raise TemplateError("bang(…) cần một trường kiểu bảng.", cach_sua="Khai trường ấy với kieu: bang và cot: {…}.")
        the = luot_cua(ngu_canh).the
        cot = gia_tri.khai.cot
        tieu_de = [_tho("TT")] if stt else []
        tieu_de += [_tho(c.nhan) for c in cot.values()]
        rong = [c.rong or 0 for c in cot.values()]
        canh = ([_gach(":---:", 5 if any(rong) else 0)] if stt else []) + [
            _gach(_CANH[c.canh or _canh_mac_dinh(c.kieu)], c.rong) for c in cot.values()
        ]
        hang = []
        for i, h in enumerate(gia_tri, 1):
            assert isinstance(h, HangGiaTri)
            o = [the.phat(Chu(str(i)))] if stt else []
            o += [the.phat(_o(h[ten])) for ten in cot]
            hang.append(o)
        dong = [tieu_de, canh, *hang]
        return Markup("\n" + "\n".join("| " + " | ".join(d) + " |" for d in dong) + "\n")

    return bang


def _o(gia_tri: object) -> Inline:
    if isinstance(gia_tri, bool):
        return Chu("Có" if gia_tri else "Không")
    return Chu(str(gia_tri), nguon=gia_tri.nguon if isinstance(gia_tri, GiaTri) else None) if str(gia_tri) else ChoTrong("", 0)


def _tho(nhan: str) -> str:
    return "".join("\\" + c if c in "\\|*@[" else c for c in nhan)


def _canh_mac_dinh(kieu: str) -> str:
    return {"so": "phai", "tien": "phai", "ngay": "giua"}.get(kieu, "trai")


def _gach(canh: str, rong: float) -> str:
    """Hàng gạch của cột; số gạch nói bề rộng tương đối khi có ghi."""
    n = round(rong)
    if n < 3:
        return canh
    trai, phai = canh.startswith(":"), canh.endswith(":")
    return ":" * trai + "-" * n + ":" * phai
