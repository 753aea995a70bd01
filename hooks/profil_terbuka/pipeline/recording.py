"""What a site that was just built publishes is recorded: no address of it may vanish any more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import history, ppid
from ..model import Catalog
from ..model.embargo import released
from ..model.findings import Finding, errors
from ..model.messages import NOTHING, Message, message
from ..read import descriptor
from ..read.catalog import DATASETS, load
from ..system import clock
from ..system.cache import write_atomically
from ..words.catalogues import text
from ..words.report import report

SITE = "site"
"""Folder of the sites, below the repository's root."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many addresses and editions the ledger holds, and how many of them are new."""

    addresses: int
    new_addresses: int
    editions: int
    new_editions: int


class Unrecorded(Exception):
    """Nothing was recorded; the text says why."""


def record_site(root: Path, slug: str) -> Recorded:
    """Write the ledger of an agency whose site was built; Unrecorded where that is impossible.

    The ledger only grows. The public-information list is kept beside it, for the next one to be
    compared with.
    """
    shown, site = f"{DATASETS}/{slug}", root / SITE / slug
    loaded = load(root, slug)
    catalog = loaded.catalog and released(loaded.catalog, clock.today(loaded.catalog.agency.zone))
    ledger, faults = history.read_ledger(root, shown)
    found = [*loaded.findings, *faults]
    if catalog is None or not site.is_dir() or errors(found):
        raise Unrecorded(report(found) or text(message("commands.no-site-yet", slug=slug)))
    _refuse([*found, *history.broken(catalog, ledger)])
    if stale := _unpublished(catalog, site):
        raise Unrecorded(text(message("commands.edition-unpublished", slug=slug, edition=stale)))
    files = (path for path in site.rglob("*") if path.is_file())
    names = [path.relative_to(site).as_posix() for path in files]
    after = history.recorded(ledger, catalog, history.published_addresses(names))
    for name, data in history.ledger_files(after).items():
        write_atomically(root / shown / name, data)
    if (listed := site / "ppid" / ppid.LIST_NAME).is_file():
        _keep_list(root, shown, listed.read_bytes())
    return Recorded(
        addresses=len(after.addresses),
        new_addresses=len(after.addresses) - len(ledger.addresses),
        editions=len(after.records),
        new_editions=len(after.records) - len(ledger.records),
    )


def _keep_list(root: Path, shown: str, listed: bytes) -> None:
    """The new list replaces the old one, which stays where it is that of a half-year's start."""
    kept = root / shown / ppid.LIST_NAME
    former, _ = ppid.read_former_list(root, shown)
    if former is not None:
        name = ppid.kept_for_half(former.date, str(json.loads(listed)["tanggal"]))
        if name and not (root / shown / name).exists():
            write_atomically(root / shown / name, kept.read_bytes())
    write_atomically(kept, listed)


def _refuse(findings: Sequence[Finding]) -> None:
    if errors(findings):
        raise Unrecorded(report(findings))


def _unpublished(catalog: Catalog, site: Path) -> Message:
    """The first edition that the site does not hold; NOTHING when it was built from these data."""
    for dataset in catalog.datasets:
        file = site / "data" / dataset.slug / descriptor.NAME
        there = json.loads(file.read_text("utf-8"))["version"] if file.is_file() else ""
        if there != dataset.version:
            return message("commands.edition-of", dataset=dataset.slug, version=dataset.version)
    return NOTHING
