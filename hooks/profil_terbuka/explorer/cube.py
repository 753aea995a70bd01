"""Tables that can be explored: their frame, and whether there is enough in them to look around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..charts.axes import Axis
from ..model import CellStatus, Dataset, Period, Role, SumRule, Table
from ..model.limits import EXPLORED_FIGURES
from ..model.messages import message
from ..words.catalogues import text
from .dimensions import AxisLevel, Dimensions, dimensions_of
from .figures import ExplorerFigures, ExplorerFrame, figures_of
from .members import members_along
from .noted import row_notes

FEWEST = 3
"""Fewer things, or figures, are seen at a glance in the table itself."""


@dataclass(frozen=True)
class Cube:
    """A table that can be explored, with all figures of its measures."""

    frame: ExplorerFrame
    figures: tuple[ExplorerFigures, ...]

    @property
    def table(self) -> Table:
        """The table whose rows they are."""
        return self.frame.table


def frame_of(table: Table, region: str) -> ExplorerFrame | None:
    """The frame of a table; `region` is what the whole of all its areas is called.

    None where its dimensions do not tell its rows apart.
    """
    found = dimensions_of(table)
    if found is None:
        return None
    axes = tuple(members_along(table, levels, _whole(levels, region)) for levels in found.axes)
    return ExplorerFrame(table, found, axes, _periods(table, found))


def _whole(levels: tuple[AxisLevel, ...], region: str) -> str:
    """What all of an axis together is called."""
    if levels[0].code and region:
        return region
    return text(message("explorer.all", what=levels[-1].title.lower()))


def _periods(table: Table, found: Dimensions) -> tuple[Period | None, ...]:
    if not found.time:
        return (None,)
    known = Axis(table, found.time, table.rows)
    return tuple(when for _, when in known.without_gaps()) if known.periods else ()


def cubes(dataset: Dataset) -> Iterator[Cube]:
    """The tables of a dataset that can be explored, the main one first.

    Totals that stand among the figures of what they add up are no table of their own here.
    """
    placed: set[str] = set()
    tables = sorted(dataset.tables, key=lambda table: table.name != dataset.slug)
    for table in tables:
        if table.name in placed or is_too_long(table):
            continue
        cube = _cube(table, dataset)
        if cube is not None:
            placed |= set(_totals_of(table, dataset))
            yield cube


def _totals_of(table: Table, dataset: Dataset) -> Iterator[str]:
    """The tables of what a table adds up to."""
    sums = (rule for rule in dataset.rules if isinstance(rule, SumRule))
    yield from (rule.total for rule in sums if rule.table == table.name)


def is_too_long(table: Table) -> bool:
    """Whether a table has more figures than a phone can be asked to load."""
    measures = len(table.schema.with_role(Role.MEASURE))
    return len(table.rows) * measures > EXPLORED_FIGURES


def _cube(table: Table, dataset: Dataset) -> Cube | None:
    measures = table.schema.with_role(Role.MEASURE)
    frame = frame_of(table, dataset.coverage.name) if measures and table.rows else None
    if frame is None or not frame.periods:
        return None
    if frame.size * len(measures) > EXPLORED_FIGURES:
        return None
    notes = row_notes(dataset)
    figures = tuple(figures_of(frame, field.name, dataset, notes) for field in measures)
    cube = Cube(frame, tuple(item for item in figures if _is_rich(frame, item)))
    return cube if cube.figures else None


def _is_rich(frame: ExplorerFrame, figures: ExplorerFigures) -> bool:
    """Whether a measure has enough values to compare, of one unit, over things or over time."""
    units = [
        place
        for place, axis in enumerate(frame.axes)
        if frame.table.schema[axis.levels[-1].name].role is Role.UNIT
    ]
    rows = {at: figure for at, figure in figures.known.items() if figure.origin == "d"}
    told = [at for at, figure in rows.items() if figure.status is not CellStatus.MISSING]
    if 2 * len(told) < len(rows):
        return False  # a list of facts, of which a few are numbers
    counts: dict[tuple[int, ...], int] = {}
    for at in told:
        if rows[at].value is not None:
            unit = tuple(at[place] for place in units)
            counts[unit] = counts.get(unit, 0) + 1
    return max(counts.values(), default=0) >= FEWEST
