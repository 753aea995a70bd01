"""How a form of Statistics Indonesia is laid out in Excel: to read, to fill in, to print on A4."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model.messages import Message, message
from ...system.row_heights import row_height
from ...words.catalogues import text

_A4 = 9
_FORM_WIDTHS = (7, 33, 52, 24)
_HEAD = (
    message("sdi.head-number"),
    message("sdi.head-question"),
    message("sdi.head-answer"),
    message("sdi.head-who"),
)
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}


@dataclass(frozen=True, slots=True)
class FormEntry:
    """A question of a form: what is told, '' where it is open; then `who` has to fill it in."""

    number: str
    question: Message
    told: str
    who: str


@dataclass(frozen=True, slots=True)
class FormSection:
    """Questions below a heading."""

    title: str
    entries: tuple[FormEntry, ...]


@dataclass(frozen=True, slots=True)
class FormSheetPage:
    """A sheet with a form: what stands above it, and its sections."""

    name: str
    title: str
    lines: tuple[str, ...]
    sections: tuple[FormSection, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A sheet with a list: headings with their widths (in characters), and rows of texts."""

    name: str
    title: str
    heads: tuple[tuple[Message, int], ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...] = ()
    """What stands between the title and the headings."""


def progress(sections: Iterable[FormSection]) -> str:
    """How many of the questions are answered.

    >>> entry = FormEntry("1", message("sdi.head-answer"), "ya", "")
    >>> progress([FormSection("", (entry,))])
    'Terisi 1 dari 1 isian.'
    """
    entries = [entry for section in sections for entry in section.entries]
    if not entries:
        return text(message("sdi.nothing-asked"))
    filled = sum(bool(entry.told) for entry in entries)
    return text(message("sdi.progress", filled=filled, all=len(entries)))


def form_book(
    pages: Sequence[FormSheetPage | ListPage], title: str, author: str, made: datetime.datetime
) -> bytes:
    """XLSX bytes; `made` is a day of the data, so that equal data give equal bytes."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title, "author": author, "created": made})
        styles = _Styles(book)
        for page in pages:
            sheet = book.add_worksheet(page.name)
            if isinstance(page, FormSheetPage):
                _form(sheet, page, styles)
            else:
                _list(sheet, page, styles)
    return buffer.getvalue()


class _Styles:
    """The few formats of these sheets."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.line: Format = book.add_format({"font_size": 10})
        self.head: Format = book.add_format({**cell, "bold": True, "bg_color": "#dde6ee"})
        self.section: Format = book.add_format({**cell, "bold": True, "bg_color": "#f3f5f8"})
        self.text: Format = book.add_format(cell)
        self.open: Format = book.add_format({**cell, "bg_color": "#fff9d6"})


def _form(sheet: Worksheet, page: FormSheetPage, styles: _Styles) -> None:
    row = _above(sheet, page.title, page.lines, styles)
    for at, (head, width) in enumerate(zip(_HEAD, _FORM_WIDTHS, strict=True)):
        sheet.write_string(row, at, text(head), styles.head)
        sheet.set_column(at, at, width)
    _printed(sheet, row)
    row += 1
    for section in page.sections:
        last = len(_HEAD) - 1
        sheet.merge_range(row, 0, row, last, section.title, styles.section)
        row += 1
        for entry in section.entries:
            _entry(sheet, row, entry, styles)
            row += 1


def _entry(sheet: Worksheet, row: int, entry: FormEntry, styles: _Styles) -> None:
    answer = entry.told or text(message("sdi.open"))
    style = styles.text if entry.told else styles.open
    cells = (entry.number, text(entry.question), answer, "" if entry.told else entry.who)
    for at, (cell, look) in enumerate(
        zip(cells, (styles.text, styles.text, style, style), strict=True)
    ):
        sheet.write_string(row, at, cell, look)
    sheet.set_row(row, row_height(zip(cells, _FORM_WIDTHS, strict=True)))


def _list(sheet: Worksheet, page: ListPage, styles: _Styles) -> None:
    row = _above(sheet, page.title, page.lines, styles)
    for at, (head, width) in enumerate(page.heads):
        sheet.write_string(row, at, text(head), styles.head)
        sheet.set_column(at, at, width)
    for number, cells in enumerate(page.rows, start=row + 1):
        for at, cell in enumerate(cells):
            sheet.write_string(number, at, cell, styles.text)
        widths = [width for _, width in page.heads]
        sheet.set_row(number, row_height(zip(cells, widths, strict=True)))
    sheet.set_landscape()
    _printed(sheet, row)


def _above(sheet: Worksheet, title: str, lines: Sequence[str], styles: _Styles) -> int:
    """Title and lines above the headings; the row of the headings."""
    sheet.write_string(0, 0, title, styles.title)
    for at, line in enumerate(lines, start=1):
        sheet.write_string(at, 0, line, styles.line)
    return len(lines) + 2


def _printed(sheet: Worksheet, heads: int) -> None:
    """A4, one page wide, with the headings on every page."""
    sheet.set_paper(_A4)
    sheet.set_margins(**_MARGINS)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heads)
    sheet.freeze_panes(heads + 1, 0)
    sheet.set_footer(f"&L&A&R{text(message('sdi.page', page='&P', pages='&N'))}")
