"""Suspicion about abbreviations whose letters are nearly, but not, those of their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Role, Table
from ...model.findings import Code, Finding, Place, Severity
from ...model.messages import message
from ..kind import TableCheck

CODE = Code("singkatan-tidak-cocok", Severity.SUSPICION, answerable=True, area="check")
MOST_WRONG = 1
"""With more letters missing or strange it is formed in another way ('Tagana')."""
LONGEST_PHRASE = 160
"""So many letters before the brackets may be the words of an abbreviation."""
_BRACKETS = re.compile(r"\s*\(([A-Z]{4,9})\)")
"""Four letters or more; fewer leave too little to compare."""
_STOP = re.compile(r"[().;:,\n]")
_LINKING = frozenset(
    (
        *("dan", "atau", "dengan", "di", "ke", "dari", "yang", "untuk", "pada", "oleh", "bagi"),
        *("dalam", "serta", "tentang", "per", "of", "and"),
    )
)
"""Words that an abbreviation may pass over."""


def wrong_abbreviations(table: Table) -> Iterator[Finding]:
    """`Rencana Kerja Sama Daerah (RKDS)`: the initials, but swapped, missing or strange."""
    told: set[tuple[str, str]] = set()
    for field in table.schema.fields:
        if field.type != "string" or field.role is Role.PRINTED:
            continue
        for text, row_number in table.first_rows(field.name).items():
            for phrase, letters in _abbreviated(str(text or "")):
                spelt = _nearly(phrase, letters)
                if spelt and (spelt, letters) not in told:
                    told.add((spelt, letters))
                    place = Place(table.file, row_number, field.name)
                    said = message("check.abbreviation-wrong", letters=letters, words=spelt)
                    yield Finding(CODE, place, said)


def _abbreviated(text: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation in brackets with the words before it.

    >>> list(_abbreviated("oleh Pekerja Sosial Masyarakat (PSMK) setempat"))
    [('oleh Pekerja Sosial Masyarakat', 'PSMK')]
    """
    for found in _BRACKETS.finditer(text):
        before = text[max(0, found.start() - LONGEST_PHRASE) : found.start()]
        yield _STOP.split(before)[-1], found[1]


def _nearly(phrase: str, letters: str) -> str:
    """The words that the letters nearly abbreviate; '' where they do exactly, or not at all.

    >>> _nearly("menurut Rencana Kerja Sama Daerah", "RKDS")
    'Rencana Kerja Sama Daerah'
    >>> _nearly("Rencana Kerja Sama Daerah", "RKSD"), _nearly("Taruna Siaga Bencana", "TAGANA")
    ('', '')
    """
    words = re.findall(r"[^\W\d_]+", phrase)[-2 * len(letters) :]
    starts = [at for at, word in enumerate(words) if word[0].upper() == letters[0]]
    if any(_are_beginnings(words[at:], letters) for at in starts):
        return ""
    near = [at for at in starts if _wrong(words[at:], letters) <= MOST_WRONG]
    return " ".join(words[near[-1] :]) if near else ""


def _are_beginnings(words: Sequence[str], letters: str) -> bool:
    """Whether the letters are the beginnings of the words, one letter each or more.

    >>> _are_beginnings(["Badan", "Pusat", "Statistik"], "BAPUS")
    True
    >>> _are_beginnings(["Badan", "Pusat", "Statistik"], "BSP")
    False
    >>> _are_beginnings(["Sarana", "dan", "Alat"], "SAA")
    True
    """
    if not words:
        return not letters
    first, rest = words[0].upper(), words[1:]
    if first.casefold() in _LINKING and _are_beginnings(rest, letters):
        return True
    taken = 0
    while taken < min(len(first), len(letters)) and first[taken] == letters[taken]:
        taken += 1
        if _are_beginnings(rest, letters[taken:]):
            return True
    return False


def _wrong(words: Sequence[str], letters: str) -> int:
    """How many initials are missing among the letters, or how many letters are no initials."""
    initials = Counter(word[0].upper() for word in words if word.casefold() not in _LINKING)
    found = Counter(letters)
    return max((initials - found).total(), (found - initials).total())


CHECK = TableCheck((CODE,), wrong_abbreviations)
