"""A unit that stands above a table for all its figures: '(dalam ribu rupiah)', 'Satuan : Orang'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ...model.messages import Message, message
from ..grid import SheetCell
from ..reading.units import read_heading, unit_in_line
from ..shaping.sheet_table import SheetColumn


def with_unit_above(
    columns: Sequence[SheetColumn], measures: Sequence[int], letterhead: Sequence[SheetCell]
) -> tuple[list[SheetColumn], list[Message]]:
    """The columns, those of figures with the unit above the table where they name none."""
    found = [(row, unit) for row, unit in _units(letterhead) if unit]
    if not found:
        return list(columns), []
    row, unit = found[-1]
    named = list(columns)
    for at in measures:
        heading = read_heading(columns[at].title)
        if not heading.unit and not heading.scale:
            named[at] = replace(columns[at], path=(*columns[at].path, f"({unit})"))
    titles = tuple(old.title for old, new in zip(columns, named, strict=True) if old != new)
    step = message("importer.step-unit-above", unit=unit, row=str(row + 1), titles=titles)
    return named, [step] if titles else []


def _units(letterhead: Sequence[SheetCell]) -> list[tuple[int, str]]:
    """Each row above the table, and the unit that it names; '' for none."""
    return [
        (row, unit_in_line(" ".join(cell.shown for cell in cells)))
        for row, cells in groupby(letterhead, lambda cell: cell.row)
    ]
