"""Names that have an order of their own: ages, months, days, parts of a year, schools."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ..model.calendar_names import DAYS, MONTHS, SHORT_MONTHS

Rank = tuple[float, ...]

_LAST = re.compile(r"(lainnya|lain-lain|tidak (diketahui|diisi|ada data|terisi))( \(\d+\))?")
"""Names that stand behind all that have a place."""
_SPACE = re.compile(r"\s+")
_YEAR = re.compile(r"(?:(?P<name>.+?)[ -])?(?P<year>\d{4})")
_AGE = re.compile(
    r"(?:usia |umur )?"
    r"(?:(?P<below>< ?|≤ ?|di bawah |kurang dari )|(?P<above>> ?|≥ ?|lebih dari |di atas ))?"
    r"(?P<first>\d{1,3})(?: (?P<inner>tahun|bulan))?"
    r"(?: ?(?:[-\u2013]|s\.?/?d\.?|sampai|hingga) ?(?P<second>\d{1,3}))?"
    r"(?P<open> ?\+)?(?: ?(?P<unit>tahun|thn|th|bulan|bln))?(?P<up> ke ?atas| lebih)?"
)
_MONTHS_A_YEAR = 12
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART = re.compile(r"(?P<kind>semester|triwulan|kuartal|caturwulan|tw) ?(?P<which>\d|iv|i{1,3})")
_SCHOOLS = (
    ("tidak/belum sekolah", "belum sekolah", "tidak sekolah", "belum/tidak sekolah"),
    ("tidak tamat sd", "belum tamat sd", "tidak/belum tamat sd", "tidak tamat sd/sederajat"),
    ("paud", "tk", "tk/paud", "paud/tk"),
    ("sd", "sd/mi", "sd/sederajat", "tamat sd"),
    ("smp", "sltp", "smp/mts", "smp/sederajat", "sltp/sederajat", "tamat smp", "smp/sltp"),
    ("sma", "smk", "slta", "sma/smk", "sma/sederajat", "slta/sederajat", "tamat sma", "sma/slta"),
    ("d1", "d-1", "di", "d-i", "diploma i", "diploma 1"),
    ("d2", "d-2", "dii", "d-ii", "diploma ii", "diploma 2"),
    ("d3", "d-3", "diii", "d-iii", "diploma iii", "diploma 3"),
    (
        "d4",
        "d-4",
        "div",
        "d-iv",
        "diploma iv",
        "diploma 4",
        "d4/s1",
        "d-iv/s1",
        "s1/d4",
        "s-1/d-iv",
    ),
    ("s1", "s-1", "strata 1", "strata i", "sarjana"),
    ("s2", "s-2", "strata 2", "strata ii", "magister"),
    ("s3", "s-3", "strata 3", "strata iii", "doktor"),
)
_SCHOOL = {name: place for place, names in enumerate(_SCHOOLS) for name in names}
_FEWEST_SCHOOLS = 3
"""'SD' and 'SMP' alone may be the schools that a programme serves, in any order."""


def natural_order(names: Iterable[str], by_value: bool = False) -> tuple[str, ...] | None:
    """The names in the order everybody knows; None where they have none, or not all of them.

    A ranking (`by_value`) may rank levels of school, but not ages or parts of a year.

    >>> natural_order(["Maret", "Januari", "Februari"])
    ('Januari', 'Februari', 'Maret')
    >>> natural_order(["65 tahun ke atas", "0-4 tahun", "5-64 tahun", "tidak diketahui"])
    ('0-4 tahun', '5-64 tahun', '65 tahun ke atas', 'tidak diketahui')
    >>> natural_order(["Utara", "Barat"]) is None
    True
    """
    names = tuple(names)
    kinds = (_time, _age) if by_value else (_time, _age, _school)
    for kind in kinds:
        ranks = _ranks(names, kind)
        if ranks is not None:
            return tuple(sorted(names, key=ranks.__getitem__))
    return None


def _ranks(names: Sequence[str], kind: Callable[[str], Rank | None]) -> dict[str, Rank] | None:
    """The place of every name; None unless at least two have one and the others stand last."""
    plain = {name: _SPACE.sub(" ", name.strip().lower()) for name in names}
    found = {name: kind(text) for name, text in plain.items()}
    placed = {name: rank for name, rank in found.items() if rank is not None}
    rest = [name for name in names if name not in placed]
    least = _FEWEST_SCHOOLS if kind is _school else 2
    if len(placed) < least or not all(_LAST.fullmatch(plain[name]) for name in rest):
        return None
    if kind is _age and all(name.strip().isdigit() for name in placed):
        return None  # numbers alone may count anything
    return placed | {name: (float("inf"), place) for place, name in enumerate(rest)}


def _time(text: str) -> Rank | None:
    """A year, a month, a day of the week, a semester or quarter; with a year behind it or none."""
    found = _YEAR.fullmatch(text)
    year, name = (int(found["year"]), found["name"]) if found else (0, text)
    place = 0 if name is None else _part_of_year(name)
    return None if place is None else (year, place)


def _part_of_year(name: str) -> int | None:
    for known in (MONTHS, SHORT_MONTHS):
        if name.capitalize() in known:
            return known.index(name.capitalize())
    day = name.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "").capitalize()
    if day in DAYS:  # the week begins on Monday
        return (DAYS.index(day) - 1) % len(DAYS)
    part = _PART.fullmatch(name)
    if part is None:
        return None
    return _ROMAN.get(part["which"]) or int(part["which"])


def _age(text: str) -> Rank | None:
    """'0-4 tahun', '< 5', '65 tahun ke atas': where it begins in years, then where it ends."""
    found = _AGE.fullmatch(text)
    if found is None:
        return None
    first, second = float(found["first"]), float(found["second"] or found["first"])
    unit = found["unit"] or found["inner"] or ""
    share = _MONTHS_A_YEAR if unit.startswith(("bulan", "bln")) else 1
    if found["below"]:
        return (-1, first / share)
    if found["above"] or found["open"] or found["up"]:
        return (first / share + (0.5 if found["above"] else 0), float("inf"))
    return (first / share, second / share)


def _school(text: str) -> Rank | None:
    place = _SCHOOL.get(text)
    return None if place is None else (place,)
