"""Bad data as values: where it is, what is wrong, how to mend it. Printing is left to the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

TOLD = 5
"""Findings of one kind in one file that a report tells in full."""
MOST_ROWS = 8


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


def report(findings: Iterable[Finding], full: bool = False) -> str:
    """The findings as text for a terminal, with a closing count; empty when there is none.

    What stops publication comes first, and what is of one kind stands together. Of many of a kind
    in one file the first are told, and of the others where they are; all of them where `full`.
    """
    listed = in_order(findings)
    if not listed:
        return ""
    wrong = len(errors(listed))
    lines: list[str] = []
    for kind in _by_kind(listed):
        for _, found in groupby(kind, key=lambda finding: finding.place.file):
            group = list(found)
            told = group if full or len(group) <= TOLD + 1 else group[:TOLD]
            lines += map(str, told)
            lines += _others(group[len(told) :])
    closing = f"{wrong} kesalahan, {len(listed) - wrong} kecurigaan."
    return "\n".join([*lines, *_counts(listed), closing])


def _by_kind(listed: Iterable[Finding]) -> list[list[Finding]]:
    """Errors before suspicions; kinds in the order in which they occur first."""
    groups: dict[Code, list[Finding]] = {}
    for finding in listed:
        groups.setdefault(finding.code, []).append(finding)
    return sorted(groups.values(), key=lambda group: group[0].code.severity is not Severity.ERROR)


def _others(rest: Sequence[Finding]) -> Iterator[str]:
    """Where else in the same file the same is wrong."""
    if not rest:
        return
    code, file = rest[0].code, rest[0].place.file
    yield f"{code.severity.upper()} [{code.name}] {file}"
    rows = list(dict.fromkeys(str(item.place.row) for item in rest if item.place.row is not None))
    more = ", dan seterusnya" if len(rows) > MOST_ROWS else ""
    where = f", di baris {', '.join(rows[:MOST_ROWS])}{more}" if rows else ""
    yield f"    Masih ada {len(rest)} yang sejenis di berkas ini{where}."


def _counts(listed: Sequence[Finding]) -> Iterator[str]:
    """How many of each kind, where there are so many that one loses sight of them."""
    groups = _by_kind(listed)
    if len(groups) < 2 or len(listed) <= TOLD:
        return
    yield "Ringkasan:"
    for group in groups:
        code = group[0].code
        files = len({finding.place.file for finding in group})
        yield f"    {len(group)} {code.severity} {code.name}, di {files} berkas"
