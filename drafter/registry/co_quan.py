"""Hiểu tên cơ quan người ta gõ: UBND, HĐND của đơn vị nào, hay một cơ quan khác."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from drafter.findings import Finding, MucDo
from drafter.model import Nguon
from drafter.registry.don_vi import DonVi, Ky, ky_cua
from drafter.registry.ket_qua_don_vi import KetQua
from drafter.registry.khop_don_vi import SAI_DAU, Khop, tot_nhat
from drafter.registry.so_don_vi import SoDonVi
from drafter.registry.tach_chu import CacTu, mo_dau_loai, tach_tu
from drafter.registry.tim_don_vi import ket_qua_khac_ky, khop_ky, tim
from drafter.vn.khoa import bo_dau, nfc

TEN_LOAI = {"ubnd": ("Ủy ban nhân dân", "UBND"), "hdnd": ("Hội đồng nhân dân", "HĐND")}
_DAU_TEN = (
    ("uy ban nhan dan", "ubnd"),
    ("ubnd", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("hdnd", "hdnd"),
)
# "HĐND và UBND xã …" là nơi nhận hoặc tên văn phòng chung, không phải một cơ quan ban hành.
_NOI_TIEP = frozenset({"va", "&", "-", "ubnd", "hdnd"})


@dataclass(frozen=True, slots=True)
class CoQuan:
    """Một cơ quan: ``loai`` là ``ubnd|hdnd|khac``; ``ten`` đầy đủ; ``viet_tat`` rỗng khi không biết."""

    loai: str
    ten: str
    viet_tat: str
    don_vi: DonVi | None


@dataclass(frozen=True, slots=True)
class KetQuaCoQuan:
    """Cơ quan đã hiểu và kết quả tìm đơn vị hành chính của nó; ``ket_qua`` là ``None`` khi tên không nhắc đơn vị nào."""

    co_quan: CoQuan
    ket_qua: KetQua | None

    def findings(self, *, duong_dan: str = "", nguon: Nguon | None = None) -> tuple[Finding, ...]:
        """Các điều tìm thấy; với cơ quan khác UBND, HĐND thì đơn vị chỉ để tham khảo nên lỗi hạ thành cảnh báo."""
        if self.ket_qua is None:
            return ()
        cac = self.ket_qua.findings(duong_dan=duong_dan, nguon=nguon)
        if self.co_quan.loai != "khac":
            return cac
        return tuple(replace(f, muc=MucDo.CANH_BAO) if f.muc is MucDo.LOI else f for f in cac)


def _tran(tu: str) -> str:
    return bo_dau(tu).lower().replace(".", "").rstrip(":")


def _tach_ten(chuoi: str) -> tuple[str, str]:
    """(loại, phần sau tên loại); loại ``khac`` khi không phải UBND, HĐND."""
    tu = chuoi.split(" ")
    for mau, loai in _DAU_TEN:
        n = mau.count(" ") + 1
        # Bỏ dấu chấm để nhận cả "U.B.N.D".
        if [_tran(t) for t in tu[:n]] == mau.split():
            lien = n < len(tu) and _tran(tu[n]) in _NOI_TIEP
            return ("khac", chuoi) if lien else (loai, " ".join(tu[n:]))
    return "khac", chuoi


def _duoi(tu: CacTu, chuoi: str) -> Iterator[CacTu]:
    """Các phần đuôi có thể là tên đơn vị, dài trước; không có danh từ chung thì chỉ nhận sau dấu phẩy hoặc sau tên sở."""
    yield from (tu[i:] for i in range(1, len(tu)) if mo_dau_loai(tu[i:]))
    so = bo_dau(chuoi).lower().startswith("so ")
    yield from (tu[i:] for i in range(1, len(tu)) if so or tu[i].doan > tu[i - 1].doan)


def _chac(cac: list[Khop], co_loai: bool) -> list[Khop]:
    dung = [k for k in cac if k.dau != SAI_DAU and (not k.sai_loai or k.doi_loai)]
    return [k for k in dung if co_loai or k.co_cap_tren or k.don_vi.cap == "tinh"]


def _tim_duoi(so: SoDonVi, chuoi: str, ngay: date) -> KetQua | None:
    tu = tach_tu(chuoi)
    ky = ky_cua(ngay)
    ky_kia = Ky.BA_CAP if ky is Ky.HAI_CAP else Ky.HAI_CAP
    # Đuôi dài được xét ở cả hai kỳ trước đuôi ngắn: "quận Liên Chiểu, Đà Nẵng" năm 2026 không được hiểu thành "Đà Nẵng".
    for duoi in _duoi(tu, chuoi):
        co_loai = mo_dau_loai(duoi)
        if _chac(khop_ky(so, duoi, ngay, ky, None), co_loai):
            return tim(so, _ghep(duoi), ngay)
        if cac := _chac(khop_ky(so, duoi, ngay, ky_kia, None), co_loai):
            return ket_qua_khac_ky(so, tot_nhat(cac), ngay)
    return None


def _ghep(tu: CacTu) -> str:
    ket = ""
    for truoc, nay in zip((None, *tu), tu, strict=False):
        ket += "" if truoc is None else ", " if nay.doan > truoc.doan else " "
        ket += nay.chu
    return ket


def phan_tich_co_quan(so: SoDonVi, chuoi: str, ngay: date) -> KetQuaCoQuan:
    """Cơ quan mà ``chuoi`` gọi tên, xét theo ``ngay``.

    UBND, HĐND phải có đơn vị hành chính đang tồn tại vào ngày ấy (cấp huyện hết từ 01/7/2025). Cơ quan khác giữ nguyên chữ đã
    gõ; đơn vị, nếu có, nhận từ phần đuôi; không đoán cơ quan chủ quản và chữ viết tắt.
    """
    chuoi = " ".join(nfc(chuoi).split())
    loai, duoi = _tach_ten(chuoi)
    if loai == "khac":
        kq = _tim_duoi(so, chuoi, ngay)
        return KetQuaCoQuan(CoQuan("khac", chuoi, "", kq.don_vi if kq else None), kq)
    ten, viet_tat = TEN_LOAI[loai]
    kq = tim(so, duoi, ngay)
    if kq.don_vi is None:
        if kq.ma == "don_vi.khac_ky":
            kq = replace(kq, ly_do=f"Không có {ten} {duoi}. {kq.ly_do}")
        return KetQuaCoQuan(CoQuan(loai, f"{ten} {duoi}".rstrip(), viet_tat, None), kq)
    return KetQuaCoQuan(CoQuan(loai, f"{ten} {kq.don_vi.ten_day_du}", viet_tat, kq.don_vi), kq)
