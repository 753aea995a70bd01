"""What appears when: the next edition of each dataset, and which of them is late."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..model import Agency, Catalog, Dataset
from ..model.messages import message
from ..system.canonical import csv_text
from ..system.icalendar import CalendarDay, icalendar, product
from ..words.catalogues import text
from ..words.dates import date

RELEASE_CALENDAR = "jadwal.ics"
RELEASE_TABLE = "jadwal.csv"
RELEASE_COLUMNS = ("dataset", "judul", "frekuensi", "edisi", "terbit", "berikutnya", "keadaan")
_ONCE = "sekali"
_REMINDED = 3
"""So many days before an edition somebody is reminded of it."""


class ReleaseState(StrEnum):
    """How a dataset stands to its own rhythm on a day."""

    LATE = "terlambat"
    COMING = "akan-terbit"
    KEPT = "register"
    """Its content is always the newest."""
    UNTOLD = "tanpa-jadwal"
    """It appears when something happens, or at no certain time."""
    ONCE = "sekali"


@dataclass(frozen=True, slots=True)
class Release:
    """The newest edition of a dataset and the next; `days` is how long it is late, or until then.

    `due` is None where nothing can be expected.
    """

    dataset: Dataset
    issued: datetime.date
    due: datetime.date | None
    state: ReleaseState
    days: int = 0


def releases(catalog: Catalog, day: datetime.date) -> tuple[Release, ...]:
    """What is late, the longest first, then what comes, then what has no day.

    >>> from ..model.invented import invented_catalog, invented_dataset, invented_table
    >>> dataset = invented_dataset(invented_table("tahun, jumlah (orang)", (2024, 7)))
    >>> (found,) = releases(invented_catalog(dataset), datetime.date(2027, 12, 2))
    >>> found.due.isoformat(), found.state.value, found.days
    ('2027-11-22', 'terlambat', 10)
    """
    order = list(ReleaseState)
    found = [_release(dataset, day) for dataset in catalog.datasets]
    latest = datetime.date.max
    return tuple(sorted(found, key=lambda item: (order.index(item.state), item.due or latest)))


def _release(dataset: Dataset, day: datetime.date) -> Release:
    issued = datetime.date.fromisoformat(dataset.issued)
    if dataset.updated:
        return Release(dataset, issued, None, ReleaseState.KEPT)
    due = dataset.expected
    if due is None:
        once = dataset.frequency == _ONCE
        return Release(dataset, issued, None, ReleaseState.ONCE if once else ReleaseState.UNTOLD)
    state = ReleaseState.LATE if due < day else ReleaseState.COMING
    return Release(dataset, issued, due, state, abs((due - day).days))


def releases_csv(found: Iterable[Release]) -> bytes:
    """One row a dataset; `berikutnya` is empty where no day is known."""
    rows = (
        (
            item.dataset.slug,
            item.dataset.title,
            item.dataset.frequency,
            item.dataset.version,
            item.issued.isoformat(),
            item.due.isoformat() if item.due else "",
            item.state.value,
        )
        for item in found
    )
    return csv_text(RELEASE_COLUMNS, rows)


def releases_calendar(agency: Agency, found: Sequence[Release], day: datetime.date) -> bytes:
    """An entry for each edition to come; what is late stands on the day of publication."""
    named = text(message("reporting.calendar-of", agency=agency.short_name))
    maker = product(agency.name, text(message("reporting.calendar")))
    entries = [_entry(agency, item, item.due, day) for item in found if item.due]
    entries.sort(key=lambda entry: (entry.day, entry.name))
    return icalendar(maker, named, entries, day)


def _entry(agency: Agency, item: Release, due: datetime.date, day: datetime.date) -> CalendarDay:
    late = item.state is ReleaseState.LATE
    said = "reporting.calendar-late" if late else "reporting.calendar-coming"
    told = message(
        "reporting.calendar-told",
        version=item.dataset.version,
        issued=date(item.issued.isoformat()),
        due=date(due.isoformat()),
    )
    link = f"{agency.root}data/{item.dataset.slug}/"
    return CalendarDay(
        name=f"profil-terbuka:{agency.slug}:terbit:{item.dataset.slug}",
        day=day if late else due,
        summary=text(message(said, title=item.dataset.title)),
        description=f"{text(told)}\n{link}",
        link=link,
        reminders=() if late else (_REMINDED,),
    )
