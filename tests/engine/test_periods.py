"""Periods and days, held against the calendar: the one before, the first and the last day."""

from __future__ import annotations

import datetime
from calendar import monthrange
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented import dataset_of
from profil_terbuka.charts.terms import days, first_day, gaps, last_day
from profil_terbuka.model import Field, Period, PeriodKind, Role, read_period
from profil_terbuka.model.periods import before, every_period, usual_kind, written
from profil_terbuka.model.products import Span
from support import examples

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))
YEARS = st.integers(1990, 2060)
PARTS = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.SEMESTER: 2}
ONE_DAY = datetime.timedelta(days=1)


def day_period(day: datetime.date) -> Period:
    return Period(day.year, day.timetuple().tm_yday, PeriodKind.DAY)


@st.composite
def periods(draw: st.DrawFn, kind: PeriodKind) -> Period:
    year = draw(YEARS)
    if kind is PeriodKind.DAY:
        return day_period(draw(DAYS))
    if kind is PeriodKind.SCHOOL_YEAR:
        return Period(year, year + 1, kind)
    if kind is PeriodKind.YEARS:
        return Period(year, year + draw(st.integers(0, 9)), kind)
    return Period(year, draw(st.integers(1, PARTS[kind])) if kind in PARTS else 0, kind)


def place(period: Period) -> int:
    """How many periods of its kind lie before it: plain counting, which knows no engine."""
    if period.kind is PeriodKind.DAY:
        return (datetime.date(period.year, 1, 1) - datetime.date(1, 1, 1)).days + period.number
    return period.year * PARTS.get(period.kind, 1) + (period.number if period.kind in PARTS else 0)


STEPPED = [kind for kind in PeriodKind if kind is not PeriodKind.YEARS]


@pytest.mark.parametrize("kind", PeriodKind)
@settings(max_examples=examples(20))
@given(data=st.data())
def test_a_period_is_read_as_it_is_written(kind: PeriodKind, data: st.DataObject) -> None:
    period = data.draw(periods(kind))
    assert read_period(written(period), kind) == period


@pytest.mark.parametrize("kind", STEPPED)
@settings(max_examples=examples(20))
@given(data=st.data())
def test_the_period_before_is_the_one_just_before(kind: PeriodKind, data: st.DataObject) -> None:
    period = data.draw(periods(kind))
    earlier = before(period)
    assert earlier is not None
    assert earlier.kind is kind
    assert place(earlier) == place(period) - 1
    assert earlier < period
    assert read_period(written(earlier), kind) == earlier


@pytest.mark.parametrize("kind", STEPPED)
@settings(max_examples=examples(20))
@given(data=st.data(), most=st.integers(1, 40))
def test_all_periods_between_are_there_or_only_those_known(
    kind: PeriodKind, data: st.DataObject, most: int
) -> None:
    known = data.draw(st.lists(periods(kind), max_size=5))
    if kind is PeriodKind.DAY and known:  # some days apart, so that there is something to fill in
        day = datetime.date.fromisoformat(written(known[0]))
        known = [day_period(day + n * ONE_DAY) for n in data.draw(st.sets(st.integers(0, 9)))]
    made = every_period(known, most)
    assert list(made) == sorted(set(made))
    assert set(known) <= set(made)
    places = sorted(map(place, known))
    needed = places[-1] - places[0] + 1 if places else 0
    if kind is PeriodKind.DAY or needed > most:
        assert set(made) == set(known)
    else:
        assert list(map(place, made)) == list(range(places[0], places[-1] + 1) if places else [])


@given(st.lists(periods(PeriodKind.YEARS), max_size=5))
def test_ranges_of_years_are_never_filled_in(known: list[Period]) -> None:
    assert every_period(known, 40) == tuple(sorted(set(known)))
    assert all(before(period) is None for period in known)


@given(YEARS, st.integers(-3, 3))
def test_a_range_that_runs_backwards_is_none(year: int, length: int) -> None:
    text = f"{year}/{year + length}"
    assert (read_period(text, PeriodKind.YEARS) is not None) == (length >= 0)
    assert (read_period(text, PeriodKind.SCHOOL_YEAR) is not None) == (length == 1)


@given(periods(PeriodKind.YEARS) | periods(PeriodKind.SCHOOL_YEAR) | periods(PeriodKind.MONTH))
def test_a_period_is_about_all_its_years(period: Period) -> None:
    last = period.year if period.kind is PeriodKind.MONTH else period.number
    assert list(period.years) == list(range(period.year, last + 1))


@given(st.lists(DAYS, min_size=1, max_size=3, unique=True), st.booleans())
def test_dates_stand_for_months_only_where_all_begin_one(
    days_: list[datetime.date], firsts: bool
) -> None:
    chosen = {day.replace(day=1) if firsts else day for day in days_}
    monthly = len(chosen) > 1 and all(day.day == 1 for day in chosen)
    expected = PeriodKind.MONTH if monthly else PeriodKind.DAY
    assert usual_kind("date", [day.isoformat() for day in chosen]) is expected


# Moments: a year, a month or a day


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, datetime.date, datetime.date]:
    """How it is written, its first and its last day by the calendar."""
    day = draw(DAYS)
    match draw(st.sampled_from(["tahun", "bulan", "hari"])):
        case "tahun":
            return str(day.year), datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
        case "bulan":
            last = monthrange(day.year, day.month)[1]
            return f"{day:%Y-%m}", day.replace(day=1), day.replace(day=last)
        case _:
            return day.isoformat(), day, day


@given(moments())
def test_first_and_last_day_are_those_of_the_calendar(
    moment: tuple[str, datetime.date, datetime.date],
) -> None:
    text, first, last = moment
    assert (first_day(text), last_day(text)) == (first, last)


@given(moments(), moments())
def test_the_length_counts_from_the_first_day_to_the_last(
    one: tuple[str, datetime.date, datetime.date], other: tuple[str, datetime.date, datetime.date]
) -> None:
    assert days(one[0], other[0]) == (other[2] - one[1]).days


@given(st.lists(st.tuples(moments(), moments(), st.booleans()), max_size=4), st.data())
def test_gaps_are_the_stretches_that_nothing_covers(spans: list, data: st.DataObject) -> None:
    ordered = [sorted((one, other), key=lambda item: item[1]) for one, other, _ in spans]
    open_ended = [running for _, _, running in spans]
    made = [
        Span("a", "", start[0], None if running else end[0])
        for (start, end), running in zip(ordered, open_ended, strict=True)
        if start[1] <= end[2]
    ]
    made.sort(key=lambda span: (first_day(span.start), span.end is None, span.end or ""))
    known = [(first_day(s.start), last_day(s.end) if s.end else datetime.date.max) for s in made]
    between, reach = [], datetime.date.max
    for first, last in known:
        between.append((reach, first))
        reach = last if reach == datetime.date.max and len(between) == 1 else max(reach, last)
    lengths = [(first - covered).days for covered, first in between]
    least = data.draw(st.sampled_from([length for length in lengths if length > 0] or [30]))
    for limit in (least - 1, least):  # a stretch of just that length is none
        told = [(last_day(end), first_day(start)) for end, start in gaps(tuple(made), limit)]
        assert told == [
            pair for pair, length in zip(between, lengths, strict=True) if length > limit
        ]


# When the next edition is expected


MONTHS = {"bulanan": 1, "triwulanan": 3, "semesteran": 6, "tahunan": 12, "dua-tahunan": 24}
SPANS = {"harian": 1, "mingguan": 7}
NAME = Field("nama", "Nama", "string", "N.", Role.DIMENSION)


@pytest.mark.parametrize("frequency", [*MONTHS, *SPANS])
@settings(max_examples=examples(20))
@given(day=DAYS)
def test_the_next_edition_is_expected_one_period_later(frequency: str, day: datetime.date) -> None:
    made = dataset_of([NAME], [], created=f"{day}T00:00:00Z", frequency=frequency)
    if frequency in SPANS:
        assert made.expected == day + datetime.timedelta(days=SPANS[frequency])
        return
    months = day.year * 12 + day.month - 1 + MONTHS[frequency]
    year, month = months // 12, months % 12 + 1
    fits = day.day <= monthrange(year, month)[1]
    last = datetime.date(year, month, monthrange(year, month)[1])
    assert made.expected == (last.replace(day=day.day) if fits else last + ONE_DAY)


def test_where_no_rhythm_is_known_nothing_is_expected() -> None:
    assert dataset_of([NAME], [], frequency="sekali").expected is None


@pytest.mark.parametrize("kind", STEPPED)
@settings(max_examples=examples(20))
@given(data=st.data())
def test_periods_sort_by_time(kind: PeriodKind, data: st.DataObject) -> None:
    known = sorted(data.draw(st.lists(periods(kind), max_size=6, unique=True)))
    assert all(place(one) < place(other) for one, other in pairwise(known))
