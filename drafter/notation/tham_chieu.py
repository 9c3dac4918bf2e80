"""Lời dẫn tới một nhãn trong chính văn bản: "điểm a khoản 2 Điều 5".

Viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm (VH-19). Mục La Mã của kế hoạch, báo cáo cũng viết hoa
("Mục I", "khoản 1 Mục I"), như chính nghị định dẫn "Mục II Phần I Phụ lục I". Điều và Chương đánh liên tục cả văn bản nên không
cần nói nằm ở đâu; Mục, Mục La Mã, khoản, điểm thì phải nói.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.findings import Finding, loi
from drafter.model import Bang, Cap, Chu, ChuThich, Doan, DongChu, Inline, Khuc, Nguon, Nut, ThamChieu, TrichDan
from drafter.notation.dong import chuan_dong
from drafter.notation.nhan import so_trong_nhan

_TEN = {
    Cap.PHAN: "Phần",
    Cap.CHUONG: "Chương",
    Cap.MUC: "Mục",
    Cap.TIEU_MUC: "Tiểu mục",
    Cap.DIEU: "Điều",
    Cap.MUC_LA_MA: "Mục",
    Cap.KHOAN: "khoản",
    Cap.KHOAN_CON: "khoản",
    Cap.DIEM: "điểm",
    Cap.GACH: "gạch đầu dòng thứ",
    Cap.CONG: "dấu cộng thứ",
}
_DU = frozenset({Cap.PHAN, Cap.CHUONG, Cap.DIEU})
_KHOAN = frozenset({Cap.KHOAN, Cap.KHOAN_CON})


def nhan_cho(than: tuple[Khuc, ...]) -> dict[str, str]:
    """Lời dẫn tới từng nhãn đã khai trong một cây đã đánh số; nhãn khai hai lần thì theo chỗ đầu tiên."""
    ra: dict[str, str] = {}
    _gom(than, "", None, ra)
    return ra


def loi_dan(nut: Nut, thu_tu: int, cha: str, cap_cha: Cap | None) -> str:
    """Lời dẫn tới ``nut``, nút thứ ``thu_tu`` cùng cấp dưới cha; ``cha`` là lời dẫn tới cha."""
    so = so_trong_nhan(nut) or (str(thu_tu) if nut.cap in (Cap.GACH, Cap.CONG) else "")
    cua_no = f"{_TEN[nut.cap]} {so}".rstrip()
    if nut.cap in _DU or not cha:
        return cua_no
    if nut.cap is Cap.KHOAN_CON and cap_cha in _KHOAN:
        return f"{cua_no} {cha.partition(' ')[2].partition(' ')[2]}".rstrip()
    return f"{cua_no} {cha}"


def _gom(cac: tuple[Khuc, ...], cha: str, cap_cha: Cap | None, ra: dict[str, str]) -> None:
    dem: dict[Cap, int] = {}
    for k in cac:
        if isinstance(k, Nut):
            dem[k.cap] = dem.get(k.cap, 0) + 1
            dan = loi_dan(k, dem[k.cap], cha, cap_cha)
            if k.ma is not None:
                ra.setdefault(k.ma, dan)
            _gom(k.con, dan, k.cap, ra)
        elif isinstance(k, TrichDan):
            _gom(k.con, "", None, ra)


def chen_dong(dong: DongChu, nhan: Mapping[str, str], nguon: Nguon | None = None) -> tuple[DongChu, tuple[Finding, ...]]:
    """Dòng đã thay tham chiếu bằng chữ; nhãn lạ giữ ``@ma`` và có một lỗi."""
    ra: list[Inline] = []
    tim_thay: list[Finding] = []
    for x in dong:
        if not isinstance(x, ThamChieu):
            ra.append(x)
            continue
        if x.ma not in nhan:
            tim_thay.append(
                loi(
                    "tham_chieu.khong_co",
                    f"Dẫn tới nhãn “@{x.ma}” nhưng không chỗ nào trong văn bản khai nhãn ấy.",
                    duong_dan=nguon.duong_dan if nguon is not None else "",
                    cach_sua=f"Đặt {{#{x.ma}}} ở cuối dòng của Điều, khoản, điểm cần dẫn, hoặc ghi thẳng số.",
                    nguon=nguon,
                )
            )
        ra.append(Chu(nhan.get(x.ma, "@" + x.ma), x.dam, x.nghieng))
    return (chuan_dong(ra) if len(ra) and any(isinstance(x, ThamChieu) for x in dong) else dong), tuple(tim_thay)


def chen_tham_chieu(than: tuple[Khuc, ...], nhan: Mapping[str, str]) -> tuple[tuple[Khuc, ...], tuple[Finding, ...]]:
    """(thân đã thay tham chiếu bằng chữ, lỗi cho từng nhãn lạ)."""
    tim_thay: list[Finding] = []

    def dong(d: DongChu, nguon: Nguon | None) -> DongChu:
        moi, thay = chen_dong(d, nhan, nguon)
        tim_thay.extend(thay)
        return moi

    def doan(d: Doan) -> Doan:
        return replace(d, noi_dung=dong(d.noi_dung, d.nguon))

    def mot(k: Khuc) -> Khuc:
        match k:
            case Nut():
                return replace(k, ten=dong(k.ten, k.nguon), con=tuple(map(mot, k.con)))
            case Doan():
                return doan(k)
            case TrichDan():
                return TrichDan(tuple(map(mot, k.con)))
            case Bang():
                hang = (replace(h, o=tuple(replace(o, con=tuple(map(doan, o.con))) for o in h.o)) for h in k.hang)
                return replace(k, hang=tuple(hang))

    ra = tuple(map(mot, than))
    return ra, tuple(tim_thay)


def chen_chu_thich(chu_thich: tuple[ChuThich, ...], nhan: Mapping[str, str]) -> tuple[tuple[ChuThich, ...], tuple[Finding, ...]]:
    """Như ``chen_tham_chieu`` cho nội dung các chú thích."""
    ra: list[ChuThich] = []
    tim_thay: list[Finding] = []
    for c in chu_thich:
        con: list[Doan] = []
        for d in c.con:
            noi_dung, thay = chen_dong(d.noi_dung, nhan, d.nguon)
            tim_thay += thay
            con.append(replace(d, noi_dung=noi_dung))
        ra.append(replace(c, con=tuple(con)))
    return tuple(ra), tuple(tim_thay)
