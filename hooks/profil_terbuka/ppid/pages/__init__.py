"""The information officer's pages below ppid/, each with its templates beside it."""

from __future__ import annotations

import datetime

from ...model import Catalog
from ...model.products import Page
from ...model.registers import URGENT_ANNOUNCEMENTS
from ..desk import packages
from ..desk.openness import Openness
from ..law import deadlines
from .asking import objection_page, request_page
from .compliance import compliance_page
from .exempt import withheld_page
from .forms import objection_form, request_form
from .indicators import indicators_page
from .listing import list_page
from .overview import overview_page
from .parts import with_ways
from .report import report_page
from .standards import standards_page
from .urgent import urgent_page

__all__ = ["desk_pages", "openness_pages"]


def desk_pages(catalog: Catalog, today: datetime.date) -> tuple[Page, ...]:
    """Asking, objecting, what is exempt, urgent news, the report, the standards.

    Without the law's periods only the announcements, which never wait.
    """
    steps = deadlines.periods(catalog)
    if steps is None:
        there = packages.desk_table(catalog, URGENT_ANNOUNCEMENTS)
        return (urgent_page(catalog, today),) if there else ()
    calendar = deadlines.holidays(catalog)
    return with_ways(
        (
            request_page(catalog.agency, steps, calendar, today),
            objection_page(catalog.agency, steps, calendar, today),
            request_form(catalog.agency, steps),
            objection_form(catalog.agency, steps),
            withheld_page(catalog, today),
            urgent_page(catalog, today),
            report_page(catalog, today),
            standards_page(catalog),
        )
    )


def openness_pages(openness: Openness, *, desk: bool) -> tuple[Page, ...]:
    """Overview, public-information list, obligations, assessment sheet.

    `desk` tells whether the pages on asking and objecting are there as well.
    """
    sheet = (indicators_page(openness),) if openness.indicators else ()
    return (
        overview_page(openness, desk=desk),
        list_page(openness),
        compliance_page(openness),
        *sheet,
    )
