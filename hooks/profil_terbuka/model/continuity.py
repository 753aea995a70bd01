"""Whether values of two periods were counted alike, as far as the descriptor tells (`putus`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from . import BreakRule, Dataset, Period, Table, codes, read_period
from .aggregation import Row


def breaks_about(
    dataset: Dataset, table: Table, rows: Collection[Row]
) -> Iterator[tuple[BreakRule, frozenset[Row]]]:
    """Each declared break of a table that concerns some of `rows`, with those rows."""
    for rule in dataset.rules:
        if isinstance(rule, BreakRule) and rule.table == table.name:
            touched = frozenset(row for _, row in table.select(rule.where)).intersection(rows)
            if touched:
                yield rule, touched


def period_of(rule: BreakRule, table: Table) -> Period | None:
    """The first period that is counted in another way; None: each period is."""
    kind = table.period_kind(rule.time)
    return read_period(rule.since, kind) if kind and rule.since else None


def incomparable(dataset: Dataset, table: Table, rows: Collection[Row]) -> BreakRule | None:
    """The declaration that no two periods of these rows can be compared, if there is one."""
    return next((rule for rule, _ in breaks_about(dataset, table, rows) if not rule.since), None)


def break_between(
    dataset: Dataset, table: Table, rows: Collection[Row], earlier: Period, later: Period
) -> BreakRule | None:
    """The declared break that lies between two periods of these rows; None: they compare."""
    for rule, _ in breaks_about(dataset, table, rows):
        since = period_of(rule, table)
        if since is None or earlier < since <= later:
            return rule
    return None


def rows_told_to_jump(dataset: Dataset, table: Table) -> frozenset[Row]:
    """The rows that a note says jump: where they do, that is no development."""
    return frozenset(
        row
        for note in dataset.notes
        if note.table == table.name and codes.JUMP.name in note.findings
        for _, row in table.select(note.where)
    )
