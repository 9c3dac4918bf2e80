"""Cửa duy nhất ra thế giới bên ngoài: ngày hôm nay, các thư mục mẫu, hai sổ đăng ký."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import UsageError
from drafter.resources import thu_muc, thu_muc_mau

if TYPE_CHECKING:
    from drafter.build.mau import Mau
    from drafter.registry.can_cu import SoCanCu
    from drafter.registry.so_don_vi import SoDonVi

BIEN_MAU = "DRAFTER_TEMPLATES"
_MA_MAU = re.compile(r"[a-z0-9_]+/[a-z0-9_]+")
_GIO_VIET_NAM = timedelta(hours=7)


@dataclass(frozen=True, slots=True)
class World:
    """Những gì đến từ bên ngoài trong một lần chạy; ``noi_mau`` xếp từ riêng nhất đến chung nhất."""

    hom_nay: date
    noi_mau: tuple[Path, ...]

    @classmethod
    def that(cls, *, templates: Path | None = None, hom_nay: date | None = None) -> World:
        """Thế giới thật: giờ Việt Nam; mẫu tìm ở ``templates``, biến môi trường, thư mục người dùng, rồi mẫu đi kèm.

        Raises UsageError khi thư mục được chỉ không có.
        """
        noi: list[Path] = [templates] if templates is not None else []
        if os.environ.get(BIEN_MAU):
            noi.append(Path(os.environ[BIEN_MAU]))
        for thieu in (n for n in noi if not n.is_dir()):
            tu_bien = f" (biến môi trường {BIEN_MAU})" if thieu != templates else ""
            raise UsageError(
                f"Không có thư mục mẫu “{thieu}”{tu_bien}.", cach_sua="Xem lại đường dẫn, hoặc bỏ để dùng mẫu đi kèm."
            )
        rieng = thu_muc_nguoi_dung() / "templates"
        if rieng.is_dir():
            noi.append(rieng)
        noi.append(thu_muc_mau())
        return cls(hom_nay or (datetime.now(UTC) + _GIO_VIET_NAM).date(), tuple(noi))

    def ke_mau(self) -> Iterator[tuple[str, Path]]:
        """Mã và thư mục của từng mẫu dùng được; mẫu riêng che mẫu chung cùng mã."""
        da_co: set[str] = set()
        for noi in self.noi_mau:
            for tep in sorted(noi.glob("*/*/mau.yaml")):
                ma = f"{tep.parent.parent.name}/{tep.parent.name}"
                if ma not in da_co:
                    da_co.add(ma)
                    yield ma, tep.parent

    def tim_mau(self, ma: str) -> Path:
        """Thư mục của mẫu ``ma``.

        Raises UsageError khi không có, kèm mẫu gần tên nhất.
        """
        if _MA_MAU.fullmatch(ma):
            for noi in self.noi_mau:
                if (noi / ma / "mau.yaml").is_file():
                    return noi / ma
        co = [m for m, _ in self.ke_mau()]
        gan = difflib.get_close_matches(ma, co, n=1, cutoff=0.5)
        raise UsageError(f"Không có mẫu “{ma}”.", cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Xem danh sách bằng: drafter mau.")

    def mau(self, ma: str) -> Mau:
        """Mẫu ``ma`` đã đọc và biên dịch."""
        return _doc_mau(self.tim_mau(ma))

    def thoi_diem(self, ngay: date) -> datetime:
        """Thời điểm ghi trong thông tin tệp: ``SOURCE_DATE_EPOCH`` nếu có, không thì đầu ngày ``ngay``."""
        moc = os.environ.get("SOURCE_DATE_EPOCH", "")
        return datetime.fromtimestamp(int(moc), UTC) if moc.isdigit() else datetime(ngay.year, ngay.month, ngay.day, tzinfo=UTC)

    @property
    def so_don_vi(self) -> SoDonVi:
        """Sổ đơn vị hành chính đi kèm."""
        from drafter.registry.so_don_vi import nap

        return nap()

    @property
    def so_can_cu(self) -> SoCanCu:
        """Sổ văn bản pháp luật đi kèm."""
        from drafter.registry.so_can_cu import so_can_cu

        return so_can_cu()


def thu_muc_nguoi_dung() -> Path:
    """Thư mục riêng của người dùng, theo lệ của hệ điều hành."""
    if os.name == "nt" and os.environ.get("APPDATA"):
        return Path(os.environ["APPDATA"]) / "drafter"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "drafter"


@cache
def _doc_mau(noi: Path) -> Mau:
    from drafter.build.mau import doc_mau

    return doc_mau(noi, thu_muc_mau() / "_khung")


@cache
def bam_du_lieu() -> str:
    """SHA-256 (hex) của toàn bộ ``data/``: ảnh chụp dữ liệu đã dùng để soạn."""
    bam = hashlib.sha256()
    goc = thu_muc("data")
    for tep in sorted(goc.rglob("*")):
        if tep.is_file():
            bam.update(f"{tep.relative_to(goc).as_posix()}\0".encode())
            bam.update(hashlib.sha256(tep.read_bytes()).digest())
    return bam.hexdigest()
