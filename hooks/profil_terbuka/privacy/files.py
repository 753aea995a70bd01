"""One whole file held against the rules: its texts and what it hides."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .. import codes
from ..findings import Finding, Place
from .contents import Extra, Piece, parts
from .folding import mask
from .official import Official
from .scan import in_value, masked_path


def in_file(
    file: str, data: bytes, official: Official, exempt: Collection[str] = ()
) -> Iterator[Finding]:
    """Findings on a file that is not a page of Markdown; `file` is the path shown."""
    for part in parts(file, data):
        name = f"{file}/{part.member}" if part.member else file
        if isinstance(part, Extra):
            yield from _on_hidden(part, name, official)
        else:
            yield from _on_text(part, name, official, exempt)


def _on_hidden(part: Extra, name: str, official: Official) -> Iterator[Finding]:
    hidden = part.hidden
    if hidden.is_author and official.is_name(hidden.text):
        return
    shown = f": `{mask(hidden.text)}`" if hidden.is_author else ""
    message = f"Berkas memuat {hidden.what}{shown}."
    yield Finding(codes.FILE_METADATA, Place(masked_path(name)), message)


def _on_text(
    piece: Piece, name: str, official: Official, exempt: Collection[str]
) -> Iterator[Finding]:
    yield from in_value(piece.text, Place(name, piece.row, piece.column), official, exempt)
