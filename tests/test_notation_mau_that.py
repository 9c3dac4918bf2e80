"""Ký pháp trên văn bản thật, và trên văn bản tự soạn cùng dáng với chúng."""

from __future__ import annotations

from drafter.model import Cap, Khuc, Nut
from drafter.notation import chu_tran, danh_so_lai, in_ra, kiem_danh_so, parse, van_ban_thuan
from tests.mau_that import mau_that

KE_HOACH = """Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I- MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Để người dân nắm được việc của thôn.

2. Yêu cầu

Làm đúng, làm đủ.

II- VIỆC PHẢI LÀM

1. Niêm yết công khai các khoản thu.

Thời gian niêm yết ít nhất 30 ngày.

2. Họp thôn.

III. TỔ CHỨC THỰC HIỆN

Văn phòng – Thống kê giúp việc.
"""

NGHI_QUYET = """Điều 1. Quyết định các biện pháp sau:
 1. Mục tiêu
a) Một.
b) Hai.
c) Ba.
d) Bốn.
đ) Năm.
 2. Chỉ tiêu
a) Một.
 1. Tập huấn
a) Một.
2. Tuyên truyền
a) Một.
3. Kiểm tra.
Điều 2. Kinh phí
Do ngân sách bảo đảm.
Điều 3. Tổ chức thực hiện
1. Giao Ủy ban nhân dân xã.
2. Giao Thường trực Hội đồng nhân dân xã.
"""


def nut(cac: tuple[Khuc, ...], cap: Cap) -> list[Nut]:
    ra: list[Nut] = []
    for k in cac:
        if isinstance(k, Nut):
            ra += [k] if k.cap is cap else nut(k.con, cap)
    return ra


def test_ke_hoach_kieu_muc_la_ma() -> None:
    for chu in [KE_HOACH, *mau_that("002")]:
        kq = parse(chu)
        muc = nut(kq.than, Cap.MUC_LA_MA)
        assert [m.nhan_go for m in muc] == ["I-", "II-", "III."]
        assert [chu_tran(k.ten) for k in nut(muc[0].con, Cap.KHOAN)] == ["Mục đích", "Yêu cầu"]
        assert all(not k.ten for k in nut(muc[1].con, Cap.KHOAN))
        assert [f.ma for f in kq.tim_thay] == ["notation.kieu_nhan"] * 2
        (lan,) = kiem_danh_so(kq.than)
        assert (lan.ma, lan.duong_dan) == ("danh_so.lan_kieu", "Mục III")
        assert kiem_danh_so(danh_so_lai(kq.than)) == ()


def test_nghi_quyet_co_khoan_danh_lai_trong_mot_dieu() -> None:
    for chu in [NGHI_QUYET, *mau_that("003")]:
        kq = parse(chu)
        dieu = nut(kq.than, Cap.DIEU)
        assert [d.nhan_go for d in dieu] == ["Điều 1.", "Điều 2.", "Điều 3."]
        assert [bool(d.ten) for d in dieu] == [False, True, True]
        assert [k.so for k in nut(dieu[0].con, Cap.KHOAN)][:4] == [1, 2, 1, 2]
        (f,) = kiem_danh_so(kq.than)
        assert (f.ma, f.duong_dan) == ("danh_so.danh_lai", "khoản 1 Điều 1")
        so = [k.so for k in nut(nut(danh_so_lai(kq.than), Cap.DIEU)[0].con, Cap.KHOAN)]
        assert so == list(range(1, len(so) + 1))


def test_in_lai_va_giu_moi_chu() -> None:
    for chu in [KE_HOACH, NGHI_QUYET, *mau_that()]:
        chu = chu.replace("\xa0", " ")
        kq = parse(chu)
        dong = [d.strip() for d in chu.splitlines() if d.strip()]
        assert in_ra(kq.than, kq.chu_thich).split("\n") == dong
        assert van_ban_thuan(kq.than, kq.chu_thich).split() == chu.split()
        assert parse(in_ra(kq.than, kq.chu_thich)).than == kq.than
