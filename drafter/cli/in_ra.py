"""In điều tìm thấy cho người đọc và cho chương trình khác."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from drafter.findings import Finding, MucDo

_TEN = {MucDo.LOI: ("Lỗi", "red"), MucDo.CANH_BAO: ("Cảnh báo", "yellow"), MucDo.GHI_CHU: ("Ghi chú", "cyan")}


def thanh_dict(f: Finding) -> dict[str, str]:
    """Một điều tìm thấy thành bản ghi JSON."""
    return {
        "ma": f.ma,
        "muc": f.muc.value,
        "duong_dan": f.duong_dan,
        "thong_bao": f.thong_bao,
        "cach_sua": f.cach_sua,
        "dieu_khoan": f.dieu_khoan,
        "cho": f.nguon.cho if f.nguon else "",
    }


def in_json(vat: object) -> None:
    """Một vật JSON ra stdout, chữ Việt để nguyên."""
    click.echo(json.dumps(vat, ensure_ascii=False, indent=2))


def in_tim_thay(tim_thay: Iterable[Finding], *, ghi_chu: bool = True) -> None:
    """Các điều tìm thấy ra stderr: nặng trước, mỗi điều nói sai gì, ở đâu, sửa thế nào, theo quy định nào."""
    thu_tu = list(MucDo)
    for f in sorted(tim_thay, key=lambda f: thu_tu.index(f.muc)):
        if f.muc is MucDo.GHI_CHU and not ghi_chu:
            continue
        ten, mau = _TEN[f.muc]
        cho = " ".join(x for x in (f.nguon.cho if f.nguon else "", f"({f.duong_dan})" if f.duong_dan else "") if x)
        click.echo(click.style(f"{ten}: ", fg=mau, bold=True) + f.thong_bao, err=True)
        for nhan, chu in (("Ở", cho), ("Sửa", f.cach_sua), ("Theo", f.dieu_khoan)):
            if chu:
                click.echo(f"    {nhan}: {chu}", err=True)


def tong_ket(tim_thay: Iterable[Finding]) -> str:
    """Một câu đếm: "2 lỗi, 1 cảnh báo"."""
    dem = dict.fromkeys(MucDo, 0)
    for f in tim_thay:
        dem[f.muc] += 1
    co = [f"{n} {_TEN[m][0].lower()}" for m, n in dem.items() if n]
    return ", ".join(co) or "không có gì phải sửa"
