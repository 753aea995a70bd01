"""One number is corrected: its cell and status, the totals above it, a note, an edition."""

from __future__ import annotations

import datetime
import difflib
from dataclasses import dataclass
from decimal import Decimal

from ..history import EditionWishes
from ..importer import Receipt
from ..importer.grid import SheetCell
from ..importer.merging import IncomingRow, Merge, amended_rows, following_totals, told_changes
from ..importer.merging.cell_faults import limits_of
from ..importer.merging.cells import fitted_cells
from ..importer.reading.units import COUNTED
from ..importer.reasons import Unusable
from ..model import CellStatus, ChangeKind, Dataset, Field, Role, Table
from ..model.messages import NOTHING, Message, message
from ..read.atlas import region_names
from ..read.catalog import reference
from .notes import Reason
from .renewing import DatasetChange, as_shown, renew_files
from .row_names import NamedTotal, row_names, rows_named, spoken_names, total_called
from .target import Target

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person says: which row by its names, the right number, why, and who says so."""

    row: str
    value: str
    why: str
    by: str
    measure: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction changes; nothing is written yet."""

    receipt: Receipt
    merges: tuple[Merge, ...]


def correct(target: Target, said: Correction) -> Corrected:
    """What a correction changes. Raises Unusable where row, column or number cannot be told."""
    dataset = target.dataset
    if dataset is None:
        raise Unusable(message("editing.no-such-dataset", folder=target.shown))
    table = _table(dataset, said)
    cells = _row(target, dataset, table, said.row)
    measure = _measure(table, said)
    value = _value(measure, said.value)
    key = {name: cells[table.schema.position[name]] for name in table.schema.primary_key}
    told = {**key, measure.name: value}
    told |= {f.name: CellStatus.REVISED.value for f in table.schema.with_role(Role.STATUS)}
    merge = amended_rows(table, [IncomingRow(told, "")])
    if not merge.alters:
        raise Unusable(message("editing.is-so-already", row=said.row, value=value))
    merges = [merge]
    for name, rows in following_totals(dataset, merge).items():
        merges.append(amended_rows(dataset.table(name), rows))
    shown = as_shown(target, DatasetChange(tuple(merges)))
    changes = tuple(line for item in shown for line in told_changes(item))
    return Corrected(Receipt(target.shown, changes=changes), tuple(merges))


def keep_correction(
    target: Target, found: Corrected, said: Correction, today: datetime.date
) -> tuple[Message, ...]:
    """Write a correction as a new edition; what the person should know."""
    wishes = EditionWishes("", ChangeKind.DATA, said.why)
    reason = Reason(said.why, said.by, today)
    return renew_files(target, DatasetChange(found.merges, reason=reason), wishes, today)


def _row(target: Target, dataset: Dataset, table: Table, words: str) -> tuple[str, ...]:
    """The row that `words` name: '2024 Mariana'.

    Raises Unusable where they name none, several, or a total that follows its details.
    """
    found = rows_named(table, words)
    if len(found) == 1:
        return found[0]
    whole = region_names(reference(target.root)).get(target.agency.region, "")
    if total := total_called(dataset, table, words, whole):
        raise Unusable(_is_total(table, words, total))
    if not found:
        raise Unusable(_no_row(table, words))
    names = tuple(" ".join(row_names(table, cells)) for cells in found[:_MOST_NAMED])
    raise Unusable(message("editing.several-rows", words=words, rows=names, count=len(found)))


def _is_total(table: Table, words: str, total: NamedTotal) -> Message:
    rows = tuple(" ".join(spoken_names(table, cells)) for cells in total.details)
    itself = NOTHING
    if total.table:
        itself = message("editing.total-itself", table=total.table, row=total.row)
    return message("editing.row-is-total", words=words, rows=rows, itself=itself)


def _no_row(table: Table, words: str) -> Message:
    names = [" ".join(spoken_names(table, cells)) for cells in table.cells]
    near = difflib.get_close_matches(words, names, n=3, cutoff=0.4)
    return message("editing.no-such-row", words=words, near=tuple(near or names[-3:]))


def _table(dataset: Dataset, said: Correction) -> Table:
    names = tuple(table.name for table in dataset.tables)
    if said.table and said.table not in names:
        raise Unusable(message("editing.no-such-table", table=said.table, known=names))
    return dataset.table(said.table) if said.table else dataset.main


def _measure(table: Table, said: Correction) -> Field:
    measures = table.schema.with_role(Role.MEASURE)
    named = [field for field in measures if said.measure in ("", field.name, field.title)]
    if len(named) == 1:
        return named[0]
    known = tuple(field.name for field in measures)
    raise Unusable(message("editing.which-measure", known=known))


def _value(field: Field, text: str) -> str:
    """The number as the column wants it; '' empties the cell."""
    found = fitted_cells(field, [SheetCell(text.strip())], field.title, "")
    if found.misfits or found.question:
        raise Unusable(message("editing.no-number", value=text, title=field.title))
    value = found.texts[0]
    if value and field.unit in COUNTED and Decimal(value) < 0:
        unit = field.unit
        raise Unusable(
            message("editing.count-below-zero", value=value, title=field.title, unit=unit)
        )
    if value and not field.constraints.lets(Decimal(value)):
        limits = limits_of(field)
        said = message("editing.beyond-limits", value=value, title=field.title, limits=limits)
        raise Unusable(said)
    return value
