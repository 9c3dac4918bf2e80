"""Đọc khai báo trường trong ``mau.yaml`` (đã tách thành dict) và chỉ ra mọi chỗ khai sai."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from drafter.fields.khai import CAP_HOP_LE, TruongKhai, rong_khong
from drafter.fields.loai import KetQuaTra, cac_kieu, goi_y, lay_kieu
from drafter.findings import Finding, co_loi, loi
from drafter.model import Nguon
from drafter.record import Cay, Day, La, Nhanh

TEN_DANH_RIENG = frozenset(
    (
        *("vb", "dv", "cap", "hai_cap", "xet_theo", "tu_ngay", "trang_thai", "vien_dan", "hieu_luc", "bang"),
        *("range", "loop", "true", "false", "none", "and", "or", "not", "in", "is", "if", "else"),
    )
)
_TEN = re.compile(r"[a-z][a-z0-9_]*")
_CHUNG = ("kieu", "nhan", "giup", "bat_buoc", "mac_dinh", "vi_du", "chon", "cot", "phan_tu", "tu", "den", "cap", "doi_chieu")
_RIENG = {"chon": "chon", "cot": "bang", "phan_tu": "danh_sach", "doi_chieu": "co_khong"}
_CANH = ("trai", "giua", "phai", "deu")


class _BoiCanhThu:
    """Bối cảnh để thử giá trị mẫu: sổ đăng ký nào cũng trống."""

    xet_theo = date(2000, 1, 1)

    def tra_co_quan(self, chuoi: str, chu_quan: str) -> KetQuaTra:
        return KetQuaTra(None)

    def tra_can_cu(self, chuoi: str) -> KetQuaTra:
        return KetQuaTra(None)


def thanh_chu(tho: object) -> str:
    """Chữ mà người viết mẫu muốn, từ một giá trị YAML đã bị đổi kiểu: ``True`` → "có", ``95.5`` → "95,5", ngày → ISO."""
    if tho is None:
        return ""
    if isinstance(tho, bool):
        return "có" if tho else "không"
    if isinstance(tho, float):
        return f"{Decimal(repr(tho)):f}".replace(".", ",")
    return tho.isoformat() if isinstance(tho, date) else str(tho)


def thanh_cay(tho: object, nguon: Nguon) -> Cay:
    """Cây chữ của một giá trị mẫu: đơn, dãy hoặc các mục."""
    if isinstance(tho, La | Nhanh | Day):
        return tho
    if isinstance(tho, Mapping):
        return Nhanh({thanh_chu(k): thanh_cay(v, nguon) for k, v in tho.items()}, nguon)
    if isinstance(tho, list | tuple):
        return Day(tuple(thanh_cay(v, nguon) for v in tho), nguon)
    return La(thanh_chu(tho), nguon)


class _Doc:
    """Gom lỗi khi đọc một khai báo."""

    def __init__(self, ten: str, tho: Mapping[str, object], duong_dan: str) -> None:
        self.ten, self.tho, self.duong_dan = ten, tho, duong_dan
        self.tim_thay: list[Finding] = []

    def sai(self, ma: str, thong_bao: str, cach_sua: str = "", muc: str = "") -> None:
        duong_dan = f"{self.duong_dan}.{muc}" if muc else self.duong_dan
        self.tim_thay.append(loi(ma, f"Trường “{self.ten}”: {thong_bao}", duong_dan=duong_dan, cach_sua=cach_sua))

    def chu(self, muc: str) -> str:
        tho = self.tho.get(muc)
        if isinstance(tho, Mapping | list | tuple):
            self.sai("mau.thuoc_tinh", f"“{muc}” phải là chữ.", muc=muc)
            return ""
        return thanh_chu(tho).strip()

    def dung(self, muc: str) -> bool:
        chu = self.chu(muc).casefold()
        if chu not in ("", "có", "không", "true", "false", "yes", "no"):
            self.sai("mau.thuoc_tinh", f"“{muc}” chỉ nhận true hoặc false, đang là “{chu}”.", muc=muc)
        return chu in ("có", "true", "yes")

    def ngay(self, muc: str) -> date | None:
        chu = self.chu(muc)
        if not chu:
            return None
        try:
            return date.fromisoformat(chu[:10])
        except ValueError:
            self.sai("mau.thuoc_tinh", f"“{muc}” không phải ngày: “{chu}”.", "Ghi dạng “2025-07-01”.", muc)
            return None

    def day(self, muc: str) -> tuple[str, ...]:
        tho = self.tho.get(muc)
        return tuple(thanh_chu(t) for t in tho) if isinstance(tho, list | tuple) else tuple(filter(None, [self.chu(muc)]))

    def cay(self, muc: str) -> Cay | None:
        tho = self.tho.get(muc)
        return None if tho is None else thanh_cay(tho, Nguon(self.duong_dan, "mau.yaml"))

    def con(self, muc: str) -> Mapping[str, object]:
        tho = self.tho.get(muc, {})
        if isinstance(tho, Mapping) and all(isinstance(k, str | int) and not isinstance(k, bool) for k in tho):
            return {str(k): v for k, v in tho.items()}
        self.sai("mau.thuoc_tinh", f"“{muc}” phải là các mục “tên: giá trị”.", "Khóa như yes, no phải đặt trong dấu nháy.", muc)
        return {}


def doc_khai(
    ten: str, mapping: Mapping[str, object], *, duong_dan: str, vai: str = "truong"
) -> tuple[TruongKhai | None, list[Finding]]:
    """Khai báo một trường; ``None`` khi không có kiểu dùng được.

    ``vai``: ``truong`` (cần ``kieu`` và ``nhan``), ``cot`` (cần ``nhan``, thêm ``rong``, ``canh``) hoặc ``phan_tu``.
    """
    if not isinstance(mapping, Mapping):
        return None, [
            loi("mau.khai", f"Trường “{ten}” phải là các mục con.", duong_dan=duong_dan, cach_sua="{kieu: chu, nhan: …}")
        ]
    doc = _Doc(ten, mapping, duong_dan)
    biet = (*_CHUNG, "rong", "canh") if vai == "cot" else _CHUNG
    for la in mapping:
        if la not in biet:
            doc.sai(
                "mau.thuoc_tinh",
                f"không có thuộc tính “{la}”.",
                goi_y(str(la), biet) or "Dùng: " + ", ".join(biet) + ".",
                str(la),
            )
    if not _TEN.fullmatch(ten):
        doc.sai("mau.ten", "tên chỉ gồm chữ thường không dấu, chữ số và gạch dưới, bắt đầu bằng chữ.", "Ví dụ: so_thon.")
    if ten in TEN_DANH_RIENG and duong_dan == f"truong.{ten}":
        doc.sai("mau.ten", "tên này đã dành cho biến có sẵn của lời văn.", "Đặt tên khác.")
    kieu = doc.chu("kieu")
    if not kieu and vai == "truong":
        doc.sai("mau.kieu", "chưa có “kieu”.", "Chọn: " + ", ".join(cac_kieu()) + ".")
        return None, doc.tim_thay
    kieu = kieu or "chu"
    if kieu not in cac_kieu():
        doc.sai("mau.kieu", f"không có kiểu “{kieu}”.", goi_y(kieu, cac_kieu()) or "Chọn: " + ", ".join(cac_kieu()) + ".", "kieu")
        return None, doc.tim_thay
    if vai != "truong" and kieu in ("danh_sach", "bang"):
        doc.sai("mau.kieu", f"kiểu “{kieu}” không đứng trong bảng hay dãy khác được.", muc="kieu")
        return None, doc.tim_thay
    khai = _dung(doc, kieu, vai)
    _thu_gia_tri_mau(doc, khai)
    return khai, doc.tim_thay


def _dung(doc: _Doc, kieu: str, vai: str) -> TruongKhai:
    if not doc.chu("nhan") and vai != "phan_tu":
        doc.sai("mau.nhan", "chưa có “nhan”.", "Ghi tên tiếng Việt của trường.")
    for muc, cua in _RIENG.items():
        if muc in doc.tho and kieu != cua:
            doc.sai("mau.thuoc_tinh", f"“{muc}” chỉ dùng cho kiểu “{cua}”, trường này là “{kieu}”.", muc=muc)
    cap = doc.day("cap")
    for c in cap:
        if c not in CAP_HOP_LE:
            doc.sai("mau.thuoc_tinh", f"không có cấp “{c}”.", "Dùng: " + ", ".join(CAP_HOP_LE) + ".", "cap")
    tu, den = doc.ngay("tu"), doc.ngay("den")
    if tu and den and den < tu:
        doc.sai("mau.thuoc_tinh", "“den” trước “tu”.", muc="den")
    chon = {ma: thanh_chu(nhan) or ma for ma, nhan in doc.con("chon").items()} if kieu == "chon" else {}
    if kieu == "chon" and not chon:
        doc.sai("mau.chon", "kiểu “chon” phải có “chon”.", "chon: {ma: Nhãn}")
    return TruongKhai(
        ten=doc.ten,
        kieu=kieu,
        nhan=doc.chu("nhan") or ("" if vai == "phan_tu" else doc.ten),
        giup=doc.chu("giup"),
        bat_buoc=doc.dung("bat_buoc"),
        mac_dinh=doc.cay("mac_dinh"),
        vi_du=doc.cay("vi_du"),
        chon=chon,
        cot=_cot(doc) if kieu == "bang" else {},
        phan_tu=_phan_tu(doc) if kieu == "danh_sach" else None,
        tu=tu,
        den=den,
        cap=cap,
        doi_chieu=doc.chu("doi_chieu"),
        duong_dan=doc.duong_dan,
        rong=_rong(doc),
        canh=_canh(doc),
    )


def _cot(doc: _Doc) -> dict[str, TruongKhai]:
    cot: dict[str, TruongKhai] = {}
    for ten, tho in doc.con("cot").items():
        khai, them = doc_khai(ten, tho, duong_dan=f"{doc.duong_dan}.cot.{ten}", vai="cot")  # type: ignore[arg-type]
        doc.tim_thay += them
        if khai is not None:
            cot[ten] = khai
    if not cot:
        doc.sai("mau.cot", "kiểu “bang” phải có “cot”.", "cot: {ten_cot: {kieu: chu, nhan: …}}")
    return cot


def _phan_tu(doc: _Doc) -> TruongKhai | None:
    if "phan_tu" not in doc.tho:
        return None
    tho = doc.tho["phan_tu"]
    khai, them = doc_khai(doc.ten, tho, duong_dan=f"{doc.duong_dan}.phan_tu", vai="phan_tu")  # type: ignore[arg-type]
    doc.tim_thay += them
    return khai


def _rong(doc: _Doc) -> float:
    chu = doc.chu("rong").replace(",", ".")
    if not re.fullmatch(r"[0-9]*\.?[0-9]*", chu):
        doc.sai("mau.thuoc_tinh", f"“rong” không phải số: “{chu}”.", muc="rong")
        return 0.0
    return float(chu or 0)


def _canh(doc: _Doc) -> str:
    canh = doc.chu("canh")
    if canh and canh not in _CANH:
        doc.sai("mau.thuoc_tinh", f"không có cách canh “{canh}”.", "Dùng: " + ", ".join(_CANH) + ".", "canh")
        return ""
    return canh


def _thu_gia_tri_mau(doc: _Doc, khai: TruongKhai) -> None:
    if co_loi(doc.tim_thay):
        return
    for muc, cay in (("mac_dinh", khai.mac_dinh), ("vi_du", khai.vi_du)):
        if cay is None or rong_khong(cay):
            continue
        _, them = lay_kieu(khai.kieu).doc(cay, replace(khai, doi_chieu=""), _BoiCanhThu())
        if co_loi(them):
            doc.sai(
                "mau.gia_tri_mau", f"“{muc}” không đọc được theo kiểu “{khai.kieu}”. {them[0].thong_bao}", them[0].cach_sua, muc
            )


def doc_cac_khai(mapping: Mapping[str, object], *, duong_dan: str) -> tuple[dict[str, TruongKhai], list[Finding]]:
    """Mọi khai báo của một mục ``truong:``, theo thứ tự viết; đường dẫn từng trường là ``<duong_dan>.<ten>``."""
    ket_qua: dict[str, TruongKhai] = {}
    tim_thay: list[Finding] = []
    for ten, tho in mapping.items():
        khai, them = doc_khai(str(ten), tho, duong_dan=f"{duong_dan}.{ten}")  # type: ignore[arg-type]
        tim_thay += them
        if khai is not None:
            ket_qua[khai.ten] = khai
    return ket_qua, tim_thay
