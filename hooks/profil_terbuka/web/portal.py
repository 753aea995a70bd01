"""The portal's front page and its catalogue over all agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..comparison import Comparison
from ..comparison.snapshot import Snapshot
from ..model.products import Page
from ..words.labels import SUBJECT
from .catalogue import years_covered
from .comparison import comparison_list
from .fragments import front_matter, mark, render


def portal_fragments(
    snapshots: Sequence[Snapshot], comparisons: Sequence[Comparison]
) -> Mapping[str, str]:
    """HTML by mark for the pages people write."""
    return {
        "portal/instansi": render("portal-instansi", snapshots=snapshots),
        "portal/perbandingan": comparison_list(comparisons, level=3),
    }


def portal_catalogue(snapshots: Sequence[Snapshot]) -> Page:
    """Every dataset of every agency, with search and filters."""
    rows = [(snapshot, entry) for snapshot in snapshots for entry in snapshot.entries]
    html = render(
        "portal-katalog",
        rows=rows,
        segi=["Instansi", "Subjek", "Tahun"],
        tahun=years_covered,
        subjek=SUBJECT,
    )
    title, description = "Data", "Semua data terbuka dari semua instansi."
    markdown = "\n\n".join([front_matter(title, description), "# Data", mark("portal/katalog")])
    return Page("data/index.md", markdown + "\n", {"portal/katalog": html})
