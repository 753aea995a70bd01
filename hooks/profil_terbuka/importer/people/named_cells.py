"""Columns of a list of people that name them, whatever their headings say: told by their cells.

No list of names decides: words with capitals, mostly different, and kinship with somebody named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..grid import SheetCell
from ..reading.figures import looks_like_figure, says_absent
from ..shaping.sheet_table import SheetColumn, SheetTable
from .addresses import names_institutions

NO_PERSON = "bukan"
"""The answer that a column names no people."""
_DIFFERENT = 0.3
"""Share of different texts from which on a column names, and does not sort into kinds."""
_LEAST_NAMES = 5
_KIN = re.compile(
    r"(?i:\b(anak|cucu|istri|isteri|suami|ibu|ayah|bapak|orang\s?tua|wali|adik|kakak|keponakan|"
    r"menantu|mertua|saudara|cicit|ahli\s+waris)(\s+kandung)?\s+(dari|almarhum|alm\.?|sdr\.?|pak|bu)"
    r"\s+)(?P<name>[A-Z]\w+)|\b(?i:bin|binti)\s+[A-Z]\w+"
)
"""Kinship with somebody who is named: 'anak dari Rekawati'."""
_NAME = re.compile(r"[A-Z][\w'.,-]*(\s+((?i:bin|binti|van|al)|[A-Z][\w'.,-]*))*")
"""Words with capitals alone."""
_PLACE = re.compile(
    r"\b(kel|kelurahan|desa|kec|kecamatan|kab|kabupaten|kota|dusun|lingkungan|wilayah|provinsi)\b",
    re.IGNORECASE,
)
_SEX = re.compile(r"l\s*/\s*p|p\s*/\s*l|jk|jenis\s+kelamin|kelamin", re.IGNORECASE)
_SEXES = frozenset({"l", "p", "laki-laki", "perempuan", "pria", "wanita", "lk", "pr"})
_AGE = re.compile(r"(umur|usia)(\s*\(?(tahun|thn?)\)?)?", re.IGNORECASE)
_OLDEST = 120


def names_people(column: SheetColumn, said: str) -> bool:
    """Whether a column of a list of people names them, or others; `said` is what was answered.

    >>> from ..grid import SheetCell
    >>> texts = "Rekawati Karang,Rekaanto Dua,Karangsih Tiga,Karangan Empat,Rekasari Lima"
    >>> names_people(SheetColumn(("Ket",), tuple(map(SheetCell, texts.split(",")))), "")
    True
    """
    words = list(_words(column))
    if any(map(_KIN.search, words)):
        return True
    return said != NO_PERSON and not _PLACE.search(column.title) and _look_like_names(column, words)


def _look_like_names(column: SheetColumn, words: list[str]) -> bool:
    filled = sum(1 for cell in column.cells if not cell.empty)
    several = [text for text in words if _NAME.fullmatch(text) and len(text.split()) > 1]
    if 2 * len(several) <= filled or names_institutions(column):
        return False
    kinds = set(words)
    return len(kinds) >= _LEAST_NAMES and len(kinds) > _DIFFERENT * len(words)


def _words(column: SheetColumn) -> Iterator[str]:
    yield from (cell.text.strip() for cell in column.cells if _is_word(cell))


def _is_word(cell: SheetCell) -> bool:
    return bool(cell.text) and not looks_like_figure(cell) and not says_absent(cell)


def tells_of_one_each(table: SheetTable) -> bool:
    """Whether each row tells one sex and one age: that is one person."""
    sexes = any(
        _SEX.fullmatch(column.title.strip()) and _all_sexes(column) for column in table.columns
    )
    ages = any(
        _AGE.fullmatch(column.title.strip()) and _all_ages(column) for column in table.columns
    )
    return sexes and ages


def _all_sexes(column: SheetColumn) -> bool:
    filled = [cell.text.strip().casefold() for cell in column.cells if not cell.empty]
    return bool(filled) and _SEXES.issuperset(filled)


def _all_ages(column: SheetColumn) -> bool:
    filled = [cell.shown for cell in column.cells if not cell.empty]
    return bool(filled) and all(text.isdecimal() and int(text) <= _OLDEST for text in filled)
