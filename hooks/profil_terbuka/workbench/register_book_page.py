"""All registers as one workbook: fetched, filled in elsewhere, brought back, seen, kept."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing.giving_back import marked
from ..editing.registers import (
    BroughtRegisters,
    bring_registers,
    keep_registers,
    why_taken,
    workbook_agency,
    workbook_bytes,
    workbook_name,
)
from ..importer import Unusable, read_book
from ..model.messages import message
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Errand, Tell
from .examining import state_of
from .intakes import Intake
from .refusing import Sorry
from .rooms import room_of
from .showing import Leaf, Room, go_to, show_page, show_sorry
from .visits import Visit
from .waiting import waiting_page

_PART = "register"
_TITLE = message("workbench.register-book")
_READING = message("workbench.reading-registers")
_MOST_BYTES = 1024 * 1024
"""What is larger holds other things than registers, and is not read twice."""
_READ_AGAIN = 60
"""Seconds for reading the workbook anew where the registers changed meanwhile."""


@dataclass(frozen=True, slots=True)
class RegisterBookView:
    """What a workbook would change, or what has to be mended in it first."""

    file: str
    address: str
    state: str
    """Of the data when this was made: what is kept must be what was seen."""
    steps: tuple[str, ...]
    changes: tuple[str, ...]
    obstacles: tuple[str, ...]


def holds_registers(intake: Intake) -> bool:
    """Whether a file that was brought as a table is the workbook of the registers."""
    if intake.pasted or intake.stored.stat().st_size > _MOST_BYTES:
        return False
    try:
        return workbook_agency(read_book(intake.stored.read_bytes(), intake.file)) is not None
    except Unusable:
        return False


def register_book_file(bench: Workbench, visit: Visit) -> Response:
    """The workbook with what the registers hold now."""
    room_of(bench, visit, _PART)
    data = workbook_bytes(bench.root, visit.agency, datetime.date.today())
    return _download(workbook_name(visit.agency), data)


def register_book_back(bench: Workbench, visit: Visit) -> Response:
    """Take the workbook in."""
    room = room_of(bench, visit, _PART)
    if not visit.posts:
        return go_to(_home(room))
    if not visit.uploads:
        raise Unusable(message("workbench.no-file"))
    upload = visit.uploads[0]
    intake = bench.intakes.add(visit.agency, upload.name, upload.content.read())
    return go_to(_address(room, intake))


def register_book_page(bench: Workbench, visit: Visit) -> Response:
    """What the workbook would change; it is kept when that is said."""
    room = room_of(bench, visit, _PART)
    intake = _intake(bench, visit)
    errand = _reading(bench, intake)
    if visit.posts:
        return _said(bench, visit, room, errand)
    if not errand.wait():
        return waiting_page(bench, room, _READING, errand)
    try:
        brought: BroughtRegisters = errand.outcome()
    except Unusable as reason:
        sorry = Sorry(422, message("workbench.cannot"), reason.said, back=_home(room))
        return show_sorry(bench, room, sorry)
    receipt = brought.receipt
    view = RegisterBookView(
        intake.file,
        _address(room, intake),
        state_of(bench.root, visit.agency),
        tuple(map(text, receipt.steps)),
        tuple(map(text, receipt.changes)),
        tuple(map(text, receipt.obstacles)),
    )
    leaf = Leaf("register-buku", _TITLE, 422 if receipt.open else 200)
    return show_page(bench, room, leaf, view)


def register_book_marked(bench: Workbench, visit: Visit) -> Response:
    """The workbook as it came, with what has to be mended marked at its cells."""
    intake = _intake(bench, visit)
    errand = _reading(bench, intake)
    errand.wait(_READ_AGAIN)
    brought: BroughtRegisters = errand.outcome()
    made = marked(intake.stored.read_bytes(), intake.file, brought.receipt)
    if made is None:
        raise HTTPException(404)
    stem = workbook_name(visit.agency).removesuffix(".xlsx")
    name = text(message("editing.given-back-name", stem=stem))
    return _download(f"{name}{made.ending}", made.data)


def _said(bench: Workbench, visit: Visit, room: Room, errand: Errand) -> Response:
    """Throw it away, or keep what was seen."""
    intake = _intake(bench, visit)
    if visit.said("aksi") == "batal":
        bench.intakes.drop(intake)
        return go_to(_home(room))
    if visit.said("keadaan") != state_of(bench.root, visit.agency):
        bench.tell([message("workbench.data-changed")])
        return go_to(_address(room, intake))
    if not errand.wait(_READ_AGAIN) or errand.problem is not None:
        return go_to(_address(room, intake))
    brought: BroughtRegisters = errand.outcome()
    if brought.receipt.open:
        return go_to(_address(room, intake))

    def work(tell: Tell) -> Deed:
        told = keep_registers(brought, why_taken(intake.file), datetime.date.today())
        bench.intakes.drop(intake)
        return Deed(_home(room), told)

    return carry_out(bench, room, work)


def _reading(bench: Workbench, intake: Intake) -> Errand:
    """The workbook held against the registers as they are now."""

    def work(tell: Tell) -> BroughtRegisters:
        tell(_READING)
        book = read_book(intake.stored.read_bytes(), intake.file)
        return bring_registers(
            bench.root, intake.agency, book, bench.cache(), datetime.date.today()
        )

    state = state_of(bench.root, intake.agency)
    return bench.errands.begin(f"register/{intake.name}/{state}", work)


def _intake(bench: Workbench, visit: Visit) -> Intake:
    found = bench.intakes.get(visit.agency, visit.parts["intake"])
    if found is None:
        raise HTTPException(404)
    return found


def _download(name: str, data: bytes) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _home(room: Room) -> str:
    return f"{room.home}register/"


def _address(room: Room, intake: Intake) -> str:
    return f"{room.home}register/buku/{intake.name}/"
