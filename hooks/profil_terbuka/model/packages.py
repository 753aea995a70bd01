"""A data package with everything that its descriptor says about it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Iterator, Mapping
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

    @property
    def weight(self) -> int:
        """How far down it stands among others: what must not be used comes first."""
        kind = type(self)
        order = (
            kind.INVALID,
            kind.DOUBTFUL,
            kind.AWAITING,
            kind.WITHHELD,
            kind.MENDED,
            kind.KEPT,
        )
        return order.index(self)

    @property
    def warns(self) -> bool:
        """Whether readers must know of it before they use a number."""
        return self in (type(self).INVALID, type(self).DOUBTFUL, type(self).AWAITING)


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
    span: int | None = None
    """`lebar`: the largest possible value of a withheld number less the smallest, at least."""

    @property
    def width(self) -> int:
        """As declared, or as uncertain as any small count is."""
        return self.threshold - 1 if self.span is None else self.span


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The agency shows small counts of a sensitive table all the same, and says why (`privasi`)."""

    table: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparable:
    """Figures that may stand beside those of other agencies for a concept (`perbandingan`)."""

    concept: str
    table: str
    meaning: str
    """What the agency counts, in its book's words: a phrase that goes on from "mencatat"."""
    equal: bool
    """Whether that is what the concept's definition says."""
    remark: str
    """Why it is, or how it departs from the definition, for readers."""
    decided_by: str
    decided_on: str
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
    years: tuple[int, ...] = ()
    """The years of data taken from it; empty: all that the source can know."""

    @property
    def edition_year(self) -> int | None:
        """The year that its edition is called by; it cannot know later ones."""
        return int(self.version) if re.fullmatch(r"[12]\d{3}", self.version) else None

    def covers(self, year: int) -> bool:
        """Whether data of a year can come from this source."""
        if self.years:
            return year in self.years
        return self.edition_year is None or year <= self.edition_year


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
    email: str = ""


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


_MONTHS = {
    "bulanan": 1,
    "triwulanan": 3,
    "semesteran": 6,
    "tahunan": 12,
    "dua-tahunan": 24,
    "tiga-tahunan": 36,
    "lima-tahunan": 60,
    "sepuluh-tahunan": 120,
}
_DAYS = {"harian": 1, "mingguan": 7}
"""Frequency (`frekuensi`) -> how long after an edition the next one is expected."""


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
    embargo: str = ""
    """The day before which nothing of this edition is published (`terbit`, ISO 8601); '': none."""
    updated: str = ""
    """Of a register, which has no editions: the day of publication (ISO 8601). '' of all others."""

    def content(self) -> Iterator[str]:
        """All that it says, as texts: what is made of it alone is made of these."""
        yield self.file
        yield self.updated
        yield json.dumps(self.descriptor, ensure_ascii=False, sort_keys=True)
        for table in self.tables:
            yield table.file
            yield table.content

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
        """When the next edition is expected; None where the frequency does not tell.

        Where a month has no such day, it is the first of the next: after 29 February 1 March.
        """
        issued = datetime.date.fromisoformat(self.created[:10])
        if self.frequency in _DAYS:
            return issued + datetime.timedelta(days=_DAYS[self.frequency])
        if self.frequency not in _MONTHS:
            return None
        years, month = divmod(issued.month - 1 + _MONTHS[self.frequency], 12)
        try:
            return datetime.date(issued.year + years, month + 1, issued.day)
        except ValueError:
            return datetime.date(issued.year + years, month + 2, 1)

    def sources_of(self, years: Collection[int]) -> tuple[Source, ...]:
        """The sources that data of these years come from; all of them where there are no years."""
        found = [item for item in self.sources if any(map(item.covers, years))]
        return tuple(found) or self.sources

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)
