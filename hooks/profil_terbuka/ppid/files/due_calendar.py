"""All due dates as one calendar file."""

from __future__ import annotations

import datetime

from ...model.messages import message
from ...system.icalendar import CalendarDay, icalendar, product
from ...words.catalogues import text
from ..desk.openness import Openness
from ..desk.standings import Standing

NAME = "tenggat.ics"


def calendar_bytes(openness: Openness) -> bytes:
    """One entry for each day and rhythm with the obligations due then, advice by itself."""
    agency = openness.agency
    maker = product(agency.name, text(message("ppid.calendar")))
    named = text(message("ppid.calendar-of", agency=agency.short_name))
    groups: dict[tuple[datetime.date, str, bool], list[Standing]] = {}
    for item in openness.standings:
        if item.due and item.due >= openness.day:
            groups.setdefault((item.due, item.rhythm.name, item.advice), []).append(item)
    days = [_entry(openness, due, found) for (due, _, _), found in sorted(groups.items())]
    return icalendar(maker, named, days, openness.day)


def _entry(openness: Openness, due: datetime.date, found: list[Standing]) -> CalendarDay:
    """What is merely advised is told apart from what a rule demands."""
    first = found[0]
    kind = ":saran" if first.advice else ""
    count, rhythm = len(found), first.rhythm.title
    advised = message("ppid.calendar-advice", count=count, rhythm=rhythm)
    demanded = message("ppid.calendar-entry", count=count, rhythm=rhythm)
    return CalendarDay(
        # The same for ever, wherever the site stands; an @ would look like somebody's address.
        name=f"profil-terbuka:{openness.agency.slug}:{first.rhythm.name}:{due:%Y%m%d}{kind}",
        day=due,
        summary=text(advised if first.advice else demanded),
        description="\n".join(f"- {item.obligation.text}" for item in found),
    )
