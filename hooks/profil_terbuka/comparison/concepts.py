"""What agencies can be compared by: the shared concepts, kept as a reference package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Dataset

PACKAGE = "konsep"
"""The reference package of concepts: its main table, and the table of their categories."""
CATEGORIES = "konsep-kategori"


@dataclass(frozen=True, slots=True)
class Category:
    """One category of a concept."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that several agencies count. The first unit is the one shown; all mean the same."""

    name: str
    title: str
    meaning: str
    units: tuple[str, ...]
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
        cells = package.main.key(row, ("konsep", "judul", "pengertian", "satuan"))
        name, title, meaning, units = map(str, cells)
        accepted = tuple(unit.strip() for unit in units.split(";"))
        found.append(Concept(name, title, meaning, accepted, tuple(categories.get(name, ()))))
    return tuple(found)
