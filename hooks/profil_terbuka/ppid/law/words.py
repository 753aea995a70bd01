"""What states and groups of obligations are called."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.messages import Message, message
from ...words.catalogues import text
from .obligations import ObligationCategory
from .states import ObligationState

_STATES: Mapping[ObligationState, Message] = {
    ObligationState.MISSING: message("ppid.state-missing"),
    ObligationState.LATE: message("ppid.state-late"),
    ObligationState.PARTIAL: message("ppid.state-partial"),
    ObligationState.MET: message("ppid.state-met"),
    ObligationState.NIL: message("ppid.state-nil"),
    ObligationState.NOT_APPLICABLE: message("ppid.state-not-applicable"),
    ObligationState.NO_EVENT: message("ppid.state-no-event"),
}
_MEANINGS: Mapping[ObligationState, Message] = {
    ObligationState.MISSING: message("ppid.means-missing"),
    ObligationState.LATE: message("ppid.means-late"),
    ObligationState.PARTIAL: message("ppid.means-partial"),
    ObligationState.MET: message("ppid.means-met"),
    ObligationState.NIL: message("ppid.means-nil"),
    ObligationState.NOT_APPLICABLE: message("ppid.means-not-applicable"),
    ObligationState.NO_EVENT: message("ppid.means-no-event"),
}
_CATEGORIES: Mapping[str, Message] = {
    ObligationCategory.PERIODIC: message("ppid.category-periodic"),
    ObligationCategory.URGENT: message("ppid.category-urgent"),
    ObligationCategory.ANY_TIME: message("ppid.category-any-time"),
    ObligationCategory.SERVICE: message("ppid.category-service"),
    ObligationCategory.EXEMPT: message("ppid.category-exempt"),
    ObligationCategory.PERSONAL_DATA: message("ppid.category-personal-data"),
    ObligationCategory.STATISTICS: message("ppid.category-statistics"),
}


def state_name(state: ObligationState) -> str:
    """How a state is called where it stands alone.

    >>> state_name(ObligationState.MISSING)
    'Belum ada'
    """
    return text(_STATES[state])


def state_meaning(state: ObligationState) -> str:
    """What a state says, in a sentence."""
    return text(_MEANINGS[state])


def category_name(category: str) -> str:
    """The title of a `ObligationCategory`.

    >>> category_name("serta-merta")
    'Serta merta'
    """
    return text(_CATEGORIES[category])
