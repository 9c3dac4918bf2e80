"""Phiếu điền sai: mọi lỗi nói trong một lượt, mỗi lỗi có chỗ và cách sửa; chữ của người điền không bao giờ đổi được bố cục."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.app import Draft
from drafter.docx_doc import doc
from drafter.errors import InputError, UsageError
from drafter.findings import MucDo
from drafter.model import Khuc, Nut
from tests.phieu_thu import THE_GIOI, XA, cac_loi, ke_hoach, mot, nghi_quyet, soan_thu

PHIEU_HONG = """\
mau: nghi_quyet/dan_chu_co_so
trang_thai: ban_hanh
trang_tha: du_thao
van_ban:
  so: "49/2023"
  ngay: 31/02/2026
  ngay_thong_qua: 23/7/26
  nguoi_kí: Lê Minh Đức
truong:
  co_quan: HĐND xã Long Hồ, tỉnh Vĩnh Long
  khoa:
  ki_hop: 3
  to_trinh_ngay: mai
  kinh_phi_nam: nhiều
  loai_ky_hop: thuongle
  vung_dan_toc_thieu_so: có lẽ
  chi_tieu_khac: {a: b}
  goi_thon: "ấp\\u0001"
  han_quy_che: "a\\uE000b"
"""


def test_moi_loi_cua_phieu_noi_trong_mot_luot_dung_dong(tmp_path: Path) -> None:
    tep = tmp_path / "phieu.yaml"
    tep.write_text(PHIEU_HONG, encoding="utf-8")
    ban = soan_thu(tep)
    cho = {f.duong_dan: (f.ma, f.nguon.cho if f.nguon else "") for f in ban.findings if f.muc is MucDo.LOI}
    assert cho == {
        "trang_tha": ("phieu.la", "phieu.yaml:3"),
        "van_ban.so": ("che_do.so_co_nam", "phieu.yaml:5"),
        "van_ban.ngay": ("truong.ngay", "phieu.yaml:6"),
        "van_ban.ngay_thong_qua": ("truong.ngay", "phieu.yaml:7"),
        "van_ban.nguoi_kí": ("truong.la", "phieu.yaml:8"),
        # Trường vắng hẳn thì chỗ là dòng đã đòi nó.
        "van_ban.nguoi_ky.ho_ten": ("trang_thai.thieu_nguoi_ky", "phieu.yaml:2"),
        "truong.khoa": ("truong.thieu", "phieu.yaml:11"),
        "truong.ki_hop": ("truong.la", "phieu.yaml:12"),
        "truong.to_trinh_ngay": ("truong.ngay", "phieu.yaml:13"),
        "truong.kinh_phi_nam": ("truong.tien", "phieu.yaml:14"),
        "truong.loai_ky_hop": ("truong.chon", "phieu.yaml:15"),
        "truong.vung_dan_toc_thieu_so": ("truong.co_khong", "phieu.yaml:16"),
        "truong.chi_tieu_khac": ("truong.hinh_dang", "phieu.yaml:17"),
        "truong.goi_thon": ("truong.ky_tu", "phieu.yaml:18"),
        "truong.han_quy_che": ("truong.ky_tu", "phieu.yaml:19"),
    }
    assert not ban.ok and not ban.files
    assert all(f.cach_sua for f in ban.findings if f.muc is MucDo.LOI)


def test_loi_khong_keo_theo_dieu_he_qua() -> None:
    ban = soan_thu(nghi_quyet(van_ban={"ngay": "31/02/2026"}, truong={"goi_thon": "a\x01"}))
    assert cac_loi(ban) == {("truong.ngay", "van_ban.ngay"), ("truong.ky_tu", "truong.goi_thon")}
    assert not [f for f in ban.findings if f.ma in ("truong.chua_dien", "trang_thai.thieu_ngay")]


@pytest.mark.parametrize(
    ("ten_sai", "y_la"), [("ki_hop", "ky_hop"), ("khóa", "khoa"), ("goi_thonn", "goi_thon"), ("ngay", None), ("so", None)]
)
def test_truong_go_sai_ten_duoc_goi_y_va_khong_mat_im_lang(ten_sai: str, y_la: str | None) -> None:
    f = mot(soan_thu(nghi_quyet(truong={ten_sai: "x"})), "truong.la")
    assert f.duong_dan == f"truong.{ten_sai}"
    assert y_la is None or f"“{y_la}”" in f.cach_sua


@pytest.mark.parametrize(
    ("chu", "vi_sao"),
    [
        ("31/02/2026", "tháng 2/2026 chỉ có 28 ngày"),
        ("29/02/2100", "tháng 2/2100 chỉ có 28 ngày"),
        ("01/02/26", "năm phải đủ bốn chữ số"),
        ("2026-31-12", "ghi ngày trước tháng sau: 31/12/2026"),
        ("hôm qua", "hôm qua"),
    ],
)
def test_ngay_khong_co_that(chu: str, vi_sao: str) -> None:
    f = mot(soan_thu(nghi_quyet(truong={"to_trinh_ngay": chu})), "truong.ngay")
    assert vi_sao in f.thong_bao and "01/4/2024" in f.cach_sua


@pytest.mark.parametrize("ma", ["nghi_quyet/dan_chu_coso", "nghi_quyt/dan_chu_co_so", "Nghi_quyet/dan_chu_co_so"])
def test_ten_mau_go_sai_duoc_goi_y(ma: str) -> None:
    with pytest.raises(UsageError, match="Không có mẫu") as e:
        soan_thu(nghi_quyet(mau=ma))
    assert "nghi_quyet/dan_chu_co_so" in e.value.cach_sua


@pytest.mark.parametrize("ma", ["../../etc", "/etc/passwd", "ke_hoach", "..", "ke_hoach/../_khung", "ke_hoach/khung/", "\x00"])
def test_ten_mau_khong_di_ra_ngoai(ma: str) -> None:
    with pytest.raises(UsageError, match="Không có mẫu"):
        soan_thu(nghi_quyet(mau=ma))


@pytest.mark.parametrize("ma", [None, "", " ", {"a": "b"}, ["x"]])
def test_phieu_khong_ghi_mau(ma: object) -> None:
    with pytest.raises(InputError, match="chưa ghi dùng mẫu nào") as e:
        soan_thu(nghi_quyet(mau=ma))
    assert "drafter mau" in e.value.cach_sua


# --- đơn vị hành chính ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("co_quan", "xet_theo", "ma", "phai_noi"),
    [
        ("UBND thị trấn Chi Lăng, huyện Chi Lăng, tỉnh Lạng Sơn", "2026-03-01", "don_vi.khac_ky", "nay thuộc xã Chi Lăng"),
        ("UBND huyện Chi Lăng, tỉnh Lạng Sơn", "2026-03-01", "don_vi.khac_ky", "không còn đơn vị hành chính cấp huyện"),
        ("UBND xã Long Hồ, tỉnh Vĩnh Long", "2024-03-01", "don_vi.khac_ky", "chỉ có từ ngày 01/7/2025"),
        ("UBND xã Không Có, tỉnh Vĩnh Long", "2026-03-01", "don_vi.khong_co", "xã Không Có"),
        ("UBND xã Tân Phú", "2026-03-01", "don_vi.mo_ho", "xã Tân Phú, tỉnh Tây Ninh"),
        ("UBND xã Long Hồ, tỉnh Vĩnh Lonh", "2026-03-01", "don_vi.gan_dung", "xã Long Hồ, tỉnh Vĩnh Long"),
        ("UBND", "2026-03-01", "don_vi.thieu", "tên đơn vị"),
        ("Phòng Nội vụ", "2026-03-01", "co_quan.thieu_don_vi", "Phòng Nội vụ"),
    ],
)
def test_don_vi_khong_nhan_ra(co_quan: str, xet_theo: str, ma: str, phai_noi: str) -> None:
    ban = soan_thu(ke_hoach(truong={"co_quan": co_quan}, xet_theo=xet_theo))
    assert cac_loi(ban) == {(ma, "truong.co_quan")}
    assert not ban.files
    f = mot(ban, ma)
    assert phai_noi in f.thong_bao and f.cach_sua


def test_mau_khong_dung_cho_cap_hoac_ngay_ay() -> None:
    ban = soan_thu(ke_hoach(mau="quy_che/dan_chu_cap_xa", truong={"co_quan": "UBND tỉnh Vĩnh Long"}))
    assert ("mau.cap", "truong.co_quan") in cac_loi(ban)
    ban = soan_thu(
        nghi_quyet(trang_thai="du_thao", van_ban=None, truong={"co_quan": "HĐND tỉnh Lạng Sơn"}, xet_theo="2023-01-01")
    )
    assert ("mau.ngay", "xet_theo") in cac_loi(ban)
    assert "01/7/2023" in mot(ban, "mau.ngay").thong_bao


# --- chữ của người điền là chữ --------------------------------------------------------------------------------------

NHU_KY_PHAP = (
    "1. Ông A",
    "Điều 9.",
    "Chương I",
    "a) b",
    "- x",
    "+ y",
    "| a | b |",
    "@noi_dung",
    "{#nhan}",
    "[nơi nhận]",
    "// ghi chú",
    "**đậm** *nghiêng*",
    "[^1]",
    "\\n",
    "{{ 1 + 1 }}",
    "{% include '/etc/passwd' %}",
    "Sở A & Sở B <b>x</b> \"y\" 'z'",
    "&amp; &#x41;",
)


def _hinh(than: tuple[Khuc, ...]) -> object:
    return [(k.cap, _hinh(k.con)) if isinstance(k, Nut) else type(k).__name__ for k in than]


def _chu_docx(ban: Draft) -> str:
    (noi_dung,) = ban.files.values()
    return doc(noi_dung).van_ban()


@pytest.mark.parametrize("chu", NHU_KY_PHAP)
def test_gia_tri_giong_ky_phap_van_la_chu(chu: str) -> None:
    def ban_voi(gia_tri: str) -> Draft:
        return soan_thu(
            nghi_quyet(truong={"goi_thon": gia_tri, "chi_tieu_khac": [gia_tri, gia_tri]}, van_ban={"trich_yeu": gia_tri})
        )

    ban, thuong = ban_voi(chu), ban_voi("ấp")
    assert ban.bo is not None and thuong.bo is not None
    assert _hinh(ban.bo.van_ban[0].than) == _hinh(thuong.bo.van_ban[0].than)
    # Trích yếu, hai chỉ tiêu, và những chỗ gọi tên thôn: chữ ra tệp nguyên vẹn.
    assert _chu_docx(ban).count(chu) >= 4


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp")), min_size=1, max_size=60))
def test_luat_khong_chu_nao_doi_duoc_bo_cuc(chu: str) -> None:
    ban = soan_thu(nghi_quyet(truong={"chi_tieu_khac": [chu, "cuối"]}))
    if not chu.strip():
        return
    assert ban.bo is not None
    thuong = soan_thu(nghi_quyet(truong={"chi_tieu_khac": ["đầu", "cuối"]}))
    assert thuong.bo is not None
    assert _hinh(ban.bo.van_ban[0].than) == _hinh(thuong.bo.van_ban[0].than)


def test_loi_van_nguoi_dung_khong_thanh_mau() -> None:
    ban = soan_thu(ke_hoach(truong={"noi_dung": "I. MỘT\n{{ 7 * 7 }} {% for x in y %}\n[nơi nhận]\n// dòng này\nSở A & Sở B"}))
    chu = _chu_docx(ban)
    for dong in ("{{ 7 * 7 }} {% for x in y %}", "[nơi nhận]", "// dòng này", "Sở A & Sở B"):
        assert dong in chu
    assert "49" not in chu


def test_cho_la_trong_loi_van_nguoi_dung_duoc_chi_dung_dong(tmp_path: Path) -> None:
    tep = tmp_path / "p.yaml"
    tep.write_text(
        'mau: ke_hoach/khung\nxet_theo: "2026-07-01"\nvan_ban: {trich_yeu: A, noi_nhan: [B]}\n'
        "truong:\n  co_quan: UBND xã Long Hồ, tỉnh Vĩnh Long\n  noi_dung: |\n    I. MỘT\n    Xem @khong_co.\n    Hai[^9].\n",
        encoding="utf-8",
    )
    ban = soan_thu(tep)
    tham_chieu, chu_thich = mot(ban, "notation.tham_chieu_la"), mot(ban, "notation.chu_thich_thieu")
    assert (tham_chieu.duong_dan, tham_chieu.nguon.cho) == ("truong.noi_dung", "p.yaml:6, dòng 2 của lời văn")
    assert chu_thich.nguon.cho == "p.yaml:6, dòng 3 của lời văn"


def test_nfd_tab_xuong_dong_duoc_don_va_noi() -> None:
    nfd = "Vie\u0323\u0302c ti\u00ea\u0301p"
    ban = soan_thu(ke_hoach(van_ban={"trich_yeu": f"{nfd}\tdân\nnăm"}, truong={"noi_dung": "I. MU\u0323C\n1. Ta\u0301m."}))
    assert "Việc tiếp dân năm" in _chu_docx(ban)
    assert "MỤC" in _chu_docx(ban) and "Tám" in _chu_docx(ban)
    assert {"truong.tab", "truong.xuong_dong"} <= {f.ma for f in ban.findings}


@pytest.mark.parametrize("ky_tu", ["\x00", "\x1b", "\x7f", "\ue000", "\uf0b7", "\ufffe", "\U000f0001", "\ud800"])
@pytest.mark.parametrize("truong", ["goi_thon", "chi_tieu_khac"])
def test_ky_tu_khong_in_duoc_bi_tu_choi(ky_tu: str, truong: str) -> None:
    gia_tri: object = f"a{ky_tu}b" if truong == "goi_thon" else ["được", f"a{ky_tu}b"]
    ban = soan_thu(nghi_quyet(truong={truong: gia_tri}))
    f = mot(ban, "truong.ky_tu")
    assert f"U+{ord(ky_tu):04X}" in f.thong_bao and "vị trí 2" in f.thong_bao
    assert not ban.files


def test_ten_rat_dai_va_ba_tram_noi_nhan_khong_mat_chu_nao() -> None:
    ten = "Ban Quản lý " + "dự án đầu tư xây dựng " * 9
    noi_nhan = [f"Cơ quan thứ {i}" for i in range(1, 301)]
    ban = soan_thu(
        ke_hoach(
            truong={"co_quan": {"ten": ten, "chu_quan": f"UBND {XA}", "viet_tat": "BQL", "dia_danh": "Địa danh rất dài " * 8}},
            van_ban={"noi_nhan": noi_nhan},
        )
    )
    assert ban.ok
    chu = " ".join(_chu_docx(ban).split())
    assert " ".join(ten.upper().split()) in chu
    assert all(f"- {dong};" in chu for dong in noi_nhan)
    (ten_tep,) = ban.files
    assert len(ten_tep) <= 120 and ten_tep.isascii()


@pytest.mark.parametrize("noi_dung", ["", "  \n\t\n", None, []])
def test_khong_co_loi_van_la_loi(noi_dung: object) -> None:
    ban = soan_thu(ke_hoach(truong={"noi_dung": noi_dung}))
    assert ("truong.thieu", "truong.noi_dung") in cac_loi(ban)
    assert not ban.files


def test_ban_nhap_lam_du_con_loi_va_tu_noi_minh_la_nhap() -> None:
    ban = soan_thu(nghi_quyet(truong={"khoa": ""}), nhap=True)
    assert cac_loi(ban) == {("truong.thieu", "truong.khoa")}
    assert "Bản nháp còn lỗi".casefold() in _chu_docx(ban).casefold()
    sach = soan_thu(nghi_quyet(), nhap=True)
    assert "nháp" not in _chu_docx(sach).casefold()


# --- văn bản quy phạm pháp luật -------------------------------------------------------------------------------------


@pytest.mark.parametrize("nhap", [False, True])
@pytest.mark.parametrize(
    ("doi", "ma", "duong_dan"),
    [
        ({"che_do": "qppl_2025"}, "che_do.chua_co", "che_do"),
        ({"che_do": "qppl_2016"}, "che_do.chua_co", "che_do"),
        ({"van_ban": {"so": "49/2023"}}, "che_do.so_co_nam", "van_ban.so"),
        ({"van_ban": {"so": "49/2023/NQ-HĐND"}}, "che_do.so_co_nam", "van_ban.so"),
        ({"van_ban": {"so": "/2026"}}, "che_do.so_co_nam", "van_ban.so"),
        ({"van_ban": {"ky_hieu": "2023/NQ-HĐND"}}, "che_do.so_co_nam", "van_ban.ky_hieu"),
        ({"van_ban": {"ky_hieu": "NQ-HĐND/2023"}}, "che_do.so_co_nam", "van_ban.ky_hieu"),
    ],
)
def test_van_ban_quy_pham_bi_tu_choi_ca_khi_xin_nhap(doi: dict[str, object], ma: str, duong_dan: str, nhap: bool) -> None:
    ban = soan_thu(nghi_quyet(**doi), nhap=nhap)
    assert (ma, duong_dan) in cac_loi(ban)
    assert "quy phạm pháp luật" in mot(ban, ma).thong_bao
    assert not ban.files


@pytest.mark.parametrize(
    ("so", "ma"),
    [("2023", None), ("5", None), ("27/NQ-HĐND", "SK-04"), ("ba", "SK-02"), ("0", "SK-02"), ("-5", "SK-02"), ("٣", "SK-02")],
)
def test_so_van_ban(so: str, ma: str | None) -> None:
    ban = soan_thu(nghi_quyet(van_ban={"so": so}))
    assert cac_loi(ban) == ({(ma, "van_ban.so")} if ma else set())


@pytest.mark.parametrize(("ky_hieu", "sai"), [("NQ-HĐND", 0), ("QyĐ-UBND", 0), ("NQ–HĐND", 1), ("nq-HĐND", 1), ("NQ - HĐND", 1)])
def test_ky_hieu_sai_loi_thi_canh_bao(ky_hieu: str, sai: int) -> None:
    ban = soan_thu(nghi_quyet(van_ban={"ky_hieu": ky_hieu}))
    assert len([f for f in ban.findings if f.ma == "SK-03"]) == sai
    assert ban.ok


def test_phieu_sach_chi_co_ghi_chu() -> None:
    ban = soan_thu(nghi_quyet(), the_gioi=THE_GIOI)
    assert {f.muc for f in ban.findings} <= {MucDo.GHI_CHU}
    assert list(ban.files) == ["nghi_quyet_29602_xa-long-ho.docx"]
