"""Letters of the information officer are drawn, and laid in the office's own folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..importer.grid import Book
from ..importer.reasons import Unusable
from ..model.messages import message
from ..pipeline import CACHE, examine
from ..ppid import Letter, Wanted, letter_about_asking, letter_bytes, letter_of_desk
from ..system.cache import Cache, write_atomically
from .office import office_catalog

LOGOS = ("logo.png", "logo.jpg", "logo.jpeg")
"""The picture of a letterhead, where one of these lies in the office's folder."""


def drawn_letter(
    root: Path, agency: str, wanted: Wanted, register: Book | None = None
) -> tuple[str, bytes]:
    """A letter as the name of its file and its bytes; a register only for letters about asking.

    Raises Unusable where what it is filled with is not there.
    """
    letter = _letter(root, agency, wanted, register)
    return f"{letter.stem}.docx", letter_bytes(letter)


def _letter(root: Path, agency: str, wanted: Wanted, register: Book | None) -> Letter:
    if wanted.kind.from_register:
        if register is None:
            raise Unusable(message("editing.letter-without-register"))
        return letter_about_asking(office_catalog(root, agency), register, wanted)
    checked = examine(root, agency, Cache(root / CACHE))
    if checked.catalog is None:
        return letter_of_desk(office_catalog(root, agency), None, wanted, checked.day)
    return letter_of_desk(checked.catalog, checked.openness, wanted, checked.day)


def with_logo(wanted: Wanted, folder: Path) -> Wanted:
    """The wish with the picture that lies in the office's folder."""
    files = (folder / name for name in LOGOS)
    found = next((file for file in files if file.is_file()), None)
    return replace(wanted, logo=found.read_bytes()) if found else wanted


def lay_letter(folder: Path, name: str, data: bytes) -> Path:
    """Lay a letter into a folder; one that is there, perhaps signed already, is never replaced."""
    stem, ending = Path(name).stem, Path(name).suffix
    file, more = folder / name, 2
    while file.exists():
        file, more = folder / f"{stem}-{more}{ending}", more + 1
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(file, data)
    return file
