"""The dimensions by which readers can walk through a table: time, and axes with their levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Field, Role, Table
from ..model.aggregation import Row, names_levels

MOST_AXES = 4
"""Besides time: with more of them nobody knows any more what a number is about."""
_COUNTED = ("integer", "number")
_NEARLY = 0.8
"""So many villages of one district each make villages parts of districts."""


@dataclass(frozen=True, slots=True)
class AxisLevel:
    """One level of an axis: the column of names, and that of codes ('' without any)."""

    title: str
    name: str
    code: str = ""

    def identity(self, table: Table, row: Row) -> str:
        """What tells a thing of this level apart from its namesakes."""
        return str(table.value(row, self.code or self.name))

    def columns(self) -> tuple[str, ...]:
        """The columns in which the level stands."""
        return (self.name, self.code) if self.code else (self.name,)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What tells the rows of a table apart.

    `time` is '' without a column of periods. Each of the `axes` is its levels from the coarsest to
    the finest: kecamatan, kelurahan.
    """

    time: str
    axes: tuple[tuple[AxisLevel, ...], ...]


def dimensions_of(table: Table) -> Dimensions | None:
    """The dimensions of a table; None where they do not tell all rows apart.

    >>> from ..model.invented import invented_table
    >>> head = "tahun, kode_kecamatan, kecamatan, urut, desa, jumlah (orang)"
    >>> rows = [(2024, "1", "Utara", 1, "A", 3), (2024, "1", "Utara", 2, "B", 4)]
    >>> rows += [(2024, "2", "Barat", 1, "C", 5)]
    >>> found = dimensions_of(invented_table(head, *rows))
    >>> found.time, [[level.name for level in axis] for axis in found.axes]
    ('tahun', [['kecamatan', 'desa']])
    """
    time = table.times[0] if table.times else ""
    known = [level for level in _levels(table, time) if len(_identities(table, level)) > 1]
    axes = [level for level in known if not _told_by_another(table, level, known)]
    axes = _without_numbering(table, time, axes)
    found = Dimensions(time, tuple(_chain(table, level, known) for level in axes))
    flat = [level for axis in found.axes for level in axis]
    if len(axes) > MOST_AXES or not _tells_apart(table, time, flat):
        return None
    return found


def _levels(table: Table, time: str) -> list[AxisLevel]:
    """Every dimension but time, and the column of units, as a level of its own."""
    codes = {field.labels: field.name for field in table.schema.with_role(Role.CODE)}
    found = []
    for field in table.schema.fields:
        if field.role not in (Role.DIMENSION, Role.UNIT) or field.name == time:
            continue
        if not names_levels(map(str, table.column(field.name))):
            found.append(AxisLevel(field.title, field.name, codes.get(field.name, "")))
    return found


def _identities(table: Table, level: AxisLevel) -> frozenset[str]:
    return frozenset(level.identity(table, row) for row in table.rows)


def _field(table: Table, level: AxisLevel) -> Field:
    return table.schema[level.name]


def _told_by_another(table: Table, level: AxisLevel, others: Sequence[AxisLevel]) -> bool:
    """Whether another level tells this one: a village its district, a name its number.

    Of two that tell each other a name stays, and of two names the first. Units are what numbers
    are of; they are always chosen.
    """
    if _field(table, level).role is Role.UNIT:
        return False
    for other in others:
        if other is level or _field(table, other).role is Role.UNIT:
            continue
        if not _tells(table, other, level):
            continue
        if not _tells(table, level, other) or _goes_before(table, other, level, others):
            return True
    return False


def _goes_before(
    table: Table, one: AxisLevel, other: AxisLevel, order: Sequence[AxisLevel]
) -> bool:
    """Which of two levels stays that tell each other."""
    numbers = [_field(table, level).type in _COUNTED for level in (one, other)]
    if numbers[0] != numbers[1]:
        return numbers[1]
    return order.index(one) < order.index(other)


def _tells(table: Table, fine: AxisLevel, coarse: AxisLevel) -> bool:
    """Whether each thing of one level stands beside one thing of the other.

    Of areas nearly each: a village may have changed its district, and then stands in both.
    """
    beside: dict[str, set[str]] = {}
    for row in table.rows:
        beside.setdefault(fine.identity(table, row), set()).add(coarse.identity(table, row))
    single = sum(len(found) == 1 for found in beside.values())
    areas = fine.code and coarse.code and len(beside) > len(_identities(table, coarse))
    return single >= (_NEARLY if areas else 1) * len(beside)


def _without_numbering(table: Table, time: str, axes: Sequence[AxisLevel]) -> list[AxisLevel]:
    """Without columns that only number the rows, as far as the others tell these apart."""
    kept = list(axes)
    for level in axes:
        rest = [other for other in kept if other is not level]
        if _field(table, level).type in _COUNTED and _tells_apart(table, time, rest):
            kept = rest
    return kept


def _tells_apart(table: Table, time: str, axes: Iterable[AxisLevel]) -> bool:
    """Whether no two rows are of the same period and the same things."""
    axes = tuple(axes)
    seen = {
        (table.value(row, time) if time else None, *(level.identity(table, row) for level in axes))
        for row in table.rows
    }
    return len(seen) == len(table.rows)


def _chain(table: Table, finest: AxisLevel, known: Sequence[AxisLevel]) -> tuple[AxisLevel, ...]:
    """The levels above one, from the coarsest; numbers are no level of anything."""
    chain = [finest]
    coarser = [
        level
        for level in known
        if level is not finest and _field(table, level).type not in _COUNTED
    ]
    coarser.sort(key=lambda level: len(_identities(table, level)), reverse=True)
    for level in coarser:
        fewer = len(_identities(table, level)) < len(_identities(table, chain[0]))
        if fewer and _is_not_unit(table, level) and _tells(table, chain[0], level):
            chain.insert(0, level)
    return tuple(chain)


def _is_not_unit(table: Table, level: AxisLevel) -> bool:
    return _field(table, level).role is not Role.UNIT
