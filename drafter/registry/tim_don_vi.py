"""Tìm đơn vị hành chính từ chữ người ta gõ, theo ngày của văn bản."""

from __future__ import annotations

from datetime import date

from drafter.findings import Finding, MucDo, canh_bao, ghi_chu
from drafter.registry.don_vi import LOAI_HUYEN, NGAY_CHUP, NGAY_HAI_CAP, DonVi, Ky, ky_cua
from drafter.registry.gan_dung import goi_y
from drafter.registry.ket_qua_don_vi import LUAT_HAI_CAP, SAP_XEP, TOI_DA, VIET_HOA, KetQua, ke
from drafter.registry.khop_don_vi import DUNG_DAU, SAI_DAU, Khop, khop, tot_nhat
from drafter.registry.so_don_vi import SoDonVi
from drafter.registry.tach_chu import CacTu, cac_doan, tach_loai, tach_tu
from drafter.vn.hoa import hoa_dau
from drafter.vn.khoa import nfc

KHONG_CON_HUYEN = "Từ 01/7/2025 không còn đơn vị hành chính cấp huyện."


def viet_ngay(ngay: date) -> str:
    """Ngày viết số: "01/7/2025" (ngày hai chữ số; tháng 1, 2 thêm số 0)."""
    thang = f"{ngay.month:02d}" if ngay.month < 3 else str(ngay.month)
    return f"{ngay.day:02d}/{thang}/{ngay.year}"


def khop_ky(so: SoDonVi, tu: CacTu, ngay: date, ky: Ky, cap: str | None) -> list[Khop]:
    """Các cách hiểu trong danh mục của một kỳ, lọc theo cấp."""
    return [k for k in khop(so.bang(ky), tu, ngay) if cap is None or k.don_vi.cap == cap]


def _ghi_chu(k: Khop, chuoi: str, khac: list[DonVi]) -> tuple[Finding, ...]:
    dv = k.don_vi
    ket: list[Finding] = []
    if k.sai_loai:
        if k.doi_loai and dv.doi_loai_ngay:
            vi = f"từ {viet_ngay(dv.doi_loai_ngay)} mới là {dv.loai_sau}, trước đó là {dv.loai_dau}"
        else:
            vi = f"đơn vị này là {dv.loai}, không phải {k.loai_go}"
        ket.append(
            canh_bao(
                "don_vi.sai_loai",
                f"“{chuoi}”: {vi}; đã ghi là “{dv.ten_kem_cap_tren}”.",
                cach_sua=f"Ghi “{dv.ten_kem_cap_tren}”, hoặc xem lại ngày của văn bản.",
                dieu_khoan=f"Nghị quyết số {dv.doi_loai_theo}" if k.doi_loai else "",
            )
        )
    elif k.dau != DUNG_DAU or k.sai_cap_tren:
        ket.append(ghi_chu("don_vi.hieu_la", f"Đã hiểu “{chuoi}” là {dv.ten_kem_cap_tren}."))
    if khac:
        ket.append(ghi_chu("don_vi.cung_ten", f"Đã hiểu “{chuoi}” là {dv.ten_day_du}; cùng tên còn có {ke(khac)}."))
    if dv.can_duyet and not dv.hoa_loai and "chữ số" not in dv.can_duyet:
        ket.append(
            ghi_chu(
                "don_vi.viet_hoa",
                f"“{dv.ten}” có thể là tên người hoặc tên sự kiện lịch sử; đang viết “{dv.ten_day_du}”.",
                cach_sua=f"Nếu đúng là tên người, sự kiện thì viết “{hoa_dau(dv.ten_day_du)}”, và ghi đủ như thế ở địa danh.",
                dieu_khoan=VIET_HOA,
            )
        )
    return tuple(ket)


def _mo_ho(cac: list[Khop], chuoi: str) -> KetQua:
    ung_vien = tuple(k.don_vi for k in cac)
    return KetQua(None, ung_vien[:TOI_DA], f"“{chuoi}” có thể là nhiều đơn vị: {ke(ung_vien)}.", ma="don_vi.mo_ho")


def _chon(cac: list[Khop], chuoi: str) -> KetQua:
    """Kết quả trong kỳ khi các cách hiểu đều đúng dấu; một tên trơ trọi trùng tên tỉnh thì hiểu là tỉnh."""
    tot = tot_nhat(cac)
    khac: list[DonVi] = []
    if len(tot) > 1:
        tinh = [k for k in tot if k.don_vi.cap == "tinh"]
        if len(tinh) != 1 or tinh[0].loai_go:
            return _mo_ho(tot, chuoi)
        khac = [k.don_vi for k in tot if k is not tinh[0]]
        tot = tinh
    return KetQua(tot[0].don_vi, ghi_chu=_ghi_chu(tot[0], chuoi, khac))


def noi_cu_moi(so: SoDonVi, dv: DonVi, ngay: date) -> tuple[str, tuple[DonVi, ...]]:
    """Câu nói đơn vị của kỳ kia nay (hoặc trước) là gì, và các đơn vị ấy vào ``ngay``."""
    if dv.ky is Ky.BA_CAP:
        nay = tuple(h.don_vi for h in so.hau_than(dv, ngay))
        chu = f"“{dv.ten_kem_cap_tren}” không còn từ ngày {viet_ngay(NGAY_HAI_CAP)}"
        return (f"{chu}; nay thuộc {ke(nay)}" if nay else chu), nay
    truoc = so.tien_than(dv)
    chu = f"“{dv.ten_kem_cap_tren}” chỉ có từ ngày {viet_ngay(NGAY_HAI_CAP)}"
    cu = tuple(t.don_vi for t in truoc if t.don_vi is not None)
    return (f"{chu}; trước đó là {ke(cu)}" if cu else chu), cu


def ket_qua_khac_ky(so: SoDonVi, cac: list[Khop], ngay: date, them: tuple[DonVi, ...] = ()) -> KetQua:
    """Kết quả khi chữ đã gõ chỉ đúng ở kỳ kia; ``them`` là các đơn vị gần giống của chính kỳ này."""
    cau = [noi_cu_moi(so, k.don_vi, ngay) for k in cac]
    ung_vien = dict.fromkeys([dv for _, nhom in cau for dv in nhom] + list(them))
    cap = cac[0].don_vi.cap
    ly_do = f"Vào ngày {viet_ngay(ngay)}: " + ". ".join(chu for chu, _ in cau[:3]) + "."
    if len(cau) > 3:
        ly_do += f" Còn {len(cau) - 3} đơn vị khác cùng tên."
    if cap == "huyen":
        ly_do += f" {KHONG_CON_HUYEN}"
    return KetQua(None, tuple(ung_vien)[:TOI_DA], ly_do, ma="don_vi.khac_ky", dieu_khoan=SAP_XEP[cap])


def _khong_thay(so: SoDonVi, tu: CacTu, chuoi: str, ngay: date, cap: str | None, sai_dau: list[Khop]) -> KetQua:
    gan = tuple(dict.fromkeys([k.don_vi for k in sai_dau] + list(goi_y(so, tu, ngay, cap))))[:TOI_DA]
    hoi = f" Ý bạn là: {ke(gan)}?" if gan else ""
    # "Thành phố" ở đoạn cuối là cấp tỉnh, ở đoạn trước mới là thành phố thuộc tỉnh.
    loai_go = {loai for doan in cac_doan(tu)[:-1] for loai, _ in tach_loai(doan)}
    go_huyen = ngay >= NGAY_HAI_CAP and bool(loai_go & LOAI_HUYEN)
    dieu_khoan = LUAT_HAI_CAP if go_huyen else ""
    hoi = f" {KHONG_CON_HUYEN}{hoi}" if go_huyen else hoi
    if ngay < NGAY_CHUP:
        return KetQua(
            None,
            gan,
            f"Không xét được “{chuoi}” vào ngày {viet_ngay(ngay)}: danh mục trước 01/7/2025 chỉ có ảnh chụp ngày "
            f"{viet_ngay(NGAY_CHUP)}, đơn vị sắp xếp trước đó không có trong ấy.{hoi}",
            ma="don_vi.khong_xet_duoc",
            muc=MucDo.CANH_BAO,
        )
    if gan:
        return KetQua(
            None,
            gan,
            f"Không có đơn vị hành chính “{chuoi}” vào ngày {viet_ngay(ngay)}.{hoi}",
            ma="don_vi.gan_dung",
            dieu_khoan=dieu_khoan,
        )
    ly_do = f"Không tìm thấy đơn vị hành chính “{chuoi}” vào ngày {viet_ngay(ngay)}.{hoi}"
    return KetQua(None, (), ly_do, ma="don_vi.khong_co", dieu_khoan=dieu_khoan)


def tim(so: SoDonVi, chuoi: str, ngay: date, cap: str | None = None) -> KetQua:
    """Đơn vị mà ``chuoi`` chỉ vào ``ngay``; ``cap`` (``tinh|huyen|xa``) thu hẹp khi đã biết cấp.

    Nhận chữ có dấu hay không, viết tắt (T., TP, TX, TT, H., Q., P., X.), có hoặc không có dấu phẩy. Đúng dấu thắng không dấu;
    chỗ đặt dấu thanh không kể. Chữ mơ hồ, sai chính tả hoặc chỉ đúng ở kỳ kia cho ``don_vi`` là ``None`` cùng gợi ý.
    """
    chuoi = " ".join(nfc(chuoi).split())
    tu = tach_tu(chuoi)
    if not tu:
        return KetQua(None, (), "Chưa ghi tên đơn vị hành chính.", ma="don_vi.thieu")
    ky = ky_cua(ngay)
    trong_ky = khop_ky(so, tu, ngay, ky, cap)
    dung = [k for k in trong_ky if k.dau != SAI_DAU]
    if dung and (not dung[0].sai_loai or dung[0].doi_loai):
        return _chon(dung, chuoi)
    ky_kia = Ky.BA_CAP if ky is Ky.HAI_CAP else Ky.HAI_CAP
    # Sai loại ở kỳ này mà đúng cả loại ở kỳ kia thì người gõ đang nói về đơn vị kỳ kia, không phải gõ nhầm loại.
    ben_kia = [k for k in khop_ky(so, tu, ngay, ky_kia, cap) if k.dau != SAI_DAU and (not k.sai_loai or k.doi_loai)]
    if ben_kia:
        return ket_qua_khac_ky(so, tot_nhat(ben_kia), ngay, tuple(k.don_vi for k in dung))
    if dung:
        return _chon(dung, chuoi)
    return _khong_thay(so, tu, chuoi, ngay, cap, trong_ky)
