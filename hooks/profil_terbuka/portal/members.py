"""What the agencies' finished sites offer the portal: versioned files of strangers, to be judged.

A site may have been built by an older program, cut off by a full disk, or written by anybody. One
that cannot be used is left out with a finding; it keeps nobody else from the portal.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import catalogues
from ..comparison import snapshot
from ..comparison.snapshot import Snapshot
from ..model import codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..publish import feeds
from ..read.documents import read_document
from ..read.hygiene import visible

_SCHEMA = "ringkasan.schema.json"
_CATALOGUE, _POD = "catalog.jsonld", "data.json"
_MOST = 50_000_000
"""Bytes of a file for programs."""


@dataclass(frozen=True, slots=True)
class Member:
    """One agency's site as the portal uses it; its large files are read when they are used."""

    folder: Path
    snapshot: Snapshot

    @property
    def feed(self) -> bytes:
        """Its feed of editions."""
        return _bytes(self.folder / feeds.NAME)

    @property
    def catalogue(self) -> catalogues.PublishedCatalogue:
        """What it offers to harvesters."""
        listed, pod = (_bytes(self.folder / name) for name in (_CATALOGUE, _POD))
        return catalogues.PublishedCatalogue(listed, pod)


def portal_members(sites: Path) -> tuple[tuple[Member, ...], tuple[Finding, ...]]:
    """The agencies with a usable site in the folder `sites`, by name; and why others are not."""
    folders = sorted(file.parent for file in sites.glob(f"*/{snapshot.NAME}"))
    judged = [_member(folder) for folder in folders]
    found = [item for item in judged if isinstance(item, Member)]
    faults = tuple(item for item in judged if isinstance(item, Finding))
    return tuple(sorted(found, key=lambda item: item.snapshot.name)), faults


def _member(folder: Path) -> Member | Finding:
    shown = f"{visible(folder.name)}/{snapshot.NAME}"
    document, findings = read_document(folder / snapshot.NAME, shown, _SCHEMA)
    if document is None or findings:
        told = [finding.message for finding in findings]
        return _left_out(shown, told[0] if told else message("portal.no-summary"))
    if document["slug"] != folder.name:
        return _left_out(shown, message("portal.summary-of-other", slug=document["slug"]))
    member = Member(folder, snapshot.restored_snapshot(document))
    try:
        _try(member.feed, member.catalogue)
    except Exception:  # what strangers write breaks readers in every way there is
        said = message("portal.files-unreadable", feed=feeds.NAME, catalogue=_CATALOGUE, data=_POD)
        return _left_out(shown, said)
    return member


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > _MOST:
        raise ValueError(file.name)
    return file.read_bytes()


def _try(feed: bytes, listed: catalogues.PublishedCatalogue) -> None:
    """Do with one agency's files what is done with all of them."""
    feeds.merged_feeds("portal", "https://portal.example/", [feed])
    dict(catalogues.portal("portal", "https://portal.example/", [listed]))


def _left_out(shown: str, reason: Message | str) -> Finding:
    said = message("portal.left-out", reason=reason)
    return Finding(codes.SNAPSHOT_UNUSABLE, Place(shown), said)
