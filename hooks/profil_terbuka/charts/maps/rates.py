"""Counts of a map divided by how many live there: rates, which large areas do not darken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...model import CellStatus, Dataset, Denominator, Role, Table, Value
from ...model.messages import NOTHING, Message, message
from ...model.products import Region
from ...read.suggestions import suggestion
from ...words.catalogues import text

Row = tuple[Value, ...]
_LARGE = 10
"""From such a rate on one decimal is enough."""


@dataclass(frozen=True)
class Rates:
    """The regions with their rates, the unit of those, and what they were divided by, in words."""

    regions: tuple[Region, ...]
    unit: str
    parts: tuple[str, str]
    """Units of the count and of what it is divided by."""
    caveat: str


@dataclass(frozen=True)
class Divisor:
    """A table of divisors: which columns hold the region, the year ('' if none), the measure."""

    dataset: Dataset
    table: Table
    code: str
    year: str
    measure: str

    def rows(self, wanted: Denominator) -> Mapping[tuple[str, str], list[Row]]:
        """The rows by region code and year."""
        found: dict[tuple[str, str], list[Row]] = {}
        for _, row in self.table.select(wanted.where):
            year = str(self.table.value(row, self.year)) if self.year else ""
            found.setdefault((str(self.table.value(row, self.code)), year), []).append(row)
        return found


def year_column(table: Table) -> str:
    """The column of years, '' where there is none."""
    return next((field.name for field in table.schema.fields if field.type == "year"), "")


def divisor(wanted: Denominator, dataset: Dataset, others: Iterable[Dataset]) -> Divisor | Message:
    """The table that `wanted` names, or what is wrong with it.

    A bare name is a table of `dataset` itself or the main table of another package.
    """
    known = {other.slug: (other, other.main) for other in others}
    for other in others:
        known |= {f"{other.slug}/{table.name}": (other, table) for table in other.tables}
    known |= {table.name: (dataset, table) for table in dataset.tables}
    if wanted.table not in known:
        hint = suggestion(wanted.table, known)
        return message("charts.no-such-divisor", table=wanted.table, hint=hint)
    owner, table = known[wanted.table]
    if wanted.measure not in table.schema:
        hint = suggestion(wanted.measure, table.schema.position)
        column = wanted.measure
        return message("charts.divisor-lacks-column", table=wanted.table, column=column, hint=hint)
    columns = table.schema.with_role(Role.CODE)
    if not columns:
        return message("charts.divisor-lacks-codes", table=wanted.table)
    return Divisor(owner, table, columns[0].name, year_column(table), wanted.measure)


def rates(
    regions: Iterable[Region], years: Mapping[str, str], wanted: Denominator, by: Divisor, unit: str
) -> Rates | Message:
    """The regions with rates in place of counts, or why that cannot be; `years` by region code.

    Every region with a count needs one valid divisor above zero, of the year of its count.
    """
    pairs = _paired(regions, years, wanted, by)
    if isinstance(pairs, Message):
        return pairs
    shares = [
        float(region.value or 0) * wanted.per / _base(row, by) for region, row in pairs if row
    ]
    places = 1 if max(shares) >= _LARGE else 2
    divided = tuple(_divided(region, row, wanted.per, by, places) for region, row in pairs)
    base = by.table.schema[by.measure].unit or ""
    return Rates(
        regions=tuple(sorted(divided, key=_rank)),
        unit=text(message("charts.rate-unit", unit=unit, per=wanted.per, base=base)).strip(),
        parts=(unit, base),
        caveat=text(
            message(
                "charts.divided-by", dataset=by.dataset.title, source=by.dataset.sources[0].title
            )
        ),
    )


def _paired(
    regions: Iterable[Region], years: Mapping[str, str], wanted: Denominator, by: Divisor
) -> list[tuple[Region, Row | None]] | Message:
    """Every region with its divisor, None for one without a count; or which has none."""
    found = by.rows(wanted)
    pairs: list[tuple[Region, Row | None]] = []
    for region in regions:
        year = years.get(region.code, "") if by.year else ""
        rows = found.get((region.code, year), [])
        reason = _unfit(rows, by)
        if region.value is not None and reason:
            return message(
                "charts.divisor-unfit",
                table=wanted.table,
                region=region.code,
                name=region.name,
                when=message("charts.of-year", year=year) if year else NOTHING,
                reason=reason,
            )
        pairs.append((region, rows[0] if region.value is not None else None))
    return pairs


def _unfit(rows: list[Row], by: Divisor) -> Message | None:
    """Why these rows are no divisor; None for exactly one that is."""
    if not rows:
        return message("charts.divisor-missing")
    if len(rows) > 1:
        return message("charts.divisor-several-rows", count=len(rows))
    value, status = by.table.value(rows[0], by.measure), by.table.status(rows[0])
    if value is None or not status.counts:
        return message("charts.divisor-without-number")
    return None if _base(rows[0], by) > 0 else message("charts.divisor-not-above-zero")


def _base(row: Row, by: Divisor) -> float:
    return float(str(by.table.value(row, by.measure)))


def _divided(region: Region, row: Row | None, per: int, by: Divisor, places: int) -> Region:
    if row is None or region.value is None:
        return region
    base = _base(row, by)
    doubtful = by.table.status(row) is CellStatus.DOUBTFUL
    return replace(
        region,
        value=round(float(region.value) * per / base, places),
        count=region.value,
        base=int(base) if base.is_integer() else base,
        status=CellStatus.DOUBTFUL if doubtful else region.status,
    )


def _rank(region: Region) -> tuple[bool, float, str]:
    return region.value is None, -(region.value or 0), region.code
