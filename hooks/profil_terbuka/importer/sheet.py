"""A table as staff have it: cells as people see them, with what the file itself knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ..model.messages import NOTHING, message
from .reasons import Unusable

SIGNIFICANT = 15
"""Digits that Excel keeps and shows; what floating point adds behind them was never typed."""
_FAULT = re.compile(r"#(REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell: its text, or the number it is by the file's own account, and the mark beside it."""

    text: str = ""
    number: Decimal | None = None
    mark: str = ""
    """`%` or `Rp` where Excel shows the number so; a percentage is times a hundred already."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.number is None and not self.text

    @property
    def shown(self) -> str:
        """The cell as text."""
        return self.text if self.number is None else f"{self.number:f}"


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


def tidy(text: str) -> str:
    """Text without letters that nobody sees; runs of spaces, also unbreakable ones, are one.

    >>> tidy(" Kota\\u00a0 Contoh\\u200b ")
    'Kota Contoh'
    """
    lines = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


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
