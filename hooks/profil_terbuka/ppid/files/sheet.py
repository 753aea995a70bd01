"""The public-information list as a sheet to print, sign and hand in."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...words.wording import date
from ..desk.openness import Openness
from ..desk.publiclist import GROUPS, Column

TITLE = "Daftar Informasi Publik"
FIRST = 6
"""The row, from 0, of the first group; the two above are repeated on every printed page."""
A4 = 9
OFFICER = "Pejabat Pengelola Informasi dan Dokumentasi"
_WIDTHS = {"nomor": 5, "jenis": 26, "ringkasan": 44, "tautan": 26, "media": 11}
_FORM_WIDTH, _USUAL_WIDTH = 8, 19
_LONGEST_HEADER = 120
"""Excel takes 255 characters for all parts of a header together."""


class _Styles:
    """The few formats of the sheet."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "font_size": 10}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.plain: Format = book.add_format({"font_size": 10})
        head = {**cell, "bold": True, "align": "center", "bg_color": "#e4e9ee"}
        self.head: Format = book.add_format(head)
        self.group: Format = book.add_format({**cell, "bold": True, "bg_color": "#f3f5f8"})
        self.text: Format = book.add_format({**cell, "num_format": "@"})
        self.number: Format = book.add_format({**cell, "num_format": "0"})


def list_sheet(openness: Openness) -> bytes:
    """XLSX bytes: A4 landscape, one page wide, headings on every page, a place to sign."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        moment = datetime.datetime.combine(openness.day, datetime.time())
        author = openness.agency.name
        book.set_properties({"title": TITLE, "author": author, "created": moment})
        sheet, styles = book.add_worksheet("DIP"), _Styles(book)
        # The group stands above its rows: a column for it would only take room.
        columns = [column for column in openness.listed.columns if column.name != "kategori"]
        _headings(sheet, columns, styles, openness)
        last = _rows(sheet, columns, styles, openness)
        _signature(sheet, last + 1, max(len(columns) - 4, 0), styles, openness)
        _print_setup(sheet, openness)
    return buffer.getvalue()


def _headings(
    sheet: Worksheet, columns: Sequence[Column], styles: _Styles, openness: Openness
) -> None:
    sheet.write_string(0, 0, TITLE.upper(), styles.title)
    sheet.write_string(1, 0, openness.agency.name, styles.title)
    sheet.write_string(2, 0, f"Keadaan per {date(openness.day.isoformat())}", styles.plain)
    top, bottom = FIRST - 2, FIRST - 1
    for index, column in enumerate(columns):
        usual = _FORM_WIDTH if column.above else _USUAL_WIDTH
        sheet.set_column(index, index, _WIDTHS.get(column.name, usual))
        if column.above:
            sheet.write_string(bottom, index, column.title, styles.head)
        else:
            sheet.merge_range(top, index, bottom, index, column.title, styles.head)
    for above, group in groupby(enumerate(columns), key=lambda item: item[1].above):
        indexes = [index for index, _ in group]
        if above:
            sheet.merge_range(top, indexes[0], top, indexes[-1], above, styles.head)


def _rows(sheet: Worksheet, columns: Sequence[Column], styles: _Styles, openness: Openness) -> int:
    """Every group with its entries; the row below the last."""
    row = FIRST
    for letter, (name, title) in zip("ABC", GROUPS.items(), strict=True):
        entries = openness.listed.group(name)
        heading = f"{letter}. Informasi {title}" + ("" if entries else ": belum ada di situs ini")
        sheet.merge_range(row, 0, row, len(columns) - 1, heading, styles.group)
        row += 1
        for entry in entries:
            _entry(sheet, row, [entry.cells[column.name] for column in columns], styles)
            row += 1
    return row


def _entry(sheet: Worksheet, row: int, texts: Sequence[str], styles: _Styles) -> None:
    for index, text in enumerate(texts):
        if index == 0:  # its number within the group
            sheet.write_number(row, index, int(text), styles.number)
        else:
            sheet.write_string(row, index, text, styles.text)


def _signature(sheet: Worksheet, row: int, index: int, styles: _Styles, openness: Openness) -> None:
    post = openness.agency.desk.post or f"{OFFICER} (PPID)"
    lines = ("Ditetapkan di ....................", "pada tanggal ....................", post)
    for number, line in enumerate((*lines, "", "", "", "(..............................)", "NIP")):
        sheet.write_string(row + number, index, line, styles.plain)


def _print_setup(sheet: Worksheet, openness: Openness) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 2, FIRST - 1)
    sheet.freeze_panes(FIRST, 0)
    name = openness.agency.name[:_LONGEST_HEADER].replace("&", "&&")
    sheet.set_header(f"&L{name}&R{TITLE}")
    sheet.set_footer(f"&LKeadaan per {date(openness.day.isoformat())}&RHalaman &P dari &N")
