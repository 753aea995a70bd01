"""What the rows below the headings are: data, totals, groups, repeated headings, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from ...model.identifiers import identifier
from ..grid import SheetCell
from ..names import column_name, spoken_title
from .content import Block, CellContent, are_years, numbers_columns
from .headings import Headings
from .wording import begins_note, group_in, names_average, names_total

_LONGEST_NAME = 80
"""Letters of what a row is about; a longer text below a table is a note."""
_HALF = 2


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

    @property
    def end(self) -> int:
        """The first row that does not belong to the table."""
        return self.start + len(self.fates)

    def rows(self, *wanted: Fate) -> tuple[int, ...]:
        """The rows of these fates."""
        return tuple(row for row, fate in enumerate(self.fates, start=self.start) if fate in wanted)


@dataclass(frozen=True)
class _Reader:
    block: Block
    headings: Headings

    @cached_property
    def measures(self) -> frozenset[int]:
        """Places where at least half of what is filled are figures that measure something."""
        return frozenset(
            at
            for at in range(len(self.block.columns))
            if not self._names_rows(at) and self._mostly_figures(at)
        )

    def _names_rows(self, at: int) -> bool:
        title = " ".join(self.headings.paths[at])
        return identifier(column_name(spoken_title(title)), ()) is not None

    def _mostly_figures(self, at: int) -> bool:
        found = [row[at] for row in self.block.contents[self.headings.after :]]
        figures = found.count(CellContent.FIGURE)
        return figures > 0 and figures >= found.count(CellContent.WORDS)

    @cached_property
    def labels(self) -> tuple[int, ...]:
        """The other places: what rows are about."""
        return tuple(at for at in range(len(self.block.columns)) if at not in self.measures)

    def has_figures(self, row: int) -> bool:
        """Whether a row tells figures, or says that there are none."""
        told = {CellContent.FIGURE, CellContent.ABSENT}
        return any(self.block.contents[row][at] in told for at in self.measures)

    def words(self, row: int) -> list[SheetCell]:
        """The cells of a row that hold words, from the left."""
        cells = self.block.cells(row)
        return [
            cells[at]
            for at in self.block.filled(row)
            if self.block.contents[row][at] is CellContent.WORDS
        ]

    def repeats(self, row: int) -> bool:
        """Whether a row is a row of the headings once more, or the numbers below them."""
        cells = [cell for cell in self.block.cells(row) if not cell.empty]
        if numbers_columns(cells) and len(cells) * _HALF > len(self.block.columns):
            return row - 1 >= self.headings.after and self.repeats(row - 1)
        return self.block.filled(row) in self._heading_texts and self._heading_texts[
            self.block.filled(row)
        ] == self._texts(row)

    @cached_property
    def _heading_texts(self) -> dict[tuple[int, ...], list[str]]:
        """The places that a row of headings fills -> what stands there."""
        rows = range(self.headings.top, self.headings.bottom + 1)
        return {self.block.filled(row): self._texts(row) for row in rows}

    def _texts(self, row: int) -> list[str]:
        return [cell.shown.casefold() for cell in self.block.cells(row)]

    def begins_another(self, row: int) -> bool:
        """Whether a row holds the headings of another table: words where figures belong."""
        filled = self.block.filled(row)
        over = [at for at in filled if at in self.measures]
        contents = {self.block.contents[row][at] for at in over}
        cells = [self.block.cells(row)[at] for at in over]
        is_headed = contents == {CellContent.WORDS} or are_years(cells)
        enough = len(over) * _HALF >= len(self.measures) and len(filled) > 1
        if not (is_headed and enough and self.words(row) and self._figures_below(row)):
            return False
        return len(self.block.filled(row - 1)) < _HALF or self._shares_a_heading(row)

    def _shares_a_heading(self, row: int) -> bool:
        """Whether a text stands where the same one heads this table."""
        return any(
            cell.text and cell.text.casefold() == self.headings.paths[at][-1].casefold()
            for at, cell in enumerate(self.block.cells(row))
            if self.headings.paths[at]
        )

    def _figures_below(self, row: int) -> bool:
        below = range(row + 1, min(row + 4, len(self.block.grid.rows)))
        return any(self.has_figures(other) for other in below)


def read_body(block: Block, headings: Headings) -> Body:
    """The rows below `headings` up to the end of the table."""
    reader = _Reader(block, headings)
    start = headings.after
    end = _end(reader, start)
    last = _last_data(reader, start, end)
    fates = [_fate(reader, row, last) for row in range(start, end)]
    body = Body(start, tuple(fates), measures=reader.measures)
    announced = {row: reader.words(row)[-1] for row in body.rows(Fate.GROUP)}
    return replace(body, announced=announced)


def _end(reader: _Reader, start: int) -> int:
    """The first row that holds the headings of another table, with its title above."""
    height = len(reader.block.grid.rows)
    for row in range(start + 1, height):
        if not reader.repeats(row) and reader.begins_another(row):
            return _with_title(reader, start, row)
    return height


def _with_title(reader: _Reader, start: int, row: int) -> int:
    """The row where the lines above other headings begin: a block of lines after an empty one."""
    top = row
    while top - 1 > start and reader.block.filled(top - 1) and not reader.has_figures(top - 1):
        top -= 1
    return top


def _last_data(reader: _Reader, start: int, end: int) -> int:
    """The last row of the table itself; what follows are notes."""
    if not reader.measures:
        return _last_of_words(reader, start, end)
    last = max((row for row in range(start, end) if reader.has_figures(row)), default=start - 1)
    while last + 1 < end and not _is_total(reader, last) and _is_named_only(reader, last + 1):
        last += 1
    return last


def _last_of_words(reader: _Reader, start: int, end: int) -> int:
    """In a table without figures: the last row with two filled cells, or one in a narrow table."""
    least = min(2, len(reader.block.columns))
    wide = (row for row in range(start, end) if len(reader.block.filled(row)) >= least)
    last = max((row for row in wide if not _is_note(reader, row)), default=start - 1)
    while last + 1 < end and _is_named_only(reader, last + 1):
        last += 1
    return last


def _is_named_only(reader: _Reader, row: int) -> bool:
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


def _is_note(reader: _Reader, row: int) -> bool:
    words = reader.words(row)
    return bool(words) and len(words) <= _HALF and begins_note(words[0].text)


def _fate(reader: _Reader, row: int, last: int) -> Fate:
    if not reader.block.filled(row):
        return Fate.BLANK
    if reader.repeats(row):
        return Fate.REPEATED
    if row > last or (not reader.has_figures(row) and _is_note(reader, row)):
        return Fate.NOTE
    if _is_total(reader, row):
        return Fate.TOTAL
    if any(names_average(cell.text) for cell in reader.words(row)):
        return Fate.AVERAGE
    if not reader.has_figures(row) and _announces_group(reader, row):
        return Fate.GROUP
    return Fate.DATA


def _is_total(reader: _Reader, row: int) -> bool:
    return any(names_total(cell.text) for cell in reader.words(row))


def _announces_group(reader: _Reader, row: int) -> bool:
    """Whether a row without figures is the heading of the rows below it.

    It stands alone, and differs from the rows around it: over several columns, elsewhere than
    their names, by a word like 'Kecamatan', or by its own kind of numbering.
    """
    words = reader.words(row)
    filled = reader.block.filled(row)
    if not reader.measures or not words or not _stands_alone(reader, row):
        return False
    at = filled[-1]
    is_wide = reader.block.spanned(row, at) > 1
    elsewhere = bool(reader.labels) and at != _main_label(reader)
    return is_wide or elsewhere or group_in(words[-1].text) is not None or len(filled) > 1


def _stands_alone(reader: _Reader, row: int) -> bool:
    """One text, perhaps with a letter or a Roman number before it: 'II  Kecamatan Contoh'."""
    filled = reader.block.filled(row)
    cells = [reader.block.cells(row)[at] for at in filled]
    if len(cells) == 1:
        return True
    is_marked = _is_mark(cells[0].shown) and not cells[0].shown.isdecimal()
    return len(cells) == _HALF and is_marked and len(reader.labels) > 1


def _is_mark(text: str) -> bool:
    """'A.', 'IV': letters that number groups.

    >>> _is_mark("IV."), _is_mark("Ibu")
    (True, False)
    """
    bare = text.rstrip(".)").upper()
    return bare.isalpha() and (len(bare) == 1 or set(bare) <= set("IVXL"))


def _main_label(reader: _Reader) -> int:
    """The place that names the rows: of the labels the one that is filled most often."""
    contents = reader.block.contents[reader.headings.after :]

    def filled(at: int) -> int:
        return sum(1 for row in contents if row[at] is CellContent.WORDS)

    return max(reader.labels, key=filled)
