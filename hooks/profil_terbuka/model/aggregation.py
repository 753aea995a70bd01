"""Sums that mean something: which rows may be added, and what stands in the way of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from . import Additivity, Field, Role, Table, Value, usual_additivity
from .geo import level_of, upper
from .messages import NOTHING, Message, message

Row = tuple[Value, ...]
Key = tuple[Value, ...]
MOST_SHOWN = 4
"""Values of an open dimension that a message names."""

_TIME = re.compile(
    r"(tahun|semester|caturwulan|triwulan|kuartal|bulan|minggu|tanggal|periode|waktu)(_|$)"
)
"""Names of columns that tell when, whatever their type: `semester` beside `tahun`."""
_DOTTED = re.compile(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*")
"""Codes of which a longer one lies within a shorter: regions, accounts."""
_AREA = re.compile(r"(negara|provinsi|kabupaten|kab\.|kota|kecamatan|kec\.)\s", re.IGNORECASE)
_PLANNED = re.compile(r"(anggaran|pagu|target|rencana|alokasi)\b", re.IGNORECASE)
_DONE = re.compile(r"(realisasi|capaian|sisa|terpakai|penyerapan)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:\+|&|/|\bdan\b)\s*", re.IGNORECASE)
_LEVELS = {"negara", "nasional", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"}
_TOTAL = re.compile(
    r"(sub\s*)?(jumlah|total)\b.{0,20}|keseluruhan|seluruhnya|semua(nya)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A dimension that a sum would run across although the measure does not add up across it."""

    measure: str
    column: str
    values: tuple[str, ...]
    """What the rows to be added hold there, in table order."""
    reason: Message
    by_kind: bool = False
    """Whether the kind of measure stands in the way, which a descriptor may declare otherwise."""

    @property
    def message(self) -> Message:
        """The reason, the dimension that is open and its first values."""
        more = len(self.values) > MOST_SHOWN
        return message(
            "aggregation.obstacle",
            reason=self.reason,
            column=self.column,
            values=self.values[:MOST_SHOWN],
            more=message("aggregation.more-values") if more else NOTHING,
        )

    @property
    def choice(self) -> str:
        """A value of the open dimension to choose: the last one, which is the newest of periods."""
        return self.values[-1]


def is_total(name: str) -> bool:
    """Whether a category is named like the sum of the others: 'Jumlah', 'TOTAL KOTA'."""
    return bool(_TOTAL.fullmatch(name.strip()))


def is_time(table: Table, field: Field) -> bool:
    """Whether a column tells when."""
    return table.period_kind(field.name) is not None or bool(_TIME.match(field.name))


def additivity(table: Table, measure: str, rows: Iterable[Row]) -> Additivity:
    """What the descriptor says of a measure, or what is usual for the units of these rows."""
    field = table.schema[measure]
    usual = _usual(table, field, rows)
    if field.additivity is Additivity.ADDITIVE and usual is Additivity.NON_ADDITIVE:
        return Additivity.SEMI_ADDITIVE  # shares make a whole together, but not over time
    return field.additivity or usual


def _usual(table: Table, field: Field, rows: Iterable[Row]) -> Additivity:
    columns = table.schema.with_role(Role.UNIT)
    units = {str(table.value(row, columns[0].name)) for row in rows} if columns else {field.unit}
    found = {
        usual_additivity(unit or "", name)
        for unit in sorted(map(str, units))
        for name in (field.name, field.title)
    }
    order = (Additivity.NON_ADDITIVE, Additivity.SEMI_ADDITIVE, Additivity.ADDITIVE)
    return next((kind for kind in order if kind in found), Additivity.SEMI_ADDITIVE)


def obstacle(table: Table, measure: str, rows: Sequence[Row], by: Sequence[str]) -> Obstacle | None:
    """Why `rows` may not be added up to one value for each combination of the columns `by`.

    None where each combination has a single row, or the rest may be added. Linear in the rows.
    """
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(table.key(row, tuple(by)), []).append(row)
    shared = [group for group in groups.values() if len(group) > 1]
    if not shared:
        return None
    kind = additivity(table, measure, rows)
    for field in _dimensions(table, by, kind):
        for group in shared:
            values = _values(table, field.name, group)
            if len(values) < 2:
                continue
            if reason := _against_kind(table.schema[measure], is_time(table, field), field, kind):
                return Obstacle(measure, field.name, values, reason, by_kind=True)
            if reason := _against_values(field, values) or _against_city(
                table, measure, field, group
            ):
                return Obstacle(measure, field.name, values, reason)
    if found := _namesakes(table, shared, by):
        name, column, values = found
        return Obstacle(measure, column, values, message("aggregation.namesakes", name=name))
    return None


def _dimensions(table: Table, by: Sequence[str], kind: Additivity) -> list[Field]:
    """Columns that tell rows apart, besides `by`; those of time first, codes after their names.

    What adds up to nothing does so across no column at all, whatever the column is for.
    """
    keys = set(table.schema.primary_key)
    blind = {Role.MEASURE, Role.STATUS, Role.PRINTED}
    everything = kind is Additivity.NON_ADDITIVE
    found = [
        field
        for field in table.schema.fields
        if field.name not in by
        and field.role not in blind
        and (field.role in _TELLING or field.name in keys or everything)
    ]
    return sorted(found, key=lambda field: _rank(table, field))


_TELLING = (Role.DIMENSION, Role.UNIT, Role.CODE)


def _rank(table: Table, field: Field) -> tuple[bool, int]:
    place = _TELLING.index(field.role) if field.role in _TELLING else len(_TELLING)
    return not is_time(table, field), place


def _values(table: Table, column: str, rows: Iterable[Row]) -> tuple[str, ...]:
    """What stands in a column of these rows, each once; periods in order of time."""
    found = tuple(dict.fromkeys(str(table.value(row, column)) for row in rows))
    return tuple(sorted(found)) if table.period_kind(column) else found


def _against_kind(measure: Field, over_time: bool, field: Field, kind: Additivity) -> Message:
    """Why this kind of measure does not add up across a dimension; NOTHING where it does."""
    if field.role is Role.UNIT:
        return NOTHING  # units that differ are the plainer reason
    unit = message("aggregation.in-unit", unit=measure.unit) if measure.unit else NOTHING
    if kind is Additivity.NON_ADDITIVE:
        return message("aggregation.never-adds-up", measure=measure.name, unit=unit)
    if kind is Additivity.SEMI_ADDITIVE and over_time:
        return message("aggregation.not-over-time", measure=measure.name, unit=unit)
    if field.name in measure.not_across:
        return message("aggregation.overlaps", measure=measure.name, unit=unit, column=field.name)
    return NOTHING


def _against_values(field: Field, values: Sequence[str]) -> Message:
    """Why these values of a dimension do not make a sum; NOTHING where they do."""
    if field.role is Role.UNIT:
        return message("aggregation.units-differ")
    if field.role is Role.DIMENSION and (whole := _whole_among(values)):
        return message("aggregation.whole-among-parts", whole=whole)
    if field.role is Role.DIMENSION and _alternatives(values):
        return message("aggregation.plan-beside-outcome", column=field.name)
    if _nested(field, values):
        return message("aggregation.areas-within-areas", column=field.name)
    return NOTHING


def _against_city(table: Table, measure: str, field: Field, group: Sequence[Row]) -> Message:
    city = _city_among(table, measure, field, group)
    return message("aggregation.equals-the-others", area=city) if city else NOTHING


def _whole_among(values: Sequence[str]) -> str:
    """A value that holds others of them: named like a total, or by their names together."""
    plain = {value.strip().casefold() for value in values}
    for value in values:
        parts = [part.casefold() for part in _JOINED.split(value.strip())]
        if is_total(value) or (len(parts) > 1 and plain.issuperset(parts)):
            return value
    return ""


def _city_among(table: Table, measure: str, field: Field, group: Sequence[Row]) -> str:
    """An area named like a larger one that equals all others together, or ''."""
    sums: dict[str, int | Decimal] = {}
    for row in group:
        value = table.value(row, measure)
        if isinstance(value, int | Decimal):
            name = str(table.value(row, field.name))
            sums[name] = sums.get(name, 0) + value
    whole = sum(sums.values(), start=0)
    larger = (name for name, value in sums.items() if _AREA.match(name) and 2 * value == whole)
    return next(larger, "") if len(sums) > 2 and whole else ""


def _alternatives(values: Sequence[str]) -> bool:
    """Whether some are planned and others are what became of it: budget and spending."""
    return any(map(_PLANNED.match, values)) and any(map(_DONE.match, values))


def _nested(field: Field, values: Sequence[str]) -> bool:
    """Whether the values are areas of which one lies within another, or names of levels."""
    if {value.casefold() for value in values} <= _LEVELS:
        return True
    if field.role is not Role.CODE:
        return False
    return bool(containing(values))


def containing(codes: Iterable[str]) -> frozenset[str]:
    """Those of the codes that others lie within: '61.71' beside '61.71.01', '5' beside '5.1'."""
    known = {code for code in codes if _DOTTED.fullmatch(code)}
    return frozenset(
        above
        for code in known
        for level in range(1, level_of(code))
        if (above := upper(code, level)) in known
    )


def _namesakes(
    table: Table, groups: Iterable[Sequence[Row]], by: Sequence[str]
) -> tuple[str, str, tuple[str, ...]] | None:
    """A name in one of the columns `by` that stands for several things: (name, column, values).

    Told apart by the codes beside the name, or by the larger area that a name usually has.
    """
    groups = list(groups)
    for field, name in _telling_apart(table, by):
        for group in groups:
            values = _values(table, field.name, group)
            if len(values) > 1 and _is_single(table, name, field.name):
                return str(table.value(group[0], name)), field.name, values
    return None


def _telling_apart(table: Table, by: Sequence[str]) -> Iterator[tuple[Field, str]]:
    """Columns that may tell namesakes apart, with the column of the names."""
    for field in table.schema.with_role(Role.CODE):
        if field.labels in by and field.name not in by:
            yield field, str(field.labels)
    for name in by:
        for field in table.schema.with_role(Role.DIMENSION):
            words = field.type == table.schema[name].type == "string"
            if words and field.name not in by and not is_time(table, field):
                yield field, name


_NEARLY = 0.8
"""Where so many names have one larger area each, those with two are two things."""


def _is_single(table: Table, name: str, other: str) -> bool:
    """Whether a name usually stands beside one value of another column: a village in a district.

    Every district then has villages of its own; a kind that only one village tells apart has none.
    """
    held: dict[Value, set[Value]] = {}
    for row in table.rows:
        held.setdefault(table.value(row, name), set()).add(table.value(row, other))
    if table.schema[other].role is Role.CODE:
        return True
    single = [found for found in held.values() if len(found) == 1]
    homes = set[Value]().union(*single)
    nested = all(found <= homes for found in held.values())
    return nested and len(homes) > 1 and len(single) >= _NEARLY * len(held)


def members(table: Table, rows: Iterable[Row], without: Sequence[str]) -> frozenset[Key]:
    """What a sum over `rows` is made of: their dimensions and codes, besides these columns."""
    roles = (Role.DIMENSION, Role.CODE)
    names = tuple(
        field.name
        for field in table.schema.fields
        if field.role in roles and field.name not in without
    )
    return frozenset(table.key(row, names) for row in rows)


def total(values: Iterable[Value]) -> int | Decimal:
    """The exact sum of the numbers among `values`."""
    return sum((value for value in values if isinstance(value, int | Decimal)), start=0)


def exact_sum(values: Iterable[int | float | Decimal]) -> int | float:
    """The sum without the noise of binary fractions.

    >>> exact_sum([0.1, 0.2])
    0.3
    >>> exact_sum([0.5, 1.5])
    2
    """
    found = sum((Decimal(str(value)) for value in values), start=Decimal(0))
    return int(found) if found == int(found) else float(found)
