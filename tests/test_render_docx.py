"""DOCX làm ra: đúng lược đồ, sạch theo lint riêng, đúng số đo của thể thức, không mất chữ, cùng vào cùng ra."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.docx_doc import doc
from drafter.errors import DrafterError
from drafter.khoi import (
    BanTrinhBay,
    ChuThichKhoi,
    GoiSo,
    HangHaiCot,
    HangKhoi,
    Khoi,
    KhoiBang,
    KhoiDoan,
    KhoiHaiCot,
    KhoiPhan,
    KhoiTrong,
    Manh,
    Xuong,
)
from drafter.metrics import ngat_dong
from drafter.regime import che_do
from drafter.render.docx import KhungDocx
from tests.ban_thu import LOI_VAN, ban_mau, bang_chi_tieu, dau_van_ban, doan, khoi_ky, o
from tests.kiem_docx import W, dong_pdf, lint, net_ngang, schema_loi, soffice_pdf, trang_png

KHUNG = KhungDocx(che_do())
MAU = KHUNG.render(ban_mau())


def phan(du_lieu: bytes, ten: str = "word/document.xml") -> etree._Element:
    """Gốc XML của một phần trong gói."""
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
        return etree.fromstring(goi.read(ten))


def than(*khoi: Khoi) -> BanTrinhBay:
    """Bản trình bày chỉ gồm một phần trang dọc và các khối."""
    return BanTrinhBay((KhoiPhan(), *khoi))


def val(pt: etree._Element | None, ten: str = "val") -> str | None:
    """Thuộc tính ``w:ten`` của một phần tử phải có."""
    assert pt is not None
    return pt.get(f"{W}{ten}")


# --- trang ----------------------------------------------------------------------------------------------------------


def test_kho_giay_le_va_cho_so_trang() -> None:
    doc_1, ngang, doc_2 = phan(MAU).iter(f"{W}sectPr")
    for sect in (doc_1, doc_2):
        kho = sect.find(f"{W}pgSz")
        assert (val(kho, "w"), val(kho, "h"), val(kho, "orient")) == ("11906", "16838", None)
    kho = ngang.find(f"{W}pgSz")
    assert (val(kho, "w"), val(kho, "h"), val(kho, "orient")) == ("16838", "11906", "landscape")
    for sect in (doc_1, ngang, doc_2):
        le = sect.find(f"{W}pgMar")
        assert [val(le, c) for c in ("top", "bottom", "left", "right", "header")] == ["1134", "1134", "1701", "1134", "567"]


def test_so_trang_giua_dau_trang_co_14_an_trang_dau() -> None:
    tep = doc(MAU)
    dau, ngang, cuoi = tep.phan
    assert [p.khac_trang_dau for p in tep.phan] == [True, True, False]
    assert [p.so_trang_tu for p in tep.phan] == [None, 1, None]
    for p in (dau, ngang, cuoi):
        assert p.dau_trang.co_so_trang and not p.dau_trang_dau.co_so_trang
        (so_trang,) = p.dau_trang.doan
        assert (so_trang.canh, so_trang.chu[0].co_pt, so_trang.chu[0].dam) == ("giua", 14, False)
        assert [d.van_ban() for d in p.dau_trang_dau.doan] == [""]


# --- kiểu -----------------------------------------------------------------------------------------------------------


def test_kieu_la_kieu_word_that_ten_tieng_viet() -> None:
    kieu = {val(k.find(f"{W}name")): k for k in phan(MAU, "word/styles.xml").iter(f"{W}style")}
    for ten in ("Quốc hiệu", "Tiêu ngữ", "Lời văn", "Điều", "Họ và tên", "Nơi nhận", "Chú thích"):
        assert val(kieu[ten], "type") == "paragraph"
        assert (val(kieu[ten], "styleId") or "").isascii()
        assert val(kieu[ten].find(f"{W}basedOn")) == "Normal"
    goc = phan(MAU, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert [val(goc, c) for c in ("ascii", "hAnsi", "cs", "eastAsia")] == ["Times New Roman"] * 4
    assert len(kieu) == len(che_do().vai) + 5


def test_moi_chu_deu_times_new_roman_mau_tu_dong() -> None:
    tep = doc(MAU)
    runs = [r for d in (*tep.doan, *tep.chu_thich[0].doan) for r in d.chu]
    assert {r.phong for r in runs} == {"Times New Roman"}
    assert {r.mau for r in runs} == {"auto"}
    assert not any(r.hoa for r in runs)


@pytest.mark.parametrize(
    ("dau", "co", "dam", "nghieng", "canh"),
    [
        ("CỘNG HÒA", 13, True, False, "giua"),
        ("Độc lập", 14, True, False, "giua"),
        ("ỦY BAN NHÂN DÂN", 13, True, False, "giua"),
        ("Số: 05", 13, False, False, "giua"),
        ("Long Hồ, ngày", 13, False, True, "giua"),
        ("QUYẾT ĐỊNH", 14, True, False, "giua"),
        ("Điều 1.", 14, True, False, "deu"),
        ("1. Ủy ban", 14, False, False, "deu"),
        ("Nơi nhận:", 12, True, True, "trai"),
        ("- Lưu: VT.", 11, False, False, "trai"),
        ("Nguyễn Văn A", 14, True, False, "giua"),
    ],
)
def test_co_chu_kieu_chu_va_canh(dau: str, co: float, dam: bool, nghieng: bool, canh: str) -> None:
    d = next(d for d in doc(MAU).doan if d.van_ban().startswith(dau))
    assert (d.chu[0].co_pt, d.chu[0].dam, d.chu[0].nghieng, d.canh) == (co, dam, nghieng, canh)


def test_loi_van_lui_1_27_cm_cach_6_pt_dong_don() -> None:
    kieu = next(k for k in phan(MAU, "word/styles.xml").iter(f"{W}style") if val(k, "styleId") == "loi_van")
    assert val(kieu.find(f"{W}pPr/{W}ind"), "firstLine") == "720"
    assert val(kieu.find(f"{W}pPr/{W}spacing"), "after") == "120"
    assert val(kieu.find(f"{W}rPr/{W}sz")) == "28"
    d = next(d for d in doc(MAU).doan if d.van_ban().startswith(LOI_VAN[:20]))
    assert d.lui_mm == pytest.approx(12.7)
    assert (d.truoc_pt, d.sau_pt, d.gian_dong.quy_tac, d.gian_dong.gia_tri) == (0, 6, "boi", 1.0)


def test_manh_de_kieu_cua_vai_khi_khac_vai() -> None:
    tep = doc(MAU)
    ten = next(d for d in tep.doan if d.van_ban().startswith("CHỈ TIÊU"))
    assert [r.dam for r in ten.chu] == [True, False]
    diem = next(d for d in tep.doan if d.van_ban().startswith("a) "))
    assert [(r.chu, r.dam, r.nghieng) for r in diem.chu[:4]] == [
        ("a) ", False, False),
        ("đậm", True, False),
        (" và ", False, False),
        ("nghiêng", False, True),
    ]
    trung_vai = phan(KHUNG.render(than(doan("dieu", Manh("Điều 1.", dam=True)))))
    assert trung_vai.find(f".//{W}r/{W}rPr") is None


def test_bac_muc_luc_va_canh_de() -> None:
    tep = doc(KHUNG.render(than(doan("chuong", "Chương I", bac=1), doan("loi_van", "x"), doan("bang_o", "y", canh="phai"))))
    assert [(d.bac, d.canh) for d in tep.doan] == [(1, "giua"), (0, "deu"), (0, "phai")]


def test_lui_trai_va_dong_dau_treo() -> None:
    treo, lui, thuong = doc(
        KHUNG.render(
            than(
                KhoiDoan("kinh_gui", (Manh("Kính gửi: A"),), trai_mm=57.1, treo_mm=22.1),
                KhoiDoan("loi_van", (Manh("x"),), trai_mm=35),
                doan("loi_van", "y"),
            )
        )
    ).doan
    assert [treo.trai_mm, treo.lui_mm] == pytest.approx([57.1, -22.1], abs=0.01)
    assert [lui.trai_mm, lui.lui_mm] == pytest.approx([35, 12.7], abs=0.01)
    assert [thuong.trai_mm, thuong.lui_mm] == pytest.approx([0, 12.7], abs=0.01)


def test_che_do_tuong_thich_la_tuy_chon() -> None:
    assert doc(MAU).che_do_tuong_thich == 14
    assert doc(KhungDocx(che_do(), che_do_tuong_thich=15).render(ban_mau())).che_do_tuong_thich == 15


def test_khong_tu_gach_noi_khong_bop_dau() -> None:
    goc = phan(MAU, "word/settings.xml")
    assert goc.find(f"{W}autoHyphenation") is None
    assert val(goc.find(f"{W}characterSpacingControl")) == "doNotCompress"


# --- nét kẻ, khoảng trống, đoạn đệm ---------------------------------------------------------------------------------


def test_net_ke_dung_do_dai_va_nam_giua_vung() -> None:
    net = [d for d in doc(MAU).doan if d.vien_tren is not None]
    for d, vung, dai in zip(net, (60, 100, 160), (17.3, 60.5, 24), strict=True):
        assert vung - d.trai_mm - d.phai_mm == pytest.approx(dai, abs=0.05)
        assert d.trai_mm == pytest.approx(d.phai_mm, abs=0.05)
        assert d.vien_tren is not None and (d.vien_tren.kieu, d.vien_tren.day_pt) == ("single", 0.75)
        assert (d.gian_dong.quy_tac, d.gian_dong.gia_tri, d.van_ban()) == ("dung", 2, "")


def test_khoang_trong_dung_chieu_cao_ke_ca_qua_1584_pt() -> None:
    tep = doc(KHUNG.render(than(KhoiTrong(30), doan("loi_van", "x"))))
    assert tep.doan[0].gian_dong.quy_tac == "dung"
    assert tep.doan[0].gian_dong.gia_tri * 25.4 / 72 == pytest.approx(30, abs=0.02)
    dai = [d.gian_dong.gia_tri for d in doc(KHUNG.render(than(KhoiTrong(600)))).doan]
    assert max(dai) <= 1584
    assert sum(dai) * 25.4 / 72 == pytest.approx(600, abs=0.02)


def test_tep_mo_bang_bang_co_doan_dem_1_pt_o_dau() -> None:
    dau = doc(MAU).doan[0]
    assert (dau.van_ban(), dau.trong_o, dau.gian_dong.quy_tac, dau.gian_dong.gia_tri) == ("", None, "dung", 1)
    khong_bang = doc(KHUNG.render(than(doan("loi_van", "x"))))
    assert [d.van_ban() for d in khong_bang.doan] == ["x"]


def test_hai_bang_lien_nhau_khong_dinh_va_than_ket_bang_doan() -> None:
    du_lieu = KHUNG.render(than(dau_van_ban(), bang_chi_tieu(), khoi_ky()))
    assert lint(du_lieu) == []
    goc = phan(du_lieu)[0]
    assert [str(pt.tag).removeprefix(W) for pt in goc] == ["p", "tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_phan_trang_trong_van_co_doan_mang_sect() -> None:
    du_lieu = KHUNG.render(BanTrinhBay((KhoiPhan(), KhoiPhan("ngang"), bang_chi_tieu(), KhoiPhan("doc"))))
    assert lint(du_lieu) == []
    assert [p.ngang for p in doc(du_lieu).phan] == [False, True, False]


# --- bảng -----------------------------------------------------------------------------------------------------------


def test_khoi_hai_cot_khong_vien_le_o_0_khong_tach_trang() -> None:
    dau, ky = doc(MAU).bang[:2]
    for bang, rong in ((dau, (60, 100)), (ky, (75, 85))):
        assert bang.rong_cot_mm == pytest.approx(rong, abs=0.02)
        assert (bang.co_vien, bang.le_o_mm, bang.co_dinh) == (False, (0, 0), True)
        assert all(h.khong_tach for h in bang.hang)


def test_giu_lien_noi_moi_hang_tru_hang_cuoi() -> None:
    tep = doc(MAU)
    giu = [(d.trong_o[1], d.giu_voi_sau) for d in tep.doan if d.trong_o is not None and d.trong_o[0] == 0]
    assert {g for hang, g in giu if hang == 0} == {True}
    assert {g for hang, g in giu if hang == 1} == {False}
    roi = replace(dau_van_ban(), giu_lien=False)
    assert not any(d.giu_voi_sau for d in doc(KHUNG.render(than(doan("loi_van", "x"), roi))).doan)


def test_o_trai_dung_truoc_o_phai_trong_thu_tu_doc() -> None:
    chu = [d.van_ban() for d in doc(MAU).doan if d.trong_o is not None and d.trong_o[0] == 0 and d.van_ban()]
    assert chu == [
        "ỦY BAN NHÂN DÂN",
        "XÃ LONG HỒ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/QĐ-UBND",
        "Long Hồ, ngày 05 tháng 3 năm 2026",
    ]


def test_bang_vien_gop_o_tieu_de_lap_lai() -> None:
    bang = doc(MAU).bang[2]
    assert bang.rong_cot_mm == pytest.approx((15, 65, 40, 40), abs=0.02)
    assert bang.co_vien and bang.co_dinh
    assert [h.tieu_de for h in bang.hang] == [True, True, False, False, False]
    assert all(h.khong_tach for h in bang.hang)
    assert [[(c.cot, c.gop_ngang, c.gop_doc) for c in h.o] for h in bang.hang] == [
        [(0, 1, "dau"), (1, 1, "dau"), (2, 2, "")],
        [(0, 1, "tiep"), (1, 1, "tiep"), (2, 1, ""), (3, 1, "")],
        [(0, 1, ""), (1, 1, ""), (2, 1, "dau"), (3, 1, "")],
        [(0, 1, ""), (1, 1, ""), (2, 1, "tiep"), (3, 1, "")],
        [(0, 2, ""), (2, 1, ""), (3, 1, "")],
    ]


def test_mep_bang_thang_le_chu_o_ca_hai_che_do() -> None:
    lui = {
        muc: val(phan(KhungDocx(che_do(), che_do_tuong_thich=muc).render(than(bang_chi_tieu()))).find(f".//{W}tblInd"), "w")
        for muc in (14, 15)
    }
    assert lui == {14: "108", 15: "0"}


@pytest.mark.parametrize(
    ("hang", "loi"),
    [
        ((HangKhoi((o("a"),)),), "thiếu ô"),
        ((HangKhoi((o("a"), o("b"), o("c"))),), "thừa ô"),
        ((HangKhoi((o("a"), o("b", ngang=2))),), "không còn đủ chỗ"),
        ((HangKhoi((o("a", doc=2), o("b"))),), "quá hàng cuối"),
        ((HangKhoi((o("a"), o("b", doc=2))), HangKhoi((o("c", ngang=2),))), "không còn đủ chỗ"),
        ((HangKhoi((o("a", ngang=0), o("b"))),), "phải từ 1"),
    ],
)
def test_bang_lech_cot_bi_tu_choi_noi_ro_hang_cot(hang: tuple[HangKhoi, ...], loi: str) -> None:
    with pytest.raises(DrafterError, match=loi):
        KHUNG.render(than(KhoiBang((80, 80), hang)))


def test_o_trong_van_co_doan() -> None:
    trong = KhoiHaiCot("khoi_ky", 75, 85, (HangHaiCot((), (doan("quyen_han", "CHỦ TỊCH"),)),))
    assert lint(KHUNG.render(than(trong))) == []


# --- chú thích ------------------------------------------------------------------------------------------------------


def test_chu_thich_that_so_tren_dong() -> None:
    tep = doc(MAU)
    assert [(c.ma, [d.van_ban() for d in c.doan]) for c in tep.chu_thich] == [("footnote:1", [" Được sửa đổi năm 2025."])]
    assert tep.chu_thich[0].doan[0].kieu == "Chú thích"
    assert tep.chu_thich[0].doan[0].chu[-1].co_pt == 10
    (goi,) = [d for d in tep.doan if any(r.goi_chu_thich for r in d.chu)]
    assert goi.chu[-1].goi_chu_thich == "footnote:1"
    assert [val(c, "id") for c in phan(MAU, "word/footnotes.xml")] == ["-1", "0", "1"]


def test_goi_lai_mot_chu_thich_in_so_khong_tao_dau_goi_thu_hai() -> None:
    ban = replace(than(doan("loi_van", "a", GoiSo(1), "b", GoiSo(1))), chu_thich=(ChuThichKhoi(1, (doan("chu_thich", "c"),)),))
    du_lieu = KHUNG.render(ban)
    assert lint(du_lieu) == []
    assert doc(du_lieu).doan[0].van_ban() == "ab1"


@pytest.mark.parametrize(
    ("goi", "co", "loi"),
    [
        ([1], [], "không có nội dung"),
        ([], [1], "không được gọi"),
        ([2, 1], [1, 2], "đứng trước dấu gọi 1"),
        ([1], [1, 1], "cùng một số"),
    ],
)
def test_chu_thich_lech_so_bi_tu_choi(goi: list[int], co: list[int], loi: str) -> None:
    ban = replace(
        than(doan("loi_van", "a", *(GoiSo(s) for s in goi))),
        chu_thich=tuple(ChuThichKhoi(s, (doan("chu_thich", "c"),)) for s in co),
    )
    with pytest.raises(DrafterError, match=loi):
        KHUNG.render(ban)


def test_chu_thich_trong_hoac_long_nhau_bi_tu_choi() -> None:
    goi = than(doan("loi_van", "a", GoiSo(1)))
    for noi_dung, loi in (((), "không có nội dung"), ((doan("chu_thich", GoiSo(1)),), "chú thích trong chú thích")):
        with pytest.raises(DrafterError, match=loi):
            KHUNG.render(replace(goi, chu_thich=(ChuThichKhoi(1, noi_dung),)))


# --- chữ ------------------------------------------------------------------------------------------------------------

MOI_CHU = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=80).map(
    lambda s: unicodedata.normalize("NFC", s)
)


@given(st.lists(MOI_CHU, min_size=1, max_size=4))
def test_chu_vao_the_nao_ra_the_ay(chu: list[str]) -> None:
    du_lieu = KHUNG.render(than(*(doan("loi_van", c) for c in chu)))
    assert [d.van_ban() for d in doc(du_lieu).doan] == chu


@given(MOI_CHU)
def test_chu_trong_o_va_chu_thich_cung_nguyen_ven(chu: str) -> None:
    ban = replace(
        than(KhoiBang((160,), (HangKhoi((o(chu),)),)), doan("loi_van", GoiSo(1))),
        chu_thich=(ChuThichKhoi(1, (doan("chu_thich", chu),)),),
    )
    tep = doc(KHUNG.render(ban))
    assert [d.van_ban() for d in tep.doan if d.trong_o] == [chu]
    assert tep.chu_thich[0].doan[0].van_ban() == f" {chu}"


def test_dau_cach_tab_xuong_dong_va_dau_cach_khong_ngat_giu_nguyen() -> None:
    d = doc(KHUNG.render(than(doan("loi_van", "  hai  cách ", "tab\tsau\t", Xuong(), "a\u00a0b\nc")))).doan[0]
    assert d.van_ban() == "  hai  cách tab\tsau\t\na\u00a0b\nc"


@pytest.mark.parametrize("hong", ["\x00", "\x0b", "\r", "\x1f", "\ud800", "\uffff"])
def test_ky_tu_xml_khong_chua_duoc_bi_tu_choi_khong_bi_bo_lang_le(hong: str) -> None:
    with pytest.raises(DrafterError, match=f"U\\+{ord(hong):04X}.*trước đó"):
        KHUNG.render(than(doan("loi_van", f"trước đó{hong}sau")))
    with pytest.raises(DrafterError):
        KHUNG.render(replace(ban_mau(), thong_tin=replace(ban_mau().thong_tin, tieu_de=hong)))


def test_vai_la_va_ban_khong_mo_bang_phan_bi_tu_choi() -> None:
    with pytest.raises(DrafterError, match="không có vai “la”"):
        KHUNG.render(than(KhoiDoan("la")))
    with pytest.raises(DrafterError, match="mở đầu bằng một phần trang"):
        KHUNG.render(BanTrinhBay((doan("loi_van", "x"),)))
    with pytest.raises(DrafterError, match="Hướng trang"):
        KHUNG.render(BanTrinhBay((KhoiPhan("cheo"),)))


# --- gói ------------------------------------------------------------------------------------------------------------


def test_cung_vao_cung_tung_byte() -> None:
    assert KhungDocx(che_do()).render(ban_mau()) == MAU
    assert KHUNG.render(ban_mau()) == MAU
    with zipfile.ZipFile(io.BytesIO(MAU)) as goi:
        assert {i.date_time for i in goi.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert goi.testzip() is None
        assert goi.namelist()[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


def test_thong_tin_tep_va_thoi_diem() -> None:
    tin = doc(MAU).thong_tin
    assert (tin["title"], tin["creator"], tin["subject"]) == ("Quyết định", "UBND xã Long Hồ", "Thực hiện dân chủ")
    assert tin["language"] == "vi-VN"
    assert tin["created"] == tin["modified"] == "1980-01-01T00:00:00Z"
    luc = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
    assert doc(KHUNG.render(ban_mau(), thoi_diem=luc)).thong_tin["modified"] == "2026-11-22T03:04:05Z"
    assert KHUNG.render(ban_mau(), thoi_diem=luc.replace(tzinfo=None)) == KHUNG.render(ban_mau(), thoi_diem=luc)


def test_lint_khong_thay_gi_o_tep_lam_ra() -> None:
    assert lint(MAU) == []


@pytest.mark.can_co("node")
def test_dung_luoc_do_open_xml(tmp_path: Path) -> None:
    cac_tep = []
    for ten, ban in {
        "mau": ban_mau(),
        "chi_bang": than(dau_van_ban(), bang_chi_tieu(), khoi_ky()),
        "trong": BanTrinhBay((KhoiPhan(),)),
        "cao": than(KhoiTrong(600), doan("loi_van", "a\tb\nc", canh="phai", bac=9)),
    }.items():
        (tmp_path / f"{ten}.docx").write_bytes(KHUNG.render(ban))
        cac_tep.append(tmp_path / f"{ten}.docx")
    hong = tmp_path / "hong.docx"
    hong.write_bytes(doi_phan(MAU, "word/document.xml", "<w:body>", "<w:body><w:la/>"))
    loi = schema_loi([*cac_tep, hong])
    assert {t.stem: loi[t] for t in cac_tep} == {"mau": [], "chi_bang": [], "trong": [], "cao": []}
    assert "invalid child element" in loi[hong][0]


# --- lint biết bắt lỗi ----------------------------------------------------------------------------------------------


def doi_phan(du_lieu: bytes, ten: str, cu: str, moi: str) -> bytes:
    """Tệp có lỗi cố ý: thay ``cu`` đầu tiên bằng ``moi`` trong một phần."""
    ra = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi, zipfile.ZipFile(ra, "w") as dich:
        for i in goi.infolist():
            chu = goi.read(i).decode("utf-8")
            if i.filename == ten:
                assert cu in chu
                chu = chu.replace(cu, moi, 1)
            dich.writestr(i.filename, chu)
    return ra.getvalue()


THAN = "word/document.xml"


@pytest.mark.parametrize(
    ("ten", "cu", "moi", "loi"),
    [
        (THAN, "</w:tcPr>", "</w:tcPr></w:tc><w:tc><w:tcPr/>", "không kết bằng một đoạn"),
        (THAN, "<w:tr>", "<w:tr><w:trPr/></w:tr><w:tr>", "không có ô"),
        (THAN, '<w:pStyle w:val="quoc_hieu"/>', '<w:pStyle w:val="khong_co"/>', "kiểu không có: khong_co"),
        (THAN, "QUYẾT ĐỊNH", "{{ ten_loai }}", "còn thẻ mẫu {{"),
        (THAN, "Nguyễn Văn A", "{% if x %}", "còn thẻ mẫu {%"),
        (THAN, "</w:tbl>", "</w:tbl><w:tbl><w:tblGrid/></w:tbl>", "hai bảng liền nhau"),
        (THAN, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>', "gọi chú thích 9 không có"),
        (THAN, '<w:gridSpan w:val="2"/>', "", "hàng bảng có 3 cột, lưới có 4"),
        (THAN, '<w:vMerge w:val="restart"/>', "", "không có ô đầu"),
        (THAN, "</w:body>", "<w:p/></w:body>", "không kết bằng một đoạn rồi sectPr"),
        (THAN, "<w:body>", "<w:body><w:p>", "XML hỏng"),
        (THAN, 'r:id="rId4"', 'r:id="rId99"', "dùng quan hệ rId99 không có"),
        ("word/footnotes.xml", 'w:id="0"', 'w:id="1"', "hai chú thích cùng mã 1"),
        ("word/_rels/document.xml.rels", "header1.xml", "header9.xml", "trỏ tới word/header9.xml không có"),
        ("[Content_Types].xml", "/word/styles.xml", "/word/mat.xml", "khai loại cho phần không có: word/mat.xml"),
    ],
)
def test_lint_bat_loi_co_y(ten: str, cu: str, moi: str, loi: str) -> None:
    assert any(loi in cau for cau in lint(doi_phan(MAU, ten, cu, moi)))


# --- nhìn thật ------------------------------------------------------------------------------------------------------


@pytest.mark.can_co("soffice", "poppler")
def test_libreoffice_ve_dung_quoc_hieu_net_ke_khoi_ky_va_so_trang(tmp_path: Path) -> None:
    tep = {"dai": ban_mau(12), "ngan": ban_mau(1)}
    for ten, ban in tep.items():
        (tmp_path / f"{ten}.docx").write_bytes(KHUNG.render(ban))
    dai, ngan = soffice_pdf([tmp_path / f"{ten}.docx" for ten in tep], tmp_path / "ra")
    trang = dong_pdf(dai)
    dong_1 = {d.chu: d for d in trang[0]}
    quoc_hieu, co_quan = dong_1["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], dong_1["ỦY BAN NHÂN DÂN"]
    assert quoc_hieu.phai - quoc_hieu.trai == pytest.approx(95.7, abs=0.3)
    assert quoc_hieu.tren == pytest.approx(co_quan.tren, abs=0.1)
    # Dòng đầu nằm ngay dưới lề trên 20 mm: không có dòng trống nào trước bảng dù tệp có chú thích.
    assert quoc_hieu.tren == pytest.approx(20, abs=1)
    assert dong_1["Số: 05/QĐ-UBND"].tren == pytest.approx(dong_1["Long Hồ, ngày 05 tháng 3 năm 2026"].tren, abs=0.1)

    co_quan_net, tieu_ngu_net, trich_yeu_net, *_ = net_ngang(dai, 1)
    for net, vung, do_dai in ((co_quan_net, (30, 90), 17.3), (tieu_ngu_net, (90, 190), 60.5), (trich_yeu_net, (30, 190), 24)):
        assert net.dai == pytest.approx(do_dai, abs=0.2)
        assert (net.trai + net.phai) / 2 == pytest.approx(sum(vung) / 2, abs=0.2)
    tieu_ngu = dong_1["Độc lập - Tự do - Hạnh phúc"]
    assert tieu_ngu_net.trai == pytest.approx(tieu_ngu.trai, abs=0.3)
    assert tieu_ngu.duoi - 1 <= tieu_ngu_net.tren <= tieu_ngu.duoi + 2

    # Số trang: ẩn ở trang đầu của phần, hiện giữa lề trên từ trang sau; phụ lục đánh lại từ 1 nên phần cuối là trang 2.
    so_trang = [[d.chu for d in dong if d.duoi < 19] for dong in trang]
    assert so_trang == [[], ["2"], ["3"], [], ["2"]]
    (so_2,) = [d for d in trang[1] if d.duoi < 19]
    assert (so_2.trai + so_2.phai) / 2 == pytest.approx(110, abs=0.5)

    ho_ten = next(d for d in dong_pdf(ngan)[0] if d.chu == "Nguyễn Văn A")
    chuc_vu = next(d for d in dong_pdf(ngan)[0] if d.chu == "CHỦ TỊCH")
    noi_nhan = next(d for d in dong_pdf(ngan)[0] if d.chu == "Nơi nhận:")
    assert (ho_ten.trai + ho_ten.phai) / 2 == pytest.approx(30 + 75 + 42.5, abs=0.5)
    assert ho_ten.tren - chuc_vu.duoi == pytest.approx(30, abs=1)
    assert noi_nhan.trai == pytest.approx(30, abs=0.3)
    assert len(trang_png(ngan, dpi=40)) == len(dong_pdf(ngan))


@pytest.mark.can_co("soffice", "poppler")
def test_khoi_ky_khong_bao_gio_dung_mot_minh_va_ngat_dong_khop_so_do(tmp_path: Path) -> None:
    cac_ban = {
        f"day_{i}": than(*[doan("loi_van", "Một dòng.")] * i, doan("loi_van", "Cuối.", giu=True), khoi_ky())
        for i in range(24, 35)
    }
    van = [f"{LOI_VAN} Giai đoạn 2026-2030, số 15/QĐ-UBND-VX; {i * 'xa '}" for i in range(12)]
    cac_ban["ngat"] = than(*(doan("bang_o", v) for v in van))
    for ten, ban in cac_ban.items():
        (tmp_path / f"{ten}.docx").write_bytes(KHUNG.render(ban))
    pdf = dict(zip(cac_ban, soffice_pdf([tmp_path / f"{ten}.docx" for ten in cac_ban], tmp_path / "ra"), strict=True))
    so_lan_sang_trang = 0
    for ten in cac_ban.keys() - {"ngat"}:
        trang = [[d.chu for d in dong] for dong in dong_pdf(pdf[ten])]
        (o_trang,) = [dong for dong in trang if "Nguyễn Văn A" in dong]
        assert {"TM. ỦY BAN NHÂN DÂN", "Nơi nhận:", "Cuối."} <= set(o_trang)
        so_lan_sang_trang += len(trang) == 2
    assert 0 < so_lan_sang_trang < len(cac_ban) - 1
    ve = [d.chu for dong in dong_pdf(pdf["ngat"]) for d in dong if d.duoi > 19]
    assert ve == [dong for v in van for dong in ngat_dong(v.strip(), 160, co_pt=13)]
