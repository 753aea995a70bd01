"""Suspicion about what is missing: members of a series in its newest period, and regions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..model import Catalog, Dataset, Field, Period, Role, Table, Value, codes
from ..model.aggregation import is_time
from ..model.findings import Finding, Place
from ..model.geo import level_of, upper
from ..read.atlas import REGIONS, region_names
from ..words.dates import period_name
from ..words.numbers import enumeration, number

FEW_GONE = 0.2
"""Beyond this share of its members a list is another list, not one with gaps."""
MOST_NAMED = 8
Thing = tuple[Value, ...]


def members_missing(dataset: Dataset) -> Iterator[Finding]:
    """Things that are counted in the period before and have no row in the newest one, by table."""
    for table in dataset.tables:
        time = _time(table)
        if time is not None and table.schema.with_role(Role.MEASURE):
            yield from _missing_in_newest(table, time)


def _time(table: Table) -> Field | None:
    """The only column of periods."""
    found = [f for f in table.schema.with_role(Role.DIMENSION) if table.period_kind(f.name)]
    return found[0] if len(found) == 1 else None


def _missing_in_newest(table: Table, time: Field) -> Iterator[Finding]:
    held = _things(table, time)
    if len(held) < 2:
        return
    earlier, newest = sorted(held)[-2:]
    gone = [thing for thing in held[earlier] if thing not in held[newest]]
    if not gone or len(gone) > max(1, FEW_GONE * len(held[earlier])):
        return
    row = min(held[newest].values())
    names = [_name(table, time, table.rows[held[earlier][thing] - 2]) for thing in gone]
    message = (
        f"{period_name(newest)} tidak memuat {_listed(names)}, "
        f"yang ada pada {period_name(earlier)} "
        f"({number(len(held[newest]))} baris, sebelumnya {number(len(held[earlier]))})."
    )
    new = [row for thing, row in held[newest].items() if thing not in held[earlier]]
    if new:
        told = _listed([_name(table, time, table.rows[row - 2]) for row in new])
        message += f" Yang baru: {told}; mungkin hal yang sama dengan nama lain."
    related = tuple(Place(table.file, held[earlier][thing]) for thing in gone)
    yield Finding(codes.MEMBER_MISSING, Place(table.file, row, time.name), message, "", related)


def _things(table: Table, time: Field) -> dict[Period, dict[Thing, int]]:
    """Period -> what has a row in it, with the row's number."""
    coded = {field.labels for field in table.schema.with_role(Role.CODE)}
    roles = (Role.DIMENSION, Role.CODE, Role.UNIT)
    names = tuple(
        field.name
        for field in table.schema.fields
        if field.role in roles
        and field.name not in (time.name, *coded)
        and not is_time(table, field)
        and field.type not in ("integer", "number")
    )
    held: dict[Period, dict[Thing, int]] = {}
    if not names:
        return held
    for row_number, row in enumerate(table.rows, start=2):
        when = table.period(row, time.name)
        if when is not None:
            held.setdefault(when, {}).setdefault(table.key(row, names), row_number)
    return held


def _name(table: Table, time: Field, row: tuple[Value, ...]) -> str:
    """What a row is about, from its last dimension of words."""
    words = [f for f in table.schema.with_role(Role.DIMENSION) if f != time and f.type == "string"]
    return f"`{table.value(row, words[-1].name)}`" if words else "satu baris"


def regions_missing(catalog: Catalog) -> Iterator[Finding]:
    """A table that names nearly all regions of a level leaves out some of the reference table."""
    names = region_names(catalog.reference)
    if REGIONS in catalog.unfit:
        return  # of a faulty reference table it has been said already
    for dataset in catalog.datasets:
        inside = [code for code in names if _within(code, dataset)]
        for table in dataset.tables:
            for field in table.schema.with_role(Role.CODE):
                yield from _gaps(table, field, {code: names[code] for code in inside})


def _gaps(table: Table, field: Field, names: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each set of regions that is missing, with all periods that lack it."""
    found: dict[tuple[tuple[str, ...], int], list[tuple[Period | None, int]]] = {}
    for when, held in _coded(table, field, names).items():
        for lost, every in _left_out(held, names):
            found.setdefault((tuple(lost), every), []).append((when, min(held.values())))
    for (gone, every), places in found.items():
        times = enumeration([period_name(when) for when, _ in places if when])
        shown = _listed([f"`{names[code]}` ({code})" for code in gone])
        message = (
            f"{number(every - len(gone))} dari {number(every)} wilayah"
            f"{f' pada {times}' if times else ''}; tidak ada {shown}."
        )
        place, *related = (Place(table.file, row, field.name) for _, row in places)
        yield Finding(codes.REGION_MISSING, place, message, "", tuple(related))


def _coded(
    table: Table, field: Field, inside: Collection[str]
) -> dict[Period | None, dict[str, int]]:
    """Period (None where there is no time) -> code of a region -> the first row that has it."""
    time, known = _time(table), frozenset(inside)
    held: dict[Period | None, dict[str, int]] = {}
    for row_number, row in enumerate(table.rows, start=2):
        code = str(table.value(row, field.name) or "")
        if code in known:
            when = table.period(row, time.name) if time else None
            held.setdefault(when, {}).setdefault(code, row_number)
    return held


def _left_out(found: Collection[str], inside: Collection[str]) -> Iterator[tuple[list[str], int]]:
    """For each level that is nearly whole: the codes that are missing, and how many there are."""
    for level in sorted({level_of(code) for code in found}):
        every = [code for code in inside if level_of(code) == level]
        gone = [code for code in every if code not in found]
        if 0 < len(gone) <= max(1, FEW_GONE * len(every)) and len(every) - len(gone) > 1:
            yield gone, len(every)


def _within(code: str, dataset: Dataset) -> bool:
    region = dataset.coverage.region
    return code != region and upper(code, level_of(region)) == region


def _listed(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return enumeration(names)
    return f"{', '.join(names[:MOST_NAMED])}, dan {len(names) - MOST_NAMED} lainnya"
