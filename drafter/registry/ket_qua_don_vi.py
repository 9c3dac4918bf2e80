"""Kết quả tìm đơn vị: tìm thấy đơn vị nào, hoặc vì sao không, và gợi ý."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.findings import Finding, MucDo
from drafter.model import Nguon
from drafter.registry.don_vi import DonVi

TOI_DA = 8
LUAT_HAI_CAP = "Nghị quyết số 203/2025/QH15; Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
SAP_XEP = {
    "tinh": "Nghị quyết số 202/2025/QH15",
    "huyen": LUAT_HAI_CAP,
    "xa": "Nghị quyết số 76/2025/UBTVQH15",
}
VIET_HOA = "điểm b khoản 1 Mục III Phụ lục II Nghị định 30/2020/NĐ-CP"


@dataclass(frozen=True, slots=True)
class KetQua:
    """Kết quả tìm một đơn vị.

    ``don_vi`` là ``None`` khi không chắc; khi ấy ``ma`` là mã điều tìm thấy (``don_vi.mo_ho``, ``don_vi.gan_dung``,
    ``don_vi.khac_ky``, ``don_vi.khong_xet_duoc``, ``don_vi.khong_co``, ``don_vi.thieu``), ``ly_do`` nói vì sao, ``ung_vien`` là
    gợi ý, gần nhất trước. ``ghi_chu`` là các điều cần nói thêm khi đã tìm thấy.
    """

    don_vi: DonVi | None
    ung_vien: tuple[DonVi, ...] = ()
    ly_do: str = ""
    ghi_chu: tuple[Finding, ...] = ()
    ma: str = ""
    muc: MucDo = MucDo.LOI
    dieu_khoan: str = ""

    @property
    def cach_sua(self) -> str:
        """Lời chỉ cách sửa khi không tìm thấy; rỗng khi đã tìm thấy."""
        if self.don_vi is not None:
            return ""
        vi_du = self.ung_vien[0].ten_kem_cap_tren if self.ung_vien else "xã Long Hồ, tỉnh Vĩnh Long"
        if self.ma == "don_vi.khac_ky":
            return f"Ghi đơn vị có vào ngày ấy (ví dụ “{vi_du}”), hoặc xem lại ngày của văn bản."
        return f"Ghi đủ loại, tên và cấp trên, ví dụ “{vi_du}”."

    def findings(self, *, duong_dan: str = "", nguon: Nguon | None = None) -> tuple[Finding, ...]:
        """Các điều tìm thấy, gắn đường dẫn trường và nơi gõ."""
        cac = self.ghi_chu
        if self.don_vi is None:
            cac = (Finding(self.ma, self.muc, self.ly_do, cach_sua=self.cach_sua, dieu_khoan=self.dieu_khoan), *cac)
        return tuple(replace(f, duong_dan=duong_dan, nguon=nguon) for f in cac)


def ke(cac: Sequence[DonVi], toi_da: int = TOI_DA) -> str:
    """Kể tên các đơn vị kèm cấp trên; quá ``toi_da`` thì nói còn bao nhiêu."""
    chu = "; ".join(d.ten_kem_cap_tren for d in cac[:toi_da])
    return f"{chu} và {len(cac) - toi_da} đơn vị khác" if len(cac) > toi_da else chu
