"""Chia chữ thành mẩu để Typst xuống dòng ở đúng những chỗ Word xuống dòng."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Trong một từ, Word chỉ xuống dòng sau gạch nối không đứng trước chữ số và sau gạch ngang dài.
_KHUC = re.compile(r"[^ ]*?[^ -]-+(?=[^ \d-])|[^ ]*?[^ –—][–—]+(?=[^ ])|[^ ]+| +")


def tach(chu: str) -> Iterator[tuple[str, str]]:
    """Các mẩu (loại, chữ) của ``chu``: ``s`` chữ thường, ``h`` chữ phải đi liền trong một hộp, ``x`` xuống dòng.

    Bộ ngắt dòng của Typst xuống dòng sau "/" còn Word thì không, nên khúc không ngắt nào có "/" thành một hộp. Không chữ nào được
    thêm vào: ký tự nối ẩn sẽ theo chữ chép ra từ PDF.
    """
    for i, dong in enumerate(chu.replace("\t", "    ").split("\n")):
        if i:
            yield "x", ""
        if "/" not in dong:
            if dong:
                yield "s", dong
            continue
        thuong = ""
        for khuc in _KHUC.findall(dong):
            if "/" in khuc:
                if thuong:
                    yield "s", thuong
                yield "h", khuc
                thuong = ""
            else:
                thuong += khuc
        if thuong:
            yield "s", thuong
