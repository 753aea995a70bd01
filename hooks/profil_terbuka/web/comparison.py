"""The pages that lay agencies beside each other, at perbandingan/<concept>/."""

from __future__ import annotations

from collections.abc import Sequence

from ..citation import cite_comparison
from ..comparison import Comparison, Party, deciders, difference, label, years_sentence
from ..model.products import CSV, Download, Drawing, Page
from ..words.numbers import number
from .figure import Place, figure, figure_key
from .fragments import ROOT, front_matter, heading, mark, render
from .grid import Cell, Grid, Heading, finished


def comparison_index(comparisons: Sequence[Comparison]) -> Page:
    """What can be compared between agencies."""
    title = "Perbandingan"
    description = "Angka beberapa instansi tentang hal yang sama, dan apakah pengertiannya sama."
    html = comparison_list(comparisons, level=2)
    parts = [front_matter(title, description), f"# {title}", mark("portal/perbandingan-daftar")]
    return Page(
        "perbandingan/index.md", "\n\n".join(parts) + "\n", {"portal/perbandingan-daftar": html}
    )


def comparison_list(comparisons: Sequence[Comparison], level: int) -> str:
    """HTML: what is laid side by side, whether it is comparable, and who decided that."""
    return render(
        "portal-perbandingan",
        comparisons=comparisons,
        pemutus=deciders(comparisons),
        tingkat=level,
    )


def comparison_page(comparison: Comparison, drawing: Drawing | None, table: bytes) -> Page:
    """One concept: what each agency counts, table, and what cannot be compared.

    `drawing` is the chart; None where the definitions are not equal.
    """
    concept = comparison.concept
    key = f"perbandingan/{concept.name}"
    drawn = _drawn(comparison, drawing, table) if drawing else {}
    fragments = {
        **drawn,
        f"{key}/pengantar": render(
            "perbandingan-pengantar",
            comparison=comparison,
            difference=difference(comparison),
            years=years_sentence(comparison),
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
        *map(mark, drawn),
        "## Tabel" if comparison.equal else "## Tabel: pengertiannya berbeda",
        mark(f"{key}/tabel"),
        "## Yang tidak dapat dibandingkan",
        mark(f"{key}/batas"),
    ]
    return Page(f"{key}/index.md", "\n\n".join(parts) + "\n", fragments)


def _drawn(comparison: Comparison, drawing: Drawing, table: bytes) -> dict[str, str]:
    """The chart's HTML by its mark."""
    name = comparison.concept.name
    place = Place(
        f"{ROOT}/perbandingan/{name}/",
        cite_comparison(drawing, comparison),
        (Download(f"{name}.csv", "Tabel perbandingan", len(table), CSV),),
        level=2,
    )
    return {figure_key(drawing): figure(drawing, place)}


def _heading(party: Party, year: int, comparison: Comparison) -> Heading:
    unit = comparison.concept.units[0]
    noted = f"{unit}, {party.unit_note}" if party.unit_note else unit
    return Heading(label(party, year, comparison), noted, numeric=True)


def _grid(comparison: Comparison) -> Grid:
    concept = comparison.concept
    labels = [
        *(["Tahun"] if comparison.common else []),
        *(["Kategori"] if concept.categories else []),
    ]
    years = comparison.lines[0].years
    headings = [Heading(text) for text in labels or ["Tahun"]]
    headings += [
        _heading(party, year, comparison)
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
        rows.append((*(names or [Cell("Terbaru")]), *values))
    title = concept.title if comparison.equal else f"{concept.title}: pengertian berbeda"
    return finished(title, headings, rows, max(1, len(labels)))
