"""What an agency still owes, as text for a terminal: the counts, what is late, what is missing."""

from __future__ import annotations

from ...model.messages import NOTHING, Message, message
from ...words.catalogues import text
from ...words.dates import date
from ...words.numbers import number
from ..desk.openness import DocumentTally, Openness
from ..desk.standings import Standing
from ..law.obligations import Demand
from ..law.states import ObligationState
from ..law.words import demand_name, state_name

LISTED = (ObligationState.LATE, ObligationState.MISSING)


def reminder_text(openness: Openness) -> str:
    """The text for one agency."""
    day = date(openness.day.isoformat())
    lines = [text(message("ppid.reminder", agency=openness.agency.name, date=day))]
    lines += [_counts(demand, tally) for demand, tally in openness.tallies.items() if tally.counted]
    for state in LISTED:
        found = openness.having(state)
        if found:
            lines += ["", f"{state_name(state)} ({number(len(found))}):"]
            lines += [line for item in found for line in _lines(item)]
    return "\n".join(lines)


def _counts(demand: Demand, tally: DocumentTally) -> str:
    """How many documents stand how, of those of which the same is asked."""
    counts = ", ".join(
        f"{number(tally.states[state])} {state_name(state).lower()}"
        for state in ObligationState
        if tally.states[state]
    )
    return text(message("ppid.reminder-counts", demand=demand_name(demand), counts=counts))


def _lines(item: Standing) -> tuple[str, str]:
    """One obligation: its name and wording, then what to do."""
    obligation = item.obligation
    return f"- {obligation.name}: {obligation.text}", f"    {text(_advice(item))}"


def _advice(item: Standing) -> Message:
    until = _until(item)
    if not item.evidence:
        expected, holder = item.obligation.expected, item.obligation.holder
        return message("ppid.reminder-publish", expected=expected, holder=holder, until=until)
    if item.date:
        return message("ppid.reminder-renew", date=date(item.date), until=until)
    return message("ppid.reminder-renew-undated", until=until)


def _until(item: Standing) -> Message:
    """By when: the day that has passed where it is late, else the day to come."""
    if item.state is ObligationState.LATE:
        if item.since is None:
            return NOTHING
        return message("ppid.reminder-overdue", date=date(item.since.isoformat()))
    if item.due is None:
        return NOTHING
    day = date(item.due.isoformat())
    if item.advice:
        return message("ppid.reminder-advised", date=day)
    return message("ppid.reminder-until", date=day)
