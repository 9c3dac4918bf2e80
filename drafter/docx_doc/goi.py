"""Mở gói DOCX của người lạ: giới hạn số tệp, cỡ và tỉ lệ nén; XML không thực thể, không DTD, không mạng."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from drafter.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

NS_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS_W}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NS_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

TEP_NHIEU_NHAT = 5_000
TONG_LON_NHAT = 256 * 1024 * 1024
MOT_PHAN_LON_NHAT = 64 * 1024 * 1024
TI_LE_NEN_LON_NHAT = 400
# Phần nhỏ nén mạnh đến đâu cũng không hại.
XET_TI_LE_TU = 4 * 1024 * 1024

_LUU_LAI = "Mở tệp bằng Word rồi lưu lại với kiểu “Word Document (*.docx)”."


class GoiDocx:
    """Gói DOCX đã qua các giới hạn; đọc từng phần theo tên."""

    def __init__(self, du_lieu: bytes) -> None:
        """Mở gói.

        Raises InputError khi không phải DOCX, đặt mật khẩu, hỏng, hoặc vượt giới hạn.
        """
        if du_lieu.startswith(b"\xd0\xcf\x11\xe0"):
            raise InputError("Tệp là .doc kiểu cũ hoặc có đặt mật khẩu.", cach_sua=f"Bỏ mật khẩu. {_LUU_LAI}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(du_lieu))
        except (zipfile.BadZipFile, ValueError, OSError) as loi:
            raise InputError("Tệp không phải DOCX hoặc đã hỏng.", cach_sua=_LUU_LAI) from loi
        _xet_gioi_han(self._zip.infolist())
        self._ten = frozenset(self._zip.namelist())

    def co(self, ten: str) -> bool:
        """Gói có phần ``ten`` không."""
        return ten in self._ten

    def xml(self, ten: str) -> _Element:
        """Gốc XML của phần ``ten``.

        Raises InputError khi thiếu phần, phần quá lớn hay không phải XML sạch.
        """
        from lxml import etree

        tho = self._byte(ten)
        may_doc = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            goc = etree.fromstring(tho, may_doc)
        except etree.XMLSyntaxError as loi:
            raise InputError(f"Phần {ten} của tệp hỏng: {loi.msg}.", cach_sua=_LUU_LAI, cho=ten) from loi
        thong_tin: Any = goc.getroottree().docinfo
        if thong_tin.doctype:
            raise InputError(f"Phần {ten} của tệp có khai báo DTD, điều Word không bao giờ ghi.", cach_sua=_LUU_LAI, cho=ten)
        if _NS_W_STRICT in goc.nsmap.values():
            raise InputError("Tệp lưu theo kiểu “Strict Open XML”, chưa đọc được.", cach_sua=_LUU_LAI)
        return goc

    def quan_he(self, ten: str) -> dict[str, tuple[str, str]]:
        """Quan hệ nội bộ của phần ``ten`` (``""`` là cả gói): mã → (đoạn cuối của loại quan hệ, tên phần đích)."""
        thu_muc, tep = posixpath.split(ten)
        noi_ghi = posixpath.join(thu_muc, "_rels", f"{tep}.rels")
        if not self.co(noi_ghi):
            return {}
        ket_qua = {}
        for q in self.xml(noi_ghi):
            if q.get("TargetMode") == "External":
                continue
            dich = q.get("Target", "")
            day_du = dich[1:] if dich.startswith("/") else posixpath.normpath(posixpath.join(thu_muc, dich))
            ket_qua[q.get("Id", "")] = (q.get("Type", "").rsplit("/", 1)[-1], day_du)
        return ket_qua

    def _byte(self, ten: str) -> bytes:
        if not self.co(ten):
            raise InputError(f"Tệp thiếu phần {ten}: không phải DOCX hoặc đã hỏng.", cach_sua=_LUU_LAI, cho=ten)
        try:
            with self._zip.open(ten) as luong:
                tho = luong.read(MOT_PHAN_LON_NHAT + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as loi:
            raise InputError(f"Không giải nén được phần {ten} của tệp.", cach_sua=_LUU_LAI, cho=ten) from loi
        if len(tho) > MOT_PHAN_LON_NHAT:
            raise InputError(f"Phần {ten} của tệp quá lớn.", cach_sua="Chia văn bản làm nhiều tệp.", cho=ten)
        return tho


def _xet_gioi_han(cac_tep: list[zipfile.ZipInfo]) -> None:
    if len(cac_tep) > TEP_NHIEU_NHAT:
        raise InputError(f"Tệp chứa {len(cac_tep)} phần, nhiều hơn mức {TEP_NHIEU_NHAT}.", cach_sua=_LUU_LAI)
    if sum(t.file_size for t in cac_tep) > TONG_LON_NHAT:
        raise InputError("Tệp giải nén ra quá lớn.", cach_sua="Giảm cỡ ảnh trong tệp rồi lưu lại.")
    for t in cac_tep:
        if t.file_size > XET_TI_LE_TU and t.file_size > TI_LE_NEN_LON_NHAT * max(t.compress_size, 1):
            raise InputError(f"Phần {t.filename} nén bất thường, giống bom nén.", cach_sua=_LUU_LAI, cho=t.filename)
