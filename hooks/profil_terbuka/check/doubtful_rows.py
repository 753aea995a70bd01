"""Which rows of a table may break its schema: all others need not be looked at one by one.

A cell is judged by its text alone, so each text of a column is judged once; that two rows share a
key shows in the columns of the key. What is left is mostly nothing, however long the table is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import Value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbered = NDArray[np.int64]

CellReader = Callable[[str], tuple[object, Mapping[str, str] | None]]
"""What a schema makes of a cell's text, and what it has against it: nothing where None or empty."""


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
    found: set[int] = set()
    numbered: dict[int, Numbered] = {}
    in_keys = {at for key in rules.keys for at in key}
    for at, reader in enumerate(rules.readers):
        texts = [row[at] for row in cells]
        judged = {text: reader(text) for text in set(texts)}
        found.update(_with_any(texts, {text for text, (_, faults) in judged.items() if faults}))
        if at in in_keys:
            numbered[at] = _numbered(texts, {text: value for text, (value, _) in judged.items()})
    for key in rules.keys:
        found.update(_sharing([numbered[at] for at in key]))
    return sorted(found)


def any_shared(columns: Sequence[Sequence[Value]]) -> bool:
    """Whether two rows may hold the same values in these columns.

    >>> any_shared([(2023, 2023, 2024), ("Utara", "Timur", "Utara")])
    False
    """
    numbered = [_numbered(values, {value: value for value in set(values)}) for values in columns]
    return bool(_sharing(numbered))


def _with_any(texts: Sequence[str], wanted: set[str]) -> Iterator[int]:
    """The indices of cells that hold one of these texts."""
    for index, text in enumerate(texts) if wanted else ():
        if text in wanted:
            yield index


def _numbered(cells: Sequence[Value], values: Mapping[Any, object]) -> Numbered:
    """A number for each cell, the same for cells of one value (1.5 and 1.50); 0: no value."""
    import numpy as np  # noqa: PLC0415 - slow to load, and most tables are small

    numbers: dict[object, int] = {None: 0}
    known = {cell: numbers.setdefault(value, len(numbers)) for cell, value in values.items()}
    return np.fromiter(map(known.__getitem__, cells), dtype=np.int64, count=len(cells))


def _sharing(columns: Sequence[Numbered]) -> list[int]:
    """The indices of rows that hold in these columns what another row holds, or no value at all."""
    import numpy as np  # noqa: PLC0415 - as above

    shared = np.zeros(len(columns[0]), dtype=np.int64)
    for own in columns:
        # Numbered anew after each column, so that the product never outgrows 64 bits.
        _, shared = np.unique(shared * (own.max(initial=0) + 1) + own, return_inverse=True)
    empty = np.logical_and.reduce([own == 0 for own in columns])
    indices: list[int] = np.flatnonzero((np.bincount(shared)[shared] > 1) | empty).tolist()
    return indices
