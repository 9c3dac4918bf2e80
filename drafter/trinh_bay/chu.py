"""Dòng chữ của văn bản thành mẩu chữ trình bày."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.khoi import GoiSo, KhoiDoan, Manh, MauChu, Xuong
from drafter.model import ChoTrong, Chu, DongChu, GoiChuThich, NgatDong, ThamChieu, VienDan
from drafter.regime import CheDo
from drafter.vn.hoa import hoa


class Dan:
    """Ngữ cảnh trình bày của một tệp: chế độ thể thức và số thứ tự chú thích."""

    __slots__ = ("che_do", "so_chu_thich")

    def __init__(self, che_do: CheDo, so_chu_thich: Mapping[tuple[int, str], int]) -> None:
        self.che_do = che_do
        self.so_chu_thich = so_chu_thich

    def dong(self, dong: DongChu, *, van_ban: int = 0, in_hoa: bool = False) -> tuple[MauChu, ...]:
        """Các mẩu chữ của một dòng; ``van_ban`` là thứ tự văn bản trong bộ (để tra số chú thích)."""
        ra: list[MauChu] = []
        for mau in dong:
            if isinstance(mau, Chu | VienDan):
                chu = hoa(mau.van_ban) if in_hoa else mau.van_ban
                ra.append(Manh(chu, mau.dam or None, mau.nghieng or None, mau.nguon))
            elif isinstance(mau, ThamChieu):
                ra.append(Manh("@" + mau.ma, mau.dam or None, mau.nghieng or None))
            elif isinstance(mau, ChoTrong):
                ra.append(Manh(" " * mau.rong))
            elif isinstance(mau, NgatDong):
                ra.append(Xuong())
            else:
                ra.append(self._goi(mau, van_ban))
        return gop(ra)

    def _goi(self, mau: GoiChuThich, van_ban: int) -> MauChu:
        so = self.so_chu_thich.get((van_ban, mau.ma))
        return GoiSo(so) if so is not None else Manh(f"[^{mau.ma}]")

    def doan(self, vai: str, chu: str, *, giu: bool = False) -> KhoiDoan:
        """Một đoạn chữ trơn theo vai; vai in hoa thì chữ được in hoa."""
        return KhoiDoan(vai, (Manh(hoa(chu) if self.che_do.vai[vai].hoa else chu),), giu_voi_sau=giu)


def gop(mau: list[MauChu]) -> tuple[MauChu, ...]:
    """Các mẩu liền nhau cùng kiểu gộp làm một, để tệp gọn và chữ không bị cắt vụn."""
    ra: list[MauChu] = []
    for m in mau:
        truoc = ra[-1] if ra else None
        if isinstance(m, Manh) and isinstance(truoc, Manh) and (m.dam, m.nghieng) == (truoc.dam, truoc.nghieng):
            ra[-1] = replace(truoc, chu=truoc.chu + m.chu)
        else:
            ra.append(m)
    return tuple(ra)


def chu_tron(mau: tuple[MauChu, ...]) -> str:
    """Chữ trơn của các mẩu; xuống dòng thành ``\\n``."""
    return "".join(m.chu if isinstance(m, Manh) else "\n" if isinstance(m, Xuong) else "" for m in mau)
