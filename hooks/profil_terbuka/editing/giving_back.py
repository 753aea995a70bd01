"""A file goes back to whoever sent it, beside the one that came: marked, and never over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..importer import Receipt, Unusable, read_book
from ..importer.grid import Book
from ..model.messages import message
from ..system.cache import write_atomically
from ..words.catalogues import text

if TYPE_CHECKING:
    from ..importer.annotating import Annotated


def give_back(source: Path, receipt: Receipt) -> Path | None:
    """Write the file with what to mend marked in it; None where there is nothing to mend."""
    made = marked(source.read_bytes(), source.name, receipt)
    if made is None:
        return None
    target = free_name(source.parent, source.stem, made.ending)
    write_atomically(target, made.data)
    return target


def marked(data: bytes, file: str, receipt: Receipt) -> Annotated | None:
    """The bytes of a file with what to mend marked in them."""
    from ..importer.annotating import annotated  # noqa: PLC0415 - its library is slow to load

    return annotated(data, receipt, _read(data, file))


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """A name beside the file that nothing has yet: 'data-perbaikan', 'data-perbaikan-2' ..."""
    base = text(message("editing.given-back-name", stem=stem))
    target, number = folder / f"{base}{ending}", 2
    while target.exists():
        target, number = folder / f"{base}-{number}{ending}", number + 1
    return target


def _read(data: bytes, file: str) -> Book | None:
    """What can be read of a file; None where nothing can, which its receipt tells."""
    try:
        return read_book(data, file)
    except Unusable:
        return None
