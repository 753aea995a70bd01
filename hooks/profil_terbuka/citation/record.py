"""What is to be cited, as a value that every format is written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..model import Agency, Dataset, Licence, Source, View
from ..model.messages import Message, message
from ..words.catalogues import text
from .anchors import chart_anchor

CFF = "CITATION.cff"
"""A name that GitHub, Zenodo and Zotero look for."""
RIS, BIBTEX, CSL = "RIS", "BibTeX", "CSL-JSON"


class WorkKind(StrEnum):
    """What kind of work is cited."""

    DATASET = "dataset"
    CHART = "chart"


@dataclass(frozen=True)
class CitedWork:
    """One citable work. The year is that of the edition; `address` is '' while nobody knows it."""

    key: str
    kind: WorkKind
    title: str
    publisher: str
    issued: str
    """The day of this edition: '2026-11-22'."""
    version: str
    address: str
    description: str
    note: str
    """Where it comes from, in one sentence."""
    keywords: tuple[str, ...]
    licences: tuple[Licence, ...]
    sources: tuple[Source, ...]


def dataset_citations(slug: str) -> Mapping[str, str]:
    """The citation files of a dataset: format -> name beside its data."""
    return {RIS: f"{slug}.ris", BIBTEX: f"{slug}.bib", CSL: f"{slug}.csl.json", CFF: CFF}


def chart_citations(view: str) -> Mapping[str, str]:
    """Those of a chart, in the two formats that every reference manager imports."""
    return {RIS: f"grafik-{view}.ris", BIBTEX: f"grafik-{view}.bib"}


def dataset_record(dataset: Dataset, agency: Agency) -> CitedWork:
    """The dataset as a whole."""
    issued = dataset.issued
    return CitedWork(
        key=f"{agency.slug}-{dataset.slug}-{issued[:4]}",
        kind=WorkKind.DATASET,
        title=dataset.title,
        publisher=agency.name,
        issued=issued,
        version=dataset.version,
        address=whole_address(agency, f"data/{dataset.slug}/"),
        description=dataset.description,
        note=text(message("citation.note-of-sources", sources=sections(dataset.sources))),
        keywords=dataset.keywords,
        licences=dataset.licences,
        sources=dataset.sources,
    )


def chart_record(view: View, dataset: Dataset, agency: Agency) -> CitedWork:
    """One chart of a dataset; its edition is the dataset's."""
    whole = dataset_record(dataset, agency)
    anchor = chart_anchor(dataset.slug, view.name)
    return CitedWork(
        key=f"{agency.slug}-{dataset.slug}-{view.name}-{whole.issued[:4]}",
        kind=WorkKind.CHART,
        title=view.title,
        publisher=whole.publisher,
        issued=whole.issued,
        version=whole.version,
        address=whole_address(agency, f"data/{dataset.slug}/#{anchor}"),
        description="",
        note=text(message("citation.note-of-chart", dataset=dataset.title, sources=whole.note)),
        keywords=(),
        licences=whole.licences,
        sources=whole.sources,
    )


def whole_address(agency: Agency, path: str) -> str:
    """The whole address of a path of the agency's site; '' where the site knows none of its own.

    No stand-in here: it would end up in somebody's list of references.
    """
    return f"{agency.root}{path}" if agency.site_url else ""


def sections(sources: Iterable[Source]) -> tuple[Message, ...]:
    """Each source with the part of it that was used: 'Buku Profil, bagian “TABEL 1”'.

    >>> from ..model.invented import invented_dataset, invented_table
    >>> text(sections(invented_dataset(invented_table("tahun")).sources)[0])
    'Buku, bagian \u201cA\u201d'
    """
    return tuple(
        message("citation.section-of-source", title=item.title, section=item.section)
        for item in sources
    )
