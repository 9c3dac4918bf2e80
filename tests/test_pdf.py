"""PDF nhúng: phông đi kèm, cấu trúc PDF/A, tất định, chữ thiếu hình, và những luật dàn trang mà không cần LibreOffice để thấy."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lam_phong import lam_phong

from drafter.errors import DrafterError, EngineError
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
    Manh,
    OKhoi,
    ThongTinTep,
)
from drafter.regime import che_do
from drafter.render.pdf import KhungPdf, chon_phong
from drafter.render.pdf.luoi import xep_cot
from drafter.render.pdf.manh import tach
from drafter.render.pdf.sfnt import doc_phong
from drafter.resources import tep_du_lieu
from tests.ban_thu import ban_mau, bang_chi_tieu, doan, o
from tests.kiem_pdf import do_dai_dung, hang_chu, loi_pdfa, so_trang

KHUNG = KhungPdf(che_do(), phong="tinos")
MAT = {
    "thuong": "Tinos-Regular.ttf",
    "nghieng": "Tinos-Italic.ttf",
    "dam": "Tinos-Bold.ttf",
    "dam_nghieng": "Tinos-BoldItalic.ttf",
}
NGUYEN_AM = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
CHU_VIET = {unicodedata.normalize("NFC", c + d) for c in NGUYEN_AM for d in ("", *"\u0300\u0301\u0303\u0309\u0323")} | {"đ", "Đ"}


def than(*khoi: Khoi) -> BanTrinhBay:
    """Bản trình bày chỉ gồm một phần trang dọc và các khối."""
    return BanTrinhBay((KhoiPhan(), *khoi))


def ghi(ban: BanTrinhBay, tmp_path: Path) -> Path:
    """Tệp PDF của ``ban``."""
    tep = tmp_path / "a.pdf"
    tep.write_bytes(KHUNG.render(ban))
    return tep


def chu_tho(tep: Path) -> str:
    """Chữ theo thứ tự viết trong tệp."""
    return subprocess.run(["pdftotext", "-raw", str(tep), "-"], capture_output=True, check=True).stdout.decode("utf-8")


# --- phông ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mat", MAT)
def test_phong_du_146_chu_viet_va_dung_so_do(mat: str) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    assert len(CHU_VIET) == 146
    so_do = json.loads(tep_du_lieu("so_do", "tinos.json").read_text(encoding="utf-8"))
    rong = {c: int(r) for r, nhom in so_do["mat"][mat].items() for c in nhom}
    with TTFont(tep_du_lieu("phong", MAT[mat])) as phong:
        co = phong.getBestCmap()
        assert {ord(c) for c in CHU_VIET} <= set(co)
        assert {ord(c) for c in "–—…“”‘’≥≤×÷°%‰•§©₫²³±½\u00a0"} <= set(co)
        lech = {chr(d) for d, ten in co.items() if chr(d) in rong and phong["hmtx"][ten][0] != rong[chr(d)]}
        assert lech == set()
        assert phong["head"].unitsPerEm == so_do["em"] == 2048
        # Bộ đọc bảng chữ của chương trình thấy đúng những gì fontTools thấy.
        assert doc_phong(tep_du_lieu("phong", MAT[mat])) == ("Tinos", frozenset(co))


def test_phong_nho_va_kem_giay_phep() -> None:
    assert sum(len(zlib.compress(tep_du_lieu("phong", t).read_bytes(), 9)) for t in MAT.values()) < 330_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in tep_du_lieu("phong", "OFL.txt").read_text(encoding="utf-8")
    assert "ngày 2026-11-22" in tep_du_lieu("phong", "NGUON.md").read_text(encoding="utf-8")


def test_lam_phong_tat_dinh_va_rut_gon_lan_nua_khong_doi_chu(tmp_path: Path) -> None:
    # Gói nguồn không đi theo kho; bản rút gọn đặt vào chỗ của nó thì phép rút gọn phải giữ nguyên mọi chữ.
    for thu_muc, ten in (
        ("400Regular", "thuong"),
        ("400Regular_Italic", "nghieng"),
        ("700Bold", "dam"),
        ("700Bold_Italic", "dam_nghieng"),
    ):
        (tmp_path / thu_muc).mkdir()
        shutil.copy(tep_du_lieu("phong", MAT[ten]), tmp_path / thu_muc / f"Tinos_{thu_muc}.ttf")
    (tmp_path / "package.json").write_text('{"name": "n", "version": "1"}', encoding="utf-8")
    (tmp_path / "LICENSE_FONT").write_text("OFL", encoding="utf-8")
    mot, hai = lam_phong(tmp_path, "2026-01-02"), lam_phong(tmp_path, "2026-01-02")
    assert mot == hai
    for ten, noi in mot.items():
        if ten.endswith(".ttf"):
            (tmp_path / ten).write_bytes(noi)
            assert doc_phong(tmp_path / ten) == doc_phong(tep_du_lieu("phong", ten))


def test_chon_phong_ghim_tinos_va_tu_dong_khi_may_khong_co(tmp_path: Path) -> None:
    assert chon_phong("tinos").ho == ("Tinos",)
    assert chon_phong("tu_dong", noi_tim=(tmp_path,)).ho == ("Tinos",)
    with pytest.raises(EngineError, match="bốn mặt"):
        chon_phong(tmp_path)


def test_chon_phong_lay_times_new_roman_cua_may_roi_den_tinos(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    for ten, kieu in (("times", "Regular"), ("timesi", "Italic"), ("timesbd", "Bold"), ("timesbi", "BoldItalic")):
        with TTFont(tep_du_lieu("phong", f"Tinos-{kieu}.ttf")) as phong:
            for ban_ghi in phong["name"].names:
                if ban_ghi.nameID in (1, 16):
                    ban_ghi.string = "Times New Roman"
            phong.save(tmp_path / f"{ten}.ttf")
    phong_chon = chon_phong("tu_dong", noi_tim=(tmp_path / "khong_co", tmp_path))
    assert phong_chon.ho == ("Times New Roman", "Tinos")
    pdf = KhungPdf(che_do(), phong=tmp_path).render(than(doan("loi_van", "Ủy ban nhân dân")))
    assert loi_pdfa(pdf) == []
    (tmp_path / "times.ttf").write_bytes(b"hong")
    chon_phong.__globals__["_nap"].cache_clear()
    with pytest.raises(EngineError, match="Không đọc được phông"):
        chon_phong(tmp_path)


# --- tệp ------------------------------------------------------------------------------------------------------------


def test_cung_vao_cung_tung_byte_va_thoi_diem_vao_tep() -> None:
    luc = datetime(2026, 11, 22, 7, tzinfo=UTC)
    mot = KHUNG.render(ban_mau(), thoi_diem=luc)
    KHUNG.render(than(doan("loi_van", "văn bản khác xen giữa")))
    assert KHUNG.render(ban_mau(), thoi_diem=luc) == mot == KhungPdf(che_do(), phong="tinos").render(ban_mau(), thoi_diem=luc)
    assert KHUNG.render(ban_mau(), thoi_diem=luc.replace(day=23)) != mot
    assert b"CreationDate(D:20261122070000Z)" in mot


def test_thong_tin_tep_va_ngon_ngu() -> None:
    pdf = KHUNG.render(replace(ban_mau(), thong_tin=ThongTinTep("Quyết định <A> & B", "UBND xã Long Hồ", "Dân chủ"))).decode(
        "latin-1"
    )
    assert "/Lang(vi-VN)" in pdf.replace(" ", "")
    xmp = pdf.encode("latin-1").decode("utf-8", "ignore")
    for chu in ("Quyết định &lt;A&gt; &amp; B", "UBND xã Long Hồ", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A<"):
        assert chu in xmp


def test_pdf_a_va_pdf_ua_cung_mot_tep() -> None:
    pdf = KhungPdf(che_do(), phong="tinos", chuan=("a-2a", "ua-1")).render(ban_mau(8))
    assert loi_pdfa(pdf) == []
    assert loi_pdfa(pdf, chuan="ua1") == []
    assert loi_pdfa(KhungPdf(che_do(), phong="tinos", chuan=("a-3b",)).render(ban_mau()), chuan="3b") == []


@pytest.mark.parametrize(
    ("loi", "cu", "moi"),
    [
        ("không có XMP", rb"/Metadata (\d+ 0 R)", rb"/Metadatb \1"),
        ("không có cây cấu trúc", rb"/StructTreeRoot (\d+ 0 R)", rb"/StructTreeRoox \1"),
        ("phông không nhúng", rb"/FontFile2 (\d+ 0 R)", rb"/FontFileX \1"),
        ("không có bảng chữ", rb"/ToUnicode (\d+ 0 R)", rb"/ToUnicodX \1"),
        ("sai phần của chuẩn", rb"<pdfaid:part>2<", rb"<pdfaid:part>1<"),
        ("không còn đánh dấu", rb"/Marked true", rb"/Marxed true"),
    ],
)
def test_bo_soat_pdf_a_biet_bao_hong(loi: str, cu: bytes, moi: bytes) -> None:
    pdf = KHUNG.render(ban_mau())
    assert loi_pdfa(pdf) == []
    hong, so = re.subn(cu, moi, pdf)
    assert so, loi
    assert loi_pdfa(hong) != [], loi


def test_do_dai_dong_byte_sai_thi_thay() -> None:
    pdf = KHUNG.render(ban_mau())
    assert do_dai_dung(pdf)
    assert not do_dai_dung(re.sub(rb"/Length (\d)(\d\d+)", rb"/Length 1\2", pdf.replace(b"/Length 1", b"/Length 2"), count=1))


def test_mot_bo_dich_dung_cho_nhieu_luong() -> None:
    from concurrent.futures import ThreadPoolExecutor

    cac_ban = [than(doan("loi_van", f"Văn bản số {i}")) for i in range(8)]
    mot = [KHUNG.render(b) for b in cac_ban]
    with ThreadPoolExecutor(4) as luong:
        assert list(luong.map(KHUNG.render, cac_ban)) == mot


# --- chữ ------------------------------------------------------------------------------------------------------------


def test_chu_thieu_hinh_duoc_ke_ten_va_khong_ra_tep() -> None:
    ban = replace(
        than(doan("loi_van", "Ông 越 nói ☐ và 越", GoiSo(1)), bang_chi_tieu()),
        chu_thich=(ChuThichKhoi(1, (doan("chu_thich", "chú thích ✓"),)),),
    )
    tim = KHUNG.thieu_chu(ban)
    assert [f.ma for f in tim] == ["pdf.thieu_chu"] * 3
    assert ["越" in tim[0].thong_bao, "☐" in tim[1].thong_bao, "✓" in tim[2].thong_bao] == [True] * 3
    assert "U+8D8A" in tim[0].thong_bao and "Ông 越 nói" in tim[0].thong_bao
    assert [f.duong_dan for f in tim] == ["khoi[1]", "khoi[1]", "khoi[3]"]
    with pytest.raises(EngineError, match="U\\+8D8A"):
        KHUNG.render(ban)
    assert KHUNG.thieu_chu(ban_mau()) == ()


@pytest.mark.parametrize(
    ("chu", "khuc"),
    [
        ("kinh tế - xã hội", [("s", "kinh tế - xã hội")]),
        ("số 59/2023/NĐ-CP, ngày", [("s", "số "), ("h", "59/2023/NĐ-"), ("h", "CP,"), ("s", " ngày")]),
        ("2021-2025", [("h", "2021-"), ("h", "2025")]),
        ("2021–2025 UBND-VP", [("s", "2021–2025 UBND-VP")]),
        ("a\nb/c", [("s", "a"), ("x", ""), ("h", "b/c")]),
        ("", []),
    ],
)
def test_khuc_khong_ngat(chu: str, khuc: list[tuple[str, str]]) -> None:
    assert list(tach(chu)) == khuc


@pytest.mark.can_co("poppler")
def test_khong_xuong_dong_sau_gach_cheo_va_chu_chep_ra_sach(tmp_path: Path) -> None:
    chu = " ".join(f"xét{'x' * (i % 7)} {10 + i}/2023/NĐ" for i in range(120))
    tep = ghi(than(doan("loi_van", chu)), tmp_path)
    dong = [h.chu for h in hang_chu(tep, "nhung")]
    assert len(dong) > 20
    assert not [d for d in dong if d.endswith("/") or d.startswith(("2023", "NĐ"))]
    assert " ".join(dong) == chu


@pytest.mark.can_co("poppler")
def test_chu_dai_hon_dong_van_khong_tran_le(tmp_path: Path) -> None:
    tep = ghi(than(doan("loi_van", "https://dichvucong.gov.vn/" + "/".join(["thu-tuc-hanh-chinh"] * 12))), tmp_path)
    lenh = ["pdftotext", "-bbox", str(tep), "-"]
    phai = [
        float(x) for x in re.findall(r'xMax="([\d.]+)"', subprocess.run(lenh, capture_output=True, text=True, check=True).stdout)
    ]
    assert max(phai) < (210 - 20) * 72 / 25.4 + 0.5


# --- dàn trang ------------------------------------------------------------------------------------------------------


@pytest.mark.can_co("poppler")
def test_hai_cot_doc_het_trai_roi_moi_phai(tmp_path: Path) -> None:
    chu = chu_tho(ghi(ban_mau(), tmp_path))
    cho = [
        chu.index(x)
        for x in ("XÃ LONG HỒ", "Số: 05/QĐ-UBND", "CỘNG HÒA", "Long Hồ, ngày 05", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH")
    ]
    assert cho == sorted(cho)


@pytest.mark.can_co("poppler")
def test_so_trang_an_trang_dau_va_danh_lai_tu_moi_phan(tmp_path: Path) -> None:
    dai = tuple(doan("loi_van", "chữ " * 60) for _ in range(16))
    tep = ghi(BanTrinhBay((KhoiPhan(), *dai, KhoiPhan("ngang", 1), *dai, KhoiPhan("doc", None, False), dai[0])), tmp_path)
    dau = []
    for i in range(1, so_trang(tep) + 1):
        lenh = ["pdftotext", "-f", str(i), "-l", str(i), "-x", "0", "-y", "0", "-W", "850", "-H", "50", str(tep), "-"]
        dau.append(subprocess.run(lenh, capture_output=True, text=True, check=True).stdout.strip())
    assert dau == ["", "2", "", "2", "3"]
    kho = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", str(tep)], capture_output=True, text=True, check=True).stdout
    assert [int(float(x)) for x in re.findall(r"Page +\d+ size:\s+([\d.]+)", kho)] == [595, 595, 841, 841, 595]


@pytest.mark.can_co("poppler")
def test_de_muc_khong_o_lai_cuoi_trang_va_hang_khong_bi_xe(tmp_path: Path) -> None:
    for so in range(30, 46):
        dong = [doan("noi_nhan", f"dòng {i}") for i in range(so)]
        hang = tuple(HangKhoi((o(f"hàng {i} " + "chữ " * 30), o(f"cuối {i}"))) for i in range(8))
        bang = KhoiBang((30, 130), (HangKhoi((o("TIÊU ĐỀ"), o("CỘT")), tieu_de=True), *hang))
        tep = ghi(than(*dong, doan("khoan_ten", "1. Đề mục", giu=True), bang), tmp_path)
        trang = {h.chu: h.trang for h in hang_chu(tep, "nhung")}
        ten = next(t for c, t in trang.items() if c.startswith("1. Đề mục"))
        assert ten == next(t for c, t in trang.items() if c.startswith("hàng 0"))
        # Hàng nào cũng bắt đầu và kết thúc trên một trang: số dòng chữ của mỗi hàng ở trang đầu nó đứng là đủ.
        cac = hang_chu(tep, "nhung")
        for i in range(8):
            dau = next(k for k, h in enumerate(cac) if h.chu.startswith(f"hàng {i}"))
            assert len({h.trang for h in cac[dau : dau + 8]}) == 1 or cac[dau + 7].chu.startswith(("TIÊU ĐỀ", f"hàng {i + 1}"))


@pytest.mark.can_co("poppler")
def test_hang_cao_hon_trang_thi_duoc_tach_chu_khong_tran_giay(tmp_path: Path) -> None:
    chu = " ".join(f"từ{i}" for i in range(1500))
    tep = ghi(than(KhoiBang((60, 100), (HangKhoi((o("Một"), o(chu))),))), tmp_path)
    assert so_trang(tep) > 1
    assert "từ1499" in chu_tho(tep)
    assert max(h.chan for h in hang_chu(tep, "nhung")) < 297 - 20


@pytest.mark.can_co("poppler")
def test_hai_cot_cao_hon_trang_van_du_chu(tmp_path: Path) -> None:
    trai = tuple(doan("noi_nhan", f"- Nơi thứ {i};") for i in range(90))
    tep = ghi(than(KhoiHaiCot("khoi_ky", 80, 80, (HangHaiCot(trai, (doan("ho_ten", "Nguyễn Văn A"),)),))), tmp_path)
    chu = chu_tho(tep)
    assert so_trang(tep) == 2
    assert [int(x) for x in re.findall(r"Nơi thứ (\d+);", chu)] == list(range(90))
    assert "Nguyễn Văn A" in chu


@pytest.mark.can_co("poppler")
def test_chu_thich_mang_dung_so_va_goi_lai_khong_them_so_moi(tmp_path: Path) -> None:
    ban = replace(
        than(doan("loi_van", "một", GoiSo(1), " hai", GoiSo(2), " lại", GoiSo(1))),
        chu_thich=(
            ChuThichKhoi(1, (doan("chu_thich", "Nội dung một."),)),
            ChuThichKhoi(2, (doan("chu_thich", "Nội dung hai,"), doan("chu_thich", "hai đoạn."))),
        ),
    )
    chu = " ".join(chu_tho(ghi(ban, tmp_path)).split())
    assert chu == "một1 hai2 lại1 1 Nội dung một. 2 Nội dung hai, hai đoạn."


def test_muc_luc_khong_nhay_bac() -> None:
    ban = than(
        doan("chuong", "Chương I", bac=2),
        doan("dieu", "Điều 1. A", bac=5),
        doan("dieu", "Điều 2. B", bac=5),
        doan("muc", "Mục", bac=3),
    )
    du = json.loads(KHUNG.du_lieu(ban)["ban"])
    assert [k["b"] for k in du["phan"][0]["khoi"]] == [1, 2, 2, 2]
    pdf = KHUNG.render(ban)
    assert b"/Outlines" in pdf and pdf.count(b"/Dest") >= 4


# --- điều không dịch được -------------------------------------------------------------------------------------------


def test_luoi_bang_co_o_gop() -> None:
    assert xep_cot(bang_chi_tieu()) == [[0, 1, 2], [2, 3], [0, 1, 2, 3], [0, 1, 3], [0, 2, 3]]


@pytest.mark.parametrize(
    ("ban", "noi"),
    [
        (BanTrinhBay((doan("loi_van", "a"),)), "mở đầu bằng một phần trang"),
        (BanTrinhBay((KhoiPhan("cheo"),)), "Hướng trang “cheo”"),
        (than(doan("khong_co", "a")), "không có vai “khong_co”"),
        (than(doan("loi_van", GoiSo(1))), "không có nội dung chú thích"),
        (replace(than(), chu_thich=(ChuThichKhoi(1, (doan("chu_thich", "a"),)),)), "không được gọi"),
        (replace(than(doan("loi_van", GoiSo(1))), chu_thich=(ChuThichKhoi(1, ()),)), "không có nội dung"),
        (than(KhoiBang((10, 10), (HangKhoi((OKhoi(()),)),))), "thiếu ô"),
        (than(KhoiBang((10,), (HangKhoi((OKhoi(()), OKhoi(()))),))), "thừa ô"),
        (than(KhoiBang((10,), (HangKhoi((OKhoi((), gop_doc=2),)),))), "quá hàng cuối"),
        (than(KhoiBang((10,), (HangKhoi((OKhoi((), gop_ngang=0),)),))), "phải từ 1"),
    ],
)
def test_khoi_khong_dich_duoc_thi_noi_ro(ban: BanTrinhBay, noi: str) -> None:
    with pytest.raises(DrafterError, match=noi):
        KHUNG.render(ban)


def test_doan_trong_va_o_trong_khong_lam_hong(tmp_path: Path) -> None:
    ban = than(
        KhoiDoan("loi_van"),
        KhoiBang((80, 80), (HangKhoi((OKhoi(()), OKhoi((KhoiDoan("bang_o"),)))),)),
        KhoiDoan("dieu", (Manh(""),), bac=5),
    )
    assert loi_pdfa(KHUNG.render(ban)) == []
