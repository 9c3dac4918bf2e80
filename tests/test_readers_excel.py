"""Phiếu Excel: đọc ô như người nhìn thấy, viết ra đọc lại nguyên chữ, và từ chối tệp không phải phiếu."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from drafter.errors import InputError, UsageError
from drafter.fields import TruongKhai, doc_cac_khai
from drafter.findings import Finding, MucDo
from drafter.readers import chu_cua_o, doc_du_lieu, doc_excel, phieu_excel, viet_phieu_excel
from drafter.record import Cay, Day, La, Nhanh, duyet

KHAI_TRUONG, _ = doc_cac_khai(
    {
        "co_quan": {"kieu": "don_vi", "nhan": "Cơ quan ban hành", "bat_buoc": True, "vi_du": "UBND xã Long Hồ, tỉnh Vĩnh Long"},
        "co_hop": {"kieu": "co_khong", "nhan": "Có họp", "giup": "Có tổ chức họp không"},
        "hinh_thuc": {"kieu": "chon", "nhan": "Hình thức", "chon": {"a": "Tập thể, ký", "b": "Thủ trưởng"}},
        "viec": {"kieu": "danh_sach", "nhan": "Việc phải làm"},
        "chi_tieu": {
            "kieu": "bang",
            "nhan": "Chỉ tiêu",
            "cot": {
                "ten": {"kieu": "chu", "nhan": "Tên", "bat_buoc": True},
                "dat": {"kieu": "co_khong", "nhan": "Đạt"},
                "ai": {"kieu": "nguoi", "nhan": "Ai"},
            },
        },
    },
    duong_dan="truong",
)
KHAI_VAN_BAN, _ = doc_cac_khai(
    {"so": {"kieu": "chu", "nhan": "Số"}, "nguoi_ky": {"kieu": "nguoi", "nhan": "Người ký"}}, duong_dan="van_ban"
)


def chu(cay: Cay) -> dict[str, str]:
    return {duong: la.chu for duong, la in duyet(cay)}


def viet(cay: Nhanh | None = None, *, truong: dict[str, TruongKhai] = KHAI_TRUONG) -> tuple[bytes, list[Finding]]:
    return phieu_excel(mau_ten="Mẫu thử", ma_mau="thu/mau", khai_van_ban=KHAI_VAN_BAN, khai_truong=truong, cay=cay)


def so_tay(sua: Callable[[Workbook], None]) -> bytes:
    """Một phiếu tối thiểu do người khác làm: hàng đầu, một hàng dữ liệu, rồi ``sua``."""
    so = Workbook()
    trang = so.worksheets[0]
    trang.title = "Phiếu"
    trang.append(["Mã", "Nhãn", "Giá trị", "Hướng dẫn"])
    trang.append(["mau", "Mẫu", "thu/mau"])
    sua(so)
    ra = io.BytesIO()
    so.save(ra)
    return ra.getvalue()


@pytest.mark.parametrize(
    ("o", "mong"),
    [
        (5.0, "5"),
        (95.5, "95,5"),
        (0.1 + 0.2, "0,3"),
        (1e21, "1000000000000000000000"),
        (-0.5, "-0,5"),
        (2000000.0, "2000000"),
        (7, "7"),
        (True, "có"),
        (False, "không"),
        (date(2024, 4, 1), "2024-04-01"),
        (datetime(2024, 4, 1), "2024-04-01"),
        (datetime(2024, 4, 1, 8, 5), "2024-04-01 8:05"),
        (time(1, 30), "1:30"),
        (" 010 ", " 010 "),
        ("Ha\u0300", "Hà"),
        (None, ""),
    ],
)
def test_chu_cua_o(o: object, mong: str) -> None:
    assert chu_cua_o(o) == mong


def test_doc_o_moi_kieu_va_nguon() -> None:
    def sua(so: Workbook) -> None:
        for i, gt in enumerate([12, 95.5, date(2024, 4, 1), True, "010", None], 3):
            so["Phiếu"].append([f"truong.t{i}", "", gt])

    cay, tim = doc_excel(so_tay(sua), ten="p.xlsx")
    assert tim == []
    assert chu(cay) == {
        "mau": "thu/mau",
        "truong.t3": "12",
        "truong.t4": "95,5",
        "truong.t5": "2024-04-01",
        "truong.t6": "có",
        "truong.t7": "010",
        "truong.t8": "",
    }
    la = dict(duyet(cay))["truong.t4"]
    assert (la.nguon.duong_dan, la.nguon.cho) == ("truong.t4", "Phiếu!C4")


def test_trang_day_va_bang() -> None:
    def sua(so: Workbook) -> None:
        t = so.create_sheet("tên gì cũng được")
        for hang in (["truong.bang"], ["ten", "ai.ho_ten"], ["Tên", "Ai"], ["a", "A"], [], [None, "B"], ["  ", " "]):
            t.append(hang)
        d = so.create_sheet("day")
        for hang in (["truong.viec"], ["*"], ["Việc"], ["một"], ["2"]):
            d.append(hang)

    cay, tim = doc_excel(so_tay(sua), ten="p.xlsx")
    assert tim == []
    assert {k: v for k, v in chu(cay).items() if k != "mau"} == {
        "truong.bang[0].ten": "a",
        "truong.bang[0].ai.ho_ten": "A",
        "truong.bang[1].ten": "",
        "truong.bang[1].ai.ho_ten": "B",
        "truong.viec[0]": "một",
        "truong.viec[1]": "2",
    }
    assert dict(duyet(cay))["truong.bang[1].ai.ho_ten"].nguon.cho == "tên gì cũng được!B6"


def _o_loi(so: Workbook) -> None:
    so["Phiếu"].append(["truong.a", "", "#REF!"])


def _cong_thuc(so: Workbook) -> None:
    so["Phiếu"].append(["truong.a", "", "=1+1"])


def _so_dai(so: Workbook) -> None:
    so["Phiếu"].append(["truong.a", "", 1234567890123456789])


def _trung(so: Workbook) -> None:
    so["Phiếu"].append(["truong.a", "", "x"])
    so["Phiếu"].append(["truong.a", "", "y"])


def _trung_phan(so: Workbook) -> None:
    so["Phiếu"].append(["truong.a", "", "x"])
    so["Phiếu"].append(["truong.a.b", "", "y"])


def _khong_ma(so: Workbook) -> None:
    so["Phiếu"].append([None, "Nhãn", "lạc"])


def _trang_la(so: Workbook) -> None:
    so.create_sheet("Nháp").append(["gì đó"])


def _cot_khong_ma(so: Workbook) -> None:
    t = so.create_sheet("d")
    for hang in (["truong.d"], ["ten"], ["Tên"], ["a", "lạc"]):
        t.append(hang)


@pytest.mark.parametrize(
    ("sua", "ma", "noi", "muc"),
    [
        (_o_loi, "phieu.o_loi", "Phiếu!C3 là lỗi #REF!", MucDo.LOI),
        (_cong_thuc, "phieu.o_loi", "Phiếu!C3 là công thức chưa có giá trị", MucDo.LOI),
        (_so_dai, "phieu.o_so_dai", "Phiếu!C3", MucDo.CANH_BAO),
        (_trung, "phieu.trung", "Phiếu!C3 và Phiếu!C4", MucDo.LOI),
        (_trung_phan, "phieu.trung", "Phiếu!C3 và Phiếu!C4", MucDo.LOI),
        (_khong_ma, "phieu.thieu_ma", "Phiếu!C3", MucDo.LOI),
        (_trang_la, "phieu.trang_la", "“Nháp”", MucDo.CANH_BAO),
        (_cot_khong_ma, "phieu.thieu_ma", "d!B4", MucDo.LOI),
    ],
)
def test_dieu_la_trong_so_duoc_noi_ra(sua: Callable[[Workbook], None], ma: str, noi: str, muc: MucDo) -> None:
    _, tim = doc_excel(so_tay(sua), ten="p.xlsx")
    assert [(f.ma, f.muc) for f in tim] == [(ma, muc)]
    assert noi in tim[0].thong_bao


def test_o_trong_nhuong_cho_gia_tri_co_chu() -> None:
    def sua(so: Workbook) -> None:
        for hang in (["truong.a", "", None], ["truong.a.b", "", "y"], ["truong.c", "", "x"], ["truong.c", "", None]):
            so["Phiếu"].append(hang)

    cay, tim = doc_excel(so_tay(sua), ten="p.xlsx")
    assert tim == [] and chu(cay) == {"mau": "thu/mau", "truong.a.b": "y", "truong.c": "x"}


def zip_gia(**tep: bytes) -> bytes:
    ra = io.BytesIO()
    with zipfile.ZipFile(ra, "w", zipfile.ZIP_DEFLATED) as goi:
        for ten, noi_dung in tep.items():
            goi.writestr(ten.replace("__", "/"), noi_dung)
    return ra.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("du_lieu", "noi"),
    [
        (b"a,b\n1,2\n", "tệp chữ CSV"),
        (b"<html><table><tr>", "trang HTML"),
        (b"<?xml version='1.0'?><Workbook>", "tệp XML"),
        (b"", "tệp trống"),
        (OLE + "Workbook".encode("utf-16-le"), "sổ Excel đời cũ (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word đời cũ"),
        (zip_gia(word__document=b"x"), "tệp Word (.docx)"),
        (zip_gia(ppt__presentation=b"x"), "PowerPoint"),
        (zip_gia(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice (.ods)"),
        (zip_gia(a=b"x"), "tệp nén (.zip)"),
        (b"PK\x03\x04" + b"rac" * 100, "tệp nén hỏng"),
    ],
)
def test_xlsx_gia_thi_noi_that_su_la_gi(du_lieu: bytes, noi: str) -> None:
    with pytest.raises(InputError) as e:
        doc_du_lieu(du_lieu, ten="p.xlsx")
    assert noi in e.value.thong_bao and e.value.ma_thoat == 5


def test_excel_mang_duoi_yaml_bi_tu_choi() -> None:
    with pytest.raises(InputError, match="sổ Excel"):
        doc_du_lieu(viet()[0], ten="p.yaml")


def test_so_khong_co_trang_phieu_hoac_hang_dau() -> None:
    def doi_ten(so: Workbook) -> None:
        so["Phiếu"].title = "Sheet1"

    def xoa_dau(so: Workbook) -> None:
        so["Phiếu"]["A1"] = "Cột"

    with pytest.raises(InputError, match="không có trang “Phiếu” \\(đang có: “Sheet1”\\)"):
        doc_excel(so_tay(doi_ten), ten="p.xlsx")
    with pytest.raises(InputError, match="hàng đầu"):
        doc_excel(so_tay(xoa_dau), ten="p.xlsx")


def sua_goi(du_lieu: bytes, ten: str, sua: Callable[[bytes], bytes]) -> bytes:
    ra = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as vao, zipfile.ZipFile(ra, "w", zipfile.ZIP_DEFLATED) as goi:
        for muc in vao.infolist():
            noi_dung = vao.read(muc)
            goi.writestr(muc.filename, sua(noi_dung) if muc.filename == ten else noi_dung)
    return ra.getvalue()


def test_so_hong_va_bom_bi_tu_choi() -> None:
    tot = viet()[0]
    with pytest.raises(InputError, match="hỏng"):
        doc_excel(sua_goi(tot, "xl/worksheets/sheet1.xml", lambda x: x[:200]), ten="p.xlsx")
    with pytest.raises(InputError, match="hỏng"):
        doc_excel(sua_goi(tot, "xl/worksheets/sheet1.xml", lambda x: b'<!DOCTYPE a [<!ENTITY b "c">]>' + x), ten="p.xlsx")
    with pytest.raises(InputError, match="hỏng"):
        doc_excel(tot[: len(tot) // 2], ten="p.xlsx")
    with pytest.raises(InputError, match="bung ra quá lớn"):
        doc_excel(sua_goi(tot, "docProps/app.xml", lambda _: b" " * (101 * 1024 * 1024)), ten="p.xlsx")


def test_o_o_tan_cuoi_trang_khong_lam_no_bo_nho() -> None:
    def sua(so: Workbook) -> None:
        so["Phiếu"]["XFD1048576"] = "x"

    with pytest.raises(InputError, match="rộng quá mức: 1048576 hàng, 16384 cột"):
        doc_excel(so_tay(sua), ten="p.xlsx")


# --- viết phiếu ------------------------------------------------------------------------------------------------------


def test_phieu_trong_doc_lai_duoc_va_trong() -> None:
    du_lieu, tim = viet()
    cay, tim_doc = doc_excel(du_lieu, ten="p.xlsx")
    assert tim == tim_doc == []
    assert {k: v for k, v in chu(cay).items() if v} == {"mau": "thu/mau"}
    assert {"van_ban.nguoi_ky.ho_ten", "van_ban.so", "truong.co_quan", "xet_theo", "trang_thai"} <= set(chu(cay))


def test_hinh_thuc_phieu() -> None:
    so = load_workbook(io.BytesIO(viet()[0]))
    phieu = so["Phiếu"]
    hang = {phieu.cell(h, 1).value: h for h in range(1, phieu.max_row + 1)}
    h = hang["truong.co_quan"]
    assert phieu.cell(h, 2).value == "Cơ quan ban hành (*)" and phieu.cell(h, 2).font.b
    assert "Ví dụ: UBND xã Long Hồ, tỉnh Vĩnh Long" in str(phieu.cell(h, 4).value)
    assert not phieu.cell(hang["truong.co_hop"], 2).font.b
    assert all(phieu.cell(x, 3).number_format == "@" for ma, x in hang.items() if ma and x > 1)
    assert phieu.freeze_panes == "A2" and phieu.column_dimensions["A"].hidden
    assert so.sheetnames == ["Phiếu", "Việc phải làm", "Chỉ tiêu", "Hướng dẫn", "Danh mục"]
    assert so["Danh mục"].sheet_state == "hidden"
    assert so["Việc phải làm"]["A100"].number_format == "@"
    assert [so["Chỉ tiêu"].cell(2, c).value for c in (1, 2, 3, 4)] == ["ten", "dat", "ai.ho_ten", "ai.chuc_vu"]
    assert so["Chỉ tiêu"]["A3"].value == "Tên (*)"


def danh_sach_chon(so: Workbook, trang: str, o: str) -> list[object]:
    """Các lựa chọn mà ô ``o`` thả xuống."""
    for kiem in so[trang].data_validations.dataValidation:
        if o in kiem.sqref:
            noi, vung = str(kiem.formula1).split("!")
            return [hang[0].value for hang in so[noi.strip("'")][vung.replace("$", "")]]
    return []


def test_danh_sach_tha_xuong() -> None:
    so = load_workbook(io.BytesIO(viet()[0]))
    hang = {so["Phiếu"].cell(h, 1).value: h for h in range(1, so["Phiếu"].max_row + 1)}
    assert danh_sach_chon(so, "Phiếu", f"C{hang['truong.hinh_thuc']}") == ["Tập thể, ký", "Thủ trưởng"]
    assert danh_sach_chon(so, "Phiếu", f"C{hang['truong.co_hop']}") == ["có", "không"]
    assert danh_sach_chon(so, "Phiếu", f"C{hang['trang_thai']}") == ["du_thao", "thong_qua", "da_ky", "ban_hanh"]
    assert danh_sach_chon(so, "Chỉ tiêu", "B4") == ["có", "không"]
    assert danh_sach_chon(so, "Phiếu", f"C{hang['truong.co_quan']}") == []


@pytest.mark.parametrize(
    "go", ["=1+1", "+84", "-1", "@a", "010", "1/7", "_x0041_", "a\nb", " x ", "a\x07b", "\ufeffa", "1:30", "#REF!"]
)
def test_chu_hiem_viet_ra_doc_lai_nguyen(go: str) -> None:
    cay = Nhanh({"truong": Nhanh({"co_quan": La(go), "viec": Day((La(go),))})})
    du_lieu, tim = viet(cay)
    doc_lai, tim_doc = doc_excel(du_lieu, ten="p.xlsx")
    assert tim == tim_doc == []
    assert (chu(doc_lai)["truong.co_quan"], chu(doc_lai)["truong.viec[0]"]) == (go, go)


def test_dau_bang_khong_thanh_cong_thuc() -> None:
    du_lieu, _ = viet(Nhanh({"truong": Nhanh({"co_quan": La('=cmd|" /C calc"!A0')})}))
    with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
        assert all(b"<f>" not in goi.read(t) for t in goi.namelist() if "worksheets/" in t)


def test_du_lieu_khong_dat_duoc_thi_canh_bao() -> None:
    sau = Nhanh({"truong": Nhanh({"chi_tieu": Day((Nhanh({"ten": Day((La("x"),))}),)), "co_quan": Nhanh({"a.b": La("y")})})})
    _, tim = viet(sau)
    assert [(f.ma, f.duong_dan) for f in tim] == [
        ("phieu.khong_ghi_duoc", "truong.co_quan.a.b"),
        ("phieu.khong_ghi_duoc", "truong.chi_tieu[0].ten"),
    ]
    _, tim = viet(Nhanh({"truong": Nhanh({"co_quan": La("x" * 40_000)})}))
    assert [f.ma for f in tim] == ["phieu.khong_ghi_duoc"] and "40000" in tim[0].thong_bao


def test_truong_la_van_giu_trong_phieu() -> None:
    cay = Nhanh({"truong": Nhanh({"khong_khai": La("x"), "day_la": Day((La("y"),))}), "ghi_chu": La("z")})
    doc_lai, _ = doc_excel(viet(cay)[0], ten="p.xlsx")
    assert {k: v for k, v in chu(doc_lai).items() if v} == {
        "mau": "thu/mau",
        "truong.khong_khai": "x",
        "truong.day_la[0]": "y",
        "ghi_chu": "z",
    }


def test_ten_trang_dai_va_trung_phan_dau() -> None:
    ten = ["mot_cai_ten_truong_dai_qua_muoi_a", "mot_cai_ten_truong_dai_qua_muoi_b"]
    khai, _ = doc_cac_khai({t: {"kieu": "danh_sach", "nhan": t} for t in ten}, duong_dan="truong")
    cay = Nhanh({"truong": Nhanh({t: Day((La(t),)) for t in ten})})
    du_lieu, _ = viet(cay, truong=khai)
    assert all(len(t) <= 31 for t in load_workbook(io.BytesIO(du_lieu)).sheetnames)
    assert {k: v for k, v in chu(doc_excel(du_lieu, ten="p.xlsx")[0]).items() if v != "thu/mau" and v} == {
        f"truong.{t}[0]": t for t in ten
    }


def test_cung_du_lieu_cung_byte() -> None:
    assert viet()[0] == viet()[0]


def test_ghi_tep_tron_ven(tmp_path: Path) -> None:
    tep = tmp_path / "phieu.xlsx"
    tim = viet_phieu_excel(tep, mau_ten="M", ma_mau="m", khai_van_ban={}, khai_truong=KHAI_TRUONG)
    assert tim == [] and [p.name for p in tmp_path.iterdir()] == ["phieu.xlsx"]
    assert chu(doc_du_lieu(tep.read_bytes(), ten=tep.name)[0])["mau"] == "m"
    with pytest.raises(UsageError):
        viet_phieu_excel(tmp_path / "khong_co" / "p.xlsx", mau_ten="M", ma_mau="m", khai_van_ban={}, khai_truong={})
