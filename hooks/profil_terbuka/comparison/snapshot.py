"""What an agency's site tells the portal: one small published file, `ringkasan.json`.

The portal reads nothing else. So it shows what is published, also of an agency whose newest data
are faulty and whose old site stays; and what an agency withholds cannot reach it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from ..model import (
    Agency,
    Catalog,
    Comparable,
    Dataset,
    Role,
    SumRule,
    Table,
    Value,
    codes,
)
from ..model.findings import Finding, Place
from ..model.messages import message
from ..references import Unresolved, key_figure, newer_year, reference_words

NAME = "ringkasan.json"
FORMAT = 1
"""Counts up whenever the file's keys or their meanings change; see ringkasan.schema.json."""
Number = int | float


@dataclass(frozen=True, slots=True)
class Highlight:
    """A figure that stands for the agency, with the dataset it comes from."""

    label: str
    value: Number
    unit: str
    dataset: str
    unit_read: bool = False
    """Whether the unit is our reading, because the source prints none."""


@dataclass(frozen=True, slots=True)
class DatasetEntry:
    """One dataset as the portal's catalogue lists it."""

    slug: str
    title: str
    description: str
    subject: str
    start: int | None
    end: int | None
    rows: int
    notes: int
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Observation:
    """One comparable figure: year, category code ('' where the concept has none), value."""

    year: int
    category: str
    value: Number | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an agency can say about a concept."""

    concept: str
    dataset: str
    title: str
    meaning: str
    """What the agency counts: a phrase that goes on from "mencatat"."""
    equal: bool
    """Whether that is what the concept's definition says."""
    remark: str
    """Why it is, or how it departs from the definition."""
    decided_by: str
    decided_on: str
    additive: bool
    """Whether the categories are parts of one whole."""
    unit_read: bool
    """Whether the unit is the editors' reading."""
    observations: tuple[Observation, ...]
    unmatched: tuple[str, ...]
    """Values of the category column that have no counterpart in the concept."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An urgent announcement from its first to its last moment (ISO 8601 to the minute).

    `period` says the same in words, `anchor` is its place on the page of announcements; `ends` is
    '' while nobody knows.
    """

    title: str
    kind: str
    period: str
    anchor: str
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One agency, its key figures, its catalogue, its comparable figures, and its urgent news."""

    slug: str
    name: str
    short_name: str
    summary: str
    book: str
    highlights: tuple[Highlight, ...]
    entries: tuple[DatasetEntry, ...]
    contributions: tuple[Contribution, ...]
    notices: tuple[Notice, ...] = ()


def highlights(catalog: Catalog) -> Iterator[Highlight | Finding]:
    """The agency's key figures, or why a reference in instansi.yml does not resolve."""
    for item in catalog.agency.figures:
        try:
            target, *options = reference_words(item.reference) or [""]
            found = key_figure(target, options, catalog)
            if later := newer_year(target, options, catalog):
                place = Place(f"datasets/{catalog.agency.slug}/instansi.yml")
                said = message("references.not-newest", reference=item.reference, year=str(later))
                yield Finding(codes.NOT_NEWEST, place, said)
            slug = target.partition("/")[0]
            yield Highlight(
                item.label, _json_number(found.value), found.unit, slug, unit_read=found.unit_read
            )
        except Unresolved as problem:
            place = Place(f"datasets/{catalog.agency.slug}/instansi.yml")
            said = message("references.unresolved", reference=item.reference, reason=problem.said)
            yield Finding(codes.PAGE_DIRECTIVE, place, said, problem.remedy)


def take_snapshot(
    catalog: Catalog, highlights: tuple[Highlight, ...], notices: tuple[Notice, ...] = ()
) -> Snapshot:
    """The snapshot of a catalogue as it is published (small counts already withheld)."""
    agency: Agency = catalog.agency
    return Snapshot(
        slug=agency.slug,
        name=agency.name,
        short_name=agency.short_name,
        summary=agency.summary,
        book=agency.book,
        highlights=highlights,
        entries=tuple(map(_entry, catalog.datasets)),
        contributions=tuple(
            _contribution(item, dataset)
            for dataset in catalog.datasets
            for item in dataset.comparables
        ),
        notices=notices,
    )


def written_snapshot(snapshot: Snapshot) -> bytes:
    """The file's bytes."""
    document = {"format": FORMAT, **asdict(snapshot)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_snapshot(data: bytes) -> Snapshot:
    """The snapshot in a file that `written_snapshot` made."""
    return restored_snapshot(json.loads(data))


def restored_snapshot(document: Mapping[str, Any]) -> Snapshot:
    """The snapshot in a document that its schema has passed."""
    found = {key: value for key, value in document.items() if key != "format"}
    found["highlights"] = tuple(Highlight(**item) for item in found["highlights"])
    found["entries"] = tuple(
        DatasetEntry(**{**item, "keywords": tuple(item["keywords"])}) for item in found["entries"]
    )
    found["contributions"] = tuple(
        Contribution(
            **{
                **item,
                "observations": tuple(Observation(**one) for one in item["observations"]),
                "unmatched": tuple(item["unmatched"]),
            }
        )
        for item in found["contributions"]
    )
    found["notices"] = tuple(Notice(**item) for item in found["notices"])
    return Snapshot(**found)


def _entry(dataset: Dataset) -> DatasetEntry:
    return DatasetEntry(
        slug=dataset.slug,
        title=dataset.title,
        description=dataset.description,
        subject=dataset.subject,
        start=dataset.coverage.start,
        end=dataset.coverage.end,
        rows=len(dataset.main.rows),
        notes=len(dataset.notes),
        keywords=dataset.keywords,
    )


def _contribution(item: Comparable, dataset: Dataset) -> Contribution:
    table = dataset.table(item.table)
    return Contribution(
        concept=item.concept,
        dataset=dataset.slug,
        title=dataset.title,
        meaning=item.meaning,
        equal=item.equal,
        remark=item.remark,
        decided_by=item.decided_by,
        decided_on=item.decided_on,
        additive=any(
            isinstance(rule, SumRule) and rule.table == item.table for rule in dataset.rules
        ),
        unit_read=_unit_read(item, table),
        observations=tuple(_observations(item, table)),
        unmatched=tuple(_unmatched(item, table)),
    )


def _unit_read(item: Comparable, table: Table) -> bool:
    """Whether the unit of the figures is a reading; where rows are counted it is ours anyway."""
    if item.measure is None:
        return False
    rows = [row for _, row in table.select(item.where)]
    return table.unit_is_read(rows, item.measure)


def _observations(item: Comparable, table: Table) -> Iterator[Observation]:
    """Rows that fall on the same year and category, added up; empty where any of them is."""
    groups: dict[tuple[int, str], list[tuple[Value, ...]]] = {}
    for _, row in table.select(item.where):
        category = ""
        if item.category:
            category = item.codes.get(str(table.value(row, item.category)), "")
            if not category:
                continue
        year = item.year or int(str(table.value(row, item.time or "")))
        groups.setdefault((year, category), []).append(row)
    for (year, category), rows in sorted(groups.items()):
        if item.counted:
            value: Number | None = len({table.value(row, item.counted) for row in rows})
        else:
            value = _total(rows, item.measure or "", table)
        doubtful = any(table.status(row).doubted for row in rows)
        yield Observation(year, category, value, doubtful)


def _total(rows: list[tuple[Value, ...]], measure: str, table: Table) -> Number | None:
    values = [table.value(row, measure) if table.status(row).counts else None for row in rows]
    numbers = [Decimal(value) for value in values if isinstance(value, int | Decimal)]
    if len(numbers) < len(values):
        return None
    return _json_number(sum(numbers, start=Decimal(0)))


def _json_number(value: int | Decimal) -> Number:
    """A number as JSON holds it; whole ones without a decimal point.

    >>> _json_number(Decimal("12.0")), _json_number(Decimal("12.5"))
    (12, 12.5)
    """
    return int(value) if value == int(value) else float(value)


def _unmatched(item: Comparable, table: Table) -> list[str]:
    """What an agency counts beyond the categories of the concept, by name rather than number."""
    if not item.category:
        return []
    numbered = table.schema[item.category].type != "string"
    words = [f.name for f in table.schema.with_role(Role.DIMENSION) if f.type == "string"]
    shown = words[0] if numbered and words else item.category
    rows = [row for _, row in table.select(item.where)]
    rows = [row for row in rows if str(table.value(row, item.category)) not in item.codes]
    return list(dict.fromkeys(str(table.value(row, shown)) for row in rows))
