"""Khớp các từ đã gõ với danh mục của một kỳ: mọi cách hiểu, cách khớp đúng hơn thắng."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drafter.registry.doc_don_vi import BanGhi, BangKy
from drafter.registry.don_vi import LOAI_THEO_CAP, DonVi
from drafter.registry.tach_chu import CacTu, khoa_cum, tach_loai, tach_tu

DUNG_DAU, KHONG_DAU, SAI_DAU = 0, 1, 2
_DAI_NHAT = 7


@dataclass(frozen=True, slots=True)
class Khop:
    """Một cách hiểu: đơn vị, loại đã gõ (rỗng là không gõ) và các chỗ lệch.

    ``dau``: ``DUNG_DAU``, ``KHONG_DAU`` (gõ không dấu) hoặc ``SAI_DAU``; ``sai_loai``: loại đã gõ khác loại của ngày ấy;
    ``sai_cap_tren``: loại của cấp trên đã gõ khác; ``co_cap_tren``: có gõ cấp trên.
    """

    don_vi: DonVi
    loai_go: str
    dau: int
    sai_loai: bool
    sai_cap_tren: bool
    co_cap_tren: bool

    @property
    def doi_loai(self) -> bool:
        """Loại đã gõ đúng ở một ngày khác trong cùng kỳ."""
        return self.sai_loai and self.don_vi.tung_la(self.loai_go)

    @property
    def diem(self) -> tuple[bool, bool, bool, int]:
        """Càng nhỏ càng đúng."""
        return self.dau == SAI_DAU, self.sai_loai, self.sai_cap_tren, self.dau


@dataclass(frozen=True, slots=True)
class _Cum:
    don_vi: DonVi
    loai_go: str
    dau: int
    sai_loai: bool


def _chat_luong(tu: CacTu, ten: str) -> int:
    cac_ten = tach_tu(ten)
    if len(cac_ten) != len(tu):
        return KHONG_DAU
    cac = [DUNG_DAU if go.dau == that.dau else SAI_DAU if go.co_dau else KHONG_DAU for go, that in zip(tu, cac_ten, strict=True)]
    return max(cac)


def _cum(bang: BangKy, ngay: date, tu: CacTu, cap: str) -> Iterator[_Cum]:
    hop_le = LOAI_THEO_CAP[bang.ky][cap]
    for loai, ten in tach_loai(tu):
        if loai and loai not in hop_le:
            continue
        for ban_ghi in bang.theo_khoa.get(khoa_cum(ten), ()):
            if ban_ghi.cap == cap:
                don_vi = bang.don_vi(ban_ghi, ngay)
                yield _Cum(don_vi, loai, _chat_luong(ten, ban_ghi.ten), bool(loai) and loai != don_vi.loai)


def _duoi(tu: CacTu) -> Iterator[tuple[CacTu, CacTu]]:
    """Các cách cắt (phần trước, phần đuôi), đuôi không vượt qua dấu phẩy."""
    for n in range(1, min(len(tu), _DAI_NHAT) + 1):
        if tu[-n].doan != tu[-1].doan:
            return
        yield tu[:-n], tu[-n:]


def _mot_doan(tu: CacTu) -> bool:
    return bool(tu) and tu[0].doan == tu[-1].doan


def _o_trong(don_vi: DonVi, huyen: DonVi | None, tinh: DonVi | None) -> bool:
    if huyen is not None and (don_vi.huyen is None or don_vi.huyen.ma != huyen.ma):
        return False
    return tinh is None or (don_vi.tinh is not None and don_vi.tinh.ma == tinh.ma)


def _ghep(con: _Cum, *tren: _Cum | None) -> Khop:
    cac = [c for c in tren if c is not None]
    return Khop(
        don_vi=con.don_vi,
        loai_go=con.loai_go,
        dau=max(c.dau for c in (con, *cac)),
        sai_loai=con.sai_loai,
        sai_cap_tren=any(c.sai_loai for c in cac),
        co_cap_tren=bool(cac),
    )


def khop(bang: BangKy, tu: CacTu, ngay: date) -> list[Khop]:
    """Mọi cách hiểu các từ thành một đơn vị của danh mục, đúng nhất trước, mỗi đơn vị một lần."""
    tot: dict[str, Khop] = {}

    def them(moi: Khop) -> None:
        cu = tot.get(moi.don_vi.ma)
        if cu is None or moi.diem < cu.diem:
            tot[moi.don_vi.ma] = moi

    cach_tinh: list[tuple[CacTu, _Cum | None]] = [(tu, None)]
    for truoc, duoi in _duoi(tu):
        for cum in _cum(bang, ngay, duoi, "tinh"):
            if truoc:
                cach_tinh.append((truoc, cum))
            else:
                them(_ghep(cum))
    for con_lai, tinh in cach_tinh:
        dv_tinh = tinh.don_vi if tinh else None
        cach_huyen: list[tuple[CacTu, _Cum | None]] = [(con_lai, None)]
        for truoc, duoi in _duoi(con_lai):
            for cum in _cum(bang, ngay, duoi, "huyen"):
                if _o_trong(cum.don_vi, None, dv_tinh):
                    if truoc:
                        cach_huyen.append((truoc, cum))
                    else:
                        them(_ghep(cum, tinh))
        for cuoi, huyen in cach_huyen:
            if _mot_doan(cuoi):
                for cum in _cum(bang, ngay, cuoi, "xa"):
                    if _o_trong(cum.don_vi, huyen.don_vi if huyen else None, dv_tinh):
                        them(_ghep(cum, huyen, tinh))
    return sorted(tot.values(), key=lambda k: (k.diem, k.don_vi.ma))


def tot_nhat(cac: list[Khop]) -> list[Khop]:
    """Các cách hiểu ngang điểm cao nhất."""
    return [k for k in cac if k.diem == cac[0].diem]


def duoi_tinh(bang: BangKy, tu: CacTu, ngay: date) -> tuple[BanGhi, CacTu] | None:
    """Đơn vị cấp tỉnh đứng cuối và phần trước nó; ``None`` khi không nhận ra. Đuôi dài nhất thắng."""
    ket = None
    for truoc, duoi in _duoi(tu):
        for cum in _cum(bang, ngay, duoi, "tinh"):
            if truoc and cum.dau != SAI_DAU:
                ket = bang.theo_ma[cum.don_vi.ma], truoc
    return ket
