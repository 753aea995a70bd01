"""Quality by named criteria: the part of a dataset's page, and the page of all, at data/mutu/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..check import CheckRecord
from ..model import Catalog, Dataset
from ..model.messages import message
from ..model.products import Criterion, GeneratedPage, Measurement
from ..quality import TABLE
from ..words.catalogues import text
from ..words.report import cause
from .fragments import render
from .grid import Cell, Grid, Heading, no_number, number_cell
from .page import write_page

QUALITY = "data/mutu/"


@dataclass(frozen=True)
class QualityView:
    """What halaman/mutu.html shows; `alamat` is that of the same as CSV."""

    grid: Grid
    alamat: str
    kriteria: Sequence[Criterion]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What was looked for in a dataset, as the staff guide says it, and how that ended."""

    sought: str
    outcome: str
    settled: bool


def quality_section(
    dataset: Dataset, measured: Sequence[Measurement], checks: Sequence[CheckRecord]
) -> str:
    """How many criteria are met, each of them unfolded, and each check with its outcome."""
    judged = [item for item in measured if item.met is not None]
    return render(
        "mutu",
        dataset=dataset,
        hasil=measured,
        pemeriksaan=tuple(map(_check_line, checks)),
        dinilai=len(judged),
        terpenuhi=sum(bool(item.met) for item in judged),
        alamat=QUALITY,
    )


def _check_line(record: CheckRecord) -> CheckLine:
    """One kind of check; several tables or rules may have been looked at."""
    told, unsettled = record.acknowledged, record.ran - record.passed - record.acknowledged
    if unsettled:
        outcome = message("web.check-open")
    elif told:
        outcome = message("web.check-told")
    else:
        outcome = message("web.check-clear")
    return CheckLine(cause(record.code), text(outcome), settled=not (told or unsettled))


def quality_page(
    catalog: Catalog, quality: Mapping[str, Sequence[Measurement]], criteria: Sequence[Criterion]
) -> GeneratedPage:
    """Every dataset by every criterion, and what the criteria mean."""
    view = QualityView(
        grid=_grid(catalog, quality, criteria), alamat=f"{QUALITY}{TABLE}", kriteria=criteria
    )
    title = text(message("web.quality"))
    description = text(message("web.quality-description", agency=catalog.agency.name))
    return write_page("mutu", QUALITY, title, description, view)


def _grid(
    catalog: Catalog, quality: Mapping[str, Sequence[Measurement]], criteria: Sequence[Criterion]
) -> Grid:
    found = {
        (slug, item.criterion): item for slug, measured in quality.items() for item in measured
    }
    shares = {item.criterion for item in found.values() if isinstance(item.value, float)}
    headings = [Heading(text(message("web.dataset")))] + [
        Heading(text(item.title), "%" if item in shares else "", numeric=True) for item in criteria
    ]
    rows = tuple(
        (
            Cell(dataset.title),
            *(_cell(found.get((dataset.slug, criterion))) for criterion in criteria),
        )
        for dataset in catalog.datasets
    )
    return Grid(text(message("web.quality-table")), tuple(headings), rows, 1, (), len(rows))


def _cell(measured: Measurement | None) -> Cell:
    if measured is None:
        return no_number()
    value = measured.value
    if isinstance(value, bool):
        return number_cell(int(value), measured.text)
    return number_cell(round(100 * value, 2) if isinstance(value, float) else value)
