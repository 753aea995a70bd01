"""Classes of a choropleth: about as many areas in each, between limits that people can remember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...model.messages import message
from ...words.catalogues import text
from ...words.numbers import number

Number = int | float
MOST = 5
"""More shades than this cannot be told apart at a glance."""
_MANY = 15
"""From so many values on there are MOST classes; below, one less."""


@dataclass(frozen=True, slots=True)
class Band:
    """One class: values from `low` on, up to the next band's `low`; `text` stands in the legend."""

    low: Number
    text: str


def bands(values: Sequence[Number]) -> tuple[Band, ...]:
    """At most MOST classes for at least one value. Few different values get a class each.

    >>> [band.text for band in bands([3, 7, 12, 18, 40, 55, 120, 260, 900])]
    ['3\u20139', '10\u201349', '50\u2013199', '200\u2013900']
    >>> [band.text for band in bands([2, 2, 5])]
    ['2', '5']
    """
    distinct = sorted(set(values))
    if len(distinct) <= MOST:
        return tuple(Band(value, number(value)) for value in distinct)
    lows = [distinct[0], *_limits(sorted(values))]
    whole = all(isinstance(value, int) for value in distinct)
    highs = [*lows[1:], distinct[-1]]
    return tuple(
        Band(low, _between(low, high, whole, last=index == len(lows) - 1))
        for index, (low, high) in enumerate(zip(lows, highs, strict=True))
    )


def class_of(value: Number, chosen: Sequence[Band]) -> int:
    """The index of the band a value falls into.

    >>> class_of(7, bands([2, 5, 9]))
    1
    """
    return max(index for index, band in enumerate(chosen) if value >= band.low)


def _between(low: Number, high: Number, whole: bool, last: bool) -> str:
    """'100-249' with an en dash; with decimals the upper limit belongs to the next class."""
    if not whole and not last:
        return text(message("charts.band-below", low=low, high=high))
    top = high if last else high - 1
    return number(low) if low == top else f"{number(low)}\N{EN DASH}{number(top)}"


def _limits(ordered: Sequence[Number]) -> list[Number]:
    """The lower limits of all classes but the first, strictly ascending."""
    size = len(ordered)
    count = MOST if size >= _MANY else MOST - 1
    gaps = [place for place in range(1, size) if ordered[place - 1] < ordered[place]]
    found: list[Number] = []
    for step in range(1, count):
        wanted = step * size / count
        near = [place for place in gaps if abs(place - wanted) <= max(1, size / (4 * count))]
        near = near or [min(gaps, key=lambda place: abs(place - wanted))]
        rounds = [(*_roundest(ordered[place - 1], ordered[place]), place) for place in near]
        _, limit, _ = max(rounds, key=lambda item: (item[0], -abs(item[2] - wanted)))
        found.append(int(limit) if limit == int(limit) else float(limit))
    return sorted(set(found))


def _roundest(below: Number, above: Number) -> tuple[Decimal, Decimal]:
    """The coarsest step with a multiple in (below, above], and that multiple."""
    low, high = Decimal(str(below)), Decimal(str(above))
    for step in _steps():
        multiple = high // step * step
        if low < multiple <= high:
            return step, multiple
    return Decimal(0), high


def _steps() -> Iterator[Decimal]:
    """..., 100, 50, 20, 10, 5, ... from the largest worth trying to the smallest."""
    for power in range(12, -7, -1):
        yield from (Decimal(lead) * Decimal(10) ** power for lead in (5, 2, 1))
