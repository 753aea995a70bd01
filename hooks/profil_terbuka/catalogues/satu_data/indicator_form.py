"""ms-ind.xlsx: the form of Statistics Indonesia for indicators (MS-Ind), one for each."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Catalog
from ...model.messages import message
from ...words.catalogues import text
from ...words.labels import MEASURE_KIND, yes_no
from .activity import activity_title, latest, statistics_office
from .form_book import FormEntry, FormSection, FormSheetPage, ListPage, form_book, progress
from .indicators import (
    SdiIndicator,
    composite,
    formula,
    indicator_producers,
    indicators_of,
    interpretation,
    levels_text,
    presented_by,
    unit_of,
)

NAME = "ms-ind.xlsx"
_LIST_HEADS = (
    (message("sdi.head-number"), 6),
    (message("sdi.indicator-name"), 44),
    (message("sdi.indicator-datasets"), 44),
    (message("sdi.measure"), 16),
    (message("sdi.unit"), 24),
)


def indicator_book(catalog: Catalog) -> bytes:
    """XLSX bytes: the list of indicators, and the form of each."""
    indicators = indicators_of(catalog)
    sections = indicator_sections(indicators, catalog)
    agency = catalog.agency
    title = text(message("sdi.indicator-title"))
    lines = (agency.name, text(message("sdi.by-bps-form")), progress(sections))
    pages = (
        ListPage(
            name=text(message("sdi.indicator-list-sheet")),
            title=text(message("sdi.indicator-list-title", agency=agency.name)),
            heads=_LIST_HEADS,
            rows=tuple(_row(number, one) for number, one in enumerate(indicators, start=1)),
        ),
        FormSheetPage("MS-Ind", title, lines, sections),
    )
    return form_book(pages, title, agency.name, latest(catalog))


def indicator_sections(
    indicators: Sequence[SdiIndicator], catalog: Catalog
) -> tuple[FormSection, ...]:
    """The form of each indicator, with what is known."""
    return tuple(
        FormSection(f"{number}. {one.first.name}", _entries(one, catalog))
        for number, one in enumerate(indicators, start=1)
    )


def _row(number: int, indicator: SdiIndicator) -> tuple[str, ...]:
    datasets = "; ".join(dict.fromkeys(one.dataset.title for one in indicator.measures))
    kind = MEASURE_KIND[indicator.kind] if indicator.kind else text(message("sdi.open"))
    unit = unit_of(indicator) or text(message("sdi.open"))
    return (str(number), indicator.first.name, datasets, kind, unit)


def _entries(indicator: SdiIndicator, catalog: Catalog) -> tuple[FormEntry, ...]:
    first = indicator.first
    not_composite = composite(indicator)
    only_composite = text(message("sdi.not-applicable")) if not_composite else ""
    who = indicator_producers(indicator, catalog)
    asked = (
        (message("sdi.indicator-name"), first.name, who),
        (message("sdi.concept"), first.concept, who),
        (message("sdi.definition"), first.definition, who),
        (message("sdi.interpretation-asked"), interpretation(indicator), who),
        (message("sdi.formula-asked"), formula(indicator), who),
        (message("sdi.measure"), MEASURE_KIND[indicator.kind] if indicator.kind else "", who),
        (message("sdi.unit"), unit_of(indicator), who),
        (message("sdi.presented-by"), presented_by(indicator), who),
        (message("sdi.composite-asked"), not_composite, who),
        (message("sdi.composite-publication"), only_composite, who),
        (message("sdi.composite-parts"), only_composite, who),
        (message("sdi.activity-asked"), activity_title(catalog.agency), who),
        (message("sdi.activity-code"), "", statistics_office()),
        (message("sdi.variables-asked"), _variables(indicator), who),
        (message("sdi.levels-asked"), levels_text(indicator.measures, catalog), who),
        (message("sdi.open-to-public"), yes_no(True), who),
    )
    return tuple(
        FormEntry(str(number), question, told, filler)
        for number, (question, told, filler) in enumerate(asked, start=1)
    )


def _variables(indicator: SdiIndicator) -> str:
    """The measures that it is, and the categories beside them."""
    named = (one.name for one in (*indicator.measures, *indicator.categories))
    return "; ".join(dict.fromkeys(named))
