"""The list as it was last recorded (`make catat`), and what has changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ...model.findings import Finding
from ...read.documents import read_document
from .publiclist import PublicList

NAME = "dip.json"
"""The published list; beside instansi.yml the same file, kept from the last recorded edition."""
COMPARED = ("jenis", "ringkasan", "penguasa", "penanggung_jawab", "retensi", "tanggal_pembaruan")


@dataclass(frozen=True, slots=True)
class FormerRow:
    """A row of the last recorded list."""

    key: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Former:
    """The last recorded list and its date."""

    date: str
    rows: tuple[FormerRow, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Titles of what came, what went, and what is described otherwise since `since`."""

    since: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    altered: tuple[str, ...]


def read_former(root: Path, shown: str) -> tuple[Former | None, tuple[Finding, ...]]:
    """The list kept in the folder `shown` below `root`; None before the first was recorded."""
    path = root / shown / NAME
    if not path.is_file():
        return None, ()
    document, findings = read_document(path, f"{shown}/{NAME}", "dip.schema.json")
    if document is None:
        return None, findings
    rows = tuple(FormerRow(row["kunci"], row["isi"]) for row in document["baris"])
    return Former(document["tanggal"], rows), ()


def list_json(listed: PublicList, title: str, publisher: str, date: str) -> bytes:
    """The list for programs, and for comparing the next one with."""
    document = {
        "judul": title,
        "badan_publik": publisher,
        "tanggal": date,
        "kolom": {column.name: column.title for column in listed.columns},
        "baris": [
            {"kunci": entry.key, "kewajiban": list(entry.obligations), "isi": dict(entry.cells)}
            for entry in listed.entries
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def changes(former: Former | None, listed: PublicList) -> Changes | None:
    """What is different; None where there is nothing to compare with."""
    if former is None:
        return None
    before = {row.key: row.cells for row in former.rows}
    now = {entry.key: entry.cells for entry in listed.entries}
    return Changes(
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
