"""Đọc phiếu JSON thành cây chữ, cùng chữ với YAML và Excel, có dòng xuất xứ."""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined]

from drafter.errors import InputError
from drafter.findings import Finding
from drafter.readers.tho_dung import ThoDung, goc_nhanh
from drafter.record import Nhanh

_TRANG = re.compile(r"[ \t\n\r]*")
_SO = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_TU = {"true": "có", "false": "không", "null": ""}


def doc_json(chu: str, *, ten: str) -> tuple[Nhanh, list[Finding]]:
    """Cây của phiếu và lỗi tên trùng.

    Số giữ đúng các chữ số đã gõ, dấu thập phân thành dấu phẩy (``95.5`` → "95,5") như bản Excel; ``true``/``false`` là
    "có"/"không"; ``null`` là để trống. Raises InputError với dòng, cột khi JSON hỏng, lồng quá sâu hoặc quá lớn.
    """
    return _DocJson(chu, ten).doc()


class _DocJson:
    """Một lượt đọc, không đệ quy để độ sâu do mình giới hạn."""

    def __init__(self, chu: str, ten: str) -> None:
        self.chu, self.ten = chu, ten
        self.i = 0
        self.dau_dong = [0, *(m.end() for m in re.finditer("\n", chu))]
        self.tho = ThoDung(ten)

    def dong(self) -> int:
        return bisect_right(self.dau_dong, self.i)

    def sai(self, thong_bao: str, cach_sua: str = "") -> InputError:
        dong = self.dong()
        cot = self.i - self.dau_dong[dong - 1] + 1
        return InputError(f"Tệp {self.ten} dòng {dong} cột {cot}: {thong_bao}.", cach_sua=cach_sua, cho=f"{self.ten}:{dong}")

    def bo_trang(self) -> str:
        """Bỏ khoảng trắng, trả ký tự tới (rỗng khi hết tệp)."""
        khop = _TRANG.match(self.chu, self.i)
        self.i = khop.end() if khop else self.i
        return self.chu[self.i : self.i + 1]

    def doc(self) -> tuple[Nhanh, list[Finding]]:
        chong: list[str] = []
        if not self.bo_trang():
            return goc_nhanh(self.tho), []
        while True:
            if self._gia_tri(chong):
                continue
            while chong:
                if not self._sau_gia_tri(chong):
                    break
            if not chong:
                break
        if self.bo_trang():
            raise self.sai("có chữ thừa sau khi phiếu đã kết thúc", "Mỗi tệp chỉ một phiếu, nằm trong một cặp “{ }”.")
        return goc_nhanh(self.tho), self.tho.tim_thay

    def _gia_tri(self, chong: list[str]) -> bool:
        """Đọc một giá trị; đúng khi vừa mở một nhóm không rỗng."""
        dau = self.bo_trang()
        dong = self.dong()
        if dau in ("{", "["):
            self.tho.mo(la_nhanh=dau == "{", dong=dong)
            self.i += 1
            dong_ngoac = "}" if dau == "{" else "]"
            if self.bo_trang() == dong_ngoac:
                self.i += 1
                self.tho.dong_lai()
                return False
            chong.append(dong_ngoac)
            if dau == "{":
                self._khoa()
            return True
        if dau == '"':
            self.tho.la(self._chuoi(), dong=dong)
            return False
        if so := _SO.match(self.chu, self.i):
            self.i = so.end()
            self.tho.la(so.group() if "e" in so.group().lower() else so.group().replace(".", ","), dong=dong)
            return False
        for tu, thanh in _TU.items():
            if self.chu.startswith(tu, self.i):
                self.i += len(tu)
                self.tho.la(thanh, dong=dong)
                return False
        if not dau:
            raise self.sai("tệp kết thúc giữa chừng", "Đóng đủ các dấu “}” và “]”.")
        if dau in "}]":
            raise self.sai(f"thừa dấu phẩy trước “{dau}”, hoặc thiếu giá trị", "Xóa dấu phẩy cuối cùng.")
        raise self.sai(
            f"không phải một giá trị JSON: “{self.chu[self.i : self.i + 12].split(chr(10))[0]}”", "Đặt chữ trong dấu nháy kép."
        )

    def _sau_gia_tri(self, chong: list[str]) -> bool:
        """Dấu sau một giá trị: đúng khi vừa đóng một nhóm (xét tiếp nhóm ngoài), sai khi đọc tiếp giá trị."""
        dau = self.bo_trang()
        if dau == chong[-1]:
            self.i += 1
            chong.pop()
            self.tho.dong_lai()
            return True
        if dau != ",":
            if not dau:
                raise self.sai("tệp kết thúc giữa chừng", f"Đóng đủ các dấu “}}” và “]”; đang thiếu “{chong[-1]}”.")
            raise self.sai(f"thiếu dấu phẩy hoặc dấu “{chong[-1]}”", "Giữa hai mục phải có dấu phẩy.")
        self.i += 1
        if chong[-1] == "}":
            self._khoa()
        return False

    def _khoa(self) -> None:
        dau = self.bo_trang()
        if dau == "}":
            raise self.sai("thừa dấu phẩy trước “}”", "Xóa dấu phẩy cuối cùng.")
        if dau != '"':
            raise self.sai("tên mục phải đặt trong dấu nháy kép", 'Viết "tên": giá trị.')
        dong = self.dong()
        self.tho.la(self._chuoi(), dong=dong)
        if self.bo_trang() != ":":
            raise self.sai("thiếu dấu hai chấm sau tên mục", 'Viết "tên": giá trị.')
        self.i += 1

    def _chuoi(self) -> str:
        try:
            chuoi, het = scanstring(self.chu, self.i + 1, True)
        except ValueError as e:
            self.i = min(int(getattr(e, "pos", self.i)), len(self.chu))
            if "Unterminated" in str(e):
                raise self.sai("dấu nháy mở ra mà không đóng lại", "Thêm dấu nháy kép ở cuối giá trị.") from e
            raise self.sai(
                "trong dấu nháy có ký tự xuống dòng, Tab hoặc dấu “\\” viết sai", "Xuống dòng viết là \\n, dấu “\\” viết là \\\\."
            ) from e
        self.i = het
        return str(chuoi)
