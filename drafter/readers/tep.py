"""Đọc một tệp phiếu bất kỳ: xét cả nội dung và đuôi tệp rồi giao cho bộ đọc YAML, JSON hoặc Excel."""

from __future__ import annotations

from pathlib import Path, PurePath

from drafter.errors import InputError
from drafter.findings import Finding
from drafter.readers.doc_excel import doc_excel
from drafter.readers.doc_json import doc_json
from drafter.readers.doc_yaml import doc_yaml
from drafter.readers.ma_hoa import giai_ma
from drafter.readers.nhan_dang import CHU, EXCEL, khong_phai, la_csv, la_gi
from drafter.record import Nhanh
from drafter.vn.loi_he import ly_do

LON_NHAT = 20 * 1024 * 1024
DUOI_EXCEL = (".xlsx", ".xlsm")
DUOI_YAML = (".yaml", ".yml")
DUOI_JSON = (".json",)


def doc_tep(path: Path) -> tuple[Nhanh, list[Finding]]:
    """Cây chữ của phiếu ở ``path`` và mọi điều tìm thấy.

    Raises InputError khi tệp không có, quá 20 MB, không phải YAML/JSON/xlsx, hoặc hỏng.
    """
    try:
        if path.is_dir():
            raise InputError(
                f"“{path}” là thư mục, không phải tệp phiếu.", cach_sua="Ghi tên tệp .yaml, .json hoặc .xlsx.", cho=str(path)
            )
        lon = path.stat().st_size
        if lon > LON_NHAT:
            raise _qua_lon(path.name, lon)
        du_lieu = path.read_bytes()
    except FileNotFoundError as e:
        raise InputError(f"Không có tệp “{path}”.", cach_sua="Xem lại tên và thư mục.", cho=str(path)) from e
    except OSError as e:
        raise InputError(
            f"Không đọc được tệp “{path}”: {ly_do(e)}.", cach_sua="Xem lại tên tệp và quyền đọc.", cho=str(path)
        ) from e
    return doc_du_lieu(du_lieu, ten=path.name)


def doc_du_lieu(du_lieu: bytes, *, ten: str) -> tuple[Nhanh, list[Finding]]:
    """Như ``doc_tep`` cho dữ liệu đã ở trong bộ nhớ; ``ten`` là tên tệp (đuôi cho biết kiểu; không đuôi thì xét nội dung)."""
    if len(du_lieu) > LON_NHAT:
        raise _qua_lon(ten, len(du_lieu))
    duoi = PurePath(ten).suffix.lower()
    that = la_gi(du_lieu)
    if duoi in DUOI_EXCEL or that == EXCEL:
        if that != EXCEL or (duoi and duoi not in DUOI_EXCEL):
            mong = "sổ Excel (.xlsx)" if duoi in DUOI_EXCEL else f"tệp {duoi}"
            raise khong_phai(ten, mong, _ten_that(du_lieu, that))
        return doc_excel(du_lieu, ten=ten)
    if that != CHU:
        raise khong_phai(ten, "tệp phiếu (.yaml, .json, .xlsx)", that)
    chu = giai_ma(du_lieu, ten=ten)
    if duoi in DUOI_JSON or (duoi not in DUOI_YAML and chu.lstrip()[:1] in ("{", "[")):
        return doc_json(chu, ten=ten)
    return doc_yaml(chu, ten=ten)


def _ten_that(du_lieu: bytes, that: str) -> str:
    if that == EXCEL:
        return "sổ Excel (.xlsx)"
    if that != CHU:
        return that
    if not du_lieu.strip():
        return "tệp trống"
    return "tệp chữ CSV" if la_csv(du_lieu.decode("utf-8", "replace")) else "tệp chữ"


def _qua_lon(ten: str, lon: int) -> InputError:
    return InputError(
        f"Tệp {ten} lớn {lon // 1024 // 1024} MB, quá giới hạn {LON_NHAT // 1024 // 1024} MB.",
        cach_sua="Một phiếu chỉ vài chục KB; xem có chọn nhầm tệp không.",
        cho=ten,
    )
