"""All due dates as one calendar file."""

from __future__ import annotations

import datetime

from ...model.messages import message
from ...system.icalendar import CalendarDay, icalendar, product
from ...words.catalogues import text
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.rhythms import Rhythm

NAME = "tenggat.ics"


def calendar_bytes(openness: Openness) -> bytes:
    """One entry for each day and rhythm, with the obligations due then."""
    agency = openness.agency
    maker = product(agency.name, text(message("ppid.calendar")))
    named = text(message("ppid.calendar-of", agency=agency.short_name))
    groups: dict[tuple[datetime.date, str], list[Standing]] = {}
    for item in openness.standings:
        if item.due and item.due >= openness.day:
            groups.setdefault((item.due, item.rhythm.name), []).append(item)
    days = [
        _entry(openness, due, found[0].rhythm, found) for (due, _), found in sorted(groups.items())
    ]
    return icalendar(maker, named, days, openness.day)


def _entry(
    openness: Openness, due: datetime.date, rhythm: Rhythm, found: list[Standing]
) -> CalendarDay:
    return CalendarDay(
        # The same for ever, wherever the site stands; an @ would look like somebody's address.
        name=f"profil-terbuka:{openness.agency.slug}:{rhythm.name}:{due:%Y%m%d}",
        day=due,
        summary=text(message("ppid.calendar-entry", count=len(found), rhythm=rhythm.title)),
        description="\n".join(f"- {item.obligation.text}" for item in found),
    )
