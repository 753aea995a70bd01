"""What may be said of a figure over time: where its series breaks, and how it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Dataset, Period, Table, before, breaks_off
from ..model.continuity import breaks_about, period_of
from ..words.amounts import ShiftKind, shift
from .figures import At, ExplorerFrame, Figure

NO_CHANGE = "-"
LETTERS = {
    ShiftKind.SAME: "s",
    ShiftKind.NEARLY_SAME: "n",
    ShiftKind.POINTS: "o",
    ShiftKind.NUMBER: "j",
    ShiftKind.QUANTITY: "q",
    ShiftKind.PERCENT: "p",
}
"""How a change since the period before is told; `NO_CHANGE` where none may be."""


@dataclass(frozen=True, slots=True)
class Step:
    """`change` is a letter of `LETTERS`; figures compare over time within one `stretch`."""

    change: str
    stretch: int


def steps(
    frame: ExplorerFrame, known: Mapping[At, Figure], unit: str, dataset: Dataset
) -> Mapping[At, Step]:
    """The step that leads to each figure of a measure.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> from .cube import cubes
    >>> rows = [(2022, "A", 30), (2023, "A", 33), (2024, "A", 3)]
    >>> dataset = invented_dataset(invented_table("tahun, jenis, jumlah (orang)", *rows))
    >>> cube = next(cubes(dataset))
    >>> found = steps(cube.frame, cube.figures[0].known, "orang", dataset)
    >>> [step.change for step in found.values()]
    ['-', 'p', '-']
    """
    cuts = tuple(_cuts(frame, dataset))
    everything = _is_incomparable(frame.table, dataset)
    found: dict[At, Step] = {}
    for series in dict.fromkeys(at[:-1] for at in sorted(known)):
        stretch = 0
        for place, _ in enumerate(frame.periods):
            at = (*series, place)
            old, new = known.get((*series, place - 1)), known.get(at)
            broken = everything or _breaks(frame, cuts, at, old, new)
            stretch += broken and place > 0
            if new is not None:
                change = NO_CHANGE if broken else _change(frame, place, old, new, unit)
                found[at] = Step(change, stretch)
    return found


def _change(frame: ExplorerFrame, place: int, old: Figure | None, new: Figure, unit: str) -> str:
    later = frame.periods[place]
    earlier = frame.periods[place - 1] if place else None
    if later is None or earlier is None or before(later) != earlier:
        return NO_CHANGE
    if old is None or not old.sure or not new.sure or None in (old.value, new.value):
        return NO_CHANGE
    found = shift(_plain(new), _plain(old), unit)
    return LETTERS[found.kind] if found else NO_CHANGE


def _plain(figure: Figure) -> int | float:
    value = figure.value or 0
    return int(value) if value == int(value) else float(value)


def _breaks(
    frame: ExplorerFrame,
    cuts: tuple[tuple[Period, frozenset[At]], ...],
    at: At,
    old: Figure | None,
    new: Figure | None,
) -> bool:
    """Whether the step to a place is no development."""
    place = at[-1]
    later = frame.periods[place]
    earlier = frame.periods[place - 1] if place else None
    if later is not None and earlier is not None:
        for since, touched in cuts:
            if earlier < since <= later and at[:-1] in touched:
                return True
    if old is None or new is None or old.value is None or new.value is None:
        return False
    marked = old.status.doubted or new.status.doubted or old.jumps or new.jumps
    return marked and breaks_off(float(old.value), float(new.value))


def _cuts(frame: ExplorerFrame, dataset: Dataset) -> Iterator[tuple[Period, frozenset[At]]]:
    """Each declared break: its first period, and the series that it concerns."""
    for rule, rows in breaks_about(dataset, frame.table, frame.table.rows):
        since = period_of(rule, frame.table)
        if since is not None and rule.time == frame.dimensions.time:
            touched = {above[:-1] for row in rows for above in frame.above(frame.at(row))}
            yield since, frozenset(touched)


def _is_incomparable(table: Table, dataset: Dataset) -> bool:
    """Whether the descriptor says that no two periods compare."""
    return any(not rule.since for rule, _ in breaks_about(dataset, table, table.rows))
