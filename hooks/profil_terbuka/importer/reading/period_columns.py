"""Columns of months, quarters and half-years with their year: 'Januari 2024', 'TW II 2024'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...model.messages import Message, message
from ..grid import SheetCell
from ..read_table import ReadColumn
from ..shaping.heading_dimensions import PART_OF_YEAR
from .column_reading import ColumnReading
from .dates import MONTH_NUMBERS

_MONTH = re.compile(r"(?P<month>[a-z]+)\.?[\s-]+(?P<year>(?:19|20)?\d{2})", re.IGNORECASE)
_MONTH_FIGURES = re.compile(r"(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])")
_PART = re.compile(
    rf"{PART_OF_YEAR}[\s/,-]+(?:tahun\s+)?(?P<year>(?:19|20)\d{{2}})",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"(?:19|20)\d{2}-(?:Q[1-4]|S[12])")
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURY = "20"


def read_period_column(column: ReadColumn) -> ColumnReading | None:
    """The column with its periods as data write them; None where one cell is no period."""
    cells: list[SheetCell] = []
    for cell in column.cells:
        period = "" if cell.empty else _period(cell)
        if period is None:
            return None
        cells.append(replace(cell, text=period))
    if not any(cell.text for cell in cells):
        return None
    changed = [new for old, new in zip(column.cells, cells, strict=True) if old.text != new.text]
    told = _told(column.title, column.cells, changed) if changed else ()
    return ColumnReading(replace(column, cells=tuple(cells)), told)


def _told(
    title: str, before: Sequence[SheetCell], changed: Sequence[SheetCell]
) -> tuple[Message, ...]:
    new = changed[0]
    old = next(cell for cell in before if (cell.row, cell.column) == (new.row, new.column))
    return (message("importer.step-periods", title=title, old=old.text, new=new.text),)


def _period(cell: SheetCell) -> str | None:
    """A period as data write it; None where a cell is none.

    >>> _period(SheetCell("Pebruari 2024")), _period(SheetCell("TW II/2024"))
    ('2024-02', '2024-Q2')
    >>> _period(SheetCell("Semester I 2024")), _period(SheetCell("Mei"))
    ('2024-S1', None)
    """
    text = " ".join(cell.text.split())
    if cell.dated or cell.number is not None:
        return None
    if _WRITTEN.fullmatch(text) or _MONTH_FIGURES.fullmatch(text):
        return text
    if found := _MONTH.fullmatch(text):
        month = MONTH_NUMBERS.get(found["month"].casefold())
        year = found["year"] if len(found["year"]) == 4 else f"{_CENTURY}{found['year']}"
        return f"{year}-{month:02d}" if month else None
    if found := _PART.fullmatch(text):
        number = found["number"].casefold()
        mark = "S" if found["half"] else "Q"
        return f"{found['year']}-{mark}{_NUMBERS.get(number, number)}"
    return None
