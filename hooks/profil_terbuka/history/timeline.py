"""The editions of a dataset in time, as its page and its feed tell them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..model import Change, Dataset
from ..model.versions import rank


@dataclass(frozen=True)
class Edition:
    """One edition: `change` is None for the first, `data` where it is no longer published.

    `address` is its page, or that of the dataset where the edition has none. `before` is the
    version of the next older edition that is still published, '' without one.
    """

    version: str
    date: str
    change: Change | None
    current: bool
    data: Dataset | None
    address: str
    before: str


def timeline(dataset: Dataset) -> tuple[Edition, ...]:
    """Every edition that the dataset knows of, the newest first."""
    kept = {edition.version: edition for edition in (dataset, *dataset.editions)}
    changes = {item.version: item for item in dataset.history}
    before = dict(pairwise(kept))
    return tuple(
        Edition(
            version=version,
            date=changes[version].date if version in changes else kept[version].created[:10],
            change=changes.get(version),
            current=version == dataset.version,
            data=kept.get(version),
            address=edition_address(dataset, version if version in kept else dataset.version),
            before=before.get(version, ""),
        )
        for version in sorted({*changes, *kept}, key=rank, reverse=True)
    )


def edition_address(dataset: Dataset, version: str) -> str:
    """Where an edition of the dataset is published; the current one is the dataset's own page."""
    home = f"data/{dataset.slug}/"
    return home if version == dataset.version else f"{home}v/{version}/"


def difference_address(slug: str, old: str, new: str) -> str:
    """Where two editions are held against each other.

    >>> difference_address("pbi", "1.0.0", "1.1.0")
    'data/pbi/beda/1.0.0-1.1.0/'
    """
    return f"data/{slug}/beda/{old}-{new}/"
