"""Dịch danh sách ``Khoi`` ra tệp: mỗi bộ máy một gói con, không bộ máy nào quyết định dàn trang."""
