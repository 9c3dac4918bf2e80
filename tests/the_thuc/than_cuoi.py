"""Phép kiểm thân văn bản, khối ký, nơi nhận (khoản 6 đến 9 Mục II Phần I Phụ lục I; các mẫu ở Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from drafter.docx_doc import DoanDoc
from tests.the_thuc.dau import CO_LENH, KHONG_KEM
from tests.the_thuc.giai_phau import VanBanDoc, chu, co_chu, dam_het, nhan, run_chu
from tests.the_thuc.quy_tac import ca_van_ban, kiem_doan, la_hoa, quy_tac, trich

DIEM = "abcdđeghiklmnopqrstuvxy"
_DE_MUC_GIUA = ("phan", "chuong", "muc")


@cache
def _ke(v: VanBanDoc) -> dict[int, DoanDoc]:
    co = [x for x in v.doan if co_chu(x)]
    return {id(a): b for a, b in pairwise(co)}


def _sau(v: VanBanDoc, d: DoanDoc) -> DoanDoc | None:
    """Đoạn có chữ ngay sau ``d``, kể cả trong bảng."""
    return _ke(v).get(id(d))


def _la_tieu_de_giua(v: VanBanDoc, i: int) -> bool:
    """Đoạn thân thứ ``i`` là dòng Chương, Mục hoặc dòng tiêu đề ngay dưới."""
    return nhan(v.than[i])[0] in _DE_MUC_GIUA or (i > 0 and nhan(v.than[i - 1])[0] in _DE_MUC_GIUA)


@cache
def _loi_van(v: VanBanDoc) -> Sequence[DoanDoc]:
    return [d for i, d in enumerate(v.than) if not _la_tieu_de_giua(v, i)]


@quy_tac("T-050", "ND-01 ND-03", chon=_loi_van)
def loi_van(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if d.canh != "deu":
        yield f"lời văn canh {d.canh}, phải đều hai lề: {trich(d)}"
    lui = round(d.lui_mm * 1440 / 25.4)
    if lui not in (567, 720) or abs(d.trai_mm) > 0.05 or abs(d.phai_mm) > 0.05:
        yield f"lùi đầu dòng {lui} twip (trái {d.trai_mm:.1f} mm), phải 567 hoặc 720: {trich(d)}"
    if lui != round(_loi_van(v)[0].lui_mm * 1440 / 25.4):
        yield f"lùi đầu dòng không thống nhất: {trich(d)}"
    if d.gian_dong.quy_tac != "boi" or not 240 <= round(d.gian_dong.gia_tri * 240) <= 360:
        yield f"giãn dòng {d.gian_dong}, phải 240–360: {trich(d)}"
    for r in run_chu(d):
        if not 13 <= r.co_pt <= 14 or r.co_pt != run_chu(_loi_van(v)[0])[0].co_pt:
            yield f"cỡ {r.co_pt}, phải 13–14 và cùng cỡ cả lời văn: {trich(d)}"
        if r.nghieng:
            yield f"lời văn phải đứng: {trich(d)}"
        if r.dam and nhan(d)[0] in ("", "diem", "gach"):
            yield f"lời văn không đậm: {trich(d)}"


def _hai_doan_lien(v: VanBanDoc) -> Sequence[tuple[DoanDoc, DoanDoc]]:
    """Hai đoạn căn cứ hoặc thân đứng liền nhau, trừ dòng Chương, Mục với tiêu đề ngay dưới."""
    noi_dung = {id(d) for d in (*v.can_cu, *v.than)}
    cap = [(a, b) for a, b in pairwise(v.doan) if {id(a), id(b)} <= noi_dung]
    return [(a, b) for a, b in cap if nhan(a)[0] not in _DE_MUC_GIUA]


@quy_tac("ND-02", chon=_hai_doan_lien)
def cach_doan(v: VanBanDoc, cap: tuple[DoanDoc, DoanDoc]) -> Iterator[str]:
    tren, duoi = cap
    if round((tren.sau_pt + duoi.truoc_pt) * 20) < 120:
        yield f"hai đoạn cách {tren.sau_pt + duoi.truoc_pt} pt, phải từ 6: {trich(duoi)}"


def _noi_dung(v: VanBanDoc) -> Sequence[DoanDoc]:
    """Các đoạn có chữ ngoài phần đầu và khối ký, kể cả trong bảng."""
    return [d for d in v.doan if co_chu(d) and (d.trong_o is None or v.tep.bang[d.trong_o[0]].co_vien)]


# --- đề mục ------------------------------------------------------------------------------------------------------------


def _cap_tieu_de(cap: tuple[str, ...], v: VanBanDoc) -> Sequence[tuple[DoanDoc, DoanDoc | None]]:
    return [(d, _sau(v, d)) for d in v.cac(*cap)]


def _kiem_hai_dong(ten: str, cap: tuple[DoanDoc, DoanDoc | None]) -> Iterator[str]:
    dong, tieu_de = cap
    yield from kiem_doan(dong, ten, co=(13, 14), dam=True)
    if tieu_de is None or nhan(tieu_de)[0] or not la_hoa(tieu_de):
        yield f"{ten} không có tiêu đề in hoa ở dòng dưới: {trich(dong)}"
    else:
        yield from kiem_doan(tieu_de, f"tiêu đề {ten}", co=(13, 14), dam=True, hoa=True)
        if chu(tieu_de).endswith((".", ";", ":")):
            yield f"tiêu đề {ten} có dấu cuối: {trich(tieu_de)}"


@quy_tac("T-051", "ND-04 ND-05", chon=lambda v: _cap_tieu_de(("phan", "chuong"), v), loai=("quy_che",))
def chuong(v: VanBanDoc, cap: tuple[DoanDoc, DoanDoc | None]) -> Iterator[str]:
    yield from _kiem_hai_dong("chương", cap)


@quy_tac("ND-06", "ND-07", chon=lambda v: _cap_tieu_de(("muc",), v), loai=("quy_che",))
def muc(v: VanBanDoc, cap: tuple[DoanDoc, DoanDoc | None]) -> Iterator[str]:
    yield from _kiem_hai_dong("mục", cap)


@quy_tac("T-052", "ND-08", chon=lambda v: v.cac("dieu"), loai=(*CO_LENH, "quy_che"))
def dieu(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    so = re.match(r"Điều \d+\.", chu(d))
    assert so is not None
    dam = "".join(r.chu for r in d.chu if r.dam).strip()
    if dam_het(d):
        ten = chu(d)[so.end() :].strip()
        if not ten:
            yield f"{trich(d)} không có tiêu đề, cũng không có nội dung cùng dòng"
        elif ten.endswith((".", ";", ":", ",")):
            yield f"tiêu đề Điều có dấu cuối: {trich(d)}"
        sau = _sau(v, d)
        if sau is None or nhan(sau)[0] in ("dieu", "chuong", "muc"):
            yield f"Điều có tiêu đề mà không có nội dung: {trich(d)}"
    elif v.loai == "quy_che":
        yield f"Điều của quy chế phải có tiêu đề, đậm cả dòng: {trich(d)}"
    elif dam != so[0]:
        yield f"Điều không tiêu đề chỉ đậm “{so[0]}”, đang đậm “{dam[:40]}”"


@quy_tac(
    "ND-10",
    chon=lambda v: [d for d in v.cac("khoan", "khoan_con") if any(r.dam for r in run_chu(d))],
    loai=("nghi_quyet", "ke_hoach"),
)
def khoan_co_tieu_de(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if not dam_het(d):
        yield f"khoản đậm một phần: số và tiêu đề phải cùng đậm, nội dung xuống dòng: {trich(d)}"
    if chu(d).endswith((".", ";", ":", ",")):
        yield f"tiêu đề khoản có dấu cuối: {trich(d)}"
    sau = _sau(v, d)
    if sau is None or nhan(sau)[0] in ("khoan", "la_ma", "dieu", "chuong", "muc"):
        yield f"khoản có tiêu đề mà không có nội dung: {trich(d)}"


@quy_tac("ND-12", chon=lambda v: v.cac("la_ma"), loai=("ke_hoach",))
def muc_la_ma(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    yield from kiem_doan(d, "mục La Mã", co=(13, 14), dam=True, hoa=True, canh="deu")
    if chu(d).endswith((".", ";", ":")):
        yield f"tiêu đề mục có dấu cuối: {trich(d)}"


def so_la_ma(n: int) -> str:
    """Số La Mã của ``n`` (1–89)."""
    chuc, don_vi = divmod(n, 10)
    dau = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[chuc]
    return dau + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[don_vi]


# Gặp một cấp thì những cấp nào đánh lại từ đầu. Điều chạy suốt văn bản, không đánh lại theo chương.
_DANH_LAI = {
    "phan": ("chuong", "muc", "khoan", "khoan_con", "diem"),
    "chuong": ("muc", "khoan", "khoan_con", "diem"),
    "muc": ("khoan", "khoan_con", "diem"),
    "dieu": ("khoan", "khoan_con", "diem"),
    "la_ma": ("khoan", "khoan_con", "diem"),
    "khoan": ("khoan_con", "diem"),
    "khoan_con": ("diem",),
    "diem": (),
}


@quy_tac("ND-09", "ND-11 T-053", chon=ca_van_ban)
def thu_tu(v: VanBanDoc, _: object) -> Iterator[str]:
    dem = dict.fromkeys(_DANH_LAI, 0)
    for d in v.than:
        cap, so = nhan(d)
        if cap not in dem:
            continue
        dem[cap] += 1
        for duoi in _DANH_LAI[cap]:
            dem[duoi] = 0
        if cap in ("phan", "chuong", "la_ma"):
            dung = so_la_ma(dem[cap])
        elif cap == "diem":
            dung = DIEM[dem[cap] - 1] if dem[cap] <= len(DIEM) else "?"
        else:
            dung = str(dem[cap])
        if so != dung:
            yield f"đáng lẽ đến số “{dung}”: {trich(d)}"
            if cap != "diem" and so.isdigit():
                dem[cap] = int(so)
        if cap in ("khoan", "khoan_con", "diem") and any(r.dam for r in run_chu(d)) and not dam_het(d):
            yield f"số khoản, điểm không đậm: {trich(d)}"


@quy_tac("T-054", "ND-13 PL-08", chon=ca_van_ban)
def dau_ket(v: VanBanDoc, _: object) -> Iterator[str]:
    co = [d for d in v.doan if "./." in chu(d)]
    if len(co) != 1 or sum(chu(d).count("./.") for d in co) != 1:
        yield f"có {len(co)} chỗ mang “./.”, phải đúng một"
        return
    if co[0] is not _noi_dung(v)[-1]:
        yield f"“./.” không ở cuối nội dung: {trich(co[0])}"
    if not re.search(r"[^\s./;,:]\./\.$", chu(co[0])):
        yield f"“./.” phải ngay sau chữ cuối, không khoảng trắng: “{chu(co[0])[-20:]}”"


@quy_tac("T-060", "PL-05 PL-06", loai=("quy_che",))
def kem_theo(v: VanBanDoc, _: object) -> Iterator[str]:
    d = v.kem_theo
    yield from kiem_doan(d, "dòng kèm theo", co=(13, 14), nghieng=True)
    if d is None:
        return
    ngay = r"ngày (\d{2}| {3,}) tháng (\d{1,2}| {3,}) năm (\d{4}| {3,})"
    if not re.fullmatch(rf"\(Kèm theo Quyết định số (\d{{2,}}| {{3,}})/QĐ-[A-ZĐ]+ {ngay} của \S.*\)", chu(d)):
        yield f"dòng kèm theo không đúng mẫu: {trich(d)}"
    for x in v.doan:
        if re.match(r"Số:", chu(x)) or re.match(r"Nơi nhận", chu(x)):
            yield f"văn bản kèm theo không có số, nơi nhận: {trich(x)}"
    if v.can_cu:
        yield f"văn bản kèm theo không có căn cứ: {trich(v.can_cu[0])}"
    if v.sau_cung or v.ky:
        yield "văn bản kèm theo không có khối ký"


# --- không rời trang -----------------------------------------------------------------------------------------------------


def _de_muc(v: VanBanDoc) -> Sequence[DoanDoc]:
    ra = [d for i, d in enumerate(v.than) if _la_tieu_de_giua(v, i) or (nhan(d)[0] in NHAN_TIEU_DE and dam_het(d))]
    dau = [d for d in (v.ten_loai, *v.trich_yeu, v.kem_theo, v.net_trich_yeu, v.menh_lenh) if d is not None]
    return [*dau, *v.tham_quyen, *ra]


NHAN_TIEU_DE = ("dieu", "la_ma", "khoan", "khoan_con")


@quy_tac("GIU-1", chon=_de_muc)
def de_muc_khong_roi(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if not d.giu_voi_sau:
        yield f"đề mục có thể nằm lại cuối trang: {trich(d)}"


@quy_tac("GIU-2", loai=KHONG_KEM)
def khoi_ky_khong_roi(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.ky or not v.than:
        yield "không thấy khối ký hoặc thân"
        return
    thu_tu = {id(d): i for i, d in enumerate(v.doan)}
    giua = v.doan[thu_tu[id(_noi_dung(v)[-1])] : thu_tu[id(v.noi_nhan[0] if v.noi_nhan else v.ky[0])]]
    if not all(d.giu_voi_sau for d in giua):
        yield "đoạn cuối của nội dung có thể rời khối ký sang trang khác"
    if not all(d.giu_voi_sau for d in v.ky[:-1]):
        yield "các dòng của khối ký có thể bị tách trang"
    assert v.ky[0].trong_o is not None
    if not v.tep.bang[v.ky[0].trong_o[0]].hang[0].khong_tach:
        yield "hàng chữ ký có thể bị tách trang"


# --- khối ký, nơi nhận -----------------------------------------------------------------------------------------------------


@quy_tac("KY-01", loai=KHONG_KEM)
def quyen_han(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.quyen_han:
        yield "thiếu quyền hạn, chức vụ người ký"
        return
    for d in v.quyen_han:
        yield from kiem_doan(d, "quyền hạn, chức vụ", co=(13, 14), dam=True, hoa=True)
        if re.match(r"(TM|KT|TL|TUQ|Q)(?!\. )\b", chu(d)) or re.match(r"T/M", chu(d)):
            yield f"chữ viết tắt quyền hạn phải có dấu chấm và khoảng trắng: {trich(d)}"
    cac = [chu(d) for d in v.quyen_han]
    ubnd = bool(v.co_quan) and chu(v.co_quan[0]).startswith("ỦY BAN NHÂN DÂN")
    hdnd = bool(v.co_quan) and chu(v.co_quan[0]).startswith("HỘI ĐỒNG NHÂN DÂN")
    if v.loai == "ke_hoach" and ubnd and cac[0] != "TM. ỦY BAN NHÂN DÂN":
        yield f"kế hoạch của UBND ký TM. ỦY BAN NHÂN DÂN: {cac}"
    if cac[0].startswith("TM. ") and len(cac) < 2:
        yield "dưới TM. phải có chức vụ người ký"
    if any(c.startswith("PHÓ CHỦ TỊCH") for c in cac) and ubnd and not any(c.startswith("KT. CHỦ TỊCH") for c in cac):
        yield f"cấp phó ký phải có KT. CHỦ TỊCH: {cac}"
    if hdnd and v.loai == "nghi_quyet" and not re.search(r"CHỦ TỊCH|CHỦ TỌA", cac[-1]):
        yield f"nghị quyết HĐND do Chủ tịch HĐND hoặc Chủ tọa kỳ họp ký chứng thực: {cac}"
    tap_the = v.loai == "quyet_dinh" and bool(v.tham_quyen) and chu(v.tham_quyen[0]).startswith("ỦY BAN NHÂN DÂN")
    if tap_the and cac[0] != "TM. ỦY BAN NHÂN DÂN":
        yield f"thẩm quyền của tập thể UBND thì ký TM. ỦY BAN NHÂN DÂN: {cac}"
    ca_nhan = v.loai == "quyet_dinh" and bool(v.tham_quyen) and chu(v.tham_quyen[0]).startswith("CHỦ TỊCH ")
    if ca_nhan and cac[0].startswith("TM."):
        yield f"thẩm quyền riêng của Chủ tịch thì không ký TM.: {cac}"


@quy_tac("KY-02", loai=KHONG_KEM)
def ho_ten(v: VanBanDoc, _: object) -> Iterator[str]:
    if v.ho_ten is None:
        nhap = any("DỰ THẢO" in chu(d) for d in v.doan)
        if not nhap:
            yield "thiếu họ tên người ký"
        return
    yield from kiem_doan(v.ho_ten, "họ tên", co=(13, 14), dam=True)
    ten = chu(v.ho_ten)
    if not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)+", ten) or any(not t[0].isupper() for t in ten.split()) or la_hoa(v.ho_ten):
        yield f"họ tên phải in thường, hoa chữ đầu, không học hàm, học vị: “{ten}”"
    if re.match(r"(Ông|Bà|TS|ThS|GS|PGS|BS|Tiến sĩ|Thạc sĩ)\b", ten):
        yield f"trước họ tên có học hàm, học vị, danh xưng: “{ten}”"


@quy_tac("KY-05", loai=KHONG_KEM)
def cho_ky(v: VanBanDoc, _: object) -> Iterator[str]:
    trong = [d for d in v.ky[len(v.quyen_han) :] if not co_chu(d)]
    cao = sum(d.gian_dong.gia_tri + d.truoc_pt + d.sau_pt for d in trong if d.gian_dong.quy_tac != "boi") * 25.4 / 72
    if not 25 <= cao <= 40:
        yield f"chỗ ký cao {cao:.0f} mm, phải chừa từ 25 mm cho chữ ký giữa chức vụ và họ tên"


@quy_tac("NN-05", loai=KHONG_KEM)
def nhan_noi_nhan(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.noi_nhan:
        yield "thiếu nơi nhận"
        return
    dau = v.noi_nhan[0]
    yield from kiem_doan(dau, "chữ Nơi nhận", co=(12, 12), dam=True, nghieng=True, canh="trai")
    if chu(dau) != "Nơi nhận:" or abs(dau.trai_mm + dau.lui_mm) > 0.05:
        yield f"“Nơi nhận:” phải đứng dòng riêng, sát lề trái: {trich(dau)}"
    if v.ky and dau.trong_o is not None and v.ky[0].trong_o is not None and dau.trong_o[:2] != v.ky[0].trong_o[:2]:
        yield "“Nơi nhận:” không ngang hàng quyền hạn, chức vụ người ký"
    if v.quyen_han and abs(dau.truoc_pt - v.quyen_han[0].truoc_pt) > 0.1:
        yield "“Nơi nhận:” lệch hàng với quyền hạn, chức vụ người ký"


@quy_tac("NN-06", chon=lambda v: v.noi_nhan[1:], loai=KHONG_KEM)
def dong_noi_nhan(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    yield from kiem_doan(d, "dòng nơi nhận", co=(11, 11), canh="trai")
    if not re.match(r"- \S", chu(d)) or abs(d.trai_mm + d.lui_mm) > 0.05:
        yield f"dòng nơi nhận phải mở đầu “- ” sát lề trái: {trich(d)}"


@quy_tac("T-041", "NN-07", loai=KHONG_KEM)
def dau_noi_nhan(v: VanBanDoc, _: object) -> Iterator[str]:
    cac = [chu(d) for d in v.noi_nhan[1:]]
    if not cac or not re.fullmatch(r"- Lưu: VT(, [^;]+?)?( \(\d{2}b?\))?\.", cac[-1]):
        yield f"dòng cuối nơi nhận phải là “- Lưu: VT, … .”: {cac[-1:]}"
    for c in cac[:-1]:
        if not re.search(r"[^;.,\s];$", c):
            yield f"dòng nơi nhận phải kết “;”: “{c}”"
        if c.startswith("- Lưu"):
            yield f"dòng Lưu không đứng cuối: “{c}”"
    if len(cac) < 2:
        yield "nơi nhận chỉ có dòng Lưu"


@quy_tac("NN-09", loai=CO_LENH)
def nhu_dieu(v: VanBanDoc, _: object) -> Iterator[str]:
    cac = [chu(d) for d in v.noi_nhan[1:]]
    khop = re.fullmatch(r"- Như Điều (\d+);", cac[0]) if cac else None
    if khop is None:
        yield f"dòng đầu nơi nhận phải là “- Như Điều …;”: {cac[:1]}"
    elif khop[1] not in [nhan(d)[1] for d in v.cac("dieu")]:
        yield f"nơi nhận dẫn Điều {khop[1]} không có trong văn bản"
