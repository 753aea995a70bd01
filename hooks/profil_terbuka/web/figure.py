"""The figure block: what the chart says, the chart, its numbers, downloads, citation, embedding."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from ..citation import Citation, chart_anchor, chart_citations, cite_figure
from ..model import Agency, Dataset
from ..model.messages import message
from ..model.products import PNG, SVG, Download, Drawing
from ..words.catalogues import text
from ..words.sentences import first_sentence
from .fragments import ROOT, render
from .grid import chart_grid

UNKNOWN_SITE = "ALAMAT-SITUS"
_PICTURE_WIDTH = 520
_REMARK_LINE, _REMARK_LETTERS = 22, 55
"""Height of a line of remarks in CSS pixels, and how many letters it holds."""
_BESIDES = 260
"""Height in an embedded page of heading, table switch and source, in CSS pixels."""


@dataclass(frozen=True)
class FigurePlace:
    """Where a figure belongs: `address` is the page that has its files, `tables` among them.

    `embed` is the bare page for other sites, `pinned` the same of this very edition, '' where there
    is none; `more` names the link to
    `address`, '' on that page itself. `level` is that of the heading. `references` are the files
    for reference managers, by format.
    """

    address: str
    citation: Citation
    tables: tuple[Download, ...]
    embed: str = ""
    pinned: str = ""
    more: str = ""
    level: int = 3
    references: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    """Where the quality notes about it stand; '' where there are none."""


def figure_key(drawing: Drawing) -> str:
    """The name by which pages ask for a figure: '<slug>/<view>'."""
    return f"{drawing.data.slug}/{drawing.data.view.name}"


def figure_id(drawing: Drawing) -> str:
    """Its anchor on a page."""
    return chart_anchor(drawing.data.slug, drawing.data.view.name)


def dataset_figure(
    drawing: Drawing,
    dataset: Dataset,
    agency: Agency,
    offered: Sequence[Download],
    *,
    answered: bool = False,
) -> str:
    """The block for a chart of a dataset; `offered` are the dataset's downloads.

    `answered`: the page has said already what the chart says.
    """
    view = drawing.data.view
    table = dataset.table(view.table)
    place = FigurePlace(
        f"{ROOT}/data/{dataset.slug}/",
        cite_figure(drawing, dataset, agency),
        tuple(item for item in offered if item.name == table.path),
        embed=f"data/{dataset.slug}/sematan/{view.name}/",
        pinned=f"data/{dataset.slug}/v/{dataset.version}/sematan/{view.name}/",
        more=text(message("web.whole-data")),
        references=chart_citations(view.name),
        notes=f"{ROOT}/data/{dataset.slug}/#catatan-mutu-data" if dataset.notes else "",
    )
    return figure(drawing, place, answered=answered)


def figure(drawing: Drawing, place: FigurePlace, *, answered: bool = False) -> str:
    """The block with its parts that unfold; theme/skrip/grafik.js makes tabs of them."""
    name = drawing.data.view.name
    pictures = [
        Download(f"{name}.svg", text(message("web.picture-svg")), len(drawing.svg), SVG),
        Download(f"{name}.png", text(message("web.picture-png")), len(drawing.png), PNG),
    ]
    return render(
        "grafik",
        drawing=drawing,
        judul=first_sentence(drawing.sentence),
        terjawab=answered,
        svg=Markup(drawing.inline),  # noqa: S704  drawn by us from escaped text
        grid=chart_grid(drawing.data),
        id=figure_id(drawing),
        alamat=place.address,
        catatan=place.notes,
        kutipan=place.citation,
        rujukan=place.references,
        berkas=[*place.tables, *pictures],
        sematan=place.embed,
        kode=_embed_code(drawing, place, place.embed) if place.embed else "",
        kode_edisi=_embed_code(drawing, place, place.pinned) if place.pinned else "",
        selengkapnya=place.more,
        tingkat=place.level,
    )


def _embed_code(drawing: Drawing, place: FigurePlace, page: str) -> str:
    """HTML for another site. Without an address of its own the site is named by a word to replace.

    The reader's browser knows the address: theme/skrip/salin.js puts it there.
    """
    citation = place.citation
    root = citation.address.removesuffix(citation.path) or f"https://{UNKNOWN_SITE}/"
    return (
        f'<iframe src="{escape(root + page)}" title="{escape(drawing.data.view.title)}" '
        f'width="100%" height="{_embed_height(drawing)}" style="border:0" loading="lazy"></iframe>'
    )


def _embed_height(drawing: Drawing) -> int:
    """Height in CSS pixels that shows the embedded figure without scrolling, on most pages."""
    tallest = max(height * min(1, _PICTURE_WIDTH / width) for width, height in drawing.sizes)
    said = _REMARK_LINE * math.ceil(sum(map(len, drawing.remarks)) / _REMARK_LETTERS)
    return 10 * round((tallest + said + _BESIDES) / 10)
