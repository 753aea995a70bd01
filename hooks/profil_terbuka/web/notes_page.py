"""All notes on the quality of an agency's data, at data/catatan/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Agency, NoteStatus
from ..model.messages import message
from ..model.products import GeneratedPage
from ..reporting.quality_notes import ALL_NOTES, DatasetNote, Doubts
from ..words.catalogues import text
from ..words.labels import NOTE_STATUS
from .page import write_page

NOTES_PAGE = "data/catatan/"
MOST_NOTES = 500
"""Notes on one page; the file has them all."""
_OPENED = (NoteStatus.INVALID, NoteStatus.DOUBTFUL)


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of one status; `total` with those that have no room."""

    status: NoteStatus
    title: str
    notes: tuple[DatasetNote, ...]
    total: int
    opened: bool


@dataclass(frozen=True)
class NotesView:
    """What halaman/catatan.html shows."""

    agency: Agency
    total: int
    ragu: Sequence[Doubts]
    kelompok: Sequence[NoteGroup]
    terpotong: int
    alamat: str


def notes_page(
    agency: Agency, notes: Sequence[DatasetNote], doubts: Sequence[Doubts]
) -> GeneratedPage:
    """The datasets in doubt first, then every note by its status."""
    view = NotesView(
        agency=agency,
        total=len(notes),
        ragu=doubts,
        kelompok=tuple(_groups(notes)),
        terpotong=max(0, len(notes) - MOST_NOTES),
        alamat=f"{NOTES_PAGE}{ALL_NOTES}",
    )
    title = text(message("web.all-notes"))
    description = text(message("web.all-notes-description", agency=agency.name))
    return write_page("catatan", NOTES_PAGE, title, description, view)


def _groups(notes: Sequence[DatasetNote]) -> Iterator[NoteGroup]:
    """By status, in the order of the notes; the gravest have room first."""
    room = MOST_NOTES
    for status, members in groupby(notes, key=lambda item: item.note.status):
        all_ = tuple(members)
        yield NoteGroup(status, NOTE_STATUS[status], all_[:room], len(all_), status in _OPENED)
        room = max(0, room - len(all_))
