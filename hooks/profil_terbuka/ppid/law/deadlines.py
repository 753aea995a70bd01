"""The law's periods for requests, objections and disputes, as the reference packages have them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ...model import Catalog
from .reference import reference_table
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
    "mulai-penyelesaian": "mediation",
    "penyelesaian": "settlement",
}
"""The steps as the table calls them, and the periods they are given here."""


@dataclass(frozen=True, slots=True)
class LegalPeriods:
    """Working days of each step."""

    answer: int
    extension: int
    objection: int
    reply: int
    dispute: int
    mediation: int
    settlement: int


@dataclass(frozen=True, slots=True)
class ReportDue:
    """By which day of a year the report on the year before must be out, and by which rule."""

    closing: ClosingDay
    ground: str


def read_periods(catalog: Catalog) -> LegalPeriods | None:
    """The periods; None where the reference package is missing or incomplete."""
    table = reference_table(catalog.reference, RHYTHMS, STEPS, "tahap", "hari_kerja")
    if table is None:
        return None
    pairs = zip(table.column("tahap"), table.column("hari_kerja"), strict=True)
    known = {
        _STEP[str(name)]: days
        for name, days in pairs
        if str(name) in _STEP and isinstance(days, int)
    }
    if known.keys() != {field.name for field in fields(LegalPeriods)}:
        return None
    return LegalPeriods(**known)


def report_due(catalog: Catalog) -> ReportDue | None:
    """When the yearly report is due; None where no reference package says so."""
    for rhythm in (read_rhythms(catalog.reference) or {}).values():
        if rhythm.counting is Counting.YEARLY_REPORT and rhythm.closings:
            return ReportDue(rhythm.closings[0], rhythm.ground)
    return None


def read_holidays(catalog: Catalog) -> WorkCalendar:
    """Public holidays, as far as they have been entered."""
    return work_calendar(reference_table(catalog.reference, HOLIDAYS, HOLIDAYS, "tanggal"))
