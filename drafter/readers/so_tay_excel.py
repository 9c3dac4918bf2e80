"""Việc vặt với openpyxl: ghi ô an toàn ở dạng chữ, danh sách thả xuống, đóng gói không phụ thuộc giờ máy."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from drafter.findings import Finding, canh_bao

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

DAI_NHAT_O = 32_767
THOI_DIEM = (1980, 1, 1, 0, 0, 0)

_THOAT = re.compile("_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_NUA = re.compile("[\ud800-\udfff]")


def thoat_o(chu: str) -> str:
    """Chữ viết vào ô: ký tự XML cấm và chuỗi trông như ``_x0041_`` được thoát theo quy ước của Excel."""
    return _THOAT.sub(lambda m: f"_x005F{m.group()}" if len(m.group()) > 1 else f"_x{ord(m.group()):04X}_", chu)


class SoTay:
    """Một sổ đang viết; cảnh báo về chữ không giữ nguyên được nằm ở ``tim_thay``."""

    def __init__(self, trang_dau: str) -> None:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font, PatternFill

        self.so: Workbook = Workbook()
        self.trang_dau: Worksheet = self.so.worksheets[0]
        self.trang_dau.title = trang_dau
        self.tim_thay: list[Finding] = []
        self._chon: dict[tuple[str, ...], int] = {}
        self._cho_chon: list[tuple[Worksheet, str, tuple[str, ...]]] = []
        can = Alignment(vertical="top", wrap_text=True)
        phong = "Times New Roman"
        xam = Font(name=phong, color="808080", size=11)
        self._kieu = {
            "dau": {
                "font": Font(name=phong, size=12, bold=True),
                "fill": PatternFill("solid", fgColor="DDE6F0"),
                "alignment": can,
            },
            "ma": {"font": Font(name=phong, color="A0A0A0", size=8), "alignment": Alignment(vertical="top")},
            "nhan": {"font": Font(name=phong, size=12), "alignment": can},
            "nhan_dam": {"font": Font(name=phong, size=12, bold=True), "alignment": can},
            "gia_tri": {"font": Font(name=phong, size=12), "alignment": can},
            "giup": {"font": xam, "alignment": can},
        }

    def ghi(self, trang: Worksheet, hang: int, cot: int, chu: str, *, kieu: str, duong_dan: str = "") -> None:
        """Ghi chữ vào ô dạng Text; dấu "=" đầu ô vẫn là chữ, không thành công thức."""
        if _NUA.search(chu):
            self._nhac(duong_dan, "có nửa ký tự bị cắt rời, đã thay bằng U+FFFD")
            chu = _NUA.sub("\ufffd", chu)
        chu_o = thoat_o(chu)
        if len(chu_o) > DAI_NHAT_O:
            self._nhac(duong_dan, f"dài {len(chu)} chữ, quá sức chứa một ô Excel nên bị cắt")
            chu_o = thoat_o(chu[: DAI_NHAT_O // 7])
        o = trang.cell(hang, cot)
        if chu_o:
            o.value = chu_o
            o.data_type = "s"
        o.number_format = "@"
        for thuoc_tinh, gia_tri in self._kieu[kieu].items():
            setattr(o, thuoc_tinh, gia_tri)

    def _nhac(self, duong_dan: str, sao: str) -> None:
        self.tim_thay.append(
            canh_bao(
                "phieu.khong_ghi_duoc", f"“{duong_dan}” {sao}.", duong_dan=duong_dan, cach_sua="Dùng phiếu YAML cho dữ liệu này."
            )
        )

    def them_trang(self, ten: str) -> Worksheet:
        """Trang mới ở cuối sổ."""
        trang: Worksheet = self.so.create_sheet(ten)
        return trang

    def rong_cot(self, trang: Worksheet, cot: int, rong: int, *, an: bool = False) -> None:
        """Đặt bề rộng (số chữ) của cột đếm từ 1, có thể ẩn."""
        from openpyxl.utils import get_column_letter

        chieu = trang.column_dimensions[get_column_letter(cot)]
        chieu.width = rong
        chieu.hidden = an

    def chon(self, trang: Worksheet, cot: int, tu: int, den: int, danh_sach: tuple[str, ...]) -> None:
        """Danh sách thả xuống cho các ô từ hàng ``tu`` đến ``den`` của cột ``cot``; gõ khác chỉ bị nhắc, vì mã cũng được nhận."""
        from openpyxl.utils import get_column_letter

        chu = get_column_letter(cot)
        self._chon.setdefault(danh_sach, len(self._chon) + 1)
        self._cho_chon.append((trang, f"{chu}{tu}:{chu}{den}", danh_sach))

    def danh_muc(self, ten: str) -> None:
        """Viết trang ẩn chứa các danh sách chọn rồi gắn chúng vào ô; không có danh sách thì không có trang."""
        if not self._chon:
            return
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        trang = self.them_trang(ten)
        trang.sheet_state = "hidden"
        for danh_sach, cot in self._chon.items():
            for h, muc in enumerate(danh_sach, 1):
                self.ghi(trang, h, cot, muc, kieu="nhan")
        for noi, vung, danh_sach in self._cho_chon:
            chu = get_column_letter(self._chon[danh_sach])
            kiem = DataValidation(
                type="list", formula1=f"'{ten}'!${chu}$1:${chu}${len(danh_sach)}", allow_blank=True, errorStyle="warning"
            )
            kiem.error = "Giá trị này không có trong danh sách."
            kiem.add(vung)
            noi.add_data_validation(kiem)


def dong_goi(so: Workbook) -> bytes:
    """Byte của sổ, giờ trong gói và trong thông tin tệp cố định nên cùng nội dung thì cùng byte."""
    tho, sach = io.BytesIO(), io.BytesIO()
    so.save(tho)
    with zipfile.ZipFile(tho) as vao, zipfile.ZipFile(sach, "w", zipfile.ZIP_DEFLATED) as ra:
        for muc in vao.infolist():
            noi_dung = vao.read(muc)
            if muc.filename == "docProps/core.xml":
                noi_dung = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", noi_dung)
            dau = zipfile.ZipInfo(muc.filename, THOI_DIEM)
            dau.compress_type = zipfile.ZIP_DEFLATED
            dau.external_attr = 0o644 << 16
            ra.writestr(dau, noi_dung)
    return sach.getvalue()
