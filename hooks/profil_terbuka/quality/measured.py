"""Measurements from what is counted: a share, a number, a yes or no."""

from __future__ import annotations

from ..model.messages import Message, message
from ..model.products import Criterion, Measurement
from ..words.catalogues import text
from ..words.labels import yes_no
from ..words.numbers import percent

_DIGITS = 4
"""Decimals of a share: enough for a hundredth of a percent, the same on every machine."""


def measured_share(
    criterion: Criterion, part: int, whole: int, things: Message, judged: bool = True
) -> Measurement | None:
    """So many of so many; None where there is nothing to count. Judged: all or not enough.

    >>> from .criteria import KEYS
    >>> found = measured_share(KEYS, 3, 4, message("quality.things-tables"))
    >>> found.value, found.text, found.met
    (0.75, '3 dari 4 tabel (75 %)', False)
    """
    if not whole:
        return None
    share = percent(round(100 * part / whole, 1))
    said = message("quality.share", part=part, whole=whole, things=things, percent=share)
    met = part == whole if judged else None
    return Measurement(criterion, round(part / whole, _DIGITS), text(said), met)


def measured_count(
    criterion: Criterion, found: int, things: Message, met: bool | None = None
) -> Measurement:
    """'12 pemeriksaan'."""
    said = message("quality.count", count=found, things=things)
    return Measurement(criterion, found, text(said), met)


def measured_answer(criterion: Criterion, holds: bool) -> Measurement:
    """'ya' or 'tidak', which is also the judgement."""
    return Measurement(criterion, holds, yes_no(holds), holds)
