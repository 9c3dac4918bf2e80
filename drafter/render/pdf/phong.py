"""Chọn phông: Times New Roman thật của máy khi có, không thì Tinos đi kèm; và tìm chữ mà phông không có hình."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from drafter.errors import EngineError
from drafter.khoi import BanTrinhBay, HangHaiCot, Khoi, KhoiBang, KhoiCot, KhoiDoan, KhoiHaiCot, Manh
from drafter.render.pdf.sfnt import doc_phong
from drafter.resources import tep_du_lieu

ChonPhong: TypeAlias = Literal["tu_dong", "tinos"] | Path

# Bốn mặt theo thứ tự thường, nghiêng, đậm, đậm nghiêng; mỗi dòng là một cách đặt tên tệp của một hệ.
_TEN_TEP = (
    ("times.ttf", "timesi.ttf", "timesbd.ttf", "timesbi.ttf"),
    ("Times_New_Roman.ttf", "Times_New_Roman_Italic.ttf", "Times_New_Roman_Bold.ttf", "Times_New_Roman_Bold_Italic.ttf"),
    ("Times New Roman.ttf", "Times New Roman Italic.ttf", "Times New Roman Bold.ttf", "Times New Roman Bold Italic.ttf"),
    ("Tinos-Regular.ttf", "Tinos-Italic.ttf", "Tinos-Bold.ttf", "Tinos-BoldItalic.ttf"),
)
TINOS = "Tinos"
# Không có hình mà vẫn đúng: bộ xếp chữ bỏ qua chúng.
_KHONG_HINH = frozenset((0x0A, 0x09, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_THUONG = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_CHU_VIET = frozenset(map(ord, _THUONG + _THUONG.upper()))


@dataclass(frozen=True, slots=True)
class BoPhong:
    """Một bộ phông: tên các họ theo thứ tự dùng, các tệp, và những điểm mã mà mọi mặt của ít nhất một họ đều có."""

    ho: tuple[str, ...]
    tep: tuple[Path, ...]
    co: frozenset[int]

    @property
    def ten(self) -> str:
        """Tên phông mà người đọc thấy trong thuộc tính tệp."""
        return self.ho[0]


@dataclass(frozen=True, slots=True)
class ThieuChu:
    """Một ký tự mà phông không có hình: ký tự, đoạn chữ quanh nó, và chỗ của nó trong danh sách khối."""

    chu: str
    quanh: str
    khoi: int


def chon_phong(chon: ChonPhong, *, noi_tim: tuple[Path, ...] | None = None) -> BoPhong:
    """Bộ phông theo ``chon``; Tinos luôn đứng sau làm phông dự phòng cho ký hiệu.

    ``tu_dong`` lấy Times New Roman của máy nếu đủ bốn mặt và đủ chữ Việt, không thì Tinos; ``tinos`` ghim Tinos; đường dẫn ghim
    bộ phông trong thư mục ấy.

    Raises EngineError khi thư mục được chỉ không có đủ bốn mặt.
    """
    tinos = _nap(tep_du_lieu("phong"))
    if tinos is None:
        raise EngineError("Gói cài đặt thiếu phông chữ data/phong.", cach_sua="Cài lại drafter từ tệp .whl đầy đủ.")
    if chon == "tinos":
        return tinos
    if isinstance(chon, Path):
        rieng = _nap(chon)
        if rieng is None:
            raise EngineError(
                f"Thư mục “{chon}” không có đủ bốn mặt phông (thường, nghiêng, đậm, đậm nghiêng).",
                cach_sua="Chỉ tới thư mục có times.ttf, timesi.ttf, timesbd.ttf, timesbi.ttf, hoặc ghim Tinos.",
            )
        return _ghep(rieng, tinos)
    for noi in noi_phong_cua_may() if noi_tim is None else noi_tim:
        rieng = _nap(noi)
        if rieng is not None and rieng.ten != TINOS and rieng.co >= _CHU_VIET:
            return _ghep(rieng, tinos)
    return tinos


def noi_phong_cua_may() -> tuple[Path, ...]:
    """Những thư mục mà Windows, macOS và Linux để Times New Roman."""
    nha = Path.home()
    return (
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        Path(os.environ.get("LOCALAPPDATA", str(nha / "AppData/Local"))) / "Microsoft/Windows/Fonts",
        Path("/System/Library/Fonts/Supplemental"),
        Path("/Library/Fonts"),
        nha / "Library/Fonts",
        Path("/usr/share/fonts/truetype/msttcorefonts"),
        Path("/usr/share/fonts/msttcore"),
        Path("/usr/share/fonts/TTF"),
        nha / ".fonts",
        nha / ".local/share/fonts",
    )


@cache
def _nap(thu_muc: Path) -> BoPhong | None:
    """Bộ bốn mặt trong ``thu_muc``; ``None`` khi không đủ bốn mặt cùng họ."""
    for ten in _TEN_TEP:
        tep = tuple(thu_muc / t for t in ten)
        if all(t.is_file() for t in tep):
            doc = [doc_phong(t) for t in tep]
            if len({ho for ho, _ in doc}) == 1:
                return BoPhong((doc[0][0],), tep, frozenset.intersection(*(co for _, co in doc)))
    return None


def _ghep(chinh: BoPhong, du_phong: BoPhong) -> BoPhong:
    if chinh.ho == du_phong.ho:
        return chinh
    return BoPhong(chinh.ho + du_phong.ho, chinh.tep + du_phong.tep, chinh.co | du_phong.co)


def thieu_chu(ban: BanTrinhBay, phong: BoPhong) -> Iterator[ThieuChu]:
    """Từng ký tự (mỗi ký tự một lần, ở chỗ gặp đầu tiên) mà ``phong`` không có hình."""
    da_noi: set[str] = set()
    for i, chu in _moi_chu(ban):
        for c in dict.fromkeys(chu):
            if ord(c) not in phong.co and ord(c) not in _KHONG_HINH and c not in da_noi:
                da_noi.add(c)
                cho = chu.index(c)
                yield ThieuChu(c, chu[max(0, cho - 20) : cho + 20], i)


def _moi_chu(ban: BanTrinhBay) -> Iterator[tuple[int, str]]:
    """Chữ của từng mẩu kèm thứ tự khối (chú thích tính tiếp sau khối cuối)."""
    for i, khoi in enumerate(ban.khoi):
        yield from ((i, c) for c in _chu(khoi))
    for j, chu_thich in enumerate(ban.chu_thich):
        yield from ((len(ban.khoi) + j, c) for d in chu_thich.doan for c in _chu(d))


def _chu(khoi: Khoi) -> Iterator[str]:
    if isinstance(khoi, KhoiDoan):
        yield from (m.chu for m in khoi.chu if isinstance(m, Manh))
    elif isinstance(khoi, KhoiHaiCot):
        yield from (c for h in khoi.hang for k in _hai_ben(h) for c in _chu(k))
    elif isinstance(khoi, KhoiBang):
        yield from (c for h in khoi.hang for o in h.o for d in o.doan for c in _chu(d))


def _hai_ben(hang: HangHaiCot) -> tuple[KhoiCot, ...]:
    return hang.trai + hang.phai
