"""From cells here and there to a grid: stray cells far away, areas that reach beyond the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ...model.messages import Message, message
from ..grid import MergedArea, SheetCell, SheetGrid, grid_of
from ..reasons import Unusable

MOST_CELLS = 3_000_000
"""Of one sheet, empty ones between them included: what an office machine can hold."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of a sheet in Excel: what lies beyond is no place."""
_NOTHING = SheetCell()


@dataclass(slots=True)
class SheetDraft:
    """A sheet while it is being read; rows and columns are counted from 0."""

    name: str
    rows: dict[int, dict[int, SheetCell]] = field(default_factory=dict)
    """Row -> column -> cell, for cells that hold anything."""
    merged: list[MergedArea] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run."""
    hidden: bool = False


def laid_out(draft: SheetDraft, file: str) -> SheetGrid:
    """The grid of a sheet; raises Unusable where a stray cell makes it endless.

    >>> draft = SheetDraft("Data", {0: {0: SheetCell("a")}, 2: {1: SheetCell("b")}})
    >>> draft.merged.append(MergedArea(0, 0, 0, 9))
    >>> grid = laid_out(draft, "t.xlsx")
    >>> [[cell.text for cell in row] for row in grid.rows], grid.merged
    ([['a', ''], ['', ''], ['', 'b']], (MergedArea(top=0, left=0, bottom=0, right=1),))
    """
    last = {at: max(row) for at, row in draft.rows.items() if row}
    height, width = max(last, default=-1) + 1, max(last.values(), default=-1) + 1
    if height * width > MOST_CELLS:
        raise Unusable(_endless(draft.name, last, file))
    clipped = (_clipped(area, height, width) for area in draft.merged)
    return replace(
        grid_of([_dense(draft.rows.get(at, {})) for at in range(height)], draft.name),
        merged=tuple(area for area in clipped if area is not None),
        hidden_rows=frozenset(_within(draft.hidden_rows, height)),
        hidden_columns=frozenset(_within(draft.hidden_columns, width)),
        hidden=draft.hidden,
    )


def _dense(row: Mapping[int, SheetCell]) -> list[SheetCell]:
    """A row with the empty cells between those that hold anything."""
    return [row.get(column, _NOTHING) for column in range(max(row, default=-1) + 1)]


def _clipped(area: MergedArea, height: int, width: int) -> MergedArea | None:
    """The part of an area that lies in the table, where that is more than one cell."""
    bottom, right = min(area.bottom, height - 1), min(area.right, width - 1)
    if bottom < area.top or right < area.left or (bottom, right) == (area.top, area.left):
        return None
    return MergedArea(area.top, area.left, bottom, right)


def _within(runs: Iterable[tuple[int, int]], extent: int) -> Iterable[int]:
    for first, last in runs:
        yield from range(first, min(last, extent - 1) + 1)


def _endless(name: str, last: Mapping[int, int], file: str) -> Message:
    """The lowest and the outermost cell: one of them, or both, is a stray."""
    lowest, widest = max(last), max(last, key=lambda at: last[at])
    cells = (SheetCell(row=at, column=last[at]).place for at in (lowest, widest))
    places = tuple(dict.fromkeys(cells))
    return message("importer.sheet-endless", file=file, sheet=name, places=places)
