"""An office's sheet comes into a dataset: its columns are fitted to those of the table.

By name, by title, and where there is one measure on both sides by that. What fits nowhere is asked;
names that the table has not had yet are held against those it has.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...model import Field, Role, Table
from ...model.messages import Message, message
from ..cell_questions import DECIMAL
from ..columns import draft_column, measure_titles
from ..drafting import Readings
from ..grid import SheetCell
from ..keys import only_counts
from ..names import column_name
from ..questions import Answers, Choice, Question, answer, asked
from ..read_table import ReadColumn
from ..reshape import UNNAMED
from ..status import statuses
from ..units import read_heading
from .cells import fitted_cells
from .incoming import Incoming, IncomingRow
from .returned import misfit

COLUMN, VALUE, CATEGORY = "kolom", "isi", "kategori"
"""The kinds of questions about how a sheet fits a table."""
LEFT_OUT, NEW = "buang", "baru"
_ALIKE = 0.8
_MOST_OFFERED = 4
_LIKE = {"kelamin": "jenis_kelamin", "jk": "jenis_kelamin", "thn": "tahun", "kec": "kecamatan"}
_NOT_ASKED = (Role.CODE, Role.STATUS, Role.PRINTED, Role.ORIGIN, Role.REMARK)
"""Columns of a table that a sheet need not have."""


@dataclass(slots=True)
class _Open:
    """What people have to decide or mend, and what was decided."""

    steps: list[Message] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    obstacles: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rows of a sheet as rows of a table, and which of its columns is which."""

    incoming: Incoming
    titles: Mapping[str, str]
    """Heading in the sheet -> column of the table."""


def fitted(read: Readings, table: Table, sheet: str, answers: Answers) -> Fitted:
    """The rows of a sheet as rows of `table`."""
    found = _Open()
    columns = _columns(read, table, answers, found)
    titles = {column.title: name for name, column in columns.items()}
    told = _constants(table, columns, answers, found)
    texts = {
        name: _texts(table.schema[name], column, sheet, answers, found)
        for name, column in columns.items()
    }
    texts = {name: _known(table, name, cells, answers, found) for name, cells in texts.items()}
    is_open = bool(found.questions or found.obstacles)
    rows = () if is_open else tuple(_rows(read, table, columns, texts, told))
    incoming = Incoming(
        table,
        sheet,
        rows,
        tuple(found.steps),
        tuple(found.questions),
        tuple(found.obstacles),
    )
    return Fitted(incoming, titles)


def _columns(read: Readings, table: Table, answers: Answers, found: _Open) -> dict[str, ReadColumn]:
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


def _constants(
    table: Table, columns: Mapping[str, ReadColumn], answers: Answers, found: _Open
) -> dict[str, str]:
    """What all rows of the sheet are about where no column of it says so: its year, its stage."""
    told: dict[str, str] = {}
    for item in table.schema.fields:
        if item.name in columns or item.role in _NOT_ASKED or item.role is Role.MEASURE:
            continue
        if item.name not in table.schema.primary_key:
            continue
        if said := answer(answers, VALUE, item.name):
            told[item.name] = said
        else:
            found.questions.append(_which_value(item, table))
    return told


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


def _texts(
    item: Field, column: ReadColumn, sheet: str, answers: Answers, found: _Open
) -> Sequence[str]:
    """The cells of a column as the table wants them."""
    if column.figures is not None and item.type in ("integer", "number", "year"):
        cells = [
            cell if value is None else SheetCell(number=value, row=cell.row, column=cell.column)
            for cell, value in zip(column.cells, column.figures.values, strict=True)
        ]
    else:
        cells = list(column.cells)
    made = fitted_cells(item, cells, column.title, answer(answers, DECIMAL, column.title))
    found.questions += [made.question] if made.question else []
    found.obstacles += [misfit(item, cell, sheet) for cell in made.misfits]
    return made.texts


def _known(
    table: Table, name: str, texts: Sequence[str], answers: Answers, found: _Open
) -> Sequence[str]:
    """Names as the table writes them; one that is new, but nearly known, is asked about."""
    item = table.schema[name]
    if item.type != "string" or item.role is not Role.DIMENSION:
        return texts
    at = table.schema.position[name]
    known = {_folded(cells[at]): cells[at] for cells in table.cells if cells[at]}
    meant: dict[str, str] = {}
    for text in dict.fromkeys(filter(None, texts)):
        said = answer(answers, CATEGORY, text)
        meant[text] = known.get(_folded(text), said if said and said != NEW else text)
        near = difflib.get_close_matches(_folded(text), list(known), _MOST_OFFERED, _ALIKE)
        if _folded(text) not in known and not said and near:
            names = [known[fold] for fold in near]
            found.questions.append(_which_category(text, item, names))
        elif _folded(text) not in known and not said:
            found.steps.append(message("importer.step-new-name", title=item.title, name=text))
    return [meant.get(text, text) for text in texts]


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _which_category(text: str, item: Field, names: Sequence[str]) -> Question:
    choices = [Choice(name, message("importer.choice-category", name=name)) for name in names]
    choices.append(Choice(NEW, message("importer.choice-new-category")))
    return Question(
        asked(CATEGORY, text),
        message("importer.ask-category", name=text, title=item.title, meant=names[0]),
        tuple(choices),
    )


def _rows(
    read: Readings,
    table: Table,
    columns: Mapping[str, ReadColumn],
    texts: Mapping[str, Sequence[str]],
    told: Mapping[str, str],
) -> Iterator[IncomingRow]:
    extra = dict(_extra(read, table, columns))
    for at in range(len(read.table.kinds)):
        row = {**told, **{name: cells[at] for name, cells in texts.items()}}
        row |= {name: cells[at] for name, cells in extra.items() if name not in row}
        yield IncomingRow(row, _place(read, at))


def _place(read: Readings, at: int) -> str:
    cells = [column.cells[at] for column in read.table.columns if column.place >= 0]
    return str(cells[0].row + 1) if cells else ""


def _extra(
    read: Readings, table: Table, columns: Mapping[str, ReadColumn]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Codes, statuses, what is printed, and where: what a table has beside its figures."""
    measures = [item.name for item in table.schema.with_role(Role.MEASURE)]
    measure = next((columns[name] for name in measures if name in columns), None)
    printed = set(table.schema.printed.values())
    found = statuses(measure, read.notes) if measure else None
    for item in table.schema.fields:
        label = columns.get(item.labels or "")
        if item.role is Role.CODE and label is not None and label.title in read.codes:
            yield item.name, read.codes[label.title]
        elif item.role is Role.STATUS and found is not None:
            yield item.name, [status.value for status in found]
        elif item.name in printed and measure is not None:
            yield item.name, [cell.shown for cell in measure.cells]
        elif item.role is Role.ORIGIN:
            yield item.name, [_place(read, at) for at in range(len(read.table.kinds))]
