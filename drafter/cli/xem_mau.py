"""Một mẫu cho người xem, và cho chương trình khác."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from drafter.build.mau import Mau
    from drafter.fields import TruongKhai

TEN_CAP = {"tinh": "tỉnh", "huyen": "huyện", "xa": "xã"}


def in_mau(mau: Mau) -> None:
    """In mẫu ra màn hình."""
    click.secho(mau.ten, bold=True)
    click.echo(mau.mo_ta)
    khoang = "".join(f"; {chu} {n:%d/%m/%Y}" for chu, n in (("từ", mau.tu), ("đến", mau.den)) if n)
    click.echo("Cấp: " + ", ".join(TEN_CAP[c] for c in mau.cap) + khoang)
    click.echo("Văn bản: " + "; ".join(f"{b.ma} ({b.loai}, mẫu {b.mau_trinh_bay})" for b in mau.bo))
    for tieu_de, khai in (("Trường của mẫu (truong:), dấu * là bắt buộc", mau.truong), ("Trường chung (van_ban:)", mau.van_ban)):
        click.secho("\n" + tieu_de, bold=True)
        for ten, k in khai.items():
            click.echo(f"  {ten}{' *' if k.bat_buoc else ''}: {k.nhan} — {_cach_ghi(k)}" + (f". {k.giup}" if k.giup else ""))
    if mau.khac_nhau:
        click.secho("\nKhác nhau theo cấp, theo ngày", bold=True)
        for muc in mau.khac_nhau:
            click.echo("  " + " · ".join(muc.values()))


def mau_thanh_dict(mau: Mau) -> dict[str, object]:
    """Mẫu thành bản ghi JSON."""
    return {
        "ma": mau.ma,
        "ten": mau.ten,
        "mo_ta": mau.mo_ta,
        "phien_ban": mau.phien_ban,
        "cap": list(mau.cap),
        "tu": mau.tu.isoformat() if mau.tu else None,
        "den": mau.den.isoformat() if mau.den else None,
        "van_ban": [{"ma": b.ma, "loai": b.loai, "mau_trinh_bay": b.mau_trinh_bay} for b in mau.bo],
        "truong": _cac_truong(mau.truong),
        "truong_chung": _cac_truong(mau.van_ban),
        "nguon": list(mau.nguon),
        "khac_nhau": [dict(k) for k in mau.khac_nhau],
    }


def _cac_truong(khai: Mapping[str, TruongKhai]) -> list[dict[str, object]]:
    return [
        {"ten": ten, "nhan": k.nhan, "kieu": k.kieu, "bat_buoc": k.bat_buoc, "giup": k.giup, "cach_ghi": _cach_ghi(k)}
        for ten, k in khai.items()
    ]


def _cach_ghi(khai: TruongKhai) -> str:
    from drafter.fields import lay_kieu

    return lay_kieu(khai.kieu).mo_ta(khai)
