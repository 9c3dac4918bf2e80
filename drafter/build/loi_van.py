"""Lời văn của mẫu: biên dịch Jinja một lần trong hộp cát, dựng nhiều lần, tách thành các mục."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.build.the import DAU_MUC, BangThe
from drafter.errors import TemplateError
from drafter.fields import GiaTri, GiaTriCanCu, GiaTriSo, GiaTriTien
from drafter.model import ChoTrong, Chu, Inline, VienDan
from drafter.vn.hoa import hoa, hoa_dau, thuong_dau
from drafter.vn.so_chu import doc_so, doc_thap_phan, doc_tien

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MUC = ("trích yếu", "thẩm quyền", "căn cứ", "nội dung", "câu kết", "nơi nhận", "kính gửi")
_DONG_MUC = re.compile(r"^\[([^\[\]\n]+)\][ \t]*$", re.MULTILINE)
_GIOI_HAN_CHU = 4_000_000


@dataclass(frozen=True, slots=True)
class Trong:
    """Chỗ trống do mẫu yêu cầu (``| trong(8)``)."""

    truong: str
    rong: int


class GiaTriNoiDung(GiaTri):
    """Lời văn theo ký pháp do người điền gõ: thứ duy nhất được phân tích thành bố cục."""


class DungDang(Exception):
    """Mẫu in một thứ không in được."""


def _in_ra(the: BangThe, thieu: list[str], gia_tri: object) -> object:
    from markupsafe import Markup

    if isinstance(gia_tri, Markup):
        return gia_tri
    if isinstance(gia_tri, Trong):
        return Markup(the.phat(ChoTrong(gia_tri.truong, gia_tri.rong)))
    if isinstance(gia_tri, VienDan):
        return Markup(the.phat(gia_tri))
    if isinstance(gia_tri, GiaTriCanCu):
        return Markup(the.phat(VienDan(gia_tri.ma, str(gia_tri), nguon=gia_tri.nguon)))
    if isinstance(gia_tri, GiaTriNoiDung) and gia_tri.strip():
        return Markup(str(gia_tri))
    if isinstance(gia_tri, GiaTri):
        if not gia_tri.strip():
            thieu.append(gia_tri.duong_dan)
            return Markup(the.phat(ChoTrong(gia_tri.duong_dan)))
        return Markup(the.phat(Chu(str(gia_tri), nguon=gia_tri.nguon)))
    if isinstance(gia_tri, bool) or gia_tri is None:
        raise DungDang("Mẫu in một giá trị có/không hoặc một chỗ không có gì.")
    if isinstance(gia_tri, str | int):
        return Markup(the.phat(Chu(str(gia_tri))))
    in_chu = getattr(gia_tri, "in_chu", None)
    if in_chu is not None:
        return _in_ra(the, thieu, in_chu)
    raise DungDang(f"Mẫu in một giá trị kiểu {type(gia_tri).__name__}, thứ ấy không in được.")


def moi_truong(nguon: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """Môi trường Jinja trong hộp cát cho các tệp lời văn đã đọc sẵn (tên → chữ); không chạm tới đĩa."""
    from jinja2 import DictLoader, StrictUndefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class HopCat(ImmutableSandboxedEnvironment):
        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)

    @pass_context
    def finalize(ngu_canh: Mapping[str, object], gia_tri: object) -> object:
        the = ngu_canh["__the__"]
        thieu = ngu_canh["__thieu__"]
        assert isinstance(the, BangThe) and isinstance(thieu, list)
        return _in_ra(the, thieu, gia_tri)

    env = HopCat(
        loader=DictLoader({ten: _danh_dau_muc(ten, chu) for ten, chu in nguon.items()}),
        undefined=StrictUndefined,
        autoescape=True,
        # "{#nhan}" là nhãn của ký pháp, nên ghi chú của Jinja phải mang dấu khác; mẫu ghi chú bằng dòng "//".
        comment_start_string="{=//",
        comment_end_string="//=}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )
    env.globals.clear()
    env.globals["range"] = _day_so
    env.filters = {
        **{ten: env.filters[ten] for ten in ("length", "join", "first", "last", "default", "lower", "list", "select", "reject")},
        "hoa": _giu_nguon(hoa),
        "hoa_dau": _giu_nguon(hoa_dau),
        "thuong_dau": _giu_nguon(thuong_dau),
        "bang_chu": bang_chu,
        "trong": lambda gia_tri, rong=8: gia_tri if gia_tri else Trong(getattr(gia_tri, "duong_dan", ""), int(rong)),
    }
    return env


def bang_chu(gia_tri: object) -> object:
    """Số, số tiền của một trường đọc ra chữ ("mười hai"); giữ nơi xuất xứ."""
    if isinstance(gia_tri, GiaTriTien):
        chu = doc_tien(gia_tri.gt)
    elif isinstance(gia_tri, GiaTriSo):
        nguyen = gia_tri.gt == gia_tri.gt.to_integral_value()
        chu = doc_so(int(gia_tri.gt)) if nguyen else doc_thap_phan(gia_tri.gt)
    elif isinstance(gia_tri, int) and not isinstance(gia_tri, bool):
        return doc_so(gia_tri)
    elif isinstance(gia_tri, str) and not gia_tri:
        return gia_tri
    elif isinstance(gia_tri, str) and gia_tri.isdigit():
        chu = doc_so(int(gia_tri))
    else:
        raise DungDang("Lọc bang_chu chỉ dùng cho số.")
    return GiaTri(chu, gt=chu, nguon=gia_tri.nguon, duong_dan=gia_tri.duong_dan) if isinstance(gia_tri, GiaTri) else chu


def _day_so(*gioi_han: int) -> range:
    day = range(*gioi_han)
    if len(day) > 10_000:
        raise DungDang("Vòng lặp quá dài.")
    return day


def _giu_nguon(ham: Callable[[str], str]) -> Callable[[object], object]:
    def loc(gia_tri: object) -> object:
        if hasattr(gia_tri, "__html__"):
            raise DungDang("Lọc này chỉ dùng cho giá trị của trường, không dùng cho cả đoạn lời văn.")
        chu = ham(str(gia_tri))
        return GiaTri(chu, gt=chu, nguon=gia_tri.nguon, duong_dan=gia_tri.duong_dan) if isinstance(gia_tri, GiaTri) else chu

    return loc


def _danh_dau_muc(ten: str, chu: str) -> str:
    if any("\ue000" <= c <= "\uf8ff" for c in chu):
        raise TemplateError("Lời văn của mẫu có ký tự vùng dùng riêng.", cho=ten, cach_sua="Xóa ký tự lạ ấy.")

    def thay(khop: re.Match[str]) -> str:
        muc = khop[1].strip().lower()
        if muc not in MUC:
            raise TemplateError(f"Mẫu có mục lạ [{khop[1]}].", cho=ten, cach_sua="Các mục dùng được: " + ", ".join(MUC) + ".")
        return f"{DAU_MUC}{muc}{DAU_MUC}"

    dong = [d for d in chu.replace("\r\n", "\n").split("\n") if not d.lstrip().startswith("//")]
    return _DONG_MUC.sub(thay, "\n".join(dong))


@dataclass(frozen=True, slots=True)
class LoiVanDaDung:
    """Một tệp lời văn đã điền: các mục (tên → chữ có thẻ), các giá trị của thẻ, đường dẫn trường in ra khi còn trống."""

    muc: dict[str, str]
    the: tuple[Inline, ...]
    thieu: tuple[str, ...]


def dung(mau: Template, bien: Mapping[str, object], *, cho: str) -> LoiVanDaDung:
    """Lời văn đã điền ``bien``.

    Raises TemplateError khi mẫu gọi tên lạ, in thứ không in được, hoặc chạy quá giới hạn.
    """
    from jinja2 import TemplateError as JinjaError

    the, thieu = BangThe(), list[str]()
    manh: list[str] = []
    dai = 0
    try:
        for doan in mau.generate({**bien, "__the__": the, "__thieu__": thieu}):
            manh.append(doan)
            dai += len(doan)
            if dai > _GIOI_HAN_CHU:
                raise DungDang("Lời văn dài quá giới hạn.")
    except (JinjaError, DungDang, TypeError, AttributeError, ArithmeticError, LookupError) as ngoai_le:
        raise _loi_mau(ngoai_le, bien, cho) from ngoai_le
    chu = "".join(manh)
    phan = chu.split(DAU_MUC)
    if phan[0].strip():
        raise TemplateError("Mẫu có chữ đứng trước mục đầu tiên.", cho=cho, cach_sua="Đặt dòng [nội dung] lên trên.")
    muc: dict[str, str] = {}
    for ten, noi_dung in zip(phan[1::2], phan[2::2], strict=True):
        muc[ten] = muc.get(ten, "") + noi_dung.strip("\n")
    return LoiVanDaDung(muc, tuple(the.gia_tri), tuple(dict.fromkeys(thieu)))


def _loi_mau(ngoai_le: Exception, bien: Mapping[str, object], cho: str) -> TemplateError:
    import difflib
    import traceback

    from jinja2 import TemplateSyntaxError, UndefinedError

    dong = next((k.lineno for k in reversed(traceback.extract_tb(ngoai_le.__traceback__)) if k.filename == "<template>"), None)
    if isinstance(ngoai_le, TemplateSyntaxError):
        dong = ngoai_le.lineno
    noi = f"{cho}, dòng {dong}" if dong else cho
    if isinstance(ngoai_le, UndefinedError):
        ten = re.search(r"'([^']+)'(?: is undefined|$)", str(ngoai_le))
        goi = ten[1] if ten else str(ngoai_le)
        gan = difflib.get_close_matches(goi, [b for b in bien if not b.startswith("__")], n=1)
        return TemplateError(
            f"Mẫu dùng tên “{goi}” chưa khai trong mau.yaml.",
            cho=noi,
            cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Khai trường ấy ở mục truong.",
        )
    return TemplateError(f"Mẫu không chạy được: {ngoai_le}", cho=noi, cach_sua="Sửa lời văn của mẫu ở dòng ấy.")
