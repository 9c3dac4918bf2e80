"""Khối trình bày → DOCX: gói gọn do máy này tự viết, kiểu Word thật cho từng vai.

Phần không đổi theo chế độ được viết và nén một lần khi tạo ``KhungDocx``; mỗi văn bản chỉ còn thân, chú thích và thông tin tệp.
"""

from __future__ import annotations

from datetime import UTC, datetime

from drafter.errors import DrafterError
from drafter.khoi import BanTrinhBay, ChuThichKhoi, GoiSo, Khoi, KhoiBang, KhoiHaiCot, KhoiPhan
from drafter.regime import CheDo
from drafter.render.docx import khung
from drafter.render.docx.bang import bang_hai_cot, bang_vien
from drafter.render.docx.chu import GOC_W, KHAI_BAO
from drafter.render.docx.chu_thich import SO_CUA_CHU_THICH, SoGoi, footnotes_xml
from drafter.render.docx.doan import BoViet
from drafter.render.docx.goi import dong_goi, nen
from drafter.render.docx.kieu import BoKieu
from drafter.render.docx.trang import dau_trang_xml, sect_pr

THOI_DIEM_MAC_DINH = datetime(1980, 1, 1, tzinfo=UTC)


class KhungDocx:
    """Khung DOCX của một chế độ thể thức: tạo một lần, ``render`` nhiều lần, dùng chung giữa các luồng được.

    ``che_do_tuong_thich`` là ``compatibilityMode`` của Word: 14 thì mọi bộ máy ngắt dòng như nhau.
    """

    def __init__(self, che_do: CheDo, *, che_do_tuong_thich: int = 14) -> None:
        self._che_do = che_do
        self._tuong_thich = che_do_tuong_thich
        self._kieu = BoKieu(che_do)
        self._dau = (
            nen("[Content_Types].xml", khung.content_types_xml()),
            nen("_rels/.rels", khung.rels_goi_xml()),
        )
        self._cuoi = (
            nen("word/_rels/document.xml.rels", khung.rels_van_ban_xml()),
            nen("word/styles.xml", self._kieu.styles_xml()),
            nen("word/settings.xml", khung.settings_xml(che_do, che_do_tuong_thich=che_do_tuong_thich)),
            nen("word/fontTable.xml", khung.font_table_xml(che_do)),
            nen("word/header1.xml", dau_trang_xml(self._kieu, co_so=True)),
            nen("word/header2.xml", dau_trang_xml(self._kieu, co_so=False)),
            nen("docProps/app.xml", khung.app_xml()),
        )
        self._khong_chu_thich = nen("word/footnotes.xml", footnotes_xml([]))

    def render(self, ban: BanTrinhBay, *, thoi_diem: datetime = THOI_DIEM_MAC_DINH) -> bytes:
        """Tệp DOCX của ``ban``; cùng ``ban`` và ``thoi_diem`` cho cùng từng byte.

        Raises DrafterError khi danh sách khối không dịch được: vai lạ, bảng lệch cột, chú thích lệch số, ký tự XML cấm.
        """
        so_goi = SoGoi(_so_chu_thich(ban.chu_thich))
        viet = BoViet(self._kieu, so_goi)
        than = self._than(ban.khoi, viet)
        so_goi.kiem_du()
        return dong_goi(
            (
                *self._dau,
                nen("word/document.xml", f"{KHAI_BAO}<w:document {GOC_W}><w:body>{than}</w:body></w:document>"),
                *self._cuoi,
                nen("word/footnotes.xml", footnotes_xml([(c.so, _chu_thich(c, viet)) for c in ban.chu_thich]))
                if ban.chu_thich
                else self._khong_chu_thich,
                nen("docProps/core.xml", khung.core_xml(ban.thong_tin, thoi_diem)),
            )
        )

    def _than(self, cac_khoi: tuple[Khoi, ...], viet: BoViet) -> str:
        """Thân văn bản; ``w:sectPr`` của mỗi phần nằm ở đoạn cuối phần ấy, của phần cuối nằm cuối thân."""
        if not cac_khoi or not isinstance(cac_khoi[0], KhoiPhan):
            raise DrafterError("Danh sách khối phải mở đầu bằng một phần trang.")
        sect = sect_pr(cac_khoi[0], self._che_do.trang)
        manh: list[str] = []
        # LibreOffice 7.4 chèn một dòng trống lên đầu tệp mở bằng bảng và có chú thích; hai bảng liền nhau thì Word nhập làm một;
        # phần trang và thân văn bản phải kết bằng đoạn. Ba chỗ ấy đều cần một đoạn đệm.
        can_dem_truoc_bang = True
        can_doan_cuoi = True
        for i, khoi in enumerate(cac_khoi[1:], start=1):
            if isinstance(khoi, KhoiPhan):
                if can_doan_cuoi:
                    manh.append(viet.dem(sect=sect))
                sect = sect_pr(khoi, self._che_do.trang)
                can_dem_truoc_bang, can_doan_cuoi = False, True
            elif isinstance(khoi, KhoiHaiCot | KhoiBang):
                if can_dem_truoc_bang:
                    manh.append(viet.dem(giu=True))
                manh.append(
                    bang_hai_cot(khoi, viet)
                    if isinstance(khoi, KhoiHaiCot)
                    else bang_vien(khoi, viet, che_do_tuong_thich=self._tuong_thich)
                )
                can_dem_truoc_bang = can_doan_cuoi = True
            else:
                het_phan = i + 1 < len(cac_khoi) and isinstance(cac_khoi[i + 1], KhoiPhan)
                manh.append(viet.khoi(khoi, sect=sect if het_phan else ""))
                can_dem_truoc_bang = can_doan_cuoi = False
        if can_doan_cuoi:
            manh.append(viet.dem())
        manh.append(sect)
        return "".join(manh)


def _so_chu_thich(cac_chu_thich: tuple[ChuThichKhoi, ...]) -> frozenset[int]:
    """Các số có nội dung.

    Raises DrafterError khi một số có hai nội dung.
    """
    so = frozenset(c.so for c in cac_chu_thich)
    if len(so) != len(cac_chu_thich):
        raise DrafterError("Hai chú thích mang cùng một số.")
    return so


def _chu_thich(chu_thich: ChuThichKhoi, viet: BoViet) -> str:
    """Các đoạn của một chú thích; đoạn đầu mở bằng số của chú thích.

    Raises DrafterError khi chú thích trống hoặc lại gọi chú thích khác.
    """
    if not chu_thich.doan:
        raise DrafterError(f"Chú thích {chu_thich.so} không có nội dung.")
    if any(isinstance(m, GoiSo) for d in chu_thich.doan for m in d.chu):
        raise DrafterError(f"Chú thích {chu_thich.so} gọi một chú thích khác; Word không cho chú thích trong chú thích.")
    return "".join(viet.khoi(d, dau="" if i else SO_CUA_CHU_THICH) for i, d in enumerate(chu_thich.doan))
