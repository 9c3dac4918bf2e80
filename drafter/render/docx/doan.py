"""Đoạn, nét kẻ và khoảng trống: mỗi khối thành một hay vài ``w:p``."""

from __future__ import annotations

from drafter.khoi import GoiSo, KhoiCot, KhoiDoan, KhoiNet, KhoiTrong, Manh, MauChu
from drafter.render.docx.chu import noi_dung_run, twip
from drafter.render.docx.chu_thich import SoGoi
from drafter.render.docx.kieu import CANH, VAI_DEM, BoKieu, Kieu

# Word không nhận dòng cao hơn 1584 pt.
CAO_NHAT_TWIP = 1584 * 20
_GIU = "<w:keepNext/>"


class BoViet:
    """Viết các khối thành chữ XML với kiểu của một chế độ và sổ dấu gọi của một tệp."""

    def __init__(self, kieu: BoKieu, so_goi: SoGoi) -> None:
        self._kieu = kieu
        self._so_goi = so_goi

    def dem(self, *, giu: bool = False, sect: str = "") -> str:
        """Đoạn đệm cao 1 pt, để giữ chỗ nơi Word đòi một đoạn."""
        return f"<w:p>{self._kieu[VAI_DEM].mo}{_GIU if giu else ''}{sect}</w:pPr></w:p>"

    def khoi(self, khoi: KhoiCot, *, giu: bool = False, sect: str = "", dau: str = "") -> str:
        """Các ``w:p`` của một khối; ``giu`` bắt không rời khối sau, ``sect`` là ``w:sectPr`` khi khối kết thúc một phần trang.

        ``dau`` là các run đứng trước chữ của đoạn.
        """
        giu = giu or khoi.giu_voi_sau
        if isinstance(khoi, KhoiDoan):
            return self._doan(khoi, giu, sect, dau)
        if isinstance(khoi, KhoiNet):
            return self._net(khoi, giu, sect)
        return self._trong(khoi, giu, sect)

    def _doan(self, khoi: KhoiDoan, giu: bool, sect: str, dau: str) -> str:
        kieu = self._kieu[khoi.vai]
        manh = [f"<w:p>{kieu.mo}"]
        if giu:
            manh.append(_GIU)
        if khoi.giu_dong:
            manh.append("<w:keepLines/>")
        if khoi.trai_mm or khoi.treo_mm:
            treo = f' w:hanging="{twip(khoi.treo_mm)}"' if khoi.treo_mm else ""
            manh.append(f'<w:ind w:left="{twip(khoi.trai_mm)}"{treo}/>')
        if khoi.canh is not None and khoi.canh != kieu.vai.canh:
            manh.append(f'<w:jc w:val="{CANH[khoi.canh]}"/>')
        if khoi.bac:
            manh.append(f'<w:outlineLvl w:val="{min(khoi.bac, 9) - 1}"/>')
        manh += (sect, "</w:pPr>", dau)
        manh += [self._mau_chu(m, kieu) for m in khoi.chu]
        manh.append("</w:p>")
        return "".join(manh)

    def _mau_chu(self, mau: MauChu, kieu: Kieu) -> str:
        if isinstance(mau, Manh):
            return f"<w:r>{_kieu_run(mau, kieu)}{noi_dung_run(mau.chu)}</w:r>" if mau.chu else ""
        if isinstance(mau, GoiSo):
            return self._so_goi.goi(mau.so)
        return "<w:r><w:br/></w:r>"

    def _net(self, khoi: KhoiNet, giu: bool, sect: str) -> str:
        vung, dai = twip(khoi.vung_mm), twip(khoi.dai_mm)
        trai = (vung - dai) // 2
        day = max(2, round(self._kieu.che_do.net_day_pt * 8))
        kieu = self._kieu[khoi.vai]
        return "".join(
            (
                f"<w:p>{kieu.mo}{_GIU if giu else ''}",
                f'<w:pBdr><w:top w:val="single" w:sz="{day}" w:space="1" w:color="auto"/></w:pBdr>',
                f'<w:spacing w:line="{kieu.cao}" w:lineRule="exact"/>',
                f'<w:ind w:left="{trai}" w:right="{vung - dai - trai}"/>{sect}</w:pPr></w:p>',
            )
        )

    def _trong(self, khoi: KhoiTrong, giu: bool, sect: str) -> str:
        con_lai = max(1, twip(khoi.cao_mm))
        kieu = self._kieu[VAI_DEM]
        manh: list[str] = []
        while con_lai:
            cao = min(con_lai, CAO_NHAT_TWIP)
            con_lai -= cao
            # Khoảng trống cao hơn một dòng của Word vẫn là một khoảng: các mảnh không rời nhau.
            giu_manh = giu or con_lai > 0
            manh.append(
                f"<w:p>{kieu.mo}{_GIU if giu_manh else ''}"
                f'<w:spacing w:line="{cao}" w:lineRule="exact"/>{"" if con_lai else sect}</w:pPr></w:p>'
            )
        return "".join(manh)


def _kieu_run(manh: Manh, kieu: Kieu) -> str:
    """``w:rPr`` chỉ khi mẩu chữ khác vai của đoạn."""
    dam = "" if manh.dam is None or manh.dam == kieu.vai.dam else _cong_tac("b", manh.dam)
    nghieng = "" if manh.nghieng is None or manh.nghieng == kieu.vai.nghieng else _cong_tac("i", manh.nghieng)
    return f"<w:rPr>{dam}{nghieng}</w:rPr>" if dam or nghieng else ""


def _cong_tac(ten: str, bat: bool) -> str:
    return f"<w:{ten}/><w:{ten}Cs/>" if bat else f'<w:{ten} w:val="0"/><w:{ten}Cs w:val="0"/>'
