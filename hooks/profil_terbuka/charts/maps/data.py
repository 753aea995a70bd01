"""A View of kind `peta` and its table reduced to areas with their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ...model import Additivity, CellStatus, Dataset, Role, Table, Value, View, codes
from ...model.aggregation import additivity
from ...model.findings import Finding, Place
from ...model.geo import Boundaries, level_of, upper
from ...model.messages import NOTHING, Message, message
from ...model.products import ChartData, Choropleth, Region
from ...read.atlas import boundaries, code_column
from ...words.catalogues import text
from ..data import sources, units_of
from ..frame import ViewFrame, frame
from ..when import when
from .rates import Row, divisor, rates, year_column

DISTRICT = 3
"""Codes of so many parts are districts (kecamatan); those below belong to one."""


def prepare_map(view: View, dataset: Dataset, others: Sequence[Dataset]) -> ChartData | Finding:
    """Every area of the level asked for, with its value where it has a valid one.

    Among the `others` are the boundaries, and what values are divided by, if they are.
    `checks.maps` has named every row that a map cannot show; what it refused is left out here.
    """
    table = dataset.table(view.table)
    found = boundaries(dataset.coverage.region, others)
    column = code_column(view, table)
    if column is None:
        known = tuple(field.name for field in table.schema.with_role(Role.CODE))
        listed = known or message("charts.none")
        reason = message("charts.no-code-column", column=view.axis, known=listed)
        return _refuse(view, dataset, reason)
    if found is None:
        reason = message("charts.no-boundaries", region=dataset.coverage.region)
        return _refuse(view, dataset, reason)
    rows = {str(table.value(row, column)): row for _, row in table.select(view.where)}
    regions = _regions(found, rows, table, view) if rows else ()
    if all(region.value is None for region in regions):
        return _refuse(view, dataset, message("charts.map-no-valid-value"))
    units = units_of(view, table)
    if len(units) > 1:
        return _refuse(view, dataset, message("charts.map-mixed-units", units=units))
    counted = _chart_data(view, dataset, Choropleth(found, _kind(regions), regions), units[0])
    return counted if view.denominator is None else _as_rates(counted, rows, dataset, others)


def _as_rates(
    counted: ChartData, rows: dict[str, Row], dataset: Dataset, others: Sequence[Dataset]
) -> ChartData | Finding:
    """The same map with every value divided, or why that cannot be."""
    view, map_ = counted.view, counted.map
    if view.denominator is None or map_ is None:
        raise ValueError(f"{view.name} asks for no rates")
    by = divisor(view.denominator, dataset, others)
    table = dataset.table(view.table)
    year = year_column(table)
    years = {code: str(table.value(row, year)) for code, row in rows.items()} if year else {}
    if isinstance(by, Message):
        return _refuse(view, dataset, by, message("charts.name-a-divisor"))
    made = rates(map_.regions, years, view.denominator, by, counted.unit)
    if isinstance(made, Message):
        return _refuse(view, dataset, made, message("charts.complete-the-divisor"))
    shown = _chart_data(
        view, dataset, replace(map_, regions=made.regions, parts=made.parts), made.unit
    )
    return replace(shown, caveats=(made.caveat,))


def _chart_data(view: View, dataset: Dataset, map_: Choropleth, unit: str) -> ChartData:
    regions, chosen = map_.regions, frame(view, dataset)
    return ChartData(
        slug=dataset.slug,
        view=view,
        source=sources(dataset, chosen.table.years(chosen.rows)),
        unit=unit,
        axis_title=map_.kind.capitalize(),
        axis_is_year=False,
        series_is_year=False,
        categories=tuple(region.name for region in regions),
        series=("",),
        values=tuple((region.value,) for region in regions),
        additive=False,
        doubtful=tuple(
            (region.name, "")
            for region in regions
            if region.value is not None and region.status is CellStatus.DOUBTFUL
        ),
        excluded=(),
        voids=tuple((region.name, "") for region in regions if region.value is None),
        groups=tuple(region.district for region in regions) if regions[0].district else (),
        map=map_,
        ratio=view.denominator is not None or _is_ratio(chosen),
        unit_read=dataset.table(view.table).unit_is_read(chosen.rows, view.measure),
        when=when(chosen, dataset),
    )


def _is_ratio(chosen: ViewFrame) -> bool:
    kind = additivity(chosen.table, chosen.view.measure, chosen.rows)
    return kind is Additivity.NON_ADDITIVE


def _regions(
    found: Boundaries, rows: dict[str, Row], table: Table, view: View
) -> tuple[Region, ...]:
    """The areas from the largest value to the smallest; those without one come last."""
    level = level_of(next(iter(rows)))
    areas = found.at_level(level)
    districts = {area.code: area.name for area in found.at_level(DISTRICT)}
    repeated = {name for name, count in Counter(area.name for area in areas).items() if count > 1}
    regions = []
    for area in areas:
        district = districts.get(upper(area.code, DISTRICT), "") if level > DISTRICT else ""
        row = rows.get(area.code)
        status = table.status(row) if row else CellStatus.MISSING
        value = table.value(row, view.measure) if row and status.counts else None
        name = f"{area.name} ({district})" if area.name in repeated else area.name
        # An empty cell of a good status says nothing either.
        shown = CellStatus.MISSING if value is None and status.counts else status
        regions.append(Region(area.code, name, district, _plain(value), shown, area.tile))
    return tuple(
        sorted(regions, key=lambda item: (item.value is None, -(item.value or 0), item.code))
    )


def _plain(value: Value) -> int | float | None:
    if value is None:
        return None
    return float(value) if isinstance(value, Decimal) else int(str(value))


def _kind(regions: Iterable[Region]) -> str:
    """What the areas are called: the last part of a village's code tells towns from villages."""
    last = {region.code.split(".")[-1] for region in regions}
    if all(len(part) > 2 for part in last):
        urban = {part.startswith("1") for part in last}
        if len(urban) > 1:
            return text(message("charts.area-village-or-rural"))
        if urban.pop():
            return text(message("charts.area-village"))
        return text(message("charts.area-rural-village"))
    return text(message("charts.area-district"))


def _refuse(view: View, dataset: Dataset, reason: Message, remedy: Message = NOTHING) -> Finding:
    said = message("charts.map-refused", view=view.name, reason=reason)
    return Finding(codes.MAP_IMPOSSIBLE, Place(dataset.file), said, remedy)
