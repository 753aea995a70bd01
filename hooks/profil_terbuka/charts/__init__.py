"""Charts: a declared View becomes numbers, a sentence, and pictures (for the page and as files)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Dataset, View, ViewKind
from ..model.findings import Finding
from ..model.products import ChartData, Drawing
from ..system.cache import Cache
from . import data as numbers
from . import render
from .maps import draw_map, prepare_map
from .remarks import edition_of, publisher_of

__all__ = ["draw", "prepare"]


def prepare(view: View, dataset: Dataset, others: Iterable[Dataset] = ()) -> ChartData | Finding:
    """The numbers a view asks for.

    A map finds its boundaries among the `others`, and the population it divides by.
    """
    found = (
        prepare_map(view, dataset, others)
        if view.kind is ViewKind.MAP
        else numbers.prepare(view, dataset)
    )
    if isinstance(found, Finding):
        return found
    return replace(found, edition=edition_of(dataset), publisher=publisher_of(dataset))


def draw(data: ChartData, cache: Cache) -> Drawing:
    """The pictures of a chart or a map, from the cache when equal data has been drawn before."""
    return draw_map(data, cache) if data.map else render.draw(data, cache)
