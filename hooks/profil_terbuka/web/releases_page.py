"""What appears when, at data/jadwal/: the next edition of each dataset, and what is late."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Agency
from ..model.messages import Message, message
from ..model.products import GeneratedPage
from ..reporting.releases import RELEASE_CALENDAR, RELEASE_TABLE, Release, ReleaseState
from ..words.catalogues import text
from ..words.dates import date
from .page import write_page

RELEASES_PAGE = "data/jadwal/"


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A dataset's newest edition and its next in words; the ISO days sort."""

    release: Release
    issued: str
    issued_iso: str
    due: str
    due_iso: str
    state: str
    late: bool


@dataclass(frozen=True)
class ReleasesView:
    """What halaman/jadwal.html shows on the day `hari`."""

    agency: Agency
    hari: str
    terlambat: int
    akan: int
    baris: Sequence[ReleaseRow]
    kalender: str
    tabel: str


def releases_page(agency: Agency, found: Sequence[Release], day: datetime.date) -> GeneratedPage:
    """Every dataset with the day of its next edition."""
    view = ReleasesView(
        agency=agency,
        hari=date(day.isoformat()),
        terlambat=sum(item.state is ReleaseState.LATE for item in found),
        akan=sum(item.state is ReleaseState.COMING for item in found),
        baris=tuple(map(_row, found)),
        kalender=f"{RELEASES_PAGE}{RELEASE_CALENDAR}",
        tabel=f"{RELEASES_PAGE}{RELEASE_TABLE}",
    )
    title = text(message("web.releases"))
    description = text(message("web.releases-description", agency=agency.name))
    return write_page("jadwal", RELEASES_PAGE, title, description, view)


def _row(item: Release) -> ReleaseRow:
    issued = item.issued.isoformat()
    due = item.due.isoformat() if item.due else ""
    return ReleaseRow(
        release=item,
        issued=date(issued),
        issued_iso=issued,
        due=date(due) if due else "",
        due_iso=due,
        state=text(_state(item)),
        late=item.state is ReleaseState.LATE,
    )


def _state(item: Release) -> Message:
    if item.state is ReleaseState.LATE:
        return message("web.release-late", n=item.days)
    if item.state is ReleaseState.COMING:
        return message("web.release-coming", n=item.days) if item.days else _TODAY
    return _TIMELESS[item.state]


_TODAY = message("web.release-today")
_TIMELESS = {
    ReleaseState.KEPT: message("web.release-kept"),
    ReleaseState.UNTOLD: message("web.release-untold"),
    ReleaseState.ONCE: message("web.release-once"),
}
