"""A View and its table reduced to the numbers that are drawn."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from .. import codes
from ..findings import Finding, Place
from ..model import Dataset, Role, Table, View
from ..products import ChartData

MAX_CATEGORIES = 40
MAX_SERIES = 8


def prepare(view: View, dataset: Dataset) -> ChartData | Finding:
    """The numbers `view` asks for, added up where several rows fall on one point.

    Rows whose status does not count (invalid, withheld, missing) are left out. A chart without a
    single value, or with more categories than a reader can take in, is a finding.
    """
    table = dataset.table(view.table)
    frame = _frame(view, table)
    if frame.empty:
        return _refuse(view, dataset, "tidak ada satu nilai sah pun untuk digambar")
    units = _units(view, table)
    if len(units) > 1:
        return _refuse(view, dataset, f"satuannya bercampur ({', '.join(units)})")
    wide = frame.pivot_table("value", "axis", "series", aggfunc="sum", sort=False, observed=True)
    if len(wide.index) > MAX_CATEGORIES or len(wide.columns) > MAX_SERIES:
        counts = f"{len(wide.index)} kategori, {len(wide.columns)} seri"
        limits = f"paling banyak {MAX_CATEGORIES} dan {MAX_SERIES}"
        return _refuse(view, dataset, f"terlalu ramai: {counts} ({limits})")
    if view.by_value:
        order = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index
        wide = wide.loc[order]
    return _chart_data(view, dataset, wide, units[0])


def _frame(view: View, table: Table) -> pd.DataFrame:
    """One row a usable data row: axis, series (text) and value."""
    records = [
        (
            str(table.value(row, view.axis)),
            str(table.value(row, view.series)) if view.series else "",
            _plain(table.value(row, view.measure)),
        )
        for _, row in table.select(view.where)
        if table.status(row).counts and table.value(row, view.measure) is not None
    ]
    return pd.DataFrame(records, columns=["axis", "series", "value"])


def _plain(value: object) -> int | float:
    return float(value) if isinstance(value, Decimal) else int(str(value))


def _units(view: View, table: Table) -> tuple[str, ...]:
    """The units of the rows drawn: from the unit column where there is one."""
    columns = table.schema.with_role(Role.UNIT)
    if not columns:
        return (table.schema[view.measure].unit or "",)
    found = {str(table.value(row, columns[0].name)) for _, row in table.select(view.where)}
    return tuple(sorted(found))


def _chart_data(view: View, dataset: Dataset, wide: pd.DataFrame, unit: str) -> ChartData:
    schema = dataset.table(view.table).schema
    source = dataset.sources[0]
    return ChartData(
        slug=dataset.slug,
        view=view,
        source=source.title,
        unit=unit,
        axis_title=schema[view.axis].title,
        axis_is_year=schema[view.axis].type == "year",
        series_is_year=view.series is not None and schema[view.series].type == "year",
        categories=tuple(str(name) for name in wide.index),
        series=tuple(str(name) for name in wide.columns),
        values=tuple(
            tuple(None if pd.isna(value) else _native(value) for value in row)
            for row in wide.itertuples(index=False)
        ),
    )


def _native(value: object) -> int | float:
    """A NumPy number as Python's own; whole numbers as int."""
    plain = float(str(value))
    return int(plain) if plain.is_integer() else plain


def _refuse(view: View, dataset: Dataset, reason: str) -> Finding:
    message = f"Grafik `{view.name}`: {reason}."
    return Finding(codes.CHART_IMPOSSIBLE, Place(dataset.file), message)
