"""Reads the services of an agency from the tables that say something about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import (
    Catalog,
    Dataset,
    NoteStatus,
    ServicePart,
    ServiceTask,
    ServiceWording,
    Table,
    Texts,
)
from ..references import Unresolved, referenced_table
from ..words.capitals import sentence_case
from .task import PublicService, ServiceText

MOST_WANTED = 4
"""Services on a front page."""
_EVERY = ""
"""Stands for the service where a table tells something of all of them."""
_OTHERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class PartTable:
    """A table that tells a part of services: `doubts` names the doubting note by row number."""

    named: Texts
    part: ServicePart
    dataset: Dataset
    table: Table
    doubts: Mapping[int, str]


def part_tables(catalog: Catalog) -> Iterator[PartTable]:
    """The tables with a part, in the order of instansi.yml; those that are not there are left out.

    The desk's checks tell of these.
    """
    for named in catalog.agency.standards:
        if named.part is None:
            continue
        try:
            dataset, table = referenced_table(named.table, catalog)
        except Unresolved:
            continue
        columns = (named.column, named.service, named.detail, *named.where)
        if all(column in table.schema for column in columns if column):
            yield PartTable(named, named.part, dataset, table, _doubts(named, dataset, table))


def public_services(catalog: Catalog) -> tuple[PublicService, ...]:
    """Every service that a table names, in the order of the tables."""
    wordings = {item.printed: item for item in catalog.agency.services.wordings}
    told: dict[str, dict[ServicePart, list[ServiceText]]] = {_EVERY: defaultdict(list)}
    sources: dict[str, dict[str, Dataset]] = defaultdict(dict)
    for held in part_tables(catalog):
        for service, text in _read(held, wordings):
            told.setdefault(service, defaultdict(list))[held.part].append(text)
            sources[service][held.dataset.slug] = held.dataset
    common = told.pop(_EVERY)
    tasks = {task.name: task for task in catalog.agency.services.tasks}
    return tuple(
        _service(
            tasks.get(name) or ServiceTask(name, plain_slug(name)),
            {part: tuple(texts) for part, texts in {**common, **own}.items()},
            {**sources[name], **sources[_EVERY]},
        )
        for name, own in told.items()
    )


def wanted_services(
    catalog: Catalog, services: tuple[PublicService, ...]
) -> tuple[PublicService, ...]:
    """Those that most people come for: as the agency says, else the first ones."""
    wanted = catalog.agency.services.wanted
    if not wanted:
        return services[:MOST_WANTED]
    by_slug = {service.slug: service for service in services}
    return tuple(by_slug[slug] for slug in wanted if slug in by_slug)


def plain_slug(name: str) -> str:
    """The address of a service to which nobody has given one.

    >>> plain_slug("Usulan untuk masuk DTKS (di kelurahan)")
    'usulan-untuk-masuk-dtks-di-kelurahan'
    """
    return _OTHERS.sub("-", name.lower()).strip("-")


def _service(
    task: ServiceTask,
    parts: Mapping[ServicePart, tuple[ServiceText, ...]],
    sources: Mapping[str, Dataset],
) -> PublicService:
    return PublicService(
        slug=task.slug,
        name=task.name,
        title=task.title or sentence_case(task.name),
        parts=parts,
        sources=tuple(sources.values()),
        summary=task.summary,
        own_place=task.place,
        remark=task.remark,
        claims=task.claims,
    )


def _read(
    held: PartTable, wordings: Mapping[str, ServiceWording]
) -> Iterator[tuple[str, ServiceText]]:
    """Each text with the service that it is about."""
    named, table = held.named, held.table
    for number, row in table.select(named.where):
        printed = table.value(row, named.column)
        service = table.value(row, named.service) if named.service else _EVERY
        detail = table.value(row, named.detail) if named.detail else ""
        if printed is None or service is None or detail is None:
            continue  # a channel whose address cannot be used is none
        words = wordings.get(str(printed))
        yield (
            str(service),
            ServiceText(
                told=words.told if words else (calm(str(printed)),),
                printed=str(printed),
                slug=held.dataset.slug,
                detail=words.detail if words else str(detail),
                place=words.place if words else "",
                doubt=held.doubts.get(number, ""),
            ),
        )


def calm(text: str) -> str:
    """A text as a sentence begins; one in capitals throughout is said calmly.

    >>> calm("penyediaan sandang"), calm("FOTOCOPY KARTU KELUARGA (KK)")
    ('Penyediaan sandang', 'Fotocopy kartu keluarga (KK)')
    """
    said = sentence_case(text)
    return said[:1].upper() + said[1:]


def _doubts(named: Texts, dataset: Dataset, table: Table) -> Mapping[int, str]:
    return {
        number: note.name
        for note in dataset.notes
        if note.table == table.name and note.status is NoteStatus.DOUBTFUL
        if not note.columns or named.column in note.columns
        for number, _ in table.select(note.where)
    }
