"""What a sheet does not say of its rows, though the table needs it to tell them apart.

The table may know it: where all its rows say the same, or as the number of a thing that it has
numbered before. Never a time: the next file is about another one. Else it is the same for all rows
of the sheet (its year, its stage), and people are asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from ...model import Field, Role, Table, read_period
from ...model.messages import Message, message
from ..grid import SheetCell
from ..questions import Answers, Choice, Question, answer, asked
from .cells import fitted_cells
from .open_matters import OpenMatters

VALUE = "isi"
"""The kind of questions about what all rows are about."""
_MOST_OFFERED = 4
_YEAR = re.compile(r"[12][0-9]{3}")
_NOT_ASKED = (Role.CODE, Role.MEASURE, Role.STATUS, Role.PRINTED, Role.ORIGIN, Role.REMARK)
"""Columns of a table that a sheet need not have."""


def fixed_values(
    table: Table,
    texts: Mapping[str, Sequence[str]],
    rows: int,
    answers: Answers,
    found: OpenMatters,
) -> dict[str, Sequence[str]]:
    """The cells of the columns of the key that the sheet lacks; `texts` are those it has."""
    made: dict[str, Sequence[str]] = {}
    for item in table.schema.fields:
        if item.name not in table.schema.primary_key or item.name in texts:
            continue
        if item.role in _NOT_ASKED:
            continue
        said = answer(answers, VALUE, item.name)
        known = () if said else _known_before(table, item, texts, rows, found)
        value = _fitting(table, item, said) if said else ""
        if known or value:
            made[item.name] = known or (value,) * rows
            continue
        found.questions.append(_which_value(item, table))
        if said:
            found.obstacles.append(_no_such_value(item, said))
    return made


def tells_when(table: Table, item: Field) -> bool:
    """Whether a column tells when: a year, a day, a month.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, desa, jumlah (orang)", (2024, "Dadap", 3))
    >>> [tells_when(table, field) for field in table.schema.fields]
    [True, False, False]
    """
    return item.type in ("year", "date") or table.period_kind(item.name) is not None


def is_about_this_file(question: str, table: Table) -> bool:
    """Whether an answer says of when one file is: the next file is of another time.

    >>> from ...model.invented import invented_table
    >>> table = invented_table("tahun, tahap, jumlah (orang)", (2024, "I", 3))
    >>> [is_about_this_file(name, table) for name in ("isi tahun", "isi tahap", "desimal")]
    [True, False, False]
    """
    times = {asked(VALUE, item.name) for item in table.schema.fields if tells_when(table, item)}
    return asked(question).casefold() in times


def _fitting(table: Table, item: Field, said: str) -> str:
    """An answer as the column writes it; '' for one that it cannot hold."""
    if item.type == "year":
        return said if _YEAR.fullmatch(said) else ""
    kind = table.period_kind(item.name)
    if item.type == "string" and kind is not None and read_period(said, kind) is None:
        return ""
    return next(iter(fitted_cells(item, [SheetCell(said)], item.title, "").texts), "")


def _no_such_value(item: Field, said: str) -> Message:
    """Which answer it is that the column cannot hold."""
    wanted = "importer.answer-no-year" if item.type == "year" else "importer.answer-misfits"
    return message(wanted, question=asked(VALUE, item.name), answer=said, title=item.title)


def _known_before(
    table: Table, item: Field, texts: Mapping[str, Sequence[str]], rows: int, found: OpenMatters
) -> Sequence[str]:
    """What the table itself knows of a column, row by row; empty where people have to say it."""
    if tells_when(table, item):
        return ()
    at = table.schema.position[item.name]
    values = {cells[at] for cells in table.cells}
    if len(values) == 1:
        value = values.pop()
        found.steps.append(message("importer.step-the-only", title=item.title, value=value))
        return (value,) * rows
    numbers = _numbered_before(table, item, texts) if item.type == "integer" else ()
    if numbers:
        found.steps.append(message("importer.step-known-before", title=item.title))
    return numbers


def _numbered_before(
    table: Table, item: Field, texts: Mapping[str, Sequence[str]]
) -> Sequence[str]:
    """The number that the table gives to the same names; empty where one is new, or has several."""
    at = table.schema.position
    names = [
        field.name
        for field in table.schema.with_role(Role.DIMENSION)
        if field.name in texts and not tells_when(table, field)
    ]
    if not names:
        return ()
    known: dict[tuple[str, ...], set[str]] = {}
    for cells in table.cells:
        key = tuple(cells[at[name]] for name in names)
        known.setdefault(key, set()).add(cells[at[item.name]])
    found = [known.get(key, set()) for key in zip(*(texts[name] for name in names), strict=True)]
    if any(len(values) != 1 for values in found):
        return ()
    return [next(iter(values)) for values in found]


def _which_value(item: Field, table: Table) -> Question:
    at = table.schema.position[item.name]
    known = list(dict.fromkeys(cells[at] for cells in table.cells))
    following = _year_after(known) if item.type == "year" else []
    held = [
        Choice(value, message("importer.choice-value", value=value))
        for value in known[-_MOST_OFFERED:]
    ]
    new = [Choice(year, message("importer.choice-new-year", year=year)) for year in following]
    free = message("importer.free-year" if item.type == "year" else "importer.free-value")
    return Question(
        asked(VALUE, item.name),
        message("importer.ask-value", title=item.title),
        tuple(chain(new, held)),
        free,
    )


def _year_after(known: Sequence[str]) -> list[str]:
    """The year after those that a table has: what a new file is most likely about.

    >>> _year_after(["2023", "2024"])
    ['2025']
    """
    years = [int(year) for year in known if year]
    return [str(max(years) + 1)] if years else []
