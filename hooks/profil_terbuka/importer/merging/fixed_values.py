"""What a sheet does not say of its rows, though the table needs it to tell them apart.

The table itself may know it: the number of a thing that it has numbered before. Else it is the same
for all rows of the sheet (its year, its stage), and people are asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import Field, Role, Table
from ...model.messages import message
from ..questions import Answers, Choice, Question, answer, asked
from .open_matters import OpenMatters

VALUE = "isi"
"""The kind of questions about what all rows are about."""
_MOST_OFFERED = 4
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
        known = _known_before(table, item, texts)
        if said:
            made[item.name] = (said,) * rows
        elif known is not None:
            made[item.name] = known
            found.steps.append(message("importer.step-known-before", title=item.title))
        else:
            found.questions.append(_which_value(item, table))
    return made


def _known_before(
    table: Table, item: Field, texts: Mapping[str, Sequence[str]]
) -> Sequence[str] | None:
    """What the table has beside the same names; None where one is new, or has several."""
    at = table.schema.position
    names = [
        field.name
        for field in table.schema.with_role(Role.DIMENSION)
        if field.name in texts and table.period_kind(field.name) is None
    ]
    if not names:
        return None
    known: dict[tuple[str, ...], set[str]] = {}
    for cells in table.cells:
        key = tuple(cells[at[name]] for name in names)
        known.setdefault(key, set()).add(cells[at[item.name]])
    found = [known.get(key, set()) for key in zip(*(texts[name] for name in names), strict=True)]
    if not found or any(len(values) != 1 for values in found):
        return None
    return [next(iter(values)) for values in found]


def _which_value(item: Field, table: Table) -> Question:
    at = table.schema.position[item.name]
    known = list(dict.fromkeys(cells[at] for cells in table.cells))
    choices = [
        Choice(value, message("importer.choice-value", value=value))
        for value in known[-_MOST_OFFERED:]
    ]
    return Question(
        asked(VALUE, item.name),
        message("importer.ask-value", title=item.title),
        tuple(choices),
    )
