"""A table is brought: dropped or pasted, understood with what has to be decided, kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import Brought, HoldsPeople, is_package, is_sending, keep
from ..editing.giving_back import marked
from ..importer import ENDINGS, Question, Unusable
from ..importer.annotating.places import areas_of
from ..importer.offers import OfferedAnswer, offers_in
from ..importer.receipt import ColumnSum
from ..model import Table
from ..model.messages import Message, message
from ..read.catalog import DATASETS
from ..words.catalogues import text
from ..words.labels import SUBJECT
from .bench import Workbench
from .changes import ToldChanges, told_cells
from .doing import Deed, carry_out
from .errands import Errand, Tell
from .examining import state_of_dataset
from .intakes import Intake
from .reading_in import ReadIntake, errand_name, read_intake
from .register_book_page import holds_registers
from .results import ShownChart, ShownTable, shown_chart, shown_table
from .rooms import room_of
from .sheet_drawing import DrawnSheet
from .shelves import Shelf, shelves
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit
from .waiting import waiting_page

_READ_AGAIN = 60
"""Seconds for reading a file anew whose title or unit changed on the way to being kept."""


@dataclass(frozen=True, slots=True)
class BringView:
    """Where a file can go."""

    shelf: Shelf | None
    """The dataset that it belongs to; None: a new one."""
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with what was answered, and the cells it is about."""

    question: Question
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldStep:
    """What was done, and the answers by which it would be done otherwise."""

    said: Message
    offers: tuple[OfferedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What was understood of a file, and what comes of it."""

    intake: Intake
    read: ReadIntake
    state: str
    """Of the dataset when this was made: what is kept must be what was seen."""
    questions: tuple[AskedQuestion, ...]
    steps: tuple[ToldStep, ...]
    obstacles: tuple[tuple[str, tuple[str, ...]], ...]
    sums: tuple[tuple[ColumnSum, ColumnSum | None], ...]
    changes: ToldChanges
    tables: tuple[ShownTable, ...]
    before: tuple[ShownChart, ...]
    after: tuple[ShownChart, ...]
    subjects: tuple[tuple[str, str], ...]

    @property
    def sheet(self) -> DrawnSheet | None:
        """The sheet, where it is known which is meant."""
        return self.read.sheet

    @property
    def open(self) -> bool:
        """Whether something has to be decided or mended first."""
        return self.read.brought.receipt.open

    @property
    def alters(self) -> bool:
        """Whether keeping it changes anything."""
        renewal = self.read.brought.renewal
        return renewal is None or renewal.alters


def bring_page(bench: Workbench, visit: Visit) -> Response:
    """Take a file or what is pasted; the dataset may be named in the address."""
    room = room_of(bench, visit, "tabel")
    slug = visit.told("dataset")
    shelf = next((item for item in shelves(bench.root, visit.agency) if item.slug == slug), None)
    if slug and shelf is None:
        raise HTTPException(404)
    if visit.posts:
        intake = _taken(bench, visit, slug)
        if is_sending(intake.stored):  # forms of a year, dropped on the other page
            return go_to(f"{room.home}kembali/{intake.name}/")
        if holds_registers(intake):
            return go_to(f"{room.home}register/buku/{intake.name}/")
        return go_to(_address(room, intake))
    view = BringView(shelf, ENDINGS)
    return show_page(bench, room, Leaf("tabel", message("workbench.bring")), view)


def _taken(bench: Workbench, visit: Visit, slug: str) -> Intake:
    if visit.uploads:
        upload = visit.uploads[0]
        return bench.intakes.add(visit.agency, upload.name, upload.content.read(), slug)
    pasted = visit.said("tempel")
    if not pasted:
        raise Unusable(message("workbench.no-file"))
    return bench.intakes.add(visit.agency, "", pasted.encode(), slug)


def receipt_page(bench: Workbench, visit: Visit) -> Response:
    """What was understood; answers and wishes come back here, and the page is made anew."""
    room = room_of(bench, visit, "tabel")
    intake = bench.intakes.get(visit.agency, visit.parts["intake"])
    if intake is None:
        raise HTTPException(404)
    if visit.posts:
        return _said(bench, visit, room, intake)
    errand = _reading(bench, intake)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.reading"), errand)
    try:
        read: ReadIntake = errand.outcome()
    except HoldsPeople:
        bench.intakes.drop(intake)
        raise
    except Unusable as reason:
        return _unusable_page(bench, room, intake, reason)
    view = _receipt_view(intake, read, _state(bench, intake))
    return show_page(bench, room, Leaf("tanda-terima", message("workbench.receipt")), view)


def marked_file(bench: Workbench, visit: Visit) -> Response:
    """The file as it came, with what has to be mended marked at its cells."""
    intake = bench.intakes.get(visit.agency, visit.parts["intake"])
    if intake is None or intake.pasted:
        raise HTTPException(404)
    errand = _reading(bench, intake)
    errand.wait(_READ_AGAIN)
    read: ReadIntake = errand.outcome()
    made = marked(intake.stored.read_bytes(), intake.file, read.brought.receipt)
    if made is None:
        raise HTTPException(404)
    name = f"{intake.slug}-perbaikan{made.ending}"
    told = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made.data, media_type="application/octet-stream", headers=told)


def _said(bench: Workbench, visit: Visit, room: Room, intake: Intake) -> Response:
    """A form was sent: the file thrown away or replaced, something answered, or all kept."""
    if visit.said("aksi") == "batal":
        bench.intakes.drop(intake)
        return go_to(room.home)
    if visit.uploads:
        mended = visit.uploads[0]
        intake = bench.intakes.replace_file(intake, mended.name, mended.content.read())
        return go_to(_address(room, intake))
    intake = _with_what_was_said(bench, visit, intake)
    if visit.said("aksi") != "simpan":
        return go_to(_address(room, intake))
    if visit.said("keadaan") != _state(bench, intake):
        bench.tell([message("workbench.dataset-changed")])
        return go_to(_address(room, intake))
    errand = _reading(bench, intake)
    if not errand.wait(_READ_AGAIN) or errand.problem is not None:
        return go_to(_address(room, intake))
    read: ReadIntake = errand.outcome()
    if read.brought.receipt.open:
        return go_to(_address(room, intake))
    return _kept(bench, room, intake, read)


def _address(room: Room, intake: Intake) -> str:
    return f"{room.home}tabel/{intake.name}/"


def _reading(bench: Workbench, intake: Intake) -> Errand:
    return bench.errands.begin(
        errand_name(bench.root, intake),
        lambda tell: read_intake(bench.root, intake, bench.cache(), tell),
    )


@dataclass(frozen=True, slots=True)
class UnusableView:
    """A file from which nothing can be read as it is, or whose name is taken."""

    intake: Intake
    reason: str
    taken: bool
    """A dataset of that name is there, and the rows may come into it."""
    nameable: bool
    """Another name helps."""


_OTHER_NAME = frozenset(
    {
        "workbench.name-taken",
        "editing.name-taken",
        "editing.name-too-long",
        "editing.no-dataset-name",
        "editing.there-already",
    }
)


def _unusable_page(bench: Workbench, room: Room, intake: Intake, reason: Unusable) -> Response:
    said = reason.said.name
    taken = said == "workbench.name-taken"
    view = UnusableView(intake, text(reason.said), taken, said in _OTHER_NAME)
    title = message("workbench.unusable")
    return show_page(bench, room, Leaf("tidak-terbaca", title, 422), view)


def _with_what_was_said(bench: Workbench, visit: Visit, intake: Intake) -> Intake:
    """The intake with answers, title, unit, subject and name as the form says."""
    answers = dict(intake.answers)
    for name, value in visit.fields:
        if name.startswith("jawab:") and value.strip():
            answers[name.removeprefix("jawab:")] = value.strip()
    answers.pop(visit.said("tanya-lagi"), None)
    said: dict[str, object] = {"answers": answers, "named": intake.named or _names(visit, intake)}
    for field, name in (("title", "judul"), ("unit", "satuan"), ("slug", "nama")):
        if any(key == name for key, _ in visit.fields):
            said[field] = visit.said(name)
    if visit.said("subjek") in SUBJECT:
        said["subject"] = visit.said("subjek")
    if visit.said("aksi") == "masukkan":
        said["new"] = False
    return bench.intakes.change(intake, **said)


def _names(visit: Visit, intake: Intake) -> bool:
    """Whether the form gives a package another name than it has itself."""
    return bool(visit.said("nama")) and is_package(intake.stored)


def _kept(bench: Workbench, room: Room, intake: Intake, read: ReadIntake) -> Response:
    def work(tell: Tell) -> Deed:
        told = keep(read.target, read.brought, intake.answers, "", datetime.date.today())
        bench.intakes.drop(intake)
        slug = read.target.slug
        listed = shelves(bench.root, intake.agency)
        left_open = any(item.left_open for item in listed if item.slug == slug)
        return Deed(f"{room.home}isi/{slug}/" if left_open else room.home, told)

    return carry_out(bench, room, work)


def _state(bench: Workbench, intake: Intake) -> str:
    return state_of_dataset(bench.root / DATASETS / intake.agency / intake.slug)


def _receipt_view(intake: Intake, read: ReadIntake, state: str) -> ReceiptView:
    receipt = read.brought.receipt
    after = read.after
    return ReceiptView(
        intake=intake,
        read=read,
        state=state,
        questions=tuple(AskedQuestion(item, _places(item.said)) for item in receipt.questions),
        steps=tuple(ToldStep(said, tuple(offers_in(said))) for said in receipt.steps),
        obstacles=tuple((text(said), _places(said)) for said in receipt.obstacles),
        sums=tuple(_sums(receipt.sums_read, receipt.sums_written)),
        changes=told_cells(receipt.changes),
        tables=_tables(read.brought, after.dataset.tables if after and after.dataset else ()),
        before=tuple(map(shown_chart, after.before)) if after else (),
        after=tuple(map(shown_chart, after.after)) if after else (),
        subjects=tuple(SUBJECT.items()),
    )


def _places(said: Message) -> tuple[str, ...]:
    return tuple(area.name for area in areas_of(said))


def _sums(
    read: Sequence[ColumnSum], written: Sequence[ColumnSum]
) -> list[tuple[ColumnSum, ColumnSum | None]]:
    """Each sum of the sheet beside that of the dataset; what was made of several stands alone."""
    if len(read) == len(written):
        return list(zip(read, written, strict=True))
    return [*((item, None) for item in read), *((item, item) for item in written)]


def _tables(brought: Brought, tables: Sequence[Table]) -> tuple[ShownTable, ...]:
    """The tables that the file makes or changes."""
    changed = {merge.table.name for merge in brought.renewal.merges} if brought.renewal else None
    return tuple(shown_table(table) for table in tables if changed is None or table.name in changed)
