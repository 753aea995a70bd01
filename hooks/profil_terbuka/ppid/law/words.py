"""What states, demands, proofs and groups of obligations are called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model.messages import Message, message
from ...words.catalogues import text
from .obligations import Demand, ObligationCategory
from .states import ObligationState

_STATES: Mapping[ObligationState, Message] = {
    ObligationState.MISSING: message("ppid.state-missing"),
    ObligationState.LATE: message("ppid.state-late"),
    ObligationState.PARTIAL: message("ppid.state-partial"),
    ObligationState.REVIEW: message("ppid.state-review"),
    ObligationState.MET: message("ppid.state-met"),
    ObligationState.NIL: message("ppid.state-nil"),
    ObligationState.NOT_APPLICABLE: message("ppid.state-not-applicable"),
    ObligationState.NO_EVENT: message("ppid.state-no-event"),
}
_MEANINGS: Mapping[ObligationState, Message] = {
    ObligationState.MISSING: message("ppid.means-missing"),
    ObligationState.LATE: message("ppid.means-late"),
    ObligationState.PARTIAL: message("ppid.means-partial"),
    ObligationState.REVIEW: message("ppid.means-review"),
    ObligationState.MET: message("ppid.means-met"),
    ObligationState.NIL: message("ppid.means-nil"),
    ObligationState.NOT_APPLICABLE: message("ppid.means-not-applicable"),
    ObligationState.NO_EVENT: message("ppid.means-no-event"),
}
_DEMANDS: Mapping[Demand, Message] = {
    Demand.ANNOUNCED: message("ppid.demand-announced"),
    Demand.AVAILABLE: message("ppid.demand-available"),
    Demand.PRACTICE: message("ppid.demand-practice"),
}
_DEMANDS_MEAN: Mapping[Demand, Message] = {
    Demand.ANNOUNCED: message("ppid.demand-announced-means"),
    Demand.AVAILABLE: message("ppid.demand-available-means"),
    Demand.PRACTICE: message("ppid.demand-practice-means"),
}
_GRADES: Mapping[str, Message] = {
    "A": message("ppid.grade-a"),
    "B": message("ppid.grade-b"),
    "C": message("ppid.grade-c"),
    "D": message("ppid.grade-d"),
    "M": message("ppid.grade-m"),
    "R": message("ppid.grade-r"),
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


_NUMBERED = re.compile(r"(?P<kind>\D+?) (?P<number>\d+)/(?P<year>\d{4})")
_KINDS: Mapping[str, Message] = {
    "UU": message("ppid.law-uu"),
    "PP": message("ppid.law-pp"),
    "Perpres": message("ppid.law-perpres"),
    "Perki": message("ppid.law-perki"),
    "Permendagri": message("ppid.law-permendagri"),
    "PermenPANRB": message("ppid.law-permenpanrb"),
    "Permenkominfo": message("ppid.law-permenkominfo"),
    "Peraturan BPS": message("ppid.law-bps"),
}
"""How regulations are called for short, and how in full."""


def law_in_words(basis: str) -> str:
    """A rule with its regulation called in full, as letters do; others stay as they are.

    >>> law_in_words("UU 14/2008 Pasal 9 ayat (3)")
    'Undang-Undang Nomor 14 Tahun 2008 Pasal 9 ayat (3)'
    """
    found = _NUMBERED.match(basis)
    if found is None or found["kind"] not in _KINDS:
        return basis
    kind, number, year = _KINDS[found["kind"]], found["number"], found["year"]
    named = text(message("ppid.law-numbered", kind=kind, number=number, year=year))
    return f"{named}{basis[found.end() :]}"


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


def demand_name(demand: Demand) -> str:
    """What is asked of an agency, in words.

    >>> demand_name(Demand.PRACTICE)
    'Praktik baik'
    """
    return text(_DEMANDS[demand])


def demand_meaning(demand: Demand) -> str:
    """What a demand says, in a sentence."""
    return text(_DEMANDS_MEAN[demand])


def proof(grade: str, source: str) -> str:
    """How good the proof of a rule is, and what was read; '' for a grade nobody knows.

    >>> proof("M", "")
    'dari ingatan penyusun, belum terbaca pada naskah'
    """
    if grade not in _GRADES:
        return ""
    named = text(_GRADES[grade])
    return text(message("ppid.proof", grade=named, source=source)) if source else named
