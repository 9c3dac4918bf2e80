"""Dựng mọi phiếu ví dụ bằng hai đường (nhúng, LibreOffice từ DOCX) rồi so; cho phép thử và cho bảng tương đồng."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.khoi import BanTrinhBay
from drafter.regime import che_do
from drafter.render.docx import KhungDocx
from drafter.render.pdf import KhungPdf
from tests.kiem_docx import soffice_pdf
from tests.kiem_pdf import SoSanh, ban_hon_hop, phong_di_kem, so_sanh
from tests.the_thuc.vi_du import CAC_VI_DU, ban_soan, docx_cua, ten


@dataclass(frozen=True, slots=True)
class TuongDong:
    """Mọi thứ đã dựng: bản trình bày, hai PDF và kết quả so, theo tên phiếu; ``hon_hop`` là văn bản hỗn hợp dài."""

    ban: dict[str, BanTrinhBay]
    libreoffice: dict[str, Path]
    nhung: dict[str, Path]
    so_sanh: dict[str, SoSanh]
    hon_hop: SoSanh


def lam_tuong_dong(cho: Path) -> TuongDong:
    """Dựng trong thư mục ``cho``, gọi LibreOffice một lần. Raises RuntimeError khi LibreOffice không làm ra đủ tệp."""
    khung = KhungPdf(che_do(), phong="tinos")
    ban: dict[str, BanTrinhBay] = {}
    nguon: dict[str, bytes] = {}
    for tep in CAC_VI_DU:
        co = ban_soan(tep).ban
        if co is not None:
            ban[ten(tep)], nguon[ten(tep)] = co, docx_cua(tep)
    hon_hop = ban_hon_hop()
    nguon["hon_hop"] = KhungDocx(che_do()).render(hon_hop)
    (cho / "docx").mkdir()
    docx: dict[str, Path] = {}
    nhung: dict[str, Path] = {}
    for t, noi_dung in nguon.items():
        docx[t] = cho / "docx" / f"{t.replace('/', '__')}.docx"
        docx[t].write_bytes(noi_dung)
        nhung[t] = cho / f"{t.replace('/', '__')}.pdf"
        nhung[t].write_bytes(khung.render(ban.get(t, hon_hop)))
    with phong_di_kem(cho):
        ra = soffice_pdf(list(docx.values()), cho / "lo")
    libreoffice = dict(zip(docx, ra, strict=True))
    so = {t: so_sanh(libreoffice[t], nhung[t]) for t in docx}
    return TuongDong(ban, libreoffice, nhung, {t: s for t, s in so.items() if t in ban}, so["hon_hop"])
