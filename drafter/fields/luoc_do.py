"""Lược đồ JSON (bản 2020-12) và mô tả biểu web của cả phiếu, sinh từ khai báo trường."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.fields.khai import TruongKhai, ta_cay
from drafter.fields.loai import LuocDo, lay_kieu
from drafter.model import TrangThai
from drafter.record import La

BAN_LUOC_DO = "https://json-schema.org/draft/2020-12/schema"


def luoc_do_truong(khai: TruongKhai) -> LuocDo:
    """Lược đồ của một trường, kèm nhãn, mô tả, ví dụ và mặc định."""
    luoc_do = lay_kieu(khai.kieu).json_schema(khai) | {"title": khai.nhan}
    mo_ta = ". ".join(p.rstrip(".") for p in (khai.giup, _hoa_dau(lay_kieu(khai.kieu).mo_ta(khai))) if p)
    luoc_do["description"] = mo_ta + "."
    if isinstance(khai.vi_du, La):
        luoc_do["examples"] = [khai.vi_du.chu]
    if isinstance(khai.mac_dinh, La):
        luoc_do["default"] = khai.mac_dinh.chu
    return luoc_do


def _hoa_dau(chu: str) -> str:
    return chu[:1].upper() + chu[1:]


def _luon_bat_buoc(khai: TruongKhai) -> bool:
    return khai.bat_buoc and khai.mac_dinh is None and khai.tu is None and khai.den is None and not khai.cap


def _nhanh(khai: Mapping[str, TruongKhai], nhan: str) -> LuocDo:
    nhanh: LuocDo = {
        "type": "object",
        "title": nhan,
        "properties": {ten: luoc_do_truong(k) for ten, k in khai.items()},
        "additionalProperties": False,
    }
    bat_buoc = [ten for ten, k in khai.items() if _luon_bat_buoc(k)]
    return nhanh | {"required": bat_buoc} if bat_buoc else nhanh


def json_schema(
    mau_ten: str, khai_truong: Mapping[str, TruongKhai], khai_van_ban: Mapping[str, TruongKhai], *, ma_mau: str = ""
) -> LuocDo:
    """Lược đồ của cả phiếu; ``ma_mau`` nếu có thì mục ``mau`` phải bằng mã ấy."""
    mau: LuocDo = {"type": "string", "title": "Mã mẫu"}
    if ma_mau:
        mau["const"] = ma_mau
    bat_buoc = ["mau", *(ten for ten, khai in (("truong", khai_truong), ("van_ban", khai_van_ban)) if _co_bat_buoc(khai))]
    return {
        "$schema": BAN_LUOC_DO,
        "title": mau_ten,
        "type": "object",
        "properties": {
            "mau": mau,
            "xet_theo": {"type": "string", "title": "Ngày xét đơn vị, căn cứ và thể thức", "examples": ["2025-07-01"]},
            "trang_thai": {"type": "string", "title": "Trạng thái văn bản", "enum": [str(t) for t in TrangThai]},
            "che_do": {"type": "string", "title": "Chế độ thể thức"},
            "van_ban": _nhanh(khai_van_ban, "Trường chung của văn bản"),
            "truong": _nhanh(khai_truong, "Trường của mẫu"),
        },
        "required": bat_buoc,
        "additionalProperties": False,
    }


def _co_bat_buoc(khai: Mapping[str, TruongKhai]) -> bool:
    return any(_luon_bat_buoc(k) for k in khai.values())


def bieu_web(khai: Mapping[str, TruongKhai], *, duong_dan: str) -> list[LuocDo]:
    """Các điều khiển của biểu web theo thứ tự khai, mỗi mục đủ để vẽ một ô: tên, nhãn, giúp, bắt buộc, ví dụ, điều khiển."""
    return [
        {
            "ten": ten,
            "duong_dan": f"{duong_dan}.{ten}",
            "nhan": k.nhan,
            "giup": k.giup,
            "bat_buoc": k.bat_buoc,
            "vi_du": ta_cay(k.vi_du),
            "mac_dinh": ta_cay(k.mac_dinh),
            "mo_ta": lay_kieu(k.kieu).mo_ta(k),
        }
        | lay_kieu(k.kieu).dieu_khien_web(k)
        for ten, k in khai.items()
    ]
