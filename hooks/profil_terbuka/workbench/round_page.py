"""Forms come back: each told on its own, those that are ready kept, the others given back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from ..editing import year
from ..editing.year import ReturnedRound
from ..editing.year.homeward import FormFate, ReturnedForm
from ..editing.year.round_told import fate_words
from ..importer import Unusable
from ..model.messages import Message, message
from ..words.catalogues import text
from .bench import Workbench
from .changes import ToldChanges, told_cells
from .doing import Deed, carry_out
from .errands import Errand, Tell
from .examining import state_of
from .intakes import Intake
from .rooms import room_of
from .sheet_kinds import discreet
from .showing import Leaf, Room, go_to, show_page
from .visits import Visit
from .waiting import waiting_page


@dataclass(frozen=True, slots=True)
class FormView:
    """One form: what became of it, what has to be mended, and what it changes."""

    said: str
    ready: bool
    wrong: bool
    to_mend: tuple[str, ...]
    changes: ToldChanges


@dataclass(frozen=True, slots=True)
class RoundView:
    """All that came back, and what is still waited for."""

    forms: tuple[FormView, ...]
    ready: int
    open: bool
    awaited: tuple[str, ...]
    others: tuple[str, ...]


def round_page(bench: Workbench, visit: Visit) -> Response:
    """What the forms would do; on demand those that are ready are kept."""
    room = room_of(bench, visit, "tahun")
    intake = _intake(bench, visit)
    if visit.said("aksi") == "batal":
        bench.intakes.drop(intake)
        return go_to(f"{room.home}tahun/")
    errand = _reading(bench, intake)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.reading"), errand)
    found = _outcome(bench, intake, errand)
    if visit.posts:
        return carry_out(bench, room, _keeping(bench, room, intake, found))
    view = RoundView(
        forms=tuple(map(_form, found.forms)),
        ready=len(found.having(FormFate.READY)),
        open=found.open,
        awaited=found.awaited,
        others=found.others,
    )
    return show_page(bench, room, Leaf("kembali", message("workbench.year")), view)


def marked_forms(bench: Workbench, visit: Visit) -> Response:
    """The faulty and unfinished forms in a ZIP, marked at their cells."""
    room_of(bench, visit)
    intake = _intake(bench, visit)
    errand = _reading(bench, intake)
    errand.wait(600)
    made = year.send_back(intake.stored, _outcome(bench, intake, errand))
    if made is None:
        raise HTTPException(404)
    return FileResponse(made, filename=made.name)


def _intake(bench: Workbench, visit: Visit) -> Intake:
    found = bench.intakes.get(visit.agency, visit.parts["intake"])
    if found is None or not found.stored.is_dir():
        raise HTTPException(404)
    return found


def _reading(bench: Workbench, intake: Intake) -> Errand:
    def work(tell: Tell) -> ReturnedRound:
        tell(message("workbench.step-forms"))
        return year.bring_round(bench.root, intake.agency, intake.stored, {})

    state = state_of(bench.root, intake.agency)
    return bench.errands.begin(f"formulir/{intake.name}/{state}", work)


def _outcome(bench: Workbench, intake: Intake, errand: Errand) -> ReturnedRound:
    """What came back; a sending without any form is thrown away at once."""
    try:
        found: ReturnedRound = errand.outcome()
    except Unusable:
        bench.intakes.drop(intake)
        raise
    return found


def _form(form: ReturnedForm) -> FormView:
    receipt = form.receipt
    asked = tuple(question.said for question in receipt.questions)
    to_mend = (*receipt.obstacles, *asked, *receipt.unfilled)
    return FormView(
        said=text(fate_words(form)),
        ready=form.fate is FormFate.READY,
        wrong=form.fate is FormFate.WRONG,
        to_mend=tuple(text(discreet(said, None)) for said in to_mend),
        changes=told_cells(receipt.changes if form.fate is FormFate.READY else ()),
    )


def _keeping(
    bench: Workbench, room: Room, intake: Intake, found: ReturnedRound
) -> Callable[[Tell], Deed]:
    def work(tell: Tell) -> Deed:
        told: list[Message] = []
        why = text(message("workbench.why-round"))
        for kept in year.keep_round(bench.root, found, {}, why, datetime.date.today()):
            file = kept.form.file.name
            tell(message("workbench.form-kept", file=file))
            if kept.refusal:
                told.append(message("workbench.form-refused", file=file, reason=kept.refusal))
            else:
                told += [message("workbench.form-kept", file=file), *kept.told]
        if found.open:  # what has to be mended stays, to be given back
            return Deed(f"{room.home}tahun/kembali/{intake.name}/", tuple(told))
        bench.intakes.drop(intake)
        return Deed(f"{room.home}tahun/", tuple(told))

    return work
