"""Soạn văn bản hành chính Việt Nam từ dữ liệu: điền phiếu, ra tệp Word đúng thể thức."""

__version__ = "0.1.0"
