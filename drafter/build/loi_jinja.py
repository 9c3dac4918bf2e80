"""Lỗi của Jinja nói lại bằng tiếng Việt: sai gì, ở tệp nào, dòng nào, sửa thế nào."""

from __future__ import annotations

import difflib
import re
import traceback
from collections.abc import Iterable

from drafter.build.loc import DungDang
from drafter.errors import DrafterError, TemplateError

_CAU = (
    (r"No filter named '(\w+)'", "không có lọc “{0}”", "Các lọc dùng được: {loc}."),
    (r"No test named '(\w+)'", "không có phép thử “is {0}”", ""),
    (r"Encountered unknown tag '(\w+)'", "có thẻ lạ “{{% {0} %}}”", "Dùng được: if, for, set, macro, include, import."),
    (r"needs to be closed is '(\w+)'", "“{{% {0} %}}” mở ra mà không đóng", "Thêm “{{% end{0} %}}”."),
    (r"unexpected end of template|[Uu]nexpected end of|unexpected char", "dấu “{{{{” hoặc “{{%” mở ra mà không đóng", ""),
    (r"expected token '(.+?)', got '(.+?)'", "sau đó phải là “{0}”", ""),
)


def loi_cu_phap(ngoai_le: Exception, cho: str, loc: Iterable[str]) -> TemplateError:
    """TemplateError cho lời văn viết sai cú pháp của Jinja; ``loc`` là tên các lọc dùng được."""
    tep = getattr(ngoai_le, "filename", None) or cho
    dong = getattr(ngoai_le, "lineno", None)
    noi = f"{tep}, dòng {dong}" if dong else str(tep)
    chu = str(getattr(ngoai_le, "message", ngoai_le) or "")
    for mau, sai, sua in _CAU:
        khop = re.search(mau, chu)
        if khop:
            cac = sorted(loc)
            gan = difflib.get_close_matches(khop[1], cac, n=1) if "filter" in mau else []
            goi_y = f"Ý bạn là “{gan[0]}”? " if gan else ""
            return TemplateError(
                f"Lời văn của mẫu viết sai: {sai.format(*khop.groups())}.",
                cho=noi,
                cach_sua=(goi_y + sua.format(*khop.groups(), loc=", ".join(cac))).strip() or "Sửa dòng ấy, hoặc dòng ngay trên.",
            )
    if re.fullmatch(r"Tên “.+” không dùng được\.", chu):
        return TemplateError(chu, cho=noi, cach_sua="Tên bắt đầu bằng hai gạch dưới dành cho chương trình.")
    return TemplateError("Lời văn của mẫu viết sai cú pháp.", cho=noi, cach_sua="Sửa dòng ấy: xem lại {{ }}, {% %}.")


def loi_chay(ngoai_le: Exception, ten_bien: Iterable[str], cho: str, loc: Iterable[str]) -> TemplateError:
    """TemplateError cho lời văn vấp khi chạy; ``ten_bien`` là các tên mẫu được dùng, để gợi ý tên gần đúng."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    if isinstance(ngoai_le, DrafterError):
        return TemplateError(ngoai_le.thong_bao, cach_sua=ngoai_le.cach_sua, cho=ngoai_le.cho or _noi(ngoai_le, cho))
    if isinstance(ngoai_le, TemplateSyntaxError):
        return loi_cu_phap(ngoai_le, cho, loc)
    noi, chu = _noi(ngoai_le, cho), str(ngoai_le)
    if isinstance(ngoai_le, SecurityError):
        ten = re.search(r"attribute '([^']+)'", chu)
        return TemplateError(
            f"Lời văn của mẫu gọi “{ten[1] if ten else chu}”, thứ ấy không được phép.",
            cho=noi,
            cach_sua="Chỉ dùng các biến, thuộc tính, lọc kể trong tài liệu viết mẫu.",
        )
    if isinstance(ngoai_le, UndefinedError):
        thuoc_tinh = re.search(r"has no (?:attribute|element) '?([^']+?)'?$", chu)
        if thuoc_tinh:
            return TemplateError(
                f"Lời văn của mẫu gọi “.{thuoc_tinh[1]}”, nhưng giá trị ở đó không có mục ấy.",
                cho=noi,
                cach_sua="Xem lại tên thuộc tính trong tài liệu viết mẫu.",
            )
        ten = re.search(r"'([^']+)'(?: is undefined|$)", chu)
        goi = ten[1] if ten else chu
        gan = difflib.get_close_matches(goi, [b for b in ten_bien if not b.startswith("__")], n=1)
        return TemplateError(
            f"Mẫu dùng tên “{goi}” chưa khai trong mau.yaml.",
            cho=noi,
            cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Khai trường ấy ở mục truong.",
        )
    if isinstance(ngoai_le, TemplateNotFound):
        return TemplateError(
            f"Lời văn của mẫu gọi tệp “{ngoai_le.name}”, tệp ấy không có.",
            cho=noi,
            cach_sua="Chỉ gọi được tệp lời văn của chính mẫu và tệp “_khung/….txt”.",
        )
    if isinstance(ngoai_le, RecursionError):
        return TemplateError(
            "Lời văn của mẫu gọi chính nó không dừng.", cho=noi, cach_sua="Bỏ vòng include hoặc macro gọi lại mình."
        )
    if isinstance(ngoai_le, MemoryError):
        return TemplateError("Lời văn của mẫu tạo ra chữ quá lớn.", cho=noi, cach_sua="Sửa lời văn của mẫu ở dòng ấy.")
    if isinstance(ngoai_le, DungDang):
        return TemplateError(f"Lời văn của mẫu {chu}", cho=noi, cach_sua="Sửa lời văn của mẫu ở dòng ấy.")
    return TemplateError("Lời văn của mẫu tính một việc không làm được.", cho=noi, cach_sua="Sửa biểu thức ở dòng ấy.")


def _noi(ngoai_le: BaseException, cho: str) -> str:
    """Tệp lời văn và dòng gần lỗi nhất trong vết gọi."""
    khung = [k for k in traceback.extract_tb(ngoai_le.__traceback__) if k.filename.endswith(".txt")]
    return f"{khung[-1].filename}, dòng {khung[-1].lineno}" if khung else cho
