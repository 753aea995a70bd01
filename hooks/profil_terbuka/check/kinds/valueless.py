"""Safe by default: what no reader may add up stands in no column that programs add up."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import PRINTED_END, PRINTED_VALUE, CellStatus, Field, Role, Table
from ...model.aggregation import Row
from ...model.findings import Code, Finding, Place
from ...model.messages import NOTHING, Message, message
from ...words.labels import CELL_STATUS
from ..kind import TableCheck

CODE = Code("sel-harus-kosong", area="check")
_VALUELESS = (CellStatus.INVALID, CellStatus.MISSING, CellStatus.NOT_APPLICABLE)
"""Statuses that say there is no valid value. Of withheld ones privacy takes care."""


def valueless_is_empty(table: Table) -> Iterator[Finding]:
    """Every measure of a row without a valid value is empty, whoever adds up its column."""
    for row_number, row in table.marked(*_VALUELESS):
        status = table.status(row)
        for field in table.schema.with_role(Role.MEASURE):
            value = table.value(row, field.name)
            if value is not None:
                said = message(
                    "check.cell-not-empty",
                    letter=str(status),
                    status=CELL_STATUS[status],
                    value=str(value),
                )
                place = Place(table.file, row_number, field.name)
                yield Finding(CODE, place, said, _mend(table, row, field))


def _mend(table: Table, row: Row, field: Field) -> Message:
    """What to do with the value; and what the descriptor must allow besides."""
    required = field.constraints.required
    permit = message("check.drop-required", column=field.name) if required else NOTHING
    if table.status(row) is not CellStatus.INVALID:
        return message("check.empty-or-change-status", permit=permit)
    measure, value = field.name, str(table.value(row, field.name))
    column = table.schema.printed.get(measure)
    if column is None:
        return message(
            "check.add-printed-column",
            column=_printed_column(table, field),
            value=value,
            measure=measure,
            permit=permit,
        )
    if printed := table.value(row, column):
        return message(
            "check.empty-as-printed-stands",
            measure=measure,
            column=column,
            printed=str(printed),
            permit=permit,
        )
    return message(
        "check.move-to-printed", value=value, column=column, measure=measure, permit=permit
    )


def _printed_column(table: Table, field: Field) -> str:
    """What the column should be called that keeps a measure as the book prints it.

    >>> from profil_terbuka.model.invented import invented_table
    >>> table = invented_table("kelurahan, laki (orang), perempuan (orang)")
    >>> _printed_column(table, table.schema["laki"])
    'laki_tercetak'
    """
    only = len(table.schema.with_role(Role.MEASURE)) == 1
    return PRINTED_VALUE if only else f"{field.name}{PRINTED_END}"


CHECK = TableCheck((CODE,), valueless_is_empty)
