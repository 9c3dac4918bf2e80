"""Đọc một thư mục mẫu: ``mau.yaml`` và các tệp lời văn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.build.khai_mau import KiemKhai
from drafter.build.tep_mau import CayYaml, doc_chu, doc_yaml
from drafter.errors import DrafterError
from drafter.fields import TruongKhai
from drafter.regime import che_do
from drafter.registry.loai_van_ban import danh_muc

if TYPE_CHECKING:
    from jinja2 import Template

    from drafter.build.bieu_mau import BieuMau

_KHOA_MAU = ("ma", "ten", "mo_ta", "phien_ban", "cap", "tu", "den", "bo", "truong", "nguon", "bao_phu", "khac_nhau")
_KHOA_BO = ("id", "loai", "che_do", "mau_trinh_bay", "tep", "kem_theo", "danh_so", "ky")
_CAP = ("tinh", "huyen", "xa")
_KY = ("", "tap_the", "thu_truong")


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
    bieu_mau: dict[str, BieuMau] = field(default_factory=dict, compare=False, repr=False)


def doc_mau(thu_muc: Path, khung: Path) -> Mau:
    """Mẫu đọc từ ``thu_muc``, với phần chung đọc từ ``khung``; lời văn đã biên dịch.

    Raises TemplateError khi mẫu hỏng, kể hết mọi chỗ khai sai, kèm tệp và dòng.
    """
    tep = thu_muc / "mau.yaml"
    cay = doc_yaml(tep)
    kiem = KiemKhai(tep, cay)
    tho = kiem.cac_khoa(cay.goc, "", _KHOA_MAU)
    for can in ("ma", "ten", "bo", "truong"):
        if isinstance(cay.goc, dict) and not tho.get(can):
            kiem.sai(can, f"Thiếu “{can}”.", f"Thêm dòng “{can}: …”.")
    ma, ten, mo_ta, phien_ban = (kiem.chu(tho, k) for k in ("ma", "ten", "mo_ta", "phien_ban"))
    if ma and ma != f"{thu_muc.parent.name}/{thu_muc.name}":
        kiem.sai("ma", f"Mã “{ma}” khác tên thư mục.", f"Ghi ma: {thu_muc.parent.name}/{thu_muc.name}.")
    bo = _doc_bo(kiem, tho.get("bo"), thu_muc)
    cap = kiem.day_chu(tho, "cap") or _CAP
    for i, c in enumerate(cap):
        kiem.trong(c, _CAP, f"cap[{i}]", "cấp")
    tu, den = kiem.ngay(tho, "tu"), kiem.ngay(tho, "den")
    truong = kiem.cac_truong(tho.get("truong"), "truong")
    if truong and ("co_quan" not in truong or truong["co_quan"].kieu != "don_vi"):
        kiem.sai("truong", "Mẫu phải có trường co_quan kiểu don_vi.", "co_quan: {kieu: don_vi, nhan: Cơ quan ban hành}")
    mau_phu = {ten: kiem.cac_nhom(tho, ten) for ten in ("bao_phu", "khac_nhau")}
    nguon = kiem.day_chu(tho, "nguon")
    kiem.nem_neu_sai()
    loi_van, bieu_mau, ma_bam = _bien_dich(thu_muc, khung, bo)
    return Mau(
        ma=ma,
        ten=ten,
        mo_ta=mo_ta,
        phien_ban=phien_ban or "1",
        cap=cap,
        tu=tu,
        den=den,
        bo=bo,
        truong=truong,
        van_ban=doc_van_ban_chung(khung),
        nguon=nguon,
        bao_phu=mau_phu["bao_phu"],
        khac_nhau=mau_phu["khac_nhau"],
        ma_bam=ma_bam,
        thu_muc=thu_muc,
        loi_van=loi_van,
        bieu_mau=bieu_mau,
    )


def doc_van_ban_chung(khung: Path) -> dict[str, TruongKhai]:
    """Các trường chung của mọi văn bản.

    Raises TemplateError khi tệp khai sai.
    """
    tep = khung / "van_ban.yaml"
    tho = doc_yaml(tep)
    kiem = KiemKhai(tep, CayYaml(tho.goc, {f"van_ban.{k}": d for k, d in tho.dong.items()}, tho.lap))
    truong = kiem.cac_truong(tho.goc, "van_ban")
    kiem.nem_neu_sai()
    return truong


def _doc_bo(kiem: KiemKhai, tho: object, thu_muc: Path) -> tuple[VanBanMau, ...]:
    """Các văn bản của bộ; mỗi chỗ khai sai vào sổ của ``kiem``."""
    if tho and not isinstance(tho, list):
        kiem.sai("bo", "“bo” phải là một dãy văn bản.", "Mỗi văn bản một dòng “- {id: …, loai: …, tep: …}”.")
    ra: list[VanBanMau] = []
    cac_loai = {m: v for m, v in danh_muc().loai.items() if v.nhom == "van_ban_hanh_chinh"}
    for i, mot in enumerate(tho if isinstance(tho, list) else ()):
        o = f"bo[{i}]"
        muc = kiem.cac_khoa(mot, o, _KHOA_BO)
        gt = {k: kiem.chu(muc, k, o) for k in muc}
        for can in ("id", "loai", "tep"):
            if isinstance(mot, dict) and not mot.get(can):
                kiem.sai(o, f"Văn bản thứ {i + 1} thiếu “{can}”.", f"Thêm {can}: ….")
        vb = VanBanMau(ma=gt.get("id", ""), **{"loai": "", "tep": "", **{k: v for k, v in gt.items() if k != "id" and v}})
        if vb.ma in {v.ma for v in ra}:
            kiem.sai(f"{o}.id", f"Mã văn bản “{vb.ma}” dùng hai lần.", "Đặt id khác.")
        if vb.kem_theo is not None and vb.kem_theo not in {v.ma for v in ra}:
            kiem.sai(f"{o}.kem_theo", f"Không có văn bản “{vb.kem_theo}” đứng trước để kèm theo.", "Ghi id của văn bản chính.")
        kiem.trong(vb.danh_so, ("giu", "tinh"), f"{o}.danh_so", "cách đánh số")
        kiem.trong(vb.ky, _KY, f"{o}.ky", "cách ký")
        if vb.loai and kiem.trong(vb.loai, cac_loai, f"{o}.loai", "loại văn bản"):
            duoc = cac_loai[vb.loai].mau or ("1.4",)
            kiem.trong(vb.mau_trinh_bay, duoc, f"{o}.mau_trinh_bay", f"mẫu trình bày của {cac_loai[vb.loai].ten_goi.lower()}")
        try:
            che_do(vb.che_do)
        except DrafterError as ngoai_le:
            kiem.sai(f"{o}.che_do", ngoai_le.thong_bao, ngoai_le.cach_sua)
        if vb.tep and ((thu_muc / vb.tep).resolve().parent != thu_muc.resolve() or not vb.tep.endswith((".txt", ".docx"))):
            kiem.sai(
                f"{o}.tep", f"Tệp “{vb.tep}” phải là .txt hoặc .docx nằm ngay trong thư mục mẫu.", "Ghi tên tệp, như qd.txt."
            )
        ra.append(vb)
    return tuple(ra)


def _bien_dich(thu_muc: Path, khung: Path, bo: tuple[VanBanMau, ...]) -> tuple[dict[str, Template], dict[str, BieuMau], str]:
    """Lời văn và biểu mẫu Word của từng văn bản, đã biên dịch, và SHA-256 của thư mục mẫu cùng phần khung chung."""
    from jinja2 import TemplateSyntaxError

    from drafter.build.hop_cat import moi_truong
    from drafter.build.loi_jinja import loi_cu_phap
    from drafter.build.loi_van import danh_dau_muc

    la_word = {b.ma for b in bo if b.tep.endswith(".docx")}
    noi = {b.tep: thu_muc / b.tep for b in bo if b.ma not in la_word}
    noi |= {f"_khung/{t.name}": t for t in sorted(khung.glob("*.txt"))}
    chu = {ten: doc_chu(tep) for ten, tep in noi.items()}
    env = moi_truong({ten: (danh_dau_muc(c, str(noi[ten])), str(noi[ten])) for ten, c in chu.items()})
    loi_van: dict[str, Template] = {}
    bieu_mau: dict[str, BieuMau] = {}
    for b in bo:
        if b.ma in la_word:
            from drafter.build.bieu_mau import doc_bieu_mau

            bieu_mau[b.ma] = doc_bieu_mau(thu_muc / b.tep)
            chu[b.tep] = hashlib.sha256(bieu_mau[b.ma].goc).hexdigest()
            continue
        try:
            loi_van[b.ma] = env.get_template(b.tep)
        except (TemplateSyntaxError, RecursionError) as ngoai_le:
            raise loi_cu_phap(ngoai_le, str(noi[b.tep]), env.filters) from ngoai_le
    chu |= {"mau.yaml": doc_chu(thu_muc / "mau.yaml"), "van_ban.yaml": doc_chu(khung / "van_ban.yaml")}
    bam = hashlib.sha256()
    for ten, noi_dung in sorted(chu.items()):
        bam.update(f"{ten}\0{noi_dung}\0".encode())
    return loi_van, bieu_mau, bam.hexdigest()
