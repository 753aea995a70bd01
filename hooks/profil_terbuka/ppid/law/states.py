"""How an obligation can stand."""

from __future__ import annotations

from enum import StrEnum


class ObligationState(StrEnum):
    """How an obligation stands, the most urgent first."""

    MISSING = "kurang"
    LATE = "terlambat"
    PARTIAL = "sebagian"
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


COUNTED_ONE_BY_ONE = (
    ObligationState.MISSING,
    ObligationState.LATE,
    ObligationState.PARTIAL,
    ObligationState.MET,
)
"""What summaries tell of each state; the others go together."""
