"""ppid/: what there is, how it stands, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.messages import message
from ...model.products import GeneratedPage
from ..desk.openness import Openness
from ..law.states import COUNTED_ONE_BY_ONE, ObligationState
from ..law.words import state_name
from .desk_page import OVERVIEW, Way, desk_page, other_ways


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many obligations stand how; `name` is the state in words."""

    state: ObligationState
    name: str
    count: int


@dataclass(frozen=True)
class OverviewView:
    """What awal.html shows; without `ways` there are no pages on asking and objecting.

    `documents` is how many files the page of documents lists; 0: there is no such page.
    """

    openness: Openness
    counts: tuple[StateCount, ...]
    ways: tuple[Way, ...]
    documents: int


def overview_page(openness: Openness, *, desk: bool, documents: int) -> GeneratedPage:
    """The front page of the desk; `desk` tells whether the pages on asking are there."""
    view = OverviewView(
        openness=openness,
        counts=tuple(
            StateCount(state, state_name(state), openness.counts[state])
            for state in COUNTED_ONE_BY_ONE
        ),
        ways=other_ways() if desk else (),
        documents=documents,
    )
    description = message("ppid.overview-about", agency=openness.agency.name)
    return desk_page(OVERVIEW, message("ppid.overview"), description, view)
