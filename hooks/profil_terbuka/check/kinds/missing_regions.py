"""Suspicion about tables that name nearly all regions of a level, but not all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...model import Catalog, Dataset, Field, Period, Role, Table
from ...model.findings import Code, Finding, Place, Severity
from ...model.geo import level_of, upper
from ...model.messages import NOTHING, message
from ...read.atlas import REGIONS, region_names
from ...words.dates import period_name
from ..gaps import are_gaps, only_time, some_named
from ..kind import CatalogCheck

CODE = Code("wilayah-kurang", Severity.SUSPICION, answerable=True, area="check")

FirstRows = Mapping[str, int]
"""Code of a region -> the first row that has it."""
Gap = tuple[tuple[str, ...], int]
"""The codes that are missing of a level, and how many the level has."""


def regions_missing(catalog: Catalog) -> Iterator[Finding]:
    """A table that names nearly all regions of a level leaves out some of the reference table."""
    names = region_names(catalog.reference)
    if REGIONS in catalog.unfit:
        return  # of a faulty reference table it has been said already
    for dataset in catalog.datasets:
        inside = {code: name for code, name in names.items() if _is_within(code, dataset)}
        for table in dataset.tables:
            for field in table.schema.with_role(Role.CODE):
                yield from _missing(table, field, inside)


def _is_within(code: str, dataset: Dataset) -> bool:
    region = dataset.coverage.region
    return code != region and upper(code, level_of(region)) == region


def _missing(table: Table, field: Field, names: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each set of regions that is missing, with all periods that lack it."""
    found: dict[Gap, list[tuple[Period | None, int]]] = {}
    for when, held in _coded(table, field, names).items():
        for gap in _gaps(held, names):
            found.setdefault(gap, []).append((when, min(held.values())))
    for (gone, every), lacking in found.items():
        periods = tuple(period_name(when) for when, _ in lacking if when)
        said = message(
            "check.regions-missing",
            count=every - len(gone),
            every=every,
            periods=message("check.in-periods", periods=periods) if periods else NOTHING,
            regions=some_named([f"`{names[code]}` ({code})" for code in gone]),
        )
        place, *related = (Place(table.file, row, field.name) for _, row in lacking)
        yield Finding(CODE, place, said, related=tuple(related))


def _coded(
    table: Table, field: Field, inside: Collection[str]
) -> Mapping[Period | None, FirstRows]:
    """The regions of each period (None where there is no time)."""
    time, known = only_time(table), frozenset(inside)
    held: dict[Period | None, dict[str, int]] = {}
    for row_number, row in enumerate(table.rows, start=2):
        code = str(table.value(row, field.name) or "")
        if code in known:
            when = table.period(row, time.name) if time else None
            held.setdefault(when, {}).setdefault(code, row_number)
    return held


def _gaps(found: Collection[str], inside: Collection[str]) -> Iterator[Gap]:
    """What is missing of each level that is nearly whole.

    >>> inside = ["99.01.01", "99.01.02", "99.01.03", "99.01.01.1001", "99.01.01.1002"]
    >>> list(_gaps({"99.01.01", "99.01.03"}, inside))
    [(('99.01.02',), 3)]
    """
    for level in sorted({level_of(code) for code in found}):
        every = [code for code in inside if level_of(code) == level]
        gone = tuple(code for code in every if code not in found)
        if are_gaps(len(gone), len(every)) and len(every) - len(gone) > 1:
            yield gone, len(every)


CHECK = CatalogCheck((CODE,), regions_missing)
