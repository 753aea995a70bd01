"""Measurements from what is counted: a share, a number, a yes or no."""

from __future__ import annotations

from ..model.products import Criterion, Measurement
from ..words.numbers import number

_DIGITS = 4
"""Decimals of a share: enough for a hundredth of a percent, the same on every machine."""


def share(
    criterion: Criterion, part: int, whole: int, things: str, judged: bool = True
) -> Measurement | None:
    """'3 dari 4 kolom (75 %)'; None where there is nothing to count. Judged: all or not enough."""
    if not whole:
        return None
    percent = number(round(100 * part / whole, 1))
    text = f"{number(part)} dari {number(whole)} {things} ({percent} %)"
    met = part == whole if judged else None
    return Measurement(criterion, round(part / whole, _DIGITS), text, met)


def count(criterion: Criterion, found: int, things: str, met: bool | None = None) -> Measurement:
    """'12 pemeriksaan'."""
    return Measurement(criterion, found, f"{number(found)} {things}", met)


def answer(criterion: Criterion, holds: bool) -> Measurement:
    """'ya' or 'tidak', which is also the judgement."""
    return Measurement(criterion, holds, "ya" if holds else "tidak", holds)
