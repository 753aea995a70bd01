"""All due dates as one calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...words.wording import number
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.rhythms import Rhythm

NAME = "tenggat.ics"
_LINE = 75
"""Octets in a line; longer ones go on after a line break and a space."""


def calendar_bytes(openness: Openness) -> bytes:
    """One entry for each day and rhythm, with the obligations due then."""
    agency = openness.agency
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(agency.name)}//Tenggat informasi publik//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(f'Tenggat informasi publik {agency.short_name}')}",
    ]
    groups: dict[tuple[datetime.date, str], list[Standing]] = {}
    for item in openness.standings:
        if item.due and item.due >= openness.day:
            groups.setdefault((item.due, item.rhythm.name), []).append(item)
    for (due, _), found in sorted(groups.items()):
        lines += _event(openness, due, found[0].rhythm, found)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(
    openness: Openness, due: datetime.date, rhythm: Rhythm, found: list[Standing]
) -> Iterator[str]:
    after = due + datetime.timedelta(days=1)
    listed = "\n".join(f"- {item.obligation.text}" for item in found)
    yield "BEGIN:VEVENT"
    # The same for ever, wherever the site stands; an @ would look like somebody's address.
    yield f"UID:profil-terbuka:{openness.agency.slug}:{rhythm.name}:{due:%Y%m%d}"
    yield f"DTSTAMP:{openness.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_text(f'{number(len(found))} butir informasi publik: {rhythm.title}')}"
    yield f"DESCRIPTION:{_text(listed)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most `_LINE` octets, never within a letter."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece
