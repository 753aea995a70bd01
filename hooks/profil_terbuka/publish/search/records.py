"""What can be found in a catalogue: its datasets, and the figures its tables hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Catalog, Dataset, Role, Table, limits
from ...model.document_files import PublicDocument
from ...model.messages import message
from ...words.catalogues import text
from ...words.labels import SUBJECT
from .figures import figure_records, is_textual, row_words
from .record import DATA, DOCUMENT, Record

_DESK = "ppid"
"""The subject of all that the information officer publishes."""


def records(catalog: Catalog) -> tuple[Record, ...]:
    """One record per dataset, and one per thing that a table counts.

    Of a very long table (`limits.is_found_by_names`) only the names in it are found.

    `catalog` holds what may be published: withheld and invalid values are not in it or not quoted.
    """
    return tuple(
        record
        for dataset in catalog.datasets
        for record in (
            _dataset(dataset),
            *(item for table in dataset.tables for item in _in_table(dataset, table)),
        )
    )


def _in_table(dataset: Dataset, table: Table) -> Iterator[Record]:
    by_names = limits.is_found_by_names(table)
    yield from _names(dataset, table) if by_names else figure_records(dataset, table)


def document_records(documents: Iterable[PublicDocument]) -> tuple[Record, ...]:
    """One record per document: found by its title, its summary and the text in it.

    It leads to the list, which tells how large the file is before anybody loads it.
    """
    return tuple(
        Record(
            address=item.place,
            kind=DOCUMENT,
            title=item.title,
            content=f"{item.summary} {item.reading.text}".strip(),
            subject=SUBJECT[_DESK],
            years=(item.date[:4],),
        )
        for item in documents
    )


def _dataset(dataset: Dataset) -> Record:
    """Its own words, and those of its tables of words: names of institutions, requirements ..."""
    words = [dataset.description, ", ".join(dataset.keywords)]
    words += [line for table in dataset.tables for line in _lines(table)]
    return Record(
        address=f"data/{dataset.slug}/",
        kind=DATA,
        title=dataset.title,
        content=" ".join(words),
        subject=SUBJECT[dataset.subject],
        years=_years(dataset),
    )


def _years(dataset: Dataset) -> tuple[str, ...]:
    """All years that a dataset is about."""
    covered = dataset.coverage
    years = range(covered.start, covered.end + 1) if covered.start and covered.end else ()
    return tuple(map(str, years))


def _names(dataset: Dataset, table: Table) -> Iterator[Record]:
    """The names in each column of a long table, some hundred a record, in alphabetical order."""
    for column in table.schema.with_role(Role.DIMENSION):
        if not is_textual(column):
            continue
        names = sorted({str(value) for value in table.column(column.name) if value is not None})
        for start in range(0, len(names), limits.NAMES_TOGETHER):
            told = names[start : start + limits.NAMES_TOGETHER]
            title = message(
                "publish.names-in-table",
                table=table.title,
                column=column.title,
                first=told[0],
                last=told[-1],
            )
            yield Record(
                address=f"data/{dataset.slug}/#tabel-{table.name}",
                kind=DATA,
                title=text(title),
                content=", ".join(told),
                subject=SUBJECT[dataset.subject],
                years=_years(dataset),
            )


def _lines(table: Table) -> Iterator[str]:
    """The rows of a table without figures as sentences; others are found figure by figure, and
    long ones by their names."""
    if table.schema.with_role(Role.MEASURE) or limits.is_found_by_names(table):
        return
    for row in table.rows:
        if table.status(row).counts and (words := row_words(table, row)):
            yield "; ".join(words) + "."
