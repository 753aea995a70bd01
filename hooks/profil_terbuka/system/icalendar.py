"""Calendar files (iCalendar, RFC 5545): days with what is due on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

_LINE = 75
"""Octets in a line; longer ones go on after a line break and a space."""
_MORNING = datetime.timedelta(hours=9)
"""When somebody is reminded: a day begins at midnight, when nobody wants to be."""


class Repeats(StrEnum):
    """How an entry comes again, as the format writes it."""

    NEVER = ""
    YEARLY = "FREQ=YEARLY"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One entry, which lasts the whole day; `name` is the same for ever, wherever the file is."""

    name: str
    day: datetime.date
    summary: str
    description: str
    link: str = ""
    """The whole address of a page about it."""
    repeats: Repeats = Repeats.NEVER
    reminders: tuple[int, ...] = ()
    """So many days before it somebody is reminded, in the morning."""


def icalendar(maker: str, title: str, days: Iterable[CalendarDay], stamp: datetime.date) -> bytes:
    """A calendar of entries; `stamp` is the day that it was made as of.

    >>> entry = CalendarDay("a:1", datetime.date(2026, 3, 31), "Isian", "pbi, pkh")
    >>> b"DTEND;VALUE=DATE:20260401" in icalendar("X", "Y", [entry], datetime.date(2026, 1, 2))
    True
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{maker}//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for entry in days:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def product(*names: str) -> str:
    """Who made a calendar, as the format names it.

    >>> product("Dinas Contoh", "Tenggat")
    'Dinas Contoh//Tenggat'
    """
    return "//".join(map(_escaped, names))


def _event(entry: CalendarDay, stamp: datetime.date) -> Iterator[str]:
    after = entry.day + datetime.timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.name}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    if entry.repeats:
        yield f"RRULE:{entry.repeats}"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield f"DESCRIPTION:{_escaped(entry.description)}"
    if entry.link:
        yield f"URL:{entry.link}"
    yield "TRANSP:TRANSPARENT"
    for days in entry.reminders:
        yield from _alarm(entry, days)
    yield "END:VEVENT"


def _alarm(entry: CalendarDay, days: int) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(entry.summary)}"
    yield f"TRIGGER:{_trigger(days)}"
    yield "END:VALARM"


def _trigger(days: int) -> str:
    """The morning so many days before a day that begins at midnight.

    >>> _trigger(14), _trigger(0)
    ('-P13DT15H', 'PT9H')
    """
    before = datetime.timedelta(days=days) - _MORNING
    sign, span = ("-", before) if before > datetime.timedelta() else ("", -before)
    whole = f"{span.days}D" if span.days else ""
    return f"{sign}P{whole}T{span.seconds // 3600}H"


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
