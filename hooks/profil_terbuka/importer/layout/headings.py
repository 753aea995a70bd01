"""Where the headings of a table stand: in which rows, and what they say over each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..grid import SheetCell
from ..reading.units import known_unit
from .content import Block, CellContent, are_years, numbers_columns
from .heading_paths import Level, paths_of
from .wording import begins_note, year_in

MOST_LEVELS = 4
"""Rows that headings stand in one above the other."""
_MOST_ABOVE = 40
"""Rows of letterhead at most: a sheet that has none by then has none."""
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Headings:
    """Rows `top` to `bottom`, and the path of texts over each column of the block."""

    top: int
    bottom: int
    paths: tuple[Level, ...]
    numbering: int | None = None
    """The row below that numbers the columns: (1), (2), (3)."""

    @property
    def after(self) -> int:
        """The first row below."""
        return (self.bottom if self.numbering is None else self.numbering) + 1

    @property
    def named(self) -> int:
        """How many columns have a heading."""
        return sum(map(bool, self.paths))


def find_headings(block: Block, start: int) -> Headings | None:
    """The headings at or below row `start` that name the most columns; None where there are none.

    Headings are words or years above the first row of figures; what stands below a column that
    has its own text already is no heading any more.
    """
    width = _usual_width(block, start)
    best: Headings | None = None
    for row in range(start, min(len(block.grid.rows), start + _MOST_ABOVE)):
        if _may_begin(block, row, width):
            found = _completed(block, row)
            if best is None or found.named > best.named:
                best = found
        elif _has_figures(block, row) and 2 * len(block.filled(row)) >= width:
            break
    return best


def _usual_width(block: Block, start: int) -> int:
    """How many columns the rows of the table fill: the most that two rows agree on."""
    counts = sorted(map(len, block.all_filled[start:]))
    return counts[-2] if len(counts) > 1 else sum(counts)


def _may_begin(block: Block, row: int, width: int) -> bool:
    """Whether a row can be the first of the headings of a table of that width."""
    filled = block.filled(row)
    cells = [block.cells(row)[at] for at in filled]
    if not cells or _announces(cells) or begins_note(cells[0].text):
        return False
    if len(filled) == 1 and len(block.columns) > 1:
        return filled[0] > 0 and block.spanned(row, filled[0]) > 1 and _over_headings(block, row)
    figures = [cell for cell in cells if _is_figure(block, cell)]
    if figures and not _year_headings(block, row, figures, filled):
        return False
    named = len([text for text in _level(block, row) if text])
    return 2 * named >= width or _over_headings(block, row)


def _announces(cells: Sequence[SheetCell]) -> bool:
    """'Tahun : 2024' above a table: a name with a colon, and its value."""
    return cells[0].text.endswith(":") or (len(cells) > 1 and cells[1].text.startswith(":"))


def _is_figure(block: Block, cell: SheetCell) -> bool:
    content = block.contents[cell.row][block.columns.index(cell.column)]
    return content in (CellContent.FIGURE, CellContent.ABSENT)


def _year_headings(
    block: Block, row: int, figures: Sequence[SheetCell], filled: Sequence[int]
) -> bool:
    """Whether the figures of a row are years over columns, beside the heading of a name."""
    if not are_years(figures):
        return False
    return len(figures) < len(filled) or (filled[0] > 0 and _fills_first(block, row + 1))


def _fills_first(block: Block, row: int) -> bool:
    return row < len(block.grid.rows) and 0 in block.filled(row)


def _over_headings(block: Block, row: int) -> bool:
    """Whether all texts of a row stand over several columns, and texts stand below them."""
    if row + 1 >= len(block.grid.rows) or _has_figures(block, row + 1):
        return False
    below = set(block.filled(row + 1))
    return len(below) > 1 and all(
        block.spanned(row, at) > 1 and below.intersection(range(at, at + block.spanned(row, at)))
        for at in block.filled(row)
    )


def _has_figures(block: Block, row: int) -> bool:
    """Whether a row holds figures that are no years."""
    return any(
        block.contents[row][at] is CellContent.FIGURE and year_in(block.cells(row)[at]) is None
        for at in block.filled(row)
    )


def _completed(block: Block, top: int) -> Headings:
    """The headings that begin in row `top`, with all the levels that belong to them."""
    levels = [_level(block, top)]
    unnamed = _unnamed(block, top)
    row = top + 1
    while row < len(block.grid.rows) and len(levels) < MOST_LEVELS:
        if not _continues(block, row, unnamed):
            break
        levels.append(_level(block, row))
        unnamed -= _named(block, row)
        row += 1
    return Headings(top, row - 1, paths_of(levels), _numbering(block, row))


def _level(block: Block, row: int) -> Level:
    """What stands over each column in a row; a merged cell stands over all that it covers."""
    return tuple(" ".join(block.shown(row, at).shown.split()) for at in range(len(block.columns)))


def _unnamed(block: Block, row: int) -> frozenset[int]:
    """Places that a next row may still name: below nothing, or below a text over several."""
    return frozenset(range(len(block.columns))) - _named(block, row)


def _named(block: Block, row: int) -> frozenset[int]:
    """Places whose heading is complete with this row: a text that stands over one column alone."""
    filled = block.filled(row)
    ends = (*filled[1:], len(block.columns))
    return frozenset(
        at
        for at, end in zip(filled, ends, strict=True)
        if block.spanned(row, at) == 1 and (end - at == 1 or _reaches_down(block, row, at))
    )


def _reaches_down(block: Block, row: int, at: int) -> bool:
    area = block.merges.get((row, block.columns[at]))
    return area is not None and area.bottom > row


def _continues(block: Block, row: int, unnamed: frozenset[int]) -> bool:
    """Whether a row is one more level: it names only what is unnamed yet; of others it may tell
    the unit.
    """
    filled = block.filled(row)
    cells = [block.cells(row)[at] for at in filled]
    if not filled or _has_figures(block, row) or begins_note(cells[0].text):
        return False
    named = [at for at in filled if not _tells_unit(block.cells(row)[at].text)]
    if not named or _says_more(block, row) or _tells_years(block, row):
        return True
    return set(named) <= unnamed and (_joined(block, row - 1) or _figures_follow(block, row))


def _says_more(block: Block, row: int) -> bool:
    """Whether a row of words stands over figures alone, below headings that are complete:
    'Jumlah (Rp)' below '2023'.
    """
    filled = block.filled(row)
    words = all(block.contents[row][at] is CellContent.WORDS for at in filled)
    return words and 0 not in filled and all(_figure_below(block, row, at) for at in filled)


def _tells_years(block: Block, row: int) -> bool:
    """Whether a row holds only years below texts that stand over several columns; also where one of
    them stands below a heading over a single column.
    """
    years = all(year_in(block.cells(row)[at]) for at in block.filled(row))
    return years and 0 not in block.filled(row) and _joined(block, row - 1)


def _figure_below(block: Block, row: int, at: int) -> bool:
    rows = range(row + 1, min(row + 1 + _NEAR, len(block.grid.rows)))
    return any(block.contents[below][at] is CellContent.FIGURE for below in rows)


def _tells_unit(text: str) -> bool:
    """Whether a cell says only a unit, in brackets: '(Rp)'."""
    return text[:1] in "([" and text[-1:] in ")]" and bool(known_unit(text[1:-1]))


def _joined(block: Block, row: int) -> bool:
    """Whether a text of that row is merged over several columns."""
    return any(block.spanned(row, at) > 1 for at in block.filled(row))


def _figures_follow(block: Block, row: int) -> bool:
    """Without merged cells: a table of words alone has no second row of headings."""
    rows = range(row + 1, min(row + 1 + _NEAR, len(block.grid.rows)))
    return any(_has_figures(block, below) for below in rows)


def _numbering(block: Block, row: int) -> int | None:
    """`row`, if it numbers the columns."""
    if row >= len(block.grid.rows):
        return None
    return row if numbers_columns([cell for cell in block.cells(row) if not cell.empty]) else None
