"""Nói bằng tiếng Việt vì sao một tệp YAML hỏng: dòng, cột, nguyên nhân thường gặp."""

from __future__ import annotations

import re
from typing import Any

from drafter.errors import InputError


def loi_yaml(e: Any, chu: str, *, ten: str) -> InputError:
    """InputError cho lỗi ``e`` của bộ tách YAML trên chữ ``chu``; dòng và cột đếm từ 1."""
    moc = getattr(e, "problem_mark", None)
    if moc is None:
        return _ky_tu_cam(e, chu, ten)
    dong_cua = chu.splitlines() or [""]
    dong, cot = min(moc.line, len(dong_cua) - 1), moc.column
    mo_dau = getattr(e, "context_mark", None)
    vi_sao, cach_sua, dong = _nguyen_nhan(str(e.problem or ""), str(e.context or ""), dong_cua, dong, mo_dau)
    if dong != moc.line:
        thut = len(dong_cua[dong]) - len(dong_cua[dong].lstrip())
        cot = mo_dau.column if mo_dau is not None and mo_dau.line == dong else thut
    return InputError(f"Tệp {ten} dòng {dong + 1} cột {cot + 1}: {vi_sao}.", cach_sua=cach_sua, cho=f"{ten}:{dong + 1}")


def _ky_tu_cam(e: Any, chu: str, ten: str) -> InputError:
    ma = getattr(e, "character", None)
    ky_tu = ord(ma) if isinstance(ma, str) and len(ma) == 1 else ma if isinstance(ma, int) else None
    vi_tri = chu.find(chr(ky_tu)) if ky_tu is not None else -1
    dong = chu.count("\n", 0, vi_tri) + 1 if vi_tri >= 0 else 1
    cot = vi_tri - chu.rfind("\n", 0, vi_tri) if vi_tri >= 0 else 1
    ten_ky_tu = f" U+{ky_tu:04X}" if ky_tu is not None else ""
    return InputError(
        f"Tệp {ten} dòng {dong} cột {cot}: có ký tự điều khiển{ten_ky_tu}, không in được.",
        cach_sua="Xóa ký tự ấy rồi gõ lại chữ ở chỗ đó.",
        cho=f"{ten}:{dong}",
    )


def _nguyen_nhan(van_de: str, boi_canh: str, dong_cua: list[str], dong: int, mo_dau: Any) -> tuple[str, str, int]:
    """(sai gì, cách sửa, dòng thật của lỗi đếm từ 0)."""
    if "quoted scalar" in boi_canh and "end of" in van_de and mo_dau is not None:
        return "dấu nháy mở ra mà không đóng lại", "Thêm dấu nháy ở cuối giá trị.", mo_dau.line
    for d in (dong, dong - 1):
        if d >= 0 and re.match(r" *\t", dong_cua[d]) and dong_cua[d].strip():
            return "thụt dòng bằng phím Tab", "Thụt dòng bằng dấu cách (hai dấu cách mỗi tầng).", d
    for d in (dong, dong - 1):
        if d >= 0 and re.match(r"\s*(?:- )?[A-Za-z_][\w]*:[^\s/]", dong_cua[d]):
            return "thiếu dấu cách sau dấu hai chấm", "Viết “tên: giá trị”, có một dấu cách sau dấu “:”.", d
    if "flow sequence" in boi_canh or "flow mapping" in boi_canh:
        d = mo_dau.line if mo_dau is not None else dong
        return "dấu ngoặc “[” hoặc “{” mở ra mà không đóng lại", "Đóng ngoặc, hoặc đặt cả giá trị trong dấu nháy kép.", d
    if "cannot start any token" in van_de:
        ky_tu = re.search(r":\s+(\S)|-\s+(\S)", dong_cua[dong])
        dau = (ky_tu.group(1) or ky_tu.group(2)) if ky_tu else ""
        return (
            (f"giá trị bắt đầu bằng “{dau}”" if dau else "có ký tự không mở đầu giá trị được"),
            "Đặt giá trị trong dấu nháy kép.",
            dong,
        )
    if "mapping values are not allowed" in van_de:
        if re.search(r":\s.*:(\s|$)", dong_cua[dong]):
            return "giá trị có dấu hai chấm", 'Đặt cả giá trị trong dấu nháy kép: tên: "chữ: chữ".', dong
        return "dòng này thụt vào không khớp với dòng trên", "Các mục cùng tầng phải thụt vào bằng nhau.", dong
    if re.search(r":\s+(\"[^\"]*\"|'[^']*')\s*\S", dong_cua[dong]):
        return "có chữ đứng sau dấu nháy đóng", 'Bọc cả giá trị trong một cặp dấu nháy; dấu nháy bên trong viết là \\".', dong
    if "expected ':'" in van_de:
        d = mo_dau.line if mo_dau is not None else dong
        return "thiếu dấu hai chấm sau tên mục", "Viết “tên: giá trị”; lời văn nhiều dòng thì mở bằng “tên: |”.", d
    if "did not find expected" in van_de:
        return "dòng này không khớp với các dòng cùng mục", "Xem lại thụt dòng, dấu gạch đầu dòng và dấu hai chấm.", dong
    return "viết sai dạng YAML", "Xem lại thụt dòng, dấu hai chấm và dấu nháy ở dòng này.", dong
