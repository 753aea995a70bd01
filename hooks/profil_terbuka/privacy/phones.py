"""Telephone numbers of people: mobile and fixed, in every spelling."""

from __future__ import annotations

import re

from . import lookalikes
from .kinds import Detector, PrivateKind, always

_GAP = r"[\s().\-/\\_*`·]{0,3}"
"""What people put between the digits of a phone number, Markdown included."""
ABROAD = rf"(?:\(?\+\s?\(?62|\(62\)|\(?0062){_GAP}(?:\(?0\)?{_GAP})?"
_AREA = r"(?:2[124]|31|61|[2-79]\d\d)"
_WORD = r"(?:h\.?p|w\.?a|whats?app|telp?|telepon|ponsel|phone|kontak|hubungi)"
_WORDS = ("hp", "h.p", "wa", "w.a", "whatsap", "tel", "ponsel", "phone", "kontak", "hubungi")
_OPERATOR = r"8(?:1[1-9]|2[1-3]|3[1-38]|5[1-35-9]|7[7-9]|8[1-9]|9[5-9])"

_MOBILE = re.compile(
    rf"(?<!\d)(?P<it>(?:{ABROAD}|\(?0\)?[\s)\-]{{0,2}})"
    rf"8{_GAP}[1-357-9](?:{_GAP}\d){{7,10}})(?!\d)"
)
_MOBILE_BARE = re.compile(
    r"(?<!\d)(?P<it>62[ .\-/)]{0,2}(?:\(?0\)?[ .\-/]?)?"
    r"8[1-357-9]\d(?:[ .\-/]?\d){6,9})(?!\d)"
)
_MOBILE_NAMED = re.compile(
    rf"\b{_WORD}(?:\b|(?=\d))[\s.:=/*`_]{{0,4}}(?:(?:no(?:mor)?|di|ke)\b[\s.:]{{0,3}}){{0,2}}"
    rf"(?P<it>8[1-357-9](?:{_GAP}\d){{7,10}})(?!\d)",
    re.IGNORECASE,
)
_MOBILE_IN_GROUPS = re.compile(
    r"(?<!\d)(?P<it>08[1-357-9]\d(?P<sign>\s?[,;~|=+]\s?)\d{3,4}(?P=sign)\d{3,5})(?!\d)"
)
"""With signs that lists have too: only in the groups of a phone number."""
_MOBILE_WITH_LETTERS = re.compile(
    r"(?<!\w)(?P<it>[0Oo]8[1-357-9lI](?:[ .\-]?[\dOoIl]){7,10})(?!\w)"
)
_FIGURE = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_MOBILE_IN_WORDS = re.compile(
    rf"\b(?P<it>(?:nol|kosong)[\s,-]{{1,3}}delapan(?:[\s,-]{{1,3}}{_FIGURE}){{7,11}})\b",
    re.IGNORECASE,
)
_MOBILE_ROUNDED = re.compile(
    rf"(?<![\d.,])(?P<it>(?:6[.,]2)?{_OPERATOR[0]}[.,]?\d{{4,11}}E\+?1[0-2])(?!\d)", re.IGNORECASE
)
_MOBILE_ALONE = re.compile(
    rf"(?:\A|(?<=\0))\s*(?P<it>{_OPERATOR}(?:\d{{7,9}}|(?P<sign>[ -])\d{{3,4}}(?P=sign)\d{{3,5}}))"
    r"(?:\.0)?\s*(?:\Z|(?=\0))"
)
_LANDLINE = re.compile(
    rf"(?<!\d)(?P<it>\(0{_AREA}\)[\s.\-]{{0,2}}\d(?:[\s.\-]?\d){{4,7}}"
    rf"|0{_AREA}[\s.\-]{{1,3}}\d(?:[\s.\-]?\d){{4,7}}"
    rf"|0[2-79]\d{{7,10}}"
    rf"|{ABROAD}{_AREA}{_GAP}\d(?:[\s.\-]?\d){{4,7}})(?!\d)"
)


def _is_phone(found: re.Match[str]) -> bool:
    return not (
        lookalikes.is_number(found)
        or lookalikes.is_moment(found)
        or lookalikes.is_padded_amount(found)
    )


def _is_bare_phone(found: re.Match[str]) -> bool:
    """Without + or 0 in front, only groups of at least two digits make it a phone number."""
    groups = re.findall(r"\d+", found["it"])[1:]
    return _is_phone(found) and all(len(group) > 1 for group in groups)


def _has_letters(found: re.Match[str]) -> bool:
    """`O812-OOOO-OOOO`, `08l2 ...`: mistyped, or meant for people only."""
    return any(sign.isalpha() for sign in found["it"])


def _is_rounded_phone(found: re.Match[str]) -> bool:
    """As Excel shows it: 8,12346E+11 or 6,28123E+12."""
    figures = re.sub(r"\D", "", found["it"][:-3])
    begins_right = bool(re.match(rf"(?:62)?{_OPERATOR}", figures))
    return begins_right and not lookalikes.is_in_hash(found)


def _is_lost_zero(found: re.Match[str]) -> bool:
    """A cell that holds nothing else: Excel took the 0 away. Round numbers are amounts."""
    return not found["it"].endswith("000")


MOBILE = (
    Detector(PrivateKind.PHONE, _MOBILE, _is_phone),
    Detector(PrivateKind.PHONE, _MOBILE_BARE, _is_bare_phone),
    Detector(PrivateKind.PHONE, _MOBILE_NAMED, _is_phone, _WORDS),
    Detector(PrivateKind.PHONE, _MOBILE_IN_GROUPS, _is_phone),
    Detector(PrivateKind.PHONE, _MOBILE_WITH_LETTERS, _has_letters),
    Detector(PrivateKind.PHONE, _MOBILE_IN_WORDS, always, ("delapan",)),
    Detector(PrivateKind.PHONE, _MOBILE_ROUNDED, _is_rounded_phone, ("e1", "e+1")),
)
FIXED = (Detector(PrivateKind.PHONE, _LANDLINE, _is_phone),)
IN_CELLS = (Detector(PrivateKind.PHONE, _MOBILE_ALONE, _is_lost_zero),)
"""Only for cells: there a number stands for itself."""
