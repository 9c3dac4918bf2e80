"""Sổ các kiểu trường: một nguồn cho việc đọc, lược đồ JSON, phiếu Excel, biểu web và lời chỉ dẫn."""

from drafter.fields import kieu_chu, kieu_day, kieu_ghep, kieu_ngay, kieu_so
from drafter.fields.doc_khai import doc_cac_khai, doc_khai
from drafter.fields.gia_tri import (
    DayGiaTri,
    DonViTrong,
    GiaTri,
    GiaTriCanCu,
    GiaTriChon,
    GiaTriDonVi,
    GiaTriNgay,
    GiaTriSo,
    GiaTriTien,
    GiaTriTrong,
    HangGiaTri,
    Nguoi,
    chu_ngay,
)
from drafter.fields.khai import TruongKhai, rong_khong, ta_cay
from drafter.fields.kieu_day import khai_phan_tu
from drafter.fields.kieu_ngay import hieu_ngay
from drafter.fields.kieu_so import hieu_so, hieu_tien, viet_so
from drafter.fields.loai import NGUON_MAC_DINH, BoiCanh, KetQuaTra, KieuTruong, OExcel, cac_kieu, doc_truong, kieu, lay_kieu
from drafter.fields.luoc_do import bieu_web, json_schema
from drafter.fields.phieu import DauPhieu, doc_dau_phieu, doc_phieu
from drafter.fields.ve_sinh import lam_sach

KIEU_CO_SAN = (kieu_chu, kieu_so, kieu_ngay, kieu_ghep, kieu_day)

__all__ = [
    "KIEU_CO_SAN",
    "NGUON_MAC_DINH",
    "BoiCanh",
    "DauPhieu",
    "DayGiaTri",
    "DonViTrong",
    "GiaTri",
    "GiaTriCanCu",
    "GiaTriChon",
    "GiaTriDonVi",
    "GiaTriNgay",
    "GiaTriSo",
    "GiaTriTien",
    "GiaTriTrong",
    "HangGiaTri",
    "KetQuaTra",
    "KieuTruong",
    "Nguoi",
    "OExcel",
    "TruongKhai",
    "bieu_web",
    "cac_kieu",
    "chu_ngay",
    "doc_cac_khai",
    "doc_dau_phieu",
    "doc_khai",
    "doc_phieu",
    "doc_truong",
    "hieu_ngay",
    "hieu_so",
    "hieu_tien",
    "json_schema",
    "khai_phan_tu",
    "kieu",
    "lam_sach",
    "lay_kieu",
    "rong_khong",
    "ta_cay",
    "viet_so",
]
