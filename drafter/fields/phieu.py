"""Đọc một phiếu đã điền: phần đầu (mẫu, ngày xét, trạng thái) và từng nhánh trường, mọi lỗi trong một lượt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from drafter.fields.khai import TruongKhai, rong_khong
from drafter.fields.kieu_ngay import hieu_ngay
from drafter.fields.loai import BoiCanh, doc_truong, goi_y, lay_kieu, muc_la
from drafter.fields.ve_sinh import lam_sach
from drafter.findings import Finding, ghi_chu, loi
from drafter.model import Nguon, TrangThai
from drafter.record import Cay, La, Nhanh

# "che_do" được nhận ở đây để chỗ chọn chế độ thể thức tự trả lời, không bị báo là mục lạ.
MUC_DAU = ("mau", "xet_theo", "trang_thai", "van_ban", "truong", "che_do")


@dataclass(frozen=True, slots=True)
class DauPhieu:
    """Phần đầu của phiếu; ``mau`` rỗng, ``xet_theo``/``trang_thai`` là ``None`` khi không ghi hoặc ghi sai."""

    mau: str
    xet_theo: date | None
    trang_thai: TrangThai | None
    van_ban: Nhanh
    truong: Nhanh


def doc_dau_phieu(cay: Nhanh) -> tuple[DauPhieu, list[Finding]]:
    """Phần đầu và hai nhánh ``van_ban``, ``truong`` của phiếu, cùng lỗi về mục lạ và giá trị sai."""
    tim_thay: list[Finding] = []
    for ten, con in cay.muc.items():
        if ten not in MUC_DAU and not rong_khong(con):
            tim_thay.append(
                loi(
                    "phieu.la",
                    f"Phiếu không có mục “{ten}”.",
                    duong_dan=ten,
                    cach_sua=goi_y(ten, MUC_DAU) or "Trường của mẫu ghi dưới “truong:”, trường chung ghi dưới “van_ban:”.",
                    nguon=con.nguon,
                )
            )
    ngay_chu, trang_thai = _chu(cay, "xet_theo", tim_thay), _chu(cay, "trang_thai", tim_thay)
    xet_theo: date | None = None
    if ngay_chu:
        ngay, ly_do = hieu_ngay(ngay_chu)
        xet_theo = ngay.day_du if ngay else None
        if xet_theo is None:
            tim_thay.append(
                loi(
                    "phieu.xet_theo",
                    f"“xet_theo” phải là một ngày đầy đủ, đang là “{ngay_chu}”" + (f": {ly_do}." if ly_do else "."),
                    duong_dan="xet_theo",
                    cach_sua="Ghi dạng 2025-07-01 hoặc 01/7/2025.",
                    nguon=cay.muc["xet_theo"].nguon,
                )
            )
    if trang_thai and trang_thai not in list(TrangThai):
        tim_thay.append(
            loi(
                "phieu.trang_thai",
                f"Không có trạng thái “{trang_thai}”.",
                duong_dan="trang_thai",
                cach_sua=(goi_y(trang_thai, list(TrangThai)) + " Dùng: " + ", ".join(TrangThai) + ".").strip(),
                nguon=cay.muc["trang_thai"].nguon,
            )
        )
        trang_thai = ""
    dau = DauPhieu(
        mau=_chu(cay, "mau", tim_thay),
        xet_theo=xet_theo,
        trang_thai=TrangThai(trang_thai) if trang_thai else None,
        van_ban=_nhanh(cay, "van_ban", tim_thay),
        truong=_nhanh(cay, "truong", tim_thay),
    )
    return dau, tim_thay


def _chu(cay: Nhanh, ten: str, tim_thay: list[Finding]) -> str:
    con = cay.muc.get(ten)
    if con is None or rong_khong(con):
        return ""
    if not isinstance(con, La):
        tim_thay.append(loi("phieu.hinh_dang", f"“{ten}” phải là một giá trị chữ.", duong_dan=ten, nguon=con.nguon))
        return ""
    chu, them = lam_sach(con, duong_dan=ten, nhan=ten)
    tim_thay += them
    return chu or ""


def _nhanh(cay: Nhanh, ten: str, tim_thay: list[Finding]) -> Nhanh:
    con = cay.muc.get(ten)
    if con is None or rong_khong(con):
        return con if isinstance(con, Nhanh) else Nhanh()
    if not isinstance(con, Nhanh):
        tim_thay.append(
            loi(
                "phieu.hinh_dang",
                f"“{ten}” phải là các mục “tên: giá trị”.",
                duong_dan=ten,
                cach_sua="Ghi mỗi trường một dòng, thụt vào dưới tên mục.",
                nguon=con.nguon,
            )
        )
        return Nhanh()
    return con


def doc_phieu(
    cay: Nhanh, khai: Mapping[str, TruongKhai], boi_canh: BoiCanh, *, cap: str | None, duong_dan: str
) -> tuple[dict[str, object], list[Finding]]:
    """Giá trị của mọi trường đã khai (trường vắng, sai hoặc không được hỏi thì là giá trị trống) và mọi điều tìm thấy.

    ``cap`` là cấp của cơ quan, ``None`` khi chưa biết (không lọc theo cấp); ``duong_dan`` là ``truong`` hoặc ``van_ban``.
    """
    tim_thay: list[Finding] = []
    for ten, con in cay.muc.items():
        if ten not in khai and not rong_khong(con):
            tim_thay.append(muc_la(ten, con, duong_dan, f"{duong_dan}.{ten}", khai.values()))
    gia_tri: dict[str, object] = {}
    for ten, k in khai.items():
        k = replace(k, duong_dan=f"{duong_dan}.{ten}")
        cua_truong = cay.muc.get(ten)
        if k.duoc_hoi(xet_theo=boi_canh.xet_theo, cap=cap):
            gia_tri[ten], them = doc_truong(cua_truong, k, boi_canh)
            tim_thay += them
            continue
        gia_tri[ten] = lay_kieu(k.kieu).trong(k)
        if cua_truong is not None and not rong_khong(cua_truong):
            tim_thay.append(_khong_hoi(k, cua_truong, boi_canh.xet_theo, cap))
    return gia_tri, tim_thay


def _khong_hoi(khai: TruongKhai, cay: Cay, xet_theo: date, cap: str | None) -> Finding:
    ngoai_ngay = not khai.duoc_hoi(xet_theo=xet_theo, cap=None)
    vi = f"không dùng vào ngày {xet_theo:%d/%m/%Y}" if ngoai_ngay else f"không dùng ở cấp {cap}"
    return ghi_chu(
        "truong.khong_hoi",
        f"“{khai.nhan}” {vi}, nên giá trị đã ghi được bỏ qua.",
        duong_dan=khai.duong_dan,
        nguon=Nguon(khai.duong_dan, cay.nguon.cho),
    )
