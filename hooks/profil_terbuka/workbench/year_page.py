"""The year's round begins: who owes which numbers, forms to hand out, and where they come back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from ..editing import year
from ..editing.year.checklist import standing_words
from ..editing.year.guide import due_words
from ..editing.year.owed import OwedForm, YearRound
from ..editing.year.standing import YearState
from ..importer import Unusable
from ..model.messages import message
from ..system import clock
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .rooms import room_of
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit

_FIRST, _LAST = 1945, 2100


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A dataset that is owed for the year: how far it is, and by when."""

    title: str
    state: str
    due: str
    done: bool


@dataclass(frozen=True, slots=True)
class DivisionView:
    """What one division owes."""

    name: str
    lines: tuple[OwedLine, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A round as it stands, and the files that were laid for it."""

    year: str
    due: str
    divisions: tuple[DivisionView, ...] = ()
    unread: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    problem: str = ""
    """Why there is no round for that year."""


def year_page(bench: Workbench, visit: Visit) -> Response:
    """The round of a year; forms are laid, or come back as files, from here."""
    room = room_of(bench, visit, "tahun")
    if visit.uploads:
        files = [(upload.name, upload.content.read()) for upload in visit.uploads]
        intake = bench.intakes.add_forms(visit.agency, files)
        return go_to(f"{room.home}tahun/kembali/{intake.name}/")
    wanted, due = _wanted(visit, room), _day(visit.told("tenggat"))
    if visit.posts:
        return carry_out(bench, room, _laying(bench, visit, room, (wanted, due)))
    leaf = Leaf("tahun", message("workbench.year"))
    shown = due.isoformat() if due else ""
    try:
        owed = year.year_round(bench.root, visit.agency, wanted, due)
    except Unusable as reason:
        view = YearView(str(wanted), shown, problem=text(reason.said))
        return show_page(bench, room, leaf, view)
    laid = year.round_folder(bench.root, owed)
    view = YearView(
        year=str(wanted),
        due=shown,
        divisions=tuple(_division(owed, name) for name in owed.divisions),
        unread=owed.unread,
        files=tuple(sorted(path.name for path in laid.glob("*"))),
    )
    return show_page(bench, room, leaf, view)


def _wanted(visit: Visit, room: Room) -> int:
    """The year that is meant: the one before this where none is said."""
    told = visit.told("tahun")
    if told.isdecimal() and _FIRST <= int(told) <= _LAST:
        return int(told)
    if room.agency is None:
        raise HTTPException(404)
    return clock.today(room.agency.zone).year - 1


def _day(told: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(told)
    except ValueError:
        return None


def _laying(
    bench: Workbench, visit: Visit, room: Room, wanted: tuple[int, datetime.date | None]
) -> Callable[[Tell], Deed]:
    def work(tell: Tell) -> Deed:
        owed = year.year_round(bench.root, visit.agency, *wanted)
        laid = year.lay_round(year.round_folder(bench.root, owed), owed, datetime.date.today())
        forms = len([path for path in (*laid.written, *laid.left) if path.suffix == ".zip"])
        told = message("workbench.forms-laid", n=forms)
        return Deed(f"{room.home}tahun/?tahun={owed.year}", (told,))

    return work


def _division(owed: YearRound, name: str) -> DivisionView:
    return DivisionView(name, tuple(map(_line, owed.of(name))))


def _line(form: OwedForm) -> OwedLine:
    done = form.standing.state is YearState.DONE
    return OwedLine(form.dataset.title, text(standing_words(form)), text(due_words(form)), done)


def year_file(bench: Workbench, visit: Visit) -> Response:
    """A file of a round, to be handed out: one of those that were laid, by its name."""
    room_of(bench, visit)
    wanted = visit.parts["year"]
    if not wanted.isdecimal():
        raise HTTPException(404)
    folder = bench.root / f"isian-{int(wanted)}" / visit.agency
    found: dict[str, Path] = {path.name: path for path in folder.glob("*") if path.is_file()}
    file = found.get(visit.parts["name"])
    if file is None:
        raise HTTPException(404)
    return FileResponse(file, filename=file.name)
