"""A figure by reference through the years: what a card draws beside its number."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Catalog, Field, Role, Table, breaks_off
from ..wording import change
from .figure import figure
from .targets import Unresolved, find_table, pairs, row_filter


@dataclass(frozen=True, slots=True)
class Trend:
    """`values[i]` belongs to the year `start + i`; None where no valid figure stands."""

    start: int
    values: tuple[float | None, ...]
    change: str
    """Of the last year against the one before, in words; '' where that would mislead."""

    @property
    def runs(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """(index, value) of the points that one line may join: cut at gaps and at breaks."""
        runs: list[list[tuple[int, float]]] = []
        before: float | None = None
        for index, value in enumerate(self.values):
            if value is not None:
                if before is None or breaks_off(before, value):
                    runs.append([])
                runs[-1].append((index, value))
            before = value
        return tuple(map(tuple, runs))


def trend(target: str, options: list[str], catalog: Catalog) -> Trend | None:
    """The figure `target options` from the first year of its table to the year it asks for.

    None where the reference names no single year, or fewer than two years have a valid figure.
    """
    _, table = find_table(target, catalog)
    year = _year(table)
    wanted = pairs(options)
    last = dict(wanted).get(year.name, "") if year else ""
    if year is None or not last.isdigit():
        return None
    others = [f"{name}={value}" for name, value in wanted if name != year.name]
    known = {int(str(value)) for value in table.column(year.name)}
    known = {when for when in known if when <= int(last)}
    values = tuple(
        _value(target, [*others, f"{year.name}={when}"], catalog)
        for when in range(min(known), int(last) + 1)
    )
    if sum(value is not None for value in values) < 2:
        return None
    return Trend(min(known), values, _told(table, year, int(last), wanted, values))


def _year(table: Table) -> Field | None:
    years = [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "year"]
    return years[0] if len(years) == 1 else None


def _value(target: str, options: list[str], catalog: Catalog) -> float | None:
    """The figure of one year; None where it may not be quoted."""
    try:
        return float(figure(target, options, catalog))
    except Unresolved:
        return None


def _told(
    table: Table,
    year: Field,
    last: int,
    wanted: list[tuple[str, str]],
    values: tuple[float | None, ...],
) -> str:
    """The change in words; not where either year holds a doubtful value."""
    new, old = values[-1], values[-2]
    if new is None or old is None:
        return ""
    others = [pair for pair in wanted if pair[0] in table.schema and pair[0] != year.name]
    where = row_filter([*others, (year.name, f"{last}|{last - 1}")], table)
    doubted = any(table.status(row).doubted for _, row in table.select(where))
    return "" if doubted else change(new, old, last - 1)
