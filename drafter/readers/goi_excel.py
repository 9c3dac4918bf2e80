"""Soi gói .xlsx trước khi đọc: chặn bom nén và trang quá rộng, ghi lại ô lỗi và công thức chưa có giá trị."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import IO
from xml.etree import ElementTree

from drafter.errors import InputError

BUNG_NHAT = 100 * 1024 * 1024
NHIEU_TEP = 2_000
NHIEU_O = 2_000_000

_O = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class OHong:
    """Ô không có giá trị dùng được: ``gia_tri`` là mã lỗi (``#REF!``), rỗng khi là công thức chưa tính."""

    gia_tri: str


def cot_thanh_so(chu: str) -> int:
    """Số cột (từ 0) của tên cột ``A``, ``AB``."""
    so = 0
    for c in chu:
        so = so * 26 + ord(c) - 64
    return so - 1


def soi(du_lieu: bytes, *, ten: str) -> dict[str, dict[tuple[int, int], OHong]]:
    """Tên trang → (hàng, cột từ 0) → ô hỏng. InputError khi gói hỏng, có mật khẩu, là bom nén hoặc trang quá rộng."""
    try:
        with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
            _kiem_goi(goi, ten)
            return {trang: _soi_trang(goi, phan, ten, trang) for trang, phan in _cac_trang(goi, ten)}
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, NotImplementedError, EOFError, OSError) as e:
        raise InputError(
            f"Tệp {ten} là sổ Excel hỏng, không mở được.", cach_sua="Mở bằng Excel rồi lưu lại, hoặc lấy lại tệp gốc.", cho=ten
        ) from e


def _kiem_goi(goi: zipfile.ZipFile, ten: str) -> None:
    muc = goi.infolist()
    if any(m.flag_bits & 1 for m in muc):
        raise InputError(f"Tệp {ten} đã đặt mật khẩu nên không đọc được.", cach_sua="Bỏ mật khẩu rồi lưu lại.", cho=ten)
    bung = sum(m.file_size for m in muc)
    if len(muc) > NHIEU_TEP or bung > BUNG_NHAT:
        raise InputError(
            f"Tệp {ten} bung ra quá lớn ({bung // 1024 // 1024} MB, {len(muc)} phần); không đọc để tránh treo máy.",
            cach_sua="Dùng phiếu Excel do chương trình tạo, không dán cả sổ dữ liệu vào.",
            cho=ten,
        )
    # Đọc hết một lượt để kích thước khai man trong gói bị lộ (sai CRC) trước khi giao cho bộ đọc.
    for m in muc:
        with goi.open(m) as luong:
            while luong.read(1 << 20):
                pass


def _ten_goc(nhan: str) -> str:
    return nhan.rpartition("}")[2]


def _xml(goi: zipfile.ZipFile, phan: str) -> ElementTree.Element:
    with goi.open(phan) as luong:
        return ElementTree.fromstring(_khong_dtd(luong.read()))


def _khong_dtd(xml: bytes) -> bytes:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise zipfile.BadZipFile("DTD")
    return xml


def _cac_trang(goi: zipfile.ZipFile, ten: str) -> list[tuple[str, str]]:
    dich = {
        q.get("Id", ""): q.get("Target", "") for q in _xml(goi, "xl/_rels/workbook.xml.rels") if _ten_goc(q.tag) == "Relationship"
    }
    trang: list[tuple[str, str]] = []
    for nut in _xml(goi, "xl/workbook.xml").iter():
        if _ten_goc(nut.tag) == "sheet":
            ma = next((gt for khoa, gt in nut.attrib.items() if _ten_goc(khoa) == "id"), "")
            duong = dich.get(ma, "")
            phan = duong.lstrip("/") if duong.startswith("/") else f"xl/{duong}"
            if "worksheets/" in phan:
                trang.append((nut.get("name", ""), phan))
    if not trang:
        raise InputError(f"Tệp {ten} không có trang tính nào.", cho=ten)
    return trang


def _soi_trang(goi: zipfile.ZipFile, phan: str, ten: str, trang: str) -> dict[tuple[int, int], OHong]:
    hong: dict[tuple[int, int], OHong] = {}
    hang, cot, hang_cuoi, cot_cuoi = -1, -1, 0, 0
    for su_kien, nut in ElementTree.iterparse(_luong_sach(goi, phan), events=("start", "end")):
        loai = _ten_goc(nut.tag)
        if su_kien == "start" and loai == "row":
            hang, cot = int(nut.get("r") or hang + 2) - 1, -1
        elif su_kien == "end" and loai == "c":
            vi_tri = _O.fullmatch(nut.get("r") or "")
            hang, cot = (int(vi_tri[2]) - 1, cot_thanh_so(vi_tri[1])) if vi_tri else (hang, cot + 1)
            hang_cuoi, cot_cuoi = max(hang_cuoi, hang), max(cot_cuoi, cot)
            con = {_ten_goc(c.tag): c.text or "" for c in nut}
            if nut.get("t") == "e":
                hong[hang, cot] = OHong(con.get("v", "") or "#N/A")
            elif "f" in con and not con.get("v"):
                hong[hang, cot] = OHong("")
            nut.clear()
        elif su_kien == "end" and loai == "row":
            nut.clear()
    if (hang_cuoi + 1) * (cot_cuoi + 1) > NHIEU_O:
        raise InputError(
            f"Tệp {ten}, trang “{trang}” rộng quá mức: {hang_cuoi + 1} hàng, {cot_cuoi + 1} cột.",
            cach_sua="Xóa các ô ở tận cuối trang (Ctrl+End) rồi lưu lại.",
            cho=f"{ten}: {trang}",
        )
    return hong


def _luong_sach(goi: zipfile.ZipFile, phan: str) -> IO[bytes]:
    with goi.open(phan) as luong:
        return io.BytesIO(_khong_dtd(luong.read()))
