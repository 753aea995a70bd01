"""The pages that lay agencies beside each other, at perbandingan/<concept>/."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..citation import cite_comparison
from ..comparison import (
    Comparison,
    Concept,
    Party,
    deciders,
    meanings_sentence,
    party_label,
    years_sentence,
)
from ..model.messages import message
from ..model.products import CSV, Download, Drawing, GeneratedPage
from ..words.catalogues import text
from .figure import FigurePlace, figure, shared_picture
from .fragments import ROOT, render, safe
from .grid import Cell, Grid, Heading, finished, no_number, number_cell
from .page import write_page


@dataclass(frozen=True)
class ComparisonListView:
    """What halaman/perbandingan-daftar.html shows, under headings of `tingkat`."""

    comparisons: Sequence[Comparison]
    pemutus: Sequence[str]
    tingkat: int


@dataclass(frozen=True)
class ComparisonView:
    """What halaman/perbandingan.html shows; `figure` is empty where definitions differ."""

    comparison: Comparison
    difference: str
    years: str
    figure: Markup
    grid: Grid
    id: str
    size: int


@dataclass(frozen=True)
class LoneConceptView:
    """What halaman/perbandingan-sendiri.html shows: a concept, and who states figures about it."""

    concept: Concept
    parties: Sequence[Party]


def comparison_index(comparisons: Sequence[Comparison]) -> GeneratedPage:
    """What can be compared between agencies."""
    title, description = (
        text(message("web.comparisons")),
        text(message("web.comparisons-description")),
    )
    view = ComparisonListView(comparisons, deciders(comparisons), tingkat=2)
    return write_page("perbandingan-daftar", "perbandingan/", title, description, view)


def comparison_list(comparisons: Sequence[Comparison], level: int) -> str:
    """HTML: what is laid side by side, whether it is comparable, and who decided that."""
    return render(
        "portal-perbandingan",
        comparisons=comparisons,
        pemutus=deciders(comparisons),
        tingkat=level,
    )


def comparison_page(comparison: Comparison, drawing: Drawing | None, table: bytes) -> GeneratedPage:
    """One concept: what each agency counts, table, and what cannot be compared.

    `drawing` is the chart; None where the definitions are not equal.
    """
    concept = comparison.concept
    view = ComparisonView(
        comparison=comparison,
        difference=meanings_sentence(comparison),
        years=years_sentence(comparison),
        figure=safe(_drawn(comparison, drawing, table) if drawing else ""),
        grid=_grid(comparison),
        id=f"{concept.name}-tabel",
        size=len(table),
    )
    address = f"perbandingan/{concept.name}/"
    picture = shared_picture(drawing, address) if drawing else None
    return write_page(
        "perbandingan", address, concept.title, concept.meaning, view, picture=picture
    )


def lone_concept_page(concept: Concept, parties: Sequence[Party]) -> GeneratedPage:
    """A concept whose figures stand beside no others yet; agencies' sites lead here all the same.

    So a site needs not be made anew when another agency comes, or goes.
    """
    address = f"perbandingan/{concept.name}/"
    view = LoneConceptView(concept, parties)
    return write_page("perbandingan-sendiri", address, concept.title, concept.meaning, view)


def _drawn(comparison: Comparison, drawing: Drawing, table: bytes) -> str:
    """The chart's HTML."""
    name = comparison.concept.name
    place = FigurePlace(
        f"{ROOT}/perbandingan/{name}/",
        cite_comparison(drawing, comparison),
        (Download(f"{name}.csv", text(message("web.comparison-table")), len(table), CSV),),
        level=2,
    )
    return figure(drawing, place)


def _heading(party: Party, year: int, comparison: Comparison) -> Heading:
    unit = comparison.concept.units[0]
    noted = f"{unit}, {party.unit_note}" if party.unit_note else unit
    return Heading(party_label(party, year, comparison), noted, numeric=True)


def _grid(comparison: Comparison) -> Grid:
    concept = comparison.concept
    year = text(message("web.year"))
    labels = [
        *([year] if comparison.common else []),
        *([text(message("web.category"))] if concept.categories else []),
    ]
    years = comparison.lines[0].years
    headings = [Heading(text) for text in labels or [year]]
    headings += [
        _heading(party, year, comparison)
        for party, year in zip(comparison.parties, years, strict=True)
    ]
    rows = []
    for line in comparison.lines:
        names = [Cell(str(line.years[0]))] if comparison.common else []
        names += [Cell(line.category.name)] if line.category else []
        values = [
            number_cell(cell.value, status="u" if cell.doubtful else "")
            if cell and cell.value is not None
            else no_number()
            for cell in line.cells
        ]
        rows.append((*(names or [Cell(text(message("web.newest")))]), *values))
    title = (
        concept.title
        if comparison.equal
        else text(message("web.different-meanings", title=concept.title))
    )
    return finished(title, headings, rows, max(1, len(labels)))
