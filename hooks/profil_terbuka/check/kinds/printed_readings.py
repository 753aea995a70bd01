"""The published value is what is printed, read as a number."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import PRINTED_VALUE, CellStatus, Role, Table, Value, read_printed
from ...model.findings import Code, Finding, Place
from ...model.messages import message
from ...read.layout import shown
from ..kind import TableCheck

CODE = Code("tercetak-berbeda", answerable=True, area="check")


def printed_readings(table: Table) -> Iterator[Finding]:
    """The published value is what the printed string says, unless its status tells otherwise."""
    measures = table.schema.with_role(Role.MEASURE)
    if PRINTED_VALUE not in table.schema or len(measures) != 1:
        return
    measure = measures[0]
    for row_number, row in enumerate(table.rows, start=2):
        value = table.value(row, measure.name)
        printed = str(table.value(row, PRINTED_VALUE) or "")
        if table.status(row) is CellStatus.NORMAL and not _is_reading(value, printed):
            published = message("check.empty-cell") if value is None else str(value)
            said = message("check.printed-differs", printed=shown(printed), published=published)
            yield Finding(CODE, Place(table.file, row_number, measure.name), said)


def _is_reading(value: Value, printed: str) -> bool:
    """Whether a value is what is printed; nothing is no reading of anything with a digit.

    >>> _is_reading(1245, "1.245"), _is_reading(None, "-"), _is_reading(None, "1,2,45")
    (True, True, False)
    """
    lost = value is None and any(map(str.isdigit, printed))
    return value == read_printed(printed) and not lost


CHECK = TableCheck((CODE,), printed_readings)
