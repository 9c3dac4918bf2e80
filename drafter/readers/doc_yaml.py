"""Đọc phiếu YAML thành cây chữ: mọi giá trị đúng như gõ (``010``, ``no``, ``1:30``), có dòng xuất xứ."""

from __future__ import annotations

import re
from typing import Any

from drafter.errors import InputError
from drafter.findings import Finding, canh_bao, loi
from drafter.model import Nguon
from drafter.readers.tho_dung import ThoDung, goc_nhanh
from drafter.readers.yaml_loi import loi_yaml
from drafter.record import Cay, La, Nhanh

_RONG = frozenset({"", "~", "null", "Null", "NULL"})
_NGAT_LA = re.compile("[\u0085\u2028\u2029]")


def doc_yaml(chu: str, *, ten: str) -> tuple[Nhanh, list[Finding]]:
    """Cây của phiếu và mọi điều tìm thấy (tên trùng, “<<”, dấu ngắt dòng lạ).

    Giá trị trần ``null``, ``~`` là để trống. Neo “&a” và gọi “*a” được dùng, có giới hạn; thẻ “!!” thì không.
    Raises InputError khi YAML hỏng, nhiều phiếu trong một tệp, lồng quá sâu hoặc mở rộng quá lớn.
    """
    import yaml

    tim_thay: list[Finding] = []
    if ngat := _NGAT_LA.search(chu):
        dong = chu.count("\n", 0, ngat.start()) + 1
        cho = Nguon("", f"{ten}:{dong}")
        tim_thay.append(
            canh_bao(
                "phieu.ngat_dong",
                f"Dòng {dong} có dấu ngắt dòng U+{ord(ngat.group()):04X}, đã đổi thành khoảng trắng.",
                nguon=cho,
            )
        )
        chu = _NGAT_LA.sub(" ", chu)
    tho = ThoDung(ten)
    doc = _DocSuKien(tho)
    try:
        for su_kien in yaml.parse(chu, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            doc.nhan(su_kien)
    except yaml.YAMLError as e:
        raise loi_yaml(e, chu, ten=ten) from e
    goc = goc_nhanh(tho)
    return goc, tim_thay + tho.tim_thay


class _DocSuKien:
    """Chuyển từng sự kiện của bộ tách YAML cho thợ dựng cây; nhớ neo và kích thước của neo."""

    def __init__(self, tho: ThoDung) -> None:
        self.tho = tho
        self.neo: dict[str, tuple[Cay | str, int]] = {}
        self.neo_mo: list[tuple[str | None, int]] = []
        self.so_phieu = 0

    def nhan(self, e: Any) -> None:
        """Xử lý một sự kiện."""
        import yaml

        dong = e.start_mark.line + 1
        if isinstance(e, yaml.DocumentStartEvent):
            self.so_phieu += 1
            if self.so_phieu > 1:
                self._tu_choi(dong, "có nhiều phiếu trong một tệp (dấu “---”)", "Tách mỗi phiếu thành một tệp.")
        if getattr(e, "tag", None) is not None:
            self._tu_choi(dong, f"có thẻ kiểu “{e.tag}”", "Bỏ thẻ; muốn giữ nguyên chữ thì đặt trong dấu nháy kép.")
        if isinstance(e, yaml.ScalarEvent):
            self._la(e, dong)
        elif isinstance(e, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if self.tho.cho_khoa:
                self._tu_choi(
                    dong, "dùng một nhóm làm tên mục", "Tên mục phải là chữ; đặt giá trị có dấu “{”, “[” trong dấu nháy."
                )
            self.neo_mo.append((e.anchor, self.tho.so_muc))
            self.tho.mo(la_nhanh=isinstance(e, yaml.MappingStartEvent), dong=dong)
        elif isinstance(e, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            ten_neo, truoc = self.neo_mo.pop()
            cay = self.tho.dong_lai()
            if ten_neo:
                self.neo[ten_neo] = (cay, self.tho.so_muc - truoc)
        elif isinstance(e, yaml.AliasEvent):
            self._goi_neo(str(e.anchor), dong)

    def _la(self, e: Any, dong: int) -> None:
        la_khoa = self.tho.cho_khoa
        tran = not e.style and e.implicit[0]
        chu = "" if tran and not la_khoa and e.value in _RONG else e.value
        self.tho.la(chu, dong=dong)
        if la_khoa and tran and e.value == "<<":
            self.tho.tim_thay.append(
                loi(
                    "phieu.gop",
                    f"Dòng {dong} dùng “<<” để gộp mục; phiếu không hiểu cách viết này.",
                    cach_sua="Ghi rõ từng mục.",
                    nguon=self.tho.nguon(dong),
                )
            )
        if e.anchor:
            self.neo[e.anchor] = (chu if la_khoa else La(chu, self.tho.nguon(dong)), 1)

    def _goi_neo(self, ten_neo: str, dong: int) -> None:
        if ten_neo not in self.neo:
            self._tu_choi(
                dong, f"gọi “*{ten_neo}” mà trước đó không có “&{ten_neo}”", "Đặt chữ có dấu “*” ở đầu trong dấu nháy kép."
            )
        cay, so_muc = self.neo[ten_neo]
        self.tho.dem(so_muc)
        if self.tho.cho_khoa:
            chu = cay if isinstance(cay, str) else getattr(cay, "chu", None)
            if chu is None:
                self._tu_choi(dong, "dùng một nhóm làm tên mục", "Tên mục phải là chữ.")
            self.tho.khoa(str(chu), dong=dong)
        elif isinstance(cay, str):
            self.tho.la(cay, dong=dong)
        else:
            self.tho.dat(cay)

    def _tu_choi(self, dong: int, sai_gi: str, cach_sua: str) -> None:
        raise InputError(f"Tệp {self.tho.ten} dòng {dong} {sai_gi}.", cach_sua=cach_sua, cho=f"{self.tho.ten}:{dong}")
