"""A dataset's past: its history, the page of an older edition, what two editions differ in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..history import (
    Alteration,
    AlterationKind,
    Difference,
    difference_address,
    edition_address,
    timeline,
)
from ..model import Agency, Change, Dataset, Table
from ..model.products import Download, GeneratedPage
from ..words.wording import TYPE
from .decisions import decisions
from .fragments import render, safe
from .grid import Reader, grid
from .page import write_page

LISTED = 200
"""Alterations that a page shows; the file beside it has them all."""
ALTERATION = {
    AlterationKind.TABLE_ADDED: "tabel baru",
    AlterationKind.TABLE_REMOVED: "tabel dihapus",
    AlterationKind.COLUMN_ADDED: "kolom baru",
    AlterationKind.COLUMN_REMOVED: "kolom dihapus",
    AlterationKind.TYPE_CHANGED: "jenis kolom berubah",
    AlterationKind.KEY_CHANGED: "kunci baris berubah",
    AlterationKind.ROW_ADDED: "baris baru",
    AlterationKind.ROW_REMOVED: "baris dihapus",
    AlterationKind.REVISED: "nilai berubah",
}


@dataclass(frozen=True)
class EditionView:
    """What halaman/edisi.html shows of an older edition (`dataset`, `edition`)."""

    edition: Dataset
    dataset: Dataset
    current: Dataset
    newer: Dataset
    agency: Agency
    beda: str
    privacy: Markup
    tables: Sequence[Markup]
    offered: Sequence[Download]
    folder: str


@dataclass(frozen=True)
class DifferenceView:
    """What halaman/beda.html shows; `shown` are as many alterations as a page holds."""

    found: Difference
    shown: Sequence[Alteration]
    change: Change | None
    kata_jenis: Mapping[AlterationKind, str]
    jenis_kolom: Mapping[str, str]
    lama: str
    baru: str
    alamat: str


def history(dataset: Dataset) -> str:
    """The editions of a dataset with their reasons, as a fragment of its page."""
    return render(
        "riwayat",
        editions=timeline(dataset),
        diperbarui=dataset.updated,
        slug=dataset.slug,
        beda=difference_address,
    )


def edition_page(
    edition: Dataset,
    newer: Dataset,
    dataset: Dataset,
    agency: Agency,
    offered: Sequence[Download],
) -> GeneratedPage:
    """An older edition of `dataset`, before `newer`: tables, downloads, notes and source.

    It has no charts: today's program may draw them otherwise than they were. Only who embedded
    one gets it still (see `standalone.embedded`).
    """
    address = edition_address(dataset, edition.version)
    difference = difference_address(dataset.slug, edition.version, newer.version)
    title = f"{edition.title}, edisi {edition.version}"
    view = EditionView(
        edition=edition,
        dataset=edition,
        current=dataset,
        newer=newer,
        agency=agency,
        beda=difference,
        privacy=safe(decisions(edition, agency)),
        tables=tuple(safe(_table(edition, table, _folder(address))) for table in edition.tables),
        offered=offered,
        folder=_folder(address),
    )
    description = f"Edisi lama {edition.version}: {edition.description}"
    return write_page("edisi", address, title, description, view)


def _folder(address: str) -> str:
    """The address below data/, as the templates of dataset pages want it."""
    return address.removeprefix("data/").rstrip("/")


def _table(edition: Dataset, table: Table, folder: str) -> str:
    reader = Reader(table, [note for note in edition.notes if note.table == table.name])
    return render("tabel", grid=grid(reader), id=table.name, slug=folder)


def difference_page(found: Difference, dataset: Dataset) -> GeneratedPage:
    """What changed from one edition of `dataset` to the next, and why."""
    address = difference_address(dataset.slug, found.old, found.new)
    title = f"{dataset.title}: perbedaan edisi {found.old} dan {found.new}"
    change = next((item for item in dataset.history if item.version == found.new), None)
    view = DifferenceView(
        found=found,
        shown=found.alterations[:LISTED],
        change=change,
        kata_jenis=ALTERATION,
        jenis_kolom=TYPE,
        lama=edition_address(dataset, found.old),
        baru=edition_address(dataset, found.new),
        alamat=address,
    )
    description = f"Yang berubah dari edisi {found.old} ke {found.new}, beserta alasannya."
    return write_page("beda", address, title, description, view)
