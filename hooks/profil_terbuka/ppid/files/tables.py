"""The desk's tables as CSV: the public list, obligations, work, assessments' questions, the law."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...model import Dataset
from ...model.messages import Message, message
from ...system.canonical import csv_text
from ...words.catalogues import text
from ...words.dates import date
from ..desk.asked_documents import DocumentStanding
from ..desk.indicators import Indicator
from ..desk.openness import Openness
from ..desk.standings import ObligationEvidence, Standing
from ..desk.work_words import due_said, form_said, task_said
from ..desk.worklist import WorkTask, day_of_work
from ..law.obligations import OBLIGATIONS
from ..law.words import category_name, demand_name, proof, state_name
from .list_sheet import list_title

LIST_CSV = "dip.csv"
COMPLIANCE_CSV = "kepatuhan.csv"
DOCUMENTS_CSV = "dokumen.csv"
WORKLIST_CSV = "daftar-kerja.csv"
INDICATORS_CSV = "monev.csv"
LAW_CSV = "kewajiban.csv"

_YES, _NO = "ya", "tidak"
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class DeskTable:
    """A CSV to publish: file name, title, description, column -> description, bytes."""

    path: str
    title: str
    description: str
    columns: Mapping[str, str]
    data: bytes
    dates: Sequence[str] = ()
    """The columns that hold dates."""


@dataclass(frozen=True, slots=True)
class _CsvColumn(Generic[_Row]):
    """One column: what is said of it, and what stands in it."""

    name: str
    description: Message
    write: Callable[[_Row], str]


def desk_tables(openness: Openness, reference: Iterable[Dataset]) -> Iterator[DeskTable]:
    """Every table; that of the assessments only where there are some."""
    yield _list_table(openness)
    yield _documents_table(openness)
    yield _compliance_table(openness)
    yield _worklist_table(openness)
    if openness.indicators:
        yield _indicators_table(openness)
    for package in reference:
        if package.slug == OBLIGATIONS:
            yield _law_table(package)


def _list_table(openness: Openness) -> DeskTable:
    listed = openness.listed
    return DeskTable(
        path=LIST_CSV,
        title=list_title(),
        description=text(message("ppid.list-table", agency=openness.agency.name)),
        columns={column.name: column.title for column in listed.columns},
        data=csv_text(
            [column.name for column in listed.columns],
            (entry.cells.values() for entry in listed.entries),
        ),
    )


def _documents_table(openness: Openness) -> DeskTable:
    day = date(openness.day.isoformat())
    return DeskTable(
        path=DOCUMENTS_CSV,
        title=text(message("ppid.documents-table")),
        description=text(message("ppid.compliance-table-as-of", date=day)),
        columns=_described(_DOCUMENTS),
        data=_csv(_DOCUMENTS, openness.documents),
        dates=("tanggal_informasi",),
    )


def _compliance_table(openness: Openness) -> DeskTable:
    day = date(openness.day.isoformat())
    return DeskTable(
        path=COMPLIANCE_CSV,
        title=text(message("ppid.compliance-table")),
        description=text(message("ppid.compliance-table-as-of", date=day)),
        columns=_described(_COMPLIANCE),
        data=_csv(_COMPLIANCE, openness.standings),
        dates=("tanggal_informasi", "ditinjau", "seharusnya", "tenggat"),
    )


def _worklist_table(openness: Openness) -> DeskTable:
    day = date(openness.day.isoformat())
    return DeskTable(
        path=WORKLIST_CSV,
        title=text(message("ppid.worklist")),
        description=text(message("ppid.worklist-table-as-of", date=day)),
        columns=_described(_WORKLIST),
        data=_csv(_WORKLIST, openness.tasks),
        dates=("seharusnya", "tenggat"),
    )


def _indicators_table(openness: Openness) -> DeskTable:
    return DeskTable(
        path=INDICATORS_CSV,
        title=text(message("ppid.indicators-table")),
        description=text(message("ppid.indicators-table-about")),
        columns=_described(_INDICATORS),
        data=_csv(_INDICATORS, openness.indicators),
    )


def _law_table(package: Dataset) -> DeskTable:
    main = package.main
    columns = {field.name: field.description for field in main.schema.fields}
    data = csv_text(tuple(columns), main.cells)
    return DeskTable(LAW_CSV, package.title, package.description, columns, data)


def _described(columns: Iterable[_CsvColumn[_Row]]) -> dict[str, str]:
    return {column.name: text(column.description) for column in columns}


def _csv(columns: Sequence[_CsvColumn[_Row]], rows: Iterable[_Row]) -> bytes:
    written = ([column.write(row) for column in columns] for row in rows)
    return csv_text([column.name for column in columns], written)


def _whole(item: Standing) -> str:
    """Whether some evidence shows all of it; '' where there is none."""
    if not item.evidence:
        return ""
    return _NO if item.partial else _YES


def _links(evidence: Iterable[ObligationEvidence]) -> str:
    return " ".join(found.item.address for found in evidence if found.item.address)


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _next_day(task: WorkTask) -> datetime.date | None:
    """The day to come; of what is overdue that day has passed."""
    return None if task.first.since else day_of_work(task.first)


def _states(item: Indicator) -> str:
    """The states of the obligations that prove it, each once."""
    return "; ".join(dict.fromkeys(state_name(standing.state) for standing in item.standings))


_DOCUMENTS: tuple[_CsvColumn[DocumentStanding], ...] = (
    _CsvColumn("dokumen", message("ppid.document-id"), lambda item: item.document.name),
    _CsvColumn("judul", message("ppid.document-title"), lambda item: item.document.title),
    _CsvColumn("sifat", message("ppid.document-demand"), lambda item: demand_name(item.demand)),
    _CsvColumn("keadaan", message("ppid.column-state"), lambda item: state_name(item.state)),
    _CsvColumn("bukti", message("ppid.column-evidence"), lambda item: _links(item.evidence)),
    _CsvColumn("tanggal_informasi", message("ppid.document-date"), lambda item: item.date),
    _CsvColumn(
        "kewajiban",
        message("ppid.document-obligations"),
        lambda item: " ".join(standing.obligation.name for standing in item.standings),
    ),
)
_COMPLIANCE: tuple[_CsvColumn[Standing], ...] = (
    _CsvColumn("id", message("ppid.column-id"), lambda item: item.obligation.name),
    _CsvColumn("kewajiban", message("ppid.column-text"), lambda item: item.obligation.text),
    _CsvColumn(
        "golongan",
        message("ppid.column-category"),
        lambda item: category_name(item.obligation.category),
    ),
    _CsvColumn(
        "sifat", message("ppid.column-demand"), lambda item: demand_name(item.obligation.demand)
    ),
    _CsvColumn("dokumen", message("ppid.column-document"), lambda item: item.obligation.document),
    _CsvColumn("dasar", message("ppid.column-basis"), lambda item: item.obligation.basis),
    _CsvColumn(
        "tingkat_bukti",
        message("ppid.column-proof"),
        lambda item: proof(item.obligation.grade, item.obligation.source),
    ),
    _CsvColumn("seberapa_sering", message("ppid.column-rhythm"), lambda item: item.rhythm.title),
    _CsvColumn("keadaan", message("ppid.column-state"), lambda item: state_name(item.state)),
    _CsvColumn("lengkap", message("ppid.column-whole"), _whole),
    _CsvColumn("bukti", message("ppid.column-evidence"), lambda item: _links(item.evidence)),
    _CsvColumn("tanggal_informasi", message("ppid.column-date"), lambda item: item.date),
    _CsvColumn(
        "ditinjau",
        message("ppid.column-review"),
        lambda item: item.review.date if item.review else "",
    ),
    _CsvColumn(
        "seharusnya",
        message("ppid.column-since"),
        lambda item: _day(item.since),
    ),
    _CsvColumn(
        "tenggat",
        message("ppid.column-due"),
        lambda item: _day(item.due),
    ),
    _CsvColumn(
        "perlu_diterbitkan",
        message("ppid.column-expected"),
        lambda item: item.obligation.expected,
    ),
    _CsvColumn(
        "biasanya_dipegang", message("ppid.column-holder"), lambda item: item.obligation.holder
    ),
)
_WORKLIST: tuple[_CsvColumn[WorkTask], ...] = (
    _CsvColumn("pemegang", message("ppid.work-column-holder"), lambda item: item.holder),
    _CsvColumn(
        "biasanya_dipegang", message("ppid.column-holder"), lambda item: "; ".join(item.usual)
    ),
    _CsvColumn("dokumen", message("ppid.document-id"), lambda item: item.document.name),
    _CsvColumn("judul", message("ppid.document-title"), lambda item: item.document.title),
    _CsvColumn(
        "tahun", message("ppid.work-column-year"), lambda item: " ".join(map(str, item.years))
    ),
    _CsvColumn("tugas", message("ppid.work-column-task"), task_said),
    _CsvColumn("bentuk", message("ppid.work-column-form"), form_said),
    _CsvColumn("dasar", message("ppid.column-basis"), lambda item: "; ".join(item.bases)),
    _CsvColumn("sifat", message("ppid.document-demand"), lambda item: demand_name(item.demand)),
    _CsvColumn(
        "keadaan", message("ppid.work-column-state"), lambda item: state_name(item.first.state)
    ),
    _CsvColumn("seharusnya", message("ppid.column-since"), lambda item: _day(item.first.since)),
    _CsvColumn("tenggat", message("ppid.work-column-due"), lambda item: _day(_next_day(item))),
    _CsvColumn("jatuh_tempo", message("ppid.work-column-said"), lambda item: due_said(item.first)),
    _CsvColumn(
        "kewajiban",
        message("ppid.document-obligations"),
        lambda item: " ".join(standing.obligation.name for standing in item.standings),
    ),
)
_INDICATORS: tuple[_CsvColumn[Indicator], ...] = (
    _CsvColumn("id", message("ppid.indicator-id"), lambda item: item.name),
    _CsvColumn("sumber", message("ppid.indicator-source"), lambda item: item.source),
    _CsvColumn("kelompok", message("ppid.indicator-group"), lambda item: item.group),
    _CsvColumn("indikator", message("ppid.indicator-question"), lambda item: item.question),
    _CsvColumn("keadaan", message("ppid.indicator-states"), _states),
    _CsvColumn("bukti", message("ppid.indicator-evidence"), lambda item: _links(item.evidence)),
    _CsvColumn("jawaban", message("ppid.indicator-answer"), lambda item: ""),
)
