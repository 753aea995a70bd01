"""What an agency has published so far: addresses, editions, and addresses that were given up.

Three files beside instansi.yml, none of which a new agency has. alamat.txt and edisi.csv are
written by `make catat`, pensiun.csv by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Field, Role, Schema, Table, codes
from ..model.findings import Finding, Place
from ..model.messages import Message, message
from ..model.versions import is_version
from ..read import tables
from ..read.documents import closed

ADDRESSES, RECORDS, RETIRED = "alamat.txt", "edisi.csv", "pensiun.csv"
RECORD_HEAD = ("dataset", "versi", "sidik", "tanggal")
RETIRED_HEAD = ("alamat", "menuju", "alasan", "tanggal")
HOME = "index.html"

_ADDRESS = re.compile(r"(?!.*(?:^|/)\.\.?(?:/|$))(?!.*//)(?!/)[^\\<>=\"|:?#\x00-\x1f\x7f]+(?<! )")
"""A path below the agency's root: no scheme, no way upwards, no mark of an unfinished merge."""
_SEAL = re.compile(r"[0-9a-f]{64}")
_MACHINERY = ("aset/", "pagefind/")
_STYLE_AND_SCRIPT = (".css", ".js")
_TWIN = "index.md"


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """An edition that was published, with the seal of its content (see `seal`)."""

    dataset: str
    version: str
    seal: str
    date: str


@dataclass(frozen=True, slots=True)
class Retirement:
    """An address given up on purpose, and all below it; no `target`: nothing takes its place."""

    address: str
    target: str
    reason: str
    date: str
    row: int

    def covers(self, address: str) -> bool:
        """Whether this line is about the address."""
        below = self.address.endswith("/") and address.startswith(self.address)
        return below or address == self.address


@dataclass(frozen=True)
class Ledger:
    """The three files of one agency; `folder` is their path as it is shown to people."""

    folder: str
    addresses: frozenset[str] = frozenset()
    records: tuple[EditionRecord, ...] = ()
    retired: tuple[Retirement, ...] = ()

    @property
    def current(self) -> tuple[EditionRecord, ...]:
        """Each edition as it was sealed last: withholding numbers seals an edition anew."""
        return tuple({(item.dataset, item.version): item for item in self.records}.values())

    def retirement(self, address: str) -> Retirement | None:
        """The most particular line about an address."""
        about = [item for item in self.retired if item.covers(address)]
        return max(about, key=lambda item: len(item.address), default=None)


def published_addresses(files: Iterable[str]) -> frozenset[str]:
    """The addresses of a site's files; a page's is that of its folder.

    What only makes pages work is left out: nobody cites it, and some names change with every build.
    What stands beside a page goes with it.

    >>> sorted(published_addresses(["index.html", "data/pbi/index.html", "aset/gaya.css"]))
    ['data/pbi/', 'index.html']
    """
    return frozenset(
        HOME if name == HOME else name.removesuffix(HOME)
        for name in files
        if not name.startswith(_MACHINERY) and not name.endswith((*_STYLE_AND_SCRIPT, _TWIN))
    )


def read_ledger(root: Path, shown: str) -> tuple[Ledger, tuple[Finding, ...]]:
    """The ledger of the agency in the folder `shown` below `root`.

    What cannot be used is left out and told.
    """
    folder = root / shown
    addresses, faults = _addresses(folder / ADDRESSES, f"{shown}/{ADDRESSES}")
    records, record_faults = _records(folder / RECORDS, f"{shown}/{RECORDS}")
    retired, retired_faults = _retired(folder / RETIRED, f"{shown}/{RETIRED}")
    ledger = Ledger(shown, addresses, records, retired)
    return ledger, (*faults, *record_faults, *retired_faults)


def _addresses(path: Path, file: str) -> tuple[frozenset[str], tuple[Finding, ...]]:
    if not path.is_file():
        return frozenset(), ()
    try:
        lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError as problem:
        return frozenset(), (closed(problem, file),)
    faults = tuple(
        Finding(codes.LEDGER_DAMAGED, Place(file, number), message("history.no-address"))
        for number, line in enumerate(lines, start=1)
        if not _ADDRESS.fullmatch(line)
    )
    return frozenset(filter(_ADDRESS.fullmatch, lines)), faults


def _records(path: Path, file: str) -> tuple[tuple[EditionRecord, ...], tuple[Finding, ...]]:
    rows, faults = _table_rows(path, file, RECORD_HEAD)
    records = [(number, EditionRecord(*row)) for number, row in rows]
    wrong = tuple(
        Finding(codes.LEDGER_DAMAGED, Place(file, number), message("history.record-damaged"))
        for number, item in records
        if not (is_version(item.version) and _SEAL.fullmatch(item.seal))
    )
    return () if wrong else tuple(item for _, item in records), (*faults, *wrong)


def _retired(path: Path, file: str) -> tuple[tuple[Retirement, ...], tuple[Finding, ...]]:
    rows, faults = _table_rows(path, file, RETIRED_HEAD)
    found = [
        Retirement(address, target, reason, date, number)
        for number, (address, target, reason, date) in rows
    ]
    wrong = tuple(
        Finding(codes.RETIREMENT_WRONG, Place(file, item.row), said)
        for item in found
        for said in _retirement_faults(item)
    )
    return () if wrong else tuple(found), (*faults, *wrong)


def _retirement_faults(item: Retirement) -> Iterator[Message]:
    if not _ADDRESS.fullmatch(item.address) or item.address == HOME:
        yield message("history.not-retirable", address=item.address)
    if item.target and not _ADDRESS.fullmatch(item.target):
        yield message("history.target-elsewhere", target=item.target)
    if not item.reason or not item.date:
        yield message("history.retirement-unexplained")


def _table_rows(
    path: Path, file: str, head: tuple[str, ...]
) -> tuple[list[tuple[int, tuple[str, ...]]], tuple[Finding, ...]]:
    """Number and cells of each row; a file that is not there, or holds its head only, has none."""
    if not path.is_file():
        return [], ()
    fields = tuple(
        Field(name, name, "date" if name == "tanggal" else "string", "", Role.REMARK)
        for name in head
    )
    table, faults = tables.read_table(path, Table(file, "", "", path.name, file, Schema(fields)))
    if table is None:
        kept = tuple(item for item in faults if item.code is not codes.CSV_EMPTY or item.place.row)
        return [], kept
    return list(enumerate(table.cells, start=2)), ()
