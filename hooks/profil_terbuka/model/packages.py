"""A data package with everything that its descriptor says about it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .rules import Rule
from .tables import Filter, Table
from .views import View

SMALL = 5
"""Counts below this are small enough to point at a person."""


class NoteStatus(StrEnum):
    """What was decided about a departure from the book (`catatan.status`)."""

    MENDED = "diperbaiki"
    KEPT = "dipertahankan"
    WITHHELD = "ditahan"
    INVALID = "tidak-sahih"
    DOUBTFUL = "diragukan"
    AWAITING = "menunggu-jawaban"


class ChangeKind(StrEnum):
    """What a new edition changes (`riwayat.jenis`): figures, the shape of tables, or words."""

    DATA = "data"
    STRUCTURE = "struktur"
    WORDS = "keterangan"


@dataclass(frozen=True, slots=True)
class Note:
    """A declared departure from the book, or a doubt about it (`catatan`)."""

    name: str
    table: str
    status: NoteStatus
    printed: str
    published: str
    reason: str
    decided_by: str
    decided_on: str
    where: Filter = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    """Codes of the findings this note answers."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Counts from 1 below `threshold` in the rows chosen are withheld (`privasi`)."""

    table: str
    measure: str
    where: Filter = field(default_factory=dict)
    threshold: int = SMALL
    by: tuple[str, ...] | None = None
    """Columns that form a group whose total readers know from elsewhere; None: no such total."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The agency shows small counts of a sensitive table all the same, and says why (`privasi`)."""

    table: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparable:
    """Figures that mean the same as those of other agencies for a concept (`perbandingan`)."""

    concept: str
    table: str
    remark: str
    """How these figures depart from the concept, for readers."""
    measure: str | None = None
    counted: str | None = None
    """Instead of a measure: how many different values this column holds."""
    time: str | None = None
    year: int | None = None
    """Instead of a year column."""
    category: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    """Value of the category column -> category code of the concept."""
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Where in which edition of the book a dataset stands."""

    title: str
    version: str
    section: str
    lines: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """`name` is an Open Definition identifier."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """Person or body with its Data Package roles."""

    title: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Region code, and first and last year where the dataset has years.

    `name` is the region's, '' where no reference package knows it.
    """

    region: str
    start: int | None = None
    end: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What an edition changed and why (`riwayat`); `date` is that of the edition."""

    version: str
    date: str
    kind: ChangeKind
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """An obligation that a page, dataset or document meets (`kewajiban`)."""

    obligation: str
    lacking: str = ""
    """What of it is there and what is not; '' where nothing is missing."""


@dataclass(frozen=True, slots=True)
class Custody:
    """Who answers for information and how long it is kept (`dip`); '' where nobody has said."""

    holder: str = ""
    responsible: str = ""
    retention: str = ""


YEARLY = "tahunan"
"""The frequency of a book that appears every year."""


@dataclass(frozen=True)
class Dataset:
    """A data package with its tables read.

    `descriptor` is the package's own JSON object, for republishing what the engine does not use.
    """

    slug: str
    title: str
    description: str
    version: str
    created: str
    subject: str
    frequency: str
    coverage: Coverage
    keywords: tuple[str, ...]
    licences: tuple[Licence, ...]
    contributors: tuple[Contributor, ...]
    sources: tuple[Source, ...]
    tables: tuple[Table, ...]
    views: tuple[View, ...]
    rules: tuple[Rule, ...]
    notes: tuple[Note, ...]
    descriptor: Mapping[str, object]
    file: str
    """Path of the descriptor as it is shown to people."""
    suppressions: tuple[Suppression, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    comparables: tuple[Comparable, ...] = ()
    history: tuple[Change, ...] = ()
    """One entry for each edition after the first, the newest first."""
    editions: tuple[Dataset, ...] = ()
    """Older editions that are still published, the newest first."""
    claims: tuple[Claim, ...] = ()
    as_of: str = ""
    """The day its information is of (`keadaan`); '': the end of the years it covers."""
    custody: Custody = Custody()
    updated: str = ""
    """Of a register, which has no editions: the day of publication (ISO 8601). '' of all others."""

    @property
    def main(self) -> Table:
        """The table named like the package."""
        return self.table(self.slug)

    @property
    def issued(self) -> str:
        """The day that its content is published as of (ISO 8601)."""
        return self.updated or self.created[:10]

    @property
    def expected(self) -> datetime.date | None:
        """When the next edition is expected: a year after this one where the book is yearly.

        After 29 February comes 1 March.
        """
        if self.frequency != YEARLY:
            return None
        issued = datetime.date.fromisoformat(self.created[:10])
        try:
            return issued.replace(year=issued.year + 1)
        except ValueError:
            return datetime.date(issued.year + 1, 3, 1)

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)
