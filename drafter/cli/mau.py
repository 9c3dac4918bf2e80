"""``drafter mau``: xem mẫu, lấy phiếu để điền, lấy ví dụ, tạo mẫu mới."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

import click

from drafter.cli.tham_so import DUONG_DAN, THU_MUC, goi_vi_du, tham_so_mau, tuy_chon_thu_muc_mau
from drafter.cli.viet import Nhom


class NhomMau(Nhom):
    """Nhóm lệnh về mẫu."""

    ten_khac: ClassVar = {
        "list": "liet-ke",
        "show": "xem",
        "schema": "luoc-do",
        "form": "phieu",
        "example": "vi-du",
        "new": "moi",
    }


@click.group(cls=NhomMau, name="mau", short_help="Xem mẫu, lấy phiếu để điền, tạo mẫu mới.", invoke_without_command=True)
@tuy_chon_thu_muc_mau()
@click.option("--json", "ra_json", is_flag=True, help="Danh sách dạng JSON.")
@click.pass_context
def lenh(ctx: click.Context, noi_mau: Path | None, ra_json: bool) -> None:
    """Liệt kê các mẫu (không kèm lệnh con), hoặc làm việc với một mẫu.

    \b
    Ví dụ:
      drafter mau
      drafter mau xem ke_hoach/dan_chu_co_so
      drafter mau phieu ke_hoach/dan_chu_co_so -o phieu.xlsx
    """
    from drafter.world import World

    ctx.obj = World.that(templates=noi_mau)
    if ctx.invoked_subcommand is None:
        _liet_ke(ctx.obj, ra_json)


@lenh.command("liet-ke", short_help="Danh sách mẫu (cũng như gõ drafter mau).")
@click.option("--json", "ra_json", is_flag=True, help="Danh sách dạng JSON.")
@click.pass_obj
def liet_ke(the_gioi: object, ra_json: bool) -> None:
    """Liệt kê các mẫu dùng được."""
    _liet_ke(the_gioi, ra_json)


def _liet_ke(the_gioi: object, ra_json: bool) -> None:
    from drafter.build.mau import Mau
    from drafter.cli.in_ra import in_json
    from drafter.cli.xem_mau import TEN_CAP
    from drafter.errors import TemplateError
    from drafter.world import World

    assert isinstance(the_gioi, World)
    muc: list[tuple[str, Mau]] = []
    hong: list[TemplateError] = []
    for ma, _ in the_gioi.ke_mau():
        try:
            muc.append((ma, the_gioi.mau(ma)))
        except TemplateError as ngoai_le:
            hong.append(ngoai_le)
    if ra_json:
        in_json([{"ma": ma, "ten": m.ten, "mo_ta": m.mo_ta, "cap": list(m.cap), "phien_ban": m.phien_ban} for ma, m in muc])
    else:
        for ma, m in muc:
            click.echo(click.style(f"{ma:<32}", bold=True) + f" {m.ten} ({', '.join(TEN_CAP[c] for c in m.cap)})")
    for loi in hong:
        click.secho(f"Mẫu hỏng: {loi.thong_bao} ({loi.cho})", err=True, fg="red")
    if hong:
        sys.exit(hong[0].ma_thoat)
    click.echo("\nLấy phiếu để điền: drafter mau phieu MẪU -o phieu.yaml (hoặc phieu.xlsx)", err=True)


@lenh.command("xem", short_help="Mẫu gồm gì, hỏi những trường nào.")
@tham_so_mau()
@click.option("--json", "ra_json", is_flag=True, help="Kết quả dạng JSON.")
@click.pass_obj
def xem(the_gioi: object, ma: str, ra_json: bool) -> None:
    """Mẫu MẪU gồm những văn bản nào, hỏi những trường nào, khác nhau thế nào theo cấp và ngày."""
    from drafter.cli.in_ra import in_json
    from drafter.cli.xem_mau import in_mau, mau_thanh_dict
    from drafter.world import World

    assert isinstance(the_gioi, World)
    m = the_gioi.mau(ma)
    if ra_json:
        in_json(mau_thanh_dict(m))
    else:
        in_mau(m)


@lenh.command("luoc-do", short_help="JSON Schema của phiếu.")
@tham_so_mau()
@click.pass_obj
def luoc_do(the_gioi: object, ma: str) -> None:
    """JSON Schema 2020-12 của phiếu cho mẫu MẪU."""
    from drafter.cli.in_ra import in_json
    from drafter.fields import json_schema
    from drafter.world import World

    assert isinstance(the_gioi, World)
    m = the_gioi.mau(ma)
    in_json(json_schema(m.ma, m.truong, m.van_ban))


@lenh.command("phieu", short_help="Phiếu trống để điền (YAML hoặc Excel).")
@tham_so_mau()
@click.option("-o", "--ra", type=DUONG_DAN, metavar="TỆP", help="Tệp .yaml hoặc .xlsx; mặc định in YAML ra màn hình.")
@click.option("--ghi-de", is_flag=True, help="Ghi đè tệp đã có.")
@click.pass_obj
def phieu(the_gioi: object, ma: str, ra: Path | None, ghi_de: bool) -> None:
    """Phiếu trống của mẫu MẪU, có nhãn, lời giúp và ví dụ."""
    from drafter.cli.in_ra import in_tim_thay
    from drafter.errors import UsageError
    from drafter.ghi import ghi_tep
    from drafter.readers import phieu_excel, viet_phieu_yaml
    from drafter.world import World

    assert isinstance(the_gioi, World)
    m = the_gioi.mau(ma)
    if ra is None:
        click.echo(viet_phieu_yaml(mau_ten=m.ten, ma_mau=m.ma, khai_van_ban=m.van_ban, khai_truong=m.truong), nl=False)
        return
    duoi = ra.suffix.lower()
    if duoi in (".yaml", ".yml"):
        noi_dung = viet_phieu_yaml(mau_ten=m.ten, ma_mau=m.ma, khai_van_ban=m.van_ban, khai_truong=m.truong).encode()
    elif duoi == ".xlsx":
        noi_dung, tim_thay = phieu_excel(mau_ten=m.ten, ma_mau=m.ma, khai_van_ban=m.van_ban, khai_truong=m.truong)
        in_tim_thay(tim_thay)
    else:
        raise UsageError(f"Không biết viết phiếu dạng “{duoi}”.", cach_sua="Đặt tên tệp kết bằng .yaml hoặc .xlsx.")
    click.secho(f"Đã ghi {ghi_tep(ra, noi_dung, ghi_de=ghi_de)}", fg="green")


@lenh.command("vi-du", short_help="Lấy một phiếu ví dụ đã điền.")
@tham_so_mau()
@click.argument("ten", required=False, metavar="[TÊN]", shell_complete=goi_vi_du)
@click.option("-o", "--ra", type=DUONG_DAN, metavar="TỆP", help="Ghi ra tệp; mặc định in ra màn hình.")
@click.option("--ghi-de", is_flag=True, help="Ghi đè tệp đã có.")
@click.pass_obj
def vi_du(the_gioi: object, ma: str, ten: str | None, ra: Path | None, ghi_de: bool) -> None:
    """Phiếu ví dụ của mẫu MẪU; không ghi TÊN thì lấy ví dụ đầu tiên và kể các tên còn lại."""
    import difflib

    from drafter.errors import UsageError
    from drafter.ghi import ghi_tep
    from drafter.world import World

    assert isinstance(the_gioi, World)
    cac = {t.stem: t for t in sorted((the_gioi.tim_mau(ma) / "vi_du").glob("*.yaml"))}
    if not cac:
        raise UsageError(f"Mẫu {ma} chưa có ví dụ.", cach_sua="Lấy phiếu trống: drafter mau phieu " + ma)
    if ten is not None and ten not in cac:
        gan = difflib.get_close_matches(ten, cac, n=1)
        raise UsageError(
            f"Mẫu {ma} không có ví dụ “{ten}”.", cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Có: " + ", ".join(cac)
        )
    tep = cac[ten] if ten is not None else next(iter(cac.values()))
    if ra is None:
        click.echo(tep.read_text(encoding="utf-8"), nl=False)
    else:
        click.secho(f"Đã ghi {ghi_tep(ra, tep.read_bytes(), ghi_de=ghi_de)}", fg="green")
    click.echo("Các ví dụ: " + ", ".join(cac), err=True)


@lenh.command("moi", short_help="Tạo thư mục cho một mẫu mới.")
@click.argument("ma", metavar="MẪU")
@click.option(
    "-o",
    "--ra",
    type=THU_MUC,
    metavar="THƯ_MỤC",
    default=Path("templates"),
    help="Thư mục chứa các mẫu riêng; mặc định templates.",
)
def moi(ma: str, ra: Path) -> None:
    """Tạo khung thư mục cho mẫu MẪU (dạng loai/ten), đủ để soạn ngay rồi sửa dần."""
    from drafter.cli.mau_moi import tao_mau

    for tep in tao_mau(ma, ra):
        click.secho(f"Đã ghi {tep}", fg="green")
    click.echo(f"Sửa lời văn rồi thử: drafter soan {ra / ma / 'vi_du' / 'mot.yaml'} --mau {ra}", err=True)
