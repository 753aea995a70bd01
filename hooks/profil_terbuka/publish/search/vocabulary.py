"""Words of a site by which the search page guesses what a misspelt one was meant to be.

Loaded only by who types a word that is nowhere on the site, so it is kept small: the words of
titles first, then those that are used most, as many as fit.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable

from .record import Record
from .webpages import Webpage

ADDRESS = "aset/kata-cari.json"
LARGEST = 6_000
"""Bytes of the file, compressed as hosts send it."""
_SHORTEST = 4
"""Letters of a word that can be misspelt and still be known."""
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"<[^>]*>|&[^;\s]*;")


def vocabulary(
    pages: Iterable[Webpage], records: Iterable[Record], below: Iterable[bytes] = ()
) -> bytes:
    """Two lists of words, those of titles and the others, each in alphabetical order.

    `below` are the same files of sites that are searched as well.
    """
    titles: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for record in records:
        titles.update(_words(record.title))
        others.update(_words(record.content))
    for page in pages:
        others.update(_words(_TAG.sub(" ", page.html)))
    for data in below:
        for counted, words in zip((titles, others), json.loads(data), strict=True):
            counted.update(words.split())
    first = _ranked(titles)
    rest = [word for word in _ranked(others) if word not in titles]
    return _fitting(first, rest)


def _words(text: str) -> list[str]:
    """The words of a text that are long enough, in small letters.

    >>> _words("Penyandang disabilitas, 2024 (PBI)")
    ['penyandang', 'disabilitas']
    """
    return [word.lower() for word in _WORD.findall(text) if len(word) >= _SHORTEST]


def _ranked(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda word: (-counted[word], word))


def _fitting(first: list[str], rest: list[str]) -> bytes:
    """As many words as the file has room for: the largest number is found by halving."""
    fits, too_many = 0, len(first) + len(rest) + 1
    while too_many - fits > 1:
        tried = (fits + too_many) // 2
        if len(gzip.compress(_written(first, rest, tried), mtime=0)) <= LARGEST:
            fits = tried
        else:
            too_many = tried
    return _written(first, rest, fits)


def _written(first: list[str], rest: list[str], count: int) -> bytes:
    kept = (first[:count], rest[: max(0, count - len(first))])
    lists = [" ".join(sorted(words)) for words in kept]
    return json.dumps(lists, ensure_ascii=False, separators=(",", ":")).encode()
