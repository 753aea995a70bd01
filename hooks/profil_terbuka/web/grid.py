"""A Table as people read it: years side by side, technical columns left out, doubts marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TypeVar

from ..citation import anchors
from ..model import Aim, CellStatus, Field, Note, Role, Table, Value
from ..model.messages import message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.dates import moment
from ..words.labels import CELL_STATUS, cell
from ..words.numbers import Number, number
from .cell_notes import CellNotes

MAX_ROWS = 500
Row = tuple[Value, ...]
T = TypeVar("T")
_DAYS = ("date", "yearmonth")
_SHOWN = (Role.DIMENSION, Role.MEASURE, Role.UNIT, Role.REMARK)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, whether it is a number, and the status letter if it needs one."""

    text: str
    numeric: bool = False
    status: str = ""
    note: str = ""
    """Name of the quality note about this cell."""
    anchor: str = ""
    """The name of the table's row that this cell stands for, or begins."""
    struck: bool = False
    """The book prints this, but it is not valid: shown crossed out, and no number to be used."""
    value: str = ""
    """A number or a day as programs write it, for scripts that sort; '' where there is none."""
    origin: str = ""
    """The line of the source's text that this cell, or the row it begins, is read from."""


def number_cell(value: Number, shown: str = "", status: str = "") -> Cell:
    """A cell with a number in it, as people read it unless it is `shown` otherwise.

    >>> number_cell(1240)
    Cell(text='1.240', numeric=True, status='', note='', anchor='', struck=False, value='1240', \
origin='')
    """
    return Cell(shown or number(value), numeric=True, status=status, value=str(value))


def no_number(shown: str = "\N{EM DASH}") -> Cell:
    """A cell in a column of numbers that has none."""
    return Cell(shown, numeric=True)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column heading with its unit; `units` when the column holds the units themselves."""

    text: str
    unit: str = ""
    numeric: bool = False
    units: bool = False


@dataclass(frozen=True)
class Grid:
    """A table for a page. The first `labels` cells of each row name the row."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: int
    statuses: tuple[tuple[str, str], ...]
    """Letters that occur, with their meaning."""
    total_rows: int
    reasons: tuple[tuple[str, tuple[str, str]], ...] = ()
    """Of each note about a number: what it decided and why, for whoever quotes that number."""
    general: tuple[str, ...] = ()
    """Doubts about the table as a whole."""

    @cached_property
    def naming(self) -> int:
        """The column that tells rows apart best, counted from 1: it stays in sight.

        Of the labels in words that with most different ones, of equals the first; numbers and
        units name nothing. Without such a label it is the first column.

        >>> rows = [("1", "Utara", "Batu"), ("2", "Utara", "Pasir")]
        >>> cells = tuple(tuple(map(Cell, row)) for row in rows)
        >>> headings = (Heading("Nomor"), Heading("Kecamatan"), Heading("Kelurahan"))
        >>> Grid("", headings, cells, 3, (), 2).naming
        3
        """
        different: dict[int, int] = {}
        for column, heading in enumerate(self.headings[: self.labels]):
            texts = {row[column].text for row in self.rows}
            if not heading.units and not all(text.isdigit() for text in texts):
                different[column + 1] = len(texts)
        return max(different, key=different.__getitem__, default=1)

    @property
    def noted(self) -> bool:
        """Whether any cell leads to a quality note."""
        return any(item.note for row in self.rows for item in row)

    @property
    def struck(self) -> bool:
        """Whether any cell shows what is printed but not valid."""
        return any(item.struck for row in self.rows for item in row)

    @property
    def cut(self) -> bool:
        """Whether the page shows only the first rows."""
        return self.total_rows > len(self.rows)


def grid(reader: Reader) -> Grid:
    """Years become columns when the table has several; otherwise the rows stand as they are."""
    year = year_to_spread(reader.table)
    return _spread(reader, year) if year else _listed(reader)


class Reader:
    """Cells of a table with their marks; the cells that `notes` are about lead to them.

    Where rows are quoted by themselves (`cited`), each has a name of its own.
    """

    def __init__(self, table: Table, notes: Sequence[Note] = (), *, cited: bool = True) -> None:
        self.table = table
        self._cited = cited
        self._notes = CellNotes(table, notes)

    def with_reasons(self, shown: Grid) -> Grid:
        """The grid with what its notes say, where numbers are quoted."""
        if not self._cited:
            return shown
        names = (item.note for row in shown.rows for item in row if item.numeric and item.note)
        return replace(shown, reasons=self._notes.reasons(names), general=self._notes.doubts)

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        return anchors(self.table)

    def named(self, place: int, row: Row, field: Field) -> Cell:
        """The same cell as `cell` gives, with the row's anchor where rows are quoted."""
        if not self._cited:
            return self.cell(place, row, field)
        found, anchor = self.cell(place, row, field), self._anchors[place - 2]
        return replace(found, anchor=anchor, origin=self._origin(row))

    def _origin(self, row: Row) -> str:
        """The line that a row is read from; '' where the table does not keep it."""
        columns = self.table.schema.with_role(Role.ORIGIN)
        value = self.table.value(row, columns[0].name) if columns else None
        return "" if value is None else str(value)

    def cell(self, place: int, row: Row, field: Field) -> Cell:
        """The cell of a row (by its spreadsheet number) and column."""
        value = self.table.value(row, field.name)
        text = cell(value, field.type)
        note = self._notes.name(place, field.name)
        if field.role is not Role.MEASURE:
            return Cell(text, note=note, value=str(value) if field.type in _DAYS and text else "")
        status = self.table.status(row)
        note = self._notes.name(place, field.name, status)
        letter = "" if status is CellStatus.NORMAL else status.value
        printed = self._printed(row, field) if status is CellStatus.INVALID else ""
        told = Cell(printed or text, numeric=True, status=letter, note=note, struck=bool(printed))
        return told if value is None or printed else replace(told, value=str(value))

    def _printed(self, row: Row, field: Field) -> str:
        """A measure as the book prints it; '' where the table does not keep that."""
        column = self.table.schema.printed.get(field.name)
        return str(self.table.value(row, column) or "") if column else ""


def year_to_spread(table: Table) -> Field | None:
    """The year column, if spreading it gives one value a cell and more than one column."""
    measures = table.schema.with_role(Role.MEASURE)
    dimensions = table.schema.with_role(Role.DIMENSION)
    years = [field for field in dimensions if field.type == "year"]
    if len(measures) != 1 or len(years) != 1 or table.schema.with_role(Role.REMARK):
        return None
    year = years[0]
    others = tuple(field.name for field in label_fields(table, year))
    if not others or len(set(table.column(year.name))) < 2:
        return None
    keys = zip(*(table.column(name) for name in (year.name, *others)), strict=True)
    return year if len(set(keys)) == len(table.rows) else None


def label_fields(table: Table, year: Field) -> tuple[Field, ...]:
    """The columns that name a row once the years are spread: dimensions and the unit."""
    roles = (Role.DIMENSION, Role.UNIT)
    return tuple(field for field in table.schema.fields if field.role in roles and field != year)


def _spread(reader: Reader, year: Field) -> Grid:
    table = reader.table
    measure = table.schema.with_role(Role.MEASURE)[0]
    labels = label_fields(table, year)
    # The newest first: it is the one that a phone shows beside the names. Files keep their order.
    years = sorted({int(str(value)) for value in set(table.column(year.name))}, reverse=True)
    keys = tuple(zip(*(table.column(field.name) for field in labels), strict=True))
    things = dict.fromkeys(keys)
    names: dict[tuple[Value, ...], list[Cell]] = {}
    found: dict[tuple[Value, ...], dict[Value, Cell]] = {}
    shown = frozenset(islice(things, MAX_ROWS))
    for place, key in [(at, key) for at, key in enumerate(keys, start=2) if key in shown]:
        row = table.rows[place - 2]
        if key not in names:
            names[key] = [reader.cell(place, row, field) for field in labels]
        when = table.value(row, year.name)
        found.setdefault(key, {})[when] = reader.named(place, row, measure)
    unit = measure.unit or ""
    headings = [Heading(field.title, units=field.role is Role.UNIT) for field in labels]
    headings += [Heading(str(value), unit, numeric=True) for value in years]
    rows = [
        (*names[key], *(cells.get(value, no_number("")) for value in years))
        for key, cells in found.items()
    ]
    made = finished(table.title, headings, rows, len(labels))
    return _of_whole(made, reader, len(things))


def _listed(reader: Reader) -> Grid:
    table = reader.table
    fields = [field for field in table.schema.fields if field.role in _SHOWN]
    headings = [
        Heading(
            field.title,
            field.unit or "",
            numeric=field.role is Role.MEASURE,
            units=field.role is Role.UNIT,
        )
        for field in fields
    ]
    rows = [
        (
            reader.named(place, row, fields[0]),
            *(reader.cell(place, row, field) for field in fields[1:]),
        )
        for place, row in enumerate(table.rows[:MAX_ROWS], start=2)
    ]
    labels = max(1, sum(field.role is Role.DIMENSION for field in fields))
    return _of_whole(finished(table.title, headings, rows, labels), reader, len(table.rows))


def _of_whole(shown: Grid, reader: Reader, total: int) -> Grid:
    """A grid of a table's first rows that says how many there are, and explains all its marks."""
    letters = (status.value for status in _statuses(reader.table))
    marked = replace(shown, statuses=_legend(letters), total_rows=total)
    return reader.with_reasons(marked)


def _statuses(table: Table) -> Iterator[CellStatus]:
    """The statuses that stand beside a table's numbers; a table without numbers shows none."""
    measures = table.schema.with_role(Role.MEASURE)
    for field in table.schema.with_role(Role.STATUS)[:1] if measures else ():
        found = {CellStatus(str(letter)) for letter in set(table.column(field.name))}
        yield from found - {CellStatus.NORMAL}


def _legend(letters: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each letter with its meaning."""
    return tuple((letter, CELL_STATUS[CellStatus(letter)]) for letter in sorted(letters))


def finished(
    title: str, headings: Sequence[Heading], rows: Sequence[tuple[Cell, ...]], labels: int
) -> Grid:
    """A grid cut to what a page can hold, with the legend of its marks."""
    letters = {item.status for row in rows for item in row if item.status}
    return Grid(
        title=title,
        headings=tuple(headings),
        rows=tuple(rows[:MAX_ROWS]),
        labels=labels,
        statuses=_legend(letters),
        total_rows=len(rows),
    )


def chart_grid(data: ChartData) -> Grid:
    """The numbers of a chart as a table; an unnamed single series is headed by the unit.

    Series that are years begin with the newest, as in the tables of datasets.
    The areas of a map have the kecamatan they belong to beside their name. A timeline is the list
    of its terms.
    """
    if data.spans:
        return _span_grid(data)
    headings = [Heading(data.axis_title)]
    rows = tuple(
        (
            Cell(f"{name}{data.star(name, '')}"),
            *(
                _point_cell(data, name, series, value)
                for series, value in _newest_first(data, values)
            ),
        )
        for name, values in zip(data.categories, data.values, strict=True)
    )
    for name, _ in _newest_first(data, data.series):
        headings.append(Heading(name or data.unit, data.unit if name else "", numeric=True))
    if aims := data.view.aims:
        headings.append(Heading(text(message("web.target")), data.unit, numeric=True))
        found = [_target_of(aims, name) for name in data.categories]
        rows = tuple(
            (*row, no_number() if aim is None else number_cell(aim))
            for row, aim in zip(rows, found, strict=True)
        )
    if data.map and data.groups:
        headings.insert(1, Heading(text(message("web.district"))))
        rows = tuple(
            (row[0], Cell(group), *row[1:]) for row, group in zip(rows, data.groups, strict=True)
        )
    if data.map and data.map.parts:
        headings += [Heading(unit, numeric=True) for unit in data.map.parts]
        made_of = [(region.count, region.base) for region in data.map.regions]
        rows = tuple(
            (*row, *(no_number() if value is None else number_cell(value) for value in values))
            for row, values in zip(rows, made_of, strict=True)
        )
    return Grid(data.view.title, tuple(headings), rows, 1, (), len(rows))


def _newest_first(data: ChartData, values: Sequence[T]) -> Iterator[tuple[str, T]]:
    """Each series with its value: as they are drawn, but periods beginning with the newest."""
    paired = tuple(zip(data.series, values, strict=True))
    yield from reversed(paired) if data.series_periods else paired


def _target_of(aims: Sequence[Aim], category: str) -> Number | None:
    """The target of a year: its own, else that of every year."""
    return next((aim.value for year in (category, "") for aim in aims if aim.year == year), None)


def _point_cell(data: ChartData, category: str, series: str, value: Number | None) -> Cell:
    """A number of the chart; what has none says so where the printed one is not valid."""
    if value is not None:
        star = data.star(category, series) if series else ""
        return number_cell(value, number(value) + star)
    barred = (category, series) in data.invalid
    return no_number(CELL_STATUS[CellStatus.INVALID]) if barred else no_number()


def _span_grid(data: ChartData) -> Grid:
    """Each term with its first and last day, as far as they are known."""
    headings = (
        Heading(data.axis_title),
        Heading(text(message("web.begins"))),
        Heading(text(message("web.ends"))),
    )
    rows = tuple(
        (
            Cell(span.name),
            Cell(moment(span.start), value=span.start),
            Cell(moment(span.end) if span.end else "masih berjalan", value=span.end or ""),
        )
        for span in data.spans
    )
    return Grid(data.view.title, headings, rows, 1, (), len(rows))
