"""Biểu mẫu Word của người dùng (``bieu_mau.docx`` với thẻ ``{{ }}``): biên dịch một lần, điền nhiều lần.

docxtpl chỉ gỡ các thẻ mà Word chẻ vụn; phần chạy là hộp cát chung của lời văn, nên giá trị của trường không bao giờ thành XML.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from drafter.build.hop_cat import GiaTriNoiDung, moi_truong
from drafter.build.loi_jinja import loi_cu_phap
from drafter.build.loi_van import chay
from drafter.build.the import thay_the
from drafter.errors import TemplateError
from drafter.fields import GiaTri
from drafter.model import ChoTrong, Inline

if TYPE_CHECKING:
    from jinja2 import Template

_PHAN = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_LON_NHAT = 50_000_000
_XUONG = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class BieuMau:
    """Một biểu mẫu Word đã biên dịch: byte gốc và các phần có thẻ."""

    goc: bytes
    phan: Mapping[str, Template]
    cho: str

    def dien(self, bien: Mapping[str, object]) -> tuple[dict[str, str], tuple[str, ...]]:
        """(tên phần → XML đã điền, các trường in ra khi còn trống).

        Raises TemplateError khi thẻ gọi tên lạ hoặc đặt ở chỗ làm hỏng XML.
        """
        from lxml import etree

        # Trong Word không có ký pháp: lời văn nhiều dòng chỉ là chữ, bảng của ký pháp không dùng được.
        trong_word = {
            ten: GiaTri(str(gt), nguon=gt.nguon, duong_dan=gt.duong_dan) if isinstance(gt, GiaTriNoiDung) else gt
            for ten, gt in bien.items()
            if ten != "bang"
        }
        ra: dict[str, str] = {}
        thieu: list[str] = []
        for ten, mau in self.phan.items():
            chu, luot = chay(mau, trong_word, cho=f"{self.cho}, {ten}")
            thieu += luot.thieu
            ra[ten] = thay_the(chu, [_xml(g) for g in luot.the.gia_tri])
            try:
                etree.fromstring(ra[ten].encode(), etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError as hong:
                raise TemplateError(
                    "Thẻ trong biểu mẫu Word đặt ở chỗ làm hỏng tệp.",
                    cho=f"{self.cho}, {ten}",
                    cach_sua="Thẻ {% if %} mở, đóng trong cùng đoạn; thẻ {%p if %} ở đoạn riêng, {%tr for %} ở hàng riêng.",
                ) from hong
        return ra, tuple(dict.fromkeys(thieu))


def _xml(mau: Inline) -> str:
    chu = " " * mau.rong if isinstance(mau, ChoTrong) else getattr(mau, "van_ban", "")
    return escape(chu).replace("\n", _XUONG).replace("\t", _TAB)


def doc_bieu_mau(tep: Path) -> BieuMau:
    """Biểu mẫu Word đã đọc và biên dịch.

    Raises TemplateError khi tệp thiếu, quá lớn, có macro, không phải DOCX, hoặc thẻ viết sai.
    """
    from docxtpl import DocxTemplate
    from jinja2 import TemplateSyntaxError

    try:
        goc = tep.read_bytes()
        with zipfile.ZipFile(io.BytesIO(goc)) as goi:
            cac = goi.infolist()
            if len(goc) > _LON_NHAT or sum(c.file_size for c in cac) > _LON_NHAT:
                raise TemplateError("Biểu mẫu Word quá lớn.", cho=str(tep), cach_sua="Giảm cỡ ảnh trong tệp.")
            if any(c.filename.endswith("vbaProject.bin") for c in cac):
                raise TemplateError(
                    "Biểu mẫu Word có macro, không nhận.", cho=str(tep), cach_sua="Lưu lại dạng .docx không macro."
                )
            xml = {c.filename: goi.read(c).decode("utf-8") for c in cac if _PHAN.fullmatch(c.filename)}
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as ngoai_le:
        raise TemplateError(
            "Không đọc được biểu mẫu Word.", cho=str(tep), cach_sua="Lưu lại tệp từ Word, dạng .docx."
        ) from ngoai_le
    if "word/document.xml" not in xml:
        raise TemplateError("Tệp biểu mẫu không phải DOCX.", cho=str(tep), cach_sua="Lưu lại tệp từ Word, dạng .docx.")
    go_the = DocxTemplate(io.BytesIO(goc)).patch_xml
    nguon = {ten: (go_the(chu), f"{tep}, {ten}") for ten, chu in xml.items() if "{{" in chu or "{%" in chu}
    env = moi_truong(nguon)
    phan: dict[str, Template] = {}
    for ten in nguon:
        try:
            phan[ten] = env.get_template(ten)
        except TemplateSyntaxError as ngoai_le:
            raise loi_cu_phap(ngoai_le, nguon[ten][1], env.filters) from ngoai_le
    return BieuMau(goc, phan, str(tep))
