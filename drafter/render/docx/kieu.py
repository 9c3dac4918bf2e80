"""Kiểu đoạn của Word viết từ chế độ thể thức: mỗi ``vai`` là một kiểu, mã kiểu là mã vai, tên kiểu là tên tiếng Việt."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import DrafterError
from drafter.regime import CheDo, Vai
from drafter.render.docx.chu import GOC_W, KHAI_BAO, thoat, twip, twip_pt

CANH = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
VAI_DEM = "dem"
VAI_CHU_THICH = "chu_thich"
VAI_SO_TRANG = "so_trang"
KIEU_GOI_SO = "FootnoteReference"


@dataclass(frozen=True, slots=True)
class Kieu:
    """Một vai đã dịch: ``mo`` là phần đầu ``w:pPr`` của đoạn mang vai ấy, ``cao`` là cỡ chữ tính bằng twip."""

    vai: Vai
    mo: str
    cao: int


class BoKieu:
    """Mọi kiểu của một chế độ; tra theo mã vai."""

    def __init__(self, che_do: CheDo) -> None:
        self.che_do = che_do
        self._kieu = {
            ma: Kieu(vai, f'<w:pPr><w:pStyle w:val="{thoat(ma)}"/>', twip_pt(vai.co.dung)) for ma, vai in che_do.vai.items()
        }

    def __getitem__(self, ma: str) -> Kieu:
        """Kiểu của vai ``ma``.

        Raises DrafterError khi chế độ không có vai ấy.
        """
        try:
            return self._kieu[ma]
        except KeyError:
            raise DrafterError(f"Chế độ thể thức “{self.che_do.ma}” không có vai “{ma}”.") from None

    def styles_xml(self) -> str:
        """Nội dung ``word/styles.xml``: mặc định của tệp, bốn kiểu nền của Word, kiểu gọi chú thích và một kiểu cho mỗi vai."""
        phong, ngon_ngu = thoat(self.che_do.phong), thoat(self.che_do.ngon_ngu)
        co = round(self["loi_van"].vai.co.dung * 2)
        return "".join(
            (
                f"{KHAI_BAO}<w:styles {GOC_W}><w:docDefaults><w:rPrDefault><w:rPr>",
                f'<w:rFonts w:ascii="{phong}" w:eastAsia="{phong}" w:hAnsi="{phong}" w:cs="{phong}"/>',
                f'<w:sz w:val="{co}"/><w:szCs w:val="{co}"/>',
                f'<w:lang w:val="{ngon_ngu}" w:eastAsia="{ngon_ngu}" w:bidi="ar-SA"/>',
                "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>",
                '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
                "</w:pPr></w:pPrDefault></w:docDefaults>",
                '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
                '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
                '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
                '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
                '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
                '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>',
                '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
                '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>',
                '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
                f'<w:style w:type="character" w:styleId="{KIEU_GOI_SO}"><w:name w:val="footnote reference"/>',
                '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
                *(_kieu_doan(k.vai) for k in self._kieu.values()),
                "</w:styles>",
            )
        )


def _kieu_doan(vai: Vai) -> str:
    """Một ``w:style`` kiểu đoạn của ``vai``."""
    cach = [f'w:{ten}="{twip_pt(pt)}"' for ten, pt in (("before", vai.truoc_pt), ("after", vai.sau_pt)) if pt]
    if vai.ma == VAI_DEM:
        # Đoạn đệm chỉ để chiếm chỗ: dòng cao đúng bằng cỡ chữ, không theo dòng đơn.
        cach.append(f'w:line="{twip_pt(vai.co.dung)}" w:lineRule="exact"')
    co = round(vai.co.dung * 2)
    return "".join(
        (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{thoat(vai.ma)}"><w:name w:val="{thoat(vai.ten)}"/>',
            '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>',
            f"<w:spacing {' '.join(cach)}/>" if cach else "",
            f'<w:ind w:firstLine="{twip(vai.lui_mm)}"/>' if vai.lui_mm else "",
            f'<w:jc w:val="{CANH[vai.canh]}"/></w:pPr><w:rPr>',
            "<w:b/><w:bCs/>" if vai.dam else "",
            "<w:i/><w:iCs/>" if vai.nghieng else "",
            f'<w:sz w:val="{co}"/><w:szCs w:val="{co}"/></w:rPr></w:style>',
        )
    )
