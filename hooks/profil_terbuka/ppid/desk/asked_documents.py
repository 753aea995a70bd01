"""The documents that the law asks for, each once, however many obligations it fulfils."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..law.obligations import AskedDocument, Demand, Law, document_of
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
    return documents_of(law, tuple(judged[name] for name in law.leaves))


def documents_of(law: Law, standings: Sequence[Standing]) -> tuple[DocumentStanding, ...]:
    """The documents that fulfil these obligations, in the order of the law.

    Each stands as far as these obligations go: a question about addresses is not answered by what
    else the same document lacks.
    """
    named: dict[str, list[Standing]] = {}
    for item in standings:
        named.setdefault(document_of(item.obligation, law.titles), []).append(item)
    return tuple(
        _judge(document, tuple(named[document.name]))
        for document in law.documents
        if document.name in named
    )


def _judge(document: AskedDocument, standings: tuple[Standing, ...]) -> DocumentStanding:
    strictness = list(Demand)
    return DocumentStanding(
        document=document,
        demand=min((item.obligation.demand for item in standings), key=strictness.index),
        state=state_together(item.state for item in standings),
        standings=standings,
    )
