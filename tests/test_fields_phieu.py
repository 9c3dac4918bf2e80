"""Đọc cả phiếu: mọi lỗi một lượt, giá trị luôn có, vệ sinh chữ, trường ghép và dãy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from drafter.fields import (
    DayGiaTri,
    GiaTri,
    GiaTriCanCu,
    GiaTriDonVi,
    GiaTriTrong,
    HangGiaTri,
    KetQuaTra,
    Nguoi,
    TruongKhai,
    doc_cac_khai,
    doc_dau_phieu,
    doc_phieu,
)
from drafter.findings import Finding, MucDo, canh_bao
from drafter.model import Nguon, TrangThai
from drafter.record import Cay, Day, La, Nhanh


@dataclass
class CoQuanThu:
    """Cơ quan của sổ đăng ký giả."""

    ten: str = "Ủy ban nhân dân xã Long Hồ"
    viet_tat: str = "UBND"
    loai: str = "ubnd"
    ma: str = "nd_30"


@dataclass
class BoiCanhThu:
    """Sổ đăng ký giả, nhớ những gì đã hỏi."""

    xet_theo: date = date(2025, 8, 1)
    da_hoi: list[tuple[str, str]] = field(default_factory=list)

    def tra_co_quan(self, chuoi: str, chu_quan: str) -> KetQuaTra:
        self.da_hoi.append((chuoi, chu_quan))
        if "Long Hồ" in chuoi:
            return KetQuaTra(CoQuanThu(), CoQuanThu().ten, (canh_bao("don_vi.cu", "Tên cũ."),))
        return KetQuaTra(None)

    def tra_can_cu(self, chuoi: str) -> KetQuaTra:
        return KetQuaTra(CoQuanThu(), "Nghị định số 30/2020/NĐ-CP") if "30" in chuoi else KetQuaTra(None)


KHAI, _LOI_KHAI = doc_cac_khai(
    {
        "co_quan": {"kieu": "don_vi", "nhan": "Cơ quan ban hành", "bat_buoc": "true", "vi_du": "UBND xã Long Hồ, tỉnh Vĩnh Long"},
        "so_thon": {"kieu": "so", "nhan": "Số thôn", "bat_buoc": "true", "vi_du": "12"},
        "ten_goi": {"kieu": "chu", "nhan": "Tên gọi", "mac_dinh": "Quy chế dân chủ"},
        "can_cu_rieng": {"kieu": "can_cu", "nhan": "Căn cứ riêng"},
        "phu_trach": {"kieu": "nguoi", "nhan": "Người phụ trách"},
        "viec": {"kieu": "danh_sach", "nhan": "Việc"},
        "moc": {"kieu": "danh_sach", "nhan": "Mốc", "phan_tu": {"kieu": "ngay"}},
        "chi_tieu": {
            "kieu": "bang",
            "nhan": "Chỉ tiêu",
            "cot": {"ten": {"kieu": "chu", "nhan": "Tên", "bat_buoc": "true"}, "muc": {"kieu": "so", "nhan": "Mức"}},
        },
        "noi_dung_them": {"kieu": "noi_dung", "nhan": "Nội dung thêm"},
        "cap_huyen": {"kieu": "chu", "nhan": "Cấp huyện", "den": "2025-06-30", "bat_buoc": "true"},
        "rieng_tinh": {"kieu": "chu", "nhan": "Riêng tỉnh", "cap": ["tinh"], "bat_buoc": "true"},
    },
    duong_dan="truong",
)


def la(chu: str, dong: int = 1) -> La:
    return La(chu, Nguon("", f"phieu.yaml:{dong}"))


def doc(muc: dict[str, Cay], *, cap: str | None = "xa") -> tuple[dict[str, object], list[Finding]]:
    return doc_phieu(Nhanh(muc), KHAI, BoiCanhThu(), cap=cap, duong_dan="truong")


DU: dict[str, Cay] = {"co_quan": la("UBND xã Vô Danh"), "so_thon": la("12")}


def chu(muc: dict[str, Cay]) -> list[tuple[str, str]]:
    return [(f.ma, f.duong_dan) for f in doc({**DU, **muc})[1]]


def test_khai_cua_bai_thu_khong_loi() -> None:
    assert _LOI_KHAI == [] and len(KHAI) == 11


def test_moi_loi_trong_mot_luot() -> None:
    gia_tri, tim = doc(
        {"so_thon": la("mười", 2), "ten_gọi": la("A", 3), "viec": Nhanh({"a": la("b", 4)}), "chi_tieu": la("x", 5)},
        cap="xa",
    )
    assert [(f.ma, f.duong_dan) for f in tim] == [
        ("truong.la", "truong.ten_gọi"),
        ("truong.thieu", "truong.co_quan"),
        ("truong.so", "truong.so_thon"),
        ("truong.hinh_dang", "truong.viec"),
        ("truong.hinh_dang", "truong.chi_tieu"),
    ]
    assert tim[0].nguon == Nguon("truong.ten_gọi", "phieu.yaml:3")
    assert "“ten_goi”" in tim[0].cach_sua
    assert "UBND xã Long Hồ, tỉnh Vĩnh Long" in tim[1].cach_sua
    assert set(gia_tri) == set(KHAI)


def test_goi_y_theo_nhan() -> None:
    _, tim = doc({**DU, "Tên gọi": la("A")})
    assert "“ten_goi”" in tim[0].cach_sua


def test_thieu_thi_chi_cho_cua_o_trong() -> None:
    _, tim = doc({"so_thon": la(" ", 7), "co_quan": la("UBND xã X")})
    assert [(f.ma, f.nguon.cho if f.nguon else "") for f in tim] == [("truong.thieu", "phieu.yaml:7")]


def test_gia_tri_trong_van_mang_khai_bao() -> None:
    gia_tri, _ = doc({"so_thon": la("mười")})
    so_thon, co_quan = gia_tri["so_thon"], gia_tri["co_quan"]
    assert isinstance(so_thon, GiaTriTrong) and not so_thon and so_thon.khai.nhan == "Số thôn"
    assert isinstance(co_quan.ten, GiaTriTrong)  # type: ignore[attr-defined]
    assert not gia_tri["phu_trach"] and gia_tri["viec"] == () and gia_tri["chi_tieu"] == ()


def test_mac_dinh_co_nguon_rieng() -> None:
    ten_goi = doc(DU)[0]["ten_goi"]
    assert isinstance(ten_goi, GiaTri)
    assert (str(ten_goi), ten_goi.nguon) == ("Quy chế dân chủ", Nguon("truong.ten_goi", "mặc định của mẫu"))


def test_truong_ngoai_ngay_va_ngoai_cap_khong_bi_hoi() -> None:
    gia_tri, tim = doc({**DU, "cap_huyen": la("Huyện A"), "rieng_tinh": la("B")})
    assert [(f.ma, f.muc) for f in tim] == [("truong.khong_hoi", MucDo.GHI_CHU)] * 2
    assert "01/08/2025" in tim[0].thong_bao and "cấp xa" in tim[1].thong_bao
    assert not gia_tri["cap_huyen"] and not gia_tri["rieng_tinh"]
    assert [f.duong_dan for f in doc(DU, cap="tinh")[1]] == ["truong.rieng_tinh"]
    assert [f.duong_dan for f in doc(DU, cap=None)[1]] == ["truong.rieng_tinh"]


def test_den_ke_ca_ngay_cuoi() -> None:
    _, tim = doc_phieu(Nhanh(DU), KHAI, BoiCanhThu(date(2025, 6, 30)), cap="xa", duong_dan="truong")
    assert [f.duong_dan for f in tim] == ["truong.cap_huyen"]


def test_don_vi_tu_so_dang_ky_va_tu_cac_phan() -> None:
    gia_tri, tim = doc({**DU, "co_quan": la("UBND xã Long Hồ", 9)})
    co_quan = gia_tri["co_quan"]
    assert isinstance(co_quan, GiaTriDonVi)
    assert (str(co_quan), co_quan.ten, co_quan.viet_tat, co_quan.loai) == (*("Ủy ban nhân dân xã Long Hồ",) * 2, "UBND", "ubnd")
    assert tim == [
        Finding("don_vi.cu", MucDo.CANH_BAO, "Tên cũ.", "truong.co_quan", nguon=Nguon("truong.co_quan", "phieu.yaml:9"))
    ]
    boi_canh = BoiCanhThu()
    phan: dict[str, Cay] = {"ten": la("Sở Lạ"), "chu_quan": la("UBND tỉnh A"), "viet_tat": la("SL"), "dia_danh": la("A")}
    gia_tri, tim = doc_phieu(Nhanh({**DU, "co_quan": Nhanh(phan)}), KHAI, boi_canh, cap="xa", duong_dan="truong")
    so_la = gia_tri["co_quan"]
    assert isinstance(so_la, GiaTriDonVi) and not tim
    assert (so_la.ten, so_la.viet_tat, so_la.dia_danh, so_la.loai, so_la.don_vi) == ("Sở Lạ", "SL", "A", "khac", None)
    assert boi_canh.da_hoi == [("Sở Lạ", "UBND tỉnh A")]
    assert chu({"co_quan": Nhanh({"viet_tat": la("SL")})}) == [("truong.thieu", "truong.co_quan.ten")]


def test_can_cu_lay_loi_vien_dan_hoac_giu_chu() -> None:
    vien_dan = doc({**DU, "can_cu_rieng": la("30/2020/NĐ-CP")})[0]["can_cu_rieng"]
    assert isinstance(vien_dan, GiaTriCanCu)
    assert (str(vien_dan), vien_dan.ma) == ("Nghị định số 30/2020/NĐ-CP", "nd_30")
    la_khac = doc({**DU, "can_cu_rieng": la("15/QĐ-X")})[0]["can_cu_rieng"]
    assert isinstance(la_khac, GiaTriCanCu)
    assert (str(la_khac), la_khac.ma) == ("15/QĐ-X", "")


def test_nguoi_tu_ho_ten_hoac_tu_phan() -> None:
    nguoi = doc({**DU, "phu_trach": la("Nguyễn Văn An")})[0]["phu_trach"]
    assert isinstance(nguoi, Nguoi) and nguoi
    assert (str(nguoi), nguoi.ho_ten.duong_dan, nguoi.chuc_vu) == ("Nguyễn Văn An", "truong.phu_trach.ho_ten", "")
    nguoi = doc({**DU, "phu_trach": Nhanh({"ho_ten": la("A"), "chuc_vu": la("Chủ tịch")})})[0]["phu_trach"]
    assert isinstance(nguoi, Nguoi)
    assert (nguoi.ho_ten, nguoi.chuc_vu) == ("A", "Chủ tịch")
    assert chu({"phu_trach": Nhanh({"hoten": la("A")})}) == [("truong.la", "truong.phu_trach.hoten")]


def test_danh_sach_bo_muc_trong_giu_so_thu_tu() -> None:
    gia_tri, tim = doc({**DU, "viec": Day((la("a"), la(""), la("c"))), "moc": Day((la("1/1/2025"), la("32/1/2025")))})
    viec = gia_tri["viec"]
    assert isinstance(viec, DayGiaTri) and viec == ("a", "c")
    assert [v.duong_dan for v in viec if isinstance(v, GiaTri)] == ["truong.viec[0]", "truong.viec[2]"]
    assert [(f.ma, f.duong_dan) for f in tim] == [("truong.ngay", "truong.moc[1]")]
    assert doc({**DU, "viec": la("một\n\nhai")})[0]["viec"] == ("một", "hai")


def test_bang_doc_tung_o() -> None:
    hang = Day((Nhanh({"ten": la("Thôn"), "muc": la("95,5")}), Nhanh({"ten": la(""), "muc": la("")}), Nhanh({"muc": la("x")})))
    gia_tri, tim = doc({**DU, "chi_tieu": hang})
    bang = gia_tri["chi_tieu"]
    assert isinstance(bang, DayGiaTri) and len(bang) == 2 and bang.khai.cot["muc"].kieu == "so"
    dau = bang[0]
    assert isinstance(dau, HangGiaTri) and dau.ten == "Thôn" and dau["muc"] == "95,5" and list(dau) == ["ten", "muc"]
    with pytest.raises(AttributeError):
        _ = dau.khong_co
    assert [(f.ma, f.duong_dan) for f in tim] == [
        ("truong.thieu", "truong.chi_tieu[2].ten"),
        ("truong.so", "truong.chi_tieu[2].muc"),
    ]
    assert chu({"chi_tieu": Day((Nhanh({"ten": la("a"), "mucc": la("1")}),))}) == [("truong.la", "truong.chi_tieu[0].mucc")]
    assert chu({"chi_tieu": Day((la("a"),))}) == [("truong.hinh_dang", "truong.chi_tieu[0]")]


@pytest.mark.parametrize(
    ("go", "ma", "noi"),
    [
        ("a\ue001b", "truong.ky_tu", "U+E001 ở vị trí 2"),
        ("a\x07", "truong.ky_tu", "U+0007 ở vị trí 2"),
        ("\ud800a", "truong.ky_tu", "U+D800 ở vị trí 1"),
        ("ab\uffff", "truong.ky_tu", "U+FFFF ở vị trí 3"),
        ("a\tb", "truong.tab", "Tab"),
        ("a\nb", "truong.xuong_dong", "nối"),
        ("a\u200bb", "truong.vo_hinh", "U+200B ở vị trí 2"),
        ("a\ufffdb", "truong.mat_chu", "U+FFFD ở vị trí 2"),
        ("a" * 2001, "truong.qua_dai", "2001"),
    ],
)
def test_ve_sinh_chu(go: str, ma: str, noi: str) -> None:
    gia_tri, tim = doc({**DU, "ten_goi": la(go)})
    assert [f.ma for f in tim] == [ma]
    assert noi in tim[0].thong_bao
    assert tim[0].muc is (MucDo.LOI if ma == "truong.ky_tu" else MucDo.CANH_BAO)
    assert not gia_tri["ten_goi"] if ma == "truong.ky_tu" else gia_tri["ten_goi"]


@pytest.mark.parametrize(
    ("go", "duoc"), [("  a b ", "a b"), ("a\tb", "a b"), ("a \n\n b", "a b"), ("a\r\nb", "a b"), ("a\u200bb", "ab")]
)
def test_chu_mot_dong_sau_khi_lam_sach(go: str, duoc: str) -> None:
    assert doc({**DU, "ten_goi": la(go)})[0]["ten_goi"] == duoc


def test_noi_dung_giu_dong_va_chuan_nfc() -> None:
    noi_dung = doc({**DU, "noi_dung_them": la("Điều 1. A\r\n1. Lê Ha\u0300")})[0]["noi_dung_them"]
    assert noi_dung == "Điều 1. A\n1. Lê Hà"


def test_chi_co_ky_tu_vo_hinh_la_chua_dien() -> None:
    assert [f.ma for f in doc({**DU, "so_thon": la("\u200b\ufeff ")})[1]] == ["truong.thieu"]


def test_gia_tri_giu_nguyen_van_khong_hieu_bo_cuc() -> None:
    assert doc({**DU, "ten_goi": la("Điều 9. | {{ x }} **")})[0]["ten_goi"] == "Điều 9. | {{ x }} **"


def test_dau_phieu() -> None:
    cay = Nhanh({"mau": la("a/b"), "xet_theo": la("01/7/2025"), "trang_thai": la("da_ky"), "truong": Nhanh({"a": la("b")})})
    dau, tim = doc_dau_phieu(cay)
    assert (dau.mau, dau.xet_theo, dau.trang_thai, list(dau.truong.muc), list(dau.van_ban.muc), tim) == (
        "a/b",
        date(2025, 7, 1),
        TrangThai.DA_KY,
        ["a"],
        [],
        [],
    )


def test_dau_phieu_sai_moi_cho() -> None:
    cay = Nhanh({"mau": Day((la("x"),)), "xet_theo": la("2025"), "trang_thai": la("da_ki"), "truon": la("y"), "van_ban": la("z")})
    dau, tim = doc_dau_phieu(cay)
    assert dau.xet_theo is None and dau.trang_thai is None and dau.mau == ""
    assert sorted((f.ma, f.duong_dan) for f in tim) == [
        ("phieu.hinh_dang", "mau"),
        ("phieu.hinh_dang", "van_ban"),
        ("phieu.la", "truon"),
        ("phieu.trang_thai", "trang_thai"),
        ("phieu.xet_theo", "xet_theo"),
    ]
    assert {f.duong_dan: f.cach_sua for f in tim}["truon"] == "Ý bạn là “truong”?"


def test_khai_bao_bat_bien_duoc() -> None:
    with pytest.raises(AttributeError):
        TruongKhai(ten="x", kieu="chu").ten = "y"  # type: ignore[misc]
