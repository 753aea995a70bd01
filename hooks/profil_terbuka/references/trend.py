"""A figure by reference through the years: what a card draws beside its number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..model import Catalog, Dataset, Field, Period, PeriodKind, Role, Table
from ..model.aggregation import Row, members
from ..model.continuity import break_between
from ..words.amounts import shift_clause
from .figure import QuotedFigure, quoted_figure
from .targets import Unresolved, chosen_rows, option_pairs, referenced_table


@dataclass(frozen=True, slots=True)
class Trend:
    """`values[i]` belongs to the year `start + i`; None where no valid figure stands."""

    start: int
    values: tuple[float | None, ...]
    change: str
    """Of the last year against the one before, in words; '' where that would mislead."""
    broken: frozenset[int] = frozenset()
    """Indices of years that are counted in another way than the year before."""

    @property
    def runs(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """(index, value) of the points that one line may join: cut at gaps and at breaks.

        >>> Trend(2021, (4.0, None, 6.0, 7.0), "").runs
        (((0, 4.0),), ((2, 6.0), (3, 7.0)))
        """
        runs: list[list[tuple[int, float]]] = []
        before: float | None = None
        for index, value in enumerate(self.values):
            if value is not None:
                if before is None or index in self.broken:
                    runs.append([])
                runs[-1].append((index, value))
            before = value
        return tuple(map(tuple, runs))


def trend(target: str, options: Sequence[str], catalog: Catalog) -> Trend | None:
    """The figure `target options` from the first year of its table to the year it asks for.

    None where the reference names no single year, or fewer than two years have a valid figure.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> table = invented_table("tahun, jumlah (orang)", (2023, 40), (2024, 42), name="pkh")
    >>> line = trend("pkh", ["tahun=2024"], invented_catalog(invented_dataset(table)))
    >>> line.values, line.change
    ((40.0, 42.0), 'naik 5 % dari 2023')
    """
    dataset, table = referenced_table(target, catalog)
    year = _year(table)
    wanted = option_pairs(options)
    last = dict(wanted).get(year.name, "") if year else ""
    if year is None or not last.isdigit():
        return None
    others = [f"{name}={value}" for name, value in wanted if name != year.name]
    known = {int(str(value)) for value in table.column(year.name)}
    years = range(min(known), int(last) + 1)
    figures = [_figure(target, [*others, f"{year.name}={when}"], catalog) for when in years]
    if sum(found is not None for found in figures) < 2:
        return None
    columns = [pair for pair in wanted if pair[0] in table.schema and pair[0] != year.name]
    rows = [row for _, row in table.select(chosen_rows(columns, table))]
    return Trend(
        years.start,
        tuple(float(found.value) if found else None for found in figures),
        _change(figures, int(last), steady=not _broken(dataset, table, rows, int(last))),
        frozenset(i for i, when in enumerate(years) if i and _broken(dataset, table, rows, when)),
    )


def _year(table: Table) -> Field | None:
    years = [field for field in table.schema.with_role(Role.DIMENSION) if field.type == "year"]
    return years[0] if len(years) == 1 else None


def _figure(target: str, options: Sequence[str], catalog: Catalog) -> QuotedFigure | None:
    """The figure of one year; None where it may not be quoted."""
    try:
        return quoted_figure(target, options, catalog)
    except Unresolved:
        return None


def _broken(dataset: Dataset, table: Table, rows: Collection[Row], year: int) -> bool:
    """Whether a year was counted in another way than the one before, or is made of other things."""
    before, now = (Period(when, 0, PeriodKind.YEAR) for when in (year - 1, year))
    if break_between(dataset, table, rows, before, now):
        return True
    held = [[row for row in rows if year_ in table.years([row])] for year_ in (year - 1, year)]
    old, new = (members(table, own, [f.name for f in (_year(table),) if f]) for own in held)
    return bool(old and new) and old != new


def _change(figures: list[QuotedFigure | None], last: int, steady: bool) -> str:
    """The change of the last year in words; not where it or the year before is doubtful."""
    old, new = figures[-2:]
    if old is None or new is None or old.doubtful or new.doubtful or not steady:
        return ""
    return shift_clause(new.value, old.value, str(last - 1), new.unit)
