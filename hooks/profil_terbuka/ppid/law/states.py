"""How an obligation can stand."""

from __future__ import annotations

from enum import StrEnum


class DutyState(StrEnum):
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
        return self not in (DutyState.NOT_APPLICABLE, DutyState.NO_EVENT)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do for now."""
        return self in (DutyState.MET, DutyState.NIL)
