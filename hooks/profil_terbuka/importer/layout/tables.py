"""From a grid to the tables in it: each with its headings, rows, groups, and what stood around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.messages import Message, message
from ..grid import SheetCell, column_letters
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable
from .body import Body, Fate, read_body
from .column_titles import titled
from .content import Block
from .fill_down import figures_of_groups, filled_down, missing_regions
from .found import FoundTable
from .found_steps import cells_holding, counts, merged_figures, steps_of, untitled, with_lines_below
from .groups import GroupColumn, group_columns
from .headings import Headings, find_headings
from .total_names import with_named_totals
from .unit_above import with_unit_above

_KINDS = {Fate.DATA: RowKind.DATA, Fate.TOTAL: RowKind.TOTAL, Fate.AVERAGE: RowKind.AVERAGE}


def tables_of(block: Block) -> list[FoundTable]:
    """The tables of a block of columns, from top to bottom; lines around them belong to them."""
    tables: list[FoundTable] = []
    begin = start = 0
    while (headings := find_headings(block, start)) is not None:
        body = read_body(block, headings)
        start = max(body.end, headings.after)
        if body.rows(Fate.DATA):
            tables.append(_found(block, begin, headings, body))
            begin = start
    if tables:
        below = cells_holding(block, range(begin, len(block.grid.rows)))
        tables[-1] = with_lines_below(tables[-1], below)
    return tables


def _found(block: Block, start: int, headings: Headings, body: Body) -> FoundTable:
    letterhead = cells_holding(block, range(start, headings.top))
    groups = group_columns(body, letterhead)
    columns, empty = _columns(block, headings, body, groups)
    obstacles = [
        untitled(column) for column in columns if not column.path and not _first(column, block)
    ]
    columns, named = titled(columns, block.columns[0])
    measures = [at for at, column in enumerate(columns) if _is_measure(column, block, body)]
    columns, unit = with_unit_above(columns, measures, letterhead)
    rows = body.rows(*_KINDS)
    kinds = tuple(_KINDS[body.fates[row - body.start]] for row in rows)
    sheet = SheetTable(tuple(columns), kinds, tuple(row + 1 for row in rows))
    labels = [at for at, column in enumerate(columns) if _is_label(column, block, body)]
    sheet, filled = filled_down(sheet, labels)
    sheet, subtotals = with_named_totals(sheet, measures)
    obstacles += missing_regions(sheet, labels)
    obstacles += figures_of_groups(sheet, labels, measures)
    obstacles += merged_figures(block, body)
    return FoundTable(
        sheet=sheet,
        area=_area(block, headings.top, max((*rows, headings.bottom))),
        letterhead=letterhead,
        notes=cells_holding(block, body.rows(Fate.NOTE)),
        steps=(
            *steps_of(block, start, headings, body, groups),
            *empty,
            *unit,
            *named,
            *filled,
            *subtotals,
        ),
        obstacles=tuple(obstacles),
        fates=tuple(counts(block, start, headings, body)),
    )


def _columns(
    block: Block, headings: Headings, body: Body, groups: Sequence[GroupColumn]
) -> tuple[list[SheetColumn], list[Message]]:
    """The columns that hold anything, those of groups first; the others are told."""
    rows = body.rows(*_KINDS)
    columns = [_group_column(group, rows) for group in groups]
    told: list[Message] = []
    for at in range(len(block.columns)):
        cells = _cells(block, body, rows, at)
        column = SheetColumn(headings.paths[at], cells, block.columns[at])
        if any(not cell.empty for cell in column.cells):
            columns.append(column)
        elif column.path:
            told.append(
                message("importer.step-empty-column", column=column.letters, title=column.title)
            )
    return columns, told


def _first(column: SheetColumn, block: Block) -> bool:
    return column.place == block.columns[0]


def _is_label(column: SheetColumn, block: Block, body: Body) -> bool:
    return column.place >= 0 and block.columns.index(column.place) not in body.measures


def _is_measure(column: SheetColumn, block: Block, body: Body) -> bool:
    return column.place >= 0 and block.columns.index(column.place) in body.measures


def _area(block: Block, top: int, bottom: int) -> str:
    left, right = column_letters(block.columns[0]), column_letters(block.columns[-1])
    return f"{left}{top + 1}:{right}{bottom + 1}"


def _cells(block: Block, body: Body, rows: Sequence[int], at: int) -> tuple[SheetCell, ...]:
    if not (block.covers or body.announced):  # nearly always
        return tuple(block.cells(row)[at] for row in rows)
    return tuple(
        SheetCell(row=row, column=block.columns[at])
        if _names_group(block, body, row, at)
        else _cell(block, row, at)
        for row in rows
    )


def _names_group(block: Block, body: Body, row: int, at: int) -> bool:
    """Whether a cell names the group of the rows below: it stands in the column of groups."""
    cell = body.announced.get(row)
    return cell is not None and cell.column == block.columns[at]


def _cell(block: Block, row: int, at: int) -> SheetCell:
    """A cell, or the one above that it is merged with; numbers stay where they stand."""
    own = block.cells(row)[at]
    area = block.covers.get((row, block.columns[at]))
    if area is None or area.top == row or not own.empty:
        return own
    above = block.grid.rows[area.top][area.left]
    return replace(above, row=row, column=block.columns[at]) if area.left == area.right else own


def _group_column(group: GroupColumn, rows: Sequence[int]) -> SheetColumn:
    cells = tuple(
        replace(group.cells[row], row=row) if row in group.cells else SheetCell(row=row)
        for row in rows
    )
    return SheetColumn((group.title,), cells)
