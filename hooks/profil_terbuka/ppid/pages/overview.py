"""ppid/: what there is, how it stands, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.asked_documents import DocumentStanding
from ..desk.openness import Openness
from ..law.obligations import Demand
from ..law.states import COUNTED_ONE_BY_ONE, ObligationState
from ..law.words import state_name
from .desk_page import OVERVIEW, Way, desk_page, other_ways
from .tallies import DemandRow, StateColumn, demand_rows, state_columns


@dataclass(frozen=True, slots=True)
class AnnouncedGroup:
    """The documents that must be announced and stand alike; `name` is their state in words."""

    state: ObligationState
    name: str
    documents: tuple[DocumentStanding, ...]


@dataclass(frozen=True)
class OverviewView:
    """What awal.html shows; without `ways` there are no pages on asking and objecting.

    `documents` is how many files the page of documents lists; 0: there is no such page.
    """

    openness: Openness
    columns: tuple[StateColumn, ...]
    demands: tuple[DemandRow, ...]
    announced: tuple[AnnouncedGroup, ...]
    ways: tuple[Way, ...]
    documents: int


def overview_page(openness: Openness, *, desk: bool, documents: int) -> GeneratedPage:
    """The front page of the desk; `desk` tells whether the pages on asking are there."""
    view = OverviewView(
        openness=openness,
        columns=state_columns(openness),
        demands=demand_rows(openness),
        announced=_announced(openness),
        ways=other_ways() if desk else (),
        documents=documents,
    )
    description = message("ppid.overview-about", agency=openness.agency.name)
    return desk_page(OVERVIEW, message("ppid.overview"), description, view)


def _announced(openness: Openness) -> tuple[AnnouncedGroup, ...]:
    """What must be announced by how it stands, what is there first."""
    groups = (
        AnnouncedGroup(
            state,
            state_name(state),
            tuple(one for one in openness.documents_in(state) if one.demand is Demand.ANNOUNCED),
        )
        for state in reversed(COUNTED_ONE_BY_ONE)
    )
    return tuple(group for group in groups if group.documents)
