"""Sinh ``data/phong/``: bốn mặt Tinos rút gọn còn chữ Latinh, chữ Việt và ký hiệu của văn bản, kèm giấy phép và nguồn.

Tinos trùng số đo với Times New Roman, theo SIL Open Font License và không giữ tên riêng, nên bản rút gọn được mang tên cũ.

Cách dùng: python tools/lam_phong.py <thư mục gói npm @expo-google-fonts/tinos> <thư mục ra> --ngay 2026-11-22
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

MAT = {
    "400Regular": "Tinos-Regular.ttf",
    "400Regular_Italic": "Tinos-Italic.ttf",
    "700Bold": "Tinos-Bold.ttf",
    "700Bold_Italic": "Tinos-BoldItalic.ttf",
}
# Latinh và chữ Việt dựng sẵn, dấu rời, Hy Lạp (công thức), dấu câu, chỉ số trên dưới, tiền tệ, №™, phân số, mũi tên, toán, hình.
DAI = (
    (0x0020, 0x007E),
    (0x00A0, 0x0180),
    (0x0192, 0x0192),
    (0x01A0, 0x01A1),
    (0x01AF, 0x01B0),
    (0x02C6, 0x02DD),
    (0x0300, 0x0304),
    (0x0306, 0x030C),
    (0x031B, 0x031B),
    (0x0323, 0x0323),
    (0x0384, 0x03CE),
    (0x1E00, 0x1EFF),
    (0x2000, 0x2027),
    (0x202F, 0x203A),
    (0x2060, 0x2060),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2103, 0x2103),
    (0x2113, 0x2116),
    (0x2122, 0x2122),
    (0x2126, 0x2126),
    (0x2150, 0x215E),
    (0x2190, 0x2195),
    (0x2202, 0x2265),
    (0x25A0, 0x25FF),
)
GIAY_PHEP = "OFL.txt"
NGUON = "NGUON.md"


def _rut_gon(tep: Path) -> bytes:
    """Byte của bản rút gọn; cùng tệp vào và cùng bản fontTools thì cùng byte."""
    import io

    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    chon: Any = Options()
    # PDF không đọc lệnh tinh chỉnh điểm ảnh; văn bản không dùng chữ dính và kerning, chỉ cần đặt dấu rời cho đúng.
    chon.hinting = False
    chon.layout_features = ["ccmp", "mark", "mkmk", "locl"]
    chon.name_IDs = ["*"]
    chon.notdef_outline = True
    chon.recalc_timestamp = False
    with TTFont(tep, recalcTimestamp=False) as phong:
        may = Subsetter(chon)
        may.populate(unicodes=[d for dau, cuoi in DAI for d in range(dau, cuoi + 1)])
        may.subset(phong)
        ra = io.BytesIO()
        phong.save(ra, reorderTables=True)
    return ra.getvalue()


def _nguon(goi: Path, ngay: str, tep: dict[str, bytes]) -> str:
    """Chữ của tệp ghi nguồn."""
    npm = json.loads((goi / "package.json").read_text(encoding="utf-8"))
    hang = (f"| {ten} | {len(noi):,} | {hashlib.sha256(noi).hexdigest()} |".replace(",", ".") for ten, noi in tep.items())
    return "\n".join(
        (
            "# Phông chữ đi kèm",
            "",
            "Tinos (© The Tinos Project Authors), SIL Open Font License 1.1, không giữ tên riêng; số đo trùng Times New Roman.",
            f"Lấy từ gói npm {npm['name']} {npm['version']} ngày {ngay}; rút gọn bằng `tools/lam_phong.py`: bỏ chữ ngoài Latinh,",
            f"Hy Lạp, chữ Việt và ký hiệu; bỏ kerning, chữ dính, lệnh tinh chỉnh điểm ảnh. Giấy phép: `{GIAY_PHEP}`.",
            "",
            "| tệp | byte | SHA-256 |",
            "|---|---:|---|",
            *hang,
            "",
        )
    )


def lam_phong(goi: Path, ngay: str) -> dict[str, bytes]:
    """Các tệp của ``data/phong/``: tên tệp → nội dung."""
    tep = {ra: _rut_gon(goi / mat / f"Tinos_{mat}.ttf") for mat, ra in MAT.items()}
    return tep | {
        GIAY_PHEP: (goi / "LICENSE_FONT").read_bytes(),
        NGUON: _nguon(goi, ngay, tep).encode(),
    }


def main() -> None:
    """Ghi các tệp vào thư mục ra."""
    doi_so = argparse.ArgumentParser(description=__doc__)
    doi_so.add_argument("goi", type=Path)
    doi_so.add_argument("thu_muc_ra", type=Path)
    doi_so.add_argument("--ngay", required=True)
    chon = doi_so.parse_args()
    chon.thu_muc_ra.mkdir(parents=True, exist_ok=True)
    for ten, noi in lam_phong(chon.goi, chon.ngay).items():
        (chon.thu_muc_ra / ten).write_bytes(noi)


if __name__ == "__main__":
    main()
