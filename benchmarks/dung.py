"""Đo bước dựng DOCX trong một tiến trình: khung của drafter và docxtpl dùng theo tài liệu của nó, cùng một lời văn.

Cách docxtpl: mỗi văn bản mở lại mẫu từ byte, ``render`` một vòng lặp đoạn, ``save``. Hai kết quả được so chữ trước khi đo, nên
không bên nào nhanh vì làm thiếu.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from benchmarks.bam_gio import KetQua, bam_gio
from drafter.khoi import BanTrinhBay, KhoiDoan, KhoiPhan, Manh
from drafter.regime import che_do
from drafter.render.docx import KhungDocx

CAU = (
    "Ủy ban nhân dân xã tổ chức để Nhân dân bàn, tham gia ý kiến và giám sát việc thực hiện nội dung này tại thôn, tổ dân phố; "
    "kết quả được niêm yết tại trụ sở trong thời hạn 05 ngày làm việc kể từ ngày có kết quả."
)


def loi_van(so_doan: int) -> tuple[str, ...]:
    """``so_doan`` đoạn khác nhau, mỗi đoạn khoảng ba dòng A4 (58 đoạn là khoảng 5 trang)."""
    return tuple(f"{i}. Nội dung thứ {i}. {CAU}" for i in range(1, so_doan + 1))


def ban_trinh_bay(doan: tuple[str, ...]) -> BanTrinhBay:
    """Lời văn thành khối."""
    return BanTrinhBay((KhoiPhan(), *(KhoiDoan("loi_van", (Manh(chu),)) for chu in doan)))


def mau_docxtpl() -> bytes:
    """Một mẫu Word cho docxtpl: vòng lặp đoạn, dựng bằng python-docx."""
    from docx import Document

    tep = Document()
    for chu in ("{%p for d in doan %}", "{{ d }}", "{%p endfor %}"):
        tep.add_paragraph(chu)
    ra = io.BytesIO()
    tep.save(ra)
    return ra.getvalue()


def dung_docxtpl(mau: bytes, doan: tuple[str, ...]) -> bytes:
    """Một văn bản theo cách ghi trong tài liệu docxtpl."""
    from docxtpl import DocxTemplate

    tep = DocxTemplate(io.BytesIO(mau))
    tep.render({"doan": doan}, autoescape=True)
    ra = io.BytesIO()
    tep.save(ra)
    return ra.getvalue()


def chu_trong(docx: bytes) -> list[str]:
    """Chữ của các đoạn có chữ."""
    from docx import Document

    return [doan.text for doan in Document(io.BytesIO(docx)).paragraphs if doan.text]


def do_dung(*, so_doan: int, lan: int) -> list[KetQua]:
    """Thời gian một văn bản theo hai cách, rồi thời gian tạo khung (một lần cho cả lô).

    Raises AssertionError khi hai cách ra chữ khác nhau.
    """
    doan = loi_van(so_doan)
    ban, mau, khung = ban_trinh_bay(doan), mau_docxtpl(), KhungDocx(che_do())
    if not chu_trong(khung.render(ban)) == chu_trong(dung_docxtpl(mau, doan)) == list(doan):
        raise AssertionError("Hai cách dựng ra chữ khác nhau, số đo không so được.")
    with tempfile.TemporaryDirectory() as tam:
        tep = Path(tam) / "a.docx"
        return [
            bam_gio(f"dựng {so_doan} đoạn: drafter", lambda: khung.render(ban), lan=lan),
            bam_gio(f"dựng {so_doan} đoạn: drafter, ghi tệp", lambda: tep.write_bytes(khung.render(ban)), lan=lan),
            bam_gio(f"dựng {so_doan} đoạn: docxtpl", lambda: dung_docxtpl(mau, doan), lan=lan),
            bam_gio("tạo khung drafter (một lần mỗi lô)", lambda: KhungDocx(che_do()), lan=lan),
        ]
