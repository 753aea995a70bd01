"""How many checks a dataset went through, and how they ended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..model.findings import Code, Finding

WHOLE = ""
"""Stands for a dataset where a check looks at the catalogue as a whole."""


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """What checks for one kind of finding did: how often they looked, and how it ended."""

    code: Code
    """The first kind that they look for."""
    ran: int = 0
    passed: int = 0
    acknowledged: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Checks that ran on a dataset, found nothing, or found only what a note answers."""

    ran: int = 0
    passed: int = 0
    acknowledged: int = 0
    untold: int = 0
    """Rules that could not be checked in full, because numbers are withheld from us as well."""
    checks: tuple[CheckRecord, ...] = field(default=(), compare=False)
    """The same, kind by kind."""


Outcomes = Iterable[tuple[Code, str, Collection[Finding]]]
"""Kind of a check, the dataset it looked at, what it found."""


def tallies(
    outcomes: Outcomes, answered: Collection[Finding], untold: Mapping[str, int]
) -> Mapping[str, Tally]:
    """By dataset. An outcome is what one check found; those on the whole catalogue are left out.

    >>> from ..model.codes import JUMP
    >>> tally = tallies([(JUMP, "pkh", ()), (JUMP, WHOLE, ())], (), {"pkh": 1})["pkh"]
    >>> tally == Tally(ran=1, passed=1, untold=1), tally.checks[0].passed
    (True, 1)
    """
    found: dict[str, dict[str, CheckRecord]] = {}
    for code, slug, findings in outcomes:
        if slug != WHOLE:
            own = found.setdefault(slug, {})
            old = own.get(code.name, CheckRecord(code))
            own[code.name] = _with_outcome(old, findings, answered)
    slugs = dict.fromkeys((*found, *untold))
    return {slug: _tally(found.get(slug, {}).values(), untold.get(slug, 0)) for slug in slugs}


def _with_outcome(
    old: CheckRecord, findings: Collection[Finding], answered: Collection[Finding]
) -> CheckRecord:
    acknowledged = bool(findings) and all(finding in answered for finding in findings)
    return replace(
        old,
        ran=old.ran + 1,
        passed=old.passed + int(not findings),
        acknowledged=old.acknowledged + int(acknowledged),
    )


def _tally(records: Iterable[CheckRecord], untold: int) -> Tally:
    checks = tuple(records)
    return Tally(
        ran=sum(item.ran for item in checks),
        passed=sum(item.passed for item in checks),
        acknowledged=sum(item.acknowledged for item in checks),
        untold=untold,
        checks=checks,
    )
