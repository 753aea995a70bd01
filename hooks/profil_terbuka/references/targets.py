"""What a reference points at: a dataset, one of its tables, some of its rows."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from ..model import Catalog, Dataset, Filter, Table
from ..read.documents import nearest


class Unresolved(Exception):
    """Why a reference cannot be resolved, in Indonesian; whoever asked makes a finding of it.

    `remedy` mends this very cause; '' where checking the spelling does.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def words(text: str) -> list[str]:
    """The words of a reference; quotation marks keep several together."""
    try:
        return shlex.split(text)
    except ValueError:
        raise Unresolved("tanda kutipnya tidak berpasangan.") from None


def find_dataset(slug: str, catalog: Catalog) -> Dataset:
    """The agency's dataset of that name."""
    if slug not in catalog.by_slug:
        raise Unresolved(f"tidak ada dataset `{slug}`.{nearest(slug, catalog.by_slug)}")
    return catalog.by_slug[slug]


def find_table(target: str, catalog: Catalog) -> tuple[Dataset, Table]:
    """`dataset/table`, or the main table of `dataset`."""
    slug, _, name = target.partition("/")
    dataset = find_dataset(slug, catalog)
    known = [table.name for table in dataset.tables]
    if (name or slug) not in known:
        raise Unresolved(f"dataset `{slug}` tidak punya tabel `{name}`.{nearest(name, known)}")
    return dataset, dataset.table(name or slug)


def pairs(options: Iterable[str]) -> list[tuple[str, str]]:
    """`kolom=nilai` options, taken apart."""
    found = []
    for option in options:
        name, equals, value = option.partition("=")
        if not equals:
            raise Unresolved(f"`{option}` harus berbentuk `kolom=nilai`.")
        found.append((name, value))
    return found


def row_filter(wanted: Iterable[tuple[str, str]], table: Table) -> Filter:
    """The rows that hold these values; `|` separates several accepted ones."""
    where: dict[str, tuple[str | int, ...]] = {}
    for column, value in wanted:
        if column not in table.schema:
            raise Unresolved(f"tidak ada kolom `{column}`.{nearest(column, table.schema.position)}")
        where[column] = tuple(_typed(part, table, column) for part in value.split("|"))
    return where


def _typed(text: str, table: Table, column: str) -> str | int:
    if table.schema[column].type not in ("integer", "year"):
        return text
    try:
        return int(text)
    except ValueError:
        raise Unresolved(f"kolom `{column}` berisi bilangan, bukan `{text}`.") from None
