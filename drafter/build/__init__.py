"""Dựng: phiếu thô và mẫu thành ``BoVanBan``; mọi điều sai gom trong một lượt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from drafter.build.bang import ham_bang
from drafter.build.boi_canh import BoiCanhSo
from drafter.build.co_quan import CoQuanNguCanh, chua_ro
from drafter.build.hop_cat import GiaTriNoiDung
from drafter.build.loi_van import dung
from drafter.build.mau import Mau
from drafter.build.phieu import chon_xet_theo, kiem_cap, kiem_che_do
from drafter.build.trang_thai import kiem_trang_thai
from drafter.build.van_ban import NguCanhVanBan, ghep, khung_bieu_mau
from drafter.errors import TemplateError
from drafter.fields import GiaTri, GiaTriDonVi, TruongKhai, doc_dau_phieu, doc_phieu
from drafter.findings import Finding, MucDo, canh_bao, co_loi, ghi_chu, loi
from drafter.model import BoVanBan, TrangThai, VanBan
from drafter.record import Nhanh
from drafter.registry.can_cu import SoCanCu
from drafter.registry.don_vi import NGAY_HAI_CAP
from drafter.registry.so_don_vi import SoDonVi

__all__ = ["KetQuaDung", "dung_bo"]


@dataclass(frozen=True, slots=True)
class KetQuaDung:
    """Bộ văn bản dựng được, đủ hay còn chỗ trống (``None`` khi dữ liệu sai đến mức mẫu không chạy được), và mọi điều tìm thấy.

    ``phan_word`` là các phần XML đã điền của từng biểu mẫu Word trong bộ.
    """

    bo: BoVanBan | None
    tim_thay: tuple[Finding, ...]
    phan_word: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def _co_quan(gia_tri: object, khai: TruongKhai, so: SoDonVi, ngay: date) -> tuple[CoQuanNguCanh, list[Finding]]:
    """Cơ quan ban hành; không rõ đơn vị hành chính thì giữ chỗ và có lỗi."""
    giu_cho = chua_ro(khai.nhan, so, ngay)
    if not isinstance(gia_tri, GiaTriDonVi) or not isinstance(gia_tri.gt, CoQuanNguCanh):
        return giu_cho, []
    goc = gia_tri.gt
    goc = replace(goc, viet_tat=str(gia_tri.viet_tat or goc.viet_tat), dia_danh=str(gia_tri.dia_danh or goc.dia_danh))
    if goc.don_vi is not None:
        return goc, []
    thieu = loi(
        "co_quan.thieu_don_vi",
        f"Không rõ “{goc.ten}” thuộc tỉnh, xã nào.",
        duong_dan="truong.co_quan",
        cach_sua='Ghi co_quan: {ten: …, chu_quan: "UBND xã …, tỉnh …"}.',
        nguon=gia_tri.nguon,
    )
    return replace(goc, don_vi=giu_cho.don_vi), [thieu]


def dung_bo(phieu: Nhanh, mau: Mau, *, hom_nay: date, so_don_vi: SoDonVi, so_can_cu: SoCanCu) -> KetQuaDung:
    """Bộ văn bản của phiếu theo mẫu.

    Không bao giờ từ chối dữ liệu: điều sai thành ``Finding``, cơ quan không rõ thì được giữ chỗ.
    Raises TemplateError khi chính mẫu hỏng.
    """
    tim: list[Finding] = list(kiem_che_do(phieu))
    dau, tim_dau = doc_dau_phieu(phieu)
    tim += tim_dau
    xet_theo, tim_ngay = chon_xet_theo(dau, hom_nay)
    tim += tim_ngay
    boi_canh = BoiCanhSo(xet_theo, so_don_vi, so_can_cu)

    # Cấp của cơ quan quyết định những trường nào được hỏi, nên cơ quan được đọc trước.
    khai_cq = {"co_quan": mau.truong["co_quan"]}
    chi_cq = Nhanh({k: v for k, v in dau.truong.muc.items() if k == "co_quan"}, dau.truong.nguon)
    thu, _ = doc_phieu(chi_cq, khai_cq, boi_canh, cap=None, duong_dan="truong")
    co_quan, tim_cq = _co_quan(thu.get("co_quan"), mau.truong["co_quan"], so_don_vi, xet_theo)
    tim += tim_cq
    cap = co_quan.don_vi.cap if co_quan.don_vi and co_quan.don_vi.ma else None
    if cap is not None:
        tim += kiem_cap(mau, co_quan, xet_theo)

    gia_tri, tim_truong = doc_phieu(dau.truong, mau.truong, boi_canh, cap=cap, duong_dan="truong")
    vb, tim_vb = doc_phieu(dau.van_ban, mau.van_ban, boi_canh, cap=cap, duong_dan="van_ban")
    tim += [*tim_truong, *tim_vb]
    trang_thai = dau.trang_thai or TrangThai.DU_THAO
    ghi = phieu.muc.get("trang_thai")
    tim += kiem_trang_thai(trang_thai, mau.bo[0].loai, vb, ghi.nguon if ghi else None)

    bien: dict[str, object] = {
        **{ten: _theo_kieu(gt, mau.truong[ten]) for ten, gt in gia_tri.items()},
        "co_quan": co_quan,
        "dv": co_quan.don_vi,
        "cap": cap or "xa",
        "hai_cap": xet_theo >= NGAY_HAI_CAP,
        "xet_theo": xet_theo,
        "tu_ngay": lambda ngay: xet_theo >= _ngay_cua_mau(ngay),
        "trang_thai": trang_thai.value,
        "vb": vb,
        "vien_dan": boi_canh.vien_dan,
        "hieu_luc": boi_canh.hieu_luc,
        "bang": ham_bang(),
    }
    van_ban: list[VanBan] = []
    phan: dict[str, Mapping[str, str]] = {}
    for khai in mau.bo:
        chinh = next((v for v in van_ban if v.ma == khai.kem_theo), None)
        ngu_canh = NguCanhVanBan(mau, co_quan, vb, trang_thai, chinh)
        try:
            if khai.ma in mau.bieu_mau:
                phan[khai.ma], thieu = mau.bieu_mau[khai.ma].dien(bien)
                tim += [_trong(mau, duong_dan, trang_thai) for duong_dan in thieu]
                van_ban.append(khung_bieu_mau(khai, ngu_canh))
                continue
            loi_van = dung(mau.loi_van[khai.ma], bien, cho=str(mau.thu_muc / khai.tep))
        except TemplateError:
            # Dữ liệu đã sai thì mẫu vấp là hệ quả: người dùng cần biết dữ liệu sai ở đâu, không phải mẫu hỏng.
            if co_loi(tim):
                return KetQuaDung(None, _gon(tim))
            raise
        tim += [_trong(mau, duong_dan, trang_thai) for duong_dan in loi_van.thieu]
        mot, tim_mot = ghep(khai, loi_van, ngu_canh)
        van_ban.append(mot)
        tim += tim_mot
    tim += boi_canh.tim_thay
    return KetQuaDung(BoVanBan(tuple(van_ban), xet_theo, mau.ma), _gon(tim), phan)


def _gon(tim: list[Finding]) -> tuple[Finding, ...]:
    """Bỏ điều lặp, và điều chỉ là hệ quả: trường ghi sai thì không nói thêm rằng nó trống."""
    sai = {f.duong_dan for f in tim if f.muc is MucDo.LOI and f.duong_dan}
    doc_sai = {f.duong_dan for f in tim if f.muc is MucDo.LOI and f.ma.startswith("truong.")}

    def he_qua(f: Finding) -> bool:
        if f.ma == "truong.chua_dien":
            return any(d == f.duong_dan or d.startswith(f.duong_dan + ".") for d in sai)
        return f.ma.startswith("trang_thai.thieu") and any(f.duong_dan == d or f.duong_dan.startswith(d + ".") for d in doc_sai)

    return tuple(dict.fromkeys(f for f in tim if not he_qua(f)))


def _ngay_cua_mau(ngay: object) -> date:
    try:
        return date.fromisoformat(str(ngay))
    except ValueError as ngoai_le:
        raise TemplateError(f"tu_ngay(…) cần một ngày, đang là “{ngay}”.", cach_sua='Viết tu_ngay("2025-07-01").') from ngoai_le


def _theo_kieu(gia_tri: object, khai: TruongKhai) -> object:
    """Giá trị như lời văn thấy: lời văn theo ký pháp mang kiểu riêng để được phân tích."""
    if khai.kieu == "noi_dung" and isinstance(gia_tri, GiaTri) and gia_tri:
        return GiaTriNoiDung(str(gia_tri), nguon=gia_tri.nguon, duong_dan=gia_tri.duong_dan)
    return gia_tri


def _trong(mau: Mau, duong_dan: str, trang_thai: TrangThai) -> Finding:
    """Chỗ chừa trống: ở dự thảo là chuyện thường, ở văn bản đã ký thì đáng cảnh báo."""
    ten = duong_dan.split(".")[-1]
    khai = mau.truong.get(ten) if duong_dan.startswith("truong.") else mau.van_ban.get(ten)
    nhan = khai.nhan if khai else duong_dan
    bao = canh_bao if trang_thai in (TrangThai.DA_KY, TrangThai.BAN_HANH) else ghi_chu
    return bao("truong.chua_dien", f"“{nhan}” chưa điền: đã chừa chỗ trống trong văn bản.", duong_dan=duong_dan)
