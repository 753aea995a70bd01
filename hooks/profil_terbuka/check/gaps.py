"""Lists that are nearly whole: when a few missing things are gaps, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Field, Role, Table
from ..model.messages import Told, message

FEW_GONE = 0.2
"""Beyond this share of its members a list is another list, not one with gaps."""
MOST_NAMED = 8


def are_gaps(gone: int, members: int) -> bool:
    """Whether so many missing things of all members are gaps in a list: one, or a fifth of it.

    >>> are_gaps(1, 3), are_gaps(2, 10), are_gaps(3, 10), are_gaps(0, 10)
    (True, True, False, False)
    """
    return 0 < gone <= max(1, FEW_GONE * members)


def only_time(table: Table) -> Field | None:
    """The only column of periods."""
    dimensions = table.schema.with_role(Role.DIMENSION)
    found = [field for field in dimensions if table.period_kind(field.name)]
    return found[0] if len(found) == 1 else None


def some_named(names: Sequence[Told]) -> tuple[Told, ...]:
    """The names for an enumeration; of many the first, and how many others there are.

    >>> len(some_named(["`x`"] * 20)), some_named(["`x`"] * 20)[-1].values
    (9, (('count', 12),))
    """
    if len(names) <= MOST_NAMED:
        return tuple(names)
    others = message("check.others", count=len(names) - MOST_NAMED)
    return (*names[:MOST_NAMED], others)
