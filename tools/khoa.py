"""`make khoa`: viết lại các tệp khóa phiên bản (Python và Node).

Khóa Python đúng cho Linux, macOS và Windows (điều kiện theo hệ điều hành đứng ngay trong tệp) và có mã băm của từng gói;
không tệp nào ghi địa chỉ nơi tải, để nơi nào có kho gói riêng thì dùng kho ấy.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import venv
from pathlib import Path

import moi_truong


def khoa_python(uv: Path) -> None:
    """Viết ``requirements/khoa.txt`` (chạy) và ``requirements/khoa-dev.txt`` (chạy và thử)."""
    chung = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--quiet"]
    # uv tự mang danh sách chứng thực; nơi có chứng thực riêng thì pip đã được chỉ bằng PIP_CERT.
    env = os.environ | ({"SSL_CERT_FILE": os.environ["PIP_CERT"]} if "PIP_CERT" in os.environ else {})
    moi = [] if "--giu" in sys.argv else ["--upgrade"]
    tep_khoa = {moi_truong.KHOA: [], moi_truong.KHOA_DEV: ["--extra", "dev", "--constraint", str(moi_truong.KHOA)]}
    for tep, them in tep_khoa.items():
        tep.parent.mkdir(exist_ok=True)
        ra = ["--custom-compile-command", "make khoa", "--output-file", str(tep.relative_to(moi_truong.GOC))]
        moi_truong.chay(uv, "pip", "compile", *chung, *moi, *them, *ra, "pyproject.toml", env=env)


def khoa_node(thu_muc: Path) -> None:
    """Viết ``package-lock.json`` cạnh ``package.json``, bỏ địa chỉ tải và lời xin tài trợ."""
    npm = shutil.which("npm")
    if npm is None:
        print("Không có npm: giữ nguyên khóa Node.", flush=True)
        return
    with tempfile.TemporaryDirectory() as tam:
        shutil.copy(thu_muc / "package.json", tam)
        moi_truong.chay(npm, "install", "--package-lock-only", "--no-audit", "--no-fund", cwd=Path(tam))
        khoa = json.loads((Path(tam) / "package-lock.json").read_text(encoding="utf-8"))
    for goi in khoa["packages"].values():
        goi.pop("resolved", None)
        goi.pop("funding", None)
    (thu_muc / "package-lock.json").write_text(json.dumps(khoa, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Dựng một chỗ có uv rồi viết cả hai khóa; ``--giu`` chỉ thêm bớt, không nâng phiên bản đang khóa."""
    moi_truong.doi_python()
    cho = moi_truong.NHA / "khoa"
    python = moi_truong.lenh_trong(cho, "python")
    if not python.exists():
        venv.create(cho, with_pip=True)
        moi_truong.chay(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv>=0.5")
    khoa_python(moi_truong.lenh_trong(cho, "uv"))
    khoa_node(moi_truong.GOC / "tools" / "node")


if __name__ == "__main__":
    main()
