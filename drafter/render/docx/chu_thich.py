"""Chú thích cuối trang: dấu gọi trong thân và phần ``word/footnotes.xml``."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.render.docx.chu import GOC_W, KHAI_BAO
from drafter.render.docx.kieu import KIEU_GOI_SO

# Word tự viết đường ngăn với hai mã này; chú thích thật bắt đầu từ 1.
MA_DUONG_NGAN = -1
MA_DUONG_NGAN_TIEP = 0

_KIEU_SO = f'<w:r><w:rPr><w:rStyle w:val="{KIEU_GOI_SO}"/></w:rPr>'
# Trong nội dung chú thích: số của chính nó rồi một khoảng trắng.
SO_CUA_CHU_THICH = f'{_KIEU_SO}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'


class SoGoi:
    """Sổ ghi các dấu gọi đã gặp khi viết thân văn bản; Word đánh số theo thứ tự gặp nên số phải tăng từ 1."""

    def __init__(self, co_noi_dung: frozenset[int]) -> None:
        self._co_noi_dung = co_noi_dung
        self.da_goi = 0

    def goi(self, so: int) -> str:
        """Run dấu gọi số ``so``; gọi lại một số đã gọi thì in chính số ấy nhỏ lên trên, vì mỗi chú thích chỉ nhận một dấu gọi.

        Raises DrafterError khi số không có nội dung hoặc không theo thứ tự.
        """
        if so not in self._co_noi_dung:
            raise DrafterError(f"Dấu gọi chú thích {so} không có nội dung chú thích.")
        if so <= self.da_goi:
            return f"{_KIEU_SO}<w:t>{so}</w:t></w:r>"
        if so != self.da_goi + 1:
            raise DrafterError(f"Dấu gọi chú thích {so} đứng trước dấu gọi {self.da_goi + 1}.")
        self.da_goi = so
        return f'{_KIEU_SO}<w:footnoteReference w:id="{so}"/></w:r>'

    def kiem_du(self) -> None:
        """Raises DrafterError khi có chú thích không được gọi ở đâu: nội dung của nó sẽ không hiện."""
        thieu = sorted(so for so in self._co_noi_dung if so > self.da_goi)
        if thieu:
            raise DrafterError(f"Chú thích {thieu[0]} không được gọi ở đâu trong văn bản.")


def footnotes_xml(noi_dung: list[tuple[int, str]]) -> str:
    """Phần chú thích: hai đường ngăn, rồi từng chú thích (số, các đoạn đã viết)."""
    than = "".join(f'<w:footnote w:id="{so}">{doan}</w:footnote>' for so, doan in noi_dung)
    return "".join(
        (
            f"{KHAI_BAO}<w:footnotes {GOC_W}>",
            f'<w:footnote w:type="separator" w:id="{MA_DUONG_NGAN}"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
            f'<w:footnote w:type="continuationSeparator" w:id="{MA_DUONG_NGAN_TIEP}">',
            "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>",
            than,
            "</w:footnotes>",
        )
    )
