"""Kiểm số đã gõ (``danh_so: giu``): nhảy, lặp, lùi, đánh lại, chữ lạ, lẫn kiểu nhãn. Chỉ báo, không sửa.

Phần, Chương và Điều được xét liên tục cả văn bản, các cấp khác xét trong từng nút cha. Lời trích không xét vì mang số của
văn bản khác.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter

from drafter.findings import Finding, canh_bao
from drafter.model import Cap, Khuc, Nut
from drafter.notation.nhan import DE_MUC, LIET_KE, nhan_chuan, so_trong_nhan
from drafter.notation.tham_chieu import loi_dan

_DIEU_KHOAN = "khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"
_THU_TU = "Điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y"
_LIEN_TUC = frozenset({Cap.PHAN, Cap.CHUONG, Cap.DIEU})
_THU_RE = re.compile(r"\bthứ\b.*", re.IGNORECASE)
_SO_RE = re.compile(r"(?:[IVXLCDM]+|\d+(?:\.\d+)*[a-zđ]?|^[^\W\d_]+)(?=[ .)/:–-]*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Muc:
    """Một nút cần xét: lời dẫn tới nó và thứ tự của nó trong văn bản."""

    nut: Nut
    dan: str
    thu_tu: int


@dataclass(slots=True)
class _Thu:
    """Những gì gom được khi đi qua cây."""

    lien_tuc: dict[Cap, list[_Muc]] = field(default_factory=dict)
    tim_thay: list[tuple[int, Finding]] = field(default_factory=list)
    dem: int = 0


def kiem_danh_so(than: tuple[Khuc, ...]) -> tuple[Finding, ...]:
    """Những chỗ số gõ tay không theo thứ tự hoặc không thống nhất, theo thứ tự trong văn bản."""
    thu = _Thu()
    _di(than, "", None, thu)
    for day in thu.lien_tuc.values():
        thu.tim_thay += _day(day)
    return tuple(f for _, f in sorted(thu.tim_thay, key=itemgetter(0)))


def _di(cac: tuple[Khuc, ...], cha: str, nut_cha: Nut | None, thu: _Thu) -> None:
    rieng: dict[Cap, list[_Muc]] = {}
    cap_cha = nut_cha.cap if nut_cha is not None else None
    for k in cac:
        if not isinstance(k, Nut) or k.cap in LIET_KE:
            continue
        kho = thu.lien_tuc if k.cap in _LIEN_TUC else rieng
        thu.dem += 1
        muc = _Muc(k, loi_dan(k, len(kho.get(k.cap, ())) + 1, cha, cap_cha), thu.dem)
        kho.setdefault(k.cap, []).append(muc)
        if k.cap is Cap.KHOAN_CON and nut_cha is not None and cap_cha in (Cap.KHOAN, Cap.KHOAN_CON):
            so_cha = so_trong_nhan(nut_cha)
            if so_trong_nhan(k).rpartition(".")[0] != so_cha:
                thu.tim_thay.append((thu.dem, _bao(
                    "khac_cha", muc, f"“{_nhan(k)}” nằm dưới khoản {so_cha} nhưng không mang số của khoản ấy ({muc.dan}).",
                    f"Viết “{nhan_chuan(k.cap, k.so or 1, so_cha)}”.")))  # fmt: skip
        _di(k.con, muc.dan, k, thu)
    for day in rieng.values():
        thu.tim_thay += _day(day)


def _bao(ma: str, muc: _Muc, thong_bao: str, cach_sua: str) -> Finding:
    return canh_bao(f"danh_so.{ma}", thong_bao, duong_dan=muc.dan, cach_sua=cach_sua, dieu_khoan=_DIEU_KHOAN, nguon=muc.nut.nguon)


def _nhan(nut: Nut) -> str:
    return (nut.nhan_go or "").strip()


def _day(day: list[_Muc]) -> list[tuple[int, Finding]]:
    """Một dãy nút cùng cấp đáng lẽ đánh số liền nhau."""
    ra: list[tuple[int, Finding]] = []
    truoc: Nut | None = None
    for muc in day:
        nut = muc.nut
        if nut.so is None:
            if nut.cap is Cap.DIEM:
                f = _bao("chu_la", muc, f"“{_nhan(nut)}” không phải chữ dùng cho điểm ({muc.dan}).", f"{_THU_TU}.")
                ra.append((muc.thu_tu, f))
            elif nut.nhan_go is not None:
                f = _bao("khong_doc_duoc", muc, f"Không đọc được số của nhãn “{_nhan(nut)}”.", "Viết lại nhãn.")
                ra.append((muc.thu_tu, f))
            continue
        if sai := _buoc(truoc, muc, dau=day[0] is muc):
            ra.append((muc.thu_tu, sai))
        truoc = nut
    return ra + _kieu(day)


def _mong(cap: Cap, so: int, nut: Nut) -> str:
    return nhan_chuan(cap, so, so_trong_nhan(nut).rpartition(".")[0])


def _buoc(truoc: Nut | None, muc: _Muc, *, dau: bool) -> Finding | None:
    """Điều sai ở bước từ ``truoc`` tới ``muc``."""
    nut, so = muc.nut, muc.nut.so or 0
    if truoc is None:
        if so == 1 or not dau:
            return None
        mong = _mong(nut.cap, 1, nut)
        return _bao("khong_tu_dau", muc, f"Dãy số bắt đầu bằng “{_nhan(nut)}”, không phải “{mong}” ({muc.dan}).",
                    f"Đánh từ “{mong}”.")  # fmt: skip
    so_truoc = truoc.so or 0
    mong = _mong(nut.cap, so_truoc + 1, nut)
    cu = _nhan(truoc)
    if so == so_truoc + 1 or (so == so_truoc and _hau_to(nut) > _hau_to(truoc)):
        return None
    if so == so_truoc:
        return _bao("lap", muc, f"Số “{_nhan(nut)}” bị lặp ({muc.dan}).", f"Đánh lại thành “{mong}”.")
    if so > so_truoc:
        them = f" {_THU_TU}." if nut.cap is Cap.DIEM else ""
        return _bao("nhay", muc, f"Sau “{cu}” phải là “{mong}”, nhưng gặp “{_nhan(nut)}” ({muc.dan}).",
                    f"Đánh lại thành “{mong}”, hoặc thêm phần còn thiếu.{them}")  # fmt: skip
    if so == 1:
        return _bao("danh_lai", muc, f"Số đánh lại từ “{_nhan(nut)}” sau “{cu}” ({muc.dan}).",
                    f"Đánh tiếp “{mong}”, hoặc thêm tiêu đề cấp trên nếu đây là một phần khác.")  # fmt: skip
    return _bao("lui", muc, f"Số lùi: sau “{cu}” là “{_nhan(nut)}” ({muc.dan}).", f"Đánh lại thành “{mong}” hoặc xếp lại thứ tự.")


def _hau_to(nut: Nut) -> str:
    """Chữ sau số của Điều chèn thêm: "a" của "Điều 5a."."""
    return so_trong_nhan(nut).lstrip("0123456789") if nut.cap is Cap.DIEU else ""


def _khuon(nut: Nut) -> str:
    """Nhãn với số thay bằng ``#``, để so kiểu viết."""
    chu = " ".join(_nhan(nut).split())
    khuon = _THU_RE.sub("thứ #", chu) if nut.cap in DE_MUC and "ứ" in chu.lower() else _SO_RE.sub("#", chu, count=1)
    return khuon.rstrip(" .:-–") if nut.cap in DE_MUC else khuon


def _kieu(day: list[_Muc]) -> list[tuple[int, Finding]]:
    """Báo các nhãn viết khác kiểu của số đông trong cùng một dãy."""
    dem = Counter(_khuon(m.nut) for m in day if m.nut.nhan_go is not None)
    if len(dem) < 2:
        return []
    chinh = dem.most_common(1)[0][0]
    mau = next(m for m in day if _khuon(m.nut) == chinh)
    ra: list[tuple[int, Finding]] = []
    da_bao: set[str] = set()
    for m in day:
        khuon = _khuon(m.nut)
        if m.nut.nhan_go is None or khuon == chinh or khuon in da_bao:
            continue
        da_bao.add(khuon)
        chuan = _mong(m.nut.cap, m.nut.so or 1, m.nut)
        f = _bao("lan_kieu", m, f"Nhãn viết lẫn kiểu “{_nhan(mau.nut)}” và “{_nhan(m.nut)}” ({m.dan}).",
                 f"Viết cùng một kiểu: “{chuan}”.")  # fmt: skip
        ra.append((m.thu_tu, f))
    return ra
