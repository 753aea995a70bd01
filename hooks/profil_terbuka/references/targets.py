"""What a reference points at: a dataset, one of its tables, some of its rows."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from ..model import Catalog, Dataset, Filter, Table
from ..model.messages import message
from ..read.suggestions import suggestion
from ..words.refusals import Refusal


class Unresolved(Refusal):
    """Why a reference cannot be resolved; whoever asked makes a finding of it.

    Without a remedy, checking the spelling mends it.
    """


def reference_words(text: str) -> list[str]:
    """The words of a reference; quotation marks keep several together.

    >>> reference_words('pkh/per-kecamatan kecamatan="Rekaan Utara"')
    ['pkh/per-kecamatan', 'kecamatan=Rekaan Utara']
    """
    try:
        return shlex.split(text)
    except ValueError:
        raise Unresolved(message("references.quotes-unpaired")) from None


def referenced_dataset(slug: str, catalog: Catalog) -> Dataset:
    """The agency's dataset of that name."""
    if slug not in catalog.by_slug:
        hint = suggestion(slug, catalog.by_slug)
        raise Unresolved(message("references.no-such-dataset", dataset=slug, hint=hint))
    return catalog.by_slug[slug]


def referenced_table(target: str, catalog: Catalog) -> tuple[Dataset, Table]:
    """`dataset/table`, or the main table of `dataset`."""
    slug, _, name = target.partition("/")
    dataset = referenced_dataset(slug, catalog)
    known = [table.name for table in dataset.tables]
    if (name or slug) not in known:
        hint = suggestion(name, known)
        raise Unresolved(message("references.no-such-table", dataset=slug, table=name, hint=hint))
    return dataset, dataset.table(name or slug)


def option_pairs(options: Iterable[str]) -> list[tuple[str, str]]:
    """`kolom=nilai` options, taken apart.

    >>> option_pairs(["tahun=2024", "kecamatan=Utara"])
    [('tahun', '2024'), ('kecamatan', 'Utara')]
    """
    found = []
    for option in options:
        name, equals, value = option.partition("=")
        if not equals:
            raise Unresolved(message("references.option-without-value", option=option))
        found.append((name, value))
    return found


def chosen_rows(wanted: Iterable[tuple[str, str]], table: Table) -> Filter:
    """The rows that hold these values; `|` separates several accepted ones.

    >>> from profil_terbuka.model.invented import invented_table
    >>> chosen_rows([("tahun", "2023|2024")], invented_table("tahun, jumlah (orang)"))
    {'tahun': (2023, 2024)}
    """
    where: dict[str, tuple[str | int, ...]] = {}
    for column, value in wanted:
        if column not in table.schema:
            hint = suggestion(column, table.schema.position)
            raise Unresolved(message("references.no-such-column", column=column, hint=hint))
        where[column] = tuple(_typed(part, table, column) for part in value.split("|"))
    return where


def _typed(text: str, table: Table, column: str) -> str | int:
    if table.schema[column].type not in ("integer", "year"):
        return text
    try:
        return int(text)
    except ValueError:
        said = message("references.not-a-number", column=column, value=text)
        raise Unresolved(said) from None
