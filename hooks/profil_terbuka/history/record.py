"""Writes down what has been published: adds to alamat.txt and edisi.csv, never takes away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Catalog
from ..model.registers import REGISTERS
from ..model.versions import rank
from ..system.canonical import csv_text
from .ledger import ADDRESSES, RECORD_HEAD, RECORDS, EditionRecord, Ledger
from .seal import edition_seal


def recorded(ledger: Ledger, catalog: Catalog, addresses: Iterable[str]) -> Ledger:
    """The ledger with this catalogue, as it was read, and the `addresses` of its site added.

    What is retired stays as it is: a page that only tells what went cannot be missed itself. The
    editions of a register are not written down: it has none.
    """
    known = {(item.dataset, item.version) for item in ledger.records}
    new = [
        EditionRecord(edition.slug, edition.version, edition_seal(edition), edition.created[:10])
        for edition in catalog.packages
        if edition.slug not in REGISTERS and (edition.slug, edition.version) not in known
    ]
    fresh = {address for address in addresses if not ledger.retirement(address)}
    everything = (*ledger.records, *new)
    records = sorted(everything, key=lambda item: (item.dataset, rank(item.version)))
    return replace(ledger, addresses=ledger.addresses | fresh, records=tuple(records))


def ledger_files(ledger: Ledger) -> dict[str, bytes]:
    """The two files that the program keeps, by name."""
    rows = ((item.dataset, item.version, item.seal, item.date) for item in ledger.records)
    return {
        ADDRESSES: "".join(f"{address}\n" for address in sorted(ledger.addresses)).encode(),
        RECORDS: csv_text(RECORD_HEAD, rows),
    }
