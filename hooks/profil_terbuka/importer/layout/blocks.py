"""Tables that stand side by side in one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.messages import message
from ..grid import SheetCell, SheetGrid
from ..shaping.sheet_table import SheetColumn, SheetTable
from .content import Block, CellContent
from .found import FoundTable
from .found_steps import cells_holding, with_lines_around
from .headings import find_headings
from .row_reader import RowReader
from .tables import tables_of

_LEAST_REPEATED = 2


def find_tables(grid: SheetGrid, hidden_columns: bool = False) -> tuple[FoundTable, ...]:
    """All tables of a sheet: side by side from the left, one below the other from the top.

    Tables with the same headings side by side are one that goes on to the right.
    """
    columns = [at for at in range(grid.width) if hidden_columns or at not in grid.hidden_columns]
    found: list[FoundTable] = []
    around: list[SheetCell] = []
    for block in _apart(grid, columns):
        tables = tables_of(block)
        if not tables:
            around += cells_holding(block, range(len(grid.rows)))
        for table in tables:
            if found and _continues(found[-1], table):
                found[-1] = _joined(found[-1], table)
            else:
                found.append(table)
    return (with_lines_around(found[0], around), *found[1:]) if found else ()


def _apart(grid: SheetGrid, columns: Sequence[int]) -> Iterator[Block]:
    """The blocks of columns that hold tables of their own."""
    runs = list(_runs(grid, columns))
    joined: list[tuple[int, ...]] = []
    for run in runs:
        if joined and not _stand_apart(grid, joined[-1], run):
            joined[-1] += run
        else:
            joined.append(run)
    for run in joined:
        yield from _repeating(Block(grid, run))


def _runs(grid: SheetGrid, columns: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Columns side by side that hold anything."""
    run: list[int] = []
    for column in columns:
        if any(not row[column].empty for row in grid.rows):
            run.append(column)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _stand_apart(grid: SheetGrid, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """Whether two runs of columns are two tables, and not one with an empty column in it.

    The right one has names of its own; and both have figures, or its headings are those of the left
    one or stand in other rows.
    """
    one, other = Block(grid, left), Block(grid, right)
    mine, yours = find_headings(one, 0), find_headings(other, 0)
    if mine is None or yours is None or len(right) == 1 or not _has_names(other, yours.after):
        return False
    if RowReader(one, mine).measures and RowReader(other, yours).measures:
        return True
    shared = {path for path in mine.paths if path} & {path for path in yours.paths if path}
    return bool(shared) or (mine.top, mine.bottom) != (yours.top, yours.bottom)


def _has_names(block: Block, start: int) -> bool:
    """Whether a block has words in one of its first two columns."""
    rows = block.contents[start:]
    return any(
        sum(1 for row in rows if row[at] is CellContent.WORDS) * 2
        > sum(1 for row in rows if row[at] is not CellContent.NOTHING)
        for at in range(min(2, len(block.columns)))
    )


def _repeating(block: Block) -> Iterator[Block]:
    """The block, or its parts where the same headings come again to the right."""
    headings = find_headings(block, 0)
    paths = headings.paths if headings else ()
    for size in range(_LEAST_REPEATED, len(paths) // 2 + 1):
        parts = [paths[at : at + size] for at in range(0, len(paths), size)]
        if len(paths) % size == 0 and all(parts[0]) and all(part == parts[0] for part in parts):
            for at in range(0, len(paths), size):
                yield Block(block.grid, block.columns[at : at + size])
            return
    yield block


def _continues(one: FoundTable, other: FoundTable) -> bool:
    return one.sheet.titles == other.sheet.titles


def _joined(one: FoundTable, other: FoundTable) -> FoundTable:
    """Two tables of the same headings as one."""
    pairs = zip(one.sheet.columns, other.sheet.columns, strict=True)
    columns = tuple(
        SheetColumn(mine.path, mine.cells + yours.cells, mine.place) for mine, yours in pairs
    )
    sheet = SheetTable(
        columns, one.sheet.kinds + other.sheet.kinds, one.sheet.numbers + other.sheet.numbers
    )
    step = message("importer.step-joined", first=one.area, second=other.area)
    counts = dict(one.fates)
    for name, count in other.fates:
        counts[name] = counts.get(name, 0) + count
    return replace(
        one,
        sheet=sheet,
        area=f"{one.area}, {other.area}",
        letterhead=one.letterhead + other.letterhead,
        notes=one.notes + other.notes,
        steps=(*one.steps, *other.steps, step),
        obstacles=one.obstacles + other.obstacles,
        fates=tuple(counts.items()),
    )
