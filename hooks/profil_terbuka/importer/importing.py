"""From a file to a draft, or to what people have to decide first; with a receipt in any case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Agency
from ..model.messages import Message, message
from .choosing import Chosen, choose
from .drafting.columns import draft_column, measure_titles
from .drafting.draft import BesideTable, Draft, Readings, draft_of
from .drafting.keys import counts_its_rows
from .drafting.package import DraftWishes
from .grid import Book, SheetCell
from .layout.wording import source_in
from .people.personal_columns import without_people
from .questions import Answers, Question
from .read_table import ReadColumn, ReadTable, figures_total
from .reading.month_headings import with_told_months
from .reading.table_columns import read_columns
from .reasons import Unusable
from .receipt import ColumnSum, Receipt
from .shaping.heading_dimensions import YEAR
from .shaping.letterhead import chosen_year, which_year, with_year, year_above
from .shaping.outer_rows import with_outer_totals
from .shaping.regions import Gazetteer, with_regions
from .shaping.reshape import lengthened, tells_dimensions
from .shaping.sheet_table import RowKind
from .shaping.totals import TotalTable, differences, first_few, merged, of_measure, total_tables


@dataclass(frozen=True, slots=True)
class Imported:
    """The receipt of a file, and its draft where nothing is left to decide or to mend."""

    receipt: Receipt
    draft: Draft | None = None
    chosen: Chosen | None = None
    """The table that was read, where it stands; for whoever draws the sheet."""


@dataclass(slots=True)
class _Log:
    """What was done so far, and what stands in the way."""

    steps: list[Message]
    questions: list[Question]
    obstacles: list[Message]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a file says, before it is written anywhere: None where that is not decided yet."""

    receipt: Receipt
    readings: Readings | None = None
    source: str = ""
    """What the lines below the table name as its source."""
    chosen: Chosen | None = None


def understand(
    book: Book, wishes: DraftWishes, agency: Agency, answers: Answers, known: Gazetteer
) -> Imported:
    """The draft of the table in a file. Raises Unusable where no table is found in it."""
    found = read_table_in(book, answers, known)
    receipt, read = found.receipt, found.readings
    if read is None:
        return Imported(receipt, chosen=found.chosen)
    named = replace(wishes, source=wishes.source or found.source)
    try:
        draft = draft_of(read, named, agency)
    except Unusable as reason:
        obstacles = (*receipt.obstacles, reason.said)
        return Imported(replace(receipt, obstacles=obstacles), chosen=found.chosen)
    tables = (read.table, *(other.table for other in read.beside))
    written = tuple(item for table in tables for item in _sums(table, measure_titles(table)))
    receipt = replace(
        receipt,
        steps=(*receipt.steps, *draft.told),
        rows_written=len(read.table.kinds),
        sums_written=written,
    )
    return Imported(receipt, draft, found.chosen)


def read_table_in(book: Book, answers: Answers, known: Gazetteer) -> SheetReading:
    """What the table in a file says. Raises Unusable where no table is found in it."""
    chosen = choose(book, answers)
    return replace(_read_chosen(chosen, book, answers, known), chosen=chosen)


def _read_chosen(chosen: Chosen, book: Book, answers: Answers, known: Gazetteer) -> SheetReading:
    log = _Log(list(chosen.steps), list(chosen.questions), [])
    receipt = Receipt(file=book.file, sheet=chosen.grid.name)
    if chosen.table is None:
        return SheetReading(_told(receipt, log))
    found = chosen.table
    log.steps += found.steps
    log.obstacles += found.obstacles
    receipt = replace(receipt, area=found.area, cells=found.fates)
    people = without_people(found.sheet, answers)
    log.steps += people.steps
    log.questions += people.questions
    if not people.table.columns:
        return SheetReading(_told(receipt, log))
    outer = with_outer_totals(people.table, answers, known)
    log.steps += outer.steps
    log.questions += outer.questions
    reading = read_columns(outer.table, answers)
    log.steps += reading.steps
    log.questions += reading.questions
    log.obstacles += reading.obstacles
    data = reading.table.only(reading.table.rows(RowKind.DATA))
    receipt = replace(
        receipt, rows_read=len(data.kinds), sums_read=tuple(_sums(data, measure_titles(data)))
    )
    read = _readings(reading.table, chosen, answers, known, log)
    source = _source(found.notes, log)
    told = _told(receipt, log)
    return SheetReading(told, None if told.open else read, source)


def _told(receipt: Receipt, log: _Log) -> Receipt:
    return replace(
        receipt,
        steps=tuple(log.steps),
        questions=tuple(log.questions),
        obstacles=tuple(log.obstacles),
    )


def _sums(table: ReadTable, titles: Sequence[str]) -> list[ColumnSum]:
    return [
        ColumnSum(column.title, column.letters, figures_total(column))
        for column in table.columns
        if column.title in titles
    ]


def _source(notes: Sequence[SheetCell], log: _Log) -> str:
    """What the lines below a table name as its source; '' where they name none."""
    for cell in notes:
        if source := source_in(cell.text):
            log.steps.append(message("importer.step-source", place=cell.place))
            return source
    return ""


def _readings(
    table: ReadTable, chosen: Chosen, answers: Answers, known: Gazetteer, log: _Log
) -> Readings:
    """The long table with its year, its regions and its totals apart."""
    told = with_told_months(table, _measured(table), answers)
    log.questions += told.questions
    table = told.table
    figures = _measured(table)
    if tells_dimensions(figures):  # what numbers the rows would stand in several of them
        table = _without_row_numbers(table, log)
    shape = lengthened(table, figures)
    log.steps += shape.steps
    log.steps += [
        message("importer.step-beside", title=other.columns[-1].title) for other in shape.beside
    ]
    year = _year_above(shape.table, chosen, answers, log)
    long = _dated(shape.table, year)
    matched = with_regions(long, known, answers)
    log.steps += matched.steps
    log.questions += matched.questions
    long = matched.table
    rows = long.rows(RowKind.DATA)
    data = long.only(rows)
    measures = measure_titles(data)
    printed = [long.only(long.rows(RowKind.TOTAL))]
    sums = [_dated(_without_averages(item), year) for item in shape.sums]
    printed += [_registered(item, known, answers) for item in sums]
    totals = _totals(printed, data, measures)
    for item in totals:
        log.steps += first_few(list(differences(item, data, measures)))
    if averages := table.rows(RowKind.AVERAGE):
        log.steps.append(message("importer.step-averages", count=len(averages)))
    return Readings(
        table=data,
        totals=tuple(totals),
        beside=tuple(_beside(_dated(item, year), known, answers) for item in shape.beside),
        codes={title: tuple(codes[row] for row in rows) for title, codes in matched.codes.items()},
        notes=chosen.table.notes if chosen.table else (),
    )


def _measured(table: ReadTable) -> list[ReadColumn]:
    """The columns whose figures measure something."""
    names = measure_titles(table.only(table.rows(RowKind.DATA)))
    return [column for column in table.columns if column.title in names]


def _without_row_numbers(table: ReadTable, log: _Log) -> ReadTable:
    """The table without columns that only count its rows."""
    data = table.rows(RowKind.DATA)
    kept: list[ReadColumn] = []
    for column in table.columns:
        if counts_its_rows(column.only(data)):
            log.steps.append(message("importer.row-numbers-left-out", title=column.title))
        else:
            kept.append(column)
    return ReadTable(tuple(kept), table.kinds)


def _without_averages(table: ReadTable) -> ReadTable:
    """The rows that add up to something."""
    kept = [row for row, kind in enumerate(table.kinds) if kind is not RowKind.AVERAGE]
    return table.only(kept)


def _totals(
    printed: Sequence[ReadTable], data: ReadTable, measures: Sequence[str]
) -> list[TotalTable]:
    """Rows and columns of totals as tables, each compared with what it adds up."""
    named = [printed[0], *(of_measure(table, measures) for table in printed[1:])]
    return merged(
        [
            found
            for table in named
            if table is not None
            for found in total_tables(table, data, measures)
        ]
    )


def _beside(table: ReadTable, known: Gazetteer, answers: Answers) -> BesideTable:
    """A measure in a table of its own, its regions by their registered names and codes."""
    matched = with_regions(table.only(table.rows(RowKind.DATA)), known, answers)
    return BesideTable(matched.table, matched.codes)


def _registered(table: ReadTable, known: Gazetteer, answers: Answers) -> ReadTable:
    """The names of regions as the main table writes them."""
    return with_regions(table, known, answers).table


def _year_above(table: ReadTable, chosen: Chosen, answers: Answers, log: _Log) -> int | None:
    """The year that only the lines above the table tell; None where it tells its time itself."""
    if chosen.table is None or _tells_year(table):
        return None
    measures = measure_titles(table)
    others = [column for column in table.columns if column.title not in measures]
    if any(draft_column(column, first=False).is_period for column in others):
        return None
    years = year_above(chosen.table.letterhead, chosen.grid.name)
    year = chosen_year(years, answers)
    if year is not None:
        log.steps.append(message("importer.step-year", year=str(year)))
    elif years:
        log.questions.append(which_year(years))
    return year


def _tells_year(table: ReadTable) -> bool:
    return any(column.title == YEAR for column in table.columns)


def _dated(table: ReadTable, year: int | None) -> ReadTable:
    """The table, or its totals, with the year of all."""
    return table if year is None or _tells_year(table) else with_year(table, year)
