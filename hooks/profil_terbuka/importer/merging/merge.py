"""Rows come into a table by its key: what is new, what changes, what the file does not mention.

Nothing is taken out, and what the file says nothing about stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import CellStatus, Field, Role, Table
from ...model.messages import Message, message
from ..reasons import Unusable
from .cells import as_row, same
from .incoming import IncomingRow

Key = tuple[str, ...]
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that changes."""

    key: Key
    column: str
    old: str
    new: str
    place: str


@dataclass(frozen=True, slots=True)
class Merge:
    """A table after rows came in, and what that changed."""

    table: Table
    cells: tuple[Cells, ...]
    added: tuple[Key, ...] = ()
    changed: tuple[Change, ...] = ()
    missing: tuple[Key, ...] = ()
    """Rows of the same periods that the file does not mention; they stay."""

    @property
    def alters(self) -> bool:
        """Whether anything is new or other than before."""
        return bool(self.added or self.changed)


def merged_rows(table: Table, rows: Sequence[IncomingRow]) -> Merge:
    """The table with `rows`; raises Unusable where two of them have one key."""
    names = [field.name for field in table.schema.fields]
    incoming = _by_key(table, rows)
    before = {_key_of(table, cells): cells for cells in table.cells}
    changed: list[Change] = []
    after: list[Cells] = []
    for key, cells in before.items():
        row = incoming.get(key)
        new = cells if row is None else _altered(table, cells, row)
        changed += [] if row is None else _changes(table, key, cells, new, row)
        after.append(new)
    added = [key for key in incoming if key not in before]
    after += [as_row(names, _completed(table, incoming[key].told)) for key in added]
    return Merge(
        table,
        tuple(_in_order(table, after)),
        tuple(added),
        tuple(changed),
        tuple(_missing(table, before, incoming)),
    )


def _key_of(table: Table, cells: Cells) -> Key:
    return tuple(cells[table.schema.position[name]] for name in table.schema.primary_key)


def _by_key(table: Table, rows: Sequence[IncomingRow]) -> dict[Key, IncomingRow]:
    found: dict[Key, IncomingRow] = {}
    for row in rows:
        key = tuple(row.told.get(name, "") for name in table.schema.primary_key)
        before = found.setdefault(key, row)
        if before is not row:
            raise Unusable(
                message("importer.twins-in-file", one=before.place, other=row.place, key=key)
            )
    return found


def _altered(table: Table, cells: Cells, row: IncomingRow) -> Cells:
    """The cells of a row with what the file says of it; equal values stay as they are written."""
    fields = table.schema.fields
    return tuple(
        cell
        if field.name not in row.told or same(field, cell, row.told[field.name])
        else row.told[field.name]
        for field, cell in zip(fields, cells, strict=True)
    )


def _changes(table: Table, key: Key, old: Cells, new: Cells, row: IncomingRow) -> Iterator[Change]:
    for field, before, after in zip(table.schema.fields, old, new, strict=True):
        if before != after:
            yield Change(key, field.name, before, after, row.place)


def _completed(table: Table, told: Mapping[str, str]) -> dict[str, str]:
    """A new row with what it does not tell itself: its codes, and a plain status."""
    found = dict(told)
    for field in table.schema.fields:
        if found.get(field.name):
            continue
        if field.role is Role.CODE and field.labels:
            found[field.name] = _code(table, field, found.get(field.labels, ""))
        elif field.role is Role.STATUS:
            found[field.name] = _status(table, found)
    return found


def _code(table: Table, field: Field, name: str) -> str:
    """The code that the table gives to a name; '' where it gives none, or several."""
    code, label = table.schema.position[field.name], table.schema.position[str(field.labels)]
    codes = {cells[code] for cells in table.cells if cells[label] == name}
    return codes.pop() if len(codes) == 1 else ""


def _status(table: Table, told: Mapping[str, str]) -> str:
    measures = table.schema.with_role(Role.MEASURE)
    filled = any(told.get(field.name) for field in measures)
    return (CellStatus.NORMAL if filled or not measures else CellStatus.MISSING).value


def _in_order(table: Table, rows: list[Cells]) -> list[Cells]:
    """New rows take their place where the table was in the order of its key; else they follow."""
    before = [_key_of(table, cells) for cells in table.cells]
    if before == sorted(before):
        return sorted(rows, key=lambda cells: _key_of(table, cells))
    return rows


def _missing(
    table: Table, before: Mapping[Key, Cells], incoming: Mapping[Key, IncomingRow]
) -> Iterator[Key]:
    """Rows of the periods that the file is about which it does not mention."""
    times = [
        at
        for at, name in enumerate(table.schema.primary_key)
        if table.schema[name].type == "year" or table.period_kind(name)
    ]
    told = {tuple(key[at] for at in times) for key in incoming}
    for key in before:
        if key not in incoming and tuple(key[at] for at in times) in told:
            yield key


def summary(found: Merge) -> Iterator[Message]:
    """What a merge does, in sentences."""
    yield message(
        "importer.merge-summary",
        table=found.table.name,
        added=len(found.added),
        changed=len({change.key for change in found.changed}),
        missing=len(found.missing),
        same=len(found.table.cells) - len({change.key for change in found.changed}),
    )
