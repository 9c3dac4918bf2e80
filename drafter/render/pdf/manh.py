"""Chia chữ thành mẩu để Typst xuống dòng ở đúng những chỗ LibreOffice (và Word ở chế độ tương thích 14) xuống dòng."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TU = re.compile(r"[^ ]+| +")
# Từ mà bộ ngắt dòng của Typst chia khác: nó xuống dòng sau gạch chéo, và không xuống dòng giữa gạch nối với chữ số.
_KHAC = re.compile(r"/|\w-\d")
# Chỗ xuống dòng trong những từ ấy: sau gạch nối không mở đầu từ, sau gạch ngang dài.
_SAU_GACH = re.compile(r"(?<=[^ -]-)(?=[^ -])|(?<=[–—])(?=[^ –—])")


def tach(chu: str) -> Iterator[tuple[str, str]]:
    """Các mẩu (loại, chữ) của ``chu``: ``s`` chữ thường, ``h`` chữ phải đi liền trong một hộp, ``x`` xuống dòng.

    Giữa hai hộp thì xuống dòng được, trong hộp thì không. Không chữ nào được thêm vào: ký tự nối ẩn sẽ theo chữ chép ra từ PDF.
    """
    for i, dong in enumerate(chu.replace("\t", "    ").split("\n")):
        if i:
            yield "x", ""
        if not _KHAC.search(dong):
            if dong:
                yield "s", dong
            continue
        thuong = ""
        for tu in _TU.findall(dong):
            if _KHAC.search(tu):
                if thuong:
                    yield "s", thuong
                yield from (("h", khuc) for khuc in _SAU_GACH.split(tu))
                thuong = ""
            else:
                thuong += tu
        if thuong:
            yield "s", thuong
