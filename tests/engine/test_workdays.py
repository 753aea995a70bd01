"""Working days: weekends and holidays do not count, and nothing is made up about unlisted years."""

from __future__ import annotations

import datetime
import functools

from hypothesis import given
from hypothesis import strategies as st

from profil_terbuka.ppid.law.workdays import DueDay, WorkCalendar, work_calendar
from profil_terbuka.read import catalog
from support import ROOT

DAY = datetime.date
NEW_YEAR = WorkCalendar(frozenset({DAY(2026, 12, 24), DAY(2026, 12, 25)}), frozenset({2026}))


@functools.cache
def real() -> WorkCalendar:
    found = {dataset.slug: dataset.main for dataset in catalog.reference(ROOT)}
    return work_calendar(found["libur-nasional"])


def test_the_first_working_day_after_the_start_is_the_first() -> None:
    friday = DAY(2026, 11, 20)
    assert NEW_YEAR.after(friday, 1) == DueDay(DAY(2026, 11, 23))
    assert NEW_YEAR.after(friday, 10) == DueDay(DAY(2026, 12, 4))


def test_received_on_a_sunday_is_received_before_monday() -> None:
    assert NEW_YEAR.after(DAY(2026, 11, 22), 1) == NEW_YEAR.after(DAY(2026, 11, 20), 1)


def test_holidays_are_passed_over() -> None:
    assert NEW_YEAR.after(DAY(2026, 12, 23), 1) == DueDay(DAY(2026, 12, 28))


def test_a_year_without_a_list_is_named() -> None:
    assert NEW_YEAR.after(DAY(2026, 12, 21), 10) == DueDay(DAY(2027, 1, 6), (2027,))
    assert NEW_YEAR.after(DAY(2025, 12, 31), 1).unknown == (2025,)
    assert work_calendar(None).after(DAY(2026, 1, 1), 1).unknown == (2026,)


def test_collective_leave_of_the_real_list_counts_as_a_day_off() -> None:
    assert real().years == {2025, 2026}
    assert real().after(DAY(2026, 12, 23), 1) == DueDay(DAY(2026, 12, 28))
    assert real().after(DAY(2026, 3, 17), 1).day == DAY(2026, 3, 25)  # Nyepi, Idulfitri, leave


@given(st.dates(DAY(2024, 1, 1), DAY(2027, 6, 1)), st.integers(1, 120))
def test_exactly_so_many_working_days_lie_in_between(start: datetime.date, count: int) -> None:
    due = real().after(start, count)
    passed = [start + datetime.timedelta(days) for days in range(1, (due.day - start).days + 1)]
    assert sum(map(real().works, passed)) == count
    assert real().works(due.day)


def test_weeks_begin_with_their_first_working_day() -> None:
    leave = frozenset(DAY(2026, 11, day) for day in (23, *range(30, 31)))
    week = frozenset(DAY(2026, 12, day) for day in range(7, 12))
    known = WorkCalendar(leave | week, frozenset({2026}))
    found = list(known.weeks(DAY(2026, 11, 25), 3))
    assert found == [DAY(2026, 11, 24), DAY(2026, 12, 1), DAY(2026, 12, 14)]
