"""What stands in the alphabetical index of a site, and what each thing is called there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from ..model import Catalog
from ..model.messages import message
from ..model.products import GeneratedPage
from ..render import WrittenPage
from ..services import public_services
from ..services.task import FOLDER
from ..web import IndexEntry
from .search.record import DATA, SERVICE, TERM

_PAGE = message("publish.kind-page")
_OWN = ("data/", "cari/", FOLDER)
"""Generated pages of which the index has entries of its own, or which are no matter of it."""


def site_entries(
    catalog: Catalog, written: Iterable[WrittenPage], generated: Iterable[GeneratedPage]
) -> Iterator[IndexEntry]:
    """Everything of an agency's site: services, datasets, pages, and the terms they explain."""
    yield from agency_entries(catalog)
    yield from page_entries(written, generated)


def agency_entries(catalog: Catalog, folder: str = "", where: str = "") -> Iterator[IndexEntry]:
    """What an agency offers: services and datasets; `folder` is where its site stands."""
    for service in public_services(catalog):
        yield IndexEntry(service.title, f"{folder}{service.address}", SERVICE, where)
    for dataset in catalog.datasets:
        yield IndexEntry(dataset.title, f"{folder}data/{dataset.slug}/", DATA, where)


def page_entries(
    written: Iterable[WrittenPage], generated: Iterable[GeneratedPage]
) -> Iterator[IndexEntry]:
    """The pages that say something, and the terms explained on them."""
    for page in written:
        if page.title and page.address:
            yield IndexEntry(unescape(page.title), page.address, _PAGE)
        for term in page.terms:
            yield IndexEntry(" ".join(term.text.split()), f"{page.address}#{term.anchor}", TERM)
    for made in generated:
        if not made.address.startswith(_OWN) and not made.head.noindex:
            yield IndexEntry(unescape(made.title), made.address, _PAGE)
