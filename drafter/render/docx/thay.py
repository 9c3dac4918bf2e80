"""Thay vài phần của một tệp DOCX có sẵn; phần khác giữ nguyên, gói ra tất định."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

from drafter.khoi import ThongTinTep
from drafter.render.docx.goi import ThanhPhan, dong_goi, nen, nen_tho
from drafter.render.docx.khung import core_xml


def thay_phan(goc: bytes, phan: Mapping[str, str], *, thong_tin: ThongTinTep, thoi_diem: datetime) -> bytes:
    """Byte của tệp ``goc`` với các phần trong ``phan`` thay bằng chữ mới và thông tin tệp đặt lại; cùng đầu vào cùng byte."""
    cac: list[ThanhPhan] = []
    with zipfile.ZipFile(io.BytesIO(goc)) as goi:
        for c in goi.infolist():
            if c.is_dir():
                continue
            if c.filename in phan:
                cac.append(nen(c.filename, phan[c.filename]))
            elif c.filename == "docProps/core.xml":
                cac.append(nen(c.filename, core_xml(thong_tin, thoi_diem)))
            else:
                cac.append(nen_tho(c.filename, goi.read(c)))
    return dong_goi(cac)
