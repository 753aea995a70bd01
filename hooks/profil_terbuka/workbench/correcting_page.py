"""One number is corrected: which dataset, which row, the right number, and why."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..editing import Corrected, Correction, Target, correct, keep_correction, target_of
from ..importer import Unusable
from ..model import Field, Role, Table
from ..model.messages import Message, message
from ..model.registers import REGISTERS
from ..system.cache import digest
from ..words.catalogues import text
from .aftermath import Aftermath, aftermath, files_merged
from .bench import Workbench
from .changes import ToldChanges, told_cells
from .doing import Deed, carry_out
from .errands import Errand, Tell
from .results import ShownChart, shown_chart
from .rooms import room_of
from .shelves import Shelf, shelves
from .showing import Leaf, Room, show_page
from .visits import Visit
from .waiting import waiting_page

_MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class WhichDatasetView:
    """The datasets that have numbers."""

    words: str
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row by what tells it apart, and its numbers."""

    words: str
    """As `Correction.row` takes it: codes and names."""
    names: str
    values: tuple[str, ...]

    def fits(self, wanted: str) -> bool:
        """Whether all words stand in what tells it apart."""
        return all(word in self.words.casefold() for word in wanted.casefold().split())


@dataclass(frozen=True, slots=True)
class WhichRowView:
    """The rows of a table."""

    title: str
    slug: str
    table: str
    tables: tuple[Table, ...]
    words: str
    measures: tuple[Field, ...]
    rows: tuple[NamedRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """The number that is to be corrected, and what that changes once it is said."""

    title: str
    slug: str
    table: str
    row: NamedRow
    measures: tuple[Field, ...]
    said: Correction
    changes: ToldChanges | None
    """What it changes, once it is said."""
    fault: str = ""
    """Why it cannot be done as it was said."""
    before: tuple[ShownChart, ...] = ()
    after: tuple[ShownChart, ...] = ()


def correct_page(bench: Workbench, visit: Visit) -> Response:
    """Each step is an address: the dataset, the row, then the number with its reason."""
    room = room_of(bench, visit, "koreksi")
    slug = visit.told("dataset")
    if not slug:
        return _which_dataset(bench, visit, room)
    target = target_of(bench.root, visit.agency, slug)
    if target.dataset is None or slug in REGISTERS:
        raise HTTPException(404)
    table = _table(target, visit.told("tabel"))
    row = visit.told("baris")
    if not row:
        return _which_row(bench, visit, room, (target, table))
    return _correction(bench, visit, room, (target, table))


def _which_dataset(bench: Workbench, visit: Visit, room: Room) -> Response:
    words = visit.asked("q")
    found = (item for item in shelves(bench.root, visit.agency) if not item.register)
    view = WhichDatasetView(words, tuple(item for item in found if item.fits(words)))
    leaf = Leaf("koreksi-dataset", message("workbench.correct"))
    return show_page(bench, room, leaf, view)


def _table(target: Target, name: str) -> Table:
    dataset = target.dataset
    if dataset is None:
        raise HTTPException(404)
    found = [table for table in dataset.tables if table.name == name]
    return found[0] if found else dataset.main


def _which_row(bench: Workbench, visit: Visit, room: Room, place: tuple[Target, Table]) -> Response:
    target, table = place
    words = visit.asked("q")
    rows = [row for row in named_rows(table) if row.fits(words)]
    view = WhichRowView(
        title=target.dataset.title if target.dataset else "",
        slug=target.slug,
        table=table.name,
        tables=target.dataset.tables if target.dataset else (),
        words=words,
        measures=table.schema.with_role(Role.MEASURE),
        rows=tuple(rows[-_MOST_ROWS:]),
        more=max(0, len(rows) - _MOST_ROWS),
    )
    return show_page(bench, room, Leaf("koreksi-baris", message("workbench.correct")), view)


def named_rows(table: Table) -> Iterator[NamedRow]:
    """The rows of a table as people call them."""
    fields = table.schema.fields
    told = [at for at, field in enumerate(fields) if field.role in (Role.DIMENSION, Role.CODE)]
    spoken = [at for at in told if fields[at].role is Role.DIMENSION]
    numbers = [at for at, field in enumerate(fields) if field.role is Role.MEASURE]
    for cells in table.cells:
        yield NamedRow(
            " ".join(cells[at] for at in told if cells[at]),
            ", ".join(cells[at] for at in spoken if cells[at]),
            tuple(cells[at] for at in numbers),
        )


def _correction(
    bench: Workbench, visit: Visit, room: Room, place: tuple[Target, Table]
) -> Response:
    target, table = place
    words = visit.told("baris")
    row = next((item for item in named_rows(table) if item.words == words), None)
    if row is None or target.dataset is None:
        raise HTTPException(404)
    said = _said(visit, target, table, words)
    found, fault = None, ""
    if said.value:
        try:
            found = correct(target, said)
        except Unusable as reason:
            fault = text(reason.said)
    if found and visit.posts:
        return carry_out(bench, room, _keeping(target, said, Deed(room.home, (_done(row),))))
    after = Aftermath(None)
    if found:
        errand = _charts(bench, target, found)
        if not errand.wait():
            return waiting_page(bench, room, message("workbench.correct"), errand)
        after = errand.outcome()
    view = CorrectionView(
        title=target.dataset.title,
        slug=target.slug,
        table=table.name,
        row=row,
        measures=table.schema.with_role(Role.MEASURE),
        said=said,
        changes=told_cells(found.receipt.changes) if found else None,
        fault=fault,
        before=tuple(map(shown_chart, after.before)),
        after=tuple(map(shown_chart, after.after)),
    )
    leaf = Leaf("koreksi", message("workbench.correct"), 422 if fault else 200)
    return show_page(bench, room, leaf, view)


def _done(row: NamedRow) -> Message:
    return message("workbench.corrected", row=row.names)


def _keeping(target: Target, said: Correction, deed: Deed) -> Callable[[Tell], Deed]:
    def work(tell: Tell) -> Deed:
        # Read once more: somebody may have written since the page was shown.
        now = target_of(target.root, target.home.name, target.slug)
        told = keep_correction(now, correct(now, said), said, datetime.date.today())
        return replace(deed, told=(*deed.told, *told))

    return work


def _charts(bench: Workbench, target: Target, found: Corrected) -> Errand:
    """The charts before and after a correction, drawn once."""
    files = files_merged(found.merges)
    state = digest(*(part for name, data in files.items() for part in (name, data)))

    def work(tell: Tell) -> Aftermath:
        tell(message("workbench.step-drawing"))
        return aftermath(target, files, bench.cache())

    return bench.errands.begin(f"koreksi/{target.shown}/{state}", work)


def _said(visit: Visit, target: Target, table: Table, words: str) -> Correction:
    measures = table.schema.with_role(Role.MEASURE)
    chosen = visit.told("ukuran") or (measures[0].name if len(measures) == 1 else "")
    return Correction(
        row=words,
        value=visit.told("nilai"),
        why=visit.told("alasan"),
        by=visit.told("oleh") or target.agency.name,
        measure=chosen,
        table=table.name,
    )
