"""Ghi tệp trọn vẹn: tệp tạm cạnh bên, đẩy xuống đĩa, rồi thay; không bao giờ để lại nửa văn bản."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from drafter.errors import UsageError


def ghi_tep(tep: Path, noi_dung: bytes, *, ghi_de: bool = False) -> Path:
    """Đường dẫn tệp đã ghi.

    Raises UsageError khi tệp đã có mà không ``ghi_de``, hoặc nơi ấy không ghi được; khi đó không còn gì dở dang.
    """
    if tep.exists() and not ghi_de:
        raise UsageError(f"Đã có tệp {tep}, giữ nguyên.", cach_sua="Đổi tên bằng -o, hoặc thêm --ghi-de để ghi đè.")
    tam = None
    try:
        tep.parent.mkdir(parents=True, exist_ok=True)
        so, tam = tempfile.mkstemp(prefix=f".{tep.name[:40]}.", suffix=".tam", dir=tep.parent)
        with os.fdopen(so, "wb") as f:
            f.write(noi_dung)
            f.flush()
            os.fsync(f.fileno())
        Path(tam).chmod(0o644)
        if ghi_de:
            Path(tam).replace(tep)
        else:
            _dat_moi(Path(tam), tep)
    except OSError as ngoai_le:
        if tam is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(tam).unlink()
        if isinstance(ngoai_le, FileExistsError):
            raise UsageError(
                f"Đã có tệp {tep}, giữ nguyên.", cach_sua="Đổi tên bằng -o, hoặc thêm --ghi-de để ghi đè."
            ) from ngoai_le
        ly_do = ngoai_le.strerror or str(ngoai_le)
        raise UsageError(
            f"Không ghi được {tep}: {ly_do}.", cach_sua="Chọn thư mục khác bằng -o, hoặc xem lại quyền ghi và chỗ trống của đĩa."
        ) from ngoai_le
    return tep


def _dat_moi(tam: Path, tep: Path) -> None:
    """Đặt tệp mới mà không bao giờ đè tệp ai đó vừa tạo; hệ tệp không có liên kết cứng thì đổi tên."""
    try:
        os.link(tam, tep)
    except FileExistsError:
        raise
    except OSError:
        tam.replace(tep)
    else:
        tam.unlink()
