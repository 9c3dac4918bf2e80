"""Viết phiếu YAML để điền, có chỉ dẫn từng trường; đọc lại bằng ``doc_yaml`` thì được đúng chữ đã viết."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from drafter.fields import TruongKhai
from drafter.readers.khung_phieu import DAU_PHIEU, NHANH, cac_muc, dong_chi_dan, la_cua
from drafter.record import Cay, Day, La, Nhanh

RONG_CHU_THICH = 118

_PHAI_THOAT = re.compile("[\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\ufff0-\uffff]")
_NUA = re.compile("[\ud800-\udfff]")
_TEN_TRAN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Khối chữ "|" chỉ giữ nguyên được lời văn gồm các dòng không thụt đầu, không có khoảng trắng cuối.
_KHOI_CHU = re.compile(r"\S(?:.*\S)?(?:\n+\S(?:.*\S)?)+")


def viet_phieu_yaml(
    *,
    mau_ten: str,
    ma_mau: str,
    khai_van_ban: Mapping[str, TruongKhai],
    khai_truong: Mapping[str, TruongKhai],
    cay: Nhanh | None = None,
) -> str:
    """Chữ của tệp phiếu: trống, hoặc điền sẵn từ ``cay``; mỗi trường có dòng chú thích, (*) là bắt buộc."""
    dong = [
        *_chu_thich(f"Phiếu: {mau_ten}", 0),
        "# Điền vào trong dấu nháy kép. Trường có (*) là bắt buộc. Dòng bắt đầu bằng # là chỉ dẫn, máy không đọc.",
        '# Lời văn nhiều dòng: thay "" bằng dấu | rồi viết các dòng bên dưới, thụt vào bốn dấu cách.',
        f"mau: {_chuoi(ma_mau)}",
    ]
    for ten, giup in DAU_PHIEU.items():
        dong += [*_chu_thich(giup, 0), f"{ten}: {_chuoi(la_cua(cay, ten))}"]
    for nhanh, khai in (("truong", khai_truong), ("van_ban", khai_van_ban)):
        dong += ["", f"# {NHANH[nhanh]}"]
        muc = cac_muc(khai, cay.muc.get(nhanh) if cay is not None else None)
        dong.append(f"{nhanh}:" if muc else f"{nhanh}: {{}}")
        for m in muc:
            dong += _chu_thich(dong_chi_dan(m.khai, m.ten), 2)
            dong += _viet(f"  {_khoa(m.ten)}:", m.cay, 2)
    for ten, con in (cay.muc if cay is not None else {}).items():
        if ten not in ("mau", *DAU_PHIEU, *NHANH):
            dong += _viet(f"{_khoa(ten)}:", con, 0)
    return "\n".join(dong) + "\n"


def _chu_thich(chu: str, thut: int) -> Iterator[str]:
    """Các dòng chú thích, ngắt ở khoảng trắng."""
    import textwrap

    sach = _PHAI_THOAT.sub(" ", re.sub("[\x00-\x1f]", " ", chu))
    for dong in textwrap.wrap(sach, RONG_CHU_THICH - thut, break_long_words=False, break_on_hyphens=False):
        yield f"{' ' * thut}# {dong}"


def _viet(dau: str, cay: Cay, thut: int) -> Iterator[str]:
    """Các dòng của một giá trị, bắt đầu bằng ``dau`` (``ten:`` hoặc ``-``); con thụt thêm hai dấu cách."""
    if isinstance(cay, La):
        if _dang_khoi(cay.chu):
            yield f"{dau} |-"
            yield from (f"{' ' * (thut + 2)}{d}" if d else "" for d in cay.chu.split("\n"))
        else:
            yield f"{dau} {_chuoi(cay.chu)}"
    elif isinstance(cay, Day):
        yield dau if cay.phan_tu else f"{dau} []"
        for con in cay.phan_tu:
            yield from _phan_tu(con, thut + 2)
    else:
        yield dau if cay.muc else f"{dau} {{}}"
        for ten, con in cay.muc.items():
            yield from _viet(f"{' ' * (thut + 2)}{_khoa(ten)}:", con, thut + 2)


def _phan_tu(con: Cay, thut: int) -> Iterator[str]:
    """Một phần tử của dãy; nhánh con bắt đầu ngay sau dấu gạch cho dễ đọc."""
    if not isinstance(con, Nhanh) or not con.muc:
        yield from _viet(f"{' ' * thut}-", con, thut)
        return
    gach = True
    for ten, c in con.muc.items():
        for dong in _viet(f"{' ' * (thut + 2)}{_khoa(ten)}:", c, thut + 2):
            yield f"{' ' * thut}- {dong[thut + 2 :]}" if gach else dong
            gach = False


def _dang_khoi(chu: str) -> bool:
    return bool(_KHOI_CHU.fullmatch(chu)) and not _PHAI_THOAT.search(chu) and not re.search("[\x00-\x09\x0b-\x1f]", chu)


def _khoa(ten: str) -> str:
    return ten if _TEN_TRAN.fullmatch(ten) else _chuoi(ten)


def _chuoi(chu: str) -> str:
    """Chữ trong dấu nháy kép, thoát mọi ký tự mà mắt hay máy có thể hiểu khác; nửa ký tự (YAML cấm) thành U+FFFD."""
    return _PHAI_THOAT.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(_NUA.sub("\ufffd", chu), ensure_ascii=False))
