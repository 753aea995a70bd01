"""Days, periods and spans of time, as the language that is spoken writes them."""

from __future__ import annotations

from typing import Protocol, TypeAlias, cast

from ..model import Period
from .language import grammar

Moment: TypeAlias = tuple[str, str]
"""A day and a time ('2026-11-22', '14:00'); '' for a time that nobody gives."""


class DateWords(Protocol):
    """What a language says in its module `dates`."""

    def date(self, iso: str) -> str:
        """A day."""

    def moment(self, text: str) -> str:
        """A day or a month; other text as it is."""

    def period_name(self, when: Period) -> str:
        """A period in a sentence."""

    def short_period(self, when: Period, first: bool) -> str:
        """A period at an axis."""

    def years(self, start: int | None, end: int | None) -> str:
        """The years that data are about."""

    def running(self, start: Moment, end: Moment, zone: str) -> str:
        """From when to when."""


def _words() -> DateWords:
    return cast(DateWords, grammar("dates"))


def date(iso: str) -> str:
    """A day; what stands behind it is left out.

    >>> date("2026-11-22"), date("2026-11-22T00:00:00Z")
    ('22 November 2026', '22 November 2026')
    """
    return _words().date(iso)


def moment(text: str) -> str:
    """A day or a month as a table has it; other text as it is.

    >>> moment("2022-10"), moment("2022-10-03"), moment("2022")
    ('Oktober 2022', '3 Oktober 2022', '2022')
    """
    return _words().moment(text)


def period_name(when: Period) -> str:
    """A period in a sentence.

    >>> from ..model import PeriodKind
    >>> period_name(Period(2024, 2, PeriodKind.QUARTER))
    'Triwulan II 2024'
    """
    return _words().period_name(when)


def short_period(when: Period, first: bool) -> str:
    """A period at an axis; with its year where it is the `first` of it there.

    >>> from ..model import PeriodKind
    >>> may = Period(2024, 5, PeriodKind.MONTH)
    >>> short_period(may, first=True), short_period(may, first=False)
    ('Mei 2024', 'Mei')
    """
    return _words().short_period(when, first)


def years(start: int | None, end: int | None) -> str:
    """The years that data are about, if they are about any.

    >>> years(2021, 2024), years(2024, 2024), years(None, None)
    ('2021\u20132024', '2024', 'tidak menurut tahun')
    """
    return _words().years(start, end)


def running(start: Moment, end: Moment, zone: str) -> str:
    """From when to when; the whole `end` is '' while nobody knows.

    >>> running(("2026-11-22", "08:00"), ("2026-11-22", "12:00"), "WIB")
    'pada 22 November 2026 pukul 08.00 sampai 12.00 WIB'
    """
    return _words().running(start, end, zone)
