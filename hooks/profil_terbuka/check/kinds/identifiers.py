"""Identifiers declared as measures: they would be added up, ranked and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Dataset, Field, Role, Table
from ...model.findings import Code, Finding, Place
from ...model.identifiers import Identifier, identifier
from ...model.messages import message
from ..kind import DatasetCheck

CODE = Code("pengenal-menjadi-ukuran", area="check")
SHOWN = 3
"""So many of the numbers are told in a message."""
_KINDS = {
    Identifier.ROW: message("check.identifier-row"),
    Identifier.CODE: message("check.identifier-code"),
    Identifier.TIME: message("check.identifier-time"),
}
_ROLES = {
    Identifier.ROW: message("check.role-of-row-number"),
    Identifier.CODE: message("check.role-of-code"),
    Identifier.TIME: message("check.role-of-time"),
}


def identifiers_as_measures(dataset: Dataset) -> Iterator[Finding]:
    """A measure whose name and numbers are those of a row number, a code or a point in time."""
    for table in dataset.tables:
        for field in table.schema.with_role(Role.MEASURE):
            kind = identifier(field.name, _numbers(table, field))
            if kind:
                yield _finding(dataset, table, field, kind)


def _numbers(table: Table, field: Field) -> list[int | Decimal]:
    values = table.column(field.name)
    return [value for value in values if isinstance(value, int | Decimal)]


def _finding(dataset: Dataset, table: Table, field: Field, kind: Identifier) -> Finding:
    numbers = dict.fromkeys(str(value) for value in _numbers(table, field))
    shown = ", ".join(f"`{number}`" for number in list(numbers)[:SHOWN])
    said = message(
        "check.identifier-as-measure",
        table=table.name,
        column=field.name,
        values=shown or message("check.empty"),
        kind=_KINDS[kind],
    )
    mend = message("check.mend-identifier", role=_ROLES[kind])
    return Finding(CODE, Place(dataset.file, None, field.name), said, mend)


CHECK = DatasetCheck((CODE,), identifiers_as_measures)
