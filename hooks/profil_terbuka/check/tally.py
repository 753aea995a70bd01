"""How many checks a dataset went through, and how they ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..model.findings import Finding

WHOLE = ""
"""Stands for a dataset where a check looks at the catalogue as a whole."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Checks that ran on a dataset, found nothing, or found only what a note answers."""

    ran: int = 0
    passed: int = 0
    acknowledged: int = 0
    untold: int = 0
    """Rules that could not be checked in full, because numbers are withheld from us as well."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.ran + other.ran,
            self.passed + other.passed,
            self.acknowledged + other.acknowledged,
            self.untold + other.untold,
        )


def tallies(
    outcomes: Iterable[tuple[str, Collection[Finding]]],
    answered: Collection[Finding],
    untold: Mapping[str, int],
) -> Mapping[str, Tally]:
    """By dataset. An outcome is what one check found; those on the whole catalogue are left out.

    >>> tallies([("pkh", ()), ("pkh", ()), (WHOLE, ())], (), {"pkh": 1})
    {'pkh': Tally(ran=2, passed=2, acknowledged=0, untold=1)}
    """
    found: dict[str, Tally] = {}
    for slug, findings in outcomes:
        if slug == WHOLE:
            continue
        acknowledged = bool(findings) and all(finding in answered for finding in findings)
        found[slug] = found.get(slug, Tally()) + Tally(1, int(not findings), int(acknowledged))
    for slug, count in untold.items():
        found[slug] = found.get(slug, Tally()) + Tally(untold=count)
    return found
