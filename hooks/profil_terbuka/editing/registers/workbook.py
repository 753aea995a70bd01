"""The registers of an information officer as one Excel workbook: fill it in, give it back."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...importer.grid import column_letters
from ...model import Agency
from ...model.messages import Message, message
from ...system.row_heights import row_height
from ...words.catalogues import text
from .columns import BookColumn, BookKind, sheet_cells
from .shelf import RegisterSheet

HEADING_ROW = 2
"""From 0: below the title and what the sheet is for."""
REQUIRED_MARK = " *"
CODE_PREFIX = "ppid "
"""Begins the code by which the workbook is known; then comes the agency's folder."""
_SPARE = 200
"""Prepared rows below those that are there."""
_DAY = "dd/mm/yyyy"
_A4 = 9
_WIDTHS = {
    BookKind.NUMBERING: 8,
    BookKind.TICK: 10,
    BookKind.DATE: 13,
    BookKind.FIGURE: 13,
    BookKind.CHOICE: 42,
    BookKind.TEXT: 34,
}
_GUIDE_WIDTHS = (28, 96)
_LONGEST_HELP = 255
"""Letters that Excel takes for what is said beside a cell."""


def register_workbook(
    agency: Agency, slug: str, sheets: Sequence[RegisterSheet], day: datetime.date
) -> bytes:
    """The workbook: instructions first, a sheet for each register, lists of choices unseen."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        made = datetime.datetime.combine(day, datetime.time())
        book.set_properties({"title": f"PPID {agency.name}", "created": made})
        styles = _Styles(book)
        guide = book.add_worksheet(text(message("editing.guide-sheet")))
        pages = [book.add_worksheet(sheet.name) for sheet in sheets]
        lists = _Lists(book.add_worksheet(text(message("editing.choices-sheet"))))
        _write_guide(guide, agency, slug, sheets, styles)
        for page, sheet in zip(pages, sheets, strict=True):
            _write_sheet(page, sheet, styles, lists)
    return buffer.getvalue()


class _Styles:
    """How cells look; what must be filled in has a stronger heading."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#c7cdd4"}
        head = {**cell, "bold": True, "bg_color": "#dde6ee"}
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.about: Format = book.add_format({"font_color": "#3c4650"})
        self.head: Format = book.add_format(head)
        self.required: Format = book.add_format({**head, "bg_color": "#ffe9a8"})
        self.guide_head: Format = book.add_format({"bold": True, "valign": "top"})
        self.guide: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.text: Format = book.add_format({**cell, "num_format": "@"})
        self.day: Format = book.add_format({**cell, "num_format": _DAY, "align": "left"})
        self.figure: Format = book.add_format({**cell, "num_format": "0.##", "align": "left"})
        self.number: Format = book.add_format(
            {**cell, "num_format": "0", "font_color": "#59636e", "align": "left"}
        )

    def of(self, kind: BookKind) -> Format:
        """The look of a cell by how it is filled in."""
        special = {
            BookKind.DATE: self.day,
            BookKind.FIGURE: self.figure,
            BookKind.NUMBERING: self.number,
        }
        return special.get(kind, self.text)


class _Lists:
    """The sheet, not shown, that holds what can be chosen: each list once, as a column."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}
        sheet.hide()

    def range(self, words: Sequence[str]) -> str:
        """The place that a drop-down takes these words from."""
        key = tuple(words)
        if key not in self._ranges:
            at = len(self._ranges)
            for row, word in enumerate(words):
                self._sheet.write_string(row, at, word)
            letters = column_letters(at)
            self._ranges[key] = f"='{self._sheet.name}'!${letters}$1:${letters}${len(words)}"
        return self._ranges[key]


def _write_guide(
    page: Worksheet, agency: Agency, slug: str, sheets: Sequence[RegisterSheet], styles: _Styles
) -> None:
    page.write_string(0, 0, f"PPID {agency.name}", styles.title)
    lines: list[tuple[str, Message | str]] = [
        (text(message("editing.guide-book")), message("editing.guide-book-how")),
        (text(message("editing.guide-rows")), message("editing.guide-rows-how")),
        (text(message("editing.guide-days")), message("editing.guide-days-how")),
        (text(message("editing.guide-lists")), message("editing.guide-lists-how")),
        (text(message("editing.guide-private")), message("editing.guide-private-how")),
        (text(message("editing.guide-back")), message("editing.guide-back-how")),
        *((sheet.name, sheet.dataset.description) for sheet in sheets),
        (text(message("importer.form-code")), f"{CODE_PREFIX}{slug}"),
    ]
    for row, (about, said) in enumerate(lines, start=2):
        page.write_string(row, 0, about, styles.guide_head)
        words = said if isinstance(said, str) else text(said)
        page.write_string(row, 1, words, styles.guide)
        page.set_row(row, row_height([(words, _GUIDE_WIDTHS[1])]))
    for at, width in enumerate(_GUIDE_WIDTHS):
        page.set_column(at, at, width)
    _set_print(page, agency.name)


def _write_sheet(page: Worksheet, sheet: RegisterSheet, styles: _Styles, lists: _Lists) -> None:
    table = sheet.dataset.main
    names = [field.name for field in table.schema.fields]
    page.write_string(0, 0, sheet.dataset.title, styles.title)
    page.write_string(1, 0, sheet.dataset.description, styles.about)
    rows = [
        sheet_cells(sheet.columns, dict(zip(names, cells, strict=True))) for cells in table.cells
    ]
    widths = [_width(column) for column in sheet.columns]
    for number, cells in enumerate(rows, start=HEADING_ROW + 1):
        page.set_row(number, row_height(zip(cells, widths, strict=True)))
    heads = [f"{column.heading}{REQUIRED_MARK}" for column in sheet.columns]
    page.set_row(HEADING_ROW, row_height(zip(heads, widths, strict=True), bold=True))
    last = HEADING_ROW + len(rows) + _SPARE
    for at, column in enumerate(sheet.columns):
        style = styles.required if column.is_required else styles.head
        mark = REQUIRED_MARK if column.is_required else ""
        page.write_string(HEADING_ROW, at, f"{column.heading}{mark}", style)
        page.set_column(at, at, widths[at])
        for number, cells in enumerate(rows, start=HEADING_ROW + 1):
            _write(page, (number, at), cells[at], column.kind, styles)
        for number in range(HEADING_ROW + 1 + len(rows), last + 1):
            page.write_blank(number, at, None, styles.of(column.kind))
        if rule := _rule(column, lists):
            page.data_validation(HEADING_ROW + 1, at, last, at, rule)
    page.freeze_panes(HEADING_ROW + 1, 2)
    page.repeat_rows(HEADING_ROW)
    _set_print(page, sheet.dataset.title)


def _width(column: BookColumn) -> int:
    """As wide as its kind needs; of short choices no wider than they are."""
    usual = _WIDTHS[column.kind]
    if column.kind is not BookKind.CHOICE:
        return usual
    longest = max([len(column.heading), *map(len, column.choices)])
    return min(longest + 3, usual)


def _write(
    page: Worksheet, place: tuple[int, int], cell: str, kind: BookKind, styles: _Styles
) -> None:
    style = styles.of(kind)
    if not cell:
        page.write_blank(*place, None, style)
    elif kind is BookKind.DATE:
        page.write_datetime(*place, datetime.date.fromisoformat(cell), style)
    elif kind in (BookKind.FIGURE, BookKind.NUMBERING):
        page.write_number(*place, float(cell), style)
    else:
        page.write_string(*place, cell, style)


def _rule(column: BookColumn, lists: _Lists) -> dict[str, object] | None:
    """What may be typed, and what is said beside the cell."""
    about = {
        "input_title": column.heading[:32],
        "input_message": column.column.description[:_LONGEST_HELP],
    }
    if column.choices:
        return {
            **about,
            "validate": "list",
            "source": lists.range(list(column.choices)),
            "error_type": "stop" if column.is_closed else "information",
            "error_title": text(message("editing.not-listed-title")),
            "error_message": text(message("editing.not-listed")),
        }
    if column.kind is BookKind.DATE:
        return {
            **about,
            "validate": "date",
            "criteria": ">=",
            "value": datetime.date(1945, 8, 17),
            "error_title": text(message("editing.no-day-title")),
            "error_message": text(message("editing.no-day")),
        }
    return {**about, "validate": "any"} if column.column.description else None


def _set_print(page: Worksheet, title: str) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{title.replace('&', '&&')}")
    page.set_footer("&C&P / &N")
