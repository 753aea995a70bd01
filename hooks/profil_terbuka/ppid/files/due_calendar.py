"""All due dates as one calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...model.messages import message
from ...words.catalogues import text
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.rhythms import Rhythm

NAME = "tenggat.ics"
_LINE = 75
"""Octets in a line; longer ones go on after a line break and a space."""


def calendar_bytes(openness: Openness) -> bytes:
    """One entry for each day and rhythm, with the obligations due then."""
    agency = openness.agency
    title = text(message("ppid.calendar"))
    named = text(message("ppid.calendar-of", agency=agency.short_name))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_escaped(agency.name)}//{_escaped(title)}//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(named)}",
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
    summary = text(message("ppid.calendar-entry", count=len(found), rhythm=rhythm.title))
    yield "BEGIN:VEVENT"
    # The same for ever, wherever the site stands; an @ would look like somebody's address.
    yield f"UID:profil-terbuka:{openness.agency.slug}:{rhythm.name}:{due:%Y%m%d}"
    yield f"DTSTAMP:{openness.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(listed)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(words: str) -> str:
    r"""The words as the format writes them.

    >>> print(_escaped("Alamat, tugas; fungsi"))
    Alamat\, tugas\; fungsi
    """
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most `_LINE` octets, never within a letter.

    >>> [len(piece) for piece in _folded("x" * 100)]
    [75, 26]
    """
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece
