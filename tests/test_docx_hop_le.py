"""DOCX của mọi ví dụ: đúng lược đồ Open XML, sạch lint, và lên trang PDF đủ chữ, đúng chỗ."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kiem_docx import DongPdf, dong_pdf, lint, net_ngang, schema_loi, soffice_pdf
from tests.the_thuc.giai_phau import VanBanDoc, chu
from tests.the_thuc.vi_du import CAC_MAU, CAC_VI_DU, doc_lai, docx_cua, ten, van_ban_cua

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
LE_TREN_MM = 20.0


def ghi_het(thu_muc: Path) -> dict[Path, Path]:
    """DOCX của mọi ví dụ ghi ra ``thu_muc``: tệp → phiếu."""
    ra = {}
    for tep in CAC_VI_DU:
        docx = thu_muc / (ten(tep).replace("/", "-") + ".docx")
        docx.write_bytes(docx_cua(tep))
        ra[docx] = tep
    return ra


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_lint_sach(tep: Path) -> None:
    assert lint(docx_cua(tep)) == []


@pytest.mark.can_co("node")
def test_dung_luoc_do_open_xml(tmp_path: Path) -> None:
    sai = schema_loi(list(ghi_het(tmp_path)))
    assert len(sai) == len(CAC_VI_DU)
    assert {t.name: loi for t, loi in sai.items() if loi} == {}


# --- PDF -------------------------------------------------------------------------------------------------------------------


def lien(chuoi: str) -> str:
    """Chữ NFC không khoảng trắng: chỗ ngắt dòng không làm hai bản khác nhau."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", chuoi))


def xep(trang: list[DongPdf]) -> list[DongPdf]:
    """Các dòng của trang từ trên xuống, trái sang phải."""
    return sorted(trang, key=lambda d: (round(d.duoi, 0), d.trai))


def la_so_trang(d: DongPdf) -> bool:
    return d.duoi < LE_TREN_MM and d.chu.isdigit()


def di_het(than: str, cac_dong: list[str]) -> int:
    """Số chữ đầu của ``than`` mà các dòng PDF, lấy theo thứ tự và bỏ bớt được dòng của bảng, ghép thành."""
    toi = {0}
    for dong in cac_dong:
        toi |= {p + len(dong) for p in toi if than.startswith(dong, p)}
    return max(toi)


def tieu_de_bang(tep: Path) -> list[Counter[str]]:
    """Chữ trong các hàng tiêu đề của từng bảng: những hàng lặp lại ở mỗi trang."""
    ra: dict[int, str] = {}
    for d in doc_lai(tep).doan:
        if d.trong_o is not None and doc_lai(tep).bang[d.trong_o[0]].hang[d.trong_o[1]].tieu_de:
            ra[d.trong_o[0]] = ra.get(d.trong_o[0], "") + lien(chu(d))
    return [Counter(c) for c in ra.values()]


def la_tieu_de_lap(thua: Counter[str], cac_tieu_de: list[Counter[str]]) -> bool:
    """Chữ thừa là đúng vài lần trọn hàng tiêu đề của các bảng, không thêm chữ nào."""
    if not thua:
        return True
    return any(t <= thua and la_tieu_de_lap(thua - t, cac_tieu_de[i:]) for i, t in enumerate(cac_tieu_de))


def thieu_chu(tep: Path, trang: list[list[DongPdf]]) -> Iterator[str]:
    """Chữ của DOCX vắng trên PDF, chữ thừa trên PDF ngoài số trang, và thân không đúng thứ tự."""
    tren_pdf = Counter(lien("".join(d.chu for t in trang for d in t if not la_so_trang(d))))
    trong_docx = Counter(lien(doc_lai(tep).van_ban()))
    # Số của dấu gọi chú thích do máy dựng đặt, không nằm trong chữ của DOCX.
    goi = sum(2 for d in doc_lai(tep).doan for r in d.chu if r.goi_chu_thich)
    if trong_docx - tren_pdf:
        yield f"PDF thiếu chữ: {dict(trong_docx - tren_pdf)}"
    thua = tren_pdf - trong_docx
    if goi:
        thua = Counter({c: n for c, n in thua.items() if not (c.isdigit() and n <= goi)})
    if not la_tieu_de_lap(thua, tieu_de_bang(tep)):
        yield f"PDF thừa chữ: {dict(thua)}"
    if goi:
        return
    cac_dong = [lien(d.chu) for t in trang for d in xep(t) if not la_so_trang(d)]
    for v in van_ban_cua(tep):
        than = lien(
            "".join(chu(d) for d in (*v.trich_yeu, *v.tham_quyen, *v.can_cu, *((v.menh_lenh,) if v.menh_lenh else ()), *v.than))
        )
        duoc = di_het(than, cac_dong)
        if duoc < len(than):
            yield f"{v.loai}: thân trên PDF đứt ở “{than[duoc : duoc + 60]}”"


def trang_dau(trang: list[list[DongPdf]]) -> list[int]:
    """Các trang có Quốc hiệu trọn trên một dòng; Poppler có khi nhập nó với dòng cơ quan ngang hàng bên trái."""
    return [i for i, t in enumerate(trang) if any(d.chu.endswith(QUOC_HIEU) for d in t)]


def sai_dau_trang(trang: list[list[DongPdf]], so_van_ban: int) -> Iterator[str]:
    """Quốc hiệu, Tiêu ngữ một dòng; số và ngày cùng dòng; số trang vắng ở trang đầu, đếm lại theo từng văn bản."""
    dau = trang_dau(trang)
    if len(dau) != so_van_ban or not dau or dau[0] != 0:
        yield f"Quốc hiệu trên một dòng ở các trang {dau}, cần {so_van_ban} trang"
        return
    for i, t in enumerate(trang):
        so = [d.chu for d in t if la_so_trang(d)]
        bat_dau = max(b for b in dau if b <= i)
        dung = [] if i == bat_dau else [str(i - bat_dau + 1)]
        if so != dung:
            yield f"trang {i + 1} mang số {so}, phải {dung}"
        if len([d for d in t if not la_so_trang(d)]) < 2:
            yield f"trang {i + 1} gần như trống: {[d.chu for d in t]}"
        if i in dau:
            if not any(d.chu.endswith(TIEU_NGU) for d in t):
                yield f"trang {i + 1}: Tiêu ngữ không nằm trên một dòng"
            dong_so = [d for d in t if re.match(r"Số:", d.chu)]
            dong_ngay = [d for d in t if ", ngày" in d.chu and d.tren < 60 and d.trai > 80]
            if i == 0 and not (dong_so and dong_ngay and abs(dong_so[0].duoi - dong_ngay[0].duoi) < 0.5):
                yield f"trang {i + 1}: số và ngày không cùng dòng"


def ky_mot_minh(v: VanBanDoc, trang: list[list[DongPdf]]) -> Iterator[str]:
    """Họ tên người ký phải cùng trang với chức vụ và với ít nhất một dòng nội dung."""
    if v.ho_ten is None:
        return
    dong_ky = [chu(d) for d in v.quyen_han]
    co_ten = [(t, d) for t in trang for d in t if d.chu == chu(v.ho_ten) and d.trai > 100]
    if len(co_ten) != 1:
        yield f"họ tên {chu(v.ho_ten)} có ở {len(co_ten)} chỗ bên phải"
        return
    t, o_ten = co_ten[0]
    chuc_vu = [d for d in t if d.chu in dong_ky and d.tren < o_ten.tren and d.trai > 90]
    if {d.chu for d in chuc_vu} != set(dong_ky):
        yield "chức vụ và họ tên không cùng trang"
        return
    tren = min(d.tren for d in chuc_vu)
    than = lien("".join(chu(d) for d in v.doan))
    if not any(d.duoi <= tren + 1 and not la_so_trang(d) and len(lien(d.chu)) > 3 and lien(d.chu) in than for d in t):
        yield "khối ký đứng một mình trên trang"


@pytest.mark.can_co("soffice", "poppler")
def test_len_trang_pdf(tmp_path: Path) -> None:
    """Mọi ví dụ, một lần gọi LibreOffice: đủ chữ đúng thứ tự, đầu trang đúng, không trang trống, khối ký không lẻ loi."""
    phieu = ghi_het(tmp_path)
    sai = []
    for docx, pdf in zip(phieu, soffice_pdf(list(phieu), tmp_path / "pdf"), strict=True):
        tep, trang = phieu[docx], dong_pdf(pdf)
        assert trang
        cau = [*thieu_chu(tep, trang), *sai_dau_trang(trang, len(van_ban_cua(tep)))]
        cau += [c for v in van_ban_cua(tep) for c in ky_mot_minh(v, trang)]
        sai += [f"{ten(tep)}: {c}" for c in cau]
        if tep.parent.parent in CAC_MAU and tep == sorted(tep.parent.glob("*.yaml"))[0]:
            sai += [f"{ten(tep)}: {c}" for c in sai_net_ke(pdf, trang, van_ban_cua(tep))]
    shutil.rmtree(tmp_path / "pdf")
    assert sai == []


def nhap_dong(trang: list[DongPdf]) -> list[DongPdf]:
    """Các dòng, nhập những mẩu Poppler tách rời trên cùng một hàng."""
    hang: dict[int, list[DongPdf]] = {}
    for d in xep(trang):
        hang.setdefault(round(d.duoi * 10), []).append(d)
    return [DongPdf(" ".join(d.chu for d in h), h[0].trai, h[0].tren, max(d.phai for d in h), h[0].duoi) for h in hang.values()]


def sai_net_ke(pdf: Path, trang: list[list[DongPdf]], cac_vb: tuple[VanBanDoc, ...]) -> Iterator[str]:
    """Nét kẻ đo trên ảnh trang: dưới Tiêu ngữ bằng dòng chữ (±3 %), dưới tên cơ quan và trích yếu 1/3–1/2 một dòng chữ."""
    for i, v in zip(trang_dau(trang), cac_vb, strict=True):
        net = net_ngang(pdf, i + 1, dpi=200)
        cuoi_de = lien(chu(v.kem_theo) if v.kem_theo is not None else "".join(chu(d) for d in v.trich_yeu))
        ten_cq = {c for d in v.co_quan for c in d.van_ban().split("\n")}
        for ten_net, cac_dong, truc, tu, den in (
            ("Tiêu ngữ", [d for d in trang[i] if d.chu == TIEU_NGU], 140, 0.97, 1.03),
            ("tên cơ quan", [d for d in trang[i] if d.chu in ten_cq and d.phai < 95], 60, 1 / 3, 1 / 2),
            ("trích yếu", [d for d in nhap_dong(trang[i]) if d.duoi < 120 and lien(d.chu) in cuoi_de], 110, 1 / 3, 1 / 2),
        ):
            if not cac_dong:
                yield f"trang {i + 1}: không thấy dòng {ten_net}"
                continue
            duoi = max(d.duoi for d in cac_dong)
            ke = [n for n in net if -1.5 < n.tren - duoi < 4 and abs((n.trai + n.phai) / 2 - truc) < 1]
            if len(ke) != 1:
                yield f"trang {i + 1}: dưới {ten_net} có {len(ke)} nét kẻ"
            elif not any(tu - 0.003 <= ke[0].dai / (d.phai - d.trai) <= den + 0.003 for d in cac_dong):
                yield f"trang {i + 1}: nét kẻ dưới {ten_net} dài {ke[0].dai:.1f} mm"


# --- các phép đo trên bắt được lỗi ---------------------------------------------------------------------------------------------


def dong(chuoi: str, tren: float, trai: float = 30) -> DongPdf:
    return DongPdf(chuoi, trai, tren, trai + 2.0 * len(chuoi), tren + 5)


def test_di_het_bat_duoc_mat_dong_va_dao_dong() -> None:
    assert di_het("abcdef", ["ab", "1", "cd", "ef"]) == 6
    assert di_het("1a1b", ["1", "1a", "1b"]) == 4
    assert di_het("abcdef", ["ab", "ef"]) == 2
    assert di_het("abcdef", ["ab", "ef", "cd"]) == 4


def test_bat_duoc_quoc_hieu_hai_dong_va_so_trang_sai() -> None:
    t1 = [
        dong(QUOC_HIEU, 20, 95),
        dong(TIEU_NGU, 26, 100),
        dong("Số: 01/KH-UBND", 40),
        dong("X, ngày 01 tháng 3 năm 2026", 40, 100),
    ]
    t2 = [dong("2", 12, 105), dong("a", 30), dong("b", 40)]
    assert list(sai_dau_trang([t1, t2], 1)) == []
    assert list(sai_dau_trang([[dong(QUOC_HIEU[:20], 20), dong(QUOC_HIEU[20:], 25), *t1[1:]], t2], 1))
    assert list(sai_dau_trang([t1, t2[1:]], 1)) == ["trang 2 mang số [], phải ['2']"]
    assert list(sai_dau_trang([[*t1, dong("1", 12, 105)], t2], 1)) == ["trang 1 mang số ['1'], phải []"]
    assert list(sai_dau_trang([t1, t2[:1]], 1)) == ["trang 2 gần như trống: ['2']"]
    assert list(sai_dau_trang([[*t1[:3], dong("X, ngày 01 tháng 3 năm 2026", 46, 100)], t2], 1))


def test_bat_duoc_khoi_ky_mot_minh() -> None:
    v = van_ban_cua(CAC_VI_DU[1])[0]
    assert v.ho_ten is not None
    ky = [dong(chu(d), 40 + 6 * i, 110) for i, d in enumerate(v.quyen_han)]
    ky.append(dong(chu(v.ho_ten), 90, 115))
    than = dong(chu(v.than[-1])[:60], 25)
    assert list(ky_mot_minh(v, [[than, *ky]])) == []
    assert list(ky_mot_minh(v, [[than], ky])) == ["khối ký đứng một mình trên trang"]
    assert list(ky_mot_minh(v, [[than, *ky[:-1]], ky[-1:]])) == ["chức vụ và họ tên không cùng trang"]


def test_chu_thua_chi_duoc_la_tieu_de_bang_lap_lai() -> None:
    mot, hai = Counter("TTViệc"), Counter("TTNăm")
    assert la_tieu_de_lap(Counter(), [mot])
    assert la_tieu_de_lap(Counter("TTViệc" * 2 + "TTNăm"), [mot, hai])
    assert not la_tieu_de_lap(Counter("TTViệ"), [mot, hai])
    assert not la_tieu_de_lap(Counter("TTViệcX"), [mot, hai])
    assert not la_tieu_de_lap(Counter("X"), [])
