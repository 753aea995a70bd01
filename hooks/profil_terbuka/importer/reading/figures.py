"""What the figures of a column say: thousands or decimals, minus, percent, rupiah, nothing.

One column is written in one way. Which one is decided by the cells that can be read in one way
only; where none of them can, people are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from ..grid import SIGNIFICANT, SheetCell

MOST_DECIMALS = 10
"""What the published format allows."""


class DecimalMark(StrEnum):
    """The character before the decimals, as the person names it (`DESIMAL=`)."""

    COMMA = "koma"
    POINT = "titik"


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a column; None where a cell holds none."""

    values: tuple[Decimal | None, ...]
    unit: str = ""
    """What the marks beside the numbers say: persen, rupiah, or nothing."""
    absent: tuple[int, ...] = ()
    """Places of cells that say in words or dashes that there is no number."""
    noted: Mapping[int, str] = field(default_factory=dict)
    """Places of numbers with a mark that leads to a note: '*)' behind 116."""
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A column whose every cell can be read both ways; `places` are those where it matters."""

    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contradictory:
    """A column of figures that no one way of writing can read; two places that contradict."""

    places: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Written:
    """A figure taken apart: its sign, its digits with what stands between, and its mark."""

    sign: int
    body: str
    mark: str
    note: str = ""


_ABSENT = frozenset(
    {"-", "\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}", "--", "n/a", "#n/a", "na", "n.a.", "nan"}
    | {"null", "...", "\N{HORIZONTAL ELLIPSIS}", "t.a.d", "tad", "tidak ada data", "tidak ada"}
    | {"tidak tersedia", "belum ada data", "data tidak tersedia"}
)
_BRACKETED = re.compile(r"\A[(\[]\s*(.*?)\s*[)\]]\Z")
_DASHES = frozenset({"-", "--", "\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}"})
_BOUND = re.compile(r"[<\N{LESS-THAN OR EQUAL TO}]\s*\d{1,3}")
"""'<5': a count too small to be told."""
_MINUS = "-\N{MINUS SIGN}\N{EN DASH}"
_FIGURE = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>[{_MINUS}])?\+?\s*(?P<rupiah>Rp\.?|IDR)?\s*"
    rf"(?P<inner>[{_MINUS}])?\s*(?P<body>\d(?:[\d.,' ]*\d)?)"
    r"\s*(?:,-{1,2})?\s*(?P<percent>%|persen)?\s*(?(open)\)\s*(?P<outside>%|persen)?)"
    r"\s*(?P<note>\*+\)?|[\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}]|[a-z]\)|"
    r"(?<=\s)\d\))?",
    re.IGNORECASE,
)


def _pattern(thousands: str, decimal: str) -> re.Pattern[str]:
    """Digits in threes or without a break, and decimals behind their mark.

    A group of thousands never begins with 0: `0.125` is no hundred and twenty-five.
    """
    grouped = "|".join(rf"[1-9]\d{{0,2}}(?:{mark}\d{{3}})+" for mark in (thousands, "[ ']"))
    return re.compile(rf"(?P<whole>{grouped}|0|[1-9]\d*)(?:{decimal}(?P<part>\d+))?")


_READ: Mapping[DecimalMark, re.Pattern[str]] = {
    DecimalMark.COMMA: _pattern(r"\.", ","),
    DecimalMark.POINT: _pattern(",", r"\."),
}
_REMEMBERED = 100_000
"""Texts whose judgement is kept: they stand in many cells, and each cell is asked many times."""
_WHOLE = Decimal(1)
_UNITS = {"%": "persen", "Rp": "rupiah", "": ""}


def says_absent(cell: SheetCell) -> bool:
    """Whether a cell says that there is no number: '-', '(n/a)', 'tidak ada data'."""
    return cell.number is None and bool(cell.text) and _is_absence(cell.text)


@lru_cache(_REMEMBERED)
def _is_absence(text: str) -> bool:
    said = _BRACKETED.sub(r"\1", text.casefold())
    return said in _ABSENT or _BOUND.fullmatch(text) is not None


def says_few(cell: SheetCell) -> bool:
    """Whether a cell says that its count is too small to be told: '<5'."""
    return bool(_BOUND.fullmatch(cell.text))


def is_dash(cell: SheetCell) -> bool:
    """Whether a cell holds a dash alone, by which some mean nothing and others zero."""
    return cell.text in _DASHES


def looks_like_figure(cell: SheetCell) -> bool:
    """Whether a cell is a number, however it is written."""
    return cell.number is not None or _taken_apart(cell.text) is not None


def read_figures(
    cells: Sequence[SheetCell], mark: DecimalMark | None
) -> Figures | Ambiguous | Contradictory | None:
    """The numbers of a column; None when its cells are no numbers.

    `mark` answers for a column that can be read both ways.

    >>> column = [SheetCell("1.234,5"), SheetCell("-"), SheetCell("1.000")]
    >>> found = read_figures(column, None)
    >>> isinstance(found, Figures) and [value and str(value) for value in found.values]
    ['1234.5', None, '1000']
    >>> read_figures([SheetCell("1.245"), SheetCell("9")], None)
    Ambiguous(places=(0,))
    """
    there = [at for at, cell in enumerate(cells) if not cell.empty and not says_absent(cell)]
    texts = {at: _taken_apart(cells[at].text) for at in there if cells[at].number is None}
    if not there or None in texts.values():
        return None
    written = {at: item for at, item in texts.items() if item}
    marks = _fitting(written)
    if isinstance(marks, Contradictory):
        return marks
    if len(marks) > 1:
        unsure = tuple(at for at, item in written.items() if _differs(item.body))
        if unsure and mark is None:
            return Ambiguous(unsure)
        marks = [mark or DecimalMark.COMMA]
    return _figures(cells, written, marks[0])


def both_ways(cell: SheetCell) -> tuple[Decimal, Decimal]:
    """An ambiguous cell with the comma, and with the point, before its decimals.

    >>> both_ways(SheetCell("1.245"))
    (Decimal('1245'), Decimal('1.245'))
    """
    item = _taken_apart(cell.text)
    if item is None:
        raise ValueError(f"{cell.text!r} is no figure")
    return _value(item, DecimalMark.COMMA), _value(item, DecimalMark.POINT)


def _fitting(written: Mapping[int, _Written]) -> list[DecimalMark] | Contradictory:
    """The ways of writing that read every cell."""
    misread = {
        way: next((at for at, item in written.items() if not pattern.fullmatch(item.body)), None)
        for way, pattern in _READ.items()
    }
    fitting = [way for way, at in misread.items() if at is None]
    if fitting:
        return fitting
    return Contradictory((misread[DecimalMark.POINT] or 0, misread[DecimalMark.COMMA] or 0))


@lru_cache(_REMEMBERED)
def _taken_apart(text: str) -> _Written | None:
    """A figure taken apart; None where a text is none.

    >>> (taken := _taken_apart("42 1)")) and (taken.body, taken.note), _taken_apart("421)")
    (('42', '1)'), None)
    """
    found = _FIGURE.fullmatch(text)
    if not found:
        return None
    body = found["body"]
    if body.isdecimal() and len(body) > SIGNIFICANT:
        return None  # so long a number names something: Excel could not even hold it
    if not any(pattern.fullmatch(body) for pattern in _READ.values()):
        return None
    negative = bool(found["open"] or found["minus"] or found["inner"])
    mark = "%" if found["percent"] or found["outside"] else "Rp" if found["rupiah"] else ""
    return _Written(-1 if negative else 1, body, mark, found["note"] or "")


def _differs(body: str) -> bool:
    """Whether the two ways of writing read different numbers."""
    return len({_number(body, way) for way in _READ}) > 1


def _number(body: str, way: DecimalMark) -> Decimal:
    found = _READ[way].fullmatch(body)
    if found is None:
        raise ValueError(f"{body!r} is not written with a decimal {way}")
    whole = re.sub(r"\D", "", found["whole"])
    return Decimal(f"{whole}.{found['part']}" if found["part"] else whole)


def _value(item: _Written, way: DecimalMark) -> Decimal:
    number = _number(item.body, way)
    return -number if item.sign < 0 and number else number


def _figures(
    cells: Sequence[SheetCell], written: Mapping[int, _Written], way: DecimalMark
) -> Figures | Contradictory:
    exact = [
        _value(written[at], way) if at in written else cell.number for at, cell in enumerate(cells)
    ]
    marks = [written[at].mark if at in written else cell.mark for at, cell in enumerate(cells)]
    marked = [at for at, mark in enumerate(marks) if mark]
    bare = [at for at, value in enumerate(exact) if value and not marks[at]]
    if marked and (("%" in marks and bare) or len({marks[at] for at in marked}) > 1):
        other = next((at for at in marked if marks[at] != marks[marked[0]]), None)
        return Contradictory((marked[0], bare[0] if other is None else other))
    if all(value is None or value.same_quantum(_WHOLE) for value in exact):  # nearly always
        values = exact
    else:
        values = [None if value is None else _bounded(value) for value in exact]
        if all(value is None or value == value.to_integral_value() for value in values):
            values = [None if value is None else value.to_integral_value() for value in values]
    return Figures(
        values=tuple(values),
        unit=_UNITS[marks[marked[0]] if marked else ""],
        absent=tuple(at for at, cell in enumerate(cells) if says_absent(cell)),
        noted={at: item.note for at, item in written.items() if item.note},
        rounded=values is not exact and values != exact,
    )


def _bounded(value: Decimal) -> Decimal:
    """A number with no more decimals than the published format holds."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        return round(value, MOST_DECIMALS).normalize()
    return value
