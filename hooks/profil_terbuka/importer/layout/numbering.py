"""What numbers rows, and which numbers stand above others: 'II' above '1', '5' above '5.1'."""

from __future__ import annotations

import re

from .row_reader import RowReader

_CAPITAL, _FIGURE, _SMALL = 0, 1, 9
_DOTTED = re.compile(r"\d+(?:\.\d+)*")


def row_orders(reader: RowReader) -> dict[int, int]:
    """Row -> the order of its number, where the first column numbers rows or holds their codes."""
    if not reader.labels or reader.labels[0] == reader.main_label:
        return {}
    at = reader.labels[0]
    if reader.headings.paths[at] and not reader.only_tells_apart(at):
        return {}
    rows = range(reader.headings.after, len(reader.block.grid.rows))
    orders = {row: order_of(reader.block.cells(row)[at].shown) for row in rows}
    return {row: order for row, order in orders.items() if order is not None}


def order_of(mark: str) -> int | None:
    """The order of what numbers rows: 'A', 'II' stand above '1', that above '1.1' and 'a'.

    >>> [order_of(mark) for mark in ("II.", "1", "1.1", "a)", "Anak", "")]
    [0, 1, 2, 9, None, None]
    """
    bare = mark.rstrip(".)")
    if _DOTTED.fullmatch(bare):
        return _FIGURE + bare.count(".")
    if bare.isalpha() and (len(bare) == 1 or set(bare.upper()) <= set("IVXL")):
        return _CAPITAL if bare.isupper() else _SMALL
    return None
