"""The questions of openness assessments (Monev), each with the evidence this site has.

No score: the weights are not known, and people judge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Dataset
from ..law.obligations import Law
from ..law.reference import reference_table, text_rows
from .asked_documents import evidence_once
from .standings import ObligationEvidence, Standing

PACKAGE, PAIRS = "indikator-monev", "indikator-monev-kewajiban"
_QUESTION = ("id", "sumber", "kelompok", "butir", "bukti_di_situs")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A question with the obligations that prove it, judged where they can be judged."""

    name: str
    source: str
    group: str
    question: str
    expected: str
    """What would show it on a site; '' where a site cannot show it."""
    standings: tuple[Standing, ...]

    @property
    def evidence(self) -> tuple[ObligationEvidence, ...]:
        """Every item once, the ones that show all of an obligation first."""
        return evidence_once(self.standings)


def read_indicators(
    reference: Sequence[Dataset], law: Law, judged: Mapping[str, Standing]
) -> tuple[Indicator, ...]:
    """Every indicator in the order of its package; none without it."""
    questions = reference_table(reference, PACKAGE, PACKAGE, *_QUESTION)
    pairs = reference_table(reference, PACKAGE, PAIRS, "indikator", "kewajiban")
    if questions is None or pairs is None:
        return ()
    proofs: dict[str, list[str]] = {}
    for row in text_rows(pairs):
        proofs.setdefault(row["indikator"], []).append(row["kewajiban"])
    return tuple(
        _indicator(row, proofs.get(row["id"], ()), law, judged) for row in text_rows(questions)
    )


def _indicator(
    row: Mapping[str, str], proofs: Sequence[str], law: Law, judged: Mapping[str, Standing]
) -> Indicator:
    """A parent is proved by its leaves; rules and rights have no evidence of their own."""
    leaves = [
        leaf
        for name in proofs
        for leaf in ([name] if name in judged else [item.name for item in law.below(name)])
    ]
    return Indicator(
        row["id"],
        row["sumber"],
        row["kelompok"],
        row["butir"],
        row["bukti_di_situs"],
        tuple(judged[name] for name in dict.fromkeys(leaves)),
    )
