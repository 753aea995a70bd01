"""Old Excel workbooks (.xls): every sheet, with the same rules for cells as the new ones."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlrd

from ...model.messages import message
from ..grid import Book, MergedArea, SheetCell, tidy
from ..reasons import Unusable
from .built_in_formats import built_in_format
from .containers import Container, holds_stream, is_container
from .excel_values import NumberFormat, figure_cell, number_format, stored_number
from .kind import Kind
from .layout import SheetDraft, laid_out
from .old_formulas import nothing_worked_out
from .refusals import refuse_empty

_BARE = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
"""How a sheet begins that lies in no container: Excel 2 to 4, and what some programs write."""
_BARE_LENGTHS = (b"\x04\x00", b"\x06\x00", b"\x08\x00", b"\x10\x00")
_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
"""Of the records: since Excel 97, before, and as some programs write them."""
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1")
_NOTHING = SheetCell()


def is_old_workbook(data: bytes) -> bool:
    """Whether it is a workbook of Excel 97 to 2003, or older."""
    if data[:2] in _BARE and data[2:4] in _BARE_LENGTHS:
        return True
    return any(holds_stream(data, name) for name in _STREAMS)


def read_old_workbook(data: bytes, file: str) -> Book:
    """All sheets; raises Unusable where a password locks them, or there is no value, no cell."""
    try:
        records = _records(data)
        book = xlrd.open_workbook(
            file_contents=records, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        drafts = [_sheet(book, sheet) for sheet in book.sheets()]
    except Exception as problem:  # xlrd trips over damage in any way, and makes anything of it
        if isinstance(problem, xlrd.XLRDError) and "encrypted" in str(problem):
            raise Unusable(message("importer.file-locked", file=file)) from problem
        raise Unusable(message("importer.old-workbook-unreadable", file=file)) from problem
    if nothing_worked_out(records):
        raise Unusable(message("importer.no-formula-computed", file=file))
    grids = tuple(laid_out(draft, file) for draft in drafts)
    refuse_empty(grids, file, any(sign in data for sign in _PICTURES))
    return Book(file, grids)


def _records(data: bytes) -> bytes:
    """The records of a workbook, bare as xlrd takes them too; ValueError for a broken container."""
    if not is_container(data):
        return data
    container = Container(data)
    streams = (container.stream(name) for name in _STREAMS)
    return next((stream for stream in streams if stream), b"")


def _sheet(book: Any, sheet: Any) -> SheetDraft:
    formats = [_format(book, xf.format_key) for xf in book.xf_list]
    reader = _CellReader(sheet, formats, since_1904=book.datemode == 1)
    return SheetDraft(
        tidy(sheet.name),
        rows={at: dict(reader.row(at)) for at in range(sheet.nrows)},
        merged=[
            MergedArea(top, left, below - 1, beside - 1)
            for top, below, left, beside in sheet.merged_cells
        ],
        hidden_rows=[(at, at) for at, row in sheet.rowinfo_map.items() if row.hidden],
        hidden_columns=[(at, at) for at, column in sheet.colinfo_map.items() if column.hidden],
        hidden=sheet.visibility != 0,
    )


def _format(book: Any, key: int) -> NumberFormat:
    """A format by its number; some programs leave out those that every Excel knows."""
    known = book.format_map.get(key)
    return number_format(known.format_str) if known else built_in_format(key)


class _CellReader:
    """Reads the cells of one sheet of xlrd."""

    def __init__(self, sheet: Any, formats: list[NumberFormat], since_1904: bool) -> None:
        self._sheet, self._formats, self._since_1904 = sheet, formats, since_1904

    def row(self, at: int) -> Iterator[tuple[int, SheetCell]]:
        """Column and cell, for cells that hold anything."""
        kinds, values = self._sheet.row_types(at), self._sheet.row_values(at)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            cell = self._cell(at, column, kind, value)
            if not cell.empty:
                yield column, cell

    def _cell(self, row: int, column: int, kind: int, value: Any) -> SheetCell:
        if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            return self._number(row, column, value)
        if kind == xlrd.XL_CELL_TEXT:
            return SheetCell(tidy(value))
        if kind == xlrd.XL_CELL_BOOLEAN:
            return SheetCell("true" if value else "false")
        if kind == xlrd.XL_CELL_ERROR:
            return SheetCell(xlrd.error_text_from_code[value])
        return _NOTHING

    def _number(self, row: int, column: int, value: float) -> SheetCell:
        number = stored_number(repr(value))
        if number is None:
            raise ValueError(f"{value!r} is no number")
        seen = self._formats[self._sheet.cell_xf_index(row, column)]
        return figure_cell(number, seen, self._since_1904)


KIND = Kind(".xls", is_old_workbook, read_old_workbook)
