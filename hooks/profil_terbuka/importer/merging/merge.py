"""Rows come into a table by its key: what is new, what changes, what the file does not mention.

Nothing is taken out, and what the file says nothing about stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...model import CellStatus, Role, Table
from ...model.messages import message
from ..reasons import Unusable
from .cells import as_row, same
from .codes import with_known_codes
from .incoming import IncomingRow

Key = tuple[str, ...]
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellChange:
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
    changed: tuple[CellChange, ...] = ()
    missing: tuple[Key, ...] = ()
    """Rows of the same periods that the file does not mention; they stay."""
    places: Mapping[Key, str] = field(default_factory=dict)
    """Where in the source each row stands that came in."""
    withheld: frozenset[Key] = frozenset()
    """Rows whose numbers are not to be told, to nobody and nowhere."""
    removed: tuple[Key, ...] = ()
    """Rows that somebody took out of a register; a file that comes in takes out none."""

    @property
    def alters(self) -> bool:
        """Whether anything is new, gone, or other than before."""
        return bool(self.added or self.changed or self.removed)


def merged_rows(table: Table, rows: Sequence[IncomingRow]) -> Merge:
    """The table with `rows`; raises Unusable where two of them have one key."""
    names = [field.name for field in table.schema.fields]
    coded = [replace(row, told=with_known_codes(table, row.told)) for row in rows]
    incoming = _by_key(table, coded)
    before = {_key_of(table, cells): cells for cells in table.cells}
    changed: list[CellChange] = []
    after: list[Cells] = []
    for key, cells in before.items():
        row = incoming.get(key)
        new = cells if row is None else _altered(table, cells, row)
        changed += [] if row is None else _changes(table, key, cells, new, row)
        after.append(new)
    added = [key for key in incoming if key not in before]
    after += [as_row(names, _completed(table, incoming[key])) for key in added]
    return Merge(
        table,
        tuple(_in_order(table, after)),
        tuple(added),
        tuple(changed),
        tuple(_missing(table, before, incoming)),
        {key: row.place for key, row in incoming.items()},
    )


def amended_rows(table: Table, rows: Sequence[IncomingRow]) -> Merge:
    """The same for rows that do not speak for others of their period: none is missing."""
    return replace(merged_rows(table, rows), missing=())


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
    """The cells of a row with what the file says of it; equal values stay as they are written.

    A number that another takes the place of keeps how it was printed, and where: that is what its
    note tells. What belongs to the number of the file comes with one where none was.
    """
    fields = table.schema.fields
    told = dict(row.told)
    if _is_other_number(table, cells, row):
        beside = {} if _has_number(table, cells) else row.beside
        told = {**beside, **told, **_status_of(table, cells, row)}
    return tuple(
        cell if field.name not in told or same(field, cell, told[field.name]) else told[field.name]
        for field, cell in zip(fields, cells, strict=True)
    )


def _has_number(table: Table, cells: Cells) -> bool:
    """Whether a row has any number."""
    at = table.schema.position
    return any(cells[at[field.name]] for field in table.schema.with_role(Role.MEASURE))


def _is_other_number(table: Table, cells: Cells, row: IncomingRow) -> bool:
    """Whether a number of the row is another than before."""
    at = table.schema.position
    measures = [field for field in table.schema.with_role(Role.MEASURE) if field.name in row.told]
    return any(not same(field, cells[at[field.name]], row.told[field.name]) for field in measures)


def _status_of(table: Table, cells: Cells, row: IncomingRow) -> dict[str, str]:
    """The status of a row whose only number changes, where the file leaves it as it was.

    What comes is plain, what goes is missing, what another takes the place of is revised, unless
    the file says otherwise of it: that it is provisional.
    """
    measures, states = table.schema.with_role(Role.MEASURE), table.schema.with_role(Role.STATUS)
    if len(measures) != 1 or not states:
        return {}
    at, name, state = table.schema.position, measures[0].name, states[0].name
    old, new = cells[at[name]], row.told.get(name)
    if new is None or same(measures[0], old, new):
        return {}
    if row.told.get(state, cells[at[state]]) != cells[at[state]]:
        return {}
    said = row.beside.get(state, "")
    if said and said != CellStatus.NORMAL:
        return {state: said}
    if bool(old) != bool(new):
        return {state: (CellStatus.NORMAL if new else CellStatus.MISSING).value}
    return {state: CellStatus.REVISED.value}


def _changes(
    table: Table, key: Key, old: Cells, new: Cells, row: IncomingRow
) -> Iterator[CellChange]:
    for item, before, after in zip(table.schema.fields, old, new, strict=True):
        if before != after:
            yield CellChange(key, item.name, before, after, row.place)


def _completed(table: Table, row: IncomingRow) -> dict[str, str]:
    """A new row with a plain status where it does not tell one itself."""
    told = {**row.beside, **row.told}
    states = [field.name for field in table.schema.with_role(Role.STATUS)]
    return {**told, **{name: _status(table, told) for name in states if not told.get(name)}}


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
