"""Rows of the law that an agency's legal office has put right for itself: a column, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from .obligations import ArticleReading, Law, Obligation, ObligationCorrection, demand_of

Change = Callable[[Obligation, str], Obligation]


def _article(item: Obligation, value: str) -> Obligation:
    """An article that the office has read counts as read in the law itself."""
    return replace(item, article=value, article_read=ArticleReading.ITSELF)


CORRECTABLE: Mapping[str, Change] = {
    "peraturan": lambda item, value: replace(item, law=value),
    "pasal": _article,
    "butir": lambda item, value: replace(item, text=value),
    "sifat": lambda item, value: replace(item, demand=demand_of(value)),
    "frekuensi": lambda item, value: replace(item, rhythm=value),
}
"""The columns of the reference package that an agency may correct, as the table calls them."""


def corrected_law(law: Law, corrections: Iterable[ObligationCorrection]) -> Law:
    """The law as the agency's legal office reads it, each correction kept with its obligation."""
    known = dict(law.all)
    for correction in corrections:
        before = known.get(correction.obligation)
        change = CORRECTABLE.get(correction.column)
        if before and change:
            changed = change(before, correction.value)
            kept = (*before.corrections, correction)
            known[correction.obligation] = replace(changed, corrections=kept)
    return replace(law, all=known)
