"""Finds private data in a text: numbers of people, contacts, homes, accounts, vehicles, children.

An outline finds what has the right form; what accepts it then refuses what only looks like it:
formatted numbers, dates, opening hours, region and budget codes (`lookalikes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import accounts, homes, identity, persons, phones
from .folding import fold, origins
from .kinds import Detector, Hit, PrivateKind

__all__ = ["Hit", "PrivateKind", "find"]

_IN_TEXTS: tuple[Detector, ...] = (
    *identity.DETECTORS,
    *phones.MOBILE,
    *accounts.BANK,
    *phones.FIXED,
    *accounts.EMAIL,
    *homes.DETECTORS,
    *persons.DETECTORS,
)
"""The most telling first: a number is taken by the first that accepts it."""
_IN_CELLS = (*_IN_TEXTS, *phones.IN_CELLS, *persons.IN_CELLS)

# Eight digits close together, or a word or sign without which nothing else is written.
_WORTH_A_LOOK = re.compile(
    r"\d(?:\D{0,3}\d){7}|@|\bat\b|[(\[{<]\s?(?:a|et)\s?[)\]}>]|[o0]8[1-9il]|\bdelapan\b"
    r"|\bR\.?T(?:\b|\d)|\bno|#\s?\d|\bblo?k|E\+?1|pass?por|\d°"
    r"|\b(?:jl|jln|jalan|gang|gg|kompl?e|komp|perum|griya|asrama|rusun)"
    r"|\d\s?(?:th|tahun)|[A-Z][ .-]{0,2}\d{1,4}[ .-]{0,2}[A-Z]"
    r"|\b(?:anak|korban|penyintas|inisial|berinisial|kelas)\b",
    re.IGNORECASE,
)


def find(text: str, *, in_cell: bool = False) -> Iterator[Hit]:
    """Private data in `text`, from left to right, none overlapping another.

    `in_cell`: the text is a cell of a table, or several with BREAK between them.

    >>> [(hit.kind.value, hit.start, hit.end) for hit in find("Hubungi 0812-0000-0000.")]
    [('telepon', 8, 22)]
    >>> list(find("Pagu 81.200.000.000"))
    []
    """
    plain = fold(text)
    if not _WORTH_A_LOOK.search(plain):
        return
    hits = list(_in_plain(plain, _IN_CELLS if in_cell else _IN_TEXTS))
    if hits and len(plain) != len(text):
        place = origins(text)
        hits = [Hit(hit.kind, place[hit.start], place[hit.end - 1] + 1) for hit in hits]
    yield from hits


def _in_plain(text: str, detectors: tuple[Detector, ...]) -> list[Hit]:
    hits = []
    taken = bytearray(len(text))
    small = text.lower()
    for detector in detectors:
        if detector.signs and not any(sign in small for sign in detector.signs):
            continue
        position = 0
        while found := detector.outline.search(text, position):
            start, end = found.span("it")
            if any(taken[start:end]) or not detector.accepts(found):
                # What is refused may hide the beginning of what is sought.
                position = start + 1
                continue
            hits.append(Hit(detector.kind, start, end))
            taken[start:end] = b"\1" * (end - start)
            position = end
    return sorted(hits, key=lambda hit: hit.start)
