"""From a table's cells to its columns: each is read in one way, and what was decided is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model.identifiers import Identifier, identifier
from ...model.messages import NOTHING, Message, message
from ..drafting.keys import without_numberings
from ..drafting.names import column_name, spoken_title
from ..evidence import whole_reading
from ..grid import SheetCell
from ..layout import numbers_rows
from ..offers import offered
from ..questions import Answers, Choice, Question, answer
from ..read_table import ReadColumn, ReadTable
from ..shaping.heading_dimensions import meaning_of
from ..shaping.sheet_table import RowKind, SheetColumn, SheetTable
from .cell_questions import (
    DASH,
    DECIMAL,
    EMPTY,
    NO_NUMBER,
    TEXT,
    ZERO,
    broken_formulas,
    not_a_number,
    which_mark,
    written_in_two_ways,
)
from .column_reading import LONGEST_SHOWN, SHOWN, ColumnReading, places
from .day_columns import read_days
from .doubtful_figures import as_meant
from .figures import (
    MOST_DECIMALS,
    Ambiguous,
    Contradictory,
    DecimalMark,
    Figures,
    is_dash,
    looks_like_figure,
    read_figures,
    says_absent,
    says_few,
)
from .period_columns import read_period_column
from .proof_by_totals import ProvenReading, proven_by_totals
from .row_units import with_row_units
from .units import without_units
from .year_columns import read_years, with_marks_of_years

_INSTEAD = {EMPTY: ("", "importer.step-emptied"), ZERO: ("0", "importer.step-zero")}
"""Answer to what a word among figures means -> what stands there instead, and how it is told."""


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
    obstacles = list(broken_formulas(table))
    for column in table.columns:
        found = _read(_without_totals(column, table.kinds), column, table.kinds, answers)
        columns.append(found.column)
        steps += found.steps
        questions += found.questions
        obstacles += found.obstacles
    read = with_marks_of_years(ReadTable(tuple(columns), table.kinds))
    read, numberings = without_numberings(read)
    apart = with_row_units(read)
    return Reading(
        apart.table,
        (*steps, *numberings, *apart.steps),
        tuple(questions),
        (*obstacles, *apart.obstacles),
    )


def _without_totals(column: SheetColumn, kinds: Sequence[RowKind]) -> SheetColumn:
    """The column as its rows of data are read.

    Without the words in rows of totals: 'JUMLAH' below row numbers; and without rows of averages,
    which nobody reads: how they are written says nothing of the others.
    """
    cells = tuple(_of_data(cell, kind) for cell, kind in zip(column.cells, kinds, strict=True))
    return replace(column, cells=cells)


def _of_data(cell: SheetCell, kind: RowKind) -> SheetCell:
    if kind is RowKind.AVERAGE:
        return SheetCell(row=cell.row, column=cell.column)
    return cell if kind is RowKind.DATA or _numeric(cell) else replace(cell, text="")


def _read(
    column: SheetColumn, whole: SheetColumn, kinds: Sequence[RowKind], answers: Answers
) -> ColumnReading:
    """A column read by its rows of data; `whole` has the names of totals as well."""
    title = column.title
    cells, changed = _answered(column, answers)
    plain = ReadColumn(column.path, _without_faults(whole.cells), None, column.place)
    if names_code(title):
        return ColumnReading(plain)
    if (years := read_years(plain, cells)) is not None:
        return years
    bare, unit = without_units(cells)
    read = read_figures(bare, _mark(answers, title))
    if isinstance(read, Ambiguous) and (counts := whole_reading(f"{title} {unit}", bare)):
        changed.append(_read_as_whole(title, bare, read))
        read = counts
    if isinstance(read, Ambiguous) and (proven := proven_by_totals(bare, kinds)):
        changed.append(_read_as_proven(title, bare, read, proven))
        read = proven.figures
    if isinstance(read, Figures):
        told = (*changed, *_about_units(title, cells, unit), *_about_figures(title, cells, read))
        sure = as_meant(title, cells, replace(read, unit=unit or read.unit), kinds, answers)
        made = replace(plain, cells=cells, figures=sure.figures)
        return ColumnReading(made, (*told, *sure.steps), sure.questions)
    if isinstance(read, Ambiguous):
        return ColumnReading(plain, questions=(which_mark(title, bare, read),))
    if isinstance(read, Contradictory):
        return ColumnReading(plain, obstacles=(written_in_two_ways(title, bare, read),))
    if _stays_empty(column, cells):
        read = Figures((None,) * len(cells), absent=tuple(_absent(cells)))
        told = tuple(_about_figures(title, cells, read))
        return ColumnReading(replace(plain, cells=cells, figures=read), told)
    return _words(plain, cells, answers)


def _stays_empty(column: SheetColumn, cells: Sequence[SheetCell]) -> bool:
    """Whether a column below a year, a month, a sex says of every row that it has no figure."""
    silent = all(cell.empty or says_absent(cell) for cell in cells)
    return silent and bool(_absent(cells)) and bool(meaning_of(column.path).told)


def _absent(cells: Sequence[SheetCell]) -> list[int]:
    return [at for at, cell in enumerate(cells) if says_absent(cell)]


def names_code(title: str) -> bool:
    """Whether a column is called a code, which is never a number."""
    return identifier(column_name(spoken_title(title)), ()) is Identifier.CODE


def _mark(answers: Answers, title: str) -> DecimalMark | None:
    said = answer(answers, DECIMAL, title)
    return DecimalMark(said) if said in tuple(DecimalMark) else None


def _answered(column: SheetColumn, answers: Answers) -> tuple[tuple[SheetCell, ...], list[Message]]:
    """The cells of a column, changed where people have said what they mean; what was changed."""
    cells = column.cells
    told: list[Message] = []
    said = answer(answers, NO_NUMBER, column.title)
    if said in _INSTEAD:
        words = [cell for cell in cells if not _numeric(cell)]
        text, step = _INSTEAD[said]
        cells = tuple(cell if _numeric(cell) else replace(cell, text=text) for cell in cells)
        told += _as_answered(step, column.title, words)
    if answer(answers, DASH, column.title) == ZERO:
        dashes = [cell for cell in cells if is_dash(cell)]
        cells = tuple(replace(cell, text="0") if is_dash(cell) else cell for cell in cells)
        told += _as_answered("importer.step-zero", column.title, dashes)
    return cells, told


def _as_answered(step: str, title: str, cells: Sequence[SheetCell]) -> Iterator[Message]:
    if cells:
        shown = tuple(dict.fromkeys(cell.shown[:LONGEST_SHOWN] for cell in cells[:SHOWN]))
        yield message(step, title=title, cells=shown, places=places(cells))


def _numeric(cell: SheetCell) -> bool:
    return cell.empty or says_absent(cell) or looks_like_figure(cell)


def _without_faults(cells: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """Excel's '#N/A' is no text."""
    return tuple(replace(cell, text="") if cell.text.upper() == "#N/A" else cell for cell in cells)


def _words(column: ReadColumn, cells: Sequence[SheetCell], answers: Answers) -> ColumnReading:
    """A column of words; asked about where most of its cells in rows of data are figures."""
    title = column.title
    filled = [cell for cell in cells if not cell.empty and not says_absent(cell)]
    if (periods := read_period_column(replace(column, cells=tuple(cells)))) is not None:
        return periods
    if (days := read_days(replace(column, cells=tuple(cells)), answers)) is not None:
        return days
    words = [cell for cell in filled if not looks_like_figure(cell)]
    few = 0 < 2 * len(words) < len(filled) and not all(cell.text.isdecimal() for cell in words)
    if few and not numbers_rows(title) and answer(answers, NO_NUMBER, title) != TEXT:
        return ColumnReading(column, questions=(not_a_number(title, words),))
    return ColumnReading(column)


def _about_units(title: str, cells: Sequence[SheetCell], unit: str) -> Iterator[Message]:
    if unit:
        filled = [cell for cell in cells if not cell.empty]
        yield message("importer.step-unit-apart", title=title, unit=unit, places=places(filled))


def _read_as_whole(title: str, cells: Sequence[SheetCell], read: Ambiguous) -> Message:
    """That figures such as `1.245` are whole, because what is counted has no decimals."""
    unsure = [cells[at] for at in read.places]
    return message(
        "importer.step-whole", title=title, places=places(unsure), written=unsure[0].text
    )


def _perhaps_zero(title: str) -> Message:
    """That a dash may as well be a zero."""
    zero = Choice(ZERO, message("importer.button-zero"))
    return offered(message("importer.if-zero"), DASH, title, zero)


def _read_as_proven(
    title: str, cells: Sequence[SheetCell], read: Ambiguous, proven: ProvenReading
) -> Message:
    """That figures such as `1.245` are read in the one way in which the totals add up."""
    unsure = [cells[at] for at in read.places]
    decimal = "," if proven.mark is DecimalMark.COMMA else "."
    is_decimal = decimal in unsure[0].text
    return message(
        "importer.step-proven",
        title=title,
        places=places(unsure),
        written=unsure[0].text,
        meaning=message("importer.mark-decimal" if is_decimal else "importer.mark-thousands"),
        place=proven.total.place,
    )


def _about_figures(title: str, cells: Sequence[SheetCell], read: Figures) -> Iterator[Message]:
    absent = [cells[at] for at in read.absent]
    few = [cell for cell in absent if says_few(cell)]
    if few:
        yield message("importer.step-few", title=title, places=places(few))
    if silent := [cell for cell in absent if not says_few(cell)]:
        words = tuple(dict.fromkeys(cell.text for cell in silent))
        dash = _perhaps_zero(title) if any(map(is_dash, silent)) else NOTHING
        yield message(
            "importer.step-absent", title=title, cells=words, places=places(silent), dash=dash
        )
    if read.rounded:
        yield message("importer.figures-rounded", title=title, decimals=MOST_DECIMALS)
    if read.noted:
        marks = tuple(dict.fromkeys(read.noted.values()))
        noted = [cells[at] for at in read.noted]
        yield message("importer.step-noted", title=title, marks=marks, places=places(noted))
