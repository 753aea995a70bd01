"""Which rows of two tables are about the same: by what their cells say, not by column names.

`kecamatan` in one table and `nama_kecamatan` in another hold the same names; a quarter lies within
a year; a column `hiv` is about what a row calls 'HIV'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Dataset, Field, PeriodKind, Role, Table, Value
from ..model.aggregation import is_total
from .cells import NumberCell

CategoryColumn = tuple[str, ...]
"""What each row of a table says in one respect, in plain words."""
Groups = Mapping[tuple[str, ...], tuple[NumberCell, ...]]
_PUNCTUATION = re.compile(r"[\W_]+")
_KIND_OF_PLACE = re.compile(
    r"^(kecamatan|kec|kelurahan|kel|desa|kabupaten|kab|kota|provinsi|prov) (?=\S)"
)
_LEVELS = frozenset(("negara", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"))
_MOST_PARTS = 60
"""A column of more categories is no list of subjects that another table could be about."""
_ALIKE = 0.6
"""So much of the shorter list of categories must stand in the longer."""


@dataclass(frozen=True)
class RowPart:
    """Rows of a table that another table may be about: all of them, or those of one category."""

    rows: tuple[int, ...]
    columns: Mapping[str, CategoryColumn]
    """The columns that tell these rows apart."""


@lru_cache(4096)
def plain_category(value: Value) -> str:
    """A category as people compare it.

    >>> plain_category("Kec. UTARA"), plain_category("Laki-laki"), plain_category(2024)
    ('utara', 'laki laki', '2024')
    """
    words = _PUNCTUATION.sub(" ", str("" if value is None else value)).strip().casefold()
    return _KIND_OF_PLACE.sub("", words)


def plain_columns(table: Table) -> dict[str, CategoryColumn]:
    """Dimensions by name, codes besides, and the year of each shorter period.

    >>> from profil_terbuka.model.invented import invented_table
    >>> plain_columns(invented_table("tahun, kecamatan, jumlah (orang)", (2024, "Kec. Utara", 3)))
    {'tahun': ('2024',), 'kecamatan': ('utara',)}
    """
    found = {field.name: _column(table, field.name) for field in dimensions(table)}
    for field in table.schema.with_role(Role.CODE):
        found[field.name] = _column(table, field.name)
    for field in dimensions(table):
        kind = table.period_kind(field.name)
        if kind and kind is not PeriodKind.YEAR and len(table.years()) > 0:
            periods = [table.period(row, field.name) for row in table.rows]
            found[f"{field.name} \N{RIGHTWARDS ARROW} tahun"] = tuple(
                str(period.year) if period else "" for period in periods
            )
    return found


def dimensions(table: Table) -> tuple[Field, ...]:
    """The columns whose values tell what a row is about."""
    return table.schema.with_role(Role.DIMENSION)


def topic_of(dataset: Dataset, table: Table, field: Field) -> str:
    """What a measure is about, in the words of its titles, and the year where there is one."""
    years = {dataset.coverage.start, dataset.coverage.end} - {None}
    names = (dataset.title, table.title, field.name, field.title)
    return " ".join((*map(plain_category, names), *(map(str, years) if len(years) == 1 else ())))


def _column(table: Table, name: str) -> CategoryColumn:
    return tuple(map(plain_category, table.column(name)))


def row_parts(table: Table, about: str) -> Iterator[RowPart]:
    """The table as a whole, and the rows of each category that `about` speaks of.

    Rows that are totals of the others stand aside, and so do the other levels of a hierarchy.

    >>> from profil_terbuka.model.invented import invented_table
    >>> rows = [("Lansia", 3), ("Balita", 4), ("Jumlah", 7)]
    >>> table = invented_table("jenis, jumlah (orang)", *rows)
    >>> [part.rows for part in row_parts(table, "penerima lansia")]
    [(0, 1), (0,)]
    """
    every = plain_columns(table)
    own = [field.name for field in dimensions(table)]
    totals = {
        index
        for name in own
        for index, value in enumerate(table.column(name))
        if isinstance(value, str) and is_total(value)
    }
    rows = tuple(index for index in range(len(table.rows)) if index not in totals)
    yield RowPart(rows, every)
    for name in own:
        said = set(every[name])
        if not 1 < len(said) <= _MOST_PARTS:
            continue
        levels = said <= _LEVELS
        rest = {other: column for other, column in every.items() if other != name}
        for value in sorted(said):
            if levels or _speaks(about, value):
                yield RowPart(tuple(at for at in rows if every[name][at] == value), rest)


def _speaks(about: str, value: str) -> bool:
    """Whether a category stands in a topic as words of its own.

    >>> _speaks("penderita hiv", "hiv"), _speaks("arhivaris", "hiv")
    (True, False)
    """
    return len(value) > 1 and f" {value} " in f" {about} "


def aligned_columns(one: RowPart, other: RowPart) -> tuple[tuple[str, str], ...] | None:
    """The columns of two parts that hold the same categories; None where they contradict.

    Columns of one name are held against each other first; each column is used once.

    >>> ours = RowPart((0, 1), {"kecamatan": ("utara", "timur"), "tahun": ("2024", "2024")})
    >>> theirs = RowPart((0, 1), {"nama": ("timur", "utara"), "tahun": ("2023", "2024")})
    >>> aligned_columns(ours, theirs)
    (('tahun', 'tahun'), ('kecamatan', 'nama'))
    >>> aligned_columns(ours, RowPart((0,), {"tahun": ("2021",)})) is None
    True
    """
    ours, theirs = _sets(one), _sets(other)
    pairs: list[tuple[str, str]] = []
    for name, values in theirs.items():
        if name in ours:
            if ours[name].isdisjoint(values):
                return None
            pairs.append((name, name))
    used = {name for name, _ in pairs}
    left = {name for _, name in pairs}
    for name, values in theirs.items():
        if name in left:
            continue
        fits = [each for each, said in ours.items() if each not in used and _alike(said, values)]
        if fits:
            pairs.append((fits[0], name))
            used.add(fits[0])
    return tuple(pairs)


def _sets(part: RowPart) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(column[at] for at in part.rows) - {""}
        for name, column in part.columns.items()
    }


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return False
    years = all(re.fullmatch(r"\d{4}", value) for value in one | other)
    common = len(one & other)
    return common >= _ALIKE * min(len(one), len(other)) and (common > 1 or years)


@dataclass(frozen=True)
class MeasuredPart:
    """A measure of a table, in some of its rows."""

    table: Table
    field: Field
    part: RowPart

    def cells(self, by: Sequence[str]) -> Groups:
        """Its cells by what their rows say in the columns `by`.

        >>> from profil_terbuka.model.invented import invented_table
        >>> table = invented_table("kecamatan, jumlah (orang)", ("Utara", 3), ("Timur", 4))
        >>> whole = MeasuredPart(table, table.schema["jumlah"], next(row_parts(table, "")))
        >>> {key: [cell.at for cell in cells] for key, cells in whole.cells(["kecamatan"]).items()}
        {('utara',): [0], ('timur',): [1]}
        """
        chosen = [self.part.columns[name] for name in by]
        found: dict[tuple[str, ...], list[NumberCell]] = defaultdict(list)
        for at in self.part.rows:
            key = tuple(column[at] for column in chosen)
            found[key].append(NumberCell(self.table.file, at, self.field.name))
        return {key: tuple(cells) for key, cells in found.items()}
