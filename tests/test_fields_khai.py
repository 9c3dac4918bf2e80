"""Đọc khai báo của mẫu, và những gì một khai báo sinh ra: lược đồ JSON, ô Excel, điều khiển web, lời chỉ dẫn."""

from __future__ import annotations

import json
from datetime import date

import pytest

from drafter.fields import TruongKhai, bieu_web, cac_kieu, doc_cac_khai, doc_khai, json_schema, lay_kieu
from drafter.record import Day, La, Nhanh

MOI_KIEU: dict[str, dict[str, object]] = {
    "chu": {},
    "noi_dung": {},
    "chon": {"chon": {"a": "Chọn A", "b": "Chọn B"}},
    "co_khong": {"doi_chieu": "Luật mới."},
    "so": {"vi_du": "95,5"},
    "tien": {"vi_du": "1.500.000"},
    "ngay": {"vi_du": "01/7/2026"},
    "nguoi": {"vi_du": {"ho_ten": "Nguyễn Văn An", "chuc_vu": "Chủ tịch"}},
    "don_vi": {"vi_du": "UBND xã Long Hồ, tỉnh Vĩnh Long"},
    "can_cu": {"vi_du": "30/2020/NĐ-CP"},
    "danh_sach": {"phan_tu": {"kieu": "so"}, "vi_du": ["1", "2"]},
    "bang": {"cot": {"ten": {"kieu": "chu", "nhan": "Tên", "rong": "2,5", "canh": "giua", "bat_buoc": True}}},
}


def khai_moi_kieu() -> dict[str, TruongKhai]:
    khai, tim = doc_cac_khai(
        {f"t_{k}": {"kieu": k, "nhan": f"Trường {k}", "bat_buoc": True, **them} for k, them in MOI_KIEU.items()},
        duong_dan="truong",
    )
    assert tim == []
    return khai


def test_danh_muc_kieu_dung_nhu_tai_lieu() -> None:
    assert set(cac_kieu()) == set(MOI_KIEU)


def test_doc_du_thuoc_tinh() -> None:
    khai, tim = doc_khai(
        "so_thon",
        {
            "kieu": "so",
            "nhan": "Số thôn",
            "giup": "Tính đến ngày lập",
            "bat_buoc": True,
            "mac_dinh": 12,
            "vi_du": "12",
            "tu": date(2025, 7, 1),
            "den": "2026-12-31",
            "cap": ["xa", "tinh"],
        },
        duong_dan="truong.so_thon",
    )
    assert tim == [] and khai is not None
    assert (khai.nhan, khai.giup, khai.bat_buoc, khai.tu, khai.den) == (
        "Số thôn",
        "Tính đến ngày lập",
        True,
        date(2025, 7, 1),
        date(2026, 12, 31),
    )
    assert khai.cap == ("xa", "tinh") and khai.duong_dan == "truong.so_thon"
    assert isinstance(khai.mac_dinh, La) and khai.mac_dinh.chu == "12"


def test_gia_tri_mau_thanh_cay_chu() -> None:
    khai = khai_moi_kieu()
    assert isinstance(khai["t_danh_sach"].vi_du, Day) and isinstance(khai["t_nguoi"].vi_du, Nhanh)
    for tho, chu in ((True, "có"), (False, "không"), (95.5, "95,5"), (date(2025, 7, 1), "2025-07-01"), (None, None)):
        k, _ = doc_khai("x", {"kieu": "chu", "nhan": "X", "mac_dinh": tho}, duong_dan="truong.x")
        assert k is not None
        assert (k.mac_dinh.chu if isinstance(k.mac_dinh, La) else None) == chu


def test_cot_co_rong_va_canh() -> None:
    cot = khai_moi_kieu()["t_bang"].cot["ten"]
    assert (cot.rong, cot.canh, cot.bat_buoc) == (2.5, "giua", True)


@pytest.mark.parametrize(
    ("ten", "mapping", "ma", "noi"),
    [
        ("x", {"kieu": "chu", "nhan": "X", "bat_boc": True}, "mau.thuoc_tinh", "“bat_buoc”"),
        ("x", {"kieu": "chuu", "nhan": "X"}, "mau.kieu", "“chu”"),
        ("x", {"nhan": "X"}, "mau.kieu", "Chọn:"),
        ("x", {"kieu": "chu"}, "mau.nhan", "tên tiếng Việt"),
        ("X-1", {"kieu": "chu", "nhan": "X"}, "mau.ten", ""),
        ("cap", {"kieu": "chu", "nhan": "X"}, "mau.ten", "tên khác"),
        ("x", {"kieu": "chon", "nhan": "X"}, "mau.chon", "chon:"),
        ("x", {"kieu": "bang", "nhan": "X"}, "mau.cot", "cot:"),
        ("x", {"kieu": "chu", "nhan": "X", "cot": {}}, "mau.thuoc_tinh", ""),
        ("x", {"kieu": "chu", "nhan": "X", "doi_chieu": "a"}, "mau.thuoc_tinh", ""),
        ("x", {"kieu": "chu", "nhan": "X", "cap": ["xã"]}, "mau.thuoc_tinh", "xa"),
        ("x", {"kieu": "chu", "nhan": "X", "tu": "1/7/2025"}, "mau.thuoc_tinh", "2025-07-01"),
        ("x", {"kieu": "chu", "nhan": "X", "tu": "2025-07-01", "den": "2024-07-01"}, "mau.thuoc_tinh", ""),
        ("x", {"kieu": "so", "nhan": "X", "vi_du": "1,234"}, "mau.gia_tri_mau", ""),
        ("x", {"kieu": "ngay", "nhan": "X", "mac_dinh": "31/2/2025"}, "mau.gia_tri_mau", ""),
        ("x", {"kieu": "chu", "nhan": "X", "bat_buoc": "đôi khi"}, "mau.thuoc_tinh", ""),
        ("x", {"kieu": "chu", "nhan": ["X"]}, "mau.thuoc_tinh", ""),
        ("x", {"kieu": "chon", "nhan": "X", "chon": {True: "Có"}}, "mau.thuoc_tinh", "dấu nháy"),
        ("x", {"kieu": "bang", "nhan": "X", "cot": {"a": {"kieu": "bang", "nhan": "A"}}}, "mau.kieu", ""),
        ("x", {"kieu": "danh_sach", "nhan": "X", "phan_tu": {"kieu": "soo"}}, "mau.kieu", "“so”"),
    ],
)
def test_khai_sai_thi_noi(ten: str, mapping: dict[str, object], ma: str, noi: str) -> None:
    _, tim = doc_khai(ten, mapping, duong_dan=f"truong.{ten}")
    assert ma in [f.ma for f in tim]
    assert noi in next(f for f in tim if f.ma == ma).cach_sua
    assert all(f.duong_dan.startswith(f"truong.{ten}") for f in tim)


def test_khai_khong_phai_mapping() -> None:
    khai, tim = doc_khai("x", "chu", duong_dan="truong.x")  # type: ignore[arg-type]
    assert khai is None and [f.ma for f in tim] == ["mau.khai"]


def test_ten_van_ban_duoc_trung_bien_co_san() -> None:
    assert doc_khai("trang_thai", {"kieu": "chu", "nhan": "X"}, duong_dan="van_ban.trang_thai")[1] == []


def test_moi_kieu_tu_ta_duoc_minh() -> None:
    for khai in khai_moi_kieu().values():
        bo = lay_kieu(khai.kieu)
        assert bo.mo_ta(khai) and not bo.mo_ta(khai).endswith(".")
        assert bo.o_excel(khai).kieu in {"o", "nhom", "trang"} and bo.o_excel(khai).dinh_dang == "@"
        assert bo.dieu_khien_web(khai)["loai"]


def test_o_excel_cua_chon_co_danh_sach() -> None:
    khai = khai_moi_kieu()
    assert lay_kieu("chon").o_excel(khai["t_chon"]).danh_sach_chon == ("Chọn A", "Chọn B")
    assert lay_kieu("co_khong").o_excel(khai["t_co_khong"]).danh_sach_chon == ("có", "không")
    assert [p.ten for p in lay_kieu("nguoi").phan(khai["t_nguoi"])] == ["ho_ten", "chuc_vu"]


def test_luoc_do_json_ca_phieu() -> None:
    khai = khai_moi_kieu()
    luoc_do = json.loads(json.dumps(json_schema("Mẫu thử", khai, {}, ma_mau="a/b")))
    assert luoc_do["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert luoc_do["properties"]["mau"]["const"] == "a/b"
    assert luoc_do["properties"]["trang_thai"]["enum"] == ["du_thao", "thong_qua", "da_ky", "ban_hanh"]
    truong = luoc_do["properties"]["truong"]
    assert truong["required"] == list(khai) and truong["additionalProperties"] is False
    assert truong["properties"]["t_chon"]["enum"] == ["a", "b", "Chọn A", "Chọn B"]
    assert truong["properties"]["t_bang"]["items"]["required"] == ["ten"]
    assert truong["properties"]["t_so"]["examples"] == ["95,5"]
    assert luoc_do["required"] == ["mau", "truong"]


def test_luoc_do_khong_buoc_truong_co_dieu_kien() -> None:
    khai, _ = doc_cac_khai(
        {
            "a": {"kieu": "chu", "nhan": "A", "bat_buoc": True, "tu": "2025-07-01"},
            "b": {"kieu": "chu", "nhan": "B", "bat_buoc": True, "mac_dinh": "x"},
        },
        duong_dan="truong",
    )
    assert json_schema("M", khai, {})["required"] == ["mau"]


def test_bieu_web_theo_thu_tu_khai() -> None:
    khai = khai_moi_kieu()
    bieu = bieu_web(khai, duong_dan="truong")
    assert [b["ten"] for b in bieu] == list(khai)
    assert bieu[2]["lua_chon"] == [{"ma": "a", "nhan": "Chọn A"}, {"ma": "b", "nhan": "Chọn B"}]
    assert bieu[7]["vi_du"] == "{ho_ten: Nguyễn Văn An; chuc_vu: Chủ tịch}"
