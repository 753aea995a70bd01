"""Bad data as values: where it is, what is wrong, how to mend it. Printing is left to the edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops publication; a suspicion asks for a decision (and stops it under --strict)."""

    ERROR = "kesalahan"
    SUSPICION = "kecurigaan"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding, documented for the staff guide.

    `answerable` codes may be acknowledged by a note (`catatan`) beside the data; the others must be
    mended.
    """

    name: str
    cause: str
    example: str
    remedy: str
    severity: Severity = Severity.ERROR
    answerable: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """File relative to the repository, spreadsheet row (the header is row 1), column name."""

    file: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(f"baris {self.row}")
        if self.column is not None:
            parts.append(f"kolom `{self.column}`")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong at one place."""

    code: Code
    place: Place
    message: str
    remedy: str = ""
    """How to mend this very case; empty: the code's general remedy."""
    related: tuple[Place, ...] = ()
    """Other places it is about; a note at any of them answers it."""

    def __str__(self) -> str:
        return (
            f"{self.code.severity.upper()} [{self.code.name}] {self.place}\n"
            f"    {self.message}\n"
            f"    Perbaikan: {self.remedy or self.code.remedy}"
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by file, row and column, each finding once."""

    def position(finding: Finding) -> tuple[str, int, str, str, str]:
        place = finding.place
        return (place.file, place.row or 0, place.column or "", finding.code.name, finding.message)

    return tuple(sorted(set(findings), key=position))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that always stop publication."""
    return tuple(finding for finding in findings if finding.code.severity is Severity.ERROR)


def stopping(findings: Iterable[Finding], strict: bool) -> tuple[Finding, ...]:
    """What forbids publication: errors, and under --strict suspicions as well."""
    return tuple(findings) if strict else errors(findings)


def report(findings: Iterable[Finding]) -> str:
    """All findings as text for a terminal, with a closing count; empty when there is none."""
    listed = in_order(findings)
    if not listed:
        return ""
    wrong = len(errors(listed))
    closing = f"{wrong} kesalahan, {len(listed) - wrong} kecurigaan."
    return "\n".join([*(str(finding) for finding in listed), closing])
