"""Lỗi cấy vào DOCX đã soạn, để biết chắc mỗi phép kiểm bắt được lỗi của nó."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NQ = "nghi_quyet/dan_chu_co_so/xa_long_ho_2026"
KH = "ke_hoach/dan_chu_co_so/xa_long_ho_2026"
QD = "quy_che/dan_chu_trong_co_quan/so_2025"
QD_UBND = "quy_che/dan_chu_cap_xa/xa_2025"
LV = "quy_che/lam_viec_ubnd/xa_2026"


class SuaDocx:
    """Một DOCX đang mở để sửa XML; mọi phép tìm không thấy thì hỏng ngay, để lỗi cấy không thành không cấy."""

    def __init__(self, du_lieu: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(du_lieu)) as goi:
            self._phan = {ten: goi.read(ten) for ten in goi.namelist()}
        self._cay: dict[str, etree._Element] = {}

    def cay(self, ten: str = "word/document.xml") -> etree._Element:
        """Cây XML của một phần."""
        if ten not in self._cay:
            self._cay[ten] = etree.fromstring(self._phan[ten])
        return self._cay[ten]

    def luu(self) -> bytes:
        """Tệp đã sửa."""
        ra = io.BytesIO()
        with zipfile.ZipFile(ra, "w") as goi:
            for ten, noi_dung in self._phan.items():
                goi.writestr(ten, etree.tostring(self._cay[ten]) if ten in self._cay else noi_dung)
        return ra.getvalue()

    def p(self, mau: str, lan: int = 0) -> etree._Element:
        """Đoạn thứ ``lan`` (từ 0) có chữ khớp ``mau`` từ đầu."""
        return [p for p in self.cay().iter(f"{W}p") if re.match(mau, _chu(p))][lan]

    def kieu(self, ma: str) -> etree._Element:
        """Khai báo của một kiểu đoạn."""
        (kq,) = (s for s in self.cay("word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == ma)
        return kq

    def p_kieu(self, ma: str, lan: int = 0) -> etree._Element:
        """Đoạn thứ ``lan`` mang kiểu ``ma``."""
        cac = [p for p in self.cay().iter(f"{W}p") if _con(p, f"{W}pPr/{W}pStyle").get(f"{W}val") == ma]
        return cac[lan]

    def sect(self, lan: int = 0) -> etree._Element:
        """Khai báo phần trang thứ ``lan``."""
        return list(self.cay().iter(f"{W}sectPr"))[lan]


def go(pt: etree._Element) -> None:
    """Gỡ một phần tử khỏi cây."""
    cha = pt.getparent()
    assert cha is not None
    cha.remove(pt)


def _con(pt: etree._Element | None, duong: str) -> etree._Element:
    """Phần tử con phải có."""
    kq = pt.find(duong) if pt is not None else None
    assert kq is not None, duong
    return kq


def _chu(p: etree._Element) -> str:
    return "".join(t.text or "" if t.tag == f"{W}t" else " " for t in p.iter(f"{W}t", f"{W}br"))


def chu(mau: str, cu: str, moi: str, lan: int = 0) -> Callable[[SuaDocx], None]:
    """Thay ``cu`` bằng ``moi`` trong đoạn khớp ``mau``."""

    def sua(s: SuaDocx) -> None:
        t = next(t for t in s.p(mau, lan).iter(f"{W}t") if cu in (t.text or ""))
        t.text = (t.text or "").replace(cu, moi, 1)

    return sua


def cuoi(mau: str, cu: str, moi: str) -> Callable[[SuaDocx], None]:
    """Thay ``cu`` ở cuối đoạn khớp ``mau`` bằng ``moi``."""

    def sua(s: SuaDocx) -> None:
        t = list(s.p(mau).iter(f"{W}t"))[-1]
        assert (t.text or "").endswith(cu)
        t.text = (t.text or "").removesuffix(cu) + moi

    return sua


def ngat(mau: str, dau: str, duoi: str) -> Callable[[SuaDocx], None]:
    """Ngắt dòng giữa ``dau`` và ``duoi`` trong đoạn khớp ``mau``."""

    def sua(s: SuaDocx) -> None:
        t = next(t for t in s.p(mau).iter(f"{W}t") if f"{dau} {duoi}" in (t.text or ""))
        truoc, _, sau = (t.text or "").partition(f"{dau} {duoi}")
        t.text = truoc + dau
        moi = etree.Element(f"{W}t")
        moi.text = duoi + sau
        t.addnext(moi)
        t.addnext(etree.Element(f"{W}br"))

    return sua


def xuong(mau: str) -> Callable[[SuaDocx], None]:
    """Đổi chỗ đoạn khớp ``mau`` với đoạn ngay dưới."""

    def sua(s: SuaDocx) -> None:
        p = s.p(mau)
        duoi = p.getnext()
        assert duoi is not None
        duoi.addnext(p)

    return sua


def bo(mau: str, lan: int = 0) -> Callable[[SuaDocx], None]:
    """Bỏ đoạn khớp ``mau``."""

    def sua(s: SuaDocx) -> None:
        p = s.p(mau, lan)
        go(p)

    return sua


def rpr(mau: str, *pt: tuple[str, str | None]) -> Callable[[SuaDocx], None]:
    """Đặt thuộc tính chữ cho mọi mẩu của đoạn khớp ``mau``: ``("b", "0")``, ``("sz", "32")``."""

    def sua(s: SuaDocx) -> None:
        for r in s.p(mau).iter(f"{W}r"):
            for cu in r.findall(f"{W}rPr"):
                r.remove(cu)
            moi = etree.Element(f"{W}rPr")
            for ten, val in pt:
                con = etree.SubElement(moi, f"{W}{ten}")
                if val is not None:
                    for khoa in ("ascii", "hAnsi") if ten == "rFonts" else ("val",):
                        con.set(f"{W}{khoa}", val)
            r.insert(0, moi)

    return sua


def ppr(mau: str, ten: str, lan: int = 0, **thuoc_tinh: str) -> Callable[[SuaDocx], None]:
    """Đặt thuộc tính đoạn cho đoạn khớp ``mau``."""
    return lambda s: _dat(s.p(mau, lan), ten, thuoc_tinh)


def net(kieu: str, lan: int, **thuoc_tinh: str) -> Callable[[SuaDocx], None]:
    """Đổi lùi lề của nét kẻ thứ ``lan``."""
    return lambda s: _dat(s.p_kieu(kieu, lan), "ind", thuoc_tinh)


def _dat(p: etree._Element, ten: str, thuoc_tinh: dict[str, str]) -> None:
    pt = _con(p, f"{W}pPr")
    for cu in pt.findall(f"{W}{ten}"):
        pt.remove(cu)
    con = etree.SubElement(pt, f"{W}{ten}")
    for khoa, val in thuoc_tinh.items():
        con.set(f"{W}{khoa}", val)


def bo_p_kieu(kieu: str, lan: int = 0) -> Callable[[SuaDocx], None]:
    """Bỏ đoạn thứ ``lan`` mang kiểu ``kieu``."""

    def sua(s: SuaDocx) -> None:
        p = s.p_kieu(kieu, lan)
        go(p)

    return sua


def co_kieu(ma: str, sz: str) -> Callable[[SuaDocx], None]:
    """Đổi cỡ chữ của một kiểu (nửa điểm)."""

    def sua(s: SuaDocx) -> None:
        pr = s.kieu(ma).find(f"{W}rPr")
        if pr is None:
            pr = etree.SubElement(s.kieu(ma), f"{W}rPr")
        for cu in pr.findall(f"{W}sz"):
            pr.remove(cu)
        etree.SubElement(pr, f"{W}sz").set(f"{W}val", sz)

    return sua


def bo_trong_kieu(ma: str, ten: str) -> Callable[[SuaDocx], None]:
    """Bỏ một thuộc tính khỏi một kiểu; cỡ, đậm, nghiêng hay giữ đoạn."""

    def sua(s: SuaDocx) -> None:
        go(_con(s.kieu(ma), f".//{W}{ten}"))

    return sua


def sect(duong: str, lan: int = 0, **thuoc_tinh: str | None) -> Callable[[SuaDocx], None]:
    """Đổi thuộc tính của phần trang; không ghi thuộc tính nào thì bỏ hẳn phần tử."""

    def sua(s: SuaDocx) -> None:
        goc = s.sect(lan)
        pt = goc.find(f"{W}{duong}")
        if pt is None:
            pt = etree.SubElement(goc, f"{W}{duong}")
        elif not thuoc_tinh:
            goc.remove(pt)
        for khoa, val in thuoc_tinh.items():
            pt.set(f"{W}{khoa}", val or "")

    return sua


def dau_trang(cu: str, moi: str) -> Callable[[SuaDocx], None]:
    """Thay chữ trong XML của các đầu trang."""

    def sua(s: SuaDocx) -> None:
        ten = [t for t in s._phan if t.startswith("word/header") and cu.encode() in s._phan[t]]
        assert ten
        for t in ten:
            s._phan[t] = s._phan[t].replace(cu.encode(), moi.encode())

    return sua


def them_sau(mau: str, moi: str, *, lan: int = 0) -> Callable[[SuaDocx], None]:
    """Chép đoạn khớp ``mau`` xuống dưới nó với chữ ``moi``."""

    def sua(s: SuaDocx) -> None:
        p = s.p(mau, lan)
        sao = copy.deepcopy(p)
        for thua in list(sao.iter(f"{W}r"))[1:]:
            go(thua)
        next(sao.iter(f"{W}t")).text = moi
        p.addnext(sao)

    return sua


def bo_keep(mau: str) -> Callable[[SuaDocx], None]:
    """Bỏ “giữ với đoạn sau” của đoạn khớp ``mau``."""

    def sua(s: SuaDocx) -> None:
        go(_con(s.p(mau), f"{W}pPr/{W}keepNext"))

    return sua


@dataclass(frozen=True, slots=True)
class LoiCay:
    """Một lỗi cấy: ``ma`` phép kiểm phải bắt, ``vi_du`` là tệp gốc, ``viec`` là cấy gì."""

    ma: str
    vi_du: str
    viec: str
    cay: Callable[[SuaDocx], None]


def _c(ma: str, vi_du: str, viec: str, cay: Callable[[SuaDocx], None]) -> LoiCay:
    return LoiCay(ma, vi_du, viec, cay)


LOI_CAY = (
    _c("T-001", KH, "lề trái 25 mm", sect("pgMar", left="1417")),
    _c("T-001", KH, "lề trên 15 mm", sect("pgMar", top="850")),
    _c("T-001", QD, "khổ Letter ở văn bản thứ hai", sect("pgSz", -1, w="12240", h="15840")),
    _c("CH-02", NQ, "xoay ngang trang không có bảng", sect("pgSz", orient="landscape", w="16838", h="11906")),
    _c("T-002", KH, "một đoạn phông Arial", rpr("I\\. ", ("rFonts", "Arial"))),
    _c("T-002", KH, "chữ đỏ", rpr("I\\. ", ("color", "FF0000"))),
    _c("T-003", KH, "trang đầu hiện số", sect("titlePg")),
    _c("T-003", KH, "số trang đậm", dau_trang('<w:r><w:t>2</w:t>', '<w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t>')),
    _c("T-003", KH, "không có trường số trang", dau_trang(" PAGE ", " DATE ")),
    _c("CH-10", QD, "số trang của quy chế chạy tiếp", sect("pgNumType", 1)),
    _c("T-010", NQ, "Quốc hiệu cỡ 14", co_kieu("quoc_hieu", "28")),
    _c("T-010", NQ, "Quốc hiệu không đậm", bo_trong_kieu("quoc_hieu", "b")),
    _c("T-010", NQ, "Quốc hiệu sai chữ", chu("CỘNG HÒA", "CHỦ NGHĨA", "CHỦ  NGHĨA")),
    _c("T-010", NQ, "mất Quốc hiệu", bo("CỘNG HÒA")),
    _c("T-011", NQ, "gạch nối dài trong Tiêu ngữ", chu("Độc lập", " - ", " – ")),
    _c("T-011", NQ, "thiếu nét kẻ dưới Tiêu ngữ", bo_p_kieu("net_ke", 1)),
    _c("T-011", NQ, "nét kẻ ngắn hơn dòng Tiêu ngữ 5 %", net("net_ke", 1, left="1206", right="1206")),
    _c("T-012", NQ, "tên cơ quan không đậm", rpr("XÃ LONG HỒ$", ("b", "0"))),
    _c("T-012", QD, "cơ quan chủ quản đậm", rpr("UBND TỈNH", ("b", None))),
    _c("T-012", NQ, "nét dưới tên cơ quan dài bằng dòng", net("net_ke", 0, left="1000", right="1000")),
    _c("T-012", NQ, "viết tắt tên cơ quan ban hành", chu("HỘI ĐỒNG NHÂN DÂN$", "HỘI ĐỒNG NHÂN DÂN", "HĐND")),
    _c("T-012", QD, "chủ quản không có tên đơn vị", chu("UBND TỈNH", " TỈNH QUẢNG NINH", "")),
    _c("T-091", NQ, "cơ quan cấp huyện sau 01/7/2025", chu("XÃ LONG HỒ$", "XÃ", "HUYỆN")),
    _c("T-091", QD, "chủ quản cấp huyện sau 01/7/2025", chu("UBND TỈNH", "TỈNH", "THỊ XÃ")),
    _c("SK-01", NQ, "số 5 không thêm 0", chu("Số: ", "18", "5")),
    _c("SK-01", NQ, "số đệm ba chữ số", chu("Số: ", "18", "018")),
    _c("SK-01", NQ, "số có năm", chu("Số: ", "18/", "18/2026/")),
    _c("SK-01", KH, "ký hiệu loại khác", chu("Số: ", "KH-", "QĐ-")),
    _c("SK-01", KH, "số đậm", rpr("Số: ", ("b", None))),
    _c("DD-01", KH, "ngày không nghiêng", bo_trong_kieu("dia_danh_ngay", "i")),
    _c("DD-01", KH, "thiếu phẩy sau địa danh", chu("Long Hồ, ngày", ",", "")),
    _c("DD-05", KH, "địa danh kèm chữ xã", chu("Long Hồ, ngày", "Long Hồ", "Xã Long Hồ")),
    _c("DD-05", KH, "địa danh của nơi khác", chu("Long Hồ, ngày", "Long Hồ", "Vĩnh Long")),
    _c("DD-03", NQ, "ngày không thêm 0", chu("Long Hồ, ngày", "ngày 24", "ngày 4")),
    _c("DD-03", NQ, "tháng 7 thêm 0", chu("Long Hồ, ngày", "tháng 7", "tháng 07")),
    _c("DD-03", KH, "tháng 01 không thêm 0", chu("Long Hồ, ngày", "tháng 01", "tháng 1")),
    _c("TL-01", NQ, "tên loại canh trái", ppr("NGHỊ QUYẾT$", "jc", val="left")),
    _c("TL-01", KH, "tên loại cỡ 16", rpr("KẾ HOẠCH$", ("sz", "32"))),
    _c("TL-02", NQ, "trích yếu có chấm cuối", cuoi("Về các biện pháp", "", ".")),
    _c("TL-02", LV, "ngắt dòng giữa tên cơ quan", ngat("Làm việc của", "Ủy", "ban")),
    _c("TL-02", NQ, "trích yếu nghiêng", rpr("Về các biện pháp", ("i", None))),
    _c("TL-02", QD, "trích yếu quyết định không “Ban hành”", chu("Ban hành Quy chế", "Ban hành", "Về")),
    _c("TL-03", KH, "thiếu nét kẻ dưới trích yếu", bo_p_kieu("net_ke_trich_yeu")),
    _c("TL-03", KH, "nét kẻ dưới trích yếu dài bằng dòng", net("net_ke_trich_yeu", 0, left="1000", right="1000")),
    _c("M-1.1", NQ, "dòng thẩm quyền của nơi khác", chu("HỘI ĐỒNG NHÂN DÂN XÃ", "LONG HỒ", "AN BÌNH")),
    _c("M-1.1", QD, "mất dòng thẩm quyền", bo("GIÁM ĐỐC SỞ")),
    _c("T-030", NQ, "mất dòng QUYẾT NGHỊ", bo("QUYẾT NGHỊ")),
    _c("T-030", QD, "QUYẾT ĐỊNH thiếu hai chấm", chu("QUYẾT ĐỊNH:", ":", "")),
    _c("T-031", NQ, "căn cứ không nghiêng", bo_trong_kieu("can_cu", "i")),
    _c("T-031", NQ, "căn cứ giữa kết bằng chấm", chu("Căn cứ Luật Tổ chức", "2025;", "2025.")),
    _c("T-031", KH, "căn cứ cuối kết bằng chấm phẩy", cuoi("Căn cứ Kế hoạch số 15", ".", ";")),
    _c("T-031", KH, "căn cứ không lùi đầu dòng", ppr("Căn cứ", "ind", firstLine="0")),
    _c("CC-02", KH, "nghị định thiếu ngày", chu("Căn cứ Nghị định số 59", " ngày 14 tháng 8 năm 2023", "")),
    _c("T-032", NQ, "luật ghi số", chu("Căn cứ Luật Tổ chức", "phương ngày", "phương số 72/2025/QH15 ngày")),
    _c("T-032", NQ, "luật thiếu ngày", chu("Căn cứ Luật Tổ chức", " ngày 16 tháng 6 năm 2025", "")),
    _c("CC-04", NQ, "luật về thẩm quyền xuống dưới", xuong("Căn cứ Luật Tổ chức")),
    _c("CC-05", QD, "không có Theo đề nghị", bo("Theo đề nghị")),
    _c("M-3.3", QD, "quyết định không ban hành gì kèm theo", chu("Điều 1\\. ", "Ban hành kèm theo", "Giao")),
    _c("M-3.3", KH, "kế hoạch không số", bo("Số: ")),
    _c("M-3.3", QD, "quy chế mất dòng kèm theo", bo("\\(Kèm theo")),
    _c("NN-01", KH, "kế hoạch có Kính gửi", them_sau("KẾ HOẠCH$", "Kính gửi: Sở Nội vụ")),
    _c("T-050", KH, "một điểm canh trái", ppr("a\\) ", "jc", val="left")),
    _c("T-050", KH, "một điểm lùi 1,5 cm", ppr("a\\) ", "ind", firstLine="851")),
    _c("T-050", KH, "lùi không thống nhất", ppr("b\\) ", "ind", firstLine="567")),
    _c("T-050", KH, "giãn dòng 1,6", ppr("a\\) ", "spacing", line="384", lineRule="auto", after="120")),
    _c("T-050", KH, "một điểm cỡ 13 khác lời văn", rpr("b\\) ", ("sz", "26"))),
    _c("T-050", KH, "lời văn nghiêng", rpr("a\\) ", ("i", None))),
    _c("ND-02", KH, "cách đoạn 5 pt", ppr("a\\) ", "spacing", after="100")),
    _c("T-051", QD, "mất tiêu đề chương", bo("QUY ĐỊNH CHUNG")),
    _c("T-051", QD, "dòng Chương canh trái", ppr("Chương I$", "jc", val="left")),
    _c("T-051", QD, "tiêu đề chương in thường", chu("QUY ĐỊNH CHUNG", "QUY ĐỊNH CHUNG", "Quy định chung")),
    _c("ND-06", QD_UBND, "tiêu đề mục không đậm", bo_trong_kieu("muc_ten", "b")),
    _c("ND-06", QD_UBND, "dòng Mục không đậm", bo_trong_kieu("muc", "b")),
    _c("T-052", QD, "Điều của quy chế mất tiêu đề", chu("Điều 1\\. Phạm vi", " Phạm vi điều chỉnh", "")),
    _c("T-052", QD, "Điều của quy chế không đậm", bo_trong_kieu("dieu", "b")),
    _c("T-052", NQ, "tiêu đề Điều có chấm", chu("Điều 2\\. Mục tiêu", "Mục tiêu", "Mục tiêu.")),
    _c("ND-10", KH, "tiêu đề khoản có chấm", chu("1\\. Mục đích", "Mục đích", "Mục đích.")),
    _c("ND-12", KH, "mục La Mã in thường", chu("I\\. ", "MỤC ĐÍCH", "Mục đích")),
    _c("ND-09", KH, "khoản nhảy số", chu("2\\. Yêu cầu", "2.", "3.")),
    _c("ND-09", NQ, "điểm thứ năm là e", chu("đ\\) ", "đ)", "e)")),
    _c("ND-09", QD, "Điều lặp số", chu("Điều 3\\. ", "Điều 3", "Điều 2", 1)),
    _c("ND-09", KH, "mục La Mã nhảy số", chu("II\\. ", "II.", "IV.")),
    _c("T-054", KH, "mất dấu kết", chu("Trong quá trình thực hiện", "./.", ".")),
    _c("T-054", NQ, "khoảng trắng trước dấu kết", chu("Nghị quyết này đã được", "./.", " ./.")),
    _c("T-054", QD, "hai dấu kết trong một văn bản", chu("Điều 2\\. ", ".", "./.")),
    _c("T-060", QD, "dòng kèm theo không nghiêng", bo_trong_kieu("dong_kem_theo", "i")),
    _c("T-060", QD, "Ban hành kèm theo", chu("\\(Kèm theo", "(Kèm", "(Ban hành kèm")),
    _c("T-060", QD, "quy chế có số", them_sau("QUY CHẾ$", "Số: 318/QĐ-SNV")),
    _c("T-060", QD, "quy chế có nơi nhận", them_sau("1\\. .*", "Nơi nhận:", lan=-1)),
    _c("T-100", QD, "điều viết thường", chu("3\\. Tổ chức, công dân|1\\. ", " ", " điều 5 ", -1)),
    _c("T-100", QD, "Khoản viết hoa giữa câu", chu("1\\. ", " ", " theo Khoản 2 ", -1)),
    _c("VH-13", KH, "nhân dân viết thường", chu("a\\) Bảo đảm Nhân dân", "Nhân dân", "nhân dân")),
    _c("VD-01", KH, "lần đầu dẫn thiếu ngày", chu("Căn cứ Nghị định số 59", " ngày 14 tháng 8 năm 2023", "")),
    _c("VD-01", KH, "lần sau dẫn lại đủ", them_sau("a\\) ", "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của ai.")),
    _c("VD-03", NQ, "luật ghi số trong lời văn", them_sau("1\\. ", "Theo Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15.")),
    _c("GIU-1", QD, "dòng Chương rời tiêu đề", bo_keep("Chương I$")),
    _c("GIU-1", KH, "mục La Mã rời nội dung", bo_keep("I\\. ")),
    _c("GIU-2", KH, "đoạn cuối rời khối ký", bo_keep("Trong quá trình thực hiện")),
    _c("GIU-2", NQ, "chức vụ rời họ tên", bo_keep("CHỦ TỊCH$")),
    _c("KY-01", KH, "mất TM.", bo("TM\\. ")),
    _c("KY-01", KH, "TM thiếu chấm", chu("TM\\. ", "TM. ", "TM ")),
    _c("KY-01", KH, "cấp phó không ký thay", chu("CHỦ TỊCH$", "CHỦ", "PHÓ CHỦ")),
    _c("KY-01", NQ, "chức vụ không đậm", bo_trong_kieu("quyen_han", "b")),
    _c("KY-01", NQ, "nghị quyết do người khác ký", chu("CHỦ TỊCH$", "CHỦ TỊCH", "TRƯỞNG BAN")),
    _c("KY-02", NQ, "họ tên in hoa", chu("Lê Minh Đức", "Lê Minh Đức", "LÊ MINH ĐỨC")),
    _c("KY-02", NQ, "học vị trước họ tên", chu("Lê Minh Đức", "Lê", "TS. Lê")),
    _c("KY-02", NQ, "mất họ tên", bo("Lê Minh Đức")),
    _c("KY-05", KH, "không chừa chỗ ký", bo_p_kieu("dem", -2)),
    _c("NN-05", KH, "Nơi nhận cỡ 14", co_kieu("noi_nhan_nhan", "28")),
    _c("NN-05", KH, "Nơi nhận không nghiêng", bo_trong_kieu("noi_nhan_nhan", "i")),
    _c("NN-06", KH, "danh sách nơi nhận cỡ 12", co_kieu("noi_nhan", "24")),
    _c("NN-06", KH, "danh sách nơi nhận bị lùi", ppr("- UBND tỉnh", "ind", firstLine="284")),
    _c("T-041", KH, "dòng Lưu không chấm", chu("- Lưu: VT", ".", ";")),
    _c("T-041", KH, "dòng Lưu không có VT", chu("- Lưu: VT", "VT, ", "")),
    _c("T-041", KH, "dòng giữa không chấm phẩy", chu("- UBND tỉnh", ";", "")),
    _c("NN-09", NQ, "không Như Điều", bo("- Như Điều")),
    _c("NN-09", QD, "dẫn Điều không có", chu("- Như Điều", "Điều ", "Điều 9")),
)  # fmt: skip
