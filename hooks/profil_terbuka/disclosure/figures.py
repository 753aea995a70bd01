"""Numbers in a sentence, in digits and in words: '1.245', 'enam belas', 'seratus dua puluh'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DIGITS = re.compile(r"(?<![\w.,])\d+(?:\.\d{3})*(?![\w]|[.,]\d)")
_WORDS = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)
_UNITS = {word: value for value, word in enumerate(_WORDS)}
_ONE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100, "ribu": 1000}
_SPELT = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join((*_UNITS, *_ONE, *_TIMES, 'belas'))})(?!\w)[ -]?)+", re.IGNORECASE
)


_LONGEST = 40
"""Signs of a number that somebody may count in; Python refuses to read thousands of them."""


class SaidNumber(NamedTuple):
    """A number and what follows it in the sentence."""

    value: int
    after: str


def said_numbers(sentence: str) -> Iterator[SaidNumber]:
    """Every whole number of a sentence.

    >>> [figure.value for figure in said_numbers("Dari 1.245 orang, enam belas anak dan dua KK.")]
    [1245, 16, 2]
    >>> [figure.value for figure in said_numbers("lima puluh satu; seratus dua puluh tiga; ketiga")]
    [51, 123]
    """
    for found in _DIGITS.finditer(sentence):
        if len(found[0]) > _LONGEST:
            continue
        yield SaidNumber(int(found[0].replace(".", "")), sentence[found.end() :])
    for found in _SPELT.finditer(sentence):
        yield SaidNumber(_spelt_number(found[0].casefold()), sentence[found.end() :])


def _spelt_number(words: str) -> int:
    """Thousands, hundreds, tens and units, each said once.

    >>> _spelt_number("dua ribu tiga ratus empat belas"), _spelt_number("seratus sepuluh")
    (2314, 110)
    """
    total = part = 0
    for word in re.split(r"[ -]+", words.strip(" -")):
        if word == "belas":
            part += 10
        elif word in ("ratus", "puluh"):
            unit = part % 10
            part += unit * (_TIMES[word] - 1)
        elif word == "ribu":
            total, part = total + part * 1000, 0
        elif word == "seribu":
            total += 1000
        else:
            part += _ONE.get(word, _UNITS.get(word, 0))
    return total + part
