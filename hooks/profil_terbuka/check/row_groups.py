"""Rows of a table that share a key, added up: what sums and comparisons are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Filter, Table, Value
from ..model.messages import Told, message
from .panel import Number

GroupKey = tuple[Value, ...]


@dataclass
class RowGroup:
    """Rows that share a key: where the first stands, their sum, and how many it lacks."""

    first_row: int
    sum: Number = 0
    unread: int = 0
    """Invalid rows whose printed value cannot be read as a number."""
    withheld: bool = False
    """Whether a number is missing because it is withheld: then nothing can be said of the sum."""

    @property
    def told(self) -> Told:
        """'1.990', or '1.990 tanpa 2 nilai tercetak yang tidak terbaca'."""
        if not self.unread:
            return self.sum
        return message("check.sum-without", sum=self.sum, unread=self.unread)


def row_groups(
    table: Table, by: tuple[str, ...], measure: str, where: Filter
) -> dict[GroupKey, RowGroup]:
    """The rows that pass the filter by what they hold in the columns `by`.

    >>> from profil_terbuka.model.invented import invented_table
    >>> rows = [("Utara", "L", 3), ("Utara", "P", 4), ("Timur", "L", 5)]
    >>> table = invented_table("kecamatan, jenis_kelamin, jumlah (orang)", *rows)
    >>> groups = row_groups(table, ("kecamatan",), "jumlah", {})
    >>> {key: (group.first_row, group.sum) for key, group in groups.items()}
    {('Utara',): (2, 7), ('Timur',): (4, 5)}
    """
    groups: dict[GroupKey, RowGroup] = {}
    for row_number, row in table.select(where):
        group = groups.setdefault(table.key(row, by), RowGroup(row_number))
        value = table.stated(row, measure)
        if isinstance(value, Number):
            group.sum += value
        elif table.invalid(row):
            group.unread += 1
        elif table.withheld(row):
            group.withheld = True
    return groups


def key_told(by: Mapping[str, str], key: GroupKey) -> Told:
    """'tahun 2021, kode_kecamatan 61.71.03', or 'seluruh tabel'."""
    pairs = [f"{column} {value}" for column, value in zip(by, key, strict=True)]
    return ", ".join(pairs) if pairs else message("check.whole-table")
