"""Turns private data in texts into findings that never repeat it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..model import codes
from ..model.findings import Code, Finding, Place
from ..model.messages import Message, message, rewritten
from ..words.catalogues import text
from .children import children, may_name_people
from .folding import mask
from .official import Official
from .patterns import Hit, PrivateKind, find
from .spread import may_end_number, spread_numbers

_KINDS: dict[PrivateKind, tuple[Code, Message]] = {
    PrivateKind.NIK: (codes.PRIVATE_NIK, message("privacy.kind-nik")),
    PrivateKind.NPWP: (codes.PRIVATE_NPWP, message("privacy.kind-npwp")),
    PrivateKind.PHONE: (codes.PRIVATE_PHONE, message("privacy.kind-phone")),
    PrivateKind.EMAIL: (codes.PRIVATE_EMAIL, message("privacy.kind-email")),
    PrivateKind.ADDRESS: (codes.PRIVATE_ADDRESS, message("privacy.kind-address")),
    PrivateKind.ACCOUNT: (codes.PRIVATE_ACCOUNT, message("privacy.kind-account")),
    PrivateKind.NIP: (codes.PRIVATE_NIP, message("privacy.kind-nip")),
    PrivateKind.CARD: (codes.PRIVATE_CARD, message("privacy.kind-card")),
    PrivateKind.PLATE: (codes.PRIVATE_PLATE, message("privacy.kind-plate")),
    PrivateKind.POSITION: (codes.PRIVATE_POSITION, message("privacy.kind-position")),
    PrivateKind.CHILD: (codes.PRIVATE_CHILD, message("privacy.kind-child")),
}


@lru_cache(maxsize=100_000)
def hits(text: str, *, in_cell: bool = False) -> tuple[Hit, ...]:
    """`find`, remembered: cells of a table repeat."""
    return tuple(find(text, in_cell=in_cell))


def in_value(
    text: str,
    place: Place,
    official: Official,
    measured: Collection[str] = (),
    *,
    in_cell: bool = False,
) -> Iterator[Finding]:
    """Findings on private data in one value; numbers spelt as in `measured` are measurements."""
    found = Counter(
        (hit.kind, mask(value))
        for hit in hits(text, in_cell=in_cell)
        if (value := text[hit.start : hit.end]) not in measured
        and not official.allows(hit.kind, value)
    )
    for (kind, shown), times in found.items():
        yield _finding(kind, shown, times, place)


def in_lines(text: str, file: str, official: Official) -> Iterator[Finding]:
    """The same in a text of several lines; the row is the line where the data begins."""
    found = Counter(
        (hit.kind, mask(value), text.count("\n", 0, hit.start) + 1)
        for hit in find(text)
        if not official.allows(hit.kind, (value := text[hit.start : hit.end]))
    )
    for (kind, shown, row), times in found.items():
        yield _finding(kind, shown, times, Place(file, row))


def may_tell_together(titles: Sequence[str], texts: Collection[str]) -> bool:
    """Whether `in_rows` may find anything in a table of these titles and different texts."""
    return may_name_people(titles) or any(map(may_end_number, texts))


def in_rows(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Finding]]:
    """Findings on what only neighbouring cells tell together: cut numbers, children in a case.

    Each with the indices of its row and column, whose names the caller knows; the first row holds
    the titles.
    """
    for cut in spread_numbers(rows):
        said = message("privacy.cells-make-nik", shown=mask(cut.figures))
        yield cut.row, cut.column, Finding(codes.PRIVATE_NIK, Place(""), said)
    for child in children(rows):
        shown = mask(child.name, kept=1)  # initials are all letters
        said = message("privacy.child-in-case", shown=shown)
        yield child.row, child.column, Finding(codes.PRIVATE_CHILD, Place(""), said)


def masked(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Other checks' findings, should one quote private data or a file be named by it.

    What many findings say in the same words is masked once.
    """
    # By identity: equal numbers may be written in different ways (1 and 1.0).
    done: dict[int, tuple[Message, Message]] = {}

    def once(said: Message) -> Message:
        known = done.get(id(said))
        if known is None:
            known = done[id(said)] = (said, masked_message(said))
        return known[1]

    for finding in findings:
        yield replace(
            finding,
            message=once(finding.message),
            place=masked_place(finding.place),
            remedy=once(finding.remedy),
        )


def masked_message(said: Message) -> Message:
    """A sentence that tells no private data, neither in a value nor as it is read.

    A number may be private by the words of the sentence around it, or together with the value that
    stands beside it. Where masking each value by itself leaves anything that is found in the whole
    sentence, the sentence is masked as a whole.

    >>> text(masked_message(message("read.not-in-descriptor", name="0812-0000-0000", file="a")))
    '`08••-••••-••••` tidak disebut di a.'
    """
    in_values = rewritten(said, without_private)
    sentence = text(said)
    if not hits(sentence):
        return in_values
    examples = frozenset(_private_in(text(rewritten(said, lambda _: _NEUTRAL))))
    whole = without_private(sentence, examples)
    if whole in (sentence, text(in_values)):
        return in_values
    for private in sorted(_private_values(said), key=len, reverse=True):
        whole = whole.replace(private, mask(private))
    return message("privacy.masked-sentence", sentence=whole)


_NEUTRAL = "x"
"""In the place of values: what is found then are examples of the catalogue's own."""


def _private_values(said: Message) -> set[str]:
    """The private data in each value by itself."""
    found: set[str] = set()

    def noted(value: str) -> str:
        found.update(_private_in(value))
        return value

    rewritten(said, noted)
    return found


def _private_in(words: str) -> Iterator[str]:
    return (words[hit.start : hit.end] for hit in hits(words))


def masked_place(place: Place) -> Place:
    """A place with private data in its file or the title of its column masked."""
    column = place.column and without_private(place.column)
    return Place(masked_path(place.file), place.row, column)


@lru_cache(maxsize=1_000)
def masked_path(file: str) -> str:
    """A path with private data in any of its names masked."""
    return "/".join(without_private(name) for name in file.split("/"))


def without_private(text: str, known: Collection[str] = ()) -> str:
    """`text` with all private data masked but what is `known` to be an example.

    >>> without_private("Hubungi 0812-0000-0000.")
    'Hubungi 08••-••••-••••.'
    """
    pieces, done = [], 0
    for hit in hits(text):
        found = text[hit.start : hit.end]
        pieces += [text[done : hit.start], found if found in known else mask(found)]
        done = hit.end
    return "".join([*pieces, text[done:]])


def _finding(kind: PrivateKind, shown: str, times: int, place: Place) -> Finding:
    code, name = _KINDS[kind]
    said = message("privacy.looks-private", kind=name, shown=shown)
    if times > 1:
        # Two numbers may look alike once masked: without the count the second would go unnoticed.
        said = message("privacy.looks-private-often", kind=name, shown=shown, count=times)
    return Finding(code, masked_place(place), said)
