"""All that the desk knows on one day: obligations, list, indicators, what is due when."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import Agency, Catalog, Manuscript
from ..law.obligations import Demand, Law
from ..law.states import ObligationState
from .asked_documents import DocumentStanding, judge_documents
from .custody import read_custody_rules
from .former import FormerList, ListChanges, list_changes
from .indicators import Indicator, read_indicators
from .items import public_items
from .legal_corrections import agency_law
from .own import own_items
from .public_list import PublicList, dip_columns, listable_items, public_list
from .standings import Standing, judge_obligations
from .statements import agency_statements
from .worklist import WorkTask, named_holders, work_tasks


@dataclass(frozen=True)
class DocumentTally:
    """How many documents stand how."""

    states: Counter[ObligationState]

    @property
    def counted(self) -> int:
        """How many count at all."""
        return sum(count for state, count in self.states.items() if state.counts)

    @property
    def settled(self) -> int:
        """How many of them leave nothing to do."""
        return sum(count for state, count in self.states.items() if state.settled)


@dataclass(frozen=True)
class Openness:
    """How open an agency is on `day`."""

    agency: Agency
    day: datetime.date
    law: Law
    standings: tuple[Standing, ...]
    listed: PublicList
    changes: ListChanges | None
    indicators: tuple[Indicator, ...]
    holders: Mapping[str, str]
    """Obligation -> the unit that holds what it asks for; '' where nobody has said so."""

    @cached_property
    def judged(self) -> Mapping[str, Standing]:
        """The standings by obligation."""
        return {item.obligation.name: item for item in self.standings}

    @cached_property
    def documents(self) -> tuple[DocumentStanding, ...]:
        """What the law asks for, each document once."""
        return judge_documents(self.law, self.judged)

    @cached_property
    def tasks(self) -> tuple[WorkTask, ...]:
        """What is left to do, in the order of work."""
        return work_tasks(self.documents, self.holders)

    @cached_property
    def tallies(self) -> Mapping[Demand, DocumentTally]:
        """The documents counted by what is asked of the agency: one tally for each demand."""
        return {
            demand: DocumentTally(
                Counter(item.state for item in self.documents if item.demand is demand)
            )
            for demand in Demand
        }

    def documents_in(self, state: ObligationState) -> tuple[DocumentStanding, ...]:
        """The documents in that state, in the order of the law."""
        return tuple(item for item in self.documents if item.state is state)

    def having(self, state: ObligationState) -> tuple[Standing, ...]:
        """The obligations in that state, in the order of the law."""
        return tuple(item for item in self.standings if item.state is state)


def assess_openness(
    catalog: Catalog,
    written: Sequence[Manuscript],
    former: FormerList | None,
    day: datetime.date,
) -> Openness | None:
    """Where the agency stands; None where the repository does not say what the law asks."""
    known = agency_law(catalog)
    if known is None or not dip_columns(catalog.reference):
        return None
    shown = public_items(catalog, written)
    listed = public_list(catalog, listable_items(shown), known)
    evidence = (*shown, *own_items(catalog, listed, day))
    found = judge_obligations(known, evidence, agency_statements(catalog), day)
    judged = {item.obligation.name: item for item in found}
    return Openness(
        catalog.agency,
        day,
        known,
        found,
        listed,
        list_changes(former, listed),
        read_indicators(catalog.reference, known, judged),
        named_holders(found, known, read_custody_rules(catalog), catalog.agency),
    )
