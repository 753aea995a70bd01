"""The figure block: what the chart says, the chart, its numbers, downloads, citation, embedding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..citation import Citation, chart_anchor, chart_citations, cite_figure
from ..model import Agency, Dataset
from ..model.messages import message
from ..model.products import PNG, SVG, VEGA_LITE, Download, Drawing, SharedPicture
from ..words.catalogues import text
from ..words.sentences import first_sentence
from .embedding import EmbedOffer, offer_embed
from .fragments import ROOT, literal, render
from .grid import chart_grid


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
    embed: EmbedOffer | None = None
    more: str = ""
    level: int = 3
    references: Mapping[str, str] = field(default_factory=dict)
    notes: str = ""
    """Where the quality notes about it stand; '' where there are none."""
    compared: str = ""
    """Where other agencies' figures stand beside these; '' where nobody lays them there."""


def figure_key(drawing: Drawing) -> str:
    """The name by which pages ask for a figure: '<slug>/<view>'."""
    return f"{drawing.data.slug}/{drawing.data.view.name}"


def figure_id(drawing: Drawing) -> str:
    """Its anchor on a page."""
    return chart_anchor(drawing.data.slug, drawing.data.view.name)


def shared_picture(drawing: Drawing, folder: str) -> SharedPicture:
    """The chart as pages that others share show it; `folder` is where its files stand."""
    width, height = drawing.png_size
    alt = literal(str(escape(f"{drawing.data.view.title}. {drawing.sentence}")))
    return SharedPicture(f"{folder}{drawing.data.view.name}.png", width, height, alt)


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
        embed=offer_embed(drawing, dataset, agency),
        more=text(message("web.whole-data")),
        references=chart_citations(view.name),
        notes=f"{ROOT}/data/{dataset.slug}/#catatan-mutu-data" if dataset.notes else "",
        compared=_compared(dataset, view.table, agency),
    )
    return figure(drawing, place, answered=answered)


def _compared(dataset: Dataset, table: str, agency: Agency) -> str:
    """The page that lays a table's figures beside those of other agencies; '' for none."""
    concepts = [item.concept for item in dataset.comparables if item.table == table]
    if not concepts or not agency.comparisons_url:
        return ""
    page = f"{agency.comparisons_url}{concepts[0]}/"
    return page if urlsplit(page).scheme else f"{ROOT}/{page}"


def figure(drawing: Drawing, place: FigurePlace, *, answered: bool = False) -> str:
    """The block with its parts that unfold; theme/skrip/grafik.js makes tabs of them."""
    name = drawing.data.view.name
    pictures = [
        Download(f"{name}.svg", text(message("web.picture-svg")), len(drawing.svg), SVG),
        Download(f"{name}.png", text(message("web.picture-png")), len(drawing.png), PNG),
    ]
    if size := len(drawing.specification):
        said = text(message("web.specification"))
        pictures.append(Download(f"{name}.vl.json", said, size, VEGA_LITE))
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
        selengkapnya=place.more,
        banding=place.compared,
        tingkat=place.level,
    )
