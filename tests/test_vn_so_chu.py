"""Đọc số thành chữ: bảng viết tay, một lối đọc thứ hai độc lập, và luật đọc ngược tới 10^21."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.vn.so_chu import doc_so, doc_thap_phan, doc_tien, so_la_ma, thu_tu

BANG = """
0 không
1 một
4 bốn
5 năm
9 chín
10 mười
11 mười một
12 mười hai
14 mười bốn
15 mười lăm
19 mười chín
20 hai mươi
21 hai mươi mốt
22 hai mươi hai
24 hai mươi tư
25 hai mươi lăm
29 hai mươi chín
30 ba mươi
31 ba mươi mốt
34 ba mươi tư
35 ba mươi lăm
40 bốn mươi
41 bốn mươi mốt
44 bốn mươi tư
45 bốn mươi lăm
50 năm mươi
51 năm mươi mốt
54 năm mươi tư
55 năm mươi lăm
61 sáu mươi mốt
74 bảy mươi tư
85 tám mươi lăm
90 chín mươi
91 chín mươi mốt
94 chín mươi tư
99 chín mươi chín
100 một trăm
101 một trăm linh một
104 một trăm linh bốn
105 một trăm linh năm
109 một trăm linh chín
110 một trăm mười
111 một trăm mười một
114 một trăm mười bốn
115 một trăm mười lăm
120 một trăm hai mươi
121 một trăm hai mươi mốt
124 một trăm hai mươi tư
125 một trăm hai mươi lăm
144 một trăm bốn mươi tư
155 một trăm năm mươi lăm
200 hai trăm
205 hai trăm linh năm
415 bốn trăm mười lăm
500 năm trăm
501 năm trăm linh một
515 năm trăm mười lăm
555 năm trăm năm mươi lăm
999 chín trăm chín mươi chín
1000 một nghìn
1001 một nghìn không trăm linh một
1004 một nghìn không trăm linh bốn
1005 một nghìn không trăm linh năm
1010 một nghìn không trăm mười
1011 một nghìn không trăm mười một
1015 một nghìn không trăm mười lăm
1021 một nghìn không trăm hai mươi mốt
1024 một nghìn không trăm hai mươi tư
1100 một nghìn một trăm
1105 một nghìn một trăm linh năm
1945 một nghìn chín trăm bốn mươi lăm
2000 hai nghìn
2022 hai nghìn không trăm hai mươi hai
2026 hai nghìn không trăm hai mươi sáu
3321 ba nghìn ba trăm hai mươi mốt
4000 bốn nghìn
5005 năm nghìn không trăm linh năm
9999 chín nghìn chín trăm chín mươi chín
10000 mười nghìn
10001 mười nghìn không trăm linh một
10500 mười nghìn năm trăm
11000 mười một nghìn
14014 mười bốn nghìn không trăm mười bốn
15015 mười lăm nghìn không trăm mười lăm
21000 hai mươi mốt nghìn
24024 hai mươi tư nghìn không trăm hai mươi tư
55055 năm mươi lăm nghìn không trăm năm mươi lăm
100000 một trăm nghìn
100001 một trăm nghìn không trăm linh một
101001 một trăm linh một nghìn không trăm linh một
105000 một trăm linh năm nghìn
110011 một trăm mười nghìn không trăm mười một
999999 chín trăm chín mươi chín nghìn chín trăm chín mươi chín
1000000 một triệu
1000001 một triệu không trăm linh một
1000010 một triệu không trăm mười
1000100 một triệu một trăm
1001000 một triệu không trăm linh một nghìn
1005000 một triệu không trăm linh năm nghìn
1010000 một triệu không trăm mười nghìn
1010010 một triệu không trăm mười nghìn không trăm mười
1500000 một triệu năm trăm nghìn
2034005 hai triệu không trăm ba mươi tư nghìn không trăm linh năm
15000000 mười lăm triệu
21021021 hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt
100000000 một trăm triệu
100000005 một trăm triệu không trăm linh năm
123456789 một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín
1000000000 một tỷ
1000000001 một tỷ không trăm linh một
1000001000 một tỷ không trăm linh một nghìn
1001000000 một tỷ không trăm linh một triệu
1500000000 một tỷ năm trăm triệu
21000000000 hai mươi mốt tỷ
104000000000 một trăm linh bốn tỷ
1000000000000 một nghìn tỷ
1000000000005 một nghìn tỷ không trăm linh năm
1005000000000 một nghìn không trăm linh năm tỷ
2500000000000 hai nghìn năm trăm tỷ
1000000000000000 một triệu tỷ
1000000000000001 một triệu tỷ không trăm linh một
1002000000000000 một triệu không trăm linh hai nghìn tỷ
1000000000000000000 một tỷ tỷ
1000000000000000001 một tỷ tỷ không trăm linh một
1000000001000000000 một tỷ không trăm linh một tỷ
1500000000000000000 một tỷ năm trăm triệu tỷ
1000000000000000000000 một nghìn tỷ tỷ
-1 âm một
-15 âm mười lăm
-1005 âm một nghìn không trăm linh năm
"""
HANG = [(int(dong.split(" ", 1)[0]), dong.split(" ", 1)[1]) for dong in BANG.strip().splitlines()]


def test_bang_viet_tay_du_mot_tram_truong_hop() -> None:
    assert len({so for so, _ in HANG}) == len(HANG) >= 100


@pytest.mark.parametrize(("so", "chu"), HANG)
def test_doc_so_theo_bang(so: int, chu: str) -> None:
    assert doc_so(so) == chu


MUOI = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
LE = ["", " mốt", " hai", " ba", " tư", " lăm", " sáu", " bảy", " tám", " chín"]
DUOI_TRAM = [
    *MUOI,
    "mười",
    *(f"mười {'lăm' if d == 'năm' else d}" for d in MUOI[1:]),
    *(f"{c} mươi{le}" for c in MUOI[2:] for le in LE),
]


def _doc_lai(so: int) -> str:
    """Lối đọc thứ hai: tra bảng dưới một trăm rồi ghép trăm, nghìn."""
    if so < 100:
        return DUOI_TRAM[so]
    if so < 1000:
        duoi = so % 100
        ghep = "" if duoi == 0 else f" linh {MUOI[duoi]}" if duoi < 10 else f" {DUOI_TRAM[duoi]}"
        return f"{MUOI[so // 100]} trăm{ghep}"
    duoi = so % 1000
    ghep = (
        ""
        if duoi == 0
        else f" {_doc_lai(duoi)}"
        if duoi >= 100
        else " không trăm" + _doc_lai(100 + duoi).removeprefix("một trăm")
    )
    return f"{_doc_lai(so // 1000)} nghìn{ghep}"


def test_doc_so_khop_loi_doc_thu_hai_den_muoi_nghin() -> None:
    assert len(DUOI_TRAM) == 100
    assert [so for so in range(10_001) if doc_so(so) != _doc_lai(so)] == []


GIA_TRI = {tu: so for so, tu in enumerate(MUOI)} | {"mốt": 1, "tư": 4, "lăm": 5}


def _giai(chu: str) -> int:
    """Nghe lại thành số: cộng dồn từng lớp, nhân khi gặp tên lớp."""
    lop_ty, lop_nghin, nhom, so_cho = 0, 0, 0, 0
    tu = chu.split()
    for i, t in enumerate(tu):
        if t in GIA_TRI:
            so_cho = GIA_TRI[t]
            sau = tu[i + 1] if i + 1 < len(tu) else ""
            if sau not in ("trăm", "mươi"):
                nhom, so_cho = nhom + so_cho, 0
        elif t == "trăm":
            nhom, so_cho = nhom + so_cho * 100, 0
        elif t == "mươi":
            nhom, so_cho = nhom + so_cho * 10, 0
        elif t == "mười":
            nhom += 10
        elif t in ("nghìn", "triệu"):
            lop_nghin, nhom = lop_nghin + nhom * (1000 if t == "nghìn" else 10**6), 0
        elif t == "tỷ":
            lop_ty, lop_nghin, nhom = (lop_ty + lop_nghin + nhom) * 10**9, 0, 0
        else:
            assert t == "linh"
    return lop_ty + lop_nghin + nhom


@given(st.one_of(st.integers(0, 10**6), st.integers(0, 10**21), st.integers(0, 21).map(lambda m: int(10**m) + 5)))
def test_doc_roi_nghe_lai_ra_dung_so(so: int) -> None:
    chu = doc_so(so)
    assert _giai(chu) == so
    assert "mười lăm mươi" not in chu
    assert "mươi một" not in chu
    assert "mươi năm" not in chu
    assert "  " not in chu


@given(st.integers(1, 10**21))
def test_so_am_chi_them_chu_am(so: int) -> None:
    assert doc_so(-so) == f"âm {doc_so(so)}"


def test_loi_doc_phia_nam() -> None:
    assert doc_so(1005, linh="lẻ", nghin="ngàn") == "một ngàn không trăm lẻ năm"


@pytest.mark.parametrize(
    ("so", "chu"),
    [
        ("95.5", "chín mươi lăm phẩy năm"),
        ("0.25", "không phẩy hai mươi lăm"),
        ("3.05", "ba phẩy không năm"),
        ("2.005", "hai phẩy không không năm"),
        ("12.50", "mười hai phẩy năm"),
        ("7.00", "bảy"),
        ("1.1234", "một phẩy một hai ba bốn"),
        ("-0.5", "âm không phẩy năm"),
        ("1E+3", "một nghìn"),
        ("1000.75", "một nghìn phẩy bảy mươi lăm"),
    ],
)
def test_doc_thap_phan(so: str, chu: str) -> None:
    assert doc_thap_phan(Decimal(so)) == chu


def test_thap_phan_khong_huu_han() -> None:
    with pytest.raises(ValueError, match="không đọc được"):
        doc_thap_phan(Decimal("NaN"))


@pytest.mark.parametrize(
    ("so", "chu"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (10, "thứ mười"),
        (14, "thứ mười bốn"),
        (15, "thứ mười lăm"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
        (101, "thứ một trăm linh một"),
    ],
)
def test_thu_tu(so: int, chu: str) -> None:
    assert thu_tu(so) == chu


def test_thu_tu_tu_mot() -> None:
    with pytest.raises(ValueError, match="thứ tự"):
        thu_tu(0)


def test_doc_tien() -> None:
    assert doc_tien(1_500_000) == "một triệu năm trăm nghìn đồng"
    assert doc_tien(1_500_000, chan=True, hoa_dau=True) == "Một triệu năm trăm nghìn đồng chẵn"
    assert doc_tien(25, don_vi="đô la Mỹ") == "hai mươi lăm đô la Mỹ"


@pytest.mark.parametrize(
    ("so", "chu"),
    [(1, "I"), (2, "II"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (15, "XV"), (40, "XL"), (49, "XLIX"), (90, "XC"),
     (400, "CD"), (944, "CMXLIV"), (1945, "MCMXLV"), (2026, "MMXXVI"), (3999, "MMMCMXCIX")],
)  # fmt: skip
def test_so_la_ma(so: int, chu: str) -> None:
    assert so_la_ma(so) == chu


@given(st.integers(1, 3999))
def test_so_la_ma_doc_lai_ra_dung_so(so: int) -> None:
    gia_tri = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in so_la_ma(so)]
    assert sum(-a if a < b else a for a, b in zip(gia_tri, [*gia_tri[1:], 0], strict=True)) == so


@pytest.mark.parametrize("so", [0, -1, 4000])
def test_so_la_ma_ngoai_khoang(so: int) -> None:
    with pytest.raises(ValueError, match="3999"):
        so_la_ma(so)
