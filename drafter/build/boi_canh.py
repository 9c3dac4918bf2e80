"""Hai sổ đăng ký nhìn từ phía trường và lời văn: tra cơ quan, tra và viện dẫn văn bản."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from drafter.build.co_quan import CoQuanNguCanh, DonViNguCanh
from drafter.errors import TemplateError
from drafter.fields import GiaTri, KetQuaTra
from drafter.findings import Finding, canh_bao, loi
from drafter.model import VienDan
from drafter.registry.can_cu import SoCanCu, VanBanPhapLuat, kiem, vien_dan
from drafter.registry.co_quan import CoQuan, phan_tich_co_quan
from drafter.registry.so_don_vi import SoDonVi


@dataclass(slots=True)
class BoiCanhSo:
    """Bối cảnh đọc trường với hai sổ đăng ký, vào một ngày; gom những điều tìm thấy khi lời văn viện dẫn."""

    xet_theo: date
    so_don_vi: SoDonVi
    so_can_cu: SoCanCu
    tim_thay: list[Finding] = field(default_factory=list)

    def tra_co_quan(self, chuoi: str, chu_quan: str) -> KetQuaTra:
        """Cơ quan theo chữ người điền ghi; không tra được thì nói vì sao và gợi ý."""
        kq = phan_tich_co_quan(self.so_don_vi, chuoi, self.xet_theo)
        tim = [*kq.findings()]
        co_quan = kq.co_quan
        if co_quan.loai != "khac" and co_quan.don_vi is None:
            return KetQuaTra(None, chuoi, tuple(tim))
        don_vi = co_quan.don_vi
        dong_cha: tuple[str, ...] = ()
        if chu_quan.strip():
            cha = phan_tich_co_quan(self.so_don_vi, chu_quan, self.xet_theo)
            tim += cha.findings()
            don_vi = don_vi or cha.co_quan.don_vi
            dong_cha = (_ten_chu_quan(cha.co_quan),)
        ten = co_quan.ten
        ngu_canh = CoQuanNguCanh(
            GiaTri(ten, gt=ten, duong_dan="truong.co_quan"),
            co_quan.viet_tat,
            co_quan.loai,
            DonViNguCanh(don_vi, self.so_don_vi) if don_vi is not None else None,
            dong_cha,
        )
        return KetQuaTra(ngu_canh, ten, tuple(tim))

    def tra_can_cu(self, chuoi: str) -> KetQuaTra:
        """Văn bản theo mã hoặc số ký hiệu; không có trong sổ thì vẫn nhận, đánh dấu chưa đối chiếu."""
        vb = self.so_can_cu.theo_ma(chuoi)
        if vb is None:
            cac = self.so_can_cu.theo_so(chuoi)
            if len(cac) == 1:
                vb = cac[0]
            elif cac:
                ke = ", ".join(f"{v.ma} ({v.ten})" for v in cac)
                return KetQuaTra(
                    None,
                    chuoi,
                    (loi("can_cu.nhieu", f"“{chuoi}” là số của nhiều văn bản: {ke}.", cach_sua="Ghi mã thay cho số."),),
                )
        if vb is None:
            return KetQuaTra(
                None,
                chuoi,
                (
                    canh_bao(
                        "can_cu.chua_doi_chieu",
                        f"“{chuoi}” không có trong sổ văn bản: chưa đối chiếu.",
                        cach_sua="Kiểm tra số, ngày, hiệu lực bằng tay.",
                    ),
                ),
            )
        return KetQuaTra(vb, vien_dan(vb, dang="day_du", ngay=self.xet_theo, so=self.so_can_cu), tuple(kiem(vb, self.xet_theo)))

    def _bat_buoc(self, ma: object) -> VanBanPhapLuat:
        vb = self.so_can_cu.theo_ma(str(ma))
        if vb is None:
            import difflib

            gan = difflib.get_close_matches(str(ma), [v.ma for v in self.so_can_cu.van_ban], n=1)
            raise TemplateError(
                f"Mẫu viện dẫn mã “{ma}” không có trong sổ văn bản.",
                cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Xem mã trong data/can_cu.",
            )
        return vb

    def vien_dan(self, ma: object, dang: str = "day_du") -> VienDan:
        """Lời viện dẫn cho mẫu; văn bản chưa hoặc hết hiệu lực vào ngày xét thì có điều tìm thấy."""
        vb = self._bat_buoc(ma)
        self.tim_thay += kiem(vb, self.xet_theo)
        return VienDan(vb.ma, vien_dan(vb, dang=dang, ngay=self.xet_theo, so=self.so_can_cu))

    def hieu_luc(self, ma: object) -> bool:
        """Văn bản có hiệu lực vào ngày xét không (không rõ thì coi là không)."""
        return self.so_can_cu.tinh_trang(self._bat_buoc(ma), self.xet_theo).ma == "hieu_luc"


def _ten_chu_quan(co_quan: CoQuan) -> str:
    """Tên cơ quan chủ quản ở ô số 2: được viết tắt cụm thông dụng, phải kèm tên đơn vị (CQ-01)."""
    if co_quan.loai != "khac" and co_quan.don_vi is not None:
        return f"{co_quan.viet_tat} {co_quan.don_vi.ten_day_du}"
    return co_quan.ten
