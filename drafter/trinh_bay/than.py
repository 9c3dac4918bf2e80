"""Thân văn bản (ô 6) thành khối: phần, chương, mục, điều, khoản, điểm, bảng."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.khoi import HangKhoi, Khoi, KhoiBang, KhoiDoan, KhoiPhan, KhoiTrong, Manh, MauChu, OKhoi
from drafter.metrics import rong_mm
from drafter.model import Bang, Cap, Cot, Doan, DongChu, Khuc, Nut, TrichDan
from drafter.trinh_bay.chu import Dan, chu_tron, gop

_BAC = {Cap.PHAN: 1, Cap.CHUONG: 2, Cap.MUC: 3, Cap.TIEU_MUC: 4, Cap.DIEU: 5, Cap.MUC_LA_MA: 2, Cap.KHOAN: 6, Cap.KHOAN_CON: 7}
_VAI_DANH_SACH = {
    Cap.KHOAN: "khoan",
    Cap.KHOAN_CON: "khoan",
    Cap.DIEM: "diem",
    Cap.GACH: "gach_dau_dong",
    Cap.CONG: "gach_dau_dong",
}
_CACH_BANG_MM = 2.0
_O_HEP_MM = 9.0
# Lề trong ô hai bên 1,9 mm, cộng chút dư cho làm tròn.
_LE_O_MM = 4.2


class Than:
    """Dàn thân của một văn bản; ``van_ban`` là thứ tự của nó trong bộ."""

    __slots__ = ("dan", "van_ban")

    def __init__(self, dan: Dan, van_ban: int) -> None:
        self.dan = dan
        self.van_ban = van_ban

    def khoi(self, than: tuple[Khuc, ...], *, vai: str = "loi_van") -> Iterator[Khoi]:
        """Các khối của thân, theo thứ tự in."""
        for khuc in than:
            if isinstance(khuc, Nut):
                yield from self._nut(khuc)
            elif isinstance(khuc, Doan):
                yield KhoiDoan(vai, self._dong(khuc.noi_dung))
            elif isinstance(khuc, TrichDan):
                yield from self.khoi(khuc.con, vai="trich_dan")
            else:
                yield from self._bang(khuc)

    def _dong(self, dong: DongChu, *, in_hoa: bool = False) -> tuple[MauChu, ...]:
        return self.dan.dong(dong, van_ban=self.van_ban, in_hoa=in_hoa)

    def _nut(self, nut: Nut) -> Iterator[Khoi]:
        nhan = nut.nhan_go or ""
        con = nut.con
        if nut.cap in (Cap.PHAN, Cap.CHUONG, Cap.MUC, Cap.TIEU_MUC):
            yield KhoiDoan(nut.cap.value, (Manh(nhan),), giu_voi_sau=True, bac=_BAC[nut.cap])
            if nut.ten:
                yield KhoiDoan(nut.cap.value + "_ten", self._dong(nut.ten, in_hoa=True), giu_voi_sau=True)
        elif nut.ten:
            in_hoa = nut.cap is Cap.MUC_LA_MA
            vai = {Cap.DIEU: "dieu", Cap.MUC_LA_MA: "muc_la_ma"}.get(nut.cap, "khoan_ten")
            chu = gop([Manh(nhan + " "), *self._dong(nut.ten, in_hoa=in_hoa)])
            yield KhoiDoan(vai, chu, giu_voi_sau=bool(con), giu_dong=True, bac=_BAC.get(nut.cap, 0))
        else:
            dau = con[0] if con and isinstance(con[0], Doan) and con[0].cung_dong else None
            con = con[1:] if dau is not None else con
            mau = self._dong(dau.noi_dung) if dau is not None else ()
            if nut.cap is Cap.DIEU:
                yield KhoiDoan("dieu_loi_van", gop([Manh(nhan, dam=True), Manh(" "), *mau]) if mau else (Manh(nhan, dam=True),))
            else:
                vai = _VAI_DANH_SACH.get(nut.cap, "muc_la_ma")
                yield KhoiDoan(vai, gop([Manh(nhan + " "), *mau]) if mau else (Manh(nhan),))
        yield from self.khoi(con)

    def _bang(self, bang: Bang) -> Iterator[Khoi]:
        trang = self.dan.che_do.trang
        vung = trang.cao - trang.le_tren.dung - trang.le_duoi.dung if bang.xoay_ngang else trang.vung_chu_mm
        if bang.xoay_ngang:
            yield KhoiPhan(huong="ngang", an_trang_dau=False)
        yield KhoiBang(
            be_rong(bang.cot, self._do_dai(bang), self._hep_nhat(bang, vung), vung),
            tuple(
                HangKhoi(
                    tuple(
                        OKhoi(
                            tuple(
                                KhoiDoan(
                                    "bang_tieu_de" if h.tieu_de else "bang_o",
                                    self._dong(d.noi_dung),
                                    canh=None if h.tieu_de else _canh(bang, i),
                                )
                                for d in o.con
                            )
                            or (KhoiDoan("bang_o"),),
                            o.gop_ngang,
                            o.gop_doc,
                        )
                        for i, o in enumerate(h.o)
                    ),
                    h.tieu_de,
                )
                for h in bang.hang
            ),
        )
        if bang.xoay_ngang:
            yield KhoiPhan(huong="doc", an_trang_dau=False)
        else:
            yield KhoiTrong(_CACH_BANG_MM)

    def _hep_nhat(self, bang: Bang, vung: float) -> list[float]:
        """Bề rộng ít nhất của từng cột (mm) để không từ nào bị chẻ đôi."""
        hep = [_O_HEP_MM] * len(bang.cot)
        for h in bang.hang:
            vai = self.dan.che_do.vai["bang_tieu_de" if h.tieu_de else "bang_o"]
            for i, o in enumerate(h.o[: len(hep)]):
                if o.gop_ngang == 1:
                    tu = (t for d in o.con for t in chu_tron(self._dong(d.noi_dung)).split())
                    rong = max((rong_mm(t, co_pt=vai.co.dung, dam=vai.dam) for t in tu), default=0.0)
                    hep[i] = max(hep[i], min(rong + _LE_O_MM, vung / 3))
        return hep if sum(hep) < vung else [vung / len(hep)] * len(hep)

    def _do_dai(self, bang: Bang) -> list[float]:
        """Độ dài chữ đáng kể của từng cột, để chia bề rộng khi người viết không ghi."""
        dai = [1.0] * len(bang.cot)
        for h in bang.hang:
            for i, o in enumerate(h.o[: len(dai)]):
                if o.gop_ngang == 1:
                    chu = " ".join(chu_tron(self._dong(d.noi_dung)) for d in o.con)
                    tu_dai = max((len(t) for t in chu.split()), default=0)
                    dai[i] = max(dai[i], min(len(chu), 60), tu_dai * 1.3)
        return dai


def _canh(bang: Bang, i: int) -> str:
    return bang.cot[i].canh if i < len(bang.cot) else "trai"


def be_rong(cot: tuple[Cot, ...], dai: list[float], hep: list[float], vung: float) -> tuple[float, ...]:
    """Bề rộng từng cột (mm), cộng lại đúng ``vung``, không cột nào hẹp hơn ``hep``; cột không ghi bề rộng thì theo độ dài chữ."""
    if not cot:
        return (vung,)
    goc = [c.rong for c in cot] if all(c.rong > 0 for c in cot) else [d**0.75 for d in dai]
    tong = sum(goc)
    rong = [max(h, vung * g / tong) for g, h in zip(goc, hep, strict=True)]
    du = sum(rong) - vung
    rong_du = [r - h for r, h in zip(rong, hep, strict=True)]
    tong_du = sum(rong_du)
    if tong_du > 0:
        rong = [r - du * d / tong_du for r, d in zip(rong, rong_du, strict=True)]
    lam_tron = [round(r, 2) for r in rong[:-1]]
    return (*lam_tron, round(vung - sum(lam_tron), 2))


def giu_cuoi(khoi: list[Khoi]) -> list[Khoi]:
    """Đoạn cuối của thân không rời khối ký, để khối ký không đứng một mình trên trang."""
    for i in range(len(khoi) - 1, -1, -1):
        cuoi = khoi[i]
        if isinstance(cuoi, KhoiDoan):
            khoi[i] = replace(cuoi, giu_voi_sau=True)
            break
        if not isinstance(cuoi, KhoiPhan):
            break
    return khoi


def giu_doan_dan(khoi: list[Khoi]) -> None:
    """Đoạn dẫn vào bảng, hoặc kết bằng dấu hai chấm, không rời phần nó dẫn vào."""
    for i, k in enumerate(khoi[1:]):
        truoc = khoi[i]
        if isinstance(truoc, KhoiDoan) and (
            isinstance(k, KhoiBang) or (isinstance(k, KhoiDoan) and chu_tron(truoc.chu).endswith(":"))
        ):
            khoi[i] = replace(truoc, giu_voi_sau=True)
