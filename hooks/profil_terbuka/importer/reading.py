"""From a table's cells to its columns: each is read in one way, and what was decided is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model.identifiers import Identifier, identifier
from ..model.messages import NOTHING, Message, message
from ..words.numbers import number
from .dates import read_dates
from .evidence import whole_reading
from .figures import (
    MOST_DECIMALS,
    Ambiguous,
    Contradictory,
    DecimalMark,
    Figures,
    both_ways,
    is_dash,
    looks_like_figure,
    read_figures,
    says_absent,
    says_few,
)
from .grid import FAULTS, SheetCell
from .names import column_name, spoken_title
from .questions import Answers, Choice, Question, answer, asked
from .read_table import ReadColumn, ReadTable
from .sheet_table import RowKind, SheetColumn, SheetTable

_SHOWN = 3
_LONGEST = 40
DECIMAL, DASH, NO_NUMBER, DATE = "desimal", "strip", "bukan-angka", "tanggal"
"""The kinds of questions about cells."""
ZERO, EMPTY, TEXT = "nol", "kosong", "teks"


@dataclass(frozen=True, slots=True)
class Reading:
    """The columns that could be read, what was decided, and what people have to decide or mend."""

    table: ReadTable
    steps: tuple[Message, ...]
    questions: tuple[Question, ...]
    obstacles: tuple[Message, ...]


def read_columns(table: SheetTable, answers: Answers) -> Reading:
    """Every column of a table, read in one way each."""
    columns: list[ReadColumn] = []
    steps: list[Message] = []
    questions: list[Question] = []
    obstacles = list(_broken_formulas(table))
    for column in table.columns:
        found = _read(_without_totals(column, table.kinds), column, answers)
        columns.append(found.column)
        steps += found.steps
        questions += found.questions
        obstacles += found.obstacles
    read = ReadTable(tuple(columns), table.kinds)
    return Reading(read, tuple(steps), tuple(questions), tuple(obstacles))


@dataclass(frozen=True, slots=True)
class _Column:
    column: ReadColumn
    steps: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    obstacles: tuple[Message, ...] = ()


def _without_totals(column: SheetColumn, kinds: Sequence[RowKind]) -> SheetColumn:
    """The column without the words in rows of totals: 'JUMLAH' below row numbers."""
    cells = tuple(
        cell if kind is RowKind.DATA or _numeric(cell) else replace(cell, text="")
        for cell, kind in zip(column.cells, kinds, strict=True)
    )
    return replace(column, cells=cells)


def _read(column: SheetColumn, whole: SheetColumn, answers: Answers) -> _Column:
    """A column read by its rows of data; `whole` has the names of totals as well."""
    title = column.title
    cells = _answered(column, answers)
    plain = ReadColumn(column.path, _without_faults(whole.cells), None, column.place)
    if names_code(title):
        return _Column(plain)
    read = read_figures(cells, _mark(answers, title))
    if isinstance(read, Ambiguous):
        read = whole_reading(title, cells) or read
    if isinstance(read, Figures):
        return _Column(
            replace(plain, cells=cells, figures=read), tuple(_about_figures(title, cells, read))
        )
    if isinstance(read, Ambiguous):
        return _Column(plain, questions=(which_mark(title, cells, read),))
    if isinstance(read, Contradictory):
        return _Column(plain, obstacles=(_contradiction(title, cells, read),))
    return _words(plain, cells, answers)


def names_code(title: str) -> bool:
    """Whether a column is called a code, which is never a number."""
    return identifier(column_name(spoken_title(title)), ()) is Identifier.CODE


def _mark(answers: Answers, title: str) -> DecimalMark | None:
    said = answer(answers, DECIMAL, title)
    return DecimalMark(said) if said in tuple(DecimalMark) else None


def _answered(column: SheetColumn, answers: Answers) -> tuple[SheetCell, ...]:
    """The cells of a column, changed where people have said what they mean."""
    cells = column.cells
    if answer(answers, NO_NUMBER, column.title) == EMPTY:
        cells = tuple(cell if _numeric(cell) else replace(cell, text="") for cell in cells)
    if answer(answers, DASH, column.title) == ZERO:
        cells = tuple(replace(cell, text="0") if is_dash(cell) else cell for cell in cells)
    return cells


def _numeric(cell: SheetCell) -> bool:
    return cell.empty or says_absent(cell) or looks_like_figure(cell)


def _without_faults(cells: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """Excel's '#N/A' is no text."""
    return tuple(replace(cell, text="") if cell.text.upper() == "#N/A" else cell for cell in cells)


def _words(column: ReadColumn, cells: Sequence[SheetCell], answers: Answers) -> _Column:
    """A column of words; asked about where most of its cells in rows of data are figures."""
    title = column.title
    filled = [cell for cell in cells if not cell.empty and not says_absent(cell)]
    dated = [cell for cell in filled if cell.dated]
    others = [cell for cell in filled if not cell.dated and not looks_like_figure(cell)]
    if dated and others:
        return _dates_among_words(column, dated, answers)
    words = [cell for cell in filled if not looks_like_figure(cell)]
    few = 0 < 2 * len(words) < len(filled) and not all(cell.text.isdecimal() for cell in words)
    if few and answer(answers, NO_NUMBER, title) != TEXT:
        return _Column(column, questions=(_not_a_number(title, words),))
    days = read_dates(column.cells)
    if days is not None:
        told = message("importer.step-dates", title=title)
        return _Column(replace(column, cells=days), (told,) if days != column.cells else ())
    return _Column(column)


def _dates_among_words(column: ReadColumn, dated: Sequence[SheetCell], answers: Answers) -> _Column:
    """Excel makes a day of '5-9': what was typed is asked."""
    said = answer(answers, DATE, column.title)
    if said in _RANGES:
        cells = tuple(
            replace(cell, text=_RANGES[said](cell.text), dated=False) if cell.dated else cell
            for cell in column.cells
        )
        return _Column(replace(column, cells=cells))
    if said == TEXT:
        return _Column(column)
    first = dated[0]
    choices = [
        Choice(name, message("importer.choice-range", typed=make(first.text)))
        for name, make in _RANGES.items()
    ]
    choices.append(Choice(TEXT, message("importer.choice-date", day=first.text)))
    question = message(
        "importer.ask-range", title=column.title, places=_places(dated), shown=first.text
    )
    return _Column(
        column, questions=(Question(asked(DATE, column.title), question, tuple(choices)),)
    )


def _day_month(text: str) -> str:
    _, month, day = text.split("-")
    return f"{int(day)}-{int(month)}"


def _month_day(text: str) -> str:
    _, month, day = text.split("-")
    return f"{int(month)}-{int(day)}"


_RANGES = {"hari-bulan": _day_month, "bulan-hari": _month_day}


def _not_a_number(title: str, words: Sequence[SheetCell]) -> Question:
    shown = tuple(dict.fromkeys(cell.shown[:_LONGEST] for cell in words[:_SHOWN]))
    said = message("importer.ask-not-a-number", title=title, places=_places(words), cells=shown)
    return Question(
        asked(NO_NUMBER, title),
        said,
        (
            Choice(EMPTY, message("importer.choice-empty")),
            Choice(TEXT, message("importer.choice-text")),
        ),
    )


def which_mark(title: str, cells: Sequence[SheetCell], read: Ambiguous) -> Question:
    """A column that can be read both ways, with the readings of its first cells."""
    unsure = [cells[at] for at in read.places]
    readings = [both_ways(cell) for cell in unsure[:_SHOWN]]
    comma, point = (
        tuple(f"{way:f}".replace(".", ",") for way in ways) for ways in zip(*readings, strict=True)
    )
    said = message(
        "importer.ask-decimal",
        title=title,
        places=_places(unsure),
        written=tuple(cell.text for cell in unsure[:_SHOWN]),
    )
    return Question(
        asked(DECIMAL, title),
        said,
        (
            Choice(DecimalMark.COMMA, message("importer.choice-comma", numbers=comma)),
            Choice(DecimalMark.POINT, message("importer.choice-point", numbers=point)),
        ),
    )


def _places(cells: Sequence[SheetCell]) -> Message:
    """'sel B3, B7, B9 dan 4 lagi'."""
    return message("importer.cells", cells=tuple(cell.place for cell in cells))


def _contradiction(title: str, cells: Sequence[SheetCell], read: Contradictory) -> Message:
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


def _broken_formulas(table: SheetTable) -> Iterator[Message]:
    """Formulas that show an error instead of a value."""
    faulty = [
        message("importer.formula-broken", place=cell.place, title=column.title, cell=cell.text)
        for column in table.columns
        for cell in column.cells
        if cell.text in FAULTS
    ]
    if faulty:
        yield message("importer.formulas-broken", faults=tuple(faulty))


def _about_figures(title: str, cells: Sequence[SheetCell], read: Figures) -> Iterator[Message]:
    absent = [cells[at] for at in read.absent]
    few = [cell for cell in absent if says_few(cell)]
    if few:
        yield message("importer.step-few", title=title, places=_places(few))
    if silent := [cell for cell in absent if not says_few(cell)]:
        words = tuple(dict.fromkeys(cell.text for cell in silent))
        dash = message("importer.if-zero", title=title) if any(map(is_dash, silent)) else NOTHING
        yield message(
            "importer.step-absent", title=title, cells=words, places=_places(silent), dash=dash
        )
    if read.rounded:
        yield message("importer.figures-rounded", title=title, decimals=MOST_DECIMALS)
    if read.noted:
        marks = tuple(dict.fromkeys(read.noted.values()))
        noted = [cells[at] for at in read.noted]
        yield message("importer.step-noted", title=title, marks=marks, places=_places(noted))
