"""Văn bản thật: kế hoạch 002, dự thảo nghị quyết 003 soạn lại không mất một chữ; hai văn bản kể trong tin 001 có mẫu."""

from __future__ import annotations

import difflib
import re
from datetime import date

import pytest

from drafter.app import Draft, soan
from drafter.docx_doc import doc
from drafter.world import World
from tests.mau_that import mau_that

pytestmark = pytest.mark.can_co("van_ban_mau")
THE_GIOI = World(date(2026, 11, 22), World.that().noi_mau)


def _tu(chu: str) -> list[str]:
    return chu.split()


def _docx(ban: Draft) -> str:
    (noi_dung,) = ban.files.values()
    return doc(noi_dung).van_ban()


def _them_bot(goc: list[str], ra: list[str]) -> tuple[list[str], list[str]]:
    """(từ mất, từ thêm) khi đi từ bản gốc sang bản soạn."""
    mat, them = [], []
    for viec, i1, i2, j1, j2 in difflib.SequenceMatcher(None, goc, ra, autojunk=False).get_opcodes():
        if viec != "equal":
            mat += goc[i1:i2]
            them += ra[j1:j2]
    return mat, them


@pytest.fixture(scope="module")
def goc_002() -> str:
    return mau_that("002")[0]


@pytest.fixture(scope="module")
def ban_002(goc_002: str) -> Draft:
    noi_dung = goc_002[goc_002.index("Ủy ban nhân dân thị trấn Chi Lăng xây") : goc_002.index("Nơi nhận:")]
    # Người soạn gõ chú thích theo ký pháp; chữ "¹" của bản gốc là số mũ, không phải lời văn.
    noi_dung = re.sub(r"^¹ ", "[^1]: ", noi_dung, flags=re.MULTILINE).replace("¹", "[^1]")
    noi_nhan = [d[2:] for d in goc_002[goc_002.index("Nơi nhận:") :].splitlines() if d.startswith("- ")]
    phieu = {
        "mau": "ke_hoach/khung",
        "trang_thai": "da_ky",
        "van_ban": {
            "ngay": "01/4/2024",
            "dia_danh": "TT Chi Lăng",
            "trich_yeu": goc_002.split("KẾ HOẠCH\n")[1].splitlines()[0],
            "can_cu": [d for d in goc_002.splitlines() if d.startswith("Căn cứ")],
            "nguoi_ky": {"ho_ten": goc_002.strip().splitlines()[-1], "chuc_vu": "Chủ tịch"},
            "hinh_thuc_ky": "khong",
            "noi_nhan": noi_nhan,
        },
        "truong": {"co_quan": "UBND thị trấn Chi Lăng, huyện Chi Lăng, tỉnh Lạng Sơn", "noi_dung": noi_dung},
    }
    return soan(phieu, the_gioi=THE_GIOI)


def test_002_du_tung_chu_dung_thu_tu(goc_002: str, ban_002: Draft) -> None:
    dong = [d for d in goc_002.splitlines() if d.strip()]
    chu_thich = next(d for d in dong if d.startswith("¹"))
    goc = _tu("\n".join(d for d in dong if d is not chu_thich).replace("¹", "")) + _tu(chu_thich.lstrip("¹"))
    mat, them = _them_bot(goc, _tu(_docx(ban_002)))
    assert mat == []
    assert them == _tu("ỦY BAN NHÂN DÂN THỊ TRẤN CHI LĂNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc")


def test_002_chu_thich_that_o_dung_cho(goc_002: str, ban_002: Draft) -> None:
    tep = doc(next(iter(ban_002.files.values())))
    (chu_thich,) = tep.chu_thich
    assert (
        "".join(d.van_ban() for d in chu_thich.doan).split()
        == next(d for d in goc_002.splitlines() if d.startswith("¹"))[1:].split()
    )


def test_002_giu_so_da_go_va_bo_cuc(ban_002: Draft) -> None:
    assert ban_002.bo is not None
    muc = [n.nhan_go for n in ban_002.bo.van_ban[0].than if hasattr(n, "nhan_go")]
    assert muc == ["I-", "II-", "III."]
    tep = doc(next(iter(ban_002.files.values())))
    dam = {d.van_ban() for d in tep.doan if d.chu and all(r.dam for r in d.chu)}
    assert {"I- MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "III. TỔ CHỨC THỰC HIỆN", "CHỦ TỊCH", "Triệu Văn Thanh"} <= dam


# Lỗi thật của bản 002, đọc bằng mắt: kiểu đánh số lẫn lộn, ký không TM., căn cứ viết tắt ngày và thừa phẩy, chữ hoa sau ";",
# đoạn bị ngắt giữa câu, gạch dài, địa danh viết tắt.
LOI_002 = [
    ("notation", "“I-”"),
    ("danh_so", "“I-” và “III.”"),
    ("KY-01", "TM."),
    ("DD-03", "ngày 26/3/2024"),
    ("CC-02", "108/KH-UBND, ngày"),
    ("chinh_ta", "Thực"),
    ("chinh_ta", "xóa"),
    ("chinh_ta", "–"),
    ("DD-05", "TT"),
]


@pytest.mark.parametrize(("ma", "chu"), LOI_002)
def test_002_noi_ra_cho_la(ban_002: Draft, ma: str, chu: str) -> None:
    assert any(f.ma.startswith(ma) and chu in f.thong_bao for f in ban_002.findings), [
        (f.ma, f.thong_bao) for f in ban_002.findings
    ]


def test_002_noi_ra_thu_da_them(ban_002: Draft) -> None:
    (them,) = [f for f in ban_002.findings if f.ma == "them.the_thuc"]
    assert "Quốc hiệu và Tiêu ngữ" in them.thong_bao
    assert "THỊ TRẤN CHI LĂNG" in them.thong_bao.upper()


@pytest.fixture(scope="module")
def goc_003() -> str:
    return mau_that("003")[0]


@pytest.fixture(scope="module")
def ban_003(goc_003: str) -> Draft:
    dau, cuoi = goc_003.index("Điều 1."), goc_003.index("Nghị quyết này được Hội đồng")
    phieu = {
        "mau": "nghi_quyet/khung",
        "xet_theo": "2024-06-30",
        "trang_thai": "du_thao",
        "van_ban": {
            "ngay": {"nam": "2024"},
            "trich_yeu": " ".join(_tu(goc_003[goc_003.index("Về việc") : goc_003.index("[bookmark")])),
            "can_cu": [d for d in goc_003.splitlines() if d.startswith(("Căn cứ", "Xét"))],
            "cau_ket": goc_003[cuoi:].strip(),
        },
        "truong": {
            "co_quan": "HĐND huyện Vĩnh Linh, tỉnh Quảng Trị",
            "khoa": "VI",
            "ky_hop": "thứ …",
            "noi_dung": goc_003[dau:cuoi],
        },
    }
    return soan(phieu, the_gioi=THE_GIOI)


def test_003_du_tung_chu_dung_thu_tu(goc_003: str, ban_003: Draft) -> None:
    # Số trang "7", dấu trang của Word và ô "DỰ THẢO" dính vào tên loại là vết của lần chép ra chữ, không phải lời văn.
    goc = goc_003.strip().removeprefix("7").replace("[bookmark: _GoBack]", "").replace("NGHỊ QUYẾTDỰ THẢO", "NGHỊ QUYẾT")
    ra = _docx(ban_003)
    assert "DỰ THẢO" in ra
    mat, them = _them_bot(_tu(goc), _tu(ra.replace("DỰ THẢO", "", 1)))
    assert mat == []
    assert them == _tu("Nơi nhận: - Lưu: VT. CHỦ TỊCH")


def test_003_dieu_khoan_diem(ban_003: Draft) -> None:
    tep = doc(next(iter(ban_003.files.values())))
    dam = [d.van_ban() for d in tep.doan if d.chu and all(r.dam for r in d.chu if r.chu.strip())]
    assert "Điều 2. Nguồn kinh phí thực hiện" in dam
    assert "1. Mục tiêu chung" in dam
    dieu_1 = next(d for d in tep.doan if d.van_ban().startswith("Điều 1."))
    assert [r.dam for r in dieu_1.chu if r.chu.strip()] == [True, False]


LOI_003 = [
    ("danh_so", "“1.” sau “2.”"),
    ("chinh_ta", "trước dấu “,”"),
    ("chinh_ta", "nháy"),
    ("nhat_quan", "“VI”"),
    ("trang_thai.cau_thong_qua", "thông qua"),
    ("NN-06", "Lưu"),
]


@pytest.mark.parametrize(("ma", "chu"), LOI_003)
def test_003_noi_ra_cho_la(ban_003: Draft, ma: str, chu: str) -> None:
    assert any(f.ma.startswith(ma) and chu in f.thong_bao for f in ban_003.findings), [
        (f.ma, f.thong_bao) for f in ban_003.findings
    ]


MAU = THE_GIOI.noi_mau[-1]


def test_001_nghi_quyet_27_hoa_vang() -> None:
    ban = soan(MAU / "nghi_quyet/dan_chu_co_so/vi_du/huyen_hoa_vang_2023.yaml", the_gioi=THE_GIOI)
    chu = _docx(ban)
    assert ban.ok
    assert "HỘI ĐỒNG NHÂN DÂN\nHUYỆN HÒA VANG" in chu
    assert "Số: 27/NQ-HĐND" in chu
    assert "Hòa Vang, ngày" in chu
    assert "năm 2023" in chu
    assert "QUYẾT NGHỊ:" in chu
    # Năm 2023 còn ba cấp: luật của năm ấy, không lẫn chữ của mô hình hai cấp.
    assert "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015" in chu
    assert "đặc khu" not in chu
    assert "2025" not in chu


def test_001_quy_che_co_quan_quan_lien_chieu() -> None:
    ban = soan(MAU / "quy_che/dan_chu_trong_co_quan/vi_du/quan_2024.yaml", the_gioi=THE_GIOI)
    chu = _docx(ban)
    assert ban.ok
    assert "QUẬN LIÊN CHIỂU" in chu
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN LIÊN CHIỂU" in chu
    assert "TM." not in chu
    assert "QUY CHẾ" in chu
    assert "(Kèm theo Quyết định số" in chu
    assert "đặc khu" not in chu
