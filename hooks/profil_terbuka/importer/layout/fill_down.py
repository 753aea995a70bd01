"""Names that stand only in the first row of those they are about, in each of these rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ...model.messages import Message, message
from ..grid import SheetCell
from ..reading.column_reading import places
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable
from .column_titles import numbers_rows
from .wording import group_in, names_total, total_of

_LOWER = frozenset({"Kelurahan", "Desa"})


def filled_down(sheet: SheetTable, labels: Sequence[int]) -> tuple[SheetTable, list[Message]]:
    """The table with names in every row they are about; `labels` are its columns of names."""
    columns = list(sheet.columns)
    told: list[Message] = []
    for order, at in enumerate(labels):
        inner = [columns[other] for other in labels[order + 1 :]]
        holes = _holes(columns[at], inner, sheet.kinds)
        if holes and _leaves_out_names(columns[at], holes):
            columns[at] = _with_holes_filled(columns[at], holes)
            filled = [columns[at].cells[row] for row in holes]
            told.append(
                message("importer.step-filled-down", title=columns[at].title, places=places(filled))
            )
    return replace(sheet, columns=tuple(columns)), told


def missing_regions(sheet: SheetTable, labels: Sequence[int]) -> Iterator[Message]:
    """Districts that are not told beside their villages, and that nothing above tells either."""
    for at, inner in pairwise(labels):
        outer, villages = sheet.columns[at], sheet.columns[inner]
        if _called(outer) == "Kecamatan" and _called(villages) in _LOWER:
            holes = [outer.cells[row] for row in _holes(outer, [villages], sheet.kinds)]
            if holes:
                yield message("importer.region-missing", title=outer.title, places=places(holes))


def figures_of_groups(
    sheet: SheetTable, labels: Sequence[int], measures: Sequence[int]
) -> Iterator[Message]:
    """Columns of figures that tell only the first row of each group: what the whole group has."""
    rows = [row for row, kind in enumerate(sheet.kinds) if kind is RowKind.DATA]
    if all(_all_told(sheet.columns[at], rows) for at in measures):
        return
    for outer in labels[:-1]:
        groups = _groups(sheet.columns[outer], rows)
        for at in measures:
            column = sheet.columns[at]
            beside = [sheet.columns[other] for other in measures if other != at]
            if _only_first(column, groups) and any(_all_told(other, rows) for other in beside):
                yield message(
                    "importer.figures-of-groups",
                    title=column.title,
                    group=sheet.columns[outer].title,
                    places=places([column.cells[group[0]] for group in groups]),
                )
                return


def _groups(column: SheetColumn, rows: Sequence[int]) -> list[list[int]]:
    """Rows that follow each other and hold the same."""
    return [list(group) for _, group in groupby(rows, lambda row: column.cells[row].shown)]


def _only_first(column: SheetColumn, groups: Sequence[Sequence[int]]) -> bool:
    """Whether a column is filled in the first row of each group alone; two of them are long."""
    long = [group for group in groups if len(group) > 1]
    firsts = all(not column.cells[group[0]].empty for group in groups)
    others = all(column.cells[row].empty for group in long for row in group[1:])
    return len(long) > 1 and firsts and others


def _all_told(column: SheetColumn, rows: Sequence[int]) -> bool:
    return all(not column.cells[row].empty for row in rows)


def _called(column: SheetColumn) -> str:
    """The kind of regions that a heading says the column names; '' where it says none."""
    kind, _ = group_in(f"{column.title} x") or ("", "")
    return kind


def _holes(
    column: SheetColumn, inner: Sequence[SheetColumn], kinds: Sequence[RowKind]
) -> list[int]:
    """Empty cells of an outer column of names, beside filled inner ones."""
    return [
        row
        for row, cell in enumerate(column.cells)
        if cell.empty
        and kinds[row] is RowKind.DATA
        and any(not other.cells[row].empty for other in inner)
    ]


def _leaves_out_names(column: SheetColumn, holes: Sequence[int]) -> bool:
    """Whether a column names only the first row of each group.

    Who repeats names leaves none out; what numbers rows has no names; above the first hole a name
    has to stand.
    """
    texts = [cell.shown for cell in column.cells]
    repeats = any(text and text == after for text, after in pairwise(texts))
    has_name = any(_is_name(cell) for cell in column.cells[: holes[0]])
    return has_name and not repeats and not numbers_rows(column.title)


def _is_name(cell: SheetCell) -> bool:
    return not (cell.empty or names_total(cell.text) or total_of(cell.text))


def _with_holes_filled(column: SheetColumn, holes: Sequence[int]) -> SheetColumn:
    cells = list(column.cells)
    unnamed = frozenset(holes)
    name = SheetCell()
    for row, cell in enumerate(column.cells):
        if _is_name(cell):
            name = cell
        elif row in unnamed:
            cells[row] = replace(name, row=cell.row, column=cell.column)
    return replace(column, cells=tuple(cells))
