"""Ghi tệp: trọn vẹn hoặc không có gì; tệp cũ còn nguyên từng byte; không tệp tạm nào ở lại."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.errors import UsageError
from drafter.ghi import ghi_tep
from tests.dong_lenh import TIENG_ANH, chay

CU, MOI = b"ban cu", b"ban moi, dai hon"


@pytest.fixture
def cu(tmp_path: Path) -> Path:
    tep = tmp_path / "Nghị quyết số 18.docx"
    tep.write_bytes(CU)
    return tep


def _chi_con(thu_muc: Path, *ten: str) -> None:
    assert sorted(t.name for t in thu_muc.iterdir()) == sorted(ten)


def test_tep_da_co_duoc_giu_tru_khi_xin_ghi_de(cu: Path) -> None:
    with pytest.raises(UsageError, match="giữ nguyên") as e:
        ghi_tep(cu, MOI)
    assert "--ghi-de" in e.value.cach_sua
    assert cu.read_bytes() == CU
    assert ghi_tep(cu, MOI, ghi_de=True) == cu
    assert cu.read_bytes() == MOI
    _chi_con(cu.parent, cu.name)


def test_thu_muc_chua_co_duoc_tao(tmp_path: Path) -> None:
    tep = tmp_path / "năm 2026" / "quý III" / "kế hoạch.docx"
    assert ghi_tep(tep, MOI).read_bytes() == MOI
    _chi_con(tep.parent, tep.name)


@pytest.mark.parametrize("ghi_de", [False, True])
def test_duong_dan_di_qua_mot_tep(cu: Path, ghi_de: bool) -> None:
    with pytest.raises(UsageError, match="một tệp đứng ở chỗ của thư mục"):
        ghi_tep(cu / "x.docx", MOI, ghi_de=ghi_de)
    with pytest.raises(UsageError, match="một tệp đứng ở chỗ của thư mục"):
        ghi_tep(cu / "sâu" / "x.docx", MOI, ghi_de=ghi_de)
    assert cu.read_bytes() == CU


@pytest.mark.parametrize("ghi_de", [False, True])
def test_dich_la_thu_muc(tmp_path: Path, ghi_de: bool) -> None:
    dich = tmp_path / "x.docx"
    dich.mkdir()
    with pytest.raises(UsageError, match="là một thư mục"):
        ghi_tep(dich, MOI, ghi_de=ghi_de)
    _chi_con(tmp_path, "x.docx")


def test_lien_ket_treo_khong_bi_ghi_qua(tmp_path: Path) -> None:
    (tmp_path / "x.docx").symlink_to(tmp_path / "noi_khac.docx")
    with pytest.raises(UsageError, match="giữ nguyên"):
        ghi_tep(tmp_path / "x.docx", MOI)
    _chi_con(tmp_path, "x.docx")


@pytest.mark.parametrize("ten", ["a" * 300 + ".docx", "ă" * 200 + ".docx"])
def test_ten_qua_dai(tmp_path: Path, ten: str) -> None:
    with pytest.raises(UsageError, match="tên quá dài"):
        ghi_tep(tmp_path / ten, MOI)
    _chi_con(tmp_path)


def _nem(ma: int) -> Callable[..., Any]:
    def ham(*_: object, **__: object) -> Any:
        raise OSError(ma, os.strerror(ma))

    return ham


@pytest.mark.parametrize("ghi_de", [False, True])
@pytest.mark.parametrize(
    ("ma", "noi_gi"),
    [
        (errno.ENOSPC, "đĩa đầy"),
        (errno.EACCES, "không có quyền"),
        (errno.EROFS, "đĩa chỉ cho đọc"),
        (errno.EIO, "đĩa hỏng"),
        (errno.EBADF, f"lỗi số {errno.EBADF}"),
    ],
)
@pytest.mark.parametrize("luc", ["mkstemp", "fsync", "chmod", "dat"])
def test_hong_o_buoc_nao_cung_khong_de_lai_gi(
    cu: Path, monkeypatch: pytest.MonkeyPatch, luc: str, ma: int, noi_gi: str, ghi_de: bool
) -> None:
    dich = cu if ghi_de else cu.with_name("moi.docx")
    if luc == "mkstemp":
        monkeypatch.setattr(tempfile, "mkstemp", _nem(ma))
    elif luc == "fsync":
        monkeypatch.setattr(os, "fsync", _nem(ma))
    elif luc == "chmod":
        monkeypatch.setattr(Path, "chmod", _nem(ma))
    else:
        monkeypatch.setattr(os, "link", _nem(ma))
        monkeypatch.setattr(Path, "replace", _nem(ma))
    with pytest.raises(UsageError, match=noi_gi) as e:
        ghi_tep(dich, MOI, ghi_de=ghi_de)
    assert e.value.ma_thoat == 2 and e.value.cach_sua
    assert not TIENG_ANH.search(e.value.thong_bao)
    assert cu.read_bytes() == CU
    _chi_con(cu.parent, cu.name)


@pytest.mark.parametrize("ghi_de", [False, True])
@pytest.mark.parametrize("luc", ["fsync", "chmod", "dat"])
def test_ctrl_c_giua_chung_khong_de_lai_gi(cu: Path, monkeypatch: pytest.MonkeyPatch, luc: str, ghi_de: bool) -> None:
    def ngat(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    if luc == "fsync":
        monkeypatch.setattr(os, "fsync", ngat)
    elif luc == "chmod":
        monkeypatch.setattr(Path, "chmod", ngat)
    else:
        monkeypatch.setattr(os, "link", ngat)
        monkeypatch.setattr(Path, "replace", ngat)
    with pytest.raises(KeyboardInterrupt):
        ghi_tep(cu if ghi_de else cu.with_name("moi.docx"), MOI, ghi_de=ghi_de)
    assert cu.read_bytes() == CU
    _chi_con(cu.parent, cu.name)


def test_dia_day_that_giua_chung_ghi(cu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Đĩa đầy sau khi đã ghi được một nửa."""
    goc = os.fdopen

    def fdopen(so: int, *tham_so: Any, **khac: Any) -> Any:
        tep = goc(so, *tham_so, **khac)
        that = tep.raw.write

        class Nua:
            def __enter__(self) -> Any:
                return self

            def __exit__(self, *_: object) -> None:
                tep.close()

            def write(self, noi_dung: bytes) -> int:
                that(noi_dung[: len(noi_dung) // 2])
                raise OSError(errno.ENOSPC, "")

        return Nua()

    monkeypatch.setattr(os, "fdopen", fdopen)
    with pytest.raises(UsageError, match="đĩa đầy"):
        ghi_tep(cu, MOI, ghi_de=True)
    assert cu.read_bytes() == CU
    _chi_con(cu.parent, cu.name)


def test_nguoi_khac_vua_tao_tep_cung_ten_thi_khong_de_len(cu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dich = cu.with_name("moi.docx")
    that = os.link

    def chen(tu: Any, den: Any, **khac: Any) -> None:
        Path(den).write_bytes(b"cua nguoi khac")
        that(tu, den, **khac)

    monkeypatch.setattr(os, "link", chen)
    with pytest.raises(UsageError, match="giữ nguyên"):
        ghi_tep(dich, MOI)
    assert dich.read_bytes() == b"cua nguoi khac"
    _chi_con(cu.parent, cu.name, dich.name)


def test_he_tep_khong_co_lien_ket_cung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _nem(errno.EPERM))
    assert ghi_tep(tmp_path / "x.docx", MOI).read_bytes() == MOI
    _chi_con(tmp_path, "x.docx")


def test_tu_dong_lenh_dia_day_va_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    phieu = tmp_path / "p.yaml"
    phieu.write_text(
        'mau: ke_hoach/khung\nxet_theo: "2026-07-01"\nvan_ban: {trich_yeu: A, noi_nhan: [B]}\n'
        'truong: {co_quan: "UBND xã Long Hồ, tỉnh Vĩnh Long", noi_dung: "I. MỘT"}\n',
        encoding="utf-8",
    )
    ra = tmp_path / "ra"
    with monkeypatch.context() as m:
        m.setattr(os, "fsync", _nem(errno.ENOSPC))
        kq = chay("soan", str(phieu), "-o", str(ra))
    assert kq.ma == 2 and "đĩa đầy" in kq.loi
    assert not list(ra.iterdir())

    def ngat(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(os, "fsync", ngat)
        kq = chay("soan", str(phieu), "-o", str(ra))
    assert kq.ma == 130 and "Đã dừng" in kq.loi
    assert not list(ra.iterdir())
