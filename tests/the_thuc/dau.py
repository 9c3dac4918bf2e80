"""Phép kiểm phần đầu văn bản (khoản 1 đến 6 Mục II Phần I Phụ lục I; các mẫu ở Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.docx_doc import DoanDoc
from tests.the_thuc.giai_phau import VanBanDoc, chu, run_chu
from tests.the_thuc.quy_tac import (
    ca_van_ban,
    cac_dong,
    dai_net,
    kiem_doan,
    kiem_net,
    la_hoa,
    quy_tac,
    rong_chu,
    trich,
)

KHONG_KEM = ("nghi_quyet", "quyet_dinh", "ke_hoach")
CO_LENH = ("nghi_quyet", "quyet_dinh")
VIET_TAT = {"nghi_quyet": "NQ", "quyet_dinh": "QĐ", "ke_hoach": "KH"}
# Đơn vị mang tên người, sự kiện thì địa danh giữ cả danh từ chung (DD-06); mang chữ số thì nhận ra bằng chữ số.
TEN_NGUOI_SU_KIEN = ("Hồ Chí Minh", "Điện Biên Phủ")


# --- Quốc hiệu, cơ quan ------------------------------------------------------------------------------------------------


@quy_tac("T-010", "QH-01 QH-04")
def quoc_hieu(v: VanBanDoc, _: object) -> Iterator[str]:
    d = v.quoc_hieu
    yield from kiem_doan(d, "Quốc hiệu", co=(12, 13), dam=True, hoa=True, gian_don=True)
    if d is not None:
        if d.van_ban() != "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM":
            yield f"Quốc hiệu ghi {trich(d)}"
        if rong_chu(d) > v.rong_phai_mm - d.trai_mm - d.phai_mm:
            yield f"Quốc hiệu rộng {rong_chu(d):.1f} mm, cột chỉ {v.rong_phai_mm:.1f} mm: sẽ xuống dòng"


@quy_tac("T-011", "QH-02 QH-03")
def tieu_ngu(v: VanBanDoc, _: object) -> Iterator[str]:
    d = v.tieu_ngu
    yield from kiem_doan(d, "Tiêu ngữ", co=(13, 14), dam=True, gian_don=True)
    yield from kiem_net(v.net_tieu_ngu, "Tiêu ngữ", v.rong_phai_mm)
    if d is not None:
        if d.van_ban() != "Độc lập - Tự do - Hạnh phúc":
            yield f"Tiêu ngữ ghi {trich(d)}"
        if v.net_tieu_ngu is not None:
            ti_le = dai_net(v.net_tieu_ngu, v.rong_phai_mm) / rong_chu(d)
            if not 0.97 <= ti_le <= 1.03:
                yield f"nét kẻ dài {ti_le:.2f} lần dòng Tiêu ngữ, phải bằng (±3 %)"


_CHU_QUAN = re.compile(
    r"(UBND|HĐND|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) "
)


@quy_tac("T-012", "CQ-01 CQ-02 CQ-03 CQ-04")
def co_quan(v: VanBanDoc, _: object) -> Iterator[str]:
    ban_hanh = [d for d in v.co_quan if run_chu(d)[0].dam]
    chu_quan = [d for d in v.co_quan if not run_chu(d)[0].dam]
    if not ban_hanh:
        yield "không có dòng cơ quan ban hành in đậm"
    if list(v.co_quan) != chu_quan + ban_hanh:
        yield "cơ quan chủ quản phải đứng trên cơ quan ban hành"
    for d in ban_hanh:
        yield from kiem_doan(d, "cơ quan ban hành", co=(12, 13), dam=True, hoa=True, gian_don=True)
        if re.search(r"\b(UBND|HĐND|UBMTTQ)\b", chu(d)):
            yield f"tên cơ quan ban hành viết tắt: {trich(d)}"
    for d in chu_quan:
        yield from kiem_doan(d, "cơ quan chủ quản", co=(12, 13), hoa=True, gian_don=True)
        if re.match(r"(UBND|HĐND|ỦY BAN|HỘI ĐỒNG)", chu(d)) and not _CHU_QUAN.match(chu(d)):
            yield f"cơ quan chủ quản ở địa phương thiếu tên đơn vị: {trich(d)}"
    chinh_quyen = bool(ban_hanh) and re.match(r"(ỦY BAN|HỘI ĐỒNG) NHÂN DÂN\b", chu(ban_hanh[0]))
    if chinh_quyen and chu_quan:
        yield f"UBND, HĐND không ghi cơ quan chủ quản: {trich(chu_quan[0])}"
    if ban_hanh and not chinh_quyen and not chu_quan:
        yield "cơ quan thuộc UBND phải ghi cơ quan chủ quản"
    yield from kiem_net(v.net_co_quan, "tên cơ quan", v.rong_trai_mm)
    if v.net_co_quan is not None and ban_hanh:
        net = dai_net(v.net_co_quan, v.rong_trai_mm)
        if not any(1 / 3 <= net / dong <= 1 / 2 for dong in cac_dong(ban_hanh[-1], v.rong_trai_mm)):
            yield f"nét kẻ dưới tên cơ quan {net:.1f} mm, không bằng 1/3–1/2 dòng nào của {trich(ban_hanh[-1])}"


@quy_tac("T-091", chon=lambda v: [d for d in (*v.co_quan, *((v.ngay,) if v.ngay else ())) if _sau_hai_cap(v)])
def khong_cap_huyen(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if re.search(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\b", chu(d).upper()):
        yield f"sau 01/7/2025 không còn cấp huyện, thị trấn: {trich(d)}"


def _sau_hai_cap(v: VanBanDoc) -> bool:
    """Ngày ghi trên văn bản (dòng địa danh hoặc dòng kèm theo) từ 01/7/2025; thiếu tháng thì chỉ tính từ năm 2026."""
    khop = re.search(r"ngày (\d{2}| +) tháng (\d{1,2}| +) năm (\d{4})", "\n".join(chu(d) for d in (v.ngay, v.kem_theo) if d))
    if not khop:
        return False
    thang, nam = khop[2].strip(), int(khop[3])
    return nam > 2025 or (nam == 2025 and bool(thang) and int(thang) >= 7)


# --- số, ngày ----------------------------------------------------------------------------------------------------------


@quy_tac("SK-01", "SK-02 SK-03 SK-04 SK-06 SK-09 T-090", loai=KHONG_KEM)
def so_ky_hieu(v: VanBanDoc, _: object) -> Iterator[str]:
    yield from kiem_doan(v.so, "số, ký hiệu", co=(13, 13))
    if v.so is None:
        return
    khop = re.fullmatch(r"Số: (\d+| {3,})/([A-ZĐ]+)-([A-ZĐ]+)", chu(v.so))
    if not khop:
        yield f"số, ký hiệu không đúng dạng “Số: <số>/<loại>-<cơ quan>”: {trich(v.so)}"
        return
    so, loai, _cq = khop.groups()
    if so.strip() and so != f"{int(so):02d}":
        yield f"số {so} phải ghi {int(so):02d}"
    if loai != VIET_TAT[v.loai]:
        yield f"ký hiệu loại {loai}, phải {VIET_TAT[v.loai]}"


@quy_tac("DD-01", "DD-02", loai=KHONG_KEM)
def dia_danh_ngay(v: VanBanDoc, _: object) -> Iterator[str]:
    yield from kiem_doan(v.ngay, "địa danh, thời gian", co=(13, 14), nghieng=True)
    if v.ngay is None:
        return
    if not re.fullmatch(r"[^\s,][^,]*, ngày (\d{2}| {3,}) tháng (\d{1,2}| {3,}) năm (\d{4}| {3,})", chu(v.ngay)):
        yield f"không đúng dạng “<địa danh>, ngày … tháng … năm …”: {trich(v.ngay)}"
    if v.so is not None and v.so.trong_o is not None and v.ngay.trong_o is not None:
        if v.so.trong_o[:2] != v.ngay.trong_o[:2] or v.so.truoc_pt != v.ngay.truoc_pt:
            yield "địa danh, thời gian không cùng dòng với số, ký hiệu"
        if rong_chu(v.ngay) > v.rong_phai_mm:
            yield f"dòng địa danh, thời gian không vừa một dòng: {trich(v.ngay)}"


@quy_tac("DD-05", "DD-06", loai=KHONG_KEM)
def dia_danh(v: VanBanDoc, _: object) -> Iterator[str]:
    if v.ngay is None:
        yield "thiếu địa danh"
        return
    ten = chu(v.ngay).split(", ngày")[0]
    khop = re.match(r"(Xã|Phường|Đặc khu|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh|TP\.?|xã|phường|tỉnh|thành phố) ?(.*)", ten)
    if khop and not (khop[1][0].isupper() and (khop[2].isdigit() or khop[2] in TEN_NGUOI_SU_KIEN)):
        yield f"địa danh “{ten}” phải bỏ danh từ chung"
    if not khop and (ten.isdigit() or ten in TEN_NGUOI_SU_KIEN):
        yield f"địa danh “{ten}” phải ghi cả danh từ chung"
    if not any(chu(d).upper().endswith(ten.upper()) for d in v.co_quan):
        yield f"địa danh “{ten}” không phải tên đơn vị ở đầu văn bản"


def _ngay_thang(v: VanBanDoc) -> Sequence[tuple[str, str]]:
    return re.findall(r"[Nn]gày (\d+) tháng (\d+)\b", v.chu_het())


@quy_tac("DD-03", chon=_ngay_thang)
def so_khong_dau_ngay(v: VanBanDoc, ngay: tuple[str, str]) -> Iterator[str]:
    d, m = ngay
    if d != f"{int(d):02d}" or not 1 <= int(d) <= 31:
        yield f"ngày {d} tháng {m}: ngày phải ghi {int(d):02d}"
    dung = f"{int(m):02d}" if int(m) < 3 else str(int(m))
    if m != dung or not 1 <= int(m) <= 12:
        yield f"ngày {d} tháng {m}: tháng phải ghi {dung}"


# --- tên loại, trích yếu, thẩm quyền, căn cứ ----------------------------------------------------------------------------


@quy_tac("TL-01")
def ten_loai(v: VanBanDoc, _: object) -> Iterator[str]:
    yield from kiem_doan(v.ten_loai, "tên loại", co=(13, 14), dam=True, hoa=True)


@quy_tac("TL-02")
def trich_yeu(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.trich_yeu:
        yield "thiếu trích yếu"
    for d in v.trich_yeu:
        yield from kiem_doan(d, "trích yếu", co=(13, 14), dam=True)
        if la_hoa(d):
            yield f"trích yếu in hoa: {trich(d)}"
        if chu(d).rstrip().endswith((".", ";", ",", ":")):
            yield f"trích yếu có dấu cuối: {trich(d)}"
        if re.search(r"Ủy\nban|ban\nnhân|Hội\nđồng|nhân\ndân", d.van_ban()):
            yield f"ngắt dòng giữa tên cơ quan: {trich(d)}"
        if not chu(d)[:1].isupper():
            yield f"trích yếu phải mở đầu bằng chữ hoa: {trich(d)}"
        if v.loai == "quyet_dinh" and not re.match(r"(Ban hành|Phê duyệt) ", chu(d)):
            yield f"quyết định theo mẫu 1.3 mở đầu trích yếu bằng “Ban hành”: {trich(d)}"


@quy_tac("TL-03")
def net_trich_yeu(v: VanBanDoc, _: object) -> Iterator[str]:
    yield from kiem_net(v.net_trich_yeu, "trích yếu", v.vung_mm())
    if v.net_trich_yeu is None or not v.trich_yeu:
        return
    net = dai_net(v.net_trich_yeu, v.vung_mm())
    tren = (v.kem_theo,) if v.kem_theo is not None else v.trich_yeu
    dong = [rong for d in tren for rong in cac_dong(d, v.vung_mm())]
    if not any(1 / 3 <= net / rong <= 1 / 2 for rong in dong):
        yield f"nét kẻ {net:.1f} mm, không bằng 1/3–1/2 dòng nào trong {[round(r, 1) for r in dong]}"


@quy_tac("M-1.1", loai=CO_LENH)
def tham_quyen(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.tham_quyen:
        yield "thiếu dòng thẩm quyền ban hành"
        return
    for d in v.tham_quyen:
        yield from kiem_doan(d, "thẩm quyền ban hành", co=(13, 14), dam=True, hoa=True)
    co_quan = " ".join(chu(d) for d in v.co_quan if run_chu(d)[0].dam)
    dau = chu(v.tham_quyen[0])
    if v.loai == "nghi_quyet" and dau != co_quan:
        yield f"dòng thẩm quyền “{dau}” khác tên cơ quan “{co_quan}”"
    if v.loai == "quyet_dinh" and dau != co_quan and not _chuc_vu(dau, co_quan):
        yield f"dòng thẩm quyền “{dau}” không phải tên cơ quan hoặc chức vụ người đứng đầu “{co_quan}”"
    if v.loai == "nghi_quyet" and any(not re.match(r"(KHÓA|KỲ HỌP)\b", chu(d)) for d in v.tham_quyen[1:]):
        yield "dưới dòng thẩm quyền chỉ có dòng khóa, kỳ họp"


def _chuc_vu(dau: str, co_quan: str) -> bool:
    """Chức vụ người đứng đầu cơ quan, rời hoặc gộp với tên cơ quan (“TRƯỞNG PHÒNG TƯ PHÁP” của PHÒNG TƯ PHÁP)."""
    loai, _, ten = co_quan.partition(" ")
    roi = re.fullmatch(rf"[^,]+ {re.escape(co_quan)}", dau)
    return roi is not None or bool(re.fullmatch(rf"(TRƯỞNG|HIỆU TRƯỞNG|GIÁM ĐỐC|CHÁNH) {loai} {re.escape(ten)}", dau))


@quy_tac("T-030", loai=CO_LENH)
def menh_lenh(v: VanBanDoc, _: object) -> Iterator[str]:
    yield from kiem_doan(v.menh_lenh, "dòng QUYẾT …:", co=(13, 14), dam=True, hoa=True)
    dung = {"nghi_quyet": "QUYẾT NGHỊ:", "quyet_dinh": "QUYẾT ĐỊNH:"}[v.loai]
    if v.menh_lenh is not None and chu(v.menh_lenh) != dung:
        yield f"ghi {trich(v.menh_lenh)}, phải “{dung}”"


@quy_tac("T-031", "CC-01", loai=KHONG_KEM)
def can_cu(v: VanBanDoc, _: object) -> Iterator[str]:
    if not v.can_cu:
        yield "không có căn cứ"
    for i, d in enumerate(v.can_cu):
        yield from kiem_doan(d, "căn cứ", co=(13, 14), nghieng=True, canh="deu")
        dau = "." if i == len(v.can_cu) - 1 else ";"
        if not chu(d).endswith(dau) or chu(d).endswith((" ;", " .", ";.", "..", ";;")):
            yield f"căn cứ thứ {i + 1} phải kết “{dau}”: …{chu(d)[-20:]}"
        if round(d.lui_mm, 1) not in (10.0, 12.7) or abs(d.trai_mm) > 0.05:
            yield f"căn cứ thứ {i + 1} không lùi đầu dòng như lời văn"
        if "\n" in d.van_ban():
            yield f"căn cứ thứ {i + 1} ngắt dòng giữa chừng"


_LOAI_KHAC = (
    r"(Nghị định|Nghị quyết|Quyết định|Thông tư|Thông tư liên tịch|Chỉ thị|Kế hoạch|Chương trình|Công văn|Hướng dẫn|Quy định)"
)
_SO = r"\d+[\w/Đ-]*\d*/[\w/Đ-]+"
_DU = re.compile(rf"{_LOAI_KHAC} số {_SO} ngày \d{{2}} tháng \d{{1,2}} năm \d{{4}} của \S.{{8,}}")


def _can_cu_khac_luat(v: VanBanDoc) -> Sequence[DoanDoc]:
    return [d for d in v.can_cu if re.match(rf"Căn cứ {_LOAI_KHAC}\b", chu(d))]


@quy_tac("CC-02", chon=_can_cu_khac_luat, loai=KHONG_KEM)
def can_cu_day_du(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if not _DU.fullmatch(chu(d).removeprefix("Căn cứ ")):
        yield f"căn cứ thiếu số, ngày, cơ quan hoặc trích yếu: “{chu(d)}”"


@quy_tac("T-032", "CC-03", chon=lambda v: [d for d in v.can_cu if re.search(r"\bLuật\b|Pháp lệnh", chu(d))], loai=KHONG_KEM)
def can_cu_luat(v: VanBanDoc, d: DoanDoc) -> Iterator[str]:
    if re.search(r"\d+/\d{4}/(QH|UBTVQH)\d+", chu(d)):
        yield f"căn cứ là luật mà ghi số: “{chu(d)}”"
    if re.match(r"Căn cứ (Bộ l|L)uật", chu(d)):
        for luat in re.split(r"; (?=Luật|Bộ luật)", chu(d).rstrip(";.")):
            if not re.search(r" ngày \d{2} tháng \d{1,2} năm \d{4}$", luat):
                yield f"căn cứ là luật phải có tên và ngày: “{luat}”"
            if re.search(r" ngày \d{2} tháng \d{1,2} năm \d{4} của ", luat):
                yield f"căn cứ là luật không ghi cơ quan ban hành: “{luat}”"


_BAC = (
    r"Căn cứ (Bộ l|L)uật",
    r"Căn cứ Nghị quyết số \d+/\d{4}/(QH|UBTVQH)",
    r"Căn cứ Nghị định",
    r"Căn cứ (Thông tư|Quyết định|Nghị quyết|Kế hoạch|Chỉ thị)",
)


@quy_tac("CC-04", loai=KHONG_KEM)
def thu_bac_can_cu(v: VanBanDoc, _: object) -> Iterator[str]:
    cac = [chu(d) for d in v.can_cu]
    to_chuc = [i for i, c in enumerate(cac) if c.startswith("Căn cứ Luật Tổ chức chính quyền địa phương")]
    if to_chuc and to_chuc[0] != 0:
        yield "luật về thẩm quyền phải đứng trước căn cứ về nội dung"
    luat = [i for i, c in enumerate(cac) if re.match(_BAC[0], c)]
    nghi_dinh = [i for i, c in enumerate(cac) if re.match(_BAC[2], c)]
    if luat and nghi_dinh and max(luat) > min(nghi_dinh):
        yield "luật phải đứng trước nghị định trong các căn cứ"


@quy_tac("CC-05", loai=("quyet_dinh",))
def theo_de_nghi(v: VanBanDoc, _: object) -> Iterator[str]:
    cac = [chu(d) for d in v.can_cu]
    if not cac or not re.fullmatch(r"Theo đề nghị của \S.*\.", cac[-1]):
        yield "căn cứ cuối của quyết định phải là “Theo đề nghị của … .”"
    if any(c.startswith("Theo đề nghị") for c in cac[:-1]):
        yield "“Theo đề nghị” không đứng cuối"


# --- có gì, không có gì theo từng mẫu -------------------------------------------------------------------------------------


@quy_tac("M-3.3", "M-1.3 M-1.4", chon=ca_van_ban)
def ma_tran(v: VanBanDoc, _: object) -> Iterator[str]:
    co = {
        "Quốc hiệu, Tiêu ngữ": v.quoc_hieu is not None and v.tieu_ngu is not None,
        "tên cơ quan": bool(v.co_quan),
        "số, ký hiệu": v.so is not None,
        "địa danh, ngày": v.ngay is not None,
        "tên loại": v.ten_loai is not None,
        "trích yếu": bool(v.trich_yeu),
        "dòng kèm theo": v.kem_theo is not None,
        "dòng thẩm quyền": bool(v.tham_quyen),
        "dòng QUYẾT …:": v.menh_lenh is not None,
        "khối ký": bool(v.quyen_han),
        "nơi nhận": bool(v.noi_nhan),
    }
    chung = {"Quốc hiệu, Tiêu ngữ", "tên cơ quan", "tên loại", "trích yếu"}
    ban_hanh = {"số, ký hiệu", "địa danh, ngày", "khối ký", "nơi nhận"}
    phai = {
        "nghi_quyet": chung | ban_hanh | {"dòng thẩm quyền", "dòng QUYẾT …:"},
        "quyet_dinh": chung | ban_hanh | {"dòng thẩm quyền", "dòng QUYẾT …:"},
        "ke_hoach": chung | ban_hanh,
        "quy_che": chung | {"dòng kèm theo"},
    }[v.loai]
    for ten, that in co.items():
        if that and ten not in phai:
            yield f"không được có {ten}"
        if not that and ten in phai:
            yield f"thiếu {ten}"
    if v.loai == "quyet_dinh" and v.than:
        dieu_1 = chu(v.than[0])
        if not re.match(r"Điều 1\. (Ban hành|Phê duyệt) kèm theo Quyết định này ", dieu_1):
            yield f"Điều 1 của quyết định theo mẫu 1.3 phải ban hành văn bản kèm theo: “{dieu_1[:80]}”"


@quy_tac("NN-01")
def khong_kinh_gui(v: VanBanDoc, _: object) -> Iterator[str]:
    if any(chu(d).startswith("Kính gửi") for d in v.doan):
        yield "chỉ công văn, tờ trình, báo cáo mới có Kính gửi"
