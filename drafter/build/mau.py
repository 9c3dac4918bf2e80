"""Đọc một thư mục mẫu: ``mau.yaml`` và các tệp lời văn."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import TemplateError
from drafter.fields import TruongKhai, doc_khai
from drafter.findings import Finding

if TYPE_CHECKING:
    from jinja2 import Template

_KHOA_MAU = {"ma", "ten", "mo_ta", "phien_ban", "cap", "tu", "den", "bo", "truong", "nguon", "bao_phu", "khac_nhau"}
_KHOA_BO = {"id", "loai", "che_do", "mau_trinh_bay", "tep", "kem_theo", "danh_so", "ky"}
_LON_NHAT = 2_000_000


@dataclass(frozen=True, slots=True)
class VanBanMau:
    """Một văn bản của bộ, như khai trong ``mau.yaml``."""

    ma: str
    loai: str
    tep: str
    che_do: str = "nd30_2020"
    mau_trinh_bay: str = "1.4"
    kem_theo: str | None = None
    danh_so: str = "tinh"
    ky: str = ""


@dataclass(frozen=True, slots=True)
class Mau:
    """Một mẫu đã đọc và biên dịch; ``ma_bam`` là mã băm của toàn bộ thư mục mẫu cùng phần khung chung."""

    ma: str
    ten: str
    mo_ta: str
    phien_ban: str
    cap: tuple[str, ...]
    tu: date | None
    den: date | None
    bo: tuple[VanBanMau, ...]
    truong: dict[str, TruongKhai]
    van_ban: dict[str, TruongKhai]
    nguon: tuple[str, ...]
    bao_phu: tuple[Mapping[str, str], ...]
    khac_nhau: tuple[Mapping[str, str], ...]
    ma_bam: str
    thu_muc: Path
    loi_van: dict[str, Template] = field(default_factory=dict, compare=False, repr=False)


def _yaml(tep: Path) -> object:
    import yaml

    class Doc(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
        """Đọc mọi giá trị là chữ và từ chối khóa lặp."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
            da_co: set[object] = set()
            for khoa, _ in node.value:
                ten = self.construct_object(khoa)
                if ten in da_co:
                    raise TemplateError(f"Khóa “{ten}” khai hai lần.", cho=f"{tep.name}, dòng {khoa.start_mark.line + 1}")
                da_co.add(ten)
            return dict(super().construct_mapping(node, deep=deep))

    try:
        return yaml.load(doc_chu(tep), Loader=Doc)
    except yaml.YAMLError as ngoai_le:
        dau = getattr(ngoai_le, "problem_mark", None)
        noi = f"{tep}, dòng {dau.line + 1}, cột {dau.column + 1}" if dau else str(tep)
        raise TemplateError(
            "Tệp YAML của mẫu viết sai.", cho=noi, cach_sua="Xem lại thụt dòng, dấu hai chấm, dấu nháy ở dòng ấy."
        ) from ngoai_le


def doc_chu(tep: Path) -> str:
    """Chữ của một tệp mẫu (UTF-8, NFC).

    Raises TemplateError khi tệp thiếu, quá lớn hoặc không phải UTF-8.
    """
    import unicodedata

    try:
        tho = tep.read_bytes()
    except OSError as ngoai_le:
        raise TemplateError(f"Không mở được tệp {tep.name} của mẫu.", cho=str(tep)) from ngoai_le
    if len(tho) > _LON_NHAT:
        raise TemplateError(f"Tệp {tep.name} của mẫu lớn quá {_LON_NHAT // 1_000_000} MB.", cho=str(tep))
    try:
        return unicodedata.normalize("NFC", tho.decode("utf-8-sig"))
    except UnicodeDecodeError as ngoai_le:
        raise TemplateError(
            f"Tệp {tep.name} không phải UTF-8.", cho=str(tep), cach_sua="Lưu lại tệp với bảng mã UTF-8."
        ) from ngoai_le


def doc_truong(khai: object, duong_dan: str, cho: str) -> dict[str, TruongKhai]:
    """Các trường khai trong một mục của tệp mẫu.

    Raises TemplateError kể hết mọi chỗ khai sai.
    """
    if not isinstance(khai, dict):
        raise TemplateError("Mục khai trường phải gồm các dòng “tên: {kieu: …, nhan: …}”.", cho=cho)
    ra: dict[str, TruongKhai] = {}
    sai: list[Finding] = []
    for ten, noi_dung in khai.items():
        truong, tim_thay = doc_khai(ten, noi_dung, duong_dan=f"{duong_dan}.{ten}")
        sai += tim_thay
        if truong is not None:
            ra[ten] = truong
    if sai:
        raise TemplateError(
            "Mẫu khai trường sai: " + " ".join(f"{f.duong_dan}: {f.thong_bao} {f.cach_sua}".strip() for f in sai), cho=cho
        )
    return ra


def _kiem_khoa(khai: Mapping[str, object], cho_phep: set[str], cho: str) -> None:
    for khoa in khai:
        if khoa not in cho_phep:
            gan = difflib.get_close_matches(str(khoa), cho_phep, n=1)
            raise TemplateError(f"mau.yaml có khóa lạ “{khoa}”.", cho=cho, cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "")


def _ngay(chu: object, cho: str) -> date | None:
    if not chu:
        return None
    try:
        return date.fromisoformat(str(chu))
    except ValueError as ngoai_le:
        raise TemplateError(
            f"Ngày “{chu}” trong mau.yaml sai.", cho=cho, cach_sua="Viết năm-tháng-ngày, ví dụ 2025-07-01."
        ) from ngoai_le


def doc_mau(thu_muc: Path, khung: Path) -> Mau:
    """Mẫu đọc từ ``thu_muc``, với phần chung đọc từ ``khung``; lời văn đã biên dịch.

    Raises TemplateError khi mẫu hỏng, kể rõ tệp và dòng.
    """
    from jinja2 import TemplateSyntaxError

    from drafter.build.hop_cat import moi_truong
    from drafter.build.loi_jinja import loi_cu_phap
    from drafter.build.loi_van import danh_dau_muc

    tep = thu_muc / "mau.yaml"
    tho = _yaml(tep)
    if not isinstance(tho, dict):
        raise TemplateError("mau.yaml phải gồm các khóa ma, ten, bo, truong.", cho=str(tep))
    _kiem_khoa(tho, _KHOA_MAU, str(tep))
    for can in ("ma", "ten", "bo", "truong"):
        if not tho.get(can):
            raise TemplateError(f"mau.yaml thiếu “{can}”.", cho=str(tep))
    bo = []
    for mot in tho["bo"]:
        _kiem_khoa(mot, _KHOA_BO, str(tep))
        if not {"id", "loai", "tep"} <= mot.keys():
            raise TemplateError("Mỗi văn bản trong bo cần id, loai, tep.", cho=str(tep))
        bo.append(VanBanMau(ma=mot["id"], **{k: v for k, v in mot.items() if k != "id"}))
    truong = doc_truong(tho["truong"], "truong", str(tep))
    if "co_quan" not in truong or truong["co_quan"].kieu != "don_vi":
        raise TemplateError("Mẫu phải có trường co_quan kiểu don_vi.", cho=str(tep))
    van_ban = doc_truong(_yaml(khung / "van_ban.yaml"), "van_ban", str(khung / "van_ban.yaml"))

    chu = {b.tep: doc_chu(_trong_thu_muc(thu_muc, b.tep)) for b in bo}
    chu |= {f"_khung/{t.name}": doc_chu(t) for t in sorted(khung.glob("*.txt"))}
    noi = {ten: str(khung / ten.removeprefix("_khung/") if ten.startswith("_khung/") else thu_muc / ten) for ten in chu}
    env = moi_truong({ten: (danh_dau_muc(c, noi[ten]), noi[ten]) for ten, c in chu.items()})
    loi_van = {}
    for b in bo:
        try:
            loi_van[b.ma] = env.get_template(b.tep)
        except TemplateSyntaxError as ngoai_le:
            raise loi_cu_phap(ngoai_le, noi[b.tep], env.filters) from ngoai_le
    bam = hashlib.sha256()
    for ten, noi_dung in sorted({**chu, "mau.yaml": doc_chu(tep), "van_ban.yaml": doc_chu(khung / "van_ban.yaml")}.items()):
        bam.update(f"{ten}\0{noi_dung}\0".encode())
    return Mau(
        ma=tho["ma"],
        ten=tho["ten"],
        mo_ta=tho.get("mo_ta", ""),
        phien_ban=tho.get("phien_ban", "1"),
        cap=tuple(tho.get("cap", ("tinh", "huyen", "xa"))),
        tu=_ngay(tho.get("tu"), str(tep)),
        den=_ngay(tho.get("den"), str(tep)),
        bo=tuple(bo),
        truong=truong,
        van_ban=van_ban,
        nguon=tuple(tho.get("nguon", ())),
        bao_phu=tuple(tho.get("bao_phu", ())),
        khac_nhau=tuple(tho.get("khac_nhau", ())),
        ma_bam=bam.hexdigest(),
        thu_muc=thu_muc,
        loi_van=loi_van,
    )


def _trong_thu_muc(thu_muc: Path, ten: str) -> Path:
    tep = (thu_muc / ten).resolve()
    if tep.parent != thu_muc.resolve():
        raise TemplateError(f"Tệp lời văn “{ten}” phải nằm ngay trong thư mục mẫu.", cho=str(thu_muc))
    return tep
