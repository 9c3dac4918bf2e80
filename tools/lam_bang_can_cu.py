"""Làm docs/can_cu_co_san.md từ data/can_cu/can_cu.yaml: bảng mã căn cứ cho người viết mẫu."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

GOC = Path(__file__).resolve().parent.parent
DICH = GOC / "docs" / "can_cu_co_san.md"
NHOM = {
    "to_chuc_chinh_quyen": "Tổ chức bộ máy, chính quyền địa phương, cán bộ",
    "ban_hanh_van_ban": "Ban hành văn bản quy phạm pháp luật",
    "van_thu_luu_tru_dien_tu": "Văn thư, lưu trữ, giao dịch điện tử",
    "dan_chu_co_so": "Dân chủ ở cơ sở, hòa giải, thông tin",
    "tiep_dan_khieu_to_giam_sat": "Tiếp công dân, khiếu nại, tố cáo, thanh tra, phòng, chống tham nhũng",
    "ngan_sach_dau_tu_dat_dai": "Ngân sách, đầu tư, đất đai, tài sản",
    "hanh_chinh_xa_hoi": "Thủ tục hành chính, tư pháp, quốc phòng, xã hội",
}
COT = ("mã", "số ký hiệu", "tên", "ban hành", "hiệu lực", "hết", "thay bởi", "sửa bởi", "chắc")
MO_DAU = """# Căn cứ có sẵn

Làm bằng máy từ `data/can_cu/can_cu.yaml`; đừng sửa tay. Trong lời văn dùng `vien_dan("mã")`, `vien_dan("mã", "loi_van")`,
`vien_dan("mã", "ngan")`, `hieu_luc("mã")`.

Cột “chắc” là bốn chữ theo thứ tự: số, tên, cơ quan; ngày ban hành; ngày có hiệu lực; hết hiệu lực, sửa đổi. A đọc bản gốc
hoặc văn bản chính thức dẫn, B nguồn thứ cấp, C trí nhớ, D nghi vấn, “-” không khẳng định. Căn cứ có C, D khi dùng sẽ kèm cảnh
báo “cần đối chiếu”. “Hết” là ngày đầu tiên không còn hiệu lực.
"""


def _ngay(chu: str | None, vang: str) -> str:
    return "/".join(reversed(chu.split("-"))) if chu else vang


def lam_bang(van_ban: list[dict[str, Any]]) -> str:
    """Nội dung tệp bảng."""
    dong = [MO_DAU]
    for ma_nhom, ten_nhom in NHOM.items():
        dong += [f"\n## {ten_nhom}\n", "| " + " | ".join(COT) + " |", "|" + "---|" * len(COT)]
        for v in van_ban:
            if v["nhom"] == ma_nhom:
                ten = v["ten"] + (" (tên rút gọn)" if v.get("ten_rut_gon") else "")
                o = (
                    f"`{v['ma']}`",
                    v.get("so_ky_hieu", ""),
                    ten,
                    _ngay(v.get("ngay_ban_hanh"), "?"),
                    _ngay(v.get("ngay_hieu_luc"), "?"),
                    _ngay(v.get("ngay_het_hieu_luc"), ""),
                    ", ".join(v.get("thay_the_boi", ())),
                    ", ".join(v.get("sua_doi_boi", ())),
                    v["muc"],
                )
                dong.append("| " + " | ".join(o) + " |")
    return "\n".join(dong) + "\n"


def main() -> int:
    """Ghi tệp bảng; với ``--kiem`` chỉ so, trả 1 khi tệp đã cũ."""
    tho = yaml.safe_load((GOC / "data" / "can_cu" / "can_cu.yaml").read_text(encoding="utf-8"))
    moi = lam_bang(tho["van_ban"])
    if "--kiem" in sys.argv[1:]:
        return 0 if DICH.is_file() and DICH.read_text(encoding="utf-8") == moi else 1
    DICH.write_text(moi, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
