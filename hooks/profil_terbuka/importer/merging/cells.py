"""Cells of a sheet as the columns of a table want them written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...model import Field, Table
from ..grid import SheetCell
from ..questions import Question
from ..reading.cell_questions import which_mark
from ..reading.dates import read_dates
from ..reading.figures import (
    Ambiguous,
    Contradictory,
    DecimalMark,
    Figures,
    looks_like_figure,
    read_figures,
    says_absent,
)

_TRUE, _FALSE = frozenset({"true", "ya", "1"}), frozenset({"false", "tidak", "0"})


@dataclass(frozen=True, slots=True)
class FittedCells:
    """The cells of a column as text; or those that do not fit it, or what has to be asked."""

    texts: tuple[str, ...] = ()
    misfits: tuple[SheetCell, ...] = ()
    question: Question | None = None


def fitted_cells(field: Field, cells: Sequence[SheetCell], title: str, mark: str) -> FittedCells:
    """The cells below `title` as the column `field` wants them; `mark` answers for decimals.

    >>> from ...model.invented import invented_table
    >>> counts = invented_table("desa, jumlah (orang)", ("Dadap", 3)).schema["jumlah"]
    >>> fitted_cells(counts, [SheetCell("1.245"), SheetCell("-")], "Jumlah", "").texts
    ('1245', '')
    """
    if field.type in ("integer", "number", "year"):
        return _figures(field, cells, title, mark)
    if field.type == "date":
        return _days(cells)
    if field.type == "boolean":
        return _booleans(cells)
    return FittedCells(tuple(cell.shown for cell in cells))


def _figures(field: Field, cells: Sequence[SheetCell], title: str, mark: str) -> FittedCells:
    misfits = [
        cell for cell in cells if not (cell.empty or says_absent(cell) or looks_like_figure(cell))
    ]
    if misfits:
        return FittedCells(misfits=tuple(misfits))
    if all(cell.empty or says_absent(cell) for cell in cells):
        return FittedCells(("",) * len(cells))
    # A column of whole numbers has no decimals: `1.245` can only be read in one way.
    is_said = mark in tuple(DecimalMark)
    ways = [DecimalMark(mark)] if is_said else [None]
    if field.type != "number" and not is_said:
        ways = [DecimalMark.COMMA, DecimalMark.POINT]
    found: Figures | Ambiguous | Contradictory | None = None
    for way in ways:
        found = read_figures(cells, way)
        if isinstance(found, Figures) and (field.type == "number" or _are_whole(found)):
            return FittedCells(tuple(map(_text, found.values)))
    if isinstance(found, Ambiguous):
        return FittedCells(question=which_mark(title, cells, found))
    if isinstance(found, Contradictory):
        return FittedCells(misfits=tuple(cells[at] for at in sorted(found.places)))
    return FittedCells(misfits=tuple(_broken(cells, found)))


def _are_whole(found: Figures) -> bool:
    return all(value is None or value == value.to_integral_value() for value in found.values)


def _broken(cells: Sequence[SheetCell], found: Figures | None) -> list[SheetCell]:
    """The cells of a column of whole numbers that hold none."""
    values = found.values if found else ()
    pairs = zip(cells, values, strict=True) if values else ()
    return [cell for cell, value in pairs if value is not None and value % 1]


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value if value else abs(value):f}"


def _days(cells: Sequence[SheetCell]) -> FittedCells:
    if all(cell.empty for cell in cells):
        return FittedCells(("",) * len(cells))
    days = read_dates(cells)
    if days is None:
        misfits = [cell for cell in cells if not cell.empty and read_dates([cell]) is None]
        return FittedCells(misfits=tuple(misfits))
    return FittedCells(tuple(cell.text for cell in days))


def _booleans(cells: Sequence[SheetCell]) -> FittedCells:
    words = [cell.shown.casefold() for cell in cells]
    misfits = [
        cell for cell, word in zip(cells, words, strict=True) if word and word not in _TRUE | _FALSE
    ]
    if misfits:
        return FittedCells(misfits=tuple(misfits))
    return FittedCells(
        tuple("true" if w in _TRUE else "false" if w in _FALSE else "" for w in words)
    )


def with_zeros(texts: Sequence[str], table: Table, name: str) -> tuple[str, ...]:
    """Codes with the zeros at their beginning that Excel has taken away.

    Only where all codes that the table has are figures of one length.
    """
    at = table.schema.position[name]
    known = {row[at] for row in table.cells if row[at]}
    lengths = {len(code) for code in known}
    if len(lengths) != 1 or not all(map(str.isdecimal, known)):
        return tuple(texts)
    length = lengths.pop()
    return tuple(text.zfill(length) if text.isdecimal() else text for text in texts)


def same(field: Field, one: str, other: str) -> bool:
    """Whether two cells say the same: 0.75 and 0.750."""
    if one == other:
        return True
    if field.type in ("integer", "number") and one and other:
        return Decimal(one) == Decimal(other)
    return False


def as_row(names: Sequence[str], told: Mapping[str, str]) -> tuple[str, ...]:
    """The cells of a row in the order of the table; what is not told is empty."""
    return tuple(told.get(name, "") for name in names)
