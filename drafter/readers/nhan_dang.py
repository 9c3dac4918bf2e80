"""Nhận ra tệp thật sự là gì từ byte đầu, để nói với người dùng thay vì đọc nhầm."""

from __future__ import annotations

import io
import zipfile

from drafter.errors import InputError

EXCEL, CHU = "xlsx", "chu"

_DAU_HIEU = (
    (b"%PDF", "tệp PDF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"{\\rtf", "tệp RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
)


def _utf16(chu: str) -> bytes:
    return chu.encode("utf-16-le")


def la_gi(du_lieu: bytes) -> str:
    """``xlsx`` (tệp nén có sổ Excel), ``chu`` (tệp chữ), hoặc tên tiếng Việt của thứ khác: "tệp Word (.docx)"."""
    if du_lieu.startswith(b"PK\x03\x04"):
        return _trong_zip(du_lieu)
    if du_lieu.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if _utf16("EncryptedPackage") in du_lieu:
            return "tệp Office đã đặt mật khẩu"
        if _utf16("WordDocument") in du_lieu:
            return "tệp Word đời cũ (.doc)"
        return "sổ Excel đời cũ (.xls)" if _utf16("Workbook") in du_lieu or _utf16("Book") in du_lieu else "tệp Office đời cũ"
    for dau, ten in _DAU_HIEU:
        if du_lieu.startswith(dau):
            return ten
    dau_tep = du_lieu[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if dau_tep.startswith(b"<"):
        return "trang HTML" if b"<html" in dau_tep or b"<table" in dau_tep or b"<!doctype html" in dau_tep else "tệp XML"
    return CHU


def _trong_zip(du_lieu: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
            ten = set(goi.namelist())
            mo_ta = goi.read("mimetype")[:80].decode("ascii", "replace") if "mimetype" in ten else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return "tệp nén hỏng"
    if "xl/workbook.bin" in ten:
        return "sổ Excel nhị phân (.xlsb)"
    if any(t.startswith("xl/") for t in ten):
        return EXCEL
    if any(t.startswith("word/") for t in ten):
        return "tệp Word (.docx)"
    if any(t.startswith("ppt/") for t in ten):
        return "tệp PowerPoint (.pptx)"
    if "opendocument" in mo_ta:
        return "sổ LibreOffice (.ods)" if "spreadsheet" in mo_ta else "tệp LibreOffice"
    return "tệp nén (.zip)"


def khong_phai(ten: str, mong: str, that: str) -> InputError:
    """InputError: tệp tên ``ten`` không phải ``mong`` mà là ``that``, kèm cách đổi."""
    if "mật khẩu" in that:
        return InputError(
            f"Tệp {ten} đã đặt mật khẩu nên không đọc được.",
            cach_sua="Mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi lưu lại.",
            cho=ten,
        )
    excel = that.startswith(("sổ", "trang HTML", "tệp chữ")) and mong.startswith("sổ Excel")
    cach_sua = (
        "Mở bằng Excel rồi lưu thành “Sổ làm việc Excel (*.xlsx)”." if excel else "Chọn đúng tệp phiếu (.yaml, .json, .xlsx)."
    )
    return InputError(f"Tệp {ten} không phải {mong} mà là {that}.", cach_sua=cach_sua, cho=ten)


def la_csv(chu: str) -> bool:
    """Chữ có vẻ là bảng CSV: ba dòng đầu có cùng số dấu phân cách, ít nhất một."""
    dong = [d for d in chu.splitlines()[:3] if d.strip()]
    return bool(dong) and any(dong[0].count(p) and len({d.count(p) for d in dong}) == 1 for p in (",", ";", "\t"))
