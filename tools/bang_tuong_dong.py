"""Viết ``docs/tuong_dong.md``: PDF nhúng và PDF mà LibreOffice làm từ DOCX, từng phiếu ví dụ một dòng.

Cách dùng, ở gốc kho: PYTHONPATH=. python tools/bang_tuong_dong.py [tệp ra]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.kiem_pdf import SoSanh, de_muc_bi_bo_lai
from tests.tuong_dong import TuongDong, lam_tuong_dong

GOC = Path(__file__).resolve().parent.parent


def bang(tat_ca: dict[str, tuple[SoSanh, list[str]]], hon_hop: SoSanh) -> str:
    """Nội dung tệp Markdown."""
    dong = sum(max(s.dong) for s, _ in tat_ca.values())
    giong = sum(s.giong for s, _ in tat_ca.values())
    cung = sum(s.cung_trang for s, _ in tat_ca.values())
    ra = [
        "# PDF nhúng và PDF của LibreOffice",
        "",
        "Tệp này do `tools/bang_tuong_dong.py` viết; đừng sửa tay. LibreOffice dùng cùng phông `data/phong`, DOCX ở chế độ tương",
        "thích 14.",
        "",
        f"Mọi phiếu ví dụ: {giong} trên {dong} dòng trùng ({100 * giong / dong:.2f} %), {cung} dòng cùng trang.",
        f"Văn bản hỗn hợp {hon_hop.trang[1]} trang: {hon_hop.giong} trên {max(hon_hop.dong)} dòng ({hon_hop.phan_tram:.2f} %).",
        "",
        "| phiếu ví dụ | trang LibreOffice / nhúng | dòng | trùng | cùng trang | lệch lớn nhất mm | nguyên nhân khác |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for ten, (s, bo_lai) in sorted(tat_ca.items()):
        vi_sao = [f"LibreOffice bỏ lại “{b}” cuối trang" for b in bo_lai]
        vi_sao += [f"ô bảng vừa khít: {', '.join(f'“{d[2:]}”' for d in nhom if d[0] == '+')}" for nhom in s.khac]
        ra.append(
            f"| {ten} | {s.trang[0]} / {s.trang[1]} | {max(s.dong)} | {s.phan_tram:.2f} % | {s.cung_trang} "
            f"| {s.lech_mm:.2f} | {'; '.join(vi_sao)} |".replace(" |  |", " | |")
        )
    return "\n".join(ra) + "\n"


def main() -> None:
    """Dựng lại mọi phiếu ví dụ và ghi bảng."""
    ra = Path(sys.argv[1]) if len(sys.argv) > 1 else GOC / "docs" / "tuong_dong.md"
    with tempfile.TemporaryDirectory() as tam:
        kq: TuongDong = lam_tuong_dong(Path(tam))
        tat_ca = {t: (s, de_muc_bi_bo_lai(kq.libreoffice[t], kq.ban[t])) for t, s in kq.so_sanh.items()}
        ra.write_text(bang(tat_ca, kq.hon_hop), encoding="utf-8")


if __name__ == "__main__":
    main()
