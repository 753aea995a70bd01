"""A calendar file (iCalendar, RFC 5545) read strictly: what breaks a rule of the format fails."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LONGEST = 75
_NAME = re.compile(r"[A-Z][A-Z0-9-]*")
_PROPERTY = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^:;]+)*):(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "RRULE")
_TEXTS = ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME")
_TRIGGER = re.compile(r"(-?)P(?:(\d+)D)?(?:T(\d+)H)?")


@dataclass
class Component:
    """What stands between BEGIN and END: its properties in their order, and what is within."""

    kind: str
    properties: list[tuple[str, str]] = field(default_factory=list)
    within: list[Component] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        (found,) = [value for known, value in self.properties if known == name]
        return found

    def has(self, name: str) -> bool:
        return any(known == name for known, _ in self.properties)

    @property
    def day(self) -> datetime.date:
        return datetime.datetime.strptime(self["DTSTART"], "%Y%m%d").date()

    @property
    def reminders(self) -> list[datetime.timedelta]:
        """How long before its day somebody is reminded."""
        return [_before(alarm["TRIGGER"]) for alarm in self.within]


def read_calendar(data: bytes) -> Component:
    """The calendar, held against the format: line ends, folding, escapes, properties, nesting."""
    open_ones: list[Component] = []
    whole: list[Component] = []
    for line in _lines(data):
        name, value = _property(line)
        if name == "BEGIN":
            assert _NAME.fullmatch(value), line
            open_ones.append(Component(value))
        elif name == "END":
            done = open_ones.pop()
            assert done.kind == value, line
            _judge(done)
            (open_ones[-1].within if open_ones else whole).append(done)
        else:
            open_ones[-1].properties.append((name, value))
    assert not open_ones
    (calendar,) = whole
    assert calendar.kind == "VCALENDAR"
    return calendar


def _lines(data: bytes) -> Sequence[str]:
    """The lines unfolded; no letter is cut in two, none longer than it may be."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in physical:
        assert b"\n" not in line
        assert b"\r" not in line
        assert 0 < len(line) <= _LONGEST, line
        line.decode("utf-8")
    return data.decode("utf-8").removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def _property(line: str) -> tuple[str, str]:
    found = _PROPERTY.fullmatch(line)
    assert found, line
    name, _, value = found.groups()
    return name, _text(value) if name in _TEXTS else value


def _text(value: str) -> str:
    r"""What a text says; a comma or a semicolon that is not escaped would end it."""
    bare = _ESCAPE.sub("", value)
    assert "," not in bare, value
    assert ";" not in bare, value
    marks = _ESCAPE.findall(value)
    assert set(marks) <= set("\\;,nN"), value
    return _ESCAPE.sub(lambda mark: "\n" if mark[1] in "nN" else mark[1], value)


def _judge(done: Component) -> None:
    names = [name for name, _ in done.properties]
    if done.kind == "VCALENDAR":
        assert done["VERSION"] == "2.0"
        assert done["PRODID"]
    if done.kind == "VEVENT":
        for name in _ONCE:
            assert names.count(name) <= 1, names
        assert re.fullmatch(r"\d{8}T\d{6}Z", done["DTSTAMP"])
        assert done["UID"]
        assert done["SUMMARY"]
        end = datetime.datetime.strptime(done["DTEND"], "%Y%m%d").date()
        assert end == done.day + datetime.timedelta(days=1)
        assert not done.has("RRULE") or done["RRULE"] == "FREQ=YEARLY"
    if done.kind == "VALARM":
        assert done["ACTION"] == "DISPLAY"
        assert done["DESCRIPTION"]
        assert _before(done["TRIGGER"]) is not None


def _before(trigger: str) -> datetime.timedelta:
    found = _TRIGGER.fullmatch(trigger)
    assert found, trigger
    sign, days, hours = found.groups()
    span = datetime.timedelta(days=int(days or 0), hours=int(hours or 0))
    return span if sign else -span


def events(data: bytes) -> Iterator[Component]:
    """The entries of a calendar."""
    for item in read_calendar(data).within:
        assert item.kind == "VEVENT"
        yield item
