"""Cửa vào: ``python -m benchmarks [--lan N] [--phieu TỆP] [--chi dong-lenh|dung|pdf] [--json]``."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

from benchmarks.bam_gio import KetQua
from benchmarks.dong_lenh import do_dong_lenh, phieu_mac_dinh
from benchmarks.dung import do_dung
from benchmarks.pdf import do_pdf


def main() -> None:
    """Đo và in bảng Markdown hoặc JSON."""
    doc = argparse.ArgumentParser(prog="python -m benchmarks", description="Đo tốc độ drafter.")
    doc.add_argument("--lan", type=int, default=15, help="số lần mỗi phép đo (mặc định 15)")
    doc.add_argument("--so-doan", type=int, default=58, help="số đoạn của văn bản đo bước dựng (58 là khoảng 5 trang)")
    doc.add_argument("--phieu", type=Path, help="phiếu cho `drafter soan`; mặc định là ví dụ đầu tiên")
    doc.add_argument("--chi", choices=("dong-lenh", "dung", "pdf"), help="chỉ đo một nhóm")
    doc.add_argument("--json", action="store_true", help="in JSON")
    chon = doc.parse_args()
    ket_qua: list[KetQua] = []
    if chon.chi in (None, "dung"):
        ket_qua += do_dung(so_doan=chon.so_doan, lan=chon.lan)
    if chon.chi in (None, "pdf"):
        ket_qua += do_pdf(so_doan=chon.so_doan, lan=chon.lan)
    if chon.chi in (None, "dong-lenh"):
        ket_qua += do_dong_lenh(chon.phieu or phieu_mac_dinh(), lan=chon.lan)
    may = f"{platform.system()} {platform.machine()}, {os.cpu_count()} nhân, Python {platform.python_version()}"
    if chon.json:
        print(json.dumps({"may": may, "ket_qua": [k.json() for k in ket_qua]}, ensure_ascii=False, indent=2))
        return
    print(f"{may}\n\n| việc | lần | trung vị ms | ngắn nhất | dài nhất |\n|---|---:|---:|---:|---:|")
    print("\n".join(k.dong() for k in ket_qua))


if __name__ == "__main__":
    main()
