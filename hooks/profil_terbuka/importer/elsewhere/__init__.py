"""A Data Package from elsewhere becomes one of ours: all that it says is kept.

The walk: `bundle` opens it, `content` reads its tables, `renaming` gives the names that the house
allows, `cells` writes every cell in the one published way, `roles` guesses what the standard has
no word for (and tells it), `resource` and `package_said` write the descriptor, `proving` reads it
back. A package of our own comes back as it was (`homecoming`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...model import Agency
from ...model.messages import Message, message
from ...read.descriptor import NAME
from ...read.located import every, path
from ...read.open_places import open_in
from ...system.canonical import json_text
from ..reasons import Unusable
from .bundle import Bundle, open_bundle
from .columns_said import ASIDE
from .content import ForeignTable, foreign_table
from .homecoming import come_back, from_our_site
from .jsonparts import said_objects
from .package_said import described_package
from .plain_texts import safe_text, safe_value
from .proving import hold_against_format
from .renaming import NewNames, about_names, column_map, new_names
from .resource import AdoptedTable, adopted_table, foreign_keys

__all__ = ["Adopted", "adopt"]


@dataclass(frozen=True)
class Adopted:
    """A data package to be laid into `datasets/<agency>/<slug>/`."""

    slug: str
    files: Mapping[str, bytes]
    """datapackage.json and the tables."""
    told: tuple[Message, ...]
    """Every change and every guess, in order."""
    open: tuple[Message, ...]
    """Every place that a person must fill: which key of what, and what belongs there."""


def adopt(source: Path, agency: Agency, slug: str = "") -> Adopted:
    """The package at `source`: a datapackage.json, its folder, or a ZIP that holds one.

    `slug` is the name that the person wants, '' for the package's own. Raises Unusable with the
    reason, and what to do, where no package of ours can be made of it.
    """
    bundle = open_bundle(source)
    if from_our_site(bundle.document):
        back = come_back(bundle, slug)
        return Adopted(back.slug, back.files, back.told, ())
    found, left_out = _tables(bundle)
    names = new_names(bundle.document, found, slug)
    tables = [
        adopted_table(table, name, columns)
        for table, name, columns in zip(found, names.tables, names.columns, strict=True)
    ]
    lost = _with_foreign_keys(found, names, tables)
    described = described_package(bundle.document, names.slug, tables)
    document = {**described.document, "resources": [table.entry for table in tables]}
    files = {NAME: json_text(document)}
    files |= {str(table.entry["path"]): table.csv for table in tables}
    hold_against_format(files, names.slug)
    told = (
        *left_out,
        *about_names(bundle.document, found, names),
        *(line for table in tables for line in table.told),
        *lost,
        *described.told,
        *_cleaned_texts(bundle.document),
    )
    return Adopted(names.slug, files, told, _open_places(document))


def _open_places(document: Mapping[str, Any]) -> tuple[Message, ...]:
    """What people must add: of the package, then of each table, which is named where others are."""
    tables = document["resources"]
    of_package = open_in({key: value for key, value in document.items() if key != "resources"})
    of_tables = [(table["name"], place) for table in tables for place in open_in(table)]
    if len(tables) == 1:
        return (*of_package, *(place for _, place in of_tables))
    return (
        *of_package,
        *(message("importer.open-in-table", table=name, place=place) for name, place in of_tables),
    )


def _cleaned_texts(document: Mapping[str, Any]) -> list[Message]:
    """Texts of a descriptor that could not stay as they were; `data` are cells, told elsewhere."""
    places = tuple(
        path(keys)
        for keys, text in every(document)
        if "data" not in keys and safe_text(text) != text.strip()
    )
    return [message("importer.texts-cleaned", places=places)] if places else []


def _tables(bundle: Bundle) -> tuple[list[ForeignTable], list[Message]]:
    """The tables of a package, and why others of its resources are left out."""
    resources = said_objects(bundle.document.get("resources", []))
    if not resources:
        raise Unusable(message("importer.package-without-tables", file=bundle.shown))
    read = [foreign_table(bundle, resource) for resource in resources]
    tables = [item for item in read if isinstance(item, ForeignTable)]
    left_out = [item for item in read if isinstance(item, Message)]
    if not tables:
        raise Unusable(message("importer.package-only-others", reasons=tuple(left_out)))
    empty = next((table.name for table in tables if not table.rows), None)
    if empty is not None:
        raise Unusable(message("importer.package-table-empty", name=empty))
    return tables, left_out


def _with_foreign_keys(
    found: Sequence[ForeignTable], names: NewNames, tables: Sequence[AdoptedTable]
) -> list[Message]:
    """Put the foreign keys by their new names into the tables' entries; tell of those that lead
    out of the package."""
    maps = [column_map(*pair) for pair in zip(found, names.columns, strict=True)]
    others = {
        table.name: (called, columns)
        for table, called, columns in zip(found, names.tables, maps, strict=True)
        if table.name
    }
    told = []
    for table, columns, made in zip(found, maps, tables, strict=True):
        kept, lost = foreign_keys(table.schema, columns, others)
        if kept:
            made.entry["schema"]["foreignKeys"] = kept
        if lost:
            aside = {**made.entry.get(ASIDE, {}), "foreignKeys": safe_value(lost)}
            made.entry[ASIDE] = aside
            told.append(message("importer.foreign-keys-aside", table=made.entry["name"]))
    return told
