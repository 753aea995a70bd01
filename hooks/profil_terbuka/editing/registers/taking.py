"""A register workbook is taken back: what it would change, held against all checks; then kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...history import EditionWishes
from ...importer import Receipt
from ...importer.grid import Book
from ...importer.merging import CellChange, Merge
from ...importer.reasons import Unusable
from ...model import Catalog, ChangeKind, Table
from ...model.findings import Finding
from ...model.messages import Message, message
from ...system.cache import Cache
from ...words.catalogues import text
from ..renewing import DatasetChange, renew_files
from ..target import target_of
from .columns import NUMBERING
from .proof import Cells, RegisterDraft, register_findings
from .returned import ReturnedRow, ReturnedSheet, returned_sheets, workbook_agency
from .shelf import RegisterSheet, catalog_of, register_sheets
from .starting import begin_register

_NEW = ""
_SHOWN = 3
"""Values of a new row that tell which one it is."""


@dataclass(frozen=True, slots=True)
class RegisterChange:
    """What a sheet changes in its register."""

    sheet: RegisterSheet
    merge: Merge


@dataclass(frozen=True, slots=True)
class BroughtRegisters:
    """What a workbook would change; nothing where something has to be mended first."""

    receipt: Receipt
    changes: tuple[RegisterChange, ...] = ()


def bring_registers(
    root: Path, agency: str, book: Book, cache: Cache, day: datetime.date
) -> BroughtRegisters:
    """What the sheets of a workbook change; raises Unusable where it is another agency's."""
    owner = workbook_agency(book)
    if owner is None:
        raise Unusable(message("editing.no-register-book", file=book.file))
    if owner != agency:
        raise Unusable(message("editing.book-of-other", owner=owner, agency=agency))
    catalog = catalog_of(root, agency)
    if catalog is None:
        raise Unusable(message("editing.book-no-catalog"))
    obstacles: list[Message] = []
    changes: list[RegisterChange] = []
    steps: list[Message] = []
    for item in returned_sheets(book, register_sheets(root, agency, catalog, day)):
        steps.append(message("editing.book-sheet", sheet=item.sheet.name, rows=len(item.rows)))
        found = list(item.obstacles) or list(_stray_numbers(item))
        if not found:
            made = _merge(item)
            found = list(_refused(item, made, catalog, (cache, day)))
            changes += [RegisterChange(item.sheet, made)] if made.alters else []
            steps += _left_out(item)
        obstacles += found
    told = [line for change in changes for line in _told(change)]
    receipt = Receipt(
        book.file, steps=tuple(steps), changes=tuple(told), obstacles=tuple(obstacles)
    )
    return BroughtRegisters(receipt, () if obstacles else tuple(changes))


def _told(change: RegisterChange) -> Iterator[Message]:
    """What changes, row by row, with the cells of the sheet."""
    merge, sheet = change.merge, change.sheet.name
    rows = {_key_of(merge.table, cells): cells for cells in merge.cells}
    for key in merge.added:
        said = tuple(cell for cell in rows[key][1:] if cell)[:_SHOWN]
        yield message("editing.register-row-new", sheet=sheet, row=merge.places[key], cells=said)
    for item in merge.changed:
        yield message(
            "editing.register-cell-changed",
            where=message("importer.cell-in-sheet", cell=item.place, sheet=sheet),
            column=merge.table.schema[item.column].title,
            old=item.old or message("importer.empty-cell"),
            new=item.new or message("importer.empty-cell"),
        )


def keep_registers(
    brought: BroughtRegisters, why: str, today: datetime.date
) -> tuple[Message, ...]:
    """Write the registers that change; what the person should know."""
    told: list[Message] = []
    for change in brought.changes:
        target = change.sheet.target
        if target.dataset is None:
            begin_register(target, today)
            target = target_of(target.root, target.home.name, target.slug)
        wishes = EditionWishes("", ChangeKind.DATA, why)
        told += renew_files(target, DatasetChange((change.merge,)), wishes, today)
        count = len(change.merge.added) + len({item.key for item in change.merge.changed})
        told.append(message("editing.register-kept", sheet=change.sheet.name, rows=count))
    return tuple(told) or (message("editing.nothing-new"),)


def _key(table: Table, row: Mapping[str, str]) -> Cells:
    return tuple(row.get(name, "") for name in table.schema.primary_key)


def _key_of(table: Table, cells: Cells) -> Cells:
    return tuple(cells[table.schema.position[name]] for name in table.schema.primary_key)


def _stray_numbers(item: ReturnedSheet) -> Iterator[Message]:
    """Numbers that the register does not have, or that stand in two rows."""
    table = item.sheet.dataset.main
    if NUMBERING not in table.schema:
        return
    known = {str(value) for value in table.column(NUMBERING)}
    seen: dict[str, ReturnedRow] = {}
    for row in item.rows:
        number = row.told.get(NUMBERING, _NEW)
        if not number:
            continue
        cell = row.cells[NUMBERING]
        where = message("importer.cell-in-sheet", cell=cell.place, sheet=item.sheet.name)
        if number in seen:
            other = seen[number].cells[NUMBERING].place
            yield message("editing.book-number-twice", where=where, number=number, other=other)
        elif number not in known:
            yield message("editing.book-number-unknown", where=where, number=number)
        seen.setdefault(number, row)


def _merge(item: ReturnedSheet) -> Merge:
    """The register's rows with those of the sheet; new ones get the next numbers."""
    table = item.sheet.dataset.main
    names = [field.name for field in table.schema.fields]
    numbered = list(_numbered(item))
    incoming = {_key(table, told): (told, row) for told, row in numbered}
    cells: list[Cells] = []
    changed: list[CellChange] = []
    before: set[Cells] = set()
    for old in table.cells:
        key = _key_of(table, old)
        before.add(key)
        told, row = incoming.get(key, ({}, None))
        new = tuple(told.get(name, cell) for name, cell in zip(names, old, strict=True))
        cells.append(new)
        if row is not None:
            changed += _changes(key, names, (old, new), row)
    added = [key for key in incoming if key not in before]
    cells += [tuple(incoming[key][0].get(name, "") for name in names) for key in added]
    places = {key: str(row.number) for key, (_, row) in incoming.items()}
    return Merge(table, tuple(cells), tuple(added), tuple(changed), places=places)


def _changes(
    key: Cells, names: Sequence[str], cells: tuple[Cells, Cells], row: ReturnedRow
) -> Iterator[CellChange]:
    for name, old, new in zip(names, *cells, strict=True):
        if old != new:
            place = row.cells[name].place if name in row.cells else str(row.number)
            yield CellChange(key, name, old, new, place)


def _numbered(item: ReturnedSheet) -> Iterator[tuple[dict[str, str], ReturnedRow]]:
    """The rows as the register holds them; those without a number are new."""
    table = item.sheet.dataset.main
    if NUMBERING not in table.schema:
        yield from ((dict(row.told), row) for row in item.rows)
        return
    last = max((int(str(value)) for value in table.column(NUMBERING)), default=0)
    for row in item.rows:
        told = dict(row.told)
        if not told.get(NUMBERING):
            last += 1
            told[NUMBERING] = str(last)
        yield told, row


def _refused(
    item: ReturnedSheet, made: Merge, catalog: Catalog, asked: tuple[Cache, datetime.date]
) -> Iterator[Message]:
    """What readers and checks say of the rows that come in, each at its cell."""
    if not made.alters:
        return
    draft = RegisterDraft(item.sheet.target, item.sheet.dataset, made.cells)
    rows = dict(zip(_places(made), _incoming(item, made), strict=True))
    for finding in register_findings(draft, catalog, *asked):
        row = rows.get((finding.place.row or 0) - 2)
        if row is not None or finding.place.row is None:
            yield _in_sheet(finding, row, item)


def _incoming(item: ReturnedSheet, made: Merge) -> list[ReturnedRow]:
    by_number = {str(row.number): row for row in item.rows}
    return [by_number[place] for place in made.places.values()]


def _places(made: Merge) -> list[int]:
    """The place in the table of each row that came in."""
    at = {_key_of(made.table, cells): place for place, cells in enumerate(made.cells)}
    return [at[key] for key in made.places]


def _in_sheet(finding: Finding, row: ReturnedRow | None, item: ReturnedSheet) -> Message:
    """A finding about a register, placed in the sheet it came from."""
    if row is None:
        return message("editing.book-fault-of-sheet", sheet=item.sheet.name, fault=finding.message)
    cells = list(row.cells.values())
    cell = row.cells.get(finding.place.column or "", cells[0])
    where = message("importer.cell-in-sheet", cell=cell.place, sheet=item.sheet.name)
    return message("editing.book-fault", where=where, fault=finding.message)


def _left_out(item: ReturnedSheet) -> Iterator[Message]:
    """Rows of the register that the sheet does not have: they stay."""
    table = item.sheet.dataset.main
    told = {_key(table, row.told) for row in item.rows}
    kept = [cells for cells in table.cells if _key_of(table, cells) not in told]
    if kept:
        yield message("editing.book-rows-stay", sheet=item.sheet.name, count=len(kept))


def why_taken(file: str) -> str:
    """Why the registers changed, for the history."""
    return text(message("editing.why-brought", file=file))
