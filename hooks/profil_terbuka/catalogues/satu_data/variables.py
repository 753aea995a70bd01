"""Variables of an agency's statistics, and what the descriptors and people say of each.

A variable is a measure, or what its figures are told by: categories, places, time. Codes, status,
remarks, the printed value, its place in the book and row numbers are columns, but no variables;
a table without a measure is no statistics. A text that is '' nobody has told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...comparison import concepts
from ...model import Agency, Catalog, Dataset, Field, ReferenceRule, Role, Table, measure_kind
from ...model.identifiers import Identifier, identifier
from ...model.measure_kinds import MeasureKind
from ...model.messages import message
from ...read.atlas import REGIONS
from ...read.meanings import ColumnPlace, Filling, VariableMeaning, meanings
from ...words.catalogues import text
from ...words.dates import date, years
from ...words.labels import MEASURE_KIND, PERIOD_KIND
from .said import confirmed

_MOST_CATEGORIES = 40
"""More are counted, not named."""
_NAMING = (Identifier.ROW, Identifier.CODE)
_SURVEYS = ("survei", "pencacahan lengkap")
"""Ways of collecting that ask people questions."""


class VariableKind(StrEnum):
    """What a variable does in its table."""

    MEASURE = "ukuran"
    CATEGORY = "kategori"
    TIME = "waktu"


@dataclass(frozen=True)
class SdiVariable:
    """A column that is a variable; `shared` is what it is called where agencies are compared."""

    dataset: Dataset
    table: Table
    field: Field
    kind: VariableKind
    meaning: VariableMeaning | None = None
    shared: str = ""

    @property
    def name(self) -> str:
        """What it is called among people: the heading of the column where nobody named it."""
        return self.meaning.name if self.meaning else self.field.title

    @property
    def concept(self) -> str:
        """The idea behind it."""
        return self.meaning.concept if self.meaning else self.shared

    @property
    def definition(self) -> str:
        """What belongs to it: else what the descriptor says of the column."""
        return self.meaning.definition if self.meaning else self.field.description

    @property
    def basis(self) -> str:
        """The regulation or book that it is defined by, and who did so."""
        if self.meaning is None:
            return ""
        said = message("sdi.basis", basis=self.meaning.basis, by=self.meaning.by)
        return text(said)


def variable_kind(table: Table, field: Field) -> VariableKind | None:
    """What a column does in the statistics of its table; None: it is no variable.

    >>> from profil_terbuka.model.invented import invented_table
    >>> table = invented_table("tahun, kode_desa, desa, jumlah (orang)", (2024, "1", "Utara", 7))
    >>> [variable_kind(table, field) for field in table.schema.fields][1:3]
    [None, <VariableKind.CATEGORY: 'kategori'>]
    """
    if not table.schema.with_role(Role.MEASURE):
        return None
    if field.role is Role.MEASURE:
        return VariableKind.MEASURE
    if field.role is not Role.DIMENSION:
        return None
    if table.period_kind(field.name):
        return VariableKind.TIME
    return None if _names_rows(table, field) else VariableKind.CATEGORY


def _names_rows(table: Table, field: Field) -> bool:
    """Whether a column of whole numbers numbers its rows, or holds codes."""
    if field.type != "integer":
        return False
    values = {value for value in table.column(field.name) if isinstance(value, int)}
    return identifier(field.name, sorted(values)) in _NAMING


def variables_of(catalog: Catalog) -> tuple[SdiVariable, ...]:
    """Every variable of an agency, in the order of its datasets, tables and columns."""
    told = meanings(catalog.reference)
    titles = {concept.name: concept.title for concept in concepts(catalog.reference)}
    found: list[SdiVariable] = []
    for dataset in catalog.datasets:
        for table in dataset.tables:
            columns = _candidates(dataset, table, catalog.agency.slug, told, titles)
            if any(one.kind is VariableKind.MEASURE for one in columns):
                found += columns
    return tuple(found)


def _candidates(
    dataset: Dataset,
    table: Table,
    agency: str,
    told: Mapping[ColumnPlace, VariableMeaning],
    titles: Mapping[str, str],
) -> list[SdiVariable]:
    """The columns of a table that are variables, if one of them measures."""
    found = []
    for field in table.schema.fields:
        kind = variable_kind(table, field)
        meaning = told.get((agency, dataset.slug, table.name, field.name))
        if kind is None or (meaning and meaning.filling is Filling.NO_VARIABLE):
            continue
        shared = shared_concepts(dataset, table, field, titles)
        found.append(SdiVariable(dataset, table, field, kind, meaning, shared))
    return found


def shared_concepts(dataset: Dataset, table: Table, field: Field, titles: Mapping[str, str]) -> str:
    """The concepts that a column is compared by with other agencies' (`perbandingan`)."""
    meant = (
        titles.get(one.concept, "")
        for one in dataset.comparables
        if one.equal and one.table == table.name and field.name in (one.measure, one.counted)
    )
    return "; ".join(filter(None, dict.fromkeys(meant)))


def units(variable: SdiVariable) -> tuple[str, ...]:
    """The units of a measure: its own, or those that a column of units names row by row."""
    columns = variable.table.schema.with_role(Role.UNIT)
    if variable.field.unit or not columns:
        return (variable.field.unit,) if variable.field.unit else ()
    named = (str(value) for value in variable.table.column(columns[0].name) if value is not None)
    return tuple(dict.fromkeys(named))


def quantity_kind(variable: SdiVariable) -> MeasureKind | None:
    """What kind of quantity a measure is; None for others, and where the units differ in kind."""
    if variable.kind is not VariableKind.MEASURE:
        return None
    field = variable.field
    whole = field.type == "integer"
    found = {
        measure_kind(unit, field.name, field.title, whole=whole)
        for unit in units(variable) or ("",)
    }
    return found.pop() if len(found) == 1 else None


def measure_text(variable: SdiVariable) -> str:
    """`ukuran`: the kind of quantity; categories and time are told as such."""
    if variable.kind is VariableKind.CATEGORY:
        return text(message("sdi.category"))
    if variable.kind is VariableKind.TIME:
        return text(message("sdi.time"))
    kind = quantity_kind(variable)
    return MEASURE_KIND[kind] if kind else ""


def unit_text(variable: SdiVariable) -> str:
    """`satuan`: of a measure; of time the length of its periods; categories have none."""
    if variable.kind is VariableKind.CATEGORY:
        return text(message("sdi.not-applicable"))
    if variable.kind is VariableKind.TIME:
        kind = variable.table.period_kind(variable.field.name)
        return PERIOD_KIND[kind] if kind else ""
    return "; ".join(units(variable))


def classification(variable: SdiVariable, catalog: Catalog) -> str:
    """`klasifikasi`: what may stand in the column, where it classifies.

    Only what is declared: the descriptor's list of values or reference, or people's word that the
    column holds categories (then those in the table) or whatever one writes.
    """
    if variable.kind is not VariableKind.CATEGORY:
        return text(message("sdi.not-applicable"))
    if allowed := variable.field.constraints.enum:
        return "; ".join(map(str, allowed))
    if names_regions(variable):
        return text(message("sdi.by-regions"))
    filling = variable.meaning.filling if variable.meaning else None
    if filling is Filling.FREE:
        return text(message("sdi.free"))
    if filling is Filling.CATEGORY:
        return _categories(variable)
    rules = references_of(variable)
    return list_named(rules[0], catalog) if rules else ""


def _categories(variable: SdiVariable) -> str:
    values = (value for value in variable.table.column(variable.field.name) if value is not None)
    named = list(dict.fromkeys(map(str, values)))
    if len(named) > _MOST_CATEGORIES:
        return text(message("sdi.many-categories", n=len(named)))
    return "; ".join(named)


def code_list(variable: SdiVariable, catalog: Catalog) -> str:
    """`kode_referensi`: the official list that the column keeps to, or that it keeps to none."""
    if variable.kind is not VariableKind.CATEGORY:
        return text(message("sdi.not-applicable"))
    if names_regions(variable):
        return text(message(_region_codes(catalog)))
    if variable.meaning is None:
        return ""
    return variable.meaning.code_list or text(message("sdi.no-code-list"))


def _region_codes(catalog: Catalog) -> str:
    """The sentence about codes of regions: whether those of BPS stand beside them."""
    package = next((item for item in catalog.reference if item.slug == REGIONS), None)
    both = package is not None and "kode_bps" in package.main.schema
    return "sdi.region-codes-and-bps" if both else "sdi.region-codes"


def names_regions(variable: SdiVariable) -> bool:
    """Whether the column holds names of regions, as the reference package has them."""
    return any(
        here == variable.field.name and there.startswith("nama")
        for rule in references_of(variable)
        if rule.reference == REGIONS
        for here, there in zip(rule.columns, rule.to, strict=True)
    )


def references_of(variable: SdiVariable) -> tuple[ReferenceRule, ...]:
    """The declared rules by which the column's values stand in another table."""
    return tuple(
        rule
        for rule in variable.dataset.rules
        if isinstance(rule, ReferenceRule)
        and rule.table == variable.table.name
        and variable.field.name in rule.columns
    )


def list_named(rule: ReferenceRule, catalog: Catalog) -> str:
    """The table that a rule refers to, by the title of its dataset."""
    slug = rule.reference.partition("/")[0]
    known = {item.slug: item.title for item in (*catalog.datasets, *catalog.reference)}
    return text(message("sdi.by-list", title=known.get(slug, slug)))


def time_reference(variable: SdiVariable, catalog: Catalog) -> str:
    """`referensi_waktu`: the years that the table's figures are about, else the day of the book."""
    told = variable.table.years()
    if told:
        return text(message("sdi.years", years=years(min(told), max(told))))
    day = variable.dataset.as_of or catalog.agency.as_of
    return text(message("sdi.as-of", day=date(day))) if day else ""


def question(agency: Agency) -> str:
    """`kalimat_pertanyaan`: none where the agency says that nobody is asked anything."""
    if agency.stewardship.collection in ("", *_SURVEYS):
        return ""
    return text(message("sdi.no-question", collection=confirmed(agency, "collection")))


def once(variables: tuple[SdiVariable, ...]) -> Iterator[SdiVariable]:
    """Each variable of a dataset a single time, though several of its tables hold it."""
    seen = set()
    for variable in variables:
        meant = variable.meaning.key if variable.meaning else variable.field.title
        key = (variable.dataset.slug, variable.field.name, meant)
        if key not in seen:
            seen.add(key)
            yield variable
