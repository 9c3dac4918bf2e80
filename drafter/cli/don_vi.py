"""``drafter don-vi``: tra đơn vị hành chính."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from drafter.cli.viet import Lenh

if TYPE_CHECKING:
    from drafter.findings import Finding
    from drafter.registry.so_don_vi import SoDonVi


def _khong_co_ma(so: SoDonVi, ma: str, ngay: date) -> Finding:
    """Vì sao không có mã ấy vào ngày ấy: thuộc kỳ khác, hoặc không kỳ nào có."""
    from drafter.findings import loi
    from drafter.registry.don_vi import NGAY_HAI_CAP

    truoc = so.theo_ma(ma, NGAY_HAI_CAP - timedelta(days=1))
    sau = so.theo_ma(ma, max(ngay, NGAY_HAI_CAP))
    khac = truoc if ngay >= NGAY_HAI_CAP else sau
    if khac is None:
        return loi("don_vi.khong_co", f"Không có đơn vị hành chính mang mã {ma}.", cach_sua="Mã gồm 2, 3 hoặc 5 chữ số.")
    ky = "trước ngày 01/7/2025" if khac is truoc else "từ ngày 01/7/2025"
    nay = "; ".join(h.don_vi.ten_kem_cap_tren for h in so.hau_than(khac, ngay)) if khac is truoc else ""
    return loi(
        "don_vi.khac_ky",
        f"Mã {ma} là {khac.ten_kem_cap_tren}, chỉ có {ky}." + (f" Nay thuộc {nay}." if nay else ""),
        cach_sua=f"Tra theo ngày của kỳ ấy: drafter don-vi {ma} --ngay {'30/6/2025' if khac is truoc else '01/7/2025'}.",
    )


@click.command(cls=Lenh, name="don-vi", short_help="Tra đơn vị hành chính.")
@click.argument("ten", nargs=-1, required=True, metavar="TÊN HOẶC MÃ")
@click.option("--ngay", metavar="NGÀY", help="Tra theo ngày này (ví dụ 19/9/2026); mặc định hôm nay.")
@click.option("--cap", type=click.Choice(["tinh", "huyen", "xa"]), help="Chỉ tìm ở cấp này.")
@click.option("--json", "ra_json", is_flag=True, help="Kết quả dạng JSON.")
def lenh(ten: tuple[str, ...], ngay: str | None, cap: str | None, ra_json: bool) -> None:
    """Tra đơn vị hành chính theo tên (có dấu hay không), tên cũ, hoặc mã.

    \b
    Ví dụ:
      drafter don-vi long ho vinh long
      drafter don-vi "thị trấn Chi Lăng, huyện Chi Lăng, Lạng Sơn"
      drafter don-vi 06466 --ngay 1/4/2024
    """
    from drafter.cli.in_ra import in_json, in_tim_thay, thanh_dict
    from drafter.errors import UsageError
    from drafter.fields.kieu_ngay import hieu_ngay
    from drafter.registry.don_vi import DonVi
    from drafter.registry.tim_don_vi import tim
    from drafter.world import World

    the_gioi = World.that()
    so = the_gioi.so_don_vi
    ngay_tra: date = the_gioi.hom_nay
    if ngay is not None:
        hieu, ly_do = hieu_ngay(ngay)
        if hieu is None or hieu.day_du is None:
            raise UsageError(
                f"Ngày “{ngay}” không đúng{': ' + ly_do if ly_do else ''}.", cach_sua="Ghi đủ ngày, tháng, năm: 19/9/2026."
            )
        ngay_tra = hieu.day_du
    chuoi = " ".join(ten).strip()

    def mot(d: DonVi) -> dict[str, object]:
        return {
            "ma": d.ma,
            "ten": d.ten_day_du,
            "cap": d.cap,
            "thuoc": d.ten_kem_cap_tren.removeprefix(d.ten_day_du).lstrip(", "),
            "dia_danh": d.dia_danh,
            "tien_than": [t.ten for t in so.tien_than(d)],
        }

    la_ma = chuoi.isascii() and chuoi.isdigit()
    kq = None if la_ma else tim(so, chuoi, ngay_tra, cap)
    don_vi = kq.don_vi if kq is not None else so.theo_ma(chuoi, ngay_tra)
    tim_thay = kq.findings() if kq is not None else () if don_vi is not None else (_khong_co_ma(so, chuoi, ngay_tra),)
    ung_vien = kq.ung_vien if kq is not None and don_vi is None else ()
    if ra_json:
        in_json(
            {
                "ngay": ngay_tra.isoformat(),
                "don_vi": mot(don_vi) if don_vi else None,
                "ung_vien": [mot(d) for d in ung_vien],
                "tim_thay": [thanh_dict(f) for f in tim_thay],
            }
        )
    else:
        if don_vi is not None:
            thong_tin = mot(don_vi)
            click.secho(don_vi.ten_kem_cap_tren, bold=True)
            click.echo(f"  mã {don_vi.ma} · {don_vi.cap} · địa danh “{don_vi.dia_danh}” · theo ngày {ngay_tra:%d/%m/%Y}")
            cu = thong_tin["tien_than"]
            if isinstance(cu, list) and cu:
                click.echo("  nhập từ: " + "; ".join(cu))
        in_tim_thay(tim_thay)
        for d in ung_vien:
            click.echo(f"  {d.ma}  {d.ten_kem_cap_tren}")
    if don_vi is None:
        sys.exit(1)
