"""Forms come back: what is right in them is kept, what is not goes back to whoever sent it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing.year import (
    FormFate,
    KeptForm,
    ReturnedRound,
    keep_round,
    kept_day,
    lay_lists,
    marked_round,
    round_folder,
    round_years,
    year_round,
)
from ..importer import Unusable
from ..model.messages import Message, message
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .examining import state_of
from .intakes import Intake
from .refusing import Sorry
from .returned_forms import ToldForm, reading, sent_together, told_forms
from .rooms import room_of
from .shelves import shelves
from .showing import Leaf, Room, go_to, show_page, show_sorry
from .visits import Visit
from .waiting import waiting_page
from .year_page import PART

_TITLE = message("workbench.returned")
_READ_AGAIN = 60
"""Seconds for reading the forms anew where the data changed on the way to being kept."""


@dataclass(frozen=True, slots=True)
class ReturnedView:
    """The forms by what became of them, what is still waited for, what was no form."""

    state: str
    """Of the data when this was made: what is kept must be what was seen."""
    ready: tuple[ToldForm, ...]
    wrong: tuple[ToldForm, ...]
    unfilled: tuple[ToldForm, ...]
    same: tuple[ToldForm, ...]
    others: tuple[str, ...]
    awaited: tuple[str, ...]


def send_page(bench: Workbench, visit: Visit) -> Response:
    """Take a ZIP, or several forms at once."""
    room = room_of(bench, visit, PART)
    if not visit.posts:
        return go_to(_year_address(room))
    if not visit.uploads:
        return _sorry(bench, room, message("workbench.no-forms"))
    name, data = sent_together(visit.uploads)
    return go_to(_address(room, bench.intakes.add(visit.agency, name, data)))


def returned_page(bench: Workbench, visit: Visit) -> Response:
    """What became of each form; what is right can be kept."""
    room = room_of(bench, visit, PART)
    intake = _intake(bench, visit)
    if visit.posts:
        return _said(bench, visit, room, intake)
    errand = reading(bench, intake)
    if not errand.wait():
        return waiting_page(bench, room, message("workbench.reading-forms"), errand)
    try:
        round_: ReturnedRound = errand.outcome()
    except Unusable as reason:
        bench.intakes.drop(intake)
        return _sorry(bench, room, reason.said)
    view = _view(bench, visit.agency, round_)
    return show_page(bench, room, Leaf("kembali", _TITLE), view)


def returned_file(bench: Workbench, visit: Visit) -> Response:
    """The ZIP with what to mend marked at the cells."""
    room = room_of(bench, visit, PART)
    intake = _intake(bench, visit)
    errand = reading(bench, intake)
    if not errand.wait(_READ_AGAIN) or errand.problem is not None:
        return go_to(_address(room, intake))
    data = marked_round(errand.outcome())
    if data is None:
        raise HTTPException(404)
    stem = text(message("editing.given-back-name", stem=intake.stored.stem))
    headers = {"content-disposition": f'attachment; filename="{stem}.zip"'}
    return Response(data, media_type="application/zip", headers=headers)


def _intake(bench: Workbench, visit: Visit) -> Intake:
    found = bench.intakes.get(visit.agency, visit.parts["intake"])
    if found is None:
        raise HTTPException(404)
    return found


def _address(room: Room, intake: Intake) -> str:
    return f"{room.home}kembali/{intake.name}/"


def _year_address(room: Room) -> str:
    return f"{room.home}tahun/"


def _sorry(bench: Workbench, room: Room, said: Message) -> Response:
    sorry = Sorry(422, message("workbench.cannot"), said, back=_year_address(room))
    return show_sorry(bench, room, sorry)


def _said(bench: Workbench, visit: Visit, room: Room, intake: Intake) -> Response:
    """A form was sent: all thrown away, something answered, or what is right kept."""
    if visit.said("aksi") == "selesai":
        bench.intakes.drop(intake)
        return go_to(_year_address(room))
    if visit.said("aksi") != "simpan":
        bench.intakes.change(intake, answers={**intake.answers, **dict(_answers(visit))})
        return go_to(_address(room, intake))
    if visit.said("keadaan") != state_of(bench.root, intake.agency):
        bench.tell([message("workbench.data-changed")])
        return go_to(_address(room, intake))
    errand = reading(bench, intake)
    if not errand.wait(_READ_AGAIN) or errand.problem is not None:
        return go_to(_address(room, intake))
    return _kept(bench, room, intake, errand.outcome())


def _answers(visit: Visit) -> Iterator[tuple[str, str]]:
    for name, value in visit.fields:
        if name.startswith("jawab:") and value.strip():
            yield name.removeprefix("jawab:"), value.strip()


def _kept(bench: Workbench, room: Room, intake: Intake, round_: ReturnedRound) -> Response:
    def work(tell: Tell) -> Deed:
        today = datetime.date.today()
        told: list[Message] = []
        for kept in keep_round(bench.root, round_, intake.answers, "", today):
            tell(message("workbench.step-form-kept", file=kept.form.file.name))
            told.append(_told_kept(kept))
        for year in sorted({form.code.year for form in round_.forms if form.code}):
            _renew_lists(bench.root, intake.agency, year, today)
        return Deed(_address(room, intake), tuple(told))

    return carry_out(bench, room, work)


def _told_kept(kept: KeptForm) -> Message:
    file = kept.form.file.name
    if kept.refusal:
        return message("workbench.form-refused", file=file, reason=kept.refusal)
    return message("workbench.form-kept", file=file, told=kept.told)


def _renew_lists(root: Path, agency: str, year: int, today: datetime.date) -> None:
    """The list and the calendar of a round that was begun tell what has come in now."""
    if year not in round_years(root, agency):
        return
    folder = round_folder(root, agency, year)
    lay_lists(folder, year_round(root, agency, year, kept_day(folder, year)), today)


def _view(bench: Workbench, agency: str, round_: ReturnedRound) -> ReturnedView:
    titles = {item.slug: item.title for item in shelves(bench.root, agency)}
    return ReturnedView(
        state=state_of(bench.root, agency),
        ready=told_forms(round_, FormFate.READY),
        wrong=told_forms(round_, FormFate.WRONG),
        unfilled=told_forms(round_, FormFate.UNFILLED),
        same=told_forms(round_, FormFate.SAME),
        others=round_.others,
        awaited=tuple(titles.get(slug, slug) for slug in round_.awaited),
    )
