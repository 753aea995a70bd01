"""The law's periods for requests, objections and disputes, as the reference packages have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from ...model import Catalog
from .obligations import Obligation, read_law
from .reference import reference_table, text_rows
from .rhythms import RHYTHMS, ClosingDay, Counting, read_rhythms
from .workdays import WorkCalendar, work_calendar

STEPS = "tenggat-hari-kerja"
HOLIDAYS = "libur-nasional"

_STEP = {
    "jawaban": "answer",
    "perpanjangan": "extension",
    "keberatan": "objection",
    "tanggapan": "reply",
    "sengketa": "dispute",
    "sengketa-tanpa-tanggapan": "silence",
    "mulai-penyelesaian": "mediation",
    "penyelesaian": "settlement",
}
"""The steps as the table calls them, and the periods they are given here."""


@dataclass(frozen=True, slots=True)
class LegalStep:
    """Within how many working days something must be done, and from which event on."""

    days: int
    since: str
    """The event, as the reference package tells it; '' where no text that was read names it."""
    basis: str
    verified: bool
    """Whether the rule was read in a text, not remembered."""


@dataclass(frozen=True, slots=True)
class LegalPeriods:
    """The steps from a request to the end of a dispute."""

    answer: LegalStep
    extension: LegalStep
    objection: LegalStep
    reply: LegalStep
    dispute: LegalStep
    silence: LegalStep
    """The dispute where nobody has replied to the objection."""
    mediation: LegalStep
    settlement: LegalStep


@dataclass(frozen=True, slots=True)
class ReportDue:
    """By which day of a year the report on the year before must be out, and by which rule."""

    closing: ClosingDay
    ground: str


def read_periods(catalog: Catalog) -> LegalPeriods | None:
    """The periods; None where the reference package is missing or incomplete."""
    columns = ("tahap", "hari_kerja", "dihitung_sejak", "kewajiban")
    table = reference_table(catalog.reference, RHYTHMS, STEPS, *columns)
    if table is None:
        return None
    law = read_law(catalog.reference, catalog.agency.region)
    rules = law.all if law else {}
    known = {
        _STEP[row["tahap"]]: _step(row, rules.get(row["kewajiban"]))
        for row in text_rows(table)
        if row["tahap"] in _STEP and row["hari_kerja"].isdecimal()
    }
    if known.keys() != {field.name for field in fields(LegalPeriods)}:
        return None
    return LegalPeriods(**known)


def _step(row: Mapping[str, str], rule: Obligation | None) -> LegalStep:
    return LegalStep(
        days=int(row["hari_kerja"]),
        since=row["dihitung_sejak"],
        basis=rule.basis if rule else "",
        verified=rule is not None and rule.verified,
    )


def report_due(catalog: Catalog) -> ReportDue | None:
    """When the yearly report is due; None where no reference package says so."""
    for rhythm in (read_rhythms(catalog.reference) or {}).values():
        if rhythm.counting is Counting.YEARLY_REPORT and rhythm.closings:
            return ReportDue(rhythm.closings[0], rhythm.ground)
    return None


def read_holidays(catalog: Catalog) -> WorkCalendar:
    """Public holidays, as far as they have been entered."""
    return work_calendar(reference_table(catalog.reference, HOLIDAYS, HOLIDAYS, "tanggal"))
