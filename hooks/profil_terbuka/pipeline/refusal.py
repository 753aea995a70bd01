"""Why a site is not published, said to those who build it."""

from __future__ import annotations

from collections.abc import Collection

from ..model.findings import Finding, stopping
from ..words.report import report


class Refused(Exception):
    """A site must not take the place of the published one; the text says why."""


def refuse_faulty(findings: Collection[Finding], *, strict: bool) -> None:
    """The one gate: Refused where findings forbid publication; under `strict` all of them do."""
    if stopping(findings, strict):
        raise Refused(report(findings))
