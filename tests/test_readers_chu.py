"""Đọc YAML và JSON: chữ đúng như gõ, có dòng xuất xứ, và lời báo cho tệp hỏng."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.readers import doc_du_lieu, doc_json, doc_tep, doc_yaml
from drafter.readers.tho_dung import SAU_NHAT
from drafter.record import Cay, Day, La, Nhanh, duyet


def chu(cay: Cay) -> dict[str, str]:
    return {duong: la.chu for duong, la in duyet(cay)}


def y(noi_dung: str) -> dict[str, str]:
    cay, tim = doc_yaml(noi_dung, ten="p.yaml")
    assert tim == []
    return chu(cay)


def test_gia_tri_tran_giu_nguyen_chu_da_go() -> None:
    assert y("a: 010\nb: no\nc: 1:30\nd: 1.10\ne: 2024-04-01\nf: 0x1F\ng: true\nh: 1_000\ni: 1e3\n") == {
        "a": "010",
        "b": "no",
        "c": "1:30",
        "d": "1.10",
        "e": "2024-04-01",
        "f": "0x1F",
        "g": "true",
        "h": "1_000",
        "i": "1e3",
    }


def test_null_tran_la_de_trong_con_trong_nhay_la_chu() -> None:
    assert y('a:\nb: ~\nc: null\nd: "null"\ne: "~"\nnull: x\n') == {"a": "", "b": "", "c": "", "d": "null", "e": "~", "null": "x"}


def test_nguon_la_tep_va_dong() -> None:
    cay, _ = doc_yaml("truong:\n  a: x\n  b:\n    - y\n    - {c: z}\n", ten="p.yaml")
    assert {d: (la.nguon.duong_dan, la.nguon.cho) for d, la in duyet(cay)} == {
        "truong.a": ("truong.a", "p.yaml:2"),
        "truong.b[0]": ("truong.b[0]", "p.yaml:4"),
        "truong.b[1].c": ("truong.b[1].c", "p.yaml:5"),
    }
    cay, _ = doc_json('{"truong": {"a": "x",\n "b": ["y",\n {"c": "z"}]}}', ten="p.json")
    assert {d: la.nguon.cho for d, la in duyet(cay)} == {
        "truong.a": "p.json:1",
        "truong.b[0]": "p.json:2",
        "truong.b[1].c": "p.json:3",
    }


def test_khoi_chu_nhieu_dong() -> None:
    assert y("a: |\n  Điều 1. X\n\n  1. Y\nb: >-\n  x\n  y\n") == {"a": "Điều 1. X\n\n1. Y\n", "b": "x y"}


def test_chuan_nfc_ca_ten_muc() -> None:
    assert y("te\u0302n: Ha\u0300\n") == {"tên": "Hà"}


@pytest.mark.parametrize("doc", [doc_yaml, doc_json])
def test_ten_trung_la_loi_neu_ca_hai_dong(doc: object) -> None:
    cay, tim = doc('{"a": "1",\n"b": "2",\n"a": {"x": "3"}}', ten="p")  # type: ignore[operator]
    assert chu(cay) == {"a": "1", "b": "2"}
    assert [(f.ma, f.duong_dan, f.nguon.cho) for f in tim] == [("phieu.trung", "a", "p:3")]
    assert "dòng 1 và dòng 3" in tim[0].thong_bao


def test_neo_va_goi_neo() -> None:
    assert y("a: &n {x: 1, y: 2}\nb: *n\nc: &s chữ\nd: [*s, *s]\n") == {
        "a.x": "1",
        "a.y": "2",
        "b.x": "1",
        "b.y": "2",
        "c": "chữ",
        "d[0]": "chữ",
        "d[1]": "chữ",
    }


def test_gop_muc_bi_noi_ra() -> None:
    _, tim = doc_yaml("a: &n {x: 1}\nb:\n  <<: *n\n", ten="p.yaml")
    assert [f.ma for f in tim] == ["phieu.gop"]


def test_bom_neo_bi_chan() -> None:
    bom = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]\n" for i in range(1, 10)
    )
    with pytest.raises(InputError, match=r"200\.000 mục"):
        doc_yaml(bom, ten="p.yaml")


@pytest.mark.parametrize(
    ("noi_dung", "noi", "cach_sua"),
    [
        ("a:\n\t- x\n", "dòng 2 cột 1: thụt dòng bằng phím Tab", "dấu cách"),
        ("a:x\nb: c\n", "dòng 1 cột 1: thiếu dấu cách sau dấu hai chấm", "tên: giá trị"),
        ('a: 1\nb: "x\nc: 1\n', "dòng 2 cột 4: dấu nháy mở ra mà không đóng", "cuối giá trị"),
        ("a: b: c\n", "dòng 1 cột 5: giá trị có dấu hai chấm", "nháy kép"),
        ("a: @x\n", "dòng 1 cột 4: giá trị bắt đầu bằng “@”", "nháy kép"),
        ("a: [1, 2\nb: 3\n", "dòng 1", "Đóng ngoặc"),
        ("a: 1\n b: 2\n", "thụt vào không khớp", "bằng nhau"),
        ("a: 'it's'\n", "sau dấu nháy đóng", "cặp dấu nháy"),
        ("- a\nb: 1\n", "không khớp", "gạch đầu dòng"),
        ("a: 1\nbcd\ne: 2\n", "thiếu dấu hai chấm", "tên: giá trị"),
        ("a: 1\nb: x\x01\n", "dòng 2 cột 5: có ký tự điều khiển U+0001", "Xóa"),
        ("a: *x\n", "dòng 1 gọi “*x”", "nháy kép"),
        ("a: &a [*a]\n", "dòng 1 gọi “*a”", ""),
        ("a: !!python/object x\n", "dòng 1 có thẻ", "Bỏ thẻ"),
        ("a: !!str 010\n", "dòng 1 có thẻ", "Bỏ thẻ"),
        ("? {a: b}\n: c\n", "nhóm làm tên mục", "chữ"),
        ("a: 1\n---\nb: 2\n", "nhiều phiếu", "Tách"),
        ("- a\n- b\n", "không phải một phiếu", "mau:"),
        ("chỉ có chữ\n", "không phải một phiếu", "mau:"),
        ("", "trống", "mau:"),
        ("# chỉ ghi chú\n", "trống", "mau:"),
        ("a: " + "[" * (SAU_NHAT + 1), "quá 30 tầng", ""),
        ("a: " + "{b: " * 5000, "quá 30 tầng", ""),
    ],
)
def test_yaml_hong_noi_dong_cot_va_nguyen_nhan(noi_dung: str, noi: str, cach_sua: str) -> None:
    with pytest.raises(InputError) as e:
        doc_yaml(noi_dung, ten="p.yaml")
    assert noi in e.value.thong_bao and cach_sua in e.value.cach_sua
    assert "p.yaml" in e.value.thong_bao


def test_dau_ngat_dong_la_duoc_doi_va_noi_ra() -> None:
    cay, tim = doc_yaml("a: x\u2028y\nb: z\n", ten="p.yaml")
    assert chu(cay) == {"a": "x y", "b": "z"}
    assert [(f.ma, f.nguon.cho if f.nguon else "") for f in tim] == [("phieu.ngat_dong", "p.yaml:1")]


def test_json_so_dung_sai_null() -> None:
    cay, tim = doc_json(
        '{"a": 12, "b": 95.5, "c": true, "d": false, "e": null, "f": -0.50, "g": 1e400, "h": [], "i": {}}', ten="p"
    )
    assert chu(cay) == {"a": "12", "b": "95,5", "c": "có", "d": "không", "e": "", "f": "-0,50", "g": "1e400"} and not tim
    assert cay.muc["h"] == Day((), cay.muc["h"].nguon) and isinstance(cay.muc["i"], Nhanh)


@pytest.mark.parametrize(
    ("noi_dung", "noi"),
    [
        ('{"a": 1,}', "dòng 1 cột 9: thừa dấu phẩy"),
        ('{"a": [1,]}', "thừa dấu phẩy"),
        ('{"a": 1\n"b": 2}', "dòng 2 cột 1: thiếu dấu phẩy"),
        ("{a: 1}", "nháy kép"),
        ('{"a" 1}', "thiếu dấu hai chấm"),
        ('{"a": "x', "dòng 1 cột 7: dấu nháy mở ra mà không đóng"),
        ('{"a": "x\ny"}', "xuống dòng"),
        ('{"a": "\\q"}', "viết sai"),
        ('{"a": 1', "kết thúc giữa chừng"),
        ('{"a": ', "kết thúc giữa chừng"),
        ('{"a": NaN}', "không phải một giá trị JSON"),
        ('{"a": 01}', "thiếu dấu phẩy"),
        ('{"a": 1} {"b": 2}', "chữ thừa"),
        ("[1, 2]", "không phải một phiếu"),
        ('"x"', "không phải một phiếu"),
        ("  ", "trống"),
        ('{"a": ' + "[" * 31, "quá 30 tầng"),
        ('{"a": ' * 20000, "quá 30 tầng"),
    ],
)
def test_json_hong_noi_dong_cot(noi_dung: str, noi: str) -> None:
    with pytest.raises(InputError) as e:
        doc_json(noi_dung, ten="p.json")
    assert noi in e.value.thong_bao


_GIA_TRI = st.recursive(
    st.text(max_size=20) | st.integers() | st.booleans() | st.none(),
    lambda con: st.lists(con, max_size=4) | st.dictionaries(st.text(max_size=8), con, max_size=4),
    max_leaves=12,
)


def mong(gia_tri: object) -> object:
    """Cây mong đợi của một giá trị JSON: chữ NFC, khóa NFC cắt trắng, khóa trùng giữ cái đầu."""
    import unicodedata

    if isinstance(gia_tri, dict):
        ra: dict[str, object] = {}
        for k, v in gia_tri.items():
            ra.setdefault(unicodedata.normalize("NFC", k).strip(), mong(v))
        return ra
    if isinstance(gia_tri, list):
        return [mong(v) for v in gia_tri]
    if isinstance(gia_tri, bool):
        return "có" if gia_tri else "không"
    return "" if gia_tri is None else unicodedata.normalize("NFC", str(gia_tri))


def tho(cay: Cay) -> object:
    if isinstance(cay, La):
        return cay.chu
    return [tho(c) for c in cay.phan_tu] if isinstance(cay, Day) else {k: tho(c) for k, c in cay.muc.items()}


@given(st.dictionaries(st.text(max_size=8), _GIA_TRI, max_size=5), st.sampled_from([None, 1]), st.booleans())
def test_json_hop_le_nao_cung_doc_du(gia_tri: dict[str, object], thut: int | None, ascii_: bool) -> None:
    cay, _ = doc_json(json.dumps(gia_tri, ensure_ascii=ascii_, indent=thut), ten="p.json")
    assert tho(cay) == mong(gia_tri)


@given(st.text(max_size=60))
def test_chu_bat_ky_chi_co_the_nem_input_error(noi_dung: str) -> None:
    for doc in (doc_yaml, doc_json):
        try:
            cay, _ = doc(noi_dung, ten="p")
        except InputError as e:
            assert e.ma_thoat == 5 and e.thong_bao
        else:
            assert isinstance(cay, Nhanh)


@pytest.mark.parametrize("bang_ma", ["utf-8", "utf-8-sig", "utf-16"])
def test_bang_ma_doc_duoc(tmp_path: Path, bang_ma: str) -> None:
    tep = tmp_path / "p.yaml"
    tep.write_bytes("a: Tỉnh Đắk Lắk\n".encode(bang_ma))
    assert chu(doc_tep(tep)[0]) == {"a": "Tỉnh Đắk Lắk"}


@pytest.mark.parametrize(
    ("du_lieu", "noi"),
    [
        (b"a: x\nb: T\xd8nh\n", "dòng 2: byte D8 6E 68"),
        (b"\xef\xbb\xbfa: x\nb: T\xd8nh\n", "dòng 2: byte D8 6E 68"),
        ("a: b\n".encode("utf-16-le"), "byte 00"),
        ("a: b\n".encode("utf-32"), "UTF-32"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"<html><table>", "trang HTML"),
    ],
)
def test_bang_ma_va_tep_la_bi_tu_choi(du_lieu: bytes, noi: str) -> None:
    with pytest.raises(InputError) as e:
        doc_du_lieu(du_lieu, ten="p.yaml")
    assert noi in e.value.thong_bao


def test_doc_tep_theo_duoi_va_noi_dung(tmp_path: Path) -> None:
    assert chu(doc_du_lieu(b'{"a": true}', ten="p.json")[0]) == {"a": "có"}
    assert chu(doc_du_lieu(b'{"a": true}', ten="")[0]) == {"a": "có"}
    assert chu(doc_du_lieu(b"a: true", ten="")[0]) == {"a": "true"}
    with pytest.raises(InputError):
        doc_du_lieu(b"a: 1", ten="p.json")
    with pytest.raises(InputError, match="Không có tệp"):
        doc_tep(tmp_path / "x.yaml")
    with pytest.raises(InputError, match="thư mục"):
        doc_tep(tmp_path)


def test_tep_qua_lon_bi_tu_choi(tmp_path: Path) -> None:
    tep = tmp_path / "p.yaml"
    with tep.open("wb") as f:
        f.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(InputError, match="quá giới hạn 20 MB"):
        doc_tep(tep)
