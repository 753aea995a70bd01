"""A dataset as an Excel workbook: its tables, then Kamus, Catatan and Sumber."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ...model import Agency, Dataset, Field, Role, Source, Table, Value
from ...model.messages import NOTHING, Message, message
from ...model.products import FileFormat
from ...system.row_heights import row_height
from ...words.catalogues import text
from ...words.dates import years
from ...words.labels import CELL_STATUS, FREQUENCY, NOTE_STATUS, ROLE, TYPE
from ..offer import DatasetFormat, DatasetSource, dataset_name, first_rows_only

MAX_ROWS = 100_000
"""Beyond this Excel becomes unusable; the CSV has all rows."""
_DATA = message("downloads.sheet-data")
_DICTIONARY = message("downloads.sheet-dictionary")
_NOTES = message("downloads.sheet-notes")
_ORIGIN = message("downloads.sheet-origin")
_WIDEST = 60
_A4 = 9
_NARROWEST = 9
_EXCEL_BEGINS = "1900"
"""The first year that it knows; earlier days stay text."""


def workbook(dataset: Dataset, agency: Agency) -> bytes:
    """XLSX bytes; equal data gives equal bytes, because the creation date is the package's own."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {
                "title": dataset.title,
                "author": agency.name,
                "comments": dataset.description,
                "created": datetime.datetime.fromisoformat(dataset.created).replace(tzinfo=None),
            }
        )
        styles = _Styles(book)
        for name, table in _sheet_names(dataset):
            _data_sheet(book.add_worksheet(name), table, styles)
        _text_sheet(book.add_worksheet(text(_DICTIONARY)), _dictionary(dataset), styles)
        _text_sheet(book.add_worksheet(text(_NOTES)), _notes(dataset), styles)
        _text_sheet(book.add_worksheet(text(_ORIGIN)), _origin(dataset, agency), styles)
    return buffer.getvalue()


class _Styles:
    """The few formats a workbook needs."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.text: Format = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.whole: Format = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.decimal: Format = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        self.date: Format = book.add_format(
            {"num_format": "dd/mm/yyyy", "valign": "top", "align": "center"}
        )
        self.note: Format = book.add_format({"bold": True})
        self.plain: Format = book.add_format(
            {"num_format": "0", "valign": "top", "align": "center"}
        )


def _sheet_names(dataset: Dataset) -> Iterable[tuple[str, Table]]:
    """'Data' for the main table; the others by their own name within Excel's 31 characters."""
    used = {text(sheet).lower() for sheet in (_DICTIONARY, _NOTES, _ORIGIN)}
    for table in sorted(dataset.tables, key=lambda item: item.name != dataset.slug):
        own = re.sub(r"[\[\]:*?/\\]", "-", table.name)
        name = text(_DATA) if table.name == dataset.slug else own
        short, number = name[:31], 2
        while short.lower() in used:
            short, number = f"{name[:28]}-{number}", number + 1
        used.add(short.lower())
        yield short, table


def _data_sheet(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    heads: list[tuple[str, float]] = []
    texts: dict[int, list[tuple[str, float]]] = {}
    for index, field in enumerate(table.schema.fields):
        unit = f" ({field.unit})" if field.unit else ""
        head = f"{field.title}{unit}"
        sheet.write_string(0, index, head, styles.head)
        values = table.column(field.name)[:MAX_ROWS]
        _column(sheet, index, field, values, styles)
        width = _width(value for value in values if value is not None)
        sheet.set_column(index, index, width)
        heads.append((head, width))
        for number, value in enumerate(values, start=1):
            if isinstance(value, str) and len(value) >= _WIDEST:  # others have one line
                texts.setdefault(number, []).append((value, width))
    if told := _left_out(table):
        sheet.write_string(MAX_ROWS + 1, 0, told, styles.note)
    sheet.set_row(0, row_height(heads, bold=True))
    for number, found in texts.items():
        sheet.set_row(number, row_height(found))
    _to_print(sheet)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(len(table.rows), MAX_ROWS), len(table.schema.fields) - 1)


def _left_out(table: Table) -> str:
    """That a table is longer than its sheet, and where all of it is; '' where it is not."""
    if len(table.rows) <= MAX_ROWS:
        return ""
    rows, most = len(table.rows), MAX_ROWS
    return text(message("downloads.rows-left-out", rows=rows, most=most, file=table.path))


def _width(values: Iterable[object]) -> int:
    """How wide a column of these values is: as wide as the longest, within bounds."""
    longest = max((len(str(value)) for value in values), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _to_print(sheet: Worksheet) -> None:
    """On A4 across, one page wide, with the headings on each page and its number at the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _column(
    sheet: Worksheet, index: int, field: Field, values: Sequence[Value], styles: _Styles
) -> None:
    for number, value in enumerate(values, start=1):
        if value is None:
            continue
        if isinstance(value, bool):
            sheet.write_boolean(number, index, value)
        elif isinstance(value, int):
            is_name = field.type == "year" or field.role is not Role.MEASURE
            style = styles.plain if is_name else styles.whole
            sheet.write_number(number, index, value, style)
        elif isinstance(value, Decimal):
            sheet.write_number(number, index, float(value), styles.decimal)
        elif field.type == "date" and value[:4] >= _EXCEL_BEGINS:
            sheet.write_datetime(number, index, datetime.date.fromisoformat(value), styles.date)
        else:
            sheet.write_string(number, index, value, styles.text)


def _text_sheet(sheet: Worksheet, rows: Sequence[Sequence[str]], styles: _Styles) -> None:
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            sheet.write_string(number, index, cell, styles.text if number else styles.head)
    widths = [_width(column) for column in zip(*rows, strict=True)]
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    for number, row in enumerate(rows):
        height = row_height(zip(row, widths, strict=True), bold=number == 0)
        sheet.set_row(number, height)
    _to_print(sheet)
    sheet.freeze_panes(1, 0)


def _dictionary(dataset: Dataset) -> list[tuple[str, ...]]:
    rows = [tuple(map(text, _DICTIONARY_HEAD))]
    for table in dataset.tables:
        if told := _left_out(table):
            rows.append((table.name, "", table.title, told, "", "", ""))
        for field in table.schema.fields:
            rows.append(
                (
                    table.name,
                    field.name,
                    field.title,
                    field.description,
                    TYPE[field.type],
                    field.unit or "",
                    ROLE[field.role],
                )
            )
    for letter, meaning in CELL_STATUS.items():
        rows.append(("", "status", letter.value, meaning, "", "", ""))
    return rows


def _notes(dataset: Dataset) -> list[tuple[str, ...]]:
    rows = [tuple(map(text, _NOTES_HEAD))]
    all_ = text(message("downloads.all-of-them"))
    for note in dataset.notes:
        where = "; ".join(
            f"{column}: {', '.join(str(value) for value in values)}"
            for column, values in note.where.items()
        )
        rows.append(
            (
                note.table,
                where or all_,
                ", ".join(note.columns) or all_,
                NOTE_STATUS[note.status],
                note.printed,
                note.published,
                note.reason,
                note.decided_by,
                note.decided_on,
            )
        )
    return rows


def _origin(dataset: Dataset, agency: Agency) -> list[tuple[str, str]]:
    facts: list[tuple[Message, Message | str]] = [
        (message("downloads.fact"), message("downloads.fact-content")),
        (message("downloads.fact-title"), dataset.title),
        (message("downloads.fact-description"), dataset.description),
        (message("downloads.fact-publisher"), agency.name),
        (message("downloads.fact-edition"), dataset.version),
        (message("downloads.fact-years"), years(dataset.coverage.start, dataset.coverage.end)),
        (message("downloads.fact-frequency"), FREQUENCY[dataset.frequency]),
        *((message("downloads.fact-source"), _source(one)) for one in dataset.sources),
    ]
    licence = message("downloads.fact-licence")
    facts += ((licence, f"{one.title} ({one.path})") for one in dataset.licences)
    return [(text(fact), text(content)) for fact, content in facts]


def _source(one: Source) -> Message:
    """'Buku Profil, bagian “TABEL 1”, baris 12-40'."""
    lines = message("downloads.lines-of-source", lines=one.lines) if one.lines else NOTHING
    return message("downloads.source", title=one.title, section=one.section, lines=lines)


_DICTIONARY_HEAD = (
    message("downloads.head-table"),
    message("downloads.head-column"),
    message("downloads.head-title"),
    message("downloads.head-meaning"),
    message("downloads.head-type"),
    message("downloads.head-unit"),
    message("downloads.head-role"),
)
_NOTES_HEAD = (
    message("downloads.head-table"),
    message("downloads.head-row"),
    message("downloads.head-column"),
    message("downloads.head-status"),
    message("downloads.head-printed"),
    message("downloads.head-published"),
    message("downloads.head-reason"),
    message("downloads.head-by"),
    message("downloads.head-date"),
)


def _write(source: DatasetSource) -> bytes:
    return workbook(source.dataset, source.agency)


FORMAT = DatasetFormat(
    kind=FileFormat(
        "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"
    ),
    name=dataset_name(".xlsx"),
    title=message("downloads.workbook"),
    write=_write,
    about=lambda dataset: first_rows_only(dataset, MAX_ROWS),
)
