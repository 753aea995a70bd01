"""Personal data: what the site and the agency do with them, whose names are shown, whose rights."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Agency, Catalog
from ...model.messages import message
from ...model.products import GeneratedPage
from ...web.request_letter import letter_address
from ...words.catalogues import text
from ..desk.custody import askers_retention
from ..law.deadlines import LegalPeriods, read_periods
from ..register.columns import PERSON_COLUMNS
from .contact import Contact, contact_facts, protection_facts
from .desk_page import CORRECTING, PERSONAL_DATA, Way, desk_page, other_ways

_WRONG_FIGURE = (
    message("ppid.told-where"),
    message("ppid.told-which-cell"),
    message("ppid.told-printed-there"),
    message("ppid.told-right-value"),
    message("ppid.told-how-to-answer"),
)
"""What whoever reports a wrong figure should tell."""
_OWN_DATA = (
    message("ppid.told-which-data"),
    message("ppid.told-where-shown"),
    message("ppid.told-what-is-asked"),
    message("ppid.told-why"),
    message("ppid.told-how-to-reach"),
)
"""What whoever asks about their own data should tell."""


@dataclass(frozen=True)
class PersonalDataView:
    """What data-pribadi.html shows; without `periods` there are no pages on asking."""

    agency: Agency
    periods: LegalPeriods | None
    recorded: tuple[str, ...]
    """What the register of requests writes down about who asks."""
    retention: str
    """How long that is kept; '' where the agency has not said so."""
    rule_of_names: str
    contact: Contact
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class CorrectingView:
    """What koreksi.html shows: for a wrong figure and for personal data each what is to be told,
    and to whom."""

    agency: Agency
    periods: LegalPeriods | None
    about_figure: tuple[str, ...]
    figures: Contact
    about_person: tuple[str, ...]
    people: Contact
    ways: tuple[Way, ...]


def personal_data_pages(catalog: Catalog) -> tuple[GeneratedPage, ...]:
    """The notice and the way to corrections; every agency has both, whatever else it has."""
    agency, periods = catalog.agency, read_periods(catalog)
    notice = PersonalDataView(
        agency=agency,
        periods=periods,
        recorded=tuple(text(column.title).lower() for column in PERSON_COLUMNS),
        retention=askers_retention(catalog),
        rule_of_names=text(message("ppid.rule-of-names")),
        contact=_officer(agency),
        ways=other_ways(PERSONAL_DATA) if periods else (),
    )
    correcting = CorrectingView(
        agency=agency,
        periods=periods,
        about_figure=tuple(map(text, _WRONG_FIGURE)),
        figures=Contact(
            facts=contact_facts(agency),
            form="",
            letter=letter_address(agency.desk.email, message("ppid.letter-figure"), _WRONG_FIGURE),
        ),
        about_person=tuple(map(text, _OWN_DATA)),
        people=_officer(agency),
        ways=other_ways(CORRECTING) if periods else (),
    )
    about = message("ppid.personal-data-about", agency=agency.name)
    told = message("ppid.correcting-about")
    return (
        desk_page(PERSONAL_DATA, message("ppid.personal-data"), about, notice),
        desk_page(CORRECTING, message("ppid.correcting"), told, correcting),
    )


def _officer(agency: Agency) -> Contact:
    """Whom to ask about personal data."""
    told = agency.protection
    mail = told.email if told.officer else agency.desk.email
    letter = letter_address(mail, message("ppid.letter-personal-data"), _OWN_DATA)
    return Contact(facts=protection_facts(agency), form="", letter=letter)
