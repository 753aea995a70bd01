"""Rows that add up others and are not called a total.

Above their parts, as 'Kecamatan Contoh' above its villages, or below them, without a name or with
that of the whole city. They are known by their numbering, by their place, and by their figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .amounts import RowAmounts, amounts_of
from .numbering import row_orders
from .row_reader import RowReader
from .wording import REGIONS, WHOLES, group_in, total_of

_LEAST_DIGITS = 4
"""Sums of fewer digits, all together, come about by chance."""


@dataclass(frozen=True, slots=True)
class SumRows:
    """Rows that add up others."""

    heads: frozenset[int] = frozenset()
    """Above their parts, which they name."""
    feet: frozenset[int] = frozenset()
    """Below their parts."""


def find_sum_rows(reader: RowReader, rows: Sequence[int]) -> SumRows:
    """Those of `rows`, which hold figures and are called no total, that add up others."""
    if not reader.labels or len(rows) <= 1:
        return SumRows()
    seen = _Seen(reader, rows, _amounts(reader, rows))
    heads = frozenset(_heads(seen))
    parts = [row for row in rows if row not in heads]
    return SumRows(heads, frozenset(_feet(seen, parts)))


@dataclass(frozen=True, slots=True)
class _Seen:
    reader: RowReader
    rows: Sequence[int]
    amounts: RowAmounts

    def text(self, row: int, at: int) -> str:
        return self.reader.block.cells(row)[at].shown

    def name(self, row: int) -> str:
        return self.text(row, self.reader.main_label)

    def named(self, row: int) -> bool:
        """Whether a row is called by words, not by a year or a number."""
        return any(letter.isalpha() for letter in self.name(row))

    def kind(self, row: int) -> str:
        """The level of region that a row says it is; '' where it says none."""
        kind, _ = group_in(self.name(row)) or ("", "")
        return kind if kind in REGIONS else ""


def _amounts(reader: RowReader, rows: Sequence[int]) -> RowAmounts:
    columns = {
        f"{at} {' '.join(reader.headings.paths[at])}": [reader.block.cells(row)[at] for row in rows]
        for at in sorted(reader.measures)
    }
    return amounts_of(columns, rows)


def _heads(seen: _Seen) -> set[int]:
    """Rows above their parts, by the first sign that any row has."""
    return (
        set(_numbered_heads(seen))
        or set(_placed_heads(seen))
        or set(_named_heads(seen))
        or set(_heads_by_figures(seen))
    )


def _numbered_heads(seen: _Seen) -> Iterator[int]:
    """Rows whose number is of a higher order than that of the next: 'I' above '1'."""
    orders = row_orders(seen.reader)
    for row, below in pairwise(seen.rows):
        if row in orders and below in orders and orders[row] < orders[below]:
            yield row


def _placed_heads(seen: _Seen) -> Iterator[int]:
    """Rows that name only what the rows below them are part of, in a column of its own."""
    main = seen.reader.main_label
    outer = [at for at in seen.reader.labels if at < main]
    for row, below in pairwise(seen.rows):
        named = [at for at in outer if seen.text(row, at) and not seen.text(row, at).isdecimal()]
        if named and not seen.name(row) and seen.name(below) and not seen.text(below, named[-1]):
            yield row


def _named_heads(seen: _Seen) -> Iterator[int]:
    """Rows called a region of another level than the next ones, whose figures they add up."""
    kinds = [seen.kind(row) for row in seen.rows]
    for kind in ("Kecamatan", "Kelurahan", "Desa"):
        heads = [at for at, found in enumerate(kinds) if found == kind]
        for head, following in pairwise([*heads, len(kinds)]):
            parts = seen.rows[head + 1 : following]
            if parts and seen.amounts.equal(seen.rows[head], parts):
                yield seen.rows[head]


def _heads_by_figures(seen: _Seen) -> list[int]:
    """The heads of two groups or more that all rows fall into, each the sum of its rows."""
    if seen.amounts.any_negative:
        return []
    heads: list[int] = []
    at = 0
    while at < len(seen.rows):
        size = seen.amounts.parts_below(seen.rows, at)
        if not size:
            return []
        heads.append(seen.rows[at])
        at += size + 1
    figures = [value for head in heads for value in seen.amounts.by_row[head] if value]
    digits = sum(len(str(int(value))) for value in figures)
    is_telling = len(heads) > 1 and digits >= _LEAST_DIGITS and all(map(seen.named, heads))
    return heads if is_telling else []


def _feet(seen: _Seen, parts: Sequence[int]) -> Iterator[int]:
    """Rows below, or first of all above, the parts that they add up."""
    start = 0
    for at, row in enumerate(parts):
        is_named = bool(total_of(seen.name(row))) or not _names_what_others_do(seen, row)
        if is_named and seen.amounts.add_up(row, parts[start:at]):
            yield row
            start = at + 1
    for whole in (parts[:1], parts[-1:]):
        others = [row for row in parts if row not in whole]
        if _is_called_whole(seen, whole[0], others) and seen.amounts.add_up(whole[0], others):
            yield whole[0]


def _names_what_others_do(seen: _Seen, row: int) -> bool:
    """Whether a row has a name, not only words where others are numbered."""
    reader = seen.reader
    return any(
        seen.text(row, at)
        for at in reader.labels
        if at == reader.main_label or not reader.only_tells_apart(at)
    )


def _is_called_whole(seen: _Seen, row: int, others: Sequence[int]) -> bool:
    """Whether a row alone is called a city, regency or province."""
    return seen.kind(row) in WHOLES and not any(seen.kind(other) in WHOLES for other in others)
