"""Dựng môi trường của phép thử dưới ``.moi_truong/``: chỉ cần Python từ 3.11 và pip đi kèm nó.

Chỉ dùng thư viện chuẩn, vì chạy trước khi có gì được cài; cùng một đường cho Linux, macOS và Windows.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

GOC = Path(__file__).resolve().parent.parent
NHA = GOC / ".moi_truong"
KHOA = GOC / "requirements" / "khoa.txt"
KHOA_DEV = GOC / "requirements" / "khoa-dev.txt"


def doi_python() -> None:
    """Dừng với lời giải thích khi Python quá cũ (SystemExit)."""
    if sys.version_info < (3, 11):  # noqa: UP036 - tệp này chạy trước khi requires-python được xét
        raise SystemExit(f"drafter cần Python 3.11 trở lên; đang chạy {sys.version.split()[0]}. Thử: make test PYTHON=python3.12")


def lenh_trong(moi_truong: Path, ten: str) -> Path:
    """Đường dẫn lệnh ``ten`` trong một môi trường ảo, theo hệ điều hành."""
    return moi_truong / ("Scripts" if os.name == "nt" else "bin") / (f"{ten}.exe" if os.name == "nt" else ten)


def chay(*lenh: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    """In rồi chạy một lệnh.

    Raises subprocess.CalledProcessError khi lệnh hỏng.
    """
    print("$", *lenh, flush=True)
    subprocess.run([str(phan) for phan in lenh], cwd=cwd or GOC, env=env, check=True, stdin=subprocess.DEVNULL)


def dung(moi_truong: Path, khoa: Path) -> Path:
    """Môi trường ảo có đúng những gói trong tệp khóa; dựng lại khi khóa hoặc Python đổi. Trả về python của nó.

    Raises subprocess.CalledProcessError khi pip hỏng.
    """
    dau_van = hashlib.sha256(khoa.read_bytes() + sys.version.encode()).hexdigest()
    moc = moi_truong / "khoa.sha256"
    python = lenh_trong(moi_truong, "python")
    if moc.is_file() and moc.read_text(encoding="ascii") == dau_van and python.exists():
        return python
    if moi_truong.exists():
        shutil.rmtree(moi_truong)
    print(f"== dựng {moi_truong}", flush=True)
    venv.create(moi_truong, with_pip=True)
    chay(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", khoa)
    moc.write_text(dau_van, encoding="ascii")
    return python


def dong_banh_xe(python: Path, ra: Path) -> Path:
    """Đóng bánh xe của bản mã nguồn vào thư mục ``ra`` (làm trống trước), bằng hatchling đã khóa; trả về tệp ``.whl``.

    Raises subprocess.CalledProcessError khi hatchling hỏng.
    """
    if ra.exists():
        shutil.rmtree(ra)
    chay(python, "-m", "hatchling", "build", "-t", "wheel", "-d", ra)
    (tep,) = ra.glob("*.whl")
    return tep


def cai_banh_xe(python: Path, tep: Path) -> None:
    """Cài đè bánh xe vào môi trường, không kéo thêm gói nào.

    Raises subprocess.CalledProcessError khi pip hỏng.
    """
    chay(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--force-reinstall", tep)
