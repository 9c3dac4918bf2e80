"""``drafter don-vi``: tra đơn vị hành chính."""

from __future__ import annotations

import sys
from datetime import date

import click

from drafter.cli.viet import Lenh


@click.command(cls=Lenh, name="don-vi", short_help="Tra đơn vị hành chính.")
@click.argument("ten", nargs=-1, required=True, metavar="TÊN HOẶC MÃ")
@click.option("--ngay", help="Tra theo ngày này (ví dụ 19/9/2026); mặc định hôm nay.")
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

    theo_ma = so.theo_ma(chuoi, ngay_tra) if chuoi.isdigit() else None
    kq = None if theo_ma is not None else tim(so, chuoi, ngay_tra, cap)
    don_vi = theo_ma if theo_ma is not None else kq.don_vi if kq is not None else None
    tim_thay = kq.findings() if kq is not None else ()
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
