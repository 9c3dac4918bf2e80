"""Chế độ thể thức: các con số của thể thức, đọc từ ``data/che_do/*.yaml``.

Đây là chỗ duy nhất biết cỡ chữ, lề, nét kẻ; cả hai bộ máy dựng và phần kiểm tra đều hỏi ở đây.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from drafter.errors import DrafterError
from drafter.resources import tep_du_lieu


@dataclass(frozen=True, slots=True)
class Khoang:
    """Khoảng cho phép [``tu``, ``den``] và giá trị đang dùng (mm hoặc pt)."""

    tu: float
    den: float
    dung: float


@dataclass(frozen=True, slots=True)
class Vai:
    """Kiểu chữ của một thành phần: cỡ pt, lùi mm, cách trước/sau pt; ``dieu`` là mã quy tắc."""

    ma: str
    ten: str
    co: Khoang
    dam: bool
    nghieng: bool
    hoa: bool
    canh: str
    lui_mm: float
    truoc_pt: float
    sau_pt: float
    dieu: str


@dataclass(frozen=True, slots=True)
class NetKe:
    """Nét kẻ dài ``ti_le`` lần dòng chữ, cho phép [``tu``, ``den``]."""

    tu: float
    den: float
    ti_le: float
    dieu: str


@dataclass(frozen=True, slots=True)
class Trang:
    """Khổ giấy và lề, mm."""

    rong: float
    cao: float
    le_tren: Khoang
    le_duoi: Khoang
    le_trai: Khoang
    le_phai: Khoang
    so_trang_cach_mep: float

    @property
    def vung_chu_mm(self) -> float:
        """Bề rộng vùng chữ trên trang dọc, mm."""
        return self.rong - self.le_trai.dung - self.le_phai.dung


@dataclass(frozen=True, slots=True)
class CheDo:
    """Một chế độ thể thức."""

    ma: str
    ten: str
    tu: str
    den: str
    phong: str
    ngon_ngu: str
    trang: Trang
    rong_trai_mm: float
    net_day_pt: float
    net_ke: dict[str, NetKe]
    cho_ky_mm: float
    giong: dict[str, str]
    vai: dict[str, Vai]


def _khoang(gia_tri: list[float]) -> Khoang:
    return Khoang(float(gia_tri[0]), float(gia_tri[1]), float(gia_tri[2]))


def _doc(tep: Path) -> CheDo:
    tho = yaml.load(tep.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    trang = tho["trang"]
    return CheDo(
        ma=tho["ma"],
        ten=tho["ten"],
        tu=tho["tu"],
        den=tho["den"],
        phong=tho["phong"],
        ngon_ngu=tho["ngon_ngu"],
        trang=Trang(
            rong=float(trang["rong"]),
            cao=float(trang["cao"]),
            le_tren=_khoang(trang["le_tren"]),
            le_duoi=_khoang(trang["le_duoi"]),
            le_trai=_khoang(trang["le_trai"]),
            le_phai=_khoang(trang["le_phai"]),
            so_trang_cach_mep=float(trang["so_trang_cach_mep"]),
        ),
        rong_trai_mm=float(tho["dau_van_ban"]["rong_trai"]),
        net_day_pt=float(tho["net_ke"]["day_pt"]),
        net_ke={
            ma: NetKe(float(n["tu"]), float(n["den"]), float(n["ti_le"]), n["dieu"])
            for ma, n in tho["net_ke"].items()
            if isinstance(n, dict)
        },
        cho_ky_mm=float(tho["cho_ky"]["cao"]),
        giong=dict(tho["giong"]),
        vai={
            ma: Vai(
                ma=ma,
                ten=v["ten"],
                co=_khoang(v["co"]),
                dam=bool(v.get("dam", False)),
                nghieng=bool(v.get("nghieng", False)),
                hoa=bool(v.get("hoa", False)),
                canh=v["canh"],
                lui_mm=float(v.get("lui", 0)),
                truoc_pt=float(v.get("truoc", 0)),
                sau_pt=float(v.get("sau", 0)),
                dieu=v["dieu"],
            )
            for ma, v in tho["vai"].items()
        },
    )


@cache
def che_do(ma: str = "nd30_2020") -> CheDo:
    """Chế độ thể thức có mã ``ma``.

    Raises DrafterError khi không có chế độ ấy.
    """
    tep = tep_du_lieu("che_do", f"{ma}.yaml")
    if not ma.isidentifier() or not tep.is_file():
        raise DrafterError(f"Chưa có chế độ thể thức “{ma}”.", cach_sua="Hiện dùng được: nd30_2020.")
    return _doc(tep)
