"""The list as it was last recorded (`make catat`), and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...model.findings import Finding
from ...read.documents import read_document
from .public_list import PublicList

NAME = "dip.json"
"""The published list; beside instansi.yml the same file, kept from the last recorded edition."""
COMPARED = ("jenis", "ringkasan", "penguasa", "penanggung_jawab", "retensi", "tanggal_pembaruan")


@dataclass(frozen=True, slots=True)
class FormerEntry:
    """A row of the last recorded list."""

    key: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class FormerList:
    """The last recorded list and its date."""

    date: str
    rows: tuple[FormerEntry, ...]


@dataclass(frozen=True, slots=True)
class ListChanges:
    """Titles of what came, what went, and what is described otherwise since `since`."""

    since: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    altered: tuple[str, ...]


def read_former_list(root: Path, shown: str) -> tuple[FormerList | None, tuple[Finding, ...]]:
    """The list kept in the folder `shown` below `root`; None before the first was recorded."""
    path = root / shown / NAME
    if not path.is_file():
        return None, ()
    document, findings = read_document(path, f"{shown}/{NAME}", "dip.schema.json")
    if document is None:
        return None, findings
    rows = tuple(FormerEntry(row["kunci"], row["isi"]) for row in document["baris"])
    return FormerList(document["tanggal"], rows), ()


def list_changes(former: FormerList | None, listed: PublicList) -> ListChanges | None:
    """What is different; None where there is nothing to compare with."""
    if former is None:
        return None
    before = {row.key: row.cells for row in former.rows}
    now = {entry.key: entry.cells for entry in listed.entries}
    return ListChanges(
        former.date,
        tuple(cells["jenis"] for key, cells in now.items() if key not in before),
        tuple(cells["jenis"] for key, cells in before.items() if key not in now),
        tuple(
            cells["jenis"]
            for key, cells in now.items()
            if key in before
            and any(cells.get(name, "") != before[key].get(name, "") for name in COMPARED)
        ),
    )
