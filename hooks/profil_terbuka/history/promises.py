"""Findings on what was promised: editions stay as they were, addresses stay or say why not."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from ..model import Catalog, Dataset, codes
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, message
from ..model.registers import REGISTERS
from ..model.versions import rank
from .ledger import ADDRESSES, RECORDS, RETIRED, RETIRED_HEAD, Ledger
from .seal import edition_seal

_LISTED = 40
"""So many addresses of a folder of which nothing is left are named one by one."""


def broken(catalog: Catalog, ledger: Ledger) -> Iterator[Finding]:
    """Recorded editions of the catalogue's datasets that changed, or went without being frozen.

    A register has no editions: what it says today replaces what it said yesterday. Those that it
    once had stay as they were.
    """
    for dataset in catalog.datasets:
        kept = dataset.editions if dataset.slug in REGISTERS else (dataset, *dataset.editions)
        there = {item.version: item for item in kept}
        for record in ledger.current:
            if record.dataset != dataset.slug:
                continue
            if dataset.slug in REGISTERS and record.version not in there:
                continue
            if record.version not in there:
                address = f"data/{dataset.slug}/v/{record.version}/"
                if not ledger.retirement(address):
                    yield _unfrozen(dataset, record.version, ledger)
            elif edition_seal(there[record.version]) != record.seal:
                yield _changed(there[record.version], dataset, ledger)


def _changed(edition: Dataset, current: Dataset, ledger: Ledger) -> Finding:
    version = edition.version
    said = message("history.edition-changed", version=version, file=RECORDS)
    if edition is current:
        remedy = message("history.raise-version", command=_command(current, version, ledger))
    else:
        remedy = message("history.restore-edition", folder=posixpath.dirname(edition.file))
    return Finding(codes.EDITION_CHANGED, Place(edition.file), said, remedy)


def _unfrozen(dataset: Dataset, version: str, ledger: Ledger) -> Finding:
    newer = rank(dataset.version) > rank(version)
    remedy = message("history.restore-folder")
    if newer:
        command = _command(dataset, version, ledger, dataset.version)
        remedy = message("history.freeze-edition", command=command)
    said = message("history.edition-lost", version=version)
    return Finding(codes.EDITION_CHANGED, Place(dataset.file), said, remedy)


def _command(dataset: Dataset, version: str, ledger: Ledger, wanted: str = "") -> str:
    major, minor, _ = rank(version)
    agency = posixpath.basename(ledger.folder)
    return (
        f"make edisi INSTANSI={agency} DATASET={dataset.slug} "
        f'VERSI={wanted or f"{major}.{minor + 1}.0"} ALASAN="..."'
    )


def revived(ledger: Ledger, live: Collection[str]) -> Iterator[Finding]:
    """Lines of pensiun.csv about addresses that are still there."""
    for item in ledger.retired:
        there = sorted(address for address in live if item.covers(address))
        if there:
            others = message("history.and-others", count=len(there) - 1) if there[1:] else NOTHING
            said = message(
                "history.retired-and-there", address=item.address, there=there[0], others=others
            )
            yield Finding(codes.RETIREMENT_WRONG, _line(ledger, item.row), said)


def lost(ledger: Ledger, addresses: Collection[str], notices: Collection[str]) -> Iterator[Finding]:
    """What the finished site breaks; of its `addresses`, `notices` only tell what went."""
    there = frozenset(addresses)
    live = there - frozenset(notices)
    yield from revived(ledger, live)
    for item in ledger.retired:
        if item.target and item.target not in live:
            said = message("history.retired-to-nowhere", address=item.address, target=item.target)
            yield Finding(codes.RETIREMENT_WRONG, _line(ledger, item.row), said)
    gone = [item for item in ledger.addresses - there if not ledger.retirement(item)]
    inhabited = frozenset(folder for address in live for folder in _folders(address))
    for folder, members in _grouped(gone, inhabited):
        yield _vanished(folder, folder not in inhabited, members, ledger)


def _grouped(gone: Iterable[str], inhabited: Collection[str]) -> Iterable[tuple[str, list[str]]]:
    """Lost addresses by the highest folder of which nothing is left, else by their own folder."""
    groups: dict[str, list[str]] = {}
    for address in sorted(gone):
        folders = _folders(address)
        dead = [folder for folder in folders if folder not in inhabited]
        groups.setdefault(dead[0] if dead else folders[-1], []).append(address)
    return sorted(groups.items())


def _folders(address: str) -> list[str]:
    """The folders that an address lies in, the root first.

    >>> _folders("data/pbi/pbi.csv")
    ['', 'data/', 'data/pbi/']
    """
    parts = address.split("/")[:-1]
    return ["", *("".join(f"{part}/" for part in parts[:end]) for end in range(1, len(parts) + 1))]


def _vanished(folder: str, dead: bool, members: list[str], ledger: Ledger) -> Finding:
    shown = members[:_LISTED] if dead else members
    unseen = len(members) - len(shown)
    said = message(
        "history.addresses-gone",
        count=len(members),
        addresses=tuple(shown),
        more=message("history.more-in-folder", count=unseen, folder=folder) if unseen else NOTHING,
    )
    remedy = message(
        "history.restore-or-retire",
        file=f"{ledger.folder}/{RETIRED}",
        head=",".join(RETIRED_HEAD),
        address=folder if dead else members[0],
    )
    return Finding(codes.ADDRESS_GONE, Place(f"{ledger.folder}/{ADDRESSES}"), said, remedy)


def _line(ledger: Ledger, row: int) -> Place:
    return Place(f"{ledger.folder}/{RETIRED}", row)
