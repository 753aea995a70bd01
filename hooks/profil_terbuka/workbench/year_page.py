"""The year's round: forms for each division are made and fetched, and told how far they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from ..editing.year import (
    Laid,
    OwedForm,
    YearRound,
    YearState,
    division_zip,
    due_words,
    forget_day,
    lay_lists,
    lay_round,
    round_folder,
    round_words,
    standing_words,
)
from ..model.messages import NOTHING, Message, message
from ..words.catalogues import text
from ..words.dates import date
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .rooms import room_of
from .showing import Leaf, Room, show_page
from .visits import Visit
from .waiting import waiting_page
from .year_outlook import FIRST, LAST, RoundWishes, outlook, wanted_round

PART = "tahun"
_TITLE = message("workbench.year")
_MAKING = message("workbench.step-forms")
_SIGNS = {YearState.DONE: "baik", YearState.PARTLY: "tanya", YearState.MISSING: "salah"}
"""How each state is coloured."""


@dataclass(frozen=True, slots=True)
class ToldOwed:
    """How far one dataset is."""

    title: str
    slug: str
    sign: str
    standing: str
    due: str


@dataclass(frozen=True, slots=True)
class ToldDivision:
    """What one division owes, and the ZIP with its forms; '' where none was made."""

    name: str
    file: str
    owed: tuple[ToldOwed, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year's round: how far it is, its files, and what is asked before they are made."""

    year: int
    told: str
    divisions: tuple[ToldDivision, ...]
    files: frozenset[str]
    """What was made and can be fetched."""
    unread: tuple[str, ...]
    said_year: str
    said_day: str
    kept_day: str
    """The day that is remembered for the year, in words; '' where none was set."""
    fault: str = ""

    @property
    def neighbours(self) -> tuple[int, ...]:
        """The years before and after it."""
        near = (self.year - 1, self.year + 1)
        return tuple(year for year in near if FIRST <= year <= LAST)

    @property
    def begun(self) -> bool:
        """Whether forms were made."""
        return bool(self.files)

    @property
    def list_file(self) -> str:
        """The list of who owes what, as a table; '' where there is none."""
        return self._made(f"daftar-{self.year}.csv")

    @property
    def calendar(self) -> str:
        """The days on which the forms are due; '' where there is none."""
        return self._made(f"tenggat-{self.year}.ics")

    def _made(self, name: str) -> str:
        return name if name in self.files else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What the form says: the words as they were typed, what they mean, and what is wrong."""

    year: str
    day: str
    wishes: RoundWishes
    fault: Message = NOTHING


def year_page(bench: Workbench, visit: Visit) -> Response:
    """Tell how far a year is; make its forms where that is asked for."""
    room = room_of(bench, visit, PART)
    said = _said(visit)
    if visit.posts and said.fault == NOTHING:
        if visit.said("aksi") == "tanpa-tenggat":
            return _without_day(bench, room, visit.agency, said.wishes)
        return _made(bench, room, visit, said.wishes)
    errand = outlook(bench, visit.agency, said.wishes.year)
    if not errand.wait():
        return waiting_page(bench, room, _TITLE, errand)
    round_: YearRound = errand.outcome()
    files = _files(bench.root, visit.agency, round_.year)
    view = _view(round_, frozenset(files), said)
    leaf = Leaf("tahun", _TITLE, 422 if view.fault else 200)
    return show_page(bench, room, leaf, view)


def year_file(bench: Workbench, visit: Visit) -> Response:
    """A file of a round; only those that lie in its folder are known, by their own names."""
    room_of(bench, visit, PART)
    year = _year(visit.parts["year"])
    if year is None:
        raise HTTPException(404)
    files = _files(bench.root, visit.agency, year)
    file = files.get(visit.parts["file"])
    if file is None:
        raise HTTPException(404)
    return FileResponse(file, filename=file.name)


def _said(visit: Visit) -> _Said:
    """Year and day of the form or the address; a year that is left out is chosen later."""
    words, day_words = visit.told("tahun"), visit.said("tenggat")
    year, day = _year(words), _day(day_words)
    wishes = RoundWishes(year, day)
    if words and year is None:
        fault = message("workbench.no-such-year", words=words, first=str(FIRST), last=str(LAST))
        return _Said(words, day_words, wishes, fault)
    if day_words and day is None:
        fault = message("workbench.no-such-day", words=day_words)
        return _Said(words, day_words, wishes, fault)
    return _Said(words, day_words, wishes)


def _year(words: str) -> int | None:
    """A year in digits.

    >>> _year("2025"), _year("20255"), _year("²")
    (2025, None, None)
    """
    is_year = words.isascii() and words.isdecimal() and len(words) == len(str(LAST))
    return int(words) if is_year and FIRST <= int(words) <= LAST else None


def _day(words: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _made(bench: Workbench, room: Room, visit: Visit, wishes: RoundWishes) -> Response:
    anew = visit.said("aksi") == "buat-ulang"

    def work(tell: Tell) -> Deed:
        tell(_MAKING)
        round_ = wanted_round(bench.root, visit.agency, wishes)
        folder = round_folder(bench.root, visit.agency, round_.year)
        laid = lay_round(folder, round_, datetime.date.today(), anew)
        zips = [path for path in laid.written if path.suffix == ".zip"]
        told = [message("workbench.forms-made", year=str(round_.year), count=len(zips))]
        told += _about_former(laid, folder.relative_to(bench.root).as_posix(), anew)
        return Deed(f"{room.home}tahun/?tahun={round_.year}", tuple(told))

    return carry_out(bench, room, work)


def _about_former(laid: Laid, folder: str, anew: bool) -> Iterator[Message]:
    """What became of forms that lay there already."""
    if laid.left:
        names = tuple(path.name for path in laid.left)
        said = "workbench.forms-unchanged" if anew else "workbench.forms-left"
        yield message(said, files=names)
    if laid.kept:
        names = tuple(path.name for path in laid.kept)
        yield message("workbench.forms-kept", files=names, folder=folder)


def _without_day(bench: Workbench, room: Room, agency: str, wishes: RoundWishes) -> Response:
    """Forget the day that was set for a year; list and calendar are told anew."""

    def work(tell: Tell) -> Deed:
        year = wanted_round(bench.root, agency, wishes).year
        folder = round_folder(bench.root, agency, year)
        forget_day(folder, year)
        if folder.is_dir():
            round_ = wanted_round(bench.root, agency, RoundWishes(year))
            lay_lists(folder, round_, datetime.date.today())
        told = message("workbench.day-forgotten", year=str(year))
        return Deed(f"{room.home}tahun/?tahun={year}", (told,))

    return carry_out(bench, room, work)


def _files(root: Path, agency: str, year: int) -> dict[str, Path]:
    """What lies in the folder of a round, by name."""
    folder = round_folder(root, agency, year)
    found = folder.iterdir() if folder.is_dir() else ()
    return {path.name: path for path in found if path.is_file() and not path.is_symlink()}


def _view(round_: YearRound, files: frozenset[str], said: _Said) -> YearView:
    return YearView(
        year=round_.year,
        told=text(round_words(round_)),
        divisions=tuple(_divisions(round_, files)),
        files=files,
        unread=round_.unread,
        said_year=said.year or str(round_.year),
        said_day=said.day or (round_.wanted.isoformat() if round_.wanted else ""),
        kept_day=date(round_.wanted.isoformat()) if round_.wanted else "",
        fault=text(said.fault) if said.fault != NOTHING else "",
    )


def _divisions(round_: YearRound, files: frozenset[str]) -> Iterator[ToldDivision]:
    for division in round_.divisions:
        file = division_zip(division, round_.year)
        owed = tuple(map(_owed, round_.of(division)))
        yield ToldDivision(division, file if file in files else "", owed)


def _owed(form: OwedForm) -> ToldOwed:
    return ToldOwed(
        form.dataset.title,
        form.dataset.slug,
        _SIGNS[form.standing.state],
        text(standing_words(form)),
        text(due_words(form)),
    )
