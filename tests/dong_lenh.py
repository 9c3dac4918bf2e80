"""Gọi dòng lệnh trong cùng tiến trình, như người dùng gọi: tham số vào, mã thoát và hai luồng chữ ra."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass
from unittest import mock

from drafter.cli import main

TIENG_ANH = re.compile(
    r"\b(Usage|Options?|Errors?|Commands?|Missing|Invalid|No such|default|required|Show|PATH|DIRECTORY|FILE|TEXT|INTEGER|"
    r"unexpected|argument|Traceback|Aborted|Try|exist|directory|expected|undefined|None)\b"
)


@dataclass(frozen=True)
class KetQua:
    """Mã thoát, chữ ra màn hình và chữ ra luồng lỗi."""

    ma: int
    ra: str
    loi: str


def chay(*tham_so: str, vao: bytes = b"") -> KetQua:
    """Kết quả của ``drafter <tham_so>`` với đầu vào chuẩn ``vao``; mọi chữ in ra phải là tiếng Việt (trừ JSON và tên tệp)."""
    ra, loi = io.BytesIO(), io.BytesIO()
    with (
        mock.patch.object(sys, "argv", ["drafter", *tham_so]),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(vao), encoding="utf-8")),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(ra, encoding="utf-8", write_through=True)),
        mock.patch.object(sys, "stderr", io.TextIOWrapper(loi, encoding="utf-8", write_through=True)),
        mock.patch.object(sys, "excepthook", sys.excepthook),
    ):
        try:
            main()
        except SystemExit as thoat:
            ma = thoat.code
        sys.stdout.flush()
        sys.stderr.flush()
        ket_qua = KetQua(int(ma or 0), ra.getvalue().decode("utf-8"), loi.getvalue().decode("utf-8"))
    assert not TIENG_ANH.search(ket_qua.loi), ket_qua.loi
    assert "\x1b[" not in ket_qua.ra + ket_qua.loi
    return ket_qua
