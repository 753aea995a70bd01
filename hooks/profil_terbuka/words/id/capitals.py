"""Indonesian in capitals: which words are short names, and where a sentence begins."""

from __future__ import annotations

import re

SHORT_NAMES = frozenset(
    {"ASN", "DTSEN", "KIA", "KIP", "KIS", "KUA", "NIB", "NIK", "PBI", "PPID", "SIKS", "SIM"}
    | {"TNI", "UPRS", "UPT", "USG", "WNA", "WNI"}
)
"""What citizens are asked for and whom they go to. A word without a vowel (KTP) needs no line here:
it can be nothing but a short name."""

_SHOUTED_WORD = re.compile(r"[A-Z]{4,}")
_WORD = re.compile(r"[A-Z]+")
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile(r"[AEIOU]")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+)[^a-zA-Z]*[a-z]")
_LONG_ENOUGH = 2
"""So many long words in capitals are no short name any more: they are shouted."""


def sentence_case(text: str) -> str:
    """'FOTOCOPY KARTU KELUARGA (KK)' -> 'Fotocopy kartu keluarga (KK)'."""
    if text != text.upper() or len(_SHOUTED_WORD.findall(text)) < _LONG_ENOUGH:
        return text
    calm = _WORD.sub(lambda found: _word(found[0]), text)
    return _SENTENCE_START.sub(lambda found: found[0][:-1] + found[0][-1].upper(), calm)


def _word(word: str) -> str:
    stays = word in SHORT_NAMES or _ROMAN.fullmatch(word) or not _VOWEL.search(word)
    return word if stays else word.lower()
