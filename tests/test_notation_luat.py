"""Luật của ký pháp, thử bằng hypothesis: không mất ký tự, đọc và in ngược nhau, mỗi ký tự ở đúng một nút.

Chuẩn hóa khoảng trắng dùng trong các luật: bỏ dòng trống, bỏ khoảng trắng hai đầu dòng, mọi khoảng trắng ngay sau nhãn thành
một dấu cách.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model import (
    Bang,
    Cap,
    Chu,
    ChuThich,
    Cot,
    Doan,
    DongChu,
    GoiChuThich,
    Hang,
    Khuc,
    NgatDong,
    Nut,
    OBang,
    ThamChieu,
    TrichDan,
)
from drafter.notation import danh_so_lai, in_ra, nhan_cho, parse, van_ban_thuan
from drafter.notation.dong import chuan_dong

XUONG = re.compile(r"\r\n|[\n\r\x0c\x85\u2029]")
TRANG = re.compile(r"\s+")

# --- chữ vào khó ----------------------------------------------------------------------------------------------------

DAU_DONG = ["", "", "Phần I", "PHẦN II. ", "Phần thứ nhất", "Chương I ", "Chương II", "CHƯƠNG 3: ", "Chương IV - ", "Mục 1 ",
            "Mục 2.",
            "Tiểu mục 1", "Điều 1. ", "Điều 5:", "Điều 7", "Điều 5 ", "I. ", "II- ", "IIII. ", "V) ", "1. ", "1.", "1) ",
            "2/ ", "1.1. ",
            "1.1 ", "1.2.3. ", "1.000 ", "a) ", "đ)", "aa) ", "f) ", "a. ", "- ", "-", "– ", "+ ", "+", "> ", ">", "> > ",
            "> > > > ",
            "| ", "|---|", "|:-:|--:|", "|===|---| {rong: 2 3}", "| a | b |", "//", "[^1]: ", "[^x]:", "\\", "\\1. ", "\\\\",
            "\\ ", "\\*",
            "\\- "]  # fmt: skip
GIUA_DONG = ["Mục đích", "Nội dung.", "QUY ĐỊNH CHUNG", "như sau:", "lời văn", "*", "**", "***", "****", " ", "  ", "@a",
             "@pham_vi", "x@a.vn",
             "[^1]", "[^x]", "[^", "{#a}", "{#pham_vi}", "{#A}", "\\", "|", "<br>", "\u2028", "\xa0", "của Luật", "\ue001",
             "\uf8ff", "”", "…",
             "\t", "1.", ">", "---", "e\u0301"]  # fmt: skip

dong_kho = st.builds(
    lambda dau, giua: dau + "".join(giua), st.sampled_from(DAU_DONG), st.lists(st.sampled_from(GIUA_DONG), max_size=7)
)
chu_kho = st.lists(dong_kho, max_size=14).map("\n".join)
chu_bat_ky = st.text(st.characters(), max_size=120)
chu_nao_cung = st.one_of(chu_kho, chu_bat_ky, st.lists(st.one_of(dong_kho, chu_bat_ky), max_size=8).map("\n".join))


def tran(chu: str, bo: str = "") -> str:
    """Chữ không còn khoảng trắng và các ký tự ``bo``."""
    return "".join(c for c in chu if not c.isspace() and c not in bo)


def dua_chu_thich_xuong(chu: str) -> str:
    """Cùng chữ ấy với nội dung chú thích xuống cuối, dấu ``>`` bỏ."""
    dong = [re.sub(r"^(?:>(?:\s+|$)){0,3}", "", d.strip()) for d in XUONG.split(chu)]
    dinh_nghia = [d for d in dong if re.match(r"\[\^[\w-]{1,40}\]:", d)]
    return "\n".join([d for d in dong if d not in dinh_nghia] + dinh_nghia)


# --- luật 1: không mất ký tự ----------------------------------------------------------------------------------------


@settings(max_examples=500, deadline=None)
@given(st.one_of(chu_bat_ky, st.lists(st.sampled_from(DAU_DONG), max_size=12).map("\n".join)))
def test_in_lai_dung_chu_da_doc(chu: str) -> None:
    """Chữ không chứa ký hiệu trong dòng, bảng, trích: in lại từng dòng đúng y, chỉ chuẩn hóa khoảng trắng."""
    chu = chu.translate({ord(c): "k" for c in "\\*|>"} | {ord("["): "("}).replace("//", "k")
    dong = [TRANG.sub(" ", d.strip()) for d in XUONG.split(chu)]
    mong = [d for d in dong if d]
    ra = [TRANG.sub(" ", d) for d in in_ra(parse(chu).than).split("\n") if d]
    assert [d.replace(" ", "") for d in ra] == [d.replace(" ", "") for d in mong]
    if "{#" not in chu and not any(f.ma == "notation.thieu_dau_cach" for f in parse(chu).tim_thay):
        assert ra == mong


@settings(max_examples=1500, deadline=None)
@given(chu_nao_cung)
def test_khong_mat_ky_tu_nao(chu: str) -> None:
    """Mọi chữ: cùng các ký tự, cùng thứ tự, trừ khoảng trắng, ``\\``, ``*``, ``>`` và khung bảng; chú thích tính ở cuối."""
    kq = parse(chu)
    bo = "\\*>|-:={}" if any(isinstance(k, Bang) for k in moi_khuc(kq.than)) else "\\*>"
    ra = in_ra(kq.than, kq.chu_thich)
    if bo == "\\*>":
        assert tran(ra, bo) == tran(dua_chu_thich_xuong(chu), bo)
    else:
        assert chu_cai(ra) == chu_cai(dua_chu_thich_xuong(chu))


def chu_cai(chu: str) -> str:
    """Chữ cái và ký tự lạ theo thứ tự, bỏ khung bảng và gợi ý bề rộng do máy in thêm."""
    return tran(re.sub(r"\{rong:[^{}]*\}", "", chu), "\\*>|-:=")


@settings(max_examples=1000, deadline=None)
@given(chu_nao_cung)
def test_doc_lai_ban_in_duoc_dung_cay(chu: str) -> None:
    kq = parse(chu)
    ra = in_ra(kq.than, kq.chu_thich)
    lai = parse(ra)
    assert (lai.than, lai.chu_thich, lai.nhan) == (kq.than, kq.chu_thich, kq.nhan)
    assert in_ra(lai.than, lai.chu_thich) == ra


# --- luật 3: mỗi ký tự ở đúng một nút -------------------------------------------------------------------------------


def moi_khuc(cac: tuple[Khuc, ...]) -> Iterator[Khuc]:
    for k in cac:
        yield k
        if isinstance(k, Nut | TrichDan):
            yield from moi_khuc(k.con)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(dong_kho, st.integers(0, 30)), max_size=12))
def test_moi_the_la_o_dung_mot_cho(dong: list[tuple[str, int]]) -> None:
    """Mỗi dòng mang một ký tự riêng (U+E100…) ở một chỗ bất kỳ; trong cây mỗi ký tự ấy có mặt đúng một lần."""
    cac = []
    the = []
    for i, (d, cho) in enumerate(dong):
        c = chr(0xE100 + i)
        d = re.sub(r"^((?:>\s*)*)\[\^[\w-]*\]:", r"\1", d)
        cat = min(cho, len(d))
        if d.startswith("|") and ("---" in d or "===" in d):
            d, cat = d + "x", len(d) + 1
        cac.append(d[:cat] + c + d[cat:])
        the.append(c)
    kq = parse("\n".join(cac))
    thay = [c for c in van_ban_thuan(kq.than, kq.chu_thich) if 0xE100 <= ord(c) < 0xE200]
    assert thay == the


# --- luật 2: cây đúng khuôn in ra rồi đọc lại là chính nó -----------------------------------------------------------

LA_MA = ["I", "II", "III", "IV", "V", "VI"]
MA = ["khen_thuong", "pham_vi", "x1"]
tu = st.sampled_from(
    [
        "Tổ chức",
        "nội dung",
        "thực hiện",
        "a*b",
        "2 * 3",
        "x@khen_thuong",
        "\\",
        "C:\\d",
        "[^9]",
        "{#q}",
        "1. Ông A",
        "\ue005",
        "|",
    ]
)
mau = st.one_of(
    st.builds(Chu, st.lists(tu, min_size=1, max_size=3).map(" ".join), st.booleans(), st.booleans()),
    st.sampled_from([Chu(" "), Chu(" ("), Chu(" kế "), GoiChuThich("1"), NgatDong(), Chu(". Văn")]),
    st.builds(lambda ma: ThamChieu(ma), st.sampled_from(MA)),
)


def _ghep(cac: list[object]) -> DongChu:
    """Dòng đọc được: hai đầu là chữ, quanh tham chiếu là khoảng trắng, ở dạng chuẩn."""
    ra: list[object] = [Chu("Chữ ")]
    for x in cac:
        ra += [Chu(" "), x, Chu(" ")] if isinstance(x, ThamChieu) else [x]
    return chuan_dong([*ra, Chu(" hết")])  # type: ignore[list-item]


cac_mau = st.lists(mau, max_size=4).map(_ghep)
ten = cac_mau
cau = cac_mau.map(lambda d: chuan_dong([*d, Chu(".")]))
doan = cau.map(Doan)
o_bang = st.one_of(st.just(OBang((Doan(()),))), st.lists(doan, min_size=1, max_size=2).map(lambda d: OBang(tuple(d))))


@st.composite
def bang(ve: st.DrawFn) -> Bang:
    so_cot = ve(st.integers(1, 3))
    rong = ve(st.sampled_from([0.0, 1.0, 12.5]))
    cot = tuple(Cot(rong, ve(st.sampled_from(["trai", "giua", "phai", "deu"]))) for _ in range(so_cot))
    dau = ve(st.booleans())
    hang = tuple(Hang(tuple(ve(o_bang) for _ in cot), dau and i == 0) for i in range(ve(st.integers(1, 3))))
    return Bang(cot, hang, ve(st.booleans()))


def khoi_van(sau: int) -> st.SearchStrategy[Khuc]:
    """Một khúc không phải nút."""
    if sau >= 2:
        return st.one_of(doan, bang())
    return st.one_of(doan, doan, bang(), cay(0, sau + 1).filter(bool).map(TrichDan))


BAC = [Cap.PHAN, Cap.CHUONG, Cap.MUC, Cap.TIEU_MUC, Cap.DIEU, Cap.MUC_LA_MA, Cap.KHOAN, Cap.KHOAN_CON, Cap.DIEM]
DE_MUC = BAC[:4]


@st.composite
def danh_sach(ve: st.DrawFn) -> Nut:
    con = tuple(Nut(Cap.CONG, "+", con=(Doan(ve(cau), cung_dong=True),)) for _ in range(ve(st.integers(0, 2))))
    return Nut(Cap.GACH, "-", con=(Doan(ve(cau), cung_dong=True), *con))


@st.composite
def nut(ve: st.DrawFn, cap: Cap, sau: int) -> Nut:
    so = ve(st.integers(1, 6))
    go = {
        Cap.PHAN: f"Phần {LA_MA[so - 1]}", Cap.CHUONG: f"Chương {LA_MA[so - 1]}", Cap.MUC: f"Mục {so}",
        Cap.TIEU_MUC: f"Tiểu mục {so}",
        Cap.DIEU: f"Điều {so}.", Cap.MUC_LA_MA: f"{LA_MA[so - 1]}.", Cap.KHOAN: f"{so}.", Cap.KHOAN_CON: f"1.{so}.",
        Cap.DIEM: "abcdđe"[so - 1] + ")",
    }[cap]  # fmt: skip
    xuong = cap in DE_MUC and ve(st.booleans())
    if cap in DE_MUC and not xuong:
        go += ve(st.sampled_from([".", ":"]))
    con = ve(cay(BAC.index(cap) + 1, sau))
    co_ten = cap is not Cap.DIEM and ve(st.booleans()) and (bool(con) or cap not in (Cap.KHOAN, Cap.KHOAN_CON))
    if co_ten or xuong or cap in DE_MUC:
        return Nut(cap, go, so, ve(ten), con, ve(st.sampled_from([None, None, *MA])), xuong)
    cung = ve(st.sampled_from([cau, ten]))
    return Nut(cap, go, so, (), (Doan(ve(cung), cung_dong=True), *con), ve(st.sampled_from([None, *MA])))


@st.composite
def cay(ve: st.DrawFn, bac: int, sau: int) -> tuple[Khuc, ...]:
    """Cây đúng khuôn: lời văn, danh sách trước; rồi các nút bậc thấp hơn cha, cấp đứng sau không thấp hơn cấp đứng trước."""
    ra: list[Khuc] = []
    for _ in range(ve(st.integers(0, 2))):
        moi = ve(st.one_of(khoi_van(sau), danh_sach()))
        if not (ra and isinstance(moi, TrichDan) and isinstance(ra[-1], TrichDan)):
            ra.append(moi)
    if bac < len(BAC) and ve(st.integers(0, 2)):
        cap = ve(st.lists(st.sampled_from(range(bac, len(BAC))), max_size=3))
        ra += [ve(nut(BAC[c], sau)) for c in sorted(cap, reverse=True)]
    return tuple(ra)


chu_thich_1 = st.lists(cau.map(lambda d: Doan(tuple(x for x in d if isinstance(x, Chu)))), min_size=1, max_size=2).map(
    lambda d: ChuThich("1", tuple(Doan(chuan_dong(x.noi_dung)) for x in d))
)


def co_nhan(cac: tuple[Khuc, ...]) -> Iterator[str]:
    return (k.ma for k in moi_khuc(cac) if isinstance(k, Nut) and k.ma is not None)


@settings(max_examples=250, deadline=None)
@given(cay(0, 0), chu_thich_1)
def test_in_cay_roi_doc_lai(than: tuple[Khuc, ...], chu_thich: ChuThich) -> None:
    kq = parse(in_ra(than, (chu_thich,)), nhan_biet=frozenset(MA))
    assert kq.than == than
    assert kq.chu_thich == (chu_thich,)
    assert kq.nhan == frozenset(co_nhan(than))


@settings(max_examples=120, deadline=None)
@given(cay(0, 0), chu_thich_1)
def test_danh_so_lai_mot_lan_la_du_va_doc_lai_duoc(than: tuple[Khuc, ...], chu_thich: ChuThich) -> None:
    moi = danh_so_lai(than)
    assert danh_so_lai(moi) == moi
    kq = parse(in_ra(moi, (chu_thich,)), nhan_biet=frozenset(MA))
    assert danh_so_lai(kq.than) == moi
    assert kq.than == moi
    assert set(nhan_cho(moi)) == set(co_nhan(moi))


@settings(max_examples=300, deadline=None)
@given(st.text("*ab \\", max_size=14))
def test_sao_va_dau_thoat_trong_dong(chu: str) -> None:
    """Mọi chuỗi sao, dấu thoát: chữ còn đủ, in rồi đọc lại như nhau."""
    kq = parse(chu)
    assert tran(van_ban_thuan(kq.than), "\\*") == tran(chu, "\\*")
    assert parse(in_ra(kq.than)).than == kq.than
