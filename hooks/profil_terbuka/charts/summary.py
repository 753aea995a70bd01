"""One plain Indonesian sentence about a chart, written from its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ..products import ChartData
from ..wording import enumeration, number

FEW = 3
"""Up to so many values are simply named."""

Point = tuple[str, int | float]


def sentence(data: ChartData) -> str:
    """Highest and lowest of the newest period, or of all categories when there is no year."""
    if data.series_is_year:
        year, points = _newest_series(data)
        return f"Pada {year}, {_extremes(points, data.unit)}."
    if data.axis_is_year and data.series != ("",):
        return _newest_category(data)
    totals = [(category, _sum(row)) for category, row in _valid_rows(data)]
    text = _extremes(totals, data.unit)
    return f"{text[0].upper()}{text[1:]}."


def _newest_series(data: ChartData) -> tuple[str, list[Point]]:
    year = max(data.series)
    index = data.series.index(year)
    column = [row[index] for row in data.values]
    return year, _named(data.categories, column)


def _newest_category(data: ChartData) -> str:
    year, row = max(_valid_rows(data))
    return f"Pada {year}, {_extremes(_named(data.series, row), data.unit)}."


def _named(names: Sequence[str], values: Sequence[int | float | None]) -> list[Point]:
    """The valid values with their names."""
    pairs = zip(names, values, strict=True)
    return [(name, value) for name, value in pairs if value is not None]


def _valid_rows(data: ChartData) -> list[tuple[str, tuple[int | float | None, ...]]]:
    pairs = zip(data.categories, data.values, strict=True)
    return [(name, row) for name, row in pairs if any(value is not None for value in row)]


def _sum(row: Sequence[int | float | None]) -> int | float:
    return sum(value for value in row if value is not None)


def _extremes(points: Sequence[Point], unit: str) -> str:
    """'terbanyak A (20 orang), paling sedikit B (1 orang)', ties named together."""
    most = max(value for _, value in points)
    least = min(value for _, value in points)
    if len(points) == 1:
        return f"{points[0][0]}: {number(most)} {unit}"
    if most == least:
        return f"semuanya sama: {number(most)} {unit}"
    if len(points) <= FEW:
        return enumeration([f"{name} {number(value)} {unit}" for name, value in points])
    return (
        f"terbanyak {_holders(points, most)} ({number(most)} {unit}), "
        f"paling sedikit {_holders(points, least)} ({number(least)} {unit})"
    )


def _holders(points: Sequence[Point], value: int | float) -> str:
    return enumeration([name for name, found in points if found == value])
