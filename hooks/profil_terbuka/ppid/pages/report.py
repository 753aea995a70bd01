"""The yearly report on the desk's services, from the counts that the agency has entered."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Catalog, Table, Value
from ...model.messages import message
from ...model.products import GeneratedPage
from ...words.dates import date
from ...words.labels import cell
from ..desk.packages import CHAPTERS, COUNTS, SERVICE_REPORT, desk_table
from ..law.deadlines import report_due
from .desk_page import REPORT, Way, desk_page, other_ways

Line = tuple[str, str]
"""Title of a column, and what the report says in it; '' where it says nothing."""


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """What the agency reports of one year: figures, then chapters."""

    year: int
    figures: tuple[Line, ...]
    chapters: tuple[Line, ...]


@dataclass(frozen=True)
class ReportView:
    """What laporan-layanan.html shows.

    `expected` is last year; whether its report is there, by when it must be, by which rule ('':
    nobody knows), and whether that day has passed.
    """

    expected: int
    published: bool
    due: str
    ground: str
    late: bool
    day: str
    reports: tuple[YearlyReport, ...]
    data: str
    ways: tuple[Way, ...]


def report_page(catalog: Catalog, today: datetime.date) -> GeneratedPage:
    """ppid/laporan-layanan/: one section for each year, the newest first."""
    main = desk_table(catalog, SERVICE_REPORT)
    reports = _reports(main) if main else ()
    rule = report_due(catalog)
    due = rule.closing.in_year(today.year) if rule else None
    expected = today.year - 1
    view = ReportView(
        expected=expected,
        published=any(report.year == expected for report in reports),
        due=date(due.isoformat()) if due else "",
        ground=rule.ground if rule else "",
        late=bool(due and today > due),
        day=date(today.isoformat()),
        reports=reports,
        data=f"data/{SERVICE_REPORT}/" if SERVICE_REPORT in catalog.by_slug else "",
        ways=other_ways(REPORT),
    )
    return desk_page(REPORT, message("ppid.report"), message("ppid.report-about"), view)


def _reports(main: Table) -> tuple[YearlyReport, ...]:
    found = [
        YearlyReport(
            year=int(str(main.value(row, "tahun"))),
            figures=_lines(main, row, (*COUNTS, "rata_hari_kerja", "alasan_penolakan")),
            chapters=_lines(main, row, CHAPTERS),
        )
        for row in main.rows
    ]
    return tuple(sorted(found, key=lambda report: report.year, reverse=True))


def _lines(main: Table, row: tuple[Value, ...], names: Sequence[str]) -> tuple[Line, ...]:
    fields = [main.schema[name] for name in names]
    values = [(field, main.value(row, field.name)) for field in fields]
    return tuple(
        (field.title, "" if value is None else cell(value, field.type)) for field, value in values
    )
