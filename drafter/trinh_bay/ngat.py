"""Ngắt dòng cho các dòng giữa trang: ít dòng nhất, dài gần bằng nhau, xuống dòng ở chỗ người đọc nghỉ hơi."""

from __future__ import annotations

from collections.abc import Callable

from drafter.metrics import ngat_dong, rong_mm

# Từ mở đầu một cụm mới; xuống dòng trước những từ này thì không chẻ đôi một tên hay một từ ghép ("ban" thì có: "Ủy ban").
_MO_CUM = frozenset(
    "trên của và về đối trong cho theo tại giai nhiệm từ đến để hoặc thuộc giữa nhằm khi ngày "  # noqa: SIM905
    "tỉnh huyện xã phường quận".split()
)
_UU_TIEN = 0.4


def ngat_deu(chu: str, rong: float, *, co_pt: float, dam: bool = False, nghieng: bool = False) -> list[str]:
    """Các dòng của ``chu`` vừa ``rong`` mm; một dòng vừa thì giữ nguyên một dòng."""

    def do(dong: str) -> float:
        return rong_mm(dong, co_pt=co_pt, dam=dam, nghieng=nghieng)

    dong = ngat_dong(chu, rong, co_pt=co_pt, dam=dam, nghieng=nghieng)
    if len(dong) < 2:
        return [chu]
    if len(dong) == 2:
        return _hai_dong(chu.split(" "), rong, do) or dong
    hep, vua = rong / len(dong) * 0.8, rong
    for _ in range(12):
        giua = (hep + vua) / 2
        thu = ngat_dong(chu, giua, co_pt=co_pt, dam=dam, nghieng=nghieng)
        if len(thu) <= len(dong) and all(do(d) <= giua for d in thu):
            dong, vua = thu, giua
        else:
            hep = giua
    return dong


def _hai_dong(tu: list[str], rong: float, do: Callable[[str], float]) -> list[str]:
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
        if tot is None or diem < tot[0]:
            tot = (diem, hai)
    return tot[1] if tot else []
