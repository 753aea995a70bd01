"""The columns of a draft: what each is called, which type it has, and what it is for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ...model import Role
from ...model.identifiers import (
    Identifier,
    attribute_year,
    counts_rows,
    identifier,
    part_of_year,
    run_of_years,
)
from ...model.periods import usual_kind
from ..grid import SheetCell
from ..read_table import ReadColumn, ReadTable
from ..reading.figures import Figures, looks_like_figure
from ..reading.units import ColumnHeading, known_unit, read_heading
from .names import column_name, named_by_number, spoken_title

LEAST_ROWS = 3
"""1, 2 is no numbering yet."""
_MEASURING = re.compile(r"\b(jumlah|banyaknya|total|nilai|rata|luas|persen)", re.IGNORECASE)
_YEAR = re.compile(r"[12]\d{3}")
_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """One column of a draft; `cells` are written as the published format wants them."""

    name: str
    title: str
    type: str
    role: Role
    cells: tuple[str, ...]
    heading: ColumnHeading
    names: Identifier | None = None
    """What its content names, where it does: rows, codes, points in time."""
    unit: str = ""
    """The unit that heading or cells tell; '' where they tell none, or contradict each other."""
    labels: str = ""
    """For a code: the column that holds the names."""

    @property
    def full(self) -> bool:
        """Whether no cell is empty."""
        return "" not in self.cells

    @property
    def constant(self) -> bool:
        """Whether all of its rows, more than one, hold the same."""
        return len(self.cells) > 1 and self.cells.count(self.cells[0]) == len(self.cells)

    @property
    def is_period(self) -> bool:
        """Whether it holds years, or parts of them with their year, that tell rows apart."""
        whole = self.type in ("year", "yearmonth") or bool(usual_kind(self.type, self.cells))
        return whole and self.role is Role.DIMENSION


def draft_column(column: ReadColumn, first: bool) -> DraftColumn:
    """A column as it will be published; `first`: it stands where row numbers stand."""
    if column.figures is not None:
        return numeric_column(column.title, column.cells, column.figures, first)
    return text_column(column.title, column.cells)


def measure_titles(table: ReadTable) -> list[str]:
    """The titles of the columns whose figures measure something."""
    return [
        column.title
        for at, column in enumerate(table.columns)
        if column.figures is not None and _measures(column.title, column.figures, first=at == 0)
    ]


def _measures(title: str, figures: Figures, first: bool) -> bool:
    """Whether figures measure something, and neither name nor count rows, codes, times, ages."""
    values = [value for value in figures.values if value is not None]
    name = column_name(spoken_title(title))
    if _identified(name, title, values, len(figures.values), first) is not None:
        return False
    return not (named_by_number(title) and all(value == int(value) for value in values))


def region_codes(name: DraftColumn, codes: Sequence[str]) -> DraftColumn:
    """The codes of the regions that another column names."""
    return DraftColumn(
        column_name(f"kode {name.name}"),
        f"Kode {name.title[:1].lower()}{name.title[1:]}",
        "string",
        Role.CODE,
        tuple(codes),
        ColumnHeading(name.title),
        Identifier.CODE,
        labels=name.name,
    )


def status_column(statuses: Sequence[str]) -> DraftColumn:
    """What is to be known about the number of each row."""
    title = "Status nilai"
    return DraftColumn(
        "status", title, "string", Role.STATUS, tuple(statuses), ColumnHeading(title)
    )


def numeric_column(
    title: str, cells: Sequence[SheetCell], figures: Figures, first: bool
) -> DraftColumn:
    """A column of numbers; `first`: it stands at the left edge, where row numbers stand."""
    values = [value for value in figures.values if value is not None]
    heading = read_heading(title)
    name = column_name(spoken_title(title))
    kind = _identified(name, title, values, len(cells), first)
    if kind is None and named_by_number(title) and all(value == int(value) for value in values):
        written = tuple(_written(value, whole=True) for value in figures.values)
        return DraftColumn(
            name, spoken_title(title), "integer", Role.DIMENSION, written, heading, kind
        )
    if kind is None:
        is_whole = all(value == int(value) for value in values)
        type_ = "integer" if is_whole else "number"
        written = tuple(_written(value, whole=is_whole) for value in figures.values)
        column = DraftColumn(
            column_name(heading.title),
            spoken_title(heading.title),
            type_,
            Role.MEASURE,
            written,
            heading,
        )
        return replace(column, unit=_agreed(heading, figures.unit))
    if kind is Identifier.CODE:
        texts = tuple(cell.shown for cell in cells)
        return DraftColumn(name, spoken_title(title), "string", Role.CODE, texts, heading, kind)
    if kind is Identifier.ROW and any(value != int(value) for value in values):
        texts = tuple(cell.shown for cell in cells)  # 1.1 below 1 is no number, though it looks so
        return DraftColumn(name, spoken_title(title), "string", Role.REMARK, texts, heading, kind)
    written = tuple(_written(value) for value in figures.values)
    beside = kind is Identifier.ROW or attribute_year(name)
    role = Role.REMARK if beside else Role.DIMENSION
    years = all(_YEAR.fullmatch(cell) for cell in written if cell)
    type_ = "year" if kind is Identifier.TIME and years else "integer"
    return DraftColumn(name, spoken_title(title), type_, role, written, heading, kind)


def text_column(title: str, cells: Sequence[SheetCell]) -> DraftColumn:
    """A column of words, codes, dates, yes and no, or units."""
    heading = ColumnHeading(title)
    name = column_name(spoken_title(title))
    texts = tuple(cell.shown for cell in cells)
    filled = set(texts) - {""}
    column = DraftColumn(name, spoken_title(title), "string", Role.DIMENSION, texts, heading)
    if name == "satuan" and column.full and not any(map(looks_like_figure, cells)):
        return replace(column, role=Role.UNIT, cells=tuple(known_unit(t) or t for t in texts))
    kind = identifier(name, ())
    if kind is Identifier.CODE or (filled and all(map(_padded, filled))):
        return replace(column, role=Role.CODE, names=Identifier.CODE)
    if filled and all(map(_is_date, filled)):
        return replace(column, type="date")
    if filled and {text.lower() for text in filled} <= {"true", "false"}:
        lowered = tuple(text.lower() for text in texts)
        return replace(column, type="boolean", role=Role.REMARK, cells=lowered)
    if filled and all(map(_MONTH.fullmatch, filled)):
        return replace(column, type="yearmonth", names=Identifier.TIME)
    tells_when = part_of_year(name) or usual_kind("string", filled) is not None
    return replace(column, names=Identifier.TIME if tells_when else kind)


def _identified(
    name: str, title: str, values: Sequence[Decimal], rows: int, first: bool
) -> Identifier | None:
    """What a column of numbers names: told by its name, or by its place and its numbers."""
    kind = identifier(name, values)
    if kind is not None:
        return kind
    if _MEASURING.search(title) or read_heading(title).unit:
        return None
    if first and len(values) == rows >= LEAST_ROWS and counts_rows(values):
        return Identifier.ROW
    return Identifier.TIME if run_of_years(values) else None


def _agreed(heading: ColumnHeading, marks: str) -> str:
    """The unit of heading and cells together; '' when they contradict each other.

    'Rp' in the cells below '(ribu rupiah)' is no contradiction.
    """
    if not heading.unit or not marks:
        return heading.unit or (f"{heading.scale} {marks}".strip() if marks else "")
    return heading.unit if heading.unit.split()[-1] == marks else ""


def _written(value: Decimal | None, whole: bool = False) -> str:
    """A number the one way it is published: no exponent, no negative zero.

    `whole`: it stands in a column of whole numbers, whose decimals are all zero.

    >>> _written(Decimal("20.00")), _written(Decimal("20.00"), whole=True), _written(Decimal("-0"))
    ('20.00', '20', '0')
    """
    if value is None:
        return ""
    kept = value.to_integral_value() if whole else value
    return f"{kept if kept else abs(kept):f}"


def _padded(text: str) -> bool:
    return text.isdecimal() and len(text) > 1


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
