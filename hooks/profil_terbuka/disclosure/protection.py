"""Which cells to withhold: the small counts, and others that would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..model import Catalog
from .bounds import Audit
from .cells import NumberCell, numbers_by_cell, withheld_cells
from .complements import complements
from .decisions import edition_twins, required_widths, small_counts
from .equations import Ties
from .inferred import every_equation
from .shares import shares


@dataclass(frozen=True)
class Protection:
    """What to withhold, and which withheld numbers can be worked out all the same."""

    withheld: frozenset[NumberCell]
    exposed: tuple[NumberCell, ...]


def protection(catalog: Catalog, beforehand: Iterable[NumberCell] = ()) -> Protection:
    """The cells to withhold in a catalogue that holds the true values: few, and rather small ones.

    What is withheld already (`beforehand`, and rows whose true values are not at hand) stays so.
    A cell withheld in one edition is withheld in all.

    >>> from profil_terbuka.model import SumRule, Suppression
    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> rows = [("HIV", 2), ("TBC", 9), ("Lainnya", 40)]
    >>> detail = invented_table("jenis, jumlah (orang)", *rows)
    >>> total = invented_table("tahun, jumlah (orang)", (2024, 51), name="total")
    >>> decided = invented_dataset(
    ...     detail,
    ...     total,
    ...     rules=(SumRule("data", "jumlah", "total", {}),),
    ...     suppressions=(Suppression("data", "jumlah"),),
    ... )
    >>> plan = protection(invented_catalog(decided))
    >>> sorted(cell.at for cell in plan.withheld)  # 2, and 9 besides
    [0, 1]
    """
    datasets = catalog.datasets
    value, width = numbers_by_cell(catalog.packages), required_widths(datasets)
    through = shares(catalog)
    ties = Ties((*every_equation(catalog), *through.ties))
    weak = Audit(ties, value, width).narrow_intervals
    same, empty = edition_twins(datasets), withheld_cells(catalog.packages)

    def all_editions(cells: Iterable[NumberCell]) -> frozenset[NumberCell]:
        told = [other for cell in cells for other in (cell, *through.beside.get(cell, ()))]
        every = (other for cell in told for other in (cell, *same.get(cell, ())))
        return frozenset(cell for cell in every if cell in value or cell in empty)

    needed = withheld = all_editions((*beforehand, *empty, *small_counts(datasets)))
    exposed: dict[NumberCell, None] = {}
    doubtful: set[NumberCell] = set()
    while targets := sorted(weak(withheld).keys() - exposed.keys()):
        for target in targets:
            more = complements(target, ties, withheld, value, width(target))
            if not more and target in doubtful:
                exposed[target] = None
            elif not more:  # the others withheld in this round may be enough: the next one tells
                doubtful.add(target)
            withheld |= all_editions(more or ())
    beside = {share for told in through.beside.values() for share in told}
    added = sorted(withheld - needed - beside, key=lambda cell: (value[cell], cell), reverse=True)
    for cell in added if len(withheld) <= _REVISED else ():
        without = all_editions(withheld - beside - all_editions([cell])) | needed
        if not _left_alone(cell, ties, without) and weak(without).keys() <= exposed.keys():
            withheld = without
    return Protection(withheld, tuple(exposed))


_REVISED = 150
"""Up to so many withheld numbers each is tried once more: perhaps the others are enough by now."""


def _left_alone(shown: NumberCell, ties: Ties, withheld: Collection[NumberCell]) -> bool:
    """Whether some equation would tell a number outright if that cell were shown: seen quickly."""
    return any(sum(cell in withheld for cell in tie.factors) == 1 for tie in ties.of(shown))
