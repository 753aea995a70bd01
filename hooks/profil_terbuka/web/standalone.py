"""Documents that need no other file: a bare page to embed, and a dossier to carry away."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from ..citation import cite_dataset
from ..model import Agency, Dataset, Table, limits
from ..model.messages import message
from ..model.products import Drawing
from ..words.catalogues import text
from ..words.sentences import first_sentence
from . import assets, policy
from .embedding import embed_foot, oembed_name
from .figure import figure_id
from .fragments import head, render
from .grid import Grid, Reader, chart_grid, grid

_READABLE = "!$()*+,-./:;=?@_~"
"""Marks that an address may hold as they are."""


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """The page that embedded ones lead to: the way there from the edition's folder.

    `root` is the way from that folder to the site's own. `charts`: they stand on the page too.
    `pinned`: the frame keeps this edition, which need not be the `newest`.
    """

    home: str = ""
    root: str = "../.."
    charts: bool = True
    pinned: bool = False
    newest: bool = True


def embedded(
    dataset: Dataset, agency: Agency, drawings: Sequence[Drawing], page: EmbedPage
) -> Mapping[str, bytes]:
    """sematan/index.html and one page for each view, relative to the folder of the edition.

    The first shows the first chart. A view that cannot be drawn, and a dataset without charts, is
    shown as the main table: who embeds it keeps an address that answers.
    """
    drawn = {drawing.data.view.name: drawing for drawing in drawings}
    first = drawings[0] if drawings else None
    pages = {"sematan": _embed(dataset, agency, first, "../", page)}
    for view in dataset.views:
        folder = posixpath.join("sematan", view.name)
        pages[folder] = _embed(dataset, agency, drawn.get(view.name), "../../", page)
    return {f"{folder}/index.html": html.encode() for folder, html in pages.items()}


def _embed(
    dataset: Dataset, agency: Agency, drawing: Drawing | None, up: str, page: EmbedPage
) -> str:
    """`up` leads to the folder of the edition."""
    home = f"{up}{page.home}"
    anchor = f"#{figure_id(drawing)}" if drawing and page.charts else ""
    return render(
        "sematan",
        dataset=dataset,
        agency=agency,
        gambar=_picture(drawing) if drawing else None,
        grid=chart_grid(drawing.data) if drawing else _whole(dataset, dataset.main),
        asal=home,
        tujuan=f"{home}{anchor}",
        kaki=embed_foot(dataset, agency, pinned=page.pinned, newest=page.newest),
        catatan=text(message("web.embed-notes")),
        oembed=_discovery(drawing, agency, up) if drawing and not page.pinned else "",
        gaya=f"{up}{page.root}/{assets.BARE_STYLE}",
        skrip=f"{up}{page.root}/{assets.TELL_HEIGHT}",
        kebijakan=head(policy.EMBED),
    )


def _discovery(drawing: Drawing, agency: Agency, up: str) -> str:
    """Where programs that are given a live page's address learn how to embed it."""
    folder = f"{agency.root}data/{drawing.data.slug}/" if agency.site_url else up
    return f"{folder}{oembed_name(drawing.data.view)}"


def dossier(
    dataset: Dataset, agency: Agency, drawings: Sequence[Drawing], tables: Mapping[str, bytes]
) -> bytes:
    """Everything about a dataset in one HTML file that opens from a phone's or a disk's folder.

    `tables` are the published CSV files by name; they are in it, byte for byte, to be saved. Only
    very long ones are not (`limits.is_carried`): it says where to find these.
    """
    long = tuple(table for table in dataset.tables if not limits.is_carried(table))
    left_out = {table.path for table in long}
    carried = {name: data for name, data in tables.items() if name not in left_out}
    style = assets.standalone_style(agency.colour)
    html = render(
        "dosir",
        dataset=dataset,
        agency=agency,
        gambar=[_picture(drawing) for drawing in drawings],
        tabel_data=[(table, _whole(dataset, table)) for table in dataset.tables],
        berkas=[(name, len(data), _data_address(data)) for name, data in carried.items()],
        panjang=long,
        kutipan=cite_dataset(dataset, agency),
        gaya=Markup(style),  # noqa: S704  our own style sheet
        kebijakan=head(policy.dossier_policy(style)),
    )
    return html.encode()


def _whole(dataset: Dataset, table: Table) -> Grid:
    notes = [note for note in dataset.notes if note.table == table.name]
    return grid(Reader(table, notes, cited=False))


def _picture(drawing: Drawing) -> dict[str, object]:
    svg = Markup(drawing.inline)  # noqa: S704  drawn by us from escaped text
    return {"drawing": drawing, "judul": first_sentence(drawing.sentence), "svg": svg}


def _data_address(data: bytes) -> str:
    """A CSV file as an address that holds it; percent signs, so that the privacy gate reads it."""
    return f"data:text/csv;charset=utf-8,{quote(data, safe=_READABLE)}"
