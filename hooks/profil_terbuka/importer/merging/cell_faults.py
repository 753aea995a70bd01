"""Cells that the columns of a dataset cannot take, each told at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...model import Field
from ...model.messages import NOTHING, Message, message
from ..grid import SheetCell

_COUNTED = frozenset({"integer", "number", "year"})
_WANTED = {
    "integer": "importer.wanted-integer",
    "number": "importer.wanted-number",
    "year": "importer.wanted-year",
    "date": "importer.wanted-date",
    "boolean": "importer.wanted-boolean",
}
"""What a column of that type holds, in words."""


def in_sheet(name: str) -> Message:
    """How a place begins where a file has sheets."""
    return message("importer.in-sheet", name=name) if name else NOTHING


def of_sheet(name: str) -> Message:
    """The same in brackets, within a sentence."""
    return message("importer.of-sheet", name=name) if name else NOTHING


def out_of_bounds(
    field: Field, cells: Sequence[SheetCell], texts: Sequence[str], sheet: str
) -> Iterator[Message]:
    """The cells that hold what their column may not: beyond its limits, or not in its list."""
    known = tuple(map(str, field.constraints.enum))
    for cell, text in zip(cells, texts, strict=bool(texts)):
        if text and known and text not in known:
            yield _unlisted(field, cell, known, sheet)
        elif text and field.type in _COUNTED and not field.constraints.lets(Decimal(text)):
            yield _outside(field, cell, sheet)


def _unlisted(field: Field, cell: SheetCell, known: tuple[str, ...], sheet: str) -> Message:
    return message(
        "importer.cell-unlisted",
        sheet=in_sheet(sheet),
        place=cell.place,
        title=field.title,
        cell=cell.shown,
        known=known,
    )


def _outside(field: Field, cell: SheetCell, sheet: str) -> Message:
    return message(
        "importer.cell-outside",
        sheet=in_sheet(sheet),
        place=cell.place,
        title=field.title,
        cell=cell.shown,
        limits=limits_of(field),
    )


def key_blank(field: Field, cell: SheetCell, sheet: str) -> Message:
    """A blank cell that tells which row this is."""
    return message(
        "importer.key-cell-blank", sheet=in_sheet(sheet), place=cell.place, title=field.title
    )


def limits_of(field: Field) -> Message:
    """', paling kecil 0': the limits of a column as they end a sentence."""
    least, most = field.constraints.minimum, field.constraints.maximum
    if least is not None and most is not None:
        return message("importer.limit-both", least=least, most=most)
    if least is not None:
        return message("importer.limit-least", least=least)
    return message("importer.limit-most", most=most) if most is not None else NOTHING


def misfit(field: Field, cell: SheetCell, sheet: str) -> Message:
    """A cell that its column cannot hold."""
    return message(
        "importer.cell-misfits",
        sheet=in_sheet(sheet),
        place=cell.place,
        cell=cell.shown,
        title=field.title,
        wanted=message(_WANTED[field.type]),
    )
