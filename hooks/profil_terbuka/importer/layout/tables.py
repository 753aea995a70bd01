"""From a grid to the tables in it: each with its headings, rows, groups, and what stood around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model.messages import Message, message
from ..grid import SheetCell, column_letters
from ..sheet_table import RowKind, SheetColumn, SheetTable
from .body import Body, Fate, read_body
from .content import Block, CellContent
from .found import FoundTable
from .groups import GroupColumn, group_columns
from .headings import Headings, find_headings
from .wording import year_in

_KINDS = {Fate.DATA: RowKind.DATA, Fate.TOTAL: RowKind.TOTAL, Fate.AVERAGE: RowKind.AVERAGE}
_CORNER = "Uraian"
"""The title of what rows are about where the sheet has none."""


def tables_of(block: Block) -> Iterator[FoundTable]:
    """The tables of a block of columns, from top to bottom."""
    start = 0
    while start < len(block.grid.rows):
        headings = find_headings(block, start)
        if headings is None:
            return
        body = read_body(block, headings)
        if body.rows(Fate.DATA):
            yield _found(block, start, headings, body)
        start = max(body.end, headings.after)


def _found(block: Block, start: int, headings: Headings, body: Body) -> FoundTable:
    letterhead = _filled(block, range(start, headings.top))
    rows = body.rows(*_KINDS)
    groups = group_columns(body, letterhead)
    columns = [_group_column(group, rows) for group in groups]
    obstacles: list[Message] = []
    steps = list(_steps(block, headings, body, groups))
    for at in range(len(block.columns)):
        column = _column(block, headings, at, rows)
        if any(not cell.empty for cell in column.cells):
            if not column.path and at:
                obstacles.append(_untitled(column))
            columns.append(replace(column, path=column.path or (_CORNER,)))
        elif column.path:
            steps.append(
                message("importer.step-empty-column", column=column.letters, title=column.title)
            )
    kinds = tuple(_KINDS[body.fates[row - body.start]] for row in rows)
    sheet = SheetTable(tuple(_corner_named(columns)), kinds, tuple(row + 1 for row in rows))
    sheet, filled = _filled_down(sheet, block, body)
    obstacles += _merged_figures(block, body)
    return FoundTable(
        sheet=sheet,
        area=_area(block, headings.top, max((*rows, headings.bottom))),
        letterhead=letterhead,
        notes=_filled(block, body.rows(Fate.NOTE)),
        steps=(*steps, *filled),
        obstacles=tuple(obstacles),
        fates=tuple(_counts(block, start, headings, body)),
    )


def _filled(block: Block, rows: Sequence[int] | range) -> tuple[SheetCell, ...]:
    return tuple(cell for row in rows for cell in block.cells(row) if not cell.empty)


def _area(block: Block, top: int, bottom: int) -> str:
    left, right = column_letters(block.columns[0]), column_letters(block.columns[-1])
    return f"{left}{top + 1}:{right}{bottom + 1}"


def _column(block: Block, headings: Headings, at: int, rows: Sequence[int]) -> SheetColumn:
    cells = tuple(_cell(block, row, at) for row in rows)
    return SheetColumn(headings.paths[at], cells, block.columns[at])


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


def _corner_named(columns: Sequence[SheetColumn]) -> Iterator[SheetColumn]:
    """The columns, where 'Kecamatan / Tahun' and 'Tahun' over names are understood.

    Beside headings that are years, a corner that says 'Tahun' is about these.
    """
    years = sum(1 for column in columns if _heads_year(column))
    for column in columns:
        name, slash, other = column.title.replace("\\", "/").partition("/")
        if years > 1 and slash and other.strip().casefold() in ("tahun", "thn", "th"):
            yield replace(column, path=(name.strip(),))
        elif years > 1 and column.title.casefold() == "tahun" and not _holds_years(column):
            yield replace(column, path=(_CORNER,))
        else:
            yield column


def _heads_year(column: SheetColumn) -> bool:
    return any(year_in(SheetCell(text)) for text in column.path)


def _holds_years(column: SheetColumn) -> bool:
    return all(year_in(cell) for cell in column.cells if not cell.empty)


def _untitled(column: SheetColumn) -> Message:
    first = next(cell for cell in column.cells if not cell.empty)
    return message(
        "importer.untitled-column", column=column.letters, place=first.place, cell=first.shown
    )


def _filled_down(sheet: SheetTable, block: Block, body: Body) -> tuple[SheetTable, list[Message]]:
    """Names that stand only in the first row of those they are about, in each of these rows."""
    told: list[Message] = []
    columns = list(sheet.columns)
    labels = [at for at, column in enumerate(columns) if _is_label(column, block, body)]
    for order, at in enumerate(labels):
        inner = [columns[other] for other in labels[order + 1 :]]
        holes = _holes(columns[at], inner, sheet.kinds)
        if holes:
            columns[at] = _with_holes_filled(columns[at], holes)
            places = (columns[at].cells[holes[0]].place, columns[at].cells[holes[-1]].place)
            told.append(
                message(
                    "importer.step-filled-down",
                    title=columns[at].title,
                    count=len(holes),
                    first=places[0],
                    last=places[1],
                )
            )
    return replace(sheet, columns=tuple(columns)), told


def _is_label(column: SheetColumn, block: Block, body: Body) -> bool:
    return column.place >= 0 and block.columns.index(column.place) not in body.measures


def _holes(
    column: SheetColumn, inner: Sequence[SheetColumn], kinds: Sequence[RowKind]
) -> list[int]:
    """Empty cells of an outer column of names, beside filled inner ones.

    Only where no name is written twice in a row: who repeats names leaves none out.
    """
    texts = [cell.shown for cell in column.cells]
    if not inner or not texts[0] or texts[0].isdecimal():
        return []
    if any(text and text == after for text, after in pairwise(texts)):
        return []
    return [
        at
        for at, text in enumerate(texts)
        if not text
        and kinds[at] is RowKind.DATA
        and any(not other.cells[at].empty for other in inner)
    ]


def _with_holes_filled(column: SheetColumn, holes: Sequence[int]) -> SheetColumn:
    cells = list(column.cells)
    for at in holes:
        cells[at] = replace(cells[at - 1], row=cells[at].row, column=cells[at].column)
    return replace(column, cells=tuple(cells))


def _merged_figures(block: Block, body: Body) -> Iterator[Message]:
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


def _steps(
    block: Block, headings: Headings, body: Body, groups: Sequence[GroupColumn]
) -> Iterator[Message]:
    if above := tuple(str(row + 1) for row in range(headings.top) if block.filled(row)):
        yield message("importer.step-letterhead", rows=above)
    if headings.bottom > headings.top:
        rows = (str(headings.top + 1), str(headings.bottom + 1))
        yield message("importer.step-headings-joined", first=rows[0], last=rows[1])
    if headings.numbering is not None:
        yield message("importer.step-numbering", row=str(headings.numbering + 1))
    if repeated := body.rows(Fate.REPEATED):
        yield message("importer.step-repeated", rows=tuple(str(row + 1) for row in repeated))
    if notes := body.rows(Fate.NOTE):
        yield message("importer.step-notes", rows=tuple(str(row + 1) for row in notes))
    for group in groups:
        yield message(
            "importer.step-groups",
            title=group.title,
            rows=tuple(str(row + 1) for row in body.rows(Fate.GROUP)),
        )


def _counts(block: Block, start: int, headings: Headings, body: Body) -> Iterator[tuple[str, int]]:
    """How many filled cells became what."""
    yield "letterhead", len(_filled(block, range(start, headings.top)))
    yield "headings", len(_filled(block, range(headings.top, headings.after)))
    for fate in Fate:
        if fate is not Fate.BLANK:
            yield fate.value, len(_filled(block, body.rows(fate)))
