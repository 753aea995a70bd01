"""Urgent announcements (informasi serta merta): from when to when each of them holds."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from ...comparison.snapshot import Notice
from ...model import Catalog, Table, codes
from ...model.findings import Finding, Place
from ...model.messages import message
from ...model.registers import URGENT_ANNOUNCEMENTS
from ...model.timezones import NATIONAL
from ...words.dates import running
from .packages import POINTS, desk_table

_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:]00)?")
"""'14.30' as people write it, '14:30' as the staff guide does, '14:30:00' as Excel saves it."""
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Announcement:
    """One announcement; `points` are the eight things it must say, by column.

    Days are ISO 8601, times 'HH:MM' in `zone`. Without `end` it holds until somebody ends it;
    without times it holds from the beginning of its first to the end of its last day.
    """

    title: str
    kind: str
    start: str
    end: str
    points: Mapping[str, str]
    start_time: str = ""
    end_time: str = ""
    zone: datetime.timezone = NATIONAL
    row: int = 0
    """Where it stands in its table."""

    @property
    def anchor(self) -> str:
        """Its name on the page, the same for as long as the page stands."""
        mark = hashlib.sha256(self.title.encode()).hexdigest()[:8]
        return f"pengumuman-{self.start}-{mark}"

    @property
    def begins(self) -> datetime.datetime:
        """The first moment at which it holds."""
        return _moment(self.start, self.start_time, self.zone)

    @property
    def ends(self) -> datetime.datetime | None:
        """The first moment at which it no longer holds; None: nobody knows yet."""
        if not self.end:
            return None
        last = _moment(self.end, self.end_time, self.zone)
        return last if self.end_time else last + _DAY

    @property
    def period(self) -> str:
        """'mulai 22 November 2026 pukul 14.00 WIB sampai 25 November 2026'."""
        return running((self.start, self.start_time), (self.end, self.end_time), str(self.zone))

    def running(self, today: datetime.date) -> bool:
        """Whether it holds at some time of that day. Too early is a smaller fault than too late."""
        return datetime.date.fromisoformat(self.start) <= today and not self.over(today)

    def over(self, today: datetime.date) -> bool:
        """Whether its last day has passed; without one it runs until somebody ends it."""
        return bool(self.end) and datetime.date.fromisoformat(self.end) < today


def read_announcements(catalog: Catalog) -> tuple[Announcement, ...]:
    """All announcements, the newest first."""
    main = desk_table(catalog, URGENT_ANNOUNCEMENTS)
    if main is None:
        return ()

    def text(row: tuple[object, ...], name: str) -> str:
        value = row[main.schema.position[name]] if name in main.schema else None
        return "" if value is None else str(value)

    found = [
        Announcement(
            title=text(row, "judul"),
            kind=text(row, "jenis"),
            start=text(row, "mulai"),
            end=text(row, "berakhir"),
            points={name: text(row, name) for name in POINTS},
            start_time=_time(text(row, "jam_mulai")),
            end_time=_time(text(row, "jam_berakhir")),
            zone=catalog.agency.zone,
            row=number,
        )
        for number, row in enumerate(main.rows, start=2)
    ]
    return tuple(sorted(found, key=attrgetter("begins"), reverse=True))


def current_announcements(catalog: Catalog, today: datetime.date) -> tuple[Announcement, ...]:
    """Those that pages of that day must hold: what runs, then what is still to come."""
    known = [item for item in read_announcements(catalog) if not item.over(today)]
    return tuple(sorted(known, key=lambda item: not item.running(today)))


def urgent_notices(catalog: Catalog, day: datetime.date) -> tuple[Notice, ...]:
    """What the agency's pages of that day announce, as its site tells the portal."""
    return tuple(
        Notice(
            title=item.title,
            kind=item.kind,
            period=item.period,
            anchor=item.anchor,
            begins=item.begins.isoformat(timespec="minutes"),
            ends=item.ends.isoformat(timespec="minutes") if item.ends else "",
        )
        for item in current_announcements(catalog, day)
    )


def untimely_announcements(catalog: Catalog) -> Iterator[Finding]:
    """Times that cannot be read, and announcements that would never be seen."""
    main = desk_table(catalog, URGENT_ANNOUNCEMENTS)
    if main is None:
        return
    for name in filter(main.schema.__contains__, ("jam_mulai", "jam_berakhir")):
        yield from _unreadable(main, name)
    for item in read_announcements(catalog):
        yield from _never(item, main.file)


def _unreadable(main: Table, name: str) -> Iterator[Finding]:
    for number, value in enumerate(main.column(name), start=2):
        if value is not None and not _time(str(value)):
            yield Finding(
                codes.ANNOUNCEMENT_TIME,
                Place(main.file, number, name),
                message("ppid.no-time", value=str(value)),
                message("ppid.write-time"),
            )


def _never(item: Announcement, file: str) -> Iterator[Finding]:
    place = Place(file, item.row, "berakhir")
    if item.end_time and not item.end:
        yield Finding(
            codes.ANNOUNCEMENT_TIME,
            place,
            message("ppid.end-without-day", time=item.end_time),
            message("ppid.write-end"),
        )
    if item.ends and item.ends <= item.begins:
        yield Finding(
            codes.ANNOUNCEMENT_TIME,
            place,
            message("ppid.never-shown", period=item.period),
            message("ppid.check-days"),
        )


def _time(text: str) -> str:
    """'HH:MM'; '' for what is no time of day.

    >>> _time("7.05"), _time("14:30:00"), _time("sore")
    ('07:05', '14:30', '')
    """
    found = _TIME.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _moment(day: str, time: str, zone: datetime.timezone) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}T{time or '00:00'}").replace(tzinfo=zone)
