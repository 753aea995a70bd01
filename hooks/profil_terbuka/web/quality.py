"""Quality by named criteria: the part of a dataset's page, and the page of all, at data/mutu/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Catalog, Dataset
from ..model.products import Criterion, Measurement, Page
from ..quality import TABLE
from ..words.catalogues import text
from ..words.numbers import number
from .fragments import front_matter, mark, render
from .grid import Cell, Grid, Heading

QUALITY = "data/mutu/"


def quality_section(dataset: Dataset, measured: Sequence[Measurement]) -> str:
    """How many criteria are met, and each of them unfolded."""
    judged = [item for item in measured if item.met is not None]
    return render(
        "mutu",
        dataset=dataset,
        hasil=measured,
        dinilai=len(judged),
        terpenuhi=sum(bool(item.met) for item in judged),
        alamat=QUALITY,
    )


def quality_page(
    catalog: Catalog, quality: Mapping[str, Sequence[Measurement]], criteria: Sequence[Criterion]
) -> Page:
    """Every dataset by every criterion, and what the criteria mean."""
    title = "Mutu data"
    summary = f"Mutu semua data {catalog.agency.name} menurut kriteria yang bernama."
    fragments = {
        "mutu/tabel": render(
            "mutu-tabel", grid=_grid(catalog, quality, criteria), alamat=f"{QUALITY}{TABLE}"
        ),
        "mutu/kriteria": render("mutu-kriteria", kriteria=criteria),
    }
    parts = [
        front_matter(title, summary),
        f"# {title}",
        "Setiap kumpulan data diukur menurut kriteria yang sama, tanpa bintang atau peringkat.",
        mark("mutu/tabel"),
        "## Arti kriteria",
        mark("mutu/kriteria"),
    ]
    return Page(f"{QUALITY}index.md", "\n\n".join(parts) + "\n", fragments)


def _grid(
    catalog: Catalog, quality: Mapping[str, Sequence[Measurement]], criteria: Sequence[Criterion]
) -> Grid:
    found = {
        (slug, item.criterion): item for slug, measured in quality.items() for item in measured
    }
    shares = {item.criterion for item in found.values() if isinstance(item.value, float)}
    headings = [Heading("Kumpulan data")] + [
        Heading(text(item.title), "%" if item in shares else "", numeric=True) for item in criteria
    ]
    rows = tuple(
        (
            Cell(dataset.title),
            *(_cell(found.get((dataset.slug, criterion))) for criterion in criteria),
        )
        for dataset in catalog.datasets
    )
    return Grid("Hasil ukur tiap kumpulan data", tuple(headings), rows, 1, (), len(rows))


def _cell(measured: Measurement | None) -> Cell:
    if measured is None:
        return Cell("\N{EM DASH}", numeric=True)
    value = measured.value
    if isinstance(value, bool):
        return Cell(measured.text, numeric=True)
    return Cell(number(round(100 * value, 2) if isinstance(value, float) else value), numeric=True)
