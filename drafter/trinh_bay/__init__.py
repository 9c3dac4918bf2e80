"""Trình bày: văn bản và chế độ thể thức thành danh sách khối phẳng; mọi quyết định dàn trang ở tầng này."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.khoi import BanTrinhBay, ChuThichKhoi, Khoi, KhoiDoan, KhoiPhan, ThongTinTep
from drafter.model import BoVanBan, Chu, DongChu, Nut, VanBan, VienDan
from drafter.regime import CheDo
from drafter.trinh_bay.chu import Dan
from drafter.trinh_bay.cuoi import Cuoi
from drafter.trinh_bay.dau import Dau, dia_danh_ngay, so_ky_hieu
from drafter.trinh_bay.kinh_gui import kinh_gui
from drafter.trinh_bay.than import Than, giu_cuoi, giu_doan_dan

__all__ = ["dia_danh_ngay", "so_ky_hieu", "thong_tin", "trinh_bay"]


def _chu(dong: DongChu) -> str:
    return "".join(m.van_ban for m in dong if isinstance(m, Chu | VienDan))


def _mot(vb: VanBan, thu_tu: int, dan: Dan) -> Iterator[Khoi]:
    yield KhoiPhan(so_trang_tu=1 if thu_tu else None)
    yield from Dau(dan, vb).khoi()
    yield from kinh_gui(dan, vb)
    than = list(Than(dan, thu_tu).khoi(vb.than))
    if vb.cau_ket:
        than.append(KhoiDoan("cau_ket", dan.dong(vb.cau_ket, van_ban=thu_tu)))
    giu_doan_dan(than)
    yield from giu_cuoi(than) if vb.khoi_ky else than
    yield from Cuoi(dan, vb).khoi()


def _so_chu_thich(bo: tuple[VanBan, ...]) -> dict[tuple[int, str], int]:
    """Số thứ tự của từng chú thích theo chỗ gọi đầu tiên, chạy suốt tệp."""
    so: dict[tuple[int, str], int] = {}
    for i, vb in enumerate(bo):
        co = {c.ma for c in vb.chu_thich}
        for ma in _goi(vb):
            if ma in co and (i, ma) not in so:
                so[i, ma] = len(so) + 1
    return so


def _goi(vat: object) -> Iterator[str]:
    """Mã các chú thích được gọi, theo thứ tự đọc."""
    from drafter.model import Bang, Doan, GoiChuThich, TrichDan

    if isinstance(vat, GoiChuThich):
        yield vat.ma
    elif isinstance(vat, VanBan):
        for phan in (*vat.trich_yeu, *vat.tham_quyen, *(c.noi_dung for c in vat.can_cu), vat.than, vat.cau_ket):
            yield from _goi(phan)
    elif isinstance(vat, Nut):
        yield from _goi(vat.ten)
        yield from _goi(vat.con)
    elif isinstance(vat, Doan):
        yield from _goi(vat.noi_dung)
    elif isinstance(vat, TrichDan):
        yield from _goi(vat.con)
    elif isinstance(vat, Bang):
        for hang in vat.hang:
            for o in hang.o:
                yield from _goi(o.con)
    elif isinstance(vat, tuple):
        for con in vat:
            yield from _goi(con)


def trinh_bay(bo: BoVanBan, che_do: CheDo) -> BanTrinhBay:
    """Bản trình bày của cả bộ trong một tệp: mỗi văn bản một phần trang, số trang đánh lại từ 1 (CH-10)."""
    so = _so_chu_thich(bo.van_ban)
    dan = Dan(che_do, so)
    khoi = tuple(k for i, vb in enumerate(bo.van_ban) for k in _mot(vb, i, dan))
    chu_thich = []
    for i, vb in enumerate(bo.van_ban):
        for c in vb.chu_thich:
            if (i, c.ma) in so:
                doan = tuple(KhoiDoan("chu_thich", dan.dong(d.noi_dung, van_ban=i)) for d in c.con)
                chu_thich.append(ChuThichKhoi(so[i, c.ma], doan))
    return BanTrinhBay(khoi, tuple(sorted(chu_thich, key=lambda c: c.so)), thong_tin(bo))


def thong_tin(bo: BoVanBan) -> ThongTinTep:
    """Thông tin tệp của bộ, lấy ở văn bản chính."""
    chinh = bo.van_ban[0]
    trich_yeu = " ".join(_chu(d) for d in chinh.trich_yeu)
    return ThongTinTep(
        tieu_de=f"{chinh.ten_loai} {trich_yeu}".strip(),
        tac_gia=", ".join(c.ten for c in chinh.co_quan),
        chu_de=trich_yeu,
    )
