"""Forms that ask for the numbers of one year: how they are headed, and which rows are filled.

Beside each blank stands what another year holds, below a heading of its own: 'Jumlah (orang) tahun
2024'. It is there to be looked at and never read back; by it a form is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Field, Role, Table
from ...model.printed import PRINTED_END
from ..grid import SheetCell

Line = tuple[SheetCell, ...]
_FORMER = re.compile(r"(?P<heading>.+) tahun \d{4}", re.DOTALL)
ASKED = (Role.MEASURE, Role.REMARK)
"""What a form asks for; all else tells its rows apart."""


def field_heading(field: Field) -> str:
    """How our files head a column: its title, with the unit where there is one.

    >>> from ...model.invented import invented_field
    >>> field_heading(invented_field("jumlah (orang)"))
    'Jumlah (orang)'
    """
    return f"{field.title} ({field.unit})" if field.unit else field.title


def former_heading(field: Field, year: str) -> str:
    """How a form heads what another year holds of a column.

    >>> from ...model.invented import invented_field
    >>> former_heading(invented_field("jumlah (orang)"), "2024")
    'Jumlah (orang) tahun 2024'
    """
    return f"{field_heading(field)} tahun {year}"


def is_former(title: str, table: Table) -> bool:
    """Whether a heading is that of another year's values of the table.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)")
    >>> is_former("Jumlah (orang) tahun 2024", table), is_former("Lahir tahun 2024", table)
    (True, False)
    """
    found = _FORMER.fullmatch(title)
    asked = [field_heading(field) for field in table.schema.fields if field.role in ASKED]
    return found is not None and found["heading"] in asked


@dataclass(frozen=True, slots=True)
class FormLines:
    """The rows of a form that are filled, and the cells that are still blank in the others."""

    filled: tuple[Line, ...]
    blanks: tuple[SheetCell, ...]
    waiting: int
    """How many rows still have a blank."""


def form_lines(lines: Sequence[Line], fields: Sequence[Field | None]) -> FormLines:
    """Parts the rows of a form; `fields` are those of its columns, None for what is not read.

    A row that names nothing but its year is spare, and says nothing.
    """
    meant = [line for line in lines if _is_about_something(line, fields)]
    pairs = [(line, _blanks(line, fields)) for line in meant]
    return FormLines(
        filled=tuple(line for line, blanks in pairs if not blanks),
        blanks=tuple(cell for _, blanks in pairs for cell in blanks),
        waiting=sum(1 for _, blanks in pairs if blanks),
    )


def _is_about_something(line: Line, fields: Sequence[Field | None]) -> bool:
    pairs = zip(line, fields, strict=True)
    return any(field and field.type != "year" and not cell.empty for cell, field in pairs)


def _blanks(line: Line, fields: Sequence[Field | None]) -> list[SheetCell]:
    """The cells of a row that should hold a number and hold nothing."""
    pairs = zip(line, fields, strict=True)
    return [cell for cell, field in pairs if field and field.role is Role.MEASURE and cell.empty]


def form_row(table: Table, told: Mapping[str, str]) -> dict[str, str]:
    """What a filled row tells: what was left blank beside its numbers is not said."""
    measures = {field.name for field in table.schema.with_role(Role.MEASURE)}
    return {name: value for name, value in told.items() if value or name in measures}


def as_printed(table: Table, shown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The columns that keep what the source prints, and what that is: the form is the source.

    `shown` are the cells of a row as they stand in the form.
    """
    printed = {column: measure for measure, column in table.schema.printed.items()}
    for field in table.schema.with_role(Role.PRINTED):
        source = printed.get(field.name, field.name.removesuffix(PRINTED_END))
        if source in shown:
            yield field.name, shown[source]
