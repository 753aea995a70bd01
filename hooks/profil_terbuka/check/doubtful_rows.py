"""Which rows of a table may break its schema: all others need not be looked at one by one.

A cell is judged by its text alone, so each text of a column is judged once; that two rows share a
key shows in the columns of the key. What is left is mostly nothing, however long the table is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

CellReader = Callable[[str], tuple[object, Mapping[str, str] | None]]
"""What a schema makes of a cell's text, and what it has against it: nothing where None or empty."""
Column = Sequence[str]


@dataclass(frozen=True, slots=True)
class RowRules:
    """How a schema judges the rows of a table, by the positions of its columns."""

    readers: tuple[CellReader, ...]
    keys: tuple[tuple[int, ...], ...]
    """Columns whose values together stand in one row only: the primary key, each unique column."""


def doubtful_rows(cells: Sequence[Sequence[str]], rules: RowRules) -> list[int]:
    """The indices of rows that the rules may object to, in order: never one too few.

    A column holds as many texts as it likes: time grows with the cells, and no faster.

    >>> def whole(text): return (int(text), None) if text.isdigit() else (None, {"type": "integer"})
    >>> rows = [("1", "20"), ("2", "x"), ("3", "40"), ("1", "50")]
    >>> doubtful_rows(rows, RowRules((whole, whole), ((0,),)))
    [0, 1, 3]
    """
    columns = tuple(zip(*cells, strict=True))
    judged = [
        {text: reader(text) for text in set(texts)}
        for texts, reader in zip(columns, rules.readers, strict=True)
    ]
    found: set[int] = set()
    for texts, known in zip(columns, judged, strict=True):
        found.update(_with_any(texts, {text for text, (_, faults) in known.items() if faults}))
    numbered = [_numbers_of_values(known) for known in judged]
    for key in rules.keys:
        found.update(_sharing([columns[at] for at in key], [numbered[at] for at in key]))
    return sorted(found)


def _with_any(texts: Column, wanted: set[str]) -> Iterator[int]:
    """The indices of cells that hold one of these texts."""
    for index, text in enumerate(texts) if wanted else ():
        if text in wanted:
            yield index


def _numbers_of_values(
    judged: Mapping[str, tuple[object, Mapping[str, str] | None]],
) -> Mapping[str, int]:
    """A number for each text, the same for texts of one value (1.5 and 1.50); -1: no value."""
    numbers: dict[object, int] = {}
    return {
        text: -1 if value is None else numbers.setdefault(value, len(numbers))
        for text, (value, _) in judged.items()
    }


def _sharing(columns: Sequence[Column], numbers: Sequence[Mapping[str, int]]) -> Iterable[int]:
    """The indices of rows that hold in these columns what another row holds, or no value at all."""
    import numpy as np  # noqa: PLC0415 - slow to load, and most tables are small

    shared = np.zeros(len(columns[0]), dtype=np.int64)
    empty = np.ones(len(columns[0]), dtype=bool)
    for texts, known in zip(columns, numbers, strict=True):
        own = np.fromiter(map(known.__getitem__, texts), dtype=np.int64, count=len(texts))
        # Numbered anew after each column, so that the product never outgrows 64 bits.
        _, shared = np.unique(shared * (len(known) + 1) + own + 1, return_inverse=True)
        empty &= own < 0
    counted = np.bincount(shared)
    indices: list[int] = np.flatnonzero((counted[shared] > 1) | empty).tolist()
    return indices
