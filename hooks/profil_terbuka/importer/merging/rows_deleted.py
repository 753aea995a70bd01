"""Rows that a form asked for and that somebody deleted from it: each is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...model import Dataset, Role, Table
from ...model.messages import Message, message
from .asked import AskedTable, Row, asked_tables
from .codes import with_known_codes
from .incoming import Incoming

DELETED = "importer.rows-deleted"
"""What names them: without them the totals of the year would be too small."""
_Shown = Mapping[str, str]


def rows_deleted(item: Incoming, dataset: Dataset) -> Iterator[Message]:
    """What to tell of the rows that a form does not have any more.

    A form that shows no line at all is one of which nothing can be told.
    """
    asked = next(
        (each for each in asked_tables(dataset) if each.table.name == item.table.name), None
    )
    if asked is None or not item.lines:
        return
    table = item.table
    there = [with_known_codes(table, line) for line in item.lines]
    keys = {tuple(line.get(name, "") for name in _key(asked)) for line in there}
    names = {_names(table, asked.time, line) for line in there}
    gone = [
        _names(table, asked.time, line)
        for line in (_shown(table, row) for row in asked.lacking(_year(there, asked)))
        if tuple(line[name] for name in _key(asked)) not in keys
        and _names(table, asked.time, line) not in names
    ]
    if gone:
        yield message(DELETED, rows=tuple(" ".join(name) for name in gone))


def _year(lines: Sequence[_Shown], asked: AskedTable) -> int:
    """The year that most lines of a form are about; 0 where none tells one."""
    years = Counter(line.get(asked.time, "") for line in lines)
    return next((int(year) for year, _ in years.most_common() if year.isdecimal()), 0)


def _key(asked: AskedTable) -> list[str]:
    return [name for name in asked.table.schema.primary_key if name != asked.time]


def _shown(table: Table, row: Row) -> dict[str, str]:
    """A row of the table as a form shows it."""
    values = {field.name: table.value(row, field.name) for field in table.schema.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _names(table: Table, time: str, line: _Shown) -> tuple[str, ...]:
    """What a row is about, as people call it."""
    fields = table.schema.with_role(Role.DIMENSION)
    return tuple(line.get(field.name, "") for field in fields if field.name != time)
