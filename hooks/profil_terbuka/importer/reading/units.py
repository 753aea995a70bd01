"""Units in the headings of a table: 'Garis kemiskinan (Rp)' is 'Garis kemiskinan' in rupiah."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...model.units import is_percent
from ..grid import SheetCell
from .figures import says_absent

_UNITS: Mapping[str, tuple[str, ...]] = {
    "rupiah": ("rp", "rp.", "idr"),
    "persen": ("%", "persentase", "pct"),
    "per mil": ("\N{PER MILLE SIGN}", "permil"),
    "orang": ("org",),
    "jiwa": (),
    "KK": ("kepala keluarga",),
    "keluarga": (),
    "KPM": (),
    "rumah tangga": ("ruta",),
    "peserta": (),
    "anak": (),
    "siswa": (),
    "guru": (),
    "pegawai": (),
    "kasus": (),
    "km2": ("km\N{SUPERSCRIPT TWO}", "km^2"),
    "m2": ("m\N{SUPERSCRIPT TWO}", "m^2", "meter persegi"),
    "m3": ("m\N{SUPERSCRIPT THREE}", "m^3", "meter kubik"),
    "km": ("kilometer",),
    "meter": (),
    "ha": ("hektar", "hektare"),
    "kg": ("kilogram",),
    "ton": (),
    "kuintal": ("ku", "kw"),
    "liter": (),
    "kWh": (),
    "menit": (),
    "jam": (),
    "hari": (),
    "hari kerja": (),
    "bulan": (),
    "tahun": (),
    "unit": (),
    "buah": ("bh",),
    "butir": (),
    "ekor": (),
    "lembaga": (),
    "desa": (),
    "kelurahan": (),
    "poin": ("point", "skor"),
    "indeks": ("index",),
    "rasio": (),
    "jiwa/km2": ("jiwa/km\N{SUPERSCRIPT TWO}", "orang/km2", "orang/km\N{SUPERSCRIPT TWO}"),
    "per 1.000 penduduk": ("per 1000 penduduk",),
    "per 100.000 penduduk": ("per 100000 penduduk",),
}
"""Usual spelling -> other spellings, in small letters."""
_SCALES: Mapping[str, tuple[str, ...]] = {
    "ribu": ("ribuan", "000"),
    "juta": ("jutaan",),
    "miliar": ("milyar", "miliaran"),
    "triliun": ("trilyun",),
}


def _spelt(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Every spelling -> the usual one."""
    return {other: usual for usual, more in words.items() for other in (usual.casefold(), *more)}


_UNIT, _SCALE = _spelt(_UNITS), _spelt(_SCALES)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_LEAD = re.compile(r"(dalam|satuan)\b[\s:]*", re.IGNORECASE)
_MEASURED = re.compile(r"(?P<figure>\d[\d.,]*)\s*(?P<unit>[^\W\d].*)")
_TAIL = re.compile(
    r"(.*\w)[\s,/:-]+(km2|km\N{SUPERSCRIPT TWO}|m2|m\N{SUPERSCRIPT TWO}|ha|%|rp\.?|kg|kwh)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"\((?P<inside>(?:dalam|satuan)\b[^()]*)\)|^(?:satuan|dalam)\b\s*:?\s*(?P<after>.+)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:jumlah|banyaknya)\s+(.+)", re.IGNORECASE)
_SPOKEN = {
    "persen": re.compile(r"\b(persentase|prosentase|persen)\b", re.IGNORECASE),
    "rasio": re.compile(r"^rasio\b", re.IGNORECASE),
    "peringkat": re.compile(r"^(peringkat|ranking|rangking)\b", re.IGNORECASE),
    "indeks": re.compile(r"^(indeks|index)\b", re.IGNORECASE),
}


COUNTED = frozenset(
    {"orang", "jiwa", "KK", "keluarga", "KPM", "rumah tangga", "peserta", "anak", "siswa", "guru"}
    | {"pegawai", "kasus", "unit", "buah", "lembaga", "desa", "kelurahan", "ekor", "butir"}
)
"""Units of what is counted one by one: no decimals, and as well kinds of people and things."""
_TIMES = frozenset({"jam", "hari", "hari kerja", "bulan", "tahun"})
_NOT_ADDED = frozenset({"persen", "rasio", "indeks", "poin", "jiwa/km2", "peringkat"})


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """What the heading of a column says: its title, and its unit or at least the scale of one."""

    title: str
    unit: str = ""
    scale: str = ""
    """'ribu' for '(dalam ribuan)': thousands of what, the heading does not say."""
    spoken: bool = False
    """The unit is read from the words of the title; a unit column knows better."""


def known_unit(text: str) -> str:
    """A unit in its usual spelling; '' where it is not known.

    >>> known_unit("Juta Rp"), known_unit("POIN"), known_unit("L")
    ('juta rupiah', 'poin', '')
    """
    plain = _folded(text)
    if plain in _UNIT:
        return _UNIT[plain]
    words = plain.split()
    for scale, unit in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        if "".join(scale) in _SCALE and " ".join(unit) in _UNIT:
            return f"{_SCALE[scale[0]]} {_UNIT[' '.join(unit)]}"
    return ""


def read_heading(text: str) -> ColumnHeading:
    """A heading taken apart; without a unit that is known it is all title.

    >>> read_heading("Garis kemiskinan (Rp)")
    ColumnHeading(title='Garis kemiskinan', unit='rupiah', scale='', spoken=False)
    """
    for found in _BRACKETS.finditer(text):
        unit, scale = known_unit(found[1]), _SCALE.get(_folded(found[1]), "")
        title = f"{text[: found.start()]} {text[found.end() :]}".strip()
        if title and (unit or scale):
            return ColumnHeading(title, unit, scale)
    tail = _TAIL.fullmatch(text)
    if tail:
        return ColumnHeading(tail[1], known_unit(tail[2]))
    return ColumnHeading(text, _spoken(text), spoken=True)


def unit_in_line(text: str) -> str:
    """The unit, or the scale of one, that a line above a table gives all its figures; '' for none.

    >>> unit_in_line("Realisasi (dalam juta rupiah)"), unit_in_line("Satuan : Orang")
    ('juta rupiah', 'orang')
    >>> unit_in_line("(dalam ribuan)"), unit_in_line("Penerima (anak)")
    ('ribu', '')
    """
    found = _LINE.search(text)
    if not found:
        return ""
    named = found["inside"] or found["after"]
    return known_unit(named) or _SCALE.get(_folded(named), "")


def names_countable(unit: str) -> bool:
    """Whether a unit is what is counted, and so as well a kind of people or things.

    >>> names_countable("anak"), names_countable("km2")
    (True, False)
    """
    return unit in COUNTED or unit in _TIMES


def is_additive(unit: str) -> bool:
    """Whether sums of what is measured in a unit say anything.

    >>> is_additive("jiwa"), is_additive("persen"), is_additive("per 1.000 penduduk")
    (True, False, False)
    """
    return not is_percent(unit) and unit not in _NOT_ADDED and not unit.startswith("per ")


def without_units(cells: Sequence[SheetCell]) -> tuple[tuple[SheetCell, ...], str]:
    """Cells '438 M2' without the unit behind the figure; as they stand where not all name the same.

    >>> cells, unit = without_units([SheetCell("438 M2"), SheetCell(), SheetCell("1.150 m2")])
    >>> [cell.text for cell in cells], unit
    (['438', '', '1.150'], 'm2')
    >>> without_units([SheetCell("7 hari"), SheetCell("1 jam")])[1]
    ''
    """
    found = [_MEASURED.fullmatch(cell.text) if not cell.empty else None for cell in cells]
    units = {known_unit(match["unit"]) for match in found if match}
    is_each = all(
        match or cell.empty or says_absent(cell) for match, cell in zip(found, cells, strict=True)
    )
    unit = units.pop() if len(units) == 1 and is_each else ""
    if not unit:
        return tuple(cells), ""
    bare = [
        replace(cell, text=match["figure"]) if match else cell
        for match, cell in zip(found, cells, strict=True)
    ]
    return tuple(bare), unit


def _folded(text: str) -> str:
    return " ".join(_LEAD.sub("", text.strip(), count=1).casefold().split())


def _spoken(title: str) -> str:
    """The unit that the words of a title name: 'Persentase ...', 'Jumlah siswa'; '' when none."""
    for unit, pattern in _SPOKEN.items():
        if pattern.search(title):
            return unit
    counted = _COUNTED.fullmatch(title)
    return known_unit(counted[1]) if counted else ""
