"""The catalogue page, at data/."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Agency, Catalog
from ..model.products import Download, Page
from ..words.labels import SUBJECT
from .fragments import front_matter, mark, render


def catalogue_page(catalog: Catalog, whole: Sequence[Download]) -> Page:
    """Every dataset of the agency, grouped by subject; `whole` are the files that hold them all."""
    groups = {
        subject: [dataset for dataset in catalog.datasets if dataset.subject == subject]
        for subject in SUBJECT
    }
    parts = [
        front_matter(
            "Data", f"Semua data terbuka {catalog.agency.name}: tabel, grafik, dan unduhan."
        ),
        "# Data",
        mark("katalog/pengantar"),
        '<div data-saring="[&quot;Tahun&quot;]" data-isian="2" markdown>',
    ]
    fragments = {
        "katalog/pengantar": render("katalog-pengantar", catalog=catalog),
        "katalog/semua": render("katalog-semua", semua=whole, ppid=_has_desk(catalog.agency)),
    }
    for subject, datasets in groups.items():
        if datasets:
            key = f"katalog/{subject}"
            parts += ["<div data-kelompok markdown>", f"## {SUBJECT[subject]}", mark(key), "</div>"]
            fragments[key] = render("katalog", datasets=datasets, tahun=years_covered)
    parts += ["</div>", "## Ambil semuanya", mark("katalog/semua")]
    return Page("data/index.md", "\n\n".join(parts) + "\n", fragments)


def _has_desk(agency: Agency) -> bool:
    """Whether the menu leads to the information officer's pages."""
    return any("ppid/index.md" in entry.values() for entry in agency.menu)


def years_covered(start: int | None, end: int | None) -> list[str]:
    """All years a dataset covers, as values to filter by; none where it has no years."""
    return [] if start is None or end is None else [str(year) for year in range(start, end + 1)]
