"""The measures as tables of Markdown: work in seconds, how many times the floor, how it grows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .comparing import COLD, FLOOR, FRICTIONLESS, SAME, SITES, TABLES, Measure

Found = dict[tuple[str, int], Measure]
_HOW = (
    "Seconds of work (CPU of all processes), in brackets how many times the floor's.",
    "growth: the power of N between the two largest sizes; 1 is proportional, 2 quadratic.",
    "Peak: the largest single process, not the sum. MkDocs keeps nothing: it is always cold.",
)


def told(measures: Sequence[Measure]) -> str:
    """Both tables, those that have rows."""
    found = {(measure.what, measure.size): measure for measure in measures}
    sites = sorted({measure.size for measure in measures if measure.what in SITES})
    tables = sorted({measure.size for measure in measures if measure.what in TABLES})
    parts = [_site_table(found, sites)] if sites else []
    parts += [_long_table(found, rows) for rows in tables]
    return "\n".join(parts)


def _site_table(found: Found, sizes: Sequence[int]) -> str:
    heads = ("", *(f"N={size}" for size in sizes), "growth")
    lines = [(what, *_works(found, what, sizes), _growth(found, what, sizes)) for what in SITES]
    for what in (FLOOR, COLD, SAME):
        peaks = [_peak(found.get((what, size))) for size in sizes]
        lines.append((f"peak MB, {what}", *peaks, ""))
    return _table(heads, lines) + "\n" + "\n".join(_HOW) + "\n"


def _works(found: Found, what: str, sizes: Sequence[int]) -> list[str]:
    return [_work(found.get((what, size)), found.get((FLOOR, size))) for size in sizes]


def _long_table(found: Found, rows: int) -> str:
    heads = (f"{rows:,} rows", "CPU s (times frictionless)", "peak MB")
    base = found.get((FRICTIONLESS, rows))
    measures = [(what, found.get((what, rows))) for what in TABLES]
    return _table(heads, [(what, _work(one, base), _peak(one)) for what, one in measures])


def _work(measure: Measure | None, base: Measure | None) -> str:
    """'40.3 (45x)'; where it did not end well: what happened instead."""
    if measure is None:
        return "not run"
    if measure.cost is None:
        return measure.why
    if measure.cost.cut:
        return f"> {measure.cost.cpu:.0f}: ended after {measure.cost.wall:.0f} s"
    if measure.cost.status:
        return f"failed: exit status {measure.cost.status}"
    work = f"{measure.cost.cpu:.2f}"
    if base is None or not base.well or base.cost is None or base is measure:
        return work
    return f"{work} ({times(measure.cost.cpu / base.cost.cpu)})"


def times(ratio: float) -> str:
    """How many times as much; below one with a second digit, as most of it would be lost.

    >>> times(42.53), times(0.0398)
    ('42.5x', '0.04x')
    """
    return f"{ratio:.2f}x" if ratio < 1 else f"{ratio:.1f}x"


def _peak(measure: Measure | None) -> str:
    cost = measure.cost if measure and measure.well else None
    return f"{cost.peak:.0f}" if cost else ""


def _growth(found: Found, what: str, sizes: Sequence[int]) -> str:
    """The power of N between the two largest sizes that ended well."""
    ended = [size for size in sizes if (one := found.get((what, size))) and one.well]
    if len(ended) < 2:
        return ""
    less, more = ended[-2:]
    costs = [found[what, size].cost for size in (less, more)]
    return f"{power(less, more, *(cost.cpu for cost in costs if cost)):.2f}"


def power(less: float, more: float, cost_of_less: float, cost_of_more: float) -> float:
    """How a cost grows: twice the size, four times the cost is the second power.

    >>> power(200, 400, 3.0, 12.0)
    2.0
    """
    return math.log(cost_of_more / cost_of_less) / math.log(more / less)


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rows = (heads, ("---",) * len(heads), *lines)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
