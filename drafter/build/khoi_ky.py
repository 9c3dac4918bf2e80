"""Khối ký: quyền hạn, chức vụ theo cơ quan và hình thức ký (mục 7 Phần II Phụ lục I, Điều 13 Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.build.co_quan import CoQuanNguCanh
from drafter.fields import GiaTri
from drafter.findings import Finding, canh_bao
from drafter.model import KhoiKy

_TAP_THE = {"ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân"}
_HOC_HAM = re.compile(
    r"^\s*((?:GS|PGS|TS|ThS|Th\.S|CN|KS|BS|LS|NSND|NSƯT|TSKH)\b\.?|(?:Giáo sư|Phó giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ)\b)",
    re.IGNORECASE,
)


def _chu(vb: Mapping[str, object], ten: str) -> str:
    return str(vb.get(ten) or "").strip()


def khoi_ky(co_quan: CoQuanNguCanh, loai: str, ky: str, vb: Mapping[str, object]) -> tuple[KhoiKy, list[Finding]]:
    """Khối ký và những điều cần nói; ``ky`` là ``tap_the`` hoặc ``thu_truong`` như mẫu khai."""
    nguoi = vb.get("nguoi_ky")
    ho_ten = str(getattr(nguoi, "ho_ten", "") or "").strip()
    chuc_vu = str(getattr(nguoi, "chuc_vu", "") or "").strip() or "Chủ tịch"
    hinh_thuc_gt = vb.get("hinh_thuc_ky")
    hinh_thuc = str(getattr(hinh_thuc_gt, "ma", "") or "")
    tap_the = ky == "tap_the" and co_quan.loai == "ubnd"
    cap_tren = _chu(vb, "chuc_vu_cap_tren") or "Chủ tịch"
    tm = f"TM. {_TAP_THE.get(co_quan.loai, str(co_quan.ten))}"
    dau: tuple[str, ...] = (tm,) if (tap_the and hinh_thuc != "khong") or hinh_thuc == "tm" else ()
    dong: tuple[str, ...]
    if hinh_thuc == "kt":
        dong = (*dau, f"KT. {cap_tren}", chuc_vu)
    elif hinh_thuc in ("tl", "tuq"):
        dong = (f"{hinh_thuc.upper()}. {cap_tren}", chuc_vu)
    elif hinh_thuc == "q":
        dong = (*dau, f"Q. {chuc_vu}")
    else:
        dong = (*dau, chuc_vu)
    khac = _chu(vb, "chuc_vu_khac")
    return KhoiKy(dong, ho_ten, (khac,) if khac else ()), _kiem(co_quan, loai, ky, hinh_thuc, chuc_vu, nguoi)


def _kiem(co_quan: CoQuanNguCanh, loai: str, ky: str, hinh_thuc: str, chuc_vu: str, nguoi: object) -> list[Finding]:
    ra: list[Finding] = []
    ho_ten_gt = getattr(nguoi, "ho_ten", None)
    ho_ten = str(ho_ten_gt or "")
    hoc_ham = _HOC_HAM.match(ho_ten)
    if hoc_ham:
        ra.append(
            canh_bao(
                "KY-02",
                f"Trước họ tên người ký có “{hoc_ham[1]}”.",
                duong_dan="van_ban.nguoi_ky.ho_ten",
                cach_sua="Bỏ học hàm, học vị, danh hiệu (trừ lực lượng vũ trang; giáo dục, y tế, khoa học theo ngành).",
                dieu_khoan="khoản 7 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
                nguon=ho_ten_gt.nguon if isinstance(ho_ten_gt, GiaTri) else None,
            )
        )
    if hinh_thuc == "khong" and co_quan.loai == "ubnd" and ky == "tap_the":
        ra.append(
            canh_bao(
                "KY-01",
                f"Văn bản của Ủy ban nhân dân ký “{chuc_vu}” mà không có “TM. Ủy ban nhân dân”.",
                duong_dan="van_ban.hinh_thuc_ky",
                cach_sua="Bỏ hinh_thuc_ky để máy ghi TM., trừ khi đây là thẩm quyền riêng của Chủ tịch.",
                dieu_khoan="khoản 7 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP",
            )
        )
    if chuc_vu.lower().startswith("phó") and not hinh_thuc and loai != "nghi_quyet":
        ra.append(
            canh_bao(
                "KY-01",
                f"Người ký là {chuc_vu} nhưng không ghi ký thay.",
                duong_dan="van_ban.hinh_thuc_ky",
                cach_sua="Cấp phó ký thay cấp trưởng thì ghi hinh_thuc_ky: kt.",
                dieu_khoan="khoản 2 Điều 13 Nghị định 30/2020/NĐ-CP",
            )
        )
    return ra
