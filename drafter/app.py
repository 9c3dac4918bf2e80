"""Con đường: phiếu → dữ liệu → bộ văn bản → khối → tệp. Chỉ ở đây các phòng gặp nhau."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__
from drafter.build import dung_bo
from drafter.check import kiem_noi_dung
from drafter.errors import InputError
from drafter.findings import Finding, MucDo, canh_bao, co_loi, ghi_chu
from drafter.khoi import BanTrinhBay
from drafter.model import BoVanBan, Chu, Doan, VanBan
from drafter.record import Cay, La, Nhanh, duyet
from drafter.regime import CheDo, che_do
from drafter.trinh_bay import thong_tin, trinh_bay
from drafter.world import World, bam_du_lieu

if TYPE_CHECKING:
    from drafter.render.docx import KhungDocx
    from drafter.render.pdf import KhungPdf

__all__ = ["Draft", "doc_phieu_tep", "soan"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Một bản soạn.

    ``bo`` là bộ văn bản (``None`` khi phiếu thiếu đến mức không dựng được); ``files`` là tên tệp → nội dung (rỗng khi có lỗi và
    không xin bản nháp); ``findings`` là mọi điều tìm thấy; ``hashes`` là mã băm SHA-256 của phiếu, mẫu, dữ liệu và từng tệp.
    """

    bo: BoVanBan | None
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    hashes: Mapping[str, str]
    ban: BanTrinhBay | None = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Không có điều nào mức lỗi."""
        return not co_loi(self.findings)

    @property
    def text(self) -> str:
        """Bản chữ để đọc duyệt; rỗng khi chưa dựng được. Biểu mẫu Word thì là chữ của tệp đã điền."""
        if self.bo is None:
            return ""
        if self.ban is None:
            from drafter.check.doan import doan_cua

            return "\n".join(chu for v in self.bo.van_ban for _, chu in doan_cua(v)) + "\n"
        from drafter.render.text import ban_chu

        return ban_chu(self.ban, che_do(self.bo.van_ban[0].che_do))

    def write(self, thu_muc: Path, *, ghi_de: bool = False) -> list[Path]:
        """Ghi các tệp vào ``thu_muc``, mỗi tệp trọn vẹn hoặc không có; trả về đường dẫn đã ghi.

        Raises UsageError khi tệp đã có mà không ``ghi_de``, hoặc thư mục không ghi được.
        """
        from drafter.ghi import ghi_tep

        return [ghi_tep(thu_muc / ten, noi_dung, ghi_de=ghi_de) for ten, noi_dung in self.files.items()]


def doc_phieu_tep(tep: Path) -> tuple[Nhanh, list[Finding]]:
    """Phiếu đọc từ tệp YAML, JSON hoặc Excel.

    Raises InputError khi không đọc được.
    """
    from drafter.readers import doc_tep

    return doc_tep(tep)


def _cay(gia_tri: object, duong_dan: str) -> Cay:
    """Dữ liệu Python (dict, list, chữ, số) thành cây thô."""
    from drafter.model import Nguon
    from drafter.record import Day

    nguon = Nguon(duong_dan, "")
    if isinstance(gia_tri, Mapping):
        return Nhanh({str(k): _cay(v, f"{duong_dan}.{k}" if duong_dan else str(k)) for k, v in gia_tri.items()}, nguon)
    if isinstance(gia_tri, list | tuple):
        return Day(tuple(_cay(v, f"{duong_dan}[{i}]") for i, v in enumerate(gia_tri)), nguon)
    if gia_tri is None:
        return La("", nguon)
    if isinstance(gia_tri, bool):
        return La("có" if gia_tri else "không", nguon)
    if isinstance(gia_tri, float):
        return La(repr(gia_tri).replace(".", ","), nguon)
    return La(str(gia_tri), nguon)


def bam_phieu(phieu: Nhanh) -> str:
    """SHA-256 của phiếu ở dạng JSON chuẩn: chữ NFC, khóa xếp thứ tự, không kể nơi xuất xứ."""
    import unicodedata

    la = {d: unicodedata.normalize("NFC", x.chu) for d, x in duyet(phieu) if x.chu}
    return hashlib.sha256(
        json.dumps(la, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")
    ).hexdigest()


def ten_tep(bo: BoVanBan) -> str:
    """Tên tệp không dấu, mang mã đơn vị: ``ke_hoach_06466_thi-tran-chi-lang``."""
    import re

    from drafter.vn.khoa import bo_dau

    chinh = bo.van_ban[0]
    co_quan = chinh.co_quan[0] if chinh.co_quan else None
    duoi = re.sub(r"[^a-z0-9]+", "-", bo_dau(co_quan.dong[-1]).lower()).strip("-") if co_quan and co_quan.dong else ""
    return "_".join(x for x in (chinh.loai, (co_quan.ma_don_vi or "") if co_quan else "", duoi[:60]) if x)


def soan(
    phieu: Mapping[str, object] | Path | str | bytes | Nhanh,
    *,
    the_gioi: World | None = None,
    templates: Path | None = None,
    nhap: bool = False,
    pdf: bool = False,
) -> Draft:
    """Soạn văn bản từ phiếu: dữ liệu Python, đường dẫn tệp YAML, JSON, Excel, hoặc nội dung một tệp như thế (``bytes``).

    ``nhap`` làm bản nháp có đóng dấu dù còn lỗi; ``pdf`` làm thêm PDF từ cùng một bản trình bày. Raises InputError, UsageError,
    TemplateError, EngineError khi tệp, lời gọi, mẫu hoặc bộ làm PDF hỏng; lỗi trong dữ liệu không ném mà nằm trong ``findings``.
    """
    the_gioi = the_gioi or World.that(templates=templates)
    tim: list[Finding] = []
    if isinstance(phieu, Path | str):
        phieu, tim = doc_phieu_tep(Path(phieu))
    elif isinstance(phieu, bytes):
        from drafter.readers import doc_du_lieu

        phieu, tim = doc_du_lieu(phieu, ten="(đầu vào)")
    elif not isinstance(phieu, Nhanh):
        cay = _cay(phieu, "")
        assert isinstance(cay, Nhanh)
        phieu = cay
    ma = phieu.muc.get("mau")
    if not isinstance(ma, La) or not ma.chu.strip():
        raise InputError(
            "Phiếu chưa ghi dùng mẫu nào.",
            cho=(ma.nguon if ma is not None else phieu.nguon).cho,
            cach_sua="Thêm dòng đầu, ví dụ “mau: ke_hoach/dan_chu_co_so”. Xem các mẫu: drafter mau.",
        )
    mau = the_gioi.mau(ma.chu.strip())
    kq = dung_bo(phieu, mau, hom_nay=the_gioi.hom_nay, so_don_vi=the_gioi.so_don_vi, so_can_cu=the_gioi.so_can_cu)
    tim += kq.tim_thay
    bo = kq.bo
    hashes = {"phieu": bam_phieu(phieu), "mau": mau.ma_bam, "du_lieu": bam_du_lieu(), "drafter": __version__}
    if bo is None:
        return Draft(None, {}, tuple(tim), hashes)
    word = {
        ma: _tu_bieu_mau(mau.bieu_mau[ma].goc, phan, bo, the_gioi.thoi_diem(bo.xet_theo)) for ma, phan in kq.phan_word.items()
    }
    bo = replace(bo, van_ban=tuple(_doc_lai(v, word[v.ma]) if v.ma in word else v for v in bo.van_ban))
    tim += kiem_noi_dung(bo)
    con_loi = co_loi(tim)
    if con_loi and nhap:
        bo = replace(bo, van_ban=tuple(replace(v, dau=(*v.dau, "Bản nháp còn lỗi")) for v in bo.van_ban))
    cd = che_do(bo.van_ban[0].che_do)
    tu_dan = replace(bo, van_ban=tuple(v for v in bo.van_ban if v.ma not in word))
    ban = trinh_bay(tu_dan, cd) if tu_dan.van_ban else None
    # Văn bản quy phạm pháp luật mặc thể thức Nghị định 30 là sai ngay cả khi chỉ là bản nháp.
    sai_che_do = any(f.ma.startswith("che_do.") for f in tim)
    if sai_che_do or (con_loi and not nhap):
        return Draft(bo, {}, tuple(tim), hashes, ban)
    # Biểu mẫu Word không có chỗ đóng dấu nháp, nên tên tệp nói thay.
    goc = ten_tep(bo)
    tep = {f"{'nhap_' if con_loi else ''}{goc}{f'_{ma}' if len(bo.van_ban) > 1 else ''}.docx": noi for ma, noi in word.items()}
    if ban is not None:
        tep[goc + ".docx"] = _docx(ban, cd, the_gioi.thoi_diem(bo.xet_theo))
    if pdf:
        noi_dung, tim_pdf = _pdf(ban, cd, the_gioi.thoi_diem(bo.xet_theo))
        tim += tim_pdf
        if noi_dung:
            tep[goc + ".pdf"] = noi_dung
    hashes |= {ten: hashlib.sha256(noi_dung).hexdigest() for ten, noi_dung in tep.items()}
    return Draft(bo, tep, tuple(tim), hashes, ban)


def _tu_bieu_mau(goc: bytes, phan: Mapping[str, str], bo: BoVanBan, thoi_diem: datetime) -> bytes:
    from drafter.render.docx.thay import thay_phan

    return thay_phan(goc, phan, thong_tin=thong_tin(bo), thoi_diem=thoi_diem)


def _doc_lai(vb: VanBan, docx: bytes) -> VanBan:
    """Văn bản của biểu mẫu Word với thân đọc lại từ tệp đã điền, để phần kiểm tra thấy đúng chữ người đọc thấy."""
    from drafter.docx_doc import doc

    dong = (d.van_ban().strip() for d in doc(docx).doan)
    return replace(vb, than=tuple(Doan((Chu(d),)) for d in dong if d))


@cache
def _khung_docx(ma: str) -> KhungDocx:
    from drafter.render.docx import KhungDocx

    return KhungDocx(che_do(ma))


def _docx(ban: BanTrinhBay, cd: CheDo, thoi_diem: datetime) -> bytes:
    return _khung_docx(cd.ma).render(ban, thoi_diem=thoi_diem)


@cache
def _khung_pdf(ma: str) -> KhungPdf:
    from drafter.render.pdf import KhungPdf

    return KhungPdf(che_do(ma))


def _pdf(ban: BanTrinhBay | None, cd: CheDo, thoi_diem: datetime) -> tuple[bytes, list[Finding]]:
    """PDF của bản trình bày; rỗng kèm lý do khi bộ chỉ có biểu mẫu Word hoặc phông thiếu hình một ký tự."""
    if ban is None:
        ly_do = "Biểu mẫu Word chỉ làm được tệp Word; mở bằng Word rồi lưu dạng PDF."
        return b"", [canh_bao("pdf.bieu_mau", "Chưa làm PDF.", cach_sua=ly_do)]
    khung = _khung_pdf(cd.ma)
    thieu = [replace(f, muc=MucDo.CANH_BAO) for f in khung.thieu_chu(ban)]
    if thieu:
        return b"", thieu
    return khung.render(ban, thoi_diem=thoi_diem), [ghi_chu("pdf.phong", f"PDF dùng phông {khung.phong.ten}.")]
