"""A View and its table reduced to the numbers that are drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from ..model import Additivity, Dataset, PeriodKind, Role, Table, View, codes
from ..model.aggregation import Obstacle, additivity, exact_sum
from ..model.continuity import incomparable
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, Message, message
from ..model.products import ChartData
from ..words.catalogues import text
from ..words.numbers import enumeration
from ..words.obstacles import obstacle_reason, obstacle_sentence
from . import caveats, targets
from .axes import short_names
from .breaks import breaks, uneven
from .frame import Layout, Limits, Number, ViewFrame, frame, layout
from .when import when

_WHOLE_YEARS = (PeriodKind.YEAR, PeriodKind.FISCAL_YEAR)


def numbers(limits: Limits) -> Callable[[View, Dataset, Sequence[Dataset]], ChartData | Finding]:
    """How a kind with these limits gets the numbers of a view."""

    def prepare(view: View, dataset: Dataset, others: Sequence[Dataset]) -> ChartData | Finding:
        return _prepare_numbers(view, dataset, limits)

    return prepare


def _prepare_numbers(view: View, dataset: Dataset, limits: Limits) -> ChartData | Finding:
    """The numbers `view` asks for, added up where several rows fall on one point.

    A point whose rows cannot all be used (invalid, withheld, missing) has no value. Refused, with a
    finding, is a chart that would add up what does not add up, has no value at all, mixed units,
    or more series or sides than can be read.
    """
    found = frame(view, dataset, limits)
    units = units_of(view, found.table)
    if len(units) > 1:
        column = found.table.schema.with_role(Role.UNIT)[0].name
        remedy = message("charts.choose-unit", column=column, unit=units[0])
        return _refuse(view, dataset, message("charts.mixed-units", units=units), remedy)
    if obstacle := found.obstacle:
        return _refuse(view, dataset, obstacle_sentence(obstacle), _remedy(obstacle))
    if column := _column_that_drops_parts(found):
        reason = message("charts.filter-drops-parts", column=column)
        return _refuse(view, dataset, reason, message("charts.drop-the-filter"))
    if stacked := found.stack_obstacle:
        reason = message(
            "charts.stack-adds-up", reason=obstacle_reason(stacked), column=stacked.column
        )
        return _refuse(view, dataset, reason, message("charts.lay-beside"))
    if not found.values:
        return _refuse(view, dataset, message("charts.no-valid-value"))
    if unfit := _unfit(found):
        return _refuse(view, dataset, unfit)
    misplaced, remedy = targets.misplaced(view, layout(found).categories)
    if misplaced:
        return _refuse(view, dataset, misplaced, remedy)
    return _chart_data(found, dataset, units[0])


def _remedy(obstacle: Obstacle) -> Message:
    """What to write in `saring`: a number bare, anything else between quotation marks."""
    choice = obstacle.choice
    value = choice if choice.isdigit() and not choice.startswith("0") else f'"{choice}"'
    declare = message("charts.may-be-declared", measure=obstacle.measure)
    return message(
        "charts.choose-value",
        column=obstacle.column,
        value=value,
        declare=declare if obstacle.by_kind else NOTHING,
    )


def _column_that_drops_parts(found: ViewFrame) -> str:
    """A column of the filter that leaves out parts of a sum by their status; '' without any.

    What is left would pass for the whole.
    """
    blind = (Role.STATUS, Role.PRINTED, Role.ORIGIN)
    chosen = [name for name in found.view.where if found.table.schema[name].role in blind]
    if not chosen or all(len(rows) == 1 for rows in found.groups.values()):
        return ""
    return chosen[0]


def _unfit(found: ViewFrame) -> Message | None:
    """Why this kind of chart cannot show the series or groups asked for; None when it can."""
    if (refused := found.limits.unfit(found)) is not None:
        return refused
    count, most = len({series for _, series in found.values}), found.limits.series
    if count > most:
        return message("charts.too-many-series", count=count, most=most)
    lost = next((name for name, homes in found.homes.items() if len(homes) > 1), None)
    if lost is not None:
        return message("charts.category-in-several-groups", name=lost, groups=found.homes[lost])
    return None


def sources(dataset: Dataset, years: Collection[int]) -> str:
    """The titles of the sources that the numbers of a chart come from."""
    return enumeration(list(dict.fromkeys(item.title for item in dataset.sources_of(years))))


def units_of(view: View, table: Table) -> tuple[str, ...]:
    """The units of the rows drawn: from the unit column where there is one.

    >>> from ..model.invented import invented_table
    >>> table = invented_table("jenis, jumlah (orang), satuan", ("A", 3, "orang"), ("B", 2, "KK"))
    >>> units_of(View("a", "A", "batang", "data", "jenis", "jumlah"), table)
    ('KK', 'orang')
    """
    columns = table.schema.with_role(Role.UNIT)
    if not columns:
        return (table.schema[view.measure].unit or "",)
    name = columns[0].name
    found = {str(table.value(row, name)) for _, row in table.select(view.where)}
    return tuple(sorted(found)) or ("",)


def _chart_data(found: ViewFrame, dataset: Dataset, unit: str) -> ChartData:
    view, laid = found.view, layout(found)
    axis, series = found.table.schema[view.axis], found.series.column
    short = laid.axis_periods and laid.axis_periods[0].kind not in _WHOLE_YEARS
    data = ChartData(
        slug=dataset.slug,
        view=view,
        source=sources(dataset, found.table.years(found.rows)),
        unit=unit,
        axis_title=axis.title,
        axis_is_year=axis.type == "year",
        series_is_year=series is not None and found.table.schema[series].type == "year",
        categories=laid.categories,
        series=laid.series,
        values=tuple(_row(found, name, laid.series) for name in laid.categories),
        additive=found.whole,
        doubtful=tuple(point for point in found.values if point in found.doubtful),
        excluded=tuple(_excluded(found)),
        breaks=breaks(found, laid, dataset) if laid.axis_periods else (),
        groups=tuple(found.homes[name][0] for name in laid.categories) if found.homes else (),
        voids=tuple(point for point in found.groups if point not in found.values),
        invalid=tuple(point for point in found.groups if point in found.invalid),
        when=when(found, dataset),
        axis_periods=laid.axis_periods,
        series_periods=laid.series_periods,
        axis_labels=short_names(laid.axis_periods) if short else (),
        adds_categories=found.adds_to(view.series),
        adds_series=found.adds_to(view.axis),
        series_title=found.table.schema[series].title if series else "",
        unit_read=found.table.unit_is_read(found.rows, view.measure),
        uneven=uneven(found, laid),
        totals=found.totals,
        ratio=additivity(found.table, view.measure, found.rows) is Additivity.NON_ADDITIVE,
        comparable=incomparable(dataset, found.table, found.rows) is None,
        broken_series=breaks(found, laid, dataset) if laid.series_periods else (),
    )
    data = _with_the_rest(data, found, laid)
    return replace(data, caveats=tuple(map(text, caveats.caveats(found, data, dataset))))


def _row(found: ViewFrame, category: str, series: Sequence[str]) -> tuple[Number | None, ...]:
    return tuple(found.values.get((category, name)) for name in series)


def _with_the_rest(data: ChartData, found: ViewFrame, laid: Layout) -> ChartData:
    """The smallest categories drawn as one, where they make a sum; else they are only told of."""
    gathered = tuple((name, _row(found, name, laid.series)) for name in laid.gathered)
    data = replace(data, gathered=gathered)
    if not gathered or not data.adds_categories:
        return data
    columns = zip(*(values for _, values in gathered), strict=True)
    rest = tuple(_sum_of(column) for column in columns)
    return replace(
        data,
        categories=(*data.categories, text(message("charts.others", count=len(gathered)))),
        values=(*data.values, rest),
        groups=(*data.groups, "") if data.groups else (),
    )


def _sum_of(column: Sequence[Number | None]) -> Number | None:
    known = [value for value in column if value is not None]
    return exact_sum(known) if len(known) == len(column) else None


def _excluded(found: ViewFrame) -> Iterator[str]:
    """Categories and series of which no value is drawn."""
    for place in (0, 1):
        drawn = {point[place] for point in found.values}
        names = dict.fromkeys(point[place] for point in found.groups)
        yield from (name for name in names if name not in drawn)


def _refuse(view: View, dataset: Dataset, reason: Message, remedy: Message = NOTHING) -> Finding:
    said = message("charts.refused", view=view.name, reason=reason)
    return Finding(codes.CHART_IMPOSSIBLE, Place(dataset.file), said, remedy)
