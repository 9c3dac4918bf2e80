"""Dựng cây chữ từ từng mẩu mà bộ tách YAML hoặc JSON đưa tới; giữ giới hạn độ sâu, số mục và bắt tên trùng."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from drafter.errors import InputError
from drafter.findings import Finding, loi
from drafter.model import Nguon
from drafter.record import Cay, Day, La, Nhanh

SAU_NHAT = 30
NHIEU_MUC = 200_000


@dataclass(slots=True)
class _Khung:
    """Một nhánh hoặc dãy đang mở."""

    la_nhanh: bool
    duong_dan: str
    dong: int
    muc: dict[str, Cay] = field(default_factory=dict)
    dong_cua: dict[str, int] = field(default_factory=dict)
    phan_tu: list[Cay] = field(default_factory=list)
    khoa: str | None = None
    bo_qua: bool = False


class ThoDung:
    """Nhận ``mo``, ``la``, ``dat``, ``dong_lai`` theo thứ tự trong tệp; cây xong nằm ở ``goc``."""

    def __init__(self, ten: str) -> None:
        self.ten = ten
        self.goc: Cay | None = None
        self.so_muc = 0
        self.tim_thay: list[Finding] = []
        self._chong: list[_Khung] = []

    @property
    def cho_khoa(self) -> bool:
        """Mẩu tới là tên mục, không phải giá trị."""
        return bool(self._chong) and self._chong[-1].la_nhanh and self._chong[-1].khoa is None

    def duong_dan(self) -> str:
        """Đường dẫn của giá trị sắp đặt."""
        if not self._chong:
            return ""
        khung = self._chong[-1]
        if not khung.la_nhanh:
            return f"{khung.duong_dan}[{len(khung.phan_tu)}]"
        return f"{khung.duong_dan}.{khung.khoa}" if khung.duong_dan else str(khung.khoa)

    def nguon(self, dong: int) -> Nguon:
        """Nguồn của giá trị sắp đặt, ở dòng ``dong`` (từ 1)."""
        return Nguon(self.duong_dan(), f"{self.ten}:{dong}")

    def dem(self, so: int = 1) -> None:
        """Cộng số mục; InputError khi quá giới hạn."""
        self.so_muc += so
        if self.so_muc > NHIEU_MUC:
            raise InputError(
                f"Tệp {self.ten} có quá {NHIEU_MUC:,} mục sau khi mở rộng.".replace(",", "."),
                cach_sua="Một phiếu chỉ chứa một văn bản; xem lại các dấu “&”, “*” lặp lại nhau.",
                cho=self.ten,
            )

    def mo(self, *, la_nhanh: bool, dong: int) -> None:
        """Mở một nhánh hoặc một dãy; InputError khi lồng quá sâu."""
        self.dem()
        if len(self._chong) >= SAU_NHAT:
            raise InputError(f"Tệp {self.ten} dòng {dong}: dữ liệu lồng quá {SAU_NHAT} tầng.", cho=f"{self.ten}:{dong}")
        self._chong.append(_Khung(la_nhanh, self.duong_dan(), dong))

    def khoa(self, chu: str, *, dong: int) -> None:
        """Tên của mục kế tiếp; tên trùng là lỗi, giá trị đầu được giữ."""
        khung = self._chong[-1]
        ten = unicodedata.normalize("NFC", chu).strip()
        khung.khoa = ten
        khung.bo_qua = ten in khung.dong_cua
        if khung.bo_qua:
            self.tim_thay.append(
                loi(
                    "phieu.trung",
                    f"Mục “{ten}” ghi hai lần: dòng {khung.dong_cua[ten]} và dòng {dong}.",
                    duong_dan=self.duong_dan(),
                    cach_sua="Giữ một dòng, xóa dòng kia.",
                    nguon=self.nguon(dong),
                )
            )
        else:
            khung.dong_cua[ten] = dong

    def la(self, chu: str, *, dong: int) -> None:
        """Một giá trị chữ, hoặc tên mục nếu đang chờ tên."""
        self.dem()
        if self.cho_khoa:
            self.khoa(chu, dong=dong)
        else:
            self.dat(La(unicodedata.normalize("NFC", chu), self.nguon(dong)))

    def dong_lai(self) -> Cay:
        """Đóng nhánh hay dãy trong cùng và đặt nó vào chỗ; trả chính nó."""
        khung = self._chong.pop()
        nguon = Nguon(khung.duong_dan, f"{self.ten}:{khung.dong}")
        cay: Cay = Nhanh(khung.muc, nguon) if khung.la_nhanh else Day(tuple(khung.phan_tu), nguon)
        self.dat(cay)
        return cay

    def dat(self, cay: Cay) -> None:
        """Đặt một giá trị đã xong vào chỗ đang mở."""
        if not self._chong:
            self.goc = cay
            return
        khung = self._chong[-1]
        if not khung.la_nhanh:
            khung.phan_tu.append(cay)
            return
        if not khung.bo_qua and khung.khoa is not None:
            khung.muc[khung.khoa] = cay
        khung.khoa = None


def goc_nhanh(tho: ThoDung) -> Nhanh:
    """Cây gốc, phải là các mục có tên; InputError khi tệp trống hoặc gốc là thứ khác."""
    if isinstance(tho.goc, Nhanh):
        return tho.goc
    trong = tho.goc is None or (isinstance(tho.goc, La) and not tho.goc.chu.strip())
    raise InputError(
        f"Tệp {tho.ten} trống." if trong else f"Tệp {tho.ten} không phải một phiếu: cần các dòng “tên: giá trị”.",
        cach_sua="Dòng đầu của phiếu là “mau: <mã mẫu>”, rồi “van_ban:” và “truong:”.",
        cho=tho.ten,
    )
