"""Ngắt dòng cho các dòng giữa trang: ít dòng nhất, dài gần bằng nhau, xuống dòng ở chỗ người đọc nghỉ hơi."""

from __future__ import annotations

from collections.abc import Callable

from drafter.metrics import ngat_dong, rong_mm
from drafter.vn.hoa import hoa

# Từ mở đầu một cụm mới; xuống dòng trước những từ này thì không chẻ đôi một tên hay một từ ghép ("ban" thì có: "Ủy ban").
_MO_CUM = frozenset(
    "trên của và về đối trong cho theo tại giai nhiệm từ đến để hoặc thuộc giữa nhằm khi ngày "  # noqa: SIM905
    "tỉnh huyện xã phường quận".split()
)
_UU_TIEN = 0.4
# Tên riêng mở đầu bằng chữ hoa sau một chữ thường ("Tiểu học | Liên Chiểu"), trừ khi liền trước là danh từ chung của nó.
_DANH_TU_CHUNG = frozenset({"tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "thôn", "ấp", "bản"})
_UU_TIEN_TEN = 0.6


def ngat_deu(chu: str, rong: float, *, co_pt: float, dam: bool = False, nghieng: bool = False, in_hoa: bool = False) -> list[str]:
    """Các dòng của ``chu`` vừa ``rong`` mm (``in_hoa`` thì in hoa cả chữ); một dòng vừa thì giữ nguyên một dòng."""
    goc, chu = chu, hoa(chu) if in_hoa else chu

    def do(dong: str) -> float:
        return rong_mm(dong, co_pt=co_pt, dam=dam, nghieng=nghieng)

    dong = ngat_dong(chu, rong, co_pt=co_pt, dam=dam, nghieng=nghieng)
    if len(dong) < 2:
        return [chu]
    if len(dong) == 2:
        return _hai_dong(chu.split(" "), goc.split(" "), rong, do) or dong
    hep, vua = rong / len(dong) * 0.8, rong
    for _ in range(12):
        giua = (hep + vua) / 2
        thu = ngat_dong(chu, giua, co_pt=co_pt, dam=dam, nghieng=nghieng)
        if len(thu) <= len(dong) and all(do(d) <= giua for d in thu):
            dong, vua = thu, giua
        else:
            hep = giua
    return dong


def _hai_dong(tu: list[str], goc: list[str], rong: float, do: Callable[[str], float]) -> list[str]:
    tot: tuple[float, list[str]] | None = None
    for i in range(1, len(tu)):
        hai = [" ".join(tu[:i]), " ".join(tu[i:])]
        dai = [do(d) for d in hai]
        if max(dai) > rong or not hai[0].strip() or not hai[1].strip():
            continue
        lech = abs(dai[0] - dai[1])
        # Dòng trên dài hơn trông vững hơn.
        diem = lech * (0.9 if dai[0] >= dai[1] else 1.0)
        if tu[i].lower() in _MO_CUM or tu[i - 1].endswith((",", ";")):
            diem = diem * _UU_TIEN - rong * 0.2
        elif goc[i][:1].isupper() and goc[i - 1][:1].islower() and goc[i - 1] not in _DANH_TU_CHUNG:
            diem = diem * _UU_TIEN_TEN - rong * 0.1
        if tot is None or diem < tot[0]:
            tot = (diem, hai)
    return tot[1] if tot else []
