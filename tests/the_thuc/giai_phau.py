"""Nhận ra từng thành phần thể thức trong một DOCX bằng vị trí và lời chữ, không bằng tên kiểu đoạn của máy viết."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.docx_doc import DoanDoc, PhanDoc, RunDoc, TepDocx

LOAI = {"NGHỊ QUYẾT": "nghi_quyet", "QUYẾT ĐỊNH": "quyet_dinh", "QUY CHẾ": "quy_che", "KẾ HOẠCH": "ke_hoach"}
CAC_LOAI = tuple(LOAI.values())
_MENH_LENH = re.compile(r"QUYẾT (NGHỊ|ĐỊNH)\s*:?")
_CAN_CU = re.compile(r"(Căn cứ|Theo đề nghị|Theo Tờ trình|Xét|Sau khi|Trên cơ sở)\b")

NHAN = {
    "phan": re.compile(r"Phần (?P<so>[IVXLC]+)$"),
    "chuong": re.compile(r"Chương (?P<so>[IVXLC]+)$"),
    "muc": re.compile(r"Mục (?P<so>\d+)$"),
    "dieu": re.compile(r"Điều (?P<so>\d+)\.(?: |$)"),
    "la_ma": re.compile(r"(?P<so>[IVXLC]+)\. "),
    "khoan_con": re.compile(r"\d+\.(?P<so>\d+)\. "),
    "khoan": re.compile(r"(?P<so>\d+)\. "),
    "diem": re.compile(r"(?P<so>[a-zđ])\) "),
    "gach": re.compile(r"[-+] (?P<so>)"),
}


def nhan(d: DoanDoc) -> tuple[str, str]:
    """(cấp, số như đã in) của một đoạn thân; lời văn thì ``("", "")``."""
    for cap, mau in NHAN.items():
        khop = mau.match(chu(d))
        if khop:
            return cap, khop["so"]
    return "", ""


def chu(d: DoanDoc) -> str:
    """Chữ của đoạn như đọc lên: chỗ ngắt dòng giữa đoạn là một khoảng trắng."""
    return d.van_ban().replace("\n", " ")


def co_chu(d: DoanDoc) -> bool:
    """Đoạn có chữ thật."""
    return any(r.chu.strip() for r in d.chu)


def la_net(d: DoanDoc) -> bool:
    """Đoạn chỉ là một nét kẻ ngang: không chữ, có viền trên hoặc dưới."""
    return not co_chu(d) and (d.vien_tren is not None or d.vien_duoi is not None)


def run_chu(d: DoanDoc) -> list[RunDoc]:
    """Các mẩu có chữ thật của đoạn."""
    return [r for r in d.chu if r.chu.strip()]


def dam_het(d: DoanDoc) -> bool:
    """Mọi chữ của đoạn đều đậm."""
    return all(r.dam for r in run_chu(d))


@dataclass(frozen=True, slots=True, eq=False)
class VanBanDoc:
    """Một văn bản trong tệp; thành phần nào không thấy thì là ``None`` hoặc rỗng.

    ``thu_tu``: thứ mấy trong tệp. ``doan``: mọi đoạn của nó, kể cả đoạn trống và đoạn trong bảng. ``than``: các đoạn thân đứng
    ngoài bảng. ``rong_trai_mm``, ``rong_phai_mm``: bề rộng chữ hai cột đầu trang.
    """

    tep: TepDocx
    thu_tu: int
    phan: tuple[PhanDoc, ...]
    doan: tuple[DoanDoc, ...]
    loai: str = ""
    co_quan: tuple[DoanDoc, ...] = ()
    net_co_quan: DoanDoc | None = None
    quoc_hieu: DoanDoc | None = None
    tieu_ngu: DoanDoc | None = None
    net_tieu_ngu: DoanDoc | None = None
    so: DoanDoc | None = None
    ngay: DoanDoc | None = None
    ten_loai: DoanDoc | None = None
    trich_yeu: tuple[DoanDoc, ...] = ()
    kem_theo: DoanDoc | None = None
    net_trich_yeu: DoanDoc | None = None
    tham_quyen: tuple[DoanDoc, ...] = ()
    can_cu: tuple[DoanDoc, ...] = ()
    menh_lenh: DoanDoc | None = None
    than: tuple[DoanDoc, ...] = ()
    noi_nhan: tuple[DoanDoc, ...] = ()
    ky: tuple[DoanDoc, ...] = ()
    rong_trai_mm: float = 0.0
    rong_phai_mm: float = 0.0
    sau_cung: tuple[DoanDoc, ...] = field(default=())

    @property
    def quyen_han(self) -> tuple[DoanDoc, ...]:
        """Các dòng quyền hạn, chức vụ: chữ ở cột phải trước chỗ ký."""
        ra = []
        for d in self.ky:
            if not co_chu(d):
                break
            ra.append(d)
        return tuple(ra)

    @property
    def ho_ten(self) -> DoanDoc | None:
        """Dòng cuối cùng của khối ký, sau chỗ ký."""
        sau = [d for d in self.ky[len(self.quyen_han) :] if co_chu(d)]
        return sau[-1] if sau else None

    def chu_het(self) -> str:
        """Chữ của mọi đoạn, mỗi đoạn một dòng."""
        return "\n".join(chu(d) for d in self.doan)

    def cac(self, *cap: str) -> tuple[DoanDoc, ...]:
        """Các đoạn thân mang nhãn thuộc những cấp ấy."""
        return tuple(d for d in self.than if nhan(d)[0] in cap)

    def vung_mm(self) -> float:
        """Bề rộng vùng chữ của phần trang đầu."""
        p = self.phan[0]
        return p.rong_mm - p.le_trai_mm - p.le_phai_mm


def _hai_cot(tep: TepDocx, so: int) -> bool:
    bang = tep.bang[so]
    return len(bang.rong_cot_mm) == 2 and not bang.co_vien


def _mo_dau(tep: TepDocx, phan: int) -> bool:
    """Phần trang mở đầu bằng bảng hai cột không viền: một văn bản mới."""
    for d in tep.doan:
        if d.phan == phan and (co_chu(d) or d.trong_o is not None):
            return d.trong_o is not None and _hai_cot(tep, d.trong_o[0])
    return False


def cac_van_ban(tep: TepDocx) -> tuple[VanBanDoc, ...]:
    """Các văn bản trong tệp, theo thứ tự in."""
    dau = [i for i in range(len(tep.phan)) if i == 0 or _mo_dau(tep, i)]
    cuoi = [*dau[1:], len(tep.phan)]
    return tuple(
        _mot(tep, k, tep.phan[a:b], tuple(d for d in tep.doan if a <= d.phan < b))
        for k, (a, b) in enumerate(zip(dau, cuoi, strict=True))
    )


def _mot(tep: TepDocx, thu_tu: int, phan: tuple[PhanDoc, ...], doan: tuple[DoanDoc, ...]) -> VanBanDoc:
    bang = list(dict.fromkeys(d.trong_o[0] for d in doan if d.trong_o is not None and _hai_cot(tep, d.trong_o[0])))
    if not bang:
        return VanBanDoc(tep, thu_tu, phan, doan)
    dau, duoi = bang[0], bang[1:]

    def o(hang: int, cot: int) -> list[DoanDoc]:
        return [d for d in doan if d.trong_o == (dau, hang, cot)]

    trai, phai = o(0, 0), o(0, 1)
    chu_phai = [d for d in phai if co_chu(d)]
    net_trai, net_phai = [d for d in trai if la_net(d)], [d for d in phai if la_net(d)]
    le = sum(tep.bang[dau].le_o_mm)
    so = [d for d in o(1, 0) if re.match(r"Số\b", d.van_ban())]
    ngay = [d for d in o(1, 1) if "ngày" in d.van_ban()]
    i_dau = max(i for i, d in enumerate(doan) if d.trong_o is not None and d.trong_o[0] == dau)
    ky_bat = next((i for i, d in enumerate(doan) if d.trong_o is not None and d.trong_o[0] in duoi), len(doan))
    giua = [d for d in doan[i_dau + 1 : ky_bat] if co_chu(d) or la_net(d)]
    dau_de = _dau_de(giua)
    con = [d for d in giua[dau_de.dai :] if d.trong_o is None]
    tham_quyen, can_cu, menh_lenh, than = _noi_dung(con, dau_de.loai)
    khoi_ky = [d for d in doan[ky_bat:] if d.trong_o is not None and d.trong_o[0] in duoi]
    return VanBanDoc(
        tep,
        thu_tu,
        phan,
        doan,
        loai=dau_de.loai,
        co_quan=tuple(d for d in trai if co_chu(d)),
        net_co_quan=net_trai[0] if net_trai else None,
        quoc_hieu=chu_phai[0] if chu_phai else None,
        tieu_ngu=chu_phai[1] if len(chu_phai) > 1 else None,
        net_tieu_ngu=net_phai[0] if net_phai else None,
        so=so[0] if so else None,
        ngay=ngay[0] if ngay else None,
        ten_loai=dau_de.ten_loai,
        trich_yeu=dau_de.trich_yeu,
        kem_theo=dau_de.kem_theo,
        net_trich_yeu=dau_de.net,
        tham_quyen=tham_quyen,
        can_cu=can_cu,
        menh_lenh=menh_lenh,
        than=than,
        noi_nhan=tuple(d for d in khoi_ky if d.trong_o is not None and d.trong_o[2] == 0 and co_chu(d)),
        ky=tuple(d for d in khoi_ky if d.trong_o is not None and d.trong_o[2] == 1 and d.trong_o[0] == duoi[0]),
        rong_trai_mm=tep.bang[dau].rong_cot_mm[0] - le,
        rong_phai_mm=tep.bang[dau].rong_cot_mm[1] - le,
        sau_cung=tuple(d for d in doan[ky_bat:] if d.trong_o is None and co_chu(d)),
    )


@dataclass(frozen=True, slots=True)
class _DauDe:
    """Tên loại, trích yếu, dòng kèm theo, nét kẻ; ``dai`` là số đoạn đã dùng."""

    loai: str = ""
    ten_loai: DoanDoc | None = None
    trich_yeu: tuple[DoanDoc, ...] = ()
    kem_theo: DoanDoc | None = None
    net: DoanDoc | None = None
    dai: int = 0


def _dau_de(giua: list[DoanDoc]) -> _DauDe:
    if not giua or not co_chu(giua[0]):
        return _DauDe()
    trich_yeu: list[DoanDoc] = []
    kem_theo: DoanDoc | None = None
    net: DoanDoc | None = None
    i = 1
    while i < len(giua) and net is None and (la_net(giua[i]) or (giua[i].canh == "giua" and nhan(giua[i])[0] == "")):
        if la_net(giua[i]):
            net = giua[i]
        elif re.match(r"\((Ban hành k|K)èm theo", giua[i].van_ban()):
            kem_theo = giua[i]
        else:
            trich_yeu.append(giua[i])
        i += 1
    ten = chu(giua[0]).strip()
    return _DauDe(LOAI.get(ten, ten), giua[0], tuple(trich_yeu), kem_theo, net, i)


def _noi_dung(
    con: list[DoanDoc], loai: str
) -> tuple[tuple[DoanDoc, ...], tuple[DoanDoc, ...], DoanDoc | None, tuple[DoanDoc, ...]]:
    """(thẩm quyền, căn cứ, dòng QUYẾT …:, thân)."""
    lenh = next((i for i, d in enumerate(con) if _MENH_LENH.fullmatch(d.van_ban().strip())), None)
    i = 0
    if loai in ("nghi_quyet", "quyet_dinh"):
        while i < len(con) and i != lenh and con[i].canh == "giua" and nhan(con[i])[0] == "":
            i += 1
    tham_quyen = con[:i]
    if lenh is not None:
        return tuple(tham_quyen), tuple(con[i:lenh]), con[lenh], tuple(con[lenh + 1 :])
    j = i
    while j < len(con) and (_CAN_CU.match(chu(con[j])) or all(r.nghieng for r in run_chu(con[j]))):
        j += 1
    return tuple(tham_quyen), tuple(con[i:j]), None, tuple(con[j:])
