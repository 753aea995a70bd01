"""Equal figures as the numbers of a chart, with the sentence that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from ..charts.kinds import grouped_bars
from ..model import View
from ..model.messages import NOTHING, message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.numbers import enumeration
from .align import Comparison, Line, party_label

MOST_DRAWN = 8
"""A chart shows up to so many categories; the table beside it has all."""


def comparison_chart(comparison: Comparison) -> ChartData:
    """The comparison as a chart: by category in the newest shared year, else by year.

    Only for figures whose definitions are equal: a chart says that its bars are.
    """
    concept = comparison.concept
    newest = [line for line in comparison.lines if line.years == comparison.lines[0].years]
    by_category = bool(concept.categories)
    drawn = newest[:MOST_DRAWN] if by_category else list(reversed(comparison.lines))
    years = newest[0].years
    series = tuple(
        party_label(party, year, comparison)
        for party, year in zip(comparison.parties, years, strict=True)
    )
    counted = f"{concept.title} ({_unit(comparison)})"
    view = View(
        name="perbandingan",
        title=f"{counted}, {_when(comparison, years[0])}" if by_category else counted,
        kind=grouped_bars.NAME,
        table=concept.name,
        axis="kategori" if by_category else "tahun",
        measure="jumlah",
        series="instansi",
    )
    names = [line.category.name if line.category else _period(line, comparison) for line in drawn]
    return ChartData(
        slug=concept.name,
        view=view,
        source=enumeration([party.agency.book for party in comparison.parties]),
        unit=concept.units[0],
        axis_title=_axis_title(by_category),
        axis_is_year=not by_category,
        series_is_year=False,
        categories=tuple(names),
        series=series,
        values=tuple(tuple(cell.value if cell else None for cell in line.cells) for line in drawn),
        additive=False,
        doubtful=tuple(
            (name, party)
            for name, line in zip(names, drawn, strict=True)
            for party, cell in zip(series, line.cells, strict=True)
            if cell and cell.doubtful
        ),
        excluded=(),
        finding=_largest(comparison, newest),
    )


def _when(comparison: Comparison, year: int) -> str:
    """The year of all figures, or that each is its agency's newest."""
    return str(year) if comparison.common else text(message("comparison.each-newest-year"))


def _axis_title(by_category: bool) -> str:
    title = message("comparison.axis-category") if by_category else message("comparison.axis-year")
    return text(title)


def _period(line: Line, comparison: Comparison) -> str:
    return str(line.years[0]) if comparison.common else text(message("comparison.newest-year"))


def _unit(comparison: Comparison) -> str:
    """The unit, with what to say where a book does not print it."""
    notes = dict.fromkeys(party.unit_note for party in comparison.parties)
    return ", ".join(filter(None, (comparison.concept.units[0], *notes)))


def _largest(comparison: Comparison, newest: Sequence[Line]) -> str:
    """The line with the largest figure, told for every agency; doubtful ones are passed over."""
    sound = [line for line in newest if not any(cell and cell.doubtful for cell in line.cells)]
    if not sound:
        return text(message("comparison.all-doubtful"))
    line = max(sound, key=lambda line: max(cell.value or 0 for cell in line.cells if cell))
    figures = tuple(
        message(
            "comparison.figure-of-agency",
            agency=party_label(party, year, comparison),
            value=cell.value,
            unit=comparison.concept.units[0],
        )
        for party, year, cell in zip(comparison.parties, line.years, line.cells, strict=True)
        if cell and cell.value is not None
    )
    about, year = line.category, str(line.years[0])
    said = message(
        "comparison.largest",
        when=message("comparison.in-year", year=year) if comparison.common else NOTHING,
        about=message("comparison.of-category", category=about.name) if about else NOTHING,
        figures=figures,
    )
    return text(said)
