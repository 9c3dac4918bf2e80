"""Bảng viết bằng dấu gạch đứng: hàng tiêu đề, hàng canh, các hàng.

Hàng canh: ``---`` trái, ``:-:`` giữa, ``--:`` phải, ``===`` đều hai bên; sau gạch đứng cuối có thể có ``{rong: 10 40 20}``
(bề rộng tương đối), ``{ngang}`` (trang ngang) hoặc ``{rong: 1 2; ngang}``. Không ghi ``rong`` thì số ký tự của các ô canh là bề
rộng khi chúng khác nhau. Hàng canh đứng đầu là bảng không có hàng tiêu đề. Trong ô, ``<br>`` ngăn hai đoạn. Ô gộp không có trong
ký pháp.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model import Bang, Cot, Doan, Hang, OBang
from drafter.notation.dong import KHONG_GI, NguCanh, bo_thoat_dau, in_dong, parse_dong, them_thoat_dau

_O_CANH_RE = re.compile(r":?(?:-+|=+):?")
_GACH_RE = re.compile(r"\\[\\|]|\|")
_NGAN_DOAN_RE = re.compile(r"\\\\|\\<br>|<br>")
COT_BU = 40
"""Bảng quá số cột này thì không bù ô trống cho hàng thiếu, để chữ vào ngắn không nở thành bảng khổng lồ."""
_SO_RE = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")


@dataclass(frozen=True, slots=True)
class HangCanh:
    """Hàng canh đã đọc; ``lech`` khi số bề rộng khác số cột."""

    cot: tuple[Cot, ...]
    ngang: bool
    lech: bool


def _cat(chu: str, mau: re.Pattern[str], dau: str) -> list[str]:
    """Cắt ``chu`` ở mỗi ``dau`` không bị thoát."""
    ra, cu = [], 0
    for m in mau.finditer(chu):
        if m[0] == dau:
            ra.append(chu[cu : m.start()])
            cu = m.end()
    return [*ra, chu[cu:]]


def tach_o(dong: str) -> list[str]:
    """Chữ thô của từng ô trong một dòng bắt đầu bằng ``|``."""
    o = [x.strip() for x in _cat(dong, _GACH_RE, "|")[1:]]
    return o[:-1] if o and not o[-1] else o


def doc_hang_canh(dong: str) -> HangCanh | None:
    """Hàng canh đọc từ ``dong``, ``None`` khi dòng không phải hàng canh."""
    if not dong.startswith("|"):
        return None
    than, rong, ngang = dong, [], False
    if dong.endswith("}"):
        than, mo, goi_y = dong[:-1].rpartition("{")
        if not mo or not than.rstrip().endswith("|"):
            return None
        for phan in goi_y.split(";"):
            khoa, _, gia_tri = (x.strip() for x in phan.partition(":"))
            if khoa == "rong" and gia_tri and all(map(_SO_RE.fullmatch, gia_tri.split())):
                rong = [float(x.replace(",", ".")) for x in gia_tri.split()]
            elif khoa == "ngang" and not gia_tri:
                ngang = True
            else:
                return None
    o = tach_o(than.rstrip())
    if not o or not all(map(_O_CANH_RE.fullmatch, o)):
        return None
    so_rong = rong or ([float(len(x)) for x in o] if len({len(x) for x in o}) > 1 else [0.0] * len(o))
    lech = len(so_rong) != len(o)
    so_rong = (so_rong + [0.0] * len(o))[: len(o)]
    return HangCanh(tuple(Cot(r, _canh(x)) for r, x in zip(so_rong, o, strict=True)), ngang, lech)


def _canh(o: str) -> str:
    if "=" in o:
        return "deu"
    if o.endswith(":"):
        return "giua" if o.startswith(":") else "phai"
    return "trai"


def _doc_o(chu: str, ngu_canh: NguCanh) -> OBang:
    doan = [bo_thoat_dau(x.strip())[0] for x in _cat(chu, _NGAN_DOAN_RE, "<br>")]
    return OBang(tuple(Doan(parse_dong(x, ngu_canh)) for x in doan))


def dung_bang(dau: str | None, canh: HangCanh, than: list[str], ngu_canh: NguCanh = KHONG_GI) -> tuple[Bang, list[int]]:
    """(bảng, thứ tự từ 0 của những hàng lệch số ô). Hàng thiếu ô được bù ô trống, thừa ô thì thêm cột."""
    dong = [*([dau] if dau is not None else []), *than]
    hang = [tach_o(x) or [""] for x in dong]
    so_cot = max([len(canh.cot), *map(len, hang)])
    cot = canh.cot + (Cot(),) * (so_cot - len(canh.cot))
    lech = [i for i, h in enumerate(hang) if len(h) != len(canh.cot)]
    trong = OBang((Doan(()),))
    ra = tuple(
        Hang(tuple(_doc_o(o, ngu_canh) for o in h) + (trong,) * _bu(so_cot, len(h)), tieu_de=i == 0 and dau is not None)
        for i, h in enumerate(hang)
    )
    return Bang(cot, ra, canh.ngang), lech


def _bu(so_cot: int, co: int) -> int:
    """Số ô trống bù cho một hàng có ``co`` ô."""
    return so_cot - co if so_cot <= COT_BU else 0


def _in_doan(doan: Doan, ngu_canh: NguCanh) -> str:
    chu = in_dong(doan.noi_dung, ngu_canh)
    if "|" in chu or "<br>" in chu:
        chu = in_dong(doan.noi_dung, ngu_canh, thoat=True)
    return chu.strip()


def _in_o(o: OBang, ngu_canh: NguCanh) -> str:
    return "<br>".join(_in_doan(d, ngu_canh) for d in o.con)


def in_bang(bang: Bang, ngu_canh: NguCanh = KHONG_GI) -> list[str]:
    """Các dòng ký pháp của bảng; ô gộp chỉ in chữ một lần, các ô nó che in trống."""
    dong = [[x for o in h.o for x in (_in_o(o, ngu_canh), *[""] * (o.gop_ngang - 1))] for h in bang.hang]
    so_cot = max([1, len(bang.cot), *map(len, dong)])
    cot = bang.cot + (Cot(),) * (so_cot - len(bang.cot))
    canh = "|" + "".join({"giua": ":-:", "phai": "--:", "deu": "==="}.get(c.canh, "---") + "|" for c in cot)
    goi_y = ["rong: " + " ".join(f"{c.rong:.12g}" for c in cot)] if any(c.rong for c in cot) else []
    goi_y += ["ngang"] if bang.xoay_ngang else []
    hang_canh = canh + (f" {{{'; '.join(goi_y)}}}" if goi_y else "")
    co_dau = bool(bang.hang) and bang.hang[0].tieu_de
    ra = ["| " + " | ".join((*h, *[""] * _bu(so_cot, len(h)))) + " |" for h in dong]
    if co_dau and doc_hang_canh(ra[0]) is not None:
        ra[0] = "| " + them_thoat_dau(ra[0][2:])
    ra.insert(1 if co_dau else 0, hang_canh)
    return ra
