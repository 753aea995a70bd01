"""Ready sentences to quote a figure or a dataset: value, unit, period, source, edition, address."""

from __future__ import annotations

from dataclasses import dataclass

from ..comparison import Comparison
from ..model import Agency, Dataset
from ..model.messages import Message, message
from ..model.products import Drawing
from ..words.catalogues import text
from ..words.dates import date, years
from .anchors import chart_anchor
from .record import sections, whole_address


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence, and the address that ends it.

    `path` is below the site's root. `address` is what is printed: absolute where the site knows
    its own address, else the path, which a script completes in the reader's browser.
    """

    text: str
    path: str
    address: str
    absolute: bool


def cite_figure(drawing: Drawing, dataset: Dataset, agency: Agency) -> Citation:
    """What a chart says, ready to be quoted."""
    view = drawing.data.view
    path = f"data/{dataset.slug}/#{chart_anchor(dataset.slug, view.name)}"
    return _citation(f"{drawing.sentence} {_origin(view.title, dataset, agency)}", path, agency)


def cite_comparison(drawing: Drawing, comparison: Comparison) -> Citation:
    """What a comparison says; the portal has no edition of its own, its agencies' data have."""
    publishers = tuple(party.agency.name for party in comparison.parties)
    title = comparison.concept.title
    path = f"perbandingan/{comparison.concept.name}/"
    origin = text(message("citation.comparison", title=title, publishers=publishers))
    return Citation(f"{drawing.sentence} {origin}", path, path, absolute=False)


def cite_dataset(dataset: Dataset, agency: Agency) -> Citation:
    """The dataset as a whole."""
    return _citation(_origin(dataset.title, dataset, agency), f"data/{dataset.slug}/", agency)


def cite_cells(dataset: Dataset, agency: Agency) -> Citation:
    """What follows the words about any figure of the dataset; that figure has a period itself."""
    said = message(
        "citation.work-of-a-figure",
        publisher=agency.name,
        title=dataset.title,
        edition=_edition(dataset),
    )
    return _citation(text(said), f"data/{dataset.slug}/", agency)


def _origin(title: str, dataset: Dataset, agency: Agency) -> str:
    said = message(
        "citation.work",
        publisher=agency.name,
        title=title,
        period=years(dataset.coverage.start, dataset.coverage.end),
        edition=_edition(dataset),
    )
    return text(said)


def _edition(dataset: Dataset) -> Message:
    sources = sections(dataset.sources)
    if dataset.updated:
        return message("citation.register", day=date(dataset.updated), sources=sources)
    day = date(dataset.created)
    return message("citation.edition", version=dataset.version, day=day, sources=sources)


def _citation(sentence: str, path: str, agency: Agency) -> Citation:
    known = whole_address(agency, path)
    return Citation(sentence, path, known or path, bool(known))
