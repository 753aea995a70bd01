"""Findings on what was promised: editions stay as they were, addresses stay or say why not."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from ..model import Catalog, Dataset, codes
from ..model.findings import Finding, Place
from ..model.registers import REGISTERS
from ..model.versions import rank
from .ledger import ADDRESSES, RECORDS, RETIRED, RETIRED_HEAD, Ledger
from .seal import seal

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
            elif seal(there[record.version]) != record.seal:
                yield _changed(there[record.version], dataset, ledger)


def _changed(edition: Dataset, current: Dataset, ledger: Ledger) -> Finding:
    version = edition.version
    message = f"Isi edisi {version} sudah tercatat di {RECORDS}, tetapi sekarang berbeda."
    if edition is current:
        remedy = f"Naikkan versi: {_command(current, version, ledger)}"
    else:
        folder = posixpath.dirname(edition.file)
        remedy = f"Edisi lama tidak diubah lagi: kembalikan folder {folder}/ seperti semula."
    return Finding(codes.EDITION_CHANGED, Place(edition.file), message, remedy)


def _unfrozen(dataset: Dataset, version: str, ledger: Ledger) -> Finding:
    newer = rank(dataset.version) > rank(version)
    message = f"Edisi {version} pernah terbit, tetapi tidak ada di `v/{version}/`."
    remedy = "Kembalikan folder itu seperti semula."
    if newer:
        remedy = f"Simpan edisi lama itu: {_command(dataset, version, ledger, dataset.version)}"
    return Finding(codes.EDITION_CHANGED, Place(dataset.file), message, remedy)


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
            others = f" (dan {len(there) - 1} lainnya)" if len(there) > 1 else ""
            message = f"`{item.address}` dipensiunkan, padahal `{there[0]}`{others} masih ada."
            yield Finding(codes.RETIREMENT_WRONG, _line(ledger, item.row), message)


def lost(ledger: Ledger, addresses: Collection[str], notices: Collection[str]) -> Iterator[Finding]:
    """What the finished site breaks; of its `addresses`, `notices` only tell what went."""
    there = frozenset(addresses)
    live = there - frozenset(notices)
    yield from revived(ledger, live)
    for item in ledger.retired:
        if item.target and item.target not in live:
            message = f"`{item.address}` menuju `{item.target}`, yang tidak ada di situs ini."
            yield Finding(codes.RETIREMENT_WRONG, _line(ledger, item.row), message)
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
    """'data/pbi/pbi.csv' -> ['', 'data/', 'data/pbi/']."""
    parts = address.split("/")[:-1]
    return ["", *("".join(f"{part}/" for part in parts[:end]) for end in range(1, len(parts) + 1))]


def _vanished(folder: str, dead: bool, members: list[str], ledger: Ledger) -> Finding:
    shown = members[:_LISTED] if dead else members
    listed = ", ".join(f"`{item}`" for item in shown)
    if len(members) > len(shown):
        listed += f", dan {len(members) - len(shown)} lain yang diawali `{folder}`"
    message = f"{len(members)} alamat yang pernah terbit tidak ada lagi: {listed}."
    remedy = (
        f"Kembalikan yang hilang. Bila memang dihapus atau pindah, tulis di {ledger.folder}/"
        f"{RETIRED}, di bawah judul `{','.join(RETIRED_HEAD)}`, baris "
        f"`{folder if dead else members[0]},,alasan,tanggal`; kolom kedua untuk alamat "
        "penggantinya, bila ada."
    )
    return Finding(codes.ADDRESS_GONE, Place(f"{ledger.folder}/{ADDRESSES}"), message, remedy)


def _line(ledger: Ledger, row: int) -> Place:
    return Place(f"{ledger.folder}/{RETIRED}", row)
