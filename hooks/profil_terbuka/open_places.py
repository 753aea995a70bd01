"""What a draft leaves to people (`ISI: ...`): found wherever it stands, told once a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from . import codes
from .findings import Finding, Place

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
    yield from _finding([*_listed(document, "", ""), *also], file)


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


def _listed(part: object, path: str, column: str) -> Iterator[str]:
    """Every open place of a part of a document: where, and what belongs there."""
    if isinstance(part, Mapping):
        for key, below in part.items():
            if key == "fields" and isinstance(below, list):
                yield from _in_columns(below)
            elif key == "wilayah" and below == NO_REGION:
                yield f"`{_below(path, key)}`: kode wilayah, misalnya 61.71"
            else:
                yield from _listed(below, _below(path, key), column)
    elif isinstance(part, list):
        for index, below in enumerate(part):
            yield from _listed(below, f"{path}[{index}]", column)
    elif isinstance(part, str):
        where = f"kolom `{column}` \N{RIGHTWARDS ARROW} `{path}`" if column else f"`{path}`"
        yield from (f"{where}: {hint}" for hint in hints(part))


def _in_columns(fields: Iterable[object]) -> Iterator[str]:
    """Columns are found by their name, not by their number."""
    for field in fields:
        if isinstance(field, Mapping):
            yield from _listed(field, "", str(field.get("name", "?")))


def _below(path: str, key: object) -> str:
    return f"{path}.{key}" if path else str(key)


def _finding(places: list[str], file: str) -> Iterator[Finding]:
    if places:
        listed = "".join(f"\n      - {place}" for place in places)
        message = f"{len(places)} tempat belum diisi:{listed}"
        yield Finding(codes.PLACE_OPEN, Place(file), message)


def _short(hint: str) -> str:
    text = hint.strip().rstrip("`'")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."
