"""What a column means: concept and definition, as people have written them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..model import Dataset

VARIABLES = "variabel"
"""The reference package of variables: its main table, and the table of the columns they are in."""
COLUMNS_MEANT = "variabel-kolom"
_TOLD = ("variabel", "nama", "konsep", "definisi", "isian", "kode_referensi", "dasar", "penyusun")
PLACED = ("instansi", "dataset", "tabel", "kolom", "variabel")

ColumnPlace = tuple[str, str, str, str]
"""Agency, dataset, table and column."""


class Filling(StrEnum):
    """What may stand in a column that classifies (`isian`)."""

    CATEGORY = "kategori"
    FREE = "bebas"
    NO_VARIABLE = "bukan-variabel"
    """It names a place in the book or a row, or counts lines of text: no statistics."""


@dataclass(frozen=True, slots=True)
class VariableMeaning:
    """A variable, defined; `code_list` is an official list of codes or '', `by` who says so."""

    key: str
    name: str
    concept: str
    definition: str
    filling: Filling | None
    code_list: str
    basis: str
    by: str


def meanings(reference: Iterable[Dataset]) -> Mapping[ColumnPlace, VariableMeaning]:
    """The meaning of each column that people have spoken about; none without such a package."""
    package = next((item for item in reference if item.slug == VARIABLES), None)
    if package is None:
        return {}
    told = {}
    for row in package.main.rows:
        cells = [str(value or "") for value in package.main.key(row, _TOLD)]
        key, name, concept, definition, filling, code_list, basis, by = cells
        kept = Filling(filling) if filling in set(Filling) else None
        told[key] = VariableMeaning(key, name, concept, definition, kept, code_list, basis, by)
    table = package.table(COLUMNS_MEANT)
    placed = {}
    for row in table.rows:
        agency, dataset, name, column, key = map(str, table.key(row, PLACED))
        if key in told:
            placed[agency, dataset, name, column] = told[key]
    return placed
