"""Who owes which numbers of a year, by when, and how far they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...importer.merging.asked import asked_tables, yearly_datasets
from ...importer.reasons import Unusable
from ...model import Agency, Catalog, Dataset
from ...model.messages import message
from ...ppid import YearDue, year_due
from ...read.catalog import load
from ...words.report import paragraph
from .form import FormSheet, form_sheets
from .standing import YearStanding, standing_of


@dataclass(frozen=True, slots=True)
class OwedForm:
    """What a year lacks of a dataset: its sheets, who fills them in, and by when."""

    agency: Agency
    dataset: Dataset
    year: int
    division: str
    due: YearDue | None
    sheets: tuple[FormSheet, ...]

    @property
    def standing(self) -> YearStanding:
        """How far it is."""
        return standing_of(self.sheets)

    @property
    def open_sheets(self) -> tuple[FormSheet, ...]:
        """The sheets that still ask for something: those complete already are left out."""
        return tuple(sheet for sheet in self.sheets if sheet.rows or not sheet.present)


@dataclass(frozen=True, slots=True)
class YearRound:
    """Everything that an agency's divisions owe for a year."""

    agency: Agency
    year: int
    forms: tuple[OwedForm, ...]
    unread: tuple[str, ...]
    """Datasets with faults: whether they owe anything cannot be told before these are mended."""
    wanted: datetime.date | None = None
    """The day that the agency has set for all of them."""

    @property
    def divisions(self) -> tuple[str, ...]:
        """Those who owe something, or have delivered it, in alphabetical order."""
        return tuple(sorted({form.division for form in self.forms}))

    def of(self, division: str) -> tuple[OwedForm, ...]:
        """What one of them owes, and has delivered."""
        return tuple(form for form in self.forms if form.division == division)


def year_round(
    root: Path, agency: str, year: int, wanted: datetime.date | None = None
) -> YearRound:
    """What is owed for a year; `wanted` is a day that the agency itself has set for everything.

    Raises Unusable where the agency cannot be read, or has no dataset of every year.
    """
    return round_of(readable_catalog(root, agency), year, wanted)


def readable_catalog(root: Path, agency: str) -> Catalog:
    """All that an agency has; raises Unusable with its findings where that cannot be read."""
    loaded = load(root, agency)
    if loaded.catalog is None:
        told = tuple(map(paragraph, loaded.findings))
        raise Unusable(message("editing.unreadable", findings=told))
    return loaded.catalog


def round_of(catalog: Catalog, year: int, wanted: datetime.date | None = None) -> YearRound:
    """What is owed for a year; raises Unusable where there is no dataset of every year."""
    forms = tuple(_owed(catalog, year, wanted))
    unread = tuple(sorted(catalog.unfit))
    if not forms and unread:
        raise Unusable(message("editing.checklist-unread", datasets=unread))
    if not forms:
        raise Unusable(message("editing.no-yearly-data", agency=catalog.agency.name))
    return YearRound(catalog.agency, year, forms, unread, wanted)


def newest_year(catalog: Catalog) -> int | None:
    """The newest year that any dataset of every year tells of; None where there is none.

    >>> from ...model.invented import invented_catalog, invented_dataset, invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2023, "A", 7), (2024, "A", 8))
    >>> newest_year(invented_catalog(invented_dataset(table)))
    2024
    """
    asked = (item for dataset in catalog.datasets for item in asked_tables(dataset))
    return max((year for item in asked for year in item.years), default=None)


def _owed(catalog: Catalog, year: int, wanted: datetime.date | None) -> Iterator[OwedForm]:
    for dataset in yearly_datasets(catalog.datasets):
        own = YearDue(wanted, "") if wanted else None
        due = own or year_due(catalog.reference, catalog.agency.region, dataset.claims, year)
        division = division_of(dataset, catalog.agency)
        sheets = form_sheets(dataset, year)
        yield OwedForm(catalog.agency, dataset, year, division, due, sheets)


def division_of(dataset: Dataset, agency: Agency) -> str:
    """Who holds the information (`dip.penguasa`): of the dataset, of the agency, or the agency.

    >>> from ...model.invented import invented_catalog, invented_dataset, invented_table
    >>> dataset = invented_dataset(invented_table("tahun, jumlah (orang)"))
    >>> division_of(dataset, invented_catalog().agency)
    'Dinas Rekaan Kota Rekaan'
    """
    return dataset.custody.holder or agency.custody.holder or agency.name


def earliest(forms: Sequence[OwedForm]) -> datetime.date | None:
    """The first day on which any of the forms is due; None where none has a day."""
    return min((form.due.day for form in forms if form.due), default=None)
