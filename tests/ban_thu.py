"""Một bản trình bày viết tay đủ loại khối, cho phép thử của máy viết và máy đọc DOCX."""

from __future__ import annotations

from drafter.khoi import (
    BanTrinhBay,
    ChuThichKhoi,
    GoiSo,
    HangHaiCot,
    HangKhoi,
    Khoi,
    KhoiBang,
    KhoiDoan,
    KhoiHaiCot,
    KhoiNet,
    KhoiPhan,
    KhoiTrong,
    Manh,
    MauChu,
    OKhoi,
    ThongTinTep,
    Xuong,
)

LOI_VAN = (
    "Ủy ban nhân dân xã có trách nhiệm tổ chức thực hiện, kiểm tra, đôn đốc việc thực hiện dân chủ ở cơ sở theo quy định của "
    "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 và các văn bản hướng dẫn thi hành có liên quan trên địa bàn xã."
)


def doan(vai: str, *chu: str | MauChu, giu: bool = False, canh: str | None = None, bac: int = 0) -> KhoiDoan:
    """Một đoạn từ chữ thường hoặc mẩu chữ."""
    return KhoiDoan(vai, tuple(Manh(c) if isinstance(c, str) else c for c in chu), giu_voi_sau=giu, canh=canh, bac=bac)


def o(chu: str, *, vai: str = "bang_o", ngang: int = 1, doc: int = 1, canh: str | None = None) -> OKhoi:
    """Một ô bảng có một đoạn."""
    return OKhoi((doan(vai, chu, canh=canh),), gop_ngang=ngang, gop_doc=doc)


def dau_van_ban() -> KhoiHaiCot:
    """Đầu văn bản 60 + 100 mm; nét dưới Tiêu ngữ dài 60,5 mm, dưới tên cơ quan 17,3 mm."""
    return KhoiHaiCot(
        "dau_van_ban",
        60,
        100,
        (
            HangHaiCot(
                (doan("co_quan_ban_hanh", "ỦY BAN NHÂN DÂN"), doan("co_quan_ban_hanh", "XÃ LONG HỒ"), KhoiNet(17.3, 60)),
                (
                    doan("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                    doan("tieu_ngu", "Độc lập - Tự do - Hạnh phúc"),
                    KhoiNet(60.5, 100),
                ),
            ),
            HangHaiCot((doan("so_ky_hieu", "Số: 05/QĐ-UBND"),), (doan("dia_danh_ngay", "Long Hồ, ngày 05 tháng 3 năm 2026"),)),
        ),
    )


def khoi_ky() -> KhoiHaiCot:
    """Nơi nhận bên trái, chữ ký bên phải."""
    return KhoiHaiCot(
        "khoi_ky",
        75,
        85,
        (
            HangHaiCot(
                (doan("noi_nhan_nhan", "Nơi nhận:"), doan("noi_nhan", "- Như Điều 3;"), doan("noi_nhan", "- Lưu: VT.")),
                (
                    doan("quyen_han", "TM. ỦY BAN NHÂN DÂN"),
                    doan("quyen_han", "CHỦ TỊCH"),
                    KhoiTrong(30),
                    doan("ho_ten", "Nguyễn Văn A"),
                ),
            ),
        ),
    )


def bang_chi_tieu() -> KhoiBang:
    """Bảng bốn cột: tiêu đề gộp ngang và dọc, một ô thân gộp dọc, hàng tổng gộp ngang."""
    tieu_de = "bang_tieu_de"
    return KhoiBang(
        (15, 65, 40, 40),
        (
            HangKhoi(
                (o("TT", vai=tieu_de, doc=2), o("Chỉ tiêu", vai=tieu_de, doc=2), o("Mức", vai=tieu_de, ngang=2)), tieu_de=True
            ),
            HangKhoi((o("2025", vai=tieu_de), o("2026", vai=tieu_de)), tieu_de=True),
            HangKhoi((o("1", canh="giua"), o("Hộ đạt & giữ danh hiệu"), o("95,5%", doc=2), o("97%"))),
            HangKhoi((o("2", canh="giua"), o("Cuộc đối thoại"), o("4"))),
            HangKhoi((o("Tổng cộng", vai=tieu_de, ngang=2), o(""), o("…"))),
        ),
    )


def ban_mau(so_dieu: int = 3) -> BanTrinhBay:
    """Quyết định có chú thích, chữ ký, phụ lục trang ngang đánh số lại từ 1, rồi một phần trang dọc."""
    than: list[Khoi] = []
    for i in range(1, so_dieu + 1):
        than += [
            doan("dieu", f"Điều {i}. Phạm vi điều chỉnh", giu=True, bac=2),
            doan("khoan", f"1. {LOI_VAN}", *([GoiSo(1)] if i == 1 else [])),
            doan(
                "diem", "a) ", Manh("đậm", dam=True), " và ", Manh("nghiêng", nghieng=True), ' <thẻ> & "ngoặc"', Xuong(), "dưới"
            ),
        ]
    return BanTrinhBay(
        (
            KhoiPhan(),
            dau_van_ban(),
            doan("ten_loai", "QUYẾT ĐỊNH"),
            doan("trich_yeu", "Về việc ban hành Quy chế"),
            KhoiNet(24, 160),
            doan("menh_lenh", "QUYẾT ĐỊNH:"),
            *than,
            doan("loi_van", f"{LOI_VAN}/.", giu=True),
            KhoiTrong(6, giu_voi_sau=True),
            khoi_ky(),
            KhoiPhan("ngang", 1, True),
            doan("phu_luc", "Phụ lục I", bac=1),
            doan("phu_luc_ten", "CHỈ TIÊU NĂM 2026", Manh(" (không đậm)", dam=False)),
            bang_chi_tieu(),
            KhoiPhan("doc", None, False),
            doan("loi_van", "Lời cuối."),
        ),
        (ChuThichKhoi(1, (doan("chu_thich", "Được sửa đổi năm 2025."),)),),
        ThongTinTep("Quyết định", "UBND xã Long Hồ", "Thực hiện dân chủ"),
    )
