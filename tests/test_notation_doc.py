"""Đọc ký pháp: nhãn, bẫy lời văn, tiêu đề, lồng cấp, bảng, chú thích, nhãn tham chiếu, dấu thoát, điều lạ."""

from __future__ import annotations

import pytest

from drafter.findings import MucDo
from drafter.model import Bang, Cap, Chu, Cot, Doan, GoiChuThich, Khuc, NgatDong, Nguon, Nut, ThamChieu, TrichDan
from drafter.notation import chu_tran, in_ra, parse, parse_dong, van_ban_thuan
from drafter.notation.nhan import doc_la_ma, nhan_dien, so_la_ma


def nut(khuc: Khuc) -> Nut:
    assert isinstance(khuc, Nut)
    return khuc


def bang(khuc: Khuc) -> Bang:
    assert isinstance(khuc, Bang)
    return khuc


def hinh(cac: tuple[Khuc, ...]) -> list[object]:
    """Dáng của cây: [nhãn, tiêu đề hoặc None, con…]; đoạn là chữ của nó, đoạn cùng dòng có dấu = ở đầu."""
    ra: list[object] = []
    for k in cac:
        match k:
            case Nut():
                ra.append([k.nhan_go, chu_tran(k.ten) or None, *hinh(k.con)])
            case Doan():
                ra.append(("=" if k.cung_dong else "") + chu_tran(k.noi_dung))
            case TrichDan():
                ra.append([">", *hinh(k.con)])
            case Bang():
                ra.append([[chu_tran(o.con[0].noi_dung) for o in h.o] for h in k.hang])
    return ra


def ma(chu: str) -> list[str]:
    return [f.ma.removeprefix("notation.") for f in parse(chu).tim_thay]


@pytest.mark.parametrize(
    ("dong", "cap", "go", "so", "con_lai"),
    [
        ("Phần I", Cap.PHAN, "Phần I", 1, ""),
        ("PHẦN II. QUY ĐỊNH", Cap.PHAN, "PHẦN II.", 2, "QUY ĐỊNH"),
        ("Phần thứ nhất", Cap.PHAN, "Phần thứ nhất", 1, ""),
        ("PHẦN THỨ MƯỜI LĂM: Kết", Cap.PHAN, "PHẦN THỨ MƯỜI LĂM:", 15, "Kết"),
        ("Chương I QUY ĐỊNH CHUNG", Cap.CHUONG, "Chương I", 1, "QUY ĐỊNH CHUNG"),
        ("Chương XIV: Tổ chức", Cap.CHUONG, "Chương XIV:", 14, "Tổ chức"),
        ("Chương II - TỔ CHỨC", Cap.CHUONG, "Chương II -", 2, "TỔ CHỨC"),
        ("Chương I Những quy định chung", Cap.CHUONG, "Chương I", 1, "Những quy định chung"),
        ("Mục 12", Cap.MUC, "Mục 12", 12, ""),
        ("Tiểu mục 3. Tên", Cap.TIEU_MUC, "Tiểu mục 3.", 3, "Tên"),
        ("Điều 5.", Cap.DIEU, "Điều 5.", 5, ""),
        ("Điều 0. Tên", Cap.DIEU, "Điều 0.", 0, "Tên"),
        ("Điều 5a. Chèn thêm", Cap.DIEU, "Điều 5a.", 5, "Chèn thêm"),
        ("ĐIỀU 10: Tên", Cap.DIEU, "ĐIỀU 10:", 10, "Tên"),
        ("Điều\xa07. Tên", Cap.DIEU, "Điều\xa07.", 7, "Tên"),
        ("Điều 5", Cap.DIEU, "Điều 5", 5, ""),
        ("IX. Tên", Cap.MUC_LA_MA, "IX.", 9, "Tên"),
        ("I- Tên", Cap.MUC_LA_MA, "I-", 1, "Tên"),
        ("II - Tên", Cap.MUC_LA_MA, "II -", 2, "Tên"),
        ("III) Tên", Cap.MUC_LA_MA, "III)", 3, "Tên"),
        ("10. Mười", Cap.KHOAN, "10.", 10, "Mười"),
        ("1.Mục đích", Cap.KHOAN, "1.", 1, "Mục đích"),
        ("1) Một", Cap.KHOAN, "1)", 1, "Một"),
        ("1.2. Hai", Cap.KHOAN_CON, "1.2.", 2, "Hai"),
        ("1.2 Hai", Cap.KHOAN_CON, "1.2", 2, "Hai"),
        ("1.2.3. Ba", Cap.KHOAN_CON, "1.2.3.", 3, "Ba"),
        ("đ) Năm", Cap.DIEM, "đ)", 5, "Năm"),
        ("y) Cuối", Cap.DIEM, "y)", 23, "Cuối"),
        ("aa) Sau y", Cap.DIEM, "aa)", 24, "Sau y"),
        ("f) Lạ", Cap.DIEM, "f)", None, "Lạ"),
        ("- Gạch", Cap.GACH, "-", None, "Gạch"),
        ("– Gạch dài", Cap.GACH, "–", None, "Gạch dài"),
        ("-Lưu: VT.", Cap.GACH, "-", None, "Lưu: VT."),
        ("+ Cộng", Cap.CONG, "+", None, "Cộng"),
    ],
)
def test_nhan_duoc_nhan_ra(dong: str, cap: Cap, go: str, so: int | None, con_lai: str) -> None:
    nhan = nhan_dien(dong)
    assert nhan is not None
    assert (nhan.cap, nhan.go, nhan.so, nhan.con_lai) == (cap, go, so, con_lai)


@pytest.mark.parametrize(
    "dong",
    [
        "Mục tiêu chung của kế hoạch.", "Phần lớn các thôn đã làm.", "Chương trình phối hợp năm 2024", "Điều này có hiệu lực",
        "Điều 5 của Luật này", "Điều 5 Luật Thực hiện dân chủ ở cơ sở", "Điều 5.1 không có thật", "Mục 1 của Chương II quy định",
        "Mục 1 Chương II Nghị định này", "Phần thứ hai của Đề án", "Mục thứ nhất", "Chương IIII", "IIII. Sai", "I", "I.Tên",
        "C. Mác",
        "V.I. Lê-nin", "DỰ THẢO", "1.000 đồng", "1.500.000 đồng", "1.5 triệu", "26.3.2024 là hạn", "2024. Năm", "1.tệp", "5%",
        "a", "ab) hai chữ",
        "é) lạ", "(a) ngoặc", "A) hoa", "--", "-5 độ", "- ".strip() + "5", "+84 912", "1/5 số hộ", "“Điều 5. Tên",
        "\ue000. Tên", "Điều \ue000. Tên",
        "a\ue000) Tên", "1.\ue000", "I.\ue000", "-\ue000",
    ],
)  # fmt: skip
def test_loi_van_khong_thanh_nhan(dong: str) -> None:
    assert nhan_dien(dong) is None
    assert hinh(parse(dong).than) == [dong]


def test_la_ma_dung_phep() -> None:
    assert [so_la_ma(i) for i in (1, 4, 9, 14, 40, 90, 400, 1994)] == ["I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXCIV"]
    assert [doc_la_ma(c) for c in ("IIII", "VX", "IC", "", "XIX")] == [None, None, None, None, 19]
    assert all(doc_la_ma(so_la_ma(i)) == i for i in range(1, 400))


def test_tieu_de_de_muc_o_dong_duoi_hoac_cung_dong() -> None:
    kq = parse("Chương I\nQUY ĐỊNH CHUNG\nLời dẫn.\nChương II. TỔ CHỨC\nMục 1\nMục 2\nTên mục\n")
    assert hinh(kq.than) == [
        ["Chương I", "QUY ĐỊNH CHUNG", "Lời dẫn."],
        ["Chương II.", "TỔ CHỨC", ["Mục 1", None], ["Mục 2", "Tên mục"]],
    ]
    assert [nut(kq.than[0]).ten_xuong_dong, nut(kq.than[1]).ten_xuong_dong] == [True, False]
    assert [f.ma for f in kq.tim_thay] == ["notation.thieu_tieu_de"]


def test_dong_thoat_duoi_de_muc_la_loi_van_khong_phai_tieu_de() -> None:
    assert hinh(parse("Chương I\n\\ Lời văn\n").than) == [["Chương I", None, "Lời văn"]]
    dai = "Câu rất dài " * 14 + "kết bằng chấm."
    assert hinh(parse(f"Chương I\n{dai}").than) == [["Chương I", None, dai]]


def test_tieu_de_duoi_nhan_mo_dau_bang_ky_hieu_da_thoat() -> None:
    for ten in ("\\| x", "\\[^9]: x"):
        kq = parse(f"Phần I\n{ten}")
        assert nut(kq.than[0]).ten_xuong_dong
        assert in_ra(kq.than) == f"Phần I\n{ten}"


def test_tieu_de_cua_dieu() -> None:
    assert hinh(parse("Điều 1. Phạm vi\nLời văn.").than) == [["Điều 1.", "Phạm vi", "Lời văn."]]
    assert hinh(parse("Điều 1. Phạm vi").than) == [["Điều 1.", "Phạm vi"]]
    assert hinh(parse("Điều 1. Ban hành:\n1. Một.").than) == [["Điều 1.", None, "=Ban hành:", ["1.", None, "=Một."]]]
    for ket in (".", ";", ":", ",", "!", "?", "…", "./.", "”", "**.**"):
        assert nut(parse(f"Điều 2. Hiệu lực{ket}").than[0]).ten == ()


def test_tieu_de_cua_khoan() -> None:
    assert hinh(parse("1. Mục đích\nLời văn.").than) == [["1.", "Mục đích", "Lời văn."]]
    assert hinh(parse("1. Mục đích\n2. Yêu cầu").than) == [["1.", None, "=Mục đích"], ["2.", None, "=Yêu cầu"]]
    assert hinh(parse("1. Mục đích:\na) Một.").than) == [["1.", None, "=Mục đích:", ["a)", None, "=Một."]]]
    assert hinh(parse("1. \\ Mục đích\na) Một.").than) == [["1.", None, "=Mục đích", ["a)", None, "=Một."]]]
    for dai, co in ((250, True), (251, False)):
        assert bool(nut(parse("1. " + "x" * dai + "\na) Một.").than[0]).ten) is co


def test_tieu_de_muc_la_ma_va_diem() -> None:
    assert hinh(parse("I. MỤC ĐÍCH").than) == [["I.", "MỤC ĐÍCH"]]
    assert hinh(parse("I. Câu ngắn có chấm.").than) == [["I.", "Câu ngắn có chấm."]]
    dai = "x" * 150 + "."
    assert hinh(parse(f"I. {dai}").than) == [["I.", None, "=" + dai]]
    assert hinh(parse("a) Tên\nLời văn.").than) == [["a)", None, "=Tên", "Lời văn."]]


def test_long_cap_theo_bac() -> None:
    chu = "Phần I\nA\nChương I\nB\nMục 1\nC\nTiểu mục 1\nD\nĐiều 1. E\n1. F:\n1.1. G:\n1.1.1. H.\n1.2. I.\n"
    chu += "a) K:\n- L\n+ M\n- N\nO.\n2. P.\nĐiều 2. Q"
    assert hinh(parse(chu).than) == [
        ["Phần I", "A", ["Chương I", "B", ["Mục 1", "C", ["Tiểu mục 1", "D",
            ["Điều 1.", "E",
                ["1.", None, "=F:",
                    ["1.1.", None, "=G:", ["1.1.1.", None, "=H."]],
                    ["1.2.", None, "=I.", ["a)", None, "=K:", ["-", None, "=L", ["+", None, "=M"]], ["-", None, "=N"], "O."]]],
                ["2.", None, "=P."]],
            ["Điều 2.", "Q"]]]]],
    ]  # fmt: skip


def test_doan_sau_gach_dau_dong_dong_danh_sach() -> None:
    assert hinh(parse("1. Một:\n- a\n+ b\nVăn.\n- c").than) == [
        ["1.", None, "=Một:", ["-", None, "=a", ["+", None, "=b"]], "Văn.", ["-", None, "=c"]]
    ]


def test_muc_la_ma_trong_dieu_la_con_cua_dieu() -> None:
    assert hinh(parse("Điều 1. Phê duyệt Kế hoạch:\nI. MỤC ĐÍCH\nVăn.\nĐiều 2. Thi hành").than) == [
        ["Điều 1.", None, "=Phê duyệt Kế hoạch:", ["I.", "MỤC ĐÍCH", "Văn."]],
        ["Điều 2.", "Thi hành"],
    ]


# --- trong dòng -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chu", "mong"),
    [
        ("a **b** c", (Chu("a "), Chu("b", dam=True), Chu(" c"))),
        ("*a **b** c*", (Chu("a ", nghieng=True), Chu("b", True, True), Chu(" c", nghieng=True))),
        ("***a***", (Chu("a", True, True),)),
        ("**a *b***", (Chu("a ", True), Chu("b", True, True))),
        ("5 * 3 * 2 ** 1", (Chu("5 * 3 * 2 ** 1"),)),
        ("**mở mà không đóng", (Chu("**mở mà không đóng"),)),
        ("a****b", (Chu("a****b"),)),
        (r"\*a\* \\ \| \{#x} \[^1] \@b", (Chu(r"*a* \ | {#x} [^1] @b"),)),
        ("C:\\thu_muc", (Chu("C:\\thu_muc"),)),
        ("dòng\u2028dưới", (Chu("dòng"), NgatDong(), Chu("dưới"))),
    ],
)
def test_chu_trong_dong(chu: str, mong: tuple[Chu, ...]) -> None:
    assert parse_dong(chu) == mong


def test_tham_chieu_chi_noi_nhan_da_khai() -> None:
    kq = parse("Điều 1. Khen thưởng {#khen}\nTheo @khen, @khac; **@khen**; thư a@khen.vn, b@khen, @khen.gov.vn, @khenx, (@khen).")
    assert kq.nhan == {"khen"}
    assert nut(kq.than[0]).ma == "khen"
    assert chu_tran(nut(kq.than[0]).ten) == "Khen thưởng"
    doan = nut(kq.than[0]).con[0]
    assert isinstance(doan, Doan)
    dan = [x for x in doan.noi_dung if isinstance(x, ThamChieu)]
    assert dan == [ThamChieu("khen"), ThamChieu("khen", dam=True), ThamChieu("khen")]
    assert "@khac" in chu_tran(doan.noi_dung)
    assert parse("Xem @ngoai.", nhan_biet=frozenset({"ngoai"})).than == (Doan((Chu("Xem "), ThamChieu("ngoai"), Chu("."))),)
    assert parse("\ue001@khen", nhan_biet=frozenset({"khen"})).than == (Doan((Chu("\ue001@khen"),)),)


def test_tham_chieu_toi_nhan_khong_ai_khai_duoc_bao() -> None:
    assert ma("Theo @khen_thuog, thư a@b.vn, \\@khac.") == ["tham_chieu_la"]
    assert ma("| @x |\n|---|\n| @y |\n[^1]: @z") == ["tham_chieu_la", "tham_chieu_la", "chu_thich_thua", "tham_chieu_la"]


def test_nhan_cuoi_dong_co_thoat_hoac_sai_cho_la_chu() -> None:
    assert chu_tran(nut(parse("Điều 1. Tên \\{#a}").than[0]).ten) == "Tên {#a}"
    assert in_ra((Nut(Cap.DIEU, "Điều 1.", 1, (Chu("Tên {#a}"),)),)) == "Điều 1. Tên \\{#a}"
    assert ma("Lời văn {#a}") == ["nhan_khong_cho"]
    assert hinh(parse("Lời văn {#a}").than) == ["Lời văn {#a}"]
    assert ma("1. Văn {#Khen-Thuong}") == ["nhan_sai_dang"]
    assert hinh(parse("1. Văn {#Khen-Thuong}").than) == [["1.", None, "=Văn {#Khen-Thuong}"]]
    kq = parse("1. Một. {#a}\n2. Hai. {#a}")
    assert [(f.ma, f.nguon.cho if f.nguon else "") for f in kq.tim_thay] == [("notation.nhan_trung", "dòng 2")]


def test_dau_thoat_dau_dong() -> None:
    for dong in ("1. Ông A", "Điều 9.", "- x", "> y", "a) z", "I. T", "Phần I", "// g", "+ c"):
        assert hinh(parse("\\" + dong).than) == [dong]
        assert in_ra((Doan((Chu(dong),)),)) == "\\" + dong
    assert hinh(parse("\\[^1]: x\n[^1]: y").than) == ["[^1]: x"]
    assert hinh(parse("\\\\may_chu").than) == ["\\may_chu"]
    assert hinh(parse("\\").than) == ["\\"]
    assert hinh(parse("\\| a |\n\\|---|").than) == ["| a |", "|---|"]


# --- bảng -----------------------------------------------------------------------------------------------------------


def test_bang_co_hang_tieu_de_va_canh() -> None:
    b = bang(parse("| TT | Chỉ tiêu | Số |\n|:-:|---|--:|\n| 1 | **Họp** thôn \\| tổ[^1] | 95,5 |\n[^1]: Ghi chú.\n").than[0])
    assert b.cot == (Cot(0.0, "giua"), Cot(0.0, "trai"), Cot(0.0, "phai"))
    assert [h.tieu_de for h in b.hang] == [True, False]
    assert b.hang[1].o[1].con == (Doan((Chu("Họp", dam=True), Chu(" thôn | tổ"), GoiChuThich("1"))),)


def test_bang_be_rong_theo_so_gach_hoac_goi_y() -> None:
    assert [c.rong for c in bang(parse("| a | b |\n|---|------|").than[0]).cot] == [3.0, 6.0]
    b = bang(parse("| a | b |\n|---|===| {rong: 10 40,5; ngang}").than[0])
    assert b.cot == (Cot(10.0, "trai"), Cot(40.5, "deu"))
    assert b.xoay_ngang
    assert in_ra((b,)) == "| a | b |\n|---|===| {rong: 10 40.5; ngang}"


def test_bang_khong_tieu_de_va_bang_lien_nhau() -> None:
    kq = parse("|---|---|\n| a | b |\n\n| c |\n|---|\n| d |")
    assert hinh(kq.than) == [[["a", "b"]], [["c"], ["d"]]]
    assert not bang(kq.than[0]).hang[0].tieu_de
    assert parse(in_ra(kq.than)).than == kq.than


def test_bang_lech_o_khong_mat_chu() -> None:
    kq = parse("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |")
    assert hinh(kq.than) == [[["a", "b", ""], ["1", "", ""], ["1", "2", "3"]]]
    assert [(f.ma, f.nguon.cho if f.nguon else "") for f in kq.tim_thay] == [
        ("notation.bang_lech_cot", "dòng 3"), ("notation.bang_lech_cot", "dòng 4")]  # fmt: skip
    assert ma("|---|---| {rong: 1}\n| a | b |") == ["bang_lech_rong"]


def test_bang_rat_nhieu_cot_khong_no_ra() -> None:
    kq = parse("|" + "a|" * 3000 + "\n|---|\n" + "|\n" * 3000)
    assert sum(len(h.o) for h in bang(kq.than[0]).hang) == 6000
    assert parse(in_ra(kq.than)).than == kq.than


def test_gach_dung_le_la_loi_van() -> None:
    for chu in ("| a", "|---|", "| a |\n\n|---|", "| a |\n| b |", "| a |\n|---| {khac}"):
        kq = parse(chu)
        assert not any(isinstance(k, Bang) for k in kq.than)
        assert {f.ma for f in kq.tim_thay} == {"notation.bang_le"}
        assert [d for d in in_ra(kq.than).split("\n") if d] == [d for d in chu.split("\n") if d]


def test_o_nhieu_doan() -> None:
    b = bang(parse("| a |\n|---|\n| x<br>y \\<br> z |").than[0])
    assert b.hang[1].o[0].con == (Doan((Chu("x"),)), Doan((Chu("y <br> z"),)))


# --- chú thích, trích, ghi chú --------------------------------------------------------------------------------------


def test_chu_thich_thieu_thua_trung_long() -> None:
    kq = parse("Văn[^1] và[^2].\n[^1]: Nội dung[^1].\n[^3]: Thừa.\n[^1]: Lặp.")
    assert [(f.ma.removeprefix("notation."), f.nguon.cho if f.nguon else "") for f in kq.tim_thay] == [
        ("chu_thich_thieu", "dòng 1"), ("chu_thich_long", "dòng 2"), ("chu_thich_thua", "dòng 3"), ("chu_thich_trung",
        "dòng 4")]  # fmt: skip
    assert kq.than == (Doan((Chu("Văn"), GoiChuThich("1"), Chu(" và[^2]."))),)
    assert [(c.ma, chu_tran(c.con[0].noi_dung)) for c in kq.chu_thich] == [("1", "Nội dung[^1]."), ("3", "Thừa."), ("1", "Lặp.")]


def test_chu_thich_nhieu_doan() -> None:
    kq = parse("Văn[^a].\n[^a]: Một.\n[^a]: Hai.")
    assert [[chu_tran(d.noi_dung) for d in c.con] for c in kq.chu_thich] == [["Một.", "Hai."]]
    assert kq.tim_thay == ()


def test_trich_dan_long_co_han() -> None:
    assert hinh(parse("1. Sửa Điều 5:\n> Điều 5. Tên\n>\n> 1. Văn.\n\n> > sâu\n2. Hết.").than) == [
        ["1.", None, "=Sửa Điều 5:", [">", ["Điều 5.", "Tên", ["1.", None, "=Văn.", [">", "sâu"]]]]],
        ["2.", None, "=Hết."],
    ]
    kq = parse("> " * 500 + "đáy")
    assert "trich_qua_sau" in ma("> " * 500 + "đáy")
    assert van_ban_thuan(kq.than) == "> " * 497 + "đáy"


def test_ghi_chu_cua_nguoi_viet_mau_chi_bo_khi_duoc_bao() -> None:
    chu = "// nhắc\nVăn.\n> // nhắc\n| a |\n// giữa\n|---|"
    assert hinh(parse(chu, ghi_chu=True).than) == ["Văn.", [["a"]]]
    assert hinh(parse("// còn").than) == ["// còn"]


# --- điều lạ và nơi chốn --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dong", "mong"),
    [
        ("Số:    /KH-UBND", "hai_dau_cach"), ("– Gạch", "gach_dai"), ("I- Tên", "kieu_nhan"), ("1) Một", "kieu_nhan"),
        ("a. Một", "kieu_nhan"),
        ("2/ Hai", "kieu_nhan"), ("Chương 1. TÊN", "kieu_so"), ("Mục I. TÊN", "kieu_so"), ("1.Mục đích", "thieu_dau_cach"),
        ("Điều 5", "dieu_thieu_cham"), ("Điều 5 Phạm vi điều chỉnh", "giong_dieu"), ("Chương I", "thieu_tieu_de"), ("| lẻ",
        "bang_le"),
    ],
)  # fmt: skip
def test_dieu_la_duoc_bao_dung_dong(dong: str, mong: str) -> None:
    (f,) = parse("Văn.\n\n" + dong).tim_thay
    assert f.ma == f"notation.{mong}"
    assert f.nguon == Nguon("", "dòng 3")
    assert f.thong_bao
    assert f.cach_sua
    assert f.muc in (MucDo.GHI_CHU, MucDo.CANH_BAO)


def test_loi_nhac_noi_ro_nhan_nen_viet() -> None:
    (f,) = parse("III- Tên").tim_thay
    assert (f.thong_bao, f.cach_sua) == ("Nhãn “III-” không theo lối viết quy định.", "Viết “III.”.")
    assert [parse(d).tim_thay[0].cach_sua for d in ("2) Hai", "đ. Năm", "1.2) Hai", "f/ Lạ")] == [
        "Viết “2.”.", "Viết “đ)”.", "Viết “1.2.”.", "Viết “f)”."]  # fmt: skip


def test_nguon_cua_nut_va_doan() -> None:
    kq = parse("1. Một:\n- Hai", nguon=Nguon("truong.noi_dung", "phieu.yaml"), dong_dau=7)
    assert nut(kq.than[0]).nguon == Nguon("truong.noi_dung", "phieu.yaml, dòng 7")
    assert nut(nut(kq.than[0]).con[1]).nguon == Nguon("truong.noi_dung", "phieu.yaml, dòng 8")
    assert nut(parse("1. Một").than[0]).nguon is None


def test_chu_thuan_theo_thu_tu() -> None:
    kq = parse("Chương I\nTÊN\nĐiều 1. Phạm vi\n1. Một[^1]:\n- Hai\n| a | b |\n|---|---|\n> Trích\n[^1]: Cuối.")
    chu = " ".join(van_ban_thuan(kq.than, kq.chu_thich).split())
    assert chu == "Chương I TÊN Điều 1. Phạm vi 1. Một: - Hai a b Trích 1 Cuối."


def test_van_ban_rong_va_toan_khoang_trang() -> None:
    for chu in ("", " ", "\n\n", "\t\r\n\u2028"):
        kq = parse(chu)
        assert (kq.than, kq.chu_thich, kq.tim_thay, kq.nhan) == ((), (), (), frozenset())
    assert in_ra(()) == ""
