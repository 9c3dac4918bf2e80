"""Đọc lời văn viết theo ký pháp thành cây bố cục. Không bao giờ từ chối; điều lạ được báo, không được sửa.

Đi qua các dòng hai lượt: lượt đầu gom nhãn đã khai và mã chú thích (để biết ``@ma``, ``[^1]`` nào là thật), lượt sau dựng cây
bằng một chồng các nút đang mở. Thời gian tỷ lệ với độ dài chữ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from drafter.findings import Finding
from drafter.model import Cap, ChuThich, Doan, DongChu, GoiChuThich, Khuc, Nguon, Nut, TrichDan
from drafter.notation.bang import doc_hang_canh, dung_bang
from drafter.notation.bao import bao, noi
from drafter.notation.dong import NguCanh, bo_thoat_dau, ma_goi, parse_dong
from drafter.notation.nhan import DE_MUC, LIET_KE, Nhan, giong_dieu, nhan_chuan, nhan_dien
from drafter.notation.quy_uoc import (
    CHU_THICH_RE,
    TRICH_SAU_NHAT,
    bo_trich,
    co_hai_cach,
    duoc_dung_duoi,
    la_dong_ten,
    la_ten,
    tach_ma,
)

_XUONG_DONG_RE = re.compile(r"\r\n|[\n\r\x0c\x85\u2029]")


@dataclass(frozen=True, slots=True)
class KetQua:
    """Thân, chú thích, điều lạ tìm thấy, và các nhãn khai trong chính lời văn này."""

    than: tuple[Khuc, ...]
    chu_thich: tuple[ChuThich, ...]
    tim_thay: tuple[Finding, ...]
    nhan: frozenset[str]


@dataclass(slots=True)
class _Dong:
    """Một dòng có chữ: số dòng, chữ đã bỏ khoảng trắng hai đầu, ``cach`` khi trước nó có dòng trống."""

    so: int
    chu: str
    cach: bool


@dataclass(slots=True)
class _Mo:
    """Một nút đang mở."""

    nhan: Nhan
    so_dong: int
    noi_dung: DongChu
    ep_van: bool
    ma: str | None
    ten_duoi: DongChu = ()
    con: list[Khuc] = field(default_factory=list)

    def cho_ten(self) -> bool:
        """Đang chờ tiêu đề ở dòng dưới không."""
        return self.nhan.cap in DE_MUC and not self.noi_dung and not self.ten_duoi and not self.con


def parse(
    text: str,
    *,
    nguon: Nguon | None = None,
    nhan_biet: frozenset[str] = frozenset(),
    ghi_chu: bool = False,
    dong_dau: int = 1,
) -> KetQua:
    """Cây bố cục của ``text`` (NFC) cùng chú thích và những điều lạ.

    ``nguon``: nơi của cả khối chữ; có thì nút và đoạn mang nguồn kèm số dòng. ``nhan_biet``: nhãn khai ở chỗ khác mà ``@ma`` được
    dẫn tới. ``ghi_chu``: bỏ các dòng ``//``. ``dong_dau``: số của dòng đầu tiên. Không ném lỗi nào.
    """
    dong: list[_Dong] = []
    cach = False
    for so, tho in enumerate(_XUONG_DONG_RE.split(text), dong_dau):
        chu = tho.strip()
        if not chu:
            cach = True
        elif not (ghi_chu and _la_ghi_chu(chu)):
            dong.append(_Dong(so, chu, cach))
            cach = False
    return _Doc(nguon, nhan_biet).doc(dong)


def _la_ghi_chu(chu: str) -> bool:
    for _ in range(TRICH_SAU_NHAT):
        if (trong := bo_trich(chu)) is None:
            break
        chu = trong
    return chu.startswith("//")


class _Doc:
    """Một lượt đọc; giữ những gì gom dần (chú thích, điều lạ, nhãn)."""

    def __init__(self, nguon: Nguon | None, nhan_biet: frozenset[str]) -> None:
        self.nguon = nguon
        self.nhan_biet = nhan_biet
        self.ngu_canh = NguCanh()
        self.dinh_nghia: list[tuple[int, str, str]] = []
        self.da_goi: set[str] = set()
        self.tim_thay: list[tuple[int, Finding]] = []

    def bao(self, ma: str, so_dong: int, *tham_so: object) -> None:
        self.tim_thay.append((so_dong, bao(ma, noi(self.nguon, so_dong), *tham_so)))

    def cho(self, so_dong: int) -> Nguon | None:
        return noi(self.nguon, so_dong) if self.nguon is not None else None

    def doc(self, dong: list[_Dong]) -> KetQua:
        nhan = self.quet(dong)
        than = self.xay(dong, 0)
        chu_thich = self.doc_chu_thich()
        tim_thay = sorted(self.tim_thay, key=itemgetter(0))
        return KetQua(than, chu_thich, tuple(f for _, f in tim_thay), nhan)

    def quet(self, dong: list[_Dong]) -> frozenset[str]:
        """Lượt đầu: nhãn đã khai, mã chú thích đã có nội dung."""
        nhan: set[str] = set()
        chu_thich: set[str] = set()
        for d in dong:
            chu = d.chu
            for _ in range(TRICH_SAU_NHAT):
                if (trong := bo_trich(chu)) is None:
                    break
                chu = trong
            if m := CHU_THICH_RE.match(chu):
                chu_thich.add(m[1])
                continue
            tran, ma = tach_ma(chu)
            if ma is not None and nhan_dien(tran) is not None:
                if ma in nhan:
                    self.bao("nhan_trung", d.so, ma)
                nhan.add(ma)
        self.ngu_canh = NguCanh(frozenset(nhan) | self.nhan_biet, frozenset(chu_thich))
        return frozenset(nhan)

    def soat(self, chu: str, so_dong: int) -> None:
        """Báo dấu gọi không có nội dung và ``@ma`` không ai khai."""
        goi, dan = ma_goi(chu)
        for ma in goi:
            if ma not in self.ngu_canh.chu_thich:
                self.bao("chu_thich_thieu", so_dong, ma)
        for ma in dan:
            if ma not in self.ngu_canh.nhan:
                self.bao("tham_chieu_la", so_dong, ma)

    def van(self, chu: str, so_dong: int) -> DongChu:
        """Các mẩu của một dòng, báo những gì lạ trong dòng."""
        self.soat(chu, so_dong)
        if co_hai_cach(chu):
            self.bao("hai_dau_cach", so_dong)
        noi_dung = parse_dong(chu, self.ngu_canh)
        self.da_goi.update(x.ma for x in noi_dung if isinstance(x, GoiChuThich))
        return noi_dung

    def loc_chu_thich(self, dong: list[_Dong]) -> Iterator[_Dong]:
        """Các dòng còn lại sau khi lấy riêng nội dung chú thích."""
        cach = False
        for d in dong:
            if m := CHU_THICH_RE.match(d.chu):
                self.dinh_nghia.append((d.so, m[1], d.chu[m.end() :].strip()))
                cach = cach or d.cach
            else:
                yield replace(d, cach=True) if cach else d
                cach = False

    def doc_chu_thich(self) -> tuple[ChuThich, ...]:
        """Các chú thích theo thứ tự viết; dòng liền nhau cùng mã là các đoạn của một chú thích."""
        ra: list[ChuThich] = []
        co: set[str] = set()
        for ma, nhom in groupby(sorted(self.dinh_nghia), lambda x: x[1]):
            cac = list(nhom)
            if ma in co:
                self.bao("chu_thich_trung", cac[0][0], ma)
            elif ma not in self.da_goi:
                self.bao("chu_thich_thua", cac[0][0], ma)
            co.add(ma)
            doan = []
            for so, _, chu in cac:
                goi, dan = ma_goi(chu)
                if goi:
                    self.bao("chu_thich_long", so)
                for la in dan:
                    if la not in self.ngu_canh.nhan:
                        self.bao("tham_chieu_la", so, la)
                doan.append(Doan(parse_dong(chu, NguCanh(self.ngu_canh.nhan)), nguon=self.cho(so)))
            ra.append(ChuThich(ma, tuple(doan)))
        return tuple(ra)

    def xay(self, dong: list[_Dong], sau: int) -> tuple[Khuc, ...]:
        """Lượt sau: cây của một dãy dòng; ``sau`` là số lớp trích bao ngoài."""
        cac = list(self.loc_chu_thich(dong))
        goc: list[Khuc] = []
        chong: list[_Mo] = []

        def dong_lai() -> None:
            nut = self.ket(chong.pop())
            (chong[-1].con if chong else goc).append(nut)

        def them(khuc: Khuc) -> None:
            while chong and chong[-1].nhan.cap in LIET_KE:
                dong_lai()
            (chong[-1].con if chong else goc).append(khuc)

        i = 0
        while i < len(cac):
            d = cac[i]
            i += 1
            if bo_trich(d.chu) is not None and sau < TRICH_SAU_NHAT:
                dau = i - 1
                while i < len(cac) and bo_trich(cac[i].chu) is not None:
                    i += 1
                them(TrichDan(self.xay(_bo_lop(cac[dau:i]), sau + 1)))
            elif d.chu.startswith("|") and (so := self.so_dong_bang(cac, i - 1)):
                them(self.bang(cac[i - 1 : i - 1 + so]))
                i += so - 1
            elif (nut := self.nut(d)) is not None:
                while chong and chong[-1].nhan.bac >= nut.nhan.bac:
                    dong_lai()
                chong.append(nut)
            else:
                doan = self.doan(d, sau)
                if chong and chong[-1].cho_ten() and duoc_dung_duoi(d.chu) and la_dong_ten(doan.noi_dung):
                    chong[-1].ten_duoi = doan.noi_dung
                else:
                    them(doan)
        while chong:
            dong_lai()
        return tuple(goc)

    def nut(self, d: _Dong) -> _Mo | None:
        tran, ma = tach_ma(d.chu)
        nhan = nhan_dien(tran)
        if nhan is None:
            return None
        if ma is None and d.chu.endswith("}") and "{#" in d.chu and "\\{#" not in d.chu:
            self.bao("nhan_sai_dang", d.so, d.chu[d.chu.rfind("{#") :])
        for la in nhan.la:
            self.bao(la, d.so, nhan.go.strip(), _goi_y(nhan))
        chu, ep_van = bo_thoat_dau(nhan.con_lai)
        return _Mo(nhan, d.so, self.van(chu, d.so), ep_van, ma)

    def doan(self, d: _Dong, sau: int) -> Doan:
        chu, thoat = bo_thoat_dau(d.chu)
        if not thoat:
            if sau >= TRICH_SAU_NHAT and bo_trich(chu) is not None:
                self.bao("trich_qua_sau", d.so, TRICH_SAU_NHAT)
            if chu.startswith("|"):
                self.bao("bang_le", d.so)
            if giong_dieu(chu):
                self.bao("giong_dieu", d.so)
            if tach_ma(chu)[1] is not None:
                self.bao("nhan_khong_cho", d.so, chu[chu.rfind("{#") :])
        return Doan(self.van(chu, d.so), nguon=self.cho(d.so))

    def so_dong_bang(self, cac: list[_Dong], i: int) -> int:
        """Số dòng của bảng bắt đầu ở ``i``, 0 khi ở đó không có bảng."""
        ke = cac[i + 1] if i + 1 < len(cac) else None
        if ke is None or ke.cach or not ke.chu.startswith("|"):
            return 0
        if doc_hang_canh(cac[i].chu) is None and doc_hang_canh(ke.chu) is None:
            return 0
        j = i + 2
        while j < len(cac) and cac[j].chu.startswith("|") and not cac[j].cach:
            j += 1
        return j - i

    def bang(self, cac: list[_Dong]) -> Khuc:
        canh, dau = doc_hang_canh(cac[0].chu), None
        than = cac[1:]
        if canh is None:
            canh, dau, than = doc_hang_canh(cac[1].chu), cac[0], cac[2:]
        assert canh is not None
        if canh.lech:
            self.bao("bang_lech_rong", cac[0].so)
        hang = [*([dau] if dau is not None else []), *than]
        bang, lech = dung_bang(dau.chu if dau is not None else None, canh, [d.chu for d in than], self.ngu_canh)
        for so in lech:
            self.bao("bang_lech_cot", hang[so].so)
        for d in hang:
            self.soat(d.chu, d.so)
        for h in bang.hang:
            self.da_goi.update(x.ma for o in h.o for p in o.con for x in p.noi_dung if isinstance(x, GoiChuThich))
        return bang

    def ket(self, mo: _Mo) -> Nut:
        """Nút hoàn chỉnh khi đã biết hết những gì ở dưới nó."""
        con = tuple(mo.con)
        cap = mo.nhan.cap
        co_ten = not mo.ep_van and la_ten(cap, mo.noi_dung, bool(con))
        if mo.noi_dung and not co_ten:
            con = (Doan(mo.noi_dung, cung_dong=True, nguon=self.cho(mo.so_dong)), *con)
        ten = mo.noi_dung if co_ten else mo.ten_duoi
        if cap in DE_MUC and not ten:
            self.bao("thieu_tieu_de", mo.so_dong, mo.nhan.go.strip())
        return Nut(cap, mo.nhan.go, mo.nhan.so, ten, con, mo.ma, bool(mo.ten_duoi), self.cho(mo.so_dong))


def _bo_lop(cac: list[_Dong]) -> list[_Dong]:
    """Các dòng trích bỏ một lớp dấu ``>``; dòng chỉ có ``>`` là dòng trống."""
    ra: list[_Dong] = []
    cach = False
    for i, d in enumerate(cac):
        chu = bo_trich(d.chu)
        cach = cach or (d.cach and i > 0)
        if chu:
            ra.append(_Dong(d.so, chu, cach))
        cach = not chu
    return ra


def _goi_y(nhan: Nhan) -> str:
    """Nhãn nên viết thay cho nhãn lạ."""
    if nhan.cap is Cap.KHOAN_CON:
        return nhan.go.rstrip(".)/") + "."
    if nhan.cap is Cap.DIEM and nhan.so is None:
        return nhan.go[0] + ")"
    return nhan_chuan(nhan.cap, nhan.so or 0)
