"""Một phiếu, ba dạng tệp: YAML, JSON và Excel cho cùng một cây chữ."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.fields import TruongKhai, doc_cac_khai
from drafter.model import Nguon
from drafter.readers import doc_excel, doc_json, doc_yaml, phieu_excel, viet_phieu_yaml
from drafter.record import Cay, Day, La, Nhanh, duyet

KHAI, _ = doc_cac_khai(
    {
        "co_quan": {"kieu": "don_vi", "nhan": "Cơ quan: ban hành #1", "bat_buoc": True, "giup": "Ghi cả tỉnh.\nHai dòng."},
        "ngay_hop": {"kieu": "ngay", "nhan": "Ngày họp"},
        "noi_dung": {"kieu": "noi_dung", "nhan": "Nội dung"},
        "phu_trach": {"kieu": "nguoi", "nhan": "Phụ trách"},
        "viec": {"kieu": "danh_sach", "nhan": "Việc"},
        "to": {"kieu": "danh_sach", "nhan": "Tổ", "phan_tu": {"kieu": "nguoi"}},
        "bang": {"kieu": "bang", "nhan": "Bảng", "cot": {"a": {"kieu": "chu", "nhan": "A"}, "b": {"kieu": "so", "nhan": "B"}}},
    },
    duong_dan="truong",
)
CHUNG: Mapping[str, TruongKhai] = {"so": TruongKhai(ten="so", kieu="chu", nhan="Số", mac_dinh=La("x"))}

CHU = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "010",
        "no",
        "1:30",
        "=1+1",
        "a\nb",
        "Điều 1. A\n\n1. B",
        "a: b",
        "# x",
        "- x",
        "|",
        '"',
        "\\n",
        "'",
        "null",
        "a\u2028b",
        "a\u0085b\u2029",
        "\ufeffa",
        "\ue000\x7f",
        "a\x00b",
        "a\r\nb",
        "\xa0a",
        "😀",
        "_x0041_",
        "\t",
        "x ",
        " ",
    ]
)
CO_CHU = CHU.filter(lambda s: bool(s.strip()))
NGUOI = st.fixed_dictionaries({"ho_ten": CO_CHU, "chuc_vu": CHU})
PHIEU = st.fixed_dictionaries(
    {
        "mau": st.just("thu/mau"),
        "xet_theo": CHU,
        "trang_thai": CHU,
        "van_ban": st.fixed_dictionaries({"so": CHU}),
        "truong": st.fixed_dictionaries(
            {},
            optional={
                "co_quan": CHU | st.fixed_dictionaries({"ten": CO_CHU, "viet_tat": CHU}),
                "ngay_hop": CHU | st.fixed_dictionaries({"nam": CO_CHU}),
                "noi_dung": CHU,
                "phu_trach": CO_CHU | NGUOI,
                "viec": st.lists(CO_CHU, min_size=1, max_size=4),
                "to": st.lists(NGUOI, min_size=1, max_size=3),
                "bang": st.lists(st.fixed_dictionaries({"a": CO_CHU, "b": CHU}), min_size=1, max_size=3),
                "khong_khai": CHU,
            },
        ),
    }
)


def cay_tu(gia_tri: object) -> Cay:
    if isinstance(gia_tri, dict):
        return Nhanh({k: cay_tu(v) for k, v in gia_tri.items()})
    if isinstance(gia_tri, list):
        return Day(tuple(cay_tu(v) for v in gia_tri))
    return La(unicodedata.normalize("NFC", str(gia_tri)), Nguon())


def goc(gia_tri: object) -> Nhanh:
    cay = cay_tu(gia_tri)
    assert isinstance(cay, Nhanh)
    return cay


def chu(cay: Cay) -> dict[str, str]:
    """Chữ từng lá, bỏ lá trống (ô chưa điền)."""
    return {duong: la.chu for duong, la in duyet(cay) if la.chu}


def hinh(cay: Cay) -> object:
    """Cả hình lẫn chữ của cây, không kể nơi xuất xứ."""
    if isinstance(cay, La):
        return cay.chu
    return [hinh(c) for c in cay.phan_tu] if isinstance(cay, Day) else {k: hinh(c) for k, c in cay.muc.items()}


def co_nghia(cay: Cay) -> dict[str, str]:
    """Như ``chu``, bỏ cả lá chỉ có khoảng trắng: hàng Excel toàn ô trắng là hàng trống."""
    return {duong: c for duong, c in chu(cay).items() if c.strip()}


@settings(max_examples=60, deadline=None)
@given(PHIEU)
def test_yaml_json_excel_cho_cung_chu(phieu: dict[str, object]) -> None:
    nguon = goc(phieu)
    tu_yaml, tim_yaml = doc_yaml(
        viet_phieu_yaml(mau_ten="Thử: #1", ma_mau="thu/mau", khai_van_ban=CHUNG, khai_truong=KHAI, cay=nguon), ten="p.yaml"
    )
    tu_json, tim_json = doc_json(json.dumps(phieu, ensure_ascii=False), ten="p.json")
    du_lieu, tim_viet = phieu_excel(mau_ten="Thử", ma_mau="thu/mau", khai_van_ban=CHUNG, khai_truong=KHAI, cay=nguon)
    tu_excel, tim_excel = doc_excel(du_lieu, ten="p.xlsx")
    assert tim_yaml == tim_json == tim_viet == tim_excel == []
    assert chu(tu_yaml) == chu(nguon)
    assert chu(tu_json) == chu(nguon)
    assert co_nghia(tu_excel) == co_nghia(nguon)


@settings(deadline=None)
@given(st.dictionaries(CHU.filter(lambda k: bool(k) and k == k.strip()), CHU, max_size=4), st.lists(CHU, max_size=4))
def test_yaml_viet_ra_doc_lai_nguyen_chu_va_hinh(muc: dict[str, str], day: list[str]) -> None:
    muc = {unicodedata.normalize("NFC", k).strip(): v for k, v in muc.items()}
    nguon = goc({"truong": {"m": muc, "d": day, "s": [muc, day, [[], {}]]}})
    doc_lai, tim = doc_yaml(viet_phieu_yaml(mau_ten="T", ma_mau="m", khai_van_ban={}, khai_truong={}, cay=nguon), ten="p")
    assert tim == []
    assert hinh(doc_lai.muc["truong"]) == hinh(nguon.muc["truong"])


def test_phieu_yaml_trong_co_chi_dan() -> None:
    ra = viet_phieu_yaml(mau_ten="Quy chế", ma_mau="quy_che/x", khai_van_ban=CHUNG, khai_truong=KHAI)
    assert "# Phiếu: Quy chế" in ra.splitlines()[0]
    assert "  # Cơ quan: ban hành #1 (*). Ghi cả tỉnh. Hai dòng. Tên cơ quan" in ra
    assert "Để trống thì lấy: x." in ra
    assert '  phu_trach:\n    ho_ten: ""\n    chuc_vu: ""' in ra
    assert '  bang:\n    - a: ""\n      b: ""' in ra
    cay, tim = doc_yaml(ra, ten="p")
    assert tim == [] and chu(cay) == {"mau": "quy_che/x"}
    assert all(len(dong) <= 120 for dong in ra.splitlines())


def test_loi_van_nhieu_dong_viet_thanh_khoi_de_doc() -> None:
    ra = viet_phieu_yaml(
        mau_ten="Q", ma_mau="q", khai_van_ban={}, khai_truong=KHAI, cay=goc({"truong": {"noi_dung": "Điều 1. A\n\n1. B"}})
    )
    assert "  noi_dung: |-\n    Điều 1. A\n\n    1. B\n" in ra


@settings(max_examples=60, deadline=None)
@given(PHIEU)
def test_yaml_viet_ra_la_yaml_chuan(phieu: dict[str, object]) -> None:
    ra = viet_phieu_yaml(mau_ten="T", ma_mau="thu/mau", khai_van_ban=CHUNG, khai_truong=KHAI, cay=goc(phieu))
    doc_lai = yaml.load(ra, Loader=yaml.BaseLoader)
    truong = phieu["truong"]
    assert isinstance(truong, dict)
    for ten, gia_tri in truong.items():
        if isinstance(gia_tri, str):
            mong = unicodedata.normalize("NFC", gia_tri)
            assert doc_lai["truong"][ten] in (mong, {"ho_ten": "", "chuc_vu": ""}, [""])


def test_nua_ky_tu_khong_lam_hong_phieu_yaml() -> None:
    ra = viet_phieu_yaml(mau_ten="T", ma_mau="m", khai_van_ban={}, khai_truong={}, cay=goc({"truong": {"a": "x\ud800y"}}))
    assert chu(doc_yaml(ra, ten="p")[0])["truong.a"] == "x\ufffdy"
