"""Soát một tệp khai của mẫu: gom mọi chỗ sai, mỗi chỗ kèm dòng, rồi nói hết một lượt."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from drafter.build.tep_mau import CayYaml
from drafter.errors import TemplateError
from drafter.fields import TruongKhai, doc_khai


class KiemKhai:
    """Sổ các chỗ sai của một tệp khai."""

    def __init__(self, tep: Path, cay: CayYaml) -> None:
        self.tep = tep
        self.dong = cay.dong
        self.cac_sai: list[tuple[int, str, str]] = []
        for duong_dan, cau in cay.lap:
            self.sai(duong_dan, cau, "Giữ một chỗ, xóa chỗ kia.")

    def sai(self, duong_dan: str, thong_bao: str, cach_sua: str) -> None:
        """Ghi một chỗ sai; dòng là dòng của đường dẫn, không có thì của mục chứa nó."""
        cho = duong_dan
        while cho and cho not in self.dong:
            cho = cho.rpartition(".")[0] if "." in cho else cho.rpartition("[")[0]
        self.cac_sai.append((self.dong.get(cho, 1), thong_bao, cach_sua))

    def nem_neu_sai(self) -> None:
        """Không làm gì khi sạch.

        Raises TemplateError kể hết các chỗ sai theo thứ tự dòng.
        """
        if not self.cac_sai:
            return
        cac = sorted(dict.fromkeys(self.cac_sai))
        if len(cac) == 1:
            dong, thong_bao, cach_sua = cac[0]
            raise TemplateError(f"Mẫu khai sai: {thong_bao}", cho=f"{self.tep}, dòng {dong}", cach_sua=cach_sua)
        ke = "".join(f"\n  - dòng {dong}: {thong_bao} {cach_sua}".rstrip() for dong, thong_bao, cach_sua in cac)
        raise TemplateError(f"Mẫu khai sai {len(cac)} chỗ:{ke}", cho=str(self.tep), cach_sua="Sửa các dòng ấy.")

    def cac_khoa(self, tho: object, duong_dan: str, cho_phep: tuple[str, ...]) -> Mapping[str, object]:
        """Các mục con; khóa lạ là chỗ sai và bị bỏ."""
        if not isinstance(tho, dict):
            self.sai(
                duong_dan, f"{duong_dan or self.tep.name} phải gồm các dòng “tên: giá trị”.", "Dùng: " + ", ".join(cho_phep) + "."
            )
            return {}
        for khoa in tho:
            self.trong(khoa, cho_phep, f"{duong_dan}.{khoa}" if duong_dan else khoa, "khóa")
        return {k: v for k, v in tho.items() if k in cho_phep}

    def trong(self, gia_tri: str, cho_phep: Iterable[str], duong_dan: str, ten: str) -> bool:
        """Giá trị có nằm trong các giá trị được phép không; không thì là chỗ sai, kèm giá trị gần đúng."""
        cac = list(cho_phep)
        if gia_tri in cac:
            return True
        gan = difflib.get_close_matches(gia_tri, cac, n=1)
        self.sai(
            duong_dan,
            f"Không có {ten} “{gia_tri}”.",
            f"Ý bạn là “{gan[0]}”?" if gan else "Dùng: " + ", ".join(filter(None, cac)) + ".",
        )
        return False

    def chu(self, tho: Mapping[str, object], ten: str, duong_dan: str = "") -> str:
        """Giá trị chữ của một khóa; rỗng khi vắng."""
        gia_tri = tho.get(ten, "")
        if isinstance(gia_tri, str):
            return gia_tri.strip()
        self.sai(f"{duong_dan}.{ten}" if duong_dan else ten, f"“{ten}” phải là một giá trị chữ.", "Bỏ ngoặc và các mục con.")
        return ""

    def day_chu(self, tho: Mapping[str, object], ten: str) -> tuple[str, ...]:
        """Dãy chữ của một khóa; rỗng khi vắng."""
        gia_tri = tho.get(ten) or []
        if isinstance(gia_tri, list) and all(isinstance(v, str) for v in gia_tri):
            return tuple(gia_tri)
        self.sai(ten, f"“{ten}” phải là một dãy chữ.", f"Ghi {ten}: [a, b].")
        return ()

    def cac_nhom(self, tho: Mapping[str, object], ten: str) -> tuple[Mapping[str, str], ...]:
        """Dãy các nhóm "tên: chữ" của một khóa; rỗng khi vắng."""
        gia_tri = tho.get(ten) or []
        if isinstance(gia_tri, list) and all(
            isinstance(v, dict) and all(isinstance(x, str) for x in v.values()) for v in gia_tri
        ):
            return tuple(gia_tri)
        self.sai(ten, f"“{ten}” phải là một dãy các nhóm “tên: chữ”.", "Mỗi nhóm một dòng “- {tên: chữ}”.")
        return ()

    def ngay(self, tho: Mapping[str, object], ten: str) -> date | None:
        """Ngày của một khóa, dạng 2025-07-01; ``None`` khi vắng."""
        chu = self.chu(tho, ten)
        if not chu:
            return None
        try:
            return date.fromisoformat(chu)
        except ValueError:
            self.sai(ten, f"“{ten}” không phải ngày: “{chu}”.", "Viết năm-tháng-ngày, ví dụ 2025-07-01.")
            return None

    def cac_truong(self, tho: object, goc: str) -> dict[str, TruongKhai]:
        """Các trường khai dưới ``goc``; trường khai sai bị bỏ và vào sổ."""
        if not isinstance(tho, dict):
            if tho:
                self.sai(goc, f"“{goc}” phải gồm các trường.", "Mỗi trường một dòng “tên: {kieu: …, nhan: …}”.")
            return {}
        ra: dict[str, TruongKhai] = {}
        for ten, noi_dung in tho.items():
            truong, tim_thay = doc_khai(ten, noi_dung, duong_dan=f"{goc}.{ten}")
            for f in tim_thay:
                self.sai(f.duong_dan, f.thong_bao, f.cach_sua)
            if truong is not None:
                ra[ten] = truong
        return ra
