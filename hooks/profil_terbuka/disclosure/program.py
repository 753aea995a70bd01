"""Small programs in whole numbers, solved exactly (HiGHS, through scipy)."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SECONDS = 10.0
"""No program here is so large; a monstrous one is answered by the best found in this time."""
_EPOCH = "SOURCE_DATE_EPOCH"
_EXACT = 1e-6
"""The solver's own tolerance for whole numbers."""


class Program:
    """Whole numbers between bounds, tied by linear constraints; `best` may be asked repeatedly.

    >>> two = Program()
    >>> a, b = two.variable(1, 100), two.variable(1, 100)
    >>> two.constrain({a: 1, b: 1}, 5, 5)
    >>> two.best({a: 1}), two.best({a: -1})
    ((1, 4), (4, 1))
    """

    def __init__(self) -> None:
        self._low: list[float] = []
        self._high: list[float] = []
        self._rows: list[Mapping[int, int]] = []
        self._least: list[float] = []
        self._most: list[float] = []

    def variable(self, low: int, high: int) -> int:
        """A new unknown and the number it goes by."""
        self._low.append(low)
        self._high.append(high)
        return len(self._low) - 1

    def constrain(self, factors: Mapping[int, int], low: int | None, high: int | None) -> None:
        """The sum of factor x unknown lies between `low` and `high` (None: has no such bound)."""
        self._rows.append(factors)
        self._least.append(-math.inf if low is None else low)
        self._most.append(math.inf if high is None else high)

    def best(self, costs: Mapping[int, float]) -> Sequence[int] | None:
        """The unknowns where cost x unknown adds up to least; None when nothing is possible.

        The best among fractions as well is mostly whole, as it is in every table of two dimensions,
        and found far sooner.
        """
        found = self._solve(costs, whole=False)
        if found is not None and any(abs(value - round(value)) > _EXACT for value in found):
            with _silence():
                found = self._solve(costs, whole=True)
        return None if found is None else tuple(round(value) for value in found)

    def _solve(self, costs: Mapping[int, float], whole: bool) -> Sequence[float] | None:
        with _imports():
            import numpy as np  # noqa: PLC0415
            from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
        weights = np.zeros(len(self._low))
        for index, cost in costs.items():
            weights[index] = cost
        solved = milp(
            weights,
            integrality=np.full(len(weights), int(whole)),
            bounds=Bounds(self._low, self._high),
            constraints=LinearConstraint(self._matrix(), self._least, self._most),
            options={"time_limit": _SECONDS},
        )
        return None if solved.x is None else solved.x.tolist()

    def _matrix(self) -> csr_array:
        """A row a constraint, a column an unknown; built anew, which costs less than solving."""
        from scipy.sparse import csr_array  # noqa: PLC0415

        ends = list(accumulate(map(len, self._rows), initial=0))
        columns = [column for row in self._rows for column in row]
        factors = [float(factor) for row in self._rows for factor in row.values()]
        return csr_array((factors, columns, ends), shape=(len(self._rows), len(self._low)))


@contextmanager
def _imports() -> Iterator[None]:
    """The solver is loaded when it is needed: most commands withhold nothing.

    A library below it reads SOURCE_DATE_EPOCH and fails where that is set to nothing, which to us
    means the same as not set.
    """
    empty = os.environ.get(_EPOCH) == ""
    if empty:
        del os.environ[_EPOCH]
    try:
        yield
    finally:
        if empty:
            os.environ[_EPOCH] = ""


@contextmanager
def _silence() -> Iterator[None]:
    """The solver prints lines meant for its own developers when it branches."""
    with TemporaryFile() as aside:
        kept = os.dup(1)
        os.dup2(aside.fileno(), 1)
        try:
            yield
        finally:
            os.dup2(kept, 1)
            os.close(kept)
