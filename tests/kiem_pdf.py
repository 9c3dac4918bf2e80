"""Đồ nghề so PDF nhúng với PDF mà LibreOffice làm từ DOCX của cùng bản trình bày, và soát PDF/A."""

from __future__ import annotations

import difflib
import itertools
import os
import random
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from lxml import etree

from drafter.khoi import BanTrinhBay, GoiSo, KhoiBang, KhoiDoan, KhoiHaiCot, KhoiPhan, Manh
from drafter.resources import tep_du_lieu
from tests.kiem_docx import MM_MOI_PT

May: TypeAlias = Literal["libreoffice", "nhung"]
# Poppler vẽ khung chữ theo độ cao ghi trong phông: LibreOffice ghi 0 nên Poppler lấy 0,95 và 0,35 em; bản nhúng ghi 0,6772 và
# 0,2158 em.
CAO_VA_DUOI: dict[May, tuple[float, float]] = {"libreoffice": (1.3, 0.35), "nhung": (0.6772 + 0.2158, 0.2158)}
X = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class HangChu:
    """Chữ trên một đường chân của trang (các ô ngang nhau nằm chung một hàng): trang từ 1, độ dài mm."""

    trang: int
    chan: float
    trai: float
    chu: str


def hang_chu(pdf: Path, may: May) -> list[HangChu]:
    """Mọi hàng chữ của một PDF, từ trên xuống; bỏ hàng số trang."""
    lenh = ["pdftotext", "-bbox", str(pdf), "-"]
    tho = subprocess.run(lenh, capture_output=True, check=True, timeout=120).stdout
    goc = etree.fromstring(tho, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True))
    cao, duoi = CAO_VA_DUOI[may]
    ra: list[HangChu] = []
    for so, trang in enumerate(goc.iter(f"{X}page"), start=1):
        tu = []
        for w in trang.iter(f"{X}word"):
            trai, tren, day = (float(w.get(k, "0")) for k in ("xMin", "yMin", "yMax"))
            tu.append((day - (day - tren) / cao * duoi, trai, w.text or ""))
        hang: list[tuple[float, list[tuple[float, str]]]] = []
        for chan, trai, chu in sorted(tu):
            if hang and chan - hang[-1][0] < 3:
                hang[-1][1].append((trai, chu))
            else:
                hang.append((chan, [(trai, chu)]))
        for chan, cac in hang:
            cac.sort()
            chu = " ".join(c for _, c in cac)
            if not (chan < 50 and re.fullmatch(r"\d+", chu)):
                ra.append(HangChu(so, chan * MM_MOI_PT, cac[0][0] * MM_MOI_PT, chu))
    return ra


def so_trang(pdf: Path) -> int:
    """Số trang."""
    ra = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True, timeout=60).stdout
    khop = re.search(r"^Pages:\s+(\d+)", ra, re.MULTILINE)
    assert khop is not None
    return int(khop[1])


@dataclass(frozen=True, slots=True)
class SoSanh:
    """Kết quả so một văn bản: ``giong`` là số dòng trùng chữ, ``cung_trang`` là số dòng trùng chữ nằm cùng trang.

    ``lech_mm`` là độ lệch lớn nhất (ngang hoặc dọc) của các dòng cùng trang, trên những trang mà hai bên có
    đúng những dòng như nhau.
    """

    trang: tuple[int, int]
    dong: tuple[int, int]
    giong: int
    cung_trang: int
    lech_mm: float
    khac: tuple[tuple[str, ...], ...]
    cung_chu: bool

    @property
    def phan_tram(self) -> float:
        """Phần trăm dòng trùng."""
        return 100 * self.giong / max(*self.dong, 1)


def so_sanh(libreoffice: Path, nhung: Path) -> SoSanh:
    """So hai PDF của một văn bản theo từng dòng."""
    a, b = hang_chu(libreoffice, "libreoffice"), hang_chu(nhung, "nhung")
    may = difflib.SequenceMatcher(None, [h.chu for h in a], [h.chu for h in b], autojunk=False)
    cap = [(a[m.a + i], b[m.b + i]) for m in may.get_matching_blocks() for i in range(m.size)]
    cung = [(x, y) for x, y in cap if x.trang == y.trang]
    trang_a, trang_b = _theo_trang(a), _theo_trang(b)
    nhu_nhau = {t for t in trang_a if trang_b.get(t) == trang_a[t]}
    return SoSanh(
        (so_trang(libreoffice), so_trang(nhung)),
        (len(a), len(b)),
        len(cap),
        len(cung),
        max((max(abs(x.chan - y.chan), abs(x.trai - y.trai)) for x, y in cung if x.trang in nhu_nhau), default=0.0),
        tuple(
            (*(f"− {h.chu}" for h in a[i:j]), *(f"+ {h.chu}" for h in b[k:m]))
            for viec, i, j, k, m in may.get_opcodes()
            if viec != "equal"
        ),
        sorted("".join(h.chu for h in a).replace(" ", "")) == sorted("".join(h.chu for h in b).replace(" ", "")),
    )


def _theo_trang(hang: list[HangChu]) -> dict[int, list[str]]:
    """Các dòng của từng trang."""
    ra: dict[int, list[str]] = {}
    for h in hang:
        ra.setdefault(h.trang, []).append(h.chu)
    return ra


def de_muc_bi_bo_lai(libreoffice: Path, ban: BanTrinhBay) -> list[str]:
    """Những đoạn phải giữ với đoạn sau mà LibreOffice để đứng cuối trang: chỗ ấy bản Word xin giữ mà nó không giữ."""
    giu = {_chu(k) for k in ban.khoi if isinstance(k, KhoiDoan) and k.giu_voi_sau}
    hang = hang_chu(libreoffice, "libreoffice")
    cuoi = [x.chu for x, y in itertools.pairwise(hang) if x.trang != y.trang]
    return [c for c in cuoi if c in giu]


def ngoai_bang(dong: str, ban: BanTrinhBay) -> bool:
    """``dong`` là một dòng của một đoạn đứng ngoài bảng: cả đoạn, hoặc dài quá nửa dòng và nằm trong đoạn."""
    return any(dong == c or (len(dong) > 40 and dong in c) for c in (_chu(k) for k in ban.khoi if isinstance(k, KhoiDoan)))


def _chu(doan: KhoiDoan) -> str:
    return "".join(m.chu if isinstance(m, Manh) else str(m.so) if isinstance(m, GoiSo) else " " for m in doan.chu)


def chu_cua_khoi(ban: BanTrinhBay) -> Iterator[str]:
    """Chữ của từng đoạn trong các khối, theo thứ tự đọc; khối hai cột đọc hết cột trái rồi mới cột phải."""
    for k in ban.khoi:
        if isinstance(k, KhoiDoan):
            yield _chu(k)
        elif isinstance(k, KhoiHaiCot):
            for cot in ([c for h in k.hang for c in h.trai], [c for h in k.hang for c in h.phai]):
                yield from (_chu(c) for c in cot if isinstance(c, KhoiDoan))
        elif isinstance(k, KhoiBang):
            yield from (_chu(d) for h in k.hang for o in h.o for d in o.doan)


@contextmanager
def phong_di_kem(cho: Path) -> Iterator[None]:
    """Trong khối này LibreOffice chỉ thấy phông của ``data/phong`` và lấy nó thay Times New Roman."""
    conf = cho / "fonts.conf"
    conf.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{tep_du_lieu('phong')}</dir><cachedir>{cho / 'fc'}</cachedir>"
        '<match target="pattern"><test name="family"><string>Times New Roman</string></test>'
        '<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>',
        encoding="utf-8",
    )
    cu = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(conf)
    try:
        yield
    finally:
        if cu is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = cu


def loi_pdfa(pdf: bytes, *, chuan: str = "2a") -> list[str]:
    """Mã các quy tắc PDF/A, PDF/UA mà tệp phạm.

    Bộ soát tính lầm độ dài của dòng byte kết bằng CR (nó coi CR ấy là xuống dòng); quy tắc đó được đo lại ngay trên byte.
    """
    import page

    with tempfile.TemporaryDirectory() as tam:
        tep = Path(tam) / "a.pdf"
        tep.write_bytes(pdf)
        ma = [str(f.rule_id) for f in page.validate_pdf(str(tep), profile=chuan).failures]
    return [m for m in ma if "STREAM-LENGTH" not in m or not do_dai_dung(pdf)]


def do_dai_dung(pdf: bytes) -> bool:
    """Mọi dòng byte dài đúng bằng ``/Length`` của nó."""
    dong = list(re.finditer(rb"/Length (\d+)(?:(?!endobj|stream).)*?>>\s*stream\n", pdf, re.DOTALL))
    return bool(dong) and all(pdf[d.end() + int(d[1]) :].startswith(b"\nendstream") for d in dong)


# Những từ mà hai bộ ngắt dòng dễ bất đồng: gạch chéo, gạch nối, số, ngoặc, thư điện tử, đường dẫn.
_TU_KHO = (
    "59/2023/NĐ-CP|108/KH-UBND|26/3/2024|Quyết định số 320-QĐ/TU|kinh tế - xã hội|(OCOP)|“dân vận khéo”,|100%|30.000.000đ|m²|"
    "chilang@langson.gov.vn|QCVN 01:2021/BXD|Điều 5, khoản 2, điểm a)|2021–2025|2021-2025|…|và/hoặc|UBND-VP|01/01/2024.|"
    "Nghị quyết số 35/2021/QH15|[1]|+ 5|- Lưu: VT;|±0,5|25°C|Công ty TNHH MTV|A4|cán bộ/công chức/viên chức|"
    "1.000.000 đồng/người/tháng|Thủ Dầu Một - Bình Dương|Covid-19|≥ 95,5%|km²/người|(a)/(b)|§ 5|Hà Nội, 2026"
)
TU_KHO = _TU_KHO.split("|")


_TU_THUONG = (
    "Ủy ban nhân dân xã có trách nhiệm tổ chức thực hiện, kiểm tra, đôn đốc việc thực hiện dân chủ ở cơ sở theo quy định; "
    "báo cáo Thường trực Hội đồng nhân dân huyện, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam trước ngày 30 tháng 6 "
    "hằng năm. Người đứng đầu nghiêm túc tiếp thu, giải trình ý kiến của Nhân dân (nếu có) và chịu trách nhiệm trước pháp "
    "luật về kết quả; khuyến khích thôn, tổ dân phố, khu dân cư phối hợp niêm yết công khai, phát huy vai trò giám sát, "
    "phản biện xã hội; xử lý kịp thời những khó khăn, vướng mắc, kiến nghị, không để phát sinh điểm nóng; bảo đảm quốc "
    "phòng, an ninh, trật tự an toàn giao thông."
)
TU_THUONG = _TU_THUONG.split()


def ban_hon_hop(tu_thuong: list[str] = TU_THUONG, *, so_doan: int = 240, hat_giong: int = 1) -> BanTrinhBay:
    """Một văn bản dài trộn từ thường với một phần tư từ khó, nhiều vai cỡ chữ khác nhau."""
    gieo = random.Random(hat_giong)
    vai = ("loi_van", "can_cu", "khoan_ten", "noi_nhan", "bang_o", "muc_la_ma")
    doan = [
        KhoiDoan(
            vai[i % len(vai)],
            (Manh(" ".join(gieo.choice(TU_KHO) if gieo.random() < 0.25 else gieo.choice(tu_thuong) for _ in range(45))),),
        )
        for i in range(so_doan)
    ]
    return BanTrinhBay((KhoiPhan(), *doan))
