"""Which cells to withhold: the small counts, and others that would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..model import Catalog
from .bounds import Interval, narrow
from .cells import Cell, numbers, withheld
from .complements import complements
from .decisions import small_counts, twins, widths
from .inferred import every_equation


@dataclass(frozen=True)
class Protection:
    """What to withhold, and which withheld numbers can be worked out all the same."""

    hidden: frozenset[Cell]
    exposed: tuple[Cell, ...]


def protection(catalog: Catalog) -> Protection:
    """The cells to withhold in a catalogue that holds the true values: few, and rather small ones.

    What is withheld already stays so. A cell withheld in one edition is withheld in all.
    """
    datasets = catalog.datasets
    value, ties, width = numbers(catalog.packages), every_equation(catalog), widths(datasets)
    same, empty = twins(datasets), withheld(catalog.packages)

    def all_editions(cells: Iterable[Cell]) -> frozenset[Cell]:
        every = (other for cell in cells for other in (cell, *same.get(cell, ())))
        return frozenset(cell for cell in every if cell in value or cell in empty)

    def weak(hidden: Collection[Cell]) -> Mapping[Cell, Interval]:
        return narrow(ties, hidden, value, width)

    needed = hidden = all_editions({**empty, **small_counts(datasets)})
    exposed: dict[Cell, None] = {}
    while targets := [cell for cell in weak(hidden) if cell not in exposed]:
        for target in targets:
            more = complements(target, ties, hidden, value, width(target))
            if not more and target in weak(hidden):
                exposed[target] = None
            hidden |= all_editions(more or ())
    for cell in sorted(hidden - needed, key=value.__getitem__, reverse=True):
        without = hidden - all_editions([cell])
        if weak(without).keys() <= exposed.keys():
            hidden = without
    return Protection(hidden, tuple(exposed))
