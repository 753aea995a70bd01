"""Urgent announcements: those that run, those to come, and the archive."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Catalog
from ...model.messages import message
from ...model.products import GeneratedPage
from ...model.registers import URGENT_ANNOUNCEMENTS
from ...words.dates import date
from ..desk.announcements import Announcement, read_announcements
from ..desk.packages import POINTS, desk_table
from .desk_page import URGENT, Way, desk_page, other_ways


@dataclass(frozen=True)
class UrgentView:
    """What serta-merta.html shows; `points` are the titles of the eight things to be said."""

    day: str
    running: tuple[Announcement, ...]
    coming: tuple[Announcement, ...]
    over: tuple[Announcement, ...]
    points: Mapping[str, str]
    data: str
    ways: tuple[Way, ...]


def urgent_page(catalog: Catalog, today: datetime.date, *, alone: bool = False) -> GeneratedPage:
    """ppid/serta-merta/; `alone` tells that there are no other pages of the desk."""
    known = read_announcements(catalog)
    running = tuple(item for item in known if item.running(today))
    over = tuple(item for item in known if item.over(today))
    points = _titles(catalog)
    view = UrgentView(
        day=date(today.isoformat()),
        running=running,
        coming=tuple(item for item in known if item not in running and item not in over),
        over=over,
        points=points,
        data=f"data/{URGENT_ANNOUNCEMENTS}/" if points else "",
        ways=() if alone else other_ways(URGENT),
    )
    return desk_page(URGENT, message("ppid.way-urgent"), message("ppid.urgent-about"), view)


def _titles(catalog: Catalog) -> dict[str, str]:
    """How the eight points are called; empty without the package."""
    main = desk_table(catalog, URGENT_ANNOUNCEMENTS)
    return {name: main.schema[name].title for name in POINTS} if main else {}
