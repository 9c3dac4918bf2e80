"""Tách chữ người ta gõ thành từ, đoạn (giữa các dấu phẩy) và danh từ chung chỉ loại đơn vị, kể cả viết tắt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from drafter.vn.khoa import co_dau, khoa_dau, khoa_tim, nfc

# "thuộc" chỉ ngăn khi đứng trước danh từ chung: có xã tên Thân Thuộc.
_NGAN = re.compile(r"[,;\n()]+|\bthuộc\b(?=\s+(?:tỉnh|thành phố|TP|huyện|quận|thị xã)\b)")
_CACH = re.compile(r"[\s.\-–—:\"“”/_]+")
_NHAY = re.compile(r"\s*['’‘ʼ`´]\s*")
_TAT_SO = re.compile(r"([pqPQ])(\d+)")

_LOAI_DAY_DU: dict[tuple[str, ...], str] = {
    tuple(loai.split()): loai for loai in ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
} | {("thủ", "đô"): "thành phố"}
_LOAI_TAT: dict[tuple[str, ...], str] = {
    ("t",): "tỉnh",
    ("tp",): "thành phố",
    ("t", "p"): "thành phố",
    ("h",): "huyện",
    ("q",): "quận",
    ("tx",): "thị xã",
    ("t", "x"): "thị xã",
    ("x",): "xã",
    ("p",): "phường",
    ("tt",): "thị trấn",
    ("t", "t"): "thị trấn",
    ("đk",): "đặc khu",
}
_TEN_TAT = {"hcm": ("Hồ", "Chí", "Minh"), "tphcm": ("TP", "Hồ", "Chí", "Minh")}


@dataclass(frozen=True, slots=True)
class Tu:
    """Một từ đã gõ: chữ gốc, khóa tìm, khóa giữ dấu, có dấu không, thứ tự đoạn."""

    chu: str
    khoa: str
    dau: str
    co_dau: bool
    doan: int


CacTu: TypeAlias = tuple[Tu, ...]
# Viết tắt không có khóa bỏ dấu: chữ tắt phải gõ đúng. Dài trước để "thành phố" thắng "t".
_MAU_LOAI = sorted(
    [(tuple(khoa_dau(x) for x in tu), tuple(khoa_tim(x) for x in tu), loai) for tu, loai in _LOAI_DAY_DU.items()]
    + [(tuple(khoa_dau(x) for x in tu), (), loai) for tu, loai in _LOAI_TAT.items()],
    key=lambda m: -len(m[0]),
)


def _tu(chu: str, doan: int) -> Tu:
    if chu.isdigit():
        chu = str(int(chu))
    return Tu(chu, khoa_tim(chu), khoa_dau(chu), co_dau(chu), doan)


def tach_tu(chuoi: str) -> CacTu:
    """Các từ của chữ đã gõ, theo thứ tự; "P.1" và "P1" đều thành hai từ, số bỏ số 0 đứng đầu."""
    ket: list[Tu] = []
    doan = 0
    for phan in _NGAN.split(_NHAY.sub("'", nfc(chuoi))):
        cac: list[str] = []
        for chu in _CACH.split(phan):
            khop = _TAT_SO.fullmatch(chu)
            cac += khop.groups() if khop else _TEN_TAT.get(chu.lower(), (chu,))
        moi = [_tu(chu, doan) for chu in cac if khoa_tim(chu)]
        ket += moi
        doan += bool(moi)
    return tuple(ket)


def tach_loai(tu: CacTu) -> list[tuple[str, CacTu]]:
    """Các cách hiểu đầu một cụm: (loại, phần tên); loại rỗng là không có danh từ chung.

    Gõ không dấu thì "tinh bien" có thể là "tỉnh Biên" hoặc tên "Tịnh Biên", nên trả cả hai.
    """
    ket: list[tuple[str, CacTu]] = []
    for dau, khoa, loai in _MAU_LOAI:
        n = len(dau)
        if n >= len(tu):
            continue
        dung_dau = tuple(t.dau for t in tu[:n]) == dau
        khong_dau = bool(khoa) and tuple(t.khoa for t in tu[:n]) == khoa and not any(t.co_dau for t in tu[:n])
        if dung_dau or khong_dau:
            ket.append((loai, tu[n:]))
    return [*ket, ("", tu)]


def mo_dau_loai(tu: CacTu) -> bool:
    """Cụm có bắt đầu bằng danh từ chung chỉ loại đơn vị không."""
    return len(tach_loai(tu)) > 1


def cac_doan(tu: CacTu) -> list[CacTu]:
    """Các đoạn giữa dấu phẩy."""
    return [tuple(t for t in tu if t.doan == doan) for doan in dict.fromkeys(t.doan for t in tu)]


def khoa_cum(tu: CacTu) -> str:
    """Khóa tìm của cả cụm."""
    return " ".join(t.khoa for t in tu)
