"""Khung của phiếu: các khóa trên cùng, ngày xét, cấp và chế độ thể thức mà mẫu phục vụ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.build.co_quan import CoQuanNguCanh
from drafter.build.mau import Mau
from drafter.build.so_ky_hieu import LY_DO_QPPL, kiem_so_ky_hieu
from drafter.fields import DauPhieu
from drafter.fields.kieu_ngay import hieu_ngay
from drafter.findings import Finding, ghi_chu, loi
from drafter.model import NgayVanBan
from drafter.record import La, Nhanh
from drafter.vn.ngay import ngay_gon

_TEN_CAP = {"tinh": "cấp tỉnh", "huyen": "cấp huyện", "xa": "cấp xã"}


def kiem_che_do(phieu: Nhanh) -> Iterator[Finding]:
    """Từ chối văn bản quy phạm pháp luật, kể cả khi chỉ lộ ra ở số có năm; số, ký hiệu ghi sai lối."""
    che_do = phieu.muc.get("che_do")
    if isinstance(che_do, La) and che_do.chu.strip() and che_do.chu.strip() != "nd30_2020":
        chu = che_do.chu.strip()
        la_qppl = "qppl" in chu.lower()
        yield loi(
            "che_do.chua_co",
            LY_DO_QPPL if la_qppl else f"Không có chế độ thể thức “{chu}”.",
            duong_dan="che_do",
            cach_sua="Nghị quyết cá biệt thì bỏ dòng che_do (mặc định nd30_2020)." if la_qppl else "Dùng nd30_2020.",
            nguon=che_do.nguon,
        )
    van_ban = phieu.muc.get("van_ban")
    if isinstance(van_ban, Nhanh):
        yield from kiem_so_ky_hieu(van_ban)


def _gon(ngay: date) -> str:
    return ngay_gon(ngay.day, ngay.month, ngay.year)


def _ngay_van_ban(van_ban: Nhanh) -> date | None:
    """Ngày ban hành đủ cả ba phần ghi trong phiếu; sai hoặc thiếu thì ``None`` (lỗi đã do bộ đọc trường nói)."""
    ngay = van_ban.muc.get("ngay")
    if isinstance(ngay, La):
        hieu, _ = hieu_ngay(ngay.chu.strip()) if ngay.chu.strip() else (None, "")
        return hieu.day_du if hieu else None
    if isinstance(ngay, Nhanh):
        phan = [ngay.muc.get(p) for p in ("ngay", "thang", "nam")]
        so = [int(p.chu) if isinstance(p, La) and p.chu.strip().isdigit() else None for p in phan]
        return NgayVanBan(*so).day_du
    return None


def chon_xet_theo(dau: DauPhieu, hom_nay: date) -> tuple[date, list[Finding]]:
    """Ngày xét đơn vị, căn cứ, chế độ: ngày đủ của văn bản; không thì ``xet_theo`` ghi trong phiếu; không thì hôm nay."""
    ngay_vb = _ngay_van_ban(dau.van_ban)
    if ngay_vb is not None:
        if dau.xet_theo is not None and dau.xet_theo != ngay_vb:
            noi = f"Xét theo ngày của văn bản {_gon(ngay_vb)}, không theo xet_theo {_gon(dau.xet_theo)} ghi trong phiếu."
            return ngay_vb, [ghi_chu("xet_theo.khac_ngay", noi, duong_dan="xet_theo")]
        return ngay_vb, []
    if dau.xet_theo is not None:
        return dau.xet_theo, []
    noi = f"Văn bản chưa có ngày đủ: xét đơn vị và căn cứ theo hôm nay, {_gon(hom_nay)}."
    return hom_nay, [
        ghi_chu("xet_theo.hom_nay", noi, duong_dan="xet_theo", cach_sua="Muốn xét theo ngày khác thì ghi xet_theo trong phiếu.")
    ]


def kiem_cap(mau: Mau, co_quan: CoQuanNguCanh, xet_theo: date) -> Iterator[Finding]:
    """Mẫu có dùng cho cấp và cho ngày ấy không."""
    if co_quan.don_vi is not None and co_quan.don_vi.cap not in mau.cap:
        yield loi(
            "mau.cap",
            f"Mẫu {mau.ma} không dùng cho {_TEN_CAP[co_quan.don_vi.cap]} ({co_quan.ten}).",
            duong_dan="truong.co_quan",
            cach_sua="Mẫu này dùng cho: " + ", ".join(_TEN_CAP[c] for c in mau.cap) + ".",
            nguon=co_quan.ten.nguon,
        )
    if (mau.tu is not None and xet_theo < mau.tu) or (mau.den is not None and xet_theo > mau.den):
        khoang = " ".join(x for x in (f"từ {_gon(mau.tu)}" if mau.tu else "", f"đến {_gon(mau.den)}" if mau.den else "") if x)
        yield loi(
            "mau.ngay",
            f"Mẫu {mau.ma} viết theo luật {khoang}; văn bản xét theo {_gon(xet_theo)}.",
            duong_dan="xet_theo",
            cach_sua="Dùng mẫu khung của cùng loại và tự viết lời văn theo luật của ngày ấy.",
        )
