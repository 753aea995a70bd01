"""The page of one dataset, at data/<slug>/."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..citation import cite_cells, cite_dataset, dataset_citations
from ..model import Agency, Dataset, Table
from ..model.products import Download, Drawing, Measurement, Page
from .decisions import decisions
from .editions import history
from .figure import dataset_figure, figure_key
from .fragments import front_matter, heading, mark, render, table_key
from .grid import Reader, grid
from .quality import quality_section
from .snippets import snippets_section


@dataclass(frozen=True)
class Exhibits:
    """What was made of a dataset; `markup` says to search engines what it is."""

    drawings: Sequence[Drawing]
    offered: Sequence[Download]
    quality: Sequence[Measurement]
    markup: str = ""


def dataset_page(dataset: Dataset, agency: Agency, made: Exhibits) -> Page:
    """Finding, charts, tables, downloads, quality, data dictionary and source."""
    slug = dataset.slug
    fragments = {
        figure_key(drawing): dataset_figure(drawing, dataset, agency, made.offered)
        for drawing in made.drawings
    }
    fragments[f"{slug}/pengantar"] = render("pengantar", dataset=dataset)
    if told := decisions(dataset, agency):
        fragments[f"{slug}/privasi"] = told
    for table in dataset.tables:
        fragments[table_key(slug, table.name)] = _table(dataset, table, agency)
    fragments[f"{slug}/unduh"] = render("unduh", dataset=dataset, offered=made.offered)
    fragments[f"{slug}/pakai"] = snippets_section(dataset, agency)
    fragments[f"{slug}/mutu"] = quality_section(dataset, made.quality)
    fragments[f"{slug}/kamus"] = render("kamus", dataset=dataset)
    fragments[f"{slug}/sumber"] = render(
        "sumber",
        dataset=dataset,
        agency=agency,
        kutipan=cite_dataset(dataset, agency),
        berkas_kutipan=dataset_citations(slug),
    )
    fragments[f"{slug}/riwayat"] = history(dataset)
    fragments[f"{slug}/schema-org"] = made.markup
    if dataset.notes:
        fragments[f"{slug}/catatan"] = render("catatan", dataset=dataset)
    markdown = _markdown(dataset, made.drawings, decided=bool(told))
    return Page(f"data/{slug}/index.md", markdown, fragments)


def _table(dataset: Dataset, table: Table, agency: Agency) -> str:
    reader = Reader(table, [note for note in dataset.notes if note.table == table.name])
    cited = cite_cells(dataset, agency)
    return render("tabel", grid=grid(reader), id=table.name, slug=dataset.slug, kutipan=cited)


def _markdown(dataset: Dataset, drawings: Sequence[Drawing], *, decided: bool) -> str:
    slug = dataset.slug
    parts = [
        front_matter(
            dataset.title,
            dataset.description,
            umpan=f"data/{slug}/feed.xml",
            paket=f"data/{slug}/datapackage.json",
            diperbarui=dataset.issued,
            gambar=f"data/{slug}/{drawings[0].data.view.name}.png" if drawings else "",
        ),
        heading(dataset.title),
        mark(f"{slug}/pengantar"),
    ]
    if drawings:
        parts += ["## Grafik", *(mark(figure_key(drawing)) for drawing in drawings)]
    parts.append("## Tabel")
    if decided:
        parts.append(mark(f"{slug}/privasi"))
    parts += [mark(table_key(slug, table.name)) for table in dataset.tables]
    parts += ["## Unduh", mark(f"{slug}/unduh"), mark(f"{slug}/pakai")]
    if dataset.notes:
        parts += ["## Catatan mutu data", mark(f"{slug}/catatan")]
    parts += ["## Penilaian mutu", mark(f"{slug}/mutu")]
    parts += ["## Kamus kolom", mark(f"{slug}/kamus")]
    parts += ["## Sumber dan lisensi", mark(f"{slug}/sumber")]
    parts += ["## Riwayat", mark(f"{slug}/riwayat"), mark(f"{slug}/schema-org")]
    return "\n\n".join(parts) + "\n"
