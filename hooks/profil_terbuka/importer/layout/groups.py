"""Lines that announce groups become columns: 'Kecamatan Contoh' above its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..grid import SheetCell
from .body import Body, Fate
from .wording import REGIONS, group_in, year_in, years_within

_YEAR = "Tahun"
GROUPS = ("Kelompok", "Subkelompok", "Kelompok rinci")
"""The titles of what rows are grouped by where the sheet has none, the outermost first."""


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """What the rows of a table are grouped by, and the group of each row that is in one."""

    title: str
    cells: dict[int, SheetCell]
    rows: tuple[int, ...]
    """The rows that announce groups of this kind."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A group that rows belong to, until a row is numbered as it is, or higher."""

    cell: SheetCell
    order: int | None

    def holds(self, order: int | None) -> bool:
        """Whether a row of that order belongs to it."""
        return self.order is None or order is None or self.order < order


def group_columns(body: Body, letterhead: Sequence[SheetCell]) -> tuple[GroupColumn, ...]:
    """A column for each kind of group, the outermost first.

    Rows above the first line of a kind belong to the group that the letterhead names, if it does.
    """
    levels = _levels(body)
    titles: list[str] = []
    current: dict[str, _Group] = {}
    found: dict[str, dict[int, SheetCell]] = {}
    for row, fate in enumerate(body.fates, start=body.start):
        order = body.orders.get(row)
        current = {title: group for title, group in current.items() if group.holds(order)}
        if row in body.announced:
            title, cell = _named(body.announced[row], levels.get(row, GROUPS[0]))
            if title not in titles:
                titles.append(title)
                found[title] = {}
            for inner in titles[titles.index(title) + 1 :]:
                current.pop(inner, None)
            current[title] = _Group(cell, order if row in levels else None)
        if fate in (Fate.DATA, Fate.TOTAL, Fate.AVERAGE):
            for title, group in current.items():
                found[title][row] = group.cell
    return tuple(_completed(title, found[title], body, letterhead, levels) for title in titles)


def _levels(body: Body) -> dict[int, str]:
    """Rows that announce groups, and are numbered above the next -> what such groups are called."""
    rows = sorted(body.orders)
    above = [
        row
        for row, below in pairwise(rows)
        if row in body.announced and body.orders[row] < body.orders[below]
    ]
    orders = sorted({body.orders[row] for row in above})
    return {row: GROUPS[min(orders.index(body.orders[row]), len(GROUPS) - 1)] for row in above}


def _named(cell: SheetCell, bare: str) -> tuple[str, SheetCell]:
    """What a line groups by, `bare` where it tells no kind, and the name of its group."""
    year = year_in(cell) or next(iter(years_within(cell.text)), None)
    kind = group_in(cell.text)
    if year and (kind is None or kind[0] == _YEAR):
        return _YEAR, replace(cell, text=str(year), number=None)
    if kind is None:
        return bare, cell
    title, name = kind
    return title, replace(cell, text=name) if title in REGIONS else cell


def _completed(
    title: str,
    cells: dict[int, SheetCell],
    body: Body,
    letterhead: Sequence[SheetCell],
    levels: Mapping[int, str],
) -> GroupColumn:
    rows = tuple(
        row
        for row, cell in body.announced.items()
        if _named(cell, levels.get(row, GROUPS[0]))[0] == title
    )
    own = _group_above(title, rows[0], body, letterhead)
    if own is not None:
        above = [row for row in body.rows(Fate.DATA, Fate.TOTAL) if row < min(body.announced)]
        cells = {**dict.fromkeys(above, own), **cells}
    return GroupColumn(title, _without_grand_total(cells, body), rows)


def _group_above(
    title: str, first: int, body: Body, letterhead: Sequence[SheetCell]
) -> SheetCell | None:
    """The group of the rows above the first line that announces one: named above the headings.

    A name that tells no kind is that of a group where it stands just as the others do: directly
    above the headings, which are repeated for each.
    """
    repeated = first + 1 in body.rows(Fate.REPEATED)
    if title in GROUPS:
        return letterhead[-1] if repeated and letterhead else None
    named = [_named(cell, "") for cell in reversed(letterhead)]
    return next((cell for kind, cell in named if kind == title), None)


def _without_grand_total(cells: dict[int, SheetCell], body: Body) -> dict[int, SheetCell]:
    """The same without the total of all groups, which stands below the last one.

    It is the second total of its group, or the only one of a table with several groups.
    """
    totals = [row for row in body.rows(Fate.TOTAL) if row in cells]
    below = [row for row in totals if row not in body.sums.heads]
    groups = len({id(cell) for cell in cells.values()})
    if not below:
        return cells
    last = below[-1]
    in_group = [row for row in totals if cells[row] is cells[last]]
    if len(in_group) > 1 or (len(totals) == 1 and groups > 1):
        return {row: cell for row, cell in cells.items() if row != last}
    return cells
