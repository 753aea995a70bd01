"""Rows that end before they begin, in columns that no rule puts in order (`urutan`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Dataset, Field, OrderRule, Table, codes
from ...model.aggregation import Row
from ...model.findings import Finding, Place
from ...model.messages import message
from ..coverage_years import is_register
from ..kind import DatasetCheck

_DATED = ("date", "year", "yearmonth")
_START = re.compile(r"(?:^|(?<=_))(?:mulai|awal)(?=_|$)")
_ENDS = ("selesai", "berakhir", "akhir")

Span = tuple[str, str]
"""The columns in which things begin and end."""


def ends_before_beginning(dataset: Dataset) -> Iterator[Finding]:
    """In every row `selesai` follows `mulai`, and a bar of a timeline runs forward.

    The registers of the information desk have a check of their own.
    """
    if is_register(dataset):
        return
    for table in dataset.tables:
        for start, end in dict.fromkeys([*_by_name(table), *_drawn(table, dataset)]):
            if _in_order(start, end, table, dataset):
                continue
            for number, row in enumerate(table.rows, start=2):
                if _reversed(table, row, start, end):
                    said = message(
                        "check.order-reversed",
                        later=end,
                        late=str(table.stated(row, end)),
                        earlier=start,
                        early=str(table.stated(row, start)),
                    )
                    yield Finding(codes.ORDER_REVERSED, Place(table.file, number, end), said)


def _by_name(table: Table) -> Iterator[Span]:
    """Columns such as `mulai` and `selesai`, `tanggal_awal` and `tanggal_akhir`.

    >>> from profil_terbuka.model.invented import invented_table
    >>> list(_by_name(invented_table("tanggal_mulai, tanggal_selesai, tempat")))
    [('tanggal_mulai', 'tanggal_selesai')]
    """
    names = {field.name for field in table.schema.fields}
    for name in names:
        for word in _ENDS:
            other = _START.sub(word, name, count=1)
            if other != name and other in names:
                yield name, other


def _drawn(table: Table, dataset: Dataset) -> Iterator[Span]:
    for view in dataset.views:
        if view.table == table.name and view.start and view.end:
            yield view.start, view.end


def _in_order(start: str, end: str, table: Table, dataset: Dataset) -> bool:
    """Whether a declared rule looks at both columns already."""
    return any(
        isinstance(rule, OrderRule)
        and rule.table == table.name
        and {start, end} <= set(rule.columns)
        for rule in dataset.rules
    )


def _reversed(table: Table, row: Row, start: str, end: str) -> bool:
    fields = table.schema[start], table.schema[end]
    if all(field.type in _DATED for field in fields):
        return _written_before(table, row, *fields)
    early, late = table.period(row, start), table.period(row, end)
    return early is not None and late is not None and late < early


def _written_before(table: Table, row: Row, start: Field, end: Field) -> bool:
    """Years, months and days are written so that letters compare as times do."""
    early, late = table.stated(row, start.name), table.stated(row, end.name)
    if early is None or late is None:
        return False
    length = min(len(str(early)), len(str(late)))
    return str(late)[:length] < str(early)[:length]


CHECK = DatasetCheck((codes.ORDER_REVERSED,), ends_before_beginning)
