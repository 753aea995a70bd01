"""What is not published, why, and how far that has been decided."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ...model import Catalog, Dataset
from ...model.products import Page
from ...model.registers import EXEMPT_INFORMATION
from ..desk import exemptions
from ..desk.exemptions import Entry
from .parts import WITHHELD, page
from .templates import render


@dataclass(frozen=True)
class Item:
    """One piece of information with all the rows that concern it."""

    first: Entry
    datasets: tuple[Dataset, ...]
    past: bool


def withheld_page(catalog: Catalog, today: datetime.date) -> Page:
    """ppid/dikecualikan/"""
    items = _items(catalog, today)
    drafts = sum(not item.first.decided for item in items)
    html = render(
        "ppid-dikecualikan",
        butir=items,
        rancangan=drafts,
        alamat=f"data/{EXEMPT_INFORMATION}/",
    )
    title = "Informasi yang tidak diterbitkan"
    description = f"{title}, dasar hukumnya, alasannya, dan sampai kapan."
    return page(WITHHELD, title, description, (_KEY,), {_KEY: html})


_KEY = "ppid/dikecualikan/daftar"


def _items(catalog: Catalog, today: datetime.date) -> tuple[Item, ...]:
    """The register with the rows about the same information put together, where first named."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in exemptions.entries(catalog):
        groups.setdefault(entry.decision, []).append(entry)
    return tuple(
        Item(
            rows[0],
            tuple(
                catalog.by_slug[slug]
                for slug in dict.fromkeys(entry.dataset for entry in rows)
                if slug in catalog.by_slug
            ),
            rows[0].past(today),
        )
        for rows in groups.values()
    )
