"""The portal above all agencies, put together from what their sites have published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import catalogues, charts
from .. import web as pages
from ..comparison import Concept, chart, compare
from ..comparison.snapshot import Snapshot
from ..downloads import comparison_csv
from ..model import UNPUBLISHED
from ..model.products import Page
from ..publish import feeds
from ..system.cache import Cache
from .members import Member


@dataclass(frozen=True)
class Portal:
    """Everything generated for the portal: paths are relative to its root."""

    snapshots: tuple[Snapshot, ...]
    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    fragments: Mapping[str, str]
    """HTML by mark, for the generated pages and for those people write."""


def merged(found: Sequence[Member], name: str, address: str | None) -> dict[str, bytes]:
    """What the portal `name` makes of the files that the agencies have published."""
    root = f"{(address or UNPUBLISHED).rstrip('/')}/"
    return {
        feeds.NAME: feeds.merged(name, root, [item.feed for item in found]),
        **catalogues.portal(name, root, [item.catalogue for item in found]),
    }


def assemble(
    snapshots: tuple[Snapshot, ...],
    concepts: tuple[Concept, ...],
    synonyms: tuple[tuple[str, ...], ...],
    cache: Cache,
    besides: Mapping[str, bytes],
) -> Portal:
    """The catalogue over all agencies, the comparisons, search, and what the front page shows.

    `besides` are files made elsewhere.
    """
    comparisons = compare(snapshots, concepts)
    files: dict[str, bytes] = dict(besides)
    made = [
        pages.guide_page(),
        pages.portal_catalogue(snapshots),
        pages.comparison_index(comparisons),
        pages.portal_search(snapshots, synonyms),
    ]
    for item in comparisons:
        drawing = charts.draw(chart(item), cache) if item.equal else None
        table = comparison_csv(item)
        made.append(pages.comparison_page(item, drawing, table))
        folder = f"perbandingan/{item.concept.name}"
        files[f"{folder}/{item.concept.name}.csv"] = table
        if drawing:
            files[f"{folder}/{drawing.data.view.name}.svg"] = drawing.svg
            files[f"{folder}/{drawing.data.view.name}.png"] = drawing.png
    fragments = dict(pages.portal_fragments(snapshots, comparisons))
    for page in made:
        fragments.update(page.fragments)
    return Portal(snapshots, files, tuple(made), fragments)
