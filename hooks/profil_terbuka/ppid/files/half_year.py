"""What an office hands to the main information officer (PPID Utama) for half a year, as a workbook.

One workbook and no archive: whoever gathers the reports of all offices opens it with a click, on a
phone as well, mail lets it through, and its sheets can be copied into a workbook of their own.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogues.satu_data.form_book import ListPage, form_book
from ...model import Catalog
from ...model.messages import Message, message
from ...words.catalogues import text
from ...words.dates import date
from ...words.numbers import number
from ..desk.exemptions import Exemption, read_exemptions
from ..desk.former import ListChanges
from ..desk.openness import Openness
from ..law.half_years import HalfYear
from ..law.obligations import Demand
from ..law.states import ObligationState
from ..law.words import demand_name, state_name
from ..register.counting import YearCounts
from .half_year_services import services_list
from .worklist_sheet import worklist_list

Line = tuple[str, ...]
_SUMMARY_HEADS = ((message("ppid.half-thing"), 46), (message("ppid.half-told"), 60))
_DOCUMENT_HEADS = (
    (message("ppid.half-document"), 44),
    (message("ppid.half-demand"), 22),
    (message("ppid.half-state"), 18),
    (message("ppid.half-date"), 18),
    (message("ppid.half-evidence"), 60),
)
_CHANGE_HEADS = ((message("ppid.half-change"), 24), (message("ppid.half-information"), 80))
_EXEMPT_HEADS = (
    (message("ppid.half-number"), 5),
    (message("ppid.half-information"), 34),
    (message("ppid.half-basis"), 34),
    (message("ppid.half-reason"), 44),
    (message("ppid.half-status"), 30),
    (message("ppid.half-until"), 18),
)


@dataclass(frozen=True, slots=True)
class HalfYearReport:
    """What is told: of which half, how the list has changed (None: there is none to compare with),
    and the counts of the office's register where it was given."""

    half: HalfYear
    changes: ListChanges | None
    counts: YearCounts | None = None


def half_year_name(report: HalfYearReport, openness: Openness) -> str:
    """The name of the workbook: 'paket-semester-2026-2-dinsos.xlsx'."""
    agency = openness.agency.slug
    return f"{text(message('ppid.half-stem', half=report.half.name, agency=agency))}.xlsx"


def half_year_book(report: HalfYearReport, openness: Openness, catalog: Catalog) -> bytes:
    """XLSX bytes: a summary, obligations, changes of the list, services, exemptions, open work.

    Equal data on an equal day give equal bytes.
    """
    title = text(message("ppid.half-title", half=report.half.title))
    exempt = _exempt(catalog)
    pages = (
        _summary(report, openness, exempt, title),
        _documents(openness),
        _changes(report, openness),
        services_list(report.half, report.counts, catalog),
        _exempt_page(exempt),
        worklist_list(openness),
    )
    made = datetime.datetime.combine(openness.day, datetime.time())
    return form_book(pages, title, openness.agency.name, made)


def _summary(
    report: HalfYearReport, openness: Openness, exempt: tuple[Exemption, ...], title: str
) -> ListPage:
    desk, half = openness.agency.desk, report.half
    untold = text(message("ppid.half-untold"))
    span = message(
        "ppid.half-span", start=date(half.start.isoformat()), end=date(half.end.isoformat())
    )
    late = sum(task.late for task in openness.tasks)
    drafts = sum(not entry.decided for entry in exempt)
    rows: tuple[tuple[Message, Message | str], ...] = (
        (message("ppid.half-agency"), openness.agency.name),
        (message("ppid.half-officer"), desk.post or untold),
        (message("ppid.half-main"), desk.main or untold),
        (message("ppid.half-time"), span),
        (message("ppid.half-as-of"), date(openness.day.isoformat())),
        *_tallies(openness),
        (message("ppid.half-listed"), number(len(openness.listed.entries))),
        (
            message("ppid.half-exempt"),
            message("ppid.half-exempt-told", count=len(exempt), drafts=drafts),
        ),
        (
            message("ppid.half-work"),
            message("ppid.half-work-told", count=len(openness.tasks), late=late),
        ),
    )
    return ListPage(
        name=text(message("ppid.half-sheet-summary")),
        title=title,
        heads=_SUMMARY_HEADS,
        rows=tuple((text(thing), text(told)) for thing, told in rows),
        lines=(text(message("ppid.half-no-score")),),
    )


def _tallies(openness: Openness) -> Iterator[tuple[Message, Message]]:
    for demand, tally in openness.tallies.items():
        if tally.counted:
            late = tally.states[ObligationState.LATE]
            told = message(
                "ppid.half-tally", settled=tally.settled, counted=tally.counted, late=late
            )
            yield message("ppid.half-documents", demand=demand_name(Demand(demand))), told


def _documents(openness: Openness) -> ListPage:
    """Every document with its state and where its evidence is."""
    rows = tuple(
        (
            item.document.title,
            demand_name(item.demand),
            state_name(item.state),
            date(item.date) if item.date else "",
            "\n".join(_whole(found.item.address, openness) for found in item.evidence),
        )
        for item in openness.documents
    )
    return ListPage(
        name=text(message("ppid.half-sheet-documents")),
        title=text(message("ppid.documents-table")),
        heads=_DOCUMENT_HEADS,
        rows=rows,
        lines=(text(message("ppid.as-of", date=date(openness.day.isoformat()))),),
    )


def _whole(address: str, openness: Openness) -> str:
    """The whole address of evidence, as far as it has one."""
    own = address and "://" not in address
    return f"{openness.agency.root}{address}" if own else address


def _changes(report: HalfYearReport, openness: Openness) -> ListPage:
    """What came, went, and is told otherwise; then what is of this half by its date."""
    return ListPage(
        name=text(message("ppid.half-sheet-changes")),
        title=text(message("ppid.half-changes")),
        heads=_CHANGE_HEADS,
        rows=tuple(_changed(report, openness)),
        lines=(text(_compared(report)),),
    )


def _compared(report: HalfYearReport) -> Message:
    """With which list today's was compared: the last recorded one is not always that of the
    half's beginning."""
    changes = report.changes
    if changes is None:
        return message("ppid.half-never-recorded")
    since = date(changes.since)
    is_before = changes.since < report.half.start.isoformat()
    return message("ppid.half-since" if is_before else "ppid.half-since-later", since=since)


def _changed(report: HalfYearReport, openness: Openness) -> Iterator[Line]:
    changes = report.changes
    found = False
    if changes is not None:
        for kind, titles in (
            (message("ppid.half-added"), changes.added),
            (message("ppid.half-removed"), changes.removed),
            (message("ppid.half-altered"), changes.altered),
        ):
            for title in titles:
                found = True
                yield text(kind), title
    if not found:
        yield text(message("ppid.half-unchanged" if changes else "ppid.half-uncompared")), ""
    start, end = report.half.start.isoformat(), report.half.end.isoformat()
    for entry in openness.listed.entries:
        if start <= entry.cells["tanggal_pembaruan"] <= end:
            yield text(message("ppid.half-dated")), entry.cells["jenis"]


def _exempt(catalog: Catalog) -> tuple[Exemption, ...]:
    """What is kept back, each once however many tables it concerns."""
    once = {entry.decision: entry for entry in reversed(read_exemptions(catalog))}
    return tuple(reversed(once.values()))


def _exempt_page(entries: tuple[Exemption, ...]) -> ListPage:
    rows = tuple(
        (
            str(row),
            entry.information,
            entry.ground,
            entry.reason,
            text(_status(entry)),
            date(entry.until) if entry.until else text(message("ppid.half-untold")),
        )
        for row, entry in enumerate(entries, start=1)
    )
    lines = () if rows else (text(message("ppid.half-nothing-exempt")),)
    return ListPage(
        name=text(message("ppid.half-sheet-exempt")),
        title=text(message("ppid.exempt")),
        heads=_EXEMPT_HEADS,
        rows=rows,
        lines=lines,
    )


def _status(entry: Exemption) -> Message:
    """Whether the officer has decided, and by which test."""
    if not entry.decided:
        return message("ppid.half-draft")
    return message("ppid.half-decided", test=entry.test_number, day=date(entry.tested_on))
