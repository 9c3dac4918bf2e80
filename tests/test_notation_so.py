"""Đánh số lại, lời dẫn tới nhãn, thay tham chiếu, kiểm số đã gõ."""

from __future__ import annotations

import pytest

from drafter.findings import MucDo
from drafter.model import Bang, Cap, Chu, ChuThich, Doan, Hang, Khuc, Nguon, Nut, OBang, ThamChieu, TrichDan
from drafter.notation import (
    chen_chu_thich,
    chen_dong,
    chen_tham_chieu,
    danh_so_lai,
    in_ra,
    kiem_danh_so,
    nhan_cho,
    parse,
    van_ban_thuan,
)


def danh(chu: str) -> str:
    return in_ra(danh_so_lai(parse(chu).than))


def nhan(cac: tuple[Khuc, ...]) -> list[str]:
    """Mọi nhãn theo thứ tự, không kể trong lời trích."""
    ra: list[str] = []
    for k in cac:
        if isinstance(k, Nut):
            ra += [k.nhan_go or "", *nhan(k.con)]
    return ra


def test_dieu_va_chuong_lien_tuc_muc_va_khoan_danh_lai() -> None:
    chu = """Phần thứ nhất
A
Chương I
B
Mục 5
C
Tiểu mục 9
D
Tiểu mục 9
D
Điều 0. E
0. F.
0. G.
Mục 7
H
Điều 0: I
Phần thứ ba
K
Chương I. L
Mục 3
M
Điều 9
1) N.
"""
    assert nhan(danh_so_lai(parse(chu).than)) == [
        "Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Tiểu mục 2", "Điều 1.", "1.", "2.", "Mục 2", "Điều 2.",
        "Phần II", "Chương II", "Mục 1", "Điều 3.", "1.",
    ]  # fmt: skip


def test_muc_la_ma_khoan_con_diem() -> None:
    chu = "I- A\n5. B:\n5.7. C:\n5.7.3. D:\nz) E.\n5.7.9 G.\n5.8. H.\n6. I.\nIX. K\n1.1. L.\n1.4. M."
    assert nhan(danh_so_lai(parse(chu).than)) == [
        "I.", "1.", "1.1.", "1.1.1.", "a)", "1.1.2.", "1.2.", "2.", "II.", "2.1.", "2.2."]  # fmt: skip


def test_day_chu_cua_diem() -> None:
    diem = nhan(danh_so_lai(parse("1. A:\n" + "a) x.\n" * 48).than))[1:]
    assert "".join(d[0] for d in diem[:23]) == "abcdđeghiklmnopqrstuvxy"
    assert diem[23:28] == ["aa)", "bb)", "cc)", "dd)", "đđ)"]
    assert diem[45:] == ["yy)", "aaa)", "bbb)"]
    assert kiem_danh_so(danh_so_lai(parse("1. A:\n" + "a) x.\n" * 48).than)) == ()


def test_nhan_viet_lai_theo_loi_chuan_va_tieu_de_xuong_dong() -> None:
    assert danh("CHƯƠNG 4: TÊN\nĐIỀU 7\n1/ A.\na. B.\n– C.\n• D.") == "Chương I\nTÊN\nĐiều 1.\n1. A.\na) B.\n- C.\n- D."


def test_bot_mot_dieu_thi_so_chay_theo() -> None:
    chu = "Điều 1. A {#a}\nĐiều 2. B {#b}\n1. Một.\n2. Theo @c. {#b2}\nĐiều 3. C {#c}\na) Hai. {#ca}"
    bo = "Điều 2. B {#b}\n1. Một.\n2. Theo @c. {#b2}\nĐiều 3. C {#c}\na) Hai. {#ca}"
    assert nhan_cho(danh_so_lai(parse(chu).than)) == {
        "a": "Điều 1", "b": "Điều 2", "b2": "khoản 2 Điều 2", "c": "Điều 3", "ca": "điểm a Điều 3"}  # fmt: skip
    than = danh_so_lai(parse(bo).than)
    assert nhan_cho(than) == {"b": "Điều 1", "b2": "khoản 2 Điều 1", "c": "Điều 2", "ca": "điểm a Điều 2"}
    moi, tim_thay = chen_tham_chieu(than, nhan_cho(than))
    assert tim_thay == ()
    assert "2. Theo Điều 2." in van_ban_thuan(moi)


def test_loi_trich_khong_danh_so_lai() -> None:
    chu = "Điều 9. Sửa đổi\n7. Sửa khoản 3:\n> Điều 5. Tên\n> 3. Văn. {#trong_trich}\n8. Hết."
    than = danh_so_lai(parse(chu).than)
    assert in_ra(than) == "Điều 1. Sửa đổi\n1. Sửa khoản 3:\n> Điều 5. Tên\n> 3. Văn. {#trong_trich}\n2. Hết."
    assert nhan_cho(than) == {"trong_trich": "khoản 3 Điều 5"}
    assert kiem_danh_so(than) == ()


@pytest.mark.parametrize(
    ("chu", "mong"),
    [
        ("Phần II. A {#x}", "Phần II"),
        ("Phần thứ hai. A {#x}", "Phần II"),
        ("Chương II. A {#x}", "Chương II"),
        ("Chương II. A\nMục 1. B {#x}", "Mục 1 Chương II"),
        ("Chương II. A\nMục 1. B\nTiểu mục 3. C {#x}", "Tiểu mục 3 Mục 1 Chương II"),
        ("Chương II. A\nMục 1. B\nĐiều 5. C {#x}", "Điều 5"),
        ("Điều 5a. C {#x}", "Điều 5a"),
        ("Điều 5. C\n2. D. {#x}", "khoản 2 Điều 5"),
        ("Điều 5. C\n2. D:\nđ) E. {#x}", "điểm đ khoản 2 Điều 5"),
        ("Điều 5. C\n2. D:\na) E:\n- F.\n- G. {#x}", "gạch đầu dòng thứ 2 điểm a khoản 2 Điều 5"),
        ("I. A {#x}", "Mục I"),
        ("III- A\n1. B. {#x}", "khoản 1 Mục III"),
        ("II. A\n1. B:\n1.2. C. {#x}", "khoản 1.2 Mục II"),
        ("II. A\n1. B:\n1.2. C:\n1.2.3. D:\na) E. {#x}", "điểm a khoản 1.2.3 Mục II"),
        ("Phần I. A\nII. B\n3. C. {#x}", "khoản 3 Mục II Phần I"),
        ("Điều 1. Phê duyệt:\nI. A {#x}", "Mục I Điều 1"),
    ],
)
def test_loi_dan(chu: str, mong: str) -> None:
    assert nhan_cho(parse(chu).than) == {"x": mong}


def test_nhan_khong_go_lay_theo_so() -> None:
    than = (Nut(Cap.DIEU, so=4, con=(Nut(Cap.DIEM, so=5, ma="x"),)),)
    assert nhan_cho(than) == {"x": "điểm đ Điều 4"}
    assert in_ra(than) == "Điều 4.\nđ) {#x}"


def test_thay_tham_chieu_o_moi_cho_va_bao_nhan_la() -> None:
    dan = ThamChieu("x", dam=True)
    la = ThamChieu("la")
    nguon = Nguon("truong.y", "dòng 3")
    than: tuple[Khuc, ...] = (
        Nut(Cap.DIEU, "Điều 1.", 1, (Chu("Theo "), dan), (Doan((la, Chu(" a")), nguon=nguon),)),
        Bang((), (Hang((OBang((Doan((dan,)),)),)),)),
        TrichDan((Doan((dan,)),)),
    )
    moi, tim_thay = chen_tham_chieu(than, {"x": "Điều 9"})
    assert moi == (
        Nut(Cap.DIEU, "Điều 1.", 1, (Chu("Theo "), Chu("Điều 9", dam=True)), (Doan((Chu("@la a"),), nguon=nguon),)),
        Bang((), (Hang((OBang((Doan((Chu("Điều 9", dam=True),)),)),)),)),
        TrichDan((Doan((Chu("Điều 9", dam=True),)),)),
    )
    (f,) = tim_thay
    assert (f.ma, f.muc, f.nguon, f.duong_dan) == ("tham_chieu.khong_co", MucDo.LOI, nguon, "truong.y")
    assert "@la" in f.thong_bao
    assert "{#la}" in f.cach_sua


def test_thay_tham_chieu_trong_dong_le_va_chu_thich() -> None:
    assert chen_dong((Chu("- Như "), ThamChieu("x"), Chu(";")), {"x": "Điều 3"}) == ((Chu("- Như Điều 3;"),), ())
    cac, tim_thay = chen_chu_thich((ChuThich("1", (Doan((ThamChieu("x"),)), Doan((ThamChieu("y"),)))),), {"x": "Điều 3"})
    assert cac == (ChuThich("1", (Doan((Chu("Điều 3"),)), Doan((Chu("@y"),)))),)
    assert len(tim_thay) == 1


# --- kiểm số đã gõ --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chu", "ma", "cho", "nhac"),
    [
        ("Điều 1. A\nĐiều 3. B", "nhay", "Điều 3", "Điều 2."),
        ("Chương I. A\nĐiều 1. A\nChương II. B\nĐiều 1. B", "lap", "Điều 1", "Điều 2."),
        ("Điều 1. A\n1. a.\n2. b.\n1. c.\n2. d.", "danh_lai", "khoản 1 Điều 1", "3."),
        ("1. a.\n2. b.\n3. c.\n2. d.", "lui", "khoản 2", "4."),
        ("1. a.\n1. b.", "lap", "khoản 1", "2."),
        ("2. a.\n3. b.", "khong_tu_dau", "khoản 2", "1."),
        ("1. A:\na) x.\nb) x.\nc) x.\nd) x.\ne) x.", "nhay", "điểm e khoản 1", "đ)"),
        ("a) x.\nb) x.\nc) x.\nd) x.\nđ) x.\ne) x.\nf) x.\ng) x.", "chu_la", "điểm f", "đ, e, g"),
        ("I- A\nII- B\nIII. C", "lan_kieu", "Mục III", "III."),
        ("1. a.\n2) b.\n3. c.", "lan_kieu", "khoản 2", "2."),
        ("PHẦN I. A\nPhần II. B", "lan_kieu", "Phần II", "Phần II"),
        ("1. a:\n1.1. b.\n2.2. c.", "khac_cha", "khoản 2.2", "1.2."),
        ("I. A\nIII. B", "nhay", "Mục III", "II."),
    ],
)
def test_so_go_sai_duoc_bao(chu: str, ma: str, cho: str, nhac: str) -> None:
    (f,) = kiem_danh_so(parse(chu).than)
    assert (f.ma, f.muc, f.duong_dan) == (f"danh_so.{ma}", MucDo.CANH_BAO, cho)
    assert nhac in f.cach_sua
    assert "Nghị định 30/2020/NĐ-CP" in f.dieu_khoan


@pytest.mark.parametrize(
    "chu",
    [
        "Chương I. A\nĐiều 1. B\n1. c.\n2. d.\nChương II. E\nĐiều 2. G\n1. h.",
        "Điều 1. A\nĐiều 1a. B\nĐiều 2. C",
        "I. A\n1. b.\nII. C\n1. d:\n1.1. e.\n1.2. g.",
        "Phần thứ nhất. A\nPhần thứ hai. B",
        "a) x.\nb) x.\nc) x.\nd) x.\nđ) x.\ne) x.\ng) x.\nh) x.\ni) x.\nk) x.",
        "- a\n- b\n> 5. c.\n> 1. d.",
    ],
)
def test_so_go_dung_khong_bi_bao(chu: str) -> None:
    assert kiem_danh_so(parse(chu).than) == ()


def test_z_w_j_deu_la_chu_la_va_khong_gi_bi_sua() -> None:
    than = parse("a) x.\nj) x.\nw) x.\nz) x.\nb) x.").than
    assert [f.ma for f in kiem_danh_so(than)] == ["danh_so.chu_la"] * 3
    assert nhan(than) == ["a)", "j)", "w)", "z)", "b)"]


def test_cac_dieu_bao_theo_thu_tu_van_ban() -> None:
    cac = kiem_danh_so(parse("Điều 1. A\n1. a.\n3. b.\nĐiều 4. B\n1. a.\n1. b.").than)
    assert [f.ma for f in cac] == ["danh_so.nhay", "danh_so.nhay", "danh_so.lap"]
    assert [f.duong_dan for f in cac] == ["khoản 3 Điều 1", "Điều 4", "khoản 1 Điều 4"]


def test_dan_trong_cung_dieu_noi_dieu_nay() -> None:
    than = parse(
        "Điều 1. A\n1. B. {#k1}\n2. Theo @k1 và @d2, @b. {#k2}\na) Như @b và @k2. {#b}\nĐiều 2. C {#d2}\nTheo @k1; trong @d2."
    ).than
    ra, loi = chen_tham_chieu(than, nhan_cho(than))
    assert loi == ()
    chu = van_ban_thuan(ra)
    assert "2. Theo khoản 1 Điều này và Điều 2, điểm a khoản này." in chu
    assert "a) Như điểm a khoản này và khoản này." in chu
    assert "Theo khoản 1 Điều 1; trong Điều này." in chu
