"""The catalogue, at data/: every dataset; where there are many, by subject on pages of their own.

One page of a thousand datasets takes a cheap phone half a minute to load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..model import Agency, Catalog, Dataset
from ..model.messages import message
from ..model.products import Download, GeneratedPage
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .facets import FacetTitle, facet_titles, facet_values
from .page import heading_id, write_page

CATALOGUE = "data/"
MOST_LISTED = 200
"""Datasets on one page."""
_FIRST = 6
"""Of each subject, on the front page of a catalogue that is longer."""


@dataclass(frozen=True)
class SubjectShelf:
    """The datasets of one subject; `shown` of them here, all of them at `address`."""

    title: str
    anchor: str
    """Its place on the front page."""
    address: str
    datasets: Sequence[Dataset]
    shown: Sequence[Dataset]


@dataclass(frozen=True)
class CatalogueView:
    """What halaman/katalog.html shows."""

    catalog: Catalog
    shelves: Sequence[SubjectShelf]
    lengkap: bool
    """Whether every dataset is on this page."""
    semua: Sequence[Download]
    ppid: bool
    segi: Sequence[FacetTitle]
    nilai_segi: Callable[[Dataset], list[list[str]]]


@dataclass(frozen=True)
class ShelfView:
    """What halaman/subjek.html shows: one of `last` pages of a subject."""

    title: str
    total: int
    datasets: Sequence[Dataset]
    number: int
    last: int
    sebelumnya: str
    berikutnya: str
    """Addresses of the pages before and after this; '' where there is none."""
    segi: Sequence[FacetTitle]
    nilai_segi: Callable[[Dataset], list[list[str]]]


def catalogue_pages(catalog: Catalog, whole: Sequence[Download]) -> tuple[GeneratedPage, ...]:
    """Every dataset of the agency by subject; `whole` are the files that hold them all."""
    complete = len(catalog.datasets) <= MOST_LISTED
    shelves = tuple(_shelves(catalog, complete))
    view = CatalogueView(
        catalog=catalog,
        shelves=shelves,
        lengkap=complete,
        semua=whole,
        ppid=_has_desk(catalog.agency),
        segi=facet_titles(),
        nilai_segi=facet_values,
    )
    title = text(message("web.catalogue"))
    description = text(message("web.catalogue-description", agency=catalog.agency.name))
    front = write_page("katalog", CATALOGUE, title, description, view)
    if complete:
        return (front,)
    return (front, *(page for shelf in shelves for page in _shelf_pages(shelf, catalog.agency)))


def _shelves(catalog: Catalog, complete: bool) -> Iterator[SubjectShelf]:
    for subject, title in SUBJECT.items():
        datasets = [dataset for dataset in catalog.datasets if dataset.subject == subject]
        if datasets:
            shown = datasets if complete else datasets[:_FIRST]
            address = f"{CATALOGUE}subjek/{subject}/"
            yield SubjectShelf(title, heading_id(title), address, datasets, shown)


def _shelf_pages(shelf: SubjectShelf, agency: Agency) -> Iterator[GeneratedPage]:
    """All datasets of a subject, so many on a page."""
    starts = range(0, len(shelf.datasets), MOST_LISTED)
    addresses = [_shelf_address(shelf, number) for number in range(1, len(starts) + 1)]
    for number, start in enumerate(starts, start=1):
        said = message("web.catalogue-shelf", subject=shelf.title, agency=agency.name)
        view = ShelfView(
            title=shelf.title,
            total=len(shelf.datasets),
            datasets=shelf.datasets[start : start + MOST_LISTED],
            number=number,
            last=len(starts),
            sebelumnya=addresses[number - 2] if number > 1 else "",
            berikutnya=addresses[number] if number < len(starts) else "",
            segi=facet_titles(subject=False),
            nilai_segi=partial(facet_values, subject=False),
        )
        yield write_page("subjek", addresses[number - 1], shelf.title, text(said), view)


def _shelf_address(shelf: SubjectShelf, number: int) -> str:
    """The first page is at the address of the subject."""
    return shelf.address if number == 1 else f"{shelf.address}{number}/"


def _has_desk(agency: Agency) -> bool:
    """Whether the menu leads to the information officer's pages."""
    return any(page.path == "ppid/index.md" for entry in agency.menu for page in entry.pages)
