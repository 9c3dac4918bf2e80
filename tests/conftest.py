"""Công cụ ngoài của phép thử: thiếu thì phép thử ấy không chạy và được kể tên; với ``DAY_DU=1`` thì thiếu là hỏng.

Đánh dấu ``@pytest.mark.can_co("soffice", "poppler", "node")`` lên phép thử cần công cụ.
"""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest

from tests.kiem_docx import thu_muc_node
from tests.mau_that import mau_that

TEN_CONG_CU = {
    "soffice": "LibreOffice (soffice)",
    "poppler": "Poppler (pdftoppm, pdftotext)",
    "van_ban_mau": "văn bản thật (DRAFTER_VAN_BAN_MAU)",
    "node": "Node và gói @ooxml-tools/validate (DRAFTER_NODE_MODULES hoặc .moi_truong/node_modules)",
}
_KHONG_CHAY = pytest.StashKey[dict[str, int]]()


def co_cong_cu(ma: str) -> bool:
    """Máy này có công cụ ``ma`` không."""
    if ma == "node":
        return shutil.which("node") is not None and thu_muc_node() is not None
    if ma == "van_ban_mau":
        return bool(mau_that("002"))
    lenh = {"soffice": ("soffice",), "poppler": ("pdftoppm", "pdftotext")}[ma]
    return all(shutil.which(ten) is not None for ten in lenh)


def _thieu(item: pytest.Item) -> list[str]:
    """Tên các công cụ phép thử cần mà máy không có."""
    can = [ma for dau in item.iter_markers("can_co") for ma in dau.args]
    return [TEN_CONG_CU[ma] for ma in can if not co_cong_cu(ma)]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "can_co(*cong_cu): phép thử cần công cụ ngoài: soffice, poppler, node, van_ban_mau")
    config.stash[_KHONG_CHAY] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("DAY_DU") == "1":
        return
    dem = config.stash[_KHONG_CHAY]
    bo: list[pytest.Item] = []
    giu: list[pytest.Item] = []
    for item in items:
        thieu = _thieu(item)
        (bo if thieu else giu).append(item)
        for ten in thieu:
            dem[ten] = dem.get(ten, 0) + 1
    if bo:
        config.hook.pytest_deselected(items=bo)
        items[:] = giu
    if hasattr(config, "workeroutput"):
        config.workeroutput["khong_chay"] = dem


def pytest_runtest_setup(item: pytest.Item) -> None:
    thieu = _thieu(item)
    if thieu:
        pytest.fail(f"DAY_DU=1 mà máy thiếu {', '.join(thieu)}", pytrace=False)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Khi chạy song song, mỗi tiến trình gom cùng một danh sách; giữ số lớn nhất."""
    dem = node.config.stash[_KHONG_CHAY]
    for ten, so in getattr(node, "workeroutput", {}).get("khong_chay", {}).items():
        dem[ten] = max(dem.get(ten, 0), so)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for ten, so in sorted(config.stash[_KHONG_CHAY].items()):
        terminalreporter.write_line(f"không chạy: {so} phép thử, cần {ten}", yellow=True)
