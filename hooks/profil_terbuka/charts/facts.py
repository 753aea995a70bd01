"""What a chart has to say, from its numbers: level, change, extremes, share.

A language makes sentences of these facts (`words.chart_sentences`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.aggregation import exact_sum
from ..model.products import ChartData
from ..model.units import is_money
from ..words.chart_sentences import (
    FEW,
    CourseFacts,
    ExtremeFacts,
    LevelFacts,
    Number,
    Peaks,
    Ranking,
    SpendingFacts,
    TimelineFacts,
    UnsureFacts,
    Values,
)
from .levels import Levels, adds_up, course, newest
from .terms import days, gaps

_SPENT = re.compile(r"realisasi\b", re.IGNORECASE)
_GRANTED = re.compile(r"(anggaran|pagu)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"[(,:]| menurut | per | tahun |\s[12]\d{3}")
"""Where a title goes on to unit, place and time."""

NumberFacts = CourseFacts | UnsureFacts | SpendingFacts | LevelFacts


def number_facts(data: ChartData) -> NumberFacts:
    """What the newest period says, or all categories where there is no time.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> rows = ((2022, 40), (2023, 52), (2024, 60))
    >>> facts = number_facts(invented_chart("tahun, jumlah (orang)", *rows, kind="garis"))
    >>> facts.newest, facts.earlier, facts.peaks.most, facts.peaks.top
    (('2024', 60), ('2023', 52), 60, ('2024',))
    """
    if data.axis_periods and data.series == ("",):
        return _course_facts(data)
    return _level_facts(data)


def completing_facts(data: ChartData) -> NumberFacts:
    """The same of two series that make a whole together: each of them has a sum to tell."""
    facts = number_facts(data)
    return replace(facts, sides=_sides(data)) if isinstance(facts, LevelFacts) else facts


def timeline_facts(data: ChartData) -> TimelineFacts:
    """How many terms there are, the longest, those that go on, and when none is recorded.

    >>> from profil_terbuka.model.products import Span
    >>> from profil_terbuka.charts.invented import invented_chart
    >>> data = replace(
    ...     invented_chart("nama, jumlah (orang)", ("A", 1)),
    ...     spans=(Span("A", "", "2010", "2012"), Span("B", "", "2014-10", None)),
    ... )
    >>> facts = timeline_facts(data)
    >>> facts.count, facts.going, facts.gaps
    (2, (('B', '2014-10'),), (('2012', '2014-10'),))
    """
    ended = [(days(span.start, span.end), span.name) for span in data.spans if span.end]
    longest = max((length for length, _ in ended), default=0)
    several = len(ended) > 1
    return TimelineFacts(
        count=len(data.spans),
        first=data.spans[0].start,
        longest=tuple(name for length, name in ended if length == longest) if several else (),
        longest_days=longest,
        going=tuple((span.name, span.start) for span in data.spans if not span.end),
        gaps=gaps(data.spans),
    )


def _course_facts(data: ChartData) -> CourseFacts | UnsureFacts:
    """A single series over time: its newest value and change, then its highest and lowest."""
    sure = {when: value for when, value, certain in course(data) if certain}
    if not sure:
        return UnsureFacts(_subject(data), "", (), over_time=True)
    when = list(sure)[-1]
    at = data.categories.index(when)
    before = data.categories[at - 1] if at else ""
    broken = {*data.breaks, *data.uneven}
    steady = data.comparable and before in sure and ("", when) not in broken
    return CourseFacts(
        subject=_subject(data),
        unit=data.unit,
        newest=(when, sure[when]),
        earlier=(before, sure[before]) if steady else None,
        peaks=_peaks(sure, data),
    )


def _subject(data: ChartData) -> str:
    """What the chart is about, from the beginning of its title: 'Korban bencana alam'."""
    return _TITLE_END.split(data.view.title, maxsplit=1)[0].strip()


def _peaks(sure: Values, data: ChartData) -> Peaks | None:
    """The extremes of three periods or more that compare."""
    most, least = max(sure.values()), min(sure.values())
    if len(sure) < FEW or most == least or data.breaks or data.uneven or not data.comparable:
        return None
    top, bottom = (
        tuple(when for when, value in sure.items() if value == bound) for bound in (most, least)
    )
    return Peaks(most, least, top, bottom, doubted=bool(data.doubtful))


def _level_facts(data: ChartData) -> UnsureFacts | SpendingFacts | LevelFacts:
    levels = newest(data)
    if not levels.sure:
        return UnsureFacts(_subject(data), levels.when, tuple(levels.all))
    if spending := _spending(levels, data.unit):
        return spending
    total = levels.total if adds_up(data) and len(levels.sure) > 1 else None
    extremes = ExtremeFacts(
        sure=levels.sure,
        missing=levels.missing,
        doubtful=tuple(name for name in levels.all if name not in levels.sure),
        kind=_kind(data),
        ranking=_ranking(levels.sure, data),
        total=total,
        earlier=levels.earlier,
        earlier_when=levels.earlier_when,
    )
    return LevelFacts(
        subject=_subject(data),
        unit=data.unit,
        when=levels.when,
        extremes=extremes,
        earlier_total=levels.earlier_total,
    )


def _spending(levels: Levels, unit: str) -> SpendingFacts | None:
    """A budget beside what was spent of it, where that is all there is."""
    granted = [name for name in levels.sure if _GRANTED.match(name)]
    spent = [name for name in levels.sure if _SPENT.match(name)]
    if len(levels.sure) != 2 or not is_money(unit) or not granted or not spent:
        return None
    return SpendingFacts(levels.when, unit, levels.sure[granted[0]], levels.sure[spent[0]])


def _sides(data: ChartData) -> tuple[tuple[str, Number], ...]:
    """The sums of both sides where they are known throughout."""
    partial = data.voids or data.excluded or any(None in row for row in data.values)
    if not data.adds_categories or data.doubtful or data.axis_periods or partial:
        return ()
    return tuple(
        (name, exact_sum(row[at] or 0 for row in data.values))
        for at, name in enumerate(data.series)
    )


def _kind(data: ChartData) -> str:
    """What the names are called: 'kelurahan', 'jenis PPKS'."""
    over_series = bool(data.axis_periods) and data.series != ("",)
    title = data.series_title if over_series else data.axis_title
    return title[:1].lower() + title[1:]


def _ranking(values: Values, data: ChartData) -> Ranking:
    if is_money(data.unit):
        return Ranking.MONEY
    return Ranking.LEVEL if data.ratio or min(values.values()) < 0 else Ranking.COUNT
