"""Đo PDF: bản nhúng một văn bản, và LibreOffice làm PDF từ DOCX của cùng văn bản (nguội từng tệp, một lần gọi nhiều tệp)."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.bam_gio import KetQua, bam_gio
from benchmarks.dung import ban_trinh_bay, loi_van
from drafter.errors import EngineError
from drafter.khoi import BanTrinhBay, ThongTinTep
from drafter.regime import che_do
from drafter.render.docx import KhungDocx
from drafter.render.pdf import KhungPdf

SO_TEP = 20


def do_pdf(*, so_doan: int, lan: int) -> list[KetQua]:
    """Thời gian mỗi PDF bằng từng cách; ô LibreOffice vắng khi máy không có.

    Raises EngineError khi LibreOffice không làm ra đủ tệp.
    """
    # Mỗi lần đo một lời văn khác, để bộ nhớ đệm của Typst không làm thay; PDF/UA đòi có tiêu đề.
    ban = [
        replace(ban_trinh_bay(tuple(f"{c} (bản {i})" for c in loi_van(so_doan))), thong_tin=ThongTinTep("Kế hoạch"))
        for i in range(lan + 1)
    ]
    ket_qua = [bam_gio("tạo khung PDF nhúng (một lần mỗi lô)", lambda: KhungPdf(che_do(), phong="tinos"), lan=lan)]
    for khung in (KhungPdf(che_do(), phong="tinos"), KhungPdf(che_do(), phong="tinos", chuan=("a-2a", "ua-1"))):
        ten = f"PDF nhúng {so_doan} đoạn, {' + '.join(khung.chuan)}"
        ket_qua.append(bam_gio(ten, partial(_ke_tiep, khung, iter(ban)), lan=lan))
    if shutil.which("soffice"):
        ket_qua += _libreoffice(KhungDocx(che_do()).render(ban[0]), so_doan)
    return ket_qua


def _ke_tiep(khung: KhungPdf, ban: Iterator[BanTrinhBay]) -> bytes:
    return khung.render(next(ban))


def _libreoffice(docx: bytes, so_doan: int) -> list[KetQua]:
    with tempfile.TemporaryDirectory() as tam:
        goc = Path(tam)
        tep = [goc / f"{i}.docx" for i in range(SO_TEP)]
        for t in tep:
            t.write_bytes(docx)

        def goi(cac: list[Path]) -> None:
            ra = goc / "ra"
            shutil.rmtree(ra, ignore_errors=True)
            lenh = [
                "soffice",
                f"-env:UserInstallation={(goc / 'ho_so').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
            ]
            subprocess.run([*lenh, str(ra), *map(str, cac)], check=True, capture_output=True, timeout=300)
            if len(list(ra.glob("*.pdf"))) != len(cac):
                raise EngineError("LibreOffice không làm ra đủ tệp.")

        mot = bam_gio(f"LibreOffice {so_doan} đoạn, mỗi tệp một lần gọi", lambda: goi(tep[:1]), lan=3)
        lo = bam_gio("lô", lambda: goi(tep), lan=3)
        ten = f"LibreOffice {so_doan} đoạn, mỗi tệp trong một lần gọi {SO_TEP} tệp"
        chia = [x / SO_TEP for x in (lo.trung_vi_ms, lo.ngan_nhat_ms, lo.dai_nhat_ms)]
        return [mot, KetQua(ten, lo.lan, *chia)]
