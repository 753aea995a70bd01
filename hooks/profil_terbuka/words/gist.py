"""The gist of a reason that people wrote at length, in their own words."""

from __future__ import annotations

import re
from typing import Protocol, cast

from .excerpts import excerpt
from .language import grammar

SHORT, LONGEST = 160, 240
"""Letters: a reason as short as this is told whole; no gist is longer than that."""
_END = re.compile(r"(?:(?<=\w{4})|(?<=[\d%)\]]))[.!?]\s+(?=[A-Z\d])")
"""Between two sentences; a dot after a short title ('drg.') ends none."""


class GistWords(Protocol):
    """What a language says in its module `gist`."""

    SUPPOSING: tuple[str, ...]


def gist(reason: str) -> str:
    """The whole of a short reason; of a long one the sentence that says what is supposed.

    Where none does, the first one counts.

    >>> gist("Nilai 2024 sama dengan 2023.")
    'Nilai 2024 sama dengan 2023.'
    >>> gist(f"Utara {'1, ' * 60}padahal kecil. Agaknya tertukar. Jumlahnya cocok.")
    'Agaknya tertukar.'
    """
    if len(reason) <= SHORT:
        return reason
    supposing = cast(GistWords, grammar("gist")).SUPPOSING
    sentences = [sentence.rstrip(".!? ") for sentence in _END.split(reason)]
    told = (one for one in sentences if any(word in one.lower() for word in supposing))
    chosen = next(told, sentences[0])
    return f"{chosen}." if len(chosen) < LONGEST else excerpt(chosen, LONGEST)
