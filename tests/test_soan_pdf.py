"""``soan --pdf``: PDF đi cùng tệp Word từ một bản trình bày; hỏng thì nói, không có tệp nửa vời."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter.app import soan
from drafter.findings import MucDo
from drafter.world import World
from tests.dong_lenh import chay

THE_GIOI = World(date(2026, 11, 22), World.that().noi_mau)
VI_DU = THE_GIOI.noi_mau[-1] / "ke_hoach/khung/vi_du/phuong_2026.yaml"


def test_hai_tep_cung_ten(tmp_path: Path) -> None:
    kq = chay("soan", str(VI_DU), "--pdf", "-o", str(tmp_path / "ke hoạch.docx"))
    assert kq.ma == 0, kq.loi
    assert sorted(t.name for t in tmp_path.iterdir()) == ["ke hoạch.docx", "ke hoạch.pdf"]
    assert (tmp_path / "ke hoạch.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert "PDF dùng phông" in kq.loi


def test_da_co_pdf_thi_khong_ghi_tep_nao(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"cu")
    kq = chay("soan", str(VI_DU), "--pdf", "-o", str(tmp_path / "a.docx"))
    assert kq.ma == 2
    assert "Đã có tệp" in kq.loi
    assert [t.name for t in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"cu"


def test_cung_phieu_cung_byte() -> None:
    a = soan(VI_DU, the_gioi=THE_GIOI, pdf=True)
    b = soan(VI_DU, the_gioi=THE_GIOI, pdf=True)
    assert a.files == b.files
    assert sorted(Path(t).suffix for t in a.files) == [".docx", ".pdf"]
    assert {a.hashes[t] for t in a.files} == {b.hashes[t] for t in b.files}


def test_thieu_hinh_thi_noi_ky_tu_va_van_co_word() -> None:
    phieu = {
        "mau": "ke_hoach/khung",
        "van_ban": {"ngay": "05/3/2026", "trich_yeu": "Thử", "nguoi_ky": {"ho_ten": "Nguyễn Văn An"}},
        "truong": {"co_quan": "UBND xã Long Hồ, tỉnh Vĩnh Long", "noi_dung": "Chữ 漢 lạ."},
    }
    ban = soan(phieu, the_gioi=THE_GIOI, pdf=True)
    assert [Path(t).suffix for t in ban.files] == [".docx"]
    (thieu,) = [f for f in ban.findings if f.ma == "pdf.thieu_chu"]
    assert thieu.muc is MucDo.CANH_BAO
    assert "漢" in thieu.thong_bao
    assert "Chữ 漢 lạ" in thieu.thong_bao
