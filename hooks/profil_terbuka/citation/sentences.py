"""Ready sentences to quote a figure or a dataset: value, unit, period, source, edition, address."""

from __future__ import annotations

from dataclasses import dataclass

from ..comparison import Comparison
from ..model import Agency, Dataset
from ..model.products import Drawing
from ..words.dates import date, years
from ..words.numbers import enumeration
from .anchors import chart_anchor
from .record import absolute, sources_sentence


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
    publishers = enumeration([party.agency.name for party in comparison.parties])
    title = comparison.concept.title
    path = f"perbandingan/{comparison.concept.name}/"
    text = f"{drawing.sentence} Profil Terbuka, perbandingan “{title}” dari data {publishers}."
    return Citation(text, path, path, absolute=False)


def cite_dataset(dataset: Dataset, agency: Agency) -> Citation:
    """The dataset as a whole."""
    return _citation(_origin(dataset.title, dataset, agency), f"data/{dataset.slug}/", agency)


def cite_cells(dataset: Dataset, agency: Agency) -> Citation:
    """What follows the words about any figure of the dataset; that figure has a period itself."""
    text = f"{agency.name}, “{dataset.title}”, {_edition(dataset)}"
    return _citation(text, f"data/{dataset.slug}/", agency)


def _origin(title: str, dataset: Dataset, agency: Agency) -> str:
    period = years(dataset.coverage.start, dataset.coverage.end)
    return f"{agency.name}, “{title}”, data {period}, {_edition(dataset)}"


def _edition(dataset: Dataset) -> str:
    edition = f"edisi {dataset.version} ({date(dataset.created)})"
    if dataset.updated:
        edition = f"register, diperbarui {date(dataset.updated)}"
    return f"{edition}. Sumber: {sources_sentence(dataset.sources)}."


def _citation(text: str, path: str, agency: Agency) -> Citation:
    known = absolute(agency, path)
    return Citation(text, path, known or path, bool(known))
