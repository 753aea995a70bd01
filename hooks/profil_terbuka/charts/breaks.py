"""Where a series of years must not be read as one development."""

from __future__ import annotations

import pandas as pd

from .. import codes
from ..model import CellStatus, Dataset, View, breaks_off


def breaks(view: View, dataset: Dataset, wide: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """(series, year) of each jump from the year before that a note or a doubtful status marks.

    `wide` holds years down and series across. A jump that nothing marks stays a development.
    """
    marked = _marked(view, dataset)
    found = []
    for name in wide.columns:
        column = wide[name]
        for year in column.index[1:]:
            before = str(int(year) - 1)
            old, new = column.get(before), column[year]
            if pd.isna(old) or pd.isna(new) or not breaks_off(float(old), float(new)):
                continue
            if {(str(name), str(year)), (str(name), before)} & marked:
                found.append((str(name), str(year)))
    return tuple(found)


def _marked(view: View, dataset: Dataset) -> set[tuple[str, str]]:
    """(series, year) of the rows that are doubtful or that a note about a jump names."""
    table = dataset.table(view.table)
    rows = [row for _, row in table.select(view.where)]
    doubtful = [row for row in rows if table.status(row) is CellStatus.DOUBTFUL]
    told = [
        row
        for note in dataset.notes
        if note.table == table.name and codes.JUMP.name in note.findings
        for _, row in table.select(note.where)
        if row in rows
    ]
    return {
        (
            str(table.value(row, view.series)) if view.series else "",
            str(table.value(row, view.axis)),
        )
        for row in (*doubtful, *told)
    }
