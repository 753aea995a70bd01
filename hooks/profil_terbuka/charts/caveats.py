"""What the numbers of a chart do not say of themselves: what is left out, and why a series ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..model import CellStatus, Dataset
from ..model.continuity import breaks_about, incomparable
from ..model.messages import Message, message
from ..model.products import ChartData
from ..words.dates import moment
from .axes import Axis
from .frame import ViewFrame

MOST_NAMED = 5
_NO_NUMBER = message("charts.reason-no-number")
_REASONS = {
    CellStatus.INVALID: message("charts.reason-invalid"),
    CellStatus.WITHHELD: message("charts.reason-withheld"),
    CellStatus.NOT_APPLICABLE: message("charts.reason-not-applicable"),
}


def caveats(found: ViewFrame, data: ChartData, dataset: Dataset) -> Iterator[Message]:
    """Sentences without which the numbers of a chart mislead, the gravest first."""
    for place, axis in enumerate((found.axis, found.series)):
        drawn = {point[place] for point in found.values}
        yield from _left_out(found, axis, drawn)
    if hidden := _withheld(found):
        yield message("charts.withheld", names=_named(hidden))
    for cut, _ in breaks_about(dataset, found.table, found.rows):
        if cut.since and (data.breaks or data.broken_series):
            yield message("charts.since", when=moment(cut.since), why=cut.why.rstrip("."))
    rule = incomparable(dataset, found.table, found.rows)
    if rule and (data.axis_periods or data.series_periods):
        yield message("charts.not-comparable-over-time", why=rule.why.rstrip("."))
    if data.uneven:
        times = tuple(dict.fromkeys(step for _, step in data.uneven))
        yield message("charts.made-of-other-things", when=times)
    if provisional := _provisional(found):
        yield message("charts.provisional", names=_named(provisional))
    if data.gathered and not data.adds_categories:
        yield message("charts.smallest-not-drawn", count=len(data.gathered))
    if data.unit_read:
        yield message("charts.unit-is-our-reading")


def _provisional(found: ViewFrame) -> list[str]:
    """Names of what is provisional: the period where the axis is time, else the category."""
    rows = [row for row in found.rows if found.table.status(row) is CellStatus.PROVISIONAL]
    axis = found.series if found.series.periods else found.axis
    return list(dict.fromkeys(axis.name(row) for row in rows))


def _withheld(found: ViewFrame) -> list[str]:
    """Points that are withheld, of names that have other values in the chart: 'Lansia (2020)'."""
    drawn = set(found.values)
    axes, series = {point[0] for point in drawn}, {point[1] for point in drawn}
    closed = [
        point
        for point, rows in found.groups.items()
        if point not in drawn and any(map(found.table.withheld, rows))
    ]
    return [
        f"{thing} ({name})" if thing else name
        for name, thing in closed
        if name in axes and thing in series
    ]


def _left_out(found: ViewFrame, axis: Axis, drawn: Collection[str]) -> Iterator[Message]:
    """Names without any value in the chart, each group with its reason."""
    statuses: dict[str, list[CellStatus]] = {}
    for row in found.rows:
        statuses.setdefault(axis.name(row), []).append(found.table.status(row))
    reasons: dict[Message, list[str]] = {}
    for name, held in statuses.items():
        if name not in drawn:
            reasons.setdefault(_reason(held), []).append(name)
    for reason, names in reasons.items():
        yield message("charts.not-drawn", reason=reason, names=_named(names))


def _reason(statuses: Sequence[CellStatus]) -> Message:
    """Why a name has no value: what stands against most of its rows, if they are not just empty."""
    barred = [status for status in statuses if not status.counts]
    if not barred:
        return _NO_NUMBER
    if len(barred) < len(statuses):
        return message("charts.reason-incomplete")
    return _REASONS.get(max(barred, key=barred.count), _NO_NUMBER)


def _named(names: Sequence[str]) -> tuple[str, ...] | Message:
    """All of a few names; of many the first, and how many more."""
    if len(names) <= MOST_NAMED:
        return tuple(names)
    more = len(names) - MOST_NAMED
    return message("charts.names-and-more", names=tuple(names[:MOST_NAMED]), count=more)
