"""Soạn văn bản hành chính Việt Nam từ dữ liệu: điền phiếu, ra tệp Word đúng thể thức.

``from drafter import draft`` rồi ``draft(phieu)`` trả về một ``Draft``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.app import Draft as Draft
    from drafter.app import soan as draft
    from drafter.errors import DrafterError as DrafterError
    from drafter.findings import Finding as Finding
    from drafter.model import BoVanBan as BoVanBan
    from drafter.model import VanBan as VanBan

__version__ = "0.1.0"
__all__ = ["BoVanBan", "Draft", "DrafterError", "Finding", "VanBan", "__version__", "draft"]

# Nạp khi được hỏi tới: dòng lệnh khởi động nhanh nhờ "import drafter" không kéo theo gì.
_O_DAU = {
    "draft": ("drafter.app", "soan"),
    "Draft": ("drafter.app", "Draft"),
    "DrafterError": ("drafter.errors", "DrafterError"),
    "Finding": ("drafter.findings", "Finding"),
    "BoVanBan": ("drafter.model", "BoVanBan"),
    "VanBan": ("drafter.model", "VanBan"),
}


def __getattr__(ten: str) -> object:
    from importlib import import_module

    if ten not in _O_DAU:
        raise AttributeError(f"module 'drafter' has no attribute {ten!r}")
    noi, trong = _O_DAU[ten]
    return getattr(import_module(noi), trong)
