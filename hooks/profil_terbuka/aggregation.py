"""Sums that mean something: which rows may be added, and what stands in the way of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .geo import level_of, upper
from .model import Additivity, Field, Role, Table, Value, usual_additivity

Row = tuple[Value, ...]
Key = tuple[Value, ...]
MOST_SHOWN = 4
"""Values of an open dimension that a message names."""

_TIME = re.compile(
    r"(tahun|semester|caturwulan|triwulan|kuartal|bulan|minggu|tanggal|periode|waktu)(_|$)"
)
"""Names of columns that tell when, whatever their type: `semester` beside `tahun`."""
_REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
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
    reason: str

    @property
    def message(self) -> str:
        """'`miskin` (persen) tidak dapat dijumlahkan ...', the dimension and its values."""
        shown = ", ".join(f"`{value}`" for value in self.values[:MOST_SHOWN])
        more = ", ..." if len(self.values) > MOST_SHOWN else ""
        return f"{self.reason}, padahal `{self.column}` belum dipilih ({shown}{more})"

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
    if field.additivity:
        return field.additivity
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
            reason = _reason(table, measure, field, values, kind) if len(values) > 1 else ""
            if reason:
                return Obstacle(measure, field.name, values, reason)
    if found := _namesakes(table, shared, by):
        name, column, values = found
        return Obstacle(measure, column, values, f"`{name}` adalah nama beberapa hal")
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


def _reason(
    table: Table, measure: str, field: Field, values: Sequence[str], kind: Additivity
) -> str:
    """Why a measure does not add up across these values of a dimension; '' where it does."""
    told = _told(table.schema[measure])
    if field.role is Role.UNIT:
        return "satuannya berbeda"
    if kind is Additivity.NON_ADDITIVE:
        return f"{told} tidak dapat dijumlahkan"
    if kind is Additivity.SEMI_ADDITIVE and is_time(table, field):
        return f"{told} tidak dapat dijumlahkan antarwaktu"
    if field.name in table.schema[measure].not_across:
        return f"{told} bertumpang tindih menurut `{field.name}`, jadi tidak dapat dijumlahkan"
    if field.role is Role.DIMENSION and (total := next(filter(is_total, values), "")):
        return f"`{total}` sudah berisi rinciannya"
    if _nested(field, values):
        return f"wilayah di `{field.name}` saling memuat, jadi terhitung dua kali"
    return ""


def _told(field: Field) -> str:
    return f"`{field.name}` ({field.unit})" if field.unit else f"`{field.name}`"


def _nested(field: Field, values: Sequence[str]) -> bool:
    """Whether the values are areas of which one lies within another, or names of levels."""
    if {value.casefold() for value in values} <= _LEVELS:
        return True
    if field.role is not Role.CODE:
        return False
    codes = {value for value in values if _REGION.fullmatch(value)}
    return any(upper(code, level) in codes for code in codes for level in range(1, level_of(code)))


def _namesakes(
    table: Table, groups: Iterable[Sequence[Row]], by: Sequence[str]
) -> tuple[str, str, tuple[str, ...]] | None:
    """A name in one of the columns `by` that several codes bear: (name, code column, codes)."""
    codes = [
        field
        for field in table.schema.with_role(Role.CODE)
        if field.labels in by and field.name not in by
    ]
    for field in codes:
        for group in groups:
            values = _values(table, field.name, group)
            if len(values) > 1:
                return str(table.value(group[0], str(field.labels))), field.name, values
    return None


def total(values: Iterable[Value]) -> int | Decimal:
    """The exact sum of the numbers among `values`."""
    return sum((value for value in values if isinstance(value, int | Decimal)), start=0)
