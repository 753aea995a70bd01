"""A dataset's past: its history, the page of an older edition, what two editions differ in."""

from __future__ import annotations

from collections.abc import Sequence

from ..history import AlterationKind, Difference, difference_address, edition_address, timeline
from ..model import Agency, Dataset, Table
from ..model.products import Download, Page
from ..words.wording import TYPE
from .decisions import decisions
from .fragments import front_matter, heading, mark, render
from .grid import Reader, grid

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
) -> Page:
    """An older edition of `dataset`, before `newer`: tables, downloads, notes and source.

    It has no charts: today's program may draw them otherwise than they were. Only who embedded
    one gets it still (see `standalone.embedded`).
    """
    address = edition_address(dataset, edition.version)
    difference = difference_address(dataset.slug, edition.version, newer.version)
    title = f"{edition.title}, edisi {edition.version}"
    fragments = {
        f"{address}pengantar": render(
            "edisi", edition=edition, dataset=dataset, newer=newer, beda=difference
        ),
        f"{address}unduh": render(
            "unduh", dataset=edition, offered=offered, folder=_folder(address)
        ),
        f"{address}sumber": render("_fakta", dataset=edition, agency=agency, terbaru=False),
    }
    if told := decisions(edition, agency):
        fragments[f"{address}privasi"] = told
    for table in edition.tables:
        fragments[f"{address}tabel/{table.name}"] = _table(edition, table, _folder(address))
    parts = [
        front_matter(title, f"Edisi lama {edition.version}: {edition.description}"),
        heading(title),
        mark(f"{address}pengantar"),
        "## Tabel",
        *([mark(f"{address}privasi")] if told else []),
        *(mark(f"{address}tabel/{table.name}") for table in edition.tables),
        "## Unduh",
        mark(f"{address}unduh"),
    ]
    if edition.notes:
        fragments[f"{address}catatan"] = render("catatan", dataset=edition)
        parts += ["## Catatan mutu data", mark(f"{address}catatan")]
    parts += ["## Sumber dan lisensi", mark(f"{address}sumber")]
    return Page(f"{address}index.md", "\n\n".join(parts) + "\n", fragments)


def _folder(address: str) -> str:
    """The address below data/, as the templates of dataset pages want it."""
    return address.removeprefix("data/").rstrip("/")


def _table(edition: Dataset, table: Table, folder: str) -> str:
    reader = Reader(table, [note for note in edition.notes if note.table == table.name])
    return render("tabel", grid=grid(reader), id=table.name, slug=folder)


def difference_page(found: Difference, dataset: Dataset) -> Page:
    """What changed from one edition of `dataset` to the next, and why."""
    address = difference_address(dataset.slug, found.old, found.new)
    title = f"{dataset.title}: perbedaan edisi {found.old} dan {found.new}"
    change = next((item for item in dataset.history if item.version == found.new), None)
    html = render(
        "beda",
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
    parts = [front_matter(title, description), heading(title), mark(f"{address}isi")]
    return Page(f"{address}index.md", "\n\n".join(parts) + "\n", {f"{address}isi": html})
