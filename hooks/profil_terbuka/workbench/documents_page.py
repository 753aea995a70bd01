"""Documents as PDF files: dropped here, or found in their folder; each gets its row by a form."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import Target
from ..importer import Unusable
from ..importer.file_names import refuse_private_name
from ..model import Catalog
from ..model.document_files import DOCUMENTS
from ..model.messages import message
from ..ppid import DOCUMENT_COLUMNS, comparable_name, document_rows, read_law
from ..read.catalog import DATASETS, load
from ..read.document_files import MOST_DOCUMENT_BYTES, read_document_files
from ..system import clock
from ..words.catalogues import text
from ..words.told_findings import ToldFinding, told_finding
from .bench import Workbench
from .document_keeping import (
    NewDocument,
    document_register,
    document_slug,
    keep_document,
    lies_there,
)
from .document_reading import (
    BroughtDocument,
    proposed_title,
    read_brought_document,
    stored_name,
)
from .doing import Deed, carry_out
from .errands import Errand, Tell
from .intakes import Intake
from .register_fields import FieldKind, FormField, form_fields, numbered, values_said
from .register_rows import RegisterRow, cells_of, row_faults
from .rooms import room_of
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

PART = "dokumen"
_OBLIGATION = "kewajiban"
_MAIN = ("judul", "ringkasan", "tanggal", _OBLIGATION)
"""What is asked of every document; all else may stay as proposed."""
_UNASKED = (*DOCUMENT_COLUMNS, "nomor")
"""What is filled in by itself, and by the declaration about a scan."""
_USUAL = {"bentuk": "rekam daring", "kategori": "setiap-saat"}
_READ_IT, _READ_BY = "dibaca", "dibaca-oleh"
"""The fields of the declaration: that every page was read, and by which office."""


@dataclass(frozen=True, slots=True)
class BringDocumentView:
    """Where a document is dropped, and files of the folder that have no row yet."""

    obligation: str
    """What it is brought for, by its identifier; '' where that is open."""
    unregistered: tuple[str, ...]
    most: int
    """Megabytes that a file may have."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that was read: why it cannot be kept, or the form for its row."""

    intake: Intake
    found: tuple[ToldFinding, ...]
    beginning: str
    pages: int
    scanned: tuple[str, ...]
    """The pages that hold no text: somebody must have read them."""
    fields: tuple[FormField, ...]
    more: tuple[FormField, ...]
    reader: str
    """The office that says it has read a scan."""
    vouched: bool
    faults: tuple[str, ...]
    """What is wrong beyond a single field."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a form says so far, and what is wrong with it, by column."""

    values: Mapping[str, str]
    faults: Mapping[str, list[str]]


def documents_page(bench: Workbench, visit: Visit) -> Response:
    """Take a PDF; or one that lies in the folder already."""
    room = room_of(bench, visit, "register")
    if visit.posts:
        intake = _taken(bench, visit)
        asked = urlencode({_OBLIGATION: visit.said(_OBLIGATION)})
        return go_to(f"{room.home}{PART}/{intake.name}/?{asked}")
    view = BringDocumentView(
        obligation=visit.asked(_OBLIGATION),
        unregistered=_unregistered(bench, visit.agency),
        most=MOST_DOCUMENT_BYTES // 1024**2,
    )
    return show_page(bench, room, Leaf("dokumen", message("workbench.add-document")), view)


def _unregistered(bench: Workbench, agency: str) -> tuple[str, ...]:
    """Files of the folder that no row names."""
    named = {row.file for row in document_rows(_catalog(bench, agency))}
    files, _ = read_document_files(bench.root, agency)
    return tuple(file.name for file in files if comparable_name(file.name) not in named)


def _taken(bench: Workbench, visit: Visit) -> Intake:
    if visit.uploads:
        upload = visit.uploads[0]
        refuse_private_name(upload.name)
        return bench.intakes.add(visit.agency, upload.name, upload.content.read())
    name = visit.said("dari-folder")
    if not name:
        raise Unusable(message("workbench.no-document"))
    if name not in _unregistered(bench, visit.agency):
        raise HTTPException(404)
    path = bench.root / DATASETS / visit.agency / DOCUMENTS / name
    return bench.intakes.add(visit.agency, name, path.read_bytes())


def document_page(bench: Workbench, visit: Visit) -> Response:
    """What was read of the PDF, and the form; what is sent comes back here until it is right."""
    room = room_of(bench, visit, "register")
    intake = bench.intakes.get(visit.agency, visit.parts["intake"])
    if intake is None:
        raise HTTPException(404)
    if visit.posts and visit.said("aksi") == "batal":
        bench.intakes.drop(intake)
        return go_to(f"{room.home}{PART}/")
    catalog = _catalog(bench, visit.agency)
    errand = _reading(bench, intake, catalog)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.reading-document"), errand)
    brought: BroughtDocument = errand.outcome()
    if brought.reading is None:
        return _shown(bench, visit, (room, intake, brought), _Filled({}, {}))
    if not visit.posts:
        values = {
            **_USUAL,
            "judul": proposed_title(brought.reading, intake.file),
            _OBLIGATION: visit.asked(_OBLIGATION),
        }
        return _shown(bench, visit, (room, intake, brought), _Filled(values, {}))
    return _sent(bench, visit, (room, intake, brought), catalog)


_Shown = tuple[Room, Intake, BroughtDocument]


def _reading(bench: Workbench, intake: Intake, catalog: Catalog) -> Errand:
    return bench.errands.begin(
        f"dokumen/{intake.name}",
        lambda tell: read_brought_document(intake, catalog, bench.cache(), tell),
    )


def _sent(bench: Workbench, visit: Visit, shown: _Shown, catalog: Catalog) -> Response:
    """Keep the document, or show the form again with what is wrong."""
    room, intake, brought = shown
    register = document_register(bench, visit.agency)
    if register.dataset is None:
        raise HTTPException(404)
    table = register.dataset.main
    said = {**values_said(visit, table), **_declared(visit, brought)}
    faults = _undeclared(visit, brought)
    slug = document_slug(bench, visit.agency, said)
    name = _name(register, intake, brought)
    values = numbered(table, {**said, "berkas": name, "pengenal": slug, "nomor": ""})
    row = RegisterRow(None, cells_of(table, values))
    today = clock.today(register.agency.zone)
    faults |= row_faults(register, catalog, row, bench.cache(), today)
    if faults:
        return _shown(bench, visit, shown, _Filled(values, faults))
    made = NewDocument(register, row, slug, name, brought.data)
    return carry_out(bench, room, _keeping(bench, intake, made, room.home))


def _name(register: Target, intake: Intake, brought: BroughtDocument) -> str:
    """What lies in the folder keeps its name; what comes anew gets one that fits everywhere."""
    path = register.home / DOCUMENTS / intake.file
    return intake.file if lies_there(path, brought.data) else stored_name(intake.file)


def _keeping(
    bench: Workbench, intake: Intake, made: NewDocument, home: str
) -> Callable[[Tell], Deed]:
    def work(tell: Tell) -> Deed:
        told = keep_document(made, datetime.date.today())
        bench.intakes.drop(intake)
        return Deed(f"{home}register/{made.register.slug}/", told)

    return work


def _declared(visit: Visit, brought: BroughtDocument) -> dict[str, str]:
    """The cells that say who has read a scan: all of them, or none."""
    office = visit.said(_READ_BY) if visit.said(_READ_IT) and _is_scan(brought) else ""
    return {
        "diperiksa_oleh": office,
        "diperiksa_tanggal": datetime.date.today().isoformat() if office else "",
        "sidik_diperiksa": brought.seal if office else "",
    }


def _undeclared(visit: Visit, brought: BroughtDocument) -> dict[str, list[str]]:
    if not _is_scan(brought) or _declared(visit, brought)["diperiksa_oleh"]:
        return {}
    return {"": [text(message("workbench.document-unread"))]}


def _is_scan(brought: BroughtDocument) -> bool:
    return brought.reading is not None and not brought.reading.is_searchable


def _shown(bench: Workbench, visit: Visit, shown: _Shown, filled: _Filled) -> Response:
    room, intake, brought = shown
    reading = brought.reading
    fields = _fields(bench, visit, filled) if reading else ()
    view = DocumentView(
        intake=intake,
        found=tuple(map(told_finding, brought.findings)),
        beginning=brought.beginning,
        pages=reading.pages if reading else 0,
        scanned=tuple(map(str, reading.scanned)) if reading else (),
        fields=tuple(field for field in fields if field.column.name in _MAIN),
        more=tuple(field for field in fields if field.column.name not in _MAIN),
        reader=visit.said(_READ_BY),
        vouched=bool(visit.said(_READ_IT)),
        faults=tuple(filled.faults.get("", ())),
    )
    wrong = bool(brought.findings or filled.faults)
    leaf = Leaf("dokumen-isian", message("workbench.add-document"), 422 if wrong else 200)
    return show_page(bench, room, leaf, view)


def _fields(bench: Workbench, visit: Visit, filled: _Filled) -> tuple[FormField, ...]:
    """The register's columns that people fill in; obligations are chosen by what they ask for."""
    register = document_register(bench, visit.agency)
    if register.dataset is None:
        raise HTTPException(404)
    law = read_law(_catalog(bench, visit.agency).reference, register.agency.region)
    leaves = law.leaves.values() if law else ()
    proposed = {_OBLIGATION: tuple((leaf.name, leaf.text) for leaf in leaves)}
    fields = form_fields(register.dataset.main, filled.values, proposed, filled.faults)
    return tuple(
        _chosen_by_name(field) if field.column.name == _OBLIGATION else field
        for field in fields
        if field.column.name not in _UNASKED
    )


def _chosen_by_name(field: FormField) -> FormField:
    """The field for an obligation as a list of what each asks for, not of identifiers."""
    hint = text(message("workbench.choose-obligation"))
    column = replace(field.column, description=hint)
    return replace(field, column=column, kind=FieldKind.LIST)


def _catalog(bench: Workbench, agency: str) -> Catalog:
    catalog = load(bench.root, agency).catalog
    if catalog is None:
        raise HTTPException(404)
    return catalog
