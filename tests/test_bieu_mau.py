"""Biểu mẫu Word của người dùng: thẻ được điền, giá trị là chữ thuần, phần khác của tệp giữ nguyên."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from drafter.app import Draft, soan
from drafter.docx_doc import doc
from drafter.errors import TemplateError
from drafter.world import World
from tests.kiem_docx import lint, schema_loi

MAU_YAML = """\
ma: giay_moi/hop
ten: Giấy mời họp
bo:
  - {id: gm, loai: giay_moi, mau_trinh_bay: "1.7", tep: bieu_mau.docx}
truong:
  co_quan: {kieu: don_vi, nhan: Cơ quan, bat_buoc: true}
  nguoi_du: {kieu: danh_sach, nhan: Người dự}
  dia_diem: {kieu: chu, nhan: Địa điểm}
  ghi: {kieu: noi_dung, nhan: Ghi chú}
"""


def _bieu_mau(tep: Path, doan: list[str]) -> None:
    from docx import Document

    tai_lieu = Document()
    for chu in doan:
        # Word hay chẻ một thẻ thành nhiều run; biểu mẫu thử cũng vậy.
        p = tai_lieu.add_paragraph()
        giua = len(chu) // 2
        p.add_run(chu[:giua]).bold = True
        p.add_run(chu[giua:]).bold = True
    tai_lieu.save(str(tep))


@pytest.fixture
def noi_mau(tmp_path: Path) -> Path:
    thu_muc = tmp_path / "giay_moi" / "hop"
    thu_muc.mkdir(parents=True)
    (thu_muc / "mau.yaml").write_text(MAU_YAML, encoding="utf-8")
    _bieu_mau(
        thu_muc / "bieu_mau.docx",
        [
            "{{ co_quan.ten }} trân trọng kính mời:",
            "{%p for n in nguoi_du %}",
            "- {{ n }};",
            "{%p endfor %}",
            "{%p if dia_diem %}",
            "Địa điểm: {{ dia_diem }}",
            "{%p endif %}",
            "{{ ghi }}",
        ],
    )
    return tmp_path


def _soan(noi_mau: Path, **truong: object) -> Draft:
    phieu = {
        "mau": "giay_moi/hop",
        "van_ban": {"ngay": "05/3/2026", "trich_yeu": "Họp", "nguoi_ky": {"ho_ten": "Nguyễn Văn An", "chuc_vu": "Chủ tịch"}},
        "truong": {"co_quan": "UBND xã Long Hồ, tỉnh Vĩnh Long", **truong},
    }
    return soan(phieu, the_gioi=World(date(2026, 3, 5), (noi_mau, *World.that().noi_mau)))


def test_dien_the_bi_che_vun(noi_mau: Path) -> None:
    ban = _soan(noi_mau, nguoi_du=["Ông A", "Bà B"], dia_diem="Hội trường")
    (noi_dung,) = ban.files.values()
    chu = doc(noi_dung).van_ban()
    assert "Ủy ban nhân dân xã Long Hồ trân trọng kính mời:" in chu
    assert "- Ông A;\n- Bà B;" in chu
    assert "Địa điểm: Hội trường" in chu
    assert "{" not in chu
    assert lint(noi_dung) == []


@pytest.mark.parametrize("gia_tri", ["Sở A & Sở B", "<w:p>", "{{ 7*7 }}", "{% if x %}", "a</w:t>b", '“nháy” "kép"'])
def test_gia_tri_la_chu_thuan(noi_mau: Path, gia_tri: str) -> None:
    (noi_dung,) = _soan(noi_mau, dia_diem=gia_tri).files.values()
    assert f"Địa điểm: {gia_tri}" in doc(noi_dung).van_ban()


def test_nhieu_dong_thanh_xuong_dong(noi_mau: Path) -> None:
    (noi_dung,) = _soan(noi_mau, ghi="Điều 9. Dòng một\nDòng hai").files.values()
    assert "Điều 9. Dòng một\nDòng hai" in doc(noi_dung).van_ban()


def test_truong_trong_bo_ca_doan(noi_mau: Path) -> None:
    (noi_dung,) = _soan(noi_mau).files.values()
    assert "Địa điểm" not in doc(noi_dung).van_ban()


def test_cung_phieu_cung_byte_va_phan_khac_giu_nguyen(noi_mau: Path) -> None:
    (a,) = _soan(noi_mau, dia_diem="X").files.values()
    (b,) = _soan(noi_mau, dia_diem="X").files.values()
    assert a == b
    goc = zipfile.ZipFile(noi_mau / "giay_moi/hop/bieu_mau.docx")
    ra = zipfile.ZipFile(io.BytesIO(a))
    assert ra.read("word/styles.xml") == goc.read("word/styles.xml")
    assert ra.namelist() == goc.namelist()


def test_kiem_chu_tren_tep_da_dien(noi_mau: Path) -> None:
    ban = _soan(noi_mau, dia_diem="hai  dấu cách")
    assert any("hai  dấu" in f.thong_bao for f in ban.findings)
    assert "Địa điểm: hai  dấu cách" in ban.text


@pytest.mark.parametrize(
    ("the", "noi"),
    [
        ("{{ la_gi }}", "la_gi"),
        ("{{ dia_diem.__class__ }}", "__class__"),
        ("{% if dia_diem %}", "không đóng"),
        ("{{ bang(nguoi_du) }}", "bang"),
    ],
)
def test_the_sai_noi_ro_cho(noi_mau: Path, the: str, noi: str) -> None:
    _bieu_mau(noi_mau / "giay_moi/hop/bieu_mau.docx", [the])
    with pytest.raises(TemplateError) as loi:
        _soan(noi_mau, dia_diem="X")
    assert noi in loi.value.thong_bao
    assert "bieu_mau.docx" in loi.value.cho


def test_tep_khong_phai_docx(noi_mau: Path) -> None:
    (noi_mau / "giay_moi/hop/bieu_mau.docx").write_text("chữ", encoding="utf-8")
    with pytest.raises(TemplateError, match="Không đọc được biểu mẫu Word"):
        _soan(noi_mau)


def test_co_macro_thi_khong_nhan(noi_mau: Path) -> None:
    with zipfile.ZipFile(noi_mau / "giay_moi/hop/bieu_mau.docx", "a") as goi:
        goi.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(TemplateError, match="macro"):
        _soan(noi_mau)


@pytest.mark.can_co("node")
def test_dung_luoc_do(noi_mau: Path, tmp_path: Path) -> None:
    tep = tmp_path / "ra.docx"
    (noi_dung,) = _soan(noi_mau, nguoi_du=["A & B"], dia_diem="<C>", ghi="một\nhai").files.values()
    tep.write_bytes(noi_dung)
    assert schema_loi([tep]) == {tep: []}
