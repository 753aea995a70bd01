"""What a draft leaves to people (`ISI: ...`): found wherever it stands, told once a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import codes
from ..model.findings import Finding, Place
from .located import texts

MARK = "ISI:"
NO_REGION = "00"
"""Stands for a region's code where nobody has given one; no region has it."""
_HINT = re.compile(rf"\b{MARK}\s*([^\n\"]*)")
_LONGEST = 90


def open_place(hint: str) -> str:
    """The text that stands where people have to write: 'ISI: satuan (misalnya orang)'."""
    return f"{MARK} {hint}"


def in_document(document: object, file: str, also: Iterable[str] = ()) -> Iterator[Finding]:
    """One finding that lists every open place of a descriptor or instansi.yml; none: nothing.

    `also` are open places elsewhere in the same package, in words.
    """
    yield from _finding([*_listed(document), *also], file)


def in_page(text: str, file: str) -> Iterator[Finding]:
    """One finding that lists every open place of a page by its line."""
    lines = enumerate(text.splitlines(), start=1)
    places = [f"baris {number}: {hint}" for number, line in lines for hint in hints(line)]
    yield from _finding(places, file)


def hints(text: str) -> list[str]:
    """What is still to be written in a text: 'ISI: alamat kantor' -> ['alamat kantor']."""
    if MARK not in text:  # nearly always, and far quicker than the pattern
        return []
    return [_short(found[1]) for found in _HINT.finditer(text)]


def _listed(document: object) -> Iterator[str]:
    """Every open place of a document: where, and what belongs there."""
    for where, key, text in texts(document):
        if key == "wilayah" and text == NO_REGION:
            yield f"{where}: kode wilayah, misalnya 61.71"
        else:
            yield from (f"{where}: {hint}" for hint in hints(text))


def _finding(places: list[str], file: str) -> Iterator[Finding]:
    if places:
        listed = "".join(f"\n      - {place}" for place in places)
        message = f"{len(places)} tempat belum diisi:{listed}"
        yield Finding(codes.PLACE_OPEN, Place(file), message)


def _short(hint: str) -> str:
    text = hint.strip().rstrip("`'")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."
