"""Khối trình bày thành bản chữ để người đọc duyệt: hai cột đặt cạnh nhau, dòng giữa đặt giữa, nét kẻ thành gạch."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from drafter.khoi import BanTrinhBay, GoiSo, KhoiBang, KhoiCot, KhoiDoan, KhoiHaiCot, KhoiNet, KhoiPhan, KhoiTrong, Manh, MauChu
from drafter.regime import CheDo

_RONG = 100
_DONG_MM = 12


def _chu(mau: tuple[MauChu, ...]) -> str:
    return "".join(m.chu if isinstance(m, Manh) else f"[{m.so}]" if isinstance(m, GoiSo) else "\n" for m in mau)


class BanChu:
    """Bộ dịch khối ra chữ."""

    def __init__(self, che_do: CheDo) -> None:
        self.che_do = che_do

    def dong(self, khoi: KhoiCot, rong: int) -> list[str]:
        """Các dòng chữ của một khối trong cột rộng ``rong`` ký tự."""
        if isinstance(khoi, KhoiTrong):
            return [""] * round(khoi.cao_mm / _DONG_MM)
        if isinstance(khoi, KhoiNet):
            return [("─" * max(1, round(rong * khoi.dai_mm / khoi.vung_mm))).center(rong).rstrip()]
        canh = khoi.canh or self.che_do.vai[khoi.vai].canh
        ra: list[str] = []
        for dong in _chu(khoi.chu).split("\n"):
            # Không dùng fill: khoảng trắng chừa chỗ điền số, ngày phải còn nguyên.
            cat = textwrap.wrap(
                dong, rong, drop_whitespace=True, replace_whitespace=False, break_long_words=False, break_on_hyphens=False
            ) or [""]
            ra += [c.center(rong).rstrip() if canh == "giua" else c for c in cat]
        return ra

    def khoi(self, ban: BanTrinhBay) -> Iterator[str]:
        """Từng dòng của bản chữ."""
        for i, k in enumerate(ban.khoi):
            if isinstance(k, KhoiPhan):
                if i:
                    yield ""
                    yield "═" * 40 + (" trang ngang " if k.huong == "ngang" else " trang mới ") + "═" * 40
                    yield ""
            elif isinstance(k, KhoiHaiCot):
                yield from self._hai_cot(k)
                yield ""
            elif isinstance(k, KhoiBang):
                yield from self._bang(k)
                yield ""
            else:
                yield from self.dong(k, _RONG)
                if isinstance(k, KhoiDoan) and self.che_do.vai[k.vai].sau_pt > 0:
                    yield ""
        for c in ban.chu_thich:
            yield f"[{c.so}] " + " ".join(_chu(d.chu) for d in c.doan)

    def _hai_cot(self, k: KhoiHaiCot) -> Iterator[str]:
        rong_trai = round(_RONG * k.rong_trai_mm / (k.rong_trai_mm + k.rong_phai_mm)) - 2
        rong_phai = _RONG - rong_trai - 4
        for hang in k.hang:
            trai = [d for c in hang.trai for d in self.dong(c, rong_trai)]
            phai = [d for c in hang.phai for d in self.dong(c, rong_phai)]
            for j in range(max(len(trai), len(phai))):
                a = trai[j] if j < len(trai) else ""
                b = phai[j] if j < len(phai) else ""
                yield f"{a:<{rong_trai}}    {b}".rstrip()

    def _bang(self, k: KhoiBang) -> Iterator[str]:
        for hang in k.hang:
            yield "| " + " | ".join(" / ".join(_chu(d.chu) for d in o.doan) for o in hang.o) + " |"
            if hang.tieu_de:
                yield "|" + "|".join("---" for _ in hang.o) + "|"


def ban_chu(ban: BanTrinhBay, che_do: CheDo) -> str:
    """Bản chữ của một bản trình bày, kết bằng một dấu xuống dòng."""
    return "\n".join(BanChu(che_do).khoi(ban)).rstrip("\n") + "\n"
