"""Units in the names of rows: 'Luas wilayah (km2)' below 'Jumlah penduduk (jiwa)'.

Each row measures something else then, and a column says of each in what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model.messages import Message, message
from ..grid import SheetCell
from ..read_table import ReadColumn, ReadTable
from ..shaping.sheet_table import RowKind
from .column_reading import places
from .units import known_unit, names_countable

UNIT = "Satuan"
_BEHIND = re.compile(r"(?P<name>.*\S)\s*\((?P<unit>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class WithUnits:
    """The table, with a column of units where the rows name such; or what people have to mend."""

    table: ReadTable
    steps: tuple[Message, ...] = ()
    obstacles: tuple[Message, ...] = ()


def with_row_units(table: ReadTable) -> WithUnits:
    """The table with the units that its rows name in a column of their own."""
    if any(column.title.casefold() == UNIT.casefold() for column in table.columns):
        return WithUnits(table)
    rows = table.rows(RowKind.DATA)
    for at, column in enumerate(table.columns):
        if column.figures is not None:
            continue
        units = {row: _unit_of(column.cells[row]) for row in rows}
        if _tell_units(list(units.values())):
            bare = [row for row, unit in units.items() if not unit]
            if bare:
                return WithUnits(table, obstacles=(_partly(column, rows, bare),))
            return _taken_apart(table, at)
    return WithUnits(table)


def _unit_of(cell: SheetCell) -> str:
    """The unit behind a name; '' where none is known.

    >>> _unit_of(SheetCell("Luas wilayah (km2)")), _unit_of(SheetCell("Panti (lama)"))
    ('km2', '')
    """
    found = _BEHIND.fullmatch(cell.text)
    return known_unit(found["unit"]) if found else ""


def _tell_units(units: Sequence[str]) -> bool:
    """Whether what stands in brackets are units: not 'Korban (anak)', which is a kind of people."""
    told = set(filter(None, units))
    return any(not names_countable(unit) for unit in told) or (len(told) > 1 and all(units))


def _partly(column: ReadColumn, rows: Sequence[int], bare: Sequence[int]) -> Message:
    named = [column.cells[row] for row in sorted(set(rows).difference(bare))]
    return message(
        "importer.units-of-some-rows",
        title=column.title,
        named=places(named),
        cell=named[0].text,
        bare=places([column.cells[row] for row in bare]),
    )


def _taken_apart(table: ReadTable, at: int) -> WithUnits:
    """The names without their units, and these in the next column."""
    column = table.columns[at]
    found = [_BEHIND.fullmatch(cell.text) for cell in column.cells]
    names = [
        replace(cell, text=match["name"]) if match else cell
        for cell, match in zip(column.cells, found, strict=True)
    ]
    units = [
        SheetCell(known_unit(match["unit"]) if match else "", row=cell.row)
        for cell, match in zip(column.cells, found, strict=True)
    ]
    columns = list(table.columns)
    columns[at : at + 1] = [
        replace(column, cells=tuple(names)),
        ReadColumn((UNIT,), tuple(units)),
    ]
    step = message("importer.step-row-units", title=column.title, name=UNIT)
    return WithUnits(replace(table, columns=tuple(columns)), (step,))
