"""How open the agency is: overview, public-information list, obligations, assessment sheet."""

from __future__ import annotations

from ...model.products import Page
from ...ppid import Openness
from .compliance import compliance_page
from .indicators import indicators_page
from .listing import list_page
from .overview import overview_page

__all__ = ["openness_pages"]


def openness_pages(openness: Openness, *, desk: bool) -> tuple[Page, ...]:
    """All pages; `desk` tells whether those on asking and objecting are there as well."""
    sheet = (indicators_page(openness),) if openness.indicators else ()
    return (
        overview_page(openness, desk=desk),
        list_page(openness),
        compliance_page(openness),
        *sheet,
    )
