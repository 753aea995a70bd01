"""The day of publication, by which it is judged what runs, is late or due.

The day is an input like the data: the same commit and the same day give the same bytes. Whoever
names none publishes today, in the time zone of the agency.
"""

from __future__ import annotations

import datetime
import os

from ..model.messages import message
from ..words.refusals import Refusal

DAY = "TANGGAL"
"""Names the day itself: TANGGAL=2026-11-22."""

VARIABLE = "SOURCE_DATE_EPOCH"
"""Names a moment, in seconds since 1970; MkDocs and many other tools read it too:
https://reproducible-builds.org/specs/source-date-epoch/"""

_LATEST = 2**32 - 1
"""The last second a gzip header (sitemap.xml.gz) can hold."""
_DAYS = (datetime.date(1980, 1, 1), datetime.date(2106, 2, 6))
"""The days that every file can be dated with: from the first of a ZIP to the last of a gzip."""


class WrongClock(Refusal):
    """Why no day can be told from what the environment says."""


def check_clock() -> None:
    """Refuse a day or a moment that is none, before anything is read; WrongClock says why.

    Libraries that write a time of day write it in UTC, wherever the machine stands.
    """
    os.environ["TZ"] = "UTC"
    if not os.environ.get(VARIABLE, "").strip():
        os.environ.pop(VARIABLE, None)  # MkDocs takes an empty one for a number
    _given_day()
    _given_moment()


def hold() -> None:
    """Stop the clock for the rest of this process: what it builds is all of one moment."""
    if _given_day() is None and _given_moment() is None:
        os.environ[VARIABLE] = str(int(datetime.datetime.now(datetime.UTC).timestamp()))


def today(zone: datetime.timezone) -> datetime.date:
    """The day of publication: the one that is named, else that of the moment named, else today."""
    moment = _given_moment() or datetime.datetime.now(datetime.UTC)
    return _given_day() or moment.astimezone(zone).date()


def now(zone: datetime.timezone) -> datetime.datetime:
    """The moment by the machine's own clock, whatever is named: for what somebody has just seen."""
    return datetime.datetime.now(zone)


def _given_day() -> datetime.date | None:
    text = os.environ.get(DAY, "").strip()
    if not text:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text or not _DAYS[0] <= day <= _DAYS[1]:
        raise WrongClock(message("system.no-usable-day", assigned=f"{DAY}={text}", variable=DAY))
    return day


def _given_moment() -> datetime.datetime | None:
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= _LATEST):
        raise WrongClock(message("system.no-seconds", assigned=f"{VARIABLE}={text}", variable=DAY))
    return datetime.datetime.fromtimestamp(int(text), datetime.UTC)
