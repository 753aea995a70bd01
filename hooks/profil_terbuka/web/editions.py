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
from ..model.messages import message
from ..model.products import Download, GeneratedPage
from ..words.catalogues import text
from ..words.labels import TYPE
from .decisions import decisions
from .fragments import render, safe
from .grid import Reader, grid
from .page import write_page

LISTED = 200
"""Alterations that a page shows; the file beside it has them all."""
ALTERATION = {
    AlterationKind.TABLE_ADDED: message("web.alteration.table-added"),
    AlterationKind.TABLE_REMOVED: message("web.alteration.table-removed"),
    AlterationKind.COLUMN_ADDED: message("web.alteration.column-added"),
    AlterationKind.COLUMN_REMOVED: message("web.alteration.column-removed"),
    AlterationKind.TYPE_CHANGED: message("web.alteration.type-changed"),
    AlterationKind.KEY_CHANGED: message("web.alteration.key-changed"),
    AlterationKind.ROW_ADDED: message("web.alteration.row-added"),
    AlterationKind.ROW_REMOVED: message("web.alteration.row-removed"),
    AlterationKind.REVISED: message("web.alteration.revised"),
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
    title = text(message("web.old-edition", title=edition.title, version=edition.version))
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
    description = text(
        message(
            "web.old-edition-description", version=edition.version, description=edition.description
        )
    )
    return write_page("edisi", address, title, description, view, modified=edition.issued or "")


def _folder(address: str) -> str:
    """The address below data/, as the templates of dataset pages want it."""
    return address.removeprefix("data/").rstrip("/")


def _table(edition: Dataset, table: Table, folder: str) -> str:
    notes = [note for note in edition.notes if note.table == table.name]
    reader = Reader(table, notes, cited=False)
    return render("tabel", grid=grid(reader), id=table.name, slug=folder)


def difference_page(found: Difference, dataset: Dataset) -> GeneratedPage:
    """What changed from one edition of `dataset` to the next, and why."""
    address = difference_address(dataset.slug, found.old, found.new)
    title = text(message("web.difference", title=dataset.title, old=found.old, new=found.new))
    change = next((item for item in dataset.history if item.version == found.new), None)
    view = DifferenceView(
        found=found,
        shown=found.alterations[:LISTED],
        change=change,
        kata_jenis={kind: text(name) for kind, name in ALTERATION.items()},
        jenis_kolom=TYPE,
        lama=edition_address(dataset, found.old),
        baru=edition_address(dataset, found.new),
        alamat=address,
    )
    description = text(message("web.difference-description", old=found.old, new=found.new))
    return write_page("beda", address, title, description, view)
