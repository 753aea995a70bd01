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

from ..model import Agency, Dataset, Field, Table, Value
from ..words.dates import years
from ..words.labels import CELL_STATUS, FREQUENCY, NOTE_STATUS, ROLE, TYPE

MAX_ROWS = 100_000
"""Beyond this Excel becomes unusable; the CSV has all rows."""
_WIDEST = 60
_NARROWEST = 9


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
        _text_sheet(book.add_worksheet("Kamus"), _dictionary(dataset), styles)
        _text_sheet(book.add_worksheet("Catatan"), _notes(dataset), styles)
        _text_sheet(book.add_worksheet("Sumber"), _origin(dataset, agency), styles)
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
        self.plain: Format = book.add_format({"num_format": "0", "valign": "top"})


def _sheet_names(dataset: Dataset) -> Iterable[tuple[str, Table]]:
    """'Data' for the main table; the others by their own name within Excel's 31 characters."""
    used = {"kamus", "catatan", "sumber"}
    for table in sorted(dataset.tables, key=lambda item: item.name != dataset.slug):
        name = "Data" if table.name == dataset.slug else re.sub(r"[\[\]:*?/\\]", "-", table.name)
        short, number = name[:31], 2
        while short.lower() in used:
            short, number = f"{name[:28]}-{number}", number + 1
        used.add(short.lower())
        yield short, table


def _data_sheet(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    for index, field in enumerate(table.schema.fields):
        unit = f" ({field.unit})" if field.unit else ""
        sheet.write_string(0, index, f"{field.title}{unit}", styles.head)
        values = table.column(field.name)[:MAX_ROWS]
        _column(sheet, index, field, values, styles)
        longest = max((len(str(value)) for value in values if value is not None), default=0)
        sheet.set_column(index, index, min(max(longest + 2, _NARROWEST), _WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(len(table.rows), MAX_ROWS), len(table.schema.fields) - 1)


def _column(
    sheet: Worksheet, index: int, field: Field, values: Sequence[Value], styles: _Styles
) -> None:
    for number, value in enumerate(values, start=1):
        if value is None:
            continue
        if isinstance(value, bool):
            sheet.write_boolean(number, index, value)
        elif isinstance(value, int):
            style = styles.plain if field.type == "year" else styles.whole
            sheet.write_number(number, index, value, style)
        elif isinstance(value, Decimal):
            sheet.write_number(number, index, float(value), styles.decimal)
        else:
            sheet.write_string(number, index, value, styles.text)


def _text_sheet(sheet: Worksheet, rows: Sequence[Sequence[str]], styles: _Styles) -> None:
    for number, row in enumerate(rows):
        for index, text in enumerate(row):
            sheet.write_string(number, index, text, styles.text if number else styles.head)
    for index, column in enumerate(zip(*rows, strict=True)):
        longest = max(len(text) for text in column)
        sheet.set_column(index, index, min(max(longest + 2, _NARROWEST), _WIDEST))
    sheet.freeze_panes(1, 0)


def _dictionary(dataset: Dataset) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("Tabel", "Kolom", "Judul", "Arti", "Jenis", "Satuan", "Peran")]
    for table in dataset.tables:
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
    for letter, text in CELL_STATUS.items():
        rows.append(("", "status", letter.value, text, "", "", ""))
    return rows


def _notes(dataset: Dataset) -> list[tuple[str, ...]]:
    head = ("Tabel", "Baris", "Kolom", "Status", "Tercetak", "Terbit", "Alasan", "Oleh", "Tanggal")
    rows: list[tuple[str, ...]] = [head]
    for note in dataset.notes:
        where = "; ".join(
            f"{column}: {', '.join(str(value) for value in values)}"
            for column, values in note.where.items()
        )
        rows.append(
            (
                note.table,
                where or "semua",
                ", ".join(note.columns) or "semua",
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
    rows = [
        ("Keterangan", "Isi"),
        ("Judul", dataset.title),
        ("Uraian", dataset.description),
        ("Penerbit", agency.name),
        ("Edisi", dataset.version),
        ("Cakupan tahun", years(dataset.coverage.start, dataset.coverage.end)),
        ("Frekuensi", FREQUENCY[dataset.frequency]),
    ]
    for source in dataset.sources:
        where = f", baris {source.lines}" if source.lines else ""
        rows.append(("Sumber", f"{source.title}, bagian “{source.section}”{where}"))
    rows.extend(("Lisensi", f"{licence.title} ({licence.path})") for licence in dataset.licences)
    return rows
