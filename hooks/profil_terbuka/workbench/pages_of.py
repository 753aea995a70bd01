"""All pages of the bench, by address."""

from __future__ import annotations

from .agency_pages import agency_fill_page, new_agency_page
from .bench import Workbench
from .bringing_pages import bring_page, marked_file, receipt_page
from .checking_page import check_page
from .correcting_page import correct_page
from .documents_page import document_page, documents_page
from .doing import deed_page
from .filling_page import fill_page
from .guard import Guard
from .home import agencies_page, home_page
from .look import script, style_sheet
from .obligations_page import obligations_page
from .office_page import count_page, half_year_file, letter_file, office_page, register_file
from .packing_page import site_zip_file, site_zip_page
from .previewing import preview_page, previewed_file
from .publishing_page import publish_page
from .register_book_page import (
    register_book_back,
    register_book_file,
    register_book_marked,
    register_book_page,
)
from .registers_page import register_page, registers_page, row_page
from .returned_page import returned_file, returned_page, send_page
from .row_deleting import delete_page
from .serving import Page, application
from .year_page import year_file, year_page

PAGES = (
    Page("/", agencies_page),
    Page("/gaya.css", style_sheet),
    Page("/meja.js", script),
    Page("/baru/", new_agency_page, posts=True),
    Page("/i/{agency}/", home_page),
    Page("/i/{agency}/lengkapi/", agency_fill_page, posts=True),
    Page("/i/{agency}/gaya.css", style_sheet),
    Page("/i/{agency}/tabel/", bring_page, posts=True),
    Page("/i/{agency}/tabel/{intake}/", receipt_page, posts=True),
    Page("/i/{agency}/tabel/{intake}/perbaikan", marked_file),
    Page("/i/{agency}/isi/{slug}/", fill_page, posts=True),
    Page("/i/{agency}/koreksi/", correct_page, posts=True),
    Page("/i/{agency}/tahun/", year_page, posts=True),
    Page("/i/{agency}/tahun/{year}/{file}", year_file),
    Page("/i/{agency}/kembali/", send_page, posts=True),
    Page("/i/{agency}/kembali/{intake}/", returned_page, posts=True),
    Page("/i/{agency}/kembali/{intake}/perbaikan.zip", returned_file),
    Page("/i/{agency}/kerja/{name}/", deed_page),
    Page("/i/{agency}/periksa/", check_page),
    Page("/i/{agency}/pratinjau/", preview_page, posts=True),
    Page("/i/{agency}/situs/{path:path}", previewed_file),
    Page("/i/{agency}/terbitkan/", publish_page, posts=True),
    Page("/i/{agency}/terbitkan/zip/", site_zip_page, posts=True),
    Page("/i/{agency}/terbitkan/zip/{file}", site_zip_file),
    Page("/i/{agency}/kewajiban/", obligations_page),
    Page("/i/{agency}/dokumen/", documents_page, posts=True),
    Page("/i/{agency}/dokumen/{intake}/", document_page, posts=True),
    Page("/i/{agency}/surat/", office_page),
    Page("/i/{agency}/surat/register-permohonan.xlsx", register_file),
    Page("/i/{agency}/surat/hitung/", count_page, posts=True),
    Page("/i/{agency}/surat/unduh/", letter_file, posts=True),
    Page("/i/{agency}/surat/semester/", half_year_file, posts=True),
    Page("/i/{agency}/register/", registers_page, posts=True),
    Page("/i/{agency}/register/buku.xlsx", register_book_file),
    Page("/i/{agency}/register/buku/", register_book_back, posts=True),
    Page("/i/{agency}/register/buku/{intake}/", register_book_page, posts=True),
    Page("/i/{agency}/register/buku/{intake}/perbaikan", register_book_marked),
    Page("/i/{agency}/register/{slug}/", register_page),
    Page("/i/{agency}/register/{slug}/{row}/", row_page, posts=True),
    Page("/i/{agency}/register/{slug}/{row}/hapus/", delete_page, posts=True),
)


def workbench_app(bench: Workbench) -> Guard:
    """The bench as an ASGI application."""
    return application(bench, PAGES)
