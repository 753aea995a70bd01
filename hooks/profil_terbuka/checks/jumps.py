"""Suspicions about change over time: jumps out of proportion, and ranks that lose their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

import pandas as pd

from .. import codes
from ..findings import Finding
from ..model import breaks_off
from ..wording import number
from .panel import Panel, Point, Thing

FACTOR = 3.0
"""A change beyond this factor is a jump, unless the descriptor declares another bound."""
LEAST_OWN = 1.5
"""Whatever all others do: what itself changes by less than this factor does not jump."""
LEAST_VALUE = 30
"""Smaller numbers jump by chance."""
LEAST_RANKED = 4
ORDERED = 0.7
SCRAMBLED = 0.5
"""Spearman's rho: a group that kept its order before and does not now."""


def jumps(panel: Panel, factor: float = FACTOR) -> Iterator[Finding]:
    """A whole year, or one thing against the median change of all, beyond `factor`."""
    for before, after in panel.changes():
        finding = _year_jump(panel, before, after, factor)
        if finding:
            # When everything jumps, each single thing does: once is enough.
            yield finding
        else:
            yield from _thing_jumps(panel, before, after, factor)


def _year_jump(panel: Panel, before: int, after: int, factor: float) -> Finding | None:
    old, new = panel.total(before), panel.total(after)
    if not _jumps(float(old), float(new), factor):
        return None
    change = round(100 * (float(new) / float(old) - 1))
    message = f"Jumlah {after} ({number(new)}) {_direction(change)} dari {before} ({number(old)})."
    related = (panel.first(before),)
    return Finding(codes.JUMP, panel.first(after), message, related=related)


def _thing_jumps(panel: Panel, before: int, after: int, factor: float) -> Iterator[Finding]:
    pairs = [pair for pair in panel.shared(before, after) if pair[1].value > 0 < pair[2].value]
    if not pairs:
        return
    usual = median(float(new.value / old.value) for _, old, new in pairs)
    for thing, old, new in pairs:
        own, expected = float(old.value), float(old.value) * usual
        if _jumps(expected, float(new.value), factor) and _jumps(own, float(new.value), LEAST_OWN):
            change = round(100 * (float(new.value / old.value) - 1))
            message = (
                f"{panel.names[thing]} {after} ({number(new.value)}) {_direction(change)} "
                f"dari {before} ({number(old.value)}), jauh dari perubahan umumnya."
            )
            related = (panel.place(old),)
            yield Finding(codes.JUMP, panel.place(new), message, related=related)


def _jumps(old: float, new: float, factor: float) -> bool:
    return max(old, new) >= LEAST_VALUE and breaks_off(old, new, factor)


def _direction(change: int) -> str:
    return f"naik {number(change)} %" if change > 0 else f"turun {number(-change)} %"


def scrambled_ranks(panel: Panel) -> Iterator[Finding]:
    """A group that kept its order from year to year and suddenly loses it.

    Values dealt to the wrong rows leave the group's subtotal right, so no sum can find them.
    """
    for earlier, before, after in zip(panel.years, panel.years[1:], panel.years[2:], strict=False):
        for group, things in panel.groups(after).items():
            columns = [panel.points[year] for year in (earlier, before, after)]
            shared = [thing for thing in things if all(thing in column for column in columns)]
            if len(shared) < LEAST_RANKED:
                continue
            usual = _rho(columns[0], columns[1], shared)
            now = _rho(columns[1], columns[2], shared)
            if usual >= ORDERED and now <= SCRAMBLED:
                within = f" di {panel.names[group]}" if group else ""
                message = (
                    f"Urutan {len(shared)} nilai{within} teracak pada {after}: korelasi "
                    f"peringkat {number(round(usual, 2))} ({earlier}-{before}) "
                    f"menjadi {number(round(now, 2))} ({before}-{after})."
                )
                place = panel.place(panel.points[after][shared[0]])
                yield Finding(codes.RANK_SCRAMBLED, place, message)


def _rho(one: Mapping[Thing, Point], other: Mapping[Thing, Point], things: list[Thing]) -> float:
    """Spearman's rank correlation; 1 where a column is constant and has no order to lose."""
    ranks = [
        pd.Series([float(column[thing].value) for thing in things]).rank()
        for column in (one, other)
    ]
    if any(rank.nunique() == 1 for rank in ranks):
        return 1.0
    return float(ranks[0].corr(ranks[1]))
