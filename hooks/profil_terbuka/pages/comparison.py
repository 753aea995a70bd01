"""The pages that lay agencies beside each other, at perbandingan/<concept>/."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import cite_comparison
from ..comparison import Comparison, label, years_sentence
from ..products import Download, Drawing, Page
from ..wording import number
from .figure import Place, figure, figure_key
from .fragments import ROOT, front_matter, heading, mark, render
from .grid import Cell, Grid, Heading, finished


def comparison_index(comparisons: Sequence[Comparison]) -> Page:
    """What can be compared between agencies."""
    title = "Perbandingan"
    description = "Angka yang sebanding antarinstansi: satuan dan pengertiannya sama."
    html = render("portal-perbandingan", comparisons=comparisons, tingkat=2)
    parts = [front_matter(title, description), f"# {title}", mark("portal/perbandingan-daftar")]
    return Page(
        "perbandingan/index.md", "\n\n".join(parts) + "\n", {"portal/perbandingan-daftar": html}
    )


def comparison_page(comparison: Comparison, drawing: Drawing, table: bytes) -> Page:
    """One concept: chart, table, what each agency means, and what cannot be compared."""
    concept = comparison.concept
    key = f"perbandingan/{concept.name}"
    place = Place(
        f"{ROOT}/{key}/",
        cite_comparison(drawing, comparison),
        (Download(f"{concept.name}.csv", "Tabel perbandingan", len(table)),),
        level=2,
    )
    fragments = {
        figure_key(drawing): figure(drawing, place),
        f"{key}/pengantar": render(
            "perbandingan-pengantar", comparison=comparison, years=years_sentence(comparison)
        ),
        f"{key}/tabel": render(
            "perbandingan-tabel",
            grid=_grid(comparison),
            id=f"{concept.name}-tabel",
            comparison=comparison,
            size=len(table),
        ),
        f"{key}/batas": render("perbandingan-batas", comparison=comparison),
    }
    parts = [
        front_matter(concept.title, concept.meaning),
        heading(concept.title),
        mark(f"{key}/pengantar"),
        mark(figure_key(drawing)),
        "## Tabel",
        mark(f"{key}/tabel"),
        "## Yang tidak dapat dibandingkan",
        mark(f"{key}/batas"),
    ]
    return Page(f"{key}/index.md", "\n\n".join(parts) + "\n", fragments)


def _grid(comparison: Comparison) -> Grid:
    concept = comparison.concept
    labels = [
        *(["Tahun"] if comparison.common else []),
        *(["Kategori"] if concept.categories else []),
    ]
    years = comparison.lines[0].years
    headings = [Heading(text) for text in labels or [""]]
    headings += [
        Heading(label(party, year, comparison), concept.units[0], numeric=True)
        for party, year in zip(comparison.parties, years, strict=True)
    ]
    rows = []
    for line in comparison.lines:
        names = [Cell(str(line.years[0]))] if comparison.common else []
        names += [Cell(line.category.name)] if line.category else []
        values = [
            Cell(number(cell.value), True, "u" if cell.doubtful else "")
            if cell and cell.value is not None
            else Cell("\N{EM DASH}", True)
            for cell in line.cells
        ]
        rows.append((*(names or [Cell("Tahun terbaru")]), *values))
    return finished(concept.title, headings, rows, max(1, len(labels)))
