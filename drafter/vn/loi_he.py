"""Lỗi của hệ điều hành nói bằng tiếng Việt."""

from __future__ import annotations

import errno

_CAU = {
    "ENOSPC": "đĩa đầy",
    "EDQUOT": "hết hạn mức đĩa",
    "EACCES": "không có quyền",
    "EPERM": "không có quyền",
    "EROFS": "đĩa chỉ cho đọc",
    "ENOTDIR": "trên đường dẫn có một tệp đứng ở chỗ của thư mục",
    "EISDIR": "chỗ ấy là một thư mục",
    "ENOENT": "không có thư mục hoặc tệp ấy",
    "EEXIST": "trên đường dẫn có một tệp đứng ở chỗ của thư mục",
    "ENAMETOOLONG": "tên quá dài",
    "EINVAL": "tên có ký tự không dùng được",
    "ELOOP": "liên kết dẫn vòng quanh",
    "EBUSY": "tệp đang được chương trình khác giữ",
    "ETXTBSY": "tệp đang được chương trình khác giữ",
    "EIO": "đĩa hỏng hoặc mất kết nối",
    "EMFILE": "mở quá nhiều tệp cùng lúc",
}
# Không hệ điều hành nào có đủ mọi mã.
_LY_DO = {getattr(errno, ten): cau for ten, cau in _CAU.items() if hasattr(errno, ten)}
# Word đang mở tệp ở Windows.
_LY_DO_WINDOWS = {32: "tệp đang mở ở chương trình khác (Word?)", 33: "tệp đang mở ở chương trình khác (Word?)"}


def ly_do(loi: OSError) -> str:
    """Cụm từ nói vì sao: "đĩa đầy", "không có quyền"; mã lạ thì nói số của mã."""
    windows = getattr(loi, "winerror", None)
    if windows in _LY_DO_WINDOWS:
        return _LY_DO_WINDOWS[windows]
    return _LY_DO.get(loi.errno or 0, f"hệ điều hành báo lỗi số {loi.errno}")
