"""`make kich-thuoc`: đo cỡ bản cài cơ bản, từng gói một, trong một môi trường mới tinh."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import moi_truong

# Chạy trong môi trường đo: cỡ từng gói theo danh sách tệp của chính nó; .pyc đếm riêng vì pip sinh ra chúng lúc cài.
DO = """
import importlib.metadata as m, json
ra = {}
for goi in m.distributions():
    tep = [t for t in map(goi.locate_file, goi.files or []) if t.is_file()]
    co = [(t.suffix == ".pyc", t.stat().st_size) for t in tep]
    ra[goi.metadata["Name"]] = [goi.version, sum(c for pyc, c in co if not pyc), sum(c for pyc, c in co if pyc)]
print(json.dumps(ra))
"""
# Đi kèm môi trường ảo, không do drafter kéo về.
CUA_MOI_TRUONG = {"pip", "setuptools", "wheel"}


def do() -> dict[str, tuple[str, int, int]]:
    """Tên gói → (phiên bản, số byte đã cài, số byte ``.pyc``) của khóa cơ bản và của chính drafter.

    Raises subprocess.CalledProcessError khi cài hỏng.
    """
    with tempfile.TemporaryDirectory() as tam:
        python_dong = moi_truong.dung(moi_truong.NHA / "venv", moi_truong.KHOA_DEV)
        tep = moi_truong.dong_banh_xe(python_dong, Path(tam) / "dist")
        python = moi_truong.dung(Path(tam) / "venv", moi_truong.KHOA)
        moi_truong.cai_banh_xe(python, tep)
        ra = subprocess.run([str(python), "-c", DO], capture_output=True, text=True, check=True).stdout
    return {ten: (ban, byte, pyc) for ten, (ban, byte, pyc) in json.loads(ra).items() if ten.lower() not in CUA_MOI_TRUONG}


def main() -> None:
    """In bảng Markdown, gói lớn trước, MB = 1.000.000 byte."""
    moi_truong.doi_python()
    goi = do()
    print(f"\n{sys.platform}, Python {sys.version.split()[0]}\n\n| gói | phiên bản | MB | MB .pyc |\n|---|---|---:|---:|")
    for ten, (ban, byte, pyc) in sorted(goi.items(), key=lambda muc: -muc[1][1]):
        print(f"| {ten} | {ban} | {byte / 1e6:.2f} | {pyc / 1e6:.2f} |")
    tong, tong_pyc = sum(byte for _, byte, _ in goi.values()), sum(pyc for _, _, pyc in goi.values())
    print(f"| **tổng** | | **{tong / 1e6:.2f}** | **{tong_pyc / 1e6:.2f}** |")


if __name__ == "__main__":
    main()
