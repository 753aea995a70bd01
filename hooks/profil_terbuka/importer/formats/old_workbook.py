"""Old Excel workbooks (.xls): every sheet, with the same rules for cells as the new ones."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import xlrd

from ...model.messages import message
from ..grid import Book, MergedArea, SheetCell, tidy
from ..reasons import Unusable
from .containers import holds_stream
from .excel_values import NumberFormat, figure_cell, number_format, stored_number
from .kind import Kind
from .layout import SheetDraft, laid_out
from .old_formulas import nothing_worked_out
from .refusals import refuse_empty

_BARE = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
"""How a sheet begins that lies in no container: Excel 2 to 4, and what some programs write."""
_BARE_LENGTHS = (b"\x04\x00", b"\x06\x00", b"\x08\x00", b"\x10\x00")
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1")
_NOTHING = SheetCell()


def is_old_workbook(data: bytes) -> bool:
    """Whether it is a workbook of Excel 97 to 2003, or older."""
    if data[:2] in _BARE and data[2:4] in _BARE_LENGTHS:
        return True
    return any(holds_stream(data, name) for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))


def read_old_workbook(data: bytes, file: str) -> Book:
    """All sheets; raises Unusable where a password locks them, or there is no value, no cell."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except Exception as problem:  # it trips over damage in any way
        if isinstance(problem, xlrd.XLRDError) and "encrypted" in str(problem):
            raise Unusable(message("importer.file-locked", file=file)) from problem
        raise Unusable(message("importer.old-workbook-unreadable", file=file)) from problem
    if nothing_worked_out(data):
        raise Unusable(message("importer.no-formula-computed", file=file))
    drafts = [_sheet(book, sheet) for sheet in book.sheets()]
    grids = tuple(laid_out(draft, file) for draft in drafts)
    refuse_empty(grids, file, any(sign in data for sign in _PICTURES))
    return Book(file, grids)


def _sheet(book: Any, sheet: Any) -> SheetDraft:
    formats = [number_format(book.format_map[xf.format_key].format_str) for xf in book.xf_list]
    reader = _CellReader(sheet, formats, since_1904=book.datemode == 1)
    return SheetDraft(
        tidy(sheet.name),
        rows={at: list(reader.row(at)) for at in range(sheet.nrows)},
        merged=[
            MergedArea(top, left, below - 1, beside - 1)
            for top, below, left, beside in sheet.merged_cells
        ],
        hidden_rows=[(at, at) for at, row in sheet.rowinfo_map.items() if row.hidden],
        hidden_columns=[(at, at) for at, column in sheet.colinfo_map.items() if column.hidden],
        hidden=sheet.visibility != 0,
    )


class _CellReader:
    """Reads the cells of one sheet of xlrd."""

    def __init__(self, sheet: Any, formats: list[NumberFormat], since_1904: bool) -> None:
        self._sheet, self._formats, self._since_1904 = sheet, formats, since_1904

    def row(self, at: int) -> Iterator[SheetCell]:
        kinds, values = self._sheet.row_types(at), self._sheet.row_values(at)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            yield self._cell(at, column, kind, value)

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
