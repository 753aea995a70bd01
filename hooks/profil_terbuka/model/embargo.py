"""What waits for its day (`terbit`): until then nothing of it is published, nor that it is there.

Whoever publishes takes the catalogue as `released` leaves it; nothing made of that can tell more.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .agencies import Catalog, Manuscript, MenuEntry
from .packages import Dataset


class Scope(StrEnum):
    """What a site is made of: what may be published on its day, or what waits as well."""

    PUBLIC = "terbit"
    STAGED = "pratayang"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dataset, an edition of one, or a page that waits for its day."""

    file: str
    """Path of the descriptor or page as it is shown to people."""
    title: str
    day: str
    """The first on which it is published (ISO 8601)."""
    slug: str = ""
    """Of the dataset; '' for a page."""
    replaces: bool = False
    """Whether an older edition is published until then."""
    path: str = ""
    """Of the page below the agency's pages; '' for a dataset."""


def waits(embargo: str, day: datetime.date) -> bool:
    """Whether what carries that embargo is not yet published on a day.

    >>> day = datetime.date(2027, 1, 15)
    >>> waits("2027-01-16", day), waits("2027-01-15", day), waits("", day)
    (True, False, False)
    """
    return embargo > day.isoformat()


def released(catalog: Catalog, day: datetime.date) -> Catalog:
    """The catalogue as far as its day has come.

    A dataset whose newest edition waits is there in the newest that does not. One of which all
    wait is not there at all; what refers to it cannot be judged, as with packages that are faulty.
    """
    found = [(dataset, _released(dataset, day)) for dataset in catalog.datasets]
    held = {dataset.slug for dataset, left in found if left is None}
    left = tuple(left for _, left in found if left is not None)
    return replace(catalog, datasets=left, unfit=catalog.unfit | held)


def waiting_datasets(catalog: Catalog, day: datetime.date) -> Iterator[Waiting]:
    """The datasets and newest editions that wait on a day."""
    for dataset in catalog.datasets:
        if waits(dataset.embargo, day):
            replaces = _released(dataset, day) is not None
            title, embargo = dataset.title, dataset.embargo
            yield Waiting(dataset.file, title, embargo, dataset.slug, replaces)


def waiting_pages(pages: Iterable[Manuscript], day: datetime.date) -> Iterator[Waiting]:
    """The pages people write that wait on a day."""
    for page in pages:
        if waits(page.embargo, day):
            title = str(page.head.get("title") or page.path)
            yield Waiting(page.file, title, page.embargo, path=page.path)


def released_menu(entries: Iterable[MenuEntry], held: Collection[str]) -> tuple[MenuEntry, ...]:
    """The menu without the pages whose paths are `held` back, nor groups that held only these.

    >>> menu = (MenuEntry("Beranda", "index.md"), MenuEntry("Rilis", "rilis.md"))
    >>> [entry.title for entry in released_menu(menu, {"rilis.md"})]
    ['Beranda']
    """
    left = (
        replace(entry, below=released_menu(entry.below, held))
        for entry in entries
        if entry.path not in held
    )
    return tuple(entry for entry in left if entry.path or entry.below)


def _released(dataset: Dataset, day: datetime.date) -> Dataset | None:
    """The dataset in its newest edition that does not wait; None where all do."""
    left = [item for item in (dataset, *dataset.editions) if not waits(item.embargo, day)]
    return replace(left[0], editions=tuple(left[1:])) if left else None
