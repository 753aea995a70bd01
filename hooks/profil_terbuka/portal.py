"""The portal above all agencies, put together from what their sites have published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import catalogues, charts, feeds, pages, snapshot
from .cache import Cache
from .comparison import Concept, chart, compare
from .downloads import comparison_csv
from .model import UNPUBLISHED
from .products import Page
from .snapshot import Snapshot


@dataclass(frozen=True)
class Portal:
    """Everything generated for the portal: paths are relative to its root."""

    snapshots: tuple[Snapshot, ...]
    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    fragments: Mapping[str, str]
    """HTML by mark, for the generated pages and for those people write."""


def published(sites: Path) -> tuple[Snapshot, ...]:
    """The agencies that have a site in the folder `sites`, by name of the agency."""
    return tuple(sorted(_read(sites), key=lambda item: item.name))


def _read(sites: Path) -> Iterator[Snapshot]:
    for file in sorted(sites.glob(f"*/{snapshot.NAME}")):
        yield snapshot.loads(file.read_bytes())


def merged(sites: Path, name: str, address: str | None) -> dict[str, bytes]:
    """What the portal `name` makes of the files that the agencies in `sites` have published."""
    root = f"{(address or UNPUBLISHED).rstrip('/')}/"
    fed = [file.read_bytes() for file in sorted(sites.glob(f"*/{feeds.NAME}"))]
    listed = [
        catalogues.Published(file.read_bytes(), file.with_name("data.json").read_bytes())
        for file in sorted(sites.glob("*/catalog.jsonld"))
    ]
    return {
        feeds.NAME: feeds.merged(name, root, fed),
        **catalogues.portal(name, root, listed),
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
