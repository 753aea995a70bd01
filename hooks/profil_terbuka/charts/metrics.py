"""Sizes worked out before anything is drawn: width of text, ticks, labels that do not overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence

_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.22),
    **dict.fromkeys("fIt.,:;/!()[] -\N{MIDDLE DOT}", 0.29),
    **dict.fromkeys('rks*"', 0.40),
    **dict.fromkeys("cvxyzJ", 0.50),
    **dict.fromkeys("ABEKPSVXY&", 0.67),
    **dict.fromkeys("CDHNRUw", 0.73),
    **dict.fromkeys("GOQM%m", 0.83),
    "W": 0.95,
    "\N{EN DASH}": 0.56,
    "\N{MINUS SIGN}": 0.59,
}
_USUAL = 0.556
"""Width of a figure and of most small letters, in parts of the type size (Liberation Sans)."""
MARGIN = 1.03
"""A reader's own sans-serif may run a little wider than the one measured here."""


def text_width(text: str, size: float) -> float:
    """About how many px a line of text takes at `size` px.

    >>> round(text_width("Utara", 12.5)), round(text_width("WWW", 12.5))
    (33, 37)
    """
    return sum(_WIDTHS.get(letter, _USUAL) for letter in text) * size * MARGIN


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Lines of whole words, each at most `width` px unless one word alone is wider.

    >>> wrapped("Jalan dan jembatan", 70, 12.5)
    ['Jalan dan', 'jembatan']
    """
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def words_fit(text: str, width: float, size: float) -> bool:
    """Whether every word of the text has room in a column of `width` px."""
    return all(text_width(word, size) <= width for word in text.split())


def short_year(year: str) -> str:
    """'2017*' with two figures and an apostrophe, where four have no room.

    >>> short_year("2017*")
    '\u201917*'
    """
    return f"\N{RIGHT SINGLE QUOTATION MARK}{year[2:]}"


def ticks(low: float, high: float, count: int = 5, whole: bool = False) -> list[int | float]:
    """About `count` round numbers from `low` or below to `high` or above, in equal steps.

    `whole`: of things that cannot be halved.

    >>> ticks(0, 9), ticks(0, 1.3), ticks(0, 3, whole=True)
    ([0, 2, 4, 6, 8, 10], [0, 0.5, 1, 1.5], [0, 1, 2, 3])
    """
    if high <= low:
        high = low + 1
    rough = (high - low) / count
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999]
    step = next((step for step in steps if step == int(step)), 1) if whole else steps[0]
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return [_whole_if_it_is(round(number * step, digits)) for number in range(first, last + 1)]


def _whole_if_it_is(value: float) -> int | float:
    return int(value) if value == int(value) else value


def spread_apart(
    wanted: Sequence[float], room: Sequence[float], low: float, high: float
) -> list[float]:
    """Places near the wanted ones where labels of these heights do not overlap.

    Labels keep their order; together they stay within `low` and `high` where they fit there.

    >>> spread_apart([50, 52, 10], [14, 14, 14], low=0, high=100)
    [44.0, 58.0, 10.0]
    """

    def tall(cluster: Sequence[int]) -> float:
        return sum(room[item] for item in cluster)

    def touching(above: Sequence[int], below: Sequence[int]) -> bool:
        return top(above) + tall(above) > top(below)

    def top(cluster: Sequence[int]) -> float:
        middle = sum(wanted[item] for item in cluster) / len(cluster)
        return max(low, min(high - tall(cluster), middle - tall(cluster) / 2))

    # Clusters of touching labels: each is centred on the mean of what its members want.
    clusters: list[list[int]] = []
    for item in sorted(range(len(wanted)), key=lambda item: (wanted[item], item)):
        clusters.append([item])
        while len(clusters) > 1 and touching(*clusters[-2:]):
            clusters[-2:] = [clusters[-2] + clusters[-1]]
    places = [0.0] * len(wanted)
    for cluster in clusters:
        at = top(cluster)
        for item in cluster:
            places[item] = at + room[item] / 2
            at += room[item]
    return places
