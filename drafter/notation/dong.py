"""Chữ trong một dòng: đậm, nghiêng, gọi chú thích, tham chiếu, dấu thoát; đọc và in lại.

``**`` và ``*`` là hai công tắc độc lập (đậm, nghiêng) nên lồng nhau hay gối nhau đều đọc được; công tắc không có cặp là dấu sao
thường. Ngắt dòng trong đoạn là U+2028 (đọc cả U+000B).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from drafter.model import ChoTrong, Chu, DongChu, GoiChuThich, Inline, NgatDong, ThamChieu, VienDan

NGAT = "\u2028"
THOAT_RE = re.compile(r"\\(?:[*@|\\]|\[\^|\{#|<br>)")
_PUA = "\ue000-\uf8ff"
_TU_RE = re.compile(
    rf"(?P<thoat>{THOAT_RE.pattern})|(?P<sao>\*+)|\[\^(?P<goi>[\w-]{{1,40}})\]|(?P<ngat>[{NGAT}\x0b])"
    rf"|(?<![\w.+{_PUA}-])@(?P<ma>[a-z][a-z0-9_]*+)(?![\w{_PUA}]|[.-][a-z0-9])"
)
_DAC_BIET_RE = re.compile(r"[*@|\\]|\[\^|\{#|<br>")
_XUONG_RE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2029]")


@dataclass(frozen=True, slots=True)
class NguCanh:
    """Điều cần biết để đọc một dòng: nhãn đã khai (``nhan``) và mã chú thích đã có nội dung (``chu_thich``)."""

    nhan: frozenset[str] = frozenset()
    chu_thich: frozenset[str] = frozenset()


KHONG_GI = NguCanh()
Kieu: TypeAlias = tuple[bool, bool]


def chu_tran(dong: DongChu) -> str:
    """Chữ của dòng, bỏ hết định dạng; tham chiếu chưa thay in là ``@ma``, dấu gọi chú thích không in."""
    ra: list[str] = []
    for x in dong:
        match x:
            case Chu() | VienDan():
                ra.append(x.van_ban)
            case ThamChieu():
                ra.append("@" + x.ma)
            case ChoTrong():
                ra.append(" " * x.rong)
            case NgatDong():
                ra.append(" ")
            case GoiChuThich():
                pass
    return "".join(ra)


def ma_goi(chu: str) -> tuple[list[str], list[str]]:
    """(mã các dấu gọi chú thích, các ``@ma``) viết trong ``chu``, kể cả khi chưa có nội dung hay chưa khai nhãn."""
    tu = list(_TU_RE.finditer(chu)) if "[^" in chu or "@" in chu else []
    return [m["goi"] for m in tu if m["goi"]], [m["ma"] for m in tu if m["ma"]]


def parse_dong(chu: str, ngu_canh: NguCanh = KHONG_GI) -> DongChu:
    """Các mẩu của một dòng; không mất ký tự nào ngoài ký hiệu định dạng và dấu thoát."""
    manh: list[Inline] = []
    kieu: Kieu = (False, False)
    tu = list(_TU_RE.finditer(chu))
    cap = _ghep_cap(chu, tu)

    def them(van_ban: str) -> None:
        if van_ban:
            manh.append(Chu(van_ban, *kieu))

    cu = 0
    for i, m in enumerate(tu):
        them(chu[cu : m.start()])
        cu = m.end()
        if m["thoat"]:
            them(m["thoat"][1:])
        elif m["sao"]:
            dam, nghieng, mo = cap.get(i, (False, False, False))
            du = "*" * (len(m["sao"]) - 2 * dam - nghieng)
            if mo:
                them(du)
            kieu = (kieu[0] != dam, kieu[1] != nghieng)
            if not mo:
                them(du)
        elif m["ngat"]:
            manh.append(NgatDong())
        elif m["goi"] and m["goi"] in ngu_canh.chu_thich:
            manh.append(GoiChuThich(m["goi"]))
        elif m["ma"] and m["ma"] in ngu_canh.nhan:
            manh.append(ThamChieu(m["ma"], *kieu))
        else:
            them(m[0])
    them(chu[cu:])
    return chuan_dong(manh)


def _ghep_cap(chu: str, tu: list[re.Match[str]]) -> dict[int, tuple[bool, bool, bool]]:
    """Với mỗi chuỗi sao có cặp: (đổi đậm, đổi nghiêng, có mở). Chuỗi từ bốn sao trở lên là dấu sao thường."""
    mo_cho: list[int | None] = [None, None]
    vai: dict[int, list[str]] = {}
    for i, m in enumerate(tu):
        dai = len(m["sao"] or "")
        if not 1 <= dai <= 3:
            continue
        truoc_dac = m.start() > 0 and not chu[m.start() - 1].isspace()
        sau_dac = m.end() < len(chu) and not chu[m.end()].isspace()
        for k, co in ((0, dai >= 2), (1, dai != 2)):
            if not co:
                continue
            mo = mo_cho[k]
            if mo is None:
                mo_cho[k] = i if sau_dac else None
            elif truoc_dac:
                for j, dau in ((mo, "mo"), (i, "dong")):
                    vai.setdefault(j, ["", ""])[k] = dau
                mo_cho[k] = None
    return {i: (bool(v[0]), bool(v[1]), "mo" in v) for i, v in vai.items()}


def chuan_dong(dong: Iterable[Inline]) -> DongChu:
    """Cùng dòng ấy ở dạng chuẩn: mẩu liền nhau cùng kiểu nhập một, khoảng trắng ở mép một đoạn đậm/nghiêng không mang kiểu."""
    tach: list[Inline] = []
    for x in dong:
        if isinstance(x, Chu) and (x.dam or x.nghieng):
            giua = x.van_ban.strip()
            dau = len(x.van_ban) - len(x.van_ban.lstrip()) if giua else len(x.van_ban)
            phan = (x.van_ban[:dau], giua, x.van_ban[dau + len(giua) :])
            tach += [replace(x, van_ban=p) for p in phan if p]
        elif not isinstance(x, Chu) or x.van_ban:
            tach.append(x)
    kieu = _kieu_tung_mau(tach)
    return _noi([replace(x, dam=k[0], nghieng=k[1]) if isinstance(x, Chu) else x for x, k in zip(tach, kieu, strict=True)])


def _kieu_tung_mau(dong: list[Inline]) -> list[Kieu]:
    """Kiểu của từng mẩu; mẩu trong suốt (khoảng trắng, gọi chú thích, ngắt dòng) theo hai mẩu đặc hai bên."""
    ra: list[Kieu] = []
    trai: Kieu = (False, False)
    cho = 0
    rieng: Kieu = (True, True)
    for x in dong:
        cua_no = (x.dam, x.nghieng) if isinstance(x, Chu | ThamChieu | VienDan) else (True, True)
        if not isinstance(x, ThamChieu | VienDan) and not (isinstance(x, Chu) and x.van_ban.strip()):
            cho += 1
            rieng = (rieng[0] and cua_no[0], rieng[1] and cua_no[1])
            continue
        ra += [(trai[0] and cua_no[0] and rieng[0], trai[1] and cua_no[1] and rieng[1])] * cho + [cua_no]
        trai, cho, rieng = cua_no, 0, (True, True)
    return ra + [(False, False)] * cho


def _noi(dong: list[Inline]) -> DongChu:
    """Nhập các mẩu ``Chu`` liền nhau cùng kiểu, cùng nguồn."""
    ra: list[Inline] = []
    for _, nhom in groupby(dong, lambda x: (x.dam, x.nghieng, x.nguon) if isinstance(x, Chu) else None):
        mau = list(nhom)
        dau = mau[0]
        if isinstance(dau, Chu):
            ra.append(replace(dau, van_ban="".join(x.van_ban for x in mau if isinstance(x, Chu))))
        else:
            ra += mau
    return tuple(ra)


def _thuan(dong: DongChu) -> DongChu:
    """Dòng chỉ còn những gì ký pháp viết được: viện dẫn và chỗ trống thành chữ, xuống dòng trong chữ thành ngắt dòng."""
    ra: list[Inline] = []
    for x in dong:
        match x:
            case ChoTrong():
                ra.append(Chu(" " * x.rong))
            case Chu() | VienDan():
                for i, phan in enumerate(_XUONG_RE.split(x.van_ban.replace(NGAT, "\n"))):
                    ra += [NgatDong()] if i else []
                    ra.append(Chu(phan, x.dam, x.nghieng))
            case _:
                ra.append(x)
    return chuan_dong(ra)


def _viet(dong: DongChu, thoat: bool) -> str:
    ra: list[str] = []
    dang: Kieu = (False, False)
    for x, kieu in [*zip(dong, _kieu_tung_mau(list(dong)), strict=True), (Chu(""), (False, False))]:
        ra.append("*" * (2 * (kieu[0] != dang[0]) + (kieu[1] != dang[1])))
        dang = kieu
        match x:
            case Chu():
                ra.append(_DAC_BIET_RE.sub(lambda m: "\\" + m[0], x.van_ban) if thoat else x.van_ban)
            case ThamChieu():
                ra.append("@" + x.ma)
            case GoiChuThich():
                ra.append(f"[^{x.ma}]")
            case _:
                ra.append(NGAT)
    return "".join(ra)


def in_dong(dong: DongChu, ngu_canh: NguCanh = KHONG_GI, *, thoat: bool = False) -> str:
    """Ký pháp của một dòng, ít dấu thoát nhất mà đọc lại vẫn đúng; ``thoat`` buộc thoát mọi ký tự đặc biệt."""
    dong = _thuan(dong)
    if not thoat:
        chu = _viet(dong, thoat=False)
        if _DAC_BIET_RE.search(chu) is None:
            return chu
        if parse_dong(chu, ngu_canh) == dong and not (chu.startswith("\\") and THOAT_RE.match(chu) is None):
            return chu
    return _viet(dong, thoat=True)


def bo_thoat_dau(chu: str) -> tuple[str, bool]:
    """(chữ, có thoát): ``\\`` đầu dòng nói "từ đây là lời văn"; ``\\*``, ``\\\\``… thì để phần trong dòng xử lý."""
    if chu.startswith("\\") and len(chu) > 1 and THOAT_RE.match(chu) is None:
        return chu[1:].lstrip(), True
    return chu, False


def them_thoat_dau(chu: str) -> str:
    """Ngược của ``bo_thoat_dau``."""
    return "\\ " + chu if THOAT_RE.match("\\" + chu) else "\\" + chu
