"""Urgent announcements (informasi serta merta): which are running, which are over."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from ..model import Catalog
from .contract import POINTS, URGENT, table

AHEAD = datetime.timedelta(days=1)
"""The clock is in UTC: in Indonesia the next day begins up to nine hours earlier."""


@dataclass(frozen=True)
class Announcement:
    """One announcement; `points` are the eight things it must say, by column."""

    title: str
    kind: str
    start: str
    end: str
    points: Mapping[str, str]

    @property
    def anchor(self) -> str:
        """Its name on the page, the same for as long as the page stands."""
        mark = hashlib.sha256(self.title.encode()).hexdigest()[:8]
        return f"pengumuman-{self.start}-{mark}"

    def running(self, today: datetime.date) -> bool:
        """Whether it must be seen on `today`. Too early is a smaller fault than too late."""
        begun = datetime.date.fromisoformat(self.start) <= today + AHEAD
        return begun and not self.over(today)

    def over(self, today: datetime.date) -> bool:
        """Whether its last day has passed; without one it runs until somebody ends it."""
        return bool(self.end) and datetime.date.fromisoformat(self.end) < today


def announcements(catalog: Catalog) -> tuple[Announcement, ...]:
    """All announcements, the newest first."""
    main = table(catalog, URGENT)
    if main is None:
        return ()
    found = [
        Announcement(
            title=str(main.value(row, "judul")),
            kind=str(main.value(row, "jenis")),
            start=str(main.value(row, "mulai")),
            end=str(main.value(row, "berakhir") or ""),
            points={name: str(main.value(row, name)) for name in POINTS},
        )
        for row in main.rows
    ]
    return tuple(sorted(found, key=attrgetter("start"), reverse=True))


def running(catalog: Catalog, today: datetime.date) -> tuple[Announcement, ...]:
    """Those that every page must show."""
    return tuple(item for item in announcements(catalog) if item.running(today))
