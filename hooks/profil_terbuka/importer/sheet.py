"""A table as staff have it: cells as people see them, with what the file itself knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.messages import NOTHING, message
from .grid import SIGNIFICANT, SheetCell, tidy
from .reasons import Unusable

__all__ = ["SIGNIFICANT", "Sheet", "SheetCell", "sheet_of", "tidy"]

_FAULT = re.compile(r"#(REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: titles of its columns, rows of as many cells, and where these rows stand."""

    titles: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    numbers: tuple[int, ...]
    """Spreadsheet row number of each row; the titles stand in row 1."""

    def column(self, index: int) -> tuple[SheetCell, ...]:
        """All cells below one title."""
        return tuple(row[index] for row in self.rows)


def sheet_of(rows: Iterable[Iterable[SheetCell]], name: str) -> Sheet:
    """The table that rows of cells make, the titles first; `name` is that of the file."""
    numbered = [(at, tuple(row)) for at, row in enumerate(rows, start=1)]
    filled = [(at, row) for at, row in numbered if not all(cell.empty for cell in row)]
    if len(filled) < 2:
        raise Unusable(message("importer.no-rows", file=name))
    titles = tuple(cell.shown for cell in filled[0][1])
    for at, row in filled:
        if len(row) != len(titles):
            raise Unusable(
                message(
                    "importer.row-of-other-width", row=str(at), cells=len(row), titles=len(titles)
                )
            )
    if not all(titles):
        raise Unusable(message("importer.column-untitled", place=str(titles.index("") + 1)))
    sheet = Sheet(titles, tuple(row for _, row in filled[1:]), tuple(at for at, _ in filled[1:]))
    _refuse_faults(sheet)
    return sheet


def _refuse_faults(sheet: Sheet) -> None:
    """Formulas that show an error instead of a value."""
    faulty = tuple(
        message("importer.formula-broken", row=str(number), title=title, cell=cell.text)
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
        for title, cell in zip(sheet.titles, row, strict=True)
        if _FAULT.fullmatch(cell.text)
    )
    if faulty:
        others = len(faulty) - _MOST_NAMED
        more = message("importer.and-so-many", count=others) if others > 0 else NOTHING
        raise Unusable(message("importer.formulas-broken", faults=faulty[:_MOST_NAMED], more=more))
