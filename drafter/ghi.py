"""Ghi tệp trọn vẹn: tệp tạm cạnh bên, đẩy xuống đĩa, rồi thay; không bao giờ để lại nửa văn bản."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from drafter.errors import UsageError
from drafter.vn.loi_he import ly_do


def kiem_cho_ghi(tep: Path, *, ghi_de: bool = False) -> None:
    """Nơi ấy có đặt được tệp không, theo những gì nhìn thấy trước khi ghi.

    Raises UsageError khi là thư mục, hoặc đã có tệp mà không ``ghi_de``.
    """
    if tep.is_dir():
        raise UsageError(f"{tep} là một thư mục.", cach_sua="Ghi tên tệp .docx, hoặc tên thư mục không trùng.")
    if not ghi_de and os.path.lexists(tep):
        raise _da_co(tep)


def ghi_tep(tep: Path, noi_dung: bytes, *, ghi_de: bool = False) -> Path:
    """Đường dẫn tệp đã ghi.

    Raises UsageError khi tệp đã có mà không ``ghi_de``, hoặc nơi ấy không ghi được. Dù hỏng vì gì (đĩa đầy, Ctrl-C), tệp cũ còn
    nguyên và không còn gì dở dang.
    """
    tam = None
    try:
        kiem_cho_ghi(tep, ghi_de=ghi_de)
        tep.parent.mkdir(parents=True, exist_ok=True)
        so, tam = tempfile.mkstemp(prefix=".drafter-", suffix=".tam", dir=tep.parent)
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
        raise UsageError(
            f"Không ghi được {tep}: {ly_do(ngoai_le)}.",
            cach_sua="Chọn thư mục khác bằng -o, hoặc xem lại quyền ghi và chỗ trống của đĩa.",
        ) from ngoai_le
    finally:
        if tam is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(tam).unlink()
    return tep


def _da_co(tep: Path) -> UsageError:
    return UsageError(f"Đã có tệp {tep}, giữ nguyên.", cach_sua="Đổi tên bằng -o, hoặc thêm --ghi-de để ghi đè.")


def _dat_moi(tam: Path, tep: Path) -> None:
    """Đặt tệp mới mà không bao giờ đè tệp ai đó vừa tạo; hệ tệp không có liên kết cứng thì đổi tên."""
    try:
        os.link(tam, tep)
    except FileExistsError as ngoai_le:
        raise _da_co(tep) from ngoai_le
    except OSError:
        if os.path.lexists(tep):
            raise _da_co(tep) from None
        tam.replace(tep)
