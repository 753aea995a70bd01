"""What headings over figures tell apart from what is measured: when, and which sex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...model.calendar_names import MONTHS
from ..grid import SheetCell
from ..layout.wording import names_total, year_in
from ..reading.dates import MONTH_NUMBERS
from ..reading.units import known_unit

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
PART_OF_YEAR = (
    r"(?:(?P<half>semester|smstr?\.?|smt\.?|sem\.?)|triwulan|triw\.?|trwl?\.?|tw\.?|kuartal|kw\.?|q)"
    r"\s*(?P<number>[1-4]|i{1,3}|iv)"
)
"""Semesters and quarters as offices call them: 'Smt. II', 'Trw IV', 'Q1'."""
_PART = re.compile(PART_OF_YEAR, re.IGNORECASE)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_YEAR_BEHIND = re.compile(
    r"(?P<rest>.*?\D)[\s(/-]*\b(?:(?:tahun|thn?|ta)\.?\s*)?(?P<year>(?:19|20)\d{2})\)?"
    r"(?P<unit>\s*[(\[][^()\[\]]+[)\]])?",
    re.IGNORECASE,
)
_FIRST_OF_MONTH = re.compile(r"(?P<year>(?:19|20)\d{2})-(?P<month>0[1-9]|1[0-2])-01")
"""What Excel makes of 'Jan 2024'."""
_SCHOOL_YEAR = re.compile(r"\d{4}\s*[/-]\s*\d{4}")
_UNIT_BEHIND = re.compile(r"(?P<before>.*\S)\s*(?P<unit>\((?P<inside>[^()]+)\))")
_HEADS = {
    YEAR: ("tahun", "thn", "tahun anggaran", "tahun data", "periode"),
    HALF: ("semester",),
    QUARTER: ("triwulan", "kuartal"),
    MONTH: ("bulan",),
    SEX: ("jenis kelamin", "kelamin", "jk", "l/p"),
}
"""How the headings of a dimension are called that stand over its values."""
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
    >>> meaning_of(("Penerima perempuan",)).rest, meaning_of(("Tahun", "2024 (Rp)")).rest
    (('Penerima',), ('(Rp)',))
    >>> meaning_of(("Semester II 2024",)).told
    (('Tahun', '2024'), ('Semester', 'II'))
    """
    rest: list[str] = []
    told: dict[str, str] = {}
    is_total = False
    for text in path:
        left = text
        while left:
            name, value, after = _within(left)
            if not name or name in told:
                is_total = is_total or names_total(left) or bool(_BOTH.fullmatch(left))
                rest.append(left)
                break
            told[name] = value
            left = after
    ordered = tuple((name, told[name]) for name in (*TIMES, SEX) if name in told)
    measured = tuple(text for text in rest if not _only_heads(text, told))
    return HeadingMeaning(measured, ordered, is_total, any("*" in text for text in path))


def _only_heads(text: str, told: Iterable[str]) -> bool:
    """Whether a text says no more than what the headings below it are: 'Tahun' over years."""
    return any(text.strip(":. ").casefold() in _HEADS[name] for name in told)


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
    before, unit = _unit_apart(text)
    name, value, rest = _dimension_in(before)
    return (name, value, f"{rest} {unit}".strip()) if name else ("", "", text)


def _unit_apart(text: str) -> tuple[str, str]:
    """A text and the unit in brackets behind it; '' where there is none.

    >>> _unit_apart("TW I (Rp)"), _unit_apart("Guru (perempuan)")
    (('TW I', '(Rp)'), ('Guru (perempuan)', ''))
    """
    found = _UNIT_BEHIND.fullmatch(text)
    return (found["before"], found["unit"]) if found and known_unit(found["inside"]) else (text, "")


def _dimension_in(text: str) -> tuple[str, str, str]:
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
    if opens := _FIRST_OF_MONTH.fullmatch(text):
        return YEAR, opens["year"], MONTHS[int(opens["month"]) - 1]
    if (behind := _YEAR_BEHIND.fullmatch(text)) and not _SCHOOL_YEAR.search(text):
        return YEAR, behind["year"], f"{behind['rest'].strip(' -(/')}{behind['unit'] or ''}"
    for spelling, sex in _SEXES.items():
        if len(spelling) >= _SHORTEST and bare.endswith(f" {spelling}"):
            return SEX, sex, text.strip("() ")[: -len(spelling)].strip(" -(")
    return "", "", text
