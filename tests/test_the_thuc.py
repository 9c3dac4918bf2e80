"""Mọi ví dụ của mọi mẫu đúng thể thức trên tệp DOCX đọc lại; mỗi phép kiểm bắt được lỗi cấy của nó."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import etree

from drafter.app import soan
from drafter.docx_doc import doc
from tests.the_thuc import dau, loi_chu, than_cuoi, trang
from tests.the_thuc.giai_phau import CAC_LOAI, VanBanDoc, cac_van_ban, chu
from tests.the_thuc.loi_cay import LOI_CAY, LoiCay, SuaDocx
from tests.the_thuc.quy_tac import QUY_TAC, QuyTac, ca_van_ban
from tests.the_thuc.vi_du import CAC_VI_DU, docx_cua, ten, the_gioi, van_ban_cua, vi_du

# Nạp bốn module ấy là ghi phép kiểm vào sổ.
assert dau and loi_chu and than_cuoi and trang

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NQ, QD, QC, KH = CAC_LOAI

# Mọi mã của mục 7 và của các mục 1.1–1.6, 3.3, 3.4 trong đặc tả thể thức có liên quan.
CAC_MA = """
    T-001 T-002 T-003 T-010 T-011 T-012 T-020 T-021 T-022 T-023 T-024 T-025 T-026 T-030 T-031 T-032 T-033 T-034 T-040 T-041
    T-042 T-050 T-051 T-052 T-053 T-054 T-060 T-061 T-062 T-070 T-080 T-090 T-091 T-092 T-100
    CH-01 CH-02 CH-03 CH-04 CH-05 CH-06 CH-07 CH-08 CH-09 CH-10 QH-01 QH-02 QH-03 QH-04 CQ-01 CQ-02 CQ-03 CQ-04
    SK-01 SK-02 SK-03 SK-04 SK-05 SK-06 SK-07 SK-08 SK-09 DD-01 DD-02 DD-03 DD-04 DD-05 DD-06 DD-07
    TL-01 TL-02 TL-03 TL-04 TL-05 CC-01 CC-02 CC-03 CC-04 CC-05 VD-01 VD-02
    ND-01 ND-02 ND-03 ND-04 ND-05 ND-06 ND-07 ND-08 ND-09 ND-10 ND-11 ND-12 ND-13
    KY-01 KY-02 KY-03 KY-04 KY-05 KY-06 KY-07 DA-01 DA-02 DA-03
    NN-01 NN-02 NN-03 NN-04 NN-05 NN-06 NN-07 NN-08 NN-09 NN-10 NN-11 PL-01 PL-02 PL-03 PL-04 PL-05 PL-06 PL-07 PL-08
    VH-13 VH-19
"""

# Điều kiện thử bằng phiếu riêng vì cần số, ngày, khóa do người điền chọn: mã → phép thử giữ nó.
THU_RIENG = {
    "T-020": "test_so_duoi_muoi_them_mot_so_khong",
    "T-021": "test_so_duoi_muoi_them_mot_so_khong",
    "T-024": "test_ngay_thang_theo_quy_tac_so_khong",
    "T-025": "test_ngay_thang_theo_quy_tac_so_khong",
    "T-026": "test_dia_danh_thanh_pho_ho_chi_minh_giu_du",
    "T-061": "test_dong_kem_theo_chua_cap_so_thi_chua_trong",
    "T-092": "test_khoa_lay_tu_phieu_khong_tinh_tu_nam",
}

# Không áp dụng cho cả bốn loại.
KHONG_AP_DUNG = {
    "T-022": "chỉ công văn",
    "T-023": "chỉ quy định",
    "T-033": "chỉ văn bản quy phạm pháp luật",
    "T-034": "chỉ văn bản quy phạm pháp luật",
    "T-040": "Kính gửi: chỉ công văn, tờ trình, báo cáo; NN-01 giữ cho bốn loại này không có Kính gửi",
    "T-042": "chỉ công văn",
    "T-062": "chỉ biên bản",
    "T-070": "không mẫu nào có phụ lục; test_khong_vi_du_nao_can_phep_kiem_chua_co giữ cho điều này còn đúng",
    "T-080": "chỉ bản sao",
    "SK-05": "chỉ công văn",
    "SK-07": "chữ viết tắt cơ quan do người đứng đầu cơ quan quy định",
    "SK-08": "dãy số do văn thư giữ, không nằm trong một tệp",
    "DD-04": "chỉ cơ quan trung ương",
    "DD-07": "chỉ quân đội, công an",
    "TL-04": "chỉ công văn",
    "TL-05": "chỉ giấy giới thiệu, giấy nghỉ phép",
    "KY-03": "chỉ hội đồng, ban chỉ đạo; không mẫu nào dùng",
    "KY-04": "chữ ký tay",
    "KY-06": "con dấu",
    "KY-07": "con dấu",
    "DA-01": "ký số sau khi tệp đã làm",
    "DA-02": "ký số sau khi tệp đã làm",
    "DA-03": "ký số sau khi tệp đã làm",
    "NN-02": "Kính gửi, xem T-040",
    "NN-03": "Kính gửi, xem T-040",
    "NN-04": "Kính gửi, xem T-040",
    "NN-08": "Kính gửi, xem T-040",
    "NN-10": "chỉ giấy giới thiệu, biên bản",
    "NN-11": "ký hiệu người soạn: chỉ khi cần, không mẫu nào dùng",
    "PL-01": "phụ lục, xem T-070",
    "PL-02": "phụ lục, xem T-070",
    "PL-03": "phụ lục, xem T-070",
    "PL-04": "phụ lục, xem T-070",
    "PL-07": "ký số sau khi tệp đã làm",
}

_KEM_THEO = "văn bản kèm theo không có thành phần này (mẫu 1.3); T-060, M-3.3 giữ cho nó vắng"
_KHONG_LENH = "kế hoạch không có thẩm quyền, QUYẾT …: (mẫu 1.4); M-3.3 giữ cho nó vắng"
# Phép kiểm nào không áp dụng cho loại nào, vì sao.
KHONG_AP_DUNG_CHO = {
    ("SK-01", QC): _KEM_THEO,
    ("DD-01", QC): _KEM_THEO,
    ("DD-05", QC): _KEM_THEO,
    ("M-1.1", QC): _KEM_THEO,
    ("M-1.1", KH): _KHONG_LENH,
    ("T-030", QC): _KEM_THEO,
    ("T-030", KH): _KHONG_LENH,
    ("T-031", QC): _KEM_THEO,
    ("CC-02", QC): _KEM_THEO,
    ("T-032", QC): _KEM_THEO,
    ("CC-04", QC): _KEM_THEO,
    ("CC-05", QC): _KEM_THEO,
    ("CC-05", NQ): "nghị quyết dùng “Xét Tờ trình …”, không “Theo đề nghị”",
    ("CC-05", KH): "kế hoạch không bắt buộc “Theo đề nghị”",
    ("T-051", NQ): "các nghị quyết chia thẳng thành Điều",
    ("T-051", QD): "quyết định chia thẳng thành Điều",
    ("T-051", KH): "kế hoạch chia theo mục La Mã",
    ("ND-06", NQ): "các nghị quyết chia thẳng thành Điều",
    ("ND-06", QD): "quyết định chia thẳng thành Điều",
    ("ND-06", KH): "kế hoạch chia theo mục La Mã",
    ("T-052", KH): "kế hoạch chia theo mục La Mã",
    ("ND-10", QD): "khoản của quyết định không có tiêu đề",
    ("ND-10", QC): "khoản của quy chế không có tiêu đề",
    ("ND-12", NQ): "nghị quyết chia theo Điều",
    ("ND-12", QD): "quyết định chia theo Điều",
    ("ND-12", QC): "quy chế chia theo Điều",
    ("T-060", NQ): "chỉ văn bản kèm theo",
    ("T-060", QD): "chỉ văn bản kèm theo",
    ("T-060", KH): "chỉ văn bản kèm theo",
    ("VD-03", QD): "lời văn quyết định không dẫn luật; căn cứ do T-032 giữ",
    ("GIU-2", QC): _KEM_THEO,
    ("KY-01", QC): _KEM_THEO,
    ("KY-02", QC): _KEM_THEO,
    ("KY-05", QC): _KEM_THEO,
    ("NN-05", QC): _KEM_THEO,
    ("NN-06", QC): _KEM_THEO,
    ("T-041", QC): _KEM_THEO,
    ("NN-09", QC): _KEM_THEO,
    ("NN-09", KH): "chỉ nghị quyết, quyết định",
}


# --- sổ phép kiểm đủ và không thừa -------------------------------------------------------------------------------------


def test_moi_ma_cua_dac_ta_deu_co_cho() -> None:
    giu = {m for q in QUY_TAC.values() for m in q.giu}
    assert sorted(set(CAC_MA.split()) - giu - set(THU_RIENG) - set(KHONG_AP_DUNG)) == []
    assert sorted((set(THU_RIENG) | set(KHONG_AP_DUNG)) - set(CAC_MA.split())) == []
    assert sorted(giu & set(KHONG_AP_DUNG)) == []
    for ten_thu in THU_RIENG.values():
        assert callable(globals()[ten_thu])


def test_loai_khong_ap_dung_deu_co_ly_do() -> None:
    thieu = {(q.ma, loai) for q in QUY_TAC.values() for loai in CAC_LOAI if loai not in q.loai}
    assert thieu == set(KHONG_AP_DUNG_CHO)
    assert all(KHONG_AP_DUNG_CHO.values()) and all(KHONG_AP_DUNG.values())


@pytest.fixture(scope="session")
def theo_loai() -> Mapping[str, list[VanBanDoc]]:
    """Mọi văn bản đọc được trong các ví dụ, xếp theo loại."""
    ra: dict[str, list[VanBanDoc]] = {loai: [] for loai in CAC_LOAI}
    for tep in CAC_VI_DU:
        for v in van_ban_cua(tep):
            ra.setdefault(v.loai, []).append(v)
    return ra


def test_moi_vi_du_thuoc_bon_loai_da_co_phep_kiem(theo_loai: Mapping[str, list[VanBanDoc]]) -> None:
    la = set(theo_loai) - set(CAC_LOAI)
    assert not la, f"chưa có phép kiểm cho loại {sorted(la)}: thêm loại vào giai_phau.LOAI và khai từng phép kiểm cho nó"
    assert all(theo_loai.values())


@pytest.mark.parametrize("ma", sorted(QUY_TAC))
def test_phep_kiem_co_thu_de_xem(ma: str, theo_loai: Mapping[str, list[VanBanDoc]]) -> None:
    """Phép kiểm khai cho một loại thì phải gặp thứ nó xem trong loại ấy; khai không áp dụng thì thứ ấy phải vắng thật."""
    q = QUY_TAC[ma]
    for loai in CAC_LOAI:
        co = any(q.chon(v) for v in theo_loai[loai])
        if loai in q.loai:
            assert co, f"{ma} không có gì để xem ở {loai}"
        elif q.chon is not ca_van_ban:
            assert not co, f"{ma} khai không áp dụng cho {loai} mà {loai} có thứ ấy"


def test_khong_vi_du_nao_can_phep_kiem_chua_co(theo_loai: Mapping[str, list[VanBanDoc]]) -> None:
    for v in (v for cac in theo_loai.values() for v in cac):
        for d in v.doan:
            assert not re.fullmatch(r"(Phụ lục|PHỤ LỤC)( [IVX]+)?", chu(d).strip()), f"có phụ lục: {chu(d)}"
            assert not re.fullmatch(r"Phần [IVX]+", chu(d).strip()), f"có Phần: {chu(d)}"
        assert not [d for d in v.ky[len(v.quyen_han) :] if chu(d).strip() and d is not v.ho_ten], "có chức vụ khác trên họ tên"
        assert not v.sau_cung


# --- các ví dụ -----------------------------------------------------------------------------------------------------------


def test_co_vi_du_de_kiem() -> None:
    assert len(CAC_VI_DU) >= 29


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_vi_du_dung_the_thuc(tep: Path) -> None:
    sai = [cau for v in van_ban_cua(tep) for q in QUY_TAC.values() for cau in q.sai(v)]
    assert sai == []


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_kem_theo_nhac_dung_so_ngay_cua_quyet_dinh(tep: Path) -> None:
    chinh, *phu = van_ban_cua(tep)
    for v in phu:
        assert chinh.so is not None and chinh.ngay is not None and v.kem_theo is not None
        so = re.sub(r"Số:\s*", "", chu(chinh.so))
        ngay = chu(chinh.ngay).partition(", ")[2]
        assert re.sub(r"\s+", " ", f"số {so.strip()} {ngay} của") in re.sub(r"\s+", " ", chu(v.kem_theo))


def _khe(ten_thuoc_tinh: object) -> str:
    return str(ten_thuoc_tinh).rsplit("}", 1)[-1]


def phong_khai(du_lieu: bytes) -> list[str]:
    """Chỗ khai phông không phải Times New Roman ở bất cứ phần nào, và khe phông mặc định còn thiếu (CH-07)."""
    sai = []
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
        for phan in (t for t in goi.namelist() if t.startswith("word/") and t.endswith(".xml")):
            for pt in etree.fromstring(goi.read(phan)).iter(f"{W}rFonts"):
                sai += [f"{phan}: {_khe(k)}={val!s}" for k, val in pt.attrib.items() if val != "Times New Roman"]
        mac_dinh = etree.fromstring(goi.read("word/styles.xml")).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    khe = set() if mac_dinh is None else {_khe(k) for k in mac_dinh.attrib}
    return sai + [f"mặc định không khai phông {k}" for k in ("ascii", "hAnsi", "cs", "eastAsia") if k not in khe]


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_phong_khai_du_bon_khe(tep: Path) -> None:
    assert phong_khai(docx_cua(tep)) == []


def test_bat_duoc_phong_khai_thieu() -> None:
    s = SuaDocx(docx_cua(CAC_VI_DU[0]))
    pt = s.cay("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert pt is not None
    del pt.attrib[f"{W}eastAsia"]
    pt.set(f"{W}cs", "Arial")
    assert phong_khai(s.luu()) == ["word/styles.xml: cs=Arial", "mặc định không khai phông eastAsia"]


# --- lỗi cấy -------------------------------------------------------------------------------------------------------------


def test_moi_phep_kiem_deu_co_loi_cay() -> None:
    assert {c.ma for c in LOI_CAY} == set(QUY_TAC)


@pytest.mark.parametrize("cay", LOI_CAY, ids=lambda c: f"{c.ma} {c.viec}")
def test_bat_duoc_loi_cay(cay: LoiCay) -> None:
    q: QuyTac = QUY_TAC[cay.ma]
    goc = vi_du(cay.vi_du)
    assert [cau for v in van_ban_cua(goc) for cau in q.sai(v)] == []
    s = SuaDocx(docx_cua(goc))
    cay.cay(s)
    assert [cau for v in cac_van_ban(doc(s.luu())) for cau in q.sai(v)]


# --- số, ngày, địa danh, khóa do người điền chọn --------------------------------------------------------------------------


@cache
def _phieu(ten_ngan: str) -> Mapping[str, object]:
    return dict(yaml.load(vi_du(ten_ngan).read_text(encoding="utf-8"), yaml.BaseLoader))


def _soan(ten_ngan: str, van_ban: Mapping[str, object], truong: Mapping[str, object] | None = None) -> tuple[VanBanDoc, ...]:
    goc = _phieu(ten_ngan)
    phieu = {**goc, "van_ban": {**goc["van_ban"], **van_ban}, "truong": {**goc["truong"], **(truong or {})}}  # type: ignore[dict-item]
    ban = soan(phieu, the_gioi=the_gioi())
    assert ban.files, [f.thong_bao for f in ban.findings if f.muc == "loi"]
    (tep,) = ban.files.values()
    return cac_van_ban(doc(tep))


KH_XA = "ke_hoach/dan_chu_co_so/xa_long_ho_2026"
NQ_XA = "nghi_quyet/dan_chu_co_so/xa_long_ho_2026"
QC_XA = "quy_che/dan_chu_cap_xa/xa_2025"


@pytest.mark.parametrize(("so", "dung"), [("5", "05"), ("05", "05"), ("9", "09"), ("10", "10"), ("120", "120"), ("3122", "3122")])
def test_so_duoi_muoi_them_mot_so_khong(so: str, dung: str) -> None:
    (kh,) = _soan(KH_XA, {"so": so})
    assert kh.so is not None and chu(kh.so) == f"Số: {dung}/KH-UBND"
    qd, qc = _soan(QC_XA, {"so": so})
    assert qd.so is not None and chu(qd.so) == f"Số: {dung}/QĐ-UBND"
    assert qc.kem_theo is not None and f"Quyết định số {dung}/QĐ-UBND ngày" in chu(qc.kem_theo)


@pytest.mark.parametrize(
    ("ngay", "dung"),
    [
        ("2026-03-05", "ngày 05 tháng 3 năm 2026"),
        ("2026-01-15", "ngày 15 tháng 01 năm 2026"),
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-12-31", "ngày 31 tháng 12 năm 2026"),
        ("2026-10-09", "ngày 09 tháng 10 năm 2026"),
    ],
)
def test_ngay_thang_theo_quy_tac_so_khong(ngay: str, dung: str) -> None:
    assert date.fromisoformat(ngay)
    (kh,) = _soan(KH_XA, {"ngay": ngay})
    assert kh.ngay is not None and chu(kh.ngay) == f"Long Hồ, {dung}"


def test_dia_danh_thanh_pho_ho_chi_minh_giu_du() -> None:
    (kh,) = _soan("ke_hoach/khung/phuong_2026", {"ngay": "2026-09-29"}, {"co_quan": "UBND Thành phố Hồ Chí Minh"})
    assert kh.ngay is not None and chu(kh.ngay) == "Thành phố Hồ Chí Minh, ngày 29 tháng 9 năm 2026"
    assert [cau for q in QUY_TAC.values() if q.ma.startswith("DD") for cau in q.sai(kh)] == []


def test_dong_kem_theo_chua_cap_so_thi_chua_trong() -> None:
    goc = dict(_phieu(QC_XA))
    van_ban = {k: val for k, val in dict(goc["van_ban"]).items() if k not in ("so", "ngay")}  # type: ignore[call-overload]
    ban = soan({**goc, "trang_thai": "du_thao", "van_ban": van_ban}, the_gioi=the_gioi())
    (tep,) = ban.files.values()
    _, qc = cac_van_ban(doc(tep))
    assert qc.kem_theo is not None
    assert re.match(r"\(Kèm theo Quyết định số {3,}/QĐ-UBND ngày {3,} tháng {3,} năm ( {3,}|\d{4}) của ", chu(qc.kem_theo))
    assert QUY_TAC["T-060"].sai(qc) == []


@pytest.mark.parametrize("khoa", ["I", "II", "XXI"])
def test_khoa_lay_tu_phieu_khong_tinh_tu_nam(khoa: str) -> None:
    (nq,) = _soan(NQ_XA, {}, {"khoa": khoa})
    assert set(re.findall(r"(?:khóa|KHÓA) ([IVX]+)", nq.chu_het())) == {khoa}
    assert re.search(rf"KHÓA {khoa}\b", "\n".join(chu(d) for d in nq.tham_quyen))


def test_khong_ghi_khoa_thi_khong_tu_dat_khoa() -> None:
    goc = dict(_phieu("nghi_quyet/khung/xa_2026"))
    truong = {k: val for k, val in dict(goc["truong"]).items() if k not in ("khoa", "ky_hop")}  # type: ignore[call-overload]
    truong["noi_dung"] = "Điều 1. Thông qua kế hoạch.\nĐiều 2. Giao Ủy ban nhân dân xã thực hiện."
    van_ban = {k: val for k, val in dict(goc["van_ban"]).items() if k != "cau_ket"}  # type: ignore[call-overload]
    ban = soan({**goc, "truong": truong, "van_ban": van_ban}, the_gioi=the_gioi())
    (tep,) = ban.files.values()
    (nq,) = cac_van_ban(doc(tep))
    assert "KHÓA" not in nq.chu_het() and "khóa" not in nq.chu_het()
