"""A form as an Excel workbook: what is to be filled in is yellow and open, all else is locked."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...importer.grid import column_letters
from ...importer.merging import FormCode
from ...model import CellStatus, Field, Role, Value
from ...model.messages import message
from ...system.row_heights import row_height
from ...words.catalogues import text
from ...words.labels import CELL_STATUS
from .form import SPARE_ROWS, FormColumn, FormSheet, choices

Guide = Sequence[tuple[str, str]]
"""Lines of instructions: what each is about, and what it says."""
_WIDEST, _NARROWEST = 48, 14
_GUIDE_WIDTHS = (26, 92)
_A4 = 9
_MOST_CHOICES = 500
"""In a drop-down: of more, nobody finds anything."""
_STATUSES = (
    CellStatus.NORMAL,
    CellStatus.PROVISIONAL,
    CellStatus.DOUBTFUL,
    CellStatus.MISSING,
    CellStatus.NOT_APPLICABLE,
)
"""What those who fill in a form can know; the others are decided later."""
_COUNTS = ("integer", "year")
_PLAIN = "0"
"""How numbers are shown that measure nothing: years, ranks."""
_PROTECTION = {
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def form_bytes(sheets: Sequence[FormSheet], guide: Guide, code: FormCode) -> bytes:
    """The workbook of a form: a sheet for each table, the instructions, and lists of choices."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        made = datetime.datetime(code.year, 12, 31)  # equal forms are equal bytes
        book.set_properties({"title": str(code), "created": made})
        styles = _Styles(book)
        pages = [book.add_worksheet(name) for name in sheet_names(len(sheets))]
        _guide_sheet(book.add_worksheet(text(message("editing.guide-sheet"))), guide, styles)
        lists = _Lists(book.add_worksheet(text(message("editing.choices-sheet"))))
        for page, sheet in zip(pages, sheets, strict=True):
            _Page(page, sheet, styles, lists).write()
    return buffer.getvalue()


def sheet_names(count: int) -> list[str]:
    """What the sheets to be filled in are called: 'Isian', 'Isian 2' ..."""
    others = (message("editing.form-sheet-more", number=at) for at in range(2, count + 1))
    return [text(message("importer.form-sheet")), *map(text, others)]


class _Styles:
    """How the cells of a form look; only those to be filled in are not locked."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#dde6ee"}
        )
        self.guide_head: Format = book.add_format({"bold": True, "valign": "top"})
        self.guide: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._book = book
        self._made: dict[tuple[str, bool, bool], Format] = {}

    def cell(self, pattern: str, is_open: bool, former: bool) -> Format:
        """The look of a cell: yellow and open to be filled in, grey for another year's values."""
        key = (pattern, is_open, former)
        if key not in self._made:
            look: dict[str, object] = {"num_format": pattern, "valign": "top", "text_wrap": True}
            if pattern == _PLAIN:
                look["align"] = "center"  # a year or a number beside a name, which begins at left
            if is_open:
                look |= {"bg_color": "#fff9d6", "border": 1, "border_color": "#c9b458"}
            elif former:
                look |= {"font_color": "#595959", "italic": True}
            self._made[key] = self._book.add_format({**look, "locked": not is_open})
        return self._made[key]


class _Lists:
    """The sheet, not shown, that holds what can be chosen: each list a column."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._count = sheet, 0
        sheet.hide()

    def range(self, words: Sequence[str]) -> str:
        """The words put down, as the place that a drop-down takes them from."""
        for row, word in enumerate(words):
            self._sheet.write_string(row, self._count, word)
        letters = column_letters(self._count)
        self._count += 1
        return f"='{self._sheet.name}'!${letters}$1:${letters}${len(words)}"


class _Page:
    """A sheet to be filled in."""

    def __init__(self, page: Worksheet, sheet: FormSheet, styles: _Styles, lists: _Lists) -> None:
        self.page, self.sheet, self.styles, self.lists = page, sheet, styles, lists
        self.first_spare = len(sheet.rows) + 1
        self.last = len(sheet.rows) + SPARE_ROWS

    def write(self) -> None:
        """The headings, the rows, the spare rows, and what may be typed where."""
        for at, column in enumerate(self.sheet.columns):
            self.page.write_string(0, at, column.heading, self.styles.head)
            self._column(at, column)
            self._rules(at, column)
            self.page.set_column(at, at, self._width(at, column))
        self._heights()
        self._layout()

    def _heights(self) -> None:
        """Rows are as high as their texts need: not every program works that out."""
        columns = self.sheet.columns
        widths = [self._width(at, column) for at, column in enumerate(columns)]
        heads = [column.heading for column in columns]
        self.page.set_row(0, row_height(zip(heads, widths, strict=True), bold=True))
        for number, row in enumerate(self.sheet.rows, start=1):
            texts = [value if isinstance(value, str) else "" for value in row]
            self.page.set_row(number, row_height(zip(texts, widths, strict=True)))

    def _column(self, at: int, column: FormColumn) -> None:
        pattern = _pattern(column.field)
        style = self.styles.cell(pattern, column.is_asked, bool(column.former))
        for number, row in enumerate(self.sheet.rows, start=1):
            _write(self.page, (number, at), row[at], style)
        is_year = column.field.name == self.sheet.asked.time
        spare = self.styles.cell(pattern, not (is_year or column.former), bool(column.former))
        for number in range(self.first_spare, self.last + 1):
            _write(self.page, (number, at), self.sheet.year if is_year else None, spare)

    def _rules(self, at: int, column: FormColumn) -> None:
        field = column.field
        if column.former or field.name == self.sheet.asked.time or field.role is Role.REMARK:
            return
        if field.role is Role.MEASURE:
            self.page.data_validation(1, at, self.last, at, _number_rule(field, at))
        elif field.role is Role.STATUS:
            self.page.data_validation(1, at, self.last, at, self._status_rule(field))
        else:
            words = choices(field, self.sheet.table)[:_MOST_CHOICES]
            if words:
                rule = self._choice_rule(field, words)
                self.page.data_validation(self.first_spare, at, self.last, at, rule)

    def _status_rule(self, field: Field) -> dict[str, object]:
        offered = [status for status in _STATUSES if status.value in field.constraints.enum]
        told = tuple(
            message("editing.status-means", letter=status.value, meaning=CELL_STATUS[status])
            for status in offered
        )
        return {
            "validate": "list",
            "source": self.lists.range([status.value for status in offered]),
            "input_title": text(message("editing.status-title")),
            "input_message": text(message("editing.status-help", statuses=told)),
            "error_title": text(message("editing.not-listed-title")),
            "error_message": text(message("editing.not-listed")),
        }

    def _choice_rule(self, field: Field, words: Sequence[str]) -> dict[str, object]:
        """A list alone where the descriptor has one; elsewhere a new name may be typed."""
        is_closed = bool(field.constraints.enum)
        said = "editing.not-listed" if is_closed else "editing.new-name"
        return {
            "validate": "list",
            "source": self.lists.range(words),
            "error_type": "stop" if is_closed else "warning",
            "error_title": text(message("editing.not-listed-title")),
            "error_message": text(message(said)),
        }

    def _width(self, at: int, column: FormColumn) -> int:
        longest = max(
            (len(str(row[at])) for row in self.sheet.rows if row[at] is not None), default=0
        )
        heading = max(map(len, column.heading.split()))
        return min(max(longest + 2, heading + 2, _NARROWEST), _WIDEST)

    def _layout(self) -> None:
        asked = [at for at, column in enumerate(self.sheet.columns) if column.is_asked]
        self.page.freeze_panes(1, asked[0])
        self.page.protect("", _PROTECTION)
        self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(0)
        title = self.sheet.table.title.replace("&", "&&")
        self.page.set_header(f"&L{title}&R{self.sheet.year}")
        self.page.set_footer("&C&P / &N")


def _pattern(field: Field) -> str:
    """How Excel shows the cells of a column."""
    if field.type in _COUNTS:
        return _PLAIN if field.type == "year" or field.role is not Role.MEASURE else "#,##0"
    return "#,##0.##" if field.type == "number" else "@"


def _write(page: Worksheet, place: tuple[int, int], value: Value, style: Format) -> None:
    if value is None:
        page.write_blank(*place, None, style)
    elif isinstance(value, bool):
        page.write_boolean(*place, value, style)
    elif isinstance(value, int | Decimal):
        page.write_number(*place, float(value) if isinstance(value, Decimal) else value, style)
    else:
        page.write_string(*place, value, style)


def _number_rule(field: Field, at: int) -> dict[str, object]:
    """Only numbers within the limits, or a dash where there is none."""
    cell = f"{column_letters(at)}2"
    least, most = field.constraints.minimum, field.constraints.maximum
    parts = [f"ISNUMBER({cell})"]
    parts += [f"{cell}>={least}"] if least is not None else []
    parts += [f"{cell}<={most}"] if most is not None else []
    parts += [f"{cell}=INT({cell})"] if field.type in _COUNTS else []
    said = "editing.only-whole" if field.type in _COUNTS else "editing.only-numbers"
    return {
        "validate": "custom",
        "value": f'=OR(AND({",".join(parts)}),TRIM({cell})="-")',
        "error_title": text(message("editing.no-number-title")),
        "error_message": text(message(said)),
    }


def _guide_sheet(page: Worksheet, guide: Guide, styles: _Styles) -> None:
    for row, (about, said) in enumerate(guide):
        page.write_string(row, 0, about, styles.guide_head)
        page.write_string(row, 1, said, styles.guide)
        page.set_row(row, row_height(zip((about, said), _GUIDE_WIDTHS, strict=True)))
    for at, width in enumerate(_GUIDE_WIDTHS):
        page.set_column(at, at, width)
    page.protect("", _PROTECTION)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
