"""Turns private data in texts into findings that never repeat it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..model import codes
from ..model.findings import Code, Finding, Place
from ..model.messages import Message, rewritten
from .children import children
from .folding import mask
from .official import Official
from .patterns import Hit, Kind, find
from .spread import spread

_CODES: dict[Kind, tuple[Code, str]] = {
    Kind.NIK: (codes.PRIVATE_NIK, "NIK atau nomor KK"),
    Kind.NPWP: (codes.PRIVATE_NPWP, "NPWP"),
    Kind.PHONE: (codes.PRIVATE_PHONE, "nomor telepon"),
    Kind.EMAIL: (codes.PRIVATE_EMAIL, "alamat surel"),
    Kind.ADDRESS: (codes.PRIVATE_ADDRESS, "alamat rumah"),
    Kind.ACCOUNT: (codes.PRIVATE_ACCOUNT, "nomor rekening"),
    Kind.NIP: (codes.PRIVATE_NIP, "NIP"),
    Kind.CARD: (codes.PRIVATE_CARD, "nomor kartu atau induk seseorang"),
    Kind.PLATE: (codes.PRIVATE_PLATE, "nomor kendaraan"),
    Kind.POSITION: (codes.PRIVATE_POSITION, "koordinat rumah"),
    Kind.CHILD: (codes.PRIVATE_CHILD, "nama anak di dekat jenis kasus"),
}


@lru_cache(maxsize=100_000)
def hits(text: str, *, in_cell: bool = False) -> tuple[Hit, ...]:
    """`find`, remembered: cells of a table repeat."""
    return tuple(find(text, in_cell=in_cell))


def in_value(
    text: str,
    place: Place,
    official: Official,
    exempt: Collection[str] = (),
    *,
    in_cell: bool = False,
) -> Iterator[Finding]:
    """Findings on private data in one value; numbers spelt as in `exempt` are measurements."""
    found = Counter(
        (hit.kind, mask(value))
        for hit in hits(text, in_cell=in_cell)
        if (value := text[hit.start : hit.end]) not in exempt
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


def in_rows(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Finding]]:
    """Findings on what only neighbouring cells tell together: cut numbers, children in a case.

    Each with the indices of its row and column, whose names the caller knows; the first row holds
    the titles.
    """
    for cut in spread(rows):
        message = (
            f"Angka di sel yang berdampingan bersambung menjadi NIK atau nomor KK: "
            f"`{mask(cut.figures)}`."
        )
        yield cut.row, cut.column, Finding(codes.PRIVATE_NIK, Place(""), message)
    for child in children(rows):
        message = (
            "Tampak seperti nama anak atau korban, di baris yang menyebut kasus atau umurnya: "
            f"`{mask(child.name, kept=1)}`."  # initials are all letters
        )
        yield child.row, child.column, Finding(codes.PRIVATE_CHILD, Place(""), message)


def masked(finding: Finding) -> Finding:
    """Another check's finding, should its message quote private data or a file be named by it."""
    said, place = _masked_message(finding.message), masked_place(finding.place)
    if (said, place) == (finding.message, finding.place):
        return finding
    return replace(finding, message=said, place=place, remedy=_masked_message(finding.remedy))


def _masked_message(said: Message | str) -> Message | str:
    """A sentence none of whose values holds private data."""
    return without_private(said) if isinstance(said, str) else rewritten(said, without_private)


def masked_place(place: Place) -> Place:
    """A place with private data in its file or the title of its column masked."""
    column = place.column and without_private(place.column)
    return replace(place, file=masked_path(place.file), column=column)


def masked_path(file: str) -> str:
    """A path with private data in any of its names masked."""
    return "/".join(without_private(name) for name in file.split("/"))


def without_private(text: str) -> str:
    """`text` with all private data masked."""
    parts, done = [], 0
    for hit in hits(text):
        parts += [text[done : hit.start], mask(text[hit.start : hit.end])]
        done = hit.end
    return "".join([*parts, text[done:]])


def _finding(kind: Kind, shown: str, times: int, place: Place) -> Finding:
    code, name = _CODES[kind]
    # Two numbers may look alike once masked: without the count the second would go unnoticed.
    often = f" ({times} kali)" if times > 1 else ""
    return Finding(code, masked_place(place), f"Tampak seperti {name}: `{shown}`{often}.")
