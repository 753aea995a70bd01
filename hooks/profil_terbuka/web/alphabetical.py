"""Everything of a site in alphabetical order, at a-z/: readable without a script, and by machines.

Of a large site each letter has pages of its own, so that none takes a phone long to load.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from ..model.messages import Message, message
from ..model.products import GeneratedPage
from ..words.catalogues import text
from .page import write_page

ALPHABETICAL = "a-z/"
MOST_TOGETHER = 400
"""Entries on one page."""
_OTHER = "0-9"
"""Stands for the letter of what begins with none."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A thing that has an address: its title, unescaped, and what it is."""

    title: str
    address: str
    kind: Message
    where: str = ""
    """Whose it is, where the index is of several agencies."""


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter with how many entries it has; '' as address where it has none."""

    letter: str
    address: str
    count: int


@dataclass(frozen=True)
class AlphabeticalView:
    """What halaman/a-z.html shows; without `groups` only the letters."""

    letters: Sequence[LetterLink]
    groups: Sequence[tuple[str, str, Sequence[IndexEntry]]]
    """Letter, its id in the page, and its entries."""
    nama: str
    total: int
    sebelumnya: str
    berikutnya: str


def alphabetical_pages(entries: Iterable[IndexEntry], name: str) -> tuple[GeneratedPage, ...]:
    """The index of the site called `name`; one page, or one a letter where there is much."""
    by_letter = _by_letter(entries)
    total = sum(map(len, by_letter.values()))
    if total <= MOST_TOGETHER:
        letters = _letters(by_letter, {letter: f"#{_id(letter)}" for letter in by_letter})
        groups = [(letter, _id(letter), held) for letter, held in by_letter.items()]
        return (_page(ALPHABETICAL, "", AlphabeticalView(letters, groups, name, total, "", "")),)
    addresses = {letter: f"{ALPHABETICAL}{letter.lower()}/" for letter in by_letter}
    letters = _letters(by_letter, addresses)
    front = _page(ALPHABETICAL, "", AlphabeticalView(letters, (), name, total, "", ""))
    return (
        front,
        *(
            page
            for letter, held in by_letter.items()
            for page in _letter_pages(letter, held, letters, name)
        ),
    )


def _letter_pages(
    letter: str, held: Sequence[IndexEntry], letters: Sequence[LetterLink], name: str
) -> Iterator[GeneratedPage]:
    """All entries of a letter, so many on a page; the first is at the letter's address."""
    first = f"{ALPHABETICAL}{letter.lower()}/"
    starts = range(0, len(held), MOST_TOGETHER)
    addresses = [first, *(f"{first}{number}/" for number in range(2, len(starts) + 1)), ""]
    for number, start in enumerate(starts):
        shown = held[start : start + MOST_TOGETHER]
        view = AlphabeticalView(
            letters=letters,
            groups=[(letter, _id(letter), shown)],
            nama=name,
            total=len(held),
            sebelumnya=addresses[number - 1] if number else "",
            berikutnya=addresses[number + 1],
        )
        yield _page(addresses[number], letter, view)


def _page(address: str, letter: str, view: AlphabeticalView) -> GeneratedPage:
    title = message("web.alphabetical-letter", letter=letter) if letter else _TITLE
    description = text(message("web.alphabetical-description", name=view.nama))
    return write_page("a-z", address, text(title), description, view)


_TITLE = message("web.alphabetical")


def _by_letter(entries: Iterable[IndexEntry]) -> Mapping[str, Sequence[IndexEntry]]:
    """Letter -> entries, both in alphabetical order; of the same thing twice the first."""
    once = {(unescape(item.title), item.address): item for item in entries}
    found: dict[str, list[IndexEntry]] = {}
    for item in sorted(once.values(), key=lambda item: (_plain(item.title), item.address)):
        found.setdefault(letter_of(item.title), []).append(item)
    return dict(sorted(found.items()))


def letter_of(title: str) -> str:
    """The letter that something stands under.

    >>> letter_of("Élite"), letter_of("(PKH)"), letter_of("26 jenis")
    ('E', 'P', '0-9')
    """
    first = _plain(title)[:1].upper()
    return first if first.isascii() and first.isalpha() else _OTHER


def _plain(title: str) -> str:
    """As it is sorted: without accents, capitals and signs before the first letter or digit."""
    folded = unicodedata.normalize("NFKD", title).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    start = next((place for place, letter in enumerate(plain) if letter.isalnum()), 0)
    return plain[start:]


def _id(letter: str) -> str:
    return f"huruf-{letter.lower()}"


def _letters(
    held: Mapping[str, Sequence[IndexEntry]], addresses: Mapping[str, str]
) -> tuple[LetterLink, ...]:
    alphabet = [_OTHER, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    return tuple(
        LetterLink(letter, addresses.get(letter, ""), len(held.get(letter, ())))
        for letter in alphabet
    )
