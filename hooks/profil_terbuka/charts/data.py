"""A View and its table reduced to the numbers that are drawn."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from .. import codes
from ..findings import Finding, Place
from ..model import CellStatus, Dataset, NoteStatus, Role, SumRule, Table, View, ViewKind
from ..products import ChartData
from .breaks import breaks
from .terms import prepare_terms

MAX_CATEGORIES = 20
MAX_RANKED = 40
"""A horizontal bar chart has room for more."""
MAX_SERIES = 8
MAX_PANELS = 12
_SIDES = 2
_YEARLY = (ViewKind.BAR, ViewKind.STACKED_BAR, ViewKind.LINE, ViewKind.SMALL_MULTIPLES)
"""Kinds whose axis may be time: a year without a value keeps its place, empty."""


def prepare(view: View, dataset: Dataset) -> ChartData | Finding:
    """The numbers `view` asks for, added up where several rows fall on one point.

    Rows whose status does not count (invalid, withheld, missing) are left out. Categories beyond
    what a reader can take in are added up as "Lainnya". A chart without a single value, of mixed
    units, of too many series or of more sides than two is a finding.
    """
    if view.kind is ViewKind.TIMELINE:
        return prepare_terms(view, dataset)
    table = dataset.table(view.table)
    frame = _frame(view, table)
    usable = frame[frame["counts"]]
    if usable.empty:
        return _refuse(view, dataset, "tidak ada satu nilai sah pun untuk digambar")
    units = units_of(view, table)
    if len(units) > 1:
        return _refuse(view, dataset, f"satuannya bercampur ({', '.join(units)})")
    wide = usable.pivot_table("value", "axis", "series", aggfunc="sum", sort=False, observed=True)
    wide = wide.round(_places(view, table))
    if reason := _unfit(view, table, wide):
        return _refuse(view, dataset, reason)
    if view.kind in _YEARLY and table.schema[view.axis].type == "year":
        wide = _every_year(wide, frame)
    else:
        wide = _fold(wide, MAX_RANKED if view.kind in _LYING else MAX_CATEGORIES)
    if view.by_value:
        order = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index
        wide = wide.loc[order]
    return _chart_data(view, dataset, wide, frame, units[0])


_LYING = (ViewKind.HORIZONTAL_BAR, ViewKind.DIVERGING_BAR)
"""Bars that lie on their side have room for more categories."""


def _unfit(view: View, table: Table, wide: pd.DataFrame) -> str:
    """Why this kind of chart cannot show the series or groups asked for; '' when it can."""
    count = len(wide.columns)
    if view.kind is ViewKind.DIVERGING_BAR and count != _SIDES:
        return f"batang berlawanan perlu tepat dua seri, di sini ada {count}"
    most = MAX_PANELS if view.kind is ViewKind.SMALL_MULTIPLES else MAX_SERIES
    if count > most:
        return f"ada {count} seri, paling banyak {most}"
    homes = _homes(view, table)
    lost = next((name for name, found in homes.items() if len(found) > 1), None)
    if lost is not None:
        found = " dan ".join(homes[lost])
        return f"kategori `{lost}` ada di lebih dari satu kelompok: {found}"
    return ""


def _homes(view: View, table: Table) -> dict[str, list[str]]:
    """Category -> the groups it is found in; empty where no group is asked for."""
    homes: dict[str, list[str]] = {}
    if view.group:
        for _, row in table.select(view.where):
            found = homes.setdefault(str(table.value(row, view.axis)), [])
            group = str(table.value(row, view.group) or "")
            if group not in found:
                found.append(group)
    return homes


def _every_year(wide: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """All years from the first to the last one of the table, in order; not across an age."""
    years = sorted({int(year) for year in frame["axis"] if year.isdigit()})
    if not years or years[-1] - years[0] >= MAX_RANKED or len(years) < frame["axis"].nunique():
        return wide
    return wide.reindex([str(year) for year in range(years[0], years[-1] + 1)])


def _frame(view: View, table: Table) -> pd.DataFrame:
    """One row a data row with a value: axis and series (text), value, status."""
    records = []
    for _, row in table.select(view.where):
        value = table.stated(row, view.measure)
        if value is not None:
            series = str(table.value(row, view.series)) if view.series else ""
            status = table.status(row)
            axis = str(table.value(row, view.axis))
            doubtful = status is CellStatus.DOUBTFUL
            records.append((axis, series, _plain(value), status.counts, doubtful))
    return pd.DataFrame(records, columns=["axis", "series", "value", "counts", "doubtful"])


def _plain(value: object) -> int | float:
    return float(value) if isinstance(value, Decimal) else int(str(value))


def _places(view: View, table: Table) -> int:
    """How many decimals the values are written with: sums of floats are rounded back to them."""
    values = table.column(view.measure)
    exponents = [value.as_tuple().exponent for value in values if isinstance(value, Decimal)]
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


def _fold(wide: pd.DataFrame, limit: int) -> pd.DataFrame:
    """The largest categories, and the rest added up in a last one."""
    if len(wide.index) <= limit:
        return wide
    largest = wide.sum(axis=1).sort_values(ascending=False, kind="stable").index[: limit - 1]
    kept = wide.index.isin(largest)
    rest = wide[~kept].sum(min_count=1).to_frame().T
    rest.index = pd.Index([f"Lainnya ({(~kept).sum()})"])
    return pd.concat([wide[kept], rest])


def units_of(view: View, table: Table) -> tuple[str, ...]:
    """The units of the rows drawn: from the unit column where there is one."""
    columns = table.schema.with_role(Role.UNIT)
    if not columns:
        return (table.schema[view.measure].unit or "",)
    found = {str(table.value(row, columns[0].name)) for _, row in table.select(view.where)}
    return tuple(sorted(found))


def _chart_data(
    view: View, dataset: Dataset, wide: pd.DataFrame, frame: pd.DataFrame, unit: str
) -> ChartData:
    table = dataset.table(view.table)
    schema = table.schema
    homes = _homes(view, table)
    drawn = frame[frame["counts"]]
    return ChartData(
        slug=dataset.slug,
        view=view,
        source=dataset.sources[0].title,
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
        additive=_additive(view, dataset),
        doubtful=tuple(dict.fromkeys(drawn.loc[drawn["doubtful"], "axis"])),
        excluded=tuple(
            name
            for key in ("axis", "series")
            for name in dict.fromkeys(frame[key])
            if name not in set(drawn[key])
        ),
        breaks=breaks(view, dataset, wide) if schema[view.axis].type == "year" else (),
        groups=tuple(homes.get(str(name), [""])[0] for name in wide.index) if homes else (),
    )


def _additive(view: View, dataset: Dataset) -> bool:
    """Parts of a printed whole; not where a note admits that the parts do not add up to it.

    What is invalid is not drawn: a note about that admits nothing about the rest.
    """
    valid = [note for note in dataset.notes if note.status is not NoteStatus.INVALID]
    if any(codes.TOTAL_MISMATCH.name in note.findings for note in valid):
        return False
    rules = [rule for rule in dataset.rules if isinstance(rule, SumRule)]
    return any(view.table in (rule.table, rule.total) for rule in rules)


def _native(value: object) -> int | float:
    """A NumPy number as Python's own; whole numbers as int."""
    plain = float(str(value))
    return int(plain) if plain.is_integer() else plain


def _refuse(view: View, dataset: Dataset, reason: str) -> Finding:
    message = f"Grafik `{view.name}`: {reason}."
    return Finding(codes.CHART_IMPOSSIBLE, Place(dataset.file), message)
