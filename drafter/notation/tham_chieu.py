"""Lời dẫn tới một nhãn trong chính văn bản: "điểm a khoản 2 Điều 5".

Viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm (VH-19). Mục La Mã của kế hoạch, báo cáo cũng viết hoa
("Mục I", "khoản 1 Mục I"), như chính nghị định dẫn "Mục II Phần I Phụ lục I". Điều và Chương đánh liên tục cả văn bản nên không
cần nói nằm ở đâu; Mục, Mục La Mã, khoản, điểm thì phải nói.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class _ODay:
    """Chỗ đang đứng: lời dẫn tới Điều và tới khoản chứa dòng; rỗng khi không ở trong đó."""

    dieu: str = ""
    khoan: str = ""

    def loi(self, dan: str) -> str:
        """Lời dẫn nhìn từ chỗ này: cùng Điều thì "khoản 1 Điều này", cùng khoản thì "điểm a khoản này"."""
        for goc, nay in ((self.khoan, "khoản này"), (self.dieu, "Điều này")):
            if goc and (dan == goc or dan.endswith(" " + goc)):
                return dan[: len(dan) - len(goc)] + nay
        return dan

    def vao(self, nut: Nut) -> _ODay:
        """Chỗ đứng bên trong ``nut``."""
        nhan = (nut.nhan_go or "").rstrip(".):-/ ")
        if nut.cap is Cap.DIEU:
            return _ODay(nhan)
        if nut.cap is Cap.KHOAN and self.dieu and nhan:
            return _ODay(self.dieu, f"khoản {nhan} {self.dieu}")
        return self


_NGOAI = _ODay()


def chen_dong(
    dong: DongChu, nhan: Mapping[str, str], nguon: Nguon | None = None, *, o_day: _ODay = _NGOAI
) -> tuple[DongChu, tuple[Finding, ...]]:
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
        ra.append(Chu(o_day.loi(nhan[x.ma]) if x.ma in nhan else "@" + x.ma, x.dam, x.nghieng))
    return (chuan_dong(ra) if len(ra) and any(isinstance(x, ThamChieu) for x in dong) else dong), tuple(tim_thay)


def chen_tham_chieu(than: tuple[Khuc, ...], nhan: Mapping[str, str]) -> tuple[tuple[Khuc, ...], tuple[Finding, ...]]:
    """(thân đã thay tham chiếu bằng chữ, lỗi cho từng nhãn lạ); dẫn trong cùng Điều thì nói "Điều này"."""
    tim_thay: list[Finding] = []

    def dong(d: DongChu, nguon: Nguon | None, o_day: _ODay) -> DongChu:
        moi, thay = chen_dong(d, nhan, nguon, o_day=o_day)
        tim_thay.extend(thay)
        return moi

    def doan(d: Doan, o_day: _ODay) -> Doan:
        return replace(d, noi_dung=dong(d.noi_dung, d.nguon, o_day))

    def mot(k: Khuc, o_day: _ODay) -> Khuc:
        match k:
            case Nut():
                trong = o_day.vao(k)
                return replace(k, ten=dong(k.ten, k.nguon, trong), con=tuple(mot(c, trong) for c in k.con))
            case Doan():
                return doan(k, o_day)
            case TrichDan():
                return TrichDan(tuple(mot(c, _NGOAI) for c in k.con))
            case Bang():
                hang = (replace(h, o=tuple(replace(o, con=tuple(doan(d, o_day) for d in o.con)) for o in h.o)) for h in k.hang)
                return replace(k, hang=tuple(hang))

    ra = tuple(mot(k, _NGOAI) for k in than)
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
