"""Làm lại ``docs/hinh/trang.png``: trang đầu của một văn bản mẫu, qua LibreOffice và Poppler."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from drafter.app import soan

GOC = Path(__file__).resolve().parent.parent
PHIEU = GOC / "templates/nghi_quyet/dan_chu_co_so/vi_du/xa_long_ho_2026.yaml"
HINH = GOC / "docs/hinh/trang.png"


def main() -> int:
    """Ghi hình; trả về 0 khi xong, 1 khi thiếu công cụ."""
    thieu = [c for c in ("soffice", "pdftoppm") if shutil.which(c) is None]
    if thieu:
        print("Thiếu: " + ", ".join(thieu), file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as tam:
        (docx,) = soan(PHIEU).write(Path(tam))
        soffice = ["soffice", "--headless", f"-env:UserInstallation=file://{tam}/lo", "--convert-to", "pdf", "--outdir", tam]
        subprocess.run([*soffice, str(docx)], check=True, capture_output=True)
        anh = ["pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-png", "-singlefile"]
        subprocess.run([*anh, str(docx.with_suffix(".pdf")), f"{tam}/trang"], check=True)
        HINH.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(f"{tam}/trang.png", HINH)
    print(f"Đã ghi {HINH}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
