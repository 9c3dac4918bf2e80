"""Tiếng Việt: khóa tìm kiếm, viết hoa."""
