"""Làm docs/mau/<loại>-<tên>.md, một trang cho mỗi mẫu đi kèm: ``python tools/lam_trang_mau.py [--kiem]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.app import Draft
    from drafter.build.mau import Mau
    from drafter.fields import TruongKhai

GOC = Path(__file__).resolve().parent.parent
NGAY = date(2026, 11, 22)
CAP = {"tinh": "tỉnh", "huyen": "huyện", "xa": "xã"}
TEN_KHAC_NHAU = {"viec": "Việc", "khac": "Khác nhau", "dieu": "Căn cứ vào"}


def o(chu: object) -> str:
    """Chữ đặt được vào một ô bảng Markdown."""
    return " ".join(str(chu).split()).replace("|", "\\|").replace("<", "&lt;")


def bang(cot: Sequence[str], hang: Sequence[Sequence[object]]) -> Iterator[str]:
    """Các dòng của một bảng Markdown."""
    yield "| " + " | ".join(cot) + " |"
    yield "|" + "---|" * len(cot)
    for h in hang:
        yield "| " + " | ".join(o(x) for x in h) + " |"


def khi_hoi(khai: TruongKhai) -> str:
    """Trường được hỏi khi nào: bắt buộc, theo cấp, theo ngày."""
    phan = ["bắt buộc" if khai.bat_buoc else "không bắt buộc"]
    if khai.cap:
        phan.append("cấp " + ", ".join(CAP[c] for c in khai.cap))
    if khai.tu:
        phan.append(f"từ {khai.tu:%d/%m/%Y}")
    if khai.den:
        phan.append(f"đến {khai.den:%d/%m/%Y}")
    return "; ".join(phan)


def vi_tri(cac_ban: Mapping[str, Draft]) -> dict[str, tuple[str, str]]:
    """Nhãn (``qd#ban_hanh``) → (chỗ đã đánh số trong ví dụ, tên ví dụ), lấy ví dụ đầu tiên có nhãn ấy."""
    from drafter.notation import nhan_cho

    ra: dict[str, tuple[str, str]] = {}
    for ten, ban in cac_ban.items():
        for vb in ban.bo.van_ban if ban.bo else ():
            for nhan, cho in nhan_cho(vb.than).items():
                ra.setdefault(f"{vb.ma}#{nhan}", (cho, ten))
    return ra


def trang(mau: Mau, cac_ban: Mapping[str, Draft]) -> str:
    """Nội dung trang của một mẫu."""
    from drafter.fields import lay_kieu
    from drafter.registry.loai_van_ban import loai

    dong = [
        f"# {mau.ten}",
        "",
        "Làm bằng máy từ thư mục mẫu; đừng sửa tay. Chữ mẫu: `templates/" + mau.ma + "/`.",
        "",
        mau.mo_ta,
        "",
    ]
    dong += [f"- Mã: `{mau.ma}`, phiên bản {mau.phien_ban}", "- Cấp: " + ", ".join(CAP[c] for c in mau.cap)]
    if mau.tu:
        dong.append(f"- Dùng từ ngày {mau.tu:%d/%m/%Y}")
    if mau.den:
        dong.append(f"- Dùng đến ngày {mau.den:%d/%m/%Y}")
    dong += ["", "## Văn bản trong bộ", ""]
    hang_bo = [
        (b.ma, loai(b.loai).ten_goi, b.mau_trinh_bay, f"kèm theo {b.kem_theo}" if b.kem_theo else "văn bản chính") for b in mau.bo
    ]
    dong += bang(("Mã", "Loại", "Mẫu trình bày", "Vị trí"), hang_bo)
    dong += [
        "",
        "## Trường",
        "",
        "Trường chung của mọi văn bản (số, ngày, người ký, nơi nhận…) xem `templates/_khung/van_ban.yaml`.",
        "",
    ]
    hang = [(f"`{t}`", k.nhan, lay_kieu(k.kieu).mo_ta(k), khi_hoi(k), k.giup) for t, k in mau.truong.items()]
    dong += bang(("Tên", "Nhãn", "Điền gì", "Khi nào hỏi", "Chỉ dẫn"), hang)
    can_doi_chieu = [(f"`{t}`", k.doi_chieu) for t, k in mau.truong.items() if k.doi_chieu]
    if can_doi_chieu:
        dong += [
            "",
            "## Cần đối chiếu",
            "",
            "Bật những trường này thì kết quả kèm cảnh báo, vì luật mới chưa đọc được toàn văn.",
            "",
        ]
        dong += bang(("Trường", "Vì sao"), can_doi_chieu)
    if mau.bao_phu:
        cho = vi_tri(cac_ban)
        dong += [
            "",
            "## Điều luật nằm ở đâu",
            "",
            "Số điều, khoản là số trong ví dụ ghi ở cột cuối; máy đánh lại theo cấp và theo ngày.",
            "",
        ]
        dong += bang(
            ("Luật", "Văn bản", "Chỗ", "Ví dụ"),
            [(b["luat"], b["o"].partition("#")[0], *cho.get(b["o"], (b["o"], ""))) for b in mau.bao_phu],
        )
    if mau.khac_nhau:
        dong += ["", "## Khác nhau theo cấp, theo ngày", ""]
        dong += bang(tuple(TEN_KHAC_NHAU.values()), [tuple(k.get(t, "") for t in TEN_KHAC_NHAU) for k in mau.khac_nhau])
    if mau.nguon:
        dong += ["", "## Viết từ", "", *(f"- {n}" for n in mau.nguon)]
    dong += ["", "## Ví dụ", ""]
    for ten, ban in cac_ban.items():
        co_quan = ban.bo.van_ban[0].co_quan[0].ten if ban.bo else ""
        dong.append(f"- [`{ten}`](../../templates/{mau.ma}/vi_du/{ten}.txt): {co_quan}")
    return "\n".join(dong).rstrip("\n") + "\n"


def cac_trang(goc: Path) -> dict[str, str]:
    """Tên tệp → nội dung của trang từng mẫu dưới ``goc``. Raises TemplateError khi mẫu hỏng."""
    from drafter.app import soan
    from drafter.world import World

    the_gioi = World(NGAY, (goc,))
    ra = {}
    for ma, noi in the_gioi.ke_mau():
        ban = {t.stem: soan(t, the_gioi=the_gioi) for t in sorted((noi / "vi_du").glob("*.yaml"))}
        ra[ma.replace("/", "-") + ".md"] = trang(the_gioi.mau(ma), ban)
    return ra


def main(tham_so: Sequence[str], *, goc: Path = GOC / "templates", dich: Path = GOC / "docs" / "mau") -> int:
    """Ghi các trang, bỏ trang thừa; với ``--kiem`` chỉ so, kể tệp lệch và trả 1 khi có."""
    moi = cac_trang(goc)
    cu = {t.name: t.read_text(encoding="utf-8") for t in dich.glob("*.md")} if dich.is_dir() else {}
    khac = sorted(t for t in {*moi, *cu} if moi.get(t) != cu.get(t))
    if "--kiem" in tham_so:
        for ten in khac:
            print(f"lệch: {dich / ten}")
        return 1 if khac else 0
    dich.mkdir(parents=True, exist_ok=True)
    for ten in khac:
        if ten in moi:
            (dich / ten).write_text(moi[ten], encoding="utf-8", newline="\n")
        else:
            (dich / ten).unlink()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(GOC))
    raise SystemExit(main(sys.argv[1:]))
