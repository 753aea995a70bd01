"""What is asked about the cells of a column, and what people have to mend in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.messages import Message, message
from ...words.numbers import number
from ..grid import FAULTS, SheetCell
from ..questions import Choice, Question, asked
from ..shaping.sheet_table import SheetTable
from .column_reading import LONGEST_SHOWN, SHOWN, places
from .figures import Ambiguous, Contradictory, DecimalMark, both_ways

DECIMAL, DASH, NO_NUMBER = "desimal", "strip", "bukan-angka"
"""The kinds of questions about cells."""
ZERO, EMPTY, TEXT = "nol", "kosong", "teks"
"""Answers to what is no number."""
_NONE = frozenset({"nihil", "nol", "kosong"})
"""Words that may mean zero."""


def not_a_number(title: str, words: Sequence[SheetCell]) -> Question:
    """Words in a column of figures: what do they mean?"""
    shown = tuple(dict.fromkeys(cell.shown[:LONGEST_SHOWN] for cell in words[:SHOWN]))
    said = message("importer.ask-not-a-number", title=title, places=places(words), cells=shown)
    return Question(
        asked(NO_NUMBER, title),
        said,
        (
            *_perhaps_zero(words),
            Choice(EMPTY, message("importer.choice-empty")),
            Choice(TEXT, message("importer.choice-text")),
        ),
    )


def _perhaps_zero(words: Sequence[SheetCell]) -> Iterator[Choice]:
    if all(cell.text.casefold() in _NONE for cell in words):
        yield Choice(ZERO, message("importer.choice-zero"))


def which_mark(title: str, cells: Sequence[SheetCell], read: Ambiguous) -> Question:
    """A column that can be read both ways, with the readings of its first cells."""
    unsure = [cells[at] for at in read.places]
    readings = [both_ways(cell) for cell in unsure[:SHOWN]]
    comma, point = (
        tuple(f"{way:f}".replace(".", ",") for way in ways) for ways in zip(*readings, strict=True)
    )
    said = message(
        "importer.ask-decimal",
        title=title,
        places=places(unsure),
        written=tuple(cell.text for cell in unsure[:SHOWN]),
    )
    return Question(
        asked(DECIMAL, title),
        said,
        (
            Choice(DecimalMark.COMMA, message("importer.choice-comma", numbers=comma)),
            Choice(DecimalMark.POINT, message("importer.choice-point", numbers=point)),
        ),
    )


def written_in_two_ways(title: str, cells: Sequence[SheetCell], read: Contradictory) -> Message:
    """A column whose figures are written in ways that contradict each other."""
    one, other = (cells[at] for at in sorted(read.places))
    return message(
        "importer.written-in-two-ways",
        title=title,
        place=one.place,
        cell=_seen(one),
        other_place=other.place,
        other_cell=_seen(other),
    )


def _seen(cell: SheetCell) -> str:
    """A cell as Indonesian Excel shows it."""
    if cell.number is None:
        return cell.text
    text = number(cell.number)
    return f"{text}%" if cell.mark == "%" else f"{cell.mark} {text}".strip()


def broken_formulas(table: SheetTable) -> Iterator[Message]:
    """Formulas that show an error instead of a value."""
    faulty = [
        message("importer.formula-broken", place=cell.place, title=column.title, cell=cell.text)
        for column in table.columns
        for cell in column.cells
        if cell.text in FAULTS
    ]
    if faulty:
        yield message("importer.formulas-broken", faults=tuple(faulty))
