"""Đọc và viết phiếu: YAML, JSON, Excel một văn bản; mọi giá trị là chữ có nơi xuất xứ."""

from drafter.readers.doc_excel import doc_excel
from drafter.readers.doc_json import doc_json
from drafter.readers.doc_yaml import doc_yaml
from drafter.readers.o_excel import chu_cua_o
from drafter.readers.tep import doc_du_lieu, doc_tep
from drafter.readers.viet_excel import phieu_excel, viet_phieu_excel
from drafter.readers.viet_yaml import viet_phieu_yaml

__all__ = [
    "chu_cua_o",
    "doc_du_lieu",
    "doc_excel",
    "doc_json",
    "doc_tep",
    "doc_yaml",
    "phieu_excel",
    "viet_phieu_excel",
    "viet_phieu_yaml",
]
