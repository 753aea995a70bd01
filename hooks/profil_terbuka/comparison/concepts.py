"""What agencies can be compared by: the shared concepts, kept as a reference package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Dataset

PACKAGE = "konsep"
"""The reference package of concepts: its main table, and the table of their categories."""
CATEGORIES = "konsep-kategori"
_COLUMNS = ("konsep", "judul", "pengertian", "penghitung", "keadaan", "satuan")


@dataclass(frozen=True, slots=True)
class Category:
    """One category of a concept."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that several agencies count, defined so that a figure can be held against it."""

    name: str
    title: str
    meaning: str
    """What is counted, and what is not."""
    counted_by: str
    period: str
    """Of what day or period the figures are."""
    units: tuple[str, ...]
    """The first is the one shown; all mean the same."""
    categories: tuple[Category, ...]


def concepts(reference: Iterable[Dataset]) -> tuple[Concept, ...]:
    """The concepts of the reference packages; none where there is no such package."""
    package = next((item for item in reference if item.slug == PACKAGE), None)
    if package is None:
        return ()
    categories: dict[str, list[Category]] = {}
    table = package.table(CATEGORIES)
    for row in table.rows:
        name, code, text = table.key(row, ("konsep", "kode", "nama"))
        categories.setdefault(str(name), []).append(Category(str(code), str(text)))
    found = []
    for row in package.main.rows:
        name, title, meaning, counted_by, period, units = map(str, package.main.key(row, _COLUMNS))
        accepted = tuple(unit.strip() for unit in units.split(";"))
        listed = tuple(categories.get(name, ()))
        found.append(Concept(name, title, meaning, counted_by, period, accepted, listed))
    return tuple(found)
