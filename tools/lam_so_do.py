"""Sinh ``data/so_do/tinos.json``: bề rộng chữ của bốn mặt phông Tinos, trùng số đo ngang của Times New Roman.

Cách dùng: python tools/lam_so_do.py <thư mục gói npm @expo-google-fonts/tinos> <tệp ra> --ngay 2026-11-22
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

EM = 2048
MAT = {
    "thuong": "400Regular",
    "nghieng": "400Regular_Italic",
    "dam": "700Bold",
    "dam_nghieng": "700Bold_Italic",
}
# Latinh kể cả chữ Việt dựng sẵn, dấu rời, Hy Lạp (công thức), dấu câu, chỉ số trên dưới, tiền tệ, phân số, mũi tên, toán, hình.
DAI = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x02B0, 0x036F),
    (0x0370, 0x03FF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x20CF),
    (0x2100, 0x22FF),
    (0x2500, 0x266F),
)


def _ten(phong: Any, ma: int) -> str:
    ban_ghi = phong["name"].getName(ma, 3, 1)
    return str(ban_ghi) if ban_ghi else ""


def _be_rong(phong: Any, diem_ma: Iterable[int]) -> dict[str, str]:
    """Bề rộng (phần 2048 của em) → các chữ có bề rộng ấy."""
    ky_tu, ngang = phong.getBestCmap(), phong["hmtx"]
    nhom: dict[int, list[str]] = {}
    for diem in diem_ma:
        if diem in ky_tu:
            nhom.setdefault(ngang[ky_tu[diem]][0], []).append(chr(diem))
    return {str(rong): "".join(chu) for rong, chu in sorted(nhom.items())}


def so_do(goi: Path, ngay: str) -> dict[str, Any]:
    """Nội dung tệp số đo, đọc từ bốn tệp TTF trong ``goi``.

    Raises ValueError khi phông không chia em làm 2048 hay không theo OFL.
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    diem_ma = [d for dau, cuoi in DAI for d in range(dau, cuoi + 1)]
    mat: dict[str, dict[str, str]] = {}
    nguon: dict[str, str] = {}
    for ma, thu_muc in MAT.items():
        with TTFont(goi / thu_muc / f"Tinos_{thu_muc}.ttf") as phong:
            if phong["head"].unitsPerEm != EM:
                raise ValueError(f"{thu_muc}: em = {phong['head'].unitsPerEm}, cần {EM}")
            if "Open Font License" not in _ten(phong, 13):
                raise ValueError(f"{thu_muc}: giấy phép không phải OFL")
            mat[ma] = _be_rong(phong, diem_ma)
            nguon = {
                "phong": _ten(phong, 1),
                "phien_ban": _ten(phong, 5).split(";")[0],
                "ban_quyen": _ten(phong, 0),
                "giay_phep": "SIL Open Font License 1.1, không giữ tên riêng (no Reserved Font Name)",
                "giay_phep_tai": _ten(phong, 14),
            }
    goi_npm = json.loads((goi / "package.json").read_text(encoding="utf-8"))
    return {
        "nguon": {**nguon, "goi": f"{goi_npm['name']} {goi_npm['version']}", "ngay_lam": ngay, "lam_bang": "tools/lam_so_do.py"},
        "em": EM,
        "mat": mat,
    }


def main() -> None:
    """Ghi tệp số đo."""
    doi_so = argparse.ArgumentParser(description=__doc__)
    doi_so.add_argument("goi", type=Path)
    doi_so.add_argument("tep_ra", type=Path)
    doi_so.add_argument("--ngay", required=True)
    chon = doi_so.parse_args()
    chu = json.dumps(so_do(chon.goi, chon.ngay), ensure_ascii=True, indent=1)
    chon.tep_ra.parent.mkdir(parents=True, exist_ok=True)
    chon.tep_ra.write_text(chu + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
