"""What differs between two editions of a dataset, row by row along the primary key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..model import Dataset, Note, Table
from ..system.canonical import csv_text

COLUMNS = ("tabel", "kunci", "kolom", "jenis", "lama", "baru", "alasan")
Cells = tuple[str, ...]


class AlterationKind(StrEnum):
    """Kinds of alteration, as perubahan.csv names them."""

    TABLE_ADDED = "tabel-baru"
    TABLE_REMOVED = "tabel-dihapus"
    COLUMN_ADDED = "kolom-baru"
    COLUMN_REMOVED = "kolom-dihapus"
    TYPE_CHANGED = "jenis-kolom-berubah"
    KEY_CHANGED = "kunci-berubah"
    ROW_ADDED = "baris-baru"
    ROW_REMOVED = "baris-dihapus"
    REVISED = "nilai-berubah"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One difference; `key` tells the row ('tahun=2024; kode=61.71.01'), '' where it is no row."""

    table: str
    key: str
    column: str
    kind: AlterationKind
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two editions, in the order of tables, columns and rows."""

    slug: str
    old: str
    new: str
    alterations: tuple[Alteration, ...]

    @property
    def counts(self) -> Mapping[AlterationKind, int]:
        """How many alterations there are of each kind that occurs."""
        counted = Counter(item.kind for item in self.alterations)
        return {kind: counted[kind] for kind in AlterationKind if kind in counted}


def difference_csv(found: Difference) -> bytes:
    """perubahan.csv: one row for each alteration."""
    rows = (
        (item.table, item.key, item.column, item.kind.value, item.old, item.new, item.reason)
        for item in found.alterations
    )
    return csv_text(COLUMNS, rows)


def edition_difference(old: Dataset, new: Dataset) -> Difference:
    """Tables are told apart by name, columns by name, rows by the newer edition's primary key."""
    why = next((item.why for item in new.history if item.version == new.version), "")
    before = {table.name: table for table in old.tables}
    after = {table.name: table for table in new.tables}
    known = {note.name for note in old.notes}
    notes = [note for note in new.notes if note.name not in known]
    found: list[Alteration] = []
    for name in (*before, *(name for name in after if name not in before)):
        if name not in after:
            found.append(Alteration(name, "", "", AlterationKind.TABLE_REMOVED, "", "", why))
        elif name not in before:
            found.append(Alteration(name, "", "", AlterationKind.TABLE_ADDED, "", "", why))
        else:
            pair = _Pair(before[name], after[name], why, _about(name, notes))
            found += [*pair.columns(), *pair.rows()]
    return Difference(new.slug, old.version, new.version, tuple(found))


def _about(name: str, notes: Collection[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.table == name)


@dataclass(frozen=True)
class _Pair:
    """A table in two editions; `notes` are those that came with the newer one."""

    old: Table
    new: Table
    why: str
    notes: tuple[Note, ...]

    def columns(self) -> Iterator[Alteration]:
        """Columns that came, went, or hold another type, and another primary key."""

        def told(column: str, kind: AlterationKind, old: str = "", new: str = "") -> Alteration:
            return Alteration(self.new.name, "", column, kind, old, new, self.why)

        for field in self.old.schema.fields:
            if field.name not in self.new.schema:
                yield told(field.name, AlterationKind.COLUMN_REMOVED)
            elif field.type != self.new.schema[field.name].type:
                new = self.new.schema[field.name].type
                yield told(field.name, AlterationKind.TYPE_CHANGED, field.type, new)
        for field in self.new.schema.fields:
            if field.name not in self.old.schema:
                yield told(field.name, AlterationKind.COLUMN_ADDED)
        before, after = self.old.schema.primary_key, self.new.schema.primary_key
        if before != after:
            yield told("", AlterationKind.KEY_CHANGED, " ".join(before), " ".join(after))

    def rows(self) -> Iterator[Alteration]:
        """Rows that went, changed or came; nothing where the older edition knows no such key."""
        before, after = self._by_key(self.old), self._by_key(self.new)
        if before is None or after is None:
            return
        common = [f.name for f in self.new.schema.fields if f.name in self.old.schema]
        for key, number in before.items():
            if key not in after:
                yield self._about_row(key, AlterationKind.ROW_REMOVED)
            else:
                yield from self._revised(key, number, after[key], common)
        for key in after:
            if key not in before:
                yield self._about_row(key, AlterationKind.ROW_ADDED)

    def _by_key(self, table: Table) -> dict[Cells, int] | None:
        """Index of each row by the newer edition's key; None where that does not tell rows."""
        names = self.new.schema.primary_key
        if any(name not in table.schema for name in names):
            return None
        places = [table.schema.position[name] for name in names]
        found = {
            tuple(row[place] for place in places): number for number, row in enumerate(table.cells)
        }
        return found if len(found) == len(table.cells) else None

    def _revised(
        self, key: Cells, before: int, after: int, common: Sequence[str]
    ) -> Iterator[Alteration]:
        for name in common:
            old = self.old.cells[before][self.old.schema.position[name]]
            new = self.new.cells[after][self.new.schema.position[name]]
            if old != new:
                reason = self._reason(after, name)
                yield Alteration(
                    self.new.name,
                    self._key_text(key),
                    name,
                    AlterationKind.REVISED,
                    old,
                    new,
                    reason,
                )

    def _reason(self, number: int, column: str) -> str:
        """That of a new note about the very cell, else that of the edition."""
        row = self.new.rows[number]
        for note in self.notes:
            fits = all(self.new.value(row, name) in wanted for name, wanted in note.where.items())
            if fits and (not note.columns or column in note.columns):
                return note.reason
        return self.why

    def _about_row(self, key: Cells, kind: AlterationKind) -> Alteration:
        return Alteration(self.new.name, self._key_text(key), "", kind, "", "", self.why)

    def _key_text(self, key: Cells) -> str:
        names = self.new.schema.primary_key
        return "; ".join(f"{name}={cell}" for name, cell in zip(names, key, strict=True))
