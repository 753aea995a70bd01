"""The law's periods for requests, objections and disputes, as the reference packages have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from ..model import Catalog
from ..model.calendar_names import MONTHS
from .reference import reference_table
from .workdays import Calendar, calendar

PACKAGE = "tenggat"
STEPS = "tenggat-hari-kerja"
HOLIDAYS = "libur-nasional"
YEARLY = "tahunan-31-maret"
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})")

_STEP = {
    "kip-22-7-sepuluh-hari": "answer",
    "kip-22-8-tujuh-hari": "extension",
    "kip-36-1-ajukan-30": "objection",
    "kip-36-2-tanggapan-30": "reply",
    "kip-37-2-sengketa-14": "dispute",
    "kip-38-1-mulai-14": "mediation",
    "kip-38-2-selesai-100": "settlement",
}
"""Obligations and the periods they set."""


@dataclass(frozen=True, slots=True)
class Periods:
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

    month: int
    day: int
    ground: str


def periods(catalog: Catalog) -> Periods | None:
    """The periods; None where the reference package is missing or incomplete."""
    table = reference_table(catalog.reference, PACKAGE, STEPS, "kewajiban", "hari_kerja")
    if table is None:
        return None
    pairs = zip(table.column("kewajiban"), table.column("hari_kerja"), strict=True)
    known = {
        _STEP[str(name)]: days
        for name, days in pairs
        if str(name) in _STEP and isinstance(days, int)
    }
    if known.keys() != {field.name for field in fields(Periods)}:
        return None
    return Periods(**known)


def report_due(catalog: Catalog) -> ReportDue | None:
    """When the yearly report is due ('31 Maret'); None where no reference package says so."""
    table = reference_table(catalog.reference, PACKAGE, PACKAGE, "frekuensi", "tenggat", "dasar")
    if table is None:
        return None
    for _, row in table.select({"frekuensi": (YEARLY,)}):
        if found := _DAY.fullmatch(str(table.value(row, "tenggat"))):
            month = MONTHS.index(found[2]) + 1
            return ReportDue(month, int(found[1]), str(table.value(row, "dasar")))
    return None


def holidays(catalog: Catalog) -> Calendar:
    """Public holidays, as far as they have been entered."""
    return calendar(reference_table(catalog.reference, HOLIDAYS, HOLIDAYS, "tanggal"))
