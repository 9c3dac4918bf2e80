"""Các loại văn bản: tên, chữ viết tắt, mẫu trình bày (Điều 7 và Phụ lục III Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from drafter.errors import DrafterError
from drafter.resources import tep_du_lieu
from drafter.vn.hoa import hoa

NHOM = ("van_ban_hanh_chinh", "ban_sao", "phu_luc_va_van_ban_kem_theo", "vbqppl_dia_phuong", "khong_phai_vbhc_nd30")
_TEN_CHUNG = re.compile(r" (?:\(|của ).*$")
_SO_MAU = re.compile(r"\b\d\.\d+\b")


@dataclass(frozen=True, slots=True)
class LoaiVanBan:
    """Một loại văn bản.

    ``ten`` như nghị định liệt kê ("Nghị quyết (cá biệt)"), ``ten_goi`` dùng trong lời văn ("Nghị quyết"), ``ten_in_hoa`` in trên
    văn bản (rỗng khi không in tên loại, như công văn). ``mau`` là các số mẫu ở Phụ lục III, ``mau_ghi`` là lời ghi gốc về mẫu.
    ``viet_tat`` rỗng khi nghị định không cho chữ viết tắt; ``do_tin_cay`` A–D.
    """

    id: str
    nhom: str
    ten: str
    ten_goi: str
    ten_in_hoa: str
    viet_tat: str
    mau: tuple[str, ...]
    mau_ghi: str
    stt_dieu_7: int | None
    stt_bang_tat: int | None
    ma_tt05: str
    dang_so: str
    cap: tuple[str, ...]
    do_tin_cay: str
    ghi_chu: str


@dataclass(frozen=True, slots=True)
class DanhMucLoai:
    """Danh mục loại văn bản kèm ngày lập và nguồn của dữ liệu."""

    ngay_lap: str
    nguon: MappingProxyType[str, str]
    loai: MappingProxyType[str, LoaiVanBan]


def _mot_loai(nhom: str, tho: dict[str, Any]) -> LoaiVanBan:
    ten = str(tho["ten"])
    ten_goi = _TEN_CHUNG.sub("", ten) if nhom in ("van_ban_hanh_chinh", "vbqppl_dia_phuong") else ten
    in_hoa = tho.get("ten_in_hoa") or tho.get("hinh_thuc") or (hoa(ten_goi) if nhom == "vbqppl_dia_phuong" else "")
    mau_ghi = str(tho.get("mau") or "")
    return LoaiVanBan(
        id=str(tho["id"]),
        nhom=nhom,
        ten=ten,
        ten_goi=ten_goi,
        ten_in_hoa=str(in_hoa),
        viet_tat=str(tho.get("viet_tat") or ""),
        mau=tuple(_SO_MAU.findall(mau_ghi)),
        mau_ghi=mau_ghi,
        stt_dieu_7=tho.get("stt_dieu_7"),
        stt_bang_tat=tho.get("stt_bang_tat"),
        ma_tt05=str(tho.get("ma_tt05") or ""),
        dang_so=str(tho.get("dang_so") or ""),
        cap=tuple(tho.get("cap") or ()),
        do_tin_cay=str(tho["do_tin_cay"]),
        ghi_chu=str(tho.get("ghi_chu") or ""),
    )


def doc(tep: Path) -> DanhMucLoai:
    """Danh mục đọc từ một tệp YAML.

    Raises DrafterError khi tệp hỏng, thiếu khóa hoặc trùng mã.
    """
    try:
        tho = yaml.load(tep.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        cac = [_mot_loai(nhom, muc) for nhom in NHOM for muc in tho.get(nhom, ())]
        ngay_lap, nguon = str(tho["ngay_lap"]), dict(tho["nguon"])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as e:
        raise DrafterError(
            f"Không đọc được danh mục loại văn bản {tep.name}: {e}.", cach_sua="Cài lại drafter.", cho=str(tep)
        ) from e
    theo_id = {m.id: m for m in cac}
    if len(theo_id) != len(cac):
        raise DrafterError(f"Danh mục loại văn bản {tep.name} có mã trùng nhau.", cach_sua="Cài lại drafter.", cho=str(tep))
    return DanhMucLoai(ngay_lap, MappingProxyType(nguon), MappingProxyType(theo_id))


@cache
def danh_muc() -> DanhMucLoai:
    """Danh mục đi cùng chương trình (``data/loai_van_ban.yaml``), nạp một lần."""
    return doc(tep_du_lieu("loai_van_ban.yaml"))


def loai(ma: str) -> LoaiVanBan:
    """Loại văn bản có mã ``ma`` ("nghi_quyet").

    Raises DrafterError khi không có mã ấy.
    """
    try:
        return danh_muc().loai[ma]
    except KeyError:
        raise DrafterError(
            f"Không có loại văn bản “{ma}”.", cach_sua=f"Dùng một trong: {', '.join(sorted(danh_muc().loai))}."
        ) from None


def theo_viet_tat(viet_tat: str) -> LoaiVanBan | None:
    """Loại văn bản hành chính hoặc bản sao có chữ viết tắt ấy, đúng cả hoa thường ("QĐ" khác "QyĐ"); ``None`` khi không có."""
    return next((m for m in danh_muc().loai.values() if viet_tat and m.viet_tat == viet_tat), None)
