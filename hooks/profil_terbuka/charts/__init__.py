"""Charts: a declared View becomes numbers, a sentence, and pictures (for the page and as files)."""

from __future__ import annotations

from collections.abc import Iterable

from ..cache import Cache
from ..findings import Finding
from ..model import Dataset, View, ViewKind
from ..products import ChartData, Drawing
from . import data as numbers
from . import render
from .maps import draw_map, prepare_map

__all__ = ["draw", "prepare"]


def prepare(view: View, dataset: Dataset, reference: Iterable[Dataset] = ()) -> ChartData | Finding:
    """The numbers a view asks for; a map finds its boundaries among the reference packages."""
    if view.kind is ViewKind.MAP:
        return prepare_map(view, dataset, reference)
    return numbers.prepare(view, dataset)


def draw(data: ChartData, cache: Cache) -> Drawing:
    """The pictures of a chart or a map, from the cache when equal data has been drawn before."""
    return draw_map(data, cache) if data.map else render.draw(data, cache)
