"""What a draft leaves to people (`ISI: ...`): found wherever it stands, told once a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from .located import texts

MARK = "ISI:"
NO_REGION = "00"
"""Stands for a region's code where nobody has given one; no region has it."""
_HINT = re.compile(rf"\b{MARK}\s*([^\n\"]*)")
_LONGEST = 90


def open_place(hint: str) -> str:
    """The text that stands where people have to write: 'ISI: satuan (misalnya orang)'."""
    return f"{MARK} {hint}"


def open_in_document(
    document: object, file: str, also: Iterable[str | Message] = ()
) -> Iterator[Finding]:
    """One finding that lists every open place of a descriptor or instansi.yml; none: nothing.

    `also` are open places elsewhere in the same package, in words.
    """
    yield from _finding([*open_in(document), *also], file)


def open_in_page(text: str, file: str) -> Iterator[Finding]:
    """One finding that lists every open place of a page by its line."""
    lines = enumerate(text.splitlines(), start=1)
    places = [
        message("read.open-line", line=str(number), hint=hint)
        for number, line in lines
        for hint in hints(line)
    ]
    yield from _finding(places, file)


def hints(text: str) -> list[str]:
    """What is still to be written in a text.

    >>> hints("Kantor di ISI: alamat kantor")
    ['alamat kantor']
    """
    if MARK not in text:  # nearly always, and far quicker than the pattern
        return []
    return [_short(found[1]) for found in _HINT.finditer(text)]


def open_in(document: object) -> Iterator[Message]:
    """Every open place of a document: where, and what belongs there."""
    for where, key, text in texts(document):
        if key == "wilayah" and text == NO_REGION:
            yield message("read.open-place", where=where, hint=message("read.hint-region"))
        else:
            yield from (message("read.open-place", where=where, hint=hint) for hint in hints(text))


def _finding(places: Sequence[str | Message], file: str) -> Iterator[Finding]:
    if places:
        said = message("read.open-places", count=len(places), places=tuple(places))
        yield Finding(codes.PLACE_OPEN, Place(file), said)


def _short(hint: str) -> str:
    text = hint.strip().rstrip("`'")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."
