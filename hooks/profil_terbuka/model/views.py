"""Charts that a descriptor asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .tables import Filter


@dataclass(frozen=True, slots=True)
class Denominator:
    """What a map's counts are divided by: a measure of a table of any package, for so many."""

    table: str
    measure: str
    per: int
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Aim:
    """What was to be reached in `year`; in every year where it is ''."""

    value: int | float
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class YearEvent:
    """What happened in a year, in a sentence."""

    year: str
    what: str


@dataclass(frozen=True, slots=True)
class View:
    """A chart asked for by a descriptor.

    A timeline has `start` and `end`, columns of dates, instead of a measure.
    """

    name: str
    title: str
    kind: str
    """What the descriptor calls it (`grafik.jenis`): one of `charts.kinds`."""
    table: str
    axis: str
    measure: str = ""
    series: str | None = None
    group: str | None = None
    """Column that tells where a category of a ranking belongs (a village's district)."""
    start: str = ""
    end: str = ""
    where: Filter = field(default_factory=dict)
    by_value: bool = False
    own_scale: bool = False
    """Small multiples: each panel on a scale of its own, so that panels do not compare."""
    denominator: Denominator | None = None
    """Of a map: its areas show rates, not counts."""
    aims: tuple[Aim, ...] = ()
    events: tuple[YearEvent, ...] = ()
    """In order of years."""
    own: Mapping[str, object] = field(default_factory=dict)
    """Keys of the descriptor that only its kind knows, as they are written."""
