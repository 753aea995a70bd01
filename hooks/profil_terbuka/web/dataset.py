"""The page of one dataset, at data/<slug>/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from ..check import CheckRecord
from ..citation import Citation, citation_head, cite_cells, cite_dataset, dataset_citations
from ..model import Agency, Dataset, Note, Table
from ..model.products import Download, Drawing, Explorer, GeneratedPage, Measurement
from ..words.sentences import first_sentence
from .decisions import decisions
from .editions import history
from .embedding import oembed_name
from .figure import dataset_figure, figure_key, shared_picture
from .fragments import literal, render, safe, table_key
from .grid import Reader, grid
from .page import write_page
from .quality import quality_section
from .request_letter import RequestLetter, request_letter
from .search import found_by_names
from .snippets import snippets_section

NOT_EXPLORED = Explorer()


@dataclass(frozen=True)
class Exhibits:
    """What was made of a dataset; `markup` says to search engines what it is."""

    drawings: Sequence[Drawing]
    offered: Sequence[Download]
    quality: Sequence[Measurement]
    checks: Sequence[CheckRecord] = ()
    markup: str = ""
    explorer: Explorer = NOT_EXPLORED
    takes_requests: bool = False
    """Whether the agency's site says how to ask for what it does not show."""


@dataclass(frozen=True)
class DatasetView:
    """What halaman/dataset.html shows."""

    dataset: Dataset
    agency: Agency
    temuan: tuple[str, str] | None
    """What the first chart says: its first sentence, and the rest."""
    figures: Sequence[Markup]
    """The first chart, if any; the page says what it says."""
    others: Sequence[tuple[str, Markup]]
    """The other charts, each with what it says."""
    peringatan: Sequence[Note]
    """What readers must know before they use a number, the gravest first."""
    explorer: Explorer
    privacy: Markup
    tables: Sequence[Markup]
    """The main table."""
    other_tables: Sequence[tuple[str, Markup]]
    """The others, each with its title."""
    found_by_names: Sequence[Table]
    """Tables that are too long to be searched row by row."""
    offered: Sequence[Download]
    snippets: Markup
    quality: Markup
    history: Markup
    markup: Markup
    kutipan: Citation
    berkas_kutipan: Mapping[str, str]
    surat: RequestLetter | None
    """A request for more; None where the site does not say how to ask."""


@dataclass(frozen=True)
class DatasetPage:
    """The page, and the parts of it that hand-written pages show as well, by their names."""

    page: GeneratedPage
    exhibits: Mapping[str, str]


def dataset_page(dataset: Dataset, agency: Agency, made: Exhibits) -> DatasetPage:
    """Finding, charts, tables, downloads, quality, data dictionary and source."""
    slug = dataset.slug
    figures = {
        figure_key(drawing): dataset_figure(drawing, dataset, agency, made.offered)
        for drawing in made.drawings
    }
    tables = {
        table_key(slug, table.name): _table(dataset, table, agency) for table in dataset.tables
    }
    view = DatasetView(
        dataset=dataset,
        agency=agency,
        temuan=first_sentence(made.drawings[0].sentence) if made.drawings else None,
        figures=tuple(
            safe(dataset_figure(drawing, dataset, agency, made.offered, answered=True))
            for drawing in made.drawings[:1]
        ),
        others=tuple(
            (first_sentence(drawing.sentence)[0], safe(figures[figure_key(drawing)]))
            for drawing in made.drawings[1:]
        ),
        peringatan=sorted(
            (note for note in dataset.notes if note.status.warns),
            key=lambda note: note.status.weight,
        ),
        explorer=made.explorer,
        privacy=safe(decisions(dataset, agency)),
        tables=(safe(tables[table_key(slug, dataset.main.name)]),),
        other_tables=tuple(
            (table.title, safe(tables[table_key(slug, table.name)]))
            for table in dataset.tables
            if table is not dataset.main
        ),
        found_by_names=found_by_names(dataset),
        offered=made.offered,
        snippets=safe(snippets_section(dataset, agency)),
        quality=safe(quality_section(dataset, made.quality, made.checks)),
        history=safe(history(dataset)),
        markup=safe(made.markup),
        kutipan=cite_dataset(dataset, agency),
        berkas_kutipan=dataset_citations(slug),
        surat=request_letter(dataset, agency) if made.takes_requests else None,
    )
    page = write_page(
        "dataset",
        f"data/{slug}/",
        dataset.title,
        dataset.description,
        view,
        feed=f"data/{slug}/feed.xml",
        package=f"data/{slug}/datapackage.json",
        modified=dataset.issued or "",
        citation=tuple(
            (name, literal(str(escape(said)))) for name, said in citation_head(dataset, agency)
        ),
        **_first_chart(f"data/{slug}/", made.drawings),
    )
    return DatasetPage(page, {**figures, **tables})


def _first_chart(folder: str, drawings: Sequence[Drawing]) -> dict[str, Any]:
    """What the page's head says of its first chart."""
    if not drawings:
        return {}
    drawing = drawings[0]
    return {
        "picture": shared_picture(drawing, folder),
        "embed": f"{folder}{oembed_name(drawing.data.view)}",
    }


def _table(dataset: Dataset, table: Table, agency: Agency) -> str:
    reader = Reader(table, [note for note in dataset.notes if note.table == table.name])
    cited = cite_cells(dataset, agency)
    return render("tabel", grid=grid(reader), id=table.name, slug=dataset.slug, kutipan=cited)
