"""How an obligation can stand."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class ObligationState(StrEnum):
    """How an obligation stands, the most urgent first."""

    MISSING = "kurang"
    LATE = "terlambat"
    PARTIAL = "sebagian"
    REVIEW = "perlu-ditinjau"
    MET = "terpenuhi"
    NIL = "nihil"
    NOT_APPLICABLE = "tidak-berlaku"
    NO_EVENT = "tanpa-kejadian"

    @property
    def counts(self) -> bool:
        """Whether it stands among the obligations that are counted at all."""
        return self not in (ObligationState.NOT_APPLICABLE, ObligationState.NO_EVENT)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do for now."""
        return self in (ObligationState.MET, ObligationState.NIL)


def state_together(states: Iterable[ObligationState]) -> ObligationState:
    """How a document stands whose obligations stand so: late if one is, met if all are settled.

    >>> state_together([ObligationState.MET, ObligationState.MISSING])
    <ObligationState.PARTIAL: 'sebagian'>
    >>> state_together([ObligationState.NO_EVENT, ObligationState.MET])
    <ObligationState.MET: 'terpenuhi'>
    """
    every = tuple(states)
    counted = {state for state in every if state.counts}
    if not counted:
        no_event = ObligationState.NO_EVENT in every
        return ObligationState.NO_EVENT if no_event else ObligationState.NOT_APPLICABLE
    if ObligationState.LATE in counted:
        return ObligationState.LATE
    if len(counted) == 1:
        return counted.pop()
    unsettled = {state for state in counted if not state.settled}
    if unsettled == {ObligationState.REVIEW}:
        return ObligationState.REVIEW
    return ObligationState.PARTIAL if unsettled else ObligationState.MET


COUNTED_ONE_BY_ONE = (
    ObligationState.MISSING,
    ObligationState.LATE,
    ObligationState.PARTIAL,
    ObligationState.REVIEW,
    ObligationState.MET,
)
"""What summaries tell of each state; the others go together."""
