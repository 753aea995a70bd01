"""ppid/kepatuhan/: every document that is asked for with its state, what is missing first."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.asked_documents import DocumentStanding
from ..desk.openness import Openness
from ..desk.standings import Standing
from ..law.obligations import Obligation
from ..law.states import ObligationState
from ..law.words import category_name, demand_name, proof, state_meaning, state_name
from .desk_page import COMPLIANCE, desk_page
from .tallies import DemandRow, StateColumn, demand_rows, state_columns


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """One obligation in words, and how good the proof of its wording is."""

    standing: Standing
    state: str
    category: str
    proof: str


@dataclass(frozen=True, slots=True)
class AskedCard:
    """A document and the obligations it fulfils."""

    standing: DocumentStanding
    state: str
    demand: str
    rows: tuple[ObligationRow, ...]


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The documents that stand alike."""

    state: ObligationState
    name: str
    meaning: str
    cards: tuple[AskedCard, ...]


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
    demands: tuple[DemandRow, ...]
    groups: tuple[StateGroup, ...]
    parents: tuple[ParentRule, ...]


def compliance_page(openness: Openness) -> GeneratedPage:
    """A summary by demand, all documents by state, and the statute's own rules."""
    view = ComplianceView(
        openness=openness,
        columns=state_columns(openness),
        demands=demand_rows(openness),
        groups=tuple(
            StateGroup(state, state_name(state), state_meaning(state), tuple(map(_card, found)))
            for state in ObligationState
            if (found := openness.documents_in(state))
        ),
        parents=_parents(openness),
    )
    description = message("ppid.compliance-about", agency=openness.agency.name)
    return desk_page(COMPLIANCE, message("ppid.compliance"), description, view)


def _card(item: DocumentStanding) -> AskedCard:
    return AskedCard(
        standing=item,
        state=state_name(item.state),
        demand=demand_name(item.demand),
        rows=tuple(map(_row, item.standings)),
    )


def _row(standing: Standing) -> ObligationRow:
    obligation = standing.obligation
    return ObligationRow(
        standing=standing,
        state=state_name(standing.state),
        category=category_name(obligation.category),
        proof=proof(obligation.grade, obligation.source),
    )


def _parents(openness: Openness) -> tuple[ParentRule, ...]:
    """What stands above the leaves is never judged itself."""
    found = []
    for name, item in openness.law.all.items():
        below = openness.law.below(name)
        if below:
            states = [openness.judged[leaf.name].state for leaf in below]
            found.append(ParentRule(item, sum(state.settled for state in states), len(below)))
    return tuple(found)
