"""Whether a folder is a site as it was sealed when it was built: nothing else may be carried away.

A site has its SHA256SUMS; in the portal's folder those of the agencies stand beside it. Whatever
stands there must be under one of these seals. What another program made of the pages, which knows
nothing of references to figures, bears none, or another's.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.messages import message
from ..publish.manifest import PROOF, SUMS, is_staged
from ..words.refusals import Refusal

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_DIRECTIVE = re.compile(r"\{\{\s*[a-z]+\s*:[^}]*\}\}")
"""A reference as people write it: `{{ angka: pkh tahun=2024 }}`."""
_QUOTED = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
"""The guide shows references; there they are what is read."""


class Unsealed(Refusal):
    """Why a folder is no site that may be carried away, and what to do."""


@dataclass(frozen=True)
class SealedSite:
    """A whole site in `folder`, built for the `day` of publication.

    `sites` are the folders of the sites in it ('' is its own, 'kota-a/' that of an agency),
    `files` the addresses of all its files, in order.
    """

    folder: Path
    day: datetime.date
    sites: tuple[str, ...]
    files: tuple[str, ...]

    def folder_of(self, address: str) -> str:
        """The folder of the site that a file belongs to: '' or 'kota-a/'."""
        first = f"{address.partition('/')[0]}/"
        return first if first in self.sites else ""

    def read(self, address: str) -> bytes:
        """The bytes of one file."""
        return (self.folder / address).read_bytes()


def sealed_site(folder: Path) -> SealedSite:
    """The site in a folder, held against its seals; Unsealed tells what is wrong first."""
    if not (folder / "index.html").is_file():
        raise Unsealed(message("packing.no-site", folder=folder.name), _BUILD)
    sites = tuple(_sites(folder))
    if staged := tuple(site or folder.name for site in sites if is_staged(folder / site)):
        raise Unsealed(message("packing.staged", sites=staged), _REBUILD)
    told: dict[str, str] = {}
    for site in sites:
        told |= _told(folder, site)
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in _files(folder)))
    # Whatever is wrong with a page is said of the page, not of a seal.
    for address in files:
        if address.endswith(".html") and (left := _left_over(folder / address, told.get(address))):
            raise Unsealed(message("packing.raw", address=address, text=left), _REBUILD)
    known = told.keys() | {f"{site}{SUMS}" for site in sites}
    if strange := tuple(address for address in files if address not in known):
        raise Unsealed(message("packing.strange", addresses=strange), _REBUILD)
    if gone := tuple(sorted(told.keys() - set(files))):
        raise Unsealed(message("packing.gone", addresses=gone), _REBUILD)
    if changed := tuple(name for name in sorted(told) if _seal(folder / name) != told[name]):
        raise Unsealed(message("packing.changed", addresses=changed), _REBUILD)
    return SealedSite(folder, _day(folder), sites, files)


_BUILD = message("packing.build")
_REBUILD = message("packing.rebuild")


def _sites(folder: Path) -> Iterator[str]:
    """The folders that have seals of their own; the one on top must."""
    if not (folder / SUMS).is_file() or not (folder / PROOF).is_file():
        raise Unsealed(message("packing.no-seal", folder=folder.name, seal=SUMS), _REBUILD)
    yield ""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and (path / SUMS).is_file():
            yield f"{path.name}/"


def _told(folder: Path, site: str) -> Mapping[str, str]:
    """The seals of one site by the addresses below the folder on top."""
    found = {}
    for line in (folder / site / SUMS).read_text("utf-8").splitlines():
        if not (read := _LINE.fullmatch(line)):
            raise Unsealed(message("packing.seal-damaged", file=f"{site}{SUMS}"), _REBUILD)
        found[f"{site}{read[2]}"] = read[1]
    return found


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file())


def _left_over(page: Path, seal: str | None) -> str:
    """A reference that nobody resolved, on a page that does not bear its seal; '' for none."""
    data = page.read_bytes()
    if hashlib.sha256(data).hexdigest() == seal:
        return ""
    found = _DIRECTIVE.search(_QUOTED.sub("", data.decode("utf-8", errors="replace")))
    return found[0] if found else ""


def _seal(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _day(folder: Path) -> datetime.date:
    """The day of publication, which the site's own proof tells."""
    return datetime.date.fromisoformat(json.loads((folder / PROOF).read_bytes())["tanggal"])
