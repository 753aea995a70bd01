"""What the engine knows about an agency and its data: frozen values without input or output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

Value = str | int | Decimal | bool | None
UNPUBLISHED = "https://profil-terbuka.example/"
"""Stands for the portal's address until it has one: machine-readable catalogues need whole
addresses, and names below `.example` can never lead anywhere (RFC 2606)."""
SMALL = 5
"""Counts below this are small enough to point at a person."""
BREAK = 3.0
"""A change from year to year beyond this factor is a break in the series, no development."""


def breaks_off(old: float, new: float) -> bool:
    """Whether a series breaks between two values; from nothing to something has no factor."""
    return old > 0 and new > 0 and not 1 / BREAK < new / old < BREAK


Filter = Mapping[str, tuple[str | int, ...]]
"""Column name -> accepted values; a row passes when every named column holds one of them."""


class Role(StrEnum):
    """What a column is for (`peran`); the names follow SDMX: dimension, measure, attribute."""

    DIMENSION = "dimensi"
    CODE = "kode"
    MEASURE = "ukuran"
    UNIT = "satuan"
    STATUS = "status"
    PRINTED = "tercetak"
    ORIGIN = "asal"
    REMARK = "keterangan"


class CellStatus(StrEnum):
    """Observation status of a row. The letters follow Eurostat and the UK's Analysis Function."""

    NORMAL = "A"
    REVISED = "r"
    DOUBTFUL = "u"
    INVALID = "i"
    MISSING = "x"
    WITHHELD = "c"
    NOT_APPLICABLE = "z"
    PROVISIONAL = "p"

    @property
    def counts(self) -> bool:
        """Whether a value of this status may stand in a chart, a total or a sentence."""
        return self in _COUNTED

    @property
    def doubted(self) -> bool:
        """Whether the value carries a doubt that a reader must see."""
        return self is CellStatus.DOUBTFUL


_COUNTED = {
    CellStatus.NORMAL,
    CellStatus.REVISED,
    CellStatus.DOUBTFUL,
    CellStatus.PROVISIONAL,
}


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


class ViewKind(StrEnum):
    """The kinds of chart a descriptor may ask for (`grafik.jenis`)."""

    BAR = "batang"
    GROUPED_BAR = "batang-berkelompok"
    STACKED_BAR = "batang-bertumpuk"
    HORIZONTAL_BAR = "batang-mendatar"
    LINE = "garis"
    MAP = "peta"
    DIVERGING_BAR = "batang-berlawanan"
    SMALL_MULTIPLES = "kecil-berganda"
    TIMELINE = "garis-waktu"


@dataclass(frozen=True, slots=True)
class Constraints:
    """Table Schema constraints that the engine itself reads; frictionless enforces all of them."""

    required: bool = False
    enum: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `type` is a Table Schema type, `unit` is set where the column is a measure."""

    name: str
    title: str
    type: str
    description: str
    role: Role
    unit: str | None = None
    labels: str | None = None
    """For a code column: the column that carries the name belonging to the code."""
    constraints: Constraints = Constraints()


@dataclass(frozen=True)
class Schema:
    """The columns of a table, in order, and those whose values together name a row."""

    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Column name -> index."""
        return {column.name: index for index, column in enumerate(self.fields)}

    def __getitem__(self, name: str) -> Field:
        return self.fields[self.position[name]]

    def __contains__(self, name: object) -> bool:
        return name in self.position

    def with_role(self, role: Role) -> tuple[Field, ...]:
        """The columns that play `role`, in table order."""
        return tuple(column for column in self.fields if column.role is role)


@dataclass(frozen=True)
class Table:
    """A tabular resource with its rows.

    `cells` are the strings of the file, `rows` the same cells as values (None for an empty cell).
    Row number r of a spreadsheet (the header is row 1) is `rows[r - 2]`.
    """

    name: str
    title: str
    description: str
    path: str
    file: str
    """Path of the CSV as it is shown to people, relative to the repository."""
    schema: Schema
    cells: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()
    may_be_empty: bool = False
    """A list that is filled as things happen: without rows it says that nothing has."""

    def column(self, name: str) -> tuple[Value, ...]:
        """All values of one column."""
        index = self.schema.position[name]
        return tuple(row[index] for row in self.rows)

    def value(self, row: tuple[Value, ...], name: str) -> Value:
        """The value of column `name` in `row`."""
        return row[self.schema.position[name]]

    def key(self, row: tuple[Value, ...], names: tuple[str, ...]) -> tuple[Value, ...]:
        """The values of several columns in `row`."""
        return tuple(row[self.schema.position[name]] for name in names)

    def select(self, where: Filter) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Spreadsheet row number and row of each row that passes the filter."""
        wanted = [(self.schema.position[name], values) for name, values in where.items()]
        for number, row in enumerate(self.rows, start=2):
            if all(row[index] in values for index, values in wanted):
                yield number, row

    def status(self, row: tuple[Value, ...]) -> CellStatus:
        """The row's status; a table without a status column holds plain values."""
        columns = self.schema.with_role(Role.STATUS)
        return CellStatus(str(self.value(row, columns[0].name))) if columns else CellStatus.NORMAL


@dataclass(frozen=True, slots=True)
class View:
    """A chart asked for by a descriptor.

    A timeline has `start` and `end`, columns of dates, instead of a measure.
    """

    name: str
    title: str
    kind: ViewKind
    table: str
    axis: str
    measure: str = ""
    series: str | None = None
    group: str | None = None
    """Column that tells where a category of a ranking belongs (a village's district)."""
    start: str = ""
    end: str = ""
    where: Filter = field(default_factory=dict)
    by_value: bool = False


@dataclass(frozen=True, slots=True)
class SumRule:
    """Rows of `table` add up to the printed rows of `total` (those that pass `where`)."""

    table: str
    measure: str
    total: str
    by: Mapping[str, str]
    """Detail column -> column of the total table; empty: everything is added up."""
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReferenceRule:
    """Each combination of `columns` in `table` exists as `to` in the reference table."""

    table: str
    columns: tuple[str, ...]
    reference: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a measure of a table (`table` or `dataset/table`)."""

    table: str
    measure: str
    where: Filter = field(default_factory=dict)


class Relation(StrEnum):
    """How the two sides of a comparison must stand to each other."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class CompareRule:
    """Sums on the left equal, or do not exceed, sums on the right, by common columns."""

    left: Side
    relation: Relation
    right: Side
    by: Mapping[str, str]
    """Column on the left -> column on the right; empty: everything is added up."""


@dataclass(frozen=True, slots=True)
class FormulaRule:
    """In every row the columns `parts` add up to the column `result`."""

    table: str
    parts: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class OrderRule:
    """In every row the values of the columns never go backwards (dates, numbers)."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JumpBound:
    """From year to year this measure may change by up to `factor`."""

    table: str
    measure: str
    factor: float


Rule = SumRule | ReferenceRule | CompareRule | FormulaRule | OrderRule | JumpBound


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
    """Region code, and first and last year where the dataset has years."""

    region: str
    start: int | None = None
    end: int | None = None


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

    @property
    def main(self) -> Table:
        """The table named like the package."""
        return self.table(self.slug)

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class OfficialContact:
    """A number or address that belongs to an office and may be published (`kontak_resmi`)."""

    value: str
    role: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands for the agency (`angka_utama`): its label and a reference to it."""

    label: str
    reference: str


@dataclass(frozen=True, slots=True)
class InformationDesk:
    """The agency's information officer (`ppid`); what is empty the agency has not told yet."""

    post: str = ""
    superior: str = ""
    basis: str = ""
    """The decree or regulation that appoints them."""
    main: str = ""
    """The desk of the whole city or province, and its site."""
    main_site: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    hours: str = ""
    commission: str = ""
    charter: str = ""
    """What the desk promises (maklumat pelayanan informasi)."""
    unverified: frozenset[str] = frozenset()
    """Names of the fields above that nobody at the agency has confirmed."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of a table that say something about the agency's services (`standar_pelayanan`)."""

    table: str
    column: str
    component: str = ""
    """The component of a service standard, by its obligation; '' for the charter."""
    service: str | None = None
    """Column that names the service; None: said of all of them."""
    where: Filter = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agency:
    """One public agency and how its site presents itself (`instansi.yml`)."""

    slug: str
    name: str
    short_name: str
    region: str
    summary: str
    book: str
    address: str
    phone: str | None
    website: str | None
    colour: str
    menu: tuple[Mapping[str, object], ...]
    site_url: str | None = None
    as_of: str = ""
    """The day the information of the book is of (`keadaan`)."""
    custody: Custody = Custody()
    official: tuple[OfficialContact, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    desk: InformationDesk = InformationDesk()
    standards: tuple[Texts, ...] = ()
    charter: Texts | None = None

    @property
    def root(self) -> str:
        """The address that identifies the site in catalogues, with a slash at its end."""
        return f"{(self.site_url or UNPUBLISHED + self.slug).rstrip('/')}/"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A page written by people: its path below the agency's pages, the path shown, its Markdown."""

    path: str
    file: str
    text: str
    head: Mapping[str, object] = field(default_factory=dict)
    """Its front matter; dates in it are text."""


@dataclass(frozen=True)
class Catalog:
    """Everything one agency publishes, and the reference packages its data points to."""

    agency: Agency
    datasets: tuple[Dataset, ...]
    reference: tuple[Dataset, ...] = ()
    unfit: frozenset[str] = frozenset()
    """Slugs of packages that are there but faulty: what refers to them cannot be judged."""

    @cached_property
    def by_slug(self) -> Mapping[str, Dataset]:
        """The agency's datasets by slug."""
        return {dataset.slug: dataset for dataset in self.datasets}

    @property
    def packages(self) -> tuple[Dataset, ...]:
        """Every data package that is published: the datasets and their older editions."""
        old = (edition for dataset in self.datasets for edition in dataset.editions)
        return (*self.datasets, *old)
