"""Registers and letters of the information officer: what is about people passes through and is
kept nowhere."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import (
    ServiceCounts,
    blank_register,
    drawn_half_year,
    drawn_letter,
    keep_service_counts,
    office_folder,
    service_counts,
    target_of,
    with_logo,
)
from ..editing.office import REGISTER
from ..importer import Unusable, read_book
from ..importer.grid import Book
from ..model.messages import message
from ..model.registers import DESK_STATEMENTS, EXEMPT_INFORMATION
from ..model.timezones import NATIONAL
from ..ppid import (
    LETTER_TITLES,
    HalfYear,
    LetterKind,
    Wanted,
    half_year_named,
    half_year_of,
)
from ..system import clock
from ..words.catalogues import text
from .bench import Workbench
from .doing import Deed, carry_out
from .errands import Tell
from .intakes import file_name
from .rooms import room_of
from .showing import Leaf, Room, show_page
from .visits import Visit
from .year_outlook import FIRST, LAST

PART = "surat"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TITLE = message("workbench.letters")
_ABOUT_ROWS = {
    LetterKind.TEST: (EXEMPT_INFORMATION, ("informasi",)),
    LetterKind.NIL: (DESK_STATEMENTS, ("kewajiban", "tahun")),
}
"""Letters about a row of a register, and the columns by which people know its rows."""
_NIL = "nihil"


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter that can be drawn, and the rows it can be about; '' and no rows: about all."""

    name: str
    title: str
    rows: tuple[tuple[str, str], ...] = ()
    by_row: bool = False


@dataclass(frozen=True, slots=True)
class OfficeView:
    """What can be fetched, counted and drawn."""

    year: int
    register: str
    folder: str
    about_asking: tuple[LetterChoice, ...]
    about_lists: tuple[LetterChoice, ...]
    halves: tuple[HalfYear, ...]
    """Those that a report can be about, the one that runs first."""
    fault: tuple[str, ...] = ()
    """Why nothing was counted: the reason, then each cell."""


@dataclass(frozen=True, slots=True)
class CountedView:
    """The counts of a year before they are kept."""

    year: int
    told: tuple[str, ...]
    token: str
    alters: bool


def office_page(bench: Workbench, visit: Visit) -> Response:
    """Fetch the register, count a year of it, draw letters."""
    room = room_of(bench, visit, PART)
    return show_page(bench, room, Leaf(PART, _TITLE), _view(bench, visit))


def register_file(bench: Workbench, visit: Visit) -> Response:
    """The blank register."""
    room_of(bench, visit, PART)
    return _download(blank_register(bench.root, visit.agency), REGISTER, _WORKBOOK)


def count_page(bench: Workbench, visit: Visit) -> Response:
    """Count a year of a register that was brought; keep the counts once they were seen."""
    room = room_of(bench, visit, PART)
    if not visit.posts:
        raise HTTPException(404)
    if visit.said("hitungan"):
        return _kept(bench, visit, room)
    try:
        found = _counted(bench, visit)
    except Unusable as reason:
        lines = tuple(line.strip().removeprefix("- ") for line in str(reason).split("\n"))
        return show_page(bench, room, Leaf(PART, _TITLE, 422), _view(bench, visit, lines))
    token = secrets.token_urlsafe(12)
    bench.counted[token] = found
    view = CountedView(found.counts.year, tuple(map(text, found.told)), token, found.alters)
    return show_page(bench, room, Leaf("surat-hitung", _TITLE), view)


def letter_file(bench: Workbench, visit: Visit) -> Response:
    """Draw a letter and hand it over; it is kept nowhere else."""
    room_of(bench, visit, PART)
    if not visit.posts or visit.said("jenis") not in set(LetterKind):
        raise HTTPException(404)
    kind = LetterKind(visit.said("jenis"))
    folder = office_folder(bench.root, visit.agency)
    asked = Wanted(kind, visit.said("nomor"), unit=visit.said("unit"), until=_until(visit))
    wanted = with_logo(asked, folder)
    book = _book(visit) if kind.from_register else None
    name, data = drawn_letter(bench.root, visit.agency, wanted, book)
    return _download(data, name, _DOCUMENT)


def half_year_file(bench: Workbench, visit: Visit) -> Response:
    """Draw the half-year's report and hand it over; a register that comes with it is not kept."""
    room_of(bench, visit, PART)
    half = half_year_named(visit.said("semester"))
    if not visit.posts or half is None:
        raise HTTPException(404)
    book = _book(visit) if any(item.name for item in visit.uploads) else None
    name, data = drawn_half_year(bench.root, visit.agency, half, book)
    return _download(data, name, _WORKBOOK)


def _until(visit: Visit) -> datetime.date | None:
    """By when a memo wants its documents; None where nobody says."""
    words = visit.said("tenggat")
    try:
        return datetime.date.fromisoformat(words) if words else None
    except ValueError:
        raise Unusable(message("workbench.no-such-day", words=words)) from None


def _counted(bench: Workbench, visit: Visit) -> ServiceCounts:
    words = visit.said("tahun")
    is_year = words.isascii() and words.isdecimal()
    if not is_year or not FIRST <= int(words) <= LAST:
        said = message("workbench.no-such-year", words=words, first=str(FIRST), last=str(LAST))
        raise Unusable(said)
    book, today = _book(visit), datetime.date.today()
    return service_counts(bench.root, visit.agency, book, int(words), today)


def _kept(bench: Workbench, visit: Visit, room: Room) -> Response:
    found = bench.counted.pop(visit.said("hitungan"), None)
    if found is None or found.target.home.name != visit.agency:
        raise Unusable(message("workbench.counted-no-more"))

    def work(tell: Tell) -> Deed:
        today = datetime.date.today()
        told = keep_service_counts(bench.root, visit.agency, found.counts, today)
        return Deed(f"{room.home}{PART}/", told)

    return carry_out(bench, room, work)


def _book(visit: Visit) -> Book:
    """The register that was brought: read once, and kept nowhere."""
    upload = next((item for item in visit.uploads if item.name), None)
    if upload is None:
        raise Unusable(message("workbench.no-register"))
    return read_book(upload.content.read(), file_name(upload.name))


def _view(bench: Workbench, visit: Visit, fault: Sequence[str] = ()) -> OfficeView:
    asking = (kind for kind in LetterKind if kind.from_register)
    lists = (kind for kind in LetterKind if not kind.from_register and kind is not LetterKind.MEMO)
    # A zone that is some hours off shows the half that ended, at worst, on the first of a new one.
    running = half_year_of(clock.today(NATIONAL))
    return OfficeView(
        year=datetime.date.today().year - 1,
        register=REGISTER,
        folder=str(office_folder(bench.root, visit.agency)),
        about_asking=tuple(LetterChoice(kind, text(LETTER_TITLES[kind])) for kind in asking),
        about_lists=tuple(_choice(bench, visit, kind) for kind in lists),
        halves=(running, running.before, running.before.before),
        fault=tuple(fault),
    )


def _choice(bench: Workbench, visit: Visit, kind: LetterKind) -> LetterChoice:
    title = text(LETTER_TITLES[kind])
    if kind not in _ABOUT_ROWS:
        return LetterChoice(kind, title)
    return LetterChoice(kind, title, tuple(_rows(bench, visit, kind)), by_row=True)


def _rows(bench: Workbench, visit: Visit, kind: LetterKind) -> Iterator[tuple[str, str]]:
    """The rows that a letter can be about, by their place; what several are about, once."""
    slug, columns = _ABOUT_ROWS[kind]
    target = target_of(bench.root, visit.agency, slug)
    table = target.dataset.main if target.dataset else None
    if table is None:
        return
    position = table.schema.position
    rows: dict[str, str] = {}
    for number, cells in enumerate(table.cells, start=1):
        if kind is LetterKind.NIL and cells[position["pernyataan"]] != _NIL:
            continue
        known_by = ", ".join(filter(None, (cells[position[name]] for name in columns)))
        rows.setdefault(known_by, str(number))
    yield from ((number, known_by) for known_by, number in rows.items())


def _download(data: bytes, name: str, kind: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=kind, headers=headers)
