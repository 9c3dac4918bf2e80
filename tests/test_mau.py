"""Mọi thư mục mẫu: nạp được, soạn được, đúng bản vàng, phủ đúng điều luật đã khai, không trường nào thừa."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import lam_ban_vang
import lam_trang_mau
import pytest

from drafter.app import soan
from drafter.build.mau import Mau
from drafter.cli.mau_moi import tao_mau
from drafter.fields import json_schema
from drafter.findings import MucDo
from drafter.model import Cap, Doan, Khuc, Nut
from drafter.notation import nhan_cho
from drafter.readers import doc_yaml
from drafter.record import Cay, Day, La
from drafter.world import World
from tests.the_thuc.vi_du import CAC_MAU, CAC_VI_DU, MAU, ban_soan, ten, the_gioi

CAC_MA = tuple(m.relative_to(MAU).as_posix() for m in CAC_MAU)
# Trường không có trong lời văn mà vẫn cần, vì sao.
KHONG_O_LOI_VAN = {"co_quan": "máy đọc để đặt tên cơ quan, địa danh, ký hiệu và chọn cấp"}
# Trường chung chỉ để lưu hồ sơ, không in ra.
CHI_LUU = {"ngay_soan": "ngày bắt đầu soạn, chỉ ghi vào hồ sơ", "ngay_ky": "ngày ký khác ngày ban hành, chỉ ghi vào hồ sơ"}


def mau_cua(ma: str) -> Mau:
    return the_gioi().mau(ma)


def vi_du_cua(ma: str) -> list[Path]:
    return [t for t in CAC_VI_DU if t.parent.parent == MAU / ma]


def test_co_mau_de_thu() -> None:
    assert len(CAC_MA) >= 8
    assert {ma.split("/")[0] for ma in CAC_MA} >= {"nghi_quyet", "ke_hoach", "quy_che"}


# --- nạp và soạn -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ma", CAC_MA)
def test_mau_nap_duoc_va_co_vi_du(ma: str) -> None:
    mau = mau_cua(ma)
    assert mau.ma == ma and mau.ten and mau.mo_ta and mau.cap and mau.nguon
    assert vi_du_cua(ma)
    assert all(ban_soan(t).bo is not None for t in vi_du_cua(ma))


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_vi_du_soan_khong_loi(tep: Path) -> None:
    ban = ban_soan(tep)
    assert [f"{f.ma} {f.duong_dan}: {f.thong_bao}" for f in ban.findings if f.muc is MucDo.LOI] == []
    assert ban.ok and len(ban.files) == 1


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_vi_du_khong_phu_thuoc_ngay_may(tep: Path) -> None:
    """Bản vàng phải đúng cả ngày mai: ví dụ tự nói ngày xét của nó."""
    khac = soan(tep, the_gioi=World(date(2024, 4, 1), (MAU,)))
    assert khac.text == ban_soan(tep).text
    assert dict(khac.files) == dict(ban_soan(tep).files)


@pytest.mark.parametrize("ma", CAC_MA)
def test_vi_du_di_qua_moi_cap_cua_mau(ma: str) -> None:
    """Mẫu có lời văn riêng theo cấp thì mỗi cấp đã khai phải có một ví dụ; khung trống thì không cần."""
    mau = mau_cua(ma)
    if not mau.khac_nhau:
        assert not mau.bao_phu
        return
    so = the_gioi().so_don_vi
    thay = set()
    for tep in vi_du_cua(ma):
        bo = ban_soan(tep).bo
        assert bo is not None
        don_vi = so.theo_ma(bo.van_ban[0].co_quan[0].ma_don_vi or "", bo.xet_theo)
        assert don_vi is not None
        thay.add(don_vi.cap)
    assert thay == set(mau.cap)


# --- bản vàng --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_ban_vang(tep: Path) -> None:
    vang = tep.with_suffix(".txt")
    assert vang.is_file(), f"chưa có {vang.name}: đọc duyệt rồi chạy python tools/lam_ban_vang.py"
    assert ban_soan(tep).text == vang.read_text(encoding="utf-8")


def test_khong_ban_vang_nao_thua() -> None:
    assert [t.name for m in CAC_MAU for t in (m / "vi_du").glob("*.txt") if not t.with_suffix(".yaml").is_file()] == []


@pytest.fixture
def mau_tam(tmp_path: Path) -> Path:
    """Thư mục mẫu tạm có một mẫu mới tạo."""
    tao_mau("thong_bao/tiep_dan", tmp_path)
    return tmp_path


def test_lenh_ban_vang_viet_kiem_va_xoa(
    mau_tam: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    vang = mau_tam / "thong_bao/tiep_dan/vi_du/mot.txt"
    assert lam_ban_vang.main(["--kiem"], goc=mau_tam) == 1
    assert not vang.exists()
    assert lam_ban_vang.main([], goc=mau_tam) == 0
    assert "THÔNG BÁO" in vang.read_text(encoding="utf-8")
    assert lam_ban_vang.main(["--kiem"], goc=mau_tam) == 0
    vang.write_text(vang.read_text(encoding="utf-8").replace("Tiếp", "Tiêp"), encoding="utf-8")
    thua = vang.with_name("thua.txt")
    thua.write_text("cũ", encoding="utf-8")
    assert lam_ban_vang.main(["--kiem"], goc=mau_tam) == 1
    assert f"lệch: {vang}" in capsys.readouterr().out
    assert lam_ban_vang.main(["thong_bao/tiep_dan"], goc=mau_tam) == 0
    assert not thua.exists() and "Tiêp" not in vang.read_text(encoding="utf-8")


def test_lenh_ban_vang_khong_viet_tren_ci(mau_tam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert lam_ban_vang.main([], goc=mau_tam) == 2
    assert not (mau_tam / "thong_bao/tiep_dan/vi_du/mot.txt").exists()
    assert lam_ban_vang.main(["--kiem"], goc=mau_tam) == 1


def test_lenh_ban_vang_khong_viet_ban_con_loi(mau_tam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    phieu = mau_tam / "thong_bao/tiep_dan/vi_du/mot.yaml"
    phieu.write_text(phieu.read_text(encoding="utf-8").replace("  viec: Tiếp công dân\n", ""), encoding="utf-8")
    with pytest.raises(SystemExit, match="còn lỗi"):
        lam_ban_vang.main([], goc=mau_tam)
    with pytest.raises(SystemExit, match="Không có mẫu"):
        lam_ban_vang.main(["thong_bao/la"], goc=mau_tam)


# --- điều luật nằm ở đâu ----------------------------------------------------------------------------------------------------


def cac_nut(than: tuple[Khuc, ...]) -> Iterator[Nut]:
    for khuc in than:
        if isinstance(khuc, Nut):
            yield khuc
            yield from cac_nut(khuc.con)


def co_loi(nut: Nut) -> bool:
    """Nút có chữ thật ở chính nó hoặc bên dưới."""
    return bool(nut.ten) or any((isinstance(k, Doan) and bool(k.noi_dung)) or (isinstance(k, Nut) and co_loi(k)) for k in nut.con)


@pytest.mark.parametrize("ma", CAC_MA)
def test_nhan_bao_phu_co_that(ma: str) -> None:
    """Mỗi điều luật khai ở ``bao_phu`` có nhãn trong lời văn, hiện ra ở ít nhất một ví dụ, ở một Điều (hay mục La Mã) có chữ."""
    mau = mau_cua(ma)
    khai = {b.ma: (mau.thu_muc / b.tep).read_text(encoding="utf-8") for b in mau.bo}
    khung = "".join(t.read_text(encoding="utf-8") for t in (MAU / "_khung").glob("*.txt"))
    thay: dict[str, set[str]] = {}
    for tep in vi_du_cua(ma):
        bo = ban_soan(tep).bo
        assert bo is not None
        for vb in bo.van_ban:
            cho = nhan_cho(vb.than)
            nut = {n.ma: n for n in cac_nut(vb.than) if n.ma}
            for nhan, noi in cho.items():
                assert co_loi(nut[nhan]), f"{ten(tep)}: {vb.ma}#{nhan} không có chữ"
                thay.setdefault(f"{vb.ma}#{nhan}", set()).add(noi)
    for muc in mau.bao_phu:
        assert set(muc) == {"luat", "o"}
        van_ban, _, nhan = muc["o"].partition("#")
        assert f"{{#{nhan}}}" in khai[van_ban] + khung, f"{muc['o']} không có trong lời văn"
        assert muc["o"] in thay, f"{muc['o']} ({muc['luat']}) không hiện ra ở ví dụ nào"
        for noi in thay[muc["o"]]:
            assert re.search(r"(Điều \d+|Chương [IVX]+|Mục [IVX]+)$", noi), noi


@pytest.mark.parametrize("ma", CAC_MA)
def test_nhan_dieu_luat_dung_cho(ma: str) -> None:
    """Ở văn bản chia theo Điều, nhãn phủ luật nằm trong một Điều in đúng dạng "Điều n."."""
    for tep in vi_du_cua(ma):
        bo = ban_soan(tep).bo
        assert bo is not None
        for vb in bo.van_ban:
            for n in cac_nut(vb.than):
                if n.cap is Cap.DIEU:
                    assert re.fullmatch(r"Điều \d+\.", n.nhan_go or "")


@pytest.mark.parametrize("ma", CAC_MA)
def test_khac_nhau_noi_du_ba_phan(ma: str) -> None:
    assert all(set(k) == {"viec", "khac", "dieu"} and all(k.values()) for k in mau_cua(ma).khac_nhau)


# --- trường ----------------------------------------------------------------------------------------------------------------


def the_trong_loi_van(ma: str) -> str:
    """Mọi biểu thức trong lời văn của mẫu và của khung chung."""
    chu = "\n".join(t.read_text(encoding="utf-8") for t in (*(MAU / ma).glob("*.txt"), *(MAU / "_khung").glob("*.txt")))
    return " ".join(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", chu, re.DOTALL))


@pytest.mark.parametrize("ma", CAC_MA)
def test_khong_truong_nao_thua(ma: str) -> None:
    the = the_trong_loi_van(ma)
    thua = [t for t in mau_cua(ma).truong if not re.search(rf"(?<![.\w]){t}\b", the)]
    assert [t for t in thua if t not in KHONG_O_LOI_VAN] == []


GIA_TRI_CHUNG: Mapping[str, object] = {
    "so": "7",
    "ky_hieu": "KH-XYZ",
    "ngay": "03/9/2026",
    "dia_danh": "Đồng Nai",
    "du_thao_lan": "4",
    "trich_yeu": "Một trích yếu khác",
    "tham_quyen": ["MỘT THẨM QUYỀN KHÁC"],
    "can_cu": ["Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013."],
    "cau_ket": "Một câu kết khác.",
    "kinh_gui": ["Sở Nội vụ"],
    "nguoi_ky": {"ho_ten": "Phạm Văn Khác", "chuc_vu": "Phó Chủ tịch"},
    "hinh_thuc_ky": "tl",
    "chuc_vu_cap_tren": "Giám đốc",
    "chuc_vu_khac": "Trưởng ban",
    "noi_nhan": ["Một nơi khác"],
    "luu": "VT, KHAC",
    "danh_so": "tinh",
}


def test_truong_chung_nao_cung_in_ra() -> None:
    """Trường chung hoặc đổi văn bản khi đổi giá trị, hoặc có trong lời văn một mẫu, hoặc nằm trong danh sách chỉ lưu."""
    khai = mau_cua("ke_hoach/khung").van_ban
    the = " ".join(the_trong_loi_van(ma) for ma in CAC_MA)
    o_loi_van = {t for t in khai if re.search(rf"\bvb\.{t}\b", the)}
    assert set(khai) == set(GIA_TRI_CHUNG) | o_loi_van | set(CHI_LUU)
    assert not set(CHI_LUU) & (o_loi_van | set(GIA_TRI_CHUNG))
    truong = {"co_quan": "UBND xã Long Hồ, tỉnh Vĩnh Long", "noi_dung": "I. MỤC ĐÍCH\nMột.\nIV. NỘI DUNG\nHai."}

    def chu(van_ban: Mapping[str, object], trang_thai: str) -> str:
        phieu = {
            "mau": "ke_hoach/khung",
            "trang_thai": trang_thai,
            "xet_theo": "2026-09-01",
            "van_ban": van_ban,
            "truong": truong,
        }
        return soan(phieu, the_gioi=the_gioi()).text

    for t, gia_tri in GIA_TRI_CHUNG.items():
        nen: dict[str, object] = {"hinh_thuc_ky": "kt"} if t == "chuc_vu_cap_tren" else {}
        trang_thai = "du_thao" if t == "du_thao_lan" else "thong_qua"
        assert chu({**nen, t: gia_tri}, trang_thai) != chu(nen, trang_thai), t


# --- lược đồ ---------------------------------------------------------------------------------------------------------------


def sai_luoc_do(luoc_do: Mapping[str, Any], gia_tri: object, cho: str = "phiếu") -> list[str]:
    """Chỗ giá trị không hợp lược đồ; biết đúng những từ khóa lược đồ phiếu dùng, gặp từ lạ thì hỏng."""
    la = set(luoc_do) - {
        "$schema", "title", "description", "examples", "default", "type", "properties", "additionalProperties",
        "required", "enum", "const", "anyOf", "items",
    }  # fmt: skip
    assert not la, f"lược đồ dùng từ khóa {la} mà phép thử chưa biết"
    if "anyOf" in luoc_do and all(sai_luoc_do(nhanh, gia_tri, cho) for nhanh in luoc_do["anyOf"]):
        return [f"{cho}: không khớp dạng nào"]
    kieu = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
    if "type" in luoc_do and not isinstance(gia_tri, kieu[luoc_do["type"]]):  # type: ignore[arg-type]
        return [f"{cho}: phải là {luoc_do['type']}"]
    sai = []
    if "enum" in luoc_do and gia_tri not in luoc_do["enum"]:
        sai.append(f"{cho}: “{gia_tri}” không thuộc {luoc_do['enum']}")
    if "const" in luoc_do and gia_tri != luoc_do["const"]:
        sai.append(f"{cho}: phải là {luoc_do['const']}")
    if isinstance(gia_tri, dict):
        thuoc_tinh = luoc_do.get("properties", {})
        sai += [f"{cho}: thiếu {k}" for k in luoc_do.get("required", ()) if k not in gia_tri]
        if luoc_do.get("additionalProperties") is False:
            sai += [f"{cho}: có {k} lạ" for k in gia_tri if k not in thuoc_tinh]
        for k, con in gia_tri.items():
            if k in thuoc_tinh:
                sai += sai_luoc_do(thuoc_tinh[k], con, f"{cho}.{k}")
    if isinstance(gia_tri, list) and "items" in luoc_do:
        for i, con in enumerate(gia_tri):
            sai += sai_luoc_do(luoc_do["items"], con, f"{cho}[{i}]")
    return sai


def luoc_do_cua(ma: str) -> dict[str, Any]:
    """Lược đồ của mẫu, đi qua JSON thật."""
    m = mau_cua(ma)
    kq: dict[str, Any] = json.loads(json.dumps(json_schema(m.ten, m.truong, m.van_ban, ma_mau=m.ma), allow_nan=False))
    return kq


def tron(cay: Cay) -> Any:
    """Cây phiếu thành dữ liệu trơn."""
    if isinstance(cay, La):
        return cay.chu
    return [tron(c) for c in cay.phan_tu] if isinstance(cay, Day) else {k: tron(c) for k, c in cay.muc.items()}


@pytest.mark.parametrize("ma", CAC_MA)
def test_luoc_do_ta_du_moi_truong(ma: str) -> None:
    luoc_do, mau = luoc_do_cua(ma), mau_cua(ma)
    assert luoc_do["$schema"] == "https://json-schema.org/draft/2020-12/schema" and luoc_do["title"] == mau.ten
    for nhanh, khai in (("truong", mau.truong), ("van_ban", mau.van_ban)):
        ta = luoc_do["properties"][nhanh]["properties"]
        assert list(ta) == list(khai)
        for t, k in khai.items():
            assert ta[t]["title"] == k.nhan and len(ta[t]["description"]) > 5
            assert {"type", "anyOf"} & set(ta[t])
    assert set(luoc_do["properties"]["truong"].get("required", ())) <= set(mau.truong)


@pytest.mark.parametrize("tep", CAC_VI_DU, ids=ten)
def test_vi_du_hop_luoc_do(tep: Path) -> None:
    cay, tim_thay = doc_yaml(tep.read_text(encoding="utf-8"), ten=str(tep))
    assert [f for f in tim_thay if f.muc is MucDo.LOI] == []
    assert sai_luoc_do(luoc_do_cua(tep.parent.parent.relative_to(MAU).as_posix()), tron(cay)) == []


def test_luoc_do_tu_choi_phieu_sai() -> None:
    luoc_do = luoc_do_cua("ke_hoach/khung")
    dung: dict[str, Any] = {"mau": "ke_hoach/khung", "truong": {"co_quan": "UBND xã A, tỉnh B", "noi_dung": "I. A"}}
    assert sai_luoc_do(luoc_do, dung) == []
    assert sai_luoc_do(luoc_do, {**dung, "mau": "ke_hoach/khac"})
    assert sai_luoc_do(luoc_do, {**dung, "la": "x"})
    assert sai_luoc_do(luoc_do, {**dung, "trang_thai": "xong"})
    assert sai_luoc_do(luoc_do, {**dung, "truong": {"co_quan": "UBND xã A, tỉnh B"}})
    assert sai_luoc_do(luoc_do, {**dung, "truong": {**dung["truong"], "noi_dun": "x"}})
    assert sai_luoc_do(luoc_do, {**dung, "van_ban": {"noi_nhan": [["x"]]}})


# --- thêm một mẫu là thêm một thư mục ----------------------------------------------------------------------------------------


def anh_chup(goc: Path) -> dict[str, bytes]:
    return {t.relative_to(goc).as_posix(): t.read_bytes() for t in sorted(goc.rglob("*")) if t.is_file()}


@pytest.mark.parametrize("ma", ["thong_bao/tiep_dan", "nghi_quyet/thu", "quyet_dinh/thu", "to_trinh/thu", "ke_hoach/thu_2"])
def test_mau_moi_soan_duoc_ma_khong_cham_noi_khac(ma: str, tmp_path: Path) -> None:
    truoc = anh_chup(MAU)
    tep = tao_mau(ma, tmp_path)
    assert {t.parent for t in tep} == {tmp_path / ma, tmp_path / ma / "vi_du"}
    assert set(anh_chup(tmp_path)) == {t.relative_to(tmp_path).as_posix() for t in tep}
    ban = soan(tmp_path / ma / "vi_du" / "mot.yaml", the_gioi=World(date(2026, 11, 22), (tmp_path, MAU)))
    assert ban.ok and ban.files, [f.thong_bao for f in ban.findings]
    assert "Long Hồ" in ban.text and "iếp công dân" in ban.text
    assert anh_chup(MAU) == truoc
    assert set(anh_chup(tmp_path)) == {t.relative_to(tmp_path).as_posix() for t in tep}


def test_mau_rieng_che_mau_chung_cung_ma(tmp_path: Path) -> None:
    shutil.copytree(MAU / "ke_hoach/khung", tmp_path / "ke_hoach/khung")
    yaml = tmp_path / "ke_hoach/khung/mau.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8").replace("ten: Kế hoạch", "ten: Bản riêng"), encoding="utf-8")
    rieng = World(date(2026, 11, 22), (tmp_path, MAU))
    assert rieng.mau("ke_hoach/khung").ten.startswith("Bản riêng")
    assert rieng.mau("nghi_quyet/khung").thu_muc == MAU / "nghi_quyet/khung"


# --- trang giới thiệu ---------------------------------------------------------------------------------------------------------


def test_trang_mau_khop_mau(capsys: pytest.CaptureFixture[str]) -> None:
    assert lam_trang_mau.main(["--kiem"]) == 0, f"chạy python tools/lam_trang_mau.py: {capsys.readouterr().out}"


def test_trang_mau_du_phan(mau_tam: Path, tmp_path: Path) -> None:
    dich = tmp_path / "trang"
    assert lam_trang_mau.main(["--kiem"], goc=mau_tam, dich=dich) == 1
    dich.mkdir()
    (dich / "cu.md").write_text("cũ", encoding="utf-8")
    assert lam_trang_mau.main([], goc=mau_tam, dich=dich) == 0
    assert [t.name for t in dich.iterdir()] == ["thong_bao-tiep_dan.md"]
    assert "| `viec` | Việc |" in (dich / "thong_bao-tiep_dan.md").read_text(encoding="utf-8")
    assert lam_trang_mau.main(["--kiem"], goc=mau_tam, dich=dich) == 0


@pytest.mark.parametrize("ma", CAC_MA)
def test_trang_mau_ke_moi_truong_va_dieu_luat(ma: str) -> None:
    chu = (Path(lam_trang_mau.GOC) / "docs" / "mau" / (ma.replace("/", "-") + ".md")).read_text(encoding="utf-8")
    mau = mau_cua(ma)
    assert all(f"| `{t}` |" in chu for t in mau.truong)
    assert all(lam_trang_mau.o(b["luat"]) in chu for b in mau.bao_phu)
    assert all(lam_trang_mau.o(k["khac"]) in chu for k in mau.khac_nhau)
    assert all(n in chu for n in mau.nguon)
    assert not re.search(r"\| \w+#\w+ \|", chu), "có điều luật chưa thấy chỗ"
