"""Sổ đăng ký: đơn vị hành chính, loại văn bản, văn bản làm căn cứ."""
