"""The public-information list as a sheet to print, sign and hand in."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model.messages import NOTHING, message
from ...system.row_heights import row_height
from ...words.catalogues import text
from ...words.dates import date
from ..desk.openness import Openness
from ..desk.public_list import GROUPS, DipColumn, DipEntry

FIRST = 6
"""The row, from 0, of the first group; the two above are repeated on every printed page."""
A4 = 9
_WIDTHS = {"nomor": 5, "jenis": 26, "ringkasan": 44, "tautan": 26, "media": 11}
_FORM_WIDTH, _USUAL_WIDTH = 8, 19
_SIZE, _LINE = 10, 14
"""Of letters, and of a line of them, in points."""
_LONGEST_HEADER = 120
"""Excel takes 255 characters for all parts of a header together."""


class _Styles:
    """The few formats of the sheet."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "font_size": _SIZE}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.plain: Format = book.add_format({"font_size": _SIZE})
        head = {**cell, "bold": True, "align": "center", "bg_color": "#e4e9ee"}
        self.head: Format = book.add_format(head)
        self.group: Format = book.add_format({**cell, "bold": True, "bg_color": "#f3f5f8"})
        self.text: Format = book.add_format({**cell, "num_format": "@"})
        self.unfilled: Format = book.add_format({**cell, "italic": True, "font_color": "#8a3b00"})
        link = {"font_color": "#0b4f8a", "underline": 1}
        self.link: Format = book.add_format({**cell, **link})
        self.number: Format = book.add_format({**cell, "num_format": "0"})


def list_title() -> str:
    """What the list is called by law."""
    return text(message("ppid.public-list"))


def list_sheet(openness: Openness) -> bytes:
    """XLSX bytes: A4 landscape, one page wide, headings on every page, a place to sign."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        moment = datetime.datetime.combine(openness.day, datetime.time())
        author = openness.agency.name
        book.set_properties({"title": list_title(), "author": author, "created": moment})
        sheet, styles = book.add_worksheet("DIP"), _Styles(book)
        # The group stands above its rows: a column for it would only take room.
        columns = [column for column in openness.listed.columns if column.name != "kategori"]
        _headings(sheet, columns, styles, openness)
        last = _rows(sheet, columns, styles, openness)
        _signature(sheet, last + 1, max(len(columns) - 4, 0), styles, openness)
        _print_setup(sheet, openness)
    return buffer.getvalue()


def _headings(
    sheet: Worksheet, columns: Sequence[DipColumn], styles: _Styles, openness: Openness
) -> None:
    sheet.write_string(0, 0, list_title().upper(), styles.title)
    sheet.write_string(1, 0, openness.agency.name, styles.title)
    sheet.write_string(2, 0, _as_of(openness), styles.plain)
    top, bottom = FIRST - 2, FIRST - 1
    for index, column in enumerate(columns):
        sheet.set_column(index, index, _width(column))
        if column.above:
            sheet.write_string(bottom, index, column.title, styles.head)
        else:
            sheet.merge_range(top, index, bottom, index, column.title, styles.head)
    half = [column for column in columns if column.above]
    whole = [column for column in columns if not column.above]
    lower = row_height(_titles(half), _SIZE, bold=True) or _LINE
    both = row_height(_titles(whole), _SIZE, bold=True) or _LINE
    sheet.set_row(bottom, lower)
    sheet.set_row(top, max(both - lower, 2 * _LINE))
    for above, group in groupby(enumerate(columns), key=lambda item: item[1].above):
        indexes = [index for index, _ in group]
        if above:
            sheet.merge_range(top, indexes[0], top, indexes[-1], above, styles.head)


def _width(column: DipColumn) -> int:
    return _WIDTHS.get(column.name, _FORM_WIDTH if column.above else _USUAL_WIDTH)


def _titles(columns: Sequence[DipColumn]) -> Iterator[tuple[str, float]]:
    return ((column.title, _width(column)) for column in columns)


def _rows(
    sheet: Worksheet, columns: Sequence[DipColumn], styles: _Styles, openness: Openness
) -> int:
    """Every group with its entries; the row below the last."""
    row = FIRST
    for letter, (name, title) in zip("ABC", GROUPS.items(), strict=True):
        entries = openness.listed.group(name)
        nothing = NOTHING if entries else message("ppid.sheet-nothing-yet")
        heading = text(message("ppid.sheet-group", letter=letter, group=title, nothing=nothing))
        sheet.merge_range(row, 0, row, len(columns) - 1, heading, styles.group)
        row += 1
        for entry in entries:
            _entry(sheet, row, entry, columns, styles)
            texts = [(_shown(entry, column), _width(column)) for column in columns]
            sheet.set_row(row, row_height(texts, _SIZE))
            row += 1
    return row


def _entry(
    sheet: Worksheet, row: int, entry: DipEntry, columns: Sequence[DipColumn], styles: _Styles
) -> None:
    for index, column in enumerate(columns):
        cell = _shown(entry, column)
        if index == 0:  # its number within the group
            sheet.write_number(row, index, int(cell), styles.number)
        elif column.name == "tautan" and "://" in cell:
            sheet.write_url(row, index, cell, styles.link, cell)
        elif _is_unfilled(entry, column):
            sheet.write_string(row, index, cell, styles.unfilled)
        else:
            sheet.write_string(row, index, cell, styles.text)


def _shown(entry: DipEntry, column: DipColumn) -> str:
    """What stands in a cell; who has to say it, where nobody has."""
    if _is_unfilled(entry, column):
        return text(message("ppid.sheet-unfilled", holder=entry.cells["penguasa"]))
    return entry.cells[column.name]


def _is_unfilled(entry: DipEntry, column: DipColumn) -> bool:
    """Whether the law wants something said that nobody has said."""
    return not entry.cells[column.name] and column.is_statutory and not column.above


def _signature(sheet: Worksheet, row: int, index: int, styles: _Styles, openness: Openness) -> None:
    post = openness.agency.desk.post or text(message("ppid.officer"))
    place, day = text(message("ppid.sheet-decided-at")), text(message("ppid.sheet-decided-on"))
    signature = ("(..............................)", text(message("ppid.sheet-number")))
    for number, line in enumerate((place, day, post, "", "", "", *signature)):
        sheet.write_string(row + number, index, line, styles.plain)


def _print_setup(sheet: Worksheet, openness: Openness) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 2, FIRST - 1)
    sheet.freeze_panes(FIRST, 0)
    name = openness.agency.name[:_LONGEST_HEADER].replace("&", "&&")
    sheet.set_header(f"&L{name}&R{list_title()}")
    pages = text(message("ppid.sheet-page", page="&P", pages="&N"))
    sheet.set_footer(f"&L{_as_of(openness)}&R{pages}")


def _as_of(openness: Openness) -> str:
    """The day that the sheet tells of."""
    return text(message("ppid.as-of", date=date(openness.day.isoformat())))
