"""Tables without the numbers that are withheld, and without what would tell them in their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from ..model import CellStatus, Constraints, Dataset, Field, Role, Table
from ..model.messages import message
from ..words.catalogues import text
from .cells import NumberCell
from .decisions import companions


def emptied(dataset: Dataset, withheld: Collection[NumberCell]) -> Dataset:
    """The dataset as it may be published: its withheld numbers are empty, their rows of status c.

    Empty as well: percentages beside them, what the book prints, and the line it stands on.

    >>> from profil_terbuka.model.invented import invented_dataset, invented_table
    >>> table = invented_table("jenis, jumlah (orang), status, halaman", ("HIV", 3, "A", "12"))
    >>> shown = emptied(invented_dataset(table), [NumberCell(table.file, 0, "jumlah")])
    >>> shown.main.rows
    (('HIV', None, 'c', None),)
    """
    by_file: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cell in withheld:
        by_file[cell.file][cell.at].add(cell.measure)
    tables = tuple(_without(table, by_file.get(table.file, {})) for table in dataset.tables)
    return replace(dataset, tables=tables)


STATUS = "status"
"""The name of the column that a table gets which has no statuses."""


def status_field() -> Field:
    """That column: every value is as it is, or withheld."""
    return Field(
        name=STATUS,
        title=text(message("disclosure.status-title")),
        type="string",
        description=text(message("disclosure.status-description")),
        role=Role.STATUS,
        constraints=Constraints(required=True, enum=("A", "c")),
    )


def with_status(table: Table) -> Table:
    """The table with a status in every row."""
    if table.schema.with_role(Role.STATUS):
        return table
    schema = replace(table.schema, fields=(*table.schema.fields, status_field()))
    plain = str(CellStatus.NORMAL)
    return replace(
        table,
        schema=schema,
        cells=tuple((*cells, plain) for cells in table.cells),
        rows=tuple((*row, plain) for row in table.rows),
    )


def without_status(table: Table) -> Table:
    """The table, which holds no rows yet, as it was before it got a status."""
    fields = tuple(field for field in table.schema.fields if field.name != STATUS)
    return replace(table, schema=replace(table.schema, fields=fields), cells=(), rows=())


def telling_columns(table: Table) -> tuple[str, ...]:
    """The columns besides the measure that would tell a withheld number of their row."""
    origin = (field.name for field in table.schema.with_role(Role.ORIGIN))
    return (*companions(table), *table.schema.printed.values(), *origin)


def _without(table: Table, measures: dict[int, set[str]]) -> Table:
    if not measures:
        return table
    status = {field.name: str(CellStatus.WITHHELD) for field in table.schema.with_role(Role.STATUS)}
    beside = dict.fromkeys(telling_columns(table), "")
    cells, rows = list(table.cells), list(table.rows)
    for index, names in measures.items():
        changed = {**dict.fromkeys(names, ""), **beside, **status}
        at = {table.schema.position[name]: cell for name, cell in changed.items()}
        cells[index] = tuple(at.get(column, cell) for column, cell in enumerate(cells[index]))
        rows[index] = tuple(
            (at[column] or None) if column in at else value
            for column, value in enumerate(rows[index])
        )
    return replace(table, cells=tuple(cells), rows=tuple(rows))
