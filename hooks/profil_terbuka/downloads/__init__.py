"""Data as files to download: {name: bytes}, the same bytes for the same data.

Of one dataset (`dataset_downloads`), and of all that an agency publishes (`agency_downloads`), in
each of the registered `formats`; and what lists of them say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from ..model import Agency, Catalog, Dataset, Table
from ..model.messages import message
from ..model.products import CSV, JSON, Download
from ..system.cache import Cache
from ..words.catalogues import text
from .comparison import comparison_csv
from .formats import OF_AGENCIES, OF_DATASETS, OF_TABLES
from .offer import (
    AgencySource,
    DatasetFormat,
    DatasetSource,
    Resource,
    TableFile,
    TableFormat,
    TableSource,
)
from .package import DESCRIPTOR, NOTES, descriptor_bytes, notes_bytes

__all__ = [
    "NOTES",
    "agency_downloads",
    "agency_offer",
    "comparison_csv",
    "dataset_downloads",
    "dataset_offer",
]


def dataset_downloads(dataset: Dataset, agency: Agency, cache: Cache) -> dict[str, bytes]:
    """All files of one dataset by name, relative to its address data/<slug>/."""
    files: dict[str, bytes] = {}
    packaged: dict[str, bytes] = {}
    resources: list[Resource] = []
    for format_, name, made in _table_files(dataset, cache):
        (packaged if format_.packaged else files)[name] = made.data
        if made.resource:
            resources.append(made.resource)
    if dataset.notes:
        packaged[NOTES] = notes_bytes(dataset)
    package = {**packaged, DESCRIPTOR: descriptor_bytes(dataset, packaged, resources)}
    source = DatasetSource(dataset, agency, package)
    whole = {item.name(dataset): item.write(source) for item in OF_DATASETS if item.write}
    return {**package, **files, **whole}


def _table_files(dataset: Dataset, cache: Cache) -> Iterator[tuple[TableFormat, str, TableFile]]:
    """Each form of each table that has it, with its name."""
    described = cast(list[Resource], dataset.descriptor["resources"])
    resources = {item["name"]: item for item in described}
    for table in dataset.tables:
        source = TableSource(table, dataset, resources[table.name], cache)
        for format_ in OF_TABLES:
            if (made := format_.write(source)) is not None:
                yield format_, format_.name(table), made


def agency_downloads(catalog: Catalog, made: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Everything at once, by name; `made` holds each dataset's files by slug."""
    packages = {
        dataset.slug: {
            name: made[dataset.slug][name]
            for name in made[dataset.slug]
            if name in _packaged_names(dataset)
        }
        for dataset in catalog.datasets
    }
    source = AgencySource(catalog, packages)
    written = ((item.name, item.write(source)) for item in OF_AGENCIES)
    return {name: data for name, data in written if data is not None}


def _packaged_names(dataset: Dataset) -> frozenset[str]:
    """The files that a data package may hold."""
    tables = (
        format_.name(table) for format_ in OF_TABLES if format_.packaged for table in dataset.tables
    )
    return frozenset((DESCRIPTOR, NOTES, *tables))


def dataset_offer(dataset: Dataset, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The download list of a dataset page, the most wanted first; of what is among `files`."""
    besides = (
        Download(NOTES, text(message("downloads.notes")), 0, CSV, more=True),
        Download(DESCRIPTOR, text(message("downloads.descriptor")), 0, JSON, more=True),
    )
    listed = (
        *(_table_line(item, table) for table, item in _forms(dataset, more=False)),
        *(_dataset_line(item, dataset) for item in OF_DATASETS if not item.more),
        *(_table_line(item, table) for table, item in _forms(dataset, more=True)),
        *(_dataset_line(item, dataset) for item in OF_DATASETS if item.more),
        *besides,
    )
    return tuple(
        replace(line, bytes=len(files[line.name])) for line in listed if line.name in files
    )


def _forms(dataset: Dataset, *, more: bool) -> Iterator[tuple[Table, TableFormat]]:
    for table in dataset.tables:
        yield from ((table, item) for item in OF_TABLES if item.more is more)


def _table_line(item: TableFormat, table: Table) -> Download:
    rows = len(table.rows) if item.keeps_rows else None
    title = text(item.title(table))
    return Download(item.name(table), title, 0, item.kind, rows, table.name, item.more)


def _dataset_line(item: DatasetFormat, dataset: Dataset) -> Download:
    about = text(item.about(dataset))
    return Download(item.name(dataset), text(item.title), 0, item.kind, more=item.more, about=about)


def agency_offer(files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The list of what holds everything, of what is among `files`."""
    return tuple(
        Download(
            item.name, text(item.title), len(files[item.name]), item.kind, about=text(item.about)
        )
        for item in OF_AGENCIES
        if item.name in files
    )
