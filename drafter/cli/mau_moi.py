"""Khung thư mục của một mẫu mới."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import UsageError
from drafter.ghi import ghi_tep

_MAU_YAML = """\
ma: {ma}
ten: {ten_goi} … (ghi tên mẫu)
mo_ta: Một, hai câu cho người chọn mẫu.
phien_ban: 1
cap: [tinh, huyen, xa]
bo:
  - {{id: {id}, loai: {loai}, mau_trinh_bay: "{mau}", tep: loi_van.txt}}
truong:
  co_quan: {{kieu: don_vi, nhan: Cơ quan ban hành, bat_buoc: true, vi_du: "UBND xã Long Hồ, tỉnh Vĩnh Long"}}
  viec: {{kieu: chu, nhan: Việc, bat_buoc: true, giup: "Cụm từ ngắn.", vi_du: Tiếp công dân}}
"""
_LOI_VAN_DIEU = """\
// Dòng này là ghi chú của người viết mẫu, không in.
[trích yếu]
Về {{ viec | thuong_dau }}

[nội dung]
Điều 1. Nội dung {#noi_dung}
Giao cho ai, làm gì, đến khi nào.
Điều 2. Tổ chức thực hiện {#thuc_hien}
{{ co_quan.ten }} tổ chức thực hiện @noi_dung.

[nơi nhận]
- Như @thuc_hien;
"""
_LOI_VAN_MUC = """\
// Dòng này là ghi chú của người viết mẫu, không in.
[trích yếu]
{{ viec }}

[nội dung]
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nêu mục đích.
II. NỘI DUNG
1. Việc thứ nhất
a) Ai làm, làm gì, đến khi nào.
III. TỔ CHỨC THỰC HIỆN
{{ co_quan.ten }} tổ chức thực hiện.

[nơi nhận]
- Các cơ quan, đơn vị có liên quan;
"""
_VI_DU = """\
mau: {ma}
truong:
  co_quan: "{co_quan} xã Long Hồ, tỉnh Vĩnh Long"
  viec: Tiếp công dân
van_ban:
  nguoi_ky: {{ho_ten: Nguyễn Văn An, chuc_vu: Chủ tịch}}
"""


def tao_mau(ma: str, noi: Path) -> list[Path]:
    """Các tệp đã tạo cho mẫu ``ma`` dưới ``noi``.

    Raises UsageError khi mã sai, loại lạ hoặc đã có tệp.
    """
    from drafter.registry.loai_van_ban import danh_muc

    if not re.fullmatch(r"[a-z0-9_]+/[a-z0-9_]+", ma):
        raise UsageError(
            f"Mã mẫu “{ma}” không đúng dạng.", cach_sua="Viết loai/ten bằng chữ thường không dấu, ví dụ thong_bao/tiep_dan."
        )
    ten_loai = ma.split("/")[0]
    cac = {m: v for m, v in danh_muc().loai.items() if v.nhom == "van_ban_hanh_chinh"}
    if ten_loai not in cac:
        import difflib

        gan = difflib.get_close_matches(ten_loai, cac, n=1)
        raise UsageError(
            f"Không có loại văn bản “{ten_loai}”.", cach_sua=f"Ý bạn là “{gan[0]}”?" if gan else "Dùng: " + ", ".join(cac)
        )
    loai = cac[ten_loai]
    dieu = ten_loai in ("nghi_quyet", "quyet_dinh", "quy_che", "quy_dinh")
    mau = next(iter(loai.mau), "1.4")
    co_quan = "HĐND" if ten_loai == "nghi_quyet" else "UBND"
    tep = {
        "mau.yaml": _MAU_YAML.format(ma=ma, ten_goi=loai.ten_goi, id="vb", loai=ten_loai, mau=mau),
        "loi_van.txt": _LOI_VAN_DIEU if dieu else _LOI_VAN_MUC,
        "vi_du/mot.yaml": _VI_DU.format(ma=ma, co_quan=co_quan),
    }
    for ten in tep:
        if (noi / ma / ten).exists():
            raise UsageError(f"Đã có {noi / ma / ten}, giữ nguyên.", cach_sua="Đặt tên khác cho mẫu mới.")
    return [ghi_tep(noi / ma / ten, chu.encode()) for ten, chu in tep.items()]
