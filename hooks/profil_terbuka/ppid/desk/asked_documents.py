"""The documents that the law asks for, each once, however many obligations it fulfils."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ..law.obligations import AskedDocument, Demand, Law
from ..law.states import ObligationState, state_together
from .standings import ObligationEvidence, Standing


@dataclass(frozen=True, slots=True)
class DocumentStanding:
    """A document with the obligations it fulfils, and how it stands on one day."""

    document: AskedDocument
    demand: Demand
    """The strictest that any of its obligations makes."""
    state: ObligationState
    standings: tuple[Standing, ...]

    @property
    def evidence(self) -> tuple[ObligationEvidence, ...]:
        """Every item once, the ones that show all of an obligation first."""
        return evidence_once(self.standings)

    @property
    def date(self) -> str:
        """The day the newest of its information is of; '' where nobody knows."""
        return max((item.date for item in self.standings), default="")

    @property
    def late(self) -> Standing | None:
        """Of its obligations that are late, the one that should have been met first."""
        late = [item for item in self.standings if item.state is ObligationState.LATE]
        latest = datetime.date.max
        return min(late, key=lambda item: item.since or latest, default=None)


def evidence_once(standings: tuple[Standing, ...]) -> tuple[ObligationEvidence, ...]:
    """What shows any of these obligations, each item once, the whole ones first."""
    found = [item for standing in standings for item in standing.evidence]
    found.sort(key=lambda item: bool(item.lacking))
    once: dict[str, ObligationEvidence] = {}
    for item in found:
        once.setdefault(item.item.address or item.item.title, item)
    return tuple(once.values())


def judge_documents(law: Law, judged: Mapping[str, Standing]) -> tuple[DocumentStanding, ...]:
    """Every document that the law asks for, in its order."""
    return tuple(_judge(document, law, judged) for document in law.documents)


def _judge(document: AskedDocument, law: Law, judged: Mapping[str, Standing]) -> DocumentStanding:
    leaves = law.asking_for(document)
    standings = tuple(judged[leaf.name] for leaf in leaves)
    strictness = list(Demand)
    return DocumentStanding(
        document=document,
        demand=min((leaf.demand for leaf in leaves), key=strictness.index),
        state=state_together(item.state for item in standings),
        standings=standings,
    )
