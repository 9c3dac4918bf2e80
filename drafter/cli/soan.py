"""``drafter soan``: phiếu → tệp Word, và PDF nếu muốn."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.cli.tham_so import DUONG_DAN, tuy_chon_thu_muc_mau
from drafter.cli.viet import Lenh

_KHONG_LAM = (".pdf", ".doc", ".docm", ".odt", ".rtf", ".txt", ".html", ".xlsx", ".yaml", ".yml", ".json")


def _dich(ra: Path | None, ten: str) -> Path:
    """Đường dẫn để ghi tệp ``ten``: ``ra`` là tệp .docx, là thư mục, hoặc thư mục đang đứng khi không ghi."""
    from drafter.errors import UsageError

    if ra is None:
        return Path(ten)
    if ra.is_dir():
        return ra / ten
    duoi = ra.suffix.lower()
    if duoi == ".docx":
        return ra.with_suffix(Path(ten).suffix)
    if duoi in _KHONG_LAM:
        raise UsageError(f"Lệnh này làm tệp .docx, không làm được “{ra.name}”.", cach_sua="Ghi -o tên.docx, hoặc -o thư-mục.")
    return ra / ten


@click.command(cls=Lenh, name="soan", short_help="Soạn văn bản từ một phiếu đã điền.")
@click.argument("phieu", type=DUONG_DAN, metavar="PHIẾU")
@click.option(
    "-o", "--ra", type=DUONG_DAN, metavar="ĐƯỜNG_DẪN", help="Tệp .docx hoặc thư mục để ghi; mặc định thư mục đang đứng."
)
@click.option("--ghi-de", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--nhap", is_flag=True, help="Vẫn làm bản nháp (có đóng dấu) khi còn lỗi.")
@click.option("--pdf", is_flag=True, help="Làm thêm tệp PDF, trang nào dòng nào cũng như tệp Word.")
@click.option("--chu", is_flag=True, help="In bản chữ ra màn hình, không ghi tệp.")
@tuy_chon_thu_muc_mau()
@click.option("--json", "ra_json", is_flag=True, help="Kết quả dạng JSON cho chương trình khác.")
def lenh(
    phieu: Path, ra: Path | None, ghi_de: bool, nhap: bool, pdf: bool, chu: bool, noi_mau: Path | None, ra_json: bool
) -> None:
    """Soạn văn bản từ PHIẾU (.yaml, .json, .xlsx; “-” là đọc từ đầu vào chuẩn) ra tệp Word.

    \b
    Ví dụ:
      drafter soan phieu.yaml
      drafter soan phieu.xlsx -o thu-muc/ --pdf
    """
    from drafter.app import soan
    from drafter.cli.in_ra import in_json, in_tim_thay, thanh_dict, tong_ket
    from drafter.ghi import ghi_tep, kiem_cho_ghi

    ban = soan(sys.stdin.buffer.read() if str(phieu) == "-" else phieu, templates=noi_mau, nhap=nhap, pdf=pdf and not chu)
    da_ghi: list[Path] = []
    if ban.files and not chu:
        dich = {_dich(ra, ten): noi_dung for ten, noi_dung in ban.files.items()}
        for tep in dich:
            # Xem hết trước khi ghi tệp đầu, để không có cảnh tệp Word mới đứng cạnh PDF cũ.
            kiem_cho_ghi(tep, ghi_de=ghi_de)
        da_ghi = [ghi_tep(tep, noi_dung, ghi_de=ghi_de) for tep, noi_dung in dich.items()]
    if ra_json:
        in_json(
            {
                "ok": ban.ok,
                "tep": [str(t) for t in da_ghi],
                "tim_thay": [thanh_dict(f) for f in ban.findings],
                "ma_bam": dict(ban.hashes),
                **({"chu": ban.text} if chu else {}),
            }
        )
    else:
        in_tim_thay(ban.findings)
        if chu:
            click.echo(ban.text, nl=False)
        for tep in da_ghi:
            click.secho(f"Đã ghi {tep}", fg="green")
        if not ban.files:
            click.secho("Chưa làm tệp vì còn lỗi.", err=True, fg="red")
            them = "" if nhap else ", hoặc thêm --nhap để có bản nháp đóng dấu"
            click.echo(f"Sửa các lỗi trên{them}.", err=True)
        click.echo(f"Kết quả: {tong_ket(ban.findings)}.", err=True)
    if not ban.ok:
        sys.exit(1)
