"""Rows without figures that are headings of the rows below them."""

from __future__ import annotations

from ..grid import SheetCell
from .numbering import order_of
from .row_reader import RowReader
from .wording import group_in

_MARKED = 2
"""A mark and a name."""


def announces_group(reader: RowReader, row: int) -> bool:
    """Whether a row without figures is the heading of the rows below it.

    It stands alone, and differs from the rows around it: over several columns, elsewhere than
    their names, by a word like 'Kecamatan', by its own kind of numbering, or above the headings of
    the table, which are repeated for it.
    """
    words = reader.words(row)
    filled = reader.block.filled(row)
    if not words or not _stands_alone(reader, row):
        return False
    if not reader.measures:
        return reader.block.spanned(row, filled[0]) == len(reader.block.columns) > 1
    if reader.goes_on(row) and reader.repeats(row + 1):
        return True
    at = filled[-1]
    is_wide = reader.block.spanned(row, at) > 1
    elsewhere = bool(reader.labels) and at != reader.main_label
    return is_wide or elsewhere or len(filled) > 1 or _is_of_own_kind(reader, row)


def _is_of_own_kind(reader: RowReader, row: int) -> bool:
    """Whether a row is called 'Kecamatan Contoh' among rows that are not called so.

    In a list of districts it is one of them, of which nothing was told.
    """
    kind = _kind(reader, row)
    around = (row - 1, row + 1) if reader.goes_on(row) else (row - 1,)
    return kind != "" and kind not in [
        _kind(reader, other) for other in around if reader.has_figures(other)
    ]


def _kind(reader: RowReader, row: int) -> str:
    kind, _ = group_in(reader.block.cells(row)[reader.main_label].text) or ("", "")
    return kind


def _stands_alone(reader: RowReader, row: int) -> bool:
    """One text, perhaps with a letter or a Roman number before it: 'II  Kecamatan Contoh'."""
    filled = reader.block.filled(row)
    cells = [reader.block.cells(row)[at] for at in filled]
    if len(cells) == 1:
        return True
    return len(cells) == _MARKED and len(reader.labels) > 1 and _is_above(reader, row, cells[0])


def _is_above(reader: RowReader, row: int, mark: SheetCell) -> bool:
    """Whether what numbers a row is no number of its own kind: a letter, or '1' above 'a'."""
    order = order_of(mark.shown)
    below = reader.block.grid.rows[row + 1][mark.column] if reader.goes_on(row) else SheetCell()
    next_order = order_of(below.shown)
    is_higher = order is not None and next_order is not None and order < next_order
    return is_higher or (order is not None and not mark.shown.rstrip(".)").isdecimal())
