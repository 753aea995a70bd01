"""Printed evidence in a file that comes back: nobody edits it, and Excel changes it by itself.

How a number stands in the source, and in which of its lines, is what the dataset has: `20.84` is
`2084` after an Indonesian Excel has saved it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model import Role, Table
from ...model.messages import Message, message
from .incoming import IncomingRow

_EVIDENCE = (Role.PRINTED, Role.ORIGIN)


def returned_row(table: Table, told: Mapping[str, str], line: int) -> IncomingRow:
    """A row of a file of ours: its evidence counts only where the table has no such number.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("desa, jumlah (orang)", ("Dadap", 3))
    >>> returned_row(table, {"desa": "Dadap", "jumlah": "4"}, 2).told
    {'desa': 'Dadap', 'jumlah': '4'}
    """
    names = _evidence(table)
    said = {name: text for name, text in told.items() if name not in names}
    beside = {name: text for name, text in told.items() if name in names}
    return IncomingRow(said, str(line), beside)


def evidence_left(table: Table, rows: Sequence[IncomingRow]) -> Iterator[Message]:
    """That the evidence in a file differs from that of the table, and in how many rows."""
    at = table.schema.position
    key = table.schema.primary_key
    known = {tuple(cells[at[name]] for name in key): cells for cells in table.cells}
    differing = dict.fromkeys(_evidence(table), 0)
    count = 0
    for row in rows:
        cells = known.get(tuple(row.told.get(name, "") for name in key))
        if cells is None:
            continue
        other = [name for name, text in row.beside.items() if text != cells[at[name]]]
        for name in other:
            differing[name] += 1
        count += bool(other)
    titles = tuple(table.schema[name].title for name, times in differing.items() if times)
    if titles:
        yield message("importer.step-evidence-left", table=table.name, titles=titles, count=count)


def _evidence(table: Table) -> list[str]:
    return [field.name for field in table.schema.fields if field.role in _EVIDENCE]
