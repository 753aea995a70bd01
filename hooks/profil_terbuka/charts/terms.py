"""Terms of office and other stretches of time: a View with `start` and `end` as spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..model import Dataset, Role, Table, Value, View, codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..model.products import ChartData, Span

MAX_SPANS = 40
_MOMENT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_DECEMBER = 12
_FULL = 2
"""Hyphens of a date that names its day."""


def prepare_terms(
    view: View, dataset: Dataset, others: Sequence[Dataset] = ()
) -> ChartData | Finding:
    """The spans of a timeline in order of their start.

    A row without a start is left out and named. A date that is none, an end before its start, or
    nothing to draw is a finding.
    """
    table = dataset.table(view.table)
    spans: list[Span] = []
    undated: list[str] = []
    for number, row in table.select(view.where):
        name, start, end = (
            _text(table.value(row, column)) for column in (view.axis, view.start, view.end)
        )
        if not start:
            undated.append(name)
            continue
        for column, moment in ((view.start, start), (view.end, end)):
            if moment and first_day(moment) is None:
                reason = message("charts.no-date", moment=moment)
                return _refuse(view, reason, Place(table.file, number, column))
        if end and days(start, end) < 0:
            reason = message("charts.ends-before-start", start=start, end=end)
            return _refuse(view, reason, Place(table.file, number, view.end))
        spans.append(Span(name, _detail(table, row, view), start, end or None))
    if not 1 <= len(spans) <= MAX_SPANS:
        reason = message("charts.spans-not-drawable", count=len(spans), most=MAX_SPANS)
        return _refuse(view, reason, Place(table.file))
    return ChartData(
        slug=dataset.slug,
        view=view,
        source=dataset.sources[0].title,
        unit="",
        axis_title=table.schema[view.axis].title,
        axis_is_year=False,
        series_is_year=False,
        categories=(),
        series=(),
        values=(),
        additive=False,
        doubtful=(),
        excluded=tuple(dict.fromkeys(undated)),
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.end or "9999"))),
    )


def first_day(moment: str) -> date | None:
    """The first day of '2022', '2022-10' or '2022-10-03'; None when that is no date."""
    found = _MOMENT.fullmatch(moment)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def last_day(moment: str) -> date | None:
    """The last day of a year, a month or a day; None when that is no date.

    >>> [str(last_day(moment)) for moment in ("2022", "2022-02", "2022-02-03")]
    ['2022-12-31', '2022-02-28', '2022-02-03']
    """
    first = first_day(moment)
    if first is None or moment.count("-") == _FULL:
        return first
    if "-" not in moment or first.month == _DECEMBER:
        return date(first.year, _DECEMBER, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def days(start: str, end: str) -> int:
    """Days from the beginning of `start` to the end of `end`, both sound.

    >>> days("2022-01-01", "2022-01"), days("2020", "2020")
    (30, 365)
    """
    first, last = first_day(start), last_day(end)
    if first is None or last is None:
        raise ValueError(f"no dates: {start}, {end}")
    return (last - first).days


def gaps(spans: tuple[Span, ...], least: int = 30) -> tuple[tuple[str, str], ...]:
    """(end, start) of the spans between which nothing covers more than `least` days.

    As the table has them: whoever knows only the month of an end does not know its day.

    >>> gaps((Span("A", "", "2010", "2012"), Span("B", "", "2014-10", None)))
    (('2012', '2014-10'),)
    """
    found: list[tuple[str, str]] = []
    covered: tuple[date, str] | None = None
    for span in spans:
        start = first_day(span.start)
        end = last_day(span.end) if span.end else date.max
        if start is None or end is None:
            raise ValueError(f"no dates: {span}")
        if covered is not None and (start - covered[0]).days > least:
            found.append((covered[1], span.start))
        if covered is None or end > covered[0]:
            covered = (end, span.end or "")
    return tuple(found)


def _detail(table: Table, row: tuple[Value, ...], view: View) -> str:
    """The first remark of the row that is neither a date nor empty, to stand below the name."""
    for field in table.schema.with_role(Role.REMARK):
        if field.name not in (view.axis, view.start, view.end):
            return _text(table.value(row, field.name))
    return ""


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _refuse(view: View, reason: Message, place: Place) -> Finding:
    said = message("charts.refused", view=view.name, reason=reason)
    return Finding(codes.CHART_IMPOSSIBLE, place, said)
