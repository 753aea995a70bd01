"""Indicators: what an agency measures, once each, by whatever categories its tables tell it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Additivity, Catalog, FormulaRule, ReferenceRule, Role
from ...model.aggregation import additivity
from ...model.geo import level_of
from ...model.measure_kinds import MeasureKind
from ...model.messages import Message, message
from ...read.atlas import REGIONS
from ...words.catalogues import text
from ...words.labels import MEASURE_KIND, unit_is_reading
from .said import producers
from .variables import SdiVariable, VariableKind, quantity_kind, units, variables_of

_PHYSICAL = (MeasureKind.AREA, MeasureKind.LENGTH, MeasureKind.VOLUME, MeasureKind.WEIGHT)
_SIMPLE = (MeasureKind.COUNT, MeasureKind.MONEY, *_PHYSICAL)
"""Read off as they are: of others one has to know how they are worked out."""
_LEVELS = {
    1: message("sdi.province"),
    2: message("sdi.city"),
    3: message("sdi.district"),
    4: message("sdi.village"),
}
"""Parts of a region's code -> what such a region is."""


@dataclass(frozen=True)
class SdiIndicator:
    """Something measured: the measures that hold it, and the categories that stand beside them."""

    measures: tuple[SdiVariable, ...]
    categories: tuple[SdiVariable, ...]

    @property
    def first(self) -> SdiVariable:
        """The measure that tells its name and meaning."""
        return self.measures[0]

    @property
    def kind(self) -> MeasureKind | None:
        """The kind of quantity; None where its measures do not agree or do not tell."""
        kinds = {quantity_kind(one) for one in self.measures}
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def units(self) -> tuple[str, ...]:
        """All units it is told in."""
        return tuple(dict.fromkeys(unit for one in self.measures for unit in units(one)))


def indicators_of(catalog: Catalog) -> tuple[SdiIndicator, ...]:
    """Every indicator of an agency, in the order of its datasets.

    Measures of one meaning are one indicator. Of a measure that nobody has defined it cannot be
    known that another measures the same: each is an indicator of its own.
    """
    variables = variables_of(catalog)
    groups: dict[tuple[str, ...], list[SdiVariable]] = {}
    for one in variables:
        if one.kind is VariableKind.MEASURE:
            own = (one.dataset.slug, one.table.name, one.field.name)
            groups.setdefault((one.meaning.key,) if one.meaning else own, []).append(one)
    return tuple(
        SdiIndicator(tuple(measures), tuple(_beside(measures, variables)))
        for measures in groups.values()
    )


def _beside(measures: Sequence[SdiVariable], variables: Iterable[SdiVariable]) -> list[SdiVariable]:
    tables = {(one.dataset.slug, one.table.name) for one in measures}
    return [
        one
        for one in variables
        if one.kind is VariableKind.CATEGORY and (one.dataset.slug, one.table.name) in tables
    ]


def indicator_producers(indicator: SdiIndicator, catalog: Catalog) -> str:
    """Those who made its data."""
    named = (producers(one.dataset, catalog.agency) for one in indicator.measures)
    return "; ".join(dict.fromkeys(named))


def interpretation(indicator: SdiIndicator) -> str:
    """What a larger figure means, and over what it must not be added; '' for ratios and the like,
    whose meaning only those know who work them out."""
    larger = _larger(indicator)
    if larger is None:
        return ""
    adding = _adding(indicator)
    return text(message("sdi.interpretation", told=(larger, adding) if adding else (larger,)))


def _larger(indicator: SdiIndicator) -> Message | None:
    if indicator.kind is MeasureKind.COUNT and indicator.units:
        return message("sdi.more-counted", units=indicator.units)
    if indicator.kind is MeasureKind.MONEY:
        return message("sdi.more-money")
    if indicator.kind in _PHYSICAL:
        return message("sdi.larger-quantity", quantity=MEASURE_KIND[indicator.kind])
    return None


def _adding(indicator: SdiIndicator) -> Message | None:
    kinds = {additivity(one.table, one.field.name, one.table.rows) for one in indicator.measures}
    if Additivity.NON_ADDITIVE in kinds:
        return message("sdi.never-add")
    if Additivity.SEMI_ADDITIVE in kinds:
        return message("sdi.never-add-over-time")
    return None


def formula(indicator: SdiIndicator) -> str:
    """How it is worked out: the declared formula, or that there is none where none is needed."""
    declared = {
        rule.parts
        for one in indicator.measures
        for rule in one.dataset.rules
        if isinstance(rule, FormulaRule)
        and (rule.table, rule.result) == (one.table.name, one.field.name)
    }
    if declared:
        said = (message("sdi.sum-of", parts=parts) for parts in sorted(declared))
        return "; ".join(map(text, said))
    return text(message("sdi.no-formula")) if indicator.kind in _SIMPLE else ""


def composite(indicator: SdiIndicator) -> str:
    """Whether it is made of other indicators: what is counted or measured itself is not."""
    return text(message("sdi.not-composite")) if indicator.kind in _SIMPLE else ""


def unit_of(indicator: SdiIndicator) -> str:
    """Its units, with a mark where the book prints none."""
    read = any(one.table.unit_is_read(one.table.rows, one.field.name) for one in indicator.measures)
    told = "; ".join(indicator.units)
    return f"{told} ({unit_is_reading()})" if told and read else told


def presented_by(indicator: SdiIndicator) -> str:
    """The categories its figures are told by, or that they are told by none."""
    named = tuple(dict.fromkeys(one.name for one in indicator.categories))
    return text(message("sdi.listed", items=named) if named else message("sdi.by-nothing"))


def levels_text(measures: Iterable[SdiVariable], catalog: Catalog) -> str:
    """The levels of regions that measures tell figures of, from the largest."""
    own = frozenset({level_of(catalog.agency.region)})
    found = {level for one in measures for level in region_levels(one) or own}
    named = [_LEVELS[level] for level in sorted(found) if level in _LEVELS]
    return "; ".join(map(text, named))


def region_levels(measure: SdiVariable) -> frozenset[int]:
    """How many parts the region codes beside a measure have, in the finest of their columns."""
    table = measure.table
    columns = {
        column
        for rule in measure.dataset.rules
        if isinstance(rule, ReferenceRule) and (rule.table, rule.reference) == (table.name, REGIONS)
        for column in rule.columns
        if table.schema[column].role is Role.CODE
    }
    levels = (
        frozenset(level_of(str(value)) for value in table.column(column) if value)
        for column in sorted(columns)
    )
    return max(filter(None, levels), key=max, default=frozenset())
