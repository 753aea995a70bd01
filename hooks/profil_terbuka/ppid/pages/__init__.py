"""The information officer's pages below ppid/, each with its templates beside it."""

from __future__ import annotations

import datetime

from ...model import Catalog
from ...model.products import GeneratedPage
from ...model.registers import URGENT_ANNOUNCEMENTS
from ..desk import packages
from ..desk.openness import Openness
from ..law import deadlines
from .asking import objection_page, request_page
from .compliance import compliance_page
from .documents import document_pages
from .exempt import exempt_page
from .forms import objection_form, request_form
from .indicators import indicators_page
from .overview import overview_page
from .personal_data import personal_data_pages
from .public_list import list_page
from .report import report_page
from .standards import standards_page
from .urgent import urgent_page
from .worklist import worklist_page

__all__ = [
    "desk_pages",
    "document_pages",
    "openness_pages",
    "personal_data_pages",
    "takes_requests",
]


def desk_pages(catalog: Catalog, today: datetime.date) -> tuple[GeneratedPage, ...]:
    """Asking, objecting, what is exempt, urgent news, the report, the standards.

    Without the law's periods only the announcements, which never wait.
    """
    periods = deadlines.read_periods(catalog)
    if periods is None:
        there = packages.desk_table(catalog, URGENT_ANNOUNCEMENTS)
        return (urgent_page(catalog, today, alone=True),) if there else ()
    calendar = deadlines.read_holidays(catalog)
    return (
        request_page(catalog.agency, periods, calendar, today),
        objection_page(catalog.agency, periods, calendar, today),
        request_form(catalog.agency, periods),
        objection_form(catalog.agency, periods),
        exempt_page(catalog, today),
        urgent_page(catalog, today),
        report_page(catalog, today),
        standards_page(catalog),
    )


def takes_requests(catalog: Catalog) -> bool:
    """Whether the site says how to ask: it does where the law's periods are known."""
    return deadlines.read_periods(catalog) is not None


def openness_pages(
    openness: Openness, *, desk: bool, documents: int = 0
) -> tuple[GeneratedPage, ...]:
    """Overview, public-information list, obligations, what is left to do, assessment sheet.

    `desk` tells whether the pages on asking and objecting are there as well, `documents` how many
    files are listed on a page of their own.
    """
    sheet = (indicators_page(openness),) if openness.indicators else ()
    return (
        overview_page(openness, desk=desk, documents=documents),
        list_page(openness),
        compliance_page(openness),
        worklist_page(openness),
        *sheet,
    )
