"""Where an agency stands: each obligation with its evidence, its state and its next date."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...model.messages import message
from ...words.catalogues import text
from ..law.obligations import Law, Obligation
from ..law.rhythms import Counting, Rhythm
from ..law.states import ObligationState
from ..law.timing import Timing, end_of_year, never_published, review_timing, timing_of
from .items import PublicItem
from .statements import NIL, NOT_APPLICABLE, STILL_VALID, AgencyStatement

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
    old: bool = False
    """Whether it is older than the rhythm has it; late only where the rhythm binds."""
    date: str = ""
    """The day the newest evidence is of."""
    review: AgencyStatement | None = None
    """Who said last, and when, that a standing fact still holds."""
    since: datetime.date | None = None
    """The day by which it should have been there or renewed, where it is late or old."""
    due: datetime.date | None = None
    advice: bool = False
    """Whether `due` is a suggestion that no rule makes."""
    statement: AgencyStatement | None = None


def judge_obligations(
    law: Law, items: Iterable[PublicItem], said: Sequence[AgencyStatement], today: datetime.date
) -> tuple[Standing, ...]:
    """Every leaf of the law, in its order."""
    shown: dict[str, list[ObligationEvidence]] = {}
    for item in items:
        for claim in item.claims:
            if leaf := law.leaves.get(claim.obligation):
                alone = item.foreign and not leaf.link_suffices
                lacking = claim.lacking or (text(LINK_ONLY) if alone else "")
                shown.setdefault(leaf.name, []).append(ObligationEvidence(item, lacking))
    known = [item for item in said if item.valid and item.date <= today.isoformat()]
    return tuple(
        _standing(
            leaf,
            law.rhythms[leaf.rhythm],
            tuple(shown.get(name, ())),
            [item for item in known if item.obligation in (name, leaf.document)],
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
        return _shown(leaf, rhythm, evidence, said, today)
    nil = max((item for item in said if item.kind == NIL), key=_year, default=None)
    if nil and leaf.may_be_nil:
        return _declared_nil(leaf, rhythm, nil, today)
    if rhythm.counting is Counting.ON_EVENT:
        return Standing(leaf, rhythm, ObligationState.NO_EVENT)
    return _absent(leaf, rhythm, today)


def _absent(leaf: Obligation, rhythm: Rhythm, today: datetime.date) -> Standing:
    """Late is also what was never published, where a rule sets a day and it has passed."""
    when = never_published(rhythm, today)
    late = when.old and rhythm.binding
    return Standing(
        obligation=leaf,
        rhythm=rhythm,
        state=ObligationState.LATE if late else ObligationState.MISSING,
        since=when.since if late else None,
        due=when.due,
        advice=when.advised or not rhythm.binding,
    )


def _declared_nil(
    leaf: Obligation, rhythm: Rhythm, nil: AgencyStatement, today: datetime.date
) -> Standing:
    """Nil holds for its year; of what is told about last year, for the year after as well."""
    about_last_year = rhythm.counting is Counting.LAST_YEAR
    valid_until = end_of_year(_year(nil) + about_last_year)
    if today <= valid_until:
        state = ObligationState.NIL
        return Standing(leaf, rhythm, state, date=nil.date, due=valid_until, statement=nil)
    state = ObligationState.LATE if rhythm.binding else ObligationState.MISSING
    since = valid_until if rhythm.binding else None
    absent = _absent(leaf, rhythm, today)
    return replace(absent, state=state, since=since, date=nil.date, statement=nil)


def _year(item: AgencyStatement) -> int:
    return item.year or 0


def _shown(
    leaf: Obligation,
    rhythm: Rhythm,
    evidence: tuple[ObligationEvidence, ...],
    said: Sequence[AgencyStatement],
    today: datetime.date,
) -> Standing:
    """Two halves do not make a whole: somebody must say that one item shows everything."""
    whole = [item for item in evidence if not item.lacking]
    dates = [item.item.date for item in whole or evidence if item.item.date]
    newest = max(dates, default="")
    reviews = [item for item in said if item.kind == STILL_VALID and leaf.standing]
    review = max(reviews, key=lambda item: item.date, default=None)
    when = _timing(leaf, rhythm, max(newest, review.date if review else ""), today)
    late = when.old and rhythm.binding and not leaf.standing
    return Standing(
        obligation=leaf,
        rhythm=rhythm,
        state=_state(late=late, partial=not whole, old=when.old),
        evidence=evidence,
        partial=not whole,
        old=when.old,
        date=newest,
        review=review,
        since=when.since,
        due=when.due,
        advice=when.advised or leaf.standing or not rhythm.binding,
    )


def _timing(leaf: Obligation, rhythm: Rhythm, last: str, today: datetime.date) -> Timing:
    """A standing fact is as new as its last review, whatever rhythm its group has."""
    rule = review_timing if leaf.standing else timing_of
    return rule(rhythm, datetime.date.fromisoformat(last) if last else None, today)


def _state(*, late: bool, partial: bool, old: bool) -> ObligationState:
    if late:
        return ObligationState.LATE
    if partial:
        return ObligationState.PARTIAL
    return ObligationState.REVIEW if old else ObligationState.MET
