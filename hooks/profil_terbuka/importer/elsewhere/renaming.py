"""Names that the house allows in place of those of a package from elsewhere, and who is who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model.messages import Message, message
from ..drafting.names import LONGEST, column_name, dataset_slug
from .content import ForeignTable
from .jsonparts import Said, said_text

_NOTES = "catatan"
"""A table's name that the published package keeps for itself (read/descriptor/consistency.py)."""


@dataclass(frozen=True, slots=True)
class NewNames:
    """What package, tables and columns are called from now on, by what they were called."""

    slug: str
    tables: tuple[str, ...]
    """Of each table, in the order of the package."""
    columns: tuple[tuple[str, ...], ...]
    """Of each column of each table."""


def new_names(document: Said, tables: Sequence[ForeignTable], slug: str) -> NewNames:
    """Names for all; `slug` is what the person asks for, '' where the package's own name serves.

    The table that is named like the package, or else the first, has the name of the dataset.
    """
    own = said_text(document.get("name")) or said_text(document.get("title")) or tables[0].name
    chosen = slug or dataset_slug(own) or "paket"
    names = [table.name for table in tables]
    main = names.index(own) if own in names else 0
    called = [
        chosen if at == main else _table_slug(name, at, chosen) for at, name in enumerate(names)
    ]
    columns = tuple(
        tuple(distinct([column_name(said_text(field.get("name"))) for field in table.fields], "_"))
        for table in tables
    )
    return NewNames(chosen, tuple(distinct(called, "-", keep=main)), columns)


def _table_slug(name: str, at: int, package: str) -> str:
    slug = dataset_slug(name) or f"{package}-{at + 1}"[:LONGEST]
    return f"{slug}-{package}"[:LONGEST].rstrip("-") if slug == _NOTES else slug


def distinct(names: Sequence[str], joint: str, keep: int = 0) -> list[str]:
    """Names of which no two are alike: later ones are numbered; that at `keep` stays.

    >>> distinct(["nilai", "tahun", "nilai"], "_")
    ['nilai', 'tahun', 'nilai_2']
    """
    taken = {names[keep]} if names else set()
    made = []
    for at, name in enumerate(names):
        free, number = name, 2
        while at != keep and free in taken:
            ending = f"{joint}{number}"
            free, number = name[: LONGEST - len(ending)] + ending, number + 1
        taken.add(free)
        made.append(free)
    return made


def about_names(document: Said, tables: Sequence[ForeignTable], names: NewNames) -> list[Message]:
    """What has another name than before."""
    told = []
    own = said_text(document.get("name"))
    if own and own != names.slug:
        told.append(message("importer.package-renamed", old=own, new=names.slug))
    for table, called, columns in zip(tables, names.tables, names.columns, strict=True):
        if table.name and table.name != called:
            told.append(message("importer.table-renamed", old=table.name, new=called))
        before = [said_text(field.get("name")) for field in table.fields]
        pairs = tuple(
            message("importer.renamed-pair", old=old or "?", new=new)
            for old, new in zip(before, columns, strict=True)
            if old != new
        )
        if pairs:
            told.append(message("importer.columns-renamed", table=called, pairs=pairs))
    return told


def column_map(table: ForeignTable, columns: Sequence[str]) -> Mapping[str, str]:
    """Old name of a column -> the new one."""
    before = (said_text(field.get("name")) for field in table.fields)
    return dict(zip(before, columns, strict=True))
