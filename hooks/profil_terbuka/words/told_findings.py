"""Findings as pages show them, part by part; as one text: `report`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.findings import Finding, Severity
from .catalogues import place_text, text
from .report import TOLD, remedy, severity


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding in words."""

    kind: str
    error: bool
    where: str
    said: str
    mend: str


def told_finding(finding: Finding) -> ToldFinding:
    """A finding in words."""
    return ToldFinding(
        severity(finding.code),
        finding.code.severity is Severity.ERROR,
        place_text(finding.place),
        text(finding.message),
        remedy(finding),
    )


def told_in_part(findings: Iterable[Finding]) -> Iterator[ToldFinding]:
    """The findings in words; of many of one kind the first ones."""
    times: dict[str, int] = {}
    for finding in findings:
        name = finding.code.name
        times[name] = times.get(name, 0) + 1
        if times[name] <= TOLD:
            yield told_finding(finding)
