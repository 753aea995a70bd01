"""The list as it was last recorded (`make catat`), and what has changed since."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from ...model.findings import Finding
from ...read.documents import read_document
from ..law.half_years import HalfYear, half_year_named, half_year_of
from .public_list import PublicList

NAME = "dip.json"
"""The published list; beside instansi.yml the same file, kept from the last recorded edition."""
_AT_START = re.compile(r"dip-(\d{4}-[12])\.json")
"""Beside it, the list that held when a half of a year began, for the report on that half."""
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
    return _read_list(root, f"{shown}/{NAME}")


def list_at_start(root: Path, shown: str, half: HalfYear) -> FormerList | None:
    """The list that held when the half began, as far as it was recorded; None where it was not.

    A list that was kept for a later half held here too if it is older than this half.
    """
    kept = (_AT_START.fullmatch(path.name) for path in (root / shown).glob("dip-*.json"))
    halves = sorted(filter(None, (half_year_named(name[1]) for name in kept if name)))
    names = [start_list_name(later) for later in halves if later >= half]
    lists = (_read_list(root, f"{shown}/{name}")[0] for name in (*names, NAME))
    before = half.start.isoformat()
    return next((found for found in lists if found and found.date < before), None)


def start_list_name(half: HalfYear) -> str:
    """The file that keeps the list of the beginning of a half.

    >>> start_list_name(HalfYear(2026, 2))
    'dip-2026-2.json'
    """
    return f"dip-{half.name}.json"


def is_list_record(name: str) -> bool:
    """Whether a file keeps a list that was recorded."""
    return name == NAME or _AT_START.fullmatch(name) is not None


def kept_for_half(before: str, now: str) -> str:
    """The file in which a list of the day `before` is kept once one of the day `now` replaces it.

    '' where both are of the same half: the list is not the one that held when it began.

    >>> kept_for_half("2026-05-04", "2026-08-17"), kept_for_half("2026-07-01", "2026-08-17")
    ('dip-2026-2.json', '')
    """
    older, newer = (half_year_of(datetime.date.fromisoformat(day)) for day in (before, now))
    return start_list_name(newer) if older < newer else ""


def _read_list(root: Path, file: str) -> tuple[FormerList | None, tuple[Finding, ...]]:
    path = root / file
    if not path.is_file():
        return None, ()
    document, findings = read_document(path, file, "dip.schema.json")
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
