"""What each column of a table from elsewhere is for, as far as key, type and name tell.

The standard has no word for it, so every answer is a guess and is told; where there are two
answers, the place stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import Role
from ...model.identifiers import Identifier, attribute_year, identifier
from ..drafting.columns import DraftColumn
from ..drafting.keys import keyed
from ..reading.units import known_unit, read_heading
from ..reasons import Unusable
from .cells import PlainColumn
from .jsonparts import Said, said_text

_NUMBERS = ("integer", "number")
_TIMES = ("year", "yearmonth", "date")
_UNITS = frozenset({"satuan", "unit", "units"})
_CODE_ENDS = ("_code", "_kode", "_id")
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """A column by its new name, with what is known of it."""

    name: str
    said: Said
    plain: PlainColumn
    role: Role | None = None
    """None: open, people say."""
    labels: str = ""
    """For a code: the column with the names."""
    unit: str = ""
    declared: bool = False
    """The package itself says the role (`peran`)."""

    @property
    def title(self) -> str:
        """What people call it; its name where the package has no title."""
        return said_text(self.said.get("title")) or said_text(self.said.get("name"))

    @property
    def named_by(self) -> Identifier | None:
        """What its numbers name, where they measure nothing."""
        if self.plain.type not in _NUMBERS:
            return Identifier.TIME if self.plain.type in _TIMES else None
        numbers = [int(cell) for cell in self.plain.cells if cell and "." not in cell]
        whole = len(numbers) == sum(map(bool, self.plain.cells))
        return identifier(self.name, numbers) if whole else None


def with_roles(columns: Sequence[KnownColumn], key: Sequence[str]) -> list[KnownColumn]:
    """The columns with their roles; `key` names those that tell rows apart.

    >>> from .cells import PlainColumn
    >>> year = KnownColumn("year", {}, PlainColumn("year", ("2023", "2024")))
    >>> count = KnownColumn("value", {}, PlainColumn("integer", ("31", "42")))
    >>> [str(column.role) for column in with_roles([year, count], ["year"])]
    ['dimensi', 'ukuran']
    """
    coded = {at: label for at, column in enumerate(columns) if (label := _label(column, columns))}
    shown = set(coded.values())
    known = []
    for at, column in enumerate(columns):
        if column.declared:
            known.append(column)
        elif at in coded:
            known.append(replace(column, role=Role.CODE, labels=coded[at]))
        else:
            known.append(replace(column, role=_role(column, key, shown), unit=_unit(column)))
    return known


def _role(column: KnownColumn, key: Sequence[str], shown: set[str]) -> Role | None:
    """`shown` are the columns that hold the names of codes."""
    if column.name in key or column.name in shown:
        return Role.DIMENSION
    if column.name in _UNITS and column.plain.type == "string" and column.plain.full:
        return Role.UNIT
    if column.plain.type not in _NUMBERS or column.named_by:
        return Role.REMARK
    return None if _could_be_years(column.plain) else Role.MEASURE


def _could_be_years(plain: PlainColumn) -> bool:
    """Whole numbers that are all years: the year of something, or by chance a count."""
    filled = [cell for cell in plain.cells if cell]
    return bool(filled) and all(cell.isdecimal() and int(cell) in _YEARS for cell in filled)


def _label(code: KnownColumn, columns: Sequence[KnownColumn]) -> str:
    """The column with the names of a code: `country_code` stands for `country`; '' where none."""
    ending = next((end for end in _CODE_ENDS if code.name.endswith(end)), "")
    is_led = code.name.startswith(("kode_", "kd_", "code_"))
    if code.plain.type != "string" or not (ending or is_led):
        return ""
    thing = code.name.removesuffix(ending) if ending else code.name.split("_", maxsplit=1)[1]
    wanted = (f"{thing}_name", f"nama_{thing}", f"{thing}_nama", thing)
    texts = {column.name for column in columns if column.plain.type == "string"}
    return next((name for name in wanted if name in texts and name != code.name), "")


def _unit(column: KnownColumn) -> str:
    """The unit that the package names, or that stands in a title."""
    named = said_text(column.said.get("unit")) or said_text(column.said.get("units"))
    return known_unit(named) or named or read_heading(column.title).unit


def found_key(columns: Sequence[KnownColumn], numbers: Sequence[str]) -> list[str]:
    """Columns that tell all rows apart, as an imported sheet's are found; none: []."""
    drafts = [_draft(column) for column in columns]
    try:
        return keyed(drafts, numbers)[1]
    except Unusable:
        return []


def _draft(column: KnownColumn) -> DraftColumn:
    names = column.named_by
    measures = column.plain.type in _NUMBERS and names is None
    beside = names is Identifier.ROW or attribute_year(column.name)
    role = Role.MEASURE if measures else Role.REMARK if beside else Role.DIMENSION
    return DraftColumn(
        name=column.name,
        title=column.title,
        type=column.plain.type,
        role=role,
        cells=column.plain.cells,
        heading=read_heading(column.title),
        names=names,
    )


def year_of_integers(column: KnownColumn, key: Sequence[str]) -> bool:
    """Whether an integer column of the key holds the years of the data."""
    cells = [cell for cell in column.plain.cells if cell]
    years = bool(cells) and all(len(cell) == 4 and cell[0] in "12" for cell in cells)
    is_time = column.plain.type == "integer" and column.named_by is Identifier.TIME
    return is_time and years and column.name in key
