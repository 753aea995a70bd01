"""The workbook to write into: their own with its looks, or a new one with the cells as read."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass

import openpyxl
from openpyxl import Workbook
from openpyxl.cell import Cell

from ..formats.archive import part_names
from ..formats.workbook import is_workbook
from ..grid import Book, SheetCell, SheetGrid

_MACROS = "xl/vbaproject.bin"
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNREADABLE = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError),
    *(RuntimeError, TypeError, ValueError, zipfile.BadZipFile),
)
"""What openpyxl trips over in looks and drawings, while our own reader has read the numbers."""


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A workbook that is written into, and how the file is to end: with macros, or without."""

    book: Workbook
    ending: str = ".xlsx"


def workbook_for(data: bytes, read: Book | None) -> OpenBook:
    """Their own workbook where it is one of Excel's, else a new one with what was read."""
    if is_workbook(data):
        has_macros = _MACROS in part_names(data)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it cannot keep; the original stays theirs
                own = openpyxl.load_workbook(io.BytesIO(data), keep_vba=has_macros)
            return OpenBook(own, ".xlsm" if has_macros else ".xlsx")
        except _UNREADABLE:
            pass
    return OpenBook(_new(read))


def saved_book(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _new(read: Book | None) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in read.grids if read else ():
        sheet = book.create_sheet(sheet_title(grid))
        for row in grid.rows:
            for cell in row:
                if not cell.empty:
                    _put(sheet.cell(cell.row + 1, cell.column + 1), cell)
    return book


def sheet_title(grid: SheetGrid) -> str:
    """What a sheet is called in a new workbook.

    >>> sheet_title(SheetGrid("Rekap 2024/2025", ()))
    'Rekap 2024-2025'
    """
    return _FORBIDDEN.sub("-", grid.name)[:_LONGEST_NAME] or "Data"


def _put(target: Cell, cell: SheetCell) -> None:
    if cell.number is not None:
        target.value = cell.number
    else:
        put_text(target, cell.text)


def put_text(target: Cell, words: str) -> None:
    """Text as text, also where Excel would take it for a formula."""
    target.value = words
    target.data_type = "s"
