"""The search page, at cari/. What it searches is made elsewhere; here is what a reader sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparison.snapshot import Snapshot
from ..model import Catalog, Dataset, Table, limits
from ..model.messages import message
from ..model.products import GeneratedPage
from ..read.manuscripts import address
from ..words.catalogues import text
from .alphabetical import ALPHABETICAL
from .fragments import ROOT
from .page import write_page

Absence = tuple[Sequence[str], str, str]
"""Words that people type, what they mean by them, and where to ask."""
Links = Sequence[tuple[str, str]]
"""Titles and addresses."""


@dataclass(frozen=True)
class SearchView:
    """What halaman/cari.html shows; `lain` are sites that are searched as well.

    `panjang` are the tables that are found by their names only. Of what stands in `tiada` there is
    nothing here; `minta` is where one can ask for it.
    """

    sinonim: Sequence[Sequence[str]]
    tiada: Sequence[Absence]
    minta: str
    tautan: Links
    lain: Links
    panjang: Links


def found_by_names(dataset: Dataset) -> tuple[Table, ...]:
    """The tables of a dataset of which the search knows the names, not every figure."""
    return tuple(filter(limits.is_found_by_names, dataset.tables))


def search_page(
    catalog: Catalog,
    synonyms: Sequence[Sequence[str]],
    absences: Sequence[Absence] = (),
    asking: str = "",
) -> GeneratedPage:
    """Search in one agency's site; whoever finds nothing is led to its menu.

    `absences` are matters of which there is nothing; `asking` is the page on how to ask for them.
    """
    agency = catalog.agency
    menu = (
        (page.title, f"{ROOT}/{address(page.path)}")
        for entry in agency.menu
        for page in entry.pages
        if page.path not in ("index.md", "data/index.md")
    )
    links = (_alphabetical(), (text(message("web.data-catalogue")), f"{ROOT}/data/"), *menu)
    long = tuple(
        (table.title, f"{ROOT}/data/{dataset.slug}/#tabel-{table.name}")
        for dataset in catalog.datasets
        for table in found_by_names(dataset)
    )
    words = _Words(synonyms, absences, asking)
    return _page(agency.name, words, links, (), long)


def portal_search(
    snapshots: Sequence[Snapshot],
    synonyms: Sequence[Sequence[str]],
    absences: Sequence[Absence] = (),
) -> GeneratedPage:
    """Search in the portal and in the sites of all agencies below it."""
    below = tuple((item.name, f"{item.slug}/") for item in snapshots)
    pages = (
        (text(message("web.data-catalogue")), f"{ROOT}/data/"),
        (text(message("web.comparisons")), f"{ROOT}/perbandingan/"),
    )
    links = (_alphabetical(), *pages, *((name, f"{ROOT}/{address}") for name, address in below))
    return _page(text(message("web.all-agencies")), _Words(synonyms, absences), links, below)


def _alphabetical() -> tuple[str, str]:
    """The way for who would rather read than search."""
    return text(message("web.alphabetical")), f"{ROOT}/{ALPHABETICAL}"


@dataclass(frozen=True)
class _Words:
    """What the search knows of words besides those that are found."""

    synonyms: Sequence[Sequence[str]]
    absences: Sequence[Absence] = ()
    asking: str = ""


def _page(
    where: str,
    words: _Words,
    links: Links,
    below: Links,
    long: Links = (),
) -> GeneratedPage:
    title = text(message("web.search"))
    description = text(message("web.search-description", where=where))
    view = SearchView(
        sinonim=words.synonyms,
        tiada=words.absences,
        minta=words.asking,
        tautan=links,
        lain=below,
        panjang=long,
    )
    return write_page("cari", "cari/", title, description, view)
