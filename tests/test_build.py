"""Mẫu viết sai hoặc có ý xấu: mỗi lỗi là TemplateError tiếng Việt có tệp và dòng; lời văn không ra khỏi hộp cát."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.app import Draft
from drafter.errors import TemplateError
from drafter.findings import MucDo
from tests.dong_lenh import TIENG_ANH
from tests.phieu_thu import MAU_YAML, mau_tam, phieu_mau_tam, soan_thu

DAU = "[trích yếu]\nThử\n[nội dung]\n"


def _soan(goc: Path, noi_dung: str, *, mau_yaml: str = MAU_YAML, **truong: Any) -> Draft:
    return soan_thu(phieu_mau_tam(**truong), the_gioi=mau_tam(goc, DAU + noi_dung, mau_yaml=mau_yaml))


def _hong(goc: Path, noi_dung: str, *, mau_yaml: str = MAU_YAML) -> TemplateError:
    with pytest.raises(TemplateError) as e:
        _soan(goc, noi_dung, mau_yaml=mau_yaml)
    loi = e.value
    assert loi.ma_thoat == 3
    assert loi.cho.startswith(str(goc)) and loi.cach_sua
    # Tên các lọc của Jinja là tiếng Anh và phải kể đúng như gõ.
    assert not TIENG_ANH.search(f"{loi.thong_bao} {loi.cach_sua.split('Các lọc')[0]}"), loi
    return loi


def _chu(goc: Path, noi_dung: str, **truong: Any) -> str:
    ban = _soan(goc, noi_dung, **truong)
    assert ban.ok, ban.findings
    than = ban.text.split("Nơi nhận:")[0].split("Thử\n", 1)[1]
    return " ".join(than.split()[1:]).removesuffix("./.")


# --- lời văn viết sai -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noi_dung", "noi_gi", "sua_gi"),
    [
        ("Một.\n{{ viecc }}", "“viecc” chưa khai", "“viec”"),
        ("Một.\n{{ dv.tenn }}", "“.tenn”", "thuộc tính"),
        ("Một.\n{{ viec | hoaa }}", "không có lọc “hoaa”", "“hoa”"),
        ("Một.\n{% xyz %}", "thẻ lạ “{% xyz %}”", "if, for"),
        ("Một.\n{% for x %}a{% endfor %}", "“in”", "dòng ấy"),
        ("Một.\n{{ none }}", "không có gì", "dòng ấy"),
        ("Một.\n{{ cac_viec }}", "danh sách", "dòng ấy"),
        ("Một.\n{{ vien_dan }}", "không phải chữ hay số", "dòng ấy"),
        ("Một.\n{{ bang(viec) }}", "kiểu bảng", ""),
        ("Một.\n{{ viec | bang_chu }}", "bang_chu", "dòng ấy"),
        ("Một.\n{{ vien_dan('l_khong_co') }}", "“l_khong_co”", ""),
        ("Một.\n{{ vien_dan('l_10_2022', 'xyz') }}", "“xyz”", "loi_van"),
        ("Một.\n{% if tu_ngay('2025-13-01') %}a{% endif %}", "2025-13-01", "tu_ngay"),
        ("Một.\n{{ 1 / 0 }}", "không làm được", "dòng ấy"),
        ("Một.\na \ue000 b", "vùng dùng riêng", "Xóa"),
        ("Một.\n{% include '_khung/khong_co.txt' %}", "“_khung/khong_co.txt”", "_khung"),
    ],
)
def test_loi_van_sai_noi_dung_dong(tmp_path: Path, noi_dung: str, noi_gi: str, sua_gi: str) -> None:
    loi = _hong(tmp_path, noi_dung)
    assert noi_gi in loi.thong_bao
    assert sua_gi in loi.cach_sua
    assert loi.cho == f"{tmp_path / 'ke_hoach' / 'thu' / 'loi_van.txt'}, dòng 5"


@pytest.mark.parametrize(
    ("noi_dung", "noi_gi"), [("{{ viec", "không đóng"), ("{% if viec %}a", "“{% if %}”"), ("a\n{% for v in cac_viec %}", "for")]
)
def test_dau_mo_khong_dong(tmp_path: Path, noi_dung: str, noi_gi: str) -> None:
    assert noi_gi in _hong(tmp_path, noi_dung).thong_bao


def test_dong_ghi_chu_khong_lam_lech_so_dong(tmp_path: Path) -> None:
    assert _hong(tmp_path, "// một\n  // hai\nMột.\n{{ viecc }}").cho.endswith("dòng 7")


@pytest.mark.parametrize(("tep", "noi_gi"), [("[nội dun]\nx", "[nội dun]"), ("x\n[nội dung]\ny", "trước mục đầu tiên")])
def test_muc_la_va_chu_ngoai_muc(tmp_path: Path, tep: str, noi_gi: str) -> None:
    with pytest.raises(TemplateError) as e:
        soan_thu(phieu_mau_tam(), the_gioi=mau_tam(tmp_path, tep))
    assert noi_gi in e.value.thong_bao and "loi_van.txt" in e.value.cho


def test_loi_van_rong_la_loi_cua_van_ban(tmp_path: Path) -> None:
    ban = soan_thu(phieu_mau_tam(), the_gioi=mau_tam(tmp_path, ""))
    assert "ND-00" in {f.ma for f in ban.findings if f.muc is MucDo.LOI} and not ban.files


# --- lời văn có ý xấu -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "noi_dung",
    [
        "{{ ''.__class__ }}",
        "{{ viec.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].popen('id') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ viec | attr('__class__') }}",
        "{{ viec['__class__'] }}",
        "{{ '{0.__class__}'.format(viec) }}",
        "{{ viec.format(1) }}",
        "{{ vien_dan.__globals__ }}",
        "{{ dv.so._thu_muc }}",
        "{{ namespace(a=1) }}",
        "{{ __luot__.the.gia_tri }}",
        "{{ config }}",
        "{{ cac_viec.append('x') }}",
        "{{ viec.replace('', 'x') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{% include '../mau.yaml' %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends '/etc/passwd' %}",
    ],
)
def test_khong_ra_khoi_hop_cat(tmp_path: Path, noi_dung: str) -> None:
    _hong(tmp_path, noi_dung)


@pytest.mark.parametrize(
    "noi_dung",
    [
        "{% include 'loi_van.txt' %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for a in range(100000000) %}x{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 999999999999 }}",
        "{{ 'a' * 99999999 }}",
        "{{ [1] * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ 'a'.center(999999999) }}",
    ],
)
def test_mau_chay_vo_han_hay_phinh_bo_nho_bi_dung(tmp_path: Path, noi_dung: str) -> None:
    _hong(tmp_path, noi_dung)


def test_mau_khac_van_liet_ke_duoc_khi_mot_mau_hong(tmp_path: Path) -> None:
    from tests.dong_lenh import chay

    mau_tam(tmp_path, DAU + "{{ viec")
    kq = chay("mau", "--mau", str(tmp_path))
    assert kq.ma == 3
    assert "nghi_quyet/dan_chu_co_so" in kq.ra
    assert "Mẫu hỏng" in kq.loi and "loi_van.txt" in kq.loi


# --- lời văn viết đúng ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noi_dung", "ra"),
    [
        ("{{ viec }}", "Sở A & Sở B"),
        ("{{ viec ~ ' và ' ~ 'C' }}", "Sở A & Sở B và C"),
        ("{% macro f(x) %}[{{ x }}]{% endmacro %}{{ f(viec) ~ ' ' ~ viec }}", "[Sở A & Sở B] Sở A & Sở B"),
        ("{% macro f(x) %}{{ x }}{% endmacro %}{{ [f(viec), viec] | join(' & ') }}", "Sở A & Sở B & Sở A & Sở B"),
        ("{{ cac_viec | join(', ') }}", "một, hai"),
        ("{% for v in cac_viec %}{{ loop.index }}{{ v }} {% endfor %}", "1một 2hai"),
        ("{% autoescape false %}{{ viec }}{% endautoescape %}", "Sở A & Sở B"),
        ("{% set x %}<{{ viec }}>{% endset %}{{ x }}", "<Sở A & Sở B>"),
        ("{{ viec | hoa }}", "SỞ A & SỞ B"),
        ("{{ viec.upper() }} {{ cac_viec | length }}", "SỞ A & SỞ B 2"),
        ("{{ '%d' % (2 * 3 + 1) }}", "7"),
        ("{# không phải ghi chú #}", "{# không phải ghi chú #}"),
        ("// ghi chú\nMột", "Một"),
    ],
)
def test_gia_tri_vao_loi_van_nguyen_ven(tmp_path: Path, noi_dung: str, ra: str) -> None:
    assert _chu(tmp_path, noi_dung) == ra


def test_macro_cua_tep_khac_thay_truong_va_the_cua_luot_dang_dung(tmp_path: Path) -> None:
    mau_yaml = MAU_YAML.replace("truong:", "  - {id: kem, loai: quy_che, kem_theo: vb, tep: kem.txt}\ntruong:")
    tg = mau_tam(tmp_path, DAU + '{% import "kem.txt" as kem %}\n{{ kem.f("1. x") }}\n', mau_yaml=mau_yaml)
    kem = "{% macro f(x) %}({{ x }}; {{ viec }}){% endmacro %}\n[nội dung]\nHai.\n"
    (tmp_path / "ke_hoach" / "thu" / "kem.txt").write_text(kem, encoding="utf-8")
    ban = soan_thu(phieu_mau_tam(), the_gioi=tg)
    assert ban.ok, ban.findings
    assert "(1. x; Sở A & Sở B)./." in ban.text


@pytest.mark.parametrize("cach", ["{{ viec }}", "{{ viec ~ '' }}", "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(viec) ~ viec }}"])
def test_gia_tri_ghep_kieu_nao_cung_khong_thanh_bo_cuc(tmp_path: Path, cach: str) -> None:
    ban = _soan(tmp_path, cach, viec="1. Một **hai** | ba |")
    assert ban.bo is not None
    (doan,) = ban.bo.van_ban[0].than
    assert type(doan).__name__ == "Doan"


def test_truong_trong_in_ra_thi_chua_cho_va_noi(tmp_path: Path) -> None:
    ban = _soan(tmp_path, "Việc: {{ viec }}.", viec="")
    assert ban.ok
    (f,) = [f for f in ban.findings if f.ma == "truong.chua_dien"]
    assert f.duong_dan == "truong.viec" and "Việc" in f.thong_bao


# --- mau.yaml -------------------------------------------------------------------------------------------------------


def test_truong_va_mau_la_cua_rieng_tung_the_gioi(tmp_path: Path) -> None:
    """Mẫu riêng che mẫu đi kèm cùng mã; mẫu đi kèm không bị đụng tới."""
    rieng = mau_tam(tmp_path / "a", DAU + "riêng {{ viec }}")
    khac = mau_tam(tmp_path / "b", DAU + "khác {{ viec }}")
    assert "riêng Sở A" in soan_thu(phieu_mau_tam(), the_gioi=rieng).text
    assert "khác Sở A" in soan_thu(phieu_mau_tam(), the_gioi=khac).text


def _sua(cu: str, moi: str) -> str:
    assert cu in MAU_YAML
    return MAU_YAML.replace(cu, moi)


@pytest.mark.parametrize(
    ("mau_yaml", "dong", "noi_gi"),
    [
        (MAU_YAML + "truongg: {}\n", 9, "“truongg”"),
        (MAU_YAML + "ten: hai\n", 2, "khai hai lần: dòng 2 và 9"),
        (MAU_YAML + "  viec: {kieu: chu, nhan: B}\n", 7, "khai hai lần: dòng 7 và 9"),
        (_sua("tep: loi_van.txt", "tep: ../x.txt"), 4, "“../x.txt”"),
        (_sua("tep: loi_van.txt", "tep: /etc/passwd"), 4, "“/etc/passwd”"),
        (_sua("tep: loi_van.txt", "tep: mau.yaml"), 4, "“mau.yaml”"),
        (_sua("ma: ke_hoach/thu", "ma: xyz/thu"), 1, "khác tên thư mục"),
        (_sua("ma: ke_hoach/thu", "ma: [a]"), 1, "“ma”"),
        (_sua("ten: Mẫu thử", "ten: {a: b}"), 2, "“ten”"),
        (_sua("loai: ke_hoach", "loai: ke_hoac"), 4, "“ke_hoac”"),
        (_sua("loai: ke_hoach", "loai: nq_hdnd_qppl"), 4, "“nq_hdnd_qppl”"),
        (_sua("loai: ke_hoach", "loai: ke_hoach, che_do: qppl_2025"), 4, "“qppl_2025”"),
        (_sua("loai: ke_hoach", "loai: ke_hoach, che_do: ../x"), 4, "“../x”"),
        (_sua("loai: ke_hoach", "loai: ke_hoach, danh_so: xyz"), 4, "“xyz”"),
        (_sua("loai: ke_hoach", "loai: ke_hoach, ky: xyz"), 4, "“xyz”"),
        (_sua("loai: ke_hoach", "loai: ke_hoach, kem_theo: qd"), 4, "“qd”"),
        (_sua("loai: ke_hoach", 'loai: ke_hoach, mau_trinh_bay: "9.9"'), 4, "“9.9”"),
        (_sua("bo:\n  - {id: vb, loai: ke_hoach, tep: loi_van.txt}", "bo: abc"), 3, "“bo”"),
        (_sua("bo:\n  - {id: vb, loai: ke_hoach, tep: loi_van.txt}", "bo: [abc]"), 3, "bo[0]"),
        (_sua("{id: vb, ", "{id: [vb], "), 4, "“id”"),
        (MAU_YAML + "cap: [tinh, thon]\n", 9, "“thon”"),
        (MAU_YAML + "cap: xa\n", 9, "“cap”"),
        (MAU_YAML + "tu: 2025-13-01\n", 9, "“2025-13-01”"),
        (MAU_YAML + "bao_phu: xyz\n", 9, "“bao_phu”"),
        (_sua("co_quan: {kieu: don_vi", "co_quan: {kieu: chu"), 5, "co_quan"),
        (_sua("kieu: danh_sach", "kieu: danh_sac"), 8, "“danh_sac”"),
        (_sua("  viec:", "  dv:"), 7, "đã dành cho"),
        (_sua("  viec:", "  range:"), 7, "đã dành cho"),
        (_sua("  viec:", "  __luot__:"), 7, "chữ thường không dấu"),
        (_sua("truong:\n", "truong: [a]\nx:\n"), 5, "“truong”"),
        ("[a]", 1, "tên: giá trị"),
        ("", 1, "tên: giá trị"),
    ],
)
def test_mau_yaml_sai_noi_dung_dong(tmp_path: Path, mau_yaml: str, dong: int, noi_gi: str) -> None:
    loi = _hong(tmp_path, "x", mau_yaml=mau_yaml)
    assert noi_gi in loi.thong_bao
    assert f"dòng {dong}" in loi.cho + loi.thong_bao
    assert "mau.yaml" in loi.cho


def test_moi_cho_sai_cua_mau_yaml_noi_mot_luot(tmp_path: Path) -> None:
    sai = MAU_YAML.replace("kieu: chu", "kieu: chux").replace("loai: ke_hoach", "loai: ke_hoac") + "xyz: 1\ncap: [thon]\n"
    loi = _hong(tmp_path, "x", mau_yaml=sai)
    assert "sai 4 chỗ" in loi.thong_bao
    assert [d.split(":")[0].strip(" -") for d in loi.thong_bao.splitlines()[1:]] == ["dòng 4", "dòng 7", "dòng 9", "dòng 10"]


@pytest.mark.parametrize(
    ("mau_yaml", "cho"),
    [
        ("ma: [x\nten: y", "dòng 2, cột 4"),
        (MAU_YAML + "  a: b: c\n", "dòng 9, cột 7"),
        (MAU_YAML + "\tx: 1\n", "dòng 9, cột 1"),
        (MAU_YAML + "nguon: *khong_co\n", "dòng 9, cột 8"),
    ],
)
def test_mau_yaml_hong_noi_dong_va_cot(tmp_path: Path, mau_yaml: str, cho: str) -> None:
    assert _hong(tmp_path, "x", mau_yaml=mau_yaml).cho.endswith(cho)


@pytest.mark.parametrize(
    "nguon",
    [
        "&a [*a]",
        "[&a [x, x, x, x, x, x, x, x, x, x], "
        + ", ".join(f"&{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 10)}]" for i in range(6))
        + "]",
    ],
)
def test_neo_yaml_phinh_to_bi_dung(tmp_path: Path, nguon: str) -> None:
    assert "“&”" in _hong(tmp_path, "x", mau_yaml=MAU_YAML + f"nguon: {nguon}\n").thong_bao


def test_the_yaml_khong_chay_gi(tmp_path: Path) -> None:
    dau = tmp_path / "dau"
    _soan(tmp_path, "x", mau_yaml=MAU_YAML + f"nguon: !!python/object/apply:os.mkdir [{dau}]\n")
    assert not dau.exists()


def test_tep_loi_van_thieu_khong_utf8_hoac_la_lien_ket(tmp_path: Path) -> None:
    tg = mau_tam(tmp_path, DAU + "x")
    tep = tmp_path / "ke_hoach" / "thu" / "loi_van.txt"

    def hong(noi_gi: str) -> None:
        from drafter.world import _doc_mau

        _doc_mau.cache_clear()
        with pytest.raises(TemplateError, match=noi_gi) as e:
            soan_thu(phieu_mau_tam(), the_gioi=tg)
        assert "loi_van.txt" in e.value.cho + e.value.thong_bao and e.value.cach_sua

    tep.write_bytes("[nội dung]\nx".encode("utf-16"))
    hong("không phải UTF-8")
    tep.unlink()
    hong("Không mở được")
    tep.symlink_to("/etc/hostname")
    hong("ngay trong thư mục mẫu")
