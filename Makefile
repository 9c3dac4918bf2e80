PYTHON ?= python3
# Phiếu dùng cho `make demo`.
PHIEU ?= templates/quy_che/dan_chu_cap_xa/vi_du/xa_2025.yaml
RA ?= demo
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: demo test nhanh khoa kich-thuoc do don giup

giup:
	@echo "make demo        cài drafter vào .venv và soạn một văn bản mẫu vào $(RA)/"
	@echo "make test        đóng bánh xe, cài vào .moi_truong, ruff + mypy + pytest (DAY_DU=1: thiếu công cụ là hỏng)"
	@echo "make nhanh       pytest ngay trên bản mã nguồn, sau một lần make test"
	@echo "make khoa        viết lại các tệp khóa phiên bản"
	@echo "make kich-thuoc  đo cỡ bản cài"
	@echo "make do          đo tốc độ"
	@echo "make don         xóa những gì các lệnh trên đã tạo"

demo:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check .
	$(BIN)/drafter soan $(PHIEU) -o $(RA) --pdf --ghi-de

test:
	$(PYTHON) tools/kiem_thu.py $(THAM_SO)

nhanh:
	PYTHONPATH=. .moi_truong/venv/bin/pytest $(THAM_SO)

khoa:
	$(PYTHON) tools/khoa.py $(THAM_SO)

kich-thuoc:
	$(PYTHON) tools/do_kich_thuoc.py

do:
	PYTHONPATH=. .moi_truong/venv/bin/python -m benchmarks $(THAM_SO)

don:
	rm -rf .venv .moi_truong dist build $(RA) .pytest_cache .mypy_cache .ruff_cache .hypothesis
