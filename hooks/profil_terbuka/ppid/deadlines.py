"""The law's periods for requests, objections and disputes, as the reference packages have them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ..model import Catalog, Table
from ..wording import MONTHS
from ..workdays import Calendar, calendar

PACKAGE = "tenggat"
STEPS = "tenggat-hari-kerja"
HOLIDAYS = "libur-nasional"
YEARLY = "tahunan-31-maret"

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
    table = _table(catalog, PACKAGE, STEPS)
    if table is None:
        return None
    pairs = zip(table.column("kewajiban"), table.column("hari_kerja"), strict=True)
    known = {_STEP[str(name)]: days for name, days in pairs if str(name) in _STEP}
    if known.keys() != {field.name for field in fields(Periods)}:
        return None
    return Periods(**{name: int(str(days)) for name, days in known.items()})


def report_due(catalog: Catalog) -> ReportDue | None:
    """When the yearly report is due ('31 Maret'); None where no reference package says so."""
    table = _table(catalog, PACKAGE, PACKAGE)
    for _, row in table.select({"frekuensi": (YEARLY,)}) if table else ():
        day, month = str(table.value(row, "tenggat")).split() if table else ("", "")
        return ReportDue(MONTHS.index(month) + 1, int(day), str(table.value(row, "dasar")))  # type: ignore[union-attr]
    return None


def holidays(catalog: Catalog) -> Calendar:
    """Public holidays, as far as they have been entered."""
    return calendar(_table(catalog, HOLIDAYS, HOLIDAYS))


def _table(catalog: Catalog, slug: str, name: str) -> Table | None:
    for dataset in catalog.reference:
        if dataset.slug == slug:
            return next((table for table in dataset.tables if table.name == name), None)
    return None
