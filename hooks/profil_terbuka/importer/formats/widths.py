"""Rows of a text with more cells than those above them: a comma that was no separator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...model.messages import NOTHING, Message, message

_WHOLE = re.compile(r"\s*(?:Rp\.?\s*)?[-(]?\d+\s*", re.IGNORECASE)
_PART = re.compile(r"\d{1,3}\s*[%)]?\s*")
_MOST_NAMED = 5


def parted_decimals(rows: Sequence[Sequence[str]], file: str) -> Message:
    """Why commas within figures spoil a table: `Dadap,1,5` below two titles; NOTHING where none do.

    Nothing can tell afterwards which cell such a figure belongs to.

    >>> parted_decimals([["Desa", "Nilai"], ["Dadap", "1", "5"]], "t.csv").name
    'importer.decimals-parted'
    >>> parted_decimals([["Dinas A"], ["Desa", "2023"], ["Dadap", "15"]], "t.csv") == NOTHING
    True
    """
    parted = [at for at, wont in _wider_than_above(rows) if _explained(rows[at], wont)]
    if not parted:
        return NOTHING
    first = rows[parted[0]]
    return message(
        "importer.decimals-parted",
        file=file,
        rows=_named(parted),
        row=",".join(first),
        cells=len(first),
    )


def wider_rows(rows: Sequence[Sequence[str]]) -> Iterator[Message]:
    """What is told of rows with more cells than most: a sign within a sentence parted it.

    >>> told = wider_rows([["a", "b"], ["1", "2"], ["Sumber: A", "B", "C"]])
    >>> [dict(line.values)["most"] for line in told]
    [2]
    """
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return
    most = max(widths, key=lambda width: (widths[width], width))
    wider = [at for at, row in enumerate(rows) if len(row) > most and any(row[most:])]
    if wider and 2 * widths[most] > sum(widths.values()):
        yield message("importer.rows-wider", rows=_named(wider), most=most)


def _wider_than_above(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Rows wider than all above them, down to the last blank line, and how wide those are."""
    wont = 0
    for at, row in enumerate(rows):
        if not any(row):
            wont = 0
            continue
        if wont and len(row) > wont:
            yield at, wont
        wont = max(wont, len(row))


def _explained(row: Sequence[str], wont: int) -> bool:
    """Whether a row is as wide as it is wont to be once figures are put together again."""
    pairs, at = 0, 0
    while at + 1 < len(row):
        parted = bool(_WHOLE.fullmatch(row[at]) and _PART.fullmatch(row[at + 1]))
        pairs += parted
        at += 2 if parted else 1
    return len(row) - wont <= pairs


def _named(places: Sequence[int]) -> Message:
    """'baris 3, 7 dan 4 lagi'."""
    shown = tuple(str(at + 1) for at in places[:_MOST_NAMED])
    others = len(places) - len(shown)
    more = message("importer.and-more-rows", count=others) if others else NOTHING
    return message("importer.rows", rows=shown, more=more)
