"""When numbers that seem to add up are believed to: enough of them do, and hardly any does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .cells import Number, Numbers
from .equations import Equation

_ENOUGH = 2
"""So many groups that add up, and hardly one that does not, are no coincidence."""
_LARGE = 20
"""Nor is one group whose sum is as large as this."""
_RARELY = 0.2
"""A book may have a wrong total now and then: the right ones tell all the same."""


def believed_ties(ties: Iterable[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, if enough of them can be tried and nearly all of those hold.

    Those that do not hold are left out. Most sets of ties are none: given up as soon as that shows.

    >>> from profil_terbuka.disclosure.cells import NumberCell
    >>> from profil_terbuka.disclosure.equations import sum_equation
    >>> a, b, whole, withheld = (NumberCell("x.csv", at, "jumlah") for at in range(4))
    >>> ties = [sum_equation([a, b], whole), sum_equation([a, withheld], whole)]
    >>> len(believed_ties(ties, {a: 10, b: 15, whole: 25}))  # 25 is large; the other is open
    2
    >>> len(believed_ties(ties, {a: 10, b: 14, whole: 25}))
    0
    """
    kept: list[Equation] = []
    proven: list[Number] = []
    wrong = 0
    for tie in ties:
        size = proven_size(tie, value)
        if size is not None and size < 0:
            wrong += 1
            if wrong > _ENOUGH and wrong > len(proven):
                return ()
            continue
        kept.append(tie)
        if size:
            proven.append(size)
    enough = len(proven) >= _ENOUGH or any(size >= _LARGE for size in proven)
    return kept if enough and wrong <= _RARELY * len(proven) else ()


def unrefuted_ties(ties: Sequence[Equation], value: Numbers) -> Sequence[Equation]:
    """The ties, unless one can be tried and does not hold."""
    sizes = (proven_size(tie, value) for tie in ties)
    return () if any(size is not None and size < 0 for size in sizes) else ties


def proven_size(tie: Equation, value: Numbers) -> Number | None:
    """What its parts add up to where it holds, -1 where it does not, None where it is open.

    >>> from profil_terbuka.disclosure.cells import NumberCell
    >>> from profil_terbuka.disclosure.equations import sum_equation
    >>> a, b, whole = (NumberCell("x.csv", at, "jumlah") for at in range(3))
    >>> tie = sum_equation([a, b], whole)
    >>> [proven_size(tie, {a: 3, b: 4, whole: total}) for total in (7, 8)]
    [7, -1]
    >>> proven_size(tie, {a: 3, whole: 7}) is None
    True
    """
    added: Number = 0
    subtracted: Number = 0
    for cell, factor in tie.factors.items():
        number = value.get(cell)
        if number is None:
            return None
        if factor > 0:
            added += factor * number
        else:
            subtracted -= factor * number
    return max(added, -added) if added == subtracted else -1
