"""Lời văn của mẫu: biên dịch một lần, dựng nhiều lần, tách thành các mục."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.build.hop_cat import DONG_GHI_CHU, LUOT, MO_GHI_CHU, GiaTriNoiDung, LuotDung
from drafter.build.loc import DungDang
from drafter.build.loi_jinja import loi_chay
from drafter.build.the import DAU_MUC
from drafter.errors import DrafterError, TemplateError
from drafter.model import Inline

if TYPE_CHECKING:
    from jinja2 import Template

MUC = ("trích yếu", "thẩm quyền", "căn cứ", "nội dung", "câu kết", "nơi nhận", "kính gửi")
_DONG_MUC = re.compile(r"^\[([^\[\]\n]+)\][ \t]*$", re.MULTILINE)
_GIOI_HAN_CHU = 4_000_000
# Biểu thức của mẫu có thể vấp ở mọi phép tính của Python; vấp nào cũng là mẫu hỏng, không phải chương trình hỏng.
_VAP = (
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    LookupError,
    RecursionError,
    MemoryError,
)


def danh_dau_muc(chu: str, cho: str) -> str:
    """Lời văn của mẫu với dòng nhãn mục thành dấu riêng, dòng ``//`` thành ghi chú của Jinja (số dòng không đổi).

    Raises TemplateError khi có mục lạ hoặc ký tự vùng dùng riêng; ``cho`` là đường dẫn tệp.
    """
    dong = chu.replace("\r\n", "\n").split("\n")
    for i, d in enumerate(dong, 1):
        if any("\ue000" <= c <= "\uf8ff" for c in d):
            raise TemplateError("Lời văn của mẫu có ký tự vùng dùng riêng.", cho=f"{cho}, dòng {i}", cach_sua="Xóa ký tự lạ ấy.")
        khop = _DONG_MUC.match(d)
        if khop:
            muc = khop[1].strip().lower()
            if muc not in MUC:
                raise TemplateError(
                    f"Mẫu có mục lạ [{khop[1]}].", cho=f"{cho}, dòng {i}", cach_sua="Các mục dùng được: " + ", ".join(MUC) + "."
                )
            dong[i - 1] = f"{DAU_MUC}{muc}{DAU_MUC}"
        elif d.lstrip().startswith("//"):
            dong[i - 1] = MO_GHI_CHU + DONG_GHI_CHU
    return "\n".join(dong)


@dataclass(frozen=True, slots=True)
class LoiVanDaDung:
    """Một tệp lời văn đã điền.

    ``muc``: tên mục → chữ có thẻ; ``the``: giá trị của thẻ; ``thieu``: trường in ra khi còn trống; ``noi_dung``: lời văn người
    dùng đã chèn.
    """

    muc: dict[str, str]
    the: tuple[Inline, ...]
    thieu: tuple[str, ...]
    noi_dung: tuple[GiaTriNoiDung, ...] = ()


def chay(mau: Template, bien: Mapping[str, object], *, cho: str) -> tuple[str, LuotDung]:
    """Chữ còn thẻ của một mẫu Jinja đã điền ``bien``, và sổ tay của lượt chạy.

    Raises TemplateError khi mẫu gọi tên lạ, in thứ không in được, hoặc chạy quá giới hạn.
    """
    from jinja2 import TemplateError as JinjaError

    luot = LuotDung()
    manh: list[str] = []
    dai = 0
    try:
        for doan in mau.generate({**bien, LUOT: luot}):
            manh.append(doan)
            dai += len(doan)
            if dai > _GIOI_HAN_CHU:
                raise DungDang("tạo ra chữ quá dài.")
    except (JinjaError, DungDang, DrafterError, *_VAP) as ngoai_le:
        raise loi_chay(ngoai_le, bien, cho, mau.environment.filters) from ngoai_le
    return "".join(manh), luot


def dung(mau: Template, bien: Mapping[str, object], *, cho: str) -> LoiVanDaDung:
    """Lời văn đã điền ``bien``, tách thành các mục.

    Raises TemplateError như ``chay``, và khi có chữ đứng ngoài các mục.
    """
    chu, luot = chay(mau, bien, cho=cho)
    phan = chu.split(DAU_MUC)
    if phan[0].strip():
        raise TemplateError("Mẫu có chữ đứng trước mục đầu tiên.", cho=cho, cach_sua="Đặt dòng [nội dung] lên trên.")
    muc: dict[str, str] = {}
    for ten, noi_dung in zip(phan[1::2], phan[2::2], strict=True):
        muc[ten] = muc.get(ten, "") + noi_dung.strip("\n")
    return LoiVanDaDung(muc, tuple(luot.the.gia_tri), tuple(dict.fromkeys(luot.thieu)), tuple(luot.noi_dung))
