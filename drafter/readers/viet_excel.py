"""Viết phiếu Excel để điền: trang "Phiếu", mỗi dãy và mỗi bảng một trang, trang hướng dẫn và danh mục chọn."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import UsageError
from drafter.fields import TruongKhai, khai_phan_tu, lay_kieu, rong_khong
from drafter.findings import Finding, canh_bao
from drafter.model import TrangThai
from drafter.readers.doc_excel import DAU_COT, HANG_DU_LIEU, MA_CHINH_NO, TRANG_DANH_MUC, TRANG_HUONG_DAN, TRANG_PHIEU
from drafter.readers.khung_phieu import DAU_PHIEU, NHANH, Muc, cac_muc, chi_dan, dong_chi_dan, la_cua, nhan_cua
from drafter.readers.so_tay_excel import SoTay, dong_goi
from drafter.record import Cay, Day, La, Nhanh
from drafter.vn.loi_he import ly_do

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HANG_DE_SAN = 200
_KHONG_TRONG_TEN = re.compile(r"[\[\]:*?/\\']")

HUONG_DAN = (
    "Điền cột “Giá trị” ở trang “Phiếu”. Trường có (*) in đậm là bắt buộc.",
    "Trường là dãy hoặc bảng có trang riêng; mỗi mục, mỗi hàng của bảng một hàng, bắt đầu từ hàng 4.",
    "Mọi ô đã đặt dạng chữ (Text): gõ 010 vẫn là 010, gõ 1/7 không thành ngày.",
    "Số: dấu chấm ngăn hàng nghìn, dấu phẩy mở phần thập phân (1.234,5). Ngày: 01/7/2025.",
    "Xuống dòng trong ô: Alt + Enter.",
    "Đừng xóa cột A đang ẩn, hàng 1 và hàng 2 của các trang dãy: máy đọc mã ở đó.",
)


def phieu_excel(
    *,
    mau_ten: str,
    ma_mau: str,
    khai_van_ban: Mapping[str, TruongKhai],
    khai_truong: Mapping[str, TruongKhai],
    cay: Nhanh | None = None,
) -> tuple[bytes, list[Finding]]:
    """Byte của phiếu .xlsx (cùng dữ liệu thì cùng byte) và cảnh báo về dữ liệu không đặt vào ô được."""
    return _Viet(mau_ten, ma_mau, cay).viet({"truong": khai_truong, "van_ban": khai_van_ban})


def viet_phieu_excel(
    path: Path,
    *,
    mau_ten: str,
    ma_mau: str,
    khai_van_ban: Mapping[str, TruongKhai],
    khai_truong: Mapping[str, TruongKhai],
    cay: Nhanh | None = None,
) -> list[Finding]:
    """Ghi phiếu vào ``path`` trọn vẹn (tệp tạm rồi thay); trả cảnh báo như ``phieu_excel``.

    Raises UsageError khi không ghi được.
    """
    noi_dung, tim_thay = phieu_excel(mau_ten=mau_ten, ma_mau=ma_mau, khai_van_ban=khai_van_ban, khai_truong=khai_truong, cay=cay)
    tam: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".drafter-", delete=False) as tep:
            tam = Path(tep.name)
            tep.write(noi_dung)
            tep.flush()
            os.fsync(tep.fileno())
        tam.replace(path)
    except OSError as e:
        raise UsageError(
            f"Không ghi được tệp “{path}”: {ly_do(e)}.", cach_sua="Chọn thư mục khác, hoặc xem lại quyền ghi.", cho=str(path)
        ) from e
    finally:
        if tam is not None:
            tam.unlink(missing_ok=True)
    return tim_thay


class _Viet:
    """Một lượt viết; ``hang`` là hàng sắp viết của trang "Phiếu"."""

    def __init__(self, mau_ten: str, ma_mau: str, cay: Nhanh | None) -> None:
        self.mau_ten, self.ma_mau, self.cay = mau_ten, ma_mau, cay
        self.so = SoTay(TRANG_PHIEU)
        self.tim_thay: list[Finding] = self.so.tim_thay
        self.phieu = self.so.trang_dau
        self.hang = 1
        self.ten_trang: set[str] = set()

    def viet(self, khai: Mapping[str, Mapping[str, TruongKhai]]) -> tuple[bytes, list[Finding]]:
        self._dau_phieu()
        for nhanh, cac_khai in khai.items():
            self._tieu_de(NHANH[nhanh])
            for muc in cac_muc(cac_khai, self.cay.muc.get(nhanh) if self.cay is not None else None):
                self._muc(f"{nhanh}.{muc.ten}", muc)
        for ten, con in (self.cay.muc if self.cay is not None else {}).items():
            if ten not in ("mau", *DAU_PHIEU, *NHANH):
                self._muc(ten, Muc(ten, con, None))
        self._huong_dan()
        self.so.danh_muc(TRANG_DANH_MUC)
        return dong_goi(self.so.so), self.tim_thay

    def _dau_phieu(self) -> None:
        for cot, (ten, rong) in enumerate(zip(DAU_COT, (28, 34, 60, 70), strict=True), 1):
            self.so.ghi(self.phieu, 1, cot, ten, kieu="dau")
            self.so.rong_cot(self.phieu, cot, rong, an=cot == 1)
        self.phieu.freeze_panes = "A2"
        self._hang_phieu("mau", "Mẫu", self.ma_mau, self.mau_ten)
        self._hang_phieu("xet_theo", "Xét theo ngày", la_cua(self.cay, "xet_theo"), DAU_PHIEU["xet_theo"])
        self._hang_phieu("trang_thai", "Trạng thái", la_cua(self.cay, "trang_thai"), DAU_PHIEU["trang_thai"])
        self.so.chon(self.phieu, 3, self.hang, self.hang, tuple(str(t) for t in TrangThai))

    def _hang_phieu(self, ma: str, nhan: str, chu: str, giup: str, *, dam: bool = False) -> None:
        self.hang += 1
        self.so.ghi(self.phieu, self.hang, 1, ma, kieu="ma")
        self.so.ghi(self.phieu, self.hang, 2, nhan, kieu="nhan_dam" if dam else "nhan")
        self.so.ghi(self.phieu, self.hang, 3, chu, kieu="gia_tri", duong_dan=ma)
        self.so.ghi(self.phieu, self.hang, 4, giup, kieu="giup")

    def _tieu_de(self, chu: str) -> None:
        self.hang += 1
        self.so.ghi(self.phieu, self.hang, 2, chu, kieu="dau")

    def _muc(self, ma: str, muc: Muc) -> None:
        if isinstance(muc.cay, Day):
            ten = self._trang_day(ma, muc.cay, muc)
            self.hang += 1
            self.so.ghi(self.phieu, self.hang, 2, nhan_cua(muc.khai, ma), kieu=_kieu_nhan(muc.khai))
            self.so.ghi(self.phieu, self.hang, 4, f"Điền ở trang “{ten}”. {chi_dan(muc.khai)}", kieu="giup")
            return
        phan = {p.ten: p for p in lay_kieu(muc.khai.kieu).phan(muc.khai)} if muc.khai else {}
        for duoi, chu in self._la(muc.cay, ma):
            khai = phan.get(duoi[1:], muc.khai) if duoi else muc.khai
            nhan = nhan_cua(khai, ma + duoi) if khai is not muc.khai or not duoi else f"{nhan_cua(khai, ma)}: {duoi[1:]}"
            self._hang_phieu(ma + duoi, nhan, chu, chi_dan(muc.khai), dam=khai is not None and khai.bat_buoc)
            if khai is not None and (ds := lay_kieu(khai.kieu).o_excel(khai).danh_sach_chon):
                self.so.chon(self.phieu, 3, self.hang, self.hang, ds)

    def _la(self, cay: Cay, ma: str, duoi: str = "") -> list[tuple[str, str]]:
        """Các lá dưới một mục: (đuôi đường dẫn, chữ); dãy nằm sâu và tên không thành mã được thì cảnh báo."""
        if isinstance(cay, La):
            return [(duoi, cay.chu)]
        if isinstance(cay, Day):
            if not rong_khong(cay):
                self._khong_ghi_duoc(ma + duoi, "là một dãy nằm trong mục khác")
            return []
        la: list[tuple[str, str]] = []
        for ten, con in cay.muc.items():
            if not ten or "." in ten or ten != ten.strip() or ten == MA_CHINH_NO:
                if not rong_khong(con):
                    self._khong_ghi_duoc(f"{ma}{duoi}.{ten}", "có tên không làm mã được")
            else:
                la += self._la(con, ma, f"{duoi}.{ten}")
        return la

    def _khong_ghi_duoc(self, ma: str, vi_sao: str) -> None:
        self.tim_thay.append(
            canh_bao(
                "phieu.khong_ghi_duoc",
                f"“{ma}” {vi_sao} nên không đặt vào phiếu Excel được.",
                duong_dan=ma,
                cach_sua="Dùng phiếu YAML cho dữ liệu này.",
            )
        )

    def _trang_day(self, ma: str, day: Day, muc: Muc) -> str:
        hang = [dict(self._la(con, f"{ma}[{i}]")) for i, con in enumerate(day.phan_tu)]
        cot = list(dict.fromkeys(duoi[1:] or MA_CHINH_NO for h in hang for duoi in h)) or [MA_CHINH_NO]
        trang = self.so.them_trang(self._dat_ten(muc.khai.nhan if muc.khai else ma))
        self.so.ghi(trang, 1, 1, ma, kieu="ma")
        self.so.ghi(trang, 1, 2, dong_chi_dan(muc.khai, ma), kieu="nhan_dam")
        khai_cot = _khai_cot(muc.khai)
        for c, ten in enumerate(cot, 1):
            khai = khai_cot.get(ten)
            self.so.ghi(trang, 2, c, ten, kieu="ma")
            self.so.ghi(trang, HANG_DU_LIEU, c, nhan_cua(khai, ten), kieu="dau")
            self.so.rong_cot(trang, c, 60 if len(cot) == 1 else 28)
            for h in range(HANG_DU_LIEU + 1, max(HANG_DE_SAN, len(hang) + 50)):
                chu = (
                    hang[h - HANG_DU_LIEU - 1].get("" if ten == MA_CHINH_NO else f".{ten}", "")
                    if h - HANG_DU_LIEU <= len(hang)
                    else ""
                )
                self.so.ghi(trang, h, c, chu, kieu="gia_tri", duong_dan=f"{ma}[{h - HANG_DU_LIEU - 1}]")
            if khai is not None and (ds := lay_kieu(khai.kieu).o_excel(khai).danh_sach_chon):
                self.so.chon(trang, c, HANG_DU_LIEU + 1, HANG_DE_SAN, ds)
        trang.row_dimensions[2].hidden = True
        trang.freeze_panes = f"A{HANG_DU_LIEU + 1}"
        return str(trang.title)

    def _dat_ten(self, ma: str) -> str:
        """Tên trang từ nhãn của trường: tối đa 31 chữ, không trùng; mã đầy đủ nằm ở ô A1."""
        goc = _KHONG_TRONG_TEN.sub("_", ma)[:31].strip() or "day"
        ten, so = goc, 1
        while ten.casefold() in self.ten_trang or ten in (TRANG_PHIEU, TRANG_HUONG_DAN, TRANG_DANH_MUC):
            so += 1
            ten = f"{goc[: 31 - len(str(so)) - 1]}~{so}"
        self.ten_trang.add(ten.casefold())
        return ten

    def _huong_dan(self) -> None:
        trang: Worksheet = self.so.them_trang(TRANG_HUONG_DAN)
        self.so.rong_cot(trang, 1, 110)
        self.so.ghi(trang, 1, 1, f"Phiếu: {self.mau_ten}", kieu="dau")
        for h, dong in enumerate(HUONG_DAN, 2):
            self.so.ghi(trang, h, 1, dong, kieu="giup")


def _kieu_nhan(khai: TruongKhai | None) -> str:
    return "nhan_dam" if khai is not None and khai.bat_buoc else "nhan"


def _khai_cot(khai: TruongKhai | None) -> dict[str, TruongKhai]:
    """Mã cột trên trang dãy → khai báo của nó; trường ghép tách thành từng phần."""
    if khai is None or khai.kieu not in ("danh_sach", "bang"):
        return {}
    goc = dict(khai.cot) if khai.kieu == "bang" else {MA_CHINH_NO: khai_phan_tu(khai)}
    cot = dict(goc)
    for ten, k in goc.items():
        for p in lay_kieu(k.kieu).phan(k):
            cot[p.ten if ten == MA_CHINH_NO else f"{ten}.{p.ten}"] = p
    return cot
