"""Bánh xe (`.whl`) có mang đủ chương trình, mẫu và dữ liệu không."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

# Tệp máy sinh trong bản mã nguồn, không thuộc chương trình.
BO_QUA = {"__pycache__", ".DS_Store"}


def phai_co(goc: Path) -> set[str]:
    """Tên trong bánh xe của mọi tệp mà bản mã nguồn ở ``goc`` đòi nó mang."""
    can: set[str] = set()
    for thu_muc, trong_goi in (("drafter", "drafter"), ("templates", "drafter/_kem/templates"), ("data", "drafter/_kem/data")):
        for tep in (goc / thu_muc).rglob("*"):
            tuong_doi = tep.relative_to(goc / thu_muc)
            if tep.is_file() and BO_QUA.isdisjoint(tuong_doi.parts):
                can.add(f"{trong_goi}/{tuong_doi.as_posix()}")
    return can


def thieu_trong_banh_xe(tep: Path, goc: Path) -> list[str]:
    """Những tên còn thiếu trong bánh xe ``tep``, xếp theo chữ cái; rỗng là đủ.

    Raises zipfile.BadZipFile khi tệp không phải bánh xe.
    """
    with zipfile.ZipFile(tep) as goi:
        co = set(goi.namelist())
    thieu = phai_co(goc) - co
    # Bản mã nguồn mà chính nó rỗng thì so sánh không nói được gì, nên hỏi thẳng hai thư mục.
    thieu |= {nha for nha in ("drafter/_kem/templates/", "drafter/_kem/data/") if not any(ten.startswith(nha) for ten in co)}
    return sorted(thieu)


if __name__ == "__main__":
    con_thieu = thieu_trong_banh_xe(Path(sys.argv[1]), Path(__file__).resolve().parent.parent)
    print("\n".join(con_thieu) or "Bánh xe đủ.")
    sys.exit(1 if con_thieu else 0)
