"""Where an agency stands: each obligation with its evidence, its state and its next date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model.messages import message
from ...words.catalogues import text
from ..law.obligations import Law, Obligation
from ..law.rhythms import Counting, Rhythm
from ..law.states import ObligationState
from ..law.timing import end_of_year, first_due, timing_of
from .items import PublicItem
from .statements import NIL, NOT_APPLICABLE, AgencyStatement

LINK_ONLY = message("ppid.link-only")


@dataclass(frozen=True, slots=True)
class ObligationEvidence:
    """An item that shows something of an obligation; `lacking` is '' where it shows all."""

    item: PublicItem
    lacking: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One obligation on one day."""

    obligation: Obligation
    rhythm: Rhythm
    state: ObligationState
    evidence: tuple[ObligationEvidence, ...] = ()
    partial: bool = False
    """Whether no evidence shows all of it; information can be late and partial at once."""
    date: str = ""
    """The day the newest evidence is of."""
    due: datetime.date | None = None
    advice: bool = False
    statement: AgencyStatement | None = None


def judge_obligations(
    law: Law, items: Iterable[PublicItem], said: Sequence[AgencyStatement], today: datetime.date
) -> tuple[Standing, ...]:
    """Every leaf of the law, in its order."""
    shown: dict[str, list[ObligationEvidence]] = {}
    for item in items:
        for claim in item.claims:
            if leaf := law.leaves.get(claim.obligation):
                alone = item.elsewhere and not leaf.link_suffices
                lacking = claim.lacking or (text(LINK_ONLY) if alone else "")
                shown.setdefault(leaf.name, []).append(ObligationEvidence(item, lacking))
    return tuple(
        _standing(
            leaf,
            law.rhythms[leaf.rhythm],
            tuple(shown.get(name, ())),
            [item for item in said if item.obligation == name and item.valid],
            today,
        )
        for name, leaf in law.leaves.items()
    )


def _standing(
    leaf: Obligation,
    rhythm: Rhythm,
    evidence: tuple[ObligationEvidence, ...],
    said: Sequence[AgencyStatement],
    today: datetime.date,
) -> Standing:
    if denied := next((item for item in said if item.kind == NOT_APPLICABLE), None):
        return Standing(leaf, rhythm, ObligationState.NOT_APPLICABLE, statement=denied)
    if evidence:
        return _shown(leaf, rhythm, evidence, today)
    nil = max((item for item in said if item.kind == NIL), key=_year, default=None)
    if nil and leaf.may_be_nil:
        return _declared_nil(leaf, rhythm, nil, today)
    if rhythm.counting is Counting.ON_EVENT:
        return Standing(leaf, rhythm, ObligationState.NO_EVENT)
    return Standing(leaf, rhythm, ObligationState.MISSING, due=first_due(rhythm, today))


def _declared_nil(
    leaf: Obligation, rhythm: Rhythm, nil: AgencyStatement, today: datetime.date
) -> Standing:
    """Nil holds for its year; of what is told about last year, for the year after as well."""
    about_last_year = rhythm.counting is Counting.LAST_YEAR
    valid_until = end_of_year(_year(nil) + about_last_year)
    valid = today <= valid_until
    return Standing(
        obligation=leaf,
        rhythm=rhythm,
        state=ObligationState.NIL if valid else ObligationState.LATE,
        date=nil.date,
        due=valid_until if valid else first_due(rhythm, today),
        statement=nil,
    )


def _year(item: AgencyStatement) -> int:
    return item.year or 0


def _shown(
    leaf: Obligation, rhythm: Rhythm, evidence: tuple[ObligationEvidence, ...], today: datetime.date
) -> Standing:
    """Two halves do not make a whole: somebody must say that one item shows everything."""
    whole = [item for item in evidence if not item.lacking]
    dates = [item.item.date for item in whole or evidence if item.item.date]
    newest = max(dates, default="")
    when = timing_of(rhythm, datetime.date.fromisoformat(newest) if newest else None, today)
    state = ObligationState.MET if whole else ObligationState.PARTIAL
    return Standing(
        obligation=leaf,
        rhythm=rhythm,
        state=ObligationState.LATE if when.late else state,
        evidence=evidence,
        partial=not whole,
        date=newest,
        due=when.due,
        advice=when.advice,
    )
