"""Blank forms to print and fill in by hand: nothing that is written on them goes anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Agency
from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.catalogues import text
from ..law.deadlines import LegalPeriods
from ..law.reasons import OBJECTION_REASONS_SAID
from .desk_page import OBJECTION, OBJECTION_FORM, REQUEST, REQUEST_FORM, Way, desk_page, other_ways

OBJECTION_TELLS = (
    message("ppid.told-request-number"),
    message("ppid.told-name-or-proxy"),
    message("ppid.told-address"),
    message("ppid.told-contact"),
    message("ppid.told-purpose"),
    message("ppid.told-reason"),
)


@dataclass(frozen=True)
class RequestFormView:
    """What formulir-permohonan.html shows; `back` is the folder of the page it belongs to."""

    agency: Agency
    periods: LegalPeriods
    back: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class ObjectionFormView:
    """What formulir-keberatan.html shows; `back` is the folder of the page it belongs to."""

    agency: Agency
    periods: LegalPeriods
    reasons: tuple[str, ...]
    back: str
    ways: tuple[Way, ...]


def request_form(agency: Agency, periods: LegalPeriods) -> GeneratedPage:
    """ppid/formulir-permohonan/"""
    view = RequestFormView(agency, periods, REQUEST, other_ways())
    title = message("ppid.request-form")
    return desk_page(REQUEST_FORM, title, message("ppid.request-form-about"), view)


def objection_form(agency: Agency, periods: LegalPeriods) -> GeneratedPage:
    """ppid/formulir-keberatan/"""
    view = ObjectionFormView(
        agency, periods, tuple(map(text, OBJECTION_REASONS_SAID)), OBJECTION, other_ways()
    )
    title = message("ppid.objection-form")
    return desk_page(OBJECTION_FORM, title, message("ppid.objection-form-about"), view)
