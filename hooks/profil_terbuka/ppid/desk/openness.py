"""All that the desk knows on one day: obligations, list, indicators, what is due when."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import Agency, Catalog, Manuscript
from ..law.obligations import Law, law
from ..law.states import State
from .former import Changes, Former, changes
from .indicators import Indicator, indicators
from .items import items
from .own import own_items
from .publiclist import PublicList, columns, listable, public_list
from .standings import Standing, standings
from .statements import statements


@dataclass(frozen=True)
class Openness:
    """How open an agency is on `day`."""

    agency: Agency
    day: datetime.date
    law: Law
    standings: tuple[Standing, ...]
    listed: PublicList
    changes: Changes | None
    indicators: tuple[Indicator, ...]

    @cached_property
    def judged(self) -> Mapping[str, Standing]:
        """The standings by obligation."""
        return {item.obligation.name: item for item in self.standings}

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many obligations stand how; every state is there."""
        found = Counter(item.state for item in self.standings)
        return {state: found[state] for state in State}

    @property
    def counted(self) -> int:
        """How many obligations count at all."""
        return sum(item.state.counts for item in self.standings)

    @property
    def settled(self) -> int:
        """How many of them leave nothing to do."""
        return sum(item.state.settled for item in self.standings)

    def having(self, state: State) -> tuple[Standing, ...]:
        """The obligations in that state, in the order of the law."""
        return tuple(item for item in self.standings if item.state is state)


def assess(
    catalog: Catalog,
    written: Sequence[Manuscript],
    former: Former | None,
    day: datetime.date,
) -> Openness | None:
    """Where the agency stands; None where the repository does not say what the law asks."""
    known = law(catalog.reference, catalog.agency.region)
    if known is None or not columns(catalog.reference):
        return None
    shown = items(catalog, written)
    found = standings(known, (*shown, *own_items(catalog, day)), statements(catalog), day)
    listed = public_list(catalog, listable(shown), known)
    judged = {item.obligation.name: item for item in found}
    return Openness(
        catalog.agency,
        day,
        known,
        found,
        listed,
        changes(former, listed),
        indicators(catalog.reference, known, judged),
    )
