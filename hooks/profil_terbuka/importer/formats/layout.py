"""From cells here and there to a grid: stray cells far away, areas that reach beyond the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...model.messages import Message, message
from ..grid import MergedArea, SheetCell, SheetGrid, grid_of
from ..reasons import Unusable

MOST_CELLS = 3_000_000
"""Of one sheet, empty ones between them included: what an office machine can hold."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of a sheet in Excel: what lies beyond is no place."""


@dataclass(slots=True)
class SheetDraft:
    """A sheet while it is being read; rows and columns are counted from 0."""

    name: str
    rows: dict[int, list[SheetCell]] = field(default_factory=dict)
    """The cells of each row from its first column on."""
    merged: list[MergedArea] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run."""
    hidden: bool = False


def laid_out(draft: SheetDraft, file: str) -> SheetGrid:
    """The grid of a sheet; raises Unusable where a stray cell makes it endless.

    >>> draft = SheetDraft("Data", {0: [SheetCell("a")], 2: [SheetCell(), SheetCell("b")]})
    >>> draft.merged.append(MergedArea(0, 0, 0, 9))
    >>> grid = laid_out(draft, "t.xlsx")
    >>> [[cell.text for cell in row] for row in grid.rows], grid.merged
    ([['a', ''], ['', ''], ['', 'b']], (MergedArea(top=0, left=0, bottom=0, right=1),))
    """
    used = {at: count for at, row in draft.rows.items() if (count := filled_cells(row))}
    height, width = max(used, default=-1) + 1, max(used.values(), default=0)
    if height * width > MOST_CELLS:
        raise Unusable(_endless(draft.name, used, file))
    clipped = (_clipped(area, height, width) for area in draft.merged)
    return replace(
        grid_of([draft.rows.get(at, ()) for at in range(height)], draft.name),
        merged=tuple(area for area in clipped if area is not None),
        hidden_rows=frozenset(_within(draft.hidden_rows, height)),
        hidden_columns=frozenset(_within(draft.hidden_columns, width)),
        hidden=draft.hidden,
    )


def filled_cells(row: Sequence[SheetCell]) -> int:
    """How many cells of a row there are up to the last one that holds anything.

    >>> filled_cells([SheetCell(), SheetCell("a"), SheetCell()])
    2
    """
    return next((at for at in range(len(row), 0, -1) if not row[at - 1].empty), 0)


def _clipped(area: MergedArea, height: int, width: int) -> MergedArea | None:
    """The part of an area that lies in the table, where that is more than one cell."""
    bottom, right = min(area.bottom, height - 1), min(area.right, width - 1)
    if bottom < area.top or right < area.left or (bottom, right) == (area.top, area.left):
        return None
    return MergedArea(area.top, area.left, bottom, right)


def _within(runs: Iterable[tuple[int, int]], extent: int) -> Iterable[int]:
    for first, last in runs:
        yield from range(first, min(last, extent - 1) + 1)


def _endless(name: str, used: Mapping[int, int], file: str) -> Message:
    """The lowest and the outermost cell: one of them, or both, is a stray."""
    lowest, widest = max(used), max(used, key=lambda at: used[at])
    cells = (SheetCell(row=at, column=used[at] - 1).place for at in (lowest, widest))
    places = tuple(dict.fromkeys(cells))
    return message("importer.sheet-endless", file=file, sheet=name, places=places)
