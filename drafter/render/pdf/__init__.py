"""Khối trình bày → PDF bằng Typst nhúng: không gói hệ thống, không mạng, không phông của máy trừ khi được bảo.

Cả bố cục nằm trong ``van_ban.typ``; Python chỉ đổi khối thành JSON, chọn phông và giữ một bộ dịch cho nhiều văn bản.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import weakref
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, EngineError
from drafter.findings import Finding, loi
from drafter.khoi import BanTrinhBay
from drafter.regime import CheDo
from drafter.render.pdf.phang import Phang, che_do_json
from drafter.render.pdf.phong import BoPhong, ChonPhong, chon_phong, thieu_chu
from drafter.resources import tep_du_lieu

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

__all__ = ["CHUAN_MAC_DINH", "BoPhong", "ChonPhong", "KhungPdf", "chon_phong"]

THOI_DIEM_MAC_DINH = datetime(1980, 1, 1, tzinfo=UTC)
CHUAN_MAC_DINH: tuple[PDFStandard, ...] = ("a-2a",)
TEP_TYPST = Path(__file__).with_name("van_ban.typ")


class KhungPdf:
    """Khung PDF của một chế độ thể thức: tạo một lần, ``render`` nhiều lần; giữa các luồng thì lần lượt từng văn bản.

    ``phong``: xem ``chon_phong``. ``chuan``: các chuẩn PDF phải theo (``a-2a``, ``a-2b``, ``a-3b``, ``ua-1``…).
    """

    def __init__(self, che_do: CheDo, *, phong: ChonPhong = "tu_dong", chuan: Sequence[PDFStandard] = CHUAN_MAC_DINH) -> None:
        self.che_do = che_do
        self.phong = chon_phong(phong)
        self.chuan = tuple(chuan)
        self._che_do_json = che_do_json(che_do, self.phong.ho)
        self._khoa = threading.Lock()
        self._may = self._mo_may()

    def _mo_may(self) -> Compiler:
        try:
            import typst
        except ImportError as hong:
            raise EngineError(
                "Máy này chưa có bộ làm PDF nhúng (gói typst).", cach_sua="Cài lại drafter: pip install drafter."
            ) from hong
        # Chỉ những tệp đã kiểm: phông của máy và phông kèm Typst mà chen vào thì chữ thiếu hình bị thay lặng lẽ.
        phong = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(n) for n in self._noi_phong()]
        )
        if lac := set(self.phong.ho) - set(phong.families()):
            raise EngineError(f"Bộ làm PDF không nạp được phông {', '.join(sorted(lac))}.", cach_sua="Ghim phông Tinos.")
        return typst.Compiler(str(TEP_TYPST), root=str(TEP_TYPST.parent), font_paths=phong)

    def _noi_phong(self) -> tuple[Path, ...]:
        """Những thư mục chỉ có đúng các tệp của bộ phông: Typst chỉ nhận thư mục, mà thư mục của máy có hàng trăm tệp khác."""
        di_kem = tep_du_lieu("phong")
        rieng = [t for t in self.phong.tep if t.parent != di_kem]
        noi = (di_kem,) if len(rieng) < len(self.phong.tep) else ()
        if not rieng:
            return noi
        tam = Path(tempfile.mkdtemp(prefix="drafter-phong-"))
        weakref.finalize(self, shutil.rmtree, tam, ignore_errors=True)
        for tep in rieng:
            shutil.copyfile(tep, tam / tep.name)
        return (tam, *noi)

    def thieu_chu(self, ban: BanTrinhBay) -> tuple[Finding, ...]:
        """Mỗi ký tự mà phông không có hình là một lỗi ``pdf.thieu_chu``; còn lỗi này thì ``render`` không làm."""
        return tuple(
            loi(
                "pdf.thieu_chu",
                f"Phông {self.phong.ten} không có hình cho ký tự “{t.chu}” (U+{ord(t.chu):04X}), trong chữ “{t.quanh.strip()}”.",
                duong_dan=f"khoi[{t.khoi}]",
                cach_sua="Thay bằng ký tự khác, hoặc gõ lại đoạn ấy bằng bộ gõ Unicode.",
            )
            for t in thieu_chu(ban, self.phong)
        )

    def du_lieu(self, ban: BanTrinhBay) -> dict[str, str]:
        """Hai chữ JSON mà bản Typst đọc.

        Raises DrafterError khi danh sách khối không dịch được: vai lạ, bảng lệch cột, chú thích lệch số.
        """
        co = frozenset(c.so for c in ban.chu_thich)
        if len(co) != len(ban.chu_thich):
            raise DrafterError("Hai chú thích mang cùng một số.")
        phang = Phang(self.che_do, co)
        phan = phang.phan(ban.khoi)
        phang.kiem_du()
        tin = ban.thong_tin
        cay = {
            "tin": {
                "tieu_de": tin.tieu_de,
                "tac_gia": [tin.tac_gia] if tin.tac_gia else [],
                "chu_de": tin.chu_de,
                "tu_khoa": [t for t in (tin.chu_de,) if t],
            },
            "phan": phan,
            "chu_thich": {str(c.so): phang.chu_thich(c) for c in ban.chu_thich},
        }
        return {"che_do": self._che_do_json, "ban": json.dumps(cay, ensure_ascii=False)}

    def render(self, ban: BanTrinhBay, *, thoi_diem: datetime = THOI_DIEM_MAC_DINH) -> bytes:
        """Tệp PDF của ``ban``; cùng ``ban``, phông và ``thoi_diem`` cho cùng từng byte.

        Raises DrafterError khi danh sách khối không dịch được; EngineError khi có chữ không có hình hoặc Typst từ chối.
        """
        for thieu in self.thieu_chu(ban):
            raise EngineError(thieu.thong_bao, cach_sua=thieu.cach_sua, cho=thieu.duong_dan)
        du_lieu = self.du_lieu(ban)
        luc = thoi_diem.replace(tzinfo=UTC) if thoi_diem.tzinfo is None else thoi_diem.astimezone(UTC)
        try:
            with self._khoa:
                pdf, canh_bao = self._may.compile_with_warnings(
                    format="pdf", sys_inputs=du_lieu, pdf_standards=list(self.chuan), timestamp=int(luc.timestamp())
                )
        except RuntimeError as hong:
            raise EngineError(f"Bộ làm PDF từ chối văn bản: {hong}") from hong
        # Cảnh báo của Typst (phông lạ, bố cục không hội tụ) là một trang có thể sai mà không ai thấy.
        if canh_bao:
            raise EngineError(f"Bộ làm PDF cảnh báo: {canh_bao[0].message}")
        if not isinstance(pdf, bytes):
            raise EngineError("Bộ làm PDF không trả về một tệp.")
        return pdf
