"""Ghép một văn bản: lời văn đã dựng và các trường chung thành ``VanBan``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from drafter.build.co_quan import CoQuanNguCanh
from drafter.build.khoi_ky import khoi_ky
from drafter.build.loi_van import LoiVanDaDung
from drafter.build.mau import Mau, VanBanMau
from drafter.build.the import dien_chu_thich, dien_dong, dien_than, doi_dong
from drafter.build.vi_tri import dat_cho
from drafter.fields import GiaTri, GiaTriNgay
from drafter.findings import Finding, canh_bao, ghi_chu
from drafter.model import (
    CanCu,
    Chu,
    ChuThich,
    DanhSo,
    Doan,
    DongChu,
    DuThao,
    Inline,
    Khuc,
    NgayVanBan,
    SoKyHieu,
    TrangThai,
    VanBan,
    VienDan,
)
from drafter.notation import chen_tham_chieu, chu_tran, danh_so_lai, kiem_danh_so, nhan_cho, parse
from drafter.registry.loai_van_ban import LoaiVanBan, loai

_MENH_LENH = {"nghi_quyet": "Quyết nghị:", "quyet_dinh": "Quyết định:"}
BIEU_MAU = "bieu_mau"
_DAU_CUOI = re.compile(r"[;.]\s*$")


@dataclass(frozen=True, slots=True)
class PhanTich:
    """Lời văn một mục đã phân tích, còn thẻ."""

    than: tuple[Khuc, ...]
    chu_thich: tuple[ChuThich, ...]
    tim_thay: tuple[Finding, ...]
    nhan: frozenset[str]


@lru_cache(maxsize=256)
def _phan_tich(chu: str) -> PhanTich:
    kq = parse(chu)
    return PhanTich(kq.than, kq.chu_thich, kq.tim_thay, kq.nhan)


@lru_cache(maxsize=256)
def _phan_tich_dong(chu: str) -> tuple[tuple[DongChu, ...], tuple[ChuThich, ...]]:
    """Từng dòng của một mục là một đoạn trơn (dấu "\\" đầu dòng để nhãn không thành bố cục)."""
    ra: list[DongChu] = []
    dong_tron = [d.strip() for d in chu.split("\n") if d.strip()]
    chu_thich: list[ChuThich] = []
    for d in dong_tron:
        kq = parse("\\" + d if not d.startswith("[^") else d)
        chu_thich += kq.chu_thich
        ra += [k.noi_dung for k in kq.than if isinstance(k, Doan)]
    return tuple(ra), tuple(chu_thich)


@dataclass(frozen=True, slots=True)
class NguCanhVanBan:
    """Những gì một văn bản cần ngoài lời văn của nó."""

    mau: Mau
    co_quan: CoQuanNguCanh
    vb: Mapping[str, object]
    trang_thai: TrangThai
    chinh: VanBan | None


def _ngay(gia_tri: object) -> NgayVanBan:
    if isinstance(gia_tri, GiaTriNgay):
        return NgayVanBan(gia_tri.ngay, gia_tri.thang, gia_tri.nam)
    return NgayVanBan()


def _chu(vb: Mapping[str, object], ten: str) -> str:
    return str(vb.get(ten) or "").strip()


def _dong_nguoi_dung(gia_tri: object) -> list[DongChu]:
    """Các dòng người dùng gõ ở trường danh sách, giữ nguyên chữ và nơi xuất xứ."""
    if not isinstance(gia_tri, tuple):
        return []
    return [(Chu(str(v), nguon=v.nguon if isinstance(v, GiaTri) else None),) for v in gia_tri if str(v).strip()]


def _doi_dau(dong: DongChu, dau: str) -> DongChu:
    """Dòng với dấu cuối thay bằng ``dau``."""
    mau = list(dong)
    if mau and isinstance(mau[-1], Chu):
        cuoi = mau[-1]
        mau[-1] = Chu(_DAU_CUOI.sub("", cuoi.van_ban.rstrip()) + dau, cuoi.dam, cuoi.nghieng, cuoi.nguon)
    else:
        mau.append(Chu(dau))
    return tuple(mau)


def _ma_can_cu(dong: DongChu) -> str | None:
    return next((m.ma_can_cu for m in dong if isinstance(m, VienDan)), None)


def _can_cu(nc: NguCanhVanBan, dong_mau: list[DongChu]) -> tuple[tuple[CanCu, ...], list[Finding]]:
    """Căn cứ: của phiếu nếu có (giữ dấu đã gõ, thiếu dấu thì thêm và nói), không thì của mẫu (máy đặt dấu)."""
    cua_phieu = _dong_nguoi_dung(nc.vb.get("can_cu"))
    if not cua_phieu:
        n = len(dong_mau)
        return tuple(CanCu(_doi_dau(d, "." if i == n - 1 else ";"), _ma_can_cu(d)) for i, d in enumerate(dong_mau)), []
    ra, tim = [], []
    for i, d in enumerate(cua_phieu):
        dau = "." if i == len(cua_phieu) - 1 else ";"
        chu = chu_tran(d).rstrip()
        nguon = d[0].nguon if isinstance(d[0], Chu) else None
        if not _DAU_CUOI.search(chu):
            d = _doi_dau(d, dau)
            tim.append(
                ghi_chu(
                    "them.dau_can_cu",
                    f"Đã thêm dấu “{dau}” cuối căn cứ thứ {i + 1}.",
                    duong_dan=f"van_ban.can_cu[{i}]",
                    nguon=nguon,
                )
            )
        elif not chu.endswith(dau):
            tim.append(
                canh_bao(
                    "CC-01",
                    f"Căn cứ thứ {i + 1} kết bằng “{chu[-1]}”, đúng ra là “{dau}”.",
                    duong_dan=f"van_ban.can_cu[{i}]",
                    cach_sua=f"Đổi dấu cuối dòng thành “{dau}”.",
                    dieu_khoan="khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
                    nguon=nguon,
                )
            )
        ra.append(CanCu(d, None, nguon))
    return tuple(ra), tim


def _ky_hieu(nc: NguCanhVanBan, loai_vb: LoaiVanBan) -> str:
    go = _chu(nc.vb, "ky_hieu")
    if go:
        return go
    return f"{loai_vb.viet_tat}-{nc.co_quan.viet_tat}" if loai_vb.viet_tat else nc.co_quan.viet_tat


def _tham_quyen(nc: NguCanhVanBan, khai: VanBanMau, dong_mau: list[DongChu]) -> tuple[DongChu, ...]:
    go = _dong_nguoi_dung(nc.vb.get("tham_quyen"))
    if go or dong_mau or khai.loai not in _MENH_LENH:
        return tuple(go or dong_mau)
    if khai.ky == "thu_truong":
        nguoi = nc.vb.get("nguoi_ky")
        kieu = str(getattr(nc.vb.get("hinh_thuc_ky"), "ma", "") or "")
        chuc_vu = _chu(nc.vb, "chuc_vu_cap_tren") if kieu == "kt" else str(getattr(nguoi, "chuc_vu", "") or "")
        return ((Chu(chuc_danh(chuc_vu or "Chủ tịch", str(nc.co_quan.ten))),),)
    return ((Chu(str(nc.co_quan.ten)),),)


def chuc_danh(chuc_vu: str, co_quan: str) -> str:
    """Chức danh đầy đủ của người đứng đầu: "Trưởng phòng" và "Phòng Nội vụ" thành "Trưởng Phòng Nội vụ"."""
    tu = chuc_vu.split()
    if len(tu) > 1 and co_quan.lower().split()[:1] == [tu[-1].lower()]:
        tu = tu[:-1]
    return " ".join((*tu, co_quan))


def _noi_nhan(nc: NguCanhVanBan, dong_mau: list[DongChu]) -> tuple[tuple[DongChu, ...], list[Finding]]:
    """Nơi nhận: mỗi dòng "- …;", dòng Lưu cuối cùng kết "." (NN-06, NN-07); thiếu dòng Lưu thì thêm."""
    dong = _dong_nguoi_dung(nc.vb.get("noi_nhan")) or dong_mau
    luu = _chu(nc.vb, "luu")
    tim: list[Finding] = []
    ra = []
    co_luu = False
    for d in dong:
        chu = chu_tran(d).strip().lstrip("-– ").strip()
        la_luu = chu.lower().startswith("lưu")
        if la_luu and luu:
            continue
        co_luu = co_luu or la_luu
        ra.append(_dat_gach(d))
    if luu or not co_luu:
        ra.append((Chu(f"- Lưu: {luu or 'VT'}"),))
        if not luu:
            tim.append(ghi_chu("them.luu", "Đã thêm dòng “- Lưu: VT.” vào nơi nhận.", duong_dan="van_ban.luu"))
    n = len(ra)
    return tuple(_doi_dau(d, "." if i == n - 1 else ";") for i, d in enumerate(ra)), tim


def _dat_gach(dong: DongChu) -> DongChu:
    dau = dong[0] if dong else None
    if isinstance(dau, Chu):
        return (Chu("- " + re.sub(r"^[-–\s]+", "", dau.van_ban), dau.dam, dau.nghieng, dau.nguon), *dong[1:])
    return (Chu("- "), *dong)


def dong_kem_theo(chinh: VanBan, loai_chinh: LoaiVanBan) -> DongChu:
    """Dòng "(Kèm theo Quyết định số … ngày … của …)" (PL-05); chỗ chưa có số, ngày thì chừa trống."""
    from drafter.vn.ngay import ngay_day_du

    so = chinh.so_ky_hieu or SoKyHieu()
    n = chinh.ngay or NgayVanBan()
    nguoi = chu_tran(chinh.tham_quyen[0]).strip() if chinh.tham_quyen else ""
    # Dòng thẩm quyền nói ai ban hành (tập thể hay người đứng đầu); gõ sẵn chữ hoa thì không dùng lại giữa câu được.
    co_quan = nguoi if nguoi and not nguoi.isupper() else ", ".join(c.ten for c in chinh.co_quan)
    thoi_gian = ngay_day_du(n.ngay, n.thang, n.nam)
    return (Chu(f"(Kèm theo {loai_chinh.ten_goi} số {so.so_in or ' ' * 6}/{so.ky_hieu} {thoi_gian} của {co_quan})"),)


def ghep(khai: VanBanMau, loi_van: LoiVanDaDung, nc: NguCanhVanBan) -> tuple[VanBan, list[Finding]]:
    """Một văn bản của bộ và những điều tìm thấy khi ghép."""
    loai_vb = loai(khai.loai)
    tim: list[Finding] = []
    chu_thich: list[ChuThich] = []

    def dong(muc: str, nhan: Mapping[str, str] | None = None) -> list[DongChu]:
        ds, ct = _phan_tich_dong(loi_van.muc.get(muc, ""))
        chu_thich.extend(dien_chu_thich(ct, loi_van.the))
        # Dẫn chiếu thay trước khi điền giá trị: "@nhan" trong một giá trị là chữ của người điền.
        return [dien_dong(_thay_nhan(d, nhan) if nhan is not None else d, loi_van.the) for d in ds]

    pt = _phan_tich(loi_van.muc.get("nội dung", ""))
    tim += dat_cho(pt.tim_thay, loi_van.muc.get("nội dung", ""), loi_van.noi_dung, f"mẫu {nc.mau.ma}, tệp {khai.tep}")
    than = dien_than(pt.than, loi_van.the)
    chu_thich.extend(dien_chu_thich(pt.chu_thich, loi_van.the))
    danh_so = DanhSo(str(getattr(nc.vb.get("danh_so"), "ma", "") or khai.danh_so))
    if danh_so is DanhSo.TINH:
        than = danh_so_lai(than)
    else:
        tim += kiem_danh_so(than)
    nhan = nhan_cho(than)
    than, thieu_nhan = chen_tham_chieu(than, nhan)
    tim += thieu_nhan
    phu = khai.kem_theo is not None

    trich_yeu = [(Chu(_chu(nc.vb, "trich_yeu")),)] if _chu(nc.vb, "trich_yeu") and not phu else dong("trích yếu")
    can_cu, tim_can_cu = _can_cu(nc, dong("căn cứ")) if not phu else ((), [])
    tim += tim_can_cu
    noi_nhan: tuple[DongChu, ...] = ()
    ky: list[object] = []
    if not phu:
        noi_nhan, tim_nhan = _noi_nhan(nc, dong("nơi nhận", nhan))
        khoi, tim_ky = khoi_ky(nc.co_quan, khai.loai, khai.ky or _ky_mac_dinh(nc.co_quan), nc.vb)
        ky.append(khoi)
        tim += [*tim_nhan, *tim_ky]
    cau_ket_dong = [(Chu(_chu(nc.vb, "cau_ket")),)] if _chu(nc.vb, "cau_ket") and not phu else dong("câu kết")
    cau_ket: DongChu = tuple(m for d in cau_ket_dong for m in d)
    than, cau_ket, da_them = dau_ket(than, cau_ket)
    if da_them and danh_so is DanhSo.GIU:
        tim.append(
            ghi_chu(
                "them.dau_ket", "Đã đặt dấu kết “./.” ở cuối nội dung.", dieu_khoan="mẫu ở Phụ lục III Nghị định 30/2020/NĐ-CP"
            )
        )
    if danh_so is DanhSo.GIU:
        tim.append(_da_them(nc, khai, phu=phu))
    lan = getattr(nc.vb.get("du_thao_lan"), "gt", None)
    van_ban = VanBan(
        loai=khai.loai,
        ma=khai.ma,
        che_do=khai.che_do,
        mau_trinh_bay=khai.mau_trinh_bay,
        co_quan=(nc.co_quan.ban_hanh(),),
        so_ky_hieu=None if phu else SoKyHieu(_chu(nc.vb, "so"), _ky_hieu(nc, loai_vb)),
        dia_danh=""
        if phu
        else _chu(nc.vb, "dia_danh") or nc.co_quan.dia_danh or (nc.co_quan.don_vi.dia_danh if nc.co_quan.don_vi else ""),
        ngay=None if phu else _ngay(nc.vb.get("ngay")),
        ten_loai=loai_vb.ten_goi if loai_vb.ten_in_hoa else "",
        trich_yeu=tuple(trich_yeu),
        dong_kem_theo=(dong_kem_theo(nc.chinh, loai(nc.chinh.loai)),) if phu and nc.chinh is not None else (),
        kinh_gui=() if phu else tuple(_dong_nguoi_dung(nc.vb.get("kinh_gui")) or dong("kính gửi")),
        tham_quyen=() if phu else _tham_quyen(nc, khai, dong("thẩm quyền")),
        can_cu=can_cu,
        menh_lenh="" if phu else _MENH_LENH.get(khai.loai, ""),
        than=than,
        cau_ket=cau_ket,
        khoi_ky=tuple(ky),  # type: ignore[arg-type]
        noi_nhan=noi_nhan,
        chu_thich=tuple(chu_thich),
        kem_theo=khai.kem_theo,
        danh_so=danh_so,
        trang_thai=nc.trang_thai,
        du_thao=DuThao(int(lan) if lan is not None else None) if nc.trang_thai is TrangThai.DU_THAO else None,
    )
    return van_ban, tim


def khung_bieu_mau(khai: VanBanMau, nc: NguCanhVanBan) -> VanBan:
    """Văn bản của một biểu mẫu Word: chỉ có những gì biết từ phiếu; thân được đọc lại từ tệp đã điền."""
    loai_vb = loai(khai.loai)
    phu = khai.kem_theo is not None
    trich_yeu = _chu(nc.vb, "trich_yeu")
    return VanBan(
        loai=khai.loai,
        ma=khai.ma,
        che_do=khai.che_do,
        mau_trinh_bay=BIEU_MAU,
        co_quan=(nc.co_quan.ban_hanh(),),
        so_ky_hieu=None if phu else SoKyHieu(_chu(nc.vb, "so"), _ky_hieu(nc, loai_vb)),
        ngay=None if phu else _ngay(nc.vb.get("ngay")),
        ten_loai=loai_vb.ten_goi if loai_vb.ten_in_hoa else "",
        trich_yeu=((Chu(trich_yeu),),) if trich_yeu else (),
        kem_theo=khai.kem_theo,
        trang_thai=nc.trang_thai,
    )


def _da_them(nc: NguCanhVanBan, khai: VanBanMau, *, phu: bool) -> Finding:
    """Những thành phần máy đặt thêm quanh lời văn người soạn mang tới."""
    cq = nc.co_quan.ban_hanh()
    them = ["Quốc hiệu và Tiêu ngữ", f"tên cơ quan “{' '.join((*cq.chu_quan, *cq.dong))}”", "các nét kẻ, số trang"]
    if not phu:
        if not _chu(nc.vb, "ky_hieu"):
            them.append("ký hiệu")
        if not _chu(nc.vb, "dia_danh"):
            them.append("địa danh")
        if khai.loai in _MENH_LENH:
            them.append(f"dòng “{_MENH_LENH[khai.loai].upper()}”")
        if khai.loai in _MENH_LENH and not nc.vb.get("tham_quyen"):
            them.append("dòng thẩm quyền ban hành")
        them.append("chữ “Nơi nhận:”")
    else:
        them.append("dòng “(Kèm theo …)”")
    return ghi_chu("them.the_thuc", f"Để đủ thể thức, máy đã đặt ({khai.ma}): " + "; ".join(them) + ".")


def _ky_mac_dinh(co_quan: CoQuanNguCanh) -> str:
    return "tap_the" if co_quan.loai == "ubnd" else "thu_truong"


def _thay_nhan(dong: DongChu, nhan: Mapping[str, str]) -> DongChu:
    than, _ = chen_tham_chieu((Doan(dong),), nhan)
    dau = than[0]
    assert isinstance(dau, Doan)
    ra: list[Inline] = []
    for m in dau.noi_dung:
        if isinstance(m, Chu) and "@" in m.van_ban:
            m = Chu(re.sub(r"@([a-z][a-z0-9_]*)", lambda k: nhan.get(k[1], k[0]), m.van_ban), m.dam, m.nghieng, m.nguon)
        ra.append(m)
    return tuple(ra)


def dau_ket(than: tuple[Khuc, ...], cau_ket: DongChu) -> tuple[tuple[Khuc, ...], DongChu, bool]:
    """Thân và câu kết với "./." ngay sau chữ cuối (ND-13), và có phải thêm không."""
    if cau_ket:
        if chu_tran(cau_ket).rstrip().endswith("./."):
            return than, cau_ket, False
        return than, _doi_dau(cau_ket, "./."), True
    from drafter.build.cuoi_than import dat_dau_ket

    moi, them = dat_dau_ket(than)
    return moi, cau_ket, them


__all__ = ["NguCanhVanBan", "doi_dong", "ghep"]
