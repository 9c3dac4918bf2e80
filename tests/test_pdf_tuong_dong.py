"""PDF nhúng là bức ảnh của tệp Word: cùng chữ, cùng trang, cùng chỗ xuống dòng với PDF mà LibreOffice làm từ DOCX."""

from __future__ import annotations

import itertools
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.khoi import KhoiDoan, Manh
from drafter.regime import che_do
from drafter.render.pdf import KhungPdf
from tests.kiem_pdf import chu_cua_khoi, de_muc_bi_bo_lai, hang_chu, loi_pdfa, ngoai_bang, so_sanh
from tests.the_thuc.vi_du import CAC_VI_DU, ban_soan, ten
from tests.tuong_dong import TuongDong, lam_tuong_dong

pytestmark = pytest.mark.can_co("soffice", "poppler")
CAC_TEN = [ten(t) for t in CAC_VI_DU if ban_soan(t).ban is not None]


@pytest.fixture(scope="session")
def kq(tmp_path_factory: pytest.TempPathFactory) -> TuongDong:
    return lam_tuong_dong(tmp_path_factory.mktemp("tuong_dong"))


@pytest.mark.parametrize("t", CAC_TEN)
def test_cung_chu_cung_trang_cung_dong(t: str, kq: TuongDong) -> None:
    s = kq.so_sanh[t]
    assert s.cung_chu, s.khac
    assert s.trang[0] == s.trang[1]
    # Ngoài bảng thì mọi dòng phải trùng; trong ô hẹp, LibreOffice làm tròn bề rộng cột nên chữ vừa khít có khi xuống sớm hay
    # muộn một từ.
    assert not [d for nhom in s.khac for d in nhom if ngoai_bang(d[2:], kq.ban[t])]
    assert s.phan_tram >= 99
    # Chỗ sang trang chỉ được khác khi LibreOffice bỏ lại một đề mục mà bản Word xin giữ với đoạn sau.
    assert s.cung_trang == s.giong or de_muc_bi_bo_lai(kq.libreoffice[t], kq.ban[t])
    # Đầu văn bản, khối ký và mọi dòng ngoài những trang có dòng khác.
    assert s.lech_mm < 1


def test_gop_moi_vi_du_trung_it_nhat_99_9_phan_tram(kq: TuongDong) -> None:
    assert 100 * sum(s.giong for s in kq.so_sanh.values()) / sum(max(s.dong) for s in kq.so_sanh.values()) >= 99.9
    assert sum(s.giong == max(s.dong) for s in kq.so_sanh.values()) >= len(kq.so_sanh) - 8


def test_ban_nhung_khong_bo_lai_de_muc_cuoi_trang(kq: TuongDong) -> None:
    assert any(isinstance(k, KhoiDoan) and k.bac and k.giu_voi_sau for ban in kq.ban.values() for k in ban.khoi)
    for t, ban in kq.ban.items():
        giu = {_chu(k) for k in ban.khoi if isinstance(k, KhoiDoan) and k.bac and k.giu_voi_sau}
        assert not giu & _dong_cuoi_trang(kq.nhung[t]), t


def test_van_ban_hon_hop_dai(kq: TuongDong) -> None:
    # Một phần tư là từ khó. Chỗ khác còn lại: số ký hiệu có gạch chéo mà chỉ thiếu một chữ cuối thì LibreOffice không ngắt sau
    # gạch nối trước nó nữa; và những dòng vừa khít dưới 0,05 pt.
    s = kq.hon_hop
    assert s.cung_chu
    assert s.trang == (25, 25)
    assert max(s.dong) > 1000
    assert s.phan_tram >= 99.3, s.khac
    assert s.lech_mm < 1


def test_phep_so_thay_khac_biet(kq: TuongDong, tmp_path: Path) -> None:
    t = "nghi_quyet/khung/xa_2026"
    ban = kq.ban[t]
    dai = replace(ban, khoi=(*ban.khoi, KhoiDoan("loi_van", (Manh("Thêm một đoạn lạ."),))))
    tep = tmp_path / "khac.pdf"
    tep.write_bytes(KhungPdf(che_do(), phong="tinos").render(dai))
    s = so_sanh(kq.libreoffice[t], tep)
    assert not s.cung_chu
    assert s.khac == (("+ Thêm một đoạn lạ.",),)


@pytest.mark.parametrize("t", CAC_TEN)
def test_chu_chep_ra_la_nfc_theo_thu_tu_doc_va_khong_mat_chu(t: str, kq: TuongDong) -> None:
    lenh = ["pdftotext", "-raw", str(kq.nhung[t]), "-"]
    chu = subprocess.run(lenh, capture_output=True, check=True, timeout=60).stdout.decode("utf-8")
    assert unicodedata.is_normalized("NFC", chu)
    assert not {"\u200b", "\u2060", "\ufeff", "\ufffd"} & set(chu)
    lien = "".join(chu.split())
    cho = 0
    for doan in (d for d in chu_cua_khoi(kq.ban[t]) if d.strip()):
        # Số trang và tiêu đề bảng lặp lại có thể chen giữa một đoạn bị tách trang: tìm từng từ, luôn tiến về sau.
        for tu in doan.split():
            thay = lien.find(tu, cho)
            assert thay >= 0, (tu, doan)
            cho = thay + len(tu)


@pytest.mark.parametrize("t", CAC_TEN)
def test_moi_vi_du_theo_pdf_a_2a(t: str, kq: TuongDong) -> None:
    assert loi_pdfa(kq.nhung[t].read_bytes()) == []


def _chu(doan: KhoiDoan) -> str:
    return "".join(m.chu for m in doan.chu if isinstance(m, Manh))


def _dong_cuoi_trang(pdf: Path) -> set[str]:
    hang = hang_chu(pdf, "nhung")
    return {x.chu for x, y in itertools.pairwise(hang) if x.trang != y.trang}
