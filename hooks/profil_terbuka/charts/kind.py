"""What a kind of chart is. Each stands in one file of `charts.kinds`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from ..model import Dataset, View
from ..model.findings import Finding
from ..model.messages import Message
from ..model.products import ChartData, Drawing
from ..system.cache import Cache
from ..words.chart_sentences import ChartFacts

Prepare: TypeAlias = Callable[[View, Dataset, Sequence[Dataset]], ChartData | Finding]
"""The numbers of a view; among the other datasets are boundaries and divisors of maps."""
Facts: TypeAlias = Callable[[ChartData], ChartFacts]
Remarks: TypeAlias = Callable[[ChartData], Iterable[Message]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What surrounds every picture of a chart: what it says, and what must be said of it.

    `colour` is the publisher's own: a file that no page colours is drawn in it.
    """

    finding: str
    remarks: tuple[str, ...]
    colour: str


class Pictures(Protocol):
    """Draws the charts of one kind, from the cache when equal data has been drawn before."""

    def draw(self, data: ChartData, beside: Beside, cache: Cache) -> Drawing:
        """The pictures for a page and as files."""


@dataclass(frozen=True)
class Keys:
    """The keys of `grafik` that a kind asks for besides those that all have; others it refuses."""

    needs: tuple[str, ...]
    takes: tuple[str, ...] = ()
    own: Mapping[str, Any] = field(default_factory=dict)
    """JSON Schema of the keys that only this kind knows."""


@dataclass(frozen=True)
class Guide:
    """A line of the staff guide: what the kind is good for, and what it asks for."""

    use: Message
    asks: Message


@dataclass(frozen=True)
class ChartKind:
    """`name` is what a descriptor calls it (`grafik.jenis`)."""

    name: str
    keys: Keys
    guide: Guide
    prepare: Prepare
    facts: Facts
    remarks: Remarks
    pictures: Pictures
