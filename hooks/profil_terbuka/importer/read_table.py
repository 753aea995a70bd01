"""A table whose columns were read: figures as numbers, the rest as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count
from operator import eq

from .grid import SheetCell, column_letters
from .reading.figures import Figures
from .shaping.sheet_table import RowKind


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column: its heading from top to bottom, its cells, and their numbers if it has such."""

    path: tuple[str, ...]
    cells: tuple[SheetCell, ...]
    figures: Figures | None = None
    place: int = -1
    """Its column in the sheet, counted from 0; -1 for what was made of several, or of headings."""

    @property
    def title(self) -> str:
        """Its heading as one text."""
        return " ".join(self.path)

    @property
    def letters(self) -> str:
        """How the sheet calls it; '' for what was made of several."""
        return column_letters(self.place) if self.place >= 0 else ""

    def only(self, rows: Sequence[int]) -> ReadColumn:
        """The same column with these rows alone, in this order."""
        cells = tuple(self.cells[at] for at in rows)
        return replace(self, cells=cells, figures=self.figures and chosen(self.figures, rows))


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Columns of as many cells as there are rows, and what each row is."""

    columns: tuple[ReadColumn, ...]
    kinds: tuple[RowKind, ...]

    def rows(self, kind: RowKind) -> tuple[int, ...]:
        """Places of the rows of a kind."""
        if self.kinds.count(kind) == len(self.kinds):  # nearly always
            return tuple(range(len(self.kinds)))
        return tuple(at for at, found in enumerate(self.kinds) if found is kind)

    def only(self, rows: Sequence[int]) -> ReadTable:
        """The same table with these rows alone."""
        if len(rows) == len(self.kinds) and all(map(eq, rows, count())):
            return self
        columns = tuple(column.only(rows) for column in self.columns)
        return ReadTable(columns, tuple(self.kinds[at] for at in rows))


def chosen(figures: Figures, rows: Sequence[int]) -> Figures:
    """The figures of some rows of a column, in this order.

    >>> chosen(Figures((Decimal(3), None, Decimal(5)), absent=(1,)), (2, 1)).absent
    (1,)
    """
    absent = set(figures.absent)
    return replace(
        figures,
        values=tuple(figures.values[at] for at in rows),
        absent=tuple(new for new, at in enumerate(rows) if at in absent),
        noted={new: figures.noted[at] for new, at in enumerate(rows) if at in figures.noted},
    )


def joined(one: ReadTable, other: ReadTable) -> ReadTable:
    """The rows of two tables of the same columns."""
    pairs = zip(one.columns, other.columns, strict=True)
    columns = tuple(_continued(mine, yours) for mine, yours in pairs)
    return ReadTable(columns, one.kinds + other.kinds)


def _continued(one: ReadColumn, other: ReadColumn) -> ReadColumn:
    cells = one.cells + other.cells
    if one.figures is None or other.figures is None:
        return replace(one, cells=cells, figures=None)
    start = len(one.cells)
    figures = replace(
        one.figures,
        values=one.figures.values + other.figures.values,
        absent=one.figures.absent + tuple(start + at for at in other.figures.absent),
        noted={**one.figures.noted, **{start + at: m for at, m in other.figures.noted.items()}},
    )
    return replace(one, cells=cells, figures=figures)


def figures_total(column: ReadColumn) -> Decimal:
    """The sum of the numbers of a column; 0 where it has none."""
    values = column.figures.values if column.figures else ()
    return sum((value for value in values if value is not None), Decimal(0))
