"""How far an agency is with a year, and which year is meant where nobody names one."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from ..editing.year import (
    YearRound,
    YearState,
    kept_day,
    newest_year,
    readable_catalog,
    round_folder,
    round_of,
    round_years,
)
from ..model import Catalog
from ..model.messages import message
from .bench import Workbench
from .errands import Errand, Tell
from .examining import state_of

FIRST, LAST = 1900, 2100
_READING = message("workbench.step-datasets")


@dataclass(frozen=True, slots=True)
class RoundWishes:
    """What the person has said about a round; None for what was not said."""

    year: int | None = None
    day: datetime.date | None = None
    """The day on which everything is wanted back."""


def wanted_round(root: Path, agency: str, wishes: RoundWishes) -> YearRound:
    """What is owed for the year that is meant, by the day that was set now or when it began.

    Raises Unusable where the agency cannot be read, or has no dataset of every year.
    """
    catalog = readable_catalog(root, agency)
    year = wishes.year or _usual_year(root, agency, catalog)
    day = wishes.day or kept_day(round_folder(root, agency, year), year)
    return round_of(catalog, year, day)


def _usual_year(root: Path, agency: str, catalog: Catalog) -> int:
    """The newest year that was begun and is not whole yet, else the year after the newest."""
    begun = [year for year in round_years(root, agency) if FIRST <= year <= LAST]
    if begun and not _is_whole(round_of(catalog, begun[-1])):
        return begun[-1]
    newest = newest_year(catalog) or datetime.date.today().year - 1
    return min(newest + 1, LAST)


def _is_whole(round_: YearRound) -> bool:
    return all(form.standing.state is YearState.DONE for form in round_.forms)


def outlook(bench: Workbench, agency: str, year: int | None) -> Errand:
    """The round of a year as the data lie there now: being read, or read before."""

    def work(tell: Tell) -> YearRound:
        tell(_READING)
        return wanted_round(bench.root, agency, RoundWishes(year))

    begun = [*round_years(bench.root, agency), *(_days(bench.root, agency))]
    state = state_of(bench.root, agency)
    return bench.errands.begin(f"tahun/{agency}/{year}/{begun}/{state}", work)


def _days(root: Path, agency: str) -> list[str]:
    """The days that were set: the round is told anew when one of them changes."""
    years = round_years(root, agency)
    return [str(kept_day(round_folder(root, agency, year), year)) for year in years]
