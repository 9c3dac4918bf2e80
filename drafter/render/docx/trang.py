"""Phần trang (khổ, lề, hướng, số trang) và hai đầu trang: đầu trang thường mang số, đầu trang thứ nhất để trống."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.khoi import KhoiPhan
from drafter.regime import Trang
from drafter.render.docx.chu import GOC_W, KHAI_BAO, twip
from drafter.render.docx.kieu import VAI_SO_TRANG, BoKieu

RID_DAU_TRANG = "rId4"
RID_DAU_TRANG_DAU = "rId5"

_TRUONG_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    "<w:r><w:t>2</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def sect_pr(phan: KhoiPhan, trang: Trang) -> str:
    """``w:sectPr`` của một phần; phần ngang đổi chỗ rộng và cao, bốn lề vẫn tính theo trang nhìn thấy.

    Raises DrafterError khi hướng không phải ``doc`` hay ``ngang``.
    """
    rong, cao = twip(trang.rong), twip(trang.cao)
    if phan.huong == "ngang":
        kho = f'<w:pgSz w:w="{cao}" w:h="{rong}" w:orient="landscape"/>'
    elif phan.huong == "doc":
        kho = f'<w:pgSz w:w="{rong}" w:h="{cao}"/>'
    else:
        raise DrafterError(f"Hướng trang “{phan.huong}” không có; chỉ có doc và ngang.")
    cach_mep = twip(trang.so_trang_cach_mep)
    return "".join(
        (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{RID_DAU_TRANG}"/>',
            f'<w:headerReference w:type="first" r:id="{RID_DAU_TRANG_DAU}"/>',
            kho,
            f'<w:pgMar w:top="{twip(trang.le_tren.dung)}" w:right="{twip(trang.le_phai.dung)}"',
            f' w:bottom="{twip(trang.le_duoi.dung)}" w:left="{twip(trang.le_trai.dung)}"',
            f' w:header="{cach_mep}" w:footer="{cach_mep}" w:gutter="0"/>',
            f'<w:pgNumType w:start="{phan.so_trang_tu}"/>' if phan.so_trang_tu is not None else "",
            '<w:cols w:space="720"/>',
            "<w:titlePg/>" if phan.an_trang_dau else "",
            "</w:sectPr>",
        )
    )


def dau_trang_xml(kieu: BoKieu, *, co_so: bool) -> str:
    """Một phần đầu trang: giữa trang là số trang, hoặc một đoạn trống cùng kiểu khi ``co_so`` sai."""
    than = _TRUONG_PAGE if co_so else ""
    return f"{KHAI_BAO}<w:hdr {GOC_W}><w:p>{kieu[VAI_SO_TRANG].mo}</w:pPr>{than}</w:p></w:hdr>"
