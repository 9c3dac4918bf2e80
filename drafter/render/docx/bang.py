"""Hai loại bảng: khối hai cột không viền và bảng có viền."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.khoi import HangKhoi, KhoiBang, KhoiCot, KhoiHaiCot, OKhoi
from drafter.render.docx.chu import twip
from drafter.render.docx.doan import BoViet

# Trong bảng có viền: lề trái, phải của ô 1,9 mm và viền 0,5 pt như Word vẽ bảng mới; lề trên, dưới 0,5 mm để dấu không chạm viền.
LE_O = 108
LE_O_DOC = 28
VIEN = 4
# Từ chế độ này Word canh mép bảng, trước đó canh mép chữ trong ô đầu.
CHE_DO_CANH_MEP_BANG = 15


def bang_hai_cot(khoi: KhoiHaiCot, viet: BoViet) -> str:
    """Bảng không viền, lề ô bằng 0; mọi hàng không tách trang, ``giu_lien`` nối các hàng với nhau."""
    rong = (twip(khoi.rong_trai_mm), twip(khoi.rong_phai_mm))
    manh = [_mo_bang(rong, lui=0, le=0, le_doc=0, vien=False)]
    for i, hang in enumerate(khoi.hang):
        giu = khoi.giu_lien and i < len(khoi.hang) - 1
        manh.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for be_rong, noi_dung in zip(rong, (hang.trai, hang.phai), strict=True):
            manh += (
                f'<w:tc><w:tcPr><w:tcW w:w="{be_rong}" w:type="dxa"/></w:tcPr>',
                _doan_trong_o(noi_dung, viet, giu),
                "</w:tc>",
            )
        manh.append("</w:tr>")
    manh.append("</w:tbl>")
    return "".join(manh)


def bang_vien(khoi: KhoiBang, viet: BoViet, *, che_do_tuong_thich: int) -> str:
    """Bảng có viền; hàng tiêu đề lặp lại đầu trang và không đứng một mình cuối trang.

    Raises DrafterError khi các ô của một hàng không vừa khít số cột.
    """
    rong = tuple(twip(r) for r in khoi.rong_mm)
    manh = [_mo_bang(rong, lui=0 if che_do_tuong_thich >= CHE_DO_CANH_MEP_BANG else LE_O, le=LE_O, le_doc=LE_O_DOC, vien=True)]
    # Cột đầu của ô gộp dọc đang kéo dài → (số hàng còn lại, số cột).
    keo_dai: dict[int, tuple[int, int]] = {}
    for i, hang in enumerate(khoi.hang):
        manh.append(_hang(hang, rong, keo_dai, viet, thu_tu=i + 1))
    if keo_dai:
        raise DrafterError("Ô gộp dọc kéo dài quá hàng cuối của bảng.", cho=f"cột {min(keo_dai) + 1}")
    manh.append("</w:tbl>")
    return "".join(manh)


def _mo_bang(rong: tuple[int, ...], *, lui: int, le: int, le_doc: int, vien: bool) -> str:
    canh_vien = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(
        (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(rong)}" w:type="dxa"/><w:tblInd w:w="{lui}" w:type="dxa"/>',
            "<w:tblBorders>" if vien else "",
            *(f'<w:{c} w:val="single" w:sz="{VIEN}" w:space="0" w:color="auto"/>' for c in canh_vien if vien),
            "</w:tblBorders>" if vien else "",
            '<w:tblLayout w:type="fixed"/><w:tblCellMar>',
            f'<w:top w:w="{le_doc}" w:type="dxa"/>',
            f'<w:left w:w="{le}" w:type="dxa"/><w:bottom w:w="{le_doc}" w:type="dxa"/><w:right w:w="{le}" w:type="dxa"/>',
            "</w:tblCellMar></w:tblPr><w:tblGrid>",
            *(f'<w:gridCol w:w="{r}"/>' for r in rong),
            "</w:tblGrid>",
        )
    )


def _hang(hang: HangKhoi, rong: tuple[int, ...], keo_dai: dict[int, tuple[int, int]], viet: BoViet, *, thu_tu: int) -> str:
    """Một ``w:tr``; cập nhật ``keo_dai`` cho hàng sau."""
    manh = ["<w:tr><w:trPr><w:cantSplit/>", "<w:tblHeader/>" if hang.tieu_de else "", "</w:trPr>"]
    cho_xep = iter(hang.o)
    cot = 0
    while cot < len(rong):
        if cot in keo_dai:
            con_lai, so_cot = keo_dai.pop(cot)
            if con_lai > 1:
                keo_dai[cot] = (con_lai - 1, so_cot)
            manh.append(_o(sum(rong[cot : cot + so_cot]), so_cot, viet.dem(giu=hang.tieu_de), gop="<w:vMerge/>"))
            cot += so_cot
            continue
        o = next(cho_xep, None)
        if o is None:
            raise DrafterError(f"Hàng {thu_tu} của bảng thiếu ô: mới xếp đến cột {cot} trong {len(rong)} cột.")
        _kiem_o(o, cot, len(rong), keo_dai, thu_tu)
        gop = ""
        if o.gop_doc > 1:
            keo_dai[cot] = (o.gop_doc - 1, o.gop_ngang)
            gop = '<w:vMerge w:val="restart"/>'
        than = _doan_trong_o(o.doan, viet, hang.tieu_de)
        manh.append(_o(sum(rong[cot : cot + o.gop_ngang]), o.gop_ngang, than, gop=gop, giua=hang.tieu_de))
        cot += o.gop_ngang
    if next(cho_xep, None) is not None:
        raise DrafterError(f"Hàng {thu_tu} của bảng thừa ô: bảng chỉ có {len(rong)} cột.")
    manh.append("</w:tr>")
    return "".join(manh)


def _kiem_o(o: OKhoi, cot: int, so_cot: int, keo_dai: dict[int, tuple[int, int]], thu_tu: int) -> None:
    if o.gop_ngang < 1 or o.gop_doc < 1:
        raise DrafterError(f"Ô ở cột {cot + 1} hàng {thu_tu} của bảng gộp {o.gop_ngang} cột, {o.gop_doc} hàng: phải từ 1.")
    if cot + o.gop_ngang > so_cot or any(c in keo_dai for c in range(cot + 1, cot + o.gop_ngang)):
        raise DrafterError(f"Ô ở cột {cot + 1} hàng {thu_tu} của bảng gộp {o.gop_ngang} cột nhưng không còn đủ chỗ.")


def _o(rong: int, gop_ngang: int, than: str, *, gop: str, giua: bool = False) -> str:
    return "".join(
        (
            f'<w:tc><w:tcPr><w:tcW w:w="{rong}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{gop_ngang}"/>' if gop_ngang > 1 else "",
            gop,
            '<w:vAlign w:val="center"/>' if giua else "",
            "</w:tcPr>",
            than,
            "</w:tc>",
        )
    )


def _doan_trong_o(cac_khoi: tuple[KhoiCot, ...], viet: BoViet, giu: bool) -> str:
    """Các đoạn của một ô; ô trống vẫn có một đoạn, vì Word không mở được ô không có đoạn."""
    return "".join([viet.khoi(k, giu=giu) for k in cac_khoi]) or viet.dem(giu=giu)
