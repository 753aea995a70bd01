"""How many documents stand how, by what is asked of the agency: a table that two pages show."""

from __future__ import annotations

from dataclasses import dataclass

from ..desk.openness import Openness
from ..law.states import COUNTED_ONE_BY_ONE, ObligationState
from ..law.words import demand_meaning, demand_name, state_name


@dataclass(frozen=True, slots=True)
class StateColumn:
    """A column of the table; where some document stands so, it leads to these."""

    state: ObligationState
    name: str
    occurs: bool


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A row of the table: how many documents stand in each counted way, and otherwise."""

    title: str
    meaning: str
    counted: int
    settled: int
    counts: tuple[int, ...]
    others: int


def state_columns(openness: Openness) -> tuple[StateColumn, ...]:
    """The states that are counted one by one."""
    return tuple(
        StateColumn(state, state_name(state), bool(openness.documents_in(state)))
        for state in COUNTED_ONE_BY_ONE
    )


def demand_rows(openness: Openness) -> tuple[DemandRow, ...]:
    """One row for each demand that some document answers."""
    rows = []
    for demand, tally in openness.tallies.items():
        counts = tuple(tally.states[state] for state in COUNTED_ONE_BY_ONE)
        others = tally.states.total() - sum(counts)
        title, meaning = demand_name(demand), demand_meaning(demand)
        rows.append(DemandRow(title, meaning, tally.counted, tally.settled, counts, others))
    return tuple(row for row in rows if row.counted or row.others)
