"""Charts that a descriptor asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .tables import Filter


class ViewKind(StrEnum):
    """The kinds of chart a descriptor may ask for (`grafik.jenis`)."""

    BAR = "batang"
    GROUPED_BAR = "batang-berkelompok"
    STACKED_BAR = "batang-bertumpuk"
    HORIZONTAL_BAR = "batang-mendatar"
    LINE = "garis"
    MAP = "peta"
    DIVERGING_BAR = "batang-berlawanan"
    SMALL_MULTIPLES = "kecil-berganda"
    TIMELINE = "garis-waktu"


@dataclass(frozen=True, slots=True)
class Denominator:
    """What a map's counts are divided by: a measure of a table of any package, for so many."""

    table: str
    measure: str
    per: int
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """A chart asked for by a descriptor.

    A timeline has `start` and `end`, columns of dates, instead of a measure.
    """

    name: str
    title: str
    kind: ViewKind
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
