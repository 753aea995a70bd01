"""ms-keg.xlsx: the form of Statistics Indonesia for a statistical activity (MS-Keg).

The activity is the making of the agency's profile book: all its tables come out of it. Blocks and
questions are those of Peraturan BPS Nomor 5 Tahun 2020. What data and instansi.yml do not tell
stays open for those who know.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from ...model import Agency, Catalog, Dataset, MeasureKind
from ...model.geo import level_of, upper
from ...model.messages import Message, message
from ...read.atlas import region_names
from ...words.catalogues import text
from ...words.dates import date
from ...words.labels import FREQUENCY
from ..entries import CatalogueEntry
from ..parties import email
from .form_book import FormEntry, FormSection, FormSheetPage, ListPage, form_book, progress
from .indicators import levels_text
from .said import confirmed, next_release, or_open, producers
from .variables import (
    SdiVariable,
    VariableKind,
    measure_text,
    once,
    quantity_kind,
    time_reference,
    unit_text,
    units,
    variables_of,
)

NAME = "ms-keg.xlsx"
_PROVINCE, _CITY = 1, 2
"""Parts of their codes."""
_STEPS = (
    message("sdi.step-planning"),
    message("sdi.step-design"),
    message("sdi.step-collecting"),
    message("sdi.step-processing"),
    message("sdi.step-analysis"),
    message("sdi.step-releasing"),
    message("sdi.step-evaluation"),
)
_SAMPLING = (
    message("sdi.sample-design"),
    message("sdi.sample-method"),
    message("sdi.sample-probability"),
    message("sdi.sample-other"),
    message("sdi.sample-frame"),
    message("sdi.sample-fraction"),
    message("sdi.sample-error"),
    message("sdi.sample-unit"),
    message("sdi.sample-observed"),
)
_COLLECTING = (
    message("sdi.pilot"),
    message("sdi.quality-method"),
    message("sdi.nonresponse"),
    message("sdi.collectors"),
    message("sdi.schooling"),
    message("sdi.supervisors"),
    message("sdi.enumerators"),
    message("sdi.training"),
)
_VARIABLE_HEADS = (
    (message("sdi.head-number"), 6),
    (message("sdi.dataset"), 28),
    (message("sdi.variable-name"), 26),
    (message("sdi.concept"), 28),
    (message("sdi.definition"), 52),
    (message("sdi.measure"), 14),
    (message("sdi.unit"), 14),
    (message("sdi.time-asked"), 16),
)
_RELEASE_HEADS = (
    (message("sdi.dataset"), 50),
    (message("sdi.frequency"), 18),
    (message("sdi.first-release"), 20),
    (message("sdi.this-release"), 20),
    (message("sdi.next-release"), 26),
)
_Asked = tuple[Message, str]
_BEFORE = datetime.datetime(2020, 1, 1)
"""Of an agency without data."""


def activity_title(agency: Agency) -> str:
    """What the activity is called: 'Penyusunan Buku Profil ...'."""
    return text(message("sdi.activity-title", book=agency.book))


def statistics_office() -> str:
    """Who gives an activity its code."""
    return text(message("sdi.bps"))


def latest(catalog: Catalog) -> datetime.datetime:
    """The newest edition among an agency's data: a moment that equal data share.

    >>> from profil_terbuka.model.invented import invented_catalog, invented_dataset, invented_table
    >>> latest(invented_catalog(invented_dataset(invented_table("tahun")))).year
    2026
    """
    made = (datetime.datetime.fromisoformat(item.created) for item in catalog.datasets)
    return max((moment.replace(tzinfo=None) for moment in made), default=_BEFORE)


def activity_book(catalog: Catalog, entries: Sequence[CatalogueEntry]) -> bytes:
    """XLSX bytes: the form, the list of variables, and when each dataset is released."""
    agency = catalog.agency
    variables = variables_of(catalog)
    sections = activity_sections(catalog, variables)
    title = text(message("sdi.activity-form"))
    lines = (agency.name, text(message("sdi.by-bps-form")), progress(sections))
    pages = (
        FormSheetPage("MS-Keg", title, lines, sections),
        ListPage(
            name=text(message("sdi.variable-sheet")),
            title=text(message("sdi.variable-title", agency=agency.name)),
            heads=_VARIABLE_HEADS,
            rows=tuple(_variable_rows(variables, catalog)),
        ),
        ListPage(
            name=text(message("sdi.release-sheet")),
            title=text(message("sdi.release-title", agency=agency.name)),
            heads=_RELEASE_HEADS,
            rows=tuple(_release(item) for item in entries),
        ),
    )
    return form_book(pages, title, agency.name, latest(catalog))


def activity_sections(
    catalog: Catalog, variables: Sequence[SdiVariable]
) -> tuple[FormSection, ...]:
    """The blocks of the form, with what is known."""
    agency = catalog.agency
    statistics = tuple({one.dataset.slug: one.dataset for one in variables}.values())
    return (
        _general(agency, statistics),
        _section("I", message("sdi.block-organiser"), _organiser(agency), agency),
        _section("II", message("sdi.block-responsible"), _responsible(agency), agency),
        _section("III", message("sdi.block-planning"), _planning(agency, variables), agency),
        _section("IV", message("sdi.block-design"), _design(catalog, statistics), agency),
        _section("V", message("sdi.block-sample"), _sample(agency), agency),
        _section("VI", message("sdi.block-collecting"), _open(_COLLECTING), agency),
        _section("VII", message("sdi.block-processing"), _processing(catalog, variables), agency),
        _section("VIII", message("sdi.block-release"), _releasing(agency, statistics), agency),
    )


def _section(block: str, title: Message, asked: Sequence[_Asked], agency: Agency) -> FormSection:
    entries = (
        FormEntry(f"{block}.{number}", question, told, agency.name)
        for number, (question, told) in enumerate(asked, start=1)
    )
    return FormSection(f"{block}. {text(title)}", tuple(entries))


def _open(questions: Iterable[Message]) -> list[_Asked]:
    return [(question, "") for question in questions]


def _general(agency: Agency, statistics: Sequence[Dataset]) -> FormSection:
    code = FormEntry("3", message("sdi.activity-code"), "", statistics_office())
    own = [
        FormEntry(number, question, told, agency.name)
        for number, question, told in (
            ("1", message("sdi.activity-name"), activity_title(agency)),
            ("2", message("sdi.activity-year"), _year(agency, statistics)),
            ("4", message("sdi.collection-asked"), confirmed(agency, "collection")),
            ("5", message("sdi.sector-asked"), confirmed(agency, "sector")),
            ("6", message("sdi.recommended"), _only_survey(agency)),
        )
    ]
    return FormSection(text(message("sdi.block-general")), (*own[:2], code, *own[2:]))


def _year(agency: Agency, statistics: Sequence[Dataset]) -> str:
    """The year of the book, else the last that the figures are about."""
    if agency.as_of:
        return agency.as_of[:4]
    ends = [item.coverage.end for item in statistics if item.coverage.end]
    return str(max(ends)) if ends else ""


def _only_survey(agency: Agency) -> str:
    """What is asked of surveys alone: nothing to tell where the agency makes none."""
    told = agency.stewardship.collection
    if not told or told == "survei":
        return ""
    return text(message("sdi.only-survey", collection=confirmed(agency, "collection")))


def _organiser(agency: Agency) -> list[_Asked]:
    return [
        (message("sdi.organiser"), agency.name),
        (message("sdi.address"), agency.address),
        (message("sdi.phone"), agency.phone or ""),
        (message("sdi.email"), email(agency)),
        (message("sdi.fax"), ""),
    ]


def _responsible(agency: Agency) -> list[_Asked]:
    return [
        (message("sdi.echelon-one"), ""),
        (message("sdi.echelon-two"), ""),
        (message("sdi.technical"), agency.custody.responsible),
        (message("sdi.technical-address"), ""),
        (message("sdi.technical-phone"), ""),
        (message("sdi.technical-email"), ""),
    ]


def _planning(agency: Agency, variables: Sequence[SdiVariable]) -> list[_Asked]:
    count = len(list(once(tuple(variables))))
    listed = text(message("sdi.variables-listed", n=count)) if count else ""
    return [
        (message("sdi.background"), confirmed(agency, "background")),
        (message("sdi.purpose"), confirmed(agency, "purpose")),
        *_open(_STEPS),
        (message("sdi.variables-collected"), listed),
    ]


def _design(catalog: Catalog, statistics: Sequence[Dataset]) -> list[_Asked]:
    agency = catalog.agency
    names = region_names(catalog.reference)
    province = upper(agency.region, _PROVINCE)
    city = upper(agency.region, _CITY) if level_of(agency.region) >= _CITY else ""
    whole_province = text(message("sdi.whole-province"))
    again = [item for item in statistics if item.expected]
    frequencies = dict.fromkeys(FREQUENCY[item.frequency] for item in again)
    return [
        (message("sdi.repeated"), text(message("sdi.repeating")) if again else ""),
        (message("sdi.frequency"), "; ".join(frequencies)),
        (message("sdi.collection-type"), ""),
        (message("sdi.area"), text(message("sdi.part-of-country"))),
        (message("sdi.province-asked"), names.get(province, "")),
        (message("sdi.city-asked"), names.get(city, "") if city else whole_province),
        (message("sdi.collection-method"), ""),
        (message("sdi.collection-means"), ""),
        (message("sdi.collection-unit"), ""),
    ]


def _sample(agency: Agency) -> list[_Asked]:
    return [(question, _only_survey(agency)) for question in _SAMPLING]


def _processing(catalog: Catalog, variables: Sequence[SdiVariable]) -> list[_Asked]:
    measures = [one for one in variables if one.kind is VariableKind.MEASURE]
    things = (one for one in measures if quantity_kind(one) is MeasureKind.COUNT)
    told = tuple(dict.fromkeys(unit for one in things for unit in units(one)))
    counted = text(message("sdi.listed", items=told)) if told else ""
    return [
        (message("sdi.editing"), ""),
        (message("sdi.coding"), ""),
        (message("sdi.entering"), ""),
        (message("sdi.validating"), _validation(catalog)),
        (message("sdi.analysis-method"), ""),
        (message("sdi.analysis-unit"), counted),
        (message("sdi.presented-levels"), levels_text(measures, catalog)),
    ]


def _validation(catalog: Catalog) -> str:
    """What the program checks before anything is published."""
    rules = sum(len(item.rules) for item in catalog.datasets)
    notes = sum(len(item.notes) for item in catalog.datasets)
    return text(message("sdi.validated", rules=rules, notes=notes))


def _releasing(agency: Agency, statistics: Sequence[Dataset]) -> list[_Asked]:
    due = [item.expected for item in statistics if item.expected]
    planned = text(message("sdi.from-day", day=date(min(due).isoformat()))) if due else ""
    site = f"{agency.site_url.rstrip('/')}/data/" if agency.site_url else ""
    digital = message("sdi.available-at", place=site) if site else message("sdi.available")
    return [
        (message("sdi.printed"), agency.book),
        (message("sdi.digital"), text(digital)),
        (message("sdi.microdata"), ""),
        (message("sdi.printed-plan"), ""),
        (message("sdi.digital-plan"), planned),
        (message("sdi.microdata-plan"), ""),
    ]


def _variable_rows(variables: Sequence[SdiVariable], catalog: Catalog) -> Iterable[tuple[str, ...]]:
    for number, one in enumerate(once(tuple(variables)), start=1):
        who = producers(one.dataset, catalog.agency)
        told = (
            one.concept,
            one.definition,
            measure_text(one),
            unit_text(one),
            time_reference(one, catalog),
        )
        cells = (or_open(cell, who) for cell in told)
        yield (str(number), one.dataset.title, one.name, *cells)


def _release(item: CatalogueEntry) -> tuple[str, ...]:
    """A dataset's line in the calendar of releases."""
    due = item.dataset.expected
    coming = date(due.isoformat()) if due else next_release(item.dataset)
    frequency = FREQUENCY[item.dataset.frequency]
    return (item.title, frequency, date(item.issued), date(item.edited), coming)
