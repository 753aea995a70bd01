"""What the rows below the headings are: data, totals, groups, repeated headings, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..grid import SheetCell
from .content import Block
from .group_rows import announces_group
from .headings import Headings
from .numbering import order_of, row_orders
from .row_reader import RowReader
from .sum_rows import SumRows, find_sum_rows
from .wording import (
    begins_note,
    begins_signature,
    names_average,
    names_total,
    names_whole,
    total_of,
    year_in,
)

_LONGEST_NAME = 80
"""Letters of what a row is about; a longer text below a table is a note."""
_HALF = 2
_GOES_ON = "lanjutan"
"""A line above repeated headings; elsewhere it may be a name."""
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
"""'JUMLAH (Orang)' is called no less a total."""


class Fate(Enum):
    """What becomes of a row."""

    BLANK = "blank"
    DATA = "data"
    TOTAL = "total"
    AVERAGE = "average"
    GROUP = "group"
    REPEATED = "repeated"
    NOTE = "note"


@dataclass(frozen=True)
class Body:
    """The fate of each row from `start` on, as far as the table goes."""

    start: int
    fates: tuple[Fate, ...]
    announced: dict[int, SheetCell] = field(default_factory=dict)
    """Row -> the cell of it that announces the group of the rows below."""
    measures: frozenset[int] = frozenset()
    """Places of the columns that hold figures."""
    orders: Mapping[int, int] = field(default_factory=dict)
    """Row -> the order of what numbers it (numbering.py)."""
    sums: SumRows = field(default_factory=SumRows)
    """Rows that add up others and are not called a total."""

    @property
    def end(self) -> int:
        """The first row that does not belong to the table."""
        return self.start + len(self.fates)

    def rows(self, *wanted: Fate) -> tuple[int, ...]:
        """The rows of these fates."""
        return tuple(row for row, fate in enumerate(self.fates, start=self.start) if fate in wanted)


def read_body(block: Block, headings: Headings) -> Body:
    """The rows below `headings` up to the end of the table."""
    reader = RowReader(block, headings)
    start = headings.after
    end = _end(reader, start)
    last = _last_data(reader, start, _signed(reader, start, end))
    fates = {row: _fate(reader, row, last) for row in range(start, end)}
    fates |= dict.fromkeys(_other_years(reader, fates), Fate.AVERAGE)
    told = [row for row, fate in fates.items() if fate is Fate.DATA and reader.has_figures(row)]
    sums = find_sum_rows(reader, told)
    fates |= dict.fromkeys(sums.heads | sums.feet, Fate.TOTAL)
    groups = [row for row, fate in fates.items() if fate is Fate.GROUP]
    announced = {row: reader.words(row)[-1] for row in groups}
    announced |= {row: cell for row in sums.heads if (cell := _naming(reader, row)).text}
    ordered = dict(sorted(announced.items()))
    orders = row_orders(reader)
    return Body(start, tuple(fates.values()), ordered, reader.measures, orders, sums)


def _other_years(reader: RowReader, fates: Mapping[int, Fate]) -> Iterator[int]:
    """Rows of data at the foot of a table of names that tell only another year: '2023', '2022'."""
    told = [row for row in fates if fates[row] is Fate.DATA and reader.has_figures(row)]
    if not reader.labels or all(year_in(_naming(reader, row)) for row in told):
        return
    for row in reversed(told):
        if year_in(_naming(reader, row)) is None:
            return
        yield row


def _naming(reader: RowReader, row: int) -> SheetCell:
    """The cell of a row that names it."""
    return reader.block.cells(row)[reader.main_label]


def _end(reader: RowReader, start: int) -> int:
    """The first row that holds the headings of another table, with its title above."""
    height = len(reader.block.grid.rows)
    for row in range(start + 1, height):
        if not reader.repeats(row) and reader.begins_another(row):
            return _with_title(reader, start, row)
    return height


def _with_title(reader: RowReader, start: int, row: int) -> int:
    """The row where the lines above other headings begin: a block of lines after an empty one."""
    top = row
    while top - 1 > start and reader.block.filled(top - 1) and not reader.has_figures(top - 1):
        top -= 1
    return top


def _signed(reader: RowReader, start: int, end: int) -> int:
    """The row where the block of a signature begins; `end` where there is none."""
    few = (row for row in range(start, end) if len(reader.block.filled(row)) <= _HALF)
    return next((row for row in few if _signs(reader, row)), end)


def _signs(reader: RowReader, row: int) -> bool:
    return any(begins_signature(cell.text) for cell in reader.words(row))


def _last_data(reader: RowReader, start: int, end: int) -> int:
    """The last row of the table itself; what follows are notes."""
    if not reader.measures:
        return _last_of_words(reader, start, end)
    last = max((row for row in range(start, end) if reader.has_figures(row)), default=start - 1)
    while last + 1 < end and not _is_total(reader, last) and _goes_on(reader, last + 1):
        last += 1
    return last


def _goes_on(reader: RowReader, row: int) -> bool:
    """Whether a row below the last figures is one of the table."""
    return _is_named_only(reader, row) or _says_figures(reader, row)


def _says_figures(reader: RowReader, row: int) -> bool:
    """Whether a row tells in words what others tell in figures: 'Nihil', '77 KPM'.

    It fills the places of the row above, the first one among them: no signature does.
    """
    filled = reader.block.filled(row)
    texts = [cell.text for cell in reader.words(row)]
    if any(begins_note(text) or begins_signature(text) for text in texts):
        return False
    is_short = all(len(text) <= _LONGEST_NAME for text in texts)
    in_place = bool(reader.labels) and reader.labels[0] in filled
    measured = not reader.measures.isdisjoint(filled)
    return is_short and in_place and measured and filled == reader.block.filled(row - 1)


def _last_of_words(reader: RowReader, start: int, end: int) -> int:
    """In a table without figures: the last row with two filled cells, or one in a narrow table."""
    least = min(2, len(reader.block.columns))
    wide = (row for row in range(start, end) if len(reader.block.filled(row)) >= least)
    last = max((row for row in wide if not _is_note(reader, row)), default=start - 1)
    while last + 1 < end and _is_named_only(reader, last + 1):
        last += 1
    return last


def _is_named_only(reader: RowReader, row: int) -> bool:
    """Whether a row below the last figures is one of the table without any: named, no note."""
    words = reader.words(row)
    filled = reader.block.filled(row)
    if not words or _is_note(reader, row) or not reader.labels:
        return False
    text = words[0].text
    is_name = len(text) <= _LONGEST_NAME and not text.endswith((".", ":", ";", ","))
    in_place = filled[0] == reader.labels[0] and set(filled) <= set(reader.labels)
    is_full = not reader.measures or len(filled) == len(reader.labels)
    return is_name and in_place and is_full and reader.block.spanned(row, filled[0]) == 1


def _is_note(reader: RowReader, row: int) -> bool:
    words = reader.words(row)
    if not words or len(words) > _HALF:
        return False
    goes_on = words[0].text.casefold() == _GOES_ON and reader.goes_on(row)
    return begins_note(words[0].text) or (goes_on and reader.repeats(row + 1))


def _fate(reader: RowReader, row: int, last: int) -> Fate:
    if not reader.block.filled(row):
        return Fate.BLANK
    if reader.repeats(row):
        return Fate.REPEATED
    if row > last or (not reader.has_figures(row) and _is_note(reader, row)):
        return Fate.NOTE
    if _is_total(reader, row):
        return Fate.TOTAL if reader.has_figures(row) or not reader.measures else Fate.NOTE
    if names_average(_label(reader, row)):
        return Fate.AVERAGE
    if not reader.has_figures(row) and announces_group(reader, row):
        return Fate.GROUP
    return Fate.DATA


def _label(reader: RowReader, row: int) -> str:
    """The first text of a row that does not number it."""
    texts = [cell.text for cell in reader.words(row)]
    return next((text for text in texts if order_of(text) is None), "")


def _is_total(reader: RowReader, row: int) -> bool:
    """Whether a row is called a total: of all, or of what other rows name."""
    return any(
        names_total(_BRACKETS.sub("", cell.text)) or _is_total_of_named(reader, cell)
        for cell in reader.words(row)
    )


def _is_total_of_named(reader: RowReader, cell: SheetCell) -> bool:
    """Whether a label is that of the total of what other rows name, or of any region.

    Where rows are numbered nothing else is called so: 'Jumlah Penerima' in column 'No'.
    """
    of = total_of(cell.text)
    at = reader.block.columns.index(cell.column)
    if not of:
        return False
    if reader.knows_name(of, at) or reader.names_regions(at):
        return True
    return reader.has_figures(cell.row) and (reader.only_tells_apart(at) or names_whole(of))
