"""Figures that are numbers, but perhaps not those that were meant.

Excel set to English takes `1.245` orang for one and a quarter; a share that a formula works out,
0.125, stands below '%' where nobody has chosen the format. What was meant only people know.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ...model.messages import Message, message
from ...words.numbers import number
from ..grid import SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from ..shaping.sheet_table import RowKind
from .column_reading import SHOWN, places
from .figures import Figures
from .proof_by_totals import totals_add_up
from .units import COUNTED, read_heading

THOUSANDS, SHARE = "ribuan", "pecahan"
"""The kinds of questions about numbers that may not be meant so."""
MEANT, TIMES = "apa-adanya", "kali"
_THOUSAND, _HUNDRED = Decimal(1000), Decimal(100)
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Doubted:
    """The figures as they are meant, with what was changed; or the question what is meant."""

    figures: Figures
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A kind of doubt: the question, and what numbers are meant if it is justified."""

    kind: str
    asks: str
    meant: Callable[[Decimal], Decimal]


def as_meant(
    title: str,
    cells: Sequence[SheetCell],
    figures: Figures,
    kinds: Sequence[RowKind],
    answers: Answers,
) -> Doubted:
    """The figures of a column as they are meant, where its heading makes them doubtful.

    Totals that add up with the thousands alone prove these; such as add up without them prove
    nothing, since formulas add up what was cut as well.
    """
    doubt = _doubt(title, cells, figures)
    if doubt is None:
        return Doubted(figures)
    said = answer(answers, doubt.kind, title)
    if said == MEANT:
        return Doubted(figures)
    values = tuple(None if value is None else doubt.meant(value) for value in figures.values)
    changed = [
        (cell, old, new)
        for cell, old, new in zip(cells, figures.values, values, strict=True)
        if old is not None and new is not None and old != new
    ]
    told = _told(doubt, title, changed)
    added = totals_add_up(values, kinds) and not totals_add_up(figures.values, kinds)
    if doubt.kind == THOUSANDS and added and not said:
        step = message("importer.step-thousands-proven", **dict(told.values))
        return Doubted(replace(figures, values=values), (step,))
    if said == TIMES:
        step = message("importer.step-meant", **dict(told.values))
        return Doubted(replace(figures, values=values), (step,))
    return Doubted(figures, questions=(_question(doubt, title, told, changed),))


def _doubt(title: str, cells: Sequence[SheetCell], figures: Figures) -> _Doubt | None:
    unit = read_heading(title).unit
    typed = [cell.number is not None for cell in cells]
    values = [
        value
        for value, is_number in zip(figures.values, typed, strict=True)
        if value is not None and is_number
    ]
    if unit in COUNTED and _are_cut(values):
        return _Doubt(THOUSANDS, "importer.ask-thousands", _whole)
    if unit == "persen" and not figures.unit and _are_shares(values):
        return _Doubt(SHARE, "importer.ask-share", _hundredfold)
    return None


def _are_cut(values: Sequence[Decimal]) -> bool:
    """Whether numbers may be thousands that were cut at their point: some have three places."""
    return any(_is_cut(value) and _places_of(value) == _MOST_PLACES for value in values)


def _is_cut(value: Decimal) -> bool:
    """Whether a number may be thousands cut at their point: 1.245, and 2.13 for 2.130."""
    return 0 < _places_of(value) <= _MOST_PLACES and 0 < value < _THOUSAND


def _places_of(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _whole(value: Decimal) -> Decimal:
    """The thousands of which only a part is left; other numbers as they are.

    >>> _whole(Decimal("2.13")), _whole(Decimal(980))
    (Decimal('2130'), Decimal('980'))
    """
    return (value * _THOUSAND).to_integral_value() if _is_cut(value) else value


def _hundredfold(value: Decimal) -> Decimal:
    """A share as a percentage.

    >>> _hundredfold(Decimal("0.125")), _hundredfold(Decimal("1.0"))
    (Decimal('12.5'), Decimal('100'))
    """
    times = value * _HUNDRED
    whole = times.to_integral_value()
    return whole if times == whole else times.normalize()


def _are_shares(values: Sequence[Decimal]) -> bool:
    """Whether numbers are all between 0 and 1, and most of them neither.

    >>> _are_shares([Decimal("0.125"), Decimal("0.09")]), _are_shares([Decimal("0.5"), Decimal(7)])
    (True, False)
    """
    between = [value for value in values if 0 < value < 1]
    return len(between) > 1 and all(0 <= value <= 1 for value in values)


def _told(
    doubt: _Doubt, title: str, changed: Sequence[tuple[SheetCell, Decimal, Decimal]]
) -> Message:
    cells = [cell for cell, _, _ in changed]
    return message(
        doubt.asks,
        title=title,
        places=places(cells),
        numbers=tuple(number(old) for _, old, _ in changed[:SHOWN]),
    )


def _question(
    doubt: _Doubt, title: str, said: Message, changed: Sequence[tuple[SheetCell, Decimal, Decimal]]
) -> Question:
    shown = changed[:SHOWN]
    meant = tuple(number(new) for _, _, new in shown)
    as_written = tuple(number(old) for _, old, _ in shown)
    return Question(
        asked(doubt.kind, title),
        said,
        (
            Choice(TIMES, message("importer.choice-meant", numbers=meant)),
            Choice(MEANT, message("importer.choice-meant", numbers=as_written)),
        ),
    )
