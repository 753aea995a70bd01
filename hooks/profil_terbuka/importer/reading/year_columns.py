"""Columns of years as they are written: 'Tahun 2022', '2023*)'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ...model.identifiers import Identifier, identifier
from ...model.messages import message
from ..drafting.names import column_name, spoken_title
from ..grid import SheetCell
from ..layout.wording import year_in
from ..read_table import ReadColumn, ReadTable
from .column_reading import ColumnReading, places
from .figures import Figures

_MARK = "*"


def read_years(column: ReadColumn, cells: Sequence[SheetCell]) -> ColumnReading | None:
    """A column of years; None where it is not called so, or holds anything else.

    `cells` are those of the column that count: without what totals are called.
    """
    if not _called_year(column):
        return None
    years = [year_in(cell) for cell in cells]
    if any(year is None and not cell.empty for year, cell in zip(years, cells, strict=True)):
        return None
    values = tuple(None if year is None else Decimal(year) for year in years)
    rewritten = [
        cell for cell, year in zip(cells, years, strict=True) if year and cell.shown != str(year)
    ]
    told = (message("importer.step-years", title=column.title, places=places(rewritten)),)
    figures = Figures(values, noted=dict.fromkeys(_starred(cells), _MARK))
    return ColumnReading(
        replace(column, cells=tuple(cells), figures=figures), told if rewritten else ()
    )


def _starred(cells: Sequence[SheetCell]) -> list[int]:
    """Places of the cells with a star that leads to a note.

    >>> _starred([SheetCell("2023"), SheetCell("2024*)")])
    [1]
    """
    return [at for at, cell in enumerate(cells) if _MARK in cell.text]


def with_marks_of_years(table: ReadTable) -> ReadTable:
    """The table where a star behind a year is one behind every number of that row."""
    rows = {
        row
        for column in table.columns
        if column.figures is not None and _called_year(column)
        for row in column.figures.noted
    }
    if not rows:
        return table
    return replace(table, columns=tuple(_marked(column, rows) for column in table.columns))


def _called_year(column: ReadColumn) -> bool:
    """Whether a column is called after years."""
    return identifier(column_name(spoken_title(column.title)), ()) is Identifier.TIME


def _marked(column: ReadColumn, rows: set[int]) -> ReadColumn:
    if column.figures is None or _called_year(column):
        return column
    values = column.figures.values
    more = {row: _MARK for row in rows if values[row] is not None}
    return replace(column, figures=replace(column.figures, noted={**more, **column.figures.noted}))
