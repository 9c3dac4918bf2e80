"""Soát chữ bằng máy: lỗi gõ và lỗi viết hoa mà một biểu thức nhận ra chắc chắn; thà sót còn hơn báo nhầm.

``kiem_chu`` xét từng đoạn; ``kiem_cap`` xét ngoặc và nháy qua cả dãy đoạn. Không sửa chữ, chỉ nói ở đâu và sửa thế nào.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class PhatHien(NamedTuple):
    """Một chỗ đáng ngờ: mã quy tắc, vị trí ký tự trong đoạn, sai gì, sửa thế nào."""

    ma: str
    vi_tri: int
    thong_bao: str
    cach_sua: str


HOA = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
THUONG = "a-zà-ãè-êìíò-õùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
CHU = HOA + THUONG

_AN = {
    "\u200b": "khoảng trắng rộng 0",
    "\u200c": "ký tự tách chữ",
    "\u200d": "ký tự nối chữ",
    "\u2060": "ký tự nối từ",
    "\ufeff": "dấu thứ tự byte",
    "\u00ad": "gạch nối ẩn",
    "\u200e": "dấu hướng viết",
    "\u200f": "dấu hướng viết",
    "\u202a": "dấu hướng viết",
    "\u202b": "dấu hướng viết",
    "\u202c": "dấu hướng viết",
    "\u202d": "dấu hướng viết",
    "\u202e": "dấu hướng viết",
}
_GIONG = dict(zip("АВЕЅІЈКМНОРСТУХаеосрухіјѕԁɡ", "ABESIJKMHOPCTYXaeocpyxijsdg", strict=True)) | {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"}
_GIONG_HY_LAP = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))

_DIA_CHI = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net)\b\S*", re.IGNORECASE
)
_KEP = re.compile(r"(?<=\S)(?: {2,3}|\t {1,3}| \t)(?=\S)")
_CHO_TRONG_TRUOC = re.compile(r"(?:ngày|tháng|năm|số|số:|lần|lần thứ|khóa|kỳ họp thứ|thứ|:|\.\.|…|_|/)$", re.IGNORECASE)
_CHO_TRONG_SAU = re.compile(r"(?:tháng|năm|/|,|\.|…|_)", re.IGNORECASE)
_TRUOC_DAU = re.compile(r"(?<=[^\s.…(\[“_])[ \u00a0]+(?=[,;:!?]|\.(?![./…\w])|[)\]”’])")
_SAU_DAU = re.compile(rf"[,;](?=[{CHU}])|(?<=[{THUONG}]{{2}})[.:](?=[{HOA}][{THUONG}])")
_GACH_DAU = re.compile(r"^\s*([–—−•●▪])\s*")
_GACH_NOI = re.compile(rf"(?<=[{CHU}])( ?[–—] ?)(?=[{CHU}])")
_VIEN_DAN_THUONG = re.compile(
    r"(?<!\w)(?<!các[ \u00a0])(?:(điều|tiểu mục|chương)(?=[ \u00a0](?:\d|[IVXLC]+\b))|(mục|phần)(?=[ \u00a0][IVXLC]+\b))"
)
_VIEN_DAN_HOA = re.compile(rf"(?<!\w)(Khoản(?=[ \u00a0]\d)|Điểm(?=[ \u00a0][a-zđ](?![{CHU}])))")
_DAU_CAU_XONG = re.compile(r"(?:^|[.!?:…]|[“\"(]|\./\.|^\s*(?:[-+–•]|\d+[.)]|[a-zđ]\)))\s*$")
_SAU_CHAM_PHAY = re.compile(rf"(?<=;)\s+([{HOA}][{THUONG}]*)(?: ([{THUONG}]+))?")
_NHAN_DAU = re.compile(r"^\s*(?:[-+–—•*]\s*|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})[.)]\s*|“|\"|\()*")
_TAT_DIA_DANH = re.compile(rf"(?<![\w/-])(TT\.?|TX\.?|TP\.?|Tp\.?|tp\.|T\.P\.?)[ \u00a0]?(?=[{HOA}][{THUONG}])")
_DAY_DU = {"TT": "thị trấn (hoặc trung tâm)", "TX": "thị xã", "TP": "thành phố"}

_VIEC = frozenset(
    """thực hiện|tổ chức|xây dựng|tuyên truyền|phối hợp|kiểm tra|đẩy mạnh|tăng cường|bảo đảm|đảm bảo|nâng cao|phát huy|phát hiện
    hướng dẫn|tham mưu|triển khai|rà soát|giải quyết|công khai|niêm yết|chịu trách|xử lý|đôn đốc|theo dõi|giám sát|chỉ đạo
    tiếp nhận|tiếp tục|quán triệt|lấy ý|vận động|tạo điều|khắc phục|đề xuất|đề nghị|kịp thời|thường xuyên|chủ động|định kỳ
    tiếp thu|cung cấp|lồng ghép|khuyến khích|động viên|biểu dương|tập trung|bố trí|cử cán|mở rộng|duy trì""".replace(
        "\n    ", "|"
    ).split("|")
)
_TU_NOI = frozenset(["và", "hoặc", "các", "những", "việc", "được", "không", "trong", "theo", "khi", "nếu"])


def kiem_chu(chu: str) -> tuple[PhatHien, ...]:
    """Những chỗ đáng ngờ trong một đoạn, theo vị trí; ``chu`` có nhiều dòng thì mỗi dòng là một đoạn."""
    tim_thay: list[PhatHien] = []
    dau = 0
    for dong in chu.split("\n"):
        tim_thay += [p._replace(vi_tri=p.vi_tri + dau) for p in _kiem_dong(dong)]
        dau += len(dong) + 1
    return tuple(sorted(tim_thay, key=lambda p: (p.vi_tri, p.ma)))


def _kiem_dong(dong: str) -> Iterator[PhatHien]:
    yield from _ky_tu(dong)
    che = _DIA_CHI.sub(lambda m: "\u0001" * len(m[0]), dong)
    yield from _khoang_trang(che)
    yield from _gach(che)
    yield from _hoa_thuong(che)
    for m in _TAT_DIA_DANH.finditer(che):
        day_du = _DAY_DU[m[1].replace(".", "").upper()]
        yield PhatHien("chinh_ta.tat_dia_danh", m.start(), f"“{m[1]}” viết tắt trong tên địa danh.", f"Viết đầy đủ: {day_du}.")


def _ky_tu(dong: str) -> Iterator[PhatHien]:
    for i, c in enumerate(dong):
        if c in _AN:
            yield PhatHien("chinh_ta.ky_tu_an", i, f"Có ký tự không nhìn thấy ({_AN[c]}, U+{ord(c):04X}).", "Xóa ký tự ấy.")
        elif c in _GIONG or (c in _GIONG_HY_LAP and _canh_chu_la_tinh(dong, i)):
            dung = _GIONG.get(c) or _GIONG_HY_LAP[c]
            ten = unicodedata.name(c, "?")
            yield PhatHien("chinh_ta.chu_gia", i, f"“{c}” trông như “{dung}” nhưng là chữ khác ({ten}).", f"Gõ lại chữ “{dung}”.")


def _canh_chu_la_tinh(dong: str, i: int) -> bool:
    canh = dong[max(0, i - 1) : i] + dong[i + 1 : i + 2]
    return any(unicodedata.name(c, "").startswith("LATIN") for c in canh)


def _khoang_trang(dong: str) -> Iterator[PhatHien]:
    for m in _KEP.finditer(dong):
        if not (_CHO_TRONG_TRUOC.search(dong[: m.start()]) or _CHO_TRONG_SAU.match(dong, m.end())):
            yield PhatHien("chinh_ta.khoang_trang_kep", m.start(), "Có nhiều khoảng trắng liền nhau.", "Để một khoảng trắng.")
    for m in _TRUOC_DAU.finditer(dong):
        dau = dong[m.end()]
        if dau not in ",." or not _CHO_TRONG_TRUOC.search(dong[: m.start()]):
            yield PhatHien(
                "chinh_ta.trang_truoc_dau", m.start(), f"Có khoảng trắng trước dấu “{dau}”.", f"Viết “{dau}” liền chữ trước."
            )
    for m in _SAU_DAU.finditer(dong):
        yield PhatHien(
            "chinh_ta.thieu_trang", m.start(), f"Thiếu khoảng trắng sau dấu “{m[0]}”.", f"Thêm khoảng trắng sau “{m[0]}”."
        )


def _gach(dong: str) -> Iterator[PhatHien]:
    dau = _GACH_DAU.match(dong)
    if dau:
        yield PhatHien("chinh_ta.gach_dau_dong", dau.start(1), f"Đầu dòng dùng “{dau[1]}”.", "Dùng gạch nối “-”.")
    for m in _GACH_NOI.finditer(dong):
        yield PhatHien("chinh_ta.gach_noi", m.start(), f"Dùng gạch dài “{m[1].strip()}” thay gạch nối.", "Dùng gạch nối “-”.")


def _hoa_thuong(dong: str) -> Iterator[PhatHien]:
    for m in _VIEN_DAN_THUONG.finditer(dong):
        tu = m[1] or m[2]
        hoa = tu[0].upper() + tu[1:]
        yield PhatHien("VH-19", m.start(), f"“{tu}” trước số phải viết hoa khi viện dẫn.", f"Viết “{hoa}”.")
    for m in _VIEN_DAN_HOA.finditer(dong):
        if not _DAU_CAU_XONG.search(dong[: m.start()]):
            yield PhatHien("VH-19", m.start(), f"“{m[1]}” giữa câu phải viết thường.", f"Viết “{m[1].lower()}”.")
    for m in _SAU_CHAM_PHAY.finditer(dong):
        mot = m[1].lower()
        if mot in _TU_NOI or (m[2] and f"{mot} {m[2]}" in _VIEC):
            yield PhatHien("chinh_ta.hoa_sau_cham_phay", m.start(1), f"“{m[1]}” viết hoa sau dấu “;”.", f"Viết “{mot}”.")
    nhan = _NHAN_DAU.match(dong)
    dau = nhan.end() if nhan else 0
    tu_dau = re.match(rf"[{THUONG}]+(?=[\s,])", dong[dau:])
    if tu_dau and len(dong) - dau > len(tu_dau[0]) + 1:
        yield PhatHien(
            "chinh_ta.dau_doan_thuong", dau, f"Đoạn mở đầu bằng chữ thường “{tu_dau[0]}”.", "Viết hoa chữ cái đầu đoạn."
        )


_MO = {"(": ")", "[": "]", "“": "”", "‘": "’"}
_DONG = {v: k for k, v in _MO.items()}
_NHAN_NGOAC = re.compile(r"(?:^|[\s(“,;])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})$", re.IGNORECASE)


def kiem_cap(doan: Sequence[str] | Iterable[str]) -> tuple[tuple[int, PhatHien], ...]:
    """Ngoặc và nháy không có đôi qua cả dãy ``doan``: từng cặp (số thứ tự đoạn từ 0, chỗ đáng ngờ).

    Nháy “ ” được mở ở đoạn này, đóng ở đoạn sau (trích nhiều đoạn); ngoặc đơn phải đóng trong cùng đoạn.
    """
    tim_thay: list[tuple[int, PhatHien]] = []
    cho: list[tuple[str, int, int]] = []
    thang: tuple[int, int] | None = None
    for so, chu in enumerate(doan):
        for i, c in enumerate(chu):
            if c in _MO:
                cho.append((c, so, i))
            elif c in _DONG:
                if cho and cho[-1][0] == _DONG[c]:
                    cho.pop()
                elif c == "’" or (c == ")" and _NHAN_NGOAC.search(chu[:i])):
                    continue
                else:
                    tim_thay.append(
                        (so, _le(c, i, f"không có “{_DONG[c]}” mở trước đó" if c not in "”’" else "không có nháy mở"))
                    )
            elif c == '"':
                thang = None if thang else (so, i)
        while cho and cho[-1][0] in "([" and cho[-1][1] == so:
            mo, _, i = cho.pop()
            tim_thay.append((so, _le(mo, i, "không được đóng trong đoạn")))
    tim_thay += [(so, _le(mo, i, "không được đóng")) for mo, so, i in cho]
    if thang:
        tim_thay.append((thang[0], _le('"', thang[1], "không có đôi")))
    return tuple(sorted(tim_thay, key=lambda t: (t[0], t[1].vi_tri)))


def _le(dau: str, vi_tri: int, vi_sao: str) -> PhatHien:
    return PhatHien("chinh_ta.le_cap", vi_tri, f"Dấu {dau} {vi_sao}.", "Thêm dấu còn thiếu hoặc bỏ dấu thừa.")
