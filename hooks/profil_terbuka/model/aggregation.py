"""Sums that mean something: which rows may be added, and what stands in the way of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from operator import or_

from . import Additivity, Field, Role, Table, Value, usual_additivity
from .geo import level_of, upper

Row = tuple[Value, ...]
Key = tuple[Value, ...]
_TIME = re.compile(
    r"(tahun|semester|caturwulan|triwulan|kuartal|bulan|minggu|tanggal|periode|waktu)(_|$)"
)
"""Names of columns that tell when, whatever their type: `semester` beside `tahun`."""
_DOTTED = re.compile(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*")
"""Codes of which a longer one lies within a shorter: regions, accounts."""
_AREA = re.compile(r"(negara|provinsi|kabupaten|kab\.|kota|kecamatan|kec\.)\s", re.IGNORECASE)
_PLANNED = re.compile(r"(anggaran|pagu|target|rencana|alokasi)\b", re.IGNORECASE)
_DONE = re.compile(r"(realisasi|capaian|sisa|terpakai|penyerapan)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(sebelum|murni|awal)\b", re.IGNORECASE)
_AFTER = re.compile(r"(setelah|sesudah|perubahan|akhir)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:\+|&|/|\bdan\b)\s*", re.IGNORECASE)
_LEVELS = {"negara", "nasional", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"}
_TOTAL = re.compile(
    r"(sub\s*)?(jumlah|total)\b.{0,20}|keseluruhan|seluruhnya|semua(nya)?", re.IGNORECASE
)


class Hindrance(StrEnum):
    """Why numbers do not add up across a dimension."""

    UNITS_DIFFER = "units-differ"
    NOT_ADDITIVE = "not-additive"
    NOT_OVER_TIME = "not-over-time"
    OVERLAPPING = "overlapping"
    HOLDS_OTHERS = "holds-others"
    """A category that holds others of them: named like a total, or by their names together."""
    EQUALS_OTHERS = "equals-others"
    """A larger area that equals all others together."""
    PLANNED_AND_DONE = "planned-and-done"
    BEFORE_AND_AFTER = "before-and-after"
    """The same amounts before and after they were revised."""
    AREAS_WITHIN_AREAS = "areas-within-areas"
    NAMESAKES = "namesakes"


_OF_THE_MEASURE = (Hindrance.NOT_ADDITIVE, Hindrance.NOT_OVER_TIME, Hindrance.OVERLAPPING)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A dimension that a sum would run across although the measure does not add up across it."""

    measure: str
    unit: str
    column: str
    values: tuple[str, ...]
    """What the rows to be added hold there, in table order."""
    hindrance: Hindrance
    category: str = ""
    """The one that stands in the way, where a single one does."""

    @property
    def by_kind(self) -> bool:
        """Whether the kind of measure stands in the way, which a descriptor may declare."""
        return self.hindrance in _OF_THE_MEASURE

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

    >>> from profil_terbuka.model.invented import invented_table
    >>> rows = [(2024, "L", 3), (2024, "P", 4), (2024, "Jumlah", 7)]
    >>> table = invented_table("tahun, jenis, jumlah (orang)", *rows)
    >>> found = obstacle(table, "jumlah", table.rows, ["tahun"])
    >>> found.column, found.hindrance.value, found.category
    ('jenis', 'holds-others', 'Jumlah')
    >>> obstacle(table, "jumlah", table.rows[:2], ["tahun"]) is None
    True
    """
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(table.key(row, tuple(by)), []).append(row)
    shared = [group for group in groups.values() if len(group) > 1]
    if not shared:
        return None
    kind = additivity(table, measure, rows)
    unit = table.schema[measure].unit or ""
    for field in _dimensions(table, by, kind):
        for group in shared:
            values = _values(table, field.name, group)
            if len(values) < 2:
                continue
            found = _hindrance(table, measure, field, values, kind)
            if not found and (city := _city_among(table, measure, field, group)):
                found = Hindrance.EQUALS_OTHERS, city
            if found:
                return Obstacle(measure, unit, field.name, values, *found)
    if same := _namesakes(table, shared, by):
        name, column, values = same
        return Obstacle(measure, unit, column, values, Hindrance.NAMESAKES, name)
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


def _hindrance(
    table: Table, measure: str, field: Field, values: Sequence[str], kind: Additivity
) -> tuple[Hindrance, str] | None:
    """Why a measure does not add up across these values of a dimension; None where it does."""
    found: Hindrance | None = None
    category = ""
    if field.role is Role.UNIT:
        found = Hindrance.UNITS_DIFFER
    elif kind is Additivity.NON_ADDITIVE:
        found = Hindrance.NOT_ADDITIVE
    elif kind is Additivity.SEMI_ADDITIVE and is_time(table, field):
        found = Hindrance.NOT_OVER_TIME
    elif field.name in table.schema[measure].not_across:
        found = Hindrance.OVERLAPPING
    elif field.role is Role.DIMENSION and (category := _whole_among(values)):
        found = Hindrance.HOLDS_OTHERS
    elif field.role is Role.DIMENSION and _alternatives(values):
        found = Hindrance.PLANNED_AND_DONE
    elif field.role is Role.DIMENSION and _revised(values):
        found = Hindrance.BEFORE_AND_AFTER
    elif _nested(field, values):
        found = Hindrance.AREAS_WITHIN_AREAS
    return (found, category) if found else None


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


def _revised(values: Sequence[str]) -> bool:
    """Whether all are the same amounts before or after a revision: 'Sebelum perubahan'."""
    before, after = ([bool(side.match(value)) for value in values] for side in (_BEFORE, _AFTER))
    return any(before) and any(after) and all(map(or_, before, after))


def _nested(field: Field, values: Sequence[str]) -> bool:
    """Whether the values are areas of which one lies within another, or names of levels."""
    if names_levels(values):
        return True
    if field.role is not Role.CODE:
        return False
    return bool(containing(values))


def names_levels(values: Iterable[str]) -> bool:
    """Whether the values name levels of areas, as a column beside the areas does.

    >>> names_levels(["kecamatan", "Kota"]), names_levels(["Kota Utara"])
    (True, False)
    """
    return {value.casefold() for value in values} <= _LEVELS


def containing(codes: Iterable[str]) -> frozenset[str]:
    """Those of the codes that others lie within.

    >>> sorted(containing(["61.71", "61.71.01", "61.72", "5", "5.1"]))
    ['5', '61.71']
    """
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
