"""What rows of headings say over each column: texts over several stand over each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Level = tuple[str, ...]
"""What a row of headings says over each column of a block."""


def paths_of(levels: Sequence[Level]) -> tuple[Level, ...]:
    """For each column the texts over it, none twice; a text over several stands over each."""
    spread = [_spread(level, levels[depth + 1 :]) for depth, level in enumerate(levels)]
    return tuple(tuple(_changing(texts)) for texts in zip(*spread, strict=True))


def _spread(level: Level, below: Sequence[Level]) -> Level:
    """A row of headings where a text also stands over the empty places whose parts are named.

    >>> _spread(("Desa", "Penerima", "", ""), [("", "L", "P", "")])
    ('Desa', 'Penerima', 'Penerima', '')
    """
    texts = list(level)
    parts = [any(row[at] for row in below) for at in range(len(texts))]
    for at in range(1, len(texts)):
        if not texts[at] and parts[at] and parts[at - 1]:
            texts[at] = texts[at - 1]
    return tuple(texts)


def _changing(texts: Iterable[str]) -> Iterator[str]:
    """Texts from top to bottom without what only repeats the one above."""
    last = ""
    for text in texts:
        if text and text != last:
            yield text
        last = text or last
