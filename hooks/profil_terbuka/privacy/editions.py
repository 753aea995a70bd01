"""What one edition withholds, no other edition of the same dataset may show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from .. import codes
from ..findings import Finding, Place
from ..model import SMALL, Dataset, Table, Value
from .equations import Cell
from .suppress import withheld

_Named = tuple[str, tuple[Value, ...], str]
"""Table, primary key of the row, measure: the same cell in every edition."""


def unequal(dataset: Dataset) -> Iterator[Finding]:
    """Numbers that are withheld in one edition and can be read, or guessed, in another."""
    if not dataset.editions:
        return
    every = (dataset, *dataset.editions)
    hidden = {edition.version: _hidden(edition) for edition in every}
    for hiding, showing in permutations(every, 2):
        found = hidden[hiding.version]
        own = hidden[showing.version]
        for table in showing.tables:
            yield from _shown(table, hiding.version, found, own)


def _hidden(edition: Dataset) -> dict[_Named, Value]:
    """The withheld cells with their true values."""
    cells: tuple[Cell, ...] = tuple(withheld(edition)) if edition.suppressions else ()
    found: dict[_Named, Value] = {}
    for name, index, measure in cells:
        table = edition.table(name)
        row = table.rows[index]
        key = table.key(row, table.schema.primary_key)
        found[name, key, measure] = table.value(row, measure)
    return found


def _shown(
    table: Table, version: str, hidden: dict[_Named, Value], own: dict[_Named, Value]
) -> Iterator[Finding]:
    names = table.schema.primary_key
    measures = {measure for _, _, measure in hidden if measure in table.schema}
    for number, row in enumerate(table.rows, start=2):
        for measure in sorted(measures):
            cell = (table.name, table.key(row, names), measure)
            if cell not in hidden or cell in own:
                continue
            value = table.value(row, measure)
            if value == hidden[cell] or (isinstance(value, int | Decimal) and 0 < value < SMALL):
                message = f"Edisi {version} menutup angka ini, tetapi di edisi ini terbaca."
                remedy = "Tulis `privasi` yang sama di deskriptor kedua edisi."
                place = Place(table.file, number, measure)
                yield Finding(codes.SMALL_COUNT, place, message, remedy)
