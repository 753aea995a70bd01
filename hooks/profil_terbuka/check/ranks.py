"""Suspicion that values were dealt to the wrong rows: ranks that lose their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from ..model import codes
from ..model.findings import Finding
from ..words.numbers import number
from .jumps import beyond_chance
from .panel import Panel, Point, Thing

LEAST_RANKED = 4
ORDERED = 0.7
SCRAMBLED = 0.5
"""Spearman's rho: a group that kept its order before and does not now."""


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
            if not all(_has_order(panel, column, shared) for column in columns):
                continue
            usual = _rho(columns[0], columns[1], shared)
            now = _rho(columns[1], columns[2], shared)
            if usual >= ORDERED and now <= SCRAMBLED:
                within = f" di {panel.names[group]}" if group else ""
                message = (
                    f"Urutan {len(shared)} nilai{within} teracak pada {after}: kesamaannya "
                    f"{number(round(usual, 2))} dari {earlier} ke {before}, tetapi "
                    f"{number(round(now, 2))} dari {before} ke {after} "
                    "(1: urutannya sama, 0: tidak berkaitan, \N{MINUS SIGN}1: terbalik)."
                )
                place = panel.place(panel.points[after][shared[0]])
                yield Finding(codes.RANK_SCRAMBLED, place, message)


def _has_order(panel: Panel, column: Mapping[Thing, Point], things: list[Thing]) -> bool:
    """Whether the largest differs from the smallest beyond chance; a handful has no order."""
    points = sorted((column[thing] for thing in things), key=lambda point: point.value)
    return beyond_chance(panel.unit(things[0]), points[0], points[-1])


def _rho(one: Mapping[Thing, Point], other: Mapping[Thing, Point], things: list[Thing]) -> float:
    """Spearman's rank correlation; 1 where a column is constant and has no order to lose."""
    ranks = [
        pd.Series([float(column[thing].value) for thing in things]).rank()
        for column in (one, other)
    ]
    if any(rank.nunique() == 1 for rank in ranks):
        return 1.0
    return float(ranks[0].corr(ranks[1]))
