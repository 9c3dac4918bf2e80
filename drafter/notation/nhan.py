"""Nhận ra nhãn đầu dòng (Phần, Chương, Mục, Điều, khoản, điểm…) và viết nhãn chuẩn.

Chỉ nhìn một dòng, không nhìn dòng bên: cùng một dòng luôn cho cùng một kết quả. Chữ vào là NFC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model import Cap, Nut

CHU_DIEM = "abcdđeghiklmnopqrstuvxy"
"""Thứ tự chữ của điểm. Sau "y" là chữ đôi aa, bb, cc, dd, đđ… rồi chữ ba: Nghị định không nói, chữ đôi không lẫn với điểm nào."""

CHU_NGOAI_DAY = "fjwzăâêôơư"

BAC = {
    Cap.PHAN: 0,
    Cap.CHUONG: 1,
    Cap.MUC: 2,
    Cap.TIEU_MUC: 3,
    Cap.DIEU: 4,
    Cap.MUC_LA_MA: 5,
    Cap.KHOAN: 6,
    Cap.KHOAN_CON: 7,
    Cap.DIEM: 10,
    Cap.GACH: 11,
    Cap.CONG: 12,
}
DE_MUC = frozenset({Cap.PHAN, Cap.CHUONG, Cap.MUC, Cap.TIEU_MUC})
LIET_KE = frozenset({Cap.GACH, Cap.CONG})

_DON_VI = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_THU_TU = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    **{f"mười {'lăm' if i == 5 else _DON_VI[i]}": 10 + i for i in range(1, 10)}, "hai mươi": 20,
}  # fmt: skip
_LA_MA = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_GIA_TRI = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_thu_tu_re = "|".join(tu.replace(" ", r"\s+") for tu in sorted(_THU_TU, key=len, reverse=True))
_DE_MUC_RE = re.compile(
    r"(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\s+[Mm]ục|TIỂU\s+MỤC)\s+"
    rf"(?:(?i:thứ)\s+(?P<tu>(?i:{_thu_tu_re}))|(?P<la>[IVXLCDM]{{1,15}})|(?P<so>\d{{1,3}}))(?=[\s.:–-]|$)"
)
_DAU_DE_MUC_RE = re.compile(r"\s*[.:]|\s*[-–](?=\s|$)")
_DIEU_RE = re.compile(r"(?:Điều|ĐIỀU)\s+(\d{1,4})([a-zđ]?)(?=[\s.:]|$)")
_DAU_DIEU_RE = re.compile(r"\s*[.:]")
_LA_MA_RE = re.compile(r"([IVXL]{1,9})(\s?[.)/–-])(?=\s|$)")
_KHOAN_CON_RE = re.compile(r"(\d{1,3}(?:\.\d{1,2}){1,3})([.)/]?)(?![\d.])")
_KHOAN_RE = re.compile(r"(\d{1,3})([.)/])")
_DIEM_RE = re.compile(r"([^\W\d_])(\1{0,2})([.)/])")
_GACH_RE = re.compile(r"[-–—•]")
_DAN_RE = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục|Điều|Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Pháp lệnh|Hiến pháp)\b")
_DAU_KET = (".", ";", ":", ",", "!", "?", "…", "”", '"', "»", "’", "'")

DAI_TEN_DE_MUC = 200


@dataclass(frozen=True, slots=True)
class Nhan:
    """Nhãn nhận ra ở đầu dòng: ``go`` đúng như gõ, ``con_lai`` là chữ sau nhãn, ``la`` là mã những điều lạ."""

    cap: Cap
    go: str
    so: int | None
    con_lai: str
    bac: int
    la: tuple[str, ...] = ()


def so_la_ma(so: int) -> str:
    """Số La Mã hoa của ``so`` (từ 1); ngoài khoảng 1–3999 trả chữ số thường."""
    if not 0 < so < 4000:
        return str(so)
    ra = []
    for gia_tri, chu in _LA_MA:
        lan, so = divmod(so, gia_tri)
        ra.append(chu * lan)
    return "".join(ra)


def doc_la_ma(chu: str) -> int | None:
    """Giá trị của số La Mã viết đúng phép, không thì ``None``."""
    tong = 0
    for i, c in enumerate(chu):
        gia_tri = _GIA_TRI.get(c, 0)
        tong += -gia_tri if i + 1 < len(chu) and gia_tri < _GIA_TRI.get(chu[i + 1], 0) else gia_tri
    return tong if tong > 0 and so_la_ma(tong) == chu else None


def chu_diem(so: int) -> str:
    """Chữ của điểm thứ ``so`` (từ 1): a, b, c, d, đ… y, aa, bb…"""
    lan, i = divmod(max(so, 1) - 1, len(CHU_DIEM))
    return CHU_DIEM[i] * (lan + 1)


def nhan_chuan(cap: Cap, so: int, tien_to: str = "") -> str:
    """Nhãn viết chuẩn của cấp ``cap`` mang số ``so``; ``tien_to`` là số của khoản cha ("1" cho "1.2.")."""
    match cap:
        case Cap.PHAN:
            return f"Phần {so_la_ma(so)}"
        case Cap.CHUONG:
            return f"Chương {so_la_ma(so)}"
        case Cap.MUC:
            return f"Mục {so}"
        case Cap.TIEU_MUC:
            return f"Tiểu mục {so}"
        case Cap.DIEU:
            return f"Điều {so}."
        case Cap.MUC_LA_MA:
            return f"{so_la_ma(so)}."
        case Cap.KHOAN:
            return f"{so}."
        case Cap.KHOAN_CON:
            return f"{tien_to or '1'}.{so}."
        case Cap.DIEM:
            return f"{chu_diem(so)})"
        case Cap.GACH:
            return "-"
        case Cap.CONG:
            return "+"


def bac_cua(nut: Nut) -> int:
    """Bậc xếp lồng của một nút (nhỏ là cao); khoản con "1.1.1." thấp hơn "1.1."."""
    bac = BAC[nut.cap]
    if nut.cap is Cap.KHOAN_CON and nut.nhan_go:
        bac += min(max(nut.nhan_go.rstrip(".)/").count(".") - 1, 0), 2)
    return bac


def so_trong_nhan(nut: Nut) -> str:
    """Phần số, chữ của nhãn để viện dẫn: "5", "a", "II", "1.1"; rỗng khi nút không có số."""
    if nut.cap in LIET_KE:
        return ""
    go = nut.nhan_go
    if go is None:
        return nhan_chuan(nut.cap, nut.so).split()[-1].rstrip(".)") if nut.so is not None else ""
    if nut.cap in DE_MUC and (m := _DE_MUC_RE.match(go)):
        return so_la_ma(_THU_TU[" ".join(m["tu"].lower().split())]) if m["tu"] else m["la"] or m["so"]
    if nut.cap is Cap.DIEU and (m := _DIEU_RE.match(go)):
        return m[1] + m[2]
    return go.strip().rstrip(" .)/–-:")


def co_dau_ket(chu: str) -> bool:
    """Chữ có kết bằng dấu câu (kể cả "./.") hoặc ngoặc kép đóng không."""
    return chu.rstrip().endswith(_DAU_KET)


def _sau_nhan(sau: str, hoa: bool = True) -> tuple[str, bool] | None:
    """(chữ còn lại, thiếu dấu cách) khi chỗ ngay sau nhãn hợp lệ; ``hoa``: dính liền thì phải là chữ hoa."""
    if not sau or sau[0].isspace():
        return sau.strip(), False
    if sau[0].isalpha() and (sau[0].isupper() or not hoa):
        return sau, True
    return None


def _ten_khong_dau(chu: str) -> bool:
    """Chữ sau "Chương I " (không dấu ngăn) có phải tiêu đề không, hay là câu văn mở đầu bằng một viện dẫn."""
    if any(c.isupper() for c in chu) and not any(c.islower() for c in chu):
        return True
    return chu[:1].isupper() and len(chu) <= DAI_TEN_DE_MUC and not co_dau_ket(chu) and _DAN_RE.match(chu) is None


def _de_muc(dong: str) -> Nhan | None:
    m = _DE_MUC_RE.match(dong)
    if m is None:
        return None
    ten = " ".join(m[1].lower().split())
    cap = {"phần": Cap.PHAN, "chương": Cap.CHUONG, "mục": Cap.MUC, "tiểu mục": Cap.TIEU_MUC}[ten]
    nen_la_ma = cap in (Cap.PHAN, Cap.CHUONG)
    if m["tu"]:
        if not nen_la_ma:
            return None
        so: int | None = _THU_TU[" ".join(m["tu"].lower().split())]
    else:
        so = doc_la_ma(m["la"]) if m["la"] else int(m["so"])
    if so is None:
        return None
    la = [] if m["tu"] or bool(m["la"]) == nen_la_ma else ["kieu_so"]
    sau = dong[m.end() :]
    dau = _DAU_DE_MUC_RE.match(sau)
    if dau is not None:
        tiep = _sau_nhan(sau[dau.end() :])
        if tiep is None:
            return None
        con_lai, thieu = tiep
        go = dong[: m.end() + dau.end()]
        la += ["thieu_dau_cach"] if thieu else []
    else:
        con_lai, go = sau.strip(), dong[: m.end()]
        if con_lai and not _ten_khong_dau(con_lai):
            return None
    return Nhan(cap, go, so, con_lai, BAC[cap], tuple(la))


def _dieu(dong: str) -> Nhan | None:
    m = _DIEU_RE.match(dong)
    if m is None:
        return None
    sau = dong[m.end() :]
    if not sau:
        return Nhan(Cap.DIEU, dong, int(m[1]), "", BAC[Cap.DIEU], ("dieu_thieu_cham",))
    dau = _DAU_DIEU_RE.match(sau)
    tiep = _sau_nhan(sau[dau.end() :]) if dau is not None else None
    if dau is None or tiep is None:
        return None
    go = dong[: m.end() + dau.end()]
    return Nhan(Cap.DIEU, go, int(m[1]), tiep[0], BAC[Cap.DIEU], ("thieu_dau_cach",) if tiep[1] else ())


def _la_ma(dong: str) -> Nhan | None:
    m = _LA_MA_RE.match(dong)
    so = doc_la_ma(m[1]) if m is not None else None
    if m is None or so is None:
        return None
    la = () if m[2] == "." else ("kieu_nhan",)
    return Nhan(Cap.MUC_LA_MA, m[0], so, dong[m.end() :].strip(), BAC[Cap.MUC_LA_MA], la)


def _khoan(dong: str) -> Nhan | None:
    if m := _KHOAN_CON_RE.match(dong):
        tiep = _sau_nhan(dong[m.end() :])
        if tiep is None or (not m[2] and (tiep[1] or not tiep[0][:1].isupper())):
            return None
        phan = m[1].split(".")
        la = (("kieu_nhan",) if m[2] in (")", "/") else ()) + (("thieu_dau_cach",) if tiep[1] else ())
        return Nhan(Cap.KHOAN_CON, m[0], int(phan[-1]), tiep[0], BAC[Cap.KHOAN_CON] + len(phan) - 2, la)
    m = _KHOAN_RE.match(dong)
    tiep = _sau_nhan(dong[m.end() :]) if m is not None else None
    if m is None or tiep is None or (tiep[1] and m[2] == "/"):
        return None
    la = (() if m[2] == "." else ("kieu_nhan",)) + (("thieu_dau_cach",) if tiep[1] else ())
    return Nhan(Cap.KHOAN, m[0], int(m[1]), tiep[0], BAC[Cap.KHOAN], la)


def _diem(dong: str) -> Nhan | None:
    m = _DIEM_RE.match(dong)
    if m is None:
        return None
    chu, lap, dau = m[1], len(m[2]), m[3]
    tiep = _sau_nhan(dong[m.end() :], hoa=False)
    if tiep is None or (dau != ")" and (lap or tiep[1])):
        return None
    if chu in CHU_DIEM:
        so: int | None = CHU_DIEM.index(chu) + 1 + lap * len(CHU_DIEM)
    elif chu in CHU_NGOAI_DAY and not lap:
        so = None
    else:
        return None
    la = (() if dau == ")" else ("kieu_nhan",)) + (("thieu_dau_cach",) if tiep[1] else ())
    return Nhan(Cap.DIEM, m[0], so, tiep[0], BAC[Cap.DIEM], la)


def _liet_ke(dong: str) -> Nhan | None:
    cap = Cap.CONG if dong[0] == "+" else Cap.GACH
    tiep = _sau_nhan(dong[1:])
    if tiep is None:
        return None
    la = (() if dong[0] in "-+" else ("gach_dai",)) + (("thieu_dau_cach",) if tiep[1] else ())
    return Nhan(cap, dong[0], None, tiep[0], BAC[cap], la)


def nhan_dien(dong: str) -> Nhan | None:
    """Nhãn ở đầu ``dong`` (đã bỏ khoảng trắng hai đầu), ``None`` khi dòng là lời văn."""
    if not dong:
        return None
    c = dong[0]
    if c in "PCMT":
        return _de_muc(dong)
    if c == "Đ":
        return _dieu(dong)
    if c in "IVXL":
        return _la_ma(dong)
    if c.isdigit():
        return _khoan(dong)
    if c == "+" or _GACH_RE.match(c):
        return _liet_ke(dong)
    return _diem(dong) if c.islower() else None


def giong_dieu(dong: str) -> bool:
    """Dòng lời văn trông như một Điều thiếu dấu chấm sau số ("Điều 5 Phạm vi điều chỉnh")."""
    m = _DIEU_RE.match(dong)
    chu = dong[m.end() :].strip(" -–") if m is not None else ""
    return chu[:1].isupper() and not co_dau_ket(chu) and _DAN_RE.match(chu) is None
