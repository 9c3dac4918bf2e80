"""Các phiếu ví dụ của mọi mẫu đi kèm, mỗi phiếu soạn và đọc lại một lần."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from drafter.app import Draft, soan
from drafter.docx_doc import TepDocx, doc
from drafter.world import World
from tests.the_thuc.giai_phau import VanBanDoc, cac_van_ban

GOC = Path(__file__).resolve().parents[2]
MAU = GOC / "templates"
CAC_MAU = tuple(sorted(t.parent for t in MAU.glob("*/*/mau.yaml")))
CAC_VI_DU = tuple(sorted(t for m in CAC_MAU for t in (m / "vi_du").glob("*.yaml")))


def ten(tep: Path) -> str:
    """Tên ngắn của một phiếu ví dụ: ``ke_hoach/dan_chu_co_so/xa_long_ho_2026``."""
    return tep.relative_to(MAU).with_suffix("").as_posix().replace("/vi_du/", "/")


def vi_du(ten_ngan: str) -> Path:
    """Tệp của phiếu ví dụ ``loai/mau/ten``."""
    ma, _, ten_vi_du = ten_ngan.rpartition("/")
    return MAU / ma / "vi_du" / f"{ten_vi_du}.yaml"


@cache
def the_gioi() -> World:
    """Thế giới chỉ có mẫu đi kèm và một ngày đứng yên, để máy người chạy không chen vào."""
    return World(date(2026, 11, 22), (MAU,))


@cache
def ban_soan(tep: Path) -> Draft:
    """Bản soạn của một phiếu ví dụ."""
    return soan(tep, the_gioi=the_gioi())


@cache
def docx_cua(tep: Path) -> bytes:
    """DOCX của một phiếu ví dụ. Raises AssertionError kể các lỗi khi phiếu không soạn được."""
    ban = ban_soan(tep)
    assert ban.files, f"{ten(tep)} không ra tệp: " + "; ".join(f"{f.ma} {f.thong_bao}" for f in ban.findings if f.muc == "loi")
    (noi_dung,) = ban.files.values()
    return noi_dung


@cache
def doc_lai(tep: Path) -> TepDocx:
    """DOCX của một phiếu ví dụ, đọc lại."""
    return doc(docx_cua(tep))


@cache
def van_ban_cua(tep: Path) -> tuple[VanBanDoc, ...]:
    """Các văn bản đọc được trong DOCX của một phiếu ví dụ."""
    return cac_van_ban(doc_lai(tep))
