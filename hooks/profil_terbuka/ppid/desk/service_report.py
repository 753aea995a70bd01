"""The newest yearly report on the desk's services, and what it leaves unsaid."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...model import Catalog, Table, Value
from ...model.messages import NOTHING, Message, message
from .packages import CHAPTERS, SERVICE_REPORT, desk_table


class ReportedThing(StrEnum):
    """What obligations ask of the report, as the reference package names it."""

    COUNTS = "jumlah"
    TIME = "waktu"
    REASONS = "alasan"
    SUMMARY = "ringkasan"
    CHAPTERS = "bab"
    ACTIVITIES = "kegiatan"


@dataclass(frozen=True, slots=True)
class ServiceReport:
    """The report of a year; `lacking` tells of each thing what is missing, NOTHING where all is
    there."""

    year: int
    lacking: Mapping[ReportedThing, Message]

    @property
    def date(self) -> str:
        """The day that its counts are of: the last of the year."""
        return datetime.date(self.year, 12, 31).isoformat()


def newest_report(catalog: Catalog, today: datetime.date) -> ServiceReport | None:
    """The report of the newest year that is over; None where there is none."""
    table = desk_table(catalog, SERVICE_REPORT)
    if table is None:
        return None
    years = {int(str(table.value(row, "tahun"))): row for row in table.rows}
    over = [year for year in years if year < today.year]
    if not over:
        return None
    year = max(over)
    return ServiceReport(year, _lacking(table, years[year]))


def _lacking(table: Table, row: tuple[Value, ...]) -> dict[ReportedThing, Message]:
    answered = bool(table.value(row, "permintaan"))
    refused = table.value(row, "ditolak") or table.value(row, "dikabulkan_sebagian")
    no_time = answered and table.value(row, "rata_hari_kerja") is None
    no_reason = bool(refused) and not table.value(row, "alasan_penolakan")
    time = message("ppid.report-without-time") if no_time else NOTHING
    reasons = message("ppid.report-without-reasons") if no_reason else NOTHING
    return {
        ReportedThing.COUNTS: NOTHING,
        ReportedThing.TIME: time,
        ReportedThing.REASONS: reasons,
        ReportedThing.SUMMARY: time if no_time else reasons,
        ReportedThing.CHAPTERS: _chapters_lacking(table, row),
        ReportedThing.ACTIVITIES: message("ppid.report-without-means"),
    }


def _chapters_lacking(table: Table, row: tuple[Value, ...]) -> Message:
    disputes = bool(table.value(row, "sengketa"))
    asked = [name for name in CHAPTERS if disputes or name != "rincian_sengketa"]
    left = tuple(table.schema[name].title for name in asked if not table.value(row, name))
    return message("ppid.report-without-chapters", chapters=left) if left else NOTHING
