"""Tệp phiếu không đọc được: mã thoát 5, câu tiếng Việt nói tệp nào, dòng nào, sửa thế nào; không tệp nào được làm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.dong_lenh import chay
from tests.phieu_thu import XA

TOT = f"""\
mau: ke_hoach/khung
xet_theo: "2026-07-01"
van_ban: {{trich_yeu: Tiếp công dân, noi_nhan: [Ủy ban nhân dân tỉnh]}}
truong:
  co_quan: UBND {XA}
  noi_dung: |
    I. MỤC ĐÍCH
    1. Một việc.
"""

# Mỗi neo gọi neo trước chín lần: 9^6 giá trị từ một trăm chữ.
NEO_PHINH = b"a: &a x\n" + b"".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n".encode() for a, b in zip("abcdef", "bcdefg", strict=True)
)


def _docx_rong() -> bytes:
    ra = io.BytesIO()
    with zipfile.ZipFile(ra, "w") as goi:
        goi.writestr("word/document.xml", "<x/>")
    return ra.getvalue()


@pytest.mark.parametrize(
    ("ten", "noi_dung", "noi_gi"),
    [
        ("p.yaml", b"", "trống"),
        ("p.yaml", b"   \n# chi co ghi chu\n", "trống"),
        ("p.yaml", b"chi mot dong chu", "không phải một phiếu"),
        ("p.yaml", b"- a\n- b\n", "không phải một phiếu"),
        ("p.yaml", b"mau: x\n  thut: sai\n", "dòng 2"),
        ("p.yaml", b'mau: x\ntruong:\n  a: "khong dong\n', "dòng 3 cột 6"),
        ("p.yaml", b"mau: x\ntruong:\n\ta: 1\n", "phím Tab"),
        ("p.yaml", "mau: x\ntruong:\n  viec: Về: việc\n".encode(), "dòng 3"),
        ("p.yaml", b"mau: x\n---\nmau: y\n", "nhiều phiếu"),
        ("p.yaml", b"mau: !!python/object/apply:os.system ['id']\n", "thẻ kiểu"),
        ("p.yaml", b"mau: &a [*a]\n", "dòng 1"),
        ("p.yaml", NEO_PHINH, "200.000 mục"),
        ("p.yaml", b"[" * 100 + b"]" * 100, "tầng"),
        ("p.yaml", b"mau: a\x00b\n", "dòng 1"),
        ("p.yaml", b"\xff\xd8\xff\xe0 anh", "ảnh JPEG"),
        ("p.yaml", b"%PDF-1.7", "tệp PDF"),
        ("p.json", b'{"mau": "x",}', "dòng 1"),
        ("p.json", b"[1, 2]", "không phải một phiếu"),
        ("p.xlsx", "họ,tên\na,b\nc,d\n".encode(), "CSV"),
        ("p.xlsx", b"", "tệp trống"),
        ("p.xlsx", b"<html><table></table></html>", "trang HTML"),
        ("p.xlsx", b"PK\x03\x04" + b"\x00" * 40, "hỏng"),
        ("p.docx", b"", "trống"),
        ("p.docx", _docx_rong(), "tệp Word"),
        ("p.yaml", _docx_rong(), "tệp Word"),
        ("p.zip", b"PK\x05\x06" + b"\x00" * 18, ""),
    ],
)  # fmt: skip
def test_tep_khong_doc_duoc(tmp_path: Path, ten: str, noi_dung: bytes, noi_gi: str) -> None:
    tep = tmp_path / ten
    tep.write_bytes(noi_dung)
    kq = chay("soan", str(tep), "-o", str(tmp_path / "ra"))
    assert kq.ma == 5, kq.loi
    assert noi_gi in kq.loi and ten in kq.loi
    assert not (tmp_path / "ra").exists()
    assert tep.read_bytes() == noi_dung


def test_tep_vang_thu_muc_va_duong_dan_qua_tep(tmp_path: Path) -> None:
    tep = tmp_path / "p.yaml"
    tep.write_text(TOT, encoding="utf-8")
    for duong, noi_gi in (
        (tmp_path / "không có.yaml", "Không có tệp"),
        (tmp_path, "là thư mục"),
        (tep / "x.yaml", "đứng ở chỗ của thư mục"),
        (tmp_path / ("ă" * 200 + ".yaml"), "tên quá dài"),
    ):
        kq = chay("soan", str(duong))
        assert kq.ma == 5 and noi_gi in kq.loi and "Sửa: " in kq.loi, kq.loi


def test_khoa_trung_la_loi_trong_du_lieu_noi_ca_hai_dong(tmp_path: Path) -> None:
    tep = tmp_path / "p.yaml"
    tep.write_text(TOT + "truong:\n  co_quan: khác\n", encoding="utf-8")
    kq = chay("soan", str(tep), "-o", str(tmp_path / "ra"))
    assert kq.ma == 1
    assert "ghi hai lần: dòng 4 và dòng 9" in kq.loi and "p.yaml:9" in kq.loi
    assert not (tmp_path / "ra").exists()


def test_phieu_tu_dau_vao_chuan(tmp_path: Path) -> None:
    kq = chay("soan", "-", "-o", str(tmp_path), vao=TOT.encode())
    assert kq.ma == 0, kq.loi
    (tep,) = tmp_path.iterdir()
    assert tep.name == "ke_hoach_29602_xa-long-ho.docx"
    hong = chay("soan", "-", vao=b"a: b: c\n")
    assert hong.ma == 5 and "(đầu vào)" in hong.loi and "dòng 1" in hong.loi
    assert chay("soan", "-", vao=b"").ma == 5


def test_bom_va_xuong_dong_windows(tmp_path: Path) -> None:
    tep = tmp_path / "Phiếu của tôi.yaml"
    tep.write_bytes(b"\xef\xbb\xbf" + TOT.replace("\n", "\r\n").encode())
    kq = chay("soan", str(tep), "-o", str(tmp_path / "Kết quả.docx"))
    assert kq.ma == 0, kq.loi
    assert (tmp_path / "Kết quả.docx").is_file()
