"""Máy đọc DOCX: định dạng có hiệu lực qua mọi tầng, chữ theo thứ tự đọc không sót, tệp lạ bị chặn có lời."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TypeAlias

import pytest

from drafter.docx_doc import DoanDoc, TepDocx, doc
from drafter.docx_doc.goi import GoiDocx
from drafter.errors import InputError

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Loai: TypeAlias = tuple[str, str, str]
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
PHAN_TRANG = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def rels(*cac_loai: Loai) -> str:
    """Một tệp quan hệ từ (mã, loại, đích)."""
    than = "".join(f'<Relationship Id="{ma}" Type="{REL}/{loai}" Target="{dich}"/>' for ma, loai, dich in cac_loai)
    return f'<Relationships xmlns="{RELS}">{than}</Relationships>'


def goi(cac_phan: Mapping[str, str | bytes]) -> bytes:
    """Tệp ZIP."""
    ra = io.BytesIO()
    with zipfile.ZipFile(ra, "w", zipfile.ZIP_DEFLATED) as z:
        for ten, tho in cac_phan.items():
            z.writestr(ten, tho)
    return ra.getvalue()


def tep(than: str, styles: str = "", *, them: dict[str, str] | None = None, loai: tuple[Loai, ...] = ()) -> TepDocx:
    """Đọc một DOCX nhỏ viết tay: thân, các kiểu, phần thêm cùng quan hệ của chúng."""
    cac_loai = (("rId1", "styles", "styles.xml"), *loai)
    return doc(
        goi(
            {
                "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
                "word/_rels/document.xml.rels": rels(*cac_loai),
                "word/document.xml": f"<w:document {NS}><w:body>{than}</w:body></w:document>",
                "word/styles.xml": f"<w:styles {NS}>{styles}</w:styles>",
                **(them or {}),
            }
        )
    )


def mot_doan(than: str, styles: str = "") -> DoanDoc:
    """Đoạn duy nhất của một tệp."""
    (d,) = tep(than, styles).doan
    return d


def p(chu: str, p_pr: str = "", r_pr: str = "") -> str:
    """Một đoạn một run."""
    return f"<w:p><w:pPr>{p_pr}</w:pPr><w:r><w:rPr>{r_pr}</w:rPr><w:t>{chu}</w:t></w:r></w:p>"


def kieu(ma: str, trong: str, *, loai: str = "paragraph", cha: str = "", mac_dinh: bool = False) -> str:
    """Một ``w:style``."""
    goc = ' w:default="1"' if mac_dinh else ""
    dua = f'<w:basedOn w:val="{cha}"/>' if cha else ""
    return f'<w:style w:type="{loai}" w:styleId="{ma}"{goc}><w:name w:val="Tên {ma}"/>{dua}{trong}</w:style>'


# --- tầng kiểu ------------------------------------------------------------------------------------------------------


def test_khong_khai_gi_thi_theo_mac_dinh_cua_word() -> None:
    d = mot_doan("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>")
    (r,) = d.chu
    assert (r.phong, r.co_pt, r.dam, r.nghieng, r.mau) == ("Times New Roman", 10, False, False, "auto")
    assert (d.canh, d.lui_mm, d.truoc_pt, d.sau_pt, d.gian_dong.quy_tac, d.gian_dong.gia_tri) == ("trai", 0, 0, 0, "boi", 1)
    assert (d.bac, d.trong_o, d.danh_so, d.giu_voi_sau) == (0, None, None, False)


def test_cac_tang_de_nhau_theo_thu_tu() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="A" w:hAnsi="A"/><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + kieu("Goc", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>', mac_dinh=True)
        + kieu("Con", '<w:pPr><w:spacing w:before="60"/></w:pPr><w:rPr><w:color w:val="FF0000"/></w:rPr>', cha="Goc")
    )
    mac_dinh, con, truc_tiep = tep(
        p("a") + p("b", '<w:pStyle w:val="Con"/>') + p("c", '<w:pStyle w:val="Con"/><w:jc w:val="right"/>', '<w:sz w:val="27"/>'),
        styles=styles,
    ).doan
    assert (mac_dinh.kieu, mac_dinh.canh, mac_dinh.chu[0].co_pt, mac_dinh.sau_pt) == ("Tên Goc", "giua", 12, 8)
    assert (con.kieu, con.canh, con.truoc_pt, con.sau_pt, con.chu[0].mau) == ("Tên Con", "giua", 3, 8, "FF0000")
    assert con.gian_dong.gia_tri == pytest.approx(259 / 240)
    assert (truc_tiep.canh, truc_tiep.chu[0].co_pt, truc_tiep.chu[0].phong) == ("phai", 13.5, "A")


def test_cong_tac_dao_nhau_giua_kieu_doan_va_kieu_chu_truc_tiep_thi_quyet_dinh() -> None:
    styles = kieu("Dam", "<w:rPr><w:b/></w:rPr>") + kieu("ChuDam", "<w:rPr><w:b/></w:rPr>", loai="character")
    styles += kieu("ThoiDam", '<w:rPr><w:b w:val="0"/></w:rPr>', cha="Dam")
    dam, chu, nhe = '<w:pStyle w:val="Dam"/>', '<w:rStyle w:val="ChuDam"/>', '<w:pStyle w:val="ThoiDam"/>'
    cac_doan = tep(
        p("1", dam)
        + p("2", dam, chu)
        + p("3", dam, f"{chu}<w:b/>")
        + p("4", dam, '<w:b w:val="false"/>')
        + p("5", nhe)
        + p("6", nhe, chu),
        styles=styles,
    ).doan
    assert [d.chu[0].dam for d in cac_doan] == [True, False, True, False, False, True]


def test_kieu_vong_tron_va_kieu_la_khong_lam_treo() -> None:
    styles = kieu("A", "<w:rPr><w:i/></w:rPr>", cha="B") + kieu("B", "<w:rPr><w:b/></w:rPr>", cha="A")
    vong, la = tep(p("x", '<w:pStyle w:val="A"/>') + p("y", '<w:pStyle w:val="KhongCo"/>'), styles=styles).doan
    assert (vong.chu[0].dam, vong.chu[0].nghieng) == (True, True)
    assert la.kieu == ""


def test_kieu_bang_dung_duoi_kieu_doan() -> None:
    goc = '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
    luoi = kieu(
        "Luoi",
        '<w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>',
        loai="table",
    )
    t = tep(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr><w:tblGrid><w:gridCol w:w="567"/></w:tblGrid>'
        f"<w:tr><w:tc>{p('trong')}</w:tc></w:tr></w:tbl>{p('ngoài')}",
        styles=goc + luoi,
    )
    assert [d.sau_pt for d in t.doan] == [0, 10]
    assert t.bang[0].co_vien


def test_phong_cua_chu_de_va_phong_khac_nhau_cho_chu_co_dau() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
        '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    goc = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="X"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
    )
    hai_phong = '<w:rFonts w:ascii="Times New Roman" w:hAnsi=".VnTime"/>'
    t = tep(
        p("theo chủ đề") + p("tay", r_pr='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>') + p("Xã Long", r_pr=hai_phong),
        styles=goc,
        them={"word/theme/theme1.xml": theme},
        loai=(("rId2", "theme", "theme/theme1.xml"),),
    )
    assert [r.phong for r in t.doan[0].chu] == ["Calibri"]
    assert [r.phong for r in t.doan[1].chu] == ["Arial"]
    assert [(r.chu, r.phong) for r in t.doan[2].chu] == [
        ("X", "Times New Roman"),
        ("ã", ".VnTime"),
        (" Long", "Times New Roman"),
    ]


def test_lui_dong_treo_le_va_don_vi_khac_twip() -> None:
    treo = mot_doan(p("x", '<w:ind w:left="1440" w:right="567" w:hanging="720" w:firstLine="99"/>'))
    assert [treo.trai_mm, treo.lui_mm] == pytest.approx([25.4, -12.7])
    assert treo.phai_mm == pytest.approx(10, abs=0.01)
    assert mot_doan(p("x", '<w:ind w:start="10mm" w:firstLine="12.7mm"/>')).lui_mm == pytest.approx(12.7)
    styles = kieu("Treo", '<w:pPr><w:ind w:hanging="720"/></w:pPr>')
    assert mot_doan(p("x", '<w:pStyle w:val="Treo"/><w:ind w:firstLine="360"/>'), styles=styles).lui_mm == pytest.approx(6.35)


@pytest.mark.parametrize(
    ("spacing", "quy_tac", "gia_tri"),
    [
        ('w:line="360"', "boi", 1.5),
        ('w:line="340" w:lineRule="exact"', "dung", 17),
        ('w:line="260" w:lineRule="atLeast"', "it_nhat", 13),
    ],
)
def test_gian_dong(spacing: str, quy_tac: str, gia_tri: float) -> None:
    d = mot_doan(p("x", f"<w:spacing {spacing}/>"))
    assert (d.gian_dong.quy_tac, d.gian_dong.gia_tri) == (quy_tac, gia_tri)


def test_vien_doan_tren_duoi_va_danh_so_tu_dong() -> None:
    d = mot_doan(p("x", '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="single" w:sz="6" w:color="000000"/></w:pBdr><w:keepNext/>'))
    assert d.vien_tren is None and d.giu_voi_sau
    assert d.vien_duoi is not None and (d.vien_duoi.kieu, d.vien_duoi.day_pt, d.vien_duoi.mau) == ("single", 0.75, "000000")
    assert mot_doan(p("x", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')).danh_so == ("7", 1)
    assert mot_doan(p("x", '<w:numPr><w:numId w:val="0"/></w:numPr>')).danh_so is None


# --- chữ ------------------------------------------------------------------------------------------------------------


def r(chu: str) -> str:
    """Một run chữ."""
    return f'<w:r><w:t xml:space="preserve">{chu}</w:t></w:r>'


@pytest.mark.parametrize(
    ("trong", "chu"),
    [
        (f'{r("VIỆT ")}<w:smartTag w:element="x">{r("NAM")}</w:smartTag>', "VIỆT NAM"),
        (f"{r('a')}<w:ins w:id='1'>{r('b')}</w:ins><w:del w:id='2'><w:r><w:delText>c</w:delText></w:r></w:del>", "ab"),
        (f"<w:moveFrom w:id='1'>{r('x')}</w:moveFrom><w:moveTo w:id='2'>{r('y')}</w:moveTo>", "y"),
        (f'<w:hyperlink r:id="rId9">{r("liên kết")}</w:hyperlink>', "liên kết"),
        (f"<w:sdt><w:sdtContent>{r('ô nội dung')}</w:sdtContent></w:sdt>", "ô nội dung"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>", "a\tb\n\u2011\u00ad"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B7"/></w:r>', "·"),
        ('<w:r><w:sym w:font="Symbol" w:char="lạ"/></w:r>', "\ufffd"),
        (f"<w:r><w:instrText> DATE </w:instrText></w:r>{r('2026')}", "2026"),
        ("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>", "x²"),
        ("<w:r><w:t>Hoa\u0300 Vie\u0323\u0302t</w:t></w:r>", "Hoà Việt"),
    ],
)
def test_chu_khong_sot_khong_thua(trong: str, chu: str) -> None:
    assert mot_doan(f"<w:p>{trong}</w:p>").van_ban() == chu


def test_khung_chu_ghi_hai_cach_chi_doc_mot_lan() -> None:
    khung = f"<w:txbxContent><w:p>{r('DỰ THẢO')}</w:p></w:txbxContent>"
    than = (
        f"<w:p>{r('trước')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{khung}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{khung}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:p><w:r><w:pict><v:textbox>{khung}</v:textbox></w:pict></w:r></w:p>"
    )
    assert [(d.van_ban(), d.trong_khung) for d in tep(than).doan] == [
        ("trước", False),
        ("DỰ THẢO", True),
        ("", False),
        ("DỰ THẢO", True),
    ]


def test_chu_an_va_chu_hoa_duoc_noi_ra() -> None:
    d = mot_doan(p("ẩn", r_pr="<w:vanish/>").replace("</w:p>", "<w:r><w:rPr><w:caps/></w:rPr><w:t>hoa</w:t></w:r></w:p>"))
    assert [(x.chu, x.an, x.hoa) for x in d.chu] == [("ẩn", True, False), ("hoa", False, True)]


# --- bảng, trang, chú thích -----------------------------------------------------------------------------------------


def test_bang_long_nhau_doc_theo_thu_tu() -> None:
    trong = f"<w:tbl><w:tblGrid><w:gridCol w:w='567'/></w:tblGrid><w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"
    than = (
        "<w:tbl><w:tblGrid><w:gridCol w:w='1134'/><w:gridCol w:w='567'/></w:tblGrid>"
        f"<w:tr><w:tc><w:tcPr><w:tcW w:w='1134' w:type='dxa'/></w:tcPr>{p('a')}</w:tc><w:tc>{p('b')}{trong}{p('d')}</w:tc></w:tr>"
        f"<w:sdt><w:sdtContent><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        f"{p('e')}</w:tc></w:tr>"
        "</w:sdtContent></w:sdt></w:tbl>"
    )
    t = tep(than)
    assert [(d.van_ban(), d.trong_o) for d in t.doan] == [
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (1, 0, 0)),
        ("d", (0, 0, 1)),
        ("e", (0, 1, 0)),
    ]
    assert t.bang[0].rong_cot_mm == pytest.approx((20, 10), abs=0.01)
    assert [h.tieu_de for h in t.bang[0].hang] == [False, True]
    assert t.bang[0].hang[1].o[0].rong_mm == pytest.approx(30, abs=0.01)
    assert t.bang[0].le_o_mm == pytest.approx((2.03, 2.03), abs=0.01)


def test_phan_trang_ke_thua_dau_trang_va_nhan_ra_page() -> None:
    truong = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
    truong += "<w:r><w:instrText>GE </w:instrText></w:r>"
    than = (
        f"<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='rId7'/><w:pgSz w:w='11906' w:h='16838'/>"
        f"<w:pgMar w:top='1134' w:left='1701' w:header='567'/><w:titlePg/></w:sectPr></w:pPr>{r('một')}</w:p>{p('hai')}"
        "<w:sectPr><w:headerReference w:type='first' r:id='rId8'/><w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/>"
        "<w:pgNumType w:start='1'/></w:sectPr>"
    )
    t = tep(
        than,
        them={
            "word/header1.xml": f"<w:hdr {NS}><w:p>{truong}</w:p></w:hdr>",
            "word/header2.xml": f"<w:hdr {NS}><w:p><w:fldSimple w:instr=' NUMPAGES '>{r('5')}</w:fldSimple></w:p></w:hdr>",
        },
        loai=(("rId7", "header", "header1.xml"), ("rId8", "header", "header2.xml")),
    )
    dau, sau = t.phan
    assert [d.phan for d in t.doan] == [0, 1]
    assert [dau.rong_mm, dau.cao_mm] == pytest.approx([210, 297], abs=0.02)
    assert (dau.khac_trang_dau, dau.ngang, dau.so_trang_tu) == (True, False, None)
    assert (sau.khac_trang_dau, sau.ngang, sau.so_trang_tu) == (False, True, 1)
    assert dau.dau_trang.co_so_trang and sau.dau_trang.co_so_trang
    assert sau.dau_trang_dau.doan[0].van_ban() == "5" and not sau.dau_trang_dau.co_so_trang
    assert dau.dau_trang_dau.doan == ()


def test_van_ban_gom_than_roi_chu_thich_cuoi_trang_va_cuoi_bai() -> None:
    def ghi_chu(ten: str, chu: str) -> str:
        return (
            f"<w:{ten}s {NS}><w:{ten} w:type='separator' w:id='-1'>{p('ngăn')}</w:{ten}>"
            f"<w:{ten} w:id='1'>{p(chu)}</w:{ten}></w:{ten}s>"
        )

    t = tep(
        "<w:p><w:r><w:t>thân</w:t><w:footnoteReference w:id='1'/></w:r></w:p>",
        them={"word/footnotes.xml": ghi_chu("footnote", "cuối trang"), "word/endnotes.xml": ghi_chu("endnote", "cuối bài")},
        loai=(("rId2", "footnotes", "footnotes.xml"), ("rId3", "endnotes", "endnotes.xml")),
    )
    assert t.van_ban() == "thân\ncuối trang\ncuối bài"
    assert t.doan[0].chu[0].goi_chu_thich == t.chu_thich[0].ma == "footnote:1"


def test_phan_chinh_khong_nam_o_word_document() -> None:
    than = f"<w:document {NS}><w:body>{p('x')}</w:body></w:document>"
    cac_phan = {"_rels/.rels": rels(("rId1", "officeDocument", "/tai_lieu/chinh.xml")), "tai_lieu/chinh.xml": than}
    assert doc(goi(cac_phan)).van_ban() == "x"


# --- tệp lạ ---------------------------------------------------------------------------------------------------------


def voi_than(tho: str | bytes) -> bytes:
    """Gói có ``word/document.xml`` là ``tho``."""
    return goi({"_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")), "word/document.xml": tho})


@pytest.mark.parametrize(
    ("du_lieu", "loi"),
    [
        (b"", "không phải DOCX"),
        (b"x" * 1000, "không phải DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "đặt mật khẩu"),
        (voi_than(f"<w:document {NS}><w:body/></w:document>")[:-80], "không phải DOCX"),
        (goi({"xl/workbook.xml": "<a/>"}), "thiếu phần word/document.xml"),
        (voi_than("<w:document"), "word/document.xml của tệp hỏng"),
        (voi_than("<a/>"), "không có thân văn bản"),
        (voi_than(f'<!DOCTYPE a [<!ENTITY e "x">]><w:document {NS}><w:body>&e;</w:body></w:document>'), "khai báo DTD"),
        (voi_than('<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'), "Strict Open XML"),
        (voi_than(b"<a>" + b" " * 8_000_000 + b"</a>"), "bom nén"),
        (goi({f"p{i}": "" for i in range(5001)}), "5001 phần"),
    ],
)
def test_tep_hong_hay_doc_hai_bi_chan_noi_ro(du_lieu: bytes, loi: str) -> None:
    with pytest.raises(InputError, match=loi):
        doc(du_lieu)


def test_thuc_the_ngoai_khong_bao_gio_duoc_nap(tmp_path_factory: pytest.TempPathFactory) -> None:
    bi_mat = tmp_path_factory.mktemp("x") / "bi_mat.txt"
    bi_mat.write_text("BÍ MẬT", encoding="utf-8")
    tho = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{bi_mat.as_uri()}">]><w:document {NS}><w:body>{p("&e;")}</w:body></w:document>'
    with pytest.raises(InputError, match="khai báo DTD") as loi:
        doc(voi_than(tho))
    assert "BÍ MẬT" not in str(loi.value)


def test_phan_hong_crc_bi_chan() -> None:
    tot = bytearray(voi_than(f"<w:document {NS}><w:body>{p('x' * 500)}</w:body></w:document>"))
    cho = tot.index(b"word/document.xml") + 60
    tot[cho] ^= 0xFF
    with pytest.raises(InputError, match="giải nén"):
        doc(bytes(tot))


def test_phan_qua_lon_bi_chan_du_khai_nho(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.docx_doc.goi.MOT_PHAN_LON_NHAT", 100)
    with pytest.raises(InputError, match="quá lớn"):
        GoiDocx(voi_than("<a>" + "x" * 200 + "</a>")).xml("word/document.xml")


def test_loi_tep_dau_vao_mang_ma_thoat_5_va_cach_sua() -> None:
    with pytest.raises(InputError) as loi:
        doc(b"khong phai zip")
    assert loi.value.ma_thoat == 5
    assert "lưu lại" in loi.value.cach_sua
