"""The information officer's pages below ppid/: asking, objecting, what is withheld, urgent news."""

from __future__ import annotations

import datetime

from ...model import Catalog
from ...model.products import Page
from ...ppid import contract, deadlines
from .asking import objection_page, request_page
from .forms import objection_form, request_form
from .parts import with_ways
from .report import report_page
from .standards import standards_page
from .urgent import urgent_page
from .withheld import withheld_page

__all__ = ["desk_pages"]


def desk_pages(catalog: Catalog, today: datetime.date) -> tuple[Page, ...]:
    """All pages; without the law's periods only the announcements, which never wait."""
    steps = deadlines.periods(catalog)
    if steps is None:
        there = contract.table(catalog, contract.URGENT)
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
