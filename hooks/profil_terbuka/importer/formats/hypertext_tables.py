"""The tables of a web page: cells with their spans, and what the page does not show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ..grid import MergedArea, SheetCell, tidy
from .hypertext_cells import page_cell

_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_MUTE = frozenset({"script", "style", "template", "title", "noscript"})
_BREAKING = frozenset({"br", "p", "div", "li"})
_ROWS, _CELLS = frozenset({"tr"}), frozenset({"td", "th"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_MOST_ACROSS, _MOST_DOWN = 1000, 65_534
"""What a browser lets a cell span (HTML, 4.9.11)."""
_DIGITS = re.compile(r"\s*[0-9]{1,6}")

Attributes = Mapping[str, str]


@dataclass(slots=True)
class PageTable:
    """One table of a page; rows and columns are counted from 0."""

    hidden: bool = False
    caption: str = ""
    rows: list[dict[int, SheetCell]] = field(default_factory=list)
    """Column -> cell, for cells that hold anything."""
    merged: list[MergedArea] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    shown_cells: dict[int, bool] = field(default_factory=lambda: defaultdict(bool))
    """Column -> whether any of its cells is shown."""

    @property
    def hidden_columns(self) -> list[int]:
        """Columns none of whose cells is shown."""
        return [column for column, shown in self.shown_cells.items() if not shown]


def page_tables(page: str) -> list[PageTable]:
    """The tables of a page in the order in which they begin; one within a cell is its own.

    >>> table, = page_tables("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>")
    >>> [{column: cell.text for column, cell in row.items()} for row in table.rows]
    [{0: 'a', 1: 'b'}, {1: 'c'}]
    >>> table.merged
    [MergedArea(top=0, left=0, bottom=1, right=0)]
    """
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    return reader.tables


@dataclass(slots=True)
class _OpenTable:
    """A table while it is read."""

    table: PageTable
    covered: dict[int, int] = field(default_factory=dict)
    """Column -> rows down to which a cell above still reaches."""
    following: int = 0
    """Where the next cell of the row stands, but for what cells above cover."""
    cell: Attributes | None = None
    words: list[str] = field(default_factory=list)
    caption: bool = False

    @property
    def row(self) -> int:
        return len(self.table.rows) - 1

    def begin_row(self, hidden: bool) -> None:
        self.end_cell()
        self.table.rows.append({})
        self.following = 0
        if hidden:
            self.table.hidden_rows.append(self.row)

    def begin_cell(self, attributes: Attributes) -> None:
        self.end_cell()
        if not self.table.rows:
            self.begin_row(hidden=False)
        self.cell = attributes
        self.words.clear()

    def begin_caption(self) -> None:
        self.end_cell()
        self.caption = True
        self.words.clear()

    def end_cell(self) -> None:
        """Put the cell that is open into the first place that none above it reaches into."""
        if self.caption:
            self.table.caption, self.caption = tidy("".join(self.words)), False
            self.words.clear()
        if self.cell is None:
            return
        left = self.following
        while self.covered.get(left, -1) >= self.row:
            left += 1
        right = left + _span(self.cell, "colspan", _MOST_ACROSS) - 1
        bottom = self.row + _span(self.cell, "rowspan", _MOST_DOWN) - 1
        cell = page_cell(tidy("".join(self.words)), self.cell)
        if not cell.empty:
            self.table.rows[-1][left] = cell
        self.following = right + 1
        if (bottom, right) != (self.row, left):
            self.table.merged.append(MergedArea(self.row, left, bottom, right))
        for column in range(left, right + 1):
            self.covered[column] = bottom
            self.table.shown_cells[column] |= not _is_unseen(self.cell)
        self.cell = None


class _PageReader(HTMLParser):
    """Collects the tables of a page; `tables` are they, in the order in which they begin."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[PageTable] = []
        self._open: list[_OpenTable] = []
        self._mute = ""
        """The element whose content is not shown, while it is open."""
        self._depth = 0
        """How many of that name are open."""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell, or a part that is not shown."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._mute = ""
            table = PageTable(hidden=_is_unseen(attributes))
            self.tables.append(table)
            self._open.append(_OpenTable(table))
        elif self._open:
            self._begin(tag, attributes, self._open[-1])

    def _begin(self, tag: str, attributes: Attributes, here: _OpenTable) -> None:
        if tag in _ROWS:
            self._mute = ""
            here.begin_row(_is_unseen(attributes))
        elif tag in _CELLS:
            self._mute = ""
            here.begin_cell(attributes)
        elif tag == "caption":
            here.begin_caption()
        elif self._mute:
            self._depth += tag == self._mute
        elif tag in _MUTE or (_is_unseen(attributes) and tag not in _EMPTY):
            self._mute, self._depth = tag, 1
        elif tag in _BREAKING:
            here.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if not self._open:
            return
        if self._mute:
            self._depth -= tag == self._mute
            if self._depth == 0:
                self._mute = ""
        if tag in _CELLS or tag in _ROWS or tag in ("caption", "table"):
            self._mute = ""
            self._open[-1].end_cell()
        if tag == "table":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text of a cell or caption; line ends in the source are no line ends on the page."""
        if self._open and not self._mute:
            self._open[-1].words.append(data.replace("\n", " ").replace("\r", " "))

    def close(self) -> None:
        """End what the page left open."""
        super().close()
        while self._open:
            self._open.pop().end_cell()


def _is_unseen(attributes: Attributes) -> bool:
    return "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")) is not None


def _span(attributes: Attributes, name: str, most: int) -> int:
    """How many rows or columns a cell reaches over; 1 for what is no number."""
    found = _DIGITS.match(attributes.get(name, ""))
    return min(max(int(found[0]), 1), most) if found else 1
