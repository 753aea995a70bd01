"""What is exempt from publication, why, and how far that has been decided."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...model import Catalog, Dataset
from ...model.messages import message
from ...model.products import GeneratedPage
from ...model.registers import EXEMPT_INFORMATION
from ..desk.exemptions import Exemption, read_exemptions
from .desk_page import EXEMPT, Way, desk_page, other_ways


@dataclass(frozen=True)
class ExemptInformation:
    """One piece of information with all the rows of the register that concern it.

    `first` speaks for them: but for their place in a table they say the same.
    """

    first: Exemption
    datasets: tuple[Dataset, ...]
    past: bool


@dataclass(frozen=True)
class ExemptView:
    """What dikecualikan.html shows; so many of the `items` are `drafts`."""

    items: tuple[ExemptInformation, ...]
    drafts: int
    data: str
    ways: tuple[Way, ...]


def exempt_page(catalog: Catalog, today: datetime.date) -> GeneratedPage:
    """ppid/dikecualikan/"""
    items = _exempt_information(catalog, today)
    view = ExemptView(
        items=items,
        drafts=sum(not item.first.decided for item in items),
        data=f"data/{EXEMPT_INFORMATION}/",
        ways=other_ways(EXEMPT),
    )
    return desk_page(EXEMPT, message("ppid.exempt"), message("ppid.exempt-about"), view)


def _exempt_information(catalog: Catalog, today: datetime.date) -> tuple[ExemptInformation, ...]:
    """The register with the rows about the same information put together, where first named."""
    groups: dict[tuple[object, ...], list[Exemption]] = {}
    for entry in read_exemptions(catalog):
        groups.setdefault(entry.decision, []).append(entry)
    return tuple(
        ExemptInformation(rows[0], _datasets(rows, catalog), rows[0].past(today))
        for rows in groups.values()
    )


def _datasets(rows: list[Exemption], catalog: Catalog) -> tuple[Dataset, ...]:
    """What is published in place of the information, in the order of the register."""
    named = dict.fromkeys(entry.dataset for entry in rows)
    return tuple(catalog.by_slug[slug] for slug in named if slug in catalog.by_slug)
