"""Dòng lệnh như văn thư và chương trình khác dùng: lời tiếng Việt, mã thoát, JSON, tên tiếng Anh, gõ nốt, ống và bảng mã cũ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter import __version__
from drafter.docx_doc import doc
from tests.dong_lenh import TIENG_ANH, chay
from tests.phieu_thu import MAU_YAML, XA, mau_tam

GOC = Path(__file__).resolve().parent.parent
PHIEU = f"""\
mau: ke_hoach/khung
xet_theo: "2026-07-01"
van_ban: {{trich_yeu: Tiếp công dân, noi_nhan: [Ủy ban nhân dân tỉnh]}}
truong:
  co_quan: UBND {XA}
  noi_dung: "I. MỤC ĐÍCH"
"""
TEN = "ke_hoach_29602_xa-long-ho.docx"


@pytest.fixture
def phieu(tmp_path: Path) -> Path:
    tep = tmp_path / "Phiếu của tôi.yaml"
    tep.write_text(PHIEU, encoding="utf-8")
    return tep


@pytest.fixture
def hong(tmp_path: Path) -> Path:
    tep = tmp_path / "hỏng.yaml"
    tep.write_text(PHIEU.replace("trich_yeu", "trich_iu").replace("UBND xã", "UBND xa la"), encoding="utf-8")
    return tep


# --- soan -----------------------------------------------------------------------------------------------------------


def test_soan_ra_thu_muc_ra_tep_va_thu_muc_dang_dung(phieu: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ra = tmp_path / "thư mục ra"
    assert chay("soan", str(phieu), "-o", str(ra)).ma == 0
    assert [t.name for t in ra.iterdir()] == [TEN]
    tep = tmp_path / "Kế hoạch tiếp dân.docx"
    kq = chay("draft", str(phieu), "--ra", str(tep))
    assert kq.ma == 0 and f"Đã ghi {tep}" in kq.ra
    assert tep.read_bytes() == (ra / TEN).read_bytes()
    monkeypatch.chdir(tmp_path)
    assert chay("soan", phieu.name).ma == 0
    assert (tmp_path / TEN).read_bytes() == tep.read_bytes()


def test_soan_giu_tep_da_co(phieu: Path, tmp_path: Path) -> None:
    tep = tmp_path / "x.docx"
    tep.write_bytes(b"cua nguoi dung")
    kq = chay("soan", str(phieu), "-o", str(tep))
    assert kq.ma == 2 and "giữ nguyên" in kq.loi and "--ghi-de" in kq.loi
    assert tep.read_bytes() == b"cua nguoi dung"
    assert chay("soan", str(phieu), "-o", str(tep), "--ghi-de").ma == 0
    assert "I. MỤC ĐÍCH" in doc(tep.read_bytes()).van_ban()


@pytest.mark.parametrize("ten", ["x.pdf", "x.doc", "x.odt", "p.yaml"])
def test_soan_khong_lam_tep_kieu_khac(phieu: Path, tmp_path: Path, ten: str) -> None:
    kq = chay("soan", str(phieu), "-o", str(tmp_path / ten))
    assert kq.ma == 2 and ".docx" in kq.loi
    assert not (tmp_path / ten).exists()


def test_soan_phieu_co_loi_thi_khong_lam_tep_va_noi_du(hong: Path, tmp_path: Path) -> None:
    ra = tmp_path / "ra"
    kq = chay("soan", str(hong), "-o", str(ra))
    assert kq.ma == 1
    assert not ra.exists()
    assert "Ý bạn là “trich_yeu”?" in kq.loi and "Ở: hỏng.yaml:3 (van_ban.trich_iu)" in kq.loi
    assert "(truong.co_quan)" in kq.loi and "hỏng.yaml:5" in kq.loi
    assert "2 lỗi" in kq.loi and "--nhap" in kq.loi


def test_soan_nhap_lam_tep_co_dong_dau_va_van_bao_loi(hong: Path, tmp_path: Path) -> None:
    kq = chay("soan", str(hong), "-o", str(tmp_path / "n.docx"), "--nhap")
    assert kq.ma == 1
    assert "bản nháp còn lỗi" in doc((tmp_path / "n.docx").read_bytes()).van_ban().casefold()


def test_soan_chu_chi_in_ra_man_hinh(phieu: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kq = chay("soan", str(phieu), "--chu")
    assert kq.ma == 0 and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in kq.ra and "I. MỤC ĐÍCH" in kq.ra
    assert not list(tmp_path.glob("*.docx"))


def test_soan_json_du_cho_chuong_trinh_khac(phieu: Path, hong: Path, tmp_path: Path) -> None:
    kq = chay("soan", str(phieu), "-o", str(tmp_path / "x.docx"), "--json")
    ra = json.loads(kq.ra)
    assert (ra["ok"], ra["tep"]) == (True, [str(tmp_path / "x.docx")])
    assert {"phieu", "mau", "du_lieu", "drafter", TEN} == set(ra["ma_bam"])
    kq = chay("soan", str(hong), "--json")
    ra = json.loads(kq.ra)
    assert kq.ma == 1 and ra["ok"] is False and ra["tep"] == []
    loi = {f["duong_dan"]: f for f in ra["tim_thay"] if f["muc"] == "loi"}
    assert set(loi) == {"van_ban.trich_iu", "truong.co_quan"}
    assert loi["van_ban.trich_iu"]["cho"] == "hỏng.yaml:3" and loi["van_ban.trich_iu"]["ma"] == "truong.la"


def test_json_ca_khi_khong_doc_duoc(tmp_path: Path) -> None:
    kq = chay("soan", str(tmp_path / "khong_co.yaml"), "--json")
    ra = json.loads(kq.ra)
    assert (kq.ma, ra["ok"], ra["ma_thoat"]) == (5, False, 5)
    assert "Không có tệp" in ra["loi"]["thong_bao"]


def test_yaml_json_va_excel_cho_cung_mot_tep(phieu: Path, tmp_path: Path) -> None:
    import openpyxl

    js = tmp_path / "p.json"
    js.write_text(
        json.dumps(
            {
                "mau": "ke_hoach/khung",
                "xet_theo": "2026-07-01",
                "van_ban": {"trich_yeu": "Tiếp công dân", "noi_nhan": ["Ủy ban nhân dân tỉnh"]},
                "truong": {"co_quan": f"UBND {XA}", "noi_dung": "I. MỤC ĐÍCH"},
            }
        ),
        encoding="utf-8",
    )
    excel = tmp_path / "p.xlsx"
    assert chay("mau", "phieu", "ke_hoach/khung", "-o", str(excel)).ma == 0
    so = openpyxl.load_workbook(excel)
    dien = {
        "xet_theo": "2026-07-01",
        "van_ban.trich_yeu": "Tiếp công dân",
        "truong.co_quan": f"UBND {XA}",
        "truong.noi_dung": "I. MỤC ĐÍCH",
    }
    for hang in so["Phiếu"].iter_rows(min_row=1, max_col=3):
        ma = str(hang[0].value)
        if ma in dien:
            hang[2].value = dien.pop(ma)
    assert not dien
    (noi_nhan,) = [t for t in so.worksheets if t["A1"].value == "van_ban.noi_nhan"]
    noi_nhan["A4"] = "Ủy ban nhân dân tỉnh"
    so.save(excel)
    cac = []
    for i, tep in enumerate((phieu, js, excel)):
        kq = chay("soan", str(tep), "-o", str(tmp_path / f"{i}.docx"))
        assert kq.ma == 0, kq.loi
        cac.append((tmp_path / f"{i}.docx").read_bytes())
    assert cac[0] == cac[1] == cac[2]


def test_loi_trong_excel_chi_dung_o(tmp_path: Path) -> None:
    import openpyxl

    excel = tmp_path / "p.xlsx"
    assert chay("mau", "phieu", "nghi_quyet/dan_chu_co_so", "-o", str(excel)).ma == 0
    so = openpyxl.load_workbook(excel)
    o = next(h[2] for h in so["Phiếu"].iter_rows(max_col=3) if h[0].value == "truong.to_trinh_ngay")
    o.value = "31/02/2026"
    so.save(excel)
    kq = chay("soan", str(excel))
    assert kq.ma == 1 and f"Ở: Phiếu!{o.coordinate} (truong.to_trinh_ngay)" in kq.loi


# --- mau ------------------------------------------------------------------------------------------------------------


def test_liet_ke_mau() -> None:
    kq = chay("mau")
    assert kq.ma == 0 and "nghi_quyet/dan_chu_co_so" in kq.ra and "drafter mau phieu" in kq.loi
    assert kq.ra == chay("mau", "liet-ke").ra == chay("templates", "list").ra
    cac = {m["ma"]: m for m in json.loads(chay("mau", "--json").ra)}
    assert cac["ke_hoach/khung"]["cap"] == ["tinh", "huyen", "xa"]
    assert json.loads(chay("mau", "list", "--json").ra) == list(cac.values())


@pytest.mark.parametrize(
    ("viet", "anh"), [("xem", "show"), ("luoc-do", "schema"), ("phieu", "form"), ("vi-du", "example"), ("luoc_do", "schema")]
)
def test_ten_tieng_anh_lam_dung_viec_ay(viet: str, anh: str) -> None:
    ma = "nghi_quyet/dan_chu_co_so"
    kq = chay("mau", viet, ma)
    assert kq.ma == 0 and kq.ra
    assert kq.ra == chay("templates", anh, ma).ra


def test_xem_mau_ke_truong_va_dieu_khac_nhau() -> None:
    kq = chay("mau", "xem", "nghi_quyet/dan_chu_co_so")
    assert "khoa *: Khóa" in kq.ra and "Khác nhau theo cấp" in kq.ra and "Văn bản: nq (nghi_quyet, mẫu 1.1)" in kq.ra
    ra = json.loads(chay("mau", "xem", "nghi_quyet/dan_chu_co_so", "--json").ra)
    khoa = next(t for t in ra["truong"] if t["ten"] == "khoa")
    assert khoa["bat_buoc"] is True and khoa["nhan"] == "Khóa"


def test_phieu_lay_ra_doc_lai_duoc_va_chi_thieu_truong_bat_buoc(tmp_path: Path) -> None:
    for duoi in ("yaml", "xlsx"):
        tep = tmp_path / f"p.{duoi}"
        assert chay("mau", "phieu", "nghi_quyet/dan_chu_co_so", "-o", str(tep)).ma == 0
        ra = json.loads(chay("soan", str(tep), "--json").ra)
        assert {f["duong_dan"] for f in ra["tim_thay"] if f["muc"] == "loi"} == {"truong.co_quan", "truong.khoa"}
    kq = chay("mau", "phieu", "nghi_quyet/dan_chu_co_so", "-o", str(tmp_path / "p.txt"))
    assert kq.ma == 2 and ".yaml hoặc .xlsx" in kq.loi


def test_vi_du_lay_ra_soan_duoc(tmp_path: Path) -> None:
    tep = tmp_path / "vd.yaml"
    kq = chay("mau", "vi-du", "nghi_quyet/dan_chu_co_so", "xa_long_ho_2026", "-o", str(tep))
    assert kq.ma == 0 and "thi_tran_chi_lang_2025" in kq.loi
    assert chay("soan", str(tep), "-o", str(tmp_path / "x.docx")).ma == 0
    sai = chay("mau", "vi-du", "nghi_quyet/dan_chu_co_so", "xa_long_hồ_2026")
    assert sai.ma == 2 and "“xa_long_ho_2026”" in sai.loi


@pytest.mark.parametrize(
    "ma", ["nghi_quyet/tang_cay", "ke_hoach/trong_cay", "quyet_dinh/khen", "cong_van/tra_loi", "bao_cao/nam"]
)
def test_mau_moi_soan_duoc_ngay(tmp_path: Path, ma: str) -> None:
    kq = chay("mau", "new", ma, "-o", str(tmp_path / "t"))
    assert kq.ma == 0, kq.loi
    vi_du = tmp_path / "t" / ma / "vi_du" / "mot.yaml"
    kq = chay("soan", str(vi_du), "--mau", str(tmp_path / "t"), "-o", str(tmp_path / "x.docx"))
    assert kq.ma == 0, kq.loi
    lan_hai = chay("mau", "moi", ma, "-o", str(tmp_path / "t"))
    assert lan_hai.ma == 2 and "giữ nguyên" in lan_hai.loi


@pytest.mark.parametrize("ma", ["X", "ke_hoach", "ke_hoach/Tên", "../x", "ke_hoach/../x", "ke_hoac/x"])
def test_mau_moi_ma_sai(tmp_path: Path, ma: str) -> None:
    kq = chay("mau", "moi", ma, "-o", str(tmp_path / "t"))
    assert kq.ma == 2 and "Sửa: " in kq.loi
    assert not (tmp_path / "t").exists()


def test_thu_muc_mau_rieng_qua_tuy_chon_va_bien_moi_truong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mau_tam(tmp_path / "rieng", "[nội dung]\nx")
    assert "ke_hoach/thu" in chay("mau", "--mau", str(tmp_path / "rieng")).ra
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "rieng"))
    assert "ke_hoach/thu" in chay("mau").ra
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(tmp_path / "khong_co"))
    kq = chay("mau")
    assert kq.ma == 2 and "DRAFTER_TEMPLATES" in kq.loi
    tep = tmp_path / "tep"
    tep.touch()
    assert chay("mau", "--mau", str(tep)).ma == 2


def test_mau_hong_thi_ma_thoat_3(tmp_path: Path) -> None:
    mau_tam(tmp_path, "[nội dung]\n{{ la }}", mau_yaml=MAU_YAML)
    tep = tmp_path / "p.yaml"
    tep.write_text(f'mau: ke_hoach/thu\nxet_theo: "2026-07-01"\ntruong: {{co_quan: "UBND {XA}"}}\n', encoding="utf-8")
    kq = chay("soan", str(tep), "--mau", str(tmp_path), "-o", str(tmp_path / "ra"))
    assert kq.ma == 3 and "“la”" in kq.loi and "loi_van.txt, dòng 2" in kq.loi
    assert not (tmp_path / "ra").exists()


# --- don-vi ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tham_so", "dong_dau"),
    [
        (("long", "ho", "vinh", "long", "--cap", "xa"), "xã Long Hồ, tỉnh Vĩnh Long"),
        (("06466", "--ngay", "1/4/2024"), "thị trấn Chi Lăng, huyện Chi Lăng, tỉnh Lạng Sơn"),
        (("29602",), "xã Long Hồ, tỉnh Vĩnh Long"),
        (("24", "--ngay", "19/9/2026"), "tỉnh Bắc Ninh"),
        (("24", "--ngay", "21/9/2026"), "thành phố Bắc Ninh"),
    ],
)
def test_tra_don_vi(tham_so: tuple[str, ...], dong_dau: str) -> None:
    kq = chay("don-vi", *tham_so)
    assert kq.ma == 0 and kq.ra.splitlines()[0] == dong_dau
    assert kq.ra == chay("units", *tham_so).ra


def test_tra_don_vi_cu_mo_ho_va_ma_ky_khac() -> None:
    cu = chay("don-vi", "thị trấn Chi Lăng, huyện Chi Lăng, Lạng Sơn", "--ngay", "1/3/2026")
    assert cu.ma == 1 and "nay thuộc xã Chi Lăng, tỉnh Lạng Sơn" in cu.loi
    mo_ho = chay("don-vi", "xã Tân Phú", "--ngay", "1/3/2026")
    assert mo_ho.ma == 1 and "28840  xã Tân Phú, tỉnh Vĩnh Long" in mo_ho.ra
    ra = json.loads(chay("don-vi", "xã Tân Phú", "--ngay", "1/3/2026", "--json").ra)
    assert ra["don_vi"] is None and {"28840", "28468"} <= {d["ma"] for d in ra["ung_vien"]}
    ky_khac = chay("don-vi", "06466", "--ngay", "1/3/2026")
    assert ky_khac.ma == 1 and "chỉ có trước ngày 01/7/2025" in ky_khac.loi and "xã Chi Lăng, tỉnh Lạng Sơn" in ky_khac.loi
    assert "Không có đơn vị hành chính mang mã 99999" in chay("don-vi", "99999").loi
    assert chay("don-vi", "x", "--ngay", "31/02/2024").ma == 2


# --- lời gọi sai và trợ giúp ----------------------------------------------------------------------------------------

CAC_LENH = [
    (),
    ("soan",),
    ("mau",),
    *(("mau", ten) for ten in ("liet-ke", "xem", "luoc-do", "phieu", "vi-du", "moi")),
    ("don-vi",),
    ("hoan-thanh",),
]


@pytest.mark.parametrize("lenh", CAC_LENH)
@pytest.mark.parametrize("co", ["--help", "-h"])
def test_tro_giup_chi_noi_tieng_viet(lenh: tuple[str, ...], co: str) -> None:
    kq = chay(*lenh, co)
    assert kq.ma == 0 and kq.ra.startswith("Cách dùng: drafter")
    assert "Tùy chọn:" in kq.ra and "Xem trang này rồi thoát." in kq.ra
    assert not TIENG_ANH.search(kq.ra), TIENG_ANH.search(kq.ra)


def test_khong_tham_so_la_tro_giup_va_phien_ban() -> None:
    assert chay().ra == chay("--help").ra
    assert chay("--version").ra == f"drafter {__version__}\n"


@pytest.mark.parametrize(
    ("tham_so", "noi_gi"),
    [
        (("soa",), "Ý bạn là “soan”?"),
        (("templatess",), "Ý bạn là “templates”?"),
        (("xyzxyz",), "Không có lệnh “xyzxyz”"),
        (("mau", "xe"), "Ý bạn là “xem”?"),
        (("mau", "shcema", "x"), "Ý bạn là “schema”?"),
        (("soan",), "Thiếu PHIẾU."),
        (("mau", "xem"), "Thiếu MẪU."),
        (("don-vi",), "Thiếu TÊN HOẶC MÃ."),
        (("soan", "--gi-de", "x"), "Ý bạn là “--ghi-de”?"),
        (("soan", "--khong-co"), "Không có tùy chọn “--khong-co”."),
        (("soan", "a", "b"), "Thừa tham số: b."),
        (("soan", "a", "b", "c"), "Thừa tham số: b c."),
        (("soan", "x", "-o"), "“-o” cần một giá trị"),
        (("soan", "--json=1", "x"), "“--json” không nhận giá trị"),
        (("don-vi", "x", "--cap", "thon"), "Chỉ nhận: tinh, huyen, xa."),
        (("hoan-thanh", "tcsh"), "Chỉ nhận: bash, zsh, fish."),
        (("mau", "xem", "ke_hoach/khug"), "“ke_hoach/khung”"),
    ],
)
def test_goi_sai(tham_so: tuple[str, ...], noi_gi: str) -> None:
    kq = chay(*tham_so)
    assert kq.ma == 2 and noi_gi in kq.loi and kq.loi.startswith("Lỗi: ")


# --- gõ nốt ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vo", ["bash", "zsh", "fish"])
def test_hoan_thanh_in_kich_ban_cho_drafter(vo: str) -> None:
    kq = chay("hoan-thanh", vo)
    assert kq.ma == 0 and "drafter" in kq.ra and f"_DRAFTER_COMPLETE={vo}_complete" in kq.ra
    assert kq.ra == chay("completion", vo).ra and not kq.loi


def _go_not(cau: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    tu = cau.split(" ")
    monkeypatch.setenv("_DRAFTER_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", cau)
    monkeypatch.setenv("COMP_CWORD", str(len(tu) - 1))
    return [dong.split(",", 1)[1] for dong in chay().ra.splitlines()]


@pytest.mark.parametrize(
    ("cau", "co", "khong_co"),
    [
        ("drafter ", ["soan", "mau", "don-vi", "hoan-thanh"], ["draft"]),
        ("drafter mau ", ["xem", "phieu", "vi-du"], ["soan"]),
        ("drafter mau xem ke_", ["ke_hoach/khung", "ke_hoach/dan_chu_co_so"], ["nghi_quyet/khung"]),
        ("drafter mau phieu nghi", ["nghi_quyet/khung"], ["ke_hoach/khung"]),
        ("drafter templates form nghi", ["nghi_quyet/khung"], []),
        ("drafter mau vi-du nghi_quyet/dan_chu_co_so xa_", ["xa_long_ho_2026"], ["tinh_lang_son_2024"]),
        ("drafter soan --", ["--ghi-de", "--nhap"], []),
    ],
)
def test_go_not(cau: str, co: list[str], khong_co: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ra = _go_not(cau, monkeypatch)
    assert set(co) <= set(ra) and not set(khong_co) & set(ra)


# --- tiến trình thật: ống, bảng mã, màu -----------------------------------------------------------------------------


def _tien_trinh(*tham_so: str, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    moi_truong = os.environ | (env or {})
    if os.environ.get("DRAFTER_BANH_XE") != "1":
        moi_truong["PYTHONPATH"] = str(GOC)
    lenh = [sys.executable, "-m", "drafter", *tham_so]
    return subprocess.Popen(lenh, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=moi_truong)


@pytest.mark.parametrize("bang_ma", ["ascii", "cp1258", "cp437", "utf-16", "utf-8"])
def test_bang_ma_man_hinh_cu_khong_lam_hong(bang_ma: str, hong: Path) -> None:
    ra, loi = _tien_trinh("soan", str(hong), "--chu", env={"PYTHONIOENCODING": bang_ma, "PYTHONUTF8": "0"}).communicate()
    assert "CỘNG HÒA XÃ HỘI" in ra.decode("utf-8")
    assert "Ý bạn là “trich_yeu”?" in loi.decode("utf-8") and b"Traceback" not in loi


def test_ten_tep_khong_phai_utf8(tmp_path: Path) -> None:
    tep = os.fsencode(tmp_path) + b"/\xffp.yaml"
    Path(os.fsdecode(tep)).write_text("", encoding="utf-8")
    tien_trinh = _tien_trinh("soan", os.fsdecode(tep))
    _, loi = tien_trinh.communicate()
    assert tien_trinh.returncode == 5 and b"Traceback" not in loi


def test_ong_dong_som_khong_thanh_loi() -> None:
    doc_, ghi_ = os.pipe()
    os.close(doc_)
    moi_truong = os.environ | ({} if os.environ.get("DRAFTER_BANH_XE") == "1" else {"PYTHONPATH": str(GOC)})
    lenh = [sys.executable, "-m", "drafter", "mau", "luoc-do", "nghi_quyet/dan_chu_co_so"]
    kq = subprocess.run(lenh, stdout=ghi_, stderr=subprocess.PIPE, env=moi_truong, check=False)
    os.close(ghi_)
    assert (kq.returncode, kq.stderr) == (0, b"")


def test_loi_khong_luong_truoc_noi_la_loi_cua_chuong_trinh() -> None:
    ma = "import drafter.cli as c, sys\nsys.argv = ['drafter']\nc._chay = lambda: 1 / 0\nc.main()"
    moi_truong = os.environ | ({} if os.environ.get("DRAFTER_BANH_XE") == "1" else {"PYTHONPATH": str(GOC)})
    kq = subprocess.run([sys.executable, "-c", ma], capture_output=True, env=moi_truong, check=False)
    chu = kq.stderr.decode("utf-8")
    assert chu.startswith("Lỗi của chương trình, không phải của phiếu.") and "ZeroDivisionError" in chu
    assert kq.returncode not in (0, 2, 3, 4, 5)
