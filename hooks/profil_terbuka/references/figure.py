"""One figure by reference: `pkh tahun=2024` becomes the sum of the rows chosen."""

from __future__ import annotations

from decimal import Decimal

from ..model import Catalog, Role, Table
from .targets import Unresolved, find_table, pairs, row_filter


def figure(target: str, options: list[str], catalog: Catalog) -> int | Decimal:
    """The sum of a measure; Unresolved where any row chosen has no value that may be quoted.

    `ukuran=` names the measure; it is needed only where the table has several.
    """
    _, table = find_table(target, catalog)
    wanted = pairs(options)
    measure = _measure(table, dict(wanted).get("ukuran"))
    where = row_filter([(name, value) for name, value in wanted if name != "ukuran"], table)
    rows = [row for _, row in table.select(where)]
    if not rows:
        raise Unresolved("tidak ada baris yang cocok.")
    excluded = [row for row in rows if not table.status(row).counts]
    if excluded:
        raise Unresolved(
            f"{len(excluded)} baris berstatus `{table.status(excluded[0])}` (tidak boleh dikutip)."
        )
    values = [table.value(row, measure) for row in rows]
    missing = sum(value is None for value in values)
    if missing:
        raise Unresolved(f"{missing} sel kosong ikut terpilih; angkanya tidak lengkap.")
    return sum((value for value in values if isinstance(value, int | Decimal)), start=0)


def unit(target: str, options: list[str], catalog: Catalog) -> str:
    """The unit of that figure; '' where it stands in a column of the table."""
    _, table = find_table(target, catalog)
    return table.schema[_measure(table, dict(pairs(options)).get("ukuran"))].unit or ""


def _measure(table: Table, named: str | None) -> str:
    measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
    measure = named or (measures[0] if len(measures) == 1 else "")
    if measure not in measures:
        raise Unresolved(f"sebutkan `ukuran=` salah satu dari: {', '.join(measures)}.")
    return measure
