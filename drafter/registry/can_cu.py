"""Cửa vào của sổ căn cứ: sổ (``so_can_cu``), lời viện dẫn (``vien_dan``), phép kiểm theo ngày (``kiem``)."""

from __future__ import annotations

from drafter.registry.kiem_can_cu import kiem
from drafter.registry.so_can_cu import (
    MucChacChan,
    SoCanCu,
    TinhTrang,
    VanBanPhapLuat,
    doc_so_can_cu,
    so_can_cu,
)
from drafter.registry.vien_dan import sua_doi_ghi_kem, vien_dan

__all__ = [
    "MucChacChan",
    "SoCanCu",
    "TinhTrang",
    "VanBanPhapLuat",
    "doc_so_can_cu",
    "kiem",
    "so_can_cu",
    "sua_doi_ghi_kem",
    "vien_dan",
]
