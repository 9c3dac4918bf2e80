"""Đơn vị cũ thành đơn vị mới: nối hai kỳ danh mục theo các nghị quyết sắp xếp năm 2025."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.registry.doc_don_vi import BanGhi, BangKy, doc_csv, tach_loai_in
from drafter.vn.hoa import thuong_dau
from drafter.vn.khoa import khoa_tim_nhieu

_MA_CUOI = re.compile(r"^(.*?) \((\d+)\)$")
_THU_TU = {"whole": 0, "part_area_all_people": 1, "part": 2}


@dataclass(frozen=True, slots=True)
class Canh:
    """Một mối nối: ``cu`` (``None`` khi nơi ấy không phải đơn vị hành chính, tên ở ``ten_cu``) vào đơn vị mới mã ``ma_moi``."""

    ma_moi: str
    cu: BanGhi | None
    ten_cu: str
    phan: str
    ghi_chu: str

    @property
    def toan_bo(self) -> bool:
        """Nhập cả đơn vị cũ, không phải một phần."""
        return self.phan == "whole"

    @property
    def thu_tu(self) -> int:
        """Thứ tự kể: toàn bộ trước, rồi phần có toàn bộ dân số, rồi phần khác."""
        return _THU_TU[self.phan]


def _tach_ma(chu: str) -> tuple[str, str]:
    khop = _MA_CUOI.match(chu)
    return (khop.group(1), khop.group(2)) if khop else (chu, "")


def _gon(khoa: str) -> str:
    return khoa.replace(" ", "")


def _khoa_ten(cac_ten: list[str]) -> list[str]:
    return [_gon(k) for k in khoa_tim_nhieu(cac_ten)]


def doc_canh(thu_muc: Path, cu: BangKy) -> list[Canh]:
    """Mọi mối nối cũ, mới; ``cu`` là danh mục ba cấp.

    Tên không khớp mã thì tìm đơn vị cùng tên trong huyện ấy, không có mới tin mã: vài dòng của nguồn ghi nhầm mã.

    Raises DrafterError khi tệp hỏng.
    """
    hang = doc_csv(thu_muc / "old_to_new_edges.csv")
    tach = [tach_loai_in(h[3], "Xã", "xa") for h in hang]
    khoa_canh = _khoa_ten([ten for _, ten in tach])
    cac_xa = cu.cua_cap("xa")
    khoa_xa = dict(zip((b.ma for b in cac_xa), _khoa_ten([b.ten for b in cac_xa]), strict=True))
    theo_huyen: dict[tuple[str, str], list[BanGhi]] = {}
    for b in cac_xa:
        theo_huyen.setdefault((b.ma_huyen, khoa_xa[b.ma]), []).append(b)
    ket = []
    for (ma_moi, _, ma_cu, ten_cu, huyen_cu, tinh_cu, phan, ghi_chu), (loai, _), khoa in zip(hang, tach, khoa_canh, strict=True):
        ban_ghi: BanGhi | None
        ma_huyen = _tach_ma(huyen_cu)[1]
        if ma_cu:
            ban_ghi = cu.theo_ma[ma_cu]
            if khoa_xa[ma_cu] != khoa:
                cung_ten = theo_huyen.get((ma_huyen, khoa), [])
                ban_ghi = next((b for b in cung_ten if b.loai == loai), cung_ten[0] if cung_ten else ban_ghi)
        elif not ten_cu:
            ban_ghi = cu.theo_ma[ma_huyen]
        else:
            ban_ghi = None
        chu = "" if ban_ghi else f"{thuong_dau(ten_cu)}, {thuong_dau(_tach_ma(tinh_cu)[0])}"
        ket.append(Canh(ma_moi, ban_ghi, chu, phan, ghi_chu))
    return ket
