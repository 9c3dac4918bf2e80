"""Lời báo của phần đọc ký pháp: mỗi mã một mức, một câu, một cách sửa, một điều khoản."""

from __future__ import annotations

from typing import NamedTuple

from drafter.findings import Finding, MucDo
from drafter.model import Nguon


class _Loi(NamedTuple):
    muc: MucDo
    thong_bao: str
    cach_sua: str = ""
    dieu_khoan: str = ""


_BO_CUC = "khoản 6 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP"

_SO = {
    "hai_dau_cach": _Loi(MucDo.GHI_CHU, "Có từ hai khoảng trắng liền nhau trong dòng.", "Bỏ bớt nếu không cố ý chừa chỗ trống."),
    "gach_dai": _Loi(MucDo.GHI_CHU, "Đầu dòng dùng dấu “{0}”, được hiểu là gạch đầu dòng.", "Dùng dấu gạch ngắn “-”."),
    "kieu_nhan": _Loi(MucDo.CANH_BAO, "Nhãn “{0}” không theo lối viết quy định.", "Viết “{1}”.", _BO_CUC),
    "kieu_so": _Loi(
        MucDo.CANH_BAO, "Nhãn “{0}” dùng sai loại chữ số.", "Phần, Chương dùng số La Mã; Mục, Tiểu mục dùng số Ả Rập.", _BO_CUC),
    "thieu_dau_cach": _Loi(MucDo.CANH_BAO, "Thiếu khoảng trắng sau nhãn “{0}”.", "Thêm một khoảng trắng sau “{0}”."),
    "dieu_thieu_cham": _Loi(MucDo.CANH_BAO, "Thiếu dấu chấm sau “{0}”.", "Viết “{0}.”.", _BO_CUC),
    "giong_dieu": _Loi(
        MucDo.CANH_BAO, "Dòng này giống một Điều nhưng thiếu dấu chấm sau số nên được hiểu là lời văn.",
        "Nếu là Điều, thêm dấu chấm sau số; nếu là lời văn, thêm dấu “\\” ở đầu dòng."),
    "thieu_tieu_de": _Loi(
        MucDo.CANH_BAO, "“{0}” chưa có tiêu đề.", "Ghi tiêu đề sau nhãn hoặc trên dòng ngay dưới.", _BO_CUC),
    "bang_le": _Loi(
        MucDo.CANH_BAO, "Dòng bắt đầu bằng “|” nhưng không có hàng canh nên được hiểu là lời văn.",
        "Nếu là bảng, thêm hàng “|---|---|” ngay dưới hàng tiêu đề; nếu là lời văn, thêm dấu “\\” ở đầu dòng."),
    "bang_lech_cot": _Loi(
        MucDo.CANH_BAO, "Hàng này của bảng có số ô khác số cột của hàng canh.", "Thêm hoặc bớt ô cho đủ số cột."),
    "bang_lech_rong": _Loi(MucDo.CANH_BAO, "Số bề rộng trong “{{rong: …}}” khác số cột.", "Ghi mỗi cột một bề rộng."),
    "chu_thich_thieu": _Loi(
        MucDo.CANH_BAO, "Dấu gọi chú thích “[^{0}]” không có nội dung nên được giữ như chữ thường.",
        "Thêm dòng “[^{0}]: nội dung”."),
    "chu_thich_thua": _Loi(
        MucDo.CANH_BAO, "Chú thích “[^{0}]” có nội dung nhưng không chỗ nào gọi tới.", "Đặt “[^{0}]” vào chỗ cần chú thích."),
    "chu_thich_trung": _Loi(
        MucDo.CANH_BAO, "Chú thích “[^{0}]” được viết nội dung hai lần.", "Đổi mã của một chú thích."),
    "chu_thich_long": _Loi(
        MucDo.CANH_BAO, "Trong nội dung chú thích có dấu gọi chú thích khác; dấu ấy được giữ như chữ thường.",
        "Đưa dấu gọi ra ngoài lời văn."),
    "nhan_trung": _Loi(
        MucDo.CANH_BAO, "Nhãn “{{#{0}}}” đã khai ở chỗ khác; tham chiếu sẽ dẫn tới chỗ đầu tiên.", "Đổi tên một trong hai nhãn."),
    "nhan_khong_cho": _Loi(
        MucDo.CANH_BAO, "“{0}” đứng ở dòng không có số hay dấu đầu dòng nên được giữ như chữ thường.",
        "Đặt nhãn ở cuối dòng của Điều, khoản, điểm…"),
    "nhan_sai_dang": _Loi(
        MucDo.CANH_BAO, "“{0}” không phải một nhãn hợp lệ nên được giữ như chữ thường.",
        "Nhãn gồm chữ thường không dấu, chữ số, dấu gạch dưới, bắt đầu bằng chữ: {{#khen_thuong}}."),
    "tham_chieu_la": _Loi(
        MucDo.CANH_BAO, "“@{0}” không dẫn tới nhãn nào đã khai nên được giữ như chữ thường.",
        "Khai {{#{0}}} ở cuối dòng cần dẫn tới, sửa tên cho khớp, hoặc viết “\\@{0}” nếu đúng là chữ ấy."),
    "trich_qua_sau": _Loi(
        MucDo.CANH_BAO, "Lời trích lồng nhau quá {0} cấp; từ đây dấu “>” được giữ như chữ thường.", "Bớt dấu “>” ở đầu dòng."),
}  # fmt: skip


def noi(nguon: Nguon | None, dong: int) -> Nguon:
    """Nguồn của một dòng: giữ đường dẫn trường, thêm số dòng vào chỗ."""
    goc = nguon or Nguon()
    return Nguon(goc.duong_dan, f"{goc.cho}, dòng {dong}" if goc.cho else f"dòng {dong}")


def bao(ma: str, nguon: Nguon, *tham_so: object) -> Finding:
    """Finding ``notation.<ma>`` tại ``nguon``; ``tham_so`` điền vào lời báo."""
    m = _SO[ma]
    return Finding(
        f"notation.{ma}",
        m.muc,
        m.thong_bao.format(*tham_so),
        duong_dan=nguon.duong_dan,
        cach_sua=m.cach_sua.format(*tham_so),
        dieu_khoan=m.dieu_khoan,
        nguon=nguon,
    )
