"""Đọc tệp của một mẫu: chữ UTF-8, YAML mọi giá trị là chữ và nhớ dòng của từng khóa."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import TemplateError

if TYPE_CHECKING:
    import yaml

_LON_NHAT = 2_000_000
_NHIEU_MUC = 100_000
_SAU_NHAT = 40


@dataclass(slots=True)
class CayYaml:
    """Nội dung một tệp YAML (dict, list, chữ), dòng của từng đường dẫn ("truong.viec.kieu" → 12) và các chỗ khai lặp."""

    goc: object
    dong: dict[str, int] = field(default_factory=dict)
    lap: list[tuple[str, str]] = field(default_factory=list)


def doc_chu(tep: Path) -> str:
    """Chữ của một tệp mẫu (UTF-8, NFC).

    Raises TemplateError khi tệp thiếu, quá lớn hoặc không phải UTF-8.
    """
    try:
        tho = tep.read_bytes()
    except OSError as ngoai_le:
        raise TemplateError(
            f"Không mở được tệp {tep.name} của mẫu.", cho=str(tep), cach_sua="Xem lại tên tệp và quyền đọc thư mục mẫu."
        ) from ngoai_le
    if len(tho) > _LON_NHAT:
        raise TemplateError(
            f"Tệp {tep.name} của mẫu lớn quá {_LON_NHAT // 1_000_000} MB.", cho=str(tep), cach_sua="Xem có để nhầm tệp không."
        )
    try:
        return unicodedata.normalize("NFC", tho.decode("utf-8-sig"))
    except UnicodeDecodeError as ngoai_le:
        raise TemplateError(
            f"Tệp {tep.name} không phải UTF-8.", cho=str(tep), cach_sua="Lưu lại tệp với bảng mã UTF-8."
        ) from ngoai_le


def doc_yaml(tep: Path) -> CayYaml:
    """Nội dung tệp YAML ``tep``; khóa lặp được ghi lại, giá trị sau cùng được giữ.

    Raises TemplateError khi viết sai YAML, kèm dòng và cột, hoặc khi neo "&", "*" làm nội dung phình quá lớn.
    """
    import yaml

    chu = doc_chu(tep)
    try:
        nut = yaml.compose(chu, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as ngoai_le:
        dau = getattr(ngoai_le, "problem_mark", None)
        noi = f"{tep}, dòng {dau.line + 1}, cột {dau.column + 1}" if dau else str(tep)
        raise TemplateError(
            f"Tệp {tep.name} viết sai dạng YAML.", cho=noi, cach_sua="Xem lại thụt dòng, dấu hai chấm, dấu nháy ở dòng ấy."
        ) from ngoai_le
    doi = _Doi(tep)
    goc = doi.doi(nut, "") if nut is not None else None
    return CayYaml(goc, doi.dong, doi.lap)


class _Doi:
    """Đổi cây nút YAML thành dict, list, chữ."""

    def __init__(self, tep: Path) -> None:
        self.tep = tep
        self.dong: dict[str, int] = {}
        self.lap: list[tuple[str, str]] = []
        self.dem = 0

    def doi(self, nut: yaml.Node, duong_dan: str, sau: int = 0) -> object:
        import yaml

        self.dem += 1
        if self.dem > _NHIEU_MUC or sau > _SAU_NHAT:
            raise TemplateError(
                f"Tệp {self.tep.name} lồng quá sâu hoặc quá lớn sau khi mở rộng “&”, “*”.",
                cho=str(self.tep),
                cach_sua="Bớt các neo lồng nhau.",
            )
        self.dong.setdefault(duong_dan, nut.start_mark.line + 1)
        if isinstance(nut, yaml.MappingNode):
            ra: dict[str, object] = {}
            for khoa, gia_tri in nut.value:
                ten = str(khoa.value) if isinstance(khoa, yaml.ScalarNode) else "…"
                con = f"{duong_dan}.{ten}" if duong_dan else ten
                if ten in ra:
                    self.lap.append((con, f"Khóa “{ten}” khai hai lần: dòng {self.dong[con]} và {khoa.start_mark.line + 1}."))
                else:
                    self.dong[con] = khoa.start_mark.line + 1
                ra[ten] = self.doi(gia_tri, con, sau + 1)
            return ra
        if isinstance(nut, yaml.SequenceNode):
            return [self.doi(con, f"{duong_dan}[{i}]", sau + 1) for i, con in enumerate(nut.value)]
        return str(nut.value)
