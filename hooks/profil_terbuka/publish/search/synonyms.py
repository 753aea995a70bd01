"""Words that mean the same to readers, kept as a reference package."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Dataset

PACKAGE = "sinonim"
"""The reference package: each row joins a word with another that means the same."""


def synonyms(reference: Iterable[Dataset]) -> tuple[tuple[str, ...], ...]:
    """Groups of words and phrases with one meaning, in lower case; none without the package.

    Rows with the same `kata` form one group, which begins with that word.
    """
    package = next((item for item in reference if item.slug == PACKAGE), None)
    if package is None:
        return ()
    groups: dict[str, list[str]] = {}
    for row in package.main.rows:
        word, other = (str(value).lower() for value in package.main.key(row, ("kata", "sinonim")))
        groups.setdefault(word, [word]).append(other)
    return tuple(tuple(dict.fromkeys(words)) for words in groups.values())
