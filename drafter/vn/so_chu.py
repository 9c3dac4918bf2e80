"""Đọc số thành chữ tiếng Việt, số thứ tự, số tiền, số La Mã."""

from __future__ import annotations

from decimal import Decimal

CHU_SO = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TY = 10**9
_LA_MA = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _hai_chu_so(so: int, linh: str, sau_tram: bool) -> list[str]:
    """Phần dưới một trăm; ``sau_tram`` khi đứng sau hàng trăm (cần "linh")."""
    chuc, le = divmod(so, 10)
    if chuc == 0:
        if le == 0:
            return []
        return [linh, CHU_SO[le]] if sau_tram else [CHU_SO[le]]
    tu = ["mười"] if chuc == 1 else [CHU_SO[chuc], "mươi"]
    if le == 1 and chuc > 1:
        tu.append("mốt")
    elif le == 4 and chuc > 1:
        tu.append("tư")
    elif le == 5:
        tu.append("lăm")
    elif le:
        tu.append(CHU_SO[le])
    return tu


def _ba_chu_so(so: int, linh: str, du_hang: bool) -> list[str]:
    """Một lớp ba chữ số; ``du_hang`` khi phía trước còn lớp khác nên phải đọc cả "không trăm"."""
    tram, duoi = divmod(so, 100)
    if so == 0:
        return []
    if tram == 0 and not du_hang:
        return _hai_chu_so(duoi, linh, False)
    return [CHU_SO[tram], "trăm", *_hai_chu_so(duoi, linh, True)]


def _duong(so: int, linh: str, nghin: str, du_hang: bool) -> list[str]:
    tren, duoi = divmod(so, TY)
    tu: list[str] = []
    if tren:
        tu += [*_duong(tren, linh, nghin, du_hang), "tỷ"]
        du_hang = True
    for gia_tri, lop in ((duoi // 10**6, "triệu"), (duoi // 1000 % 1000, nghin), (duoi % 1000, "")):
        chu = _ba_chu_so(gia_tri, linh, du_hang)
        if chu:
            tu += [*chu, lop] if lop else chu
            du_hang = True
    return tu


def doc_so(so: int, *, linh: str = "linh", nghin: str = "nghìn") -> str:
    """Số nguyên bằng chữ thường, không giới hạn độ lớn ("một tỷ tỷ" là 10^18).

    ``linh`` có thể là "lẻ", ``nghin`` có thể là "ngàn" theo tập quán phía Nam.
    """
    if so == 0:
        return CHU_SO[0]
    chu = " ".join(_duong(abs(so), linh, nghin, False))
    return f"âm {chu}" if so < 0 else chu


def doc_thap_phan(so: Decimal, *, linh: str = "linh", nghin: str = "nghìn") -> str:
    """Số thập phân: 95.5 → "chín mươi lăm phẩy năm".

    Phần lẻ tới ba chữ số không kể số 0 đầu đọc như một số, dài hơn đọc từng chữ số; số 0 ở cuối phần lẻ bỏ.
    Raises ValueError khi ``so`` không hữu hạn.
    """
    if not so.is_finite():
        raise ValueError(f"không đọc được số {so}")
    nguyen, _, le = format(abs(so), "f").partition(".")
    le = le.rstrip("0")
    chu = doc_so(int(nguyen or "0"), linh=linh, nghin=nghin)
    if le:
        duoi = le.lstrip("0")
        tu = [CHU_SO[0]] * (len(le) - len(duoi))
        tu += [doc_so(int(duoi), linh=linh, nghin=nghin)] if len(duoi) <= 3 else [CHU_SO[int(c)] for c in duoi]
        chu = f"{chu} phẩy {' '.join(tu)}"
    return f"âm {chu}" if so < 0 else chu


def doc_tien(so: int, *, don_vi: str = "đồng", chan: bool = False, hoa_dau: bool = False) -> str:
    """Số tiền bằng chữ: "một triệu năm trăm nghìn đồng"; ``chan`` thêm "chẵn", ``hoa_dau`` viết hoa chữ đầu."""
    chu = f"{doc_so(so)} {don_vi}" + (" chẵn" if chan else "")
    return chu[0].upper() + chu[1:] if hoa_dau else chu


def thu_tu(so: int) -> str:
    """Số thứ tự: "thứ nhất", "thứ hai", "thứ tư", "thứ hai mươi mốt".

    Raises ValueError khi ``so`` nhỏ hơn 1.
    """
    if so < 1:
        raise ValueError(f"không có số thứ tự {so}")
    return "thứ " + {1: "nhất", 4: "tư"}.get(so, doc_so(so))


def so_la_ma(so: int) -> str:
    """Số La Mã hoa, từ 1 đến 3999.

    Raises ValueError khi ngoài khoảng ấy.
    """
    if not 1 <= so <= 3999:
        raise ValueError(f"số La Mã chỉ viết được từ 1 đến 3999, không viết được {so}")
    chu = []
    for gia_tri, ky_hieu in _LA_MA:
        lan, so = divmod(so, gia_tri)
        chu.append(ky_hieu * lan)
    return "".join(chu)
