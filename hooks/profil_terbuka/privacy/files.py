"""One whole file held against the rules: its texts and what it hides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import message
from .chunks import SHORT, chunks
from .contents import OF_STRANGERS, Search, searchable_parts
from .folding import mask
from .official import Official
from .pieces import Extra, Piece, Rows, Unread
from .scan import (
    hits,
    in_rows,
    in_value,
    masked_message,
    masked_path,
    masked_place,
    may_tell_together,
)


def in_file(
    file: str,
    data: bytes,
    official: Official,
    measured: Collection[str] = (),
    search: Search = OF_STRANGERS,
) -> Iterator[Finding]:
    """Findings on a file that is not a page of Markdown; `file` is the path shown."""
    for part in searchable_parts(file, data, search=search):
        name = f"{file}/{part.member}" if part.member else file
        if isinstance(part, Extra):
            yield from _on_hidden(part, name, official)
        elif isinstance(part, Unread):
            if part.fingerprint not in official.inspected:
                place = Place(masked_path(name))
                yield Finding(codes.FILE_UNREAD, place, part.why, part.remedy)
        elif isinstance(part, Rows):
            yield from _on_rows(part, name)
        else:
            yield from _on_text(part, name, official, measured, search)


def _on_hidden(part: Extra, name: str, official: Official) -> Iterator[Finding]:
    hidden = part.hidden
    if hidden.is_author and official.is_name(hidden.text):
        return
    said = message("privacy.file-holds", what=hidden.what)
    if hidden.is_author:
        said = message("privacy.file-holds-name", what=hidden.what, name=mask(hidden.text))
    place = Place(masked_path(name))
    yield Finding(codes.FILE_METADATA, place, masked_message(said), hidden.remedy)


def _on_text(
    piece: Piece, name: str, official: Official, measured: Collection[str], search: Search
) -> Iterator[Finding]:
    if len(piece.text) < SHORT and not hits(piece.text, in_cell=piece.in_cell):
        return  # nearly always, and a file may have millions
    place = Place(name, piece.row, piece.column)

    def found(text: str) -> Iterator[Finding]:
        return in_value(text, place, official, measured, in_cell=piece.in_cell)

    def is_clean(chunk: str) -> bool:
        data = chunk.encode("utf-8", "surrogatepass")
        return search.known(f"{piece.in_cell}", data, 0) or not any(found(chunk))

    # What is found in any part of a long text is told of the text as a whole.
    if len(piece.text) < SHORT or not all(map(is_clean, chunks(piece.text))):
        yield from found(piece.text)


def _on_rows(part: Rows, name: str) -> Iterator[Finding]:
    header = part.cells[0] if part.cells else ()
    if not may_tell_together(header, set(chain.from_iterable(part.cells))):
        return
    for row, index, finding in in_rows(part.cells):
        column = header[index] if index < len(header) else None
        yield replace(finding, place=masked_place(Place(name, row + 1, column)))
