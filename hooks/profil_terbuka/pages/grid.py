"""A Table as people read it: years side by side, technical columns left out, doubts marked."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import CellStatus, Field, Role, Table, Value
from ..products import ChartData
from ..wording import CELL_STATUS, cell

MAX_ROWS = 500
_SHOWN = (Role.DIMENSION, Role.MEASURE, Role.UNIT, Role.REMARK)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, whether it is a number, and the status letter if it needs one."""

    text: str
    numeric: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column heading with its unit."""

    text: str
    unit: str = ""
    numeric: bool = False


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

    @property
    def cut(self) -> bool:
        """Whether the page shows only the first rows."""
        return self.total_rows > len(self.rows)


def grid(table: Table) -> Grid:
    """Years become columns when the table has several; otherwise the rows stand as they are."""
    year = _year_to_spread(table)
    return _spread(table, year) if year else _listed(table)


def _year_to_spread(table: Table) -> Field | None:
    """The year column, if spreading it gives one value a cell and more than one column."""
    measures = table.schema.with_role(Role.MEASURE)
    dimensions = table.schema.with_role(Role.DIMENSION)
    years = [field for field in dimensions if field.type == "year"]
    if len(measures) != 1 or len(years) != 1 or table.schema.with_role(Role.REMARK):
        return None
    year = years[0]
    others = _label_names(table, year)
    if not others or len(set(table.column(year.name))) < 2:
        return None
    keys = [table.key(row, (year.name, *others)) for row in table.rows]
    return year if len(set(keys)) == len(keys) else None


def _label_names(table: Table, year: Field) -> tuple[str, ...]:
    """The columns that name a row once the years are spread: dimensions and the unit."""
    roles = (Role.DIMENSION, Role.UNIT)
    return tuple(
        field.name for field in table.schema.fields if field.role in roles and field != year
    )


def _spread(table: Table, year: Field) -> Grid:
    measure = table.schema.with_role(Role.MEASURE)[0]
    labels = _label_names(table, year)
    years = sorted({int(str(value)) for value in table.column(year.name)})
    found: dict[tuple[Value, ...], dict[Value, Cell]] = {}
    for row in table.rows:
        cells = found.setdefault(table.key(row, labels), {})
        cells[table.value(row, year.name)] = _measure_cell(table, row, measure)
    unit = measure.unit or ""
    headings = [Heading(table.schema[name].title) for name in labels]
    headings += [Heading(str(value), unit, numeric=True) for value in years]
    rows = []
    for key, cells in found.items():
        names = [
            Cell(cell(value, table.schema[name].type))
            for name, value in zip(labels, key, strict=True)
        ]
        rows.append((*names, *(cells.get(value, Cell("", True)) for value in years)))
    return _grid(table, headings, rows, len(labels))


def _listed(table: Table) -> Grid:
    fields = [field for field in table.schema.fields if field.role in _SHOWN]
    headings = [
        Heading(field.title, field.unit or "", field.role is Role.MEASURE) for field in fields
    ]
    rows = [
        tuple(
            _measure_cell(table, row, field)
            if field.role is Role.MEASURE
            else Cell(cell(table.value(row, field.name), field.type))
            for field in fields
        )
        for row in table.rows
    ]
    labels = max(1, sum(field.role is Role.DIMENSION for field in fields))
    return _grid(table, headings, rows, labels)


def _measure_cell(table: Table, row: tuple[Value, ...], measure: Field) -> Cell:
    status = table.status(row)
    letter = "" if status is CellStatus.NORMAL else status.value
    return Cell(cell(table.value(row, measure.name), measure.type), True, letter)


def _grid(table: Table, headings: list[Heading], rows: list[tuple[Cell, ...]], labels: int) -> Grid:
    letters = {item.status for row in rows for item in row if item.status}
    return Grid(
        title=table.title,
        headings=tuple(headings),
        rows=tuple(rows[:MAX_ROWS]),
        labels=labels,
        statuses=tuple((letter, CELL_STATUS[CellStatus(letter)]) for letter in sorted(letters)),
        total_rows=len(rows),
    )


def chart_grid(data: ChartData) -> Grid:
    """The numbers of a chart as a table; an unnamed single series is headed by the unit."""
    headings = [Heading(data.axis_title)]
    for name in data.series:
        headings.append(Heading(name or data.unit, data.unit if name else "", numeric=True))
    rows = tuple(
        (Cell(name), *(Cell(cell(value, "number"), numeric=True) for value in values))
        for name, values in zip(data.categories, data.values, strict=True)
    )
    return Grid(data.view.title, tuple(headings), rows, 1, (), len(rows))
