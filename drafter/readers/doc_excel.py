"""Đọc phiếu Excel một văn bản: trang "Phiếu" (mã, nhãn, giá trị) và mỗi dãy, mỗi bảng một trang riêng."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.errors import InputError
from drafter.findings import Finding, canh_bao, loi
from drafter.model import Nguon
from drafter.readers.goi_excel import OHong, soi
from drafter.readers.o_excel import chu_cua_o, mat_chu_so, ten_o
from drafter.record import Cay, Day, La, Nhanh

TRANG_PHIEU, TRANG_HUONG_DAN, TRANG_DANH_MUC = "Phiếu", "Hướng dẫn", "Danh mục"
COT_MA, COT_NHAN, COT_GIA_TRI = 0, 1, 2
DAU_COT = ("Mã", "Nhãn", "Giá trị", "Hướng dẫn")
MA_CHINH_NO = "*"
HANG_DU_LIEU = 3

_Muc = dict[str, object]


def doc_excel(du_lieu: bytes, *, ten: str) -> tuple[Nhanh, list[Finding]]:
    """Cây của phiếu và mọi điều tìm thấy (ô lỗi, mã trùng, trang lạ); nguồn dạng ``Phiếu!C4``.

    Raises InputError khi sổ hỏng, có mật khẩu, quá lớn hoặc không có trang "Phiếu".
    """
    import python_calamine

    hong = soi(du_lieu, ten=ten)
    try:
        so = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(du_lieu))
        trang = {t: so.get_sheet_by_name(t).to_python(skip_empty_area=False) for t in so.sheet_names if t in hong}
    except python_calamine.PasswordError as e:
        raise InputError(f"Tệp {ten} đã đặt mật khẩu.", cach_sua="Bỏ mật khẩu rồi lưu lại.", cho=ten) from e
    except python_calamine.CalamineError as e:
        raise InputError(f"Tệp {ten} là sổ Excel hỏng: {e}.", cach_sua="Mở bằng Excel rồi lưu lại.", cho=ten) from e
    phieu = next((t for t in trang if unicodedata.normalize("NFC", t).strip() == TRANG_PHIEU), None)
    if phieu is None:
        co = ", ".join(f"“{t}”" for t in trang)
        raise InputError(
            f"Tệp {ten} không có trang “{TRANG_PHIEU}” (đang có: {co}).",
            cach_sua="Dùng phiếu Excel do chương trình tạo; sổ nhiều đơn vị thì dùng lệnh hàng loạt.",
            cho=ten,
        )
    doc = _DocPhieu()
    doc.trang_phieu(_Trang(phieu, trang[phieu], hong[phieu]), ten)
    for t, hang in trang.items():
        if t not in (phieu, TRANG_HUONG_DAN, TRANG_DANH_MUC):
            doc.trang_day(_Trang(t, hang, hong[t]))
    return doc.xong(), doc.tim_thay


@dataclass(slots=True)
class _Trang:
    """Một trang tính đã đọc: các hàng thô và ô hỏng."""

    ten: str
    hang: list[list[object]] | object
    hong: Mapping[tuple[int, int], OHong]
    o: list[list[object]] = field(init=False)

    def __post_init__(self) -> None:
        self.o = self.hang if isinstance(self.hang, list) else []

    def tho(self, hang: int, cot: int) -> object:
        return self.o[hang][cot] if hang < len(self.o) and cot < len(self.o[hang]) else ""

    def chu(self, hang: int, cot: int) -> str:
        return chu_cua_o(self.tho(hang, cot))

    def cho(self, hang: int, cot: int) -> str:
        return f"{self.ten}!{ten_o(hang, cot)}"


class _DocPhieu:
    """Gom giá trị theo đường dẫn thành cây, không bỏ ô nào có chữ mà không nói."""

    def __init__(self) -> None:
        self.goc: _Muc = {}
        self.cho_cua: dict[str, str] = {}
        self.tim_thay: list[Finding] = []

    def xong(self) -> Nhanh:
        """Cây đã gom."""
        return _dong_bang(self.goc, "")

    def la(self, trang: _Trang, hang: int, cot: int, duong_dan: str) -> La:
        """Lá của một ô; ô lỗi thành lá rỗng kèm lỗi."""
        nguon = Nguon(duong_dan, trang.cho(hang, cot))
        if hong := trang.hong.get((hang, cot)):
            if hong.gia_tri:
                thong_bao, cach_sua = f"Ô {nguon.cho} là lỗi {hong.gia_tri} của Excel.", "Sửa công thức hoặc gõ thẳng giá trị."
            else:
                thong_bao = f"Ô {nguon.cho} là công thức chưa có giá trị."
                cach_sua = "Mở bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị."
            self.tim_thay.append(loi("phieu.o_loi", thong_bao, duong_dan=duong_dan, cach_sua=cach_sua, nguon=nguon))
            return La("", nguon)
        if mat_chu_so(trang.tho(hang, cot)):
            self.tim_thay.append(
                canh_bao(
                    "phieu.o_so_dai",
                    f"Ô {nguon.cho} là số dài quá 15 chữ số; Excel đã làm tròn các chữ số cuối.",
                    duong_dan=duong_dan,
                    cach_sua="Đổi ô sang dạng chữ (Text) rồi gõ lại.",
                    nguon=nguon,
                )
            )
        return La(trang.chu(hang, cot), nguon)

    def trang_phieu(self, trang: _Trang, ten: str) -> None:
        """Đọc trang "Phiếu": mỗi hàng có mã là một giá trị."""
        dau = next((h for h in range(min(len(trang.o), 20)) if trang.chu(h, COT_MA).strip() == DAU_COT[COT_MA]), None)
        if dau is None:
            raise InputError(
                f"Tệp {ten}, trang “{trang.ten}” không có hàng đầu “{', '.join(DAU_COT)}”.",
                cach_sua="Dùng phiếu Excel do chương trình tạo; đừng xóa hàng đầu và cột Mã (cột A đang ẩn).",
                cho=f"{trang.ten}!A1",
            )
        for h in range(dau + 1, len(trang.o)):
            ma = trang.chu(h, COT_MA).strip()
            la = self.la(trang, h, COT_GIA_TRI, ma)
            if ma:
                self.dat(ma, la)
            elif la.chu.strip():
                self.tim_thay.append(
                    loi(
                        "phieu.thieu_ma",
                        f"Ô {la.nguon.cho} có chữ nhưng hàng này không có mã, nên không biết là trường nào.",
                        cach_sua="Chuyển chữ về đúng hàng của trường; cột A (đang ẩn) giữ mã.",
                        nguon=la.nguon,
                    )
                )

    def trang_day(self, trang: _Trang) -> None:
        """Đọc trang của một dãy hoặc bảng: A1 là đường dẫn, hàng 2 là mã cột, dữ liệu từ hàng 4."""
        ma = trang.chu(0, 0).strip()
        so_cot = max((len(h) for h in trang.o), default=0)
        cot = {c: trang.chu(1, c).strip() for c in range(so_cot)}
        if not ma.startswith(("truong.", "van_ban.")) or not any(cot.values()):
            if any(trang.chu(h, c).strip() for h in range(len(trang.o)) for c in range(so_cot)):
                self.tim_thay.append(
                    canh_bao(
                        "phieu.trang_la",
                        f"Trang “{trang.ten}” không thuộc phiếu nên không được đọc.",
                        cach_sua="Ô A1 của trang dãy phải là mã trường, hàng 2 là mã cột.",
                        nguon=Nguon("", f"{trang.ten}!A1"),
                    )
                )
            return
        phan_tu: list[Cay] = []
        for h in range(HANG_DU_LIEU, len(trang.o)):
            duong_dan = f"{ma}[{len(phan_tu)}]"
            la = {c: self.la(trang, h, c, duong_dan if k == MA_CHINH_NO else f"{duong_dan}.{k}") for c, k in cot.items() if k}
            for c, k in cot.items():
                if not k and trang.chu(h, c).strip():
                    nguon = Nguon(duong_dan, trang.cho(h, c))
                    self.tim_thay.append(loi("phieu.thieu_ma", f"Ô {nguon.cho} có chữ nhưng cột này không có mã.", nguon=nguon))
            if any(x.chu.strip() for x in la.values()):
                phan_tu.append(self._hang(la, cot, duong_dan, Nguon(duong_dan, trang.cho(h, 0))))
        self.dat(ma, Day(tuple(phan_tu), Nguon(ma, trang.cho(0, 0))))

    def _hang(self, la: Mapping[int, La], cot: Mapping[int, str], duong_dan: str, nguon: Nguon) -> Cay:
        chinh = next((la[c] for c in la if cot[c] == MA_CHINH_NO and la[c].chu.strip()), None)
        khac = {c: x for c, x in la.items() if cot[c] != MA_CHINH_NO}
        if chinh is not None:
            for x in khac.values():
                if x.chu.strip():
                    self.tim_thay.append(self._chong(x.nguon, chinh.nguon.cho))
            return chinh
        rieng = _DocPhieu()
        for c, x in khac.items():
            rieng.dat(cot[c], x)
        self.tim_thay += rieng.tim_thay
        return _dong_bang(rieng.goc, duong_dan, nguon)

    def _chong(self, nguon: Nguon, cho_truoc: str) -> Finding:
        return loi(
            "phieu.trung",
            f"Mục “{nguon.duong_dan}” ghi hai lần: {cho_truoc} và {nguon.cho}.",
            duong_dan=nguon.duong_dan,
            cach_sua="Giữ một chỗ, xóa chỗ kia.",
            nguon=nguon,
        )

    def dat(self, ma: str, cay: Cay) -> None:
        """Đặt một giá trị ở đường dẫn ``ma``; ô trống nhường chỗ cho giá trị có chữ, hai giá trị có chữ là lỗi."""
        muc = self.goc
        phan = ma.split(".")
        for i, ten in enumerate(phan[:-1]):
            con = muc.get(ten)
            if isinstance(con, La | Day):
                if not _rong(con):
                    self.tim_thay.append(self._chong(cay.nguon, self.cho_cua[".".join(phan[: i + 1])]))
                    return
                con = None
            if con is None:
                con = muc[ten] = {}
            muc = con  # type: ignore[assignment]
        cu = muc.get(phan[-1])
        if cu is None or isinstance(cu, La | Day):
            if cu is not None and not _rong(cu):
                if not _rong(cay):
                    self.tim_thay.append(self._chong(cay.nguon, self.cho_cua[ma]))
                return
            muc[phan[-1]] = cay
            self.cho_cua[ma] = cay.nguon.cho
        elif not _rong(cay):
            self.tim_thay.append(self._chong(cay.nguon, f"các dòng “{ma}.…”"))


def _rong(cay: Cay) -> bool:
    return isinstance(cay, La) and not cay.chu.strip()


def _dong_bang(muc: _Muc, duong_dan: str, nguon: Nguon | None = None) -> Nhanh:
    con: dict[str, Cay] = {}
    for ten, gt in muc.items():
        if isinstance(gt, La | Day | Nhanh):
            con[ten] = gt
        elif isinstance(gt, dict):
            con[ten] = _dong_bang(gt, f"{duong_dan}.{ten}" if duong_dan else ten)
    dau = next((c.nguon.cho for c in con.values()), "")
    return Nhanh(con, nguon or Nguon(duong_dan, dau))
