"""What became of the numbers: how many are missing, withheld, doubtful, mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model import CellStatus, Dataset, Role, Table, Value
from ..model.messages import message
from ..model.products import Criterion, Measurement
from .criteria import DOUBTFUL, MENDED, MISSING, WITHHELD
from .measured import measured_share

_STANDING = {
    CellStatus.DOUBTFUL: DOUBTFUL,
    CellStatus.REVISED: MENDED,
}


def figure_measurements(dataset: Dataset) -> Iterator[Measurement]:
    """The four shares of all cells in columns of measures; nothing without such columns."""
    fates = [fate for table in dataset.tables for fate in _fates(table)]
    cells = message("quality.things-figures")
    for criterion in (MISSING, WITHHELD, DOUBTFUL, MENDED):
        found = fates.count(criterion)
        measured = measured_share(criterion, found, len(fates), cells, judged=False)
        if measured and criterion is DOUBTFUL:
            yield replace(measured, met=criterion not in fates)
        elif measured:
            yield measured


def _fates(table: Table) -> Iterator[Criterion | None]:
    """For each number the criterion it falls under, if any."""
    columns = [table.schema.position[field.name] for field in table.schema.with_role(Role.MEASURE)]
    for row in table.rows:
        status = table.status(row)
        for index in columns:
            yield _fate(row[index], status)


def _fate(value: Value, status: CellStatus) -> Criterion | None:
    if status is CellStatus.INVALID:  # its cell is empty, and yet the book prints something
        return DOUBTFUL
    if value is not None:
        return _STANDING.get(status)
    if status is CellStatus.NOT_APPLICABLE:
        return None
    return WITHHELD if status is CellStatus.WITHHELD else MISSING
