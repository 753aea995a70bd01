"""The things along an axis as a tree: the whole, its parts, theirs; each named in addresses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..charts.order import natural_order
from ..model import Table
from ..model.aggregation import Row, containing, is_total
from .dimensions import AxisLevel

WHOLE = 0
"""The first member of every axis: all of them together."""


@dataclass(frozen=True, slots=True)
class AxisMember:
    """One thing: `key` is its name in addresses, `level` 0 for the whole, `parent` its index."""

    key: str
    name: str
    level: int
    parent: int = -1
    code: str = ""
    holds_others: bool = False
    """Named like a sum, or its code holds others: no extreme, no part."""


@dataclass(frozen=True)
class ExplorerAxis:
    """An axis with its members: the whole first, then each part, its own parts behind it."""

    key: str
    title: str
    levels: tuple[AxisLevel, ...]
    members: tuple[AxisMember, ...]
    places: dict[tuple[str, ...], int]
    """The identities on the way down to a member -> its index."""

    @property
    def finest(self) -> int:
        """The level of the rows; 0 for an axis of the whole alone."""
        return len(self.levels)

    @cached_property
    def lines(self) -> tuple[tuple[int, ...], ...]:
        """By member: itself and all that hold it."""
        found: list[tuple[int, ...]] = []
        for index, member in enumerate(self.members):
            above = found[member.parent] if member.parent >= 0 else ()
            found.append((index, *above))
        return tuple(found)

    def leaf(self, table: Table, row: Row) -> int:
        """The member that a row is about."""
        return self.places[tuple(level.identity(table, row) for level in self.levels)]

    def names(self, level: int) -> list[str]:
        """What the members of a level are called."""
        return [member.name for member in self.members if member.level == level]

    def within(self, member: int, level: int) -> tuple[int, ...]:
        """The members of a level that lie within one, in order."""
        return tuple(
            index
            for index, other in enumerate(self.members)
            if other.level == level and member in self.lines[index]
        )


def members_along(table: Table, levels: Sequence[AxisLevel], whole: str) -> ExplorerAxis:
    """The axis of these levels; `whole` is what its first member is called.

    >>> from ..model.invented import invented_table
    >>> rows = [("1", "Utara", "A", 3), ("1", "Utara", "B", 4), ("2", "Barat", "C", 5)]
    >>> table = invented_table("kode_kecamatan, kecamatan, desa, jumlah (orang)", *rows)
    >>> levels = AxisLevel("Kecamatan", "kecamatan", "kode_kecamatan"), AxisLevel("Desa", "desa")
    >>> axis = members_along(table, levels, "Kota")
    >>> [(member.name, member.level, member.parent) for member in axis.members]
    [('Kota', 0, -1), ('Utara', 1, 0), ('A', 2, 1), ('B', 2, 1), ('Barat', 1, 0), ('C', 2, 4)]
    """
    names: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in table.rows:
        path: tuple[str, ...] = ()
        for level in levels:
            path = (*path, level.identity(table, row))
            code = level.identity(table, row) if level.code else ""
            names.setdefault(path, (str(table.value(row, level.name) or ""), code))
    places: dict[tuple[str, ...], int] = {(): WHOLE}
    members = [AxisMember("semua", whole, 0)]
    _descend((), names, places, members)
    column = levels[-1] if levels else AxisLevel("", "")
    return ExplorerAxis(
        address_key(column.name), column.title, tuple(levels), _told(members), places
    )


def _descend(
    path: tuple[str, ...],
    names: dict[tuple[str, ...], tuple[str, str]],
    places: dict[tuple[str, ...], int],
    members: list[AxisMember],
) -> None:
    """Adds what lies directly below a member, and all below that."""
    below = [one for one in names if len(one) == len(path) + 1 and one[:-1] == path]
    order = natural_order([names[one][0] for one in below])
    if order:
        below.sort(key=lambda one: order.index(names[one][0]))
    for one in below:
        name, code = names[one]
        places[one] = len(members)
        member = AxisMember(address_key(name), name, len(one), places[path], code, is_total(name))
        members.append(member)
        _descend(one, names, places, members)


def _told(members: Sequence[AxisMember]) -> tuple[AxisMember, ...]:
    """The members with keys that differ, and those marked whose codes hold others' of a level."""
    found = []
    taken: set[str] = set()
    holding = {
        level: containing(m.code for m in members if m.level == level and m.code)
        for level in {member.level for member in members}
    }
    twice = {name for name, count in Counter(m.name for m in members).items() if count > 1}
    for member in members:
        key, number = member.key, 2
        while key in taken:
            key, number = f"{member.key}-{number}", number + 1
        taken.add(key)
        holds = member.holds_others or member.code in holding[member.level]
        name = member.name
        if name in twice and member.level > 1:
            name = f"{name} ({members[member.parent].name})"
        found.append(replace(member, key=key, name=name, holds_others=holds))
    return tuple(found)


def address_key(name: str) -> str:
    """A name as it stands in an address.

    >>> address_key("Siantan Hulu"), address_key("II/a"), address_key("—")
    ('siantan-hulu', 'ii-a', 'lain')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "lain"
