"""From a sheet to columns: every column is read in one way, and what was decided is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.identifiers import Identifier, identifier
from ..model.messages import NOTHING, Message, message
from ..words.numbers import number
from .columns import DraftColumn, numeric_column, text_column
from .figures import (
    MOST_DECIMALS,
    Ambiguous,
    Contradictory,
    DecimalMark,
    Figures,
    both_ways,
    looks_like_figure,
    read_figures,
    says_absent,
)
from .names import column_name, spoken_title
from .reasons import Unusable
from .sheet import Sheet, SheetCell

_SHOWN = 3
_LONGEST = 40


def read_columns(sheet: Sheet, mark: DecimalMark | None) -> tuple[list[DraftColumn], list[Message]]:
    """The columns of a sheet, and what the person should know about how they were read.

    Raises Unusable for columns that can be read both ways (all of them at once) or in none.
    """
    columns: list[DraftColumn] = []
    told: list[Message] = []
    unsure: list[Message] = []
    for index, title in enumerate(sheet.titles):
        cells = sheet.column(index)
        read = None if _is_code(title) else read_figures(cells, mark)
        if isinstance(read, Contradictory):
            raise Unusable(_contradiction(title, cells, read, sheet.numbers))
        if isinstance(read, Ambiguous):
            unsure.append(_question(title, cells, read, sheet.numbers))
        elif isinstance(read, Figures):
            columns.append(numeric_column(title, cells, read, first=index == 0))
            told += _about_figures(title, cells, read, sheet.numbers)
        else:
            columns.append(text_column(title, _without_faults(cells)))
            told += _about_text(title, cells, sheet.numbers)
    if unsure:
        raise Unusable(_questions(unsure))
    return columns, told


def _is_code(title: str) -> bool:
    return identifier(column_name(spoken_title(title)), ()) is Identifier.CODE


def _without_faults(cells: Sequence[SheetCell]) -> list[SheetCell]:
    """Excel's '#N/A' is no text."""
    return [SheetCell() if cell.text.upper() == "#N/A" else cell for cell in cells]


def _rows(places: Sequence[int], numbers: Sequence[int]) -> Message:
    """'baris 3, 7, 9 dan 4 lagi'."""
    shown = tuple(str(numbers[at]) for at in places[:_SHOWN])
    others = len(places) - _SHOWN
    more = message("importer.and-more-rows", count=others) if others > 0 else NOTHING
    return message("importer.rows", rows=shown, more=more)


def _question(
    title: str, cells: Sequence[SheetCell], read: Ambiguous, numbers: Sequence[int]
) -> Message:
    """A column that can be read both ways, with the readings of its first cells."""
    rows = _rows(read.places, numbers)
    readings = tuple(_reading(cells[at]) for at in read.places[:_SHOWN])
    return message("importer.column-readings", title=title, rows=rows, readings=readings)


def _reading(cell: SheetCell) -> Message:
    comma, point = (f"{value:f}".replace(".", ",") for value in both_ways(cell))
    return message("importer.reading", written=cell.text, comma=comma, point=point)


def _questions(unsure: Sequence[Message]) -> Message:
    several = message("importer.say-which-several") if len(unsure) > 1 else NOTHING
    closing = message("importer.say-which", several=several)
    return message("importer.which-reading", columns=tuple(unsure), closing=closing)


def _contradiction(
    title: str, cells: Sequence[SheetCell], read: Contradictory, numbers: Sequence[int]
) -> Message:
    one, other = sorted(read.places)
    return message(
        "importer.written-in-two-ways",
        title=title,
        row=str(numbers[one]),
        cell=_seen(cells[one]),
        other_row=str(numbers[other]),
        other_cell=_seen(cells[other]),
    )


def _seen(cell: SheetCell) -> str:
    """A cell as Indonesian Excel shows it."""
    if cell.number is None:
        return cell.text
    text = number(cell.number)
    return f"{text}%" if cell.mark == "%" else f"{cell.mark} {text}".strip()


def _about_figures(
    title: str, cells: Sequence[SheetCell], read: Figures, numbers: Sequence[int]
) -> Iterator[Message]:
    if read.absent:
        words = tuple(dict.fromkeys(cells[at].text for at in read.absent))
        rows = _rows(read.absent, numbers)
        yield message("importer.no-numbers-emptied", title=title, cells=words, rows=rows)
    if read.rounded:
        yield message("importer.figures-rounded", title=title, decimals=MOST_DECIMALS)


def _about_text(
    title: str, cells: Sequence[SheetCell], numbers: Sequence[int]
) -> Iterator[Message]:
    """Said where most cells are figures: the others are perhaps a slip."""
    if _is_code(title):
        return
    filled = [at for at, cell in enumerate(cells) if not cell.empty and not says_absent(cell)]
    words = [at for at in filled if not looks_like_figure(cells[at])]
    are_few = 0 < 2 * len(words) < len(filled)
    if are_few and not all(cells[at].text.isdecimal() for at in words):
        shown = cells[words[0]].shown[:_LONGEST]
        yield message("importer.read-as-text", title=title, rows=_rows(words, numbers), cell=shown)
