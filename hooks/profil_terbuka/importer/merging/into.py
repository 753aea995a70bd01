"""A file comes into a dataset: which rows of which tables change, told row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import Dataset
from ...model.messages import Message, message
from ..grid import Book
from ..importing import read_table_in
from ..layout.wording import years_within
from ..questions import Answers, asked
from ..reasons import Unusable
from ..receipt import Receipt
from ..regions import Gazetteer
from .fixed_values import VALUE
from .following import following_totals
from .incoming import Incoming, IncomingRow
from .merge import Key, Merge, amended_rows, merged_rows
from .office import fitted
from .printed_totals import printed_totals
from .returned import returned_forms


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a file changes in a dataset: the receipt, and its tables where nothing is open."""

    receipt: Receipt
    merges: tuple[Merge, ...] = ()
    source: str = ""
    """What the file names as its source."""

    @property
    def alters(self) -> bool:
        """Whether anything is new or other than before."""
        return any(merge.alters for merge in self.merges)


def into(book: Book, dataset: Dataset, answers: Answers, known: Gazetteer) -> Renewal:
    """What the rows of a file change in a dataset; raises Unusable where no table is found."""
    ours = returned_forms(book, dataset.tables, answers)
    if ours:
        names = ", ".join(item.sheet for item in ours if item.sheet)
        steps = (message("importer.step-published", tables=tuple(i.table.name for i in ours)),)
        receipt = Receipt(book.file, names, steps=(*book.told, *steps))
        return _merged(receipt, dataset, ours)
    answers = _with_year(book.file, dataset, answers)
    found = read_table_in(book, answers, known)
    if found.readings is None:
        return Renewal(found.receipt)
    sheet = found.receipt.sheet
    made = fitted(found.readings, dataset.main, sheet, answers)
    totals = printed_totals(found.readings, dataset, made.titles, sheet)
    incoming = (made.incoming, *totals)
    return replace(_merged(found.receipt, dataset, incoming), source=found.source)


def _with_year(file: str, dataset: Dataset, answers: Answers) -> Answers:
    """The year that the name of a file tells answers for the year of its rows."""
    years = years_within(file.replace("_", " ").replace("-", " "))
    times = [field.name for field in dataset.main.schema.fields if field.type == "year"]
    if len(years) != 1 or len(times) != 1:
        return answers
    return {asked(VALUE, times[0]): str(years[0]), **answers}


def _merged(receipt: Receipt, dataset: Dataset, incoming: Sequence[Incoming]) -> Renewal:
    steps = [*receipt.steps, *(step for item in incoming for step in item.steps)]
    receipt = replace(
        receipt,
        questions=(*receipt.questions, *(q for item in incoming for q in item.questions)),
        obstacles=(*receipt.obstacles, *(o for item in incoming for o in item.obstacles)),
        rows_read=receipt.rows_read or sum(len(item.rows) for item in incoming),
    )
    if receipt.open:
        return Renewal(replace(receipt, steps=tuple(steps)))
    try:
        merges = [merged_rows(item.table, item.rows) for item in incoming]
    except Unusable as reason:
        return Renewal(replace(receipt, steps=tuple(steps), obstacles=(reason.said,)))
    merges += _totals(dataset, merges)
    changes = tuple(said for merge in merges for said in told_changes(merge))
    return Renewal(replace(receipt, steps=tuple(steps), changes=changes), tuple(merges))


def _totals(dataset: Dataset, merges: Sequence[Merge]) -> list[Merge]:
    """The tables of totals that follow, unless the file brings them itself."""
    brought = {merge.table.name for merge in merges if merge.alters}
    rows: dict[str, list[IncomingRow]] = {}
    for merge in merges:
        for name, found in following_totals(dataset, merge).items():
            if name not in brought:
                rows.setdefault(name, []).extend(found)
    return [amended_rows(dataset.table(name), found) for name, found in rows.items() if found]


def told_changes(merge: Merge) -> Iterator[Message]:
    """What a merge does to a table: its sums, then row by row."""
    changed = {change.key for change in merge.changed}
    yield message(
        "importer.merge-summary",
        table=merge.table.name,
        added=len(merge.added),
        changed=len(changed),
        missing=len(merge.missing),
        same=len(merge.table.cells) - len(changed) - len(merge.missing),
    )
    named = _names(merge)
    for key in merge.added:
        yield message("importer.row-added", row=named[key])
    for change in merge.changed:
        yield message(
            "importer.cell-changed",
            row=named[change.key],
            column=merge.table.schema[change.column].title,
            old=change.old or message("importer.empty-cell"),
            new=change.new or message("importer.empty-cell"),
        )
    for key in merge.missing:
        yield message("importer.row-missing", row=named[key])


def _names(merge: Merge) -> Mapping[Key, tuple[str, ...]]:
    """Each row as people call it: by names, not by codes."""
    table = merge.table
    at = table.schema.position
    labels = {field.name: field.labels or field.name for field in table.schema.fields}
    key = [at[name] for name in table.schema.primary_key]
    shown = [at[labels[name]] for name in table.schema.primary_key]
    return {
        tuple(cells[place] for place in key): tuple(cells[place] for place in shown)
        for cells in merge.cells
    }
