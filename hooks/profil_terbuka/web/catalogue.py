"""The catalogue page, at data/."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Agency, Catalog, Dataset
from ..model.messages import message
from ..model.products import Download, GeneratedPage
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .page import write_page


@dataclass(frozen=True)
class CatalogueView:
    """What halaman/katalog.html shows: datasets under the titles of their subjects."""

    catalog: Catalog
    groups: Sequence[tuple[str, Sequence[Dataset]]]
    semua: Sequence[Download]
    ppid: bool
    tahun: Callable[[int | None, int | None], list[str]]


def catalogue_page(catalog: Catalog, whole: Sequence[Download]) -> GeneratedPage:
    """Every dataset of the agency, grouped by subject; `whole` are the files that hold them all."""
    grouped = (
        (title, [dataset for dataset in catalog.datasets if dataset.subject == subject])
        for subject, title in SUBJECT.items()
    )
    view = CatalogueView(
        catalog=catalog,
        groups=tuple((title, datasets) for title, datasets in grouped if datasets),
        semua=whole,
        ppid=_has_desk(catalog.agency),
        tahun=years_covered,
    )
    title = text(message("web.catalogue"))
    description = text(message("web.catalogue-description", agency=catalog.agency.name))
    return write_page("katalog", "data/", title, description, view)


def _has_desk(agency: Agency) -> bool:
    """Whether the menu leads to the information officer's pages."""
    return any("ppid/index.md" in entry.values() for entry in agency.menu)


def years_covered(start: int | None, end: int | None) -> list[str]:
    """All years a dataset covers, as values to filter by; none where it has no years."""
    return [] if start is None or end is None else [str(year) for year in range(start, end + 1)]
