"""Luật thể thức viết lại thành phép kiểm trên tệp DOCX, độc lập với máy soạn: số đứng nguyên văn, đọc tệp như Word hiện."""
