"""Viết bản vàng (chữ mong đợi) của các phiếu ví dụ: ``python tools/lam_ban_vang.py [--kiem] [loai/mau …]``.

Bản vàng là chữ người đọc duyệt, nên máy CI không được viết: với biến môi trường CI chỉ ``--kiem`` chạy được.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

GOC = Path(__file__).resolve().parent.parent
NGAY = date(2026, 11, 22)


def thu_muc_mau(goc: Path, chi: Sequence[str] = ()) -> list[Path]:
    """Các thư mục mẫu dưới ``goc``; ``chi`` là những mã muốn làm, rỗng là tất cả. Raises SystemExit khi mã lạ."""
    cac = {f"{t.parent.parent.name}/{t.parent.name}": t.parent for t in sorted(goc.glob("*/*/mau.yaml"))}
    la = [ma for ma in chi if ma not in cac]
    if la:
        raise SystemExit(f"Không có mẫu {', '.join(la)}. Có: {', '.join(cac)}.")
    return [m for ma, m in cac.items() if not chi or ma in chi]


def ban_vang(goc: Path, chi: Sequence[str] = ()) -> Iterator[tuple[Path, str | None]]:
    """Từng tệp bản vàng và chữ nó phải có; ``None`` là tệp thừa, không còn phiếu nào.

    Raises SystemExit kể các lỗi khi một phiếu không soạn được.
    """
    from drafter.app import soan
    from drafter.world import World

    the_gioi = World(NGAY, (goc,))
    for mau in thu_muc_mau(goc, chi):
        for phieu in sorted((mau / "vi_du").glob("*.yaml")):
            ban = soan(phieu, the_gioi=the_gioi)
            if not ban.ok:
                loi = "; ".join(f"{f.duong_dan}: {f.thong_bao}" for f in ban.findings if f.muc == "loi")
                raise SystemExit(f"{phieu} còn lỗi: {loi}")
            yield phieu.with_suffix(".txt"), ban.text
        for tep in sorted((mau / "vi_du").glob("*.txt")):
            if not tep.with_suffix(".yaml").is_file():
                yield tep, None


def lech(goc: Path, chi: Sequence[str] = ()) -> list[tuple[Path, str | None]]:
    """Những bản vàng khác với máy soạn bây giờ, kèm chữ đúng."""
    return [(t, c) for t, c in ban_vang(goc, chi) if (t.read_text(encoding="utf-8") if t.is_file() else None) != c]


def main(tham_so: Sequence[str], *, goc: Path = GOC / "templates") -> int:
    """Viết các bản vàng đã lệch; với ``--kiem`` chỉ kể ra, trả 1 khi có. Trả 2 khi CI đòi viết."""
    chi = [t for t in tham_so if not t.startswith("-")]
    if la := [t for t in tham_so if t.startswith("-") and t != "--kiem"]:
        print(f"Không hiểu {' '.join(la)}. Cách dùng: lam_ban_vang.py [--kiem] [loai/mau …]", file=sys.stderr)
        return 2
    if "--kiem" in tham_so:
        sai = lech(goc, chi)
        for tep, _ in sai:
            print(f"lệch: {tep}")
        return 1 if sai else 0
    if os.environ.get("CI"):
        print("Bản vàng do người đọc duyệt: máy CI chỉ được --kiem.", file=sys.stderr)
        return 2
    for tep, chu in lech(goc, chi):
        if chu is None:
            tep.unlink()
            print(f"xóa {tep}")
        else:
            tep.write_text(chu, encoding="utf-8", newline="\n")
            print(f"viết {tep}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(GOC))
    raise SystemExit(main(sys.argv[1:]))
