"""What is told of a table that was found: what each row became, and what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.messages import Message, message
from ..grid import SheetCell
from ..reading.column_reading import places
from ..shaping.sheet_table import SheetColumn
from .body import Body, Fate
from .content import Block, CellContent
from .found import FoundTable
from .groups import GroupColumn
from .headings import Headings

LETTERHEAD = "letterhead"
"""What becomes of cells above the headings."""


def cells_holding(block: Block, rows: Sequence[int] | range) -> tuple[SheetCell, ...]:
    """The cells of some rows that hold anything."""
    return tuple(cell for row in rows for cell in block.cells(row) if not cell.empty)


def steps_of(
    block: Block, start: int, headings: Headings, body: Body, groups: Sequence[GroupColumn]
) -> Iterator[Message]:
    """What became of the rows of a table, and of those around it from row `start` on."""
    above = [row for row in range(start, headings.top) if block.filled(row)]
    if above:
        yield message("importer.step-letterhead", rows=_numbers(above))
    if headings.bottom > headings.top:
        first, last = _numbers((headings.top, headings.bottom))
        yield message("importer.step-headings-joined", first=first, last=last)
    if headings.numbering is not None:
        yield message("importer.step-numbering", row=str(headings.numbering + 1))
    if repeated := body.rows(Fate.REPEATED):
        yield message("importer.step-repeated", rows=_numbers(repeated))
    if notes := body.rows(Fate.NOTE):
        yield message("importer.step-notes", rows=_numbers(notes))
    for group in groups:
        yield from _about_group(group, body)
    if placed := body.sums.heads - body.announced.keys():
        yield message("importer.step-sums-placed", rows=_numbers(sorted(placed)))
    if body.sums.feet:
        yield message("importer.step-sums-below", rows=_numbers(sorted(body.sums.feet)))


def _about_group(group: GroupColumn, body: Body) -> Iterator[Message]:
    """Which rows named the groups, and which of them hold their totals."""
    heads = [row for row in group.rows if row in body.sums.heads]
    bare = [row for row in group.rows if row not in body.sums.heads]
    if bare:
        yield message("importer.step-groups", title=group.title, rows=_numbers(bare))
    if heads:
        yield message("importer.step-sums-above", title=group.title, rows=_numbers(heads))


def _numbers(rows: Sequence[int]) -> tuple[str, ...]:
    """Rows as a spreadsheet numbers them."""
    return tuple(str(row + 1) for row in rows)


def untitled(column: SheetColumn) -> Message:
    """That a column which holds something has no heading."""
    first = next(cell for cell in column.cells if not cell.empty)
    return message(
        "importer.untitled-column", column=column.letters, place=first.place, cell=first.shown
    )


def merged_figures(block: Block, body: Body) -> Iterator[Message]:
    """Numbers in cells that are merged over several: whose they are, nobody can tell."""
    rows = set(body.rows(Fate.DATA))
    for area in block.grid.merged:
        if area.top in rows and (area.bottom > area.top or area.right > area.left):
            cell = block.grid.rows[area.top][area.left]
            at = block.columns.index(area.left) if area.left in block.columns else -1
            if at in body.measures and block.contents[area.top][at] is CellContent.FIGURE:
                last = SheetCell(row=area.bottom, column=area.right).place
                yield message(
                    "importer.merged-figure", first=cell.place, last=last, cell=cell.shown
                )


def counts(block: Block, start: int, headings: Headings, body: Body) -> Iterator[tuple[str, int]]:
    """How many filled cells from row `start` on became what."""
    yield LETTERHEAD, len(cells_holding(block, range(start, headings.top)))
    yield "headings", len(cells_holding(block, range(headings.top, headings.after)))
    for fate in Fate:
        if fate is not Fate.BLANK:
            yield fate.value, len(cells_holding(block, body.rows(fate)))


def with_lines_below(table: FoundTable, lines: Sequence[SheetCell]) -> FoundTable:
    """A table with lines far below it, which belong to no other, as its notes."""
    if not lines:
        return table
    rows = sorted({cell.row for cell in lines})
    fates = dict(table.fates)
    fates[Fate.NOTE.value] += len(lines)
    return replace(
        table,
        notes=(*table.notes, *lines),
        steps=(*table.steps, message("importer.step-notes", rows=_numbers(rows))),
        fates=tuple(fates.items()),
    )


def with_lines_around(table: FoundTable, lines: Sequence[SheetCell]) -> FoundTable:
    """A table with cells in columns of their own: a title above its left edge, a legend beside."""
    if not lines:
        return table
    first = min(table.sheet.numbers) - 1
    above = [cell for cell in lines if cell.row < first]
    beside = [cell for cell in lines if cell.row >= first]
    fates = dict(table.fates)
    fates[LETTERHEAD] += len(above)
    fates[Fate.NOTE.value] += len(beside)
    return replace(
        table,
        letterhead=(*above, *table.letterhead),
        notes=(*table.notes, *beside),
        steps=(message("importer.step-lines-around", places=places(lines)), *table.steps),
        fates=tuple(fates.items()),
    )
