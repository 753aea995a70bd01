"""Rows that are marked need a note that says why."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import CellStatus, Dataset, Role, Table
from ...model.findings import Code, Finding, Place
from ...model.messages import message
from ...words.labels import CELL_STATUS
from ..kind import DatasetCheck

CODE = Code("status-tanpa-catatan", area="check")
_NEEDS_NOTE = {CellStatus.REVISED, CellStatus.DOUBTFUL, CellStatus.INVALID}
"""Of withheld numbers the page itself says why."""


def unexplained_status(dataset: Dataset) -> Iterator[Finding]:
    """A row that is marked as mended, doubtful or invalid has a note that says why."""
    for table in dataset.tables:
        explained = _explained_rows(dataset, table)
        columns = table.schema.with_role(Role.STATUS)
        for row_number, row in table.marked(*_NEEDS_NOTE):
            if row_number not in explained:
                status = table.status(row)
                place = Place(table.file, row_number, columns[0].name)
                said = message(
                    "check.status-unexplained", letter=str(status), status=CELL_STATUS[status]
                )
                yield Finding(CODE, place, said)


def _explained_rows(dataset: Dataset, table: Table) -> frozenset[int]:
    """The numbers of the rows that some note is about."""
    return frozenset(
        row_number
        for note in dataset.notes
        if note.table == table.name
        for row_number, _ in table.select(note.where)
    )


CHECK = DatasetCheck((CODE,), unexplained_status)
