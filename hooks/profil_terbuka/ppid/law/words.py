"""What states and groups of obligations are called."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.messages import Message, message
from ...words.catalogues import text
from .obligations import Category
from .states import DutyState

_STATES: Mapping[DutyState, Message] = {
    DutyState.MISSING: message("ppid.state-missing"),
    DutyState.LATE: message("ppid.state-late"),
    DutyState.PARTIAL: message("ppid.state-partial"),
    DutyState.MET: message("ppid.state-met"),
    DutyState.NIL: message("ppid.state-nil"),
    DutyState.NOT_APPLICABLE: message("ppid.state-not-applicable"),
    DutyState.NO_EVENT: message("ppid.state-no-event"),
}
_MEANINGS: Mapping[DutyState, Message] = {
    DutyState.MISSING: message("ppid.means-missing"),
    DutyState.LATE: message("ppid.means-late"),
    DutyState.PARTIAL: message("ppid.means-partial"),
    DutyState.MET: message("ppid.means-met"),
    DutyState.NIL: message("ppid.means-nil"),
    DutyState.NOT_APPLICABLE: message("ppid.means-not-applicable"),
    DutyState.NO_EVENT: message("ppid.means-no-event"),
}
_CATEGORIES: Mapping[str, Message] = {
    Category.PERIODIC: message("ppid.category-periodic"),
    Category.URGENT: message("ppid.category-urgent"),
    Category.ANY_TIME: message("ppid.category-any-time"),
    Category.SERVICE: message("ppid.category-service"),
    Category.EXEMPT: message("ppid.category-exempt"),
    Category.PERSONAL_DATA: message("ppid.category-personal-data"),
    Category.STATISTICS: message("ppid.category-statistics"),
}


def state_name(state: DutyState) -> str:
    """How a state is called where it stands alone.

    >>> state_name(DutyState.MISSING)
    'Belum ada'
    """
    return text(_STATES[state])


def state_meaning(state: DutyState) -> str:
    """What a state says, in a sentence."""
    return text(_MEANINGS[state])


def category_name(category: str) -> str:
    """The title of a `Category`.

    >>> category_name("serta-merta")
    'Serta merta'
    """
    return text(_CATEGORIES[category])
