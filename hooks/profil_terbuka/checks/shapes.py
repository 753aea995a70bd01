"""Suspicions about how a table is made: totals among parts, readings, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import codes
from ..aggregation import is_total
from ..findings import Finding, Place
from ..model import (
    PRINTED_VALUE,
    CellStatus,
    Dataset,
    Role,
    Table,
    read_printed,
)
from ..wording import number
from .panel import Panel
from .units import is_share, is_whole

LEAST_PARTS = 4
LEAST_TOTAL = 50
_LOST_ZEROS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def totals_among_parts(panel: Panel) -> Iterator[Finding]:
    """A row that is named like a total, or equals the sum of all others of its year."""
    for year, column in panel.points.items():
        total = panel.total(year)
        for thing, point in column.items():
            name = next((str(part) for part in thing if is_total(str(part))), None)
            others = total - point.value
            adds_up = len(column) > LEAST_PARTS and not is_share(panel.unit(thing))
            equal = adds_up and point.value == others >= LEAST_TOTAL
            if name or equal:
                reason = f"bernama `{name}`" if name else f"sama dengan jumlah {number(others)}"
                message = f"{panel.names[thing]} {reason}: total berdiri di antara rinciannya."
                yield Finding(codes.TOTAL_AMONG_PARTS, panel.place(point), message)


def printed_readings(table: Table) -> Iterator[Finding]:
    """The published value is what the printed string says, unless its status tells otherwise."""
    measures = table.schema.with_role(Role.MEASURE)
    if PRINTED_VALUE not in table.schema or len(measures) != 1:
        return
    measure = measures[0]
    for row_number, row in enumerate(table.rows, start=2):
        value, printed = table.value(row, measure.name), table.value(row, PRINTED_VALUE)
        if table.status(row) is not CellStatus.NORMAL or value == read_printed(str(printed or "")):
            continue
        place = Place(table.file, row_number, measure.name)
        message = f"Tercetak `{printed or ''}`, diterbitkan `{value}`, padahal statusnya A."
        yield Finding(codes.PRINTED_DIFFERS, place, message)


def thousands_as_decimals(table: Table) -> Iterator[Finding]:
    """`1.234` in a number column: one thousand two hundred, or one and a bit? Asked once a column.

    A share that starts with 0 is no thousand, and no number beside it is.
    """
    units = table.schema.with_role(Role.UNIT)
    for field in table.schema.with_role(Role.MEASURE):
        if field.type == "number":
            rows = list(
                enumerate((row[table.schema.position[field.name]] for row in table.cells), 2)
            )
            whole = not units and is_whole(field.unit or "")
            yield from _fractions(rows, Place(table.file, None, field.name), whole)


def _fractions(cells: Sequence[tuple[int, str]], column: Place, whole: bool) -> Iterator[Finding]:
    """The finding on a column, if any; `whole`: its unit comes in whole numbers only."""
    below_one = any(re.match(r"-?0\.\d*[1-9]", text) for _, text in cells)
    thousands = [cell for cell in cells if _LOST_ZEROS.fullmatch(cell[1])]
    broken = [cell for cell in cells if re.search(r"\.\d*[1-9]", cell[1])] if whole else []
    odd = broken or ([] if below_one else thousands)
    if not odd:
        return
    row, text = odd[0]
    others = f", dan {len(odd) - 1} sel lain di kolom ini," if len(odd) > 1 else ""
    message = f"`{text}`{others} terbaca sebagai pecahan; mungkin maksudnya ribuan."
    remedy = _full_number(text) + (
        "" if whole else f'; bila memang pecahan, tulis `catatan` dengan `"temuan": ["{_NAME}"]`'
    )
    place = Place(column.file, row, column.column)
    related = tuple(Place(column.file, row, column.column) for row, _ in odd[1:])
    yield Finding(codes.THOUSANDS_AS_DECIMALS, place, message, f"{remedy}.", related)


def _full_number(text: str) -> str:
    """'20.84' lost its last zero when it was read as a fraction: 20840."""
    whole, _, fraction = text.partition(".")
    return f"Tulis `{whole}{fraction.ljust(3, '0')}` bila ribuan"


_NAME = codes.THOUSANDS_AS_DECIMALS.name


def uncertain_without_note(dataset: Dataset) -> Iterator[Finding]:
    """A row that is marked as mended, doubtful, invalid or withheld has a note that says why."""
    for table in dataset.tables:
        explained: set[int] = set()
        for note in dataset.notes:
            if note.table == table.name:
                explained.update(row_number for row_number, _ in table.select(note.where))
        columns = table.schema.with_role(Role.STATUS)
        for row_number, row in enumerate(table.rows, start=2):
            status = table.status(row)
            if status in _NEEDS_NOTE and row_number not in explained:
                place = Place(table.file, row_number, columns[0].name)
                message = f"Status `{status}` tanpa catatan yang menjelaskannya."
                yield Finding(codes.STATUS_UNEXPLAINED, place, message)


_NEEDS_NOTE = {
    CellStatus.REVISED,
    CellStatus.DOUBTFUL,
    CellStatus.INVALID,
    CellStatus.WITHHELD,
}
