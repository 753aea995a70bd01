"""ppid/kepatuhan/: every obligation with its state, what is missing first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.obligations import Obligation, ObligationCategory
from ..law.states import COUNTED_ONE_BY_ONE, ObligationState
from ..law.words import category_name, state_meaning, state_name
from .desk_page import COMPLIANCE, desk_page


@dataclass(frozen=True, slots=True)
class StateColumn:
    """A column of the summary; where some obligation stands so, it leads to these."""

    state: ObligationState
    name: str
    occurs: bool


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A row of the summary: how many obligations stand in each counted way, and otherwise."""

    title: str
    counts: tuple[int, ...]
    others: int


@dataclass(frozen=True, slots=True)
class ObligationCard:
    """One obligation in words; `holders` are those who usually hold it, values to filter by."""

    standing: Standing
    state: str
    category: str
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The obligations that stand alike."""

    state: ObligationState
    name: str
    meaning: str
    cards: tuple[ObligationCard, ...]


@dataclass(frozen=True, slots=True)
class ParentRule:
    """A rule of a statute, and how many of the items below it are settled."""

    obligation: Obligation
    settled: int
    below: int


@dataclass(frozen=True)
class ComplianceView:
    """What kepatuhan.html shows."""

    openness: Openness
    columns: tuple[StateColumn, ...]
    summary: tuple[CategoryRow, ...]
    groups: tuple[StateGroup, ...]
    parents: tuple[ParentRule, ...]


def compliance_page(openness: Openness) -> GeneratedPage:
    """A summary by group, all obligations by state, and the statute's own rules."""
    view = ComplianceView(
        openness=openness,
        columns=tuple(
            StateColumn(state, state_name(state), bool(openness.counts[state]))
            for state in COUNTED_ONE_BY_ONE
        ),
        summary=tuple(row for row in (_row(name, openness) for name in ObligationCategory) if row),
        groups=tuple(
            StateGroup(state, state_name(state), state_meaning(state), tuple(map(_card, found)))
            for state in ObligationState
            if (found := openness.having(state))
        ),
        parents=_parents(openness),
    )
    description = message("ppid.compliance-about", agency=openness.agency.name)
    return desk_page(COMPLIANCE, message("ppid.compliance"), description, view)


def _row(category: ObligationCategory, openness: Openness) -> CategoryRow | None:
    """A group of obligations; None where it has none."""
    states = Counter(
        item.state for item in openness.standings if item.obligation.category == category
    )
    if not states:
        return None
    counts = tuple(states[state] for state in COUNTED_ONE_BY_ONE)
    return CategoryRow(category_name(category), counts, states.total() - sum(counts))


def _card(standing: Standing) -> ObligationCard:
    obligation = standing.obligation
    return ObligationCard(
        standing=standing,
        state=state_name(standing.state),
        category=category_name(obligation.category),
        holders=usual_holders(obligation.holder),
    )


def usual_holders(told: str) -> tuple[str, ...]:
    """The units, one by one.

    >>> usual_holders("Bidang yang menangani bencana; BPBD kota")
    ('Bidang yang menangani bencana', 'BPBD kota')
    """
    return tuple(name.strip() for name in told.split(";") if name.strip())


def _parents(openness: Openness) -> tuple[ParentRule, ...]:
    """What stands above the leaves is never judged itself."""
    found = []
    for name, item in openness.law.all.items():
        below = openness.law.below(name)
        if below:
            states = [openness.judged[leaf.name].state for leaf in below]
            found.append(ParentRule(item, sum(state.settled for state in states), len(below)))
    return tuple(found)
