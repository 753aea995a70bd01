"""Suspicions about how a table is made: totals among parts, readings, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import (
    PRINTED_VALUE,
    Additivity,
    CellStatus,
    Dataset,
    Field,
    Role,
    Table,
    codes,
    read_printed,
)
from ..model.aggregation import is_total
from ..model.findings import Finding, Place
from ..read.layout import shown
from ..words.labels import CELL_STATUS
from ..words.numbers import number
from .panel import Panel
from .units import is_share, is_whole

LEAST_PARTS = 4
LEAST_TOTAL = 50
_FRACTION = re.compile(r"-?\d+\.\d*[1-9]\d*")
_LOST_ZEROS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")

Cell = tuple[int, str]
"""Spreadsheet row, and what stands there."""


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
                equals = f"sama dengan jumlah baris lainnya ({number(others)}): agaknya"
                message = (
                    f"{panel.names[thing]} {'adalah' if name else equals} total yang berdiri "
                    "di antara rinciannya."
                )
                yield Finding(codes.TOTAL_AMONG_PARTS, panel.place(point), message)


def printed_readings(table: Table) -> Iterator[Finding]:
    """The published value is what the printed string says, unless its status tells otherwise."""
    measures = table.schema.with_role(Role.MEASURE)
    if PRINTED_VALUE not in table.schema or len(measures) != 1:
        return
    measure = measures[0]
    for row_number, row in enumerate(table.rows, start=2):
        value = table.value(row, measure.name)
        printed = str(table.value(row, PRINTED_VALUE) or "")
        lost = value is None and any(map(str.isdigit, printed))
        if table.status(row) is not CellStatus.NORMAL or (
            value == read_printed(printed) and not lost
        ):
            continue
        place = Place(table.file, row_number, measure.name)
        published = "(kosong)" if value is None else value
        message = f"Tercetak `{shown(printed)}`, diterbitkan `{published}`, padahal statusnya A."
        yield Finding(codes.PRINTED_DIFFERS, place, message)


def thousands_as_decimals(table: Table) -> Iterator[Finding]:
    """`1.234` in a number column: one thousand two hundred, or one and a bit? Asked once a column.

    Persons come in whole numbers only, so any fraction of them is asked about.
    """
    for field in table.schema.with_role(Role.MEASURE):
        if field.type == "number" and field.additivity is not Additivity.NON_ADDITIVE:
            index = table.schema.position[field.name]
            cells = [(at, row[index]) for at, row in enumerate(table.cells, start=2)]
            odd = [cell for cell in cells if _FRACTION.fullmatch(cell[1])]
            if not _counts_wholes(field):
                odd = [] if _is_decimal(field, cells) else _thousands(cells)
            if odd:
                yield _read_as_fraction(odd, Place(table.file, odd[0][0], field.name))


def _counts_wholes(field: Field) -> bool:
    return is_whole(field.unit or "") and not is_share(field.name.replace("_", " "))


def _is_decimal(field: Field, cells: Sequence[Cell]) -> bool:
    """Whether a column shows that its points are decimal: a 0 before one, or a short percentage."""
    share = is_share(field.unit or "")
    return any(
        text.lstrip("-").startswith("0.") or (share and not _LOST_ZEROS.fullmatch(text))
        for _, text in cells
        if "." in text
    )


def _thousands(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if _LOST_ZEROS.fullmatch(cell[1])]


def _read_as_fraction(odd: Sequence[Cell], place: Place) -> Finding:
    _, text = odd[0]
    others = f", dan {len(odd) - 1} sel lain di kolom ini," if len(odd) > 1 else ""
    message = f"`{text}`{others} terbaca sebagai pecahan; mungkin maksudnya ribuan."
    remedy = (
        f"Tulis `{_full_number(text)}` bila ribuan; bila memang pecahan, tulis `catatan` dengan "
        f'`"temuan": ["{codes.THOUSANDS_AS_DECIMALS.name}"]`.'
    )
    related = tuple(Place(place.file, row, place.column) for row, _ in odd[1:])
    return Finding(codes.THOUSANDS_AS_DECIMALS, place, message, remedy, related)


def _full_number(text: str) -> str:
    """'20.84' lost its last zero when it was read as a fraction: 20840."""
    whole, _, fraction = text.partition(".")
    return f"{whole}{fraction.ljust(3, '0')}"


def uncertain_without_note(dataset: Dataset) -> Iterator[Finding]:
    """A row that is marked as mended, doubtful or invalid has a note that says why.

    Of withheld numbers the page itself says why.
    """
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
                message = (
                    f"Status `{status}` ({CELL_STATUS[status]}) tanpa catatan yang menjelaskan."
                )
                yield Finding(codes.STATUS_UNEXPLAINED, place, message)


_NEEDS_NOTE = {
    CellStatus.REVISED,
    CellStatus.DOUBTFUL,
    CellStatus.INVALID,
}
