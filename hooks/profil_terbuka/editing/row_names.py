"""How people call a row of a table: '2024 Mariana', or the total of several: '2024 Kota Contoh'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..importer.merging.merge import Cells
from ..model import Dataset, Role, SumRule, Table

_TOTAL_WORDS = frozenset({"jumlah", "total", "seluruh", "seluruhnya", "keseluruhan", "semua"})


def rows_named(table: Table, words: str) -> list[Cells]:
    """The rows that `words` name; case does not matter.

    Every word has to be a value of the row, or of the name beside its code.

    >>> from ..model.invented import invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2024, "Dadap", 7), (2024, "Duku", 8))
    >>> rows_named(table, "2024 dadap")
    [('2024', 'Dadap', '7')]
    """
    return [cells for cells in table.cells if not _left(table, cells, words)]


def row_names(table: Table, cells: Sequence[str]) -> list[str]:
    """What tells a row apart, codes and names."""
    roles = (Role.DIMENSION, Role.CODE)
    return _held(table, cells, roles)


def spoken_names(table: Table, cells: Sequence[str]) -> list[str]:
    """What tells a row apart, by names alone."""
    return _held(table, cells, (Role.DIMENSION,))


@dataclass(frozen=True, slots=True)
class NamedTotal:
    """What a total adds up, and where it stands itself: '' where no table holds it."""

    details: Sequence[Cells]
    table: str = ""
    row: str = ""
    """The words that name its row in that table."""


def total_called(dataset: Dataset, table: Table, words: str, whole: str) -> NamedTotal | None:
    """The total of rows of `table` that `words` name; None where they name none.

    `whole` is what all rows are about, the agency's region: its name means the total of all. A
    period alone names its rows, not their total.
    """
    rules = [item for item in dataset.rules if isinstance(item, SumRule)]
    rules = [rule for rule in rules if rule.table == table.name]
    for rule in rules:
        total = dataset.table(rule.total)
        named = rows_named(total, words)
        if len(named) == 1 and _without(words, _periods(total, named[0])):
            return NamedTotal(_added_up(table, total, rule, named[0]), total.name, _folded(words))
    rest = _without_total_words(words, whole)
    details = rows_named(table, rest)
    if not rules or rest == _folded(words) or len(details) < 2:
        return None
    held = [rule.total for rule in rules if len(rows_named(dataset.table(rule.total), rest)) == 1]
    return NamedTotal(details, held[0], rest) if held else NamedTotal(details)


def _held(table: Table, cells: Sequence[str], roles: Sequence[Role]) -> list[str]:
    fields = table.schema.fields
    return [cells[at] for at, field in enumerate(fields) if field.role in roles and cells[at]]


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())


def _left(table: Table, cells: Cells, words: str) -> str:
    """The words that are no name of the row; longer names are taken first."""
    return _without(words, row_names(table, cells))


def _without(words: str, names: Sequence[str]) -> str:
    rest = f" {_folded(words)} "
    for name in sorted(map(_folded, names), key=len, reverse=True):
        rest = re.sub(rf"(?<=\s){re.escape(name)}(?=\s)", "", rest, count=1)
    return rest.strip()


def _without_total_words(words: str, whole: str) -> str:
    rest = _without(words, [whole] if whole else [])
    return " ".join(word for word in rest.split() if word not in _TOTAL_WORDS)


def _periods(table: Table, cells: Cells) -> list[str]:
    """The periods that a row is about."""
    names = table.schema.primary_key
    times = [n for n in names if table.schema[n].type == "year" or table.period_kind(n)]
    return [cells[table.schema.position[name]] for name in times]


def _added_up(table: Table, total: Table, rule: SumRule, cells: Cells) -> list[Cells]:
    """The rows that a total adds up."""
    wanted = {
        table.schema.position[name]: cells[total.schema.position[other]]
        for name, other in rule.by.items()
    }
    return [row for row in table.cells if all(row[at] == text for at, text in wanted.items())]
