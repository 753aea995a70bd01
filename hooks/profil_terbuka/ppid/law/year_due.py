"""By when the numbers of a year must be out, as the obligations that a dataset meets say."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Claim, Dataset
from .obligations import read_law
from .rhythms import Counting, Rhythm
from .timing import end_of_year, next_closing


@dataclass(frozen=True, slots=True, order=True)
class YearDue:
    """The last day, and the rule that sets it, as the reference package has it."""

    day: datetime.date
    ground: str


def year_due(
    reference: Sequence[Dataset], region: str, claims: Iterable[Claim], year: int
) -> YearDue | None:
    """When the numbers of a year are due; None where none of the obligations sets a day."""
    law = read_law(reference, region)
    if law is None:
        return None
    named = [law.all[claim.obligation] for claim in claims if claim.obligation in law.all]
    rhythms = [law.rhythms[item.rhythm] for item in named if item.rhythm in law.rhythms]
    days = [(day_for(rhythm, year), rhythm.ground) for rhythm in rhythms]
    return min((YearDue(day, ground) for day, ground in days if day), default=None)


def day_for(rhythm: Rhythm, year: int) -> datetime.date | None:
    """By when a rhythm asks for the numbers of a year; None where it sets no day for them.

    What only good practice advises sets none.

    >>> from .rhythms import closing_days
    >>> twice = Rhythm("6-bulan", "", 184, Counting.BY_AGE, closing_days("06-30 12-31"), "")
    >>> day_for(twice, 2025)
    datetime.date(2026, 6, 30)
    """
    if not rhythm.binding:
        return None
    after = datetime.date(year + 1, 1, 1)
    if rhythm.counting is Counting.THIS_YEAR:
        return end_of_year(year)
    if rhythm.counting is Counting.LAST_YEAR:
        return end_of_year(year + 1)
    if rhythm.counting in (Counting.BY_AGE, Counting.YEARLY_REPORT):
        return next_closing(rhythm, after)
    return None
