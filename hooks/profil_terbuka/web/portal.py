"""The portal's front page and its catalogue over all agencies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..comparison import Comparison
from ..comparison.snapshot import DatasetEntry, Snapshot
from ..model.messages import message
from ..model.products import GeneratedPage
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .catalogue import MOST_LISTED
from .comparison import comparison_list
from .facets import years_covered
from .fragments import render
from .page import write_page


def portal_fragments(
    snapshots: Sequence[Snapshot], comparisons: Sequence[Comparison]
) -> Mapping[str, str]:
    """HTML by mark for the pages people write."""
    return {
        "portal/instansi": render("portal-instansi", snapshots=snapshots),
        "portal/perbandingan": comparison_list(comparisons, level=3),
    }


@dataclass(frozen=True)
class PortalCatalogueView:
    """What halaman/portal-katalog.html shows: every dataset, or every agency where there are more
    of these than a page can hold; `segi` are the filters."""

    agencies: Sequence[Snapshot]
    total: int
    lengkap: bool
    """Whether every dataset is on this page."""
    rows: Sequence[tuple[Snapshot, DatasetEntry]]
    segi: Sequence[str]
    tahun: Callable[[int | None, int | None], list[str]]
    subjek: Mapping[str, str]


def portal_catalogue(snapshots: Sequence[Snapshot]) -> GeneratedPage:
    """Every dataset of every agency, with search and filters."""
    rows = [(snapshot, entry) for snapshot in snapshots for entry in snapshot.entries]
    view = PortalCatalogueView(
        agencies=snapshots,
        total=len(rows),
        lengkap=len(rows) <= MOST_LISTED,
        rows=rows,
        segi=(
            text(message("web.facet-agency")),
            text(message("web.facet-subject")),
            text(message("web.year")),
        ),
        tahun=years_covered,
        subjek=SUBJECT,
    )
    title, description = (
        text(message("web.catalogue")),
        text(message("web.portal-catalogue-description")),
    )
    return write_page("portal-katalog", "data/", title, description, view)
