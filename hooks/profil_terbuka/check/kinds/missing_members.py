"""Suspicion about things that are counted every period, and no longer in the newest one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ...model import Dataset, Field, Period, Role, Table, Value
from ...model.aggregation import Row, is_time
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import NOTHING, Told, message
from ...words.dates import period_name
from ..gaps import are_gaps, only_time, some_named
from ..kind import DatasetCheck

CODE = Code("anggota-hilang", Severity.SUSPICION, answerable=True, area="check")

Member = tuple[Value, ...]
Members = Mapping[Member, int]
"""What has a row in a period, with the row's number."""


def members_missing(dataset: Dataset) -> Iterator[Finding]:
    """Things that are counted in the period before and have no row in the newest one, by table."""
    for table in dataset.tables:
        time = only_time(table)
        if time is not None and table.schema.with_role(Role.MEASURE):
            yield from _missing_in_newest(table, time)


def _missing_in_newest(table: Table, time: Field) -> Iterator[Finding]:
    names = _naming_columns(table, time)
    newest_two = sorted(set(_periods(table, time).values()))[-2:]
    if len(newest_two) < 2 or not names:
        return
    earlier, newest = newest_two
    held = _members(table, time, names, newest_two)
    before, now = held[earlier], held[newest]
    gone = {member: row for member, row in before.items() if member not in now}
    if not are_gaps(len(gone), len(before)):
        return
    new = [row for member, row in now.items() if member not in before]
    added = message("check.members-new", members=_named(table, time, new)) if new else NOTHING
    said = message(
        "check.members-missing",
        period=period_name(newest),
        members=_named(table, time, gone.values()),
        earlier=period_name(earlier),
        count=len(now),
        before=len(before),
        added=added,
    )
    related = tuple(Place(table.file, row) for row in gone.values())
    place = Place(table.file, min(now.values()), time.name)
    yield Finding(CODE, place, said, related=related)


def _periods(table: Table, time: Field) -> Mapping[Value, Period]:
    """Each value of a column of time that names a period, with that."""
    found = {value: table.period_named(value, time.name) for value in set(table.column(time.name))}
    return {value: when for value, when in found.items() if when is not None}


def _members(
    table: Table, time: Field, names: tuple[str, ...], periods: Collection[Period]
) -> dict[Period, dict[Member, int]]:
    """What has a row in each of some periods, by the columns that name things."""
    wanted = {value: when for value, when in _periods(table, time).items() if when in periods}
    held: dict[Period, dict[Member, int]] = {when: {} for when in periods}
    for row_number, value in enumerate(table.column(time.name), start=2):
        if value in wanted:
            member = table.key(table.rows[row_number - 2], names)
            held[wanted[value]].setdefault(member, row_number)
    return held


def _naming_columns(table: Table, time: Field) -> tuple[str, ...]:
    """Dimensions, codes and units; codes instead of the names they belong to."""
    coded = {field.labels for field in table.schema.with_role(Role.CODE)}
    roles = (Role.DIMENSION, Role.CODE, Role.UNIT)
    return tuple(
        field.name
        for field in table.schema.fields
        if field.role in roles
        and field.name not in (time.name, *coded)
        and not is_time(table, field)
        and field.type not in ("integer", "number")
    )


def _named(table: Table, time: Field, row_numbers: Iterable[int]) -> tuple[Told, ...]:
    return some_named([_name(table, time, table.rows[number - 2]) for number in row_numbers])


def _name(table: Table, time: Field, row: Row) -> Told:
    """What a row is about, from its last dimension of words."""
    dimensions = table.schema.with_role(Role.DIMENSION)
    words = [field for field in dimensions if field != time and field.type == "string"]
    return f"`{table.value(row, words[-1].name)}`" if words else message("check.one-row")


CHECK = DatasetCheck((CODE,), members_missing)
