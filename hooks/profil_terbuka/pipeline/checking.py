"""Second stage: are the data and pages what they say they are?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .. import check, disclosure, history, ppid, services, web
from ..check import Answer, Tally, conform
from ..model import Catalog, Dataset
from ..model.embargo import Scope
from ..model.findings import Finding
from ..model.messages import message
from ..read import formulas, manuscripts, open_places
from ..system import progress
from ..system.cache import Cache
from .reading import Sources


@dataclass(frozen=True)
class Checked:
    """The sources after every check that needs no drawing.

    `sound` is the catalogue less the datasets that do not conform, whose values nobody can rely
    on; `known` is the same with the true values of what is withheld, as far as they are at hand.
    """

    sources: Sources
    sound: Catalog
    known: Catalog
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    tallies: Mapping[str, Tally]


def check_sources(sources: Sources, catalog: Catalog, cache: Cache) -> Checked:
    """Hold data and pages against their descriptors, rules and each other.

    `catalog` is that of the sources, which there is.
    """
    progress.begin(message("commands.doing-schema", agency=sources.slug))
    unfit = tuple(
        conform.check_conformity((*catalog.packages, *catalog.reference), sources.root, cache)
    )
    sound = _without(catalog, unfit)
    known, damaged = disclosure.with_true_values(sound, sources.root)
    progress.begin(message("commands.doing-checks", agency=sources.slug))
    checked = check.run(sound, known)
    found = (
        *sources.findings,
        *unfit,
        *damaged,
        *checked.findings,
        *_revived(sources, catalog),
        *services.unfounded_services(sound),
        *ppid.check_desk(sound, sources.day),
        *ppid.check_claims(sound, sources.manuscripts),
        *ppid.check_documents(sound, sources.documents),
        *_badly_written(sources),
        *_too_early(sources, sound),
    )
    return Checked(sources, sound, known, found, checked.answers, checked.tallies)


def _without(catalog: Catalog, findings: Iterable[Finding]) -> Catalog:
    """The catalogue less the datasets that do not conform: their values cannot be relied on."""
    files = {finding.place.file for finding in findings}

    def conforms(dataset: Dataset) -> bool:
        return files.isdisjoint({dataset.file, *(table.file for table in dataset.tables)})

    sound = tuple(filter(conforms, catalog.datasets))
    faulty = {dataset.slug for dataset in catalog.datasets if dataset not in sound}
    return replace(catalog, datasets=sound, unfit=catalog.unfit | faulty)


def _too_early(sources: Sources, sound: Catalog) -> Iterator[Finding]:
    """What refers to what is not published yet, or not on its own day."""
    public = sources.scope is Scope.PUBLIC
    find = check.references_to_waiting if public else check.references_too_early
    yield from find(sound, sources.manuscripts, sources.waiting)


def _revived(sources: Sources, catalog: Catalog) -> Iterator[Finding]:
    """Retired addresses that are known to be there."""
    there = {manuscripts.address(page.path) for page in sources.manuscripts}
    there |= {f"data/{dataset.slug}/" for dataset in catalog.datasets}
    yield from history.revived(sources.ledger, there)


def _badly_written(sources: Sources) -> Iterator[Finding]:
    """Faults of hand-written pages that show without looking at the data."""
    for page in sources.manuscripts:
        yield from open_places.open_in_page(page.text, page.file)
        yield from formulas.formulas_in_document(page.head, page.file)
        yield from web.check_safety(page.text, page.file)
        yield from web.check_prose(page.text, page.file)
