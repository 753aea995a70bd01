"""What the rows below the headings of a table hold: figures, words, repeated headings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...model.identifiers import Identifier, identifier
from ..drafting.names import column_name, named_by_number, spoken_title
from ..grid import SheetCell
from .content import Block, CellContent, are_years, numbers_columns
from .headings import Headings
from .wording import REGIONS, bare_name

_HALF = 2
_REGION_WORDS = frozenset({"wilayah", *(kind.casefold() for kind in REGIONS)})


@dataclass(frozen=True)
class RowReader:
    """The rows of a block below its headings, as they are seen at a glance."""

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
        kind = identifier(column_name(spoken_title(title)), ())
        return kind is not None or named_by_number(title)

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

    def goes_on(self, row: int) -> bool:
        """Whether there is a row below."""
        return row + 1 < len(self.block.grid.rows)

    def words(self, row: int) -> list[SheetCell]:
        """The cells of a row that hold words, from the left."""
        return self._words[row]

    @cached_property
    def _words(self) -> tuple[list[SheetCell], ...]:
        lines = zip(self.block.lines, self.block.contents, strict=True)
        return tuple(
            [
                cell
                for cell, content in zip(cells, contents, strict=True)
                if content is CellContent.WORDS
            ]
            for cells, contents in lines
        )

    def repeats(self, row: int) -> bool:
        """Whether a row is once more one of the headings, the line above or the numbers below."""
        line = self.block.cells(row)
        cells = [line[at] for at in self.block.filled(row)]
        if not cells:
            return False
        if numbers_columns(cells) and len(cells) * _HALF > len(self.block.columns):
            return row - 1 >= self.headings.after and self.repeats(row - 1)
        heads = self._heading_texts.get(self.block.filled(row), [])
        return any(texts == self._texts(row) for texts in heads)

    @cached_property
    def _heading_texts(self) -> dict[tuple[int, ...], list[list[str]]]:
        """The places that rows of headings, and the line above them, fill -> what stands there."""
        found: dict[tuple[int, ...], list[list[str]]] = {}
        for row in range(max(self.headings.top - 1, 0), self.headings.bottom + 1):
            found.setdefault(self.block.filled(row), []).append(self._texts(row))
        return found

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

    @cached_property
    def main_label(self) -> int:
        """The place that names the rows: of the labels the one that is filled most often.

        Numbers and codes name them only where nothing else does.
        """
        contents = self.block.contents[self.headings.after :]
        names = [at for at in self.labels if not self.only_tells_apart(at)]

        def filled(at: int) -> int:
            return sum(1 for row in contents if row[at] is CellContent.WORDS)

        return max(names or self.labels, key=filled)

    def only_tells_apart(self, at: int) -> bool:
        """Whether a column holds row numbers or codes."""
        return at in self._telling_apart

    @cached_property
    def _telling_apart(self) -> frozenset[int]:
        titles = [" ".join(path) for path in self.headings.paths]
        kinds = [identifier(column_name(spoken_title(title)), (1,)) for title in titles]
        return frozenset(
            at for at, kind in enumerate(kinds) if kind in (Identifier.ROW, Identifier.CODE)
        )

    def knows_name(self, name: str, at: int) -> bool:
        """Whether a label up to place `at` holds that name, perhaps with its level before it."""
        wanted = bare_name(name).casefold()
        return any(wanted in self._names[label] for label in self.labels if label <= at)

    def names_regions(self, at: int) -> bool:
        """Whether a column is called after regions, of which none is called 'Jumlah ...'."""
        words = " ".join(self.headings.paths[at]).casefold().replace("/", " ").split()
        return not _REGION_WORDS.isdisjoint(words)

    @cached_property
    def _names(self) -> dict[int, frozenset[str]]:
        rows = range(self.headings.after, len(self.block.grid.rows))
        return {
            at: frozenset(bare_name(self.block.cells(row)[at].text).casefold() for row in rows)
            for at in self.labels
        }
