"""Kiểm một văn bản được viện dẫn vào một ngày: chưa ban hành, chưa hiệu lực, hết hiệu lực, đã sửa đổi, dữ kiện còn ngờ."""

from __future__ import annotations

from datetime import date

from drafter.findings import Finding, canh_bao, ghi_chu, loi
from drafter.model import Nguon
from drafter.registry.so_can_cu import CHAC_CHAN, SoCanCu, TinhTrang, VanBanPhapLuat, so_can_cu
from drafter.registry.vien_dan import sua_doi_ghi_kem
from drafter.vn.ngay import ngay_gon

DIEU_KHOAN = "điểm a khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"


def kiem(
    vb: VanBanPhapLuat, ngay: date, *, duong_dan: str = "", nguon: Nguon | None = None, so: SoCanCu | None = None
) -> tuple[Finding, ...]:
    """Điều cần nói khi văn bản đề ``ngay`` viện dẫn ``vb``; chỉ dữ kiện mức A, B mới thành lỗi."""
    so = so or so_can_cu()
    tinh_trang = so.tinh_trang(vb, ngay)
    tim_thay = [*_hieu_luc(vb, ngay, tinh_trang, duong_dan, nguon)]
    if tinh_trang.ma != "het_hieu_luc":
        tim_thay += _sua_doi(vb, ngay, so, duong_dan, nguon)
    tim_thay += _doi_chieu(vb, duong_dan, nguon)
    for s in sua_doi_ghi_kem(vb, ngay=ngay, so=so):
        tim_thay += _doi_chieu(s, duong_dan, nguon)
    return tuple(tim_thay)


def _chu_ngay(ngay: date | None) -> str:
    return ngay_gon(ngay.day, ngay.month, ngay.year) if ngay else ""


def _ten(vb: VanBanPhapLuat) -> str:
    so = f" (số {vb.so_ky_hieu})" if vb.la_luat and vb.so_ky_hieu else ""
    return vb.ten_ngan + so


def _hieu_luc(vb: VanBanPhapLuat, ngay: date, tt: TinhTrang, duong_dan: str, nguon: Nguon | None) -> list[Finding]:
    chac = tt.do_tin_cay in CHAC_CHAN
    can_doi_chieu = "" if chac else " Dữ kiện này chưa chắc chắn, cần đối chiếu."
    boi = f", thay bởi {', '.join(tt.boi)}" if tt.boi else ""
    kho = {"duong_dan": duong_dan, "dieu_khoan": DIEU_KHOAN}
    if tt.chua_ban_hanh:
        bao = loi if chac else canh_bao
        return [
            bao(
                "can_cu.chua_ban_hanh",
                f"Văn bản đề ngày {_chu_ngay(ngay)} viện dẫn {_ten(vb)} khi văn bản ấy chưa ban hành.{can_doi_chieu}",
                cach_sua="Bỏ căn cứ này, dùng văn bản đang có hiệu lực vào ngày ấy, hoặc sửa ngày của văn bản.",
                nguon=nguon,
                **kho,
            )
        ]
    if tt.ma == "chua_hieu_luc":
        return [
            canh_bao(
                "can_cu.chua_hieu_luc",
                f"{_ten(vb)} đến {_chu_ngay(tt.tu)} mới có hiệu lực, sau ngày {_chu_ngay(ngay)} của văn bản.{can_doi_chieu}",
                cach_sua="Chỉ giữ khi văn bản này để chuẩn bị thi hành; nếu không, dùng văn bản đang có hiệu lực.",
                nguon=nguon,
                **kho,
            )
        ]
    if tt.ma == "het_hieu_luc":
        bao = loi if chac else canh_bao
        return [
            bao(
                "can_cu.het_hieu_luc",
                f"{_ten(vb)} đã hết hiệu lực từ {_chu_ngay(tt.tu)}{boi}.{can_doi_chieu}",
                cach_sua="Thay bằng văn bản đang có hiệu lực" + (f": {', '.join(tt.boi)}." if tt.boi else "."),
                nguon=nguon,
                **kho,
            )
        ]
    if tt.ma == "khong_ro":
        ly_do = f"có thể đã hết hiệu lực{boi}, chưa rõ từ ngày nào" if tt.boi else "chưa rõ ngày có hiệu lực"
        return [
            canh_bao(
                "can_cu.khong_ro",
                f"{_ten(vb)}: {ly_do}; cần đối chiếu.",
                cach_sua="Đối chiếu tình trạng hiệu lực ở nguồn chính thức trước khi ban hành.",
                nguon=nguon,
                **kho,
            )
        ]
    return []


def _sua_doi(vb: VanBanPhapLuat, ngay: date, so: SoCanCu, duong_dan: str, nguon: Nguon | None) -> list[Finding]:
    cac = so.sua_doi(vb, ngay)
    if cac:
        ke = ", ".join(f"{s.loai} số {s.so_ky_hieu}" for s in cac)
        return [
            ghi_chu(
                "can_cu.sua_doi",
                f"{_ten(vb)} đã được sửa đổi, bổ sung bởi {ke}.",
                cach_sua="Xem điều, khoản viện dẫn có bị sửa không.",
                duong_dan=duong_dan,
                nguon=nguon,
            )
        ]
    if vb.muc.het_hieu_luc == "D":
        return [
            ghi_chu(
                "can_cu.co_the_da_doi",
                f"{_ten(vb)} có thể đã bị sửa đổi, thay thế; chưa đối chiếu được.",
                cach_sua="Đối chiếu tình trạng hiệu lực ở nguồn chính thức.",
                duong_dan=duong_dan,
                nguon=nguon,
            )
        ]
    return []


def _doi_chieu(vb: VanBanPhapLuat, duong_dan: str, nguon: Nguon | None) -> list[Finding]:
    """Dữ kiện sẽ in ra giấy mà sổ chưa chắc."""
    ngo = []
    if vb.muc.so_ten_co_quan not in CHAC_CHAN or vb.ten_rut_gon:
        ngo.append("tên" if vb.la_luat else "số, tên")
    if vb.loai != "Hiến pháp" and (vb.muc.ngay_ban_hanh not in CHAC_CHAN or vb.ngay_ban_hanh.day_du is None):
        ngo.append("ngày ban hành")
    if not ngo:
        return []
    them = f" {vb.ghi_chu}" if vb.ghi_chu else ""
    return [
        canh_bao(
            "can_cu.doi_chieu",
            f"{_ten(vb)}: {' và '.join(ngo)} trong sổ chưa chắc chắn, cần đối chiếu.{them}",
            cach_sua="So với bản chính thức rồi sửa lời viện dẫn nếu khác.",
            duong_dan=duong_dan,
            nguon=nguon,
        )
    ]
