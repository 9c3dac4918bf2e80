"""In cây bố cục trở lại ký pháp, và in mọi chữ của cây thành chữ thuần.

Đọc lại bản in của một cây đúng khuôn được đúng cây ấy. Thứ ký pháp không có (nguồn, ô gộp, đoạn trống) thì mất; chữ thì không.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Bang, ChuThich, Doan, DongChu, Khuc, Nut, ThamChieu, TrichDan
from drafter.notation.bang import in_bang
from drafter.notation.dong import NguCanh, chu_tran, in_dong, parse_dong, them_thoat_dau
from drafter.notation.nhan import DE_MUC, nhan_chuan, nhan_dien
from drafter.notation.quy_uoc import duoc_dung_duoi, la_cau_truc, la_dong_ten, la_ten, tach_ma


def in_ra(than: tuple[Khuc, ...], chu_thich: tuple[ChuThich, ...] = ()) -> str:
    """Ký pháp chuẩn của ``than``, rồi nội dung các chú thích; các dòng ngăn bằng ``\\n``, không có dòng mới ở cuối."""
    nhan = {ma for k in than for ma in _nhan(k)}
    for ct in chu_thich:
        nhan.update(ma for d in ct.con for ma in _tham_chieu(d.noi_dung))
    ngu_canh = NguCanh(frozenset(nhan), frozenset(c.ma for c in chu_thich))
    ra = _cac(than, ngu_canh)
    trong_chu_thich = NguCanh(ngu_canh.nhan)
    for c in chu_thich:
        ra += [f"[^{c.ma}]: {in_dong(d.noi_dung, trong_chu_thich).strip()}".rstrip() for d in c.con or (Doan(()),)]
    return "\n".join(ra)


def _nhan(khuc: Khuc) -> Iterator[str]:
    """Nhãn khai và nhãn được dẫn tới trong một khúc."""
    match khuc:
        case Nut():
            if khuc.ma is not None:
                yield khuc.ma
            yield from _tham_chieu(khuc.ten)
            for k in khuc.con:
                yield from _nhan(k)
        case TrichDan():
            for k in khuc.con:
                yield from _nhan(k)
        case Doan():
            yield from _tham_chieu(khuc.noi_dung)
        case Bang():
            for doan in _doan_trong_bang(khuc):
                yield from _tham_chieu(doan.noi_dung)


def _tham_chieu(dong: DongChu) -> Iterator[str]:
    return (x.ma for x in dong if isinstance(x, ThamChieu))


def _doan_trong_bang(bang: Bang) -> Iterator[Doan]:
    return (d for h in bang.hang for o in h.o for d in o.con)


def _cac(cac: tuple[Khuc, ...], ngu_canh: NguCanh) -> list[str]:
    ra: list[str] = []
    for k in cac:
        _noi(ra, _mot(k, ngu_canh))
    return ra


def _noi(ra: list[str], them: list[str]) -> None:
    """Nối thêm dòng; hai dòng ``|`` không cùng bảng thì cách nhau một dòng trống."""
    if ra and them and ra[-1].startswith("|") and them[0].startswith("|"):
        ra.append("")
    ra += them


def _mot(khuc: Khuc, ngu_canh: NguCanh) -> list[str]:
    match khuc:
        case Nut():
            return _nut(khuc, ngu_canh)
        case Doan():
            return [_doan(khuc, ngu_canh)]
        case Bang():
            return in_bang(khuc, ngu_canh)
        case TrichDan():
            return [f"> {d}" if d else ">" for d in _cac(khuc.con, ngu_canh)] or [">"]


def _chu(dong: DongChu, ngu_canh: NguCanh) -> str:
    return in_dong(dong, ngu_canh).strip()


def _doan(doan: Doan, ngu_canh: NguCanh, *, sau_de_muc: bool = False) -> str:
    """Một dòng lời văn; ``sau_de_muc``: đứng ngay dưới đề mục chưa có tiêu đề nên phải nói rõ là lời văn."""
    chu = _chu(doan.noi_dung, ngu_canh)
    thanh_ten = sau_de_muc and duoc_dung_duoi(chu) and la_dong_ten(parse_dong(chu, ngu_canh))
    return them_thoat_dau(chu) if thanh_ten or la_cau_truc(chu) else chu


def _nut(nut: Nut, ngu_canh: NguCanh) -> list[str]:
    go = nut.nhan_go if nut.nhan_go is not None else nhan_chuan(nut.cap, nut.so or 0)
    con = nut.con
    dau = con[0] if con else None
    ten_duoi = ""
    cung_dong = ""
    if nut.ten:
        ten_duoi = _ten_duoi(nut, ngu_canh)
        if not ten_duoi:
            cung_dong = _khong_nhan(_chu(nut.ten, ngu_canh), nut.ten, nut.ma, ngu_canh)
            go = _go_cho_ten(go, nut, cung_dong)
    elif isinstance(dau, Doan) and dau.cung_dong:
        con = con[1:]
        cung_dong = _khong_nhan(_chu(dau.noi_dung, ngu_canh), dau.noi_dung, nut.ma, ngu_canh)
        if cung_dong and la_ten(nut.cap, parse_dong(cung_dong, ngu_canh), bool(con)):
            cung_dong = them_thoat_dau(cung_dong)
            go = _go_cho_ten(go, nut, cung_dong)
    ra = [" ".join(x for x in (go, cung_dong, f"{{#{nut.ma}}}" if nut.ma is not None else "") if x)]
    ra += [ten_duoi] if ten_duoi else []
    for i, k in enumerate(con):
        de_muc_tron = i == 0 and not nut.ten and not cung_dong and nut.cap in DE_MUC
        _noi(ra, [_doan(k, ngu_canh, sau_de_muc=True)] if de_muc_tron and isinstance(k, Doan) else _mot(k, ngu_canh))
    return ra


def _ten_duoi(nut: Nut, ngu_canh: NguCanh) -> str:
    """Dòng tiêu đề dưới nhãn mà đọc lại vẫn là tiêu đề; rỗng khi tiêu đề phải ở cùng dòng với nhãn."""
    if nut.ten_xuong_dong and nut.cap in DE_MUC:
        for thoat in (False, True):
            chu = in_dong(nut.ten, ngu_canh, thoat=thoat).strip()
            if duoc_dung_duoi(chu) and not la_cau_truc(chu) and la_dong_ten(parse_dong(chu, ngu_canh)):
                return chu
    return ""


def _khong_nhan(chu: str, dong: DongChu, ma: str | None, ngu_canh: NguCanh) -> str:
    """Chữ trên dòng có nhãn, không kết bằng thứ đọc lại thành ``{#nhan}``."""
    return in_dong(dong, ngu_canh, thoat=True).strip() if ma is None and tach_ma(chu)[1] is not None else chu


def _go_cho_ten(go: str, nut: Nut, chu: str) -> str:
    """Nhãn đề mục, thêm dấu chấm khi không có nó thì cả dòng bị đọc thành lời văn."""
    if nut.cap not in DE_MUC:
        return go
    lai = nhan_dien(f"{go} {chu}")
    return go if lai is not None and lai.go == go else go.rstrip(" .:-–") + "."


def van_ban_thuan(than: tuple[Khuc, ...], chu_thich: tuple[ChuThich, ...] = ()) -> str:
    """Mọi chữ theo thứ tự đọc, kể cả nhãn, mỗi đoạn một dòng; ô bảng ngăn bằng tab; chú thích ở cuối."""
    ra = [d for k in than for d in _thuan(k)]
    ra += [f"{c.ma} {chu_tran(d.noi_dung)}" for c in chu_thich for d in c.con]
    return "\n".join(ra)


def _thuan(khuc: Khuc) -> Iterator[str]:
    match khuc:
        case Doan():
            yield chu_tran(khuc.noi_dung)
        case TrichDan():
            for k in khuc.con:
                yield from _thuan(k)
        case Bang():
            for h in khuc.hang:
                yield "\t".join(" ".join(chu_tran(d.noi_dung) for d in o.con) for o in h.o)
        case Nut():
            con = khuc.con
            dong = [khuc.nhan_go or "", chu_tran(khuc.ten)]
            if con and isinstance(con[0], Doan) and con[0].cung_dong:
                dong.append(chu_tran(con[0].noi_dung))
                con = con[1:]
            xuong = "\n" if khuc.ten_xuong_dong else " "
            yield xuong.join(x for x in dong if x)
            for k in con:
                yield from _thuan(k)
