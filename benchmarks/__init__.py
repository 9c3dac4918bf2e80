"""Đo tốc độ: `python -m benchmarks` (hoặc `make do`). Kết quả đáng giữ thì chép vào docs/hieu_nang.md kèm máy và ngày."""
