"""Reads and checks all that an agency wants to publish; bad data never raises."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import charts, disclosure, history, ppid, privacy
from .. import check as checks
from .. import web as pages
from ..check import Answer, Tally, conform
from ..comparison import snapshot
from ..history import Ledger
from ..model import Catalog, Dataset, Manuscript, timezones
from ..model.findings import Finding, errors, in_order
from ..model.products import ChartData
from ..read import catalog as catalogs
from ..read import dictionary, formulas, manuscripts, open_places
from ..system import clock
from ..system.cache import Cache


@dataclass(frozen=True)
class Checked:
    """An agency's data and pages after every check, before anything is drawn or written.

    `catalog` holds what may be published; of withheld numbers nothing. It is None when not even
    instansi.yml could be read.
    """

    catalog: Catalog | None
    charts: tuple[ChartData, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    tallies: Mapping[str, Tally]
    ledger: Ledger
    day: datetime.date
    """The day of publication: what runs, is late or due is judged by it."""
    openness: ppid.Openness | None = None
    """What the law asks for, held against what is there; None without a list of obligations."""

    @property
    def publishable(self) -> bool:
        """Whether nothing forbids publication."""
        return self.catalog is not None and not errors(self.findings)


def check(root: Path, slug: str, cache: Cache, portal: str | None = None) -> Checked:
    """Read and check all that agency `slug` wants to publish; bad data never raises.

    `portal` is the address below which agencies without one of their own are published.
    """
    loaded = catalogs.load(root, slug, portal)
    written, unreadable = manuscripts.read_manuscripts(root, slug)
    ledger, damaged = history.read_ledger(root, f"{catalogs.DATASETS}/{slug}")
    former, unusable = ppid.read_former(root, f"{catalogs.DATASETS}/{slug}")
    unreadable += (*damaged, *unusable)
    catalog = loaded.catalog
    if catalog is None:
        day = clock.today(timezones.NATIONAL)
        told = in_order(map(privacy.masked, (*loaded.findings, *unreadable)))
        return Checked(None, (), told, (), {}, ledger, day)
    day = clock.today(catalog.agency.zone)
    unfit = tuple(conform.check((*catalog.packages, *catalog.reference), root, cache))
    sound = _without(catalog, unfit)
    known, damaged = disclosure.opened(sound, root)
    checked = checks.run(sound, known)
    found = [*loaded.findings, *unreadable, *damaged, *unfit, *checked.findings]
    found += privacy.check_inputs(catalog, written, root, cache)
    found += _revived(catalog, ledger, written)
    found += ppid.check_desk(sound, day)
    found += ppid.check_claims(sound, written)
    found += disclosure.check(sound, known, written)
    if not errors(found):  # what must be mended anyway needs no edition yet
        found += history.broken(catalog, ledger)
    sound, catalog = _told(sound), _told(catalog)
    sound, catalog = _dated(sound, day), _dated(catalog, day)
    drawn = [
        charts.prepare(view, dataset, (*sound.reference, *sound.datasets))
        for dataset in sound.datasets
        for view in dataset.views
    ]
    found += [item for item in drawn if isinstance(item, Finding)]
    if not errors(found):
        found += [item for item in snapshot.highlights(catalog) if isinstance(item, Finding)]
    found += _on_pages(written, catalog, resolve=not errors(found))
    sure = not errors(found)
    return Checked(
        catalog,
        tuple(item for item in drawn if isinstance(item, ChartData)),
        in_order(map(privacy.masked, found)),
        checked.answers,
        checked.tallies,
        ledger,
        day,
        ppid.assess(catalog, written, former, day) if sure else None,
    )


def _revived(catalog: Catalog, ledger: Ledger, written: Iterable[Manuscript]) -> Iterator[Finding]:
    """Retired addresses that are known to be there."""
    there = {manuscripts.address(page.path) for page in written}
    there |= {f"data/{dataset.slug}/" for dataset in catalog.datasets}
    yield from history.revived(ledger, there)


def _on_pages(written: Iterable[Manuscript], catalog: Catalog, resolve: bool) -> Iterator[Finding]:
    """Faults of hand-written pages; references only where the data are sound.

    A page may refer to a dataset that has failed already: saying so twice would only confuse.
    """
    for page in written:
        yield from open_places.in_page(page.text, page.file)
        yield from formulas.in_document(page.head, page.file)
        yield from pages.check_safety(page.text, page.file)
        yield from pages.check_prose(page.text, page.file)
        if resolve:
            yield from pages.check(page.text, page.path, page.file, catalog)


def _told(catalog: Catalog) -> Catalog:
    """With dictionaries that tell of gaps."""

    def safe(dataset: Dataset) -> Dataset:
        older = tuple(map(dictionary.with_emptied_told, dataset.editions))
        return replace(dictionary.with_emptied_told(dataset), editions=older)

    return replace(catalog, datasets=tuple(map(safe, catalog.datasets)))


def _dated(catalog: Catalog, day: datetime.date) -> Catalog:
    """The catalogue with its registers, which have no editions, dated by the day of publication."""

    def dated(dataset: Dataset) -> Dataset:
        register = dataset.slug in ppid.REGISTERS
        return replace(dataset, updated=day.isoformat()) if register else dataset

    return replace(catalog, datasets=tuple(map(dated, catalog.datasets)))


def _without(catalog: Catalog, findings: Iterable[Finding]) -> Catalog:
    """The catalogue less the datasets that do not conform: their values cannot be relied on."""
    files = {finding.place.file for finding in findings}

    def conforms(dataset: Dataset) -> bool:
        return files.isdisjoint({dataset.file, *(table.file for table in dataset.tables)})

    sound = tuple(filter(conforms, catalog.datasets))
    faulty = {dataset.slug for dataset in catalog.datasets if dataset not in sound}
    return replace(catalog, datasets=sound, unfit=catalog.unfit | faulty)
