"""Declared order (`urutan`): in every row dates and numbers run forward."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...model import Catalog, Dataset, OrderRule, Value, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ..kind import RuleCheck
from ..panel import Number


def order_holds(rule: OrderRule, dataset: Dataset, catalog: Catalog) -> Iterator[Finding]:
    """In every row the values run forward; empty cells are skipped."""
    table = dataset.table(rule.table)
    for row_number, row in enumerate(table.rows, start=2):
        filled = [(name, table.stated(row, name)) for name in rule.columns]
        filled = [(name, value) for name, value in filled if value is not None]
        for (first, early), (second, late) in pairwise(filled):
            if _is_after(early, late):
                said = message(
                    "check.order-reversed",
                    later=second,
                    late=str(late),
                    earlier=first,
                    early=str(early),
                )
                place = Place(table.file, row_number, second)
                yield Finding(codes.ORDER_REVERSED, place, said)


def _is_after(early: Value, late: Value) -> bool:
    """Numbers as numbers; dates, whole or only year and month, letter by letter.

    >>> _is_after(10, 9), _is_after("2024-02-01", "2024-10"), _is_after("10", "9")
    (True, False, False)
    """
    if isinstance(early, Number) and isinstance(late, Number):
        return early > late
    return str(early) > str(late)


CHECK = RuleCheck((codes.ORDER_REVERSED,), OrderRule, order_holds)
