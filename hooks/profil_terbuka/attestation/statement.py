"""What a proof of publication states: of whom, when, which files, and what a server gave."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model import Agency
from ..model.registers import REGISTERS
from ..packing import SealedSite
from ..publish.manifest import PROOF, SUMS
from .chosen import DATA, ChosenFiles
from .served import Expected, ServedLook, Sight
from .signing import SigningKey

_PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class ProvedFile:
    """A file as the site was built, and what was seen of it; None: nobody looked."""

    address: str
    size: int
    sha256: str
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class ProvedDataset:
    """A dataset among the files, with the versions of its editions there: none for a register."""

    title: str
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is stated, what was seen then, and by which key it is signed.

    `address` is that of the site, '' where it has none. No look: nobody looked.
    """

    moment: datetime.datetime
    address: str = ""
    look: ServedLook | None = None
    key: SigningKey | None = None


@dataclass(frozen=True)
class PublicationProof:
    """The whole statement; `occasion.moment` is in the agency's time zone."""

    agency: Agency
    occasion: Occasion
    site_day: datetime.date
    commit: str
    addresses: tuple[str, ...]
    datasets: tuple[ProvedDataset, ...]
    files: tuple[ProvedFile, ...]
    seals: ProvedFile
    """SHA256SUMS itself."""
    sealed: int
    """How many files it tells of."""


def expected_files(site: SealedSite, chosen: ChosenFiles) -> dict[str, Expected]:
    """What has to be served: SHA256SUMS first, then each file."""
    return {file: _expected(site, file) for file in dict.fromkeys((SUMS, *chosen.files))}


def publication_proof(
    agency: Agency,
    site: SealedSite,
    chosen: ChosenFiles,
    occasion: Occasion,
) -> PublicationProof:
    """What can be stated of files of a sealed site."""
    seen = occasion.look.files if occasion.look else {}
    proved = {
        file: ProvedFile(file, one.size, one.sha256, seen.get(file))
        for file, one in expected_files(site, chosen).items()
    }
    return PublicationProof(
        agency=agency,
        occasion=occasion,
        site_day=site.day,
        commit=json.loads(site.read(PROOF))["komit"] or "",
        addresses=chosen.addresses,
        datasets=tuple(_datasets(site, chosen)),
        files=tuple(proved[file] for file in chosen.files),
        seals=proved[SUMS],
        sealed=site.read(SUMS).count(b"\n"),
    )


def _expected(site: SealedSite, file: str) -> Expected:
    data = site.read(file)
    return Expected(len(data), hashlib.sha256(data).hexdigest())


def _datasets(site: SealedSite, chosen: ChosenFiles) -> Iterator[ProvedDataset]:
    """The datasets whose files are among the chosen, each once, called as its first edition there.

    The folder of the newest stands before those of older ones.
    """
    known = frozenset(site.files)
    folders = {_dataset_folder(file, known) for file in chosen.files}
    of_slug = groupby(sorted(filter(None, folders)), lambda folder: folder.split("/")[1])
    for slug, found in of_slug:
        told = [json.loads(site.read(f"{folder}{_PACKAGE}")) for folder in found]
        versions = () if slug in REGISTERS else tuple(one.get("version", "") for one in told)
        yield ProvedDataset(told[0].get("title", slug), tuple(filter(None, versions)))


def _dataset_folder(file: str, known: Collection[str]) -> str:
    """The innermost folder of a data package that a file lies in; '' for none.

    >>> _dataset_folder("data/pkh/v/1.0.0/pkh.csv", {"data/pkh/v/1.0.0/datapackage.json"})
    'data/pkh/v/1.0.0/'
    >>> _dataset_folder("ppid/dip.csv", {"ppid/datapackage.json"})
    ''
    """
    folder = file
    while folder := folder.rstrip("/").rpartition("/")[0]:
        if f"{folder}/".startswith(DATA) and f"{folder}/{_PACKAGE}" in known:
            return f"{folder}/"
    return ""
