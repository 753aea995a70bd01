"""Bad data as values: where it is, what is wrong, how to mend it. Printing is left to the edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .messages import NOTHING, Message
from .places import Place

__all__ = ["Code", "Finding", "Place", "Severity", "errors", "in_order", "stopping"]


class Severity(StrEnum):
    """An error stops publication; a suspicion asks for a decision (and stops it under --strict)."""

    ERROR = "error"
    SUSPICION = "suspicion"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding; its cause, an example and its mend are words, in the catalogue `area`.

    `answerable` codes may be acknowledged by a note (`catatan`) beside the data; the others must be
    mended.
    """

    name: str
    severity: Severity = Severity.ERROR
    answerable: bool = False
    area: str = "codes"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong at one place."""

    code: Code
    place: Place
    message: Message
    remedy: Message = NOTHING
    """How to mend this very case; nothing: the code's general remedy."""
    related: tuple[Place, ...] = ()
    """Other places it is about; a note at any of them answers it."""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by file, row and column, each finding once."""
    told: dict[int, str] = {}
    """Messages by identity: thousands of findings may say the same."""

    def position(finding: Finding) -> tuple[str, int, str, str, str]:
        place, said = finding.place, finding.message
        words = told.get(id(said)) or told.setdefault(id(said), repr(said))
        return (place.file, place.row or 0, place.column or "", finding.code.name, words)

    return tuple(sorted(set(findings), key=position))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that always stop publication."""
    return tuple(finding for finding in findings if finding.code.severity is Severity.ERROR)


def stopping(findings: Iterable[Finding], strict: bool) -> tuple[Finding, ...]:
    """What forbids publication: errors, and under --strict suspicions as well."""
    return tuple(findings) if strict else errors(findings)
