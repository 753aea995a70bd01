"""What tells the rows of a draft apart, and which columns that leaves as dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from string import ascii_lowercase

from ...model import Role
from ...model.identifiers import Identifier
from ...model.messages import NOTHING, Message, message
from ..read_table import ReadColumn, ReadTable
from ..reasons import Unusable
from ..shaping.sheet_table import RowKind
from .columns import DraftColumn, draft_column

_OF_VALUES = (Role.MEASURE, Role.UNIT, Role.STATUS)
"""Roles of columns that tell what a row holds, never which row it is."""
_REMARKS = frozenset({"keterangan", "ket", "catatan", "sumber", "alamat"})
_ANY_NAMES = frozenset({"uraian", "nama", "nomenklatur"})
"""Columns of names that do not say of what."""
_CODE_OF = re.compile(r"(?:kode|kd|code|id)_(.+)|(.+)_(?:kode|id)")
_LETTERS = {letter: at for at, letter in enumerate(ascii_lowercase, start=1)}
_ROMAN = {
    tens + ones: at
    for at, (tens, ones) in enumerate(
        product(("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    )
}
"""I, II, III ... XXIX: no table groups its rows by more."""


def labelled(columns: Sequence[DraftColumn]) -> list[DraftColumn]:
    """Codes with the column they stand for; a code that stands for none is a dimension itself."""
    return [
        column if column.role is not Role.CODE else _with_label(column, at, columns)
        for at, column in enumerate(columns)
    ]


def _with_label(code: DraftColumn, at: int, columns: Sequence[DraftColumn]) -> DraftColumn:
    words = {column.name for column in columns if _is_label(column)}
    found = _CODE_OF.fullmatch(code.name)
    if found:
        thing = found[1] or found[2]
        beside = [column.name for column in _beside(at, columns) if column.name in _ANY_NAMES]
        wanted = [f"nama_{thing}", thing, f"{thing}_nama", *beside]
    else:
        wanted = [column.name for column in _beside(at, columns)]
    label = next((name for name in wanted if name in words), "")
    return replace(code, labels=label, role=Role.CODE if label else Role.DIMENSION)


def _beside(at: int, columns: Sequence[DraftColumn]) -> list[DraftColumn]:
    """The nearest column to the right that is no code, and the nearest to the left."""
    right = [column for column in columns[at + 1 :] if column.role is not Role.CODE]
    left = [column for column in reversed(columns[:at]) if column.role is not Role.CODE]
    return [*right[:1], *left[:1]]


def _is_label(column: DraftColumn) -> bool:
    return column.type == "string" and column.role is Role.DIMENSION


def keyed(
    columns: Sequence[DraftColumn], numbers: Sequence[str]
) -> tuple[list[DraftColumn], list[str]]:
    """The columns with their final roles, and the names of those that tell every row apart.

    Points in time always do; then names from the left, codes, and at last row numbers. A row
    number that is not needed and only counts the rows is left out.

    >>> from .columns import text_column
    >>> from ..grid import SheetCell
    >>> areas = text_column("Desa", [SheetCell("Dadap"), SheetCell("Nangka")])
    >>> kinds = text_column("Jenis", [SheetCell("A"), SheetCell("A")])
    >>> keyed([areas, kinds], ("2", "3"))[1]
    ['desa']
    """
    chosen = _key(columns, numbers)
    coded = {column.labels for column in columns}
    kept = [
        _settled(column, column.name in chosen or column.name in coded)
        for column in columns
        if column.name in chosen or not only_counts(column)
    ]
    return kept, [column.name for column in columns if column.name in chosen]


def _settled(column: DraftColumn, tells_apart: bool) -> DraftColumn:
    """Words that neither tell rows apart nor have a code are a remark."""
    words = column.role is Role.DIMENSION and column.names is not Identifier.TIME
    return replace(column, role=Role.REMARK) if words and not tells_apart else column


def only_counts(column: DraftColumn) -> bool:
    """Whether a column only numbers the rows: 1, 2, 3, perhaps from 1 again in each group.

    >>> from .columns import text_column
    >>> from ..grid import SheetCell
    >>> [only_counts(text_column("No", list(map(SheetCell, marks)))) for marks in ("abc", "acx")]
    [True, False]
    """
    if column.names is not Identifier.ROW:
        return False
    marks = [cell.rstrip(".)").casefold() for cell in column.cells if cell]
    return any(_count_up([places.get(mark) for mark in marks]) for places in _numberings(marks))


def counts_its_rows(column: ReadColumn) -> bool:
    """The same of a column that was read; mostly its first cell tells that it counts nothing."""
    first = next((cell.shown for cell in column.cells if not cell.empty), "")
    mark = first.rstrip(".)").casefold()
    is_first = any(places.get(mark) == 1 for places in _numberings([mark]))
    return is_first and only_counts(draft_column(column, first=True))


def without_numberings(table: ReadTable) -> tuple[ReadTable, list[Message]]:
    """The table without columns that number its rows, where it has several of one title."""
    rows = table.rows(RowKind.DATA)
    numbering = [column for column in table.columns if counts_its_rows(column.only(rows))]
    titles = [column.title.casefold() for column in numbering]
    left_out = [column for column in numbering if titles.count(column.title.casefold()) > 1]
    kept = tuple(column for column in table.columns if column not in left_out)
    told = [
        message("importer.row-numbers-left-out", title=title)
        for title in dict.fromkeys(column.title for column in left_out)
    ]
    return ReadTable(kept, table.kinds), told


def _numberings(marks: Sequence[str]) -> Iterator[Mapping[str, int]]:
    """Mark -> its place, for each way of numbering: figures, letters, Roman figures."""
    yield {mark: int(mark) for mark in marks if mark.isdecimal()}
    yield _LETTERS
    yield _ROMAN


def _count_up(places: Sequence[int | None]) -> bool:
    """Whether each place is the next one, or the first again."""
    last = 0
    for place in places:
        if place is None or place not in (last + 1, 1):
            return False
        last = place
    return True


def _key(columns: Sequence[DraftColumn], numbers: Sequence[str]) -> set[str]:
    able = [column for column in columns if column.role not in _OF_VALUES and column.full]
    able = [column for column in able if column.type != "boolean"]
    if not able:
        raise Unusable(_nothing_named(columns, numbers))
    chosen = [column for column in able if _is_time(column)]
    rest = [column for column in able if not _is_time(column)]
    named = [column for column in rest if _worth(column) == 0 and not column.constant]
    chosen += named[:1]
    for column in sorted(rest, key=_worth):
        if _distinct(chosen):
            break
        if column not in chosen and not column.constant:
            chosen.append(column)
    if not _distinct(chosen):
        raise Unusable(_twins(able, columns, numbers))
    return {column.name for column in chosen}


def _is_time(column: DraftColumn) -> bool:
    return column.names is Identifier.TIME and column.role is Role.DIMENSION


def _worth(column: DraftColumn) -> int:
    """How late a column is asked to tell rows apart: names first, row numbers last."""
    if column.names is Identifier.ROW:
        return 3
    if column.name in _REMARKS or column.role is Role.REMARK:
        return 2
    return 1 if column.role is Role.CODE else 0


def _distinct(columns: Sequence[DraftColumn]) -> bool:
    """Whether columns tell all rows apart; first whether their values are enough for that."""
    if not columns:
        return False
    rows = len(columns[0].cells)
    if prod(len(set(column.cells)) for column in columns) < rows:
        return False
    return len(set(zip(*(column.cells for column in columns), strict=True))) == rows


def _nothing_named(columns: Sequence[DraftColumn], numbers: Sequence[str]) -> Message:
    holes = [column for column in columns if column.role is not Role.MEASURE and not column.full]
    if not holes:
        return message("importer.only-figures")
    row = numbers[holes[0].cells.index("")]
    return message("importer.nothing-named", title=holes[0].heading.title, row=row)


def _twins(
    able: Sequence[DraftColumn], columns: Sequence[DraftColumn], numbers: Sequence[str]
) -> Message:
    """Two rows that the columns which are `able` to do so do not tell apart."""
    names = [column for column in able if column.role is not Role.CODE]
    one, other, cells = _first_twins(names or able)
    holes = tuple(
        column.heading.title
        for column in columns
        if column.role not in (Role.MEASURE, Role.UNIT) and not column.full and any(column.cells)
    )
    unused = message("importer.columns-with-holes", titles=holes) if holes else NOTHING
    if not numbers[one]:
        return message("importer.twins", cells=cells, unused=unused)
    return message(
        "importer.twin-rows", one=numbers[one], other=numbers[other], cells=cells, unused=unused
    )


def _first_twins(columns: Sequence[DraftColumn]) -> tuple[int, int, tuple[str, ...]]:
    """Places of the first two rows that hold the same in all columns, and what they hold."""
    first: dict[tuple[str, ...], int] = {}
    for at, cells in enumerate(zip(*(column.cells for column in columns), strict=True)):
        before = first.setdefault(cells, at)
        if before != at:
            return before, at, cells
    raise ValueError("no two rows are alike")
