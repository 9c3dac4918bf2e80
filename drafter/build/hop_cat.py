"""Hộp cát Jinja cho lời văn của mẫu: không chạm đĩa, không chạm ruột Python, không chạy vô hạn, không thoát chữ hai lần."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from drafter.build.loc import DungDang, bang_chu, giu_nguon
from drafter.build.the import BangThe
from drafter.fields import GiaTri, GiaTriCanCu
from drafter.model import ChoTrong, Chu, VienDan
from drafter.vn.hoa import hoa, hoa_dau, thuong_dau

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LUOT = "__luot__"
MO_GHI_CHU, DONG_GHI_CHU = "{=//", "//=}"
_LOC_CUA_JINJA = ("length", "first", "last", "default", "lower", "list", "select", "reject")
_PHEP_CHU = frozenset(("lower", "upper", "strip", "startswith", "endswith", "split", "isdigit", "count", "find"))
_DAI_NHAT = 1_000_000
_LAP_NHIEU_NHAT = 20_000


class GiaTriNoiDung(GiaTri):
    """Lời văn theo ký pháp do người điền gõ: thứ duy nhất được phân tích thành bố cục."""


@dataclass(frozen=True, slots=True)
class Trong:
    """Chỗ trống do mẫu yêu cầu (``| trong(8)``)."""

    truong: str
    rong: int


@dataclass(slots=True)
class LuotDung:
    """Sổ tay của một lượt dựng: thẻ đã phát, trường in ra khi còn trống, lời văn người dùng đã chèn, số vòng lặp còn lại."""

    the: BangThe = field(default_factory=BangThe)
    thieu: list[str] = field(default_factory=list)
    noi_dung: list[GiaTriNoiDung] = field(default_factory=list)
    con_lap: int = _LAP_NHIEU_NHAT


def luot_cua(ngu_canh: Any) -> LuotDung:
    """Sổ tay của lượt dựng đang chạy, lấy từ ngữ cảnh Jinja."""
    luot = ngu_canh[LUOT]
    assert isinstance(luot, LuotDung)
    return luot


def in_ra(luot: LuotDung, gia_tri: object) -> object:
    """Chữ đã an toàn cho bộ phân tích: mọi giá trị thành thẻ, chỉ lời văn theo ký pháp đi thẳng.

    Raises DungDang khi giá trị không in được.
    """
    from markupsafe import Markup

    if isinstance(gia_tri, Markup):
        return gia_tri
    if isinstance(gia_tri, Trong):
        return Markup(luot.the.phat(ChoTrong(gia_tri.truong, gia_tri.rong)))
    if isinstance(gia_tri, VienDan):
        return Markup(luot.the.phat(gia_tri))
    if isinstance(gia_tri, GiaTriCanCu):
        return Markup(luot.the.phat(VienDan(gia_tri.ma, str(gia_tri), nguon=gia_tri.nguon)))
    if isinstance(gia_tri, GiaTriNoiDung) and gia_tri.strip():
        luot.noi_dung.append(gia_tri)
        return Markup(str(gia_tri))
    if isinstance(gia_tri, GiaTri):
        if not gia_tri.strip():
            luot.thieu.append(gia_tri.duong_dan)
            return Markup(luot.the.phat(ChoTrong(gia_tri.duong_dan)))
        return Markup(luot.the.phat(Chu(str(gia_tri), nguon=gia_tri.nguon)))
    if isinstance(gia_tri, bool) or gia_tri is None:
        raise DungDang("in một giá trị có/không, hoặc một chỗ không có gì.")
    if isinstance(gia_tri, str | int):
        return Markup(luot.the.phat(Chu(str(gia_tri)))) if str(gia_tri) else ""
    trong_no = getattr(gia_tri, "in_chu", None)
    if trong_no is not None:
        return in_ra(luot, trong_no)
    if isinstance(gia_tri, tuple | list):
        raise DungDang("in thẳng một danh sách; dùng {% for %} hoặc | join.")
    raise DungDang("in một thứ không phải chữ hay số.")


def moi_truong(nguon: Mapping[str, tuple[str, str]]) -> ImmutableSandboxedEnvironment:
    """Môi trường Jinja cho các tệp lời văn đã đọc sẵn: tên → (chữ, đường dẫn để nói khi có lỗi)."""
    from jinja2 import FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes, pass_context
    from jinja2.compiler import CodeGenerator, Frame
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sinh(CodeGenerator):
        """Nối chữ bằng ``~`` đi qua thẻ, để "&" của người dùng không bị thoát thành "&amp;"."""

        def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
            self.write("environment.noi(context, (")
            for con in node.nodes:
                self.visit(con, frame)
                self.write(", ")
            self.write("))")

    class HopCat(ImmutableSandboxedEnvironment):
        code_generator_class = Sinh
        intercepted_binops = frozenset(("*", "**", "+", "%"))

        def noi(self, ngu_canh: Any, phan: Iterable[object]) -> object:
            return _noi(luot_cua(ngu_canh), phan)

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            if isinstance(obj, str) and hasattr(str, attr) and attr not in _PHEP_CHU:
                return False
            return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)

        def wrap_str_format(self, value: Any) -> None:
            """Không cho ``str.format``: nó chạm thuộc tính bên trong và phình bộ nhớ theo bề rộng."""

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            _kiem_phep_tinh(operator, left, right)
            return super().call_binop(context, operator, left, right)

        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            cay = super()._parse(source, name, filename)
            for nut in cay.find_all((nodes.Import, nodes.FromImport)):
                # Lời văn gọi từ khung chung vẫn thấy trường và thẻ của lượt đang dựng.
                nut.with_context = True  # type: ignore[attr-defined]
            for ten in cay.find_all(nodes.Name):
                if ten.name.startswith("__"):
                    raise TemplateSyntaxError(f"Tên “{ten.name}” không dùng được.", ten.lineno, name, filename)
            return cay

    def tai(ten: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (*nguon[ten], lambda: True) if ten in nguon else None

    env = HopCat(
        loader=FunctionLoader(tai),
        undefined=StrictUndefined,
        autoescape=True,
        # "{#nhan}" là nhãn của ký pháp, nên ghi chú của Jinja phải mang dấu khác; mẫu ghi chú bằng dòng "//".
        comment_start_string=MO_GHI_CHU,
        comment_end_string=DONG_GHI_CHU,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=pass_context(lambda ngu_canh, gia_tri: in_ra(luot_cua(ngu_canh), gia_tri)),
    )
    env.globals.clear()
    env.globals["range"] = pass_context(_day_so)
    env.filters = {
        **{ten: env.filters[ten] for ten in _LOC_CUA_JINJA},
        "join": pass_context(_loc_join),
        "hoa": giu_nguon(hoa),
        "hoa_dau": giu_nguon(hoa_dau),
        "thuong_dau": giu_nguon(thuong_dau),
        "bang_chu": bang_chu,
        "trong": lambda gia_tri, rong=8: gia_tri if gia_tri else Trong(getattr(gia_tri, "duong_dan", ""), int(rong)),
    }
    return env


def _noi(luot: LuotDung, phan: Iterable[object]) -> object:
    """Các phần nối liền: toàn chữ thường thì ra chữ thường; có lời văn đã dựng thì mọi phần đi qua thẻ."""
    from markupsafe import Markup

    cac = list(phan)
    if any(hasattr(p, "__html__") for p in cac):
        return Markup("").join(Markup(in_ra(luot, p)) for p in cac)
    return "".join(str(p) for p in cac)


def _loc_join(ngu_canh: Any, day: Iterable[object], dau: str = "", attribute: str | None = None) -> object:
    cac = [ngu_canh.environment.getattr(v, attribute) if attribute else v for v in day]
    xen = [p for v in cac for p in (dau, v)][1:]
    return _noi(luot_cua(ngu_canh), xen)


def _day_so(ngu_canh: Any, *gioi_han: int) -> range:
    day = range(*gioi_han)
    luot = luot_cua(ngu_canh)
    luot.con_lap -= len(day)
    if luot.con_lap < 0:
        raise DungDang("lặp quá nhiều vòng.")
    return day


def _so_vua(x: object) -> bool:
    return isinstance(x, int | float | Decimal) and -(10**15) < x < 10**15


def _kiem_phep_tinh(phep: str, trai: object, phai: object) -> None:
    """Chặn phép tính làm phình bộ nhớ: lũy thừa, nhân chữ, nối dãy rất dài, định dạng rất rộng."""
    if phep == "**" or (phep == "*" and not (_so_vua(trai) and _so_vua(phai))):
        raise DungDang(f"dùng phép “{phep}” với chữ hoặc với số quá lớn.")
    if phep == "%" and isinstance(trai, str) and re.search(r"%[^%a-zA-Z]*(\d{3}|\*)", trai):
        raise DungDang("định dạng chữ quá rộng.")
    if phep == "+" and any(hasattr(x, "__len__") and len(x) > _DAI_NHAT for x in (trai, phai)):
        raise DungDang("nối chữ quá dài.")
