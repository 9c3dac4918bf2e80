"""`make test`: đóng bánh xe, cài nó vào môi trường riêng, rồi ruff, mypy và pytest trên bản đã cài.

Mọi bước đều chạy dù bước trước hỏng, để một lần chạy nói hết; dòng kết của pytest đứng cuối. Tham số thừa chuyển cho pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import moi_truong
from kiem_banh_xe import thieu_trong_banh_xe


def moi_truong_chay(tep: Path) -> dict[str, str]:
    """Biến môi trường của pytest: không đường nào dẫn tới bản mã nguồn, cả ở tiến trình con."""
    env = {ten: gia_tri for ten, gia_tri in os.environ.items() if ten not in {"PYTHONPATH", "PYTHONHOME"}}
    return env | {"PYTHONSAFEPATH": "1", "PYTHONUTF8": "1", "DRAFTER_BANH_XE": "1", "DRAFTER_TEP_BANH_XE": str(tep)}


def main(tham_so: list[str]) -> int:
    """Chạy đủ các bước; 0 khi tất cả đạt, 1 khi có bước hỏng."""
    moi_truong.doi_python()
    python = moi_truong.dung(moi_truong.NHA / "venv", moi_truong.KHOA_DEV)
    tep = moi_truong.dong_banh_xe(python, moi_truong.NHA / "dist")
    moi_truong.cai_banh_xe(python, tep)
    hong = [f"bánh xe thiếu {ten}" for ten in thieu_trong_banh_xe(tep, moi_truong.GOC)]
    env = moi_truong_chay(tep)
    cac_buoc = {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "pytest": [moi_truong.lenh_trong(python.parent.parent, "pytest"), "-n", "auto", *tham_so],
    }
    for ten, lenh in cac_buoc.items():
        if ten == "pytest" and hong:
            print("== hỏng trước pytest:", "; ".join(hong), flush=True)
        print(f"== {ten}", flush=True)
        ma = subprocess.run([str(phan) for phan in lenh], cwd=moi_truong.GOC, env=env, check=False, stdin=subprocess.DEVNULL)
        if ma.returncode:
            hong.append(ten)
    if hong:
        print("== KHÔNG ĐẠT:", "; ".join(hong), file=sys.stderr, flush=True)
    return 1 if hong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
