"""Which column of a sheet is which of a table: by name, by title, by being the only measure."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Role, Table
from ...model.messages import message
from ..drafting.columns import draft_column, measure_titles
from ..drafting.draft import Readings
from ..drafting.keys import only_counts
from ..drafting.names import column_name
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn
from ..reading.units import read_heading
from ..shaping.reshape import UNNAMED
from .open_matters import OpenMatters

COLUMN = "kolom"
"""The kind of questions about columns that fit nowhere."""
LEFT_OUT = "buang"
_LIKE = {"kelamin": "jenis_kelamin", "jk": "jenis_kelamin", "thn": "tahun", "kec": "kecamatan"}


def fitted_columns(
    read: Readings, table: Table, answers: Answers, found: OpenMatters
) -> dict[str, ReadColumn]:
    """The column of the sheet for each column of the table that it has one for."""
    fitting: dict[str, ReadColumn] = {}
    rest: list[ReadColumn] = []
    for column in read.table.columns:
        name = _named(column, table)
        if name and name not in fitting:
            fitting[name] = column
        else:
            rest.append(column)
    _single_measure(read, table, fitting, rest)
    for column in rest:
        if only_counts(draft_column(column, first=True)):
            found.steps.append(message("importer.row-numbers-left-out", title=column.title))
            continue
        said = answer(answers, COLUMN, column.title)
        if said in table.schema and said not in fitting:
            fitting[said] = column
        elif said == LEFT_OUT:
            found.steps.append(message("importer.step-column-left-out", title=column.title))
        else:
            found.questions.append(_which_column(column, table, fitting))
    return fitting


def _named(column: ReadColumn, table: Table) -> str:
    """The column of the table that a heading names; '' where it names none."""
    names = {column_name(column.title), column_name(read_heading(column.title).title)}
    names |= {_LIKE[name] for name in names if name in _LIKE}
    for item in table.schema.fields:
        if item.name in names or column_name(item.title) in names:
            return item.name
    return ""


def _single_measure(
    read: Readings, table: Table, fitting: dict[str, ReadColumn], rest: list[ReadColumn]
) -> None:
    """One measure in the sheet and one in the table are the same, whatever they are called.

    Only where the sheet does not name it otherwise: as 'Jumlah', or not at all.
    """
    measures = [item.name for item in table.schema.with_role(Role.MEASURE)]
    titles = measure_titles(read.table)
    left = [column for column in rest if column.title in titles]
    if len(measures) != 1 or measures[0] in fitting or len(left) != 1:
        return
    if column_name(read_heading(left[0].title).title) == column_name(UNNAMED[0]):
        fitting[measures[0]] = left[0]
        rest.remove(left[0])


def _which_column(column: ReadColumn, table: Table, fitting: Mapping[str, ReadColumn]) -> Question:
    choices = [
        Choice(item.name, message("importer.choice-column", title=item.title))
        for item in table.schema.fields
        if item.name not in fitting and item.role not in (Role.ORIGIN, Role.PRINTED)
    ]
    choices.append(Choice(LEFT_OUT, message("importer.choice-column-left-out")))
    return Question(
        asked(COLUMN, column.title),
        message("importer.ask-column", title=column.title, table=table.name),
        tuple(choices),
    )
