"""Findings as text for those who mend them: each in full, of many alike where the others are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model.findings import Code, Finding, Severity, errors, in_order
from ..model.messages import NOTHING, message
from ..model.places import Place
from .catalogues import place_text, text

TOLD = 5
"""Findings of one kind in one file that a report tells in full."""
MOST_ROWS = 8


def cause(code: Code) -> str:
    """What leads to findings of a kind, for the staff guide."""
    return text(message(f"{code.area}.{code.name}.sebab"))


def example(code: Code) -> str:
    """What such a fault looks like."""
    return text(message(f"{code.area}.{code.name}.contoh"))


def remedy(finding: Finding) -> str:
    """How to mend it: this very case, or else what mends findings of its kind."""
    return text(finding.remedy) or general_remedy(finding.code)


def general_remedy(code: Code) -> str:
    """What mends findings of a kind."""
    return text(message(f"{code.area}.{code.name}.perbaikan"))


def paragraph(finding: Finding) -> str:
    """One finding in three lines: kind and place, what is wrong, how to mend it."""
    return "\n".join(
        (
            _heading(finding.code, finding.place),
            _indented(text(finding.message)),
            _indented(text(message("report.remedy", remedy=remedy(finding)))),
        )
    )


def severity(code: Code) -> str:
    """'kesalahan' or 'kecurigaan'."""
    return text(message(f"report.{code.severity}"))


def _heading(code: Code, where: Place) -> str:
    return f"{severity(code).upper()} [{code.name}] {place_text(where)}"


def _indented(line: str) -> str:
    return f"    {line}"


def report(findings: Iterable[Finding], full: bool = False) -> str:
    """The findings as text for a terminal, with a closing count; empty when there is none.

    What stops publication comes first, and what is of one kind stands together. Of many of a kind
    in one column of a file the first are told, and of the others where they are; all of them where
    `full`.
    """
    listed = in_order(findings)
    if not listed:
        return ""
    wrong = len(errors(listed))
    lines: list[str] = []
    for kind in _by_kind(listed):
        for group in _by_column(kind):
            told = group if full or len(group) <= TOLD + 1 else group[:TOLD]
            lines += map(paragraph, told)
            lines += _others(group[len(told) :])
    closing = message("report.closing", errors=wrong, suspicions=len(listed) - wrong)
    return "\n".join([*lines, *_counts(listed), text(closing)])


def _by_kind(listed: Iterable[Finding]) -> list[list[Finding]]:
    """Errors before suspicions; kinds in the order in which they occur first."""
    groups: dict[Code, list[Finding]] = {}
    for finding in listed:
        groups.setdefault(finding.code, []).append(finding)
    return sorted(groups.values(), key=lambda group: group[0].code.severity is not Severity.ERROR)


def _by_column(kind: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Findings of one kind by file and column, in the order in which these occur first."""
    groups: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in kind:
        groups.setdefault((finding.place.file, finding.place.column), []).append(finding)
    return groups.values()


def _others(rest: Sequence[Finding]) -> Iterator[str]:
    """Where else in the same column, or the same file, the same is wrong."""
    if not rest:
        return
    first = rest[0].place
    yield _heading(rest[0].code, Place(first.file, column=first.column))
    rows = tuple(dict.fromkeys(str(item.place.row) for item in rest if item.place.row is not None))
    more = message("report.and-so-on") if len(rows) > MOST_ROWS else NOTHING
    where = message("report.in-rows", rows=rows[:MOST_ROWS], more=more) if rows else NOTHING
    name = "report.others-in-column" if first.column else "report.others"
    yield _indented(text(message(name, count=len(rest), where=where)))


def _counts(listed: Sequence[Finding]) -> Iterator[str]:
    """How many of each kind, where there are so many that one loses sight of them."""
    groups = _by_kind(listed)
    if len(groups) < 2 or len(listed) <= TOLD:
        return
    yield text(message("report.summary"))
    for group in groups:
        code = group[0].code
        files = len({finding.place.file for finding in group})
        told = message(
            "report.of-a-kind", count=len(group), kind=severity(code), code=code.name, files=files
        )
        yield _indented(text(told))
