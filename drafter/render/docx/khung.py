"""Các phần tĩnh của gói DOCX: quan hệ, loại nội dung, thiết đặt, bảng phông, thông tin tệp."""

from __future__ import annotations

from datetime import UTC, datetime

from drafter.khoi import ThongTinTep
from drafter.regime import CheDo
from drafter.render.docx.chu import GOC_W, KHAI_BAO, NS_R, thoat
from drafter.render.docx.chu_thich import MA_DUONG_NGAN, MA_DUONG_NGAN_TIEP
from drafter.render.docx.trang import RID_DAU_TRANG, RID_DAU_TRANG_DAU

_LOAI_W = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_GOI = "http://schemas.openxmlformats.org/package/2006"

_PHAN = (
    # (tệp trong word/, loại nội dung, loại quan hệ, mã quan hệ)
    ("styles.xml", "styles", "styles", "rId1"),
    ("settings.xml", "settings", "settings", "rId2"),
    ("fontTable.xml", "fontTable", "fontTable", "rId3"),
    ("header1.xml", "header", "header", RID_DAU_TRANG),
    ("header2.xml", "header", "header", RID_DAU_TRANG_DAU),
    ("footnotes.xml", "footnotes", "footnotes", "rId6"),
)


def content_types_xml() -> str:
    """``[Content_Types].xml``."""
    return "".join(
        (
            f'{KHAI_BAO}<Types xmlns="{_GOI}/content-types">',
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
            '<Default Extension="xml" ContentType="application/xml"/>',
            f'<Override PartName="/word/document.xml" ContentType="{_LOAI_W}.document.main+xml"/>',
            *(f'<Override PartName="/word/{tep}" ContentType="{_LOAI_W}.{loai}+xml"/>' for tep, loai, _, _ in _PHAN),
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
            '<Override PartName="/docProps/app.xml"',
            ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
        )
    )


def rels_goi_xml() -> str:
    """``_rels/.rels``."""
    return "".join(
        (
            f'{KHAI_BAO}<Relationships xmlns="{_GOI}/relationships">',
            f'<Relationship Id="rId1" Type="{NS_R}/officeDocument" Target="word/document.xml"/>',
            f'<Relationship Id="rId2" Type="{_GOI}/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
            f'<Relationship Id="rId3" Type="{NS_R}/extended-properties" Target="docProps/app.xml"/></Relationships>',
        )
    )


def rels_van_ban_xml() -> str:
    """``word/_rels/document.xml.rels``."""
    than = "".join(f'<Relationship Id="{rid}" Type="{NS_R}/{loai}" Target="{tep}"/>' for tep, _, loai, rid in _PHAN)
    return f'{KHAI_BAO}<Relationships xmlns="{_GOI}/relationships">{than}</Relationships>'


def settings_xml(che_do: CheDo, *, che_do_tuong_thich: int) -> str:
    """``word/settings.xml``: không tự gạch nối, không bóp dấu câu, chế độ tương thích quyết định cách ngắt dòng."""
    ngan = "".join(f'<w:footnote w:id="{ma}"/>' for ma in (MA_DUONG_NGAN, MA_DUONG_NGAN_TIEP))
    return "".join(
        (
            f'{KHAI_BAO}<w:settings {GOC_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>',
            f'<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr>{ngan}</w:footnotePr><w:compat>',
            # Dòng kết bằng ngắt dòng trong đoạn canh đều thì không kéo giãn.
            "<w:doNotExpandShiftReturn/>",
            '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"',
            f' w:val="{che_do_tuong_thich}"/></w:compat>',
            f'<w:themeFontLang w:val="{thoat(che_do.ngon_ngu)}"/>',
            '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
        )
    )


def font_table_xml(che_do: CheDo) -> str:
    """``word/fontTable.xml``: chỉ một phông, kiểu chữ có chân."""
    return "".join(
        (
            f'{KHAI_BAO}<w:fonts {GOC_W}><w:font w:name="{thoat(che_do.phong)}">',
            '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>',
        )
    )


def app_xml() -> str:
    """``docProps/app.xml``."""
    ns = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{KHAI_BAO}<Properties xmlns="{ns}"><Application>drafter</Application></Properties>'


def core_xml(tin: ThongTinTep, thoi_diem: datetime) -> str:
    """``docProps/core.xml``; ``thoi_diem`` không có múi giờ được hiểu là UTC.

    Raises DrafterError khi thông tin tệp có ký tự mà XML không chứa được.
    """
    utc = thoi_diem.replace(tzinfo=UTC) if thoi_diem.tzinfo is None else thoi_diem.astimezone(UTC)
    luc = f"{utc:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")
    tac_gia = thoat(tin.tac_gia)
    return "".join(
        (
            f'{KHAI_BAO}<cp:coreProperties xmlns:cp="{_GOI}/metadata/core-properties"',
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
            f"<dc:title>{thoat(tin.tieu_de)}</dc:title><dc:subject>{thoat(tin.chu_de)}</dc:subject>",
            f"<dc:creator>{tac_gia}</dc:creator><cp:lastModifiedBy>{tac_gia}</cp:lastModifiedBy>",
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{luc}</dcterms:created>',
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{luc}</dcterms:modified>',
            f"<dc:language>{thoat(tin.ngon_ngu)}</dc:language></cp:coreProperties>",
        )
    )
