"""What can be found in a catalogue: its datasets, and the figures its tables hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...model import Catalog, CellStatus, Dataset, Field, Role, Table, Value, limits
from ...model.document_files import PublicDocument
from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.labels import CELL_STATUS, SUBJECT, cell

DATA, FIGURE = message("publish.kind-data"), message("publish.kind-figure")
TERM, PAGE = message("publish.kind-term"), message("publish.kind-page")
DOCUMENT, SERVICE = message("publish.kind-document"), message("publish.kind-service")
GUIDE = message("publish.kind-guide")
"""Kinds of results; their words are what readers see and choose by (filter `Jenis`)."""

_DESK = "ppid"
"""The subject of all that the information officer publishes."""
_IDENTIFIER = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
"""A name for programs, such as `judul_buku`."""
_MARKED = {CellStatus.DOUBTFUL, CellStatus.PROVISIONAL}


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found. `address` is relative to the agency's root.

    `meta` is shown with the result; a reader finds the record by the words of title and content.
    """

    address: str
    kind: Message
    title: str
    content: str
    subject: str = ""
    years: tuple[str, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)

    @property
    def filters(self) -> Mapping[str, tuple[str, ...]]:
        """Filter -> values; a filter without values is left out."""
        found = {"Jenis": (text(self.kind),), "Subjek": (self.subject,), "Tahun": self.years}
        return {name: values for name, values in found.items() if any(values)}


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
    yield from _names(dataset, table) if by_names else _things(dataset, table)


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
        if not _textual(column):
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
        if table.status(row).counts and (words := _words(table, row)):
            yield "; ".join(words) + "."


def _words(table: Table, row: tuple[Value, ...]) -> list[str]:
    """What a row says in words: dimensions first, then remarks."""
    columns = (*table.schema.with_role(Role.DIMENSION), *table.schema.with_role(Role.REMARK))
    texts = (str(table.value(row, column.name) or "") for column in columns if _textual(column))
    return [word for word in dict.fromkeys(texts) if word and not _IDENTIFIER.fullmatch(word)]


def _textual(column: Field) -> bool:
    return column.type == "string"


def _things(dataset: Dataset, table: Table) -> Iterator[Record]:
    """Rows that differ only in the year are one thing: its figures, newest year first."""
    measures = table.schema.with_role(Role.MEASURE)
    if not measures:
        return
    time = next((one for one in table.schema.with_role(Role.DIMENSION) if one.type == "year"), None)
    rest = tuple(one.name for one in table.schema.with_role(Role.DIMENSION) if one.type != "year")
    things: dict[tuple[Value, ...], list[tuple[Value, ...]]] = {}
    for row in table.rows:
        things.setdefault(table.key(row, rest), []).append(row)
    for rows in things.values():
        figures = [
            figure
            for row in rows
            for column in measures
            if (figure := _figure(table, row, column, time, len(measures) > 1))
        ]
        if figures:
            figures.sort(key=lambda figure: figure[0], reverse=True)
            yield _thing(dataset, table, rows[-1], figures)


def _figure(
    table: Table, row: tuple[Value, ...], column: Field, time: Field | None, named: bool
) -> tuple[str, str, str] | None:
    """(year, value with unit, doubt); None for a value that nobody may quote."""
    status, value = table.status(row), table.value(row, column.name)
    if value is None or not status.counts:
        return None
    units = table.schema.with_role(Role.UNIT)
    unit = column.unit or next((str(table.value(row, one.name) or "") for one in units), "")
    told = f"{cell(value, column.type)} {unit}".strip()
    year = str(table.value(row, time.name)) if time else ""
    doubt = CELL_STATUS[status] if status in _MARKED else ""
    return year, f"{column.title}: {told}" if named else told, doubt


def _thing(
    dataset: Dataset,
    table: Table,
    row: tuple[Value, ...],
    figures: list[tuple[str, str, str]],
) -> Record:
    names = [
        name
        for column in table.schema.with_role(Role.DIMENSION)
        if _textual(column)
        and not _IDENTIFIER.fullmatch(name := str(table.value(row, column.name)))
    ]
    words = _words(table, row)
    title = ", ".join(names) or (words[0] if words else table.title)
    title = title[:1].upper() + title[1:]
    years = tuple(dict.fromkeys(year for year, _, _ in figures if year))
    said = [table.title, dataset.title, ", ".join(dataset.keywords), *words]
    return Record(
        address=f"data/{dataset.slug}/#tabel-{table.name}",
        kind=FIGURE,
        title=title,
        content=". ".join(dict.fromkeys(said)),
        subject=SUBJECT[dataset.subject],
        years=years,
        meta={
            "nilai": json.dumps(figures, ensure_ascii=False, separators=(",", ":")),
            "sumber": table.title,
        },
    )
