"""Fourth stage: what every chart, card and reference will show. What cannot be shown is told."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .. import charts, history, ppid, privacy, web
from ..check import Answer, Tally
from ..comparison import snapshot
from ..history import Ledger
from ..model import Catalog
from ..model.document_files import PublicDocument
from ..model.findings import Finding, errors, in_order
from ..model.messages import message
from ..model.products import ChartData
from ..system import progress
from .protecting import Protected
from .reading import Sources


@dataclass(frozen=True)
class Prepared:
    """An agency's data and pages after every check, before anything is drawn or written.

    `catalog` holds what may be published; of withheld numbers nothing. It is None when not even
    instansi.yml could be read.
    """

    sources: Sources
    catalog: Catalog | None
    charts: tuple[ChartData, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    openness: ppid.Openness | None = None
    """What the law asks for, held against what is there; None without a list of obligations."""
    documents: tuple[PublicDocument, ...] = ()
    """Files that are published as they are."""

    @property
    def publishable(self) -> bool:
        """Whether nothing forbids publication."""
        return self.catalog is not None and not errors(self.findings)

    @property
    def day(self) -> datetime.date:
        """Of publication."""
        return self.sources.day

    @property
    def ledger(self) -> Ledger:
        """What has been published before."""
        return self.sources.ledger


def prepare(protected: Protected) -> Prepared:
    """Prepare charts and resolve references; the findings of all stages, masked and in order."""
    sources, sound = protected.checked.sources, protected.sound
    progress.begin(message("commands.doing-charts", agency=sources.slug))
    shown = [
        charts.prepare_chart(view, dataset, (*sound.reference, *sound.datasets))
        for dataset in sound.datasets
        for view in dataset.views
    ]
    undrawable = [item for item in shown if isinstance(item, Finding)]
    found = [*protected.findings, *undrawable]
    for ask in _ASKED_OF_SOUND_DATA:
        if errors(found):  # an answer would say the same twice, or what is mended anyway
            break
        found += ask(protected)
    return Prepared(
        sources=sources,
        catalog=protected.catalog,
        charts=tuple(item for item in shown if isinstance(item, ChartData)),
        findings=in_order(privacy.masked(found)),
        answers=protected.checked.answers,
        tallies=protected.checked.tallies,
        openness=None if errors(found) else _assessed(protected),
        documents=protected.documents,
    )


def unreadable(sources: Sources) -> Prepared:
    """What there is to say of an agency whose instansi.yml cannot be read."""
    return Prepared(sources, None, (), in_order(privacy.masked(sources.findings)))


def _editions_kept(protected: Protected) -> Iterator[Finding]:
    """Recorded editions whose content has changed."""
    yield from history.broken(protected.catalog, protected.checked.sources.ledger)


def _figures_highlighted(protected: Protected) -> Iterator[Finding]:
    """Cards for the portal that show nothing."""
    found = snapshot.highlights(protected.catalog)
    yield from (item for item in found if isinstance(item, Finding))


def _references_resolve(protected: Protected) -> Iterator[Finding]:
    """References of hand-written pages to what is not there."""
    for page in protected.checked.sources.manuscripts:
        yield from web.check_references(page.text, page.path, page.file, protected.catalog)


_ASKED_OF_SOUND_DATA: tuple[Callable[[Protected], Iterable[Finding]], ...] = (
    _editions_kept,
    _figures_highlighted,
    _references_resolve,
)
"""In this order, until one of them finds an error."""


def _assessed(protected: Protected) -> ppid.Openness | None:
    sources = protected.checked.sources
    return ppid.assess_openness(protected.catalog, sources.manuscripts, sources.former, sources.day)
