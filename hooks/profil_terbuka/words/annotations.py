"""Findings as GitHub shows them beside the lines of a change: its workflow commands."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ..model.findings import Finding, Severity
from ..model.messages import message
from ..model.places import Place
from .catalogues import text
from .report import remedy, severity

_LEVELS = {Severity.ERROR: "error", Severity.SUSPICION: "warning"}
_OF_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_OF_PROPERTIES = _OF_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def github_annotations(root: Path, findings: Iterable[Finding]) -> Iterator[str]:
    """A command for each finding, errors first, as GitHub shows but ten of a kind in a step."""
    ordered = sorted(findings, key=lambda one: one.code.severity is not Severity.ERROR)
    yield from (_annotation(root, finding) for finding in ordered)


def _annotation(root: Path, finding: Finding) -> str:
    code, place = finding.code, finding.place
    mend = text(message("report.remedy", remedy=remedy(finding)))
    where = {"file": place.file, "title": f"{severity(code).capitalize()}: {code.name}"}
    if place.row is not None:
        where["line"] = str(_line(root / place.file, place))
    column = f"{text(message('report.column', column=place.column))}: " if place.column else ""
    said = f"{column}{text(finding.message)}\n{mend}".translate(_OF_MESSAGES)
    told = ",".join(f"{name}={value.translate(_OF_PROPERTIES)}" for name, value in where.items())
    return f"::{_LEVELS[code.severity]} {told}::{said}"


def _line(file: Path, place: Place) -> int:
    """The line of a file that a row begins in; a cell of several lines makes them differ."""
    row = place.row or 1
    if not place.file.endswith(".csv") or not file.is_file():
        return row
    begins = _beginnings(file)
    return begins[row - 1] if row <= len(begins) else row


@cache
def _beginnings(file: Path) -> tuple[int, ...]:
    """The first line of each row of a CSV, from 1."""
    begins, next_line = [], 1
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as told:
        reader = csv.reader(told)
        try:
            for _ in reader:
                begins.append(next_line)
                next_line = reader.line_num + 1
        except csv.Error:  # what is wrong with it is a finding of its own
            return tuple(begins)
    return tuple(begins)
