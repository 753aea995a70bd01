"""Puts the parts together: a repository and an agency in, everything to publish out, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from . import catalog as catalogs
from . import (
    catalogues,
    charts,
    checks,
    citation,
    clock,
    conform,
    downloads,
    editions,
    feeds,
    history,
    manuscripts,
    pages,
    ppid,
    privacy,
    search,
    snapshot,
)
from . import quality as qualities
from .cache import Cache
from .checks import Answer, Tally
from .findings import Finding, errors, in_order
from .history import Ledger
from .model import Catalog, Dataset, Manuscript
from .products import DOSSIER, ChartData, Download, Drawing, Page

CACHE = ".cache"


@dataclass(frozen=True)
class Checked:
    """An agency's data and pages after every check, before anything is drawn or written.

    `catalog` holds what may be published: without the numbers that `privasi` withholds. It is None
    when not even instansi.yml could be read.
    """

    catalog: Catalog | None
    charts: tuple[ChartData, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    tallies: Mapping[str, Tally]
    ledger: Ledger
    openness: ppid.Openness | None = None
    """What the law asks for, held against what is there; None without a list of obligations."""

    @property
    def publishable(self) -> bool:
        """Whether nothing forbids publication."""
        return self.catalog is not None and not errors(self.findings)


@dataclass(frozen=True)
class Site:
    """Everything generated for one agency: paths are relative to the root of its site."""

    catalog: Catalog
    drawings: tuple[Drawing, ...]
    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    ledger: Ledger
    notices: frozenset[str]
    """Addresses that only tell what became of what was there."""

    @property
    def fragments(self) -> Mapping[str, str]:
        """HTML by mark, over all generated pages."""
        return {key: html for page in self.pages for key, html in page.fragments.items()}


def check(root: Path, slug: str, cache: Cache, portal: str | None = None) -> Checked:
    """Read and check all that agency `slug` wants to publish; bad data never raises.

    `portal` is the address below which agencies without one of their own are published.
    """
    loaded = catalogs.load(root, slug, portal)
    written, unreadable = manuscripts.load(root, slug)
    ledger, damaged = history.read(root, f"{catalogs.DATASETS}/{slug}")
    former, unusable = ppid.read_former(root, f"{catalogs.DATASETS}/{slug}")
    unreadable += (*damaged, *unusable)
    catalog = loaded.catalog
    if catalog is None:
        return Checked(None, (), in_order((*loaded.findings, *unreadable)), (), {}, ledger)
    unfit = tuple(conform.check((*catalog.packages, *catalog.reference), root, cache))
    sound = _without(catalog, unfit)
    checked = checks.run(sound)
    found = [*loaded.findings, *unreadable, *unfit, *checked.findings]
    found += privacy.check(catalog, written, root)
    found += _on_promises(catalog, ledger, written)
    found += ppid.check_desk(sound, clock.today())
    found += ppid.check_claims(sound, written)
    for dataset in sound.packages:
        found += (*privacy.unprotected(dataset), *privacy.unequal(dataset))
    # The checks above need the true values; from here on everybody sees what may be published.
    sound, catalog = _suppressed(sound), _suppressed(catalog)
    drawn = [
        charts.prepare(view, dataset, sound.reference)
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
        ppid.assess(catalog, written, former, clock.today()) if sure else None,
    )


def _on_promises(
    catalog: Catalog, ledger: Ledger, written: Iterable[Manuscript]
) -> Iterator[Finding]:
    """Recorded editions that changed, and retired addresses that are known to be there."""
    yield from history.broken(catalog, ledger)
    there = {manuscripts.address(page.path) for page in written}
    there |= {f"data/{dataset.slug}/" for dataset in catalog.datasets}
    yield from history.revived(ledger, there)


def _on_pages(written: Iterable[Manuscript], catalog: Catalog, resolve: bool) -> Iterator[Finding]:
    """Faults of hand-written pages; references only where the data are sound.

    A page may refer to a dataset that has failed already: saying so twice would only confuse.
    """
    for page in written:
        yield from pages.check_safety(page.text, page.file)
        yield from pages.check_prose(page.text, page.file)
        if resolve:
            yield from pages.check(page.text, page.path, page.file, catalog)


def _suppressed(catalog: Catalog) -> Catalog:
    def safe(dataset: Dataset) -> Dataset:
        older = tuple(map(privacy.suppress, dataset.editions))
        return replace(privacy.suppress(dataset), editions=older)

    return replace(catalog, datasets=tuple(map(safe, catalog.datasets)))


def _without(catalog: Catalog, findings: Iterable[Finding]) -> Catalog:
    """The catalogue less the datasets that do not conform: their values cannot be relied on."""
    files = {finding.place.file for finding in findings}

    def conforms(dataset: Dataset) -> bool:
        return files.isdisjoint({dataset.file, *(table.file for table in dataset.tables)})

    sound = tuple(filter(conforms, catalog.datasets))
    faulty = {dataset.slug for dataset in catalog.datasets if dataset not in sound}
    return replace(catalog, datasets=sound, unfit=catalog.unfit | faulty)


def assemble(checked: Checked, cache: Cache) -> Site:
    """Draw, write and lay out everything; only for publishable data."""
    catalog = checked.catalog
    if catalog is None or not checked.publishable:
        raise ValueError("assemble needs data without errors")
    drawings = tuple(charts.draw(data, cache) for data in checked.charts)
    quality = qualities.measure(catalog, checked.tallies, clock.today())
    files: dict[str, bytes] = {}
    made = [
        pages.quality_page(catalog, quality, qualities.ALL),
        pages.verification_page(catalog.agency),
        pages.search_page(catalog.agency, search.synonyms(catalog.reference)),
    ]
    packages: dict[str, Mapping[str, bytes]] = {}
    offers: dict[str, tuple[Download, ...]] = {}
    for dataset in catalog.datasets:
        own = tuple(drawing for drawing in drawings if drawing.data.slug == dataset.slug)
        produced = downloads.produce(dataset, catalog.agency, cache)
        packages[dataset.slug] = dict(produced)
        produced.update(citation.files(dataset, catalog.agency))
        names = (*(table.path for table in dataset.tables), downloads.NOTES)
        tables = {name: produced[name] for name in names if name in produced}
        whole = pages.dossier(dataset, catalog.agency, own, tables)
        produced[f"{dataset.slug}{DOSSIER}"] = whole
        produced.update(catalogues.dataset_files(dataset, catalog.agency, produced))
        offers[dataset.slug] = downloads.offered(dataset, produced)
        offered = offers[dataset.slug]
        markup = catalogues.markup(dataset.slug, catalog, offered, produced)
        shown = pages.Exhibits(own, offered, quality[dataset.slug], markup)
        made.append(pages.dataset_page(dataset, catalog.agency, shown))
        for drawing in own:
            produced[f"{drawing.data.view.name}.svg"] = drawing.svg
            produced[f"{drawing.data.view.name}.png"] = drawing.png
        produced.update(pages.embedded(dataset, catalog.agency, own))
        files.update((f"data/{dataset.slug}/{name}", data) for name, data in produced.items())
        older, older_pages = editions.assemble(dataset, catalog.agency, cache)
        files.update(older)
        made += older_pages
    desk = pages.desk_pages(catalog, clock.today())
    made += desk
    files.update(downloads.registers(catalog.agency) if desk else {})
    if checked.openness:
        made += pages.openness_pages(checked.openness, desk=bool(desk))
        files.update(ppid.produce_desk(checked.openness, catalog))
    files.update(feeds.produce(catalog, files))
    files[f"{pages.QUALITY}{qualities.TABLE}"] = qualities.quality_csv(catalog, quality)
    everything = downloads.produce_all(catalog, packages)
    files.update(everything)
    made.append(pages.catalogue_page(catalog, everything))
    files.update(catalogues.produce(catalog, offers, files, quality))
    marked = snapshot.highlights(catalog)
    cards = tuple(item for item in marked if isinstance(item, snapshot.Highlight))
    files[snapshot.NAME] = snapshot.dumps(snapshot.take(catalog, cards))
    taken = {*files, *(page.path for page in made)}
    notices = pages.notices(checked.ledger, catalog.agency, taken)
    files.update(notices.files)
    made += notices.pages
    return Site(catalog, drawings, files, tuple(made), checked.ledger, notices.addresses)
