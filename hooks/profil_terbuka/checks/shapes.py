"""Suspicions about how a table is made: totals among parts, units, repeated rows, readings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import codes
from ..findings import Finding, Place
from ..model import (
    PRINTED_VALUE,
    CellStatus,
    Dataset,
    Role,
    SumRule,
    Table,
    Value,
    read_printed,
)
from ..wording import number
from .panel import Panel

LEAST_PARTS = 4
LEAST_TOTAL = 50
_TOTAL_NAME = re.compile(r"(sub\s*)?(jumlah|total)\b.{0,20}|keseluruhan|seluruhnya", re.IGNORECASE)
_LOST_ZEROS = re.compile(r"\d{1,3}\.\d{3}")


def totals_among_parts(panel: Panel) -> Iterator[Finding]:
    """A row that is named like a total, or equals the sum of all others of its year."""
    for year, column in panel.points.items():
        total = panel.total(year)
        for thing, point in column.items():
            name = next((str(part) for part in thing if _TOTAL_NAME.fullmatch(str(part))), None)
            others = total - point.value
            equal = len(column) > LEAST_PARTS and point.value == others >= LEAST_TOTAL
            if name or equal:
                reason = f"bernama `{name}`" if name else f"sama dengan jumlah {number(others)}"
                message = f"{panel.names[thing]} {reason}: total berdiri di antara rinciannya."
                yield Finding(codes.TOTAL_AMONG_PARTS, panel.place(point), message)


def mixed_units(dataset: Dataset) -> Iterator[Finding]:
    """A rule that adds up rows of different units."""
    for rule in dataset.rules:
        if not isinstance(rule, SumRule):
            continue
        table = dataset.table(rule.table)
        columns = table.schema.with_role(Role.UNIT)
        units = sorted({str(unit) for unit in table.column(columns[0].name)}) if columns else []
        if len(units) > 1:
            message = f"Satuan bercampur dalam satu jumlah: {', '.join(units)}."
            place = Place(dataset.table(rule.total).file, None, rule.measure)
            yield Finding(codes.UNITS_MIXED, place, message)


def repeated_rows(table: Table) -> Iterator[Finding]:
    """Rows that differ only in their number or their line in the book."""
    whole_numbers = [field.name for field in table.schema.fields if field.type == "integer"]
    counters = {name for name in whole_numbers if table.schema[name].role is not Role.MEASURE}
    names = tuple(field.name for field in table.schema.fields if field.name not in counters)
    if len(names) < 2:
        return
    seen: dict[tuple[Value, ...], int] = {}
    for row_number, row in enumerate(table.rows, start=2):
        first = seen.setdefault(table.key(row, names), row_number)
        if first != row_number:
            message = f"Isinya sama dengan baris {first}."
            yield Finding(codes.ROW_REPEATED, Place(table.file, row_number), message)


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
    """`1.234` in a number column: one thousand two hundred, or one and a bit?"""
    for field in table.schema.with_role(Role.MEASURE):
        if field.type != "number":
            continue
        index = table.schema.position[field.name]
        for row_number, row in enumerate(table.cells, start=2):
            if _LOST_ZEROS.fullmatch(row[index]):
                place = Place(table.file, row_number, field.name)
                message = f"`{row[index]}` terbaca sebagai pecahan; mungkin maksudnya ribuan."
                remedy = f"Tulis `{row[index].replace('.', '')}` bila ribuan."
                yield Finding(codes.THOUSANDS_AS_DECIMALS, place, message, remedy)


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
