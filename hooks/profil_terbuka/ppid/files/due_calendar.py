"""All due dates as one calendar file: an entry for each document and rhythm."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ...model.messages import Message, message
from ...system.icalendar import CalendarDay, Repeats, icalendar, product
from ...words.catalogues import text
from ...words.dates import date
from ..desk.asked_documents import DocumentStanding
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..desk.work_words import shown_as_of, task_said
from ..desk.worklist import WorkTask
from ..law.rhythms import Counting, Rhythm
from ..law.states import ObligationState
from ..law.timing import year_asked

NAME = "tenggat.ics"
_REMINDERS = (14, 3)
"""Days before something is due; of what is merely advised the first alone reminds."""
_REMINDED_WITHIN = 4
"""A reminder comes within this part of a rhythm: two weeks before is early for what is monthly."""
_SAME_DAY_EVERY_YEAR = (
    Counting.YEARLY_REPORT,
    Counting.THIS_YEAR,
    Counting.LAST_YEAR,
    Counting.WHERE_THERE_IS,
)
"""What grows old by its age is due again so many days after its renewal: on no certain day."""
_ABOUT_LAST_YEAR = (Counting.YEARLY_REPORT, Counting.LAST_YEAR)


def calendar_bytes(openness: Openness) -> bytes:
    """Every day to come on which a document is due, and what is late on the day of the build."""
    agency = openness.agency
    maker = product(agency.name, text(message("ppid.calendar")))
    named = text(message("ppid.calendar-of", agency=agency.short_name))
    found = [entry for one in openness.documents for entry in _entries(one, openness)]
    found.sort(key=lambda entry: (entry.day, entry.name))
    return icalendar(maker, named, found, openness.day)


def _entries(document: DocumentStanding, openness: Openness) -> Iterator[CalendarDay]:
    late = [item for item in document.standings if item.state is ObligationState.LATE]
    for rhythm, standings in _by_rhythm(late).items():
        yield _late(document, standings, rhythm, openness)
    coming = [item for item in document.standings if _comes(item, openness.day)]
    for rhythm, standings in _of_one_day(_by_rhythm(coming)).items():
        yield _coming(document, standings, rhythm, openness)


def _by_rhythm(standings: Sequence[Standing]) -> dict[str, list[Standing]]:
    shared: dict[str, list[Standing]] = {}
    for item in standings:
        shared.setdefault(item.rhythm.name, []).append(item)
    return shared


def _of_one_day(shared: dict[str, list[Standing]]) -> dict[str, list[Standing]]:
    """A document that two rhythms ask for on one day stands there once, by the first of them."""
    rhythm_of: dict[datetime.date, str] = {}
    joined: dict[str, list[Standing]] = {}
    for rhythm, standings in shared.items():
        first = rhythm_of.setdefault(_next_due(standings), rhythm)
        joined.setdefault(first, []).extend(standings)
    return joined


def _next_due(standings: Sequence[Standing]) -> datetime.date:
    return min(item.due or datetime.date.max for item in standings)


def _comes(item: Standing, today: datetime.date) -> bool:
    """Whether a day is still to come that means something.

    What is late is due now, and again only where its rhythm sets a day by itself; what the program
    writes anew with every build never grows old.
    """
    if item.due is None or item.due < today or item.date == today.isoformat():
        return False
    return item.state is not ObligationState.LATE or not item.advice


def _late(
    document: DocumentStanding, standings: Sequence[Standing], rhythm: str, openness: Openness
) -> CalendarDay:
    """What is late is to be done on the day of the build: a day that has passed shows nothing."""
    first = min(standings, key=lambda item: item.since or datetime.date.min)
    holder = _holder(standings, openness)
    named = _named(document, _year_now(first))
    return CalendarDay(
        name=f"{_name(document, rhythm, openness)}:terlambat",
        day=openness.day,
        summary=text(message("ppid.calendar-late", document=named, holder=holder)),
        description=_description(document, standings, openness),
        link=_link(document, openness),
    )


def _coming(
    document: DocumentStanding, standings: Sequence[Standing], rhythm: str, openness: Openness
) -> CalendarDay:
    advised = all(item.advice for item in standings)
    said = "ppid.calendar-advice" if advised else "ppid.calendar-entry"
    repeats = all(_repeats(item.rhythm) for item in standings)
    named = _named_yearly(document, standings[0]) if repeats else document.document.title
    reminders = min((_reminders(item.rhythm) for item in standings), key=len)
    return CalendarDay(
        # The same for ever, wherever the site stands; an @ would look like somebody's address.
        name=_name(document, rhythm, openness),
        day=_next_due(standings),
        summary=text(message(said, document=named, holder=_holder(standings, openness))),
        description=_description(document, standings, openness),
        link=_link(document, openness),
        repeats=Repeats.YEARLY if repeats else Repeats.NEVER,
        reminders=reminders[:1] if advised else reminders,
    )


def _name(document: DocumentStanding, rhythm: str, openness: Openness) -> str:
    return f"profil-terbuka:{openness.agency.slug}:{document.document.name}:{rhythm}"


def _repeats(rhythm: Rhythm) -> bool:
    """Whether it is due on the same day of every year."""
    return rhythm.counting in _SAME_DAY_EVERY_YEAR


def _reminders(rhythm: Rhythm) -> tuple[int, ...]:
    """As many days before as fit a rhythm; what is due every few days needs no reminding.

    >>> monthly = Rhythm("bulanan", "", 31, Counting.BY_AGE, (), "")
    >>> _reminders(monthly)
    (3,)
    """
    if rhythm.days is None:
        return _REMINDERS
    return tuple(days for days in _REMINDERS if days * _REMINDED_WITHIN <= rhythm.days)


def _named(document: DocumentStanding, year: int | None) -> Message | str:
    title = document.document.title
    return message("ppid.work-title", title=title, years=(str(year),)) if year else title


def _named_yearly(document: DocumentStanding, item: Standing) -> Message:
    """An entry that comes every year tells the year from where it stands."""
    before = item.rhythm.counting in _ABOUT_LAST_YEAR
    said = "ppid.calendar-of-last-year" if before else "ppid.calendar-of-this-year"
    return message(said, title=document.document.title)


def _year_now(item: Standing) -> int | None:
    """The year that is asked for by the next day, or was by the one that has passed."""
    late = item.state is ObligationState.LATE
    return year_asked(item.rhythm, item.due, item.since if late else None)


def _holder(standings: Sequence[Standing], openness: Openness) -> str:
    """The unit that is named, else those who usually hold such a document."""
    told = [openness.holders.get(item.obligation.name, "") for item in standings]
    usual = [item.obligation.holder for item in standings]
    unit = next(filter(None, told), "")
    usually = next(filter(None, usual), "")
    if unit or not usually:
        return unit or text(message("ppid.calendar-nobody"))
    return text(message("ppid.calendar-usually", unit=usually))


def _description(
    document: DocumentStanding, standings: Sequence[Standing], openness: Openness
) -> str:
    """What is to be done now; of what is in order, that it is to be renewed by that day."""
    names = {item.obligation.name for item in standings}
    told = [task_said(task) for task in _tasks(document, names, openness)]
    if not told:
        told = [text(_renewed(standings))]
    bases = dict.fromkeys(item.obligation.basis for item in standings)
    grounds = dict.fromkeys(item.rhythm.ground for item in standings if item.rhythm.ground)
    years = {_year_now(item) for item in standings}
    if named := tuple(str(year) for year in sorted(filter(None, years))):
        told.append(text(message("ppid.calendar-years", years=named)))
    told.append(text(message("ppid.calendar-basis", bases=(*bases, *grounds))))
    told.append(_link(document, openness))
    return "\n".join(told)


def _renewed(standings: Sequence[Standing]) -> Message:
    statement = next((item.statement for item in standings if item.statement), None)
    if statement is not None:
        return message("ppid.calendar-after-nil", date=date(statement.date))
    as_of = shown_as_of(max(item.date for item in standings))
    review = all(item.obligation.standing for item in standings)
    return message("ppid.work-review" if review else "ppid.work-renew", as_of=as_of)


def _tasks(document: DocumentStanding, names: set[str], openness: Openness) -> tuple[WorkTask, ...]:
    """What is left to do about these obligations of a document."""
    return tuple(
        task
        for task in openness.tasks
        if task.document == document.document
        and names & {item.obligation.name for item in task.standings}
    )


def _link(document: DocumentStanding, openness: Openness) -> str:
    """The whole address of the document's row, as long as it stands on that page."""
    left = any(task.document == document.document for task in openness.tasks)
    page = "daftar-kerja" if left else "kepatuhan"
    return f"{openness.agency.root}ppid/{page}/#dokumen-{document.document.name}"
