"""Sổ văn bản pháp luật làm căn cứ: đọc, tra, tình trạng hiệu lực theo ngày.

Mỗi dữ kiện mang mức chắc chắn A–D như trong ``data/can_cu/can_cu.yaml``; chỉ A và B mới đủ để nói người dùng sai.
Lời viện dẫn ở ``vien_dan.py``, phép kiểm ở ``kiem_can_cu.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from drafter.errors import DrafterError
from drafter.model import NgayVanBan
from drafter.resources import tep_du_lieu
from drafter.vn.khoa import bo_dau

LOAI_LUAT = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"})
CHAC_CHAN = frozenset("AB")


@dataclass(frozen=True, slots=True)
class MucChacChan:
    """Mức A, B, C, D của từng nhóm dữ kiện; "-" là không khẳng định gì."""

    so_ten_co_quan: str
    ngay_ban_hanh: str
    ngay_hieu_luc: str
    het_hieu_luc: str


@dataclass(frozen=True, slots=True)
class VanBanPhapLuat:
    """Một văn bản trong sổ.

    Ngày có thể chỉ có năm, tháng. ``ngay_het_hieu_luc`` là ngày đầu tiên không còn hiệu lực. ``trich_yeu_noi`` là trích yếu
    để nối sau tên cơ quan; rỗng với luật, pháp lệnh, hiến pháp. ``thay_the_boi``, ``sua_doi_boi`` là số ký hiệu.
    """

    ma: str
    nhom: str
    loai: str
    so_ky_hieu: str
    co_quan: str
    ten: str
    trich_yeu_noi: str
    ngay_ban_hanh: NgayVanBan
    ngay_hieu_luc: NgayVanBan
    ngay_het_hieu_luc: NgayVanBan
    thay_the_boi: tuple[str, ...]
    sua_doi_boi: tuple[str, ...]
    muc: MucChacChan
    nguon: tuple[str, ...]
    ghi_chu: str = ""
    ten_rut_gon: bool = False

    @property
    def la_luat(self) -> bool:
        """Hiến pháp, bộ luật, luật, pháp lệnh: khi viện dẫn không ghi số và cơ quan (Mục II Phần I Phụ lục I NĐ 30/2020)."""
        return self.loai in LOAI_LUAT

    @property
    def ten_ngan(self) -> str:
        """Luật: tên; văn bản khác: tên loại và số ký hiệu."""
        return self.ten if self.la_luat else f"{self.loai} số {self.so_ky_hieu}"


@dataclass(frozen=True, slots=True)
class TinhTrang:
    """Tình trạng ở một ngày.

    ``ma``: ``hieu_luc``, ``chua_hieu_luc``, ``het_hieu_luc``, ``khong_ro``; ``boi``: số ký hiệu văn bản thay thế; ``tu``: ngày
    bắt đầu tình trạng ấy (với ``chua_hieu_luc`` là ngày sẽ có hiệu lực); ``do_tin_cay``: mức yếu nhất của dữ kiện đã dùng;
    ``chua_ban_hanh``: ngày ấy văn bản còn chưa ban hành.
    """

    ma: str
    boi: tuple[str, ...] = ()
    tu: date | None = None
    do_tin_cay: str = "D"
    chua_ban_hanh: bool = False


def _ngay(chu: str | None) -> NgayVanBan:
    """ "2023-08-14", "2023-04" hoặc vắng."""
    phan = [int(p) for p in chu.split("-")] if chu else []
    nam, thang, ngay = (*phan, None, None, None)[:3]
    return NgayVanBan(ngay, thang, nam)


def _som_nhat(ngay: NgayVanBan) -> date | None:
    """Ngày sớm nhất có thể của một ngày có thể thiếu phần."""
    return date(ngay.nam, ngay.thang or 1, ngay.ngay or 1) if ngay.nam else None


def _yeu_nhat(*muc: str) -> str:
    """Mức yếu nhất; "-" coi như D."""
    return max("D" if m == "-" else m for m in muc)


def _cac_tu(chu: str) -> list[str]:
    return re.findall(r"[\w/-]+", bo_dau(chu).lower())


def khoa_so(chu: str) -> str:
    """Khóa so số ký hiệu: bỏ tên loại và chữ "số" phía trước, khoảng trắng, dấu, hoa thường."""
    return re.sub(r"^\D+", "", re.sub(r"\s+", "", bo_dau(chu).lower()))


def _doc_mot(tho: dict[str, Any]) -> VanBanPhapLuat:
    ten, loai = tho["ten"], tho["loai"]
    la_luat = loai in LOAI_LUAT
    return VanBanPhapLuat(
        ma=tho["ma"],
        nhom=tho["nhom"],
        loai=loai,
        so_ky_hieu=tho.get("so_ky_hieu", ""),
        co_quan=tho["co_quan"],
        ten=ten,
        trich_yeu_noi="" if la_luat else tho.get("trich_yeu_noi", ten[0].lower() + ten[1:]),
        ngay_ban_hanh=_ngay(tho.get("ngay_ban_hanh")),
        ngay_hieu_luc=_ngay(tho.get("ngay_hieu_luc")),
        ngay_het_hieu_luc=_ngay(tho.get("ngay_het_hieu_luc")),
        thay_the_boi=tuple(tho.get("thay_the_boi", ())),
        sua_doi_boi=tuple(tho.get("sua_doi_boi", ())),
        muc=MucChacChan(*tho["muc"]),
        nguon=tuple(tho["nguon"]),
        ghi_chu=tho.get("ghi_chu", ""),
        ten_rut_gon=tho.get("ten_rut_gon", False),
    )


class SoCanCu:
    """Sổ tra được theo mã, theo số ký hiệu, theo lời; không đổi sau khi dựng."""

    def __init__(self, van_ban: tuple[VanBanPhapLuat, ...]) -> None:
        self.van_ban = van_ban
        self._ma = {v.ma: v for v in van_ban}
        self._so: dict[str, tuple[VanBanPhapLuat, ...]] = {}
        for v in van_ban:
            if v.so_ky_hieu:
                khoa = khoa_so(v.so_ky_hieu)
                self._so[khoa] = (*self._so.get(khoa, ()), v)
        self._tim = {
            v.ma: "".join(f" {t}" for t in _cac_tu(f"{v.ma} {v.loai} {v.so_ky_hieu} {v.ten} {v.ngay_ban_hanh.nam or ''}"))
            for v in van_ban
        }

    def theo_ma(self, ma: str) -> VanBanPhapLuat | None:
        """Văn bản có mã ``ma``."""
        return self._ma.get(ma)

    def theo_so(self, so_ky_hieu: str, nam: int | None = None) -> tuple[VanBanPhapLuat, ...]:
        """Các văn bản mang số ấy (số chỉ thị lặp lại mỗi năm); ``nam`` là năm ban hành nếu biết."""
        return tuple(v for v in self._so.get(khoa_so(so_ky_hieu), ()) if nam is None or v.ngay_ban_hanh.nam == nam)

    def tra(self, chuoi: str, nam: int | None = None) -> VanBanPhapLuat | None:
        """Đúng một văn bản theo mã hoặc số ký hiệu; ``None`` khi không có hoặc có nhiều."""
        thay = (self._ma[chuoi],) if chuoi in self._ma else self.theo_so(chuoi, nam)
        return thay[0] if len(thay) == 1 else None

    def tim(self, chuoi: str, ngay: date | None = None) -> tuple[VanBanPhapLuat, ...]:
        """Các văn bản có từ bắt đầu bằng mỗi từ của ``chuoi`` (có dấu hay không), tên khớp nguyên và mới ban hành trước.

        Có ``ngay`` thì chỉ lấy văn bản còn hiệu lực hoặc chưa rõ tình trạng vào ngày ấy.
        """
        tu = _cac_tu(chuoi)
        thay = [v for v in self.van_ban if tu and all(f" {t}" in self._tim[v.ma] for t in tu)]
        if ngay is not None:
            thay = [v for v in thay if self.tinh_trang(v, ngay).ma in ("hieu_luc", "khong_ro")]
        nguyen = chuoi.lower().strip()

        def thu_tu(v: VanBanPhapLuat) -> tuple[bool, bool, int, str]:
            ten = v.ten.lower()
            return ten != nguyen, nguyen not in ten, -(_som_nhat(v.ngay_ban_hanh) or date.min).toordinal(), v.ma

        return tuple(sorted(thay, key=thu_tu))

    def sua_doi(self, vb: VanBanPhapLuat, ngay: date) -> tuple[VanBanPhapLuat, ...]:
        """Các văn bản sửa đổi ``vb`` đã có hiệu lực vào ``ngay`` (theo ngày ghi trong sổ, bất kể mức chắc chắn)."""
        cac = [v for so in vb.sua_doi_boi for v in self.theo_so(so)]
        return tuple(v for v in cac if (tu := _som_nhat(v.ngay_hieu_luc)) and tu <= ngay)

    def tinh_trang(self, vb: VanBanPhapLuat, ngay: date) -> TinhTrang:
        """Tình trạng hiệu lực của ``vb`` vào ``ngay``."""
        muc, ban_hanh = vb.muc, _som_nhat(vb.ngay_ban_hanh)
        hieu_luc, het = _som_nhat(vb.ngay_hieu_luc), _som_nhat(vb.ngay_het_hieu_luc)
        if ban_hanh and ngay < ban_hanh:
            return TinhTrang("chua_hieu_luc", (), hieu_luc, muc.ngay_ban_hanh, chua_ban_hanh=True)
        if het and het <= ngay:
            moi = self._cung_ten(vb, ngay)
            if muc.het_hieu_luc not in CHAC_CHAN and moi is not None:
                return TinhTrang("het_hieu_luc", vb.thay_the_boi, het, _yeu_nhat(moi.muc.so_ten_co_quan, moi.muc.ngay_hieu_luc))
            return TinhTrang("het_hieu_luc", vb.thay_the_boi, het, _yeu_nhat(muc.het_hieu_luc))
        thay = [v for so in vb.thay_the_boi for v in self.theo_so(so)]
        if het is None and any((tu := _som_nhat(v.ngay_ban_hanh)) and tu <= ngay for v in thay):
            return TinhTrang("khong_ro", vb.thay_the_boi, None, "D")
        if hieu_luc is None:
            return TinhTrang("khong_ro", (), None, "D")
        if ngay < hieu_luc:
            return TinhTrang("chua_hieu_luc", (), hieu_luc, _yeu_nhat(muc.ngay_hieu_luc))
        return TinhTrang("hieu_luc", (), hieu_luc, _yeu_nhat(muc.ngay_hieu_luc))

    def _cung_ten(self, vb: VanBanPhapLuat, ngay: date) -> VanBanPhapLuat | None:
        """Văn bản cùng tên, chắc chắn đã có hiệu lực vào ``ngay`` và ban hành sau: hai luật cùng tên không cùng hiệu lực."""
        cu = _som_nhat(vb.ngay_ban_hanh)
        for v in self.van_ban:
            if v.la_luat and v.ten == vb.ten and v is not vb and {v.muc.so_ten_co_quan, v.muc.ngay_hieu_luc} <= CHAC_CHAN:
                moi, tu = _som_nhat(v.ngay_ban_hanh), _som_nhat(v.ngay_hieu_luc)
                if cu and moi and tu and cu < moi and tu <= ngay:
                    return v
        return None


@cache
def so_can_cu() -> SoCanCu:
    """Sổ đi cùng chương trình, đọc một lần.

    Raises DrafterError khi tệp dữ liệu thiếu hoặc hỏng.
    """
    return doc_so_can_cu(tep_du_lieu("can_cu", "can_cu.yaml"))


def doc_so_can_cu(tep: Path) -> SoCanCu:
    """Sổ đọc từ ``tep``.

    Raises DrafterError khi tệp thiếu, không phải YAML hoặc thiếu khóa.
    """
    try:
        tho = yaml.load(tep.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return SoCanCu(tuple(_doc_mot(v) for v in tho["van_ban"]))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError) as sai:
        raise DrafterError(f"Sổ căn cứ {tep.name} hỏng: {sai}", cach_sua="Cài lại drafter từ bản đầy đủ.", cho=str(tep)) from sai
