"""``drafter soan``: phiếu → tệp Word."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.cli.viet import Lenh


@click.command(cls=Lenh, name="soan", short_help="Soạn văn bản từ một phiếu đã điền.")
@click.argument("phieu", type=click.Path(path_type=Path), metavar="PHIẾU")
@click.option("-o", "--ra", type=click.Path(path_type=Path), help="Tệp .docx hoặc thư mục để ghi; mặc định thư mục đang đứng.")
@click.option("--ghi-de", is_flag=True, help="Ghi đè tệp đã có.")
@click.option("--nhap", is_flag=True, help="Vẫn làm bản nháp (có đóng dấu) khi còn lỗi.")
@click.option("--chu", is_flag=True, help="In bản chữ ra màn hình, không ghi tệp.")
@click.option(
    "--mau", "noi_mau", type=click.Path(path_type=Path, file_okay=False), help="Thư mục mẫu riêng, tìm trước mẫu đi kèm."
)
@click.option("--json", "ra_json", is_flag=True, help="Kết quả dạng JSON cho chương trình khác.")
def lenh(phieu: Path, ra: Path | None, ghi_de: bool, nhap: bool, chu: bool, noi_mau: Path | None, ra_json: bool) -> None:
    """Soạn văn bản từ PHIẾU (.yaml, .json, .xlsx) ra tệp Word.

    \b
    Ví dụ:
      drafter soan phieu.yaml
      drafter soan phieu.xlsx -o thu-muc/
    """
    from drafter.app import soan
    from drafter.cli.in_ra import in_json, in_tim_thay, thanh_dict, tong_ket
    from drafter.ghi import ghi_tep

    ban = soan(phieu, templates=noi_mau, nhap=nhap)
    da_ghi: list[Path] = []
    if ban.files and not chu:
        for ten, noi_dung in ban.files.items():
            dich = ra if ra is not None and ra.suffix.lower() == Path(ten).suffix else (ra or Path()) / ten
            da_ghi.append(ghi_tep(dich, noi_dung, ghi_de=ghi_de))
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
            click.echo("Sửa các lỗi trên, hoặc thêm --nhap để có bản nháp đóng dấu.", err=True)
        click.echo(f"Kết quả: {tong_ket(ban.findings)}.", err=True)
    if not ban.ok:
        sys.exit(1)
