"""Empty registers for the information officer to keep in Excel, ready to print.

What is written in them is personal: they are for the office, never for a site.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model import Agency, Catalog
from ..law.obligations import law
from ..law.site_duties import SitePart, duties_of

_MADE = datetime.datetime(2020, 1, 1)
ROWS = 200
"""Prepared lines; Excel adds more by itself."""
_A4 = 9


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a register, or several below one heading; `choices` are offered in a list."""

    title: str
    width: int
    below: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Register:
    title: str
    columns: tuple[_Column, ...]


_PERSON = (
    _Column("Nama", 18),
    _Column("Alamat", 22),
    _Column("Nomor kontak", 14),
    _Column("Pekerjaan", 12),
)
_REQUESTS = _Register(
    "Register Permohonan Informasi Publik",
    (
        _Column("Nomor", 8),
        _Column("Tanggal", 11),
        *_PERSON,
        _Column("Informasi yang diminta", 26),
        _Column("Tujuan penggunaan", 18),
        _Column("Status informasi", 9, ("Dikuasai", "Tidak dikuasai"), ("ya",)),
        _Column("Bentuk yang dikuasai", 9, ("Cetak", "Berkas"), ("ya",)),
        _Column("Jenis permohonan", 11, ("Melihat atau mengetahui", "Meminta salinan"), ("ya",)),
        _Column("Keputusan", 14, (), ("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak")),
        _Column("Alasan penolakan", 18),
        _Column("Hari dan tanggal", 13, ("Pemberitahuan tertulis", "Pemberian informasi")),
        _Column("Biaya dan cara pembayaran", 10, ("Biaya", "Cara")),
    ),
)
_OBJECTIONS = _Register(
    "Register Keberatan",
    (
        _Column("Nomor", 8),
        _Column("Tanggal", 11),
        *_PERSON,
        _Column("Nomor pendaftaran permintaan", 12),
        _Column("Informasi yang diminta", 26),
        _Column("Tujuan penggunaan", 18),
        _Column("Alasan keberatan (huruf a sampai g)", 5, tuple("abcdefg"), ("ya",)),
        _Column("Keputusan atasan PPID", 20),
        _Column("Hari dan tanggal tanggapan", 13),
        _Column("Nama dan jabatan atasan PPID", 18),
        _Column("Tanggapan pemohon", 16),
    ),
)
_UNVERIFIED = "Susunan kolom register keberatan belum dicocokkan dengan lampiran peraturannya."
_REGISTERS = {
    "ppid/register-permohonan.xlsx": _REQUESTS,
    "ppid/register-keberatan.xlsx": _OBJECTIONS,
}
_RULES = (
    "Berkas ini untuk kantor. Isinya data pribadi: jangan diterbitkan, jangan dikirim ke luar.",
    "Satu baris untuk satu permohonan atau keberatan, dicatat pada hari diterima.",
    "Nomor pendaftaran diberikan kepada pemohon sebagai tanda terima.",
    "Pemohon yang ditolak diberi tahu alasannya secara tertulis.",
    "Yang diumumkan hanya jumlahnya setahun, tanpa nama, alamat, nomor kontak, dan pekerjaan.",
)


def registers(catalog: Catalog) -> dict[str, bytes]:
    """The registers by address."""
    remarks = {_REQUESTS: _lawful(catalog), _OBJECTIONS: _UNVERIFIED}
    return {
        name: _workbook(register, remarks[register], catalog.agency)
        for name, register in _REGISTERS.items()
    }


def _lawful(catalog: Catalog) -> str:
    """By which regulation the columns of the register of requests are what they are."""
    known = law(catalog.reference, catalog.agency.region)
    names = duties_of(SitePart.REQUEST_REGISTER, catalog.reference)
    found = [known.all[name].law for name in names if known and name in known.all]
    by = f" menurut {found[0]}" if found else ""
    return f"Susunan kolomnya mengikuti register yang dipakai PPID{by}."


def _workbook(register: _Register, remark: str, agency: Agency) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": register.title, "author": agency.name, "created": _MADE})
        _register_sheet(book, register, agency)
        _rules_sheet(book, remark)
    return buffer.getvalue()


def _register_sheet(book: Workbook, register: _Register, agency: Agency) -> None:
    sheet = book.add_worksheet("Register")
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, f"{register.title}, {agency.name}", bold)
    sheet.write_string(1, 0, "Tahun:")
    last = _heads(book, sheet, register.columns)
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"})
    for row in range(4, 4 + ROWS):
        for column in range(last + 1):
            sheet.write_blank(row, column, None, cell)
    sheet.freeze_panes(4, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 3)
    sheet.print_area(0, 0, 3 + ROWS, last)
    sheet.set_header("&RUntuk kantor: memuat data pribadi")
    sheet.set_footer("&LPPID &A&RHalaman &P dari &N")


def _heads(book: Workbook, sheet: Worksheet, columns: Sequence[_Column]) -> int:
    """Two lines of headings; the number of the last column."""
    style = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    head = book.add_format({**style, "bg_color": "#E7EBF0"})
    at = 0
    for column in columns:
        last = at + max(len(column.below), 1) - 1
        if column.below:
            sheet.merge_range(2, at, 2, last, column.title, head)
            for offset, title in enumerate(column.below):
                sheet.write_string(3, at + offset, title, head)
        else:
            sheet.merge_range(2, at, 3, at, column.title, head)
        sheet.set_column(at, last, column.width)
        if column.choices:
            offer = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            sheet.data_validation(4, at, 3 + ROWS, last, offer)
        at = last + 1
    return at - 1


def _rules_sheet(book: Workbook, remark: str) -> None:
    sheet = book.add_worksheet("Petunjuk")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for row, text in enumerate((*_RULES, remark)):
        sheet.write_string(row, 0, text, wrapped)
