"""What a sentence about a chart may speak of: sure values, what they come from, what is unsure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import before
from ..model.aggregation import exact_sum
from ..model.products import ChartData
from ..words.dates import period_name

Number = int | float
Values = Mapping[str, Number]
Point = tuple[str, str]


@dataclass(frozen=True)
class Levels:
    """The values of one period, or of a chart that knows no time.

    Names of totals and of what is drawn together are not among them. Doubtful values are in `all`
    only: they are no extremes, no basis of a change, no share.
    """

    when: str
    """'' where the period is not known."""
    sure: Values
    all: Values
    missing: tuple[str, ...] = ()
    """Names known from elsewhere in the chart that have no value here."""
    earlier: Values = field(default_factory=dict)
    """Sure values of the period just before, of names whose series does not break there."""
    earlier_when: str = ""

    @property
    def unsure(self) -> int:
        """How many names cannot be spoken of."""
        return len(self.all) - len(self.sure) + len(self.missing)

    @property
    def total(self) -> Number | None:
        """The sum of all values; None where one of them is missing or doubtful."""
        return None if self.unsure else exact_sum(self.sure.values())

    @property
    def earlier_total(self) -> Number | None:
        """The same for the period before, if it has the same names."""
        return exact_sum(self.earlier.values()) if self.earlier.keys() == self.sure.keys() else None


def newest(data: ChartData) -> Levels:
    """The levels that a headline is about: of the newest period, or of the only one.

    >>> from profil_terbuka.charts.invented import invented_chart
    >>> rows = ((2023, "A", 9), (2023, "B", 4), (2024, "A", 12), (2024, "B", None))
    >>> data = invented_chart("tahun, jenis, jumlah (orang)", *rows, kind="garis", series="jenis")
    >>> levels = newest(data)
    >>> levels.when, levels.sure, levels.missing, levels.earlier
    ('2024', {'A': 12}, ('B',), {'A': 9, 'B': 4})
    """
    if data.axis_periods and data.series != ("",):
        columns = list(zip(*data.values, strict=True))
        return _over_time(data, dict(_things(data.series, columns, data.categories)))
    if data.series_periods:
        things = list(_rows(data))
        rows = [row for _, row in things]
        return _over_time(data, dict(_things([name for name, _ in things], rows, data.series)))
    known = {name: value for name, value in _untimed(data) if name not in data.totals}
    doubtful = {_point_name(data, *point) for point in data.doubtful}
    sure = {name: value for name, value in known.items() if name not in doubtful}
    void = (_point_name(data, *point) for point in data.voids)
    missing = tuple(name for name in dict.fromkeys(void) if name not in data.totals)
    return Levels(data.when, sure, known, missing)


def _point_name(data: ChartData, category: str, series: str) -> str:
    """How a value is spoken of: its category, with the series where these make no sum."""
    return f"{category} ({series})" if series and not data.adds_series else category


def _untimed(data: ChartData) -> Iterator[tuple[str, Number]]:
    """Each value of a chart that knows no time; series that add up are told together."""
    if data.adds_series or data.series == ("",):
        yield from _sums(data)
        return
    for category, row in _rows(data):
        for series, value in zip(data.series, row, strict=True):
            if value is not None:
                yield _point_name(data, category, series), value


def _over_time(data: ChartData, things: Mapping[str, Values]) -> Levels:
    """`things`: name -> its values by period."""
    things = {name: values for name, values in things.items() if name not in data.totals}
    periods = data.axis_periods or data.series_periods
    names = {period_name(when): when for when in periods}
    held = {when for values in things.values() for when in values}
    when = max(held, key=lambda name: names[name])
    previous = before(names[when])
    earlier_when = period_name(previous) if previous else ""
    broken = {*data.breaks, *data.broken_series, *data.uneven}
    sure, all_, earlier = {}, {}, {}
    for name, values in things.items():
        if when in values:
            all_[name] = values[when]
            if not _doubted(data, name, when):
                sure[name] = values[when]
        steady = data.comparable and (name, when) not in broken
        if earlier_when in values and steady and not _doubted(data, name, earlier_when):
            earlier[name] = values[earlier_when]
    missing = [name for name in things if name not in all_]
    missing += [name for name in _valueless(data) if name not in data.totals]
    return Levels(when, sure, all_, tuple(missing), earlier, earlier_when)


def _valueless(data: ChartData) -> Iterator[str]:
    """Things over time that the table knows of, and of which no value at all is drawn."""
    place, drawn = (1, data.series) if data.axis_periods else (0, data.categories)
    gathered = {name for name, _ in data.gathered}
    names = dict.fromkeys(point[place] for point in data.voids)
    yield from (name for name in names if name not in drawn and name not in gathered)


def _doubted(data: ChartData, name: str, when: str) -> bool:
    point = (when, name) if data.axis_periods else (name, when)
    return point in data.doubtful


def adds_up(data: ChartData) -> bool:
    """Whether the values of a period are parts of a whole that the source prints as well."""
    has_series = data.series != ("",)
    if data.axis_periods and has_series:
        return data.additive and data.adds_series
    point_by_point = has_series and not data.series_periods and not data.adds_series
    return data.additive and data.adds_categories and not point_by_point


def course(data: ChartData) -> Iterator[tuple[str, Number, bool]]:
    """(period, value, sure) of a chart of a single series over time."""
    for name, row in zip(data.categories, data.values, strict=True):
        if row[0] is not None:
            yield name, row[0], not data.star(name, "")


def _rows(data: ChartData) -> Iterator[tuple[str, tuple[Number | None, ...]]]:
    """Every single category with its values: of those drawn together each one."""
    drawn = zip(data.categories, data.values, strict=True)
    own = len(data.categories) - bool(data.gathered and data.adds_categories)
    for number, (name, row) in enumerate(drawn):
        if number < own:
            yield name, row
    yield from data.gathered


def _things(
    names: Iterable[str], rows: Iterable[Sequence[Number | None]], times: Sequence[str]
) -> Iterator[tuple[str, Values]]:
    """Each name with its known values by period."""
    for name, row in zip(names, rows, strict=True):
        yield name, {w: value for w, value in zip(times, row, strict=True) if value is not None}


def _sums(data: ChartData) -> Iterator[tuple[str, Number]]:
    """Each category whose values are all known."""
    void = {category for category, _ in data.voids}
    for name, row in _rows(data):
        known = [value for value in row if value is not None]
        if len(known) == len(row) and name not in void:
            yield name, exact_sum(known)
