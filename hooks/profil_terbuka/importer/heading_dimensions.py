"""What headings over figures tell apart from what is measured: when, and which sex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model.calendar_names import MONTHS
from .dates import MONTH_NUMBERS
from .grid import SheetCell
from .layout.wording import names_total, year_in

YEAR, HALF, QUARTER, MONTH, SEX = "Tahun", "Semester", "Triwulan", "Bulan", "Jenis kelamin"
TIMES = (YEAR, HALF, QUARTER, MONTH)
_LEAST = {YEAR: 1, MONTH: 3}
"""So many values of a dimension make it believed; of the others two."""
_MALE, _FEMALE = "Laki-laki", "Perempuan"
_SEXES = {
    **dict.fromkeys(("l", "lk", "laki-laki", "laki laki", "laki - laki", "lakilaki"), _MALE),
    **dict.fromkeys(("pria", "laki"), _MALE),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita"), _FEMALE),
}
_BOTH = re.compile(r"(l|lk|laki-laki)\s*[+&/]\s*(p|pr|perempuan)", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?P<half>semester|smt\.?|sem\.?)|triwulan|tw\.?|kuartal)\s*(?P<number>[1-4]|i{1,3}|iv)",
    re.IGNORECASE,
)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_YEAR_BEHIND = re.compile(
    r"(?P<rest>.*?\D)[\s(/-]*\b(?:(?:tahun|thn?|ta)\.?\s*)?(?P<year>(?:19|20)\d{2})\)?",
    re.IGNORECASE,
)
_SHORTEST = 4
"""Letters of a sex behind a name: 'Guru P' may be anything."""

Told = tuple[tuple[str, str], ...]
"""Dimension and value, times first."""


@dataclass(frozen=True, slots=True)
class HeadingMeaning:
    """A heading taken apart: what is measured, and of when and whom."""

    rest: tuple[str, ...]
    told: Told = ()
    is_total: bool = False
    """It adds up others: 'Jumlah', 'L+P'."""
    provisional: bool = False
    """Its year has a star: '2024*)'."""

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of what it tells."""
        return tuple(name for name, _ in self.told)


def meaning_of(path: Sequence[str]) -> HeadingMeaning:
    """A heading taken apart.

    >>> meaning_of(("Penerima", "2024*)", "L")).told
    (('Tahun', '2024'), ('Jenis kelamin', 'Laki-laki'))
    >>> meaning_of(("Penerima perempuan",)).rest
    ('Penerima',)
    """
    rest: list[str] = []
    told: dict[str, str] = {}
    is_total = False
    for text in path:
        name, value, left = _within(text)
        if name and name not in told:
            told[name] = value
            rest += [left] if left else []
        else:
            is_total = is_total or names_total(text) or bool(_BOTH.fullmatch(text))
            rest.append(text)
    ordered = tuple((name, told[name]) for name in (*TIMES, SEX) if name in told)
    return HeadingMeaning(tuple(rest), ordered, is_total, any("*" in text for text in path))


def believed(meanings: Iterable[HeadingMeaning]) -> frozenset[str]:
    """The dimensions of which the sheet tells enough values, in headings that say nothing twice.

    'Target 2024' beside 'Realisasi' is a name; '2024' alone, or beside '2023', a year.
    """
    found: dict[str, set[str]] = {}
    for meaning in meanings:
        for name, value in meaning.told:
            found.setdefault(name, set()).add(value)
    return frozenset(name for name, values in found.items() if len(values) >= _LEAST.get(name, 2))


def only(meaning: HeadingMeaning, path: Sequence[str], names: frozenset[str]) -> HeadingMeaning:
    """The meaning, where all it tells is believed; else the heading is a name as it stands."""
    if set(meaning.dimensions) <= names:
        return meaning
    return replace(meaning, rest=tuple(path), told=())


def _within(text: str) -> tuple[str, str, str]:
    """Dimension, value, and what else a text says; '' and '' where it tells no dimension.

    >>> _within("TW III"), _within("Penerima Tahun 2024"), _within("Tahun Anggaran")
    (('Triwulan', 'III', ''), ('Tahun', '2024', 'Penerima'), ('', '', 'Tahun Anggaran'))
    """
    bare = text.strip("(). *").casefold()
    year = year_in(SheetCell(text.strip("() ")))
    if year:
        return YEAR, str(year), ""
    if bare in _SEXES:
        return SEX, _SEXES[bare], ""
    if bare in MONTH_NUMBERS:
        return MONTH, MONTHS[MONTH_NUMBERS[bare] - 1], ""
    if part := _PART.fullmatch(bare):
        number = part["number"].upper()
        return HALF if part["half"] else QUARTER, _ROMAN.get(number, number), ""
    if behind := _YEAR_BEHIND.fullmatch(text):
        return YEAR, behind["year"], behind["rest"].strip(" -(/")
    for spelling, sex in _SEXES.items():
        if len(spelling) >= _SHORTEST and bare.endswith(f" {spelling}"):
            return SEX, sex, text.strip("() ")[: -len(spelling)].strip(" -(")
    return "", "", text
