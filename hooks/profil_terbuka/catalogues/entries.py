"""What every catalogue says of a dataset, whatever words it is written in."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Agency, Catalog, Dataset
from ..model.products import Download, FileFormat
from ..words.labels import SUBJECT
from .parties import CoveredRegion, region

_NO_TAG = re.compile(r"[^\w .-]+")
"""What CKAN does not take in a tag."""
_LONGEST_TAG = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """One file of a dataset; `described` is the name of its CSVW metadata, where it has some."""

    name: str
    title: str
    address: str
    format: FileFormat
    bytes: int
    sha256: str
    described: str = ""


@dataclass(frozen=True)
class CatalogueEntry:
    """A dataset with what is offered of it."""

    dataset: Dataset
    agency: Agency
    place: CoveredRegion
    offers: tuple[Offer, ...]

    @property
    def folder(self) -> str:
        """The address of the dataset's page."""
        return f"{self.agency.root}data/{self.dataset.slug}/"

    @property
    def identifier(self) -> str:
        """The address of the dataset itself, which is not that of the page about it."""
        return f"{self.folder}#dataset"

    @property
    def title(self) -> str:
        """The title on one line."""
        return " ".join(self.dataset.title.split())

    @property
    def issued(self) -> str:
        """The date of the first edition."""
        return (self.dataset.editions or (self.dataset,))[-1].created[:10]

    @property
    def edited(self) -> str:
        """The date of this edition."""
        return self.dataset.issued

    @property
    def period(self) -> tuple[str, str] | None:
        """First and last day covered."""
        start, end = self.dataset.coverage.start, self.dataset.coverage.end
        return None if start is None or end is None else (f"{start}-01-01", f"{end}-12-31")

    @property
    def tags(self) -> tuple[str, ...]:
        """Keywords that every catalogue accepts; the subject where there is none."""
        words = (_NO_TAG.sub(" ", word).split() for word in self.dataset.keywords)
        tags = (" ".join(word)[:_LONGEST_TAG].strip() for word in words)
        fit = [tag for tag in dict.fromkeys(tags) if len(tag) > 1]
        return tuple(fit) or (SUBJECT[self.dataset.subject],)


def entry(
    dataset: Dataset, catalog: Catalog, offered: tuple[Download, ...], files: Mapping[str, bytes]
) -> CatalogueEntry:
    """A dataset as catalogues list it; `files` are those of its folder, by name."""
    folder = f"{catalog.agency.root}data/{dataset.slug}/"
    foreign = _in_other_dialects(files)
    offers = []
    for item in offered:
        if item.name in foreign:
            continue
        described, data = f"{item.name}-metadata.json", files[item.name]
        offers.append(
            Offer(
                name=item.name,
                title=" ".join(item.title.split()),
                address=f"{folder}{item.name}",
                format=item.format,
                bytes=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                described=described if described in files else "",
            )
        )
    covered = region(dataset.coverage.region, catalog)
    return CatalogueEntry(dataset, catalog.agency, covered, tuple(offers))


def _in_other_dialects(files: Mapping[str, bytes]) -> frozenset[str]:
    """CSV files that a program would misread if it were not told: people get them, programs not."""
    resources = json.loads(files["datapackage.json"])["resources"]
    return frozenset(one["path"] for one in resources if one["dialect"]["delimiter"] != ",")
